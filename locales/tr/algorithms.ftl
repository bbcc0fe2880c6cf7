### Yalnızca onaylı algoritmaları kabul eden bir merkez: --strict-algorithms.

second-factor-strict = Uygulamanız kodlarını SHA-256 ile üretmelidir. Her uygulama anahtarı alsa bile bunu yapmaz: o zaman kodları burada kabul edilmez ve hiçbir şey açılmaz. Bu durumda başka bir uygulama kullanın.
second-factor-untaken = Kurduğunuz uygulamanın kodları artık kabul edilmiyor
second-factor-untaken-help = Bu merkez artık yalnızca SHA-256 ile üretilen kodları kabul ediyor. Uygulamayı yeniden kurun; onunla birlikte yeni kurtarma kodları alırsınız. O zamana kadar paroladan sonra sizi yalnızca kurtarma kodlarınız içeri alır.
account-untaken = Yeniden kurun: burada artık kabul edilmiyor
passkeys-strict = Cihaz, geçiş anahtarlarını ES256 ya da Ed25519 ile oluşturmalıdır. Telefonlar, güvenlik anahtarları ve çoğu parola yöneticisi bunu yapar; Windows Hello çoğu zaman yapmaz.
passkeys-untaken = Bu merkez bu türden geçiş anahtarlarını artık kabul etmiyor. Başka bir tane ekleyin, sonra bunu kaldırın.
sign-on-strict = Sağlayıcınız kimlik belirteçlerini ES256, EdDSA (Ed25519) ya da en az 3.072 bitlik bir anahtarla PS256 kullanarak imzalamalıdır: bu merkez RS256 dahil başka hiçbir şeyi kabul etmez.
error-code-untaken = Bu merkez, kurduğunuz uygulamanın kodlarını artık kabul etmiyor. Kurtarma kodlarınızdan birini yazın, sonra Hesabım altında uygulamayı yeniden kurun. Kodunuz kalmadıysa, siz olduğunuzdan emin olan bir kuruluş yöneticiniz bu merkezi işletenden ister.
error-passkey-kind = Bu cihaz, merkezin kabul etmediği türden bir geçiş anahtarı oluşturdu. Başka bir cihaz, bir güvenlik anahtarı ya da bir parola yöneticisi kullanın veya kod için bir uygulama kurun.
error-passkey-untaken = Bu merkez bu türden geçiş anahtarlarını artık kabul etmiyor. Parolanızı ya da yeni parola bağlantısını kullanın ve başka bir geçiş anahtarı ya da uygulama ekleyin. Sizden paroladan fazlası isteniyorsa, siz olduğunuzdan emin olan bir kuruluş yöneticiniz bu merkezi işletenden ister.
cli-not-taken = Bu merkez yalnızca onaylı algoritmaları kabul ediyor; bu yüzden bazı kişiler gösterdiklerini yeniden kuracak: kod uygulamaları: { $apps }, geçiş anahtarları: { $passkeys }. O zamana kadar kurtarma kodu ya da parolayla girerler; ikisi de yoksa bkz. firstline user reset.
