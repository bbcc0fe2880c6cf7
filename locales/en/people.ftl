### The people of an organisation: set-up, invitations, roles, and the switch between organisations.

settings-title = Settings

## Setting a hub up

set-up-title = Set this hub up
set-up-lede = This is done once. It makes the organisation that runs the marketplace, and you as its first administrator. Then this link stops working.
set-up-known = An import has already made { $name }
set-up-known-help = It keeps everything that was imported and takes the name that you give here.
set-up-operator = The organisation that runs the marketplace
set-up-organisation = Name of the organisation
set-up-organisation-hint = Everyone on the hub sees it.
set-up-you = You
set-up-consequence = You are signed in at once as Operator admin: you bring in organisations, invite their first people, and manage the people of your own.
set-up-go = Set up
link-name = Your name
link-password-hint = At least 10 characters. A short sentence is easy to remember.
next-title = The hub is set up
next-lede = { $organisation } runs this marketplace, and you are its first administrator. Three things come next.
next-organisations = Bring in organisations
next-organisations-help = Publishers, partners, resellers and customers come from files. On the machine that runs the hub:
next-people = Invite people
next-people-help = Your colleagues, and the first administrator of every organisation that you brought in. They invite the rest themselves.
next-desk = Say how you are reached
next-desk-help = Publishers and partners are sent to your support desk with questions about the marketplace itself.

## People

people-title = People
people-lede = Who acts for your organisation, and with which roles.
people-person = Person
people-roles = Roles
people-seen = Last here
people-second-factor = Second factor
people-never = not yet
people-yes = yes
people-no = no
people-inactive = deactivated
people-done-roles = The roles have been changed. They hold already.
people-done-deactivated = Deactivated and signed out.
people-done-activated = Activated again.
people-done-signed-out = Signed out on every browser.
people-done-removed = Removed from your organisation.
people-done-invited = The invitation is made. Its link stands below.
people-done-withdrawn = The invitation is taken back.
roles-no-more = Nothing beyond what everyone may
roles-everyone = What everyone may, whatever their role

## One person

person-facts = About
person-since = Here since
person-roles-save = Change the roles
person-roles-says = The roles hold from the next click of { $name } on. Nobody is signed out.
person-last-manager = Nobody else here can give roles, so one that does must stay.
person-why = What { $name } can see and do, and why
person-why-hint = Every line names the role that allows it and the rule that says so.
person-why-show = Show every line
person-why-act = What
person-why-whose = Whose
person-why-because = Because of
person-rules = The rules
person-sign-out = Sign out everywhere
person-sign-out-says =
    { $count ->
        [0] { $name } is signed in on no browser for your organisation.
        [one] Ends { $count } session; { $name } must sign in again.
       *[other] Ends { $count } sessions; { $name } must sign in again.
    }
person-deactivate = Deactivate
person-deactivate-says = { $name } is signed out at once and can no longer act for { $organisation }. Roles and everything done so far stay; you can activate { $name } again. Tokens of programs go on working.
person-activate = Activate
person-activate-says = { $name } can sign in again for { $organisation }, with the roles shown here.
person-remove = Remove from the organisation
person-remove-says = { $name } is signed out at once and no longer belongs to { $organisation }. The account and everything done so far stay; to come back, { $name } needs a new invitation.

## Invitations

invitations-title = Invitations
invitations-lede = Whoever you invite chooses a password, or signs in with the account they have, and then acts for your organisation with the roles you choose.
invitations-go = Invite somebody
invitations-open = Open invitations
invitations-open-hint = Each link works once and for one person. This hub sends no mail yet: hand the link over yourself.
invitations-email-hint = Only whoever has this address can accept.
invitations-organisation = Organisation
invitations-organisation-hint = Leave it empty for your own, or give the handle of another to invite its first people.
invitations-says = The link works for seven days. An earlier invitation to the same address stops working.
invitations-send = Make the invitation
invitations-by = invited by { $name }
invitations-until = runs out { $when }
invitations-sent = The link has been sent.
invitations-copy = Copy the link for { $email }
invitations-withdraw = Take back
invitations-withdraw-says = The link stops working at once.

## An invitation, opened

invitation-title = Join { $organisation }
invitation-lede = You are invited to act for { $organisation }. Your role: { $roles }.
invitation-new = Your e-mail address here is { $email }. Choose how you sign in with it.
invitation-join = Join
invitation-owner = { $organisation } is added to your account, { $name }. Nothing changes in your other organisations, and you can switch between them at the top of every page.
invitation-accept = Accept
invitation-account = { $email } has an account here
invitation-account-help = Sign in with it, and you come back to this invitation.
invitation-member = You belong to { $organisation } already
invitation-member-help = There is nothing to accept. If your roles are to be others, whoever manages people there changes them.
invitation-other = This invitation is for { $email }, and you are signed in as { $name } of { $own }
invitation-other-help = Sign out and open the link again. An invitation can be accepted only by whoever it is for.
invitation-says = What you may do then
invitation-until = The invitation works once, until { $until }.

## Another organisation of mine

switch-title = Switch organisation
sign-in-also = also acts for { $organisations }

## What roles are about: things, what is done to them, and whose they are

object-offer = Offers
object-offer-contacts = Contacts of offers for partners
object-readiness = What offers still lack
object-authorisation = Authorisations for exclusive offers
object-organisation = Organisations
object-desk = Support desks
object-relationship = Business relationships
object-subscription = Subscriptions
object-support-contact = Support contacts of subscriptions
object-invoice-line = Invoice lines
object-split = Splits between provider and reseller
object-technical-choice = Choices on technical questions
object-decision = Questions and answers
object-import = Imports
object-person = People
object-role = Roles
object-invitation = Invitations
object-session = Sessions
object-token = Tokens of programs
object-sign-on = Single sign-on
object-audit = Record of changes
object-privacy = Personal data
object-retention = Retention periods
act-see = See
act-add = Add
act-change = Change
act-remove = End or remove
act-export = Export
act-erase = Erase
relation-mine = their own
relation-own = their organisation’s
relation-customer = its customers’
relation-reseller = its resellers’
relation-provider = its provider’s
relation-seller = those it buys from
relation-channel = those who sell its offers
relation-offered = what is on show to everyone
relation-any = everyone’s
