# Una base de datos con propietarios y certificados: PostgreSQL.

database-certificate-unreadable = No se puede leer { $place } como PEM
database-certificate-unreadable-help = En la dirección, sslcert indica el certificado que se muestra al servidor con los que responden por él, y sslkey su clave. Compruebe las dos rutas y que el usuario que ejecuta el sistema pueda leerlas.
database-certificate-unfit = { $place } y { $key } no se pueden usar juntos
database-certificate-unfit-help = Haga que sslkey indique en la dirección la clave para la que se hizo el certificado. Si acaban de renovarse los dos, inícielo de nuevo.
database-migrations-waiting = La base de datos espera los pasos desde { $migration }, y { $user } no puede aplicarlos
database-migrations-waiting-help = Ejecute «firstline migrate --serving-role { $user }» con la dirección del usuario propietario de las tablas e inícielo de nuevo.
database-right-missing = A { $user } le faltan permisos sobre la tabla { $table }
database-right-missing-help = Ejecute «firstline migrate --serving-role { $user }» con la dirección del usuario propietario de las tablas e inícielo de nuevo.
database-role-none = Un archivo no tiene roles: --serving-role es para PostgreSQL. Quien puede escribir en el archivo puede hacerlo todo.
database-role-not-owner = Solo el usuario propietario de las tablas puede dar a { $role } permisos sobre ellas. Indique ese usuario en la dirección.
database-role-unknown = El servidor no tiene ningún rol { $role }. Créelo con: create role { $role } login
database-role-owner = { $role } ya puede hacerlo todo con estas tablas: es su propietario o administra el servidor. Indique un rol propio para dar servicio.
cli-migrated = { $place } está al día: el último paso es { $migration }.
cli-serving-role = { $role } ya puede leer y escribir filas en la medida en que un hub lo necesita, y nada más. Inicie el hub con su dirección.
cli-database-password = El hub inicia sesión en su base de datos con una contraseña, que no cambia hasta que alguien la cambie. Para un uso duradero, haga que muestre un certificado (sslcert y sslkey en la dirección) o que entre por el socket de la propia máquina.
