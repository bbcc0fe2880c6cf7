//! Reading what others wrote in other languages: the service that the operator may connect for it, and what readers get.
//!
//! Nothing is sent from inside a reader's request. What is not there yet is noted ([`reader`]), made by whichever process
//! comes to it ([`work`]), and kept; until then, and wherever the service fails, the original is read. What is sent are
//! [`Public`](firstline_domain::reading::Public) texts and nothing else.

mod reader;
mod service;
mod work;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::reading::Failure;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::translation::{self, Counts, Health, Service};
use serde_json::json;

pub use self::reader::{Progress, Read};
use self::service::Client;
pub use self::service::Language;
pub use self::work::Step;
use crate::link::accepted;
use crate::{Field, Hub, HubError};

/// How many characters can be sent in a minute: the fewest let the longest paragraph through.
pub const CHARACTERS_A_MINUTE: std::ops::RangeInclusive<i64> = 10_000..=10_000_000;
/// As long as nobody says otherwise.
pub const CHARACTERS_A_MINUTE_USUAL: i64 = 20_000;
/// The longest address or key, in bytes.
const TEXT_BYTES_MAX: usize = 2000;

/// The operator's translation service, for those who decide it.
#[derive(Debug, Clone)]
pub struct Connected {
    /// None yet where its version is 0. The key is not told to anyone again.
    pub service: Service,
    pub has_key: bool,
    pub counts: Counts,
}

/// How the service is to be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewService {
    pub address: String,
    /// Empty leaves the one that is on record for this address.
    pub key: String,
    /// Shows no key there from now on.
    pub without_key: bool,
    pub targets: Vec<Lang>,
    pub characters_a_minute: i64,
    pub is_on: bool,
    pub version: i64,
}

impl NewService {
    /// What cannot be accepted, but for what only the service itself can tell.
    fn wrong(&self) -> Vec<Field> {
        let mut wrong = Vec::new();
        if !is_address(&self.address) {
            wrong.push(Field::new("address", "error-translation-address"));
        }
        if self.key.len() > TEXT_BYTES_MAX {
            wrong.push(Field::quoting(
                "key",
                "error-too-long",
                TEXT_BYTES_MAX.to_string(),
            ));
        }
        if self.targets.is_empty() {
            wrong.push(Field::new("targets", "error-translation-targets"));
        }
        if !CHARACTERS_A_MINUTE.contains(&self.characters_a_minute) {
            wrong.push(Field::new("characters_a_minute", "error-translation-characters"));
        }
        wrong
    }
}

fn is_address(typed: &str) -> bool {
    typed.len() <= TEXT_BYTES_MAX && service::base(typed).is_some()
}

/// What an administrator is told of a service that cannot be used.
fn at_address(failure: Failure) -> HubError {
    tracing::info!(%failure, "a translation service cannot be used");
    HubError::field(
        "address",
        match failure {
            Failure::Closed => "error-translation-closed",
            Failure::Unreachable | Failure::Slow => "error-translation-unreachable",
            _ => "error-translation-answer",
        },
    )
}

/// Where the key that the hub shows at a service is kept.
pub(crate) fn place_of(organisation: OrganisationId, address: &str) -> String {
    format!("the translation key of {organisation} at {address}")
}

/// What is on record of the service's settings, for the record of changes; the key is not.
fn told(service: &Service) -> serde_json::Value {
    json!({
        "url": service.address,
        "languages": service.targets,
        "characters_a_minute": service.characters_a_minute,
        "state": if service.is_on { "on" } else { "off" },
        "key": !service.secret.is_empty(),
    })
}

impl Hub {
    /// The translation service of the asker's organisation, and how it does.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it.
    pub async fn translation(&self, scope: &Scope) -> Result<Connected, HubError> {
        self.demand_shown(scope, Object::Translation)?;
        let scope = scope.clone();
        self.read(move |tx| {
            let service = translation::of(tx, &scope)?.unwrap_or_else(|| Service {
                organisation: scope.organisation,
                address: String::new(),
                secret: String::new(),
                targets: Lang::ALL.to_vec(),
                characters_a_minute: CHARACTERS_A_MINUTE_USUAL,
                is_on: false,
                version: 0,
                health: Health::default(),
            });
            Ok(Connected {
                has_key: !service.secret.is_empty(),
                counts: translation::counts(tx, &scope)?,
                service: Service {
                    secret: String::new(),
                    ..service
                },
            })
        })
        .await
    }

    /// Asks a service which languages it translates from, before anything is kept of it.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::Invalid`] where it cannot be asked or answers as no such service does.
    pub async fn try_translation(&self, scope: &Scope, address: &str) -> Result<Vec<Language>, HubError> {
        if !scope.may(Act::Change, Object::Translation, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        if !is_address(address) {
            return Err(HubError::field("address", "error-translation-address"));
        }
        let client = Client {
            fetcher: self.fetcher(),
            address,
            key: None,
        };
        client.languages().await.map_err(at_address)
    }

    /// Decides which service translates what everyone sees, into which languages, and whether it does. One that is to be used is
    /// asked for its languages before anything is kept.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::Changed`] where `version` is not the one on record; [`HubError::Invalid`] names
    /// what cannot be accepted.
    pub async fn set_translation(&self, scope: &Scope, new: NewService) -> Result<(), HubError> {
        if !scope.may(Act::Change, Object::Translation, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        accepted(new.wrong())?;
        if new.is_on {
            let known = self.try_translation(scope, &new.address).await?;
            let reached = |target: &Lang| {
                let into = |language: &Language| language.targets.iter().any(|code| code == target.tag());
                known.iter().any(into)
            };
            if let Some(beyond) = new.targets.iter().find(|target| !reached(target)) {
                let name = beyond.own_name();
                let wrong = Field::quoting("targets", "error-translation-target", name);
                return Err(HubError::Invalid(vec![wrong]));
            }
        }
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| hub.keep_translation(tx, &scope, &new)).await
    }

    fn keep_translation(&self, tx: &mut Tx<'_>, scope: &Scope, new: &NewService) -> Result<(), HubError> {
        let before = translation::of(tx, scope)?;
        // A key is for the address it was given for, and goes nowhere else.
        let kept = before
            .as_ref()
            .filter(|before| before.address == new.address && !new.without_key);
        let mut after = Service {
            organisation: scope.organisation,
            address: new.address.clone(),
            secret: kept.map_or_else(String::new, |before| before.secret.clone()),
            targets: new.targets.clone(),
            characters_a_minute: new.characters_a_minute,
            is_on: new.is_on,
            version: new.version,
            health: Health::default(),
        };
        if !new.key.is_empty() && !new.without_key {
            let place = place_of(after.organisation, &after.address);
            after.secret = self.key()?.seal(&place, new.key.as_bytes());
        }
        if !translation::put(tx, scope, &after, self.now())? {
            return Err(HubError::Changed);
        }
        let detail = json!({
            "before": before.as_ref().map(told),
            "after": told(&after),
            "new_key": !new.key.is_empty() && !new.without_key,
        });
        Ok(self.record(tx, scope, "set-translation", "", &detail)?)
    }

    /// Removes every translation that was made; what readers want again is made again.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`].
    pub async fn forget_translations(&self, scope: &Scope) -> Result<u64, HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let removed = translation::forget(tx, &scope)?;
            let detail = json!({ "translations": removed });
            hub.record(tx, &scope, "forget-translations", "", &detail)?;
            Ok(removed)
        })
        .await
    }
}
