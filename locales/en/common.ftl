### Words and units that every page shares: names, spans of time, lists, languages.

-brand = Firstline

## How long ago, how soon

relative-now = just now
relative-soon = in a moment
relative-minutes-ago =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
relative-hours-ago =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
relative-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
relative-months-ago =
    { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
relative-years-ago =
    { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }
relative-in-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
relative-in-hours =
    { $count ->
        [one] in { $count } hour
       *[other] in { $count } hours
    }
relative-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
relative-in-months =
    { $count ->
        [one] in { $count } month
       *[other] in { $count } months
    }
relative-in-years =
    { $count ->
        [one] in { $count } year
       *[other] in { $count } years
    }

## How long: one unit, or the two largest side by side

duration-minutes = { $count } min
duration-hours = { $count } h
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-pair = { $larger } { $smaller }

## A time zone, by a city in it

zone-with-offset = { $city } ({ $offset })

## The end of a list; "shifted" is the form before a word that begins with the sound of the conjunction itself

list-comma = { $head }, { $next }
list-and = { $head } and { $last }
list-and-shifted = { $head } and { $last }
list-or = { $head } or { $last }
list-or-shifted = { $head } or { $last }

## Roles

role-global-admin = Global admin
role-admin-agent = Admin agent
role-helpdesk-agent = Helpdesk agent
role-sales-agent = Sales agent
role-billing-admin = Billing admin
role-user-management-admin = User management admin
role-support-request-admin = Support request admin
role-owner = Owner
role-manager = Manager
role-developer = Developer
role-financial-contributor = Financial contributor
role-support-agent = Support agent
role-customer-admin = Customer admin
role-customer-user = Customer user
role-operator-admin = Operator admin
role-operator-agent = Operator agent

## Languages

language-in-country = { $language } ({ $country })
language-ar = Arabic
language-bg = Bulgarian
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-fa = Persian
language-fi = Finnish
language-fr = French
language-he = Hebrew
language-hi = Hindi
language-hu = Hungarian
language-id = Indonesian
language-it = Italian
language-ja = Japanese
language-ko = Korean
language-nb = Norwegian
language-nl = Dutch
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sv = Swedish
language-th = Thai
language-tr = Turkish
language-uk = Ukrainian
language-vi = Vietnamese
language-zh = Chinese
