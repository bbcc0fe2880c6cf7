# Lo que dice la línea de comandos.

cli-no-database = Aquí no hay ningún { $file }. Cree uno con «firstline demo» o «firstline import», o indique otro con --database.
cli-serving = Firstline responde en { $address }
cli-address-in-use = Otro programa está usando { $address }. Deténgalo o elija otra dirección con --listen.
cli-address-unusable = No se puede usar { $address }: { $cause }. Elija otra dirección con --listen.

cli-demo-building = Creando el marketplace de la demo…
cli-demo-ready = La demo responde en { $address }
cli-demo-sign-in = Abra esa dirección y elija quién es usted. Puede ser:
cli-demo-api = Los programas envían un token: curl -H "Authorization: Bearer { $token }" { $address }/api/v1/topics (cada persona tiene uno con el nombre formado igual)
cli-demo-cli = O consulte aquí mismo: firstline ask --offer { $offer } --asker partner --topic technical.break-fix
cli-demo-other = { $file } contiene algo distinto de la demo. Indique otro archivo con --database.
cli-demo-stop = Para detenerla, presione Ctrl-C; todo queda guardado en { $file }.

cli-yours = Esto le corresponde a usted.
cli-owner-asked = Responsable: { $owner }; diríjase allí.
cli-owner-and-first = Responsable: { $owner }; contacte primero con: { $first }
cli-you = usted ({ $part })
cli-open-always = abierto las 24 horas, todos los días
cli-open-until = abierto; cierra: { $time }
cli-closed-until = cerrado; abre: { $time }
cli-promise = Garantizado por: { $by }
cli-promise-target = Gravedad { $severity }: primera respuesta en { $within } como máximo
cli-promise-otherwise = { $days ->
    [one] Si no hay ninguna avería: en un día hábil
   *[other] Si no hay ninguna avería: en { $days } días hábiles
}
cli-why = Por qué (edición { $edition })
cli-missing = Falta
cli-missing-from = { $what } — a cargo de: { $who }
cli-lack-split = Un acuerdo entre proveedor y revendedor sobre este tema
cli-lack-contact = Algún contacto del publicador que se pueda usar aquí
cli-lack-contact-customer-support = Un contacto de atención al cliente
cli-lack-contact-programme = Un contacto para los partners del programa
cli-lack-desk = Cómo contactar con su soporte
cli-lack-service-level = Un contrato con niveles de servicio
cli-lack-technical-choice = La elección de qué se hace con las consultas técnicas
cli-lack-publisher-answer = Alguien que responda por el publicador
cli-lack-support-promise = Un compromiso de soporte; este producto lo mantiene su comunidad
cli-lack-purchase-date = La fecha de compra, que determina el reembolso
cli-lack-subscription = De qué suscripción se trata y, por tanto, quién la vendió
cli-lack-role = Un rol que permita ver los contactos del publicador
cli-contact-customer-support = Atención al cliente
cli-contact-programme = Contacto del programa
cli-contact-engineering = Ingeniería
cli-who-supports-what = Quién da soporte en cada tema cuando consulta el cliente de un partner
cli-found = { $count ->
    [0] No se encontró nada.
    [one] Una oferta.
   *[other] { $count } ofertas.
}

cli-policy-ok = { $name }: { $rules } reglas en { $editions } { $editions ->
    [one] edición
   *[other] ediciones
} responden exactamente una vez a cada una de las { $combinations } combinaciones.
cli-kind-unknown = «{ $value }» no es ningún tipo de producto de este programa. Los conocidos son { $known }.
cli-explain-responsible = Responsable: { $who }
cli-explain-open = Proveedor y revendedor aún no han acordado este tema.
cli-explain-rule = Regla { $rule } de la edición { $edition }: { $steps }

cli-import-more = { $count ->
    [one] Hay un problema más; con --problems FILE se escriben todos.
   *[other] Hay { $count } problemas más; con --problems FILE se escriben todos.
}
cli-import-more-in = { $count ->
    [one] Hay un problema más en { $file }.
   *[other] Hay { $count } problemas más en { $file }.
}
