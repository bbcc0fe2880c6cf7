### Un hub que se atiene a los algoritmos aprobados: --strict-algorithms.

second-factor-strict = Su aplicación debe generar los códigos con SHA-256. No todas lo hacen, aunque acepten la clave: sus códigos no se admiten aquí y no se activa nada. En ese caso use otra aplicación.
second-factor-untaken = Ya no se admiten los códigos de la aplicación que configuró
second-factor-untaken-help = Este hub solo admite ahora códigos con SHA-256. Configure de nuevo una aplicación; con ella recibe códigos de recuperación nuevos. Hasta entonces, después de la contraseña solo entra con sus códigos de recuperación.
account-untaken = Configúrelo de nuevo: ya no se admite aquí
passkeys-strict = El dispositivo debe crear llaves de acceso con ES256 o Ed25519. Los teléfonos, las llaves de seguridad y la mayoría de los gestores de contraseñas lo hacen; Windows Hello a menudo no.
passkeys-untaken = Este hub ya no admite llaves de acceso de este tipo. Añada otra y después quite esta.
sign-on-strict = Su proveedor debe firmar los ID tokens con ES256, EdDSA (Ed25519) o PS256 con una clave de al menos 3072 bits: este hub no admite nada más, tampoco RS256.
error-code-untaken = Este hub ya no admite los códigos de la aplicación que configuró. Escriba uno de sus códigos de recuperación y configure de nuevo una aplicación en Mi cuenta. Si no le queda ninguno, un administrador de su organización, tras comprobar que es usted, lo pide a quien gestiona este hub.
error-passkey-kind = Este dispositivo creó una llave de acceso de un tipo que este hub no admite. Use otro dispositivo, una llave de seguridad o un gestor de contraseñas, o configure una aplicación de códigos.
error-passkey-untaken = Este hub ya no admite llaves de acceso de este tipo. Use su contraseña, o un enlace para una nueva, y añada otra llave de acceso o una aplicación. Si se le exige algo más que una contraseña, un administrador de su organización, tras comprobar que es usted, lo pide a quien gestiona este hub.
cli-not-taken = Este hub solo admite algoritmos aprobados, así que algunas personas configuran de nuevo lo que muestran: aplicaciones de códigos: { $apps }, llaves de acceso: { $passkeys }. Hasta entonces entran con un código de recuperación o una contraseña; sin ninguno de los dos, vea firstline user reset.
