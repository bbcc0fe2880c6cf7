### The pages of the hub: frame, sign-in, discovering, an offer, asking, the answer.

## The frame around every page

skip-to-content = Skip to content
main-navigation = Main
search = Search
search-placeholder = Offer or publisher
language = Language
theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
keys = Keys
close = Close
switch-person = Be somebody else
sign-out = Sign out
palette-here = On this page
palette-found = Found
print = Print
change = Change
optional = optional
missing = missing
you = You
filters = Filters
pages = Pages
page-before = Back
page-after = Next
copy-value = Copy { $value }
rail-ask = Ask
rail-discover = Discover
rail-customers = Customers
rail-support = Support
rail-reseller = My share
rail-offers = My offers
rail-desk = My desk

# The script fills in what stands in braces.
script-copied = Copied { $text }
script-copy-failed = Copying is not allowed here
script-shown = { $n } shown

## Parties: alone, several of them, inside a sentence

party-customer = Customer
party-reseller = Reseller
party-provider = Provider
party-partner = Partner
party-publisher = Publisher
party-operator = Operator
parties-customer = Customers
parties-reseller = Indirect resellers
parties-provider = Indirect providers
parties-partner = Direct-bill partners
parties-publisher = Publishers
parties-operator = Marketplace operator
the-party-customer = the customer
the-party-reseller = the reseller
the-party-provider = the provider
the-party-partner = the partner
the-party-publisher = the publisher
the-party-operator = the marketplace operator

channel-direct = Bought from the marketplace
channel-direct-bill = Through a direct-bill partner
channel-indirect = Through a reseller

## Times

day-and-time = { $day } { $time }
hours-always = around the clock
hours-open = Open
hours-until = until { $time }
hours-closed = Closed, opens { $time }

## Sign-in

sign-in-title = Sign in
sign-in-lede = With the e-mail address and password of your account.
sign-in-lede-demo = This is the demo: choose a person, and the same question is answered to each of them as their part and role require.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-go = Sign in
sign-in-says-customer = “Something in a product fails. Who do I call?”
sign-in-says-reseller = “Which of this is mine, and which is my provider’s?”
sign-in-says-provider = “What have I agreed with each reseller?”
sign-in-says-partner = “My customer asks; I need the publisher now.”
sign-in-says-publisher = “Are my contacts right, and who sees them?”
sign-in-says-operator = “Which publishers cannot be reached?”
sign-in-sees-all = sees everything on the hub
sign-in-sees-contacts = sees the publishers’ contacts
sign-in-sees-no-contacts = does not see the publishers’ contacts for partners
sign-in-sees-offers = sees its own offers and how others see them
sign-in-sees-subscriptions = sees its own subscriptions

## Discovering offers

discover-title = Discover offers
discover-lede = Find a product by its name, its publisher or what it does; see whether you can buy it and how its publisher is reached.
discover-field = Name, publisher or what it does
discover-results = Offers found
discover-found =
    { $count ->
        [0] No offers
        [one] { $count } offer
       *[other] { $count } offers
    }
discover-found-page = { $from }–{ $to } of { $count } offers
discover-chip = { $text }
discover-available = For your organisation
discover-available-yes = You can buy it
discover-available-no = You cannot buy it
discover-kind = Kind
discover-category = Category
discover-market = Market
discover-readiness = Publisher’s contacts
discover-none = No offer fits
discover-none-help = Try fewer words or another spelling, or take filters away.
discover-all = Show all offers
discover-bare = No offers yet
discover-bare-help = Offers appear here once a publisher’s listing has been imported. Whoever runs the hub does that with “firstline import”.
filter-any = Any
filter-remove = Remove filter
filters-apply = Apply filters
markets-all = All markets
markets-count =
    { $count ->
        [one] { $count } market
       *[other] { $count } markets
    }
readiness-ready = Ready to be reached
readiness-gaps = Contacts have gaps
readiness-unreachable = No contact
available-yes = You can buy it
unavailable-not-opted-in = Not open for resale
unavailable-not-opted-in-help = The publisher has not opened this offer for resale by partners. Ask the publisher to open it.
unavailable-exclusive = Selected partners only
unavailable-exclusive-help = The publisher lets only the partners it has chosen buy this offer, and your organisation is not one of them. Ask the publisher to add you.
unavailable-kind = Kind not resold
unavailable-kind-help = Products of this kind cannot be bought through partners; customers buy them from the marketplace itself.
unavailable-market = Not in this market
unavailable-market-help = The publisher does not sell this offer in the market you chose.
unavailable-not-sold = No longer sold
unavailable-not-sold-help = New purchases have stopped. Subscriptions that exist go on, and their support with them.

## An offer

offer-ask = Ask about this offer
offer-about = What it is
offer-foreign = The publisher describes this offer in { $language }; there is no text in your language.
offer-readiness-ready = This offer is ready for questions
offer-readiness-gaps = Some people cannot reach you yet
offer-readiness-unreachable = Nobody can reach you about this offer
offer-findings =
    { $count ->
        [0] Nothing is missing.
        [one] { $count } thing could be better.
       *[other] { $count } things could be better.
    }
offer-edit = Edit contacts and resources
offer-orphaned = This publisher no longer answers
offer-orphaned-help = Ask anyway: the answer names who takes over, and the operator looks for somebody at the publisher.
offer-reach = How to reach { $publisher }
offer-hidden = Your role does not show all contacts
offer-hidden-help = The publisher’s contacts for partners are shown to these roles: { $roles }. Ask somebody in your organisation who has one to open this page, or whoever manages users there to give you one.
offer-opened = Open for resale
offer-state = State
offer-state-draft = Draft
offer-state-live = Sold
offer-state-stop-sell = No new sales; subscriptions go on
offer-state-withdrawn = Withdrawn
offer-supporter = Technical support
offer-id = Offer id
offer-id-copy = Copy the offer id
opt-in-all = To all partners
opt-in-selected = To selected partners
opt-in-none = To no partner
supporter-publisher = By the publisher
supporter-operator = By the marketplace operator
supporter-community = By the community; nobody promises an answer
facts-title = Facts
documents-elsewhere = In other languages ({ $count })
documents-title = Documents and links
contact-customer-support = Customer support
contact-programme = Partner programme
contact-engineering = Engineering
contact-support = Support
contact-short-customer-support = customer support
contact-short-programme = partner programme
contact-short-engineering = engineering
contact-partners-only = partners only
contact-missing-customer-support = The publisher has named nobody whom customers can ask. Their questions have to go through whoever sold it.
contact-missing-programme = The publisher has named nobody for questions about margin, private offers and resale.
contact-missing-engineering = The publisher has named no engineers for questions from partners.
vcard-save = Save as vCard
who-title = Who supports what
who-when-you = When you ask about
who-when-customer = When a customer asks about
who-first = asked first
who-owner = owns it
who-passes = passes it on
who-none = no part in it
who-open = Not agreed between provider and reseller
who-channel = How it was bought
promised-title = What is promised
promised-none = No agreement with service levels is on record. Ask the publisher for its Third-Party Customer Agreement.
promised-counted = Times count: { $hours }
promised-uncounted = It is not said in which hours times count.
severity = Severity
severity-a = work stands still
severity-b = work is hindered
severity-c = a question or a small fault
first-response = First answer
update-interval = Next word
target = Solved
every = every { $span }
not-promised = not promised
asked-now-until = asked now: until { $time }
first-response-in = first answer within { $span }
update-every = then word every { $span }
target-in = solved within { $span }
plans-title = Plans
plan = Plan
plan-price = Price
price-on-request = on request
term-monthly = monthly
term-annual = yearly
term-metered = by use
resource-documentation = User documentation
resource-training = Training
resource-sales-collateral = Sales material
resource-programme-marketing = Marketing material for the programme
resource-getting-started = Getting started
resource-privacy = Privacy
resource-terms = Terms
resource-other = More

## Asking

ask-title = Ask
ask-lede = Say which product and what it is about. You learn whose it is, why, and how to reach them.
ask-product = Product
ask-product-optional = Leave empty if it is about no product in particular
ask-offer = Which product?
ask-offer-hint = Type a part of its name or its publisher’s.
ask-offer-none = No offer fits “{ $name }”. Try fewer words or another spelling.
ask-offer-several = Several offers fit “{ $name }”. Choose one below.
ask-offer-choose = Which of these?
ask-subscription = Which subscription?
ask-subscription-hint = With it the answer is exact: it says who sold the product and what was agreed.
ask-subscription-none = None in particular
ask-channel = How was it bought?
ask-channel-unknown = Not known
ask-asker = Who asks?
ask-asker-usual = Your organisation in its usual part
ask-topic-needed = Choose what it is about.
ask-words = Find in the list
ask-words-hint = Only topics that have these words stay in the list.
ask-words-none = No topic has these words. Clear the field and choose the nearest one.
ask-go = Find who supports this
ask-nothing-sent = Nothing is sent to anybody yet.
family-technical = The product
family-commercial = What you pay and hold
family-agreement = Terms and availability
family-commerce = The marketplace itself
family-support = Between provider and reseller
family-product = The product
family-purchase = What you pay and hold
family-contract = Terms
family-platform = The marketplace itself

## The line

line-label = The way of this question
line-you = You are here
line-first = Ask here first
line-owner = Owns it
line-yours = Yours
line-escalation = If nobody answers
line-unreached = No contact is known
line-promise = Answers within { $span }
line-promise-range = Answers within { $soonest } to { $latest }, by severity
line-promise-until = until { $time }
line-clock-agreement = Promised in its agreement. Times count: { $hours }
line-clock-desk = Promised by its own desk. Times count: { $hours }
line-clock-programme = Promised by the rules of the programme. Times count: { $hours }
line-clock-unsaid-desk = Promised by its own desk, which does not say in which hours times count.
line-clock-unsaid-programme = Promised by the rules of the programme, which do not say in which hours times count.
line-gap-title = Not agreed:
line-gap = who takes this topic. Ask { $provider }, and have it settled in your split; until then the question goes there.
line-gap-others = who takes this topic. { $provider } and the reseller must settle it; until then the line shows whom to ask.
verdict-yours = This is yours.
verdict-yours-with = This is yours; you need { $first } for it.
verdict-direct = { $owner } owns this and answers you directly.
verdict-unreached = { $owner } owns this but cannot be reached now. Turn to { $next }.
verdict-open = It is not agreed who takes this. Ask { $first } first.
verdict-through = { $owner } owns this. Ask { $first } first.
verdict-through-open = { $owner } owns this. Who turns to them is not agreed: ask { $first } first.

## The answer

answer-for = for { $customer }
answer-change = Change the question
answer-why = Why
answer-edition = Edition { $edition }, in force since { $date }
answer-source = The programme’s own page
answer-superseded = The rules have changed since
answer-superseded-help = This answer keeps the edition under which it was given. Ask again for what holds today.
answer-again = Ask again
answer-missing = What is missing, and who must supply it
answer-more = Promise, next steps and link
answer-contacts = More contacts
answer-next = Next
answer-another = Ask another question
answer-copy = Copy the answer as text
answer-link = Link to this answer, for your colleagues
answer-link-copy = Copy the link
answer-decided = Decided { $ago }, on { $time }
answer-asked-as = asked as: { $part }
answer-zone = Times are those of { $zone }.
clause-original = Original wording
promised-by = What { $who } promises
promise-stands-in = Stands in:
promise-source-programme = the rules of the programme
promise-source-desk = what the organisation says of its own desk
promise-otherwise =
    { $count ->
        [one] Where nothing is broken: within { $count } working day.
       *[other] Where nothing is broken: within { $count } working days.
    }

## What is missing, and who must supply it

lack-split = Provider and reseller have not agreed on this
lack-split-help = { $who } must settle with the reseller who takes this topic. Until then, ask as the line shows.
lack-contact = The publisher gives no contact
lack-contact-help = { $who } must name a contact on the offer’s page. Until then nobody can be reached there directly.
lack-contact-customer-support = No customer-support contact
lack-contact-customer-support-help = { $who } must name a contact whom customers may ask.
lack-contact-programme = No contact for partners of the programme
lack-contact-programme-help = { $who } should name one; until then, use the other contacts.
lack-desk = No contact of the one to ask first
lack-desk-help = { $who } must say how its support is reached.
lack-service-level = No service levels on record
lack-service-level-help = { $who } must give its agreement with service levels. Until then no time of answer is promised.
lack-technical-choice = Not chosen what happens to technical questions
lack-technical-choice-help = { $who } has not said whether it sends them on to the publisher. As long as it has not, it takes them itself.
lack-publisher-answer = The publisher no longer answers
lack-publisher-answer-help = { $who } looks for somebody who answers for it. Go the dotted way of the line.
lack-support-promise = Nobody promises support for this product
lack-support-promise-help = It is kept by its community; { $who } answers when it can.
lack-purchase-date = The day of purchase is not known
lack-purchase-date-help = { $who } must supply it: it decides whether the refund window is still open.
lack-subscription = It is not known which subscription this is about
lack-subscription-help = { $who } can name the subscription and ask again; then the line shows by name who sold it.
lack-role = Your role does not show the publisher’s contacts
lack-role-help = { $who }: these roles show them: { $roles }. Ask a colleague who has one to reach out, or whoever manages users to give you one.
lack-act-support = Settle it now
lack-act-desk = Add the contact

## Categories of products

category-ai = Artificial intelligence
category-analytics = Analytics
category-collaboration = Collaboration
category-commerce = Commerce
category-data = Data
category-developer-tools = Developer tools
category-finance = Finance
category-industry = Industry
category-it-management = IT management
category-productivity = Productivity
category-security = Security
category-supply-chain = Supply chain
