# Sahipleri ve sertifikaları olan bir veritabanı: PostgreSQL.

database-certificate-unreadable = Şu dosya PEM olarak okunamıyor: { $place }
database-certificate-unreadable-help = Adresteki sslcert, sunucuya gösterilen sertifikayı ve onu onaylayan sertifikaları, sslkey ise anahtarını belirtir. İki yolu da ve sistemi çalıştıran kullanıcının dosyaları okuyabildiğini denetleyin.
database-certificate-unfit = { $place } ile { $key } birlikte kullanılamıyor
database-certificate-unfit-help = Adresteki sslkey, sertifikanın ait olduğu anahtarı belirtmelidir. İkisi az önce yenilendiyse yeniden başlatın.
database-migrations-waiting = Veritabanı { $migration } adımından itibaren güncelleme bekliyor ve { $user } bu adımları uygulayamaz
database-migrations-waiting-help = Tabloların sahibi olan kullanıcının adresiyle “firstline migrate --serving-role { $user }” komutunu çalıştırın, sonra yeniden başlatın.
database-right-missing = { $user } kullanıcısının { $table } tablosunda gereken hakları yok
database-right-missing-help = Tabloların sahibi olan kullanıcının adresiyle “firstline migrate --serving-role { $user }” komutunu çalıştırın, sonra yeniden başlatın.
database-role-none = Dosyalarda veritabanı rolü yoktur: --serving-role PostgreSQL içindir. Dosyaya yazabilen her şeyi yapabilir.
database-role-not-owner = { $role } rolüne bu tablolarda hakları yalnızca tabloların sahibi olan kullanıcı verebilir. Adreste o kullanıcıyı belirtin.
database-role-unknown = Sunucuda { $role } adlı bir rol yok. Şu komutla oluşturun: create role { $role } login
database-role-owner = { $role } bu tablolarda zaten her şeyi yapabilir: tabloların sahibi ya da sunucunun yöneticisidir. Hizmet vermek için ayrı bir rol belirtin.
cli-migrated = { $place } güncel: son adım { $migration }.
cli-serving-role = { $role } artık satırları bir merkezin gerektirdiği kadar okuyup yazabilir, başka bir şey yapamaz. Merkezi onun adresiyle başlatın.
cli-database-password = Merkez veritabanında bir parolayla oturum açıyor; bu parola biri değiştirene kadar aynı kalır. Kalıcı kullanım için bir sertifika göstermesini (adreste sslcert ve sslkey) ya da makinenin kendi soketiyle oturum açmasını sağlayın.
