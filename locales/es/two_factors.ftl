### Más que una contraseña.

demand-title = Más que una contraseña
demand-lede = Quien actúa por su organización muestra dos factores: una contraseña y un código de una aplicación, o una llave de acceso.
demand-own = Exigirlo a nuestra gente
demand-everyone = Exigirlo a todo el hub
demand-of-everyone = El operador lo exige a todo el hub, se elija aquí lo que se elija.
demand-people =
    { $count ->
        [one] Una persona
       *[other] { $count } personas
    }
demand-without =
    { $count ->
        [0] todas con una aplicación o una llave de acceso
        [one] una de ellas aún sin aplicación ni llave de acceso
       *[other] { $count } de ellas aún sin aplicación ni llave de acceso
    }
demand-count = { $people }, { $without }.
demand-says = Vale de inmediato. A quien no tiene ninguna se le lleva a configurarla en su siguiente paso, y hasta entonces no puede hacer nada más por la organización. Quien la tiene y entró solo con la contraseña la muestra una vez. A quien llega por su proveedor de identidad no se le pide: lo que exija es cosa suya. Los programas conservan sus tokens.
demand-save = Guardar lo que se exige
demand-saved = Guardado. Vale desde el siguiente paso de cada persona.
demand-needed = { $organisation } exige más que una contraseña
demand-needed-set-up = Configure una aplicación de códigos o una llave de acceso. Hasta entonces no se abre aquí nada más de { $organisation }.
demand-needed-show = Entró solo con su contraseña. Muestre un código o su llave de acceso; hasta entonces no se abre aquí nada más de { $organisation }.
demand-passkey = Crear una llave de acceso en su lugar
demand-app = Configurar una aplicación de códigos en su lugar

error-second-factor-needed = Hace falta más que una contraseña
error-second-factor-needed-help = Su organización exige un segundo factor. Abra el hub en el navegador y configure una aplicación de códigos o una llave de acceso, o muestre la que tiene.

audit-act-demand-second-factor = decidió si se exige más que una contraseña
audit-field-own-people = A la propia gente
audit-field-everyone = A todo el hub
