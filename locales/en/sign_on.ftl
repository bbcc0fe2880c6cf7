### Signing in at an organisation's own identity provider.

## For those who decide it

sign-on-title = Single sign-on
sign-on-lede = Your people sign in at your organisation’s own identity provider (OpenID Connect). It says who they are and which roles they have here.
sign-on-domains = Domains of your e-mail addresses
sign-on-domains-hint = The provider is believed only of people whose address is in one of these domains.
sign-on-domains-none = No domain is verified yet.
sign-on-domain = Domain
sign-on-domain-hint = What stands after the @, such as example.com
sign-on-domain-how = Show that a domain is yours: put a file with this line on its web site, at https://your domain{ $file }. It has to be answered there itself, without leading elsewhere. Then verify the domain.
sign-on-copy-line = Copy the line
sign-on-verify = Verify the domain
sign-on-since = verified { $when }
sign-on-release = Give up
sign-on-release-says = Its people no longer sign in through the provider.
sign-on-provider = Identity provider
sign-on-redirect = Register this address at your provider, as the redirect URI of the client:
sign-on-copy-redirect = Copy the address
sign-on-issuer = Issuer
sign-on-issuer-hint = What the provider calls itself, exactly so, such as https://login.example.com
sign-on-client = Client ID
sign-on-secret = Client secret
sign-on-secret-hint = It is kept encrypted and shown to nobody again.
sign-on-secret-kept = One is on record. Leave this empty to keep it.
sign-on-roles = What the provider’s word gives
sign-on-roles-hint = Everyone whom the provider lets in has the roles chosen here, and besides these the roles of their groups.
sign-on-claim = Claim with the groups
sign-on-claim-hint = The name under which the provider says which groups somebody is in, such as groups
sign-on-group = Group { $number }
sign-on-group-role = Role of group { $number }
sign-on-group-none = No role
sign-on-says = At each sign-in through the provider somebody gets exactly these roles; roles that were given by hand go. Whoever has none is not let in, and somebody who is new becomes one of your people by signing in. The last person who can give roles never loses that: such a sign-in is refused.
sign-on-demanded = Addresses in your domains sign in through the provider alone
sign-on-demanded-hint = For them passwords, passkeys and links for a new password let nobody in any more. That holds too for people who belong to other organisations as well: these they reach by showing their password or passkey once more after signing in. Whoever is signed in stays so, and programs keep their tokens.
sign-on-demanded-recovery = Should the provider fail, whoever runs the hub lets passwords in again on its machine: firstline user allow-passwords { $organisation }
sign-on-saved = Saved. It holds from the next sign-in on.
sign-on-verified = The domain is yours.
sign-on-released = The domain was given up.
sign-on-removed = The provider was removed.
sign-on-remove = Remove the provider
sign-on-remove-says = Your people sign in by password or passkey again; whoever has neither asks for a link for a new password. Sessions go on and roles stay as they are. The domains stay yours.

## Signing in

sign-in-organisation = Sign in through your organisation
organisation-sign-in-lede = Type your address at work. If your organisation has its own sign-in, you go on there.
organisation-sign-in-go = Go on
organisation-sign-in-leading = Go on at { $host }
organisation-sign-in-leads = Your organisation says there who you are. What you type there, this hub does not learn.
organisation-sign-in-back = Sign in with a password or passkey

## What cannot be accepted

error-sign-on-needed = People with addresses at { $value } sign in through their organisation.
error-sign-on-none = No organisation here signs in addresses at { $value } itself. Use your password or passkey.
error-sign-on-stale = This sign-in was not begun in this browser, or took too long. Begin again.
error-sign-on-unusable = Your organisation’s sign-in at { $value } does not answer as it should. Try again in a while; if it stays so, tell whoever looks after it.
error-sign-on-refused = Your organisation’s sign-in did not let you in, or what it answered does not fit. Begin again.
error-sign-on-email = Your organisation’s sign-in vouches for no e-mail address of yours in one of its domains. Ask whoever looks after it.
error-sign-on-roles = Your organisation’s sign-in gives you no role here. Ask whoever manages people in your organisation.
error-sign-on-inactive = You were deactivated here. Ask whoever manages people in your organisation.
error-sign-on-last-manager = You are the last here who can give roles, and your organisation’s sign-in gives you no role for that. Change what it gives first, or give somebody else such a role.
error-issuer = Give the address that the provider calls itself by, with https and without ? or #.
error-issuer-named = The provider calls itself { $value }. Give exactly that.
error-issuer-closed = The hub asks only hosts of the public network, over https. Whoever runs it can let it ask this one: --allow-fetch.
error-issuer-unreachable = The provider cannot be reached. Check the address.
error-issuer-answer = There is no provider at this address: it answers /.well-known/openid-configuration not as the standard says.
error-client = Give the name that the hub has at the provider.
error-client-secret = Give the secret that belongs to the client ID.
error-sign-on-rules = Give each group a role that your organisation has, each pair once.
error-sign-on-claim = Say under which name the provider tells groups.
error-sign-on-nobody = Give everyone a role, or at least one group: otherwise nobody is let in.
error-sign-on-no-domain = Verify a domain first.
error-domain = “{ $value }” is no domain. Give what stands after the @, such as example.com.
error-domain-unreachable = { $value } answers no such file over https. It must answer itself, without leading elsewhere.
error-domain-silent = The file on { $value } does not have the line above.
error-domain-taken = { $value } says that it is another organisation’s too. Take that organisation’s line out of the file first.
error-domains-max = An organisation can have { $value } domains. Give one up first.

## The record

audit-act-allow-passwords = let passwords in again beside single sign-on
audit-act-join-by-sign-on = let { $object } in through the identity provider
audit-act-release-domain = gave the domain { $object } up
audit-act-remove-sign-on = removed the identity provider
audit-act-roles-by-sign-on = took over the roles of { $object } from the identity provider
audit-act-set-sign-on = changed single sign-on
audit-act-verify-domain = verified the domain { $object }
audit-field-claim = Claim with the groups
audit-field-client = Client ID
audit-field-demanded = Demanded
audit-field-group = Group
audit-field-issuer = Issuer
audit-field-new-secret = New secret
audit-field-role = Role
audit-field-rules = Groups that give a role

## On the hub's machine

cli-user-passwords-allowed = People of { $organisation } may sign in by password again.
cli-user-passwords-allowed-already = People of { $organisation } may sign in by password already.
