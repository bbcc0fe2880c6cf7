### Neyin ters gittiği ve ne yapılacağı.

## İstendiği gibi yanıtlanmayan bir istek: ne olduğu, sonra ne yapılacağı

error-not-found = Burada görebileceğiniz bir şey yok
error-not-found-help = Adı değişmiş ya da kaldırılmış olabilir; belki de başka bir kuruluşa veya role gösteriliyordur. Adıyla arayın ya da geldiğiniz sayfaya dönün.
error-not-allowed = Rolünüz buna izin vermiyor
error-not-allowed-help = Kuruluşunuzda bu yetkiye sahip birinden isteyin ya da rollerinizi kullanıcıları yöneten kişiye değiştirtin.
error-not-shown = Rolünüz bunu göstermiyor
error-not-shown-help = Kuruluşunuzda bunu şu roller görür: { $roles }. Bu rollerden birini taşıyan birine sorun ya da rollerinizi kullanıcıları yöneten kişiye değiştirtin.
error-invalid = Burada henüz kabul edilemeyecek bir şey var
error-invalid-help = Hiçbir şey değiştirilmedi. İşaretli yerleri düzeltip yeniden gönderin.
error-changed = Bu arada başka biri burayı değiştirdi
error-changed-help = Sizin değişikliğiniz kaydedilmedi. Şimdi burada ne yazdığına bakın; hâlâ gerekliyse değişikliği yeniden yapın.
error-sign-in-needed = Oturum açmadınız
error-sign-in-needed-help = Önce oturum açın. Bir program, belirtecini Authorization üst bilgisinde “Bearer” sözcüğü ve belirteç olarak gönderir.
error-unreadable = İstek okunamıyor
error-unreadable-help = Bir bölümü burada beklenen biçimde değil. Geri dönün, sayfayı yeniden doldurup gönderin.
error-too-large = Bu, bir kerede gönderilebilecek olandan fazla
error-too-large-help = Bir istek en çok 256 KiB olabilir. Daha azını gönderin ya da parçalara bölün.
error-version-needed = Değişikliğin hangi sürüm üzerinde yapıldığı belirtilmemiş
error-version-needed-help = Önce okuyun, ardından gelen ETag değerini If-Match üst bilgisinde gönderin; böylece başkasının değişikliği kaybolmaz.
error-too-many = Kısa sürede çok fazla istek yapıldı
error-too-many-help = Bu dakikanın istek hakkı doldu: sizin hakkınız, kuruluşunuzun programlarının hakkı ya da kimse oturum açmamışsa adresinizin hakkı. Biraz bekleyip devam edin; kaç saniye olduğu Retry-After üst bilgisinde yazar.
error-method = Bu adres böyle bir isteği kabul etmiyor
error-method-help = Kabul ettiği yöntemler Allow üst bilgisinde yazar; her birinin ne işe yaradığını API başvurusu gösterir.
error-not-json = Burada yalnızca JSON anlaşılır
error-not-json-help = Gövdeyi “Content-Type: application/json” üst bilgisiyle JSON olarak gönderin.

## Kayıtlara ulaşılamıyor ya da yazılamıyor

store-busy = Sistem şu anda meşgul
store-busy-help = Hiçbir şey değiştirilmedi. Aynı anda başkaları aynı kayıtlara yazıyordu; birkaç saniye sonra yeniden deneyin.
store-unavailable = Sistem kayıtlarına ulaşamıyor
store-unavailable-help = Hiçbir şey değiştirilmedi. Bir dakika sonra yeniden deneyin; sürerse bu sistemi işletenlere haber verin.
store-outcome-unknown = Kaydedilip kaydedilmediği kesin değil
store-outcome-unknown-help = Bağlantı tam kaydederken koptu. Yeniden göndermeden önce değişikliğinizin yapılıp yapılmadığına bakın.
store-too-slow = Bu çok uzun sürdü ve durduruldu
store-too-slow-help = Hiçbir şey değiştirilmedi. Bir dakika sonra yeniden deneyin ya da bir kerede daha azını isteyin.
store-disk-full = Sistemde kayıt yapacak yer kalmadı
store-disk-full-help = Hiçbir şey değiştirilmedi. Bu sistemi işletenlerin diskte yer açması gerekiyor; okumak hâlâ mümkün.
store-failed = Sistem bu işi tamamlayamadı
store-failed-help = Hiçbir şey değiştirilmedi. Nedeni sistem günlüğünde yazıyor; ne yaptığınızı ve saatini sistemi işletenlere bildirin.

## Soru sorma

error-topic-unknown = “{ $value }” bu programın konularından biri değil. Listeden birini seçin.
error-offer-unknown = Görebildiğiniz “{ $value }” diye bir teklif yok. Adını yayımcı/teklif biçiminde yazın ya da aramadan seçin.
error-subscription-unknown = Görebildiğiniz “{ $value }” diye bir abonelik yok. Pazar yerinin verdiği kimliği yazın.
error-subscription-of-other-offer = Bu abonelik başka bir teklife ait. Ya teklifi ya da aboneliği seçin.
error-channel-of-other-sale = Abonelik başka bir yoldan satın alınmış. Kanalı boş bırakın; abonelikten anlaşılır.
error-asker-not-yours =
    { $value ->
        [customer] Kuruluşunuz burada müşteri değil; müşteri olarak soramaz.
        [reseller] Kuruluşunuz burada bayi değil; bayi olarak soramaz.
        [provider] Kuruluşunuz burada dolaylı sağlayıcı değil; dolaylı sağlayıcı olarak soramaz.
        [partner] Kuruluşunuz burada doğrudan faturalayan iş ortağı değil; öyle soramaz.
        [publisher] Kuruluşunuz burada yayımcı değil; yayımcı olarak soramaz.
       *[other] Bu pazar yerini kuruluşunuz işletmiyor; işletmeci olarak soramaz.
    }

## Bir teklifin iletişim bilgileri, belgeleri ve sözleşmesi; destek masası

error-contact-kind = İletişim bilgisinin ne için olduğunu belirtin: müşteri desteği, mühendislik ya da program.
error-contact-twice =
    { $value ->
        [customer-support] Müşteri desteği iki kez verilmiş. Yalnızca birini bırakın.
        [engineering] Mühendislik iki kez verilmiş. Yalnızca birini bırakın.
       *[programme] Program iki kez verilmiş. Yalnızca birini bırakın.
    }
error-email = “{ $value }” tek bir e-posta adresi değil. destek@example.com gibi tek bir adres yazın.
error-phone = “{ $value }” aranabilecek bir numara değil. Ülke koduyla rakam yazın: +90 212 555 01 42 gibi.
error-url = “{ $value }” bir web adresi değil. https:// ile başlayın: https://example.com/yardim gibi.
error-too-long = Bu çok uzun: buraya en çok { $value } karakter sığar.
error-title-length = 1 ile 255 karakter arasında bir başlık yazın.
error-too-many-resources = Bir teklife en çok { $value } belge sığar. Kimseye gerekmeyenleri çıkarın.
error-hours = “{ $value }” saat olarak anlaşılamadı. “Mon-Fri 09:00-18:00 Europe/Istanbul” gibi ya da 24x7 yazın.
error-hours-typed = Her satıra bir açılış ve daha geç bir kapanış saati yazın, saat dilimini listeden seçin.
error-url-needed = Bu belgenin nerede olduğunu yazın: https:// ile başlayan web adresi. Belgeyi çıkarmak için başlığını da silin.
error-span = “{ $value }” bir süre değil. Dakika, saat ya da gün yazın: 30 min, 4 h veya 2 d gibi.
error-first-response = İlk yanıtın ne kadar sürede geleceğini yazın; o olmadan diğer sürelerin başlangıcı yoktur.
error-agreement-title = Sözleşmeye bir ad verin ki okuyanlar hangisi olduğunu bilsin.
error-too-many-languages = En çok { $value } dil seçin.
error-language-tag = “{ $value }” bir dil etiketi değil. en, es-MX ya da zh-Hant gibi yazın.
error-span-range = Söz verilen süre 1 dakika ile on yıl arasındadır.
error-severity-twice = { $value } önem derecesi iki kez var: ona tek satır bırakın.

## Sağlayıcı ile bayi arasında destek, seçimler, destek muhatabı

error-reseller-not-yours = “{ $value }” sizin bayilerinizden biri değil. Listeden birini seçin.
error-topic-not-split = Sağlayıcı ile bayi “{ $value }” konusunu paylaşmaz. Bu konuyu çıkarın.
error-until-before-from = Son gün ilk günden önce. Daha sonraki bir gün seçin ya da boş bırakın.
error-date = “{ $value }” bir gün değil. Yıl, ay ve gün yazın: 2027-01-31 gibi.
error-support-contact-party = Dolaylı bir satışın destek muhatabı yalnızca bayi ya da sağlayıcı olabilir.
error-support-contact-relation = Bayi, destek muhatabı olabilmek için sizin bayiniz olmalı ve bu müşteriye satış yapmalı.

## Bir programın gönderdiği sözcükler

error-after = “{ $value }” bu listenin bir sayfasının bittiği yer değil. Kendiniz yazmak yerine rel="next" bağlantısını izleyin.
error-asker = “{ $value }” taraflardan biri değil: customer, reseller, provider, partner, publisher, operator.
error-channel = “{ $value }” kanallardan biri değil: direct, direct-bill, indirect.
error-choice = “{ $value }” seçeneklerden biri değil: send-on, coordinate; seçimi geri almak için null.
error-language = “{ $value }” buradaki dillerden biri değil: en, tr, ko, es.
error-limit = Bir sayfada 1 ile 100 arasında öğe olabilir; { $value } olamaz.
error-readiness = “{ $value }” şunlardan biri değil: ready, gaps, unreachable.
error-resource-kind = “{ $value }” şunlardan biri değil: documentation, training, sales-collateral, programme-marketing, getting-started, privacy, terms, other.
error-severity = “{ $value }” önem derecelerinden biri değil: A, B, C.
error-share = “{ $value }” şunlardan biri değil: reseller, reseller-then-provider, provider. Kararlaştırılmamış konuyu yazmayın.

## Veritabanı açılamıyor

database-url-unknown = { $place } veritabanı adresi anlaşılamadı
database-url-unknown-help = Bir dosya yolu ya da sqlite: veya postgres:// ile başlayan bir adres verin.
database-missing = Şurada veritabanı yok: { $place }
database-missing-help = Yolu denetleyin. Sistem yeni bir yolla başlatıldığında yeni veritabanı oluşturulur.
database-unwritable = Şu dosya okuma ve yazma için açılamıyor: { $place }
database-unwritable-help = Sistemi çalıştıran kullanıcıya dosyaya ve dizinine yazma izni verin ya da başka bir yer seçin.
database-locked = Şu dosyayı başka bir süreç tutuyor: { $place }
database-locked-help = Dosyayı açık tutan diğer programı durdurun ya da bitmesini bekleyin, sonra yeniden başlatın.
database-not-one = Şu dosya bir veritabanı değil: { $place }
database-not-one-help = Dosya başka bir şey ya da bozulmuş. Yolu denetleyin ya da dosyayı yedekten geri yükleyin.
database-foreign = Şu dosya başka bir programın veritabanı: { $place }
database-foreign-help = Dosyaya hiçbir şey yazılmadı. Bu sistemin kendi veritabanının ya da henüz var olmayan bir dosyanın yolunu verin.
database-disk-full = Şurası için yer kalmadı: { $place }
database-disk-full-help = O diskte yer açın ya da başka bir diskte yer seçin.
database-unreachable = Şu adreste yanıt veren bir veritabanı sunucusu yok: { $place }
database-unreachable-help = Sunucu adını ve bağlantı noktasını, sunucunun çalıştığını ve ağın bu makineye izin verdiğini denetleyin.
database-login-refused = { $place } oturum açmayı reddetti
database-login-refused-help = Adresteki kullanıcıyı, parolayı ya da sertifikayı ve sunucunun bu makineden bağlantı kabul ettiğini denetleyin.
database-name-unknown = { $place } sunucusunda { $database } adlı bir veritabanı yok
database-name-unknown-help = Veritabanını sunucuda oluşturun ya da adresteki adını düzeltin.
database-tls = { $place } ile güvenilir şifreli bağlantı kurulamıyor
database-tls-help = Bu makinenin sunucu sertifikasına güvenmesini sağlayın ya da adresteki sslmode değerini sunucunun sunduğuna göre ayarlayın.
database-schema-newer = Bu veritabanını daha yeni bir sürüm kullanmış (bildiği son adım: { $migration })
database-schema-newer-help = Hiçbir şey değiştirilmedi. O yeni sürümü başlatın ya da bu sürüme başka bir veritabanı verin.
database-schema-changed = { $migration } adımı bu veritabanına başka bir biçimde uygulanmış
database-schema-changed-help = Hiçbir şey değiştirilmedi. Veritabanını oluşturan sürümü kullanın ya da önceki bir yedeği geri yükleyin.
database-migration-failed = Veritabanı güncellenemedi: { $migration } adımı başarısız oldu
database-migration-failed-help = O adımdan geriye bir şey kalmadı. Nedeni aşağıda ve günlükte yazıyor; giderip yeniden başlatın.
database-open-failed = Şu veritabanı açılamadı: { $place }
database-open-failed-help = Nedeni aşağıda ve günlükte yazıyor. Giderip yeniden başlatın.

# Signing in and passwords
error-password-short = En az 10 karakter kullanın. Kısa bir cümle kolay hatırlanır.
error-password-long = En çok 1.024 bayt kullanın.
error-password-common = Bu parolayı çok kişi kullanıyor ya da kendi adınız: başka bir parola seçin.
error-password-breached = Bu parola bir veri sızıntısından biliniyor: tahmin eden biri onu dener. Başka bir parola seçin.
error-sign-in-wrong = Bu e-posta adresi ile parola birbirini tutmuyor. İkisini de kontrol edin ya da yeni parola isteyin.
error-token-name = Anahtara en çok 80 karakterlik bir ad verin.
error-token-days = { $value }, 1 ile 366 gün arasında değil.
error-token-kind = “{ $value }” bir oturum açma biçimi değil. token ve client vardır.
error-token-roles = Burada sunulan rollerden birini ya da birkaçını seçin: anahtar, sizin yapamadığınız hiçbir şeyi yapamaz.
error-tokens-max = Zaten { $value } anahtar ve istemci var. Kimsenin kullanmadıklarını iptal edin.
error-name = En çok 120 karakterlik bir ad yazın.
error-roles = Bu kuruluşta bulunan rollerden en az birini seçin.
error-member-already = Bu kişi zaten kuruluşunuzda.
error-last-manager = Burada rol verebilen başka kimse yok. Önce bir başkasına kullanıcıları yöneten bir rol verin.
error-oneself = Bunu kendiniz için yapamazsınız. Kuruluşunuzdaki başka bir yöneticiden isteyin.
error-invitations-max = Zaten { $value } açık davet var. Önce bazılarını geri alın.
error-organisation-unknown = Görebildiğiniz “{ $value }” adlı bir kuruluş yok. Kısa adını yazın.
error-role = “{ $value }” rollerden biri değil.
error-person-unknown = “{ $value }” adında kimse yok. Kısa adı ya da e-posta adresini yazın.
error-belongs-nowhere = { $value } hiçbir kuruluş adına işlem yapamıyor; parola bir işe yaramaz. Önce bir kuruluşa ekleyin.
error-email-taken = Bu adresle bir hesap zaten var: onunla oturum açın.
