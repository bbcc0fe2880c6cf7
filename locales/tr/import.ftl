### Dosya aktarma: ne yapıldı, bir satırda ne yanlış, bir dosya neden okunamadı.

## Dosyadaki tek bir sorun; nedeni aşağıdaki cümlelerden biridir

import-problem = { $line }. satır, { $column }, “{ $value }”: { $reason }
import-problem-column = { $line }. satır, { $column }: { $reason }
import-problem-row = { $line }. satır: { $reason }

## Dosyanın biçimi

import-column-unknown = Bu sütun bilinmiyor, okunmuyor.
import-column-twice = Bu sütun iki kez geçiyor; ilki geçerlidir.
import-field-count = Satırdaki alan sayısı başlıktakinden farklı ({ $detail }). Bir tırnak işareti eksik olabilir.
import-field-too-long = Alan { $detail } bayttan uzun.
import-row-too-long = Satır { $detail } bayt içinde bitmiyor. Bir tırnak işareti eksik olabilir.
import-item-too-long = Öge çok büyük.
import-control-character = İçinde bir denetim karakteri var.
import-not-utf8 = Metin UTF-8 değil.
import-json = JSON okunamıyor: { $detail }
import-not-a-resource = Bu, bir ürüne ait kaynak değil.
import-not-text = Burada metin olmalı.
import-not-a-line = Bu bir mutabakat satırı değil: tutar içermiyor.
import-too-many = { $detail } sınırı aşıldı; gerisi alınmadı.

## Tek tek değerler

import-required = Bu alan boş bırakılamaz.
import-text-too-long = { $detail } karakterden uzun.
import-handle = Geçerli bir kısa ad değil: küçük harf, rakam ve tire, en çok 80 karakter.
import-word = Bilinen bir değer değil. Bilinenler: { $detail }.
import-flag = true ya da false olmalı.
import-date = 2026-11-20 veya 2026-11-20T09:00:00Z gibi bir tarih değil.
import-whole = İzin verilen aralıkta bir tam sayı değil.
import-decimal = 1234.56 gibi bir sayı değil.
import-country = İki harfli bir ülke kodu değil.
import-hours = “Mon-Fri 09:00-18:00 Europe/Istanbul” veya “24x7” gibi çalışma saatleri değil.
import-language = ko veya es-MX gibi bir dil etiketi değil.
import-email = Bir e-posta adresi değil.
import-agreement = Sözleşme okunamıyor: { $detail }

## Satırın söylediği ile kayıtlı olan

import-no-organisation = Böyle bir kuruluş yok.
import-no-offer = Bu yayımcının böyle bir teklifi yok.
import-alias-taken = Bu kimlik başka bir kuruluşa ait.
import-operator-twice = Bu pazar yerini başka bir kuruluş işletiyor; tek bir işletmeci olabilir.
import-not-of-this-kind = Bu kuruluş o rolde değil.
import-related-to-itself = Bir kuruluşun kendisiyle ilişkisi olamaz.
import-until-before-since = Bitiş, başlangıçtan önce.
import-email-taken = Bu e-posta adresi başka bir kişiye ait: o kişinin kısa adını ya da başka bir adres yazın.
import-renewed-before-purchase = Yenileme, satın almadan önce.
import-indirect-needs-reseller = Dolaylı satın almada bir bayi bulunmalı.
import-reseller-without-provider = Yalnızca dolaylı satın almada bayi bulunur.
import-support-contact = Destek muhatabı yalnızca dolaylı satın almadaki sağlayıcı veya bayi olabilir.
import-not-related-to-provider = Bu bayinin sağlayıcıyla ilişkisi yok.
import-not-related-to-customer = Bu bayinin müşteriyle ilişkisi yok, bu yüzden destek muhatabı olamaz.
import-offer-twice = Bu teklif { $detail }. satırda zaten var.
import-publisher-ambiguous = Bu adı taşıyan birden çok yayımcı var; bu yüzden ne ürün ne de aboneliği kaydedildi. Kastedilen yayımcıya bu satırdaki yayımcı kimliğini vererek ya da adlarını farklılaştırarak kuruluşları içe aktarın; bu aboneliğin geçtiği bir sonraki dosya onu kaydeder.

## Kuşkular: olduğu gibi alındı, ama birinin bakması iyi olur

import-doubt-offer-twice = Aynı teklif { $detail }. satırda da var; bu satır ayrı bir teklif olarak kaydedildi.
import-doubt-resource-url = https:// ile başlayan bir web adresi değil, bu yüzden açılamaz.
import-doubt-reseller-unknown = Bu iş ortağı numarasına sahip bir bayi bilinmiyor; abonelikler bayi olmadan kaydedildi.
import-doubt-no-contact = Yayımcı hiçbir iletişim bilgisi vermiyor.
import-doubt-no-customer-support = Müşteri desteği iletişim bilgisi eksik.
import-doubt-no-engineering = Mühendislik iletişim bilgisi eksik.
import-doubt-no-programme-contact = Program iletişim bilgisi eksik.
import-doubt-malformed-email = Bu e-posta adresi çalışamaz.
import-doubt-personal-mailbox = Bu, bir destek masasının değil, bir kişinin posta kutusu gibi görünüyor.
import-doubt-bad-url = https:// ile başlayan bir web adresi değil, bu yüzden açılamaz.
import-doubt-bad-phone = Bu bir telefon numarasına benzemiyor.
import-doubt-no-hours = Müşteri desteğinin hangi saatlerde yanıt verdiği belirtilmemiş.
import-doubt-no-documentation = Kullanıcı belgeleri yok.
import-doubt-no-agreement = Hizmet düzeylerini içeren bir sözleşme yok.

## Özet

import-seen-before = Bu dosya daha önce tümüyle aktarılmış. Hiçbir şey değişmedi.
import-dry-run = Prova: hiçbir şey değiştirilmedi. Aktarım şunları yapardı.
import-rows = { $count } satır okundu
import-resumed = { $count } satır, yarıda kalan bir aktarımdan zaten kayıtlıydı
import-did-organisations = Kuruluşlar: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-did-relationships = İlişkiler: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-did-people = Kişiler: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-did-offers = Teklifler: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-did-authorisations = Satış yetkileri: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-did-subscriptions = Abonelikler: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-did-invoice-lines = Fatura satırları: { $created } yeni, { $updated } değişti, { $unchanged } aynı kaldı
import-noted-no-publisher = { $count } satırda yayımcı yok: fatura satırı olarak saklandı, teklif oluşturulmadı
import-noted-own-product = { $count } satır işletmecinin kendi ürünleri için: fatura satırı olarak saklandı, teklif oluşturulmadı
import-noted-no-customer = { $count } satırda müşteri yok: abonelik oluşturulmadan saklandı
import-noted-no-subscription = { $count } satırda abonelik yok
import-errors = { $count } hata: ilgili veriler alınmadı
import-doubts = { $count } kuşku: olduğu gibi alındı, ama bakmaya değer

## Bir dosya neden (daha fazla) aktarılamadı

import-failed-unreadable = { $place } okunamıyor: { $cause }
import-failed-unwritable = { $place } yazılamıyor: { $cause }
import-failed-encoding = Dosya UTF-8 değil. “CSV UTF-8” olarak kaydedip yeniden deneyin.
import-failed-no-header = İlk satırda sütun adı yok.
import-failed-columns = Dosyada şu sütunlar eksik: { $columns }
import-failed-too-large = Dosya { $megabytes } MB’tan büyük. Bölüp parçaları ayrı ayrı aktarın.
import-failed-shapeless = Çok fazla satır birbirine karışıyor, sonuncusu { $line }. satırda. Ondan önceki satırlar alındı. Tırnak işaretlerini denetleyin.
import-failed-json = JSON { $item }. ögede bozuk. Ondan önceki ögeler alındı.
import-failed-mapping = { $name } eşlemesi kullanılamıyor: { $reason }
import-failed-needs-publisher = Tekliflerin hangi yayımcıya ait olduğunu belirtin (--publisher).
import-failed-needs-seller = Mutabakat satırlarının hangi satıcıya ait olduğunu belirtin (--seller).
import-failed-needs-mapping = Sütunların nasıl okunacağını belirtin (--mapping).
import-failed-no-publisher = { $value } kısa adlı bir yayımcı yok.
import-failed-no-seller = { $value } kısa adlı bir iş ortağı, sağlayıcı veya bayi yok.
import-failed-elsewhere = Aynı dosya başka bir işlem tarafından aktarılıyor.
import-failed-stopped = Durduruldu. Aynı dosyayı yeniden aktarırsanız kaldığı yerden sürer.
