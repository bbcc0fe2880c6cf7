# Kişinin kendi sözleriyle sorduğu sorular ve nasıl anlaşıldıkları.

error-text-needed = Konunun ne olduğunu yazın ya da listeden bir konu seçin.

understood-as = Anladığımız konu: { $topic }
understood-change = Bu değil mi? Değiştirin
understood-choose = Bu birkaç şey olabilir. Kastettiğinizi seçin.
understood-choose-help = Bunlar farklı kişilere gider; bu yüzden sizin yerinize karar verilmedi.
understood-choose-none = Hiçbiri değil: aşağıdaki listeden seçin.
understood-kept = Kuruluşunuz, kendi sözlerinizle sorduğunuz soruları bir süre, yanlış okunanları ise seçtiğiniz konuyla birlikte saklar; böylece hub soruları daha iyi okumayı öğrenir.
understood-goes-to = Genellikle sorumlusu: { $owner }
understood-nothing = Buradan bir şey okunamadı. Listeden bir konu seçin.
understood-first-party = Bu, pazar yeri işletmecisinin kendi ürünleriyle ilgili görünüyor.
understood-first-party-name = İşletmecinin kendi ürünleri
understood-first-party-help = Bu program yalnızca üçüncü taraf ürünleri kapsar. İşletmecinin ürünlerinde size kim destek veriyorsa ona sorun.
understood-first-party-difference = Konu pazar yerinden alınan bir ürün değil, işletmecinin kendi ürünü.
understood-not-support = Bu bir soruya benzemiyor.
understood-not-support-name = Soru değil
understood-not-support-help = Soruysa ne olduğunu ya da neye ihtiyacınız olduğunu bir cümleyle yazın veya bir konu seçin.
understood-not-support-difference = Bilgi veriyor ya da teşekkür ediyor; bir şey sormuyor.
understood-words = Şu sözlerden: { $words }
understood-second = İkinci bir soru daha vardı: { $topic }
understood-second-show = Onun kime ait olduğunu görün

ask-own-words = Kendi sözlerinizle
ask-own-words-hint = Soruyu olduğu gibi yazın ya da yapıştırın; bütün bir e-posta da olur.
ask-own-words-go = Sorumu oku
ask-or-topic = Ya da konuyu kendiniz seçin

cli-share = %{ $percent }
cli-led = Şu sözlerden: { $words }
cli-train-begins = { $count } sorudan öğreniliyor; { $held_out } soru ölçüm için ayrıldı. Birkaç dakika sürer.
cli-train-worse = Bu model { $file } içindekinden daha kötü. Hiçbir şey yazılmadı.
cli-train-installed = Yeni model { $file } içinde: { $features } özellik.
cli-train-head = | ayrılan sorular | sayı | konu doğru | taraf doğru | emin olunan | eminken taraf doğru |
cli-train-all = tümü
cli-train-untold = soran bildirilmeden
cli-train-forum = ayrı yazılmış forum soruları
cli-train-certainty-head = | kesinlik alt sınırı | soru | ortalama kesinlik | sorumlu doğru |
cli-train-calibration = Kesinlik ortalama { $percent } puan sapıyor; dil % { $lang_right } doğru.
cli-train-confusion = { $meant }, { $read } diye okundu: { $count }, bunlardan { $sure } tanesi eminken
