### Bir kuruluşun kişileri: kurulum, davetler, roller ve kuruluşlar arasında geçiş.

settings-title = Ayarlar

## Merkezin kurulumu

set-up-title = Bu merkezi kurun
set-up-lede = Bu bir kez yapılır. Pazar yerini işleten kuruluşu ve ilk yöneticisi olarak sizi oluşturur. Ardından bu bağlantı çalışmaz olur.
set-up-known = { $name } daha önce içe aktarılmış
set-up-known-help = İçe aktarılan her şeyi korur, burada verdiğiniz adı alır.
set-up-operator = Pazar yerini işleten kuruluş
set-up-organisation = Kuruluşun adı
set-up-organisation-hint = Merkezdeki herkes görür.
set-up-you = Siz
set-up-consequence = Hemen İşletmeci yöneticisi olarak oturumunuz açılır: kuruluşları içe aktarır, ilk kişilerini davet eder, kendi kuruluşunuzun kişilerini yönetirsiniz.
set-up-go = Kur
link-name = Adınız
link-password-hint = En az 10 karakter. Kısa bir cümle kolay hatırlanır.
next-title = Merkez kuruldu
next-lede = Bu pazar yerini { $organisation } işletiyor, ilk yöneticisi sizsiniz. Sırada üç iş var.
next-organisations = Kuruluşları içe aktarın
next-organisations-help = Yayımcılar, iş ortakları, bayiler ve müşteriler dosyalardan gelir. Merkezin çalıştığı makinede:
next-people = Kişileri davet edin
next-people-help = İş arkadaşlarınız ve içe aktardığınız her kuruluşun ilk yöneticisi. Kalanını onlar davet eder.
next-desk = Size nasıl ulaşılacağını belirtin
next-desk-help = Yayımcılar ve iş ortakları, pazar yerinin kendisiyle ilgili sorularla destek masanıza yönlendirilir.

## Kişiler

people-title = Kişiler
people-lede = Kuruluşunuz adına kim, hangi rollerle işlem yapıyor.
people-person = Kişi
people-roles = Roller
people-seen = Son gelişi
people-second-factor = İki adımlı doğrulama
people-never = henüz gelmedi
people-yes = var
people-no = yok
people-inactive = devre dışı
people-done-roles = Roller değiştirildi. Şimdiden geçerli.
people-done-deactivated = Devre dışı bırakıldı, oturumları kapatıldı.
people-done-activated = Yeniden etkinleştirildi.
people-done-signed-out = Bütün tarayıcılarda oturumu kapatıldı.
people-done-removed = Kuruluşunuzdan çıkarıldı.
people-done-invited = Davet hazır. Bağlantısı aşağıda.
people-done-withdrawn = Davet geri alındı.
roles-no-more = Herkesin yapabildiğinin ötesinde bir şey yok
roles-everyone = Rolü ne olursa olsun herkesin yapabildikleri

## Bir kişi

person-facts = Hakkında
person-since = Katılma tarihi
person-roles-save = Rolleri değiştir
person-roles-says = Roller { $name } için bir sonraki tıklamadan başlayarak geçerli olur. Kimsenin oturumu kapanmaz.
person-last-manager = Burada rol verebilen başka kimse yok; böyle bir rolün kalması gerekir.
person-why = { $name } neyi görüp ne yapabilir, neden
person-why-hint = Her satır, izni veren rolü ve bunu söyleyen kuralı gösterir.
person-why-show = Bütün satırları göster
person-why-act = Ne
person-why-whose = Kimin
person-why-because = Dayanağı
person-rules = Kurallar
person-sign-out = Her yerde oturumunu kapat
person-sign-out-says =
    { $count ->
        [0] { $name } kuruluşunuz için hiçbir tarayıcıda oturum açmamış.
        [one] { $count } oturumu kapatır; { $name } yeniden oturum açmalıdır.
       *[other] { $count } oturumu kapatır; { $name } yeniden oturum açmalıdır.
    }
person-deactivate = Devre dışı bırak
person-deactivate-says = { $name } için oturum hemen kapanır ve { $organisation } adına işlem yapılamaz. Roller ve bugüne kadar yapılanlar kalır; { $name } yeniden etkinleştirilebilir. Programların anahtarları çalışmayı sürdürür.
person-activate = Etkinleştir
person-activate-says = { $name }, burada görünen rollerle { $organisation } için yeniden oturum açabilir.
person-remove = Kuruluştan çıkar
person-remove-says = { $name } için oturum hemen kapanır ve { $organisation } ile bağı sona erer. Hesap ve bugüne kadar yapılanlar kalır; { $name } ancak yeni bir davetle dönebilir.

## Davetler

invitations-title = Davetler
invitations-lede = Davet ettiğiniz kişi bir parola seçer ya da var olan hesabıyla oturum açar; sonra seçtiğiniz rollerle kuruluşunuz adına işlem yapar.
invitations-go = Birini davet et
invitations-open = Açık davetler
invitations-open-hint = Her bağlantı bir kez ve tek bir kişi için çalışır. Bu merkez henüz e-posta göndermiyor: bağlantıyı kendiniz iletin.
invitations-email-hint = Daveti yalnızca bu adresin sahibi kabul edebilir.
invitations-organisation = Kuruluş
invitations-organisation-hint = Kendi kuruluşunuz için boş bırakın; başka bir kuruluşun ilk kişilerini davet etmek için onun kısa adını yazın.
invitations-says = Bağlantı yedi gün çalışır. Aynı adrese yapılmış önceki davet geçersiz olur.
invitations-send = Daveti oluştur
invitations-by = davet eden: { $name }
invitations-until = süresi { $when } doluyor
invitations-sent = Bağlantı gönderildi.
invitations-copy = { $email } için bağlantıyı kopyala
invitations-withdraw = Geri al
invitations-withdraw-says = Bağlantı hemen çalışmaz olur.

## Açılan bir davet

invitation-title = { $organisation } kuruluşuna katılın
invitation-lede = { $organisation } adına işlem yapmaya davetlisiniz. Rolünüz: { $roles }.
invitation-new = Buradaki e-posta adresiniz { $email }. Bu adresle nasıl oturum açacağınızı seçin.
invitation-join = Katıl
invitation-owner = { $organisation } hesabınıza eklenir, { $name }. Öteki kuruluşlarınızda bir şey değişmez; her sayfanın üstünden aralarında geçiş yapabilirsiniz.
invitation-accept = Kabul et
invitation-account = { $email } adresinin burada bir hesabı var
invitation-account-help = Bu hesapla oturum açın; davete geri dönersiniz.
invitation-member = Zaten { $organisation } kuruluşundasınız
invitation-member-help = Kabul edilecek bir şey yok. Rolleriniz değişecekse, bunu oradaki kullanıcıları yöneten kişi yapar.
invitation-other = Bu davet { $email } için; siz { $own } kuruluşundan { $name } olarak oturum açmışsınız
invitation-other-help = Oturumu kapatıp bağlantıyı yeniden açın. Bir daveti yalnızca kime yapıldıysa o kabul edebilir.
invitation-says = O zaman yapabilecekleriniz
invitation-until = Davet bir kez ve { $until } tarihine kadar geçerlidir.

## Başka bir kuruluşum

switch-title = Kuruluş değiştir
sign-in-also = şunlar adına da işlem yapar: { $organisations }

## Rollerin konusu: şeyler, onlarla ne yapıldığı ve kimin oldukları

object-offer = Teklifler
object-offer-contacts = Tekliflerin iş ortakları için iletişim bilgileri
object-readiness = Tekliflerin eksikleri
object-authorisation = Seçili iş ortaklarına açık tekliflerin yetkileri
object-organisation = Kuruluşlar
object-desk = Destek masaları
object-relationship = İş ilişkileri
object-subscription = Abonelikler
object-support-contact = Aboneliklerin destek muhatapları
object-invoice-line = Fatura satırları
object-split = Sağlayıcı ile bayi arasındaki paylaşımlar
object-technical-choice = Teknik sorularla ilgili tercihler
object-decision = Sorular ve yanıtlar
object-import = İçe aktarmalar
object-person = Kişiler
object-role = Roller
object-invitation = Davetler
object-session = Oturumlar
object-token = Programların anahtarları
object-sign-on = Tek oturum açma
object-audit = Değişiklik kaydı
object-privacy = Kişisel veriler
object-retention = Saklama süreleri
act-see = Görür
act-add = Ekler
act-change = Değiştirir
act-remove = Sona erdirir ya da kaldırır
act-export = Dışa aktarır
act-erase = Siler
relation-mine = kendisinin
relation-own = kuruluşunun
relation-customer = müşterilerinin
relation-reseller = bayilerinin
relation-provider = sağlayıcısının
relation-seller = satın aldıklarının
relation-channel = tekliflerini satanların
relation-offered = herkese açık olanlar
relation-any = herkesin
