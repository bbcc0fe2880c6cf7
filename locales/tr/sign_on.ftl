### Bir kuruluşun kendi kimlik sağlayıcısında oturum açma.

## Buna karar verenler için

sign-on-title = Tek oturum açma
sign-on-lede = Kişileriniz kuruluşunuzun kendi kimlik sağlayıcısında (OpenID Connect) oturum açar. Kim olduklarını ve burada hangi rolleri taşıdıklarını o söyler.
sign-on-domains = E-posta adreslerinizin alan adları
sign-on-domains-hint = Sağlayıcıya yalnızca adresi bu alan adlarından birinde olan kişiler için inanılır.
sign-on-domains-none = Henüz doğrulanmış alan adı yok.
sign-on-domain = Alan adı
sign-on-domain-hint = @ işaretinden sonra gelen, example.com gibi
sign-on-domain-how = Bir alan adının sizin olduğunu gösterin: web sitesine, https://alan-adınız{ $file } adresine bu satırı içeren bir dosya koyun. Dosya başka yere yönlendirmeden orada yanıtlanmalıdır. Sonra alan adını doğrulayın.
sign-on-copy-line = Satırı kopyala
sign-on-verify = Alan adını doğrula
sign-on-since = { $when } doğrulandı
sign-on-release = Bırak
sign-on-release-says = Bu alan adındaki kişiler artık sağlayıcı üzerinden oturum açmaz.
sign-on-provider = Kimlik sağlayıcısı
sign-on-redirect = Bu adresi sağlayıcınızda istemcinin yönlendirme adresi (redirect URI) olarak kaydedin:
sign-on-copy-redirect = Adresi kopyala
sign-on-issuer = Veren (issuer)
sign-on-issuer-hint = Sağlayıcının kendine verdiği ad, tam olarak öyle, https://login.example.com gibi
sign-on-client = İstemci kimliği (client ID)
sign-on-secret = İstemci sırrı (client secret)
sign-on-secret-hint = Şifrelenmiş olarak saklanır ve bir daha kimseye gösterilmez.
sign-on-secret-kept = Kayıtta bir tane var. Kalması için burayı boş bırakın.
sign-on-roles = Sağlayıcının sözü ne verir
sign-on-roles-hint = Sağlayıcının içeri aldığı herkes burada seçilen rolleri, ayrıca gruplarının rollerini taşır.
sign-on-claim = Grupları taşıyan alan (claim)
sign-on-claim-hint = Sağlayıcının birinin hangi gruplarda olduğunu hangi adla söylediği, groups gibi
sign-on-group = Grup { $number }
sign-on-group-role = { $number }. grubun rolü
sign-on-group-none = Rol yok
sign-on-says = Sağlayıcı üzerinden her oturum açışta kişi tam olarak bu rolleri alır; elle verilmiş roller gider. Hiç rolü olmayan içeri alınmaz; yeni biri oturum açarak kişilerinizden biri olur. Rol verebilen son kişi bunu asla yitirmez: böyle bir oturum açma geri çevrilir.
sign-on-demanded = Alan adlarınızdaki adresler yalnızca sağlayıcı üzerinden oturum açar
sign-on-demanded-hint = Onlar için parolalar, geçiş anahtarları ve yeni parola bağlantıları artık kimseyi içeri almaz. Bu, başka kuruluşlara da bağlı olan kişiler için de geçerlidir: onlara, oturum açtıktan sonra parolalarını ya da geçiş anahtarlarını bir kez daha göstererek ulaşırlar. Oturumu açık olanlar açık kalır, programlar belirteçlerini korur.
sign-on-demanded-recovery = Sağlayıcı yanıt vermezse, sunucuyu çalıştıran kişi onun makinesinde parolalara yeniden izin verir: firstline user allow-passwords { $organisation }
sign-on-saved = Kaydedildi. Bir sonraki oturum açıştan itibaren geçerlidir.
sign-on-verified = Alan adı sizin.
sign-on-released = Alan adı bırakıldı.
sign-on-removed = Sağlayıcı kaldırıldı.
sign-on-remove = Sağlayıcıyı kaldır
sign-on-remove-says = Kişileriniz yeniden parola ya da geçiş anahtarıyla oturum açar; ikisi de olmayan yeni parola bağlantısı ister. Oturumlar sürer, roller olduğu gibi kalır. Alan adları sizin kalır.

## Oturum açma

sign-in-organisation = Kuruluşunuz üzerinden oturum açın
organisation-sign-in-lede = İş adresinizi yazın. Kuruluşunuzun kendi oturum açma sayfası varsa orada devam edersiniz.
organisation-sign-in-go = Devam et
organisation-sign-in-leading = { $host } adresinde devam et
organisation-sign-in-leads = Kim olduğunuzu orada kuruluşunuz söyler. Orada yazdıklarınızı bu sunucu öğrenmez.
organisation-sign-in-back = Parola ya da geçiş anahtarıyla oturum aç

## Kabul edilemeyenler

error-sign-on-needed = { $value } adresli kişiler kuruluşları üzerinden oturum açar.
error-sign-on-none = Burada { $value } adreslerinin oturumunu kendisi açan bir kuruluş yok. Parolanızı ya da geçiş anahtarınızı kullanın.
error-sign-on-stale = Bu oturum açma bu tarayıcıda başlamadı ya da çok uzun sürdü. Baştan başlayın.
error-sign-on-unusable = Kuruluşunuzun { $value } adresindeki oturum açma hizmeti gerektiği gibi yanıt vermiyor. Bir süre sonra yeniden deneyin; böyle sürerse ona bakan kişiye bildirin.
error-sign-on-refused = Kuruluşunuzun oturum açma hizmeti sizi içeri almadı ya da yanıtı uymuyor. Baştan başlayın.
error-sign-on-email = Kuruluşunuzun oturum açma hizmeti, alan adlarından birindeki bir e-posta adresinize kefil olmuyor. Ona bakan kişiye sorun.
error-sign-on-roles = Kuruluşunuzun oturum açma hizmeti size burada rol vermiyor. Kuruluşunuzda kişileri yöneten birine sorun.
error-sign-on-inactive = Burada devre dışı bırakıldınız. Kuruluşunuzda kişileri yöneten birine sorun.
error-sign-on-last-manager = Burada rol verebilen son kişisiniz ve kuruluşunuzun oturum açma hizmeti size bunun için bir rol vermiyor. Önce onun verdiğini değiştirin ya da başka birine böyle bir rol verin.
error-issuer = Sağlayıcının kendine verdiği adresi https ile, ? ve # olmadan yazın.
error-issuer-named = Sağlayıcı kendine { $value } diyor. Tam olarak bunu yazın.
error-issuer-closed = Sunucu yalnızca genel ağdaki makinelere, https ile sorar. Onu çalıştıran kişi buna da izin verebilir: --allow-fetch.
error-issuer-unreachable = Sağlayıcıya ulaşılamıyor. Adresi kontrol edin.
error-issuer-answer = Bu adreste sağlayıcı yok: /.well-known/openid-configuration standardın dediği gibi yanıtlanmıyor.
error-client = Bu sunucunun sağlayıcıdaki adını yazın.
error-client-secret = İstemci kimliğine ait sırrı yazın.
error-sign-on-rules = Her gruba kuruluşunuzda bulunan bir rol verin, her çifti bir kez.
error-sign-on-claim = Sağlayıcının grupları hangi adla söylediğini yazın.
error-sign-on-nobody = Herkese ya da en az bir gruba rol verin: yoksa kimse içeri alınmaz.
error-sign-on-no-domain = Önce bir alan adını doğrulayın.
error-domain = “{ $value }” bir alan adı değil. @ işaretinden sonra geleni yazın, example.com gibi.
error-domain-unreachable = { $value } https üzerinden böyle bir dosyayla yanıt vermiyor. Başka yere yönlendirmeden kendisi yanıtlamalıdır.
error-domain-silent = { $value } üzerindeki dosyada yukarıdaki satır yok.
error-domain-taken = { $value } başka bir kuruluşun da olduğunu söylüyor. Önce o kuruluşun satırını dosyadan çıkarın.
error-domains-max = Bir kuruluşun { $value } alan adı olabilir. Önce birini bırakın.

## Kayıt

audit-act-allow-passwords = tek oturum açmanın yanında parolalara yeniden izin verdi
audit-act-join-by-sign-on = { $object } kişisini kimlik sağlayıcısı üzerinden içeri aldı
audit-act-release-domain = { $object } alan adını bıraktı
audit-act-remove-sign-on = kimlik sağlayıcısını kaldırdı
audit-act-roles-by-sign-on = { $object } kişisinin rollerini kimlik sağlayıcısından aldı
audit-act-set-sign-on = tek oturum açmayı değiştirdi
audit-act-verify-domain = { $object } alan adını doğruladı
audit-field-claim = Grupları taşıyan alan
audit-field-client = İstemci kimliği
audit-field-demanded = Zorunlu
audit-field-group = Grup
audit-field-issuer = Veren
audit-field-new-secret = Yeni sır
audit-field-role = Rol
audit-field-rules = Rol veren gruplar

## Sunucunun makinesinde

cli-user-passwords-allowed = { $organisation } kişileri yeniden parolayla oturum açabilir.
cli-user-passwords-allowed-already = { $organisation } kişileri zaten parolayla oturum açabiliyor.
