### Las personas de una organización: puesta en marcha, invitaciones, roles y cambio de organización.

settings-title = Ajustes

## La puesta en marcha

set-up-title = Poner en marcha
set-up-lede = Se hace una sola vez. Crea la organización que gestiona el marketplace y a usted como su primer administrador. Después, este enlace deja de funcionar.
set-up-known = Una importación ya creó { $name }
set-up-known-help = Conserva todo lo importado y toma el nombre que escriba aquí.
set-up-operator = La organización que gestiona el marketplace
set-up-organisation = Nombre de la organización
set-up-organisation-hint = Lo ven todos.
set-up-you = Usted
set-up-consequence = Su sesión se inicia al momento como Administrador del operador: importa organizaciones, invita a sus primeras personas y gestiona las de la suya.
set-up-go = Poner en marcha
link-name = Su nombre
link-password-hint = Al menos 10 caracteres. Una frase corta se recuerda fácilmente.
next-title = Todo está en marcha
next-lede = { $organisation } gestiona este marketplace y usted es su primer administrador. Ahora vienen tres cosas.
next-organisations = Importar organizaciones
next-organisations-help = Los publicadores, partners, revendedores y clientes llegan en archivos. En el equipo donde funciona el programa:
next-people = Invitar a personas
next-people-help = A sus compañeros y al primer administrador de cada organización importada. Ellos invitan a los demás.
next-desk = Decir cómo contactar con ustedes
next-desk-help = Publicadores y partners llegan a su servicio de soporte con consultas sobre el propio marketplace.

## Personas

people-title = Personas
people-lede = Quién actúa en nombre de su organización y con qué roles.
people-person = Persona
people-roles = Roles
people-seen = Última visita
people-second-factor = Segundo factor
people-never = todavía no
people-yes = sí
people-no = no
people-inactive = desactivada
people-done-roles = Los roles han cambiado y ya están en vigor.
people-done-deactivated = Persona desactivada; sus sesiones están cerradas.
people-done-activated = Persona activada de nuevo.
people-done-signed-out = Sesiones cerradas en todos los navegadores.
people-done-removed = Persona retirada de su organización.
people-done-invited = La invitación está lista. Su enlace figura abajo.
people-done-withdrawn = La invitación se ha retirado.
roles-no-more = Nada más que lo que pueden todos
roles-everyone = Lo que pueden todos, sea cual sea su rol

## Una persona

person-facts = Datos
person-since = Aquí desde
person-roles-save = Cambiar los roles
person-roles-says = Los roles valen desde el próximo clic de { $name }. No se cierra ninguna sesión.
person-last-manager = Nadie más aquí puede dar roles, así que debe quedar uno que lo permita.
person-why = Qué puede ver y hacer { $name }, y por qué
person-why-hint = Cada línea nombra el rol que lo permite y la regla que lo dice.
person-why-show = Mostrar todas las líneas
person-why-act = Qué
person-why-whose = De quién
person-why-because = Por
person-rules = Las reglas
person-sign-out = Cerrar todas sus sesiones
person-sign-out-says =
    { $count ->
        [0] { $name } no tiene ninguna sesión abierta para su organización.
        [one] Cierra { $count } sesión; { $name } debe iniciar sesión de nuevo.
       *[other] Cierra { $count } sesiones; { $name } debe iniciar sesión de nuevo.
    }
person-deactivate = Desactivar
person-deactivate-says = Las sesiones de { $name } se cierran al momento y ya no puede actuar en nombre de { $organisation }. Los roles y todo lo hecho se conservan; puede activarla de nuevo. Los tokens de programas siguen funcionando.
person-activate = Activar
person-activate-says = { $name } puede volver a iniciar sesión para { $organisation } con los roles que se muestran aquí.
person-remove = Retirar de la organización
person-remove-says = Las sesiones de { $name } se cierran al momento y deja de pertenecer a { $organisation }. La cuenta y todo lo hecho se conservan; para volver, { $name } necesita otra invitación.

## Invitaciones

invitations-title = Invitaciones
invitations-lede = Quien recibe la invitación elige una contraseña, o inicia sesión con la cuenta que tiene, y actúa en nombre de su organización con los roles que usted elija.
invitations-go = Invitar a alguien
invitations-open = Invitaciones abiertas
invitations-open-hint = Cada enlace sirve una vez y para una persona. Todavía no se envía correo desde aquí: entregue usted el enlace.
invitations-email-hint = Solo puede aceptar quien tenga esta dirección.
invitations-organisation = Organización
invitations-organisation-hint = Déjelo vacío para la suya, o indique el identificador de otra para invitar a sus primeras personas.
invitations-says = El enlace sirve durante siete días. Una invitación anterior a la misma dirección deja de funcionar.
invitations-send = Crear la invitación
invitations-by = invita { $name }
invitations-until = caduca { $when }
invitations-sent = El enlace se ha enviado.
invitations-copy = Copiar el enlace para { $email }
invitations-withdraw = Retirar
invitations-withdraw-says = El enlace deja de funcionar al momento.

## Una invitación abierta

invitation-title = Unirse a { $organisation }
invitation-lede = Recibió una invitación para actuar en nombre de { $organisation }. Su rol: { $roles }.
invitation-new = Su dirección de correo aquí es { $email }. Elija cómo inicia sesión con ella.
invitation-join = Unirse
invitation-owner = { $organisation } se añade a su cuenta, { $name }. En sus otras organizaciones no cambia nada, y puede pasar de una a otra en la parte superior de cada página.
invitation-accept = Aceptar
invitation-account = { $email } ya tiene una cuenta aquí
invitation-account-help = Inicie sesión con ella y volverá a esta invitación.
invitation-member = Ya pertenece a { $organisation }
invitation-member-help = No hay nada que aceptar. Si sus roles deben ser otros, los cambia quien gestiona los usuarios allí.
invitation-other = Esta invitación es para { $email }, y la sesión abierta es la de { $name }, de { $own }
invitation-other-help = Cierre la sesión y abra de nuevo el enlace. Solo puede aceptar una invitación la persona a la que va dirigida.
invitation-says = Lo que podrá hacer
invitation-until = La invitación sirve una vez, hasta { $until }.

## Otra organización mía

switch-title = Cambiar de organización
sign-in-also = también actúa en nombre de { $organisations }

## De qué tratan los roles: cosas, qué se hace con ellas y de quién son

object-offer = Ofertas
object-offer-contacts = Contactos de las ofertas para partners
object-readiness = Lo que falta en las ofertas
object-authorisation = Autorizaciones para ofertas exclusivas
object-organisation = Organizaciones
object-desk = Servicios de soporte
object-relationship = Relaciones comerciales
object-subscription = Suscripciones
object-support-contact = Contactos de soporte de suscripciones
object-invoice-line = Líneas de factura
object-split = Repartos entre proveedor y revendedor
object-technical-choice = Elecciones sobre consultas técnicas
object-decision = Consultas y respuestas
object-import = Importaciones
object-person = Personas
object-role = Roles
object-invitation = Invitaciones
object-session = Sesiones
object-token = Tokens de programas
object-sign-on = Inicio de sesión único
object-audit = Registro de cambios
object-privacy = Datos personales
object-retention = Plazos de conservación
act-see = Ver
act-add = Añadir
act-change = Cambiar
act-remove = Terminar o retirar
act-export = Exportar
act-erase = Borrar
relation-mine = lo propio
relation-own = de su organización
relation-customer = de sus clientes
relation-reseller = de sus revendedores
relation-provider = de su proveedor
relation-seller = de quienes le venden
relation-channel = de quienes venden sus ofertas
relation-offered = lo que está a la vista de todos
relation-any = de cualquiera
