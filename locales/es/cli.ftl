# Lo que dice la línea de comandos.

cli-no-database = Aquí no hay ningún { $file }. Cree uno con «firstline demo» o «firstline import», o indique otro con --database.
cli-serving = Firstline responde en { $address }
cli-address-in-use = Otro programa está usando { $address }. Deténgalo o elija otra dirección con --listen.
cli-address-unusable = No se puede usar { $address }: { $cause }. Elija otra dirección con --listen.
cli-plain-http = Cualquiera que esté entre un navegador y este servidor puede leerlo todo: responde a otros equipos por HTTP sin cifrar. Indique un certificado con --tls-certificate y --tls-key, o ponga delante un proxy que use TLS y nómbrelo con --trusted-proxy.
cli-certificate-unreadable = { $file } no se puede leer como PEM: { $cause }. --tls-certificate espera el certificado y los que lo avalan; --tls-key, la clave que le corresponde.
cli-certificate-unfit = El certificado y la clave no se pueden usar juntos: { $cause }. Indique con --tls-key la clave para la que se emitió el certificado.
cli-breached-unreadable = { $file } no sirve como lista de contraseñas filtradas: { $cause }. Debe ser un archivo de resúmenes SHA-1 en hexadecimal con mayúsculas, ordenados y uno por línea, tal como los ofrece Pwned Passwords.

cli-demo-building = Creando el marketplace de la demo…
cli-demo-ready = La demo responde en { $address }
cli-demo-sign-in = Abra esa dirección y elija quién es usted. Puede ser:
cli-demo-api = Los programas envían un token: curl -H "Authorization: Bearer { $token }" { $address }/api/v1/topics (cada persona tiene uno con el nombre formado igual)
cli-demo-cli = O consulte aquí mismo: firstline ask --offer { $offer } --asker partner --topic technical.break-fix
cli-demo-other = { $file } contiene algo distinto de la demo. Indique otro archivo con --database.
cli-demo-stop = Para detenerla, presione Ctrl-C; todo queda guardado en { $file }.

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
cli-policy-access = { $grants } permisos: todos los roles pueden hacer algo y alguien puede hacer cada una de las { $acts } acciones.
cli-policy-grant-empty = El permiso { $grant } no concede nada: no indica rol, acción, objeto, parte o relación.
cli-policy-grant-impossible = El permiso { $grant } deja a sus roles hacer «{ $act }» con «{ $object }», lo que no es posible. Es posible: { $possible }.
cli-policy-powerless = Edición { $edition }: al rol { $name } («{ $role }») no se le concede nada.
cli-policy-nobody = Edición { $edition }: nadie puede hacer «{ $act }» con «{ $object }».
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

cli-set-up = Nadie administra esto todavía. Quien tenga este enlace puede ponerlo en marcha, una vez y en el plazo de un día: { $link }
cli-user-inactive = desactivada
cli-user-none = Todavía no hay nadie.
cli-user-added = { $name } ({ $person }) ya actúa en nombre de { $organisation }; roles: { $roles }
cli-user-account = { $email } tiene una cuenta e inicia sesión con ella.
cli-user-link = La contraseña nueva se elige aquí, una vez y en el plazo de una hora: { $link }
cli-user-signed-out =
    { $count ->
        [one] Se ha cerrado { $count } sesión de { $name }.
       *[other] Se han cerrado { $count } sesiones de { $name }.
    }
cli-user-roles = { $name } tiene ahora estos roles en { $organisation }: { $roles }

# Registros
audit-fault-altered = La línea { $line } se alteró.
audit-fault-reworded = Línea { $line }: un nombre o una dirección que la acompaña no es el que se escribió.
audit-fault-missing = Falta la línea { $line }.
audit-fault-unchained = La línea { $line } no sigue a la anterior: una de las dos se puso después.
audit-fault-cut = El registro se cortó: la línea { $line } no está donde dice su final.
audit-fault-beheaded = El registro empieza después de la línea { $line }, pero nada en él dice que las anteriores se quitaran por antigüedad.
audit-fault-headless = El registro tiene líneas pero no consta su final: se quitó.
audit-fault-rewritten = Ninguna línea tiene el hash anotado. El registro se escribió de nuevo o se cortó; o esa línea se quitó después por antigüedad.
cli-audit-none = Todavía no hay ningún registro.
cli-audit-sound =
    { $lines ->
        [one] { $organisation }: { $lines } línea, tal como se escribió. Termina en:
       *[other] { $organisation }: { $lines } líneas, tal como se escribieron. Terminan en:
    }
cli-audit-sound-from =
    { $lines ->
        [one] { $organisation }: { $lines } línea desde la { $first }, tal como se escribió; las anteriores se quitaron por antigüedad. Termina en:
       *[other] { $organisation }: { $lines } líneas desde la { $first }, tal como se escribieron; las anteriores se quitaron por antigüedad. Terminan en:
    }
cli-swept = Quitadas: { $lines } líneas de registros, { $decisions } decisiones, { $invoices } líneas de factura, { $corrections } correcciones.
cli-sweep-refused =
    { $logs ->
        [one] { $logs } registro conserva sus líneas antiguas porque no están como se escribieron. Véase firstline audit verify.
       *[other] { $logs } registros conservan sus líneas antiguas porque no están como se escribieron. Véase firstline audit verify.
    }
cli-user-erase = Se borraría a { $name } ({ $person }) para siempre: nombre, correo, todo aquello con lo que inicia sesión y su lugar en cada organización. Lo que hizo queda, como hecho por una antigua persona. Añada --yes para hacerlo.
cli-user-erased = Se ha borrado a { $name } ({ $person }). Lo que hizo queda, como hecho por una antigua persona.
