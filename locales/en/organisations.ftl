### Which organisations there are and what they are; who may buy an exclusive offer; what waits for an answer.

waiting-count = { $count ->
    [one] { $count } waits for your answer
   *[other] { $count } wait for your answer
}
proposal-waits = Waits for your answer
proposal-late = It was proposed from { $from }, which is past. If you accept it now, it holds from today on; what was answered until then stays as it was answered.
proposal-over = Its last day is past, so it can no longer be accepted. Decline it, or propose another split.
error-split-over = The last day of this proposal is past. Decline it, or propose another split.

## Who may buy an exclusive offer

partners-title = Partners
partners-exclusive = Exclusive offer
partners-exclusive-says = Everyone finds this offer; only the partners listed here may buy it.
partners-open = Open to all partners
partners-open-says = Any partner may buy this offer, so nobody needs to be authorised. Partners listed here count again once the offer is exclusive.
partners-closed = Open to no partner
partners-closed-says = No partner may buy this offer, authorised or not. Partners listed here count once the offer is exclusive.
partners-count = { $count ->
    [0] Nobody is authorised yet
    [one] { $count } partner is authorised
   *[other] { $count } partners are authorised
}
partners-none-help = Until somebody is, no partner can buy this offer.
partners-partner = Partner
partners-handle = Handle
partners-since = Authorised
partners-brought-in = brought in
partners-unnamed = You see its name once it sells an offer of yours.
partners-withdraw = Withdraw
partners-withdraw-now = Withdraw it now
partners-withdraw-says = From now on { $name } finds the offer as not available and cannot buy it. What it has sold stays as it is and keeps its support. You can authorise it again at any time.
partners-add = Authorise a partner
partners-to = Its handle, or the name of a partner that sells your offers
partners-to-hint = Exactly as they told you. Only partners that sell your offers already are proposed.
partners-add-says = Whoever has this handle and sells can buy the offer from now on and is shown it as available. Nothing here tells you whether anybody has it; a partner that comes later with it may buy from then on. You can withdraw it at any time.
partners-authorise = Authorise
partners-done-added = Authorised. Whoever has this handle may buy the offer from now on.
partners-done-withdrawn = Withdrawn. It can no longer buy the offer.

error-authorisation-to = “{ $value }” is no handle, nor the name of exactly one partner that sells your offers. A handle has lower-case letters, digits and hyphens.
error-authorisation-open = This offer is not exclusive, so nobody needs to be authorised for it.
error-authorisation-no-seller = “{ $value }” sells nothing: only partners, providers and resellers can be authorised.
error-authorisation-max = { $value } partners are authorised for this offer already. Withdraw some before you add more.

## Which organisations there are

organisations-title = Organisations
organisations-lede = Everyone on this hub. An organisation that is added has no people yet: its first administrator is invited.
organisations-search = Name or handle
organisations-kind = Part
organisations-any-kind = All parts
organisations-find = Find
organisations-name = Organisation
organisations-kinds = Parts
organisations-country = Country
organisations-orphaned = Orphaned
organisations-none = No such organisation
organisations-none-help = Look for part of its name or handle, or add it below.
organisations-add = Add an organisation
organisations-add-says = It appears to those who may see it from now on: a publisher to everyone, others to those they deal with. You can change all of this but the handle.
organisations-new-name = Name
organisations-new-name-hint = As it calls itself; everyone who deals with it sees it.
organisations-new-handle = Handle
organisations-new-handle-hint = Its name in addresses, which stays. Made from its name if you leave it empty.
organisations-no-country = Not said
organisations-kinds-legend = What it is
organisations-kinds-hint = Several at once, where that is so.
organisations-done-added = Added. Now invite its first administrator.

kind-means-customer = Uses products: sees its subscriptions and who sells to it, and asks.
kind-means-reseller = Faces customers and sells for a provider, once one asks it and it accepts.
kind-means-provider = Sells through resellers and agrees with each who supports what.
kind-means-partner = Sells to customers itself and is their first contact.
kind-means-publisher = Offers products; everyone sees it and how it is reached.
kind-means-operator = Runs this marketplace. There is one.

organisation-title = Organisation
organisation-lede = What your organisation is called and where it is. What it is on this marketplace the operator says.
organisation-of-operator = What { $name } is on this marketplace.
organisation-name-says = A new name stands everywhere at once, in the catalogue too. The handle stays, so that addresses and programs go on working.
organisation-kinds-says = A part that is added brings its pages, and its roles can be given from now on. A part that is taken away takes them along; it is refused while people, relationships, offers or subscriptions still need it.
organisation-orphaned = Nobody answers for it any more
organisation-orphaned-says = Questions about its offers then end at the marketplace operator, and everyone who asks is told that the publisher does not answer. Take it back as soon as somebody answers.
organisation-invite = Invite its first administrator
organisation-invite-says = Nobody administers it yet. Whoever you invite gets these roles and lets in the others: { $roles }. The link works once, for seven days.
organisation-handle = Handle: { $handle }

error-country = “{ $value }” is no country’s code of two letters.
error-kinds-none = Say at least one thing that it is.
error-kind = “{ $value }” is none of the parts: customer, reseller, provider, partner, publisher, operator.
error-kind-operator = A marketplace has one operator: it stays the operator, and nobody else becomes it.
error-kind-roles = Still needed by people, programs or open invitations with roles of this part: { $value }. Give them other roles first, or remove them.
error-kind-relationships = Still needed by relationships: { $value }. They are ended by either side first.
error-kind-offers = Still needed by offers that are not withdrawn: { $value }.
error-kind-subscriptions = Still needed by subscriptions that are not cancelled: { $value }.
error-organisation-handle = “{ $value }” cannot be a handle. Give one of lower-case letters, digits and hyphens, at most 80.
error-organisation-taken = Another organisation has the handle “{ $value }”. Give a different one.
