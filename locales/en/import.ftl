### Bringing in files: what was done, what is wrong with a row, why a file could not be read.

## One problem of a file; the reason is one of the sentences below

import-problem = Line { $line }, { $column }, “{ $value }”: { $reason }
import-problem-column = Line { $line }, { $column }: { $reason }
import-problem-row = Line { $line }: { $reason }

## The shape of the file

import-column-unknown = This column is not known and is not read.
import-column-twice = This column appears twice; the first one counts.
import-field-count = The row has a different number of fields than the header ({ $detail }). Perhaps a quotation mark is missing.
import-field-too-long = The field is longer than { $detail } bytes.
import-row-too-long = The row does not end within { $detail } bytes. Perhaps a quotation mark is missing.
import-item-too-long = The item is too large.
import-control-character = It contains a control character.
import-not-utf8 = The text is not in UTF-8.
import-json = The JSON cannot be read: { $detail }
import-not-a-resource = This is not a resource of a product.
import-not-text = This should be text.
import-not-a-line = This is not a reconciliation line: it has no amount.
import-too-many = There are more than { $detail } of them; the rest is left out.

## Single values

import-required = This must be given.
import-text-too-long = Longer than { $detail } characters.
import-handle = Not a valid handle: lower-case letters, digits and hyphens, at most 80.
import-word = Not a known value. Known are: { $detail }.
import-flag = Must be true or false.
import-date = Not a date such as 2026-11-20 or 2026-11-20T09:00:00Z.
import-whole = Not a whole number in the allowed range.
import-decimal = Not a number such as 1234.56.
import-country = Not a two-letter country code.
import-hours = Not hours such as “Mon-Fri 09:00-18:00 Europe/Istanbul” or “24x7”.
import-language = Not a language tag such as ko or es-MX.
import-email = Not an e-mail address.
import-agreement = The agreement cannot be read: { $detail }

## What a row says against what is on the hub

import-no-organisation = There is no such organisation.
import-no-offer = This publisher has no such offer.
import-alias-taken = Another organisation already has this identifier.
import-operator-twice = Another organisation runs this marketplace, and there is only one that does.
import-not-of-this-kind = This organisation does not play that part.
import-related-to-itself = An organisation cannot be related to itself.
import-until-before-since = The end is before the beginning.
import-email-taken = Another person has this e-mail address: give them this handle, or another address.
import-renewed-before-purchase = The renewal is before the purchase.
import-indirect-needs-reseller = An indirect purchase needs a reseller.
import-reseller-without-provider = Only an indirect purchase has a reseller.
import-support-contact = Only the provider or the reseller of an indirect purchase can be the support contact.
import-not-related-to-provider = This reseller has no relationship with the provider.
import-not-related-to-customer = This reseller has no relationship with the customer, so it cannot be the support contact.
import-offer-twice = The offer already stands in line { $detail }.
import-publisher-ambiguous = More than one publisher has this name, so neither the product nor its subscription is recorded. Import organisations with this line’s publisher id at the one that is meant, or with different names; the next file that has this subscription then records it.

## Doubts: taken as they are, but somebody should look

import-doubt-offer-twice = The same offer stands in line { $detail }; this row became an offer of its own.
import-doubt-resource-url = Not a web address with https://, so it cannot be opened.
import-doubt-reseller-unknown = No reseller with this partner number is known; the subscriptions are recorded without one.
import-doubt-no-contact = The publisher gives no contact at all.
import-doubt-no-customer-support = The customer-support contact is missing.
import-doubt-no-engineering = The engineering contact is missing.
import-doubt-no-programme-contact = The programme contact is missing.
import-doubt-malformed-email = This e-mail address cannot work.
import-doubt-personal-mailbox = This looks like one person’s mailbox, not a support desk’s.
import-doubt-bad-url = Not a web address with https://, so it cannot be opened.
import-doubt-bad-phone = This does not look like a telephone number.
import-doubt-no-hours = It is not said when customer support answers.
import-doubt-no-documentation = There is no user documentation.
import-doubt-no-agreement = There is no agreement with service levels.

## The report

import-seen-before = This file has already been imported in full. Nothing has changed.
import-dry-run = Rehearsal: nothing has been changed. This is what the import would do.
import-rows =
    { $count ->
        [one] { $count } row read
       *[other] { $count } rows read
    }
import-resumed =
    { $count ->
        [one] { $count } row was already in from an import that was cut off
       *[other] { $count } rows were already in from an import that was cut off
    }
import-did-organisations = Organisations: { $created } new, { $updated } changed, { $unchanged } unchanged
import-did-relationships = Relationships: { $created } new, { $updated } changed, { $unchanged } unchanged
import-did-people = People: { $created } new, { $updated } changed, { $unchanged } unchanged
import-did-offers = Offers: { $created } new, { $updated } changed, { $unchanged } unchanged
import-did-authorisations = Authorisations: { $created } new, { $updated } changed, { $unchanged } unchanged
import-did-subscriptions = Subscriptions: { $created } new, { $updated } changed, { $unchanged } unchanged
import-did-invoice-lines = Invoice lines: { $created } new, { $updated } changed, { $unchanged } unchanged
import-noted-no-publisher =
    { $count ->
        [one] { $count } line names no publisher: kept as an invoice line, without an offer
       *[other] { $count } lines name no publisher: kept as invoice lines, without an offer
    }
import-noted-own-product =
    { $count ->
        [one] { $count } line is for the operator’s own product: kept as an invoice line, without an offer
       *[other] { $count } lines are for the operator’s own products: kept as invoice lines, without an offer
    }
import-noted-no-customer =
    { $count ->
        [one] { $count } line names no customer: kept without a subscription
       *[other] { $count } lines name no customer: kept without a subscription
    }
import-noted-no-subscription =
    { $count ->
        [one] { $count } line names no subscription
       *[other] { $count } lines name no subscription
    }
import-errors =
    { $count ->
        [one] { $count } error: what it concerns was left out
       *[other] { $count } errors: what they concern was left out
    }
import-doubts =
    { $count ->
        [one] { $count } doubt: taken as it is, but worth a look
       *[other] { $count } doubts: taken as they are, but worth a look
    }

## Why a file could not be imported (any further)

import-failed-unreadable = { $place } cannot be read: { $cause }
import-failed-unwritable = { $place } cannot be written: { $cause }
import-failed-encoding = The file is not in UTF-8. Save it as “CSV UTF-8” and try again.
import-failed-no-header = The first line does not name any columns.
import-failed-columns = The file lacks these columns: { $columns }
import-failed-too-large = The file is larger than { $megabytes } MB. Split it and import the parts.
import-failed-shapeless = Too many rows run into each other, the last one in line { $line }. What comes before it is in. Check the quotation marks.
import-failed-json = The JSON is broken at item { $item }. What comes before it is in.
import-failed-mapping = The mapping { $name } cannot be used: { $reason }
import-failed-needs-publisher = Say whose listings these are (--publisher).
import-failed-needs-seller = Say whose reconciliation lines these are (--seller).
import-failed-needs-mapping = Say how the columns are to be read (--mapping).
import-failed-no-publisher = There is no publisher with the handle { $value }.
import-failed-no-seller = There is no partner, provider or reseller with the handle { $value }.
import-failed-elsewhere = The same file is being imported by another process.
import-failed-stopped = Stopped. Import the same file again, and it goes on from here.
