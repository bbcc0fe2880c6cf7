### Programların bir kuruluş adına nasıl oturum açtığı: anahtarlar ve OAuth istemcileri.

tokens-title = Anahtarlar
tokens-lede = Programlar kuruluşunuz adına böyle oturum açar. Bir program, anahtarının rollerinin izin verdiğini yapabilir, başka hiçbir şeyi yapamaz.
tokens-none = Kuruluşunuz adına oturum açan program yok
tokens-none-help = İlki için aşağıda bir anahtar oluşturun.
tokens-name = Ad
tokens-name-hint = Hangi program için olduğu; burada gören herkes bilsin.
tokens-kind = Programın oturum açma biçimi
tokens-kind-token = Anahtar
tokens-kind-token-says = Program onu her çağrıda gösterir.
tokens-kind-client = OAuth istemcisi
tokens-kind-client-says = Program, bir kimlik ve bir gizli anahtar karşılığında bir saat geçerli bir anahtar alır; süresi dolunca yenisini alır.
tokens-made = Oluşturma
tokens-by = oluşturan: { $name }
tokens-by-nobody = oluşturan: bir program ya da artık bilinmeyen biri
tokens-until = Süre sonu
tokens-until-when = Süre sonu: { $when }
tokens-run-out = süresi doldu
tokens-used = Son kullanım
tokens-never = hiç
tokens-new = Anahtar oluştur
tokens-days = Kaç gün geçerli olsun
tokens-days-hint = 1 ile { $max } arası
tokens-new-says = Gizli değer sonraki sayfada, yalnızca bir kez gösterilir. Onu bilen herkes, süresi dolana ya da iptal edilene kadar rollerin izin verdiğini her yerden yapabilir.
tokens-make = Oluştur

## Gizli değer, bir kez

tokens-made-title = { $name } oluşturuldu
tokens-made-lede = Gizli değeri şimdi kopyalayın: bir daha gösterilmez. Kaybolursa burada iptal edip yenisini oluşturun.
tokens-client-id = İstemci kimliği
tokens-client-secret = İstemcinin gizli anahtarı
tokens-copy = Gizli değeri kopyala
tokens-copy-id = İstemci kimliğini kopyala
tokens-copy-example = Komutu kopyala
tokens-try = Deneyin
tokens-kept = Sakladım

## İptal

tokens-revoke = İptal et …
tokens-revoke-title = İptal: { $name }
tokens-revoke-lede = Bu geri alınamaz.
tokens-revoke-token-says = Bu anahtarı kullanan her program bir sonraki çağrısından başlayarak reddedilir. Onunla yapılanlar kayıtta kalır.
tokens-revoke-client-says = Bu istemciyi kullanan her program bir sonraki çağrısından başlayarak reddedilir: yeni anahtar alamaz, aldıkları da hemen sona erer. Onlarla yapılanlar kayıtta kalır.
tokens-revoke-used = Son kullanım: { $when }.
tokens-revoke-unused = Hiç kullanılmadı.
tokens-revoke-go = Kalıcı olarak iptal et
tokens-done-revoked = İptal edildi. Artık çalışmaz.
