//! Signing in at an organisation's own identity provider (OpenID Connect): which provider, whose addresses, what its word is
//! worth.
//!
//! A provider speaks for its organisation and for nobody else: it says who somebody is there, and only of addresses in domains
//! that the organisation showed to be its own. A session that began so acts for that organisation alone, and may change nothing
//! about the account, until its person shows who they are by what is their own: an administrator of one organisation gets no
//! further with another's people.

mod domain;
mod enter;
mod provider;
mod token;

use std::collections::BTreeSet;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::organisation::Organisation;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::identity_provider::{self, Domain, Provider, Rule};
use firstline_store::person;
use serde_json::json;
use url::Url;

pub use self::domain::FILE;
pub use self::enter::{Answered, Begun, Entered, LIFE};
pub(crate) use self::provider::Providers;
use self::provider::Unusable;
use crate::fetch::FetchError;
use crate::link::accepted;
use crate::people::organisation_of;
use crate::{Field, Hub, HubError};

/// Where providers send browsers back to, before the organisation's handle.
pub const ANSWERS: &str = "/sign-in/organisation/";
/// How many groups can give roles.
pub const RULES_MAX: usize = 50;
/// The longest address, name, secret or group, in bytes.
const TEXT_BYTES_MAX: usize = 2000;

/// How much of what a provider calls itself is told, in characters.
const NAMED_CHARS_MAX: usize = 200;

/// How an organisation's people sign in, for those who decide it.
#[derive(Debug, Clone)]
pub struct SignOn {
    /// None yet where its version is 0. The secret is not told to anyone again.
    pub provider: Provider,
    pub domains: Vec<Domain>,
    /// What a domain has to say to be the organisation's, for whoever decides it.
    pub line: Option<String>,
}

/// How an organisation's people are to sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewProvider {
    pub issuer: String,
    pub client: String,
    /// Empty leaves the one that is on record.
    pub secret: String,
    pub claim: String,
    pub rules: Vec<Rule>,
    pub everyone: Vec<Role>,
    pub demanded: bool,
    pub version: i64,
}

impl NewProvider {
    /// What cannot be accepted, but for what only the provider itself can tell.
    fn wrong(&self, host: &Organisation, has_secret: bool, has_domains: bool) -> Vec<Field> {
        let mut wrong = Vec::new();
        let fits = |text: &str| (1..=TEXT_BYTES_MAX).contains(&text.len());
        if !is_issuer(&self.issuer) {
            wrong.push(Field::new("issuer", "error-issuer"));
        }
        if !fits(&self.client) {
            wrong.push(Field::new("client", "error-client"));
        }
        if self.secret.len() > TEXT_BYTES_MAX || self.secret.is_empty() && !has_secret {
            wrong.push(Field::new("secret", "error-client-secret"));
        }
        let held = |role: &Role| role.is_held_at(&host.kinds);
        if !self.everyone.iter().all(held) {
            wrong.push(Field::new("roles", "error-roles"));
        }
        let groups: BTreeSet<_> = self.rules.iter().map(|rule| (&rule.group, rule.role)).collect();
        let rules_fit = groups.len() == self.rules.len()
            && self.rules.len() <= RULES_MAX
            && self
                .rules
                .iter()
                .all(|rule| fits(&rule.group) && held(&rule.role));
        if !rules_fit {
            wrong.push(Field::new("rules.0.group", "error-sign-on-rules"));
        }
        if self.claim.len() > TEXT_BYTES_MAX || self.claim.is_empty() && !self.rules.is_empty() {
            wrong.push(Field::new("claim", "error-sign-on-claim"));
        }
        if self.rules.is_empty() && self.everyone.is_empty() {
            wrong.push(Field::new("roles", "error-sign-on-nobody"));
        }
        if self.demanded && !has_domains {
            wrong.push(Field::new("demanded", "error-sign-on-no-domain"));
        }
        wrong
    }
}

/// Whether it is an address that a provider can call itself by.
fn is_issuer(typed: &str) -> bool {
    let bare = |url: &Url| url.query().is_none() && url.fragment().is_none();
    typed.len() <= TEXT_BYTES_MAX && Url::parse(typed).is_ok_and(|url| bare(&url))
}

/// What an administrator is told of a provider that cannot be used.
fn at_issuer(error: &Unusable) -> HubError {
    tracing::info!(%error, "an identity provider cannot be used");
    let field = |key| Field::new("issuer", key);
    HubError::Invalid(vec![match error {
        Unusable::Address => field("error-issuer"),
        Unusable::Issuer(named) => {
            let named: String = named.chars().take(NAMED_CHARS_MAX).collect();
            Field::quoting("issuer", "error-issuer-named", named)
        }
        Unusable::Fetch(FetchError::NotHttps | FetchError::NotPublic(_)) => field("error-issuer-closed"),
        Unusable::Fetch(_) => field("error-issuer-unreachable"),
        Unusable::Status(_) | Unusable::Form(_) | Unusable::Sealed => field("error-issuer-answer"),
    }])
}

/// Where the secret that the hub shows at a provider is kept.
pub(crate) fn place_of(organisation: OrganisationId, issuer: &str) -> String {
    format!("the client secret of {organisation} at {issuer}")
}

/// What is on record of a provider's settings, for the record of changes; the secret is not.
fn told(provider: &Provider) -> serde_json::Value {
    json!({
        "issuer": provider.issuer,
        "client": provider.client,
        "claim": provider.claim,
        "rules": provider.rules,
        "roles": provider.everyone,
        "demanded": provider.demanded,
    })
}

impl Hub {
    /// How people of the asker's organisation sign in at its own provider.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it.
    pub async fn sign_on(&self, scope: &Scope) -> Result<SignOn, HubError> {
        self.demand_shown(scope, Object::SignOn)?;
        let (asker, decides) = (
            scope.clone(),
            scope.may(Act::Change, Object::SignOn, Relation::Own),
        );
        let seen = self.read(move |tx| seen(tx, &asker)).await?;
        let key = decides.then(|| self.key()).transpose()?;
        Ok(SignOn {
            line: key.map(|key| domain::line_of(&key, scope.organisation)),
            ..seen
        })
    }

    /// Decides at which provider people of the asker's organisation sign in, and what its word gives. The provider is asked who
    /// it is before anything is kept.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::Changed`] where `version` is not the one on record; [`HubError::Invalid`] names
    /// what cannot be accepted.
    pub async fn set_sign_on(&self, scope: &Scope, new: NewProvider) -> Result<(), HubError> {
        if !scope.may(Act::Change, Object::SignOn, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        let (asker, typed) = (scope.clone(), new.clone());
        self.read(move |tx| {
            let host = organisation_of(tx, &asker)?;
            let known = seen(tx, &asker)?;
            let has_secret = known.provider.version > 0 && known.provider.issuer == typed.issuer;
            accepted(typed.wrong(&host, has_secret, !known.domains.is_empty()))
        })
        .await?;
        self.read_provider(&new.issuer)
            .await
            .map_err(|error| at_issuer(&error))?;
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| hub.keep_sign_on(tx, &scope, &new)).await
    }

    fn keep_sign_on(&self, tx: &mut Tx<'_>, scope: &Scope, new: &NewProvider) -> Result<(), HubError> {
        let before = identity_provider::of(tx, scope)?;
        let mut after = Provider {
            organisation: scope.organisation,
            issuer: new.issuer.clone(),
            client: new.client.clone(),
            secret: before
                .as_ref()
                .map_or_else(String::new, |before| before.secret.clone()),
            claim: new.claim.clone(),
            rules: new.rules.clone(),
            everyone: new.everyone.clone(),
            demanded: new.demanded,
            version: new.version,
        };
        if !new.secret.is_empty() {
            let place = place_of(after.organisation, &after.issuer);
            after.secret = self.key()?.seal(&place, new.secret.as_bytes());
        }
        if !identity_provider::put(tx, scope, &after, self.now())? {
            return Err(HubError::Changed);
        }
        let detail = json!({
            "before": before.as_ref().map(told),
            "after": told(&after),
            "new_secret": !new.secret.is_empty(),
        });
        Ok(self.record(tx, scope, "set-sign-on", "", &detail)?)
    }

    /// Takes the provider of the asker's organisation away: its people sign in by what is their own.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::NotFound`] where there is none.
    pub async fn remove_sign_on(&self, scope: &Scope) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let before = match scope.may(Act::See, Object::SignOn, Relation::Own) {
                true => identity_provider::of(tx, &scope)?,
                false => None,
            };
            if !identity_provider::remove(tx, &scope)? {
                return Err(HubError::NotFound("identity provider"));
            }
            let detail = json!({ "before": before.as_ref().map(told) });
            Ok(hub.record(tx, &scope, "remove-sign-on", "", &detail)?)
        })
        .await
    }

    /// Lets people of an organisation's domains sign in by other ways again, where its provider no longer lets anybody in. For
    /// whoever has the machine; whether that changed anything.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where there is no such organisation.
    pub async fn allow_passwords(&self, handle: &str) -> Result<bool, HubError> {
        let (hub, handle) = (self.clone(), handle.to_owned());
        self.write(move |tx| {
            let host = crate::recovery::organisation_called(tx, &handle)?;
            let hand = Scope::own_hand(host.id);
            let found = identity_provider::of(tx, &hand)?.filter(|provider| provider.demanded);
            let Some(mut provider) = found else {
                return Ok(false);
            };
            provider.demanded = false;
            identity_provider::put(tx, &hand, &provider, hub.now())?;
            hub.record(tx, &hand, "allow-passwords", "", &serde_json::Value::Null)?;
            Ok(true)
        })
        .await
    }

    /// Lets on whose address may sign in by what is their own. The answer depends on the address's domain alone, so that it
    /// says nothing about who has an account.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where people of the domain sign in at their organisation's provider.
    pub(crate) fn demand_own_way(&self, tx: &mut Tx<'_>, email: &str) -> Result<(), HubError> {
        let Some(domain) = domain::domain_of(email) else {
            return Ok(());
        };
        match identity_provider::of_domain(tx, &domain)? {
            Some(provider) if provider.demanded => {
                Err(HubError::Invalid(vec![Field::quoting("email", NEEDED, domain)]))
            }
            _ => Ok(()),
        }
    }

    /// As [`Hub::demand_own_way`], for somebody who is known.
    pub(crate) fn demand_own_way_of(
        &self,
        tx: &mut Tx<'_>,
        person: firstline_domain::id::PersonId,
    ) -> Result<(), HubError> {
        match person::by_id(tx, person)? {
            Some(person) => self.demand_own_way(tx, &person.email),
            None => Ok(()),
        }
    }
}

/// The key of the words that lead people to their organisation's provider.
pub const NEEDED: &str = "error-sign-on-needed";

fn seen(tx: &mut Tx<'_>, scope: &Scope) -> Result<SignOn, HubError> {
    let provider = identity_provider::of(tx, scope)?.unwrap_or_else(|| Provider {
        organisation: scope.organisation,
        issuer: String::new(),
        client: String::new(),
        secret: String::new(),
        claim: String::new(),
        rules: Vec::new(),
        everyone: Vec::new(),
        demanded: false,
        version: 0,
    });
    Ok(SignOn {
        provider: Provider {
            secret: String::new(),
            ..provider
        },
        domains: identity_provider::domains(tx, scope)?,
        line: None,
    })
}
