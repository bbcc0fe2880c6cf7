### Kuruluşlar arasındaki ilişkiler: istemek, onaylamak, bitirmek.

relationships-title = İlişkiler
relationships-lede = Kuruluşunuzun kimlerle çalıştığı. İki taraf da istemeden önce ve biri bitirdikten sonra, bir ilişkiye dayanarak hiçbir şey gösterilmez ve yapılmaz.
relationships-waiting = Yanıtınızı bekleyenler
relationships-asked = Sizin istekleriniz
relationships-asked-hint = Kime ulaştığınızı, ulaşıp ulaşmadığınızı ancak kabul edilince öğrenirsiniz.
relationships-whom = Kuruluş
relationships-as = Rolü
relationships-when = Ne zaman
relationships-since = Başlangıç
relationships-state = Durum
relationships-end = Bitir
relationships-end-now = Şimdi bitir
relationships-withdraw = Geri al
relationships-accept = Kabul et
relationships-decline = Reddet
relationships-none = Henüz ilişki yok
relationships-none-help = Biri sizden istediğinde, siz birinden istediğinizde ya da pazar yeri işletmecisi içe aktardığında burada görünür.
relationships-ask = İlişki iste
relationships-kind = Ne için
relationships-ask-provider-reseller = Bayimiz olarak onun üzerinden satmak
relationships-ask-partner-customer = Müşterimiz olarak ona satmak
relationships-to = Kısa adı ya da oradaki bir yöneticinin e-posta adresi
relationships-to-hint = Size nasıl söylendiyse aynen öyle. Seçilecek bir liste yoktur.
relationships-ask-says = Kuruluşunuzun adını görürler ve kabul ya da reddederler. O zamana kadar onlara ait hiçbir şey görmezsiniz; birine ulaşıp ulaşmadığınızı da burada hiçbir şey söylemez.
relationships-send = İsteği gönder
relationships-past = Önceki ilişkiler
relationships-past-show = Biten, reddedilen ve geri alınanları göster

relationships-provider-reseller-above = Bayileriniz
relationships-provider-reseller-below = Sağlayıcılarınız
relationships-provider-reseller-beside = Sağlayıcılar ve bayileri
relationships-partner-customer-above = Müşterileriniz
relationships-partner-customer-below = Size satanlar
relationships-partner-customer-beside = Satıcılar ve müşterileri
relationships-asks-provider-reseller-below = { $name } sağlayıcınız olarak sizin üzerinizden satmak istiyor.
relationships-asks-partner-customer-below = { $name } size satmak ve sizin adınıza sormak istiyor.
relationships-consequence-provider-reseller-below = Kabul ederseniz { $name } kuruluşunuzu, size nasıl ulaşıldığını ve müşterilerinizi onun üzerinden aldıklarıyla birlikte görür; neyi kimin destekleyeceğini onunla kararlaştırabilirsiniz. İkiniz de bitirebilirsiniz. Reddederseniz { $name } yalnızca birinin reddettiğini öğrenir.
relationships-consequence-partner-customer-below = Kabul ederseniz { $name }, varsa sağlayıcısı da, kuruluşunuzu ve size nasıl ulaşıldığını görür, ondan aldıklarınız hakkında soru sorabilir. İkiniz de bitirebilirsiniz. Reddederseniz { $name } yalnızca birinin reddettiğini öğrenir.
relationships-end-provider-reseller-above = Artık { $name } ve müşterilerini görmezsiniz; destek için kararlaştırdıklarınız geçersiz olur. Satılanlar ve verilmiş kararlar kayıtta kalır. Yeniden başlaması için { $name } kuruluşunun yeni bir isteği kabul etmesi gerekir.
relationships-end-provider-reseller-below = { $name } artık sizi ve müşterilerinizi görmez; destek için kararlaştırdıklarınız geçersiz olur. Satılanlar ve verilmiş kararlar kayıtta kalır. Yeniden başlaması için yeni bir isteği kabul etmeniz gerekir.
relationships-end-partner-customer-above = Artık { $name } kuruluşunu görmez, onun adına soramaz ve işlem yapamazsınız. Abonelikler olduğu gibi ve kayıtta kalır. Yeniden başlaması için { $name } kuruluşunun yeni bir isteği kabul etmesi gerekir.
relationships-end-partner-customer-below = { $name } artık sizi görmez, sizin adınıza soramaz ve işlem yapamaz. Abonelikleriniz olduğu gibi kalır; iptal için satana başvurun. Yeniden başlaması için yeni bir isteği kabul etmeniz gerekir.
relationships-done-asked = Böyle bir kuruluş varsa istek gönderildi.
relationships-done-accepted = Kabul edildi. Şu andan itibaren geçerli.
relationships-done-declined = Reddedildi.
relationships-done-ended = Bitirildi. Kaydı aşağıda kalır.
relationships-done-withdrawn = İstek geri alındı.

relationship-asked = istendi
relationship-active = etkin
relationship-declined = reddedildi
relationship-withdrawn = geri alındı
relationship-ended = bitti

error-relationship-kind = Kuruluşunuz “{ $value }” isteyemez. Sağlayıcı bayilerden, iş ortağı ya da bayi müşterilerden ister: provider-reseller, partner-customer.
error-relationship-to = Kuruluşun kısa adını ya da oradaki bir yöneticinin e-posta adresini yazın.
error-relationship-self = Bu sizin kuruluşunuz. Ötekinin kısa adını yazın.
error-relationship-already = “{ $value }” ile zaten çalışıyorsunuz. İstenecek bir şey yok.
error-relationship-asked = “{ $value }” için zaten istekte bulundunuz ve yanıt gelmedi. Yeniden istemeden önce o isteği geri alın.
error-relationship-max = { $value } isteğiniz yanıt bekliyor. Yenisinden önce bazılarını geri alın.
error-customer-ended = Bu müşteriyle ilişkiniz etkin değil; bu yüzden burada onun adına soru sorulamaz, işlem yapılamaz. Müşteriden yeniden onay isteyin.
error-relationship-state = “{ $value }” durumlardan biri değil: asked, active, declined, withdrawn, ended.

## Neyi kimin destekleyeceğini önermek

proposal-theirs = { $name } başka bir paylaşım öneriyor
proposal-ours = { $name } kuruluşuna önerildi, yanıt gelmedi
proposal-from = { $from } tarihinden yenisi yerine geçene kadar
proposal-from-until = { $from } – { $until }
proposal-says = Kabul edilene kadar her şey bugüne kadar kararlaştırıldığı gibi kalır. Kabul edilince ilk gününden başlayarak öncekinin yerine geçer; verilmiş kararlar hangi anlaşmayla verildiyse ona göre kalır.
proposal-accept = Paylaşımı kabul et
proposal-decline = Paylaşımı reddet
proposal-withdraw = Öneriyi geri al
proposal-another = Başka bir paylaşım öner
split-consequence-first-below = { $provider } kabul edince, ilk gününden başlayarak müşterilerinizin soruları ona göre yanıtlanır. Verilmiş yanıtlar olduğu gibi kalır.
split-meets-below = Sağlayıcı müşterilerinizle doğrudan da görüşür
split-meets-below-hint = O zaman müşterileriniz, sorunun ona geçtiği yerde onun iletişim bilgisini görür. Yoksa yalnızca sizi görürler.
error-provider-not-yours = “{ $value }” sağlayıcılarınızdan biri değil.
error-split-with = Kime önerdiğinizi yazın: ya bayi ya da sağlayıcı.
proposal-done-proposed = Önerildi. Kabul edilince geçerli olur.
proposal-done-accepted = Kabul edildi. İlk gününden başlayarak geçerli.
proposal-done-declined = Reddedildi. Her şey bugüne kadar kararlaştırıldığı gibi kalır.
proposal-done-withdrawn = Öneri geri alındı.

## Aboneliğin ücretleri

charges-title = Faturalananlar
charges-hint = Pazar yeri işletmecisinin mutabakat dosyalarında yazdığı gibi, en yenisi önce.
charges-none = Henüz hiçbir dosyada bunun için bir ücret yok.
charges-days = Günler
charges-what = Ne için
charges-invoice = Fatura
charges-quantity = Adet
charges-tax = Vergi
charges-total = Toplam
charges-not-invoiced = henüz faturalanmadı
