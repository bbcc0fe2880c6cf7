### How programs sign in for an organisation: tokens and OAuth clients.

tokens-title = Tokens
tokens-lede = How programs sign in for your organisation. A program may do what the roles of its token let it do, and nothing else.
tokens-none = No program signs in for your organisation
tokens-none-help = Make a token for the first one below.
tokens-name = Name
tokens-name-hint = Which program it is for, so that whoever finds it here knows.
tokens-kind = How the program signs in
tokens-kind-token = Token
tokens-kind-token-says = The program shows it with every call.
tokens-kind-client = OAuth client
tokens-kind-client-says = The program exchanges an id and a secret for a token that works for an hour, and again when it has run out.
tokens-made = Made
tokens-by = by { $name }
tokens-by-nobody = by a program, or by somebody who is no longer known
tokens-until = Runs out
tokens-until-when = Runs out: { $when }
tokens-run-out = has run out
tokens-used = Last used
tokens-never = never
tokens-new = Make a token
tokens-days = Days until it runs out
tokens-days-hint = From 1 to { $max }
tokens-new-says = The secret is on the next page, this once. Whoever has it can do what the roles allow, from anywhere, until it runs out or is revoked.
tokens-make = Make it

## The secret, this once

tokens-made-title = { $name } is made
tokens-made-lede = Copy the secret now: it is never shown again. If it is lost, revoke it here and make another.
tokens-client-id = Client id
tokens-client-secret = Client secret
tokens-copy = Copy the secret
tokens-copy-id = Copy the client id
tokens-copy-example = Copy the command
tokens-try = Try it
tokens-kept = I have kept it

## Revoking

tokens-revoke = Revoke …
tokens-revoke-title = Revoke { $name }
tokens-revoke-lede = This cannot be undone.
tokens-revoke-token-says = Every program that uses this token is refused from its next call on. What was done with it stays on record.
tokens-revoke-client-says = Every program that uses this client is refused from its next call on: it gets no more tokens, and those it was given end now. What was done with them stays on record.
tokens-revoke-used = It was last used { $when }.
tokens-revoke-unused = It has never been used.
tokens-revoke-go = Revoke for good
tokens-done-revoked = Revoked. It no longer works.
