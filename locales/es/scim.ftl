### Lo que se dice a los directorios que gestionan a las personas de aquí (SCIM).

scim-bearer = Un token de este hub, o el que recibió un cliente OAuth, cuyos roles permiten gestionar a las personas.
error-scim-long = Use { $value } caracteres como máximo.
error-scim-many = Indique { $value } direcciones como máximo.
error-scim-user-name = Indique un nombre de usuario.
error-scim-elsewhere = Esta dirección es de alguien de otra organización. Invítelo; cuando acepte, se encontrará aquí.
error-scim-filter = El filtro no se puede leer desde aquí: { $value }
error-scim-path = No existe el atributo «{ $value }».
error-scim-no-target = Nada coincide con «{ $value }».
error-scim-value = El valor de «{ $value }» no se puede aceptar.
error-scim-read-only = Solo el programa fija «{ $value }».
