### Las páginas en las que las organizaciones configuran: ofertas de un publicador, elecciones y repartos, clientes y suscripciones, el servicio de soporte; y la referencia de la API.

## Formularios

form-saved = Guardado. A partir de ahora todos lo ven así.
form-dismiss = Cerrar
form-save = Guardar
form-leave = Dejar sin cambios
form-changed = Lo suyo aún no se ha guardado; sigue en el formulario de abajo. Donde ambos difieren, esto es lo que consta ahora. Guarde de nuevo para poner lo suyo en su lugar.
form-empty = (vacío)
form-name = Equipo o persona
form-email = Correo electrónico
form-phone = Teléfono
form-phone-hint = Con el prefijo del país.
form-url = Dirección web
form-url-hint = Que empiece por https://
form-hours = Horario
form-hours-hint = Cada lector lo ve en su propia hora. Déjelo vacío si no hay horario fijo.
form-hours-row = Días y horas
form-always = Las 24 horas
form-day-first = Primer día
form-day-last = Último día
form-opens = Abre
form-closes = Cierra
form-zone = Zona horaria
form-languages = Idiomas
form-more-languages = Más idiomas
targets-hint = Escriba los plazos como 30 min, 4 h o 2 días; un día son 24 horas del horario de abajo. Deje vacío lo que no se promete.
work-first = Al principio

## Las ofertas de un publicador

my-offers-title = Mis ofertas
my-offers-lede = Cuán preparada está cada oferta para recibir consultas. Primero, las que más lo necesitan.
my-offers-empty = Aún no tiene ofertas aquí
my-offers-empty-help = Aparecen cuando se importan sus fichas. Pídaselo al operador del marketplace.
my-offers-said =
    { $count ->
        [one] { $count } oferta
       *[other] { $count } ofertas
    }{ $unreachable ->
        [0] { "" }
        [one] ; por { $unreachable } no hay a quién preguntar
       *[other] ; por { $unreachable } no hay a quién preguntar
    }
my-offers-offer = Oferta
my-offers-readiness = Preparación
my-offers-to-fix = Qué corregir primero
my-offers-nothing = nada
my-offers-more =
    { $count ->
        [one] y { $count } más
       *[other] y { $count } más
    }
my-offers-complete = Completa
my-offers-ready =
    { $count ->
        [one] Preparada, { $count } sugerencia
       *[other] Preparada, { $count } sugerencias
    }
my-offers-gaps =
    { $count ->
        [one] { $count } cosa por corregir
       *[other] { $count } cosas por corregir
    }
my-offers-unreachable = Nadie puede contactarle
offer-edit-see = Ver la página
offer-edit-read-only = Puede mirar, pero no cambiar nada
offer-edit-everyone = lo ven todos
my-contact-hint-customer-support = A quién pueden preguntar clientes y vendedores. Dé una dirección que lea más de una persona.
my-contact-hint-programme = Para consultas de vendedores sobre margen, ofertas privadas y reventa. Los clientes nunca lo ven.
my-contact-hint-engineering = Para vendedores que le traen un fallo. Los clientes nunca lo ven.
offer-edit-resources = Documentos y enlaces
offer-edit-resources-hint = Lo que hace falta antes de preguntarle. El material de ventas y marketing solo lo ven los vendedores. Para quitar un documento, vacíe la fila o marque «quitar».
offer-edit-document = Documento { $number }: { $field }
offer-edit-contacts = Contactos
offer-edit-resource-title = Título
offer-edit-resource-url = Dirección web
offer-edit-resource-kind = Tipo
offer-edit-resource-lang = Idioma
offer-edit-any-language = Sin indicar
offer-edit-remove = quitar
offer-edit-agreement = Contrato y niveles de servicio
offer-edit-agreement-hint = Lo que promete su Contrato de cliente de terceros. Se cita a quien pregunta, con su nombre.
offer-edit-agreement-title = Nombre del contrato
offer-edit-agreement-url = Dónde se puede leer
offer-edit-agreement-hours-hint = Cuándo corren los plazos de arriba. Vacío significa las 24 horas.
offer-edit-consequence = Al guardar, las consultas nuevas se responden de inmediato con estos contactos y promesas. Las respuestas ya dadas quedan como estaban.
offer-seen-title = Cómo ve esta página cada parte
offer-seen-by = Vista por
offer-seen-no-contact = No ven ningún contacto.
offer-seen-hidden = Oculto para { $party }: { $what }.

## Qué prepara una oferta y qué lo impide

ready-title = Preparada para consultas
ready-count = { $met } de { $all }
ready-fix = Corregir
ready-customer-support = Los clientes pueden contactarle
ready-hours = Se conoce el horario
ready-engineering = Los vendedores pueden comunicarle un fallo
ready-programme = Los vendedores pueden preguntar por la reventa
ready-addresses = Todas las direcciones parecen correctas
ready-documentation = Hay documentación de usuario
ready-agreement = El contrato consta
finding-no-contact = No hay a quién preguntar por esta oferta
finding-no-contact-help = Dé al menos un contacto de atención al cliente; hasta entonces toda consulta se queda en quien la vendió.
finding-no-customer-support = Falta el contacto de atención al cliente
finding-no-customer-support-help = Los clientes no tienen a quién acudir cuando un vendedor los deriva a usted.
finding-no-engineering = Falta el contacto de ingeniería
finding-no-engineering-help = Los vendedores que encuentran un fallo no saben a quién decírselo.
finding-no-programme-contact = Falta el contacto del programa de partners
finding-no-programme-contact-help = Los vendedores no pueden preguntar por margen, ofertas privadas o reventa.
finding-malformed-email = «{ $value }» no es una dirección de correo
finding-malformed-email-help = El correo enviado allí no llega. Corríjala.
finding-personal-mailbox = «{ $value }» parece el buzón de una sola persona
finding-personal-mailbox-help = Las consultas quedan sin leer cuando esa persona no está. Dé una dirección que lea un equipo.
finding-bad-url = «{ $value }» no es una dirección web
finding-bad-url-help = El enlace no lleva a ninguna parte. Empiécelo por https://.
finding-bad-phone = No se puede llamar a «{ $value }»
finding-bad-phone-help = Dé el número con el prefijo del país.
finding-no-hours = Falta el horario de atención al cliente
finding-no-hours-help = Nadie sabe si usted responde ahora o mañana.
finding-no-documentation = Falta documentación de usuario
finding-no-documentation-help = Muchas consultas no se harían si hubiera una guía que leer.
finding-no-agreement = Falta el contrato con niveles de servicio
finding-no-agreement-help = Los vendedores no pueden decir a sus clientes cuándo responderá usted.

## Consultas técnicas: la elección del vendedor

choice-title = Consultas técnicas de sus clientes
choice-lede = Una consulta técnica corresponde al publicador del producto. Usted elige si sus clientes preguntan allí o si usted la lleva.
choice-usual = Para todos los productos
choice-none = Sin elegir todavía
choice-help-none = A sus clientes se les dice que acudan a usted y que no ha indicado qué hace con la consulta.
choice-send-on = Derivar
choice-help-send-on = Sus clientes ven la atención al cliente del publicador y preguntan allí directamente. Si un publicador no da contacto para clientes, acuden a usted igualmente.
choice-coordinate = Coordinar
choice-help-coordinate = Sus clientes le preguntan a usted; usted trabaja con el publicador y les lleva la respuesta.
choice-save = Guardar la elección
choice-exceptions = Distinto para algunos productos
choice-no-exceptions = Ninguno: la elección de arriba vale para todos los productos.
choice-offer = ¿Qué producto?
choice-offer-hint = Escriba una parte de su nombre o del de su publicador.
choice-found = ¿Cuál de estos?
choice-for-it = Consultas técnicas sobre él
choice-add = Añadir
choice-remove = Quitar
error-offer-needed = Indique para qué producto es.

## Soporte: elecciones y repartos

support-title = Soporte
support-lede = Qué hace con las consultas técnicas y qué ha acordado con cada revendedor. Las respuestas lo siguen desde que guarda.
support-read-only = Puede mirar, pero no cambiar nada
support-resellers = Sus revendedores
support-resellers-said =
    { $count ->
        [one] { $count } revendedor
       *[other] { $count } revendedores
    }, { $open ->
        [0] nada pendiente
        [one] { $open } con algo pendiente
       *[other] { $open } con algo pendiente
    }
support-no-reseller = Aún no tiene revendedores
support-no-reseller-help = Aparecen cuando el operador del marketplace registra que venden a través de usted.
support-by-topic = Tema por tema
share-reseller = Revendedor
share-both = Ambos
share-provider = Proveedor
share-open = Pendiente
split-title = Reparto con { $reseller }
split-lede = Quién de los dos hace qué cuando un cliente pregunta. Lo pendiente se muestra como no acordado a todos los del recorrido.
split-state = Estado
split-none = No acordado
split-agreed = Acordado
split-open =
    { $count ->
        [one] { $count } tema pendiente
       *[other] { $count } temas pendientes
    }
split-open-said =
    { $count ->
        [0] Nada queda pendiente
        [one] { $count } tema queda pendiente
       *[other] { $count } temas quedan pendientes
    }
split-profile = Modelo
split-profiles = Partir de un modelo
split-use-profile = Usar este modelo
split-no-profile = ninguno
split-from = Primer día
split-until = Último día
split-until-hint = Vacío: vale hasta que otro lo sustituya.
split-until-replaced = hasta que se sustituya
split-topic = Tema
split-who = Quién lo hace
split-customer-sees = Lo que ve el cliente
split-legend = Revendedor: se le pregunta primero y responde. Ambos: se pregunta primero al revendedor y responde el proveedor. Proveedor: se le pregunta directamente y responde. Pendiente: aún sin acordar.
split-meets = Usted trata directamente con los clientes del revendedor
split-meets-hint = Así esos clientes ven su contacto cuando la consulta pasa a usted. Si no, ven solo al revendedor.
split-meets-yes = sí
split-meets-no = no
split-changes = Lo que cambia
split-no-change = No difiere de lo que rige hoy
split-consequence = Cuando { $reseller } acepte, sustituye desde su primer día al acuerdo del { $since }. Las consultas nuevas se responden según él; las respuestas ya dadas quedan como estaban y el acuerdo anterior sigue registrado.
split-consequence-first = Cuando { $reseller } acepte, las consultas de sus clientes se responden según él desde su primer día. Las respuestas ya dadas quedan como estaban.
split-agree = Proponer
split-preview = Ver qué significa
split-history = Acuerdos hasta ahora
split-no-history = Ninguno todavía.
split-contents = Qué se acordó
split-show = Ver
split-in-force = vigente
split-later = empieza más tarde
split-ended = terminado

## La parte del revendedor

reseller-title = Qué es suyo y qué es de su proveedor
reseller-lede = Un cliente que pregunta ve lo mismo.
reseller-print = Imprimir para su mesa
reseller-with = Con { $provider }
reseller-agreed = Según lo acordado con { $provider }, desde el { $day }
reseller-open-title = Sin acordar: { $topics }
reseller-open-help = Mientras tanto, acuda a { $provider } para estos temas y haga que consten en su reparto.
reseller-no-desk = El proveedor no ha indicado cómo contactarle. Pida a quien le atiende allí que dé su contacto aquí.
reseller-no-desk-short = sin contacto
reseller-no-provider = Aún no tiene proveedor aquí
reseller-no-provider-help = Aparece cuando el operador del marketplace registra a través de quién vende usted.
reseller-whose = De quién
reseller-way = Recorrido de una consulta
reseller-turn-to = Acuda a
reseller-yours = Suyo
reseller-both = De ambos: le preguntan a usted, responde su proveedor
reseller-theirs = De su proveedor
reseller-open = Sin acordar
reseller-you = Usted
reseller-nobody = a nadie, responde usted
reseller-meets = Su proveedor trata directamente con sus clientes, por eso ven su contacto.

## Clientes y suscripciones

customers-title = Clientes
customers-lede = A quién vende y quién da soporte a cada suscripción.
customers-empty = Aún no hay clientes
customers-empty-help = Aparecen cuando se importan las líneas de conciliación de sus ventas.
customers-no-subscription = Sin suscripciones.
customers-all = Todas las suscripciones
subscriptions-title = Suscripciones
subscriptions-lede = Todas las suscripciones en las que usted participa.
subscriptions-lede-own = Lo que usa su organización y a quién preguntar.
subscriptions-empty = Aún no hay suscripciones
subscriptions-empty-help = Aparecen cuando se compran y se importan los registros del vendedor. Aun así puede consultar sobre un producto.
subscription-title = { $offer } para { $customer }
subscription-offer = Producto
subscription-state = Estado
subscription-state-active = Activa
subscription-state-trial = De prueba
subscription-state-suspended = Suspendida
subscription-state-cancelled = Cancelada
subscription-state-action-needed = Sin activar
subscription-state-help-active = En uso. Se renueva sola al final de su periodo.
subscription-state-help-trial = La prueba pasa sola a suscripción de pago y se renueva, salvo que se cancele a tiempo.
subscription-state-help-suspended = Ahora nadie puede usarla. Sus datos se conservan 90 días, como máximo 120; resuelva antes lo que la detuvo.
subscription-state-help-cancelled = Ha terminado. Las consultas sobre sus últimos cargos siguen el mismo recorrido.
subscription-state-help-action-needed = Comprada, pero sin activar en el publicador. A nadie se le envió el enlace: el vendedor debe pasarlo, y la facturación empieza solo cuando el publicador lo confirma.
subscription-support = Contacto de soporte
subscription-who-supports = A quién se pregunta
subscription-by-default = por defecto
subscription-no-desk = No hay contacto
subscription-no-desk-help = No ha indicado cómo contactar con su soporte. Haga la consulta aquí; la respuesta dice qué hacer.
subscription-give-desk = Dar su contacto
subscription-ask = Consultar sobre ella
subscription-see-offer = Ver la oferta
subscription-parties = Quiénes participan
subscription-plan = Plan
subscription-term = Facturación
subscription-quantity = Licencias
subscription-purchased = Compra
subscription-renewed = Renovación
subscription-id = Identificador de la suscripción
subscription-set = Fijar el contacto de soporte
subscription-set-hint = A quién se muestra al cliente como la parte a la que preguntar. Vale de inmediato para las consultas nuevas.
subscription-set-provider = A { $customer } se le indica que pregunte a { $name }, el proveedor.
subscription-set-reseller = A { $customer } se le indica que pregunte a { $name }, el revendedor. Debe ser suyo y vender a este cliente.
subscription-set-go = Fijar
subscription-set-locked = Usted no puede fijar el contacto de soporte
subscription-set-role = Puede hacerlo un Agente de administración, Administrador global o Agente del departamento de soporte técnico de su organización.

## El servicio de soporte

desk-title = Mi servicio de soporte
desk-lede = Cómo se contacta con su organización para recibir soporte. Lo ve quien es enviado a usted.
desk-lede-seller = Sus clientes deben saber qué soporte da usted, cómo contactarlo, cuándo y cuánto cuesta. Lo ven aquí siempre que se les envía a usted.
desk-read-only = Puede mirar, pero no cambiar nada
desk-contact = Cómo se le contacta
desk-promises = En cuánto tiempo responde
desk-promises-hint = Según la gravedad. Escriba los plazos como 30 min, 4 h o 2 días; deje vacío lo que no promete.
desk-price-title = Cuánto cuesta
desk-price = Precio de su soporte
desk-price-hint = Con sus palabras, como «incluido» o «60 € por hora fuera de este horario».
desk-consequence = Al guardar, todos los que son enviados a usted lo ven de inmediato.

## La referencia de la API

reference-title = Referencia de la API
reference-lede = Las mismas respuestas que dan las páginas, con las mismas cláusulas. Versión 1.
reference-document = Documento OpenAPI
reference-contents = Contenido
reference-sign-in = Inicio de sesión
reference-sign-in-text = Envíe un token de portador (bearer) en el encabezado Authorization. Pertenece a su organización, y sus roles dicen qué puede ver y hacer el programa. Quien se ocupa de los programas crea uno en Ajustes › Tokens. Accept-Language elige el idioma de los textos.
reference-token = Su propio token, en la demo:
reference-errors = Errores
reference-errors-text = Todo lo que falla vuelve como documento de problema (RFC 9457) con type, title, status y detail; errors nombra cada dato que no se puede aceptar. El type es el mismo en todos los idiomas.
reference-paging = Paginación
reference-paging-text = Una lista da como máximo los elementos que indica limit. Si hay más, el encabezado Link lleva la dirección de la página siguiente con rel="next": sígala tal cual.
reference-versions = Cambios
reference-versions-text = Lo que se puede cambiar viene con un ETag. Devuélvalo en If-Match con el cambio: si otra persona fue más rápida, la respuesta es 412 y no se cambia nada.
reference-limits = Límites
reference-limits-text = Una organización tiene un número de llamadas por minuto; las llamadas sin un token válido comparten ese mismo número por dirección. RateLimit-Policy dice cuántas, RateLimit cuántas quedan; pasado ese número, la respuesta es 429 con Retry-After.
reference-objects = Objetos
reference-field = Campo
reference-type = Tipo
reference-what = Qué es
reference-required = obligatorio
reference-parameters = Parámetros
reference-body = Cuerpo
reference-request = Petición
reference-reply = Respuesta
reference-example = Ejemplo
reference-copy = Copiar
