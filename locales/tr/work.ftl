### Kuruluşların ayar yaptığı sayfalar: yayımcının teklifleri, seçimler ve destek paylaşımları, müşteriler ve abonelikler, destek masası; ayrıca API başvurusu.

## Formlar

form-saved = Kaydedildi. Artık herkes böyle görüyor.
form-dismiss = Kapat
form-save = Kaydet
form-leave = Değiştirmeden bırak
form-changed = Sizin değişikliğiniz henüz kaydedilmedi; aşağıdaki formda duruyor. İkisinin ayrıldığı yerlerde şu anda kayıtlı olan budur. Kendinizinkini koymak için yeniden kaydedin.
form-empty = (boş)
form-name = Ekip ya da kişi
form-email = E-posta
form-phone = Telefon
form-phone-hint = Ülke koduyla.
form-url = Web adresi
form-url-hint = https:// ile başlar
form-hours = Çalışma saatleri
form-hours-hint = Okuyanlara kendi saatleriyle gösterilir. Belirli saat yoksa boş bırakın.
form-hours-row = Gün ve saatler
form-always = Günün her saati
form-day-first = İlk gün
form-day-last = Son gün
form-opens = Açılış
form-closes = Kapanış
form-zone = Saat dilimi
form-languages = Diller
form-more-languages = Diğer diller
targets-hint = Süreleri 30 dk, 4 saat veya 2 gün gibi yazın; bir gün, aşağıdaki saatlerden 24’ü sayılır. Söz verilmeyeni boş bırakın.
work-first = Başa dön

## Yayımcının kendi teklifleri

my-offers-title = Tekliflerim
my-offers-lede = Tekliflerinizin her biri sorulara ne kadar hazır. Size en çok ihtiyaç duyanlar başta.
my-offers-empty = Burada henüz teklifiniz yok
my-offers-empty-help = Listelemeleriniz içe aktarılınca görünürler. Bunu pazar yeri işletmecisinden isteyin.
my-offers-said =
    { $count ->
        [one] { $count } teklif
       *[other] { $count } teklif
    }{ $unreachable ->
        [0] { "" }
        [one] ; { $unreachable } teklif için kimseye ulaşılamıyor
       *[other] ; { $unreachable } teklif için kimseye ulaşılamıyor
    }
my-offers-offer = Teklif
my-offers-readiness = Hazırlık
my-offers-to-fix = Önce düzeltilecekler
my-offers-nothing = yok
my-offers-more =
    { $count ->
        [one] ve { $count } tane daha
       *[other] ve { $count } tane daha
    }
my-offers-complete = Eksiksiz
my-offers-ready =
    { $count ->
        [one] Hazır, { $count } öneri
       *[other] Hazır, { $count } öneri
    }
my-offers-gaps =
    { $count ->
        [one] Düzeltilecek { $count } şey
       *[other] Düzeltilecek { $count } şey
    }
my-offers-unreachable = Size ulaşılamıyor
offer-edit-see = Sayfayı gör
offer-edit-read-only = Bakabilirsiniz, ama bir şey değiştiremezsiniz
offer-edit-everyone = herkes görür
my-contact-hint-customer-support = Müşterilerin ve satıcıların sorabileceği yer. Birden çok kişinin okuduğu bir adres verin.
my-contact-hint-programme = Satıcıların kâr payı, özel teklif ve yeniden satış soruları için. Müşteriler hiçbir zaman görmez.
my-contact-hint-engineering = Size bir arıza getiren satıcılar için. Müşteriler hiçbir zaman görmez.
offer-edit-resources = Belgeler ve bağlantılar
offer-edit-resources-hint = İnsanların size sormadan önce gereksindikleri. Satış ve pazarlama malzemesi yalnızca satıcılara gösterilir. Bir belgeyi çıkarmak için satırı boşaltın ya da “çıkar” kutusunu işaretleyin.
offer-edit-document = Belge { $number }: { $field }
offer-edit-contacts = İletişim bilgileri
offer-edit-resource-title = Başlık
offer-edit-resource-url = Web adresi
offer-edit-resource-kind = Tür
offer-edit-resource-lang = Dil
offer-edit-any-language = Belirtilmemiş
offer-edit-remove = çıkar
offer-edit-agreement = Sözleşme ve hizmet düzeyleri
offer-edit-agreement-hint = Üçüncü Taraf Müşteri Sözleşmenizin verdiği sözler. Soran herkese sizin adınızla aktarılır.
offer-edit-agreement-title = Sözleşmenin adı
offer-edit-agreement-url = Okunabileceği yer
offer-edit-agreement-hours-hint = Yukarıdaki sürelerin işlediği saatler. Boşsa günün her saati.
offer-edit-consequence = Kaydedildiği anda yeni sorular bu iletişim bilgileri ve sözlerle yanıtlanır. Verilmiş yanıtlar olduğu gibi kalır.
offer-seen-title = Bu sayfayı kim nasıl görüyor
offer-seen-by = Gören
offer-seen-no-contact = Hiçbir iletişim bilgisi görmezler.
offer-seen-hidden = Gizli tutulanlar ({ $party } görmez): { $what }.

## Bir teklifi hazır kılan ve hazır olmaktan alıkoyan

ready-title = Sorulara hazır mı
ready-count = { $all } maddeden { $met } tamam
ready-fix = Düzelt
ready-customer-support = Müşteriler size ulaşabiliyor
ready-hours = Çalışma saatleri belli
ready-engineering = Satıcılar size arıza bildirebiliyor
ready-programme = Satıcılar yeniden satışı sorabiliyor
ready-addresses = Bütün adresler düzgün görünüyor
ready-documentation = Kullanıcı belgeleri var
ready-agreement = Sözleşme kayıtlı
finding-no-contact = Bu teklif için kimseye ulaşılamıyor
finding-no-contact-help = En azından bir müşteri desteği iletişim bilgisi verin; o zamana kadar her soru satanda kalır.
finding-no-customer-support = Müşteri desteği iletişim bilgisi yok
finding-no-customer-support-help = Satıcı size yönlendirdiğinde müşterilerin başvuracağı kimse yok.
finding-no-engineering = Mühendislik iletişim bilgisi yok
finding-no-engineering-help = Arıza bulan satıcılar kime söyleyeceğini bilmiyor.
finding-no-programme-contact = İş ortağı programı için iletişim bilgisi yok
finding-no-programme-contact-help = Satıcılar kâr payını, özel teklifi, yeniden satışı soramıyor.
finding-malformed-email = “{ $value }” bir e-posta adresi değil
finding-malformed-email-help = Oraya gönderilen ulaşmaz. Düzeltin.
finding-personal-mailbox = “{ $value }” tek kişinin posta kutusuna benziyor
finding-personal-mailbox-help = O kişi yokken sorular okunmadan kalır. Bir ekibin okuduğu adresi verin.
finding-bad-url = “{ $value }” bir web adresi değil
finding-bad-url-help = Bağlantı hiçbir yere gitmiyor. https:// ile başlatın.
finding-bad-phone = “{ $value }” aranabilecek bir numara değil
finding-bad-phone-help = Numarayı ülke koduyla yazın.
finding-no-hours = Müşteri desteğinin saatleri yok
finding-no-hours-help = Şimdi mi yarın mı yanıt vereceğinizi kimse bilemiyor.
finding-no-documentation = Kullanıcı belgesi yok
finding-no-documentation-help = Okunacak bir kılavuz olsa soruların çoğu hiç sorulmazdı.
finding-no-agreement = Hizmet düzeyi içeren sözleşme yok
finding-no-agreement-help = Satıcılar, ne zaman yanıt vereceğinizi müşterilerine söyleyemiyor.

## Teknik sorular: satıcının seçimi

choice-title = Müşterilerinizin teknik soruları
choice-lede = Teknik soru, ürünün yayımcısınındır. Müşterileriniz oraya kendileri mi sorsun, yoksa soruyu siz mi taşıyın; bunu siz seçersiniz.
choice-usual = Bütün ürünler için
choice-none = Henüz seçilmedi
choice-help-none = Müşterilerinize size gelmeleri ve soruyla ne yapacağınızı belirtmediğiniz söylenir.
choice-send-on = Yönlendir
choice-help-send-on = Müşterilerinize yayımcının müşteri desteği gösterilir; doğrudan oraya sorarlar. Yayımcının müşterilere iletişim bilgisi vermediği yerde yine size gelirler.
choice-coordinate = Takibini üstlen
choice-help-coordinate = Müşterileriniz size sorar; yayımcıyla siz çalışır, yanıtı siz getirirsiniz.
choice-save = Seçimi kaydet
choice-exceptions = Tek tek ürünler için farklı olanlar
choice-no-exceptions = Yok: yukarıdaki seçim her ürün için geçerli.
choice-offer = Hangi ürün?
choice-offer-hint = Adının ya da yayımcısının bir bölümünü yazın.
choice-found = Bunlardan hangisi?
choice-for-it = Onunla ilgili teknik sorular
choice-add = Ekle
choice-remove = Kaldır
error-offer-needed = Bunun hangi ürün için olduğunu yazın.

## Destek: seçimler ve paylaşımlar

support-title = Destek
support-lede = Teknik sorularla ne yaptığınız ve her bayiyle ne kararlaştırdığınız. Kaydettiğiniz andan itibaren yanıtlar buna uyar.
support-read-only = Bakabilirsiniz, ama bir şey değiştiremezsiniz
support-resellers = Bayileriniz
support-resellers-said =
    { $count ->
        [one] { $count } bayi
       *[other] { $count } bayi
    }; { $open ->
        [0] açıkta kalan yok
        [one] { $open } bayiyle açıkta kalan var
       *[other] { $open } bayiyle açıkta kalan var
    }
support-no-reseller = Henüz bayiniz yok
support-no-reseller-help = Pazar yeri işletmecisi, sizin üzerinizden sattıklarını kaydedince görünürler.
support-by-topic = Konu konu
share-reseller = Bayi
share-both = İkisi
share-provider = Sağlayıcı
share-open = Açıkta
split-title = { $reseller } ile destek paylaşımı
split-lede = Bir müşteri sorduğunda ikinizden hanginiz ne yapar. Açıkta kalan, yoldaki herkese kararlaştırılmamış olarak gösterilir.
split-state = Durum
split-none = Kararlaştırılmadı
split-agreed = Kararlaştırıldı
split-open =
    { $count ->
        [one] { $count } konu açıkta
       *[other] { $count } konu açıkta
    }
split-open-said =
    { $count ->
        [0] Açıkta konu yok
        [one] { $count } konu açıkta kalıyor
       *[other] { $count } konu açıkta kalıyor
    }
split-profile = Hazır düzen
split-profiles = Hazır bir düzenden başla
split-use-profile = Bu düzeni kullan
split-no-profile = yok
split-from = İlk gün
split-until = Son gün
split-until-hint = Boşsa yenisi yerine geçene kadar geçerlidir.
split-until-replaced = yenisi yerine geçene kadar
split-topic = Konu
split-who = Kim yapar
split-customer-sees = Müşterinin gördüğü
split-legend = Bayi: önce ona sorulur, o yanıtlar. İkisi: önce bayiye sorulur, sağlayıcı yanıtlar. Sağlayıcı: doğrudan ona sorulur, o yanıtlar. Açıkta: henüz kararlaştırılmadı.
split-meets = Bayinin müşterileriyle siz de doğrudan görüşürsünüz
split-meets-hint = O zaman bu müşteriler, sorunun size geçtiği yerde iletişim bilginizi görür. Yoksa yalnızca bayiyi görürler.
split-meets-yes = evet
split-meets-no = hayır
split-changes = Değişecekler
split-no-change = Bugün geçerli olandan farkı yok
split-consequence = { $reseller } kabul edince, ilk gününden başlayarak { $since } tarihli anlaşmanın yerine geçer. Yeni sorular ona göre yanıtlanır; verilmiş yanıtlar olduğu gibi, eski anlaşma da kayıtta kalır.
split-consequence-first = { $reseller } kabul edince, ilk gününden başlayarak müşterilerinin soruları ona göre yanıtlanır. Verilmiş yanıtlar olduğu gibi kalır.
split-agree = Öner
split-preview = Ne anlama geldiğini göster
split-history = Bugüne kadarki anlaşmalar
split-no-history = Henüz yok.
split-contents = Kararlaştırılan
split-show = Göster
split-in-force = yürürlükte
split-later = daha sonra başlıyor
split-ended = sona erdi

## Bayinin payı

reseller-title = Hangisi sizin, hangisi sağlayıcınızın
reseller-lede = Soran müşteri de aynısını görür.
reseller-print = Masanız için yazdır
reseller-with = { $provider } ile
reseller-agreed = { $provider } ile { $day } tarihinden beri geçerli
reseller-open-title = Kararlaştırılmadı: { $topics }
reseller-open-help = Kararlaştırılana kadar bunlar için { $provider } ile görüşün ve destek paylaşımınıza yazdırın.
reseller-no-desk = Sağlayıcı kendisine nasıl ulaşılacağını belirtmemiş. Orada sizinle ilgilenen kişiden iletişim bilgisini buraya yazmasını isteyin.
reseller-no-desk-short = iletişim bilgisi yok
reseller-no-provider = Burada henüz sağlayıcınız yok
reseller-no-provider-help = Pazar yeri işletmecisi, kimin üzerinden sattığınızı kaydedince görünür.
reseller-whose = Kimin
reseller-way = Sorunun yolu
reseller-turn-to = Başvuracağınız yer
reseller-yours = Sizin
reseller-both = İkinizin: size sorulur, sağlayıcınız yanıtlar
reseller-theirs = Sağlayıcınızın
reseller-open = Kararlaştırılmadı
reseller-you = Siz
reseller-nobody = kimse, siz yanıtlarsınız
reseller-meets = Sağlayıcınız müşterilerinizle doğrudan da görüşür; bu yüzden onun iletişim bilgisini görürler.

## Müşteriler ve abonelikler

customers-title = Müşteriler
customers-lede = Kime sattığınız ve aboneliklerinin her birini kimin desteklediği.
customers-empty = Henüz müşteri yok
customers-empty-help = Satışlarınızın mutabakat satırları içe aktarılınca görünürler.
customers-no-subscription = Abonelik yok.
customers-all = Bütün abonelikler
subscriptions-title = Abonelikler
subscriptions-lede = Payınız olan bütün abonelikler.
subscriptions-lede-own = Kuruluşunuzun kullandıkları ve her birini kime soracağınız.
subscriptions-empty = Henüz abonelik yok
subscriptions-empty-help = Satın alınıp satıcının kayıtları içe aktarılınca görünürler. Bir ürün hakkında yine de sorabilirsiniz.
subscription-title = { $customer } için { $offer }
subscription-offer = Ürün
subscription-state = Durum
subscription-state-active = Etkin
subscription-state-trial = Deneme
subscription-state-suspended = Askıda
subscription-state-cancelled = İptal edildi
subscription-state-action-needed = Etkinleştirilmedi
subscription-state-help-active = Kullanımda. Süresinin sonunda kendiliğinden yenilenir.
subscription-state-help-trial = Deneme, zamanında iptal edilmezse kendiliğinden ücretli aboneliğe döner ve yenilenir.
subscription-state-help-suspended = Şu anda kimse kullanamıyor. Verileri 90 gün, en çok 120 gün saklanır; durduran nedeni o zamana kadar giderin.
subscription-state-help-cancelled = Sona erdi. Son ücretlerle ilgili sorular yine aynı yoldan gider.
subscription-state-help-action-needed = Satın alındı, ama yayımcıda etkinleştirilmedi. Bağlantı kimseye gönderilmedi: satıcının iletmesi gerekir; faturalama da ancak yayımcı onaylayınca başlar.
subscription-support = Destek muhatabı
subscription-who-supports = Bunu kime soracaksınız
subscription-by-default = varsayılan
subscription-no-desk = İletişim bilgisi verilmemiş
subscription-no-desk-help = Desteğine nasıl ulaşılacağını belirtmemiş. Soruyu burada sorun; yanıt ne yapılacağını söyler.
subscription-give-desk = İletişim bilginizi verin
subscription-ask = Bunun hakkında sor
subscription-see-offer = Teklifi gör
subscription-parties = Payı olanlar
subscription-plan = Plan
subscription-term = Faturalama
subscription-quantity = Lisans sayısı
subscription-purchased = Satın alma
subscription-renewed = Yenileme
subscription-id = Abonelik kimliği
subscription-set = Destek muhatabını belirle
subscription-set-hint = Müşteriye soracağı yer olarak kimin gösterileceği. Yeni sorular için hemen geçerli olur.
subscription-set-provider = { $customer } müşterisine, sağlayıcı { $name } gösterilir.
subscription-set-reseller = { $customer } müşterisine, bayi { $name } gösterilir. Sizin bayiniz olması ve bu müşteriye satması gerekir.
subscription-set-go = Belirle
subscription-set-locked = Destek muhatabını siz belirleyemezsiniz
subscription-set-role = Kuruluşunuzdaki bir Yönetici aracısı, Genel yönetici ya da Yardım masası aracısı belirleyebilir.

## Destek masası

desk-title = Destek masam
desk-lede = Kuruluşunuza destek için nasıl ulaşılacağı. Size gönderilen herkes bunu görür.
desk-lede-seller = Müşterilerinize hangi desteği verdiğiniz, ona nasıl ve ne zaman ulaşılacağı ve ne kadar tuttuğu söylenmelidir. Size gönderildikleri her yerde bunu görürler.
desk-read-only = Bakabilirsiniz, ama bir şey değiştiremezsiniz
desk-contact = Size nasıl ulaşılır
desk-promises = Ne kadar sürede yanıtlarsınız
desk-promises-hint = Ne kadar önemli olduğuna göre. Süreleri 30 dk, 4 saat veya 2 gün gibi yazın; söz vermediğinizi boş bırakın.
desk-price-title = Ne kadar tutar
desk-price = Desteğinizin ücreti
desk-price-hint = Kendi sözlerinizle: “dahil” ya da “bu saatler dışında saati 60 €” gibi.
desk-consequence = Kaydedildiği anda size gönderilen herkes bunu görür.

## API başvurusu

reference-title = API başvurusu
reference-lede = Sayfaların verdiği yanıtların aynısı, aynı maddelerle. Sürüm 1.
reference-document = OpenAPI belgesi
reference-contents = İçindekiler
reference-sign-in = Oturum açma
reference-sign-in-text = Authorization üst bilgisinde bir anahtar (bearer token) gönderin. Anahtar kuruluşunuzundur; programın neyi görüp yapabileceğini rolleri belirler. Programlara bakan kişi, Ayarlar › Anahtarlar sayfasında bir tane oluşturur. Metinlerin dilini Accept-Language belirler.
reference-token = Demodaki kendi belirteciniz:
reference-errors = Hatalar
reference-errors-text = Ters giden her şey type, title, status ve detail içeren bir sorun belgesi (RFC 9457) olarak döner; errors, kabul edilemeyen her girdiyi adlandırır. type her dilde aynıdır.
reference-paging = Sayfalama
reference-paging-text = Bir liste en çok limit kadar öğe verir. Daha fazlası varsa Link üst bilgisi, rel="next" ile sonraki sayfanın adresini taşır: olduğu gibi izleyin.
reference-versions = Değiştirme
reference-versions-text = Değiştirilebilen her şey bir ETag ile gelir. Değişiklikle birlikte If-Match içinde geri gönderin: başka biri daha hızlı davrandıysa yanıt 412 olur ve hiçbir şey değişmez.
reference-limits = Sınırlar
reference-limits-text = Bir kuruluşun dakikada belirli sayıda çağrı hakkı vardır; geçerli bir anahtarı olmayan çağrılar aynı sayıyı adreslerine göre paylaşır. Kaç olduğunu RateLimit-Policy, kaç tane kaldığını RateLimit söyler; aşılırsa yanıt, Retry-After ile 429 olur.
reference-objects = Nesneler
reference-field = Alan
reference-type = Tür
reference-what = Ne olduğu
reference-required = zorunlu
reference-parameters = Parametreler
reference-body = Gövde
reference-request = İstek
reference-reply = Yanıt
reference-example = Örnek
reference-copy = Kopyala
