### The keys that the hub signs and encrypts with.

keys-unusable = The hub cannot use its keys
keys-unusable-help = Whoever runs the hub finds the cause in its log. Try again in a while.
error-code-lost = The hub can no longer check the codes of your app. Type a recovery code instead, then set the app up anew in your account. Without one, ask an administrator of your organisation.

# Why a file of keys cannot be used
keys-unnamed = A hub on PostgreSQL needs a file of keys, which every machine of the hub reads. Name it with --keys FILE or FIRSTLINE_KEYS; “firstline keys renew --keys FILE” makes one.
keys-missing = There is no file of keys at { $file }. Put it back, or name another with --keys. Only where this hub never had one: “firstline keys renew --keys { $file }” makes it.
keys-unreadable = The file of keys { $file } cannot be read: { $cause }.
keys-unwritable = The file of keys { $file } cannot be written: { $cause }. Where a secret store keeps it, add --print and hand the store what is printed.
keys-exposed = Others on this machine can read or change the file of keys { $file } (mode { $mode }). Close it to them: chmod 600 { $file }. If somebody may have read it, replace the keys too: “firstline keys renew”, then “firstline keys retire”.
keys-large = { $file } is larger than { $kibibytes } KiB and so no file of keys.
keys-empty = { $file } holds no key. “firstline keys renew” adds one.
keys-full = { $file } holds { $most } keys, as many as it can. Take the older ones away first: “firstline keys retire”.
keys-broken = Line { $line } of { $file } is wrong. { $fault } A line is an id, a form, an instant and a secret, such as: k1 v1 2026-01-31T00:00:00Z and 32 bytes in base64.
keys-fault-words = It does not have four words.
keys-fault-id = An id has at most 32 lower-case letters, digits and hyphens.
keys-fault-twice = Its id stands in another line already.
keys-fault-form = This version of the program does not know its form; it knows v1.
keys-fault-since = Its instant is none. It is written like 2026-01-31T00:00:00Z.
keys-fault-secret = Its secret is not 32 bytes in base64.
keys-fault-many = A file holds at most { $most } keys.
keys-pending = The newest key counts from { $since } on. Until then those before it are needed. Try again afterwards.
keys-alone = There is no key but the newest, so there is none to retire. “firstline keys renew” adds another.

# firstline keys
cli-keys-none = There is no key yet. The first is made when it is needed.
cli-keys-current = signs and encrypts now
cli-keys-coming = will sign and encrypt from then on
cli-keys-older = only opens what it signed and encrypted before
cli-keys-sealed =
    { $count ->
        [0] Nothing is encrypted with it.
        [one] { $count } value is encrypted with it.
       *[other] { $count } values are encrypted with it.
    }
cli-keys-due = It is older than a year. Replace it: “firstline keys renew”, then “firstline keys retire”.
cli-keys-lost =
    { $count ->
        [one] { $count } value is encrypted with a key that is not there.
       *[other] { $count } values are encrypted with keys that are not there.
    } Put the file of keys back that belongs to this database. If it is lost, people sign in with a recovery code and set their app up anew, and administrators enter again what the hub shows at identity providers and at the translation service.
cli-keys-renewed = Key { $key } stands in the file and signs and encrypts from { $since } on. Older keys still open what they signed and encrypted, until “firstline keys retire” takes them away. By then every machine of the hub must have this file; keep a copy of it apart from the backups of the database.
cli-keys-renewed-printed = Nothing was written. Have every machine read these lines in place of the file before { $since }: from then on key { $key } signs and encrypts. If that is too soon, write a later instant.
cli-keys-retire =
    Will be taken out of the file: { $keys }. { $count ->
        [0] Nothing is encrypted with them.
        [one] { $count } value will be encrypted anew.
       *[other] { $count } values will be encrypted anew.
    }
cli-keys-retired =
    Taken away: { $keys }. { $count ->
        [0] Nothing was encrypted with them.
        [one] { $count } value was encrypted anew.
       *[other] { $count } values were encrypted anew.
    }
cli-keys-links =
    { $count ->
        [one] { $count } invitation or other link that nobody has used yet stops working. It would have run out at { $until }.
       *[other] { $count } invitations and other links that nobody has used yet stop working. The last would have run out at { $until }.
    }
cli-keys-browsers = Whoever is signed in stays signed in. Sign-ins under way begin again, and browsers are no longer known as ones that somebody signed in with, which only means that fewer wrong tries are allowed. Verified domains stay verified; to verify one again takes the line that Settings shows then.
cli-keys-yes = It cannot be undone. Add --yes to do it.
cli-keys-retired-printed = The file was not written: have every machine read these lines in its place. Until then the keys still open what they signed.

# The record
audit-act-renew-keys = added a key of the hub, { $object }
audit-act-retire-keys = took away the keys of the hub before { $object }
audit-field-since = Since
audit-field-handed-over = Handed over to a secret store
audit-field-retired = Taken away
audit-field-sealed-anew = Encrypted anew
