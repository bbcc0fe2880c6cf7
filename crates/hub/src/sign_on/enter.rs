//! The way of a browser to a provider and back (authorization code flow with PKCE), and what its word makes of somebody here.
//!
//! What a browser holds meanwhile is one secret. State, nonce and verifier are made of it with the hub's own key: an answer
//! counts in the browser that asked, once, within minutes, and nothing that passes through the provider is worth anything
//! without that secret.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use firstline_domain::id::PersonId;
use firstline_domain::organisation::Organisation;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::identity_provider::{self, Identity, Provider, Underway};
use firstline_store::{organisation, people, person, session};
use jiff::SignedDuration;
use ring::digest::{SHA256, digest};
use serde_json::{Map, Value, json};
use url::Url;

use super::domain::domain_of;
use super::provider::{Code, Known, Unusable};
use super::token::{Claims, Expected, Refused, believed};
use super::{ANSWERS, place_of};
use crate::attempts::{Try, Who};
use crate::keys::Key;
use crate::link::evict_strangers;
use crate::people::NAME_CHARS_MAX;
use crate::secret;
use crate::sign_in::Origin;
use crate::{Field, Hub, HubError};

/// How long somebody may take at their provider.
pub const LIFE: SignedDuration = SignedDuration::from_mins(15);
/// The longest address within the hub that somebody is led back to, in bytes.
const LEADS_TO_BYTES_MAX: usize = 2000;

/// A sign-in that begins: what the browser holds, and where it goes.
#[derive(Debug, Clone)]
pub struct Begun {
    pub held: String,
    pub url: Url,
}

/// What a browser comes back with.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    pub state: String,
    pub code: String,
    /// Who answers, where the provider says it.
    pub issuer: Option<String>,
    /// Why nobody is let in, as the provider has it.
    pub error: Option<String>,
}

/// Somebody whom a provider let in.
#[derive(Debug, Clone)]
pub struct Entered {
    /// The secret of the session, for the browser.
    pub session: String,
    pub leads_to: String,
}

fn refused(key: &'static str, value: &str) -> HubError {
    HubError::Invalid(vec![Field::quoting("email", key, value)])
}

/// It was not begun here, or is over.
fn stale() -> HubError {
    refused("error-sign-on-stale", "")
}

/// The provider's word is not believed. Why is for the log: whoever comes with it can only try again.
fn disbelieved(why: impl std::fmt::Display) -> HubError {
    tracing::info!(%why, "an identity provider was not believed");
    refused("error-sign-on-refused", "")
}

fn unusable(error: &Unusable, issuer: &str) -> HubError {
    tracing::warn!(%error, issuer, "an identity provider cannot be used");
    let url = Url::parse(issuer).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
    refused("error-sign-on-unusable", host)
}

/// One of the words that are made of what a browser holds.
fn word(key: &Key, what: &str, held: &str) -> String {
    URL_SAFE_NO_PAD.encode(key.word(&format!("{what} of {held}")).as_bytes())
}

fn redirect_uri(site: &str, host: &Organisation) -> String {
    format!("{site}{ANSWERS}{}", host.handle)
}

/// What a browser asks the provider: who sits before it, in words that only this browser can come back with.
fn question(known: &Known, provider: &Provider, key: &Key, held: &str) -> Url {
    let challenge = digest(&SHA256, word(key, "verifier", held).as_bytes());
    let mut scope = "openid email profile".to_owned();
    if !provider.claim.is_empty() && known.metadata.has_scope(&provider.claim) {
        scope = format!("{scope} {}", provider.claim);
    }
    let mut url = known.metadata.authorization_endpoint.clone();
    url.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &provider.client)
        .append_pair("scope", &scope)
        .append_pair("state", &word(key, "state", held))
        .append_pair("nonce", &word(key, "nonce", held))
        .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(challenge))
        .append_pair("code_challenge_method", "S256");
    url
}

/// Where a sign-in stands when the browser comes back.
struct Returned {
    host: Organisation,
    provider: Provider,
    secret: String,
    leads_to: String,
    key: Arc<Key>,
}

/// Whom a provider means.
struct Meant {
    subject: String,
    email: String,
    name: String,
    roles: Vec<Role>,
}

impl Hub {
    /// Begins to sign somebody in at the provider of the organisation whose domain their address is in. `site` is the address
    /// that people know the hub by.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where no organisation signs such addresses in, or its provider cannot be used;
    /// [`HubError::TooMany`].
    pub async fn begin_sign_on(
        &self,
        email: &str,
        leads_to: &str,
        site: &str,
        origin: &Origin,
    ) -> Result<Begun, HubError> {
        let who = Who::at(origin.address);
        self.0.attempts.count(Try::Challenge, who, self.now())?.stays();
        let domain = domain_of(email).ok_or_else(|| refused("error-email", email.trim()))?;
        let found = self
            .read(move |tx| {
                let provider = identity_provider::of_domain(tx, &domain)?
                    .ok_or_else(|| refused("error-sign-on-none", &domain))?;
                let host = organisation::of_member(tx, provider.organisation)?;
                Ok((provider, host.ok_or(HubError::NotFound("organisation"))?))
            })
            .await?;
        let (provider, host) = found;
        let known = self
            .provider(&provider.issuer)
            .await
            .map_err(|error| unusable(&error, &provider.issuer))?;
        let underway = Underway {
            organisation: host.id,
            leads_to: if leads_to.len() <= LEADS_TO_BYTES_MAX {
                leads_to.to_owned()
            } else {
                String::new()
            },
            expires_at: self.now() + LIFE,
        };
        let hub = self.clone();
        let (held, key) = self
            .write(move |tx| {
                let key = hub.key()?;
                let held = key.named("sign-on");
                identity_provider::begin(tx, &secret::digest(&held), &underway, hub.now())?;
                Ok((held, key))
            })
            .await?;
        let mut url = question(&known, &provider, &key, &held);
        url.query_pairs_mut()
            .append_pair("redirect_uri", &redirect_uri(site, &host))
            .append_pair("login_hint", email.trim());
        Ok(Begun { held, url })
    }

    /// Signs somebody in who comes back from the provider of the organisation with this handle.
    ///
    /// # Errors
    /// [`HubError::Invalid`] says why nobody is let in; [`HubError::TooMany`].
    pub async fn finish_sign_on(
        &self,
        handle: &str,
        held: &str,
        answered: &Answered,
        site: &str,
        origin: &Origin,
    ) -> Result<Entered, HubError> {
        let counted = self
            .0
            .attempts
            .count(Try::Secret, Who::at(origin.address), self.now())?;
        let returned = self.returned(handle, held, &answered.state).await?;
        let known = self
            .provider(&returned.provider.issuer)
            .await
            .map_err(|error| unusable(&error, &returned.provider.issuer))?;
        let named = answered.issuer.as_deref();
        if named.is_some_and(|named| named != returned.provider.issuer)
            || named.is_none() && known.metadata.says_issuer
        {
            return Err(disbelieved(Refused::Issuer));
        }
        if answered.error.is_some() || answered.code.is_empty() {
            return Err(disbelieved("it let nobody in"));
        }
        let code = Code {
            code: &answered.code,
            redirect_uri: &redirect_uri(site, &returned.host),
            verifier: &word(&returned.key, "verifier", held),
        };
        let meant = self.meant(&returned, known, &code, held).await?;
        let entered = self.let_in_by_provider(returned, meant, origin).await?;
        self.0.attempts.forgive(counted);
        Ok(entered)
    }

    /// Where a sign-in stands that this browser began, once: a state that was made up uses nothing up.
    async fn returned(&self, handle: &str, held: &str, state: &str) -> Result<Returned, HubError> {
        let (hub, handle) = (self.clone(), handle.to_owned());
        let (held, state) = (held.to_owned(), state.to_owned());
        self.write(move |tx| {
            let ring = hub.ring()?;
            let key = ring.of_named(&held).ok_or_else(stale)?;
            let fits = blake3::hash(word(key, "state", &held).as_bytes()) == blake3::hash(state.as_bytes());
            if !fits {
                return Err(stale());
            }
            let Some(underway) = identity_provider::take(tx, &secret::digest(&held), hub.now())? else {
                return Ok(None);
            };
            let host = organisation::of_member(tx, underway.organisation)?;
            let host = host.filter(|host| host.handle == handle);
            let provider = identity_provider::of(tx, &Scope::own_hand(underway.organisation))?;
            let (Some(host), Some(provider)) = (host, provider) else {
                return Ok(None);
            };
            let place = place_of(provider.organisation, &provider.issuer);
            let secret = ring.unseal(&place, &provider.secret);
            let secret = secret.and_then(|secret| String::from_utf8(secret).ok());
            Ok(Some(Returned {
                host,
                secret: secret.ok_or_else(|| unusable(&Unusable::Sealed, &provider.issuer))?,
                provider,
                leads_to: underway.leads_to,
                key: Arc::clone(key),
            }))
        })
        .await?
        .ok_or_else(stale)
    }

    /// Whom the provider means by a code.
    async fn meant(
        &self,
        returned: &Returned,
        mut known: std::sync::Arc<Known>,
        code: &Code<'_>,
        held: &str,
    ) -> Result<Meant, HubError> {
        let provider = &returned.provider;
        let unusable = |error: Unusable| unusable(&error, &provider.issuer);
        let tokens = self
            .hand_in(&known, (&provider.client, &returned.secret), code)
            .await
            .map_err(|error| match error {
                // It knows the code not, or not any more.
                Unusable::Status(400) => disbelieved(error),
                error => unusable(error),
            })?;
        let nonce = word(&returned.key, "nonce", held);
        let expected = Expected {
            issuer: &provider.issuer,
            client: &provider.client,
            nonce: &nonce,
            now: self.now(),
            algorithms: self.algorithms(),
        };
        let mut claims = believed(&tokens.id_token, &known.keys, expected);
        if matches!(claims, Err(Refused::UnknownKey))
            && let Some(anew) = self.with_new_keys(&known).await.map_err(unusable)?
        {
            known = anew;
            claims = believed(&tokens.id_token, &known.keys, expected);
        }
        let Claims { subject, mut all } = claims.map_err(disbelieved)?;
        let is_short =
            !all.contains_key("email") || !provider.claim.is_empty() && !all.contains_key(&provider.claim);
        if let Some(token) = tokens.access_token.filter(|_| is_short) {
            let more = self.user_info(&known, &token).await.map_err(unusable)?;
            // Whoever answers there may be asked with somebody else's token (OpenID Connect Core, section 5.3.2).
            if !more.is_empty() && more.get("sub").and_then(Value::as_str) != Some(&*subject) {
                return Err(disbelieved(Refused::Subject));
            }
            for (name, value) in more {
                all.entry(name).or_insert(value);
            }
        }
        meant(provider, &returned.host, subject, &all)
    }

    /// Makes of somebody here what their provider's word gives, and begins their session.
    async fn let_in_by_provider(
        &self,
        returned: Returned,
        meant: Meant,
        origin: &Origin,
    ) -> Result<Entered, HubError> {
        let (hub, origin) = (self.clone(), origin.clone());
        let Returned {
            host,
            provider,
            leads_to,
            ..
        } = returned;
        let session = self
            .write(move |tx| {
                let hand = Scope::own_hand(host.id).with_address(origin.address);
                let person = match hub.welcomed(tx, &hand, &host, &provider, &meant)? {
                    Ok(person) => person,
                    Err(why) => return Ok(Err(why)),
                };
                let identity = Identity {
                    issuer: &provider.issuer,
                    subject: &meant.subject,
                };
                identity_provider::keep_identity(tx, host.id, identity, person, hub.now())?;
                let session = hub.begin_session_by_provider(tx, person, host.id, &origin)?;
                Ok(Ok(session))
            })
            .await?;
        let session = session.map_err(|key| refused(key, ""))?;
        Ok(Entered { session, leads_to })
    }

    /// Somebody as one of the organisation's, with the roles that the provider's word gives and no others; or why they are not
    /// let in. What was taken from them stays taken then too.
    fn welcomed(
        &self,
        tx: &mut Tx<'_>,
        hand: &Scope,
        host: &Organisation,
        provider: &Provider,
        meant: &Meant,
    ) -> Result<Result<PersonId, &'static str>, HubError> {
        let owner = match domain_of(&meant.email) {
            Some(domain) => identity_provider::owner_of(tx, &domain)?,
            None => None,
        };
        if owner != Some(host.id) {
            return Ok(Err("error-sign-on-email"));
        }
        let identity = Identity {
            issuer: &provider.issuer,
            subject: &meant.subject,
        };
        let known = match identity_provider::person(tx, host.id, identity)? {
            Some(id) => person::by_id(tx, id)?,
            None => person::by_email(tx, &meant.email)?,
        };
        // The provider's word is the first that shows whose the address is: a stranger may have opened the account before.
        if let Some(known) = &known {
            evict_strangers(tx, known.id)?;
        }
        let roles = &meant.roles;
        let detail = json!({ "email": meant.email, "roles": roles });
        let Some(known) = known else {
            if roles.is_empty() {
                return Ok(Err("error-sign-on-roles"));
            }
            let person = self.join(tx, hand, &meant.name, &meant.email, roles)?;
            self.record(tx, hand, "join-by-sign-on", &person.to_string(), &detail)?;
            return Ok(Ok(person));
        };
        let Some(colleague) = people::by_handle(tx, hand, &known.handle)? else {
            if roles.is_empty() {
                return Ok(Err("error-sign-on-roles"));
            }
            person::set_membership(tx, hand, host.id, known.id, roles, true, self.now())?;
            self.record(tx, hand, "join-by-sign-on", &known.id.to_string(), &detail)?;
            return Ok(Ok(known.id));
        };
        if !colleague.member.active {
            return Ok(Err("error-sign-on-inactive"));
        }
        let before = colleague.member.roles;
        self.refresh_roles(tx, hand, host, known.id, [&before, roles])
            .map(|refreshed| refreshed.map(|()| known.id))
    }

    /// Gives somebody the roles of now in place of those before, unless nobody would be left to give roles.
    fn refresh_roles(
        &self,
        tx: &mut Tx<'_>,
        hand: &Scope,
        host: &Organisation,
        person: PersonId,
        [before, after]: [&[Role]; 2],
    ) -> Result<Result<(), &'static str>, HubError> {
        let managing = self.managing_roles(&host.kinds);
        let manages = |roles: &[Role]| roles.iter().any(|role| managing.contains(role));
        if manages(before) && !manages(after) && people::others_with(tx, hand, person, &managing)? == 0 {
            return Ok(Err("error-sign-on-last-manager"));
        }
        if before != after {
            people::set_roles(tx, hand, person, after)?;
            let detail = json!({ "before": before, "after": after });
            self.record(tx, hand, "roles-by-sign-on", &person.to_string(), &detail)?;
        }
        if after.is_empty() {
            session::end_in(tx, person, host.id)?;
            return Ok(Err("error-sign-on-roles"));
        }
        Ok(Ok(()))
    }
}

/// Whom a provider's claims mean, where it vouches for their address.
fn meant(
    provider: &Provider,
    host: &Organisation,
    subject: String,
    all: &Map<String, Value>,
) -> Result<Meant, HubError> {
    let text = |name: &str| all.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    let email = text("email").to_owned();
    if all.get("email_verified") != Some(&Value::Bool(true)) || crate::link::check_email(&email).is_some() {
        return Err(refused("error-sign-on-email", ""));
    }
    let name = match text("name") {
        "" => email.split('@').next().unwrap_or_default(),
        name => name,
    };
    let groups: Vec<&str> = match all.get(&provider.claim) {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let given = provider
        .rules
        .iter()
        .filter(|rule| groups.contains(&&*rule.group))
        .map(|rule| rule.role);
    let given: Vec<Role> = provider.everyone.iter().copied().chain(given).collect();
    Ok(Meant {
        name: name
            .chars()
            .filter(|c| !c.is_control())
            .take(NAME_CHARS_MAX)
            .collect(),
        subject,
        email,
        // In the order of all roles, each once, and none that the organisation's kind has not.
        roles: Role::ALL
            .iter()
            .copied()
            .filter(|role| given.contains(role) && role.is_held_at(&host.kinds))
            .collect(),
    })
}
