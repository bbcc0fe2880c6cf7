### Palabras y unidades comunes a todas las páginas: nombres, plazos, listas, idiomas.

-brand = Firstline

## Cuánto hace, cuánto falta

relative-now = hace un momento
relative-soon = dentro de un momento
relative-minutes-ago =
    { $count ->
        [one] hace { $count } minuto
       *[other] hace { $count } minutos
    }
relative-hours-ago =
    { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
relative-days-ago =
    { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
relative-months-ago =
    { $count ->
        [one] hace { $count } mes
       *[other] hace { $count } meses
    }
relative-years-ago =
    { $count ->
        [one] hace { $count } año
       *[other] hace { $count } años
    }
relative-in-minutes =
    { $count ->
        [one] dentro de { $count } minuto
       *[other] dentro de { $count } minutos
    }
relative-in-hours =
    { $count ->
        [one] dentro de { $count } hora
       *[other] dentro de { $count } horas
    }
relative-in-days =
    { $count ->
        [one] dentro de { $count } día
       *[other] dentro de { $count } días
    }
relative-in-months =
    { $count ->
        [one] dentro de { $count } mes
       *[other] dentro de { $count } meses
    }
relative-in-years =
    { $count ->
        [one] dentro de { $count } año
       *[other] dentro de { $count } años
    }

## Cuánto dura: una unidad o las dos mayores seguidas

duration-minutes = { $count } min
duration-hours = { $count } h
duration-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
duration-pair = { $larger } { $smaller }

## Una zona horaria, por una de sus ciudades

zone-with-offset = { $city } ({ $offset })

## El final de una lista; «e» ante i-, «u» ante o-

list-comma = { $head }, { $next }
list-and = { $head } y { $last }
list-and-shifted = { $head } e { $last }
list-or = { $head } o { $last }
list-or-shifted = { $head } u { $last }

## Roles

role-global-admin = Administrador global
role-admin-agent = Agente de administración
role-helpdesk-agent = Agente del departamento de soporte técnico
role-sales-agent = Agente de ventas
role-billing-admin = Administrador de facturación
role-user-management-admin = Administrador de usuarios
role-support-request-admin = Administrador de solicitudes de soporte
role-owner = Propietario
role-manager = Gestor
role-developer = Desarrollador
role-financial-contributor = Colaborador financiero
role-support-agent = Agente de soporte
role-customer-admin = Administrador del cliente
role-customer-user = Usuario del cliente
role-operator-admin = Administrador del operador
role-operator-agent = Agente del operador

## Idiomas

language-in-country = { $language } ({ $country })
language-ar = árabe
language-bg = búlgaro
language-cs = checo
language-da = danés
language-de = alemán
language-el = griego
language-en = inglés
language-es = español
language-fa = persa
language-fi = finés
language-fr = francés
language-he = hebreo
language-hi = hindi
language-hu = húngaro
language-id = indonesio
language-it = italiano
language-ja = japonés
language-ko = coreano
language-nb = noruego
language-nl = neerlandés
language-pl = polaco
language-pt = portugués
language-ro = rumano
language-ru = ruso
language-sv = sueco
language-th = tailandés
language-tr = turco
language-uk = ucraniano
language-vi = vietnamita
language-zh = chino
