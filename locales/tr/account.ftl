### Hesabım ve kişi ile merkez arasında duranlar: parola, kod, geçiş anahtarı, bağlantılar.

## Oturum açma

sign-in-forgotten = Parolanızı mı unuttunuz?
sign-in-passkey = Geçiş anahtarıyla oturum aç
sign-in-late = Beş dakikadan uzun sürdü. Yeniden oturum açın.
sign-in-reset = Yeni parolanız belirlendi ve her yerdeki oturumunuz kapatıldı. Yeni parolayla oturum açın.
sign-in-sent = Bu adresin bir hesabı varsa yeni parola için bir bağlantı yola çıktı. Bağlantı bir saat geçerlidir.
code-title = Kodunuzu girin
code-lede = Parolanız doğru. Bir adım daha, siz olduğunuzu gösterir.
code-hint = Uygulamanızın şu an gösterdiği altı rakam ya da kurtarma kodlarınızdan biri.
code-back = Oturum açmaya dön
passkey-failed = Geçiş anahtarı kullanılamadı. Yeniden deneyin ya da başka bir yol seçin.
passkey-cancelled = Hiçbir şey yapılmadı: geçiş anahtarı zamanında onaylanmadı ya da bu cihazda bu merkez için bir anahtar yok.
passkey-unable = Bu tarayıcı geçiş anahtarı kullanamıyor.
passkey-elsewhere = Bu merkezin geçiş anahtarları şu adreste çalışır:

## Hesabım

account-title = Hesabım
account-lede = Kim olduğunuz, nasıl oturum açtığınız ve nerede oturumunuzun açık olduğu. Üyesi olduğunuz her kuruluşta geçerlidir.
account-you = Siz
account-name = Adınız
account-language-browser = Tarayıcının dili
account-ways = Nasıl oturum açıyorsunuz
account-unconfirmed = Henüz doğrulanmadı: bu hesabı açan bağlantıyı sizi davet eden de görebiliyordu. E-postayla gelen bağlantıyla yeni parola belirlemek adresi doğrular, her yerde oturumunuzu kapatır, hesaptaki geçiş anahtarlarını ve kod uygulamasını kaldırır.
account-unconfirmed-go = Yeni parolayla doğrula
account-change = Değiştir
account-add = Ekle
account-on = Açık
account-password-since = Seçildiği gün: { $when }
account-password-none = Yok: başka bir yolla oturum açıyorsunuz.
account-password-choose = Seç
account-factor-none = Yok: parolanızı bilen herkes girebilir.
account-passkeys-count =
    { $count ->
        [0] Yok. Geçiş anahtarı parmağınızla, yüzünüzle ya da PIN’inizle açılır; kimse tahmin edemez.
        [one] Bir tane
       *[other] { $count } tane
    }
account-sessions = Açık oturumlarınız
account-session-this = bu tarayıcı
account-session-unknown = Bilinmeyen tarayıcı
account-session-made = Açılışı: { $when }
account-session-seen = son görülme: { $when }
account-session-end = Kapat
account-session-alone = Başka yerde açık oturumunuz yok.
account-end-others = Diğerlerinin hepsini kapat
account-end-others-says =
    { $count ->
        [one] Diğer oturumunuz kapanır: oradaki kişi yeniden oturum açmak zorunda kalır.
       *[other] Diğer { $count } oturumunuz kapanır: oradakiler yeniden oturum açmak zorunda kalır.
    }
account-saved = Kaydedildi.
account-address-sent = Yeni adrese bir bağlantı yola çıktı. 24 saat içinde açın; o zamana kadar adresiniz aynı kalır.
account-address-confirmed = Bundan böyle e-posta adresiniz bu.
account-password-changed = Parolanız değişti. Diğer bütün oturumlarınız kapandı.
account-session-ended = Kapatıldı. Oradaki kişi yeniden oturum açmalı.
account-passkey-added = Geçiş anahtarı eklendi. Artık onunla oturum açabilirsiniz.
account-passkey-removed = Geçiş anahtarı artık bu hesabı açmıyor. Cihazınızdan da silebilirsiniz.
account-factor-removed = İki adımlı doğrulama kapatıldı. Yeniden yalnızca parolanızla giriyorsunuz.

## Kim olduğunu yeniden gösterme

prove-title = Hâlâ siz misiniz?
prove-lede = Nasıl oturum açtığınızı değiştirmeden önce kim olduğunuzu bir kez daha gösterin. Bu, 15 dakika geçerlidir.
prove-go = Devam et
prove-passkey = Geçiş anahtarı kullan
prove-neither = Burada ne parolanız ne de geçiş anahtarınız var
prove-neither-help = Oturumu kapatıp yeniden açın; ardından 15 dakika boyunca nasıl oturum açtığınızı değiştirebilirsiniz.

## Parola, adres

password-title = Parolanızı değiştirin
password-first = Bir parola seçin
password-present = Şimdiki parola
password-new = Yeni parola
password-consequence = Diğer bütün oturumlarınızı kapatır: öbür tarayıcıların hepsinde yeniden oturum açmanız gerekir.
password-go = Parolayı belirle
address-title = E-posta adresinizi değiştirin
address-present = Şu anda: { $email }.
address-new = Yeni e-posta adresi
address-consequence = Yeni adrese bir bağlantı yazarız. Kendi hesabınızla oturum açıp bağlantıyı açtığınızda yeni adres geçerli olur; eski adrese giden yeni parola bağlantıları o anda geçersizleşir.
address-go = Bağlantıyı gönder
reset-title = Yeni parola isteyin
reset-lede = Adresinize bir bağlantı yazarız. Onunla yeni bir parola seçersiniz.
reset-go = Bağlantıyı gönder
new-password-title = Yeni bir parola seçin
new-password-consequence = Bütün oturumlarınızı kapatır: her tarayıcıda yeniden oturum açmanız gerekir.
confirm-title = Yeni adresinizi onaylayın
confirm-says = Bundan böyle { $email } ile oturum açarsınız; merkezin size yazdıkları da oraya gider.
confirm-go = Bu adresi kullan

## İki adımlı doğrulama

second-factor-title = Uygulamadan kod
second-factor-lede = Parolanızın yanı sıra telefonunuzdaki bir uygulamanın gösterdiği altı rakamı yazarsınız. Parolanızı öğrenen yine de giremez.
second-factor-code = Kod
second-factor-code-hint = Altı rakam
second-factor-codes-left =
    { $count ->
        [0] Kurtarma kodu kalmadı: yenilerini oluşturun.
        [one] Bir kurtarma kodu kaldı.
       *[other] { $count } kurtarma kodu kaldı.
    }
second-factor-picture = Uygulamanız için anahtarı içeren QR kodu
second-factor-step-app = Telefonunuzda bir kod uygulaması açın. Birçok parola yöneticisi de bunu yapar.
second-factor-step-scan = Orada bu resimle bir hesap ekleyin.
second-factor-key = Ya da şu anahtarı yazın:
second-factor-step-code = Uygulamanın şu an gösterdiği kodu yazın.
second-factor-consequence = Bir sonraki oturum açışınızdan itibaren paroladan sonra kod sorulur. Telefonu kaybederseniz diye on kurtarma kodu da alırsınız. Onları da kaybederseniz, siz olduğunuzdan emin olan bir kuruluş yöneticiniz bu merkezi işletenden ister.
second-factor-go = Aç
second-factor-again = Baştan başla
second-factor-present = Bir uygulama ayarlı
second-factor-since = { $when } gününden beri
second-factor-remove = İki adımlı doğrulamayı kapat
second-factor-remove-consequence = Yeniden yalnızca parolanızla girersiniz; kurtarma kodlarınız geçersiz olur.
codes-title = Kurtarma kodları
codes-lede = Her biri, uygulamanın kodu yerine sizi bir kez içeri alır. Telefonunuz olmadan bulabileceğiniz bir yerde saklayın: yalnızca şimdi gösteriliyorlar.
codes-copy = Hepsini kopyala
codes-print = Yazdır
codes-kept = Sakladım
codes-new = Yeni kodlar oluştur
codes-new-consequence = On yeni kod oluşturur. Şimdi elinizdekiler geçersiz olur.

## Geçiş anahtarları

passkeys-title = Geçiş anahtarları
passkeys-lede = Geçiş anahtarı cihazınızda kalır; parmağınızla, yüzünüzle ya da PIN’inizle açılır. Oturum açmaya tek başına yeter: parola da kod da gerekmez.
passkeys-yours = Geçiş anahtarlarınız
passkeys-made = Eklendiği gün: { $when }
passkeys-used = son kullanım: { $when }
passkeys-unused = hiç kullanılmadı
passkeys-remove = Kaldır
passkeys-remove-consequence = Kaldırılan geçiş anahtarı bu hesabı artık açmaz; açık oturumlarınız sürer.
passkeys-new = Geçiş anahtarı ekleyin
passkeys-name = Ona verdiğiniz ad
passkeys-name-hint = Tanıyabilmeniz için; “Telefon” ya da “Mavi anahtar” gibi.
passkeys-add = Geçiş anahtarı ekle
passkeys-script = Geçiş anahtarı eklemek için JavaScript gerekir; bu tarayıcıda kapalı.
passkeys-nameless = Burada geçiş anahtarı kullanılamaz
passkeys-nameless-help = Geçiş anahtarı, https ile ulaşılan bir merkezin adına bağlanır. Bu merkezi işleten kişi ona --public-url ile böyle bir ad vermeli.

## Kabul edilemeyenler

error-too-many-attempts = Çok fazla deneme yapıldı
error-too-many-attempts-help =
    { $minutes ->
        [one] Bir dakika bekleyip yeniden deneyin. Daha önce oturum açtığınız bir tarayıcıdan, geçiş anahtarıyla ya da yeni parola bağlantısıyla beklemeniz gerekmez.
       *[other] { $minutes } dakika bekleyip yeniden deneyin. Daha önce oturum açtığınız bir tarayıcıdan, geçiş anahtarıyla ya da yeni parola bağlantısıyla beklemeniz gerekmez.
    }
error-proof-needed = Kim olduğunuzu bir kez daha gösterin
error-proof-needed-help = Nasıl oturum açıldığı, kim olduğunuzu gösterdikten sonra 15 dakika boyunca değiştirilebilir. “Hesabım” sayfasını açıp oradan başlayın.
error-sign-in-nowhere = Parolanız doğru, ama artık buradaki hiçbir kuruluşa bağlı değilsiniz. Kuruluşunuzda kişileri yöneten birine sorun.
error-code-wrong = Bu kod yanlış ya da daha önce kullanıldı. Uygulamanın bir sonraki kodunu bekleyin ya da başka bir kurtarma kodu alın.
error-code-late = Bu kodun süresi az önce doldu. Uygulamanın şimdi gösterdiği kodu yazın.
error-password-wrong = Şimdiki parolanız bu değil.
error-passkey-refused = Geçiş anahtarı kabul edilmedi. Yeniden deneyin; yine olursa başka bir yol kullanın.
error-passkey-unknown = Bu geçiş anahtarı burada hiçbir hesabı açmıyor. Kaldırılmış olabilir.
error-passkeys-many = Zaten { $value } geçiş anahtarınız var. Önce artık gerekmeyen birini kaldırın.
error-passkey-twice = Bu cihazda hesabınız için zaten bir geçiş anahtarı var.
error-passkey-name = En çok 80 karakterlik bir ad verin.
