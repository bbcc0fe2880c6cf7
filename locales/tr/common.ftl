### Her sayfanın ortak sözleri ve birimleri: adlar, süreler, listeler, diller.

-brand = Firstline

## Ne kadar önce, ne kadar sonra

relative-now = az önce
relative-soon = birazdan
relative-minutes-ago = { $count } dakika önce
relative-hours-ago = { $count } saat önce
relative-days-ago = { $count } gün önce
relative-months-ago = { $count } ay önce
relative-years-ago = { $count } yıl önce
relative-in-minutes = { $count } dakika sonra
relative-in-hours = { $count } saat sonra
relative-in-days = { $count } gün sonra
relative-in-months = { $count } ay sonra
relative-in-years = { $count } yıl sonra

## Ne kadar süre: tek birim ya da en büyük iki birim yan yana

duration-minutes = { $count } dk.
duration-hours = { $count } saat
duration-days = { $count } gün
duration-pair = { $larger } { $smaller }

## Saat dilimi, içindeki bir şehirle

zone-with-offset = { $city } ({ $offset })

## Liste sonu

list-comma = { $head }, { $next }
list-and = { $head } ve { $last }
list-and-shifted = { $head } ve { $last }
list-or = { $head } veya { $last }
list-or-shifted = { $head } veya { $last }

## Roller

role-global-admin = Genel yönetici
role-admin-agent = Yönetici aracısı
role-helpdesk-agent = Yardım masası aracısı
role-sales-agent = Satış aracısı
role-billing-admin = Faturalama yöneticisi
role-user-management-admin = Kullanıcı yönetimi yöneticisi
role-support-request-admin = Destek talebi yöneticisi
role-owner = Sahip
role-manager = Yönetici
role-developer = Geliştirici
role-financial-contributor = Mali katkıda bulunan
role-support-agent = Destek temsilcisi
role-customer-admin = Müşteri yöneticisi
role-customer-user = Müşteri kullanıcısı
role-operator-admin = İşletmeci yöneticisi
role-operator-agent = İşletmeci temsilcisi

## Diller

language-in-country = { $language } ({ $country })
language-ar = Arapça
language-bg = Bulgarca
language-cs = Çekçe
language-da = Danca
language-de = Almanca
language-el = Yunanca
language-en = İngilizce
language-es = İspanyolca
language-fa = Farsça
language-fi = Fince
language-fr = Fransızca
language-he = İbranice
language-hi = Hintçe
language-hu = Macarca
language-id = Endonezce
language-it = İtalyanca
language-ja = Japonca
language-ko = Korece
language-nb = Norveççe
language-nl = Felemenkçe
language-pl = Lehçe
language-pt = Portekizce
language-ro = Rumence
language-ru = Rusça
language-sv = İsveççe
language-th = Tayca
language-tr = Türkçe
language-uk = Ukraynaca
language-vi = Vietnamca
language-zh = Çince
