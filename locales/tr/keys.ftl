### Merkezin imzalamak ve şifrelemek için kullandığı anahtarlar.

keys-unusable = Merkez anahtarlarını kullanamıyor
keys-unusable-help = Nedenini merkezi işleten kişi kayıt dosyasında bulur. Biraz sonra yeniden deneyin.
error-code-lost = Merkez, uygulamanızın kodlarını artık denetleyemiyor. Bunun yerine bir kurtarma kodu yazın, sonra hesabınızda uygulamayı yeniden kurun. Kurtarma kodunuz yoksa kuruluşunuzun bir yöneticisine başvurun.

# Anahtar dosyası neden kullanılamıyor
keys-unnamed = PostgreSQL üzerindeki bir merkezin, bütün makinelerinin okuduğu bir anahtar dosyasına ihtiyacı vardır. Dosyayı --keys DOSYA ya da FIRSTLINE_KEYS ile belirtin; “firstline keys renew --keys DOSYA” bir tane oluşturur.
keys-missing = { $file } konumunda anahtar dosyası yok. Dosyayı yerine koyun ya da --keys ile başka birini belirtin. Yalnızca bu merkezin hiç anahtar dosyası olmadıysa: “firstline keys renew --keys { $file }” dosyayı oluşturur.
keys-unreadable = { $file } anahtar dosyası okunamıyor: { $cause }.
keys-unwritable = { $file } anahtar dosyasına yazılamıyor: { $cause }. Dosyayı bir gizli bilgi deposu tutuyorsa --print ekleyin ve yazdırılanı depoya verin.
keys-exposed = Bu makinedeki başkaları { $file } anahtar dosyasını okuyabiliyor ya da değiştirebiliyor (kip { $mode }). Dosyayı onlara kapatın: chmod 600 { $file }. Biri okumuş olabilirse anahtarları da değiştirin: önce “firstline keys renew”, sonra “firstline keys retire”.
keys-large = { $file } { $kibibytes } KiB’den büyük; bu bir anahtar dosyası değil.
keys-empty = { $file } içinde anahtar yok. “firstline keys renew” bir tane ekler.
keys-full = { $file } içinde { $most } anahtar var; daha fazlası sığmaz. Önce eskilerini kaldırın: “firstline keys retire”.
keys-broken = { $file } dosyasının { $line }. satırı yanlış. { $fault } Bir satırda kimlik, biçim, zaman ve gizli değer bulunur; örneğin: k1 v1 2026-01-31T00:00:00Z ve base64 ile yazılmış 32 bayt.
keys-fault-words = Satırda dört sözcük yok.
keys-fault-id = Kimlik en çok 32 küçük harf, rakam ve kısa çizgiden oluşur.
keys-fault-twice = Kimliği başka bir satırda da var.
keys-fault-form = Programın bu sürümü bu biçimi bilmiyor; bildiği v1’dir.
keys-fault-since = Zamanı okunamıyor. Şöyle yazılır: 2026-01-31T00:00:00Z.
keys-fault-secret = Gizli değer, base64 ile yazılmış 32 bayt değil.
keys-fault-many = Bir dosyada en çok { $most } anahtar bulunur.
keys-pending = En yeni anahtar { $since } zamanından itibaren geçerli. O zamana kadar öncekiler gerekli. Sonra yeniden deneyin.
keys-alone = En yenisinden başka anahtar yok; kaldırılacak bir şey yok. “firstline keys renew” bir tane daha ekler.

# firstline keys
cli-keys-none = Henüz anahtar yok. İlki gerektiğinde oluşturulur.
cli-keys-current = şimdi imzalıyor ve şifreliyor
cli-keys-coming = o zamandan itibaren imzalayacak ve şifreleyecek
cli-keys-older = yalnızca daha önce imzaladıklarını ve şifrelediklerini açıyor
cli-keys-sealed =
    { $count ->
        [0] Bununla şifrelenmiş bir şey yok.
        [one] Bununla şifrelenmiş { $count } değer var.
       *[other] Bununla şifrelenmiş { $count } değer var.
    }
cli-keys-due = Bir yıldan eski. Değiştirin: önce “firstline keys renew”, sonra “firstline keys retire”.
cli-keys-lost =
    { $count ->
        [one] { $count } değer, burada olmayan bir anahtarla şifrelenmiş.
       *[other] { $count } değer, burada olmayan anahtarlarla şifrelenmiş.
    } Bu veritabanına ait anahtar dosyasını yerine koyun. Dosya kaybolduysa kişiler bir kurtarma koduyla oturum açıp uygulamalarını yeniden kurar; yöneticiler de merkezin kimlik sağlayıcılarına ve çeviri hizmetine gösterdiği bilgileri yeniden girer.
cli-keys-renewed = { $key } anahtarı dosyada ve { $since } zamanından itibaren imzalar ve şifreler. Daha eski anahtarlar, “firstline keys retire” onları kaldırana kadar imzaladıklarını ve şifrelediklerini açmayı sürdürür. O zamana kadar merkezin her makinesinde bu dosya bulunmalı; bir kopyasını veritabanı yedeklerinden ayrı saklayın.
cli-keys-renewed-printed = Hiçbir şey yazılmadı. { $since } zamanından önce her makinenin, dosyanın yerine bu satırları okumasını sağlayın: o zamandan itibaren { $key } anahtarı imzalar ve şifreler. Bu çok erkense daha geç bir zaman yazın.
cli-keys-retire =
    Dosyadan çıkarılacak: { $keys }. { $count ->
        [0] Bunlarla şifrelenmiş bir şey yok.
        [one] { $count } değer yeniden şifrelenecek.
       *[other] { $count } değer yeniden şifrelenecek.
    }
cli-keys-retired =
    Kaldırıldı: { $keys }. { $count ->
        [0] Bunlarla şifrelenmiş bir şey yoktu.
        [one] { $count } değer yeniden şifrelendi.
       *[other] { $count } değer yeniden şifrelendi.
    }
cli-keys-links =
    { $count ->
        [one] Henüz kullanılmamış { $count } davet ya da başka bağlantı artık çalışmaz. Süresi { $until } zamanında dolacaktı.
       *[other] Henüz kullanılmamış { $count } davet ve başka bağlantı artık çalışmaz. Sonuncusunun süresi { $until } zamanında dolacaktı.
    }
cli-keys-browsers = Oturumu açık olanların oturumu sürer. Yarım kalan oturum açmalar baştan başlar; tarayıcılar artık daha önce oturum açılmış olarak tanınmaz, bu da yalnızca yanlış deneme hakkını azaltır. Doğrulanmış alan adları doğrulanmış kalır; yeniden doğrulamak için Ayarlar’ın o zaman gösterdiği satır gerekir.
cli-keys-yes = Bu geri alınamaz. Yapmak için --yes ekleyin.
cli-keys-retired-printed = Dosyaya yazılmadı: her makinenin onun yerine bu satırları okumasını sağlayın. O zamana kadar bu anahtarlar imzaladıklarını açmayı sürdürür.

# Kayıt
audit-act-renew-keys = merkeze bir anahtar ekledi: { $object }
audit-act-retire-keys = merkezin { $object } öncesi anahtarlarını kaldırdı
audit-field-since = Başlangıç
audit-field-handed-over = Gizli bilgi deposuna verildi
audit-field-retired = Kaldırılanlar
audit-field-sealed-anew = Yeniden şifrelenenler
