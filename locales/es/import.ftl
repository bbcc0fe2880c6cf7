### Importar archivos: qué se hizo, qué falla en una fila, por qué no se pudo leer un archivo.

## Un problema de un archivo; el motivo es una de las frases de abajo

import-problem = Línea { $line }, { $column }, «{ $value }»: { $reason }
import-problem-column = Línea { $line }, { $column }: { $reason }
import-problem-row = Línea { $line }: { $reason }

## La forma del archivo

import-column-unknown = Esta columna no se conoce y no se lee.
import-column-twice = Esta columna aparece dos veces; cuenta la primera.
import-field-count = La fila no tiene tantos campos como el encabezado ({ $detail }). Tal vez falten unas comillas.
import-field-too-long = El campo supera los { $detail } bytes.
import-row-too-long = La fila no termina en { $detail } bytes. Tal vez falten unas comillas.
import-item-too-long = El elemento es demasiado grande.
import-control-character = Contiene un carácter de control.
import-not-utf8 = El texto no está en UTF-8.
import-json = No se puede leer el JSON: { $detail }
import-not-a-resource = No es un recurso de un producto.
import-not-text = Aquí debe haber texto.
import-not-a-line = No es una línea de conciliación: no tiene importe.
import-too-many = Hay más de { $detail }; el resto se omite.

## Valores sueltos

import-required = Este dato es obligatorio.
import-text-too-long = Supera los { $detail } caracteres.
import-handle = No es un identificador válido: minúsculas, cifras y guiones, 80 como máximo.
import-word = No es un valor conocido. Se conocen: { $detail }.
import-flag = Debe ser true o false.
import-date = No es una fecha como 2026-11-20 o 2026-11-20T09:00:00Z.
import-whole = No es un número entero dentro de lo permitido.
import-decimal = No es un número como 1234.56.
import-country = No es un código de país de dos letras.
import-hours = No es un horario como «Mon-Fri 09:00-18:00 Europe/Istanbul» o «24x7».
import-language = No es una etiqueta de idioma como ko o es-MX.
import-email = No es una dirección de correo.
import-agreement = No se puede leer el contrato: { $detail }

## Lo que dice la fila y lo que consta

import-no-organisation = No existe esa organización.
import-no-offer = Este publicador no tiene esa oferta.
import-alias-taken = Este identificador ya pertenece a otra organización.
import-operator-twice = Otra organización gestiona este marketplace, y solo puede haber una.
import-not-of-this-kind = Esta organización no desempeña ese papel.
import-related-to-itself = Una organización no puede relacionarse consigo misma.
import-until-before-since = El final es anterior al comienzo.
import-email-taken = Otra persona tiene esta dirección de correo: use el identificador de esa persona u otra dirección.
import-renewed-before-purchase = La renovación es anterior a la compra.
import-indirect-needs-reseller = Una compra indirecta necesita un revendedor.
import-reseller-without-provider = Solo una compra indirecta tiene revendedor.
import-support-contact = Solo el proveedor o el revendedor de una compra indirecta puede ser el contacto de soporte.
import-not-related-to-provider = Este revendedor no tiene relación con el proveedor.
import-not-related-to-customer = Este revendedor no tiene relación con el cliente, así que no puede ser el contacto de soporte.
import-offer-twice = La oferta ya está en la línea { $detail }.
import-publisher-ambiguous = Hay más de un publicador con este nombre, así que no se registra ni el producto ni su suscripción. Importe las organizaciones con el identificador de publicador de esta línea en el que corresponda, o con nombres distintos; el siguiente archivo en que aparezca esta suscripción la registrará.

## Dudas: se aceptan tal cual, pero conviene revisarlas

import-doubt-offer-twice = La misma oferta está en la línea { $detail }; esta fila pasó a ser una oferta aparte.
import-doubt-resource-url = No es una dirección web con https://, así que no se puede abrir.
import-doubt-reseller-unknown = No se conoce ningún revendedor con este número de partner; las suscripciones se registran sin él.
import-doubt-no-contact = El publicador no da ningún contacto.
import-doubt-no-customer-support = Falta el contacto de atención al cliente.
import-doubt-no-engineering = Falta el contacto de ingeniería.
import-doubt-no-programme-contact = Falta el contacto del programa.
import-doubt-malformed-email = Esta dirección de correo no puede funcionar.
import-doubt-personal-mailbox = Parece el buzón de una persona, no el de un equipo de soporte.
import-doubt-bad-url = No es una dirección web con https://, así que no se puede abrir.
import-doubt-bad-phone = No parece un número de teléfono.
import-doubt-no-hours = No se dice en qué horario responde la atención al cliente.
import-doubt-no-documentation = No hay documentación de usuario.
import-doubt-no-agreement = No hay un contrato con niveles de servicio.

## El informe

import-seen-before = Este archivo ya se importó por completo. No ha cambiado nada.
import-dry-run = Ensayo: no se ha cambiado nada. Esto es lo que haría la importación.
import-rows =
    { $count ->
        [one] { $count } fila leída
       *[other] { $count } filas leídas
    }
import-resumed =
    { $count ->
        [one] { $count } fila ya constaba de una importación interrumpida
       *[other] { $count } filas ya constaban de una importación interrumpida
    }
import-did-organisations = Organizaciones: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-did-relationships = Relaciones: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-did-people = Personas: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-did-offers = Ofertas: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-did-authorisations = Autorizaciones: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-did-subscriptions = Suscripciones: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-did-invoice-lines = Líneas de factura: nuevas { $created }, cambiadas { $updated }, sin cambios { $unchanged }
import-noted-no-publisher =
    { $count ->
        [one] { $count } línea no nombra publicador: se guarda como línea de factura, sin oferta
       *[other] { $count } líneas no nombran publicador: se guardan como líneas de factura, sin oferta
    }
import-noted-own-product =
    { $count ->
        [one] { $count } línea es de un producto propio del operador: se guarda como línea de factura, sin oferta
       *[other] { $count } líneas son de productos propios del operador: se guardan como líneas de factura, sin oferta
    }
import-noted-no-customer =
    { $count ->
        [one] { $count } línea no nombra cliente: se guarda sin suscripción
       *[other] { $count } líneas no nombran cliente: se guardan sin suscripción
    }
import-noted-no-subscription =
    { $count ->
        [one] { $count } línea no nombra suscripción
       *[other] { $count } líneas no nombran suscripción
    }
import-errors =
    { $count ->
        [one] { $count } error: se omitió lo que afecta
       *[other] { $count } errores: se omitió lo que afectan
    }
import-doubts =
    { $count ->
        [one] { $count } duda: se acepta tal cual, pero conviene revisarla
       *[other] { $count } dudas: se aceptan tal cual, pero conviene revisarlas
    }

## Por qué no se pudo importar (más de) un archivo

import-failed-unreadable = No se puede leer { $place }: { $cause }
import-failed-unwritable = No se puede escribir { $place }: { $cause }
import-failed-encoding = El archivo no está en UTF-8. Guárdelo como «CSV UTF-8» y vuelva a intentarlo.
import-failed-no-header = La primera línea no nombra ninguna columna.
import-failed-columns = Al archivo le faltan estas columnas: { $columns }
import-failed-too-large = El archivo supera los { $megabytes } MB. Divídalo e importe las partes.
import-failed-shapeless = Demasiadas filas se confunden entre sí, la última en la línea { $line }. Lo anterior ya está importado. Revise las comillas.
import-failed-json = El JSON está roto en el elemento { $item }. Lo anterior ya está importado.
import-failed-mapping = No se puede usar la asignación { $name }: { $reason }
import-failed-needs-publisher = Indique de qué publicador son las ofertas (--publisher).
import-failed-needs-seller = Indique de qué vendedor son las líneas de conciliación (--seller).
import-failed-needs-mapping = Indique cómo se leen las columnas (--mapping).
import-failed-no-publisher = No hay ningún publicador con el identificador { $value }.
import-failed-no-seller = No hay ningún partner, proveedor ni revendedor con el identificador { $value }.
import-failed-elsewhere = Otro proceso está importando el mismo archivo.
import-failed-stopped = Detenido. Vuelva a importar el mismo archivo y seguirá desde aquí.
