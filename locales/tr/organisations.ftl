### Hangi kuruluşların bulunduğu ve ne oldukları; seçili iş ortaklarına açık bir teklifi kimin satın alabileceği; yanıt bekleyenler.

waiting-count = { $count ->
    [one] { $count } istek yanıtınızı bekliyor
   *[other] { $count } istek yanıtınızı bekliyor
}
proposal-waits = Yanıtınızı bekliyor
proposal-late = { $from } tarihinden geçerli olmak üzere önerilmişti; bu tarih geçti. Şimdi kabul ederseniz bugünden başlayarak geçerli olur; o zamana kadar verilen yanıtlar olduğu gibi kalır.
proposal-over = Son günü geçtiği için artık kabul edilemez. Reddedin ya da başka bir paylaşım önerin.
error-split-over = Bu önerinin son günü geçti. Reddedin ya da başka bir paylaşım önerin.

## Seçili iş ortaklarına açık bir teklifi kim satın alabilir

partners-title = İş ortakları
partners-exclusive = Yalnızca seçili iş ortaklarına açık
partners-exclusive-says = Bu teklifi herkes bulur; yalnızca burada listelenen iş ortakları satın alabilir.
partners-open = Tüm iş ortaklarına açık
partners-open-says = Bu teklifi her iş ortağı satın alabilir; kimsenin yetkilendirilmesi gerekmez. Buradaki liste, teklif yalnızca seçili iş ortaklarına açıldığında yeniden geçerli olur.
partners-closed = İş ortaklarına kapalı
partners-closed-says = Yetkili olsun olmasın hiçbir iş ortağı bu teklifi satın alamaz. Buradaki liste, teklif yalnızca seçili iş ortaklarına açıldığında geçerli olur.
partners-count = { $count ->
    [0] Henüz yetkili iş ortağı yok
    [one] { $count } iş ortağı yetkili
   *[other] { $count } iş ortağı yetkili
}
partners-none-help = Biri yetkilendirilene kadar bu teklifi hiçbir iş ortağı satın alamaz.
partners-partner = İş ortağı
partners-handle = Kısa ad
partners-since = Yetki tarihi
partners-brought-in = içe aktarıldı
partners-unnamed = Tekliflerinizden birini sattığında adını görürsünüz.
partners-withdraw = Yetkiyi geri al
partners-withdraw-now = Şimdi geri al
partners-withdraw-says = { $name } bundan sonra teklifi satın alınamaz olarak görür ve satın alamaz. Sattıkları olduğu gibi kalır ve desteği sürer. İstediğiniz zaman yeniden yetkilendirebilirsiniz.
partners-add = İş ortağı yetkilendir
partners-to = Kısa adı ya da tekliflerinizi satan bir iş ortağının adı
partners-to-hint = Size nasıl söylendiyse aynen öyle. Yalnızca tekliflerinizi zaten satan iş ortakları önerilir.
partners-add-says = Bu kısa ada sahip olan satıcı teklifi bundan sonra satın alabilir ve satın alınabilir olarak görür. Bu ada sahip biri olup olmadığını burada hiçbir şey söylemez; bu adla sonradan gelen bir iş ortağı da o andan başlayarak satın alabilir. İstediğiniz zaman geri alabilirsiniz.
partners-authorise = Yetkilendir
partners-done-added = Yetkilendirildi. Bu kısa ada sahip olan, teklifi bundan sonra satın alabilir.
partners-done-withdrawn = Yetki geri alındı. Artık teklifi satın alamaz.

error-authorisation-to = “{ $value }” ne bir kısa ad ne de tekliflerinizi satan tek bir iş ortağının adı. Kısa ad küçük harf, rakam ve tireden oluşur.
error-authorisation-open = Bu teklif yalnızca seçili iş ortaklarına açık değil; bu yüzden kimsenin yetkilendirilmesi gerekmez.
error-authorisation-no-seller = “{ $value }” satış yapmıyor: yalnızca iş ortakları, sağlayıcılar ve bayiler yetkilendirilebilir.
error-authorisation-max = Bu teklif için zaten { $value } iş ortağı yetkili. Yenisinden önce bazılarının yetkisini geri alın.

## Hangi kuruluşlar var

organisations-title = Kuruluşlar
organisations-lede = Bu merkezdeki herkes. Eklenen bir kuruluşun henüz kullanıcısı yoktur: ilk yöneticisi davet edilir.
organisations-search = Ad ya da kısa ad
organisations-kind = Rol
organisations-any-kind = Tüm roller
organisations-find = Bul
organisations-name = Kuruluş
organisations-kinds = Rolleri
organisations-country = Ülke
organisations-orphaned = Sahipsiz
organisations-none = Böyle bir kuruluş yok
organisations-none-help = Adının ya da kısa adının bir bölümünü arayın ya da aşağıdan ekleyin.
organisations-add = Kuruluş ekle
organisations-add-says = Bundan sonra görebileceklere görünür: bir yayımcıyı herkes, ötekileri birlikte çalıştıkları görür. Kısa ad dışında hepsini sonradan değiştirebilirsiniz.
organisations-new-name = Ad
organisations-new-name-hint = Kendini nasıl adlandırıyorsa öyle; onunla çalışan herkes görür.
organisations-new-handle = Kısa ad
organisations-new-handle-hint = Adreslerdeki adıdır ve değişmez. Boş bırakırsanız adından türetilir.
organisations-no-country = Belirtilmedi
organisations-kinds-legend = Ne olduğu
organisations-kinds-hint = Uygunsa birden çoğu birlikte.
organisations-done-added = Eklendi. Şimdi ilk yöneticisini davet edin.

kind-means-customer = Ürünleri kullanır: aboneliklerini ve kendisine satanları görür, soru sorar.
kind-means-reseller = Müşterilere satar; bir sağlayıcı isteyip kendisi kabul edince onun için satar.
kind-means-provider = Bayiler üzerinden satar ve neyi kimin destekleyeceğini her biriyle kararlaştırır.
kind-means-partner = Müşterilere kendisi satar ve onların ilk muhatabıdır.
kind-means-publisher = Ürün sunar; kendisini ve nasıl ulaşılacağını herkes görür.
kind-means-operator = Bu pazar yerini işletir. Bir tanedir.

organisation-title = Kuruluş
organisation-lede = Kuruluşunuzun adı ve ülkesi. Bu pazar yerinde ne olduğunu işletmeci belirler.
organisation-of-operator = { $name } kuruluşunun bu pazar yerinde ne olduğu.
organisation-name-says = Yeni ad, katalog da içinde olmak üzere her yerde hemen görünür. Kısa ad aynı kalır; adresler ve programlar çalışmayı sürdürür.
organisation-kinds-says = Eklenen rol kendi sayfalarını getirir; o rolün kullanıcı rolleri hemen verilebilir. Kaldırılan rol bunları da götürür; kişiler, ilişkiler, teklifler ya da abonelikler ona gerek duydukça kaldırılamaz.
organisation-orphaned = Artık onun adına kimse yanıt vermiyor
organisation-orphaned-says = O zaman tekliflerine ilişkin sorular pazar yeri işletmecisinde son bulur ve soran herkese yayımcının yanıt vermediği söylenir. Biri yanıt vermeye başlayınca geri alın.
organisation-invite = İlk yöneticisini davet et
organisation-invite-says = Onu henüz kimse yönetmiyor. Davet ettiğiniz kişi şu rolleri alır ve ötekileri içeri alır: { $roles }. Bağlantı bir kez ve yedi gün çalışır.
organisation-handle = Kısa ad: { $handle }

error-country = “{ $value }” iki harfli bir ülke kodu değil.
error-kinds-none = Ne olduğunu belirten en az bir seçim yapın.
error-kind = “{ $value }” şunlardan biri değil: customer, reseller, provider, partner, publisher, operator.
error-kind-operator = Bir pazar yerinin tek işletmecisi olur: o işletmeci olarak kalır, başkası da işletmeci olamaz.
error-kind-roles = Bu role bağlı kullanıcı rolleri olan kişiler, programlar ya da açık davetler var: { $value }. Önce onlara başka roller verin ya da onları kaldırın.
error-kind-relationships = Ona gerek duyan ilişkiler var: { $value }. Önce taraflardan biri bunları bitirmeli.
error-kind-offers = Geri çekilmemiş teklifleri var: { $value }.
error-kind-subscriptions = İptal edilmemiş abonelikler var: { $value }.
error-organisation-handle = “{ $value }” kısa ad olamaz. Küçük harf, rakam ve tireden oluşan, en çok 80 karakterlik bir ad yazın.
error-organisation-taken = “{ $value }” kısa adı başka bir kuruluşun. Başka bir ad yazın.
