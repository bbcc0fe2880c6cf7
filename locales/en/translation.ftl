### Reading what others wrote in another language, and the service that translates it.

## On an offer

offer-translated = Machine-translated from { $language } by { $service }.
offer-translated-titles = Titles of documents are machine-translated by { $service }.
offer-title-translated = title machine-translated
offer-original = This is the original, in { $language }.
offer-originals = Titles of documents are shown as they were written.
offer-show-original = Show the original
offer-show-translation = Show the translation
offer-translation-underway = A translation is being made.
offer-translation-ready = The translation is ready.
offer-translation-failed = It could not be translated.
offer-reload = Load the page again

## For those who decide it

translation-title = Translation
translation-lede = Readers who find no text in their language can read a machine’s translation, marked as one, with the original one key away. It is made by a service of your choice that has LibreTranslate’s interface.
translation-goes-out = What is sent: summaries and descriptions of offers that everyone sees, and titles of their documents that customers see too. What is never sent: drafts, documents for sellers, contacts, questions, notes, or anything about who reads.
translation-service = Service
translation-on = Translate for readers
translation-on-hint = An offer is sent once its first reader in a language opens it; what comes back is kept for 180 days. Turned off, nothing is sent any more and everyone reads the originals. Nothing that was written is ever changed; translations that were made are kept, and shown again once this is turned on again.
translation-address = Address of the service
translation-address-hint = Such as https://translate.example.com. The hub asks only hosts of the public network, over https, and those that whoever runs it allows.
translation-key = API key
translation-key-hint = Only if the service wants one. It is kept encrypted, shown to nobody again, and sent to this address alone.
translation-key-kept = One is on record. Leave this empty to keep it; another address needs it anew.
translation-without-key = Forget the key
translation-targets = Languages to translate into
translation-characters = Characters a minute
translation-characters-hint = The most that is sent to the service in a minute, from { $first } to { $last }. Longer texts wait for their turn.
translation-try = Ask the service for its languages
translation-tried = The service answers
translation-tried-count = { $count ->
    [one] It translates from { $count } language.
   *[other] It translates from { $count } languages.
}
translation-from = From
translation-into = Into the languages of this hub
translation-into-none = none of them
translation-state = How it is doing
translation-state-none = No service is connected.
translation-state-off = It is turned off.
translation-state-on = It is turned on.
translation-made = Translated texts
translation-waiting = Offers that wait
translation-given-up = Offers given up
translation-given-up-hint = They are tried again a day later, or once you save.
translation-failed = The service failed { $when }
translation-failed-help = Readers see the originals meanwhile. It is asked again after a pause that grows with each failure.
translation-forget = Remove all translations
translation-forget-says = Readers see the originals until they are translated anew, which costs characters again.
translation-saved = Saved.
translation-forgotten = All translations were removed.

failure-closed = The hub may not ask at this address.
failure-unreachable = It could not be reached.
failure-slow = It took too long.
failure-large = It answered more than belongs to what was asked.
failure-strange = It did not answer as LibreTranslate does.
failure-key = It wants an API key, or another one.
failure-busy = It wants to be asked less often. Lower the characters a minute.
failure-broken = It says that something is wrong with it.
failure-refused = It does not translate this text, or not between these languages.

## What cannot be accepted

error-translation-address = Give the address of the service, with https and without ? or #.
error-translation-closed = The hub asks only hosts of the public network, over https. Whoever runs it can let it ask this one: --allow-fetch.
error-translation-unreachable = The service cannot be reached. Check the address.
error-translation-answer = There is no such service at this address: it answers /languages not as LibreTranslate does.
error-translation-targets = Choose at least one language.
error-translation-target = The service does not translate into { $value }.
error-translation-characters = Give a number from 10,000 to 10,000,000.

## Access and the record

object-translation = Translation
audit-act-forget-translations = removed all translations
audit-act-set-translation = changed the translation service
audit-field-characters-a-minute = Characters a minute
audit-field-key = Key
audit-field-new-key = New key
audit-field-translations = Translations
