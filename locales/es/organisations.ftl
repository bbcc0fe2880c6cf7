### Qué organizaciones hay y qué son; quién puede comprar una oferta exclusiva; qué espera respuesta.

waiting-count = { $count ->
    [one] { $count } pendiente de su respuesta
   *[other] { $count } pendientes de su respuesta
}
proposal-waits = Pendiente de su respuesta
proposal-late = Se propuso desde el { $from }, que ya pasó. Si acepta ahora, vale desde hoy; lo respondido hasta entonces queda como se respondió.
proposal-over = Su último día ya pasó, así que no se puede aceptar. Rechácelo o proponga otro reparto.
error-split-over = El último día de esta propuesta ya pasó. Rechácela o proponga otro reparto.

## Quién puede comprar una oferta exclusiva

partners-title = Partners
partners-exclusive = Oferta exclusiva
partners-exclusive-says = Todos encuentran esta oferta; solo los partners de esta lista pueden comprarla.
partners-open = Para todos los partners
partners-open-says = Cualquier partner puede comprar esta oferta, así que no hace falta autorizar a nadie. Los de esta lista vuelven a contar cuando la oferta sea exclusiva.
partners-closed = Para ningún partner
partners-closed-says = Ningún partner puede comprar esta oferta, esté autorizado o no. Los de esta lista cuentan cuando la oferta sea exclusiva.
partners-count = { $count ->
    [0] Aún no hay nadie autorizado
    [one] { $count } partner autorizado
   *[other] { $count } partners autorizados
}
partners-none-help = Hasta que lo haya, ningún partner puede comprar esta oferta.
partners-partner = Partner
partners-handle = Identificador
partners-since = Autorizado
partners-brought-in = importado
partners-unnamed = Verá su nombre cuando venda una oferta suya.
partners-withdraw = Retirar
partners-withdraw-now = Retirar ahora
partners-withdraw-says = Desde ahora { $name } ve la oferta como no disponible y no puede comprarla. Lo que ya vendió queda como está y conserva su soporte. Puede autorizarlo de nuevo cuando quiera.
partners-add = Autorizar a un partner
partners-to = Su identificador, o el nombre de un partner que venda sus ofertas
partners-to-hint = Exactamente como se lo dieron. Solo se proponen partners que ya venden sus ofertas.
partners-add-says = Quien tenga este identificador y venda puede comprar la oferta desde ahora y la ve como disponible. Nada aquí le dice si alguien lo tiene; un partner que llegue después con él podrá comprar desde entonces. Puede retirarlo cuando quiera.
partners-authorise = Autorizar
partners-done-added = Autorizado. Quien tenga este identificador puede comprar la oferta desde ahora.
partners-done-withdrawn = Retirado. Ya no puede comprar la oferta.

error-authorisation-to = «{ $value }» no es un identificador ni el nombre de un único partner que venda sus ofertas. Un identificador tiene minúsculas, cifras y guiones.
error-authorisation-open = Esta oferta no es exclusiva, así que no hace falta autorizar a nadie.
error-authorisation-no-seller = «{ $value }» no vende nada: solo se puede autorizar a partners, proveedores y revendedores.
error-authorisation-max = Ya hay { $value } partners autorizados para esta oferta. Retire alguno antes de añadir más.

## Qué organizaciones hay

organisations-title = Organizaciones
organisations-lede = Todas las de este hub. Una organización recién añadida aún no tiene personas: se invita a su primer administrador.
organisations-search = Nombre o identificador
organisations-kind = Papel
organisations-any-kind = Todos los papeles
organisations-find = Buscar
organisations-name = Organización
organisations-kinds = Papeles
organisations-country = País
organisations-orphaned = Sin responsable
organisations-none = No existe tal organización
organisations-none-help = Busque una parte de su nombre o identificador, o añádala más abajo.
organisations-add = Añadir una organización
organisations-add-says = Aparece desde ahora a quienes pueden verla: un publicador, a todos; las demás, a quienes tratan con ellas. Todo menos el identificador se puede cambiar después.
organisations-new-name = Nombre
organisations-new-name-hint = Como se llama a sí misma; lo ven todos los que tratan con ella.
organisations-new-handle = Identificador
organisations-new-handle-hint = Su nombre en las direcciones, que no cambia. Si lo deja vacío, sale de su nombre.
organisations-no-country = Sin indicar
organisations-kinds-legend = Qué es
organisations-kinds-hint = Varias cosas a la vez, si es el caso.
organisations-done-added = Añadida. Invite ahora a su primer administrador.

kind-means-customer = Usa productos: ve sus suscripciones y quién le vende, y consulta.
kind-means-reseller = Trata con clientes y vende para un proveedor, cuando este se lo pide y acepta.
kind-means-provider = Vende a través de revendedores y acuerda con cada uno quién da soporte a qué.
kind-means-partner = Vende directamente a clientes y es su primer contacto.
kind-means-publisher = Ofrece productos; todos lo ven y ven cómo contactar con él.
kind-means-operator = Lleva este marketplace. Solo hay uno.

organisation-title = Organización
organisation-lede = Cómo se llama su organización y dónde está. Qué es en este marketplace lo dice el operador.
organisation-of-operator = Qué es { $name } en este marketplace.
organisation-name-says = Un nombre nuevo aparece enseguida en todas partes, también en el catálogo. El identificador no cambia, así que las direcciones y los programas siguen funcionando.
organisation-kinds-says = Un papel que se añade trae sus páginas, y sus roles se pueden dar desde ahora. Uno que se quita se los lleva; no se permite mientras personas, relaciones, ofertas o suscripciones lo necesiten.
organisation-orphaned = Ya nadie responde por ella
organisation-orphaned-says = Las consultas sobre sus ofertas acaban entonces en el operador del marketplace, y a quien pregunta se le dice que el publicador no responde. Desmárquelo en cuanto alguien responda.
organisation-invite = Invitar a su primer administrador
organisation-invite-says = Nadie la administra todavía. La persona invitada recibe estos roles y da entrada a las demás: { $roles }. El enlace sirve una vez, durante siete días.
organisation-handle = Identificador: { $handle }

error-country = «{ $value }» no es un código de país de dos letras.
error-kinds-none = Indique al menos una cosa que sea.
error-kind = «{ $value }» no es ninguno de los papeles: customer, reseller, provider, partner, publisher, operator.
error-kind-operator = Un marketplace tiene un solo operador: lo sigue siendo, y nadie más llega a serlo.
error-kind-roles = Aún lo necesitan personas, programas o invitaciones abiertas con roles de este papel: { $value }. Deles antes otros roles o retírelos.
error-kind-relationships = Aún lo necesitan relaciones: { $value }. Antes las termina una de las partes.
error-kind-offers = Aún lo necesitan ofertas sin retirar: { $value }.
error-kind-subscriptions = Aún lo necesitan suscripciones sin cancelar: { $value }.
error-organisation-handle = «{ $value }» no puede ser un identificador. Indique uno con minúsculas, cifras y guiones, 80 como máximo.
error-organisation-taken = Otra organización tiene el identificador «{ $value }». Indique otro.
