### Paroladan fazlası.

demand-title = Paroladan fazlası
demand-lede = Kuruluşunuz adına işlem yapan herkes iki şey gösterir: parola ve uygulamadan bir kod, ya da bir geçiş anahtarı.
demand-own = Bunu bizim kişilerimizden iste
demand-everyone = Bunu bu merkezdeki herkesten iste
demand-of-everyone = Burada ne seçilirse seçilsin, işletmeci bunu bu merkezdeki herkesten istiyor.
demand-people =
    { $count ->
        [one] Bir kişi
       *[other] { $count } kişi
    }
demand-without =
    { $count ->
        [0] hepsinin uygulaması ya da geçiş anahtarı var
        [one] birinin henüz ne uygulaması ne geçiş anahtarı var
       *[other] { $count } kişinin henüz ne uygulaması ne geçiş anahtarı var
    }
demand-count = { $people }; { $without }.
demand-says = Hemen geçerli olur. İkisi de olmayan kişi bir sonraki adımında kurmaya yönlendirilir ve o zamana kadar kuruluş için başka bir şey yapamaz. Olan ama yalnızca parolayla oturum açan kişi onu bir kez gösterir. Kimlik sağlayıcınız üzerinden gelenlere sorulmaz: ne isteyeceğine o karar verir. Programların belirteçleri kalır.
demand-save = İsteneni kaydet
demand-saved = Kaydedildi. Herkes için bir sonraki adımından itibaren geçerli.
demand-needed = { $organisation } paroladan fazlasını istiyor
demand-needed-set-up = Kodlar için bir uygulama ya da bir geçiş anahtarı kurun. O zamana kadar burada { $organisation } için başka bir şey açılmaz.
demand-needed-show = Yalnızca parolanızla oturum açtınız. Bir kod ya da geçiş anahtarınızı gösterin; o zamana kadar burada { $organisation } için başka bir şey açılmaz.
demand-passkey = Bunun yerine geçiş anahtarı oluştur
demand-app = Bunun yerine kodlar için uygulama kur

error-second-factor-needed = Paroladan fazlası gerekiyor
error-second-factor-needed-help = Kuruluşunuz ikinci bir etken istiyor. Merkezi tarayıcıda açın ve kodlar için bir uygulama ya da geçiş anahtarı kurun; varsa onu gösterin.

audit-act-demand-second-factor = paroladan fazlasının istenip istenmeyeceğine karar verdi
audit-field-own-people = Kendi kişilerinden
audit-field-everyone = Merkezdeki herkesten
