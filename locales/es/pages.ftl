### Las páginas: marco, inicio de sesión, descubrir ofertas, una oferta, consultar, la respuesta.

## El marco de todas las páginas

skip-to-content = Saltar al contenido
main-navigation = Menú principal
search = Buscar
search-placeholder = Oferta o publicador
language = Idioma
theme = Tema
theme-system = Sistema
theme-light = Claro
theme-dark = Oscuro
keys = Atajos
close = Cerrar
switch-person = Seguir como otra persona
sign-out = Cerrar sesión
palette-here = En esta página
palette-found = Encontrado
print = Imprimir
change = Cambiar
optional = opcional
missing = falta
you = Usted
filters = Filtros
pages = Páginas
page-before = Anterior
page-after = Siguiente
copy-value = Copiar { $value }
rail-ask = Consultar
rail-discover = Descubrir
rail-customers = Clientes
rail-support = Soporte
rail-reseller = Mi parte
rail-offers = Mis ofertas
rail-desk = Mi mesa

# El script completa lo que está entre llaves.
script-copied = Copiado: { $text }
script-copy-failed = Aquí no se permite copiar
script-shown = Se muestran { $n }

## Las partes: solas, varias, dentro de una frase

party-customer = Cliente
party-reseller = Revendedor
party-provider = Proveedor
party-partner = Partner
party-publisher = Publicador
party-operator = Operador
parties-customer = Clientes
parties-reseller = Revendedores indirectos
parties-provider = Proveedores indirectos
parties-partner = Partners de facturación directa
parties-publisher = Publicadores
parties-operator = Operador del marketplace
the-party-customer = el cliente
the-party-reseller = el revendedor
the-party-provider = el proveedor
the-party-partner = el partner
the-party-publisher = el publicador
the-party-operator = el operador del marketplace

channel-direct = Comprado en el marketplace
channel-direct-bill = Con un partner de facturación directa
channel-indirect = Con un revendedor

## Horas

day-and-time = { $day } { $time }
hours-always = a toda hora, todos los días
hours-open = Abierto
hours-until = hasta las { $time }
hours-closed = Cerrado, abre: { $time }

## Inicio de sesión

sign-in-title = Iniciar sesión
sign-in-lede = Con la dirección de correo y la contraseña de su cuenta.
sign-in-lede-demo = Esta es la demostración: elija una persona y la misma pregunta se responde a cada una según su papel y su rol.
sign-in-email = Dirección de correo
sign-in-password = Contraseña
sign-in-go = Iniciar sesión
sign-in-says-customer = «Algo falla en un producto. ¿A quién llamo?»
sign-in-says-reseller = «¿Qué me toca a mí y qué a mi proveedor?»
sign-in-says-provider = «¿Qué acordé con cada revendedor?»
sign-in-says-partner = «Mi cliente pregunta; necesito al publicador ya.»
sign-in-says-publisher = «¿Son correctos mis contactos? ¿Quién los ve?»
sign-in-says-operator = «¿Con qué publicadores no se puede contactar?»
sign-in-sees-all = ve todo lo que hay aquí
sign-in-sees-contacts = ve los contactos de los publicadores
sign-in-sees-no-contacts = no ve los contactos de los publicadores para partners
sign-in-sees-offers = ve sus ofertas y cómo las ven los demás
sign-in-sees-subscriptions = ve sus suscripciones

## Descubrir ofertas

discover-title = Descubrir ofertas
discover-lede = Busque un producto por su nombre, su publicador o lo que hace; vea si puede comprarlo y cómo contactar con su publicador.
discover-field = Nombre, publicador o lo que hace
discover-results = Ofertas encontradas
discover-found =
    { $count ->
        [0] Ninguna oferta
        [one] { $count } oferta
       *[other] { $count } ofertas
    }
discover-found-page = { $from }–{ $to } de { $count } ofertas
discover-chip = { $text }
discover-available = Para su organización
discover-available-yes = Puede comprarla
discover-available-no = No puede comprarla
discover-kind = Tipo
discover-category = Categoría
discover-market = Mercado
discover-readiness = Contactos del publicador
discover-none = Ninguna oferta coincide
discover-none-help = Pruebe con menos palabras o con otra grafía, o quite filtros.
discover-all = Mostrar todas las ofertas
discover-bare = Todavía no hay ofertas
discover-bare-help = Las ofertas aparecen aquí cuando se importa el catálogo de un publicador. Lo hace quien administra este sitio, con «firstline import».
filter-any = Todos
filter-remove = Quitar filtro
filters-apply = Aplicar filtros
markets-all = Todos los mercados
markets-count =
    { $count ->
        [one] { $count } mercado
       *[other] { $count } mercados
    }
readiness-ready = Se puede contactar
readiness-gaps = Contactos incompletos
readiness-unreachable = Sin contacto
available-yes = Puede comprarla
unavailable-not-opted-in = No abierta a la reventa
unavailable-not-opted-in-help = El publicador no abrió esta oferta a la reventa por partners. Pídale que la abra.
unavailable-exclusive = Solo partners seleccionados
unavailable-exclusive-help = El publicador solo deja comprar esta oferta a los partners que eligió, y su organización no está entre ellos. Pídale que la incluya.
unavailable-kind = Tipo que no se revende
unavailable-kind-help = Los productos de este tipo no se compran a través de partners; los clientes los compran en el marketplace.
unavailable-market = No en este mercado
unavailable-market-help = El publicador no vende esta oferta en el mercado elegido.
unavailable-not-sold = Ya no se vende
unavailable-not-sold-help = No hay ventas nuevas. Las suscripciones existentes continúan, y también su soporte.

## Una oferta

offer-ask = Consultar sobre esta oferta
offer-about = Qué es
offer-foreign = El publicador describe esta oferta en { $language }; no hay texto en su idioma.
offer-readiness-ready = Esta oferta está lista para recibir consultas
offer-readiness-gaps = Hay quien todavía no puede contactar con usted
offer-readiness-unreachable = Nadie puede contactar con usted por esta oferta
offer-findings =
    { $count ->
        [0] No falta nada.
        [one] Hay { $count } punto por mejorar.
       *[other] Hay { $count } puntos por mejorar.
    }
offer-edit = Editar contactos y recursos
offer-orphaned = Este publicador ya no responde
offer-orphaned-help = Consulte de todos modos: la respuesta dice quién se hace cargo, y el operador busca a alguien en el publicador.
offer-reach = Cómo contactar con { $publisher }
offer-hidden = Su rol no muestra todos los contactos
offer-hidden-help = Los contactos del publicador para partners se muestran a estos roles: { $roles }. Pida a alguien de su organización que tenga uno que abra esta página, o a quien administre allí los usuarios que se lo dé.
offer-opened = Abierta a la reventa
offer-state = Estado
offer-state-draft = Borrador
offer-state-live = A la venta
offer-state-stop-sell = Sin ventas nuevas; las suscripciones continúan
offer-state-withdrawn = Retirada
offer-supporter = Soporte técnico
offer-id = Id. de la oferta
offer-id-copy = Copiar el id. de la oferta
opt-in-all = Para todos los partners
opt-in-selected = Para partners seleccionados
opt-in-none = Para ningún partner
supporter-publisher = A cargo del publicador
supporter-operator = A cargo del operador del marketplace
supporter-community = A cargo de la comunidad; nadie garantiza una respuesta
facts-title = Datos
documents-elsewhere = En otros idiomas ({ $count })
documents-title = Documentos y enlaces
contact-customer-support = Atención al cliente
contact-programme = Programa de partners
contact-engineering = Ingeniería
contact-support = Soporte
contact-short-customer-support = atención al cliente
contact-short-programme = programa de partners
contact-short-engineering = ingeniería
contact-partners-only = solo partners
contact-missing-customer-support = El publicador no indicó a quién pueden consultar los clientes. Sus consultas deben pasar por quien vendió el producto.
contact-missing-programme = El publicador no indicó a nadie para consultas sobre márgenes, ofertas privadas y reventa.
contact-missing-engineering = El publicador no indicó un contacto de ingeniería para los partners.
vcard-save = Guardar como vCard
who-title = Quién da soporte a qué
who-when-you = Cuando usted consulta sobre
who-when-customer = Cuando un cliente consulta sobre
who-first = se consulta primero
who-owner = responsable
who-passes = lo deriva
who-none = no interviene
who-open = Sin acordar entre proveedor y revendedor
who-channel = Cómo se compró
promised-title = Qué se garantiza
promised-none = No consta ningún contrato con niveles de servicio. Pida al publicador su Contrato de cliente de terceros.
promised-counted = Los plazos cuentan: { $hours }
promised-uncounted = No se indica en qué horario cuentan los plazos.
severity = Gravedad
severity-a = el trabajo está parado
severity-b = el trabajo se ve afectado
severity-c = una duda o un fallo menor
first-response = Primera respuesta
update-interval = Novedades
target = Solución
every = cada { $span }
not-promised = sin garantía
asked-now-until = si consulta ahora: hasta { $time }
first-response-in = primera respuesta en { $span }
update-every = después, novedades cada { $span }
target-in = solución en { $span }
plans-title = Planes
plan = Plan
plan-price = Precio
price-on-request = a petición
term-monthly = mensual
term-annual = anual
term-metered = por consumo
resource-documentation = Documentación de usuario
resource-training = Capacitación
resource-sales-collateral = Material de ventas
resource-programme-marketing = Material de marketing del programa
resource-getting-started = Primeros pasos
resource-privacy = Privacidad
resource-terms = Condiciones
resource-other = Más

## Consultar

ask-title = Consultar
ask-lede = Diga qué producto es y de qué se trata. Sabrá quién responde, por qué y cómo contactar.
ask-product = Producto
ask-product-optional = Déjelo vacío si no se trata de un producto concreto
ask-offer = ¿Qué producto?
ask-offer-hint = Escriba una parte de su nombre o del nombre de su publicador.
ask-offer-none = Ninguna oferta coincide con «{ $name }». Pruebe con menos palabras o con otra grafía.
ask-offer-several = Varias ofertas coinciden con «{ $name }». Elija una abajo.
ask-offer-choose = ¿Cuál de estas?
ask-subscription = ¿Qué suscripción?
ask-subscription-hint = Con ella la respuesta es exacta: dice quién vendió el producto y qué se acordó.
ask-subscription-none = Ninguna en concreto
ask-channel = ¿Cómo se compró?
ask-channel-unknown = No se sabe
ask-asker = ¿Quién consulta?
ask-asker-usual = Su organización, en su papel habitual
ask-topic-needed = Elija de qué se trata.
ask-words = Buscar en la lista
ask-words-hint = Solo quedan en la lista los temas que contienen estas palabras.
ask-words-none = Ningún tema tiene esas palabras. Vacíe el campo y elija el más cercano.
ask-go = Buscar quién da soporte
ask-nothing-sent = Todavía no se envía nada a nadie.
family-technical = El producto
family-commercial = Lo que paga y lo que tiene contratado
family-agreement = Condiciones y disponibilidad
family-commerce = El propio marketplace
family-support = Entre proveedor y revendedor
family-product = El producto
family-purchase = Lo que paga y lo que tiene contratado
family-contract = Condiciones
family-platform = El propio marketplace

## La línea

line-label = El recorrido de esta consulta
line-you = Usted está aquí
line-first = Pregunte aquí primero
line-owner = Responsable
line-yours = Le corresponde a usted
line-escalation = Si nadie responde
line-unreached = No se conoce ningún contacto
line-promise = Responde en { $span }
line-promise-range = Responde en { $soonest } a { $latest }, según la gravedad
line-promise-until = hasta { $time }
line-clock-agreement = Garantizado en su contrato. Los plazos cuentan: { $hours }
line-clock-desk = Lo garantiza su propio soporte. Los plazos cuentan: { $hours }
line-clock-programme = Lo garantizan las reglas del programa. Los plazos cuentan: { $hours }
line-clock-unsaid-desk = Lo garantiza su propio soporte, que no indica en qué horario cuentan los plazos.
line-clock-unsaid-programme = Lo garantizan las reglas del programa, que no indican en qué horario cuentan los plazos.
line-gap-title = Sin acordar:
line-gap = quién se ocupa de este tema. Consulte con { $provider } y acuérdelo en el reparto del soporte; hasta entonces, la consulta va allí.
line-gap-others = quién se ocupa de este tema. Deben acordarlo { $provider } y el revendedor; hasta entonces, la línea muestra a quién preguntar.
verdict-yours = Esto le corresponde a usted.
verdict-yours-with = Esto le corresponde a usted; para ello necesita contactar con { $first }.
verdict-direct = De esto responde { $owner }, y le contesta directamente a usted.
verdict-unreached = De esto responde { $owner }, pero ahora no hay forma de contactar. Contacte con { $next }.
verdict-open = No está acordado quién se ocupa de esto. Contacte primero con { $first }.
verdict-through = De esto responde { $owner }. Contacte primero con { $first }.
verdict-through-open = De esto responde { $owner }. No está acordado quién acude allí: contacte primero con { $first }.

## La respuesta

answer-for = cliente: { $customer }
answer-change = Cambiar la consulta
answer-why = Por qué
answer-edition = Edición { $edition }, vigente desde el { $date }
answer-source = La página del propio programa
answer-superseded = Las reglas han cambiado desde entonces
answer-superseded-help = Esta respuesta conserva la edición con la que se dio. Consulte de nuevo para saber qué rige hoy.
answer-again = Consultar de nuevo
answer-missing = Qué falta y quién debe aportarlo
answer-more = Garantías, siguientes pasos y enlace
answer-contacts = Más contactos
answer-next = A continuación
answer-another = Hacer otra consulta
answer-copy = Copiar la respuesta como texto
answer-link = Enlace a esta respuesta, para sus colegas
answer-link-copy = Copiar el enlace
answer-decided = Decidido { $ago } ({ $time })
answer-asked-as = consulta como: { $part }
answer-zone = Las horas son las de { $zone }.
clause-original = Texto original
promised-by = Lo que garantiza { $who }
promise-stands-in = Consta en:
promise-source-programme = las reglas del programa
promise-source-desk = lo que la organización indica de su propio soporte
promise-otherwise =
    { $count ->
        [one] Si no hay ninguna avería: en { $count } día hábil.
       *[other] Si no hay ninguna avería: en { $count } días hábiles.
    }

## Qué falta y quién debe aportarlo

lack-split = Proveedor y revendedor no lo han acordado
lack-split-help = { $who } debe acordar con el revendedor quién se ocupa de este tema. Hasta entonces, pregunte como muestra la línea.
lack-contact = El publicador no da ningún contacto
lack-contact-help = { $who } debe indicar un contacto en la página de la oferta. Hasta entonces no se le puede contactar directamente.
lack-contact-customer-support = Sin contacto de atención al cliente
lack-contact-customer-support-help = { $who } debe indicar un contacto al que puedan consultar los clientes.
lack-contact-programme = Sin contacto para los partners del programa
lack-contact-programme-help = { $who } debería indicar uno; hasta entonces, use los demás contactos.
lack-desk = Sin contacto de quien se consulta primero
lack-desk-help = { $who } debe decir cómo se contacta con su soporte.
lack-service-level = No constan niveles de servicio
lack-service-level-help = { $who } debe aportar su contrato con niveles de servicio. Hasta entonces no se garantiza ningún plazo de respuesta.
lack-technical-choice = Sin decidir qué pasa con las consultas técnicas
lack-technical-choice-help = { $who } no ha dicho si las deriva al publicador. Mientras no lo diga, se ocupa de ellas.
lack-publisher-answer = El publicador ya no responde
lack-publisher-answer-help = { $who } busca a alguien que responda por él. Siga el tramo punteado de la línea.
lack-support-promise = Nadie garantiza soporte para este producto
lack-support-promise-help = Lo mantiene su comunidad; { $who } responde cuando puede.
lack-purchase-date = No se sabe el día de la compra
lack-purchase-date-help = { $who } debe indicarlo: de él depende que siga abierto el plazo de reembolso.
lack-subscription = No se sabe de qué suscripción se trata
lack-subscription-help = { $who } puede indicar la suscripción y consultar de nuevo; entonces la línea muestra por su nombre a quien vendió.
lack-role = Su rol no muestra los contactos del publicador
lack-role-help = { $who }: los muestran estos roles: { $roles }. Pida a un compañero que tenga uno que contacte, o a quien administre los usuarios que se lo dé.
lack-act-support = Acordarlo ahora
lack-act-desk = Añadir el contacto

## Categorías de productos

category-ai = Inteligencia artificial
category-analytics = Analítica
category-collaboration = Colaboración
category-commerce = Comercio
category-data = Datos
category-developer-tools = Herramientas de desarrollo
category-finance = Finanzas
category-industry = Industria
category-it-management = Gestión de TI
category-productivity = Productividad
category-security = Seguridad
category-supply-chain = Cadena de suministro
