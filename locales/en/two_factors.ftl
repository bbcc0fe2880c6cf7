### More than a password.

demand-title = More than a password
demand-lede = Whoever acts for your organisation shows two factors: a password and a code from an app, or a passkey.
demand-own = Demand it of our people
demand-everyone = Demand it of everyone on this hub
demand-of-everyone = The operator demands it of everyone on this hub, whatever is chosen here.
demand-people =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
demand-without =
    { $count ->
        [0] all of whom have an app or a passkey
        [one] one of whom has neither an app nor a passkey yet
       *[other] { $count } of whom have neither an app nor a passkey yet
    }
demand-count = { $people }, { $without }.
demand-says = It holds at once. Whoever has neither is led to set one up at their next step, and can do nothing else for the organisation until then. Whoever has one and signed in by password alone shows it once. Those who come through your identity provider are not asked: what it demands is up to it. Programs keep their tokens.
demand-save = Save what is demanded
demand-saved = Saved. It holds from the next step of each person on.
demand-needed = { $organisation } demands more than a password
demand-needed-set-up = Set up an app for codes or a passkey. Until then nothing else opens here for { $organisation }.
demand-needed-show = You signed in by your password alone. Show a code or your passkey; until then nothing else opens here for { $organisation }.
demand-passkey = Make a passkey instead
demand-app = Set up an app for codes instead

error-second-factor-needed = More than a password is needed
error-second-factor-needed-help = Your organisation demands a second factor. Open the hub in the browser and set up an app for codes or a passkey, or show the one you have.

audit-act-demand-second-factor = decided whether more than a password is demanded
audit-field-own-people = Of the own people
audit-field-everyone = Of everyone on the hub
