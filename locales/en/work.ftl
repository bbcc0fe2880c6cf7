### The pages on which organisations set things: a publisher's offers, choices and splits, customers and subscriptions, the support desk; and the API reference.

## Forms

form-saved = Saved. Everyone sees it from now on.
form-dismiss = Dismiss
form-save = Save
form-leave = Leave unchanged
form-changed = Nothing of yours was saved yet; it still stands in the form below. Where the two differ, this is what stands on record now. Save again to put yours in its place.
form-empty = (empty)
form-name = Team or person
form-email = E-mail
form-phone = Telephone
form-phone-hint = With the country code.
form-url = Web address
form-url-hint = Beginning with https://
form-hours = Hours
form-hours-hint = Shown to readers in their own time. Leave the times empty where there are no fixed hours.
form-hours-row = Days and times
form-always = Around the clock
form-day-first = First day
form-day-last = Last day
form-opens = Opens
form-closes = Closes
form-zone = Time zone
form-languages = Languages
form-more-languages = More languages
targets-hint = Write times as in 30 min, 4 h or 2 d; a day counts 24 of the hours below. Leave empty what is not promised.
work-first = To the beginning

## A publisher's own offers

my-offers-title = My offers
my-offers-lede = How ready each of your offers is to be asked about. Those that need you most stand first.
my-offers-empty = You have no offers here yet
my-offers-empty-help = They appear once your listings have been imported. Ask the marketplace operator to do it.
my-offers-said =
    { $count ->
        [one] { $count } offer
       *[other] { $count } offers
    }{ $unreachable ->
        [0] { "" }
        [one] , of which { $unreachable } cannot be asked about at all
       *[other] , of which { $unreachable } cannot be asked about at all
    }
my-offers-offer = Offer
my-offers-readiness = Readiness
my-offers-to-fix = To fix first
my-offers-nothing = nothing
my-offers-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
my-offers-complete = Complete
my-offers-ready =
    { $count ->
        [one] Ready, { $count } hint
       *[other] Ready, { $count } hints
    }
my-offers-gaps =
    { $count ->
        [one] { $count } thing to fix
       *[other] { $count } things to fix
    }
my-offers-unreachable = Nobody can reach you
offer-edit-see = See the page
offer-edit-read-only = You can look, but not change anything
offer-edit-everyone = everyone sees it
my-contact-hint-customer-support = Whom customers and sellers may ask. Give an address that more than one person reads.
my-contact-hint-programme = For sellers’ questions about margin, private offers and resale. Customers never see it.
my-contact-hint-engineering = For sellers who bring a fault to you. Customers never see it.
offer-edit-resources = Documents and links
offer-edit-resources-hint = What people need before they ask you. Sales and marketing material is shown to sellers alone. Clear a row, or tick “remove”, to take a document away.
offer-edit-document = Document { $number }: { $field }
offer-edit-contacts = Contacts
offer-edit-resource-title = Title
offer-edit-resource-url = Web address
offer-edit-resource-kind = Kind
offer-edit-resource-lang = Language
offer-edit-any-language = Not said
offer-edit-remove = remove
offer-edit-agreement = Agreement and service levels
offer-edit-agreement-hint = What your Third-Party Customer Agreement promises. It is quoted to whoever asks, with your name.
offer-edit-agreement-title = Name of the agreement
offer-edit-agreement-url = Where it can be read
offer-edit-agreement-hours-hint = When the times above run. Empty means around the clock.
offer-edit-consequence = Once saved, new questions are answered with these contacts and promises at once. Answers already given stay as they were.
offer-seen-title = How each party sees this page
offer-seen-by = Seen by
offer-seen-no-contact = They see no contact at all.
offer-seen-hidden = Hidden from { $party }: { $what }.

## What makes an offer ready, and what keeps it from being so

ready-title = Ready for questions
ready-count = { $met } of { $all }
ready-fix = Fix
ready-customer-support = Customers can reach you
ready-hours = Opening hours are known
ready-engineering = Sellers can bring you a fault
ready-programme = Sellers can ask about resale
ready-addresses = All addresses look right
ready-documentation = There is user documentation
ready-agreement = The agreement is on record
finding-no-contact = Nobody can be reached about this offer
finding-no-contact-help = Give at least a customer-support contact; until then every question ends at whoever sold it.
finding-no-customer-support = No customer-support contact
finding-no-customer-support-help = Customers have nobody to turn to when a seller sends them on to you.
finding-no-engineering = No engineering contact
finding-no-engineering-help = Sellers who found a fault do not know whom to tell.
finding-no-programme-contact = No contact for the partner programme
finding-no-programme-contact-help = Sellers cannot ask about margin, private offers or resale.
finding-malformed-email = “{ $value }” is not an e-mail address
finding-malformed-email-help = Mail to it does not arrive. Correct it.
finding-personal-mailbox = “{ $value }” looks like one person’s mailbox
finding-personal-mailbox-help = Questions stay unread when that person is away. Give an address that a team reads.
finding-bad-url = “{ $value }” is not a web address
finding-bad-url-help = The link leads nowhere. Begin it with https://.
finding-bad-phone = “{ $value }” cannot be dialled
finding-bad-phone-help = Give the number with its country code.
finding-no-hours = No hours for customer support
finding-no-hours-help = Nobody can tell whether you answer now or tomorrow.
finding-no-documentation = No user documentation
finding-no-documentation-help = Many questions would not be asked if there were a guide to read.
finding-no-agreement = No agreement with service levels
finding-no-agreement-help = Sellers cannot tell their customers when you will answer.

## Technical questions: the seller's choice

choice-title = Technical questions of your customers
choice-lede = A technical question belongs to the product’s publisher. You choose whether your customers ask there themselves or you carry the question.
choice-usual = For all products
choice-none = Not chosen yet
choice-help-none = Your customers are told to come to you, and that you have not said what you do with it.
choice-send-on = Send on
choice-help-send-on = Your customers are shown the publisher’s customer support and ask there directly. Where a publisher gives customers no contact, they come to you all the same.
choice-coordinate = Coordinate
choice-help-coordinate = Your customers ask you; you work with the publisher and bring the answer back.
choice-save = Save the choice
choice-exceptions = Other for single products
choice-no-exceptions = None: the choice above holds for every product.
choice-offer = Which product?
choice-offer-hint = Type a part of its name or its publisher’s.
choice-found = Which of these?
choice-for-it = Technical questions about it
choice-add = Add
choice-remove = Remove
error-offer-needed = Say which product this is for.

## Support: choices and splits

support-title = Support
support-lede = What you do with technical questions, and what you and each reseller have agreed. Answers follow it from the moment you save.
support-read-only = You can look, but not change anything
support-resellers = Your resellers
support-resellers-said =
    { $count ->
        [one] { $count } reseller
       *[other] { $count } resellers
    }, { $open ->
        [0] nothing is open
        [one] { $open } with something open
       *[other] { $open } with something open
    }
support-no-reseller = You have no resellers yet
support-no-reseller-help = They appear once the marketplace operator has recorded that they sell through you.
support-by-topic = Topic by topic
share-reseller = Reseller
share-both = Both
share-provider = Provider
share-open = Open
split-title = Split with { $reseller }
split-lede = Who of you two does what when a customer asks. What stays open is shown as not agreed to everyone on the line.
split-state = State
split-none = Not agreed
split-agreed = Agreed
split-open =
    { $count ->
        [one] { $count } topic open
       *[other] { $count } topics open
    }
split-open-said =
    { $count ->
        [0] Nothing is open
        [one] { $count } topic stays open
       *[other] { $count } topics stay open
    }
split-profile = Profile
split-profiles = Start from a profile
split-use-profile = Use this profile
split-no-profile = none
split-from = First day
split-until = Last day
split-until-hint = Empty: it holds until another one replaces it.
split-until-replaced = until it is replaced
split-topic = Topic
split-who = Who does it
split-customer-sees = What the customer sees
split-legend = Reseller: asked first, and answers. Both: the reseller is asked first, the provider answers. Provider: asked directly, and answers. Open: not agreed yet.
split-meets = You deal with the reseller’s customers yourself
split-meets-hint = Then these customers see your contact where a question goes on to you. Otherwise they see the reseller alone.
split-meets-yes = yes
split-meets-no = no
split-changes = What changes
split-no-change = Nothing differs from what holds today
split-consequence = Once { $reseller } accepts, it takes the place of the agreement of { $since } from its first day on. New questions are answered by it; answers already given stay as they were, and the old agreement stays on record.
split-consequence-first = Once { $reseller } accepts, questions of its customers are answered by it from its first day on. Answers already given stay as they were.
split-agree = Propose it
split-preview = Show what it means
split-history = Agreements so far
split-no-history = None yet.
split-contents = What was agreed
split-show = Show
split-in-force = in force
split-later = begins later
split-ended = ended

## A reseller's share

reseller-title = What is yours, what is your provider’s
reseller-lede = A customer who asks sees the same.
reseller-print = Print for your desk
reseller-with = With { $provider }
reseller-agreed = As agreed with { $provider } from { $day } on
reseller-open-title = Not agreed: { $topics }
reseller-open-help = Until it is, turn to { $provider } for these, and have them settled in your split.
reseller-no-desk = The provider has not said how it is reached. Ask whoever looks after you there to give its contact here.
reseller-no-desk-short = no contact given
reseller-no-provider = You have no provider here yet
reseller-no-provider-help = It appears once the marketplace operator has recorded through whom you sell.
reseller-whose = Whose
reseller-way = Way of a question
reseller-turn-to = You turn to
reseller-yours = Yours
reseller-both = Both: you are asked, your provider answers
reseller-theirs = Your provider’s
reseller-open = Not agreed
reseller-you = You
reseller-nobody = nobody, you answer
reseller-meets = Your provider deals with your customers itself, so they see its contact.

## Customers and subscriptions

customers-title = Customers
customers-lede = Whom you sell to, and who supports each of their subscriptions.
customers-empty = No customers yet
customers-empty-help = They appear once the reconciliation lines of your sales have been imported.
customers-no-subscription = No subscriptions.
customers-all = All subscriptions
subscriptions-title = Subscriptions
subscriptions-lede = Every subscription that you have a part in.
subscriptions-lede-own = What your organisation uses, and whom to ask about it.
subscriptions-empty = No subscriptions yet
subscriptions-empty-help = They appear once they have been bought and the seller’s records imported. You can ask about a product all the same.
subscription-title = { $offer } for { $customer }
subscription-offer = Product
subscription-state = State
subscription-state-active = Active
subscription-state-trial = Trial
subscription-state-suspended = Suspended
subscription-state-cancelled = Cancelled
subscription-state-action-needed = Not activated
subscription-state-help-active = In use. It renews by itself at the end of its term.
subscription-state-help-trial = A trial turns into a paid subscription by itself, and renews, unless it is cancelled in time.
subscription-state-help-suspended = Nobody can use it now. Its data is kept for 90 days, at most 120; settle what stopped it before then.
subscription-state-help-cancelled = It has ended. Questions about its last charges still go the same way.
subscription-state-help-action-needed = Bought, but not activated at the publisher. Nobody was sent the link: the seller must pass it on, and billing begins only once the publisher confirms.
subscription-support = Support contact
subscription-who-supports = Who is asked about it
subscription-by-default = by default
subscription-no-desk = No contact is given
subscription-no-desk-help = It has not said how its support is reached. Ask the question here; the answer says what to do.
subscription-give-desk = Give your contact
subscription-ask = Ask about it
subscription-see-offer = See the offer
subscription-parties = Who has a part in it
subscription-plan = Plan
subscription-term = Billed
subscription-quantity = Licences
subscription-purchased = Bought
subscription-renewed = Renewed
subscription-id = Subscription id
subscription-set = Set the support contact
subscription-set-hint = Whom the customer is shown as the one to ask. It holds at once, for new questions.
subscription-set-provider = { $customer } is told to ask { $name }, the provider.
subscription-set-reseller = { $customer } is told to ask { $name }, the reseller. It must be yours and sell to this customer.
subscription-set-go = Set
subscription-set-locked = You cannot set the support contact
subscription-set-role = An Admin agent, Global admin or Helpdesk agent of your organisation can.

## The support desk

desk-title = My support desk
desk-lede = How your organisation is reached for support. Whoever is sent to you sees this.
desk-lede-seller = Your customers must be told which support you give, how to reach it, when, and what it costs. They see it here, wherever they are sent to you.
desk-read-only = You can look, but not change anything
desk-contact = How you are reached
desk-promises = How soon you answer
desk-promises-hint = By how bad it is. Write times as in 30 min, 4 h or 2 d; leave empty what you do not promise.
desk-price-title = What it costs
desk-price = Price of your support
desk-price-hint = In your own words, such as “included” or “60 € an hour outside these hours”.
desk-consequence = Once saved, everyone who is sent to you sees this at once.

## The API reference

reference-title = API reference
reference-lede = The same answers as the pages give, with the same clauses. Version 1.
reference-document = OpenAPI document
reference-contents = Contents
reference-sign-in = Signing in
reference-sign-in-text = Send a bearer token in the Authorization header. It belongs to your organisation, and its roles say what the program may see and do. Who looks after programs makes one under Settings, Tokens. Accept-Language chooses the language of texts.
reference-token = Your own token, in the demo:
reference-errors = Errors
reference-errors-text = Whatever goes wrong comes back as a problem document (RFC 9457) with type, title, status and detail; errors names each input that cannot be accepted. The type stays the same in every language.
reference-paging = Paging
reference-paging-text = A list gives at most as many items as limit says. If there are more, the Link header carries the address of the next page with rel="next": follow it as it is.
reference-versions = Changing things
reference-versions-text = What can be changed comes with an ETag. Send it back in If-Match with the change: if somebody else was faster, the answer is 412 and nothing was changed.
reference-limits = Limits
reference-limits-text = An organisation has a number of calls a minute; calls without a valid token share the same number by their address. RateLimit-Policy says how many, RateLimit how many are left; beyond them the answer is 429 with Retry-After.
reference-objects = Objects
reference-field = Field
reference-type = Type
reference-what = What it is
reference-required = required
reference-parameters = Parameters
reference-body = Body
reference-request = Request
reference-reply = Reply
reference-example = Example
reference-copy = Copy
