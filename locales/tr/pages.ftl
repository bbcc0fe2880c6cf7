### Sayfalar: çerçeve, oturum açma, teklifleri keşfetme, teklif, soru sorma, yanıt.

## Her sayfanın çerçevesi

skip-to-content = İçeriğe geç
main-navigation = Ana menü
search = Ara
search-placeholder = Teklif veya yayımcı
language = Dil
theme = Tema
theme-system = Sistem
theme-light = Açık
theme-dark = Koyu
keys = Kısayollar
close = Kapat
switch-person = Başka biri olarak devam et
sign-out = Oturumu kapat
palette-here = Bu sayfada
palette-found = Bulunanlar
print = Yazdır
change = Değiştir
optional = isteğe bağlı
missing = eksik
you = Siz
filters = Filtreler
pages = Sayfalar
page-before = Geri
page-after = İleri
copy-value = Kopyala: { $value }
rail-ask = Sor
rail-discover = Keşfet
rail-customers = Müşteriler
rail-support = Destek
rail-reseller = Benim payım
rail-offers = Tekliflerim
rail-desk = Masam

# Ayraç içindekileri betik doldurur.
script-copied = Kopyalandı: { $text }
script-copy-failed = Burada kopyalamaya izin verilmiyor
script-shown = { $n } konu gösteriliyor

## Taraflar: tek başına, çoğul, cümle içinde

party-customer = Müşteri
party-reseller = Bayi
party-provider = Sağlayıcı
party-partner = İş ortağı
party-publisher = Yayımcı
party-operator = İşletmeci
parties-customer = Müşteriler
parties-reseller = Dolaylı bayiler
parties-provider = Dolaylı sağlayıcılar
parties-partner = Doğrudan faturalayan iş ortakları
parties-publisher = Yayımcılar
parties-operator = Pazar yeri işletmecisi
the-party-customer = müşteri
the-party-reseller = bayi
the-party-provider = sağlayıcı
the-party-partner = iş ortağı
the-party-publisher = yayımcı
the-party-operator = pazar yeri işletmecisi

channel-direct = Pazar yerinden alındı
channel-direct-bill = Doğrudan faturalayan iş ortağından
channel-indirect = Bayiden

## Zamanlar

day-and-time = { $day } { $time }
hours-always = günün her saati
hours-open = Açık
hours-until = · kapanış { $time }
hours-closed = Kapalı · açılış { $time }

## Oturum açma

sign-in-title = Oturum açın
sign-in-lede = Hesabınızın e-posta adresi ve parolasıyla.
sign-in-lede-demo = Bu, deneme ortamıdır: bir kişi seçin; aynı soru her birine rolünün gerektirdiği gibi yanıtlanır.
sign-in-email = E-posta adresi
sign-in-password = Parola
sign-in-go = Oturum aç
sign-in-says-customer = “Bir üründe bir şey çalışmıyor. Kimi aramalıyım?”
sign-in-says-reseller = “Bunun hangisi benim işim, hangisi sağlayıcımın?”
sign-in-says-provider = “Hangi bayiyle neyi kararlaştırdım?”
sign-in-says-partner = “Müşterim soruyor; yayımcıya hemen ulaşmalıyım.”
sign-in-says-publisher = “İletişim bilgilerim doğru mu, kim görüyor?”
sign-in-says-operator = “Hangi yayımcılara ulaşılamıyor?”
sign-in-sees-all = merkezdeki her şeyi görür
sign-in-sees-contacts = yayımcıların iletişim bilgilerini görür
sign-in-sees-no-contacts = yayımcıların iş ortaklarına özel iletişim bilgilerini görmez
sign-in-sees-offers = kendi tekliflerini ve başkalarına nasıl göründüklerini görür
sign-in-sees-subscriptions = kendi aboneliklerini görür

## Teklifleri keşfetme

discover-title = Teklifleri keşfedin
discover-lede = Ürünü adından, yayımcısından ya da yaptığı işten bulun; satın alıp alamayacağınızı ve yayımcısına nasıl ulaşılacağını görün.
discover-field = Adı, yayımcısı ya da ne yaptığı
discover-results = Bulunan teklifler
discover-found =
    { $count ->
        [0] Teklif yok
       *[other] { $count } teklif
    }
discover-found-page = { $count } tekliften { $from }–{ $to } arası
discover-chip = { $text }
discover-available = Kuruluşunuz için
discover-available-yes = Satın alabilirsiniz
discover-available-no = Satın alamazsınız
discover-kind = Tür
discover-category = Kategori
discover-market = Pazar
discover-readiness = Yayımcının iletişim bilgileri
discover-none = Uygun teklif yok
discover-none-help = Daha az sözcükle ya da başka bir yazımla deneyin veya filtreleri kaldırın.
discover-all = Tüm teklifleri göster
discover-bare = Henüz teklif yok
discover-bare-help = Bir yayımcının listesi içe aktarılınca teklifler burada görünür. Bunu merkezi işleten kişi “firstline import” ile yapar.
filter-any = Tümü
filter-remove = Filtreyi kaldır
filters-apply = Filtreleri uygula
markets-all = Tüm pazarlar
markets-count = { $count } pazar
readiness-ready = Ulaşılabilir
readiness-gaps = İletişim bilgileri eksik
readiness-unreachable = İletişim bilgisi yok
available-yes = Satın alabilirsiniz
unavailable-not-opted-in = Yeniden satışa kapalı
unavailable-not-opted-in-help = Yayımcı bu teklifi iş ortaklarının yeniden satışına açmadı. Açmasını yayımcıdan isteyin.
unavailable-exclusive = Yalnızca seçili iş ortakları
unavailable-exclusive-help = Bu teklifi yalnızca yayımcının seçtiği iş ortakları satın alabilir; kuruluşunuz bunların arasında değil. Eklenmeyi yayımcıdan isteyin.
unavailable-kind = Bu tür yeniden satılmıyor
unavailable-kind-help = Bu türdeki ürünler iş ortaklarından satın alınamaz; müşteriler bunları doğrudan pazar yerinden alır.
unavailable-market = Bu pazarda yok
unavailable-market-help = Yayımcı bu teklifi seçtiğiniz pazarda satmıyor.
unavailable-not-sold = Artık satılmıyor
unavailable-not-sold-help = Yeni satışlar durduruldu. Mevcut abonelikler ve bunların desteği sürüyor.

## Bir teklif

offer-ask = Bu teklif hakkında sor
offer-about = Ürün hakkında
offer-foreign = Yayımcının bu teklif için yazdığı metnin dili: { $language }. Sizin dilinizde bir metin yok.
offer-readiness-ready = Bu teklif sorulara hazır
offer-readiness-gaps = Bazı kişiler size henüz ulaşamıyor
offer-readiness-unreachable = Bu teklif için kimse size ulaşamıyor
offer-findings =
    { $count ->
        [0] Eksik yok.
       *[other] { $count } konu iyileştirilebilir.
    }
offer-edit = İletişim bilgilerini ve kaynakları düzenle
offer-orphaned = Bu yayımcı artık yanıt vermiyor
offer-orphaned-help = Yine de sorun: yanıtta işi kimin üstleneceği yazar, işletmeci de yayımcıda bir yetkili arar.
offer-reach = { $publisher } için iletişim bilgileri
offer-hidden = Rolünüz tüm iletişim bilgilerini göstermiyor
offer-hidden-help = Yayımcının iş ortaklarına özel iletişim bilgilerini şu roller görür: { $roles }. Kuruluşunuzda bu rollerden birini taşıyan birinden bu sayfayı açmasını ya da kullanıcıları yöneten kişiden size bu rolü vermesini isteyin.
offer-opened = Yeniden satışa açıklığı
offer-state = Durum
offer-state-draft = Taslak
offer-state-live = Satışta
offer-state-stop-sell = Yeni satış yok; abonelikler sürüyor
offer-state-withdrawn = Yayından kaldırıldı
offer-supporter = Teknik destek
offer-id = Teklif kimliği
offer-id-copy = Teklif kimliğini kopyala
opt-in-all = Tüm iş ortaklarına açık
opt-in-selected = Seçili iş ortaklarına açık
opt-in-none = İş ortaklarına kapalı
supporter-publisher = Yayımcı verir
supporter-operator = Pazar yeri işletmecisi verir
supporter-community = Topluluk verir; yanıt taahhüdü yoktur
facts-title = Bilgiler
documents-elsewhere = Diğer dillerde ({ $count })
documents-title = Belgeler ve bağlantılar
contact-customer-support = Müşteri desteği
contact-programme = İş ortağı programı
contact-engineering = Mühendislik
contact-support = Destek
contact-short-customer-support = müşteri desteği
contact-short-programme = iş ortağı programı
contact-short-engineering = mühendislik
contact-partners-only = yalnızca iş ortakları
contact-missing-customer-support = Yayımcı, müşterilerin sorabileceği kimseyi belirtmedi. Müşterilerin soruları, ürünü satandan geçmek zorunda.
contact-missing-programme = Yayımcı; kâr payı, özel teklif ve yeniden satış soruları için kimseyi belirtmedi.
contact-missing-engineering = Yayımcı, iş ortaklarının soruları için mühendislik iletişim bilgisi vermedi.
vcard-save = vCard olarak kaydet
who-title = Kim neyi destekler
who-when-you = Siz sorduğunuzda
who-when-customer = Bir müşteri sorduğunda
who-first = önce sorulan
who-owner = sorumlu
who-passes = iletir
who-none = bu işte yeri yok
who-open = Sağlayıcı ile bayi arasında kararlaştırılmadı
who-channel = Satın alma yolu
promised-title = Taahhüt edilenler
promised-none = Kayıtlarda hizmet düzeyi içeren bir sözleşme yok. Yayımcıdan Üçüncü Taraf Müşteri Sözleşmesi'ni isteyin.
promised-counted = Sürelerin işlediği saatler: { $hours }
promised-uncounted = Sürelerin hangi saatlerde işlediği belirtilmemiş.
severity = Önem derecesi
severity-a = iş durdu
severity-b = iş aksıyor
severity-c = bir soru ya da küçük bir kusur
first-response = İlk yanıt
update-interval = Sonraki bilgi
target = Çözüm
every = { $span } arayla
not-promised = taahhüt yok
asked-now-until = şimdi sorulursa en geç { $time }
first-response-in = ilk yanıt: { $span } içinde
update-every = ardından { $span } arayla bilgi
target-in = çözüm: { $span } içinde
plans-title = Planlar
plan = Plan
plan-price = Fiyat
price-on-request = istek üzerine
term-monthly = aylık
term-annual = yıllık
term-metered = kullanım bazlı
resource-documentation = Kullanıcı belgeleri
resource-training = Eğitim
resource-sales-collateral = Satış malzemesi
resource-programme-marketing = Programın pazarlama malzemesi
resource-getting-started = İlk adımlar
resource-privacy = Gizlilik
resource-terms = Koşullar
resource-other = Diğer

## Soru sorma

ask-title = Sor
ask-lede = Hangi ürün olduğunu ve konunun ne olduğunu söyleyin. Kimin sorumlu olduğunu, nedenini ve ona nasıl ulaşacağınızı öğrenin.
ask-product = Ürün
ask-product-optional = Belirli bir ürünle ilgili değilse boş bırakın
ask-offer = Hangi ürün?
ask-offer-hint = Adının ya da yayımcısının adının bir bölümünü yazın.
ask-offer-none = “{ $name }” için uygun teklif yok. Daha az sözcükle ya da başka bir yazımla deneyin.
ask-offer-several = “{ $name }” için birden çok teklif uyuyor. Aşağıdan birini seçin.
ask-offer-choose = Hangisi?
ask-subscription = Hangi abonelik?
ask-subscription-hint = Aboneliği seçerseniz yanıt kesinleşir: ürünü kimin sattığı ve neyin kararlaştırıldığı bellidir.
ask-subscription-none = Belirli bir abonelik değil
ask-channel = Nasıl satın alındı?
ask-channel-unknown = Bilinmiyor
ask-asker = Kim soruyor?
ask-asker-usual = Kuruluşunuz, her zamanki konumuyla
ask-topic-needed = Konuyu seçin.
ask-words = Listede bul
ask-words-hint = Listede yalnızca bu sözcükleri içeren konular kalır.
ask-words-none = Hiçbir konuda bu sözcükler yok. Alanı temizleyip en yakın konuyu seçin.
ask-go = Kimin desteklediğini bul
ask-nothing-sent = Henüz kimseye bir şey gönderilmez.
family-technical = Ürün
family-commercial = Ödemeler ve abonelikler
family-agreement = Koşullar ve satın alınabilirlik
family-commerce = Pazar yerinin kendisi
family-support = Sağlayıcı ile bayi arasında
family-product = Ürün
family-purchase = Ödemeler ve abonelikler
family-contract = Koşullar
family-platform = Pazar yerinin kendisi

## Hat

line-label = Bu sorunun izlediği yol
line-you = Buradasınız
line-first = Önce buraya sorun
line-owner = Sorumlu
line-yours = Sizin işiniz
line-escalation = Kimse yanıt vermezse
line-unreached = İletişim bilgisi bilinmiyor
line-promise = { $span } içinde yanıt
line-promise-range = Önem derecesine göre { $soonest } ile { $latest } arasında yanıt
line-promise-until = en geç { $time }
line-clock-agreement = Sözleşmesinde taahhüt edilir. Sürelerin işlediği saatler: { $hours }
line-clock-desk = Kendi destek masası taahhüt eder. Sürelerin işlediği saatler: { $hours }
line-clock-programme = Programın kuralları taahhüt eder. Sürelerin işlediği saatler: { $hours }
line-clock-unsaid-desk = Kendi destek masası taahhüt eder; sürelerin hangi saatlerde işlediğini belirtmez.
line-clock-unsaid-programme = Programın kuralları taahhüt eder; sürelerin hangi saatlerde işlediğini belirtmez.
line-gap-title = Kararlaştırılmadı:
line-gap = bu konuyu kimin üstleneceği. { $provider } ile görüşün ve bunu destek paylaşımında netleştirin; o zamana kadar soru oraya gider.
line-gap-others = bu konuyu kimin üstleneceği. { $provider } ile bayi bunu netleştirmelidir; o zamana kadar kime sorulacağını hat gösterir.
verdict-yours = Bu sizin işiniz.
verdict-yours-with = Bu sizin işiniz; bunun için { $first } ile görüşmeniz gerekir.
verdict-direct = Bundan sorumlu olan: { $owner }. Size doğrudan yanıt verir.
verdict-unreached = Bundan sorumlu olan: { $owner }; ancak şu anda ulaşılamıyor. { $next } ile görüşün.
verdict-open = Bunu kimin üstleneceği kararlaştırılmadı. Önce { $first } ile görüşün.
verdict-through = Bundan sorumlu olan: { $owner }. Önce { $first } ile görüşün.
verdict-through-open = Bundan sorumlu olan: { $owner }. Kimin başvuracağı kararlaştırılmadı: önce { $first } ile görüşün.

## Yanıt

answer-for = müşteri: { $customer }
answer-change = Soruyu değiştir
answer-why = Neden
answer-edition = { $edition } sürümü, yürürlük tarihi { $date }
answer-source = Programın kendi sayfası
answer-superseded = Kurallar o zamandan beri değişti
answer-superseded-help = Bu yanıt, verildiği tarihteki sürüme dayanır. Bugün geçerli olanı öğrenmek için yeniden sorun.
answer-again = Yeniden sor
answer-missing = Eksik olanlar ve bunları tamamlayacak olan
answer-more = Taahhüt, sonraki adımlar ve bağlantı
answer-contacts = Diğer iletişim bilgileri
answer-next = Sırada
answer-another = Başka bir soru sor
answer-copy = Yanıtı metin olarak kopyala
answer-link = Çalışma arkadaşlarınız için bu yanıtın bağlantısı
answer-link-copy = Bağlantıyı kopyala
answer-decided = Karar zamanı: { $ago } ({ $time })
answer-asked-as = soran: { $part }
answer-zone = Saatler şu dilime göredir: { $zone }.
clause-original = Özgün metin
promised-by = Taahhüt eden: { $who }
promise-stands-in = Dayanağı:
promise-source-programme = programın kuralları
promise-source-desk = kuruluşun kendi destek masası için söylediği
promise-otherwise = Arıza yoksa: { $count } iş günü içinde.

## Eksik olanlar ve bunları kimin tamamlayacağı

lack-split = Sağlayıcı ile bayi bunu kararlaştırmadı
lack-split-help = { $who }, bu konuyu kimin üstleneceğini bayi ile kararlaştırmalıdır. O zamana kadar hattın gösterdiği gibi sorun.
lack-contact = Yayımcı iletişim bilgisi vermiyor
lack-contact-help = { $who }, teklifin sayfasında bir iletişim bilgisi vermelidir. O zamana kadar kendisine doğrudan ulaşılamaz.
lack-contact-customer-support = Müşteri desteği iletişim bilgisi yok
lack-contact-customer-support-help = { $who }, müşterilerin sorabileceği bir iletişim bilgisi vermelidir.
lack-contact-programme = Programın iş ortakları için iletişim bilgisi yok
lack-contact-programme-help = { $who } bir iletişim bilgisi vermelidir; o zamana kadar diğerlerini kullanın.
lack-desk = Önce sorulacak tarafın iletişim bilgisi yok
lack-desk-help = { $who }, desteğine nasıl ulaşılacağını belirtmelidir.
lack-service-level = Kayıtlı hizmet düzeyi yok
lack-service-level-help = { $who }, hizmet düzeylerini içeren sözleşmesini vermelidir. O zamana kadar yanıt süresi taahhüdü yoktur.
lack-technical-choice = Teknik sorularda ne yapılacağı seçilmemiş
lack-technical-choice-help = { $who }, bunları yayımcıya yönlendirip yönlendirmediğini belirtmedi. Belirtene kadar takibini kendisi üstlenir.
lack-publisher-answer = Yayımcı artık yanıt vermiyor
lack-publisher-answer-help = { $who }, onun adına yanıt verecek birini arar. Hattaki noktalı yolu izleyin.
lack-support-promise = Bu ürün için kimse destek taahhüt etmiyor
lack-support-promise-help = Ürünü topluluğu sürdürüyor; { $who }, yanıt verebildiğinde verir.
lack-purchase-date = Satın alma günü bilinmiyor
lack-purchase-date-help = { $who } bu tarihi bildirmelidir: iade süresinin dolup dolmadığı buna bağlıdır.
lack-subscription = Hangi abonelikle ilgili olduğu bilinmiyor
lack-subscription-help = { $who } aboneliği belirtip yeniden sorabilir; o zaman hat, satanı adıyla gösterir.
lack-role = Rolünüz yayımcının iletişim bilgilerini göstermiyor
lack-role-help = { $who }: bu bilgileri şu roller görür: { $roles }. Bu rollerden birini taşıyan bir çalışma arkadaşınızdan yayımcıya ulaşmasını ya da kullanıcıları yöneten kişiden size bu rolü vermesini isteyin.
lack-act-support = Şimdi netleştir
lack-act-desk = İletişim bilgisi ekle

## Ürün kategorileri

category-ai = Yapay zekâ
category-analytics = Analitik
category-collaboration = İş birliği
category-commerce = Ticaret
category-data = Veri
category-developer-tools = Geliştirici araçları
category-finance = Finans
category-industry = Sanayi
category-it-management = BT yönetimi
category-productivity = Üretkenlik
category-security = Güvenlik
category-supply-chain = Tedarik zinciri
