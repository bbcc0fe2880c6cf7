### Başkalarının başka dilde yazdıklarını okuma ve onları çeviren hizmet.

## Bir teklifin sayfasında

offer-translated = Makine çevirisi. Özgün dil: { $language }. Çeviren: { $service }.
offer-translated-titles = Belge başlıkları makine çevirisidir. Çeviren: { $service }.
offer-title-translated = başlık makine çevirisi
offer-original = Bu, özgün metindir. Dili: { $language }.
offer-originals = Belge başlıkları yazıldıkları gibi gösteriliyor.
offer-show-original = Özgün metni göster
offer-show-translation = Çeviriyi göster
offer-translation-underway = Çeviri hazırlanıyor.
offer-translation-ready = Çeviri hazır.
offer-translation-failed = Çevrilemedi.
offer-reload = Sayfayı yeniden yükle

## Buna karar verenler için

translation-title = Çeviri
translation-lede = Kendi dilinde metin bulamayan okurlar, böyle olduğu belirtilen bir makine çevirisini okuyabilir; özgün metin bir tuş uzaktadır. Çeviriyi, LibreTranslate arayüzünü sunan, sizin seçtiğiniz bir hizmet yapar.
translation-goes-out = Gönderilenler: tekliflerin herkesin gördüğü özetleri ve açıklamaları, müşterilerin de gördüğü belgelerin başlıkları. Hiç gönderilmeyenler: taslaklar, satıcılara özel belgeler, iletişim bilgileri, sorular, notlar ve kimin okuduğuna dair herhangi bir şey.
translation-service = Hizmet
translation-on = Okurlar için çevir
translation-on-hint = Bir teklif, bir dildeki ilk okuru onu açtığında gönderilir; gelen çeviri 180 gün saklanır. Kapatılırsa artık hiçbir şey gönderilmez ve herkes özgün metinleri okur. Yazılmış olan hiçbir şey değişmez; yapılmış çeviriler saklanır ve yeniden açıldığında yine gösterilir.
translation-address = Hizmetin adresi
translation-address-hint = https://translate.example.com gibi. Sunucu yalnızca genel ağdaki makinelere https ile ve onu çalıştıranın izin verdiklerine sorar.
translation-key = API anahtarı
translation-key-hint = Yalnızca hizmet istiyorsa. Şifrelenmiş olarak saklanır, bir daha kimseye gösterilmez ve yalnızca bu adrese gönderilir.
translation-key-kept = Kayıtta bir tane var. Kalması için burayı boş bırakın; başka bir adres için yeniden girilmesi gerekir.
translation-without-key = Anahtarı unut
translation-targets = Çevrilecek diller
translation-characters = Dakikada karakter
translation-characters-hint = Hizmete bir dakikada en çok ne kadar gönderileceği, { $first } ile { $last } arasında. Daha uzun metinler sıralarını bekler.
translation-try = Hizmete dillerini sor
translation-tried = Hizmet yanıt veriyor
translation-tried-count = { $count ->
    [one] { $count } dilden çeviriyor.
   *[other] { $count } dilden çeviriyor.
}
translation-from = Şu dilden
translation-into = Buradaki şu dillere
translation-into-none = hiçbirine
translation-state = Durumu
translation-state-none = Bağlı bir hizmet yok.
translation-state-off = Kapalı.
translation-state-on = Açık.
translation-made = Çevrilen metinler
translation-waiting = Bekleyen teklifler
translation-given-up = Vazgeçilen teklifler
translation-given-up-hint = Bir gün sonra ya da siz kaydettiğinizde yeniden denenirler.
translation-failed = Hizmet { $when } başarısız oldu
translation-failed-help = Okurlar bu sırada özgün metinleri görür. Her başarısızlıkta uzayan bir aradan sonra yeniden sorulur.
translation-forget = Tüm çevirileri kaldır
translation-forget-says = Okurlar, yeniden çevrilene kadar özgün metinleri görür; bu da yeniden karakter harcar.
translation-saved = Kaydedildi.
translation-forgotten = Tüm çeviriler kaldırıldı.

failure-closed = Sunucunun bu adrese sormasına izin yok.
failure-unreachable = Ona ulaşılamadı.
failure-slow = Yanıtı çok uzun sürdü.
failure-large = Sorulandan çok daha fazlasını yanıtladı.
failure-strange = LibreTranslate gibi yanıt vermedi.
failure-key = Bir API anahtarı ya da başka bir anahtar istiyor.
failure-busy = Daha seyrek sorulmasını istiyor. Dakikadaki karakter sayısını azaltın.
failure-broken = Kendisinde bir sorun olduğunu söylüyor.
failure-refused = Bu metni ya da bu diller arasında çevirmiyor.

## Kabul edilemeyenler

error-translation-address = Hizmetin adresini https ile ve ? ya da # olmadan yazın.
error-translation-closed = Sunucu yalnızca genel ağdaki makinelere https ile sorar. Onu çalıştıran, buna da izin verebilir: --allow-fetch.
error-translation-unreachable = Hizmete ulaşılamıyor. Adresi denetleyin.
error-translation-answer = Bu adreste böyle bir hizmet yok: /languages adresine LibreTranslate gibi yanıt vermiyor.
error-translation-targets = En az bir dil seçin.
error-translation-target = Hizmet şu dile çevirmiyor: { $value }.
error-translation-characters = 10.000 ile 10.000.000 arasında bir sayı yazın.

## Erişim ve kayıt

object-translation = Çeviri
audit-act-forget-translations = tüm çevirileri kaldırdı
audit-act-set-translation = çeviri hizmetini değiştirdi
audit-field-characters-a-minute = Dakikada karakter
audit-field-key = Anahtar
audit-field-new-key = Yeni anahtar
audit-field-translations = Çeviriler
