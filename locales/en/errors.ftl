### What went wrong, and what to do about it.

## A request that was not answered as it wished: what happened, then what to do

error-not-found = There is nothing here that you can see
error-not-found-help = It may have been renamed or taken away, or it is shown to another organisation or role. Search for it by name, or go back to where you came from.
error-not-allowed = Your role does not allow this
error-not-allowed-help = Ask somebody in your organisation with a role that does, or have your roles changed by whoever manages users there.
error-not-shown = Your role does not show this
error-not-shown-help = In your organisation it is shown to these roles: { $roles }. Ask somebody who has one, or whoever manages users there to change your roles.
error-invalid = Something here cannot be accepted yet
error-invalid-help = Nothing was changed. Correct what is marked and send it again.
error-changed = Somebody else changed this in the meantime
error-changed-help = Nothing of yours was saved. Look at what stands here now, and make your change again if it is still needed.
error-sign-in-needed = You are not signed in
error-sign-in-needed-help = Sign in first. A program sends its token in the Authorization header, as “Bearer” and the token.
error-unreadable = The request cannot be read
error-unreadable-help = A part of it is not in the form that is expected here. Go back, fill in the page again and send it.
error-too-large = That is more than can be sent at once
error-too-large-help = A request may have at most 256 KiB. Send less, or send it in several parts.
error-version-needed = It is not said which version this change was made on
error-version-needed-help = Read it first and send the ETag that comes with it in the If-Match header, so that nobody else’s change is lost.
error-too-many = Too many requests in a short time
error-too-many-help = The requests for this minute are used up: your own, those of your organisation’s programs, or, where nobody is signed in, those of your address. Wait a moment and go on; the Retry-After header names the seconds.
error-method = This address does not take such a request
error-method-help = The Allow header names the methods it does take; the API reference shows what each of them is for.
error-not-json = Only JSON is understood here
error-not-json-help = Send the body as JSON with the header “Content-Type: application/json”.

## The records cannot be reached or written

store-busy = The hub is busy
store-busy-help = Nothing was changed. Others wrote the same records at the same moment; try again in a few seconds.
store-unavailable = The hub cannot reach its records
store-unavailable-help = Nothing was changed. Try again in a minute; if it stays so, tell whoever runs this hub.
store-outcome-unknown = It is not certain whether this was saved
store-outcome-unknown-help = The connection broke just while saving. Look whether your change is there before you send it again.
store-too-slow = This took too long and was stopped
store-too-slow-help = Nothing was changed. Try again in a minute, or ask for less at once.
store-disk-full = The hub has no space left to save anything
store-disk-full-help = Nothing was changed. Whoever runs this hub must free space on its disk; reading still works.
store-failed = The hub failed at this
store-failed-help = Nothing was changed. The cause stands in the hub’s log; tell whoever runs it what you did and when.

## Asking

error-topic-unknown = “{ $value }” is not a topic of this programme. Choose one from the list.
error-offer-unknown = There is no offer “{ $value }” that you can see. Give its name as publisher/offer, or choose it from the search.
error-subscription-unknown = There is no subscription “{ $value }” that you can see. Give the id that the marketplace gave it.
error-subscription-of-other-offer = This subscription is to another offer. Choose either the offer or the subscription.
error-channel-of-other-sale = The subscription was bought another way. Leave the channel out; the subscription says it.
error-asker-not-yours =
    { $value ->
        [customer] Your organisation is not a customer here, so it cannot ask as one.
        [reseller] Your organisation is not a reseller here, so it cannot ask as one.
        [provider] Your organisation is not an indirect provider here, so it cannot ask as one.
        [partner] Your organisation is not a direct-bill partner here, so it cannot ask as one.
        [publisher] Your organisation is not a publisher here, so it cannot ask as one.
       *[other] Your organisation does not run this marketplace, so it cannot ask as its operator.
    }

## Contacts, documents and agreement of an offer; the support desk

error-contact-kind = Say what the contact is for: customer support, engineering or the programme.
error-contact-twice =
    { $value ->
        [customer-support] Customer support is given twice. Keep one contact for it.
        [engineering] Engineering is given twice. Keep one contact for it.
       *[programme] The programme is given twice. Keep one contact for it.
    }
error-email = “{ $value }” is not one e-mail address. Give a single one, such as support@example.com.
error-phone = “{ $value }” cannot be dialled. Give digits with the country code, such as +44 20 7946 0018.
error-url = “{ $value }” is not a web address. Begin with https://, as in https://example.com/help.
error-too-long = This is too long: at most { $value } characters fit here.
error-title-length = Give a title of 1 to 255 characters.
error-too-many-resources = At most { $value } documents fit on one offer. Take away those that nobody needs.
error-hours = “{ $value }” is not understood as hours. Write them as in “Mon-Fri 09:00-18:00 Europe/Istanbul”, or 24x7.
error-hours-typed = Give each line an opening and a later closing time, and choose a time zone from the list.
error-url-needed = Say where this document is: its web address, beginning with https://. To take the document away, clear its title too.
error-span = “{ $value }” is not a length of time. Write minutes, hours or days, such as 30 min, 4 h or 2 d.
error-first-response = Say how soon the first answer comes; without it the other times have nothing to start from.
error-agreement-title = Give the agreement a name, so that readers know which one is meant.
error-too-many-languages = Choose at most { $value } languages.
error-language-tag = “{ $value }” is no language tag. Write one such as en, es-MX or zh-Hant.
error-span-range = A promised time is between 1 minute and ten years.
error-severity-twice = Severity { $value } is there twice: keep one line for it.

## Support between provider and reseller, choices, support contact

error-reseller-not-yours = “{ $value }” is not one of your resellers. Choose one from the list.
error-topic-not-split = Provider and reseller do not share “{ $value }”. Leave it out.
error-until-before-from = The last day lies before the first. Choose a later one, or leave it empty.
error-date = “{ $value }” is not a day. Write year, month and day, as in 2027-01-31.
error-support-contact-party = Only the reseller or the provider of an indirect sale can be its support contact.
error-support-contact-relation = The reseller must be yours and must sell to this customer before it can be the support contact.

## Words that a program sends

error-after = “{ $value }” is not where a page of this list ends. Follow the link with rel="next" instead of writing it yourself.
error-asker = “{ $value }” is none of the parties: customer, reseller, provider, partner, publisher, operator.
error-channel = “{ $value }” is none of the channels: direct, direct-bill, indirect.
error-choice = “{ $value }” is none of the choices: send-on, coordinate; or null to take the choice back.
error-language = “{ $value }” is none of the languages here: en, tr, ko, es.
error-limit = A page holds 1 to 100 items, not { $value }.
error-readiness = “{ $value }” is none of: ready, gaps, unreachable.
error-resource-kind = “{ $value }” is none of: documentation, training, sales-collateral, programme-marketing, getting-started, privacy, terms, other.
error-severity = “{ $value }” is none of the severities: A, B, C.
error-share = “{ $value }” is none of: reseller, reseller-then-provider, provider. Leave out a topic that is not agreed.

## The database cannot be opened

database-url-unknown = The database address { $place } is not understood
database-url-unknown-help = Give the path of a file, or an address that begins with sqlite: or postgres://.
database-missing = There is no database at { $place }
database-missing-help = Check the path. A new database is made by starting the hub with it.
database-unwritable = { $place } cannot be opened for reading and writing
database-unwritable-help = Let the user that runs the hub write to the file and to its directory, or choose another place.
database-locked = { $place } is held by another process
database-locked-help = Stop the other program that has the file open, or wait until it is done, and start again.
database-not-one = { $place } is not a database
database-not-one-help = The file is something else or damaged. Check the path, or restore the file from a backup.
database-foreign = { $place } is a database of another program
database-foreign-help = Nothing was written to it. Give the path of this hub’s own database, or of a file that does not exist yet.
database-disk-full = No space is left for { $place }
database-disk-full-help = Free space on that disk, or choose a place on another one.
database-unreachable = No database server answers at { $place }
database-unreachable-help = Check host and port, that the server is running, and that the network lets this machine reach it.
database-login-refused = { $place } refused the sign-in
database-login-refused-help = Check user and password or certificate in the address, and that the server accepts connections from this machine.
database-name-unknown = { $place } has no database named { $database }
database-name-unknown-help = Create the database on the server, or correct its name in the address.
database-tls = No trusted encrypted connection to { $place } is possible
database-tls-help = Let this machine trust the server’s certificate, or set sslmode in the address to what the server offers.
database-schema-newer = A newer version has already used this database (it knows { $migration })
database-schema-newer-help = Nothing was changed. Start that newer version, or give this one another database.
database-schema-changed = Step { $migration } was applied to this database in another wording
database-schema-changed-help = Nothing was changed. Use the version that made the database, or restore a backup from before.
database-migration-failed = The database could not be brought up to date: step { $migration } failed
database-migration-failed-help = Nothing of that step remains. The cause stands below and in the log; mend it and start again.
database-open-failed = { $place } could not be opened
database-open-failed-help = The cause stands below and in the log. Mend it and start again.

# Signing in and passwords
error-password-short = Use at least 10 characters. A short sentence is easy to remember.
error-password-long = Use at most 1,024 bytes.
error-password-common = Many people use this password, or it is your own name: choose another.
error-password-breached = This password is known from a breach: somebody who guesses will try it. Choose another.
error-sign-in-wrong = This e-mail address and password do not belong together. Check both, or ask for a new password.
error-token-name = Give the token a name of at most 80 characters.
error-token-days = { $value } is not from 1 to 366 days.
error-token-kind = “{ $value }” is no way to sign in. There are token and client.
error-token-roles = Choose one or more of the roles offered here: a token may do nothing that you may not.
error-tokens-max = There are { $value } tokens and clients already. Revoke those that nobody needs.
error-name = Give a name of at most 120 characters.
error-roles = Choose at least one of the roles that this organisation has.
error-member-already = This person belongs to your organisation already.
error-last-manager = Nobody else here can give roles. Give somebody else a role that manages people first.
error-oneself = You cannot do this to yourself. Ask another administrator of your organisation.
error-invitations-max = There are { $value } open invitations already. Take some back first.
error-organisation-unknown = There is no organisation “{ $value }” that you can see. Give its handle, as in the address of its page.
error-role = “{ $value }” is none of the roles.
error-person-unknown = There is nobody called “{ $value }”. Give a handle or an e-mail address.
error-belongs-nowhere = { $value } can act for no organisation, so a password would open nothing. Add them to one first.
error-email-taken = An account with this address exists already: sign in with it.
