### Qué ha fallado y qué hacer.

## Una petición que no se pudo atender: qué ocurrió y qué hacer

error-not-found = Aquí no hay nada que usted pueda ver
error-not-found-help = Puede que haya cambiado de nombre o se haya quitado, o que solo lo vea otra organización u otro rol. Búsquelo por su nombre o vuelva a la página anterior.
error-not-allowed = Su rol no lo permite
error-not-allowed-help = Pídaselo a alguien de su organización que tenga el rol necesario, o a quien administre allí los usuarios que cambie sus roles.
error-not-shown = Su rol no muestra esto
error-not-shown-help = En su organización lo ven estos roles: { $roles }. Consulte a alguien que tenga uno de ellos, o pida a quien administre allí los usuarios que cambie sus roles.
error-invalid = Hay algo que todavía no se puede aceptar
error-invalid-help = No se ha cambiado nada. Corrija lo marcado y envíelo de nuevo.
error-changed = Otra persona lo ha cambiado entretanto
error-changed-help = No se ha guardado nada suyo. Revise lo que figura ahora y repita su cambio si sigue haciendo falta.
error-sign-in-needed = No ha iniciado sesión
error-sign-in-needed-help = Inicie sesión primero. Un programa envía su token en el encabezado Authorization, como «Bearer» y el token.
error-unreadable = No se puede leer la petición
error-unreadable-help = Una parte no tiene la forma que aquí se espera. Vuelva atrás, rellene la página otra vez y envíela.
error-too-large = Es más de lo que se puede enviar de una vez
error-too-large-help = Una petición puede tener como máximo 256 KiB. Envíe menos o divídala en partes.
error-version-needed = No se indica sobre qué versión se hizo el cambio
error-version-needed-help = Léalo primero y envíe el ETag recibido en el encabezado If-Match, para que no se pierda el cambio de otra persona.
error-too-many = Demasiadas peticiones en poco tiempo
error-too-many-help = Se han agotado las peticiones de este minuto: las suyas, las de los programas de su organización o, si nadie ha iniciado sesión, las de su dirección. Espere un momento y continúe; el encabezado Retry-After indica los segundos.
error-method = Esta dirección no admite esa petición
error-method-help = El encabezado Allow nombra los métodos que sí admite; la referencia de la API explica para qué sirve cada uno.
error-not-json = Aquí solo se entiende JSON
error-not-json-help = Envíe el cuerpo como JSON con el encabezado «Content-Type: application/json».

## No se puede llegar a los registros o escribir en ellos

store-busy = El sistema está ocupado
store-busy-help = No se ha cambiado nada. Otros escribían los mismos registros en ese momento; inténtelo de nuevo en unos segundos.
store-unavailable = El sistema no puede acceder a sus registros
store-unavailable-help = No se ha cambiado nada. Inténtelo de nuevo en un minuto; si continúa, avise a quien administra este sistema.
store-outcome-unknown = No es seguro que se haya guardado
store-outcome-unknown-help = La conexión se cortó justo al guardar. Compruebe si su cambio figura antes de enviarlo de nuevo.
store-too-slow = Tardó demasiado y se detuvo
store-too-slow-help = No se ha cambiado nada. Inténtelo de nuevo en un minuto o pida menos de una vez.
store-disk-full = Al sistema no le queda espacio para guardar
store-disk-full-help = No se ha cambiado nada. Quien administra este sistema debe liberar espacio en el disco; la lectura sigue funcionando.
store-failed = El sistema no pudo hacerlo
store-failed-help = No se ha cambiado nada. La causa figura en el registro del sistema; diga a quien lo administra qué hizo y cuándo.

## Consultar

error-topic-unknown = «{ $value }» no es un tema de este programa. Elija uno de la lista.
error-offer-unknown = No hay ninguna oferta «{ $value }» que usted pueda ver. Escríbala como publicador/oferta o elíjala en la búsqueda.
error-subscription-unknown = No hay ninguna suscripción «{ $value }» que usted pueda ver. Escriba el identificador que le dio el marketplace.
error-subscription-of-other-offer = Esta suscripción es de otra oferta. Elija la oferta o la suscripción.
error-channel-of-other-sale = La suscripción se compró por otra vía. Deje el canal vacío; la suscripción ya lo indica.
error-asker-not-yours =
    { $value ->
        [customer] Su organización no es cliente aquí, así que no puede consultar como tal.
        [reseller] Su organización no es revendedora aquí, así que no puede consultar como tal.
        [provider] Su organización no es proveedora indirecta aquí, así que no puede consultar como tal.
        [partner] Su organización no es partner de facturación directa aquí, así que no puede consultar como tal.
        [publisher] Su organización no es publicadora aquí, así que no puede consultar como tal.
       *[other] Su organización no opera este marketplace, así que no puede consultar como operador.
    }

## Contactos, documentos y contrato de una oferta; el servicio de soporte

error-contact-kind = Indique para qué es el contacto: atención al cliente, ingeniería o programa.
error-contact-twice =
    { $value ->
        [customer-support] La atención al cliente figura dos veces. Deje un solo contacto.
        [engineering] Ingeniería figura dos veces. Deje un solo contacto.
       *[programme] El programa figura dos veces. Deje un solo contacto.
    }
error-email = «{ $value }» no es una dirección de correo. Escriba una sola, como soporte@example.com.
error-phone = No se puede llamar a «{ $value }». Escriba cifras con el prefijo del país, como +34 91 555 01 42.
error-url = «{ $value }» no es una dirección web. Empiece por https://, como en https://example.com/ayuda.
error-too-long = Es demasiado largo: aquí caben como máximo { $value } caracteres.
error-title-length = Escriba un título de 1 a 255 caracteres.
error-too-many-resources = En una oferta caben como máximo { $value } documentos. Quite los que nadie necesite.
error-hours = «{ $value }» no se entiende como horario. Escríbalo como «Mon-Fri 09:00-18:00 Europe/Madrid», o 24x7.
error-hours-typed = Dé a cada línea una hora de apertura y otra de cierre posterior, y elija una zona horaria de la lista.
error-url-needed = Indique dónde está este documento: su dirección web, que empiece por https://. Para quitarlo, borre también su título.
error-span = «{ $value }» no es una duración. Escriba minutos, horas o días, como 30 min, 4 h o 2 d.
error-first-response = Indique cuándo llega la primera respuesta; sin ella, los demás plazos no tienen desde dónde contar.
error-agreement-title = Dé un nombre al contrato, para que se sepa de cuál se trata.
error-too-many-languages = Elija como máximo { $value } idiomas.
error-language-tag = «{ $value }» no es una etiqueta de idioma. Escriba una como en, es-MX o zh-Hant.
error-span-range = Un plazo prometido va de 1 minuto a diez años.
error-severity-twice = La gravedad { $value } aparece dos veces: deje una sola línea para ella.

## Soporte entre proveedor y revendedor, elecciones, contacto de soporte

error-reseller-not-yours = «{ $value }» no es uno de sus revendedores. Elija uno de la lista.
error-topic-not-split = Proveedor y revendedor no se reparten «{ $value }». Quítelo.
error-until-before-from = El último día es anterior al primero. Elija uno posterior o déjelo vacío.
error-date = «{ $value }» no es una fecha. Escriba año, mes y día, como en 2027-01-31.
error-support-contact-party = Solo el revendedor o el proveedor de una venta indirecta puede ser su contacto de soporte.
error-support-contact-relation = Para ser el contacto de soporte, el revendedor debe ser suyo y vender a este cliente.

## Palabras que envía un programa

error-after = «{ $value }» no es donde termina una página de esta lista. Siga el enlace con rel="next" en lugar de escribirlo.
error-asker = «{ $value }» no es ninguna de las partes: customer, reseller, provider, partner, publisher, operator.
error-channel = «{ $value }» no es ninguno de los canales: direct, direct-bill, indirect.
error-choice = «{ $value }» no es ninguna de las opciones: send-on, coordinate; o null para retirar la elección.
error-language = «{ $value }» no es ninguno de los idiomas de aquí: en, tr, ko, es.
error-limit = Una página contiene de 1 a 100 elementos, no { $value }.
error-readiness = «{ $value }» no es ninguno de estos: ready, gaps, unreachable.
error-resource-kind = «{ $value }» no es ninguno de estos: documentation, training, sales-collateral, programme-marketing, getting-started, privacy, terms, other.
error-severity = «{ $value }» no es ninguna de las gravedades: A, B, C.
error-share = «{ $value }» no es ninguno de estos: reseller, reseller-then-provider, provider. Omita un tema que no esté acordado.

## No se puede abrir la base de datos

database-url-unknown = No se entiende la dirección de base de datos { $place }
database-url-unknown-help = Indique la ruta de un archivo o una dirección que empiece por sqlite: o postgres://.
database-missing = No hay ninguna base de datos en { $place }
database-missing-help = Compruebe la ruta. Al iniciar el sistema con ella se crea una base de datos nueva.
database-unwritable = No se puede abrir { $place } para leer y escribir
database-unwritable-help = Permita que el usuario que ejecuta el sistema escriba en el archivo y en su carpeta, o elija otro lugar.
database-locked = Otro proceso tiene ocupado { $place }
database-locked-help = Detenga el otro programa que tiene abierto el archivo, o espere a que termine, e inícielo de nuevo.
database-not-one = { $place } no es una base de datos
database-not-one-help = El archivo es otra cosa o está dañado. Compruebe la ruta o restaure el archivo desde una copia de seguridad.
database-foreign = { $place } es la base de datos de otro programa
database-foreign-help = No se ha escrito nada en ella. Indique la ruta de la base de datos de este sistema o la de un archivo que aún no exista.
database-disk-full = No queda espacio para { $place }
database-disk-full-help = Libere espacio en ese disco o elija un lugar en otro.
database-unreachable = Ningún servidor de base de datos responde en { $place }
database-unreachable-help = Compruebe el host y el puerto, que el servidor esté en marcha y que la red permita llegar a él desde esta máquina.
database-login-refused = { $place } rechazó el inicio de sesión
database-login-refused-help = Compruebe el usuario y la contraseña o el certificado de la dirección, y que el servidor acepte conexiones desde esta máquina.
database-name-unknown = En { $place } no hay ninguna base de datos llamada { $database }
database-name-unknown-help = Cree la base de datos en el servidor o corrija su nombre en la dirección.
database-tls = No es posible una conexión cifrada de confianza con { $place }
database-tls-help = Haga que esta máquina confíe en el certificado del servidor, o ajuste sslmode en la dirección a lo que ofrece el servidor.
database-schema-newer = Una versión más reciente ya ha usado esta base de datos (conoce { $migration })
database-schema-newer-help = No se ha cambiado nada. Inicie esa versión más reciente o indique otra base de datos.
database-schema-changed = El paso { $migration } se aplicó a esta base de datos con otro contenido
database-schema-changed-help = No se ha cambiado nada. Use la versión que creó la base de datos o restaure una copia anterior.
database-migration-failed = No se pudo actualizar la base de datos: falló el paso { $migration }
database-migration-failed-help = De ese paso no queda nada. La causa figura abajo y en el registro; corríjala e inícielo de nuevo.
database-open-failed = No se pudo abrir { $place }
database-open-failed-help = La causa figura abajo y en el registro. Corríjala e inícielo de nuevo.

# Signing in and passwords
error-password-short = Use al menos 10 caracteres. Una frase corta se recuerda fácilmente.
error-password-long = Use 1.024 bytes como máximo.
error-password-common = Mucha gente usa esta contraseña, o es su propio nombre: elija otra.
error-password-breached = Esta contraseña se conoce por una filtración: quien intente adivinarla la probará. Elija otra.
error-sign-in-wrong = Esta dirección de correo y esta contraseña no corresponden. Revise ambas o pida una contraseña nueva.
error-token-name = Dé al token un nombre de 80 caracteres como máximo.
error-token-days = { $value } no está entre 1 y 366 días.
error-token-kind = «{ $value }» no es una forma de iniciar sesión. Existen token y client.
error-token-roles = Elija uno o varios de los roles que se ofrecen aquí: un token no puede hacer nada que usted no pueda.
error-tokens-max = Ya hay { $value } tokens y clientes OAuth. Revoque los que nadie necesite.
error-name = Escriba un nombre de 120 caracteres como máximo.
error-roles = Elija al menos uno de los roles que tiene esta organización.
error-member-already = Esta persona ya pertenece a su organización.
error-last-manager = Nadie más aquí puede dar roles. Antes dé a otra persona un rol que gestione usuarios.
error-oneself = No puede hacer esto consigo. Pídalo a otro administrador de su organización.
error-invitations-max = Ya hay { $value } invitaciones abiertas. Retire antes alguna.
error-organisation-unknown = No hay ninguna organización «{ $value }» que usted pueda ver. Indique su identificador.
error-role = «{ $value }» no es ninguno de los roles.
error-person-unknown = No hay nadie llamado «{ $value }». Indique un identificador o una dirección de correo.
error-belongs-nowhere = { $value } no puede actuar en nombre de ninguna organización, así que una contraseña no serviría. Añada antes a esta persona a una.
error-email-taken = Ya existe una cuenta con esta dirección: inicie sesión con ella.
