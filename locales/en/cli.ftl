# What the command line says.

cli-no-database = There is no { $file } here. Start one with “firstline demo” or “firstline import”, or name one with --database.
cli-serving = Firstline answers at { $address }
cli-address-in-use = { $address } is in use by another program. Stop it, or choose another address with --listen.
cli-address-unusable = { $address } cannot be used: { $cause }. Choose another with --listen.
cli-plain-http = Whoever is on the way between a browser and this hub can read along: it answers other machines by plain HTTP. Give it a certificate with --tls-certificate and --tls-key, or put a proxy that speaks TLS in front and name it with --trusted-proxy.
cli-certificate-unreadable = { $file } cannot be read as PEM: { $cause }. --tls-certificate wants the certificate and those that vouch for it, --tls-key the key that belongs to it.
cli-certificate-unfit = Certificate and key cannot be used together: { $cause }. Give the key that the certificate was made for with --tls-key.
cli-breached-unreadable = { $file } is no set of breached passwords: { $cause }. It is a file of SHA-1 digests in capital hexadecimal, sorted, one to a line, as Pwned Passwords gives them out.

cli-demo-building = Making the demo’s marketplace …
cli-demo-ready = The demo answers at { $address }
cli-demo-sign-in = Open it and choose who you are. There are:
cli-demo-api = Programs send a token: curl -H "Authorization: Bearer { $token }" { $address }/api/v1/topics (each person has one, named likewise)
cli-demo-cli = Or ask here: firstline ask --offer { $offer } --asker partner --topic technical.break-fix
cli-demo-other = { $file } holds something else than the demo. Name another file with --database.
cli-demo-stop = Stop with Ctrl-C; everything is kept in { $file }.

cli-you = you ({ $part })
cli-open-always = open around the clock
cli-open-until = open until { $time }
cli-closed-until = closed, opens { $time }
cli-promise = Promised by: { $by }
cli-promise-target = Severity { $severity }: first answer within { $within }
cli-promise-otherwise = { $days ->
    [one] Where nothing is broken: within one business day
   *[other] Where nothing is broken: within { $days } business days
}
cli-why = Why (edition { $edition })
cli-missing = Missing
cli-missing-from = { $what } — from: { $who }
cli-lack-split = An agreement between provider and reseller on this topic
cli-lack-contact = Any contact of the publisher that can be used here
cli-lack-contact-customer-support = A customer support contact
cli-lack-contact-programme = A contact for partners of the programme
cli-lack-desk = How its support is reached
cli-lack-service-level = An agreement with service levels
cli-lack-technical-choice = A choice of what happens to technical questions
cli-lack-publisher-answer = Somebody who answers for the publisher
cli-lack-support-promise = A promise of support; its community keeps this product
cli-lack-purchase-date = The day of purchase, which decides the refund
cli-lack-subscription = Which subscription it is about, and so who sold it
cli-lack-role = A role that shows the publisher’s contacts
cli-contact-customer-support = Customer support
cli-contact-programme = Programme contact
cli-contact-engineering = Engineering
cli-who-supports-what = Who supports what, when a customer of a partner asks
cli-found = { $count ->
    [0] Nothing found.
    [one] One offer.
   *[other] { $count } offers.
}

cli-policy-ok = { $name }: { $rules } rules in { $editions } { $editions ->
    [one] edition
   *[other] editions
} answer all { $combinations } combinations exactly once.
cli-policy-access = { $grants } grants: every role may do something, and somebody may do each of { $acts } acts.
cli-policy-grant-empty = Grant { $grant } grants nothing: it names no role, no act, no object, no party or no relation.
cli-policy-grant-impossible = Grant { $grant } lets its roles “{ $act }” on “{ $object }”, which cannot be done. Possible are: { $possible }.
cli-policy-powerless = Edition { $edition }: the role { $name } (“{ $role }”) is granted nothing.
cli-policy-nobody = Edition { $edition }: nobody may “{ $act }” on “{ $object }”.
cli-kind-unknown = “{ $value }” is no kind of product in this programme. Known are { $known }.
cli-explain-responsible = Responsible: { $who }
cli-explain-open = Provider and reseller have not agreed on this.
cli-explain-rule = Rule { $rule } of edition { $edition }: { $steps }

cli-import-more = { $count ->
    [one] One more problem; --problems FILE writes all of them.
   *[other] { $count } more problems; --problems FILE writes all of them.
}
cli-import-more-in = { $count ->
    [one] One more problem stands in { $file }.
   *[other] { $count } more problems stand in { $file }.
}

cli-set-up = Nobody administers this hub yet. Whoever has this link can set it up, once and within a day: { $link }
cli-user-inactive = deactivated
cli-user-none = There is nobody yet.
cli-user-added = { $name } ({ $person }) acts for { $organisation } now, as: { $roles }
cli-user-account = { $email } has an account and signs in with it.
cli-user-link = A new password is chosen here, once and within an hour: { $link }
cli-user-signed-out =
    { $count ->
        [one] { $count } session of { $name } has ended.
       *[other] { $count } sessions of { $name } have ended.
    }
cli-user-roles = { $name } now has these roles at { $organisation }: { $roles }

# Logs
audit-fault-altered = Line { $line } was altered.
audit-fault-reworded = Line { $line }: a name or address beside it is not the one that was written.
audit-fault-missing = Line { $line } is missing.
audit-fault-unchained = Line { $line } does not follow the line before it: one of the two was put there.
audit-fault-cut = The log was cut off: line { $line } is not where the log’s head says.
audit-fault-beheaded = The log begins after line { $line }, but nothing in it says that the lines before were removed for their age.
audit-fault-headless = The log has lines but no head: the head was removed.
audit-fault-rewritten = No line has the hash that was written down. The log was written anew or cut off; or that line has been removed for its age since.
cli-audit-none = There is no log yet.
cli-audit-sound =
    { $lines ->
        [one] { $organisation }: { $lines } line, as it was written. It ends at:
       *[other] { $organisation }: { $lines } lines, as they were written. They end at:
    }
cli-audit-sound-from =
    { $lines ->
        [one] { $organisation }: { $lines } line from line { $first } on, as it was written; those before were removed for their age. It ends at:
       *[other] { $organisation }: { $lines } lines from line { $first } on, as they were written; those before were removed for their age. They end at:
    }
cli-swept = Removed: { $lines } lines of logs, { $decisions } decisions, { $invoices } invoice lines, { $corrections } corrections.
cli-sweep-refused =
    { $logs ->
        [one] { $logs } log keeps its old lines because they are not as they were written. See firstline audit verify.
       *[other] { $logs } logs keep their old lines because they are not as they were written. See firstline audit verify.
    }
cli-user-erase = Would erase { $name } ({ $person }) for good: name, e-mail address, everything they sign in with, and their place in every organisation. What they did stays, by a former person. Add --yes to do it.
cli-user-erased = { $name } ({ $person }) is erased. What they did stays, by a former person.
