# Preguntas en palabras propias y cómo se han entendido.

error-text-needed = Escriba de qué se trata o elija un tema de la lista.

understood-as = Se entiende como: { $topic }
understood-change = ¿No es eso? Cambiar
understood-choose = Puede ser varias cosas. Elija la que quiere decir.
understood-choose-help = Van a personas distintas, así que no se ha decidido por usted.
understood-choose-none = Ninguna de estas: elija en la lista de abajo.
understood-kept = Su organización conserva durante un tiempo las preguntas hechas con palabras propias y, si se leyeron mal, el tema que usted elija, para que el hub aprenda a leer mejor.
understood-goes-to = Normalmente para: { $owner }
understood-nothing = Aquí no se ha podido leer nada. Elija un tema de la lista.
understood-first-party = Parece tratar de los productos propios del operador del marketplace.
understood-first-party-name = Productos propios del operador
understood-first-party-help = Este programa solo cubre productos de terceros. Pregunte a quien le dé soporte de los productos del operador.
understood-first-party-difference = Es un producto propio del operador, no uno del marketplace.
understood-not-support = Esto no parece una pregunta.
understood-not-support-name = No es una pregunta
understood-not-support-help = Si lo es, diga en una frase qué ha pasado o qué necesita, o elija un tema.
understood-not-support-difference = Informa o agradece, y no pregunta nada.
understood-words = Leído en: { $words }
understood-second = Había una segunda pregunta: { $topic }
understood-second-show = Ver de quién es

ask-own-words = Con sus palabras
ask-own-words-hint = Escriba o pegue la pregunta tal cual; vale un correo entero.
ask-own-words-go = Leer mi pregunta
ask-or-topic = O elija usted el tema

cli-share = { $percent } %
cli-led = Leído en: { $words }
cli-train-begins = Se aprende de { $count } preguntas; { $held_out } se reservan para medir. Tarda unos minutos.
cli-train-worse = Este modelo es peor que el de { $file }. No se ha escrito nada.
cli-train-installed = { $file } contiene el modelo nuevo: { $features } rasgos.
cli-train-head = | preguntas reservadas | número | tema acertado | responsable acertado | seguras | responsable acertado si está seguro |
cli-train-all = todas
cli-train-untold = sin decir quién pregunta
cli-train-forum = preguntas de foro, escritas aparte
cli-train-certainty-head = | certeza desde | preguntas | certeza media | responsable correcto |
cli-train-calibration = La certeza se desvía { $percent } puntos de media; el idioma acierta en el { $lang_right } %.
cli-train-confusion = { $meant } leído como { $read }: { $count }, de ellas { $sure } con seguridad
