### Cómo inician sesión los programas en nombre de una organización: tokens y clientes OAuth.

tokens-title = Tokens
tokens-lede = Así inician sesión los programas en nombre de su organización. Un programa puede hacer lo que permiten los roles de su token, y nada más.
tokens-none = Ningún programa inicia sesión en nombre de su organización
tokens-none-help = Cree abajo un token para el primero.
tokens-name = Nombre
tokens-name-hint = Para qué programa es, de modo que quien lo encuentre aquí lo sepa.
tokens-kind = Cómo inicia sesión el programa
tokens-kind-token = Token
tokens-kind-token-says = El programa lo muestra en cada llamada.
tokens-kind-client = Cliente OAuth
tokens-kind-client-says = El programa cambia un identificador y un secreto por un token que vale una hora, y por otro cuando este caduca.
tokens-made = Creado
tokens-by = por { $name }
tokens-by-nobody = por un programa o por alguien que ya no consta
tokens-until = Caduca
tokens-until-when = Caduca: { $when }
tokens-run-out = caducado
tokens-used = Último uso
tokens-never = nunca
tokens-new = Crear un token
tokens-days = Días hasta que caduca
tokens-days-hint = De 1 a { $max }
tokens-new-says = El secreto aparece en la página siguiente, solo esta vez. Quien lo tenga puede hacer lo que permiten los roles, desde cualquier lugar, hasta que caduque o se revoque.
tokens-make = Crear

## El secreto, solo esta vez

tokens-made-title = { $name }: creado
tokens-made-lede = Copie el secreto ahora: no volverá a mostrarse. Si se pierde, revóquelo aquí y cree otro.
tokens-client-id = Identificador del cliente OAuth
tokens-client-secret = Secreto del cliente OAuth
tokens-copy = Copiar el secreto
tokens-copy-id = Copiar el identificador
tokens-copy-example = Copiar el comando
tokens-try = Pruébelo
tokens-kept = Lo he guardado

## Revocar

tokens-revoke = Revocar …
tokens-revoke-title = Revocar { $name }
tokens-revoke-lede = No se puede deshacer.
tokens-revoke-token-says = Todo programa que use este token será rechazado desde su próxima llamada. Lo que se hizo con él queda registrado.
tokens-revoke-client-says = Todo programa que use este cliente OAuth será rechazado desde su próxima llamada: no recibe más tokens, y los que recibió terminan ahora. Lo que se hizo con ellos queda registrado.
tokens-revoke-used = Último uso: { $when }.
tokens-revoke-unused = Nunca se ha usado.
tokens-revoke-go = Revocar definitivamente
tokens-done-revoked = Revocado. Ya no funciona.
