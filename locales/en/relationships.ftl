### Relations between organisations: asking for them, consenting, ending them.

relationships-title = Relationships
relationships-lede = Whom your organisation works with. Nothing is shown or done on the ground of a relationship before both sides want it, or after one of them has ended it.
relationships-waiting = Waiting for your answer
relationships-asked = Asked by you
relationships-asked-hint = Whom you reached, and whether anybody, you learn when they accept.
relationships-whom = Organisation
relationships-as = As
relationships-when = When
relationships-since = Since
relationships-state = State
relationships-end = End
relationships-end-now = End it now
relationships-withdraw = Take back
relationships-accept = Accept
relationships-decline = Decline
relationships-none = No relationships yet
relationships-none-help = They appear here once somebody asks you, you ask somebody, or the marketplace operator brings them in.
relationships-ask = Ask for a relationship
relationships-kind = What for
relationships-ask-provider-reseller = Sell through them as our reseller
relationships-ask-partner-customer = Sell to them as our customer
relationships-to = Their handle, or the e-mail address of an administrator there
relationships-to-hint = Exactly as they told you. There is no list to choose from.
relationships-ask-says = They see the name of your organisation and accept or decline. Until then you see nothing of theirs, and nothing here tells you whether you reached anybody.
relationships-send = Send the request
relationships-past = Before
relationships-past-show = Show what ended, was declined or taken back

relationships-provider-reseller-above = Your resellers
relationships-provider-reseller-below = Your providers
relationships-provider-reseller-beside = Providers and their resellers
relationships-partner-customer-above = Your customers
relationships-partner-customer-below = Who sells to you
relationships-partner-customer-beside = Sellers and their customers
relationships-asks-provider-reseller-below = { $name } wants to sell through you, as your provider.
relationships-asks-partner-customer-below = { $name } wants to sell to you and to ask on your behalf.
relationships-consequence-provider-reseller-below = If you accept, { $name } sees your organisation, how you are reached, and your customers with what they bought through it; you can agree with it who supports what. Either of you can end it. If you decline, { $name } is told that somebody declined.
relationships-consequence-partner-customer-below = If you accept, { $name }, and its provider where it has one, sees your organisation and how you are reached, and can ask about what you bought from it. Either of you can end it. If you decline, { $name } is told that somebody declined.
relationships-end-provider-reseller-above = You no longer see { $name } and its customers, and what you agreed on support no longer counts. What was sold and decided stays on record. It can only be begun anew with a request that { $name } accepts.
relationships-end-provider-reseller-below = { $name } no longer sees you and your customers, and what you agreed on support no longer counts. What was sold and decided stays on record. It can only be begun anew with a request that you accept.
relationships-end-partner-customer-above = You no longer see { $name } and can no longer ask or act for it. Subscriptions stay as they are and stay on record. It can only be begun anew with a request that { $name } accepts.
relationships-end-partner-customer-below = { $name } no longer sees you and can no longer ask or act for you. Your subscriptions stay as they are; to cancel them, ask whoever sold them. It can only be begun anew with a request that you accept.
relationships-done-asked = Sent, if there is such an organisation.
relationships-done-accepted = Accepted. It holds from now on.
relationships-done-declined = Declined.
relationships-done-ended = Ended. It stays on record below.
relationships-done-withdrawn = The request is taken back.

relationship-asked = asked
relationship-active = active
relationship-declined = declined
relationship-withdrawn = taken back
relationship-ended = ended

error-relationship-kind = Your organisation cannot ask for “{ $value }”. A provider asks resellers; a partner or reseller asks customers: provider-reseller, partner-customer.
error-relationship-to = Give the handle of the organisation, or the e-mail address of an administrator there.
error-relationship-self = That is your own organisation. Give the handle of the other.
error-relationship-already = You already work with “{ $value }”. There is nothing to ask.
error-relationship-asked = You have asked “{ $value }” already, and the answer has not come. Take that request back before you ask anew.
error-relationship-max = { $value } requests of yours wait for an answer. Take some back before you ask more.
error-customer-ended = Your relationship with this customer is not active, so nobody asks or acts for it here. Ask the customer to consent to it anew.
error-relationship-state = “{ $value }” is none of the states: asked, active, declined, withdrawn, ended.

## Proposing who supports what

proposal-theirs = { $name } proposes another split
proposal-ours = Proposed to { $name }, who has not answered
proposal-from = From { $from } until it is replaced
proposal-from-until = From { $from } to { $until }
proposal-says = Until it is accepted, everything stays as agreed so far. Once it is, it takes the place of what held before, from its first day on; decisions already made keep the agreement they were made under.
proposal-accept = Accept the split
proposal-decline = Decline the split
proposal-withdraw = Take the proposal back
proposal-another = Propose another split
split-consequence-first-below = Once { $provider } accepts, your customers’ questions are answered by it from its first day on. Answers already given stay as they were.
split-meets-below = The provider deals with your customers itself
split-meets-below-hint = Then your customers see its contact where a question goes on to it. Otherwise they see you alone.
error-provider-not-yours = “{ $value }” is not one of your providers.
error-split-with = Name either the reseller or the provider that you propose it to.
proposal-done-proposed = Proposed. It counts once it is accepted.
proposal-done-accepted = Accepted. It holds from its first day on.
proposal-done-declined = Declined. Everything stays as agreed so far.
proposal-done-withdrawn = The proposal is taken back.

## Charges of a subscription

charges-title = What was charged
charges-hint = As the marketplace operator’s reconciliation files say it, newest first.
charges-none = No file has named a charge for it yet.
charges-days = Days
charges-what = What for
charges-invoice = Invoice
charges-quantity = Quantity
charges-tax = Tax
charges-total = Total
charges-not-invoiced = not invoiced yet
