//! Whose the domain of an e-mail address is: an organisation shows it by a file on the domain's own web site.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use firstline_store::identity_provider;
use url::{Host, Url};

use crate::fetch::Ask;
use crate::keys::{Key, Ring};
use crate::{Field, Hub, HubError};

/// Where a domain says whose it is.
pub const FILE: &str = "/.well-known/firstline-domain";
/// How many domains an organisation can have.
const DOMAINS_MAX: usize = 100;
/// The longest name of a domain, in bytes.
const DOMAIN_BYTES_MAX: usize = 253;

/// The domain of an address, as it is compared.
pub(crate) fn domain_of(email: &str) -> Option<String> {
    let (_, domain) = email.trim().rsplit_once('@')?;
    named(domain)
}

/// A domain as it is compared: in lower case, without the dot that may end it, names of other alphabets as they are asked for.
fn named(typed: &str) -> Option<String> {
    let host = Host::parse(typed.trim().trim_end_matches('.')).ok()?;
    match host {
        Host::Domain(name) if name.contains('.') && name.len() <= DOMAIN_BYTES_MAX => Some(name),
        _ => None,
    }
}

/// The line by which a domain says that it is an organisation's, to this hub alone.
pub(super) fn line_of(key: &Key, organisation: OrganisationId) -> String {
    line(key.word(&said_of(organisation)))
}

fn said_of(organisation: OrganisationId) -> String {
    format!("the domain of {organisation}")
}

fn line(word: blake3::Hash) -> String {
    format!("firstline-domain={}", &word.to_hex()[..32])
}

/// Whether a domain says that it is an organisation's, in a line that was made with any of the hub's keys.
fn is_said(ring: &Ring, lines: &[String], organisation: OrganisationId) -> bool {
    ring.made_word(&said_of(organisation), |word| lines.contains(&line(word)))
}

fn refused(key: &'static str, domain: &str) -> HubError {
    HubError::Invalid(vec![Field::quoting("domain", key, domain)])
}

impl Hub {
    /// Makes a domain the asker's organisation's own, once the domain says so. One that was another's goes over to it where
    /// the domain no longer says that it is that one's.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::Invalid`] where it is no domain, does not say so, or is another's.
    pub async fn verify_domain(&self, scope: &Scope, typed: &str) -> Result<String, HubError> {
        if !scope.may(Act::Change, Object::SignOn, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        let domain = named(typed).ok_or_else(|| refused("error-domain", typed.trim()))?;
        let lines = self.lines_of(&domain).await?;
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let ring = hub.ring()?;
            if !is_said(&ring, &lines, scope.organisation) {
                return Err(refused("error-domain-silent", &domain));
            }
            let before = identity_provider::owner_of(tx, &domain)?.filter(|it| *it != scope.organisation);
            if let Some(other) = before {
                if is_said(&ring, &lines, other) {
                    return Err(refused("error-domain-taken", &domain));
                }
                hub.record(
                    tx,
                    &Scope::own_hand(other),
                    "release-domain",
                    &domain,
                    &serde_json::Value::Null,
                )?;
            }
            if identity_provider::domains(tx, &scope)?.len() >= DOMAINS_MAX {
                return Err(refused("error-domains-max", &DOMAINS_MAX.to_string()));
            }
            identity_provider::put_domain(tx, &scope, &domain, hub.now())?;
            hub.record(tx, &scope, "verify-domain", &domain, &serde_json::Value::Null)?;
            Ok(domain.clone())
        })
        .await
    }

    /// The lines of the file in which a domain says whose it is.
    async fn lines_of(&self, domain: &str) -> Result<Vec<String>, HubError> {
        let address = format!("{}{FILE}", self.fetcher().origin_of(domain));
        let url = Url::parse(&address).map_err(|_| refused("error-domain", domain))?;
        let fetched = self.fetcher().fetch(Ask::get(url)).await.map_err(|error| {
            tracing::info!(domain, %error, "a domain did not say whose it is");
            refused("error-domain-unreachable", domain)
        })?;
        if !fetched.status.is_success() {
            return Err(refused("error-domain-unreachable", domain));
        }
        let text = String::from_utf8_lossy(&fetched.body);
        Ok(text.lines().map(|line| line.trim().to_owned()).collect())
    }

    /// Gives a domain of the asker's organisation up: its people sign in by other ways again.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::NotFound`] where it is none of its domains.
    pub async fn release_domain(&self, scope: &Scope, domain: &str) -> Result<(), HubError> {
        let (hub, scope, domain) = (self.clone(), scope.clone(), domain.to_owned());
        self.write(move |tx| {
            if !identity_provider::remove_domain(tx, &scope, &domain)? {
                return Err(HubError::NotFound("domain"));
            }
            Ok(hub.record(tx, &scope, "release-domain", &domain, &serde_json::Value::Null)?)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_compared_by_what_they_stand_for() {
        for (email, meant) in [
            ("Elif@Altan.Example", Some("altan.example")),
            ("elif@altan.example.", Some("altan.example")),
            ("\"a@b\"@altan.example", Some("altan.example")),
            ("elif@münchen.example", Some("xn--mnchen-3ya.example")),
            ("elif@altan.example/path", None),
            ("elif@altan.example:8080", None),
            ("elif@127.0.0.1", None),
            ("elif@[::1]", None),
            ("elif@localhost", None),
            ("altan.example", None),
            ("elif@", None),
        ] {
            assert_eq!(domain_of(email).as_deref(), meant, "{email}");
        }
    }
}
