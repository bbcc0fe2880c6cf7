### Relaciones entre organizaciones: pedirlas, aceptarlas, terminarlas.

relationships-title = Relaciones
relationships-lede = Con quién trabaja su organización. Nada se muestra ni se hace en virtud de una relación antes de que ambas partes la quieran, ni después de que una la termine.
relationships-waiting = Pendientes de su respuesta
relationships-asked = Solicitudes suyas
relationships-asked-hint = A quién llegó, y si llegó a alguien, lo sabe cuando aceptan.
relationships-whom = Organización
relationships-as = Como
relationships-when = Cuándo
relationships-since = Desde
relationships-state = Estado
relationships-end = Terminar
relationships-end-now = Terminar ahora
relationships-withdraw = Retirar
relationships-accept = Aceptar
relationships-decline = Rechazar
relationships-none = Aún no hay relaciones
relationships-none-help = Aparecen cuando alguien se lo pide, usted se lo pide a alguien o el operador del marketplace las importa.
relationships-ask = Pedir una relación
relationships-kind = Para qué
relationships-ask-provider-reseller = Vender a través de ellos como nuestro revendedor
relationships-ask-partner-customer = Venderles como nuestro cliente
relationships-to = Su identificador o el correo de un administrador de allí
relationships-to-hint = Exactamente como se lo dieron. No hay lista en la que elegir.
relationships-ask-says = Ven el nombre de su organización y aceptan o rechazan. Hasta entonces usted no ve nada de ellos, y nada aquí le dice si llegó a alguien.
relationships-send = Enviar la solicitud
relationships-past = Anteriores
relationships-past-show = Ver las terminadas, rechazadas o retiradas

relationships-provider-reseller-above = Sus revendedores
relationships-provider-reseller-below = Sus proveedores
relationships-provider-reseller-beside = Proveedores y sus revendedores
relationships-partner-customer-above = Sus clientes
relationships-partner-customer-below = Quién le vende
relationships-partner-customer-beside = Vendedores y sus clientes
relationships-asks-provider-reseller-below = { $name } quiere vender a través de usted, como su proveedor.
relationships-asks-partner-customer-below = { $name } quiere venderle y consultar en su nombre.
relationships-consequence-provider-reseller-below = Si acepta, { $name } ve su organización, cómo contactar con ella, y a sus clientes con lo que compraron a través de ella; pueden acordar quién da soporte a qué. Cualquiera de las dos partes puede terminarla. Si rechaza, a { $name } se le dice que alguien rechazó.
relationships-consequence-partner-customer-below = Si acepta, { $name }, y su proveedor si lo tiene, ve su organización y cómo contactar con ella, y puede consultar sobre lo que usted le compró. Cualquiera de las dos partes puede terminarla. Si rechaza, a { $name } se le dice que alguien rechazó.
relationships-end-provider-reseller-above = Deja de ver a { $name } y a sus clientes, y lo acordado sobre el soporte deja de contar. Lo vendido y lo decidido sigue registrado. Solo puede volver a empezar con una solicitud que { $name } acepte.
relationships-end-provider-reseller-below = { $name } deja de verle a usted y a sus clientes, y lo acordado sobre el soporte deja de contar. Lo vendido y lo decidido sigue registrado. Solo puede volver a empezar con una solicitud que usted acepte.
relationships-end-partner-customer-above = Deja de ver a { $name } y de poder consultar o actuar en su nombre. Las suscripciones quedan como están y siguen registradas. Solo puede volver a empezar con una solicitud que { $name } acepte.
relationships-end-partner-customer-below = { $name } deja de verle y de poder consultar o actuar en su nombre. Sus suscripciones quedan como están; para cancelarlas, diríjase a quien las vendió. Solo puede volver a empezar con una solicitud que usted acepte.
relationships-done-asked = Enviada, si existe tal organización.
relationships-done-accepted = Aceptada. Vale desde ahora.
relationships-done-declined = Rechazada.
relationships-done-ended = Terminada. Queda registrada más abajo.
relationships-done-withdrawn = La solicitud se ha retirado.

relationship-asked = pedida
relationship-active = activa
relationship-declined = rechazada
relationship-withdrawn = retirada
relationship-ended = terminada

error-relationship-kind = Su organización no puede pedir «{ $value }». Un proveedor se lo pide a revendedores; un partner o revendedor, a clientes: provider-reseller, partner-customer.
error-relationship-to = Indique el identificador de la organización o el correo de un administrador de allí.
error-relationship-self = Esa es su propia organización. Indique el identificador de la otra.
error-relationship-already = Ya trabaja con «{ $value }». No hay nada que pedir.
error-relationship-asked = Ya se lo ha pedido a «{ $value }» y no ha llegado respuesta. Retire esa solicitud antes de pedirlo de nuevo.
error-relationship-max = { $value } solicitudes suyas esperan respuesta. Retire alguna antes de pedir más.
error-customer-ended = Su relación con este cliente no está activa, así que aquí nadie consulta ni actúa en su nombre. Pida al cliente que vuelva a dar su consentimiento.
error-relationship-state = «{ $value }» no es ninguno de los estados: asked, active, declined, withdrawn, ended.

## Proponer quién da soporte a qué

proposal-theirs = { $name } propone otro reparto
proposal-ours = Propuesto a { $name }, que no ha respondido
proposal-from = Desde el { $from } hasta que se sustituya
proposal-from-until = Del { $from } al { $until }
proposal-says = Hasta que se acepte, todo queda como se acordó. Una vez aceptado, sustituye a lo anterior desde su primer día; las decisiones ya tomadas conservan el acuerdo con el que se tomaron.
proposal-accept = Aceptar el reparto
proposal-decline = Rechazar el reparto
proposal-withdraw = Retirar la propuesta
proposal-another = Proponer otro reparto
split-consequence-first-below = Cuando { $provider } acepte, las consultas de sus clientes se responden según él desde su primer día. Las respuestas ya dadas quedan como estaban.
split-meets-below = El proveedor trata directamente con los clientes de usted
split-meets-below-hint = Así sus clientes ven el contacto del proveedor cuando la consulta pasa a él. Si no, solo le ven a usted.
error-provider-not-yours = «{ $value }» no es ninguno de sus proveedores.
error-split-with = Indique a quién lo propone: el revendedor o el proveedor.
proposal-done-proposed = Propuesto. Cuenta cuando se acepte.
proposal-done-accepted = Aceptado. Vale desde su primer día.
proposal-done-declined = Rechazado. Todo queda como se acordó.
proposal-done-withdrawn = La propuesta se ha retirado.

## Cargos de una suscripción

charges-title = Lo facturado
charges-hint = Tal como lo dicen los archivos de conciliación del operador del marketplace, lo más reciente primero.
charges-none = Ningún archivo nombra todavía un cargo por ella.
charges-days = Días
charges-what = Por qué
charges-invoice = Factura
charges-quantity = Cantidad
charges-tax = Impuestos
charges-total = Total
charges-not-invoiced = aún sin facturar
