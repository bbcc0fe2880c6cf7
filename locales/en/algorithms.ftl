### A hub that keeps to approved algorithms: --strict-algorithms.

second-factor-strict = Your app must make its codes by SHA-256. Not every app does, though it may take the key: its codes are then not accepted here, and nothing is turned on. Take another app in that case.
second-factor-untaken = Codes of the app you set up are no longer taken
second-factor-untaken-help = This hub now takes codes by SHA-256 alone. Set an app up anew; you get new recovery codes with it. Until then only your recovery codes let you in after the password.
account-untaken = Set up anew: no longer taken here
passkeys-strict = The device must make passkeys by ES256 or Ed25519. Phones, security keys and most password managers do; Windows Hello often does not.
passkeys-untaken = This hub no longer takes passkeys of this kind. Add another, then remove this one.
sign-on-strict = Your provider must sign ID tokens by ES256, EdDSA (Ed25519), or PS256 with a key of at least 3,072 bits: this hub takes nothing else, RS256 included.
error-code-untaken = This hub no longer takes codes of the app you set up. Type one of your recovery codes, then set an app up anew under My account. If you have none left, an administrator of your organisation, who has made sure that it is you, asks whoever runs this hub.
error-passkey-kind = This device made a passkey of a kind that this hub does not take. Use another device, a security key or a password manager, or set up an app for codes.
error-passkey-untaken = This hub no longer takes passkeys of this kind. Use your password, or a link for a new one, and add another passkey or an app. If more than a password is demanded of you, an administrator of your organisation, who has made sure that it is you, asks whoever runs this hub.
cli-not-taken = This hub takes approved algorithms alone, so some people set up anew what they show: apps for codes: { $apps }, passkeys: { $passkeys }. They get in by a recovery code or a password until then; without either, see firstline user reset.
