//! Passkeys (WebAuthn): a key that stays on somebody's device and opens with their finger, face or PIN. That is something they
//! have and something they are or know, so it is enough to sign in by.
//!
//! A challenge is a step that works once; the browser answers it through whatever holds the passkey, and `ceremony` checks
//! the answer. What is kept of a passkey is its public key and how often it has signed.

mod ceremony;
mod key;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use firstline_domain::id::PersonId;
use firstline_store::credential::{self, Credential};
use firstline_store::db::Tx;
use firstline_store::session;
use serde::Serialize;
use uuid::Uuid;

pub use self::ceremony::Party;
use self::ceremony::{Made, Passkey, Refused, Shown};
use crate::algorithms::Algorithms;
use crate::attempts::{Try, Who};
use crate::credential::nowhere;
use crate::session::{Factors, own_session};
use crate::sign_in::{Origin, Visitor};
use crate::step::{self, Step};
use crate::{Field, Hub, HubError};

pub(crate) const PASSKEY: &str = "passkey";
/// How many passkeys somebody may have.
pub const PASSKEYS_MAX: usize = 20;
/// In characters.
pub const NAME_CHARS_MAX: usize = 80;

/// What a browser is asked for, in the words of WebAuthn; bytes are base64url.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Challenge {
    pub challenge: String,
    pub rp_id: String,
    /// In milliseconds.
    pub timeout: i64,
    pub user_verification: &'static str,
}

/// What a browser is asked to make a passkey of.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewChallenge {
    pub challenge: String,
    pub rp: Named,
    pub user: Named,
    pub pub_key_cred_params: Vec<serde_json::Value>,
    /// In milliseconds.
    pub timeout: i64,
    /// Those the person has already: a device makes no second one.
    pub exclude_credentials: Vec<serde_json::Value>,
    pub authenticator_selection: serde_json::Value,
    pub attestation: &'static str,
}

/// The hub or the person, as the browser shows them.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Named {
    pub id: String,
    pub name: String,
    pub display_name: String,
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Why a passkey was not taken is for the log: whoever shows one can only try again, unless it is of a kind that never is.
fn refused(why: Refused) -> HubError {
    tracing::info!(%why, "a passkey was refused");
    let key = match why {
        Refused::Key => "error-passkey-kind",
        Refused::Untaken => "error-passkey-untaken",
        _ => "error-passkey-refused",
    };
    HubError::field("passkey", key)
}

/// Whether a hub takes a passkey that was made.
pub(crate) fn is_taken(kept: &Credential, algorithms: Algorithms) -> bool {
    serde_json::from_str(&kept.secret).is_ok_and(|passkey: Passkey| passkey.is_taken(algorithms))
}

fn unknown() -> HubError {
    HubError::field("passkey", "error-passkey-unknown")
}

impl Hub {
    /// Asks for a passkey of whoever wants to sign in.
    ///
    /// # Errors
    /// [`HubError::TooMany`] where too many were asked for from one address.
    pub async fn ask_passkey(&self, party: &Party, origin: &Origin) -> Result<Challenge, HubError> {
        let who = Who::at(origin.address);
        self.0.attempts.count(Try::Challenge, who, self.now())?.stays();
        let hub = self.clone();
        let challenge = self
            .write(move |tx| hub.begin_step(tx, Step::Passkey, None))
            .await?;
        Ok(asking(party, &challenge))
    }

    /// Asks for a passkey of somebody who is signed in, to see that it is still they who sit there.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] for a machine.
    pub async fn ask_proof(&self, visitor: &Visitor, party: &Party) -> Result<Challenge, HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        let challenge = self
            .write(move |tx| {
                let session = own_session(tx, &visitor)?.ok_or(HubError::NotAllowed)?;
                hub.begin_step(tx, Step::Proof, Some(session.person))
            })
            .await?;
        Ok(asking(party, &challenge))
    }

    /// Signs in by a passkey; gives the secret of the session for the browser.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where it is none that is known here, or something does not fit; [`HubError::TooMany`].
    pub async fn sign_in_by_passkey(
        &self,
        party: &Party,
        answer: &str,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let counted = self
            .0
            .attempts
            .count(Try::Secret, Who::at(origin.address), self.now())?;
        let shown = Shown::read(answer).map_err(refused)?;
        let (hub, party, origin) = (self.clone(), party.clone(), origin.clone());
        let session = self
            .write(move |tx| {
                let person = hub.take_passkey(tx, Step::Passkey, &party, &shown, origin.address)?;
                hub.begin_session(tx, person, None, &origin, Factors::Two)
                    .map_err(nowhere)
            })
            .await?;
        self.0.attempts.forgive(counted);
        Ok(session)
    }

    /// Shows anew, by a passkey, that it is still the same person who sits there; gives the session's new secret.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the passkey is not theirs or something does not fit.
    pub async fn prove_by_passkey(
        &self,
        visitor: &Visitor,
        party: &Party,
        answer: &str,
    ) -> Result<String, HubError> {
        let shown = Shown::read(answer).map_err(refused)?;
        let (hub, visitor, party) = (self.clone(), visitor.clone(), party.clone());
        self.write(move |tx| {
            let session = own_session(tx, &visitor)?.ok_or(HubError::NotAllowed)?;
            let address = visitor.scope.address;
            if hub.take_passkey(tx, Step::Proof, &party, &shown, address)? != session.person {
                return Err(unknown());
            }
            hub.proved(tx, &session, Factors::Two)
        })
        .await
    }

    /// Takes the passkey that somebody showed in answer to a challenge; gives whose it is. One that is refused is on record for
    /// the account that it was said to be of.
    fn take_passkey(
        &self,
        tx: &mut Tx<'_>,
        step: Step,
        party: &Party,
        shown: &Shown,
        address: Option<IpAddr>,
    ) -> Result<PersonId, HubError> {
        let taken = self.take_shown(tx, step, party, shown);
        if matches!(taken, Err(HubError::Invalid(_))) {
            let said = Uuid::from_slice(&shown.user.0).map(PersonId).ok();
            // Whoever makes an account up leaves no line, and takes the place of none.
            let person = match said {
                Some(person) if !credential::of(tx, person, PASSKEY)?.is_empty() => Some(person),
                _ => None,
            };
            tracing::info!(person = ?person, address = ?address, "nobody was let in by a passkey");
            if let Some(person) = person {
                self.refused(person, address);
            }
        }
        taken
    }

    fn take_shown(
        &self,
        tx: &mut Tx<'_>,
        step: Step,
        party: &Party,
        shown: &Shown,
    ) -> Result<PersonId, HubError> {
        let challenge = shown.challenge().map_err(refused)?;
        let begun = self
            .take_step(tx, step, &challenge)?
            .ok_or_else(|| refused(Refused::Challenge))?;
        let person = Uuid::from_slice(&shown.user.0)
            .map(PersonId)
            .map_err(|_| unknown())?;
        if begun.person.is_some_and(|asked| asked != person) {
            return Err(unknown());
        }
        let (before, kept) = passkeys(tx, person)?
            .into_iter()
            .find(|(_, kept)| kept.id == shown.id)
            .ok_or_else(unknown)?;
        let checked = shown.check(&challenge, party, &kept, self.algorithms());
        let after = checked.map_err(|why| {
            if why == Refused::Count {
                tracing::warn!(%person, passkey = %before.id, "a passkey may have been copied");
            }
            refused(why)
        })?;
        let after = serde_json::json!(after).to_string();
        if !credential::used(tx, person, &before, &after, self.now())? {
            return Err(refused(Refused::Count));
        }
        Ok(person)
    }

    /// Asks the browser of somebody who is signed in to make a passkey.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::Invalid`] where they have [`PASSKEYS_MAX`] already.
    pub async fn ask_new_passkey(&self, visitor: &Visitor, party: &Party) -> Result<NewChallenge, HubError> {
        let (hub, asker) = (self.clone(), visitor.clone());
        let (challenge, known) = self
            .write(move |tx| {
                let person = hub.demand_proof(tx, &asker)?.person;
                let known = passkeys(tx, person)?;
                if known.len() >= PASSKEYS_MAX {
                    return Err(HubError::Invalid(vec![Field::quoting(
                        "passkey",
                        "error-passkeys-many",
                        PASSKEYS_MAX.to_string(),
                    )]));
                }
                Ok((hub.begin_step(tx, Step::NewPasskey, Some(person))?, known))
            })
            .await?;
        let descriptor = |id: &[u8]| serde_json::json!({ "type": "public-key", "id": encoded(id) });
        let person = &visitor.person;
        Ok(NewChallenge {
            challenge: encoded(challenge.as_bytes()),
            rp: Named {
                id: party.id.clone(),
                name: "Firstline".to_owned(),
                display_name: "Firstline".to_owned(),
            },
            user: Named {
                id: encoded(person.id.0.as_bytes()),
                name: person.email.clone(),
                display_name: person.name.clone(),
            },
            pub_key_cred_params: key::asked(self.algorithms())
                .iter()
                .map(|algorithm| serde_json::json!({ "type": "public-key", "alg": algorithm }))
                .collect(),
            timeout: step::LIFE.as_secs() * 1000,
            exclude_credentials: known.iter().map(|(_, kept)| descriptor(&kept.id.0)).collect(),
            authenticator_selection: serde_json::json!({
                "residentKey": "required", "requireResidentKey": true, "userVerification": "required",
            }),
            attestation: "none",
        })
    }

    /// Adds the passkey that a browser made.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::Invalid`] where its name is empty or too long, or something does not fit.
    pub async fn add_passkey(
        &self,
        visitor: &Visitor,
        party: &Party,
        name: &str,
        answer: &str,
    ) -> Result<(), HubError> {
        let name = name.trim().to_owned();
        if !(1..=NAME_CHARS_MAX).contains(&name.chars().count()) {
            return Err(HubError::field("name", "error-passkey-name"));
        }
        let made = Made::read(answer).map_err(refused)?;
        let (hub, visitor, party) = (self.clone(), visitor.clone(), party.clone());
        self.write(move |tx| {
            let session = hub.demand_proof(tx, &visitor)?;
            let person = session.person;
            let challenge = made.challenge().map_err(refused)?;
            let begun = hub.take_step(tx, Step::NewPasskey, &challenge)?;
            if begun.is_none_or(|begun| begun.person != Some(person)) {
                return Err(refused(Refused::Challenge));
            }
            let new = made
                .check(&challenge, &party, hub.algorithms())
                .map_err(refused)?;
            if passkeys(tx, person)?.iter().any(|(_, known)| known.id == new.id) {
                return Err(HubError::field("passkey", "error-passkey-twice"));
            }
            let kept = serde_json::json!(new).to_string();
            hub.keep_credential(tx, person, PASSKEY, &name, kept)?;
            session::showed_two(tx, session.id, hub.now())?;
            hub.record_own(tx, &visitor, "add-passkey", &serde_json::json!({ "name": name }))
        })
        .await
    }

    /// Takes one of the visitor's passkeys away.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::NotFound`] where it is not one of theirs.
    pub async fn remove_passkey(&self, visitor: &Visitor, id: Uuid) -> Result<(), HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.write(move |tx| {
            let person = hub.demand_proof(tx, &visitor)?.person;
            let mut all = credential::of(tx, person, PASSKEY)?.into_iter();
            let found = all
                .find(|passkey| passkey.id == id)
                .ok_or(HubError::NotFound("passkey"))?;
            credential::remove(tx, person, id)?;
            hub.has_none_left(tx, person)?;
            let detail = serde_json::json!({ "name": found.name });
            hub.record_own(tx, &visitor, "remove-passkey", &detail)
        })
        .await
    }
}

fn asking(party: &Party, challenge: &str) -> Challenge {
    Challenge {
        challenge: encoded(challenge.as_bytes()),
        rp_id: party.id.clone(),
        timeout: step::LIFE.as_secs() * 1000,
        user_verification: "required",
    }
}

/// Somebody's passkeys, as they are listed and as they are kept.
fn passkeys(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(Credential, Passkey)>, HubError> {
    let all = credential::of(tx, person, PASSKEY)?;
    Ok(all
        .into_iter()
        .filter_map(|credential| {
            let kept = serde_json::from_str(&credential.secret).ok()?;
            Some((credential, kept))
        })
        .collect())
}
