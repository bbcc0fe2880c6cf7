### Leer lo que otros escribieron en otro idioma, y el servicio que lo traduce.

## En una oferta

offer-translated = Traducción automática de { $service }. Idioma original: { $language }.
offer-translated-titles = Los títulos de los documentos son traducción automática de { $service }.
offer-title-translated = título traducido automáticamente
offer-original = Este es el original. Idioma: { $language }.
offer-originals = Los títulos de los documentos se muestran como se escribieron.
offer-show-original = Mostrar el original
offer-show-translation = Mostrar la traducción
offer-translation-underway = Se está haciendo una traducción.
offer-translation-ready = La traducción está lista.
offer-translation-failed = No se pudo traducir.
offer-reload = Volver a cargar la página

## Para quienes lo deciden

translation-title = Traducción
translation-lede = Quien no encuentra un texto en su idioma puede leer una traducción automática, marcada como tal, con el original a una tecla. La hace un servicio que usted elige y que tiene la interfaz de LibreTranslate.
translation-goes-out = Qué se envía: resúmenes y descripciones de ofertas que todos ven, y títulos de sus documentos que también ven los clientes. Qué no se envía nunca: borradores, documentos para vendedores, contactos, consultas, notas ni nada sobre quién lee.
translation-service = Servicio
translation-on = Traducir para los lectores
translation-on-hint = Una oferta se envía cuando la abre su primer lector en un idioma; lo que vuelve se conserva 180 días. Si se desactiva, ya no se envía nada y todos leen los originales. Nada de lo escrito cambia nunca; las traducciones hechas se conservan y se muestran de nuevo cuando esto se vuelve a activar.
translation-address = Dirección del servicio
translation-address-hint = Como https://translate.example.com. El servidor solo pregunta a máquinas de la red pública, por https, y a las que permite quien lo opera.
translation-key = Clave de API
translation-key-hint = Solo si el servicio la pide. Se guarda cifrada, no se muestra a nadie más y se envía solo a esta dirección.
translation-key-kept = Hay una registrada. Deje esto vacío para conservarla; para otra dirección hay que darla de nuevo.
translation-without-key = Olvidar la clave
translation-targets = Idiomas a los que se traduce
translation-characters = Caracteres por minuto
translation-characters-hint = Lo máximo que se envía al servicio en un minuto, de { $first } a { $last }. Los textos más largos esperan su turno.
translation-try = Preguntar al servicio por sus idiomas
translation-tried = El servicio responde
translation-tried-count = { $count ->
    [one] Traduce desde { $count } idioma.
   *[other] Traduce desde { $count } idiomas.
}
translation-from = Desde
translation-into = A los idiomas de aquí
translation-into-none = ninguno de ellos
translation-state = Cómo va
translation-state-none = No hay ningún servicio conectado.
translation-state-off = Está desactivado.
translation-state-on = Está activado.
translation-made = Textos traducidos
translation-waiting = Ofertas en espera
translation-given-up = Ofertas abandonadas
translation-given-up-hint = Se intentan de nuevo un día después, o cuando usted guarda.
translation-failed = El servicio falló { $when }
translation-failed-help = Mientras tanto, los lectores ven los originales. Se le pregunta de nuevo tras una pausa que crece con cada fallo.
translation-forget = Quitar todas las traducciones
translation-forget-says = Los lectores ven los originales hasta que se traduzcan de nuevo, lo que vuelve a gastar caracteres.
translation-saved = Guardado.
translation-forgotten = Se quitaron todas las traducciones.

failure-closed = El servidor no puede preguntar en esta dirección.
failure-unreachable = No se pudo llegar a él.
failure-slow = Tardó demasiado.
failure-large = Respondió más de lo que corresponde a lo preguntado.
failure-strange = No respondió como lo hace LibreTranslate.
failure-key = Pide una clave de API, u otra distinta.
failure-busy = Pide que se le pregunte menos. Baje los caracteres por minuto.
failure-broken = Dice que algo le falla.
failure-refused = No traduce este texto, o no entre estos idiomas.

## Lo que no se puede aceptar

error-translation-address = Indique la dirección del servicio, con https y sin ? ni #.
error-translation-closed = El servidor solo pregunta a máquinas de la red pública, por https. Quien lo opera puede permitir esta: --allow-fetch.
error-translation-unreachable = No se puede llegar al servicio. Revise la dirección.
error-translation-answer = No hay tal servicio en esta dirección: no responde a /languages como lo hace LibreTranslate.
error-translation-targets = Elija al menos un idioma.
error-translation-target = El servicio no traduce a este idioma: { $value }.
error-translation-characters = Indique un número de 10.000 a 10.000.000.

## Acceso y registro

object-translation = Traducción
audit-act-forget-translations = quitó todas las traducciones
audit-act-set-translation = cambió el servicio de traducción
audit-field-characters-a-minute = Caracteres por minuto
audit-field-key = Clave
audit-field-new-key = Clave nueva
audit-field-translations = Traducciones
