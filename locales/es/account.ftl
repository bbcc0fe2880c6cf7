### Mi cuenta, y lo que hay entre una persona y el sistema: contraseña, código, llave de acceso, enlaces.

## Iniciar sesión

sign-in-forgotten = ¿Ha olvidado su contraseña?
sign-in-passkey = Iniciar sesión con una llave de acceso
sign-in-late = Han pasado más de cinco minutos. Inicie sesión de nuevo.
sign-in-reset = Su contraseña nueva ya vale y se han cerrado todas sus sesiones. Inicie sesión con ella.
sign-in-sent = Si esta dirección tiene una cuenta, le llegará un enlace para una contraseña nueva. El enlace vale una hora.
code-title = Escriba su código
code-lede = La contraseña es correcta. Un paso más demuestra que es usted.
code-hint = Las seis cifras que muestra ahora su aplicación, o uno de sus códigos de recuperación.
code-back = Volver al inicio de sesión
passkey-failed = No se pudo usar la llave de acceso. Inténtelo de nuevo o use otra forma.
passkey-cancelled = No se ha hecho nada: la llave de acceso no se confirmó a tiempo o este dispositivo no tiene ninguna para este sistema.
passkey-unable = Este navegador no puede usar llaves de acceso.
passkey-elsewhere = Las llaves de acceso de este sistema funcionan en esta dirección:

## Mi cuenta

account-title = Mi cuenta
account-lede = Quién es usted, cómo inicia sesión y dónde la tiene abierta. Le acompaña en todas las organizaciones a las que pertenece.
account-you = Usted
account-name = Su nombre
account-language-browser = Como diga el navegador
account-ways = Cómo inicia sesión
account-unconfirmed = Aún sin confirmar: quien le invitó también podía ver el enlace que abrió esta cuenta. Una contraseña nueva por correo confirma la dirección, cierra todas sus sesiones y quita las llaves de acceso y la aplicación de códigos que tenga ahora.
account-unconfirmed-go = Confirmar con una contraseña nueva
account-change = Cambiar
account-add = Añadir
account-on = Activado
account-password-since = Elegida el { $when }
account-password-none = Ninguna: inicia sesión de otra forma.
account-password-choose = Elegir
account-factor-none = Ninguno: con la contraseña sola entra cualquiera que la sepa.
account-passkeys-count =
    { $count ->
        [0] Ninguna. Una llave de acceso se abre con su dedo, su cara o su PIN, y nadie puede adivinarla.
        [one] Una
       *[other] { $count }
    }
account-sessions = Dónde tiene la sesión abierta
account-session-this = este navegador
account-session-unknown = Navegador desconocido
account-session-made = Iniciada { $when }
account-session-seen = última actividad { $when }
account-session-end = Cerrar
account-session-alone = No tiene la sesión abierta en ningún otro sitio.
account-end-others = Cerrar todas las demás
account-end-others-says =
    { $count ->
        [one] Cierra otra sesión: quien esté allí tendrá que iniciarla de nuevo.
       *[other] Cierra otras { $count } sesiones: quien esté allí tendrá que iniciarlas de nuevo.
    }
account-saved = Guardado.
account-address-sent = Le llegará un enlace a la dirección nueva. Ábralo en 24 horas; hasta entonces su dirección no cambia.
account-address-confirmed = Desde ahora esta es su dirección de correo.
account-password-changed = Ha cambiado la contraseña. Se han cerrado todas sus demás sesiones.
account-session-ended = Cerrada. Quien estuviera allí tendrá que iniciar sesión de nuevo.
account-passkey-added = Llave de acceso añadida. Desde ahora puede iniciar sesión con ella.
account-passkey-removed = La llave de acceso ya no abre esta cuenta. También puede borrarla en su dispositivo.
account-factor-removed = Se ha quitado el segundo factor. Vuelve a entrar solo con la contraseña.

## Demostrar de nuevo quién es

prove-title = ¿Sigue siendo usted?
prove-lede = Antes de cambiar cómo inicia sesión, demuestre una vez más quién es. Vale para 15 minutos.
prove-go = Continuar
prove-passkey = Usar una llave de acceso
prove-neither = Aquí no tiene ni contraseña ni llave de acceso
prove-neither-help = Cierre la sesión e iníciela de nuevo; durante los 15 minutos siguientes podrá cambiar cómo inicia sesión.

## Contraseña, dirección

password-title = Cambie su contraseña
password-first = Elija una contraseña
password-present = Contraseña actual
password-new = Contraseña nueva
password-consequence = Cierra todas sus demás sesiones: en los demás navegadores tendrá que iniciar sesión de nuevo.
password-go = Fijar la contraseña
address-title = Cambie su dirección de correo
address-present = Ahora es { $email }.
address-new = Dirección de correo nueva
address-consequence = Le escribimos un enlace a la dirección nueva. Solo vale cuando usted lo abre con su propia sesión; entonces dejan de servir los enlaces para una contraseña nueva que se enviaron a la anterior.
address-go = Enviar el enlace
reset-title = Pida una contraseña nueva
reset-lede = Le escribimos un enlace a su dirección. Con él elige una contraseña nueva.
reset-go = Enviar el enlace
new-password-title = Elija una contraseña nueva
new-password-consequence = Cierra todas sus sesiones: en todos los navegadores tendrá que iniciar sesión de nuevo.
confirm-title = Confirme su dirección nueva
confirm-says = Desde ahora inicia sesión con { $email }, y allí llega lo que el sistema le escribe.
confirm-go = Usar esta dirección

## Segundo factor

second-factor-title = Código de una aplicación
second-factor-lede = Además de la contraseña escribe seis cifras que muestra una aplicación de su teléfono. Quien averigüe su contraseña sigue sin poder entrar.
second-factor-code = Código
second-factor-code-hint = Seis cifras
second-factor-codes-left =
    { $count ->
        [0] No le quedan códigos de recuperación: cree otros.
        [one] Le queda un código de recuperación.
       *[other] Le quedan { $count } códigos de recuperación.
    }
second-factor-picture = Código QR con la clave para su aplicación
second-factor-step-app = Abra en su teléfono una aplicación de códigos. Muchos gestores de contraseñas también sirven.
second-factor-step-scan = Añada allí una cuenta con esta imagen.
second-factor-key = O escriba esta clave:
second-factor-step-code = Escriba el código que muestra ahora la aplicación.
second-factor-consequence = Desde su próximo inicio de sesión se pide el código después de la contraseña. También recibe diez códigos de recuperación por si pierde el teléfono. Si también los pierde, un administrador de su organización, tras comprobar que es usted, lo pide a quien gestiona este hub.
second-factor-go = Activar
second-factor-again = Empezar de nuevo
second-factor-present = Hay una aplicación configurada
second-factor-since = Desde el { $when }
second-factor-remove = Quitar el segundo factor
second-factor-remove-consequence = Vuelve a entrar solo con la contraseña y sus códigos de recuperación dejan de servir.
codes-title = Códigos de recuperación
codes-lede = Cada uno le deja entrar una vez en lugar del código de la aplicación. Guárdelos donde los encuentre sin su teléfono: solo se muestran ahora.
codes-copy = Copiar todos
codes-print = Imprimir
codes-kept = Los he guardado
codes-new = Crear códigos nuevos
codes-new-consequence = Crea diez códigos nuevos. Los que tiene ahora dejan de servir.

## Llaves de acceso

passkeys-title = Llaves de acceso
passkeys-lede = Una llave de acceso se queda en su dispositivo y se abre con su dedo, su cara o su PIN. Basta para iniciar sesión: sin contraseña ni código.
passkeys-yours = Sus llaves de acceso
passkeys-made = Añadida el { $when }
passkeys-used = último uso { $when }
passkeys-unused = sin usar
passkeys-remove = Quitar
passkeys-remove-consequence = Una llave de acceso que se quita ya no abre esta cuenta; sus sesiones siguen abiertas.
passkeys-new = Añada una llave de acceso
passkeys-name = Cómo la llama
passkeys-name-hint = Para reconocerla, como «Teléfono» o «Llave azul».
passkeys-add = Añadir una llave de acceso
passkeys-script = Para añadir una llave de acceso hace falta JavaScript, que está desactivado en este navegador.
passkeys-nameless = Aquí no se pueden usar llaves de acceso
passkeys-nameless-help = Una llave de acceso va unida al nombre de un sistema al que se llega por https. Quien administra este sistema debe darle ese nombre con --public-url.

## Lo que no se puede aceptar

error-too-many-attempts = Demasiados intentos
error-too-many-attempts-help =
    { $minutes ->
        [one] Espere un minuto e inténtelo de nuevo. Desde un navegador en el que ya inició sesión, con una llave de acceso o con un enlace para una contraseña nueva no tiene que esperar.
       *[other] Espere { $minutes } minutos e inténtelo de nuevo. Desde un navegador en el que ya inició sesión, con una llave de acceso o con un enlace para una contraseña nueva no tiene que esperar.
    }
error-proof-needed = Demuestre una vez más quién es
error-proof-needed-help = Cómo se inicia sesión se puede cambiar durante los 15 minutos siguientes a demostrar quién es. Abra «Mi cuenta» y empiece allí.
error-sign-in-nowhere = La contraseña es correcta, pero ya no pertenece a ninguna organización aquí. Pregunte a quien gestiona las personas en la suya.
error-code-wrong = Este código es incorrecto o ya se usó. Espere al siguiente de la aplicación o tome otro código de recuperación.
error-code-late = Ese código acaba de caducar. Escriba el que la aplicación muestra ahora.
error-password-wrong = Esta no es su contraseña actual.
error-passkey-refused = No se aceptó la llave de acceso. Inténtelo de nuevo; si vuelve a ocurrir, use otra forma.
error-passkey-unknown = Esta llave de acceso no abre ninguna cuenta aquí. Puede que se haya quitado.
error-passkeys-many = Ya tiene { $value } llaves de acceso. Quite antes una que ya no necesite.
error-passkey-twice = Este dispositivo ya tiene una llave de acceso para su cuenta.
error-passkey-name = Dele un nombre de 80 caracteres como máximo.
