### Buradaki kişileri yöneten dizinlere söylenenler (SCIM).

scim-bearer = Bu merkezin, rolleri kişileri yönetmeye izin veren bir anahtarı ya da bir OAuth istemcisinin aldığı anahtar.
error-scim-long = En çok { $value } karakter kullanın.
error-scim-many = En çok { $value } adres verin.
error-scim-user-name = Bir kullanıcı adı verin.
error-scim-elsewhere = Bu adres başka bir kuruluştan birinin. Onu davet edin; kabul ettikten sonra burada bulunur.
error-scim-filter = Filtre şuradan sonra okunamıyor: { $value }
error-scim-path = “{ $value }” diye bir öznitelik yok.
error-scim-no-target = “{ $value }” ile eşleşen bir şey yok.
error-scim-value = “{ $value }” değeri kabul edilemiyor.
error-scim-read-only = “{ $value }” değerini yalnızca merkez belirler.
