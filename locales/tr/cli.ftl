# Komut satırının söyledikleri.

cli-no-database = Burada { $file } yok. “firstline demo” ya da “firstline import” ile oluşturun veya --database ile bir veritabanı belirtin.
cli-serving = Firstline şu adreste çalışıyor: { $address }
cli-address-in-use = { $address } adresini başka bir program kullanıyor. O programı durdurun ya da --listen ile başka bir adres seçin.
cli-address-unusable = { $address } adresi kullanılamıyor: { $cause }. --listen ile başka bir adres seçin.
cli-plain-http = Tarayıcı ile bu merkez arasındaki yolda bulunan herkes yazışmaları okuyabilir: merkez, diğer makinelere şifrelenmemiş HTTP ile yanıt veriyor. --tls-certificate ve --tls-key ile bir sertifika verin ya da önüne TLS kullanan bir ara sunucu koyup onu --trusted-proxy ile belirtin.
cli-certificate-unreadable = { $file } PEM olarak okunamıyor: { $cause }. --tls-certificate sertifikayı ve onu onaylayan sertifikaları, --tls-key ise ona ait anahtarı bekler.
cli-certificate-unfit = Sertifika ile anahtar birlikte kullanılamıyor: { $cause }. Sertifikanın ait olduğu anahtarı --tls-key ile verin.
cli-breached-unreadable = { $file } sızdırılmış parolalar listesi olarak kullanılamıyor: { $cause }. Beklenen, Pwned Passwords’ın verdiği biçimde, her satırda bir tane olmak üzere büyük harfli onaltılık, sıralı SHA-1 özetleridir.

cli-demo-building = Demonun pazar yeri hazırlanıyor …
cli-demo-ready = Demo şu adreste çalışıyor: { $address }
cli-demo-sign-in = Adresi açıp kim olduğunuzu seçin. Seçebileceğiniz kişiler:
cli-demo-api = Programlar anahtar gönderir: curl -H "Authorization: Bearer { $token }" { $address }/api/v1/topics (herkesin aynı biçimde adlandırılmış bir anahtarı var)
cli-demo-cli = Ya da buradan sorun: firstline ask --offer { $offer } --asker partner --topic technical.break-fix
cli-demo-other = { $file } içinde demodan başka bir şey var. --database ile başka bir dosya belirtin.
cli-demo-stop = Durdurmak için Ctrl-C tuşlarına basın; her şey { $file } içinde saklanır.

cli-you = siz ({ $part })
cli-open-always = açık, günün her saati
cli-open-until = açık, kapanış: { $time }
cli-closed-until = kapalı, açılış: { $time }
cli-promise = Taahhüt eden: { $by }
cli-promise-target = Önem derecesi { $severity }: ilk yanıt en geç { $within } içinde
cli-promise-otherwise = { $days ->
    [one] Arıza yoksa: bir iş günü içinde
   *[other] Arıza yoksa: { $days } iş günü içinde
}
cli-why = Neden ({ $edition } sürümü)
cli-missing = Eksik
cli-missing-from = { $what } — tamamlayacak taraf: { $who }
cli-lack-split = Sağlayıcı ile bayi arasında bu konuda kararlaştırılmış bir destek paylaşımı
cli-lack-contact = Yayımcının burada kullanılabilecek herhangi bir iletişim bilgisi
cli-lack-contact-customer-support = Müşteri desteği iletişim bilgisi
cli-lack-contact-programme = Programdaki iş ortakları için iletişim bilgisi
cli-lack-desk = Desteğine nasıl ulaşılacağı
cli-lack-service-level = Hizmet düzeylerini içeren bir sözleşme
cli-lack-technical-choice = Teknik soruların nasıl ele alınacağına dair bir seçim
cli-lack-publisher-answer = Yayımcı adına yanıt verecek biri
cli-lack-support-promise = Destek taahhüdü; bu ürünü topluluğu yürütüyor
cli-lack-purchase-date = Para iadesini belirleyen satın alma tarihi
cli-lack-subscription = Hangi abonelikle ilgili olduğu, dolayısıyla onu kimin sattığı
cli-lack-role = Yayımcının iletişim bilgilerini gösteren bir rol
cli-contact-customer-support = Müşteri desteği
cli-contact-programme = Program iletişim bilgisi
cli-contact-engineering = Mühendislik
cli-who-supports-what = Bir iş ortağının müşterisi sorduğunda hangi konuda kim destek verir
cli-found = { $count ->
    [0] Hiçbir şey bulunamadı.
    [one] Bir teklif.
   *[other] { $count } teklif.
}

cli-policy-ok = { $name }: { $editions } sürümdeki { $rules } kural, { $combinations } birleşimin her birini tam bir kez yanıtlıyor.
cli-policy-access = { $grants } yetki satırı: her rolün yapabileceği bir şey var ve { $acts } işlemin her birini yapabilecek biri var.
cli-policy-grant-empty = { $grant } numaralı yetki satırı hiçbir şeye izin vermiyor: rol, işlem, nesne, taraf ya da ilişki adı yok.
cli-policy-grant-impossible = { $grant } numaralı yetki satırı rollerine “{ $object }” üzerinde “{ $act }” işlemi için izin veriyor; bu yapılamaz. Yapılabilenler: { $possible }.
cli-policy-powerless = { $edition } sürümü: { $name } rolüne (“{ $role }”) hiçbir yetki verilmemiş.
cli-policy-nobody = { $edition } sürümü: “{ $object }” üzerinde “{ $act }” işlemini yapabilecek kimse yok.
cli-kind-unknown = “{ $value }” bu programdaki ürün türlerinden biri değil. Bilinenler: { $known }.
cli-explain-responsible = Sorumlu: { $who }
cli-explain-open = Sağlayıcı ile bayi arasında bu konu henüz kararlaştırılmadı.
cli-explain-rule = Kural { $rule }, { $edition } sürümü: { $steps }

cli-import-more = { $count ->
    [one] Bir sorun daha var; tümünü yazdırmak için --problems FILE kullanın.
   *[other] { $count } sorun daha var; tümünü yazdırmak için --problems FILE kullanın.
}
cli-import-more-in = { $count ->
    [one] Bir sorun daha { $file } içinde yazıyor.
   *[other] { $count } sorun daha { $file } içinde yazıyor.
}

cli-set-up = Bu merkezin henüz yöneticisi yok. Bu bağlantı elinde olan, bir gün içinde ve bir kez merkezi kurabilir: { $link }
cli-user-inactive = devre dışı
cli-user-none = Henüz kimse yok.
cli-user-added = { $name } ({ $person }) artık { $organisation } adına işlem yapıyor; rolleri: { $roles }
cli-user-account = { $email } adresinin bir hesabı var, oturumu onunla açar.
cli-user-link = Yeni parola burada, bir kez ve bir saat içinde seçilir: { $link }
cli-user-signed-out =
    { $count ->
        [one] { $name } için { $count } oturum kapatıldı.
       *[other] { $name } için { $count } oturum kapatıldı.
    }
cli-user-roles = { $name }, { $organisation } kuruluşunda artık şu rollere sahip: { $roles }

# Kayıtlar
audit-fault-altered = Satır { $line } değiştirilmiş.
audit-fault-reworded = Satır { $line }: yanındaki bir ad ya da adres, yazılan değil.
audit-fault-missing = Satır { $line } eksik.
audit-fault-unchained = Satır { $line } bir öncekinin devamı değil: ikisinden biri sonradan konmuş.
audit-fault-cut = Kayıt kesilmiş: satır { $line } kaydın sonunda belirtilen yerde değil.
audit-fault-beheaded = Kayıt { $line }. satırdan sonra başlıyor, ama öncekilerin süreleri dolduğu için kaldırıldığını söyleyen bir satır yok.
audit-fault-headless = Kayıtta satırlar var, sonunu belirten bilgi yok: bu bilgi kaldırılmış.
audit-fault-rewritten = Not edilen özet hiçbir satırda yok. Kayıt baştan yazılmış ya da kesilmiş; ya da o satır süresi dolduğu için kaldırılmış.
cli-audit-none = Henüz kayıt yok.
cli-audit-sound =
    { $lines ->
        [one] { $organisation }: { $lines } satır, yazıldığı gibi. Sonu:
       *[other] { $organisation }: { $lines } satır, yazıldığı gibi. Sonu:
    }
cli-audit-sound-from =
    { $lines ->
        [one] { $organisation }: { $first }. satırdan başlayarak { $lines } satır, yazıldığı gibi; öncekiler süreleri dolduğu için kaldırıldı. Sonu:
       *[other] { $organisation }: { $first }. satırdan başlayarak { $lines } satır, yazıldığı gibi; öncekiler süreleri dolduğu için kaldırıldı. Sonu:
    }
cli-swept = Kaldırılanlar: { $lines } kayıt satırı, { $decisions } karar, { $invoices } fatura satırı, { $corrections } düzeltme.
cli-sweep-refused =
    { $logs ->
        [one] { $logs } kayıt, satırları yazıldığı gibi olmadığı için eski satırlarını koruyor. Bkz. firstline audit verify.
       *[other] { $logs } kayıt, satırları yazıldığı gibi olmadığı için eski satırlarını koruyor. Bkz. firstline audit verify.
    }
cli-user-erase = { $name } ({ $person }) kalıcı olarak silinecek: adı, e-posta adresi, oturum açtığı her şey ve bütün kuruluşlardaki yeri. Yaptıkları “eski kişi” olarak kalır. Silmek için --yes ekleyin.
cli-user-erased = { $name } ({ $person }) silindi. Yaptıkları “eski kişi” olarak kalır.
