### Las claves con las que el hub firma y cifra.

keys-unusable = El hub no puede usar sus claves
keys-unusable-help = Quien lo administra encontrará la causa en el registro. Inténtelo de nuevo dentro de un rato.
error-code-lost = Ya no se pueden comprobar los códigos de su aplicación. Escriba un código de recuperación y configure de nuevo la aplicación en su cuenta. Si no tiene ninguno, acuda a un administrador de su organización.

# Por qué no se puede usar un archivo de claves
keys-unnamed = Con PostgreSQL hace falta un archivo de claves que lean todas las máquinas. Indíquelo con --keys ARCHIVO o FIRSTLINE_KEYS; «firstline keys renew --keys ARCHIVO» crea uno.
keys-missing = No hay ningún archivo de claves en { $file }. Devuélvalo a su sitio o indique otro con --keys. Solo si nunca lo hubo: «firstline keys renew --keys { $file }» lo crea.
keys-unreadable = El archivo de claves { $file } no se puede leer: { $cause }.
keys-unwritable = El archivo de claves { $file } no se puede escribir: { $cause }. Si lo guarda un almacén de secretos, añada --print y entréguele lo que se imprima.
keys-exposed = Otros usuarios de esta máquina pueden leer o cambiar el archivo de claves { $file } (modo { $mode }). Ciérreselo: chmod 600 { $file }. Si alguien pudo haberlo leído, cambie también las claves: «firstline keys renew» y después «firstline keys retire».
keys-large = { $file } ocupa más de { $kibibytes } KiB; no es un archivo de claves.
keys-empty = { $file } no contiene ninguna clave. «firstline keys renew» añade una.
keys-full = { $file } contiene { $most } claves y no caben más. Retire antes las antiguas: «firstline keys retire».
keys-broken = La línea { $line } de { $file } no es correcta. { $fault } Una línea lleva un identificador, una forma, un instante y un secreto, por ejemplo: k1 v1 2026-01-31T00:00:00Z y 32 bytes en base64.
keys-fault-words = No tiene cuatro palabras.
keys-fault-id = El identificador tiene como máximo 32 letras minúsculas, cifras y guiones.
keys-fault-twice = Su identificador ya está en otra línea.
keys-fault-form = Esta versión del programa no conoce su forma; conoce v1.
keys-fault-since = Su instante no se puede leer. Se escribe así: 2026-01-31T00:00:00Z.
keys-fault-secret = Su secreto no son 32 bytes en base64.
keys-fault-many = En un archivo caben como máximo { $most } claves.
keys-pending = La clave más nueva vale a partir de { $since }. Hasta entonces hacen falta las anteriores. Inténtelo después.
keys-alone = No hay más clave que la más nueva, así que no hay ninguna que retirar. «firstline keys renew» añade otra.

# firstline keys
cli-keys-none = Todavía no hay ninguna clave. La primera se crea cuando hace falta.
cli-keys-current = firma y cifra ahora
cli-keys-coming = firmará y cifrará desde entonces
cli-keys-older = solo abre lo que firmó y cifró antes
cli-keys-sealed =
    { $count ->
        [0] No hay nada cifrado con ella.
        [one] Hay { $count } valor cifrado con ella.
       *[other] Hay { $count } valores cifrados con ella.
    }
cli-keys-due = Tiene más de un año. Cámbiela: «firstline keys renew» y después «firstline keys retire».
cli-keys-lost =
    { $count ->
        [one] { $count } valor está cifrado con una clave que no está aquí.
       *[other] { $count } valores están cifrados con claves que no están aquí.
    } Devuelva a su sitio el archivo de claves de esta base de datos. Si se ha perdido, cada persona inicia sesión con un código de recuperación y configura de nuevo su aplicación, y los administradores vuelven a escribir lo que se muestra a los proveedores de identidad y al servicio de traducción.
cli-keys-renewed = La clave { $key } está en el archivo; firma y cifra a partir de { $since }. Las claves anteriores siguen abriendo lo que firmaron y cifraron hasta que «firstline keys retire» las retire. Para entonces todas las máquinas deben tener este archivo; guarde una copia aparte de las copias de seguridad de la base de datos.
cli-keys-renewed-printed = No se ha escrito nada. Haga que todas las máquinas lean estas líneas en lugar del archivo antes de { $since }: desde entonces la clave { $key } firma y cifra. Si es demasiado pronto, escriba un instante posterior.
cli-keys-retire =
    Se quitarán del archivo: { $keys }. { $count ->
        [0] No hay nada cifrado con ellas.
        [one] Se cifrará de nuevo { $count } valor.
       *[other] Se cifrarán de nuevo { $count } valores.
    }
cli-keys-retired =
    Retiradas: { $keys }. { $count ->
        [0] No había nada cifrado con ellas.
        [one] Se ha cifrado de nuevo { $count } valor.
       *[other] Se han cifrado de nuevo { $count } valores.
    }
cli-keys-links =
    { $count ->
        [one] Deja de funcionar { $count } invitación u otro enlace que nadie ha usado todavía. Habría caducado en { $until }.
       *[other] Dejan de funcionar { $count } invitaciones y otros enlaces que nadie ha usado todavía. El último habría caducado en { $until }.
    }
cli-keys-browsers = Quien tiene la sesión iniciada la conserva. Los inicios de sesión a medias vuelven a empezar, y los navegadores dejan de reconocerse como ya usados para iniciar sesión, lo que solo reduce los intentos fallidos permitidos. Los dominios verificados siguen verificados; para verificar uno otra vez hace falta la línea que Ajustes muestre entonces.
cli-keys-yes = No se puede deshacer. Añada --yes para hacerlo.
cli-keys-retired-printed = El archivo no se ha escrito: haga que todas las máquinas lean estas líneas en su lugar. Hasta entonces esas claves siguen abriendo lo que firmaron.

# El registro
audit-act-renew-keys = añadió una clave del hub, { $object }
audit-act-retire-keys = retiró las claves del hub anteriores a { $object }
audit-field-since = Desde
audit-field-handed-over = Entregada a un almacén de secretos
audit-field-retired = Retiradas
audit-field-sealed-anew = Cifrados de nuevo
