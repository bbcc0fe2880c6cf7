### Iniciar sesión en el proveedor de identidad propio de una organización.

## Para quienes lo deciden

sign-on-title = Inicio de sesión único
sign-on-lede = Las personas de su organización inician sesión en su propio proveedor de identidad (OpenID Connect). Él dice quiénes son y qué roles tienen aquí.
sign-on-domains = Dominios de sus direcciones de correo
sign-on-domains-hint = Solo se cree al proveedor sobre personas cuya dirección está en uno de estos dominios.
sign-on-domains-none = Aún no hay ningún dominio verificado.
sign-on-domain = Dominio
sign-on-domain-hint = Lo que sigue a la @, como example.com
sign-on-domain-how = Muestre que un dominio es suyo: ponga en su sitio web un archivo con esta línea, en https://su dominio{ $file }. Debe responderse allí mismo, sin llevar a otra parte. Después verifique el dominio.
sign-on-copy-line = Copiar la línea
sign-on-verify = Verificar el dominio
sign-on-since = verificado { $when }
sign-on-release = Renunciar
sign-on-release-says = Sus personas ya no inician sesión a través del proveedor.
sign-on-provider = Proveedor de identidad
sign-on-redirect = Registre esta dirección en su proveedor, como URI de redirección del cliente:
sign-on-copy-redirect = Copiar la dirección
sign-on-issuer = Emisor (issuer)
sign-on-issuer-hint = Cómo se llama el proveedor a sí mismo, exactamente así, como https://login.example.com
sign-on-client = ID de cliente
sign-on-secret = Secreto de cliente
sign-on-secret-hint = Se guarda cifrado y no se muestra a nadie más.
sign-on-secret-kept = Hay uno registrado. Deje esto vacío para conservarlo.
sign-on-roles = Qué da la palabra del proveedor
sign-on-roles-hint = Toda persona a quien el proveedor deja entrar tiene los roles elegidos aquí y, además, los de sus grupos.
sign-on-claim = Dato (claim) con los grupos
sign-on-claim-hint = El nombre con que el proveedor dice en qué grupos está alguien, como groups
sign-on-group = Grupo { $number }
sign-on-group-role = Rol del grupo { $number }
sign-on-group-none = Ningún rol
sign-on-says = En cada inicio de sesión a través del proveedor, la persona recibe exactamente estos roles; los dados a mano se quitan. Quien no tiene ninguno no entra, y quien es nuevo pasa a ser una de sus personas al iniciar sesión. La última persona que puede dar roles nunca lo pierde: ese inicio de sesión se rechaza.
sign-on-demanded = Las direcciones de sus dominios inician sesión solo a través del proveedor
sign-on-demanded-hint = Para ellas, las contraseñas, las llaves de acceso y los enlaces para una contraseña nueva ya no dejan entrar a nadie. Vale también para quienes pertenecen además a otras organizaciones: llegan a ellas mostrando otra vez su contraseña o llave de acceso después de iniciar sesión. Quien tiene la sesión iniciada sigue, y los programas conservan sus tokens.
sign-on-demanded-recovery = Si el proveedor falla, quien opera el servidor vuelve a permitir contraseñas en su máquina: firstline user allow-passwords { $organisation }
sign-on-saved = Guardado. Vale desde el próximo inicio de sesión.
sign-on-verified = El dominio es suyo.
sign-on-released = Se renunció al dominio.
sign-on-removed = Se quitó el proveedor.
sign-on-remove = Quitar el proveedor
sign-on-remove-says = Sus personas vuelven a iniciar sesión con contraseña o llave de acceso; quien no tiene ninguna pide un enlace para una contraseña nueva. Las sesiones siguen y los roles quedan como están. Los dominios siguen siendo suyos.

## Iniciar sesión

sign-in-organisation = Iniciar sesión a través de su organización
organisation-sign-in-lede = Escriba su dirección de trabajo. Si su organización tiene su propio inicio de sesión, continúa allí.
organisation-sign-in-go = Continuar
organisation-sign-in-leading = Continuar en { $host }
organisation-sign-in-leads = Allí su organización dice quién es usted. Lo que escriba allí no llega a este servidor.
organisation-sign-in-back = Iniciar sesión con contraseña o llave de acceso

## Lo que no se puede aceptar

error-sign-on-needed = Las personas con direcciones en { $value } inician sesión a través de su organización.
error-sign-on-none = Ninguna organización inicia aquí por sí misma las sesiones de direcciones en { $value }. Use su contraseña o llave de acceso.
error-sign-on-stale = Este inicio de sesión no empezó en este navegador o tardó demasiado. Empiece de nuevo.
error-sign-on-unusable = El inicio de sesión de su organización en { $value } no responde como debe. Inténtelo más tarde; si sigue así, avise a quien lo gestiona.
error-sign-on-refused = El inicio de sesión de su organización no le dejó entrar, o su respuesta no corresponde. Empiece de nuevo.
error-sign-on-email = El inicio de sesión de su organización no da fe de ninguna dirección de correo suya en uno de sus dominios. Pregunte a quien lo gestiona.
error-sign-on-roles = El inicio de sesión de su organización no le da ningún rol aquí. Pregunte a quien gestiona las personas en su organización.
error-sign-on-inactive = Su cuenta está desactivada aquí. Pregunte a quien gestiona las personas en su organización.
error-sign-on-last-manager = Usted es la última persona aquí que puede dar roles, y el inicio de sesión de su organización no le da un rol para ello. Cambie antes lo que da, o dé a otra persona un rol así.
error-issuer = Indique la dirección con que el proveedor se llama a sí mismo, con https y sin ? ni #.
error-issuer-named = El proveedor se llama a sí mismo { $value }. Indique exactamente eso.
error-issuer-closed = El servidor solo pregunta a máquinas de la red pública, por https. Quien lo opera puede permitir también esta: --allow-fetch.
error-issuer-unreachable = No se puede llegar al proveedor. Revise la dirección.
error-issuer-answer = En esta dirección no hay proveedor: no responde a /.well-known/openid-configuration como dice el estándar.
error-client = Indique el nombre que tiene este servidor en el proveedor.
error-client-secret = Indique el secreto que corresponde al ID de cliente.
error-sign-on-rules = Dé a cada grupo un rol que tenga su organización, cada pareja una sola vez.
error-sign-on-claim = Diga con qué nombre indica el proveedor los grupos.
error-sign-on-nobody = Dé un rol a todos, o al menos a un grupo: si no, nadie puede entrar.
error-sign-on-no-domain = Verifique antes un dominio.
error-domain = «{ $value }» no es un dominio. Indique lo que sigue a la @, como example.com.
error-domain-unreachable = { $value } no responde con ese archivo por https. Debe responder por sí mismo, sin llevar a otra parte.
error-domain-silent = El archivo de { $value } no tiene la línea de arriba.
error-domain-taken = { $value } dice que también es de otra organización. Quite antes del archivo la línea de esa organización.
error-domains-max = Una organización puede tener { $value } dominios. Renuncie antes a uno.

## El registro

audit-act-allow-passwords = volvió a permitir contraseñas junto al inicio de sesión único
audit-act-join-by-sign-on = dejó entrar a { $object } a través del proveedor de identidad
audit-act-release-domain = renunció al dominio { $object }
audit-act-remove-sign-on = quitó el proveedor de identidad
audit-act-roles-by-sign-on = tomó los roles de { $object } del proveedor de identidad
audit-act-set-sign-on = cambió el inicio de sesión único
audit-act-verify-domain = verificó el dominio { $object }
audit-field-claim = Dato con los grupos
audit-field-client = ID de cliente
audit-field-demanded = Exigido
audit-field-group = Grupo
audit-field-issuer = Emisor
audit-field-new-secret = Secreto nuevo
audit-field-role = Rol
audit-field-rules = Grupos que dan un rol

## En la máquina del servidor

cli-user-passwords-allowed = Las personas de { $organisation } pueden volver a iniciar sesión con contraseña.
cli-user-passwords-allowed-already = Las personas de { $organisation } ya pueden iniciar sesión con contraseña.
