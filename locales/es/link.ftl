### La página a la que lleva un enlace que vale una sola vez.

open-link = Abra su enlace
open-link-help = El enlace de una invitación o de un mensaje se abre solo. Si no lo hace, porque su navegador no ejecuta scripts aquí, péguelo abajo.
open-link-field = Su enlace
open-link-hint = Completo, o solo el código que sigue al signo #. Está en el mensaje y, si acaba de seguir el enlace, en la barra de direcciones.
open-link-go = Abrir

open-link-gone = Este enlace no abre nada
open-link-gone-help = Ya se usó, se retiró, lo sustituyó otro más nuevo o ha caducado; o le falta una parte. No ha cambiado nada. Pegue el enlace completo o pida uno nuevo a quien se lo dio.
open-link-late = No hay ningún enlace abierto en este navegador
open-link-late-help = Un enlace se retira cuando se ha usado, cuando usted cierra la sesión y 15 minutos después de la última vez que lo miró. No ha cambiado nada. Siga el enlace de nuevo o péguelo aquí.
open-link-another = En este navegador se abrió otro enlace
open-link-another-help = Lo que envió era para el enlace anterior, así que no se aceptó y no ha cambiado nada. Siga de nuevo el enlace que quiere o péguelo aquí.

error-link-missing = Pegue aquí su enlace, o el código que sigue al signo #.
