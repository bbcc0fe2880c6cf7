### Bir kez çalışan bir bağlantının götürdüğü sayfa.

open-link = Bağlantınızı açın
open-link-help = Bir davetteki ya da iletideki bağlantı kendiliğinden açılır. Tarayıcınız burada betik çalıştırmadığı için açılmazsa aşağıya yapıştırın.
open-link-field = Bağlantınız
open-link-hint = Tamamı ya da yalnızca # işaretinden sonraki kod. İletide yazar; bağlantıyı az önce izlediyseniz adres çubuğunda da durur.
open-link-go = Aç

open-link-gone = Bu bağlantı hiçbir şey açmıyor
open-link-gone-help = Kullanılmış, geri alınmış, yerine yenisi gelmiş ya da süresi dolmuş olabilir; belki de bir parçası eksik. Hiçbir şey değişmedi. Bağlantının tamamını yapıştırın ya da size verenden yenisini isteyin.
open-link-late = Bu tarayıcıda açık bir bağlantı yok
open-link-late-help = Bir bağlantı kullanılınca, oturumunuzu kapatınca ve son baktığınızdan 15 dakika sonra kaldırılır. Hiçbir şey değişmedi. Bağlantıyı yeniden izleyin ya da buraya yapıştırın.
open-link-another = Bu tarayıcıda başka bir bağlantı açıldı
open-link-another-help = Gönderdikleriniz ondan önceki bağlantı içindi; bu yüzden alınmadı ve hiçbir şey değişmedi. İstediğiniz bağlantıyı yeniden izleyin ya da buraya yapıştırın.

error-link-missing = Bağlantınızı ya da # işaretinden sonraki kodu buraya yapıştırın.
