//! How people show who they are: by a password, and by a code where they have a second factor; and how they change the
//! password.

use firstline_domain::id::PersonId;
use firstline_store::StoreError;
use firstline_store::credential::{self, Credential};
use firstline_store::db::Tx;
use firstline_store::link;
use firstline_store::person::{self, Person, email_key};
use firstline_store::session::{self, Session};

use crate::attempts::{Try, Who};
use crate::link::Purpose;
use crate::second_factor::{Code, TOTP};
use crate::session::{Factors, own_session};
use crate::sign_in::{Origin, Visitor};
use crate::step::Step;
use crate::{Hub, HubError, password};

pub(crate) const PASSWORD: &str = "password";

/// How a sign-in goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignIn {
    /// It is done: the secret of the session, for the browser.
    Done(String),
    /// The password was right. A code is still to come, together with this.
    CodeNeeded(String),
}

impl Hub {
    /// Signs in by e-mail address and password, up to a code where the person has a second factor.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where they do not fit together, which says nothing about whether there is such an account, or where
    /// people of the address's domain sign in at their organisation's provider;
    /// [`HubError::TooMany`] where too many did not.
    pub async fn sign_in(&self, email: &str, typed: &str, origin: &Origin) -> Result<SignIn, HubError> {
        let (hub, wanted, device) = (self.clone(), email.to_owned(), origin.clone());
        let known = self
            .read(move |tx| {
                hub.demand_own_way(tx, &wanted)?;
                let Some(person) = person::by_email(tx, &wanted)? else {
                    return Ok(None);
                };
                let password = credential::of(tx, person.id, PASSWORD)?.pop();
                let known = hub.knows_browser(person.id, &device)?;
                Ok(Some((person, password, known)))
            })
            .await?;
        let who = Who {
            address: origin.address,
            account: &email_key(email),
            browser: origin
                .device
                .as_deref()
                .filter(|_| matches!(known, Some((_, _, true)))),
        };
        let counted = self.0.attempts.count(Try::Password, who, self.now())?;
        let account = known.as_ref().map(|(person, ..)| person.id);
        let known = known.and_then(|(person, password, _)| Some(person).zip(password));
        let hash = known.as_ref().map(|(_, password)| password.secret.clone());
        let fits = password::is(typed.to_owned(), hash).await?;
        let Some((person, password)) = known.filter(|_| fits) else {
            // What was typed as an address may be a password that slipped, so it is not written down.
            tracing::info!(person = ?account, address = ?origin.address, "a password was wrong");
            if let Some(person) = account {
                self.refused(person, origin.address);
            }
            return Err(wrong());
        };
        self.0.attempts.forgive(counted);
        let hash = match password::is_outdated(&password.secret) {
            true => password::hash(typed.to_owned()).await?,
            false => password.secret.clone(),
        };
        let (hub, origin) = (self.clone(), origin.clone());
        self.write(move |tx| {
            if !credential::used(tx, person.id, &password, &hash, hub.now())? {
                return Err(wrong());
            }
            if credential::of(tx, person.id, TOTP)?.is_empty() {
                let session = hub.begin_session(tx, person.id, None, &origin, Factors::One);
                return Ok(SignIn::Done(session.map_err(nowhere)?));
            }
            let step = hub.begin_step(tx, Step::SecondFactor, Some(person.id))?;
            Ok(SignIn::CodeNeeded(step))
        })
        .await
    }

    /// Signs in by the code that was still to come; gives the secret of the session for the browser.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the password is too long ago; [`HubError::Invalid`] where the code is none of the person's,
    /// or was used before; [`HubError::TooMany`] where too many were not.
    pub async fn sign_in_by_code(
        &self,
        step: &str,
        typed: &str,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let (hub, shown, device) = (self.clone(), step.to_owned(), origin.clone());
        let (person, known) = self
            .read(move |tx| {
                let open = hub.open_step(tx, Step::SecondFactor, &shown)?;
                let person = open
                    .and_then(|open| open.person)
                    .ok_or(HubError::NotFound("step"))?;
                Ok((person, hub.knows_browser(person, &device)?))
            })
            .await?;
        let code = Code::read(typed).ok_or_else(|| HubError::field("code", "error-code-wrong"))?;
        let what = match code {
            Code::App(_) => Try::Code,
            Code::Recovery(_) => Try::Secret,
        };
        let who = Who {
            address: origin.address,
            account: &person.to_string(),
            browser: origin.device.as_deref().filter(|_| known),
        };
        let counted = self.0.attempts.count(what, who, self.now())?;
        let (hub, shown, origin) = (self.clone(), step.to_owned(), origin.clone());
        let session = self
            .write(move |tx| {
                hub.take_code(tx, person, &code).inspect_err(|_| {
                    tracing::info!(%person, address = ?origin.address, "a code was wrong");
                    hub.refused(person, origin.address);
                })?;
                hub.take_step(tx, Step::SecondFactor, &shown)?
                    .ok_or(HubError::NotFound("step"))?;
                hub.begin_session(tx, person, None, &origin, Factors::Two)
                    .map_err(nowhere)
            })
            .await?;
        self.0.attempts.forgive(counted);
        Ok(session)
    }

    /// What a browser keeps to show later that somebody has been signed in on it.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn device(&self, person: PersonId) -> Result<String, HubError> {
        Ok(self.key()?.signed(&device_of(person)))
    }

    /// Whether a browser shows that this person has been signed in on it.
    fn knows_browser(&self, person: PersonId, origin: &Origin) -> Result<bool, HubError> {
        let Some(device) = origin.device.as_deref() else {
            return Ok(false);
        };
        let prefix = format!("{}_", device_of(person));
        Ok(device.starts_with(&prefix) && self.ring()?.is_signed(device))
    }

    /// Shows anew, by the password and a code where there is a second factor, that it is still the same person who sits
    /// there; gives the session's new secret.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the password or the code is not theirs; [`HubError::TooMany`] where too many were not.
    pub async fn prove(&self, visitor: &Visitor, typed: &str, code: &str) -> Result<String, HubError> {
        let session = self.demand_password(visitor, "password", typed).await?;
        let who = Who {
            address: None,
            account: &session.person.to_string(),
            browser: Some(&session.id.to_string()),
        };
        let counted = self.0.attempts.count(Try::Code, who, self.now())?;
        let (hub, code, address) = (self.clone(), Code::read(code), visitor.scope.address);
        let secret = self
            .write(move |tx| {
                let mut factors = Factors::One;
                if !credential::of(tx, session.person, TOTP)?.is_empty() {
                    factors = Factors::Two;
                    let code = code
                        .as_ref()
                        .ok_or_else(|| HubError::field("code", "error-code-wrong"))?;
                    hub.take_code(tx, session.person, code).inspect_err(|_| {
                        tracing::info!(person = %session.person, session = %session.id, "a code was wrong");
                        hub.refused(session.person, address);
                    })?;
                }
                hub.proved(tx, &session, factors)
            })
            .await?;
        self.0.attempts.forgive(counted);
        Ok(secret)
    }

    /// Changes the password of whoever knows the one before, or, where they have none, showed a moment ago who they are. All
    /// their other sessions end; gives the new secret of this one.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names what cannot be accepted; [`HubError::ProofNeeded`]; [`HubError::TooMany`].
    pub async fn change_password(
        &self,
        visitor: &Visitor,
        present: &str,
        new: &str,
    ) -> Result<String, HubError> {
        password::check("password", new, &visitor.person.email)
            .map_err(|wrong| HubError::Invalid(vec![wrong]))?;
        let had_one = self.has_password(&visitor.person).await?;
        if had_one {
            self.demand_password(visitor, "present", present).await?;
        }
        let hash = self.hash_chosen(new).await?;
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.write(move |tx| {
            let session = match own_session(tx, &visitor)?.filter(|_| had_one) {
                Some(session) => session,
                None => hub.demand_proof(tx, &visitor)?,
            };
            hub.replace_password(tx, session.person, &hash)?;
            let ended = session::end_others(tx, session.person, Some(session.id))?;
            let detail = serde_json::json!({ "sessions_ended": ended });
            hub.record_own(tx, &visitor, "change-password", &detail)?;
            hub.proved(tx, &session, Factors::One)
        })
        .await
    }

    async fn has_password(&self, person: &Person) -> Result<bool, HubError> {
        let id = person.id;
        self.read(move |tx| Ok(!credential::of(tx, id, PASSWORD)?.is_empty()))
            .await
    }

    /// Lets on whoever types the password of the account they are signed in to; gives their session. Only tries from this
    /// very session count.
    async fn demand_password(
        &self,
        visitor: &Visitor,
        field: &str,
        typed: &str,
    ) -> Result<Session, HubError> {
        let wanted = visitor.clone();
        let (session, kept) = self
            .read(move |tx| {
                let session = own_session(tx, &wanted)?.ok_or(HubError::NotAllowed)?;
                Ok((session, credential::of(tx, wanted.person.id, PASSWORD)?.pop()))
            })
            .await?;
        let who = Who {
            address: None,
            account: &visitor.person.id.to_string(),
            browser: Some(&session.id.to_string()),
        };
        let counted = self.0.attempts.count(Try::Password, who, self.now())?;
        let hash = kept.map(|kept| kept.secret);
        if !password::is(typed.to_owned(), hash).await? {
            tracing::info!(person = %session.person, session = %session.id, "a present password was wrong");
            self.refused(session.person, visitor.scope.address);
            return Err(HubError::field(field, "error-password-wrong"));
        }
        self.0.attempts.forgive(counted);
        Ok(session)
    }

    /// Gives a person a password in place of any before, and signs them out everywhere. For whoever has the machine.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the password is too short, too long or too common; [`HubError::NotFound`] where nobody has
    /// this handle.
    pub async fn set_password(&self, handle: &str, new: &str) -> Result<(), HubError> {
        let wanted = handle.to_owned();
        let person = self
            .read(move |tx| person::by_handle(tx, &wanted)?.ok_or(HubError::NotFound("person")))
            .await?;
        password::check("password", new, &person.email).map_err(|wrong| HubError::Invalid(vec![wrong]))?;
        let hash = self.hash_chosen(new).await?;
        let hub = self.clone();
        self.write(move |tx| {
            session::end_others(tx, person.id, None)?;
            Ok(hub.replace_password(tx, person.id, &hash)?)
        })
        .await
    }

    /// Puts a password in the place of one before: what was begun with that one, or in order to replace it, goes no further.
    pub(crate) fn replace_password(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        hash: &str,
    ) -> Result<(), StoreError> {
        link::spend(tx, Purpose::Reset.as_str(), person, self.now())?;
        link::spend(tx, Step::SecondFactor.as_str(), person, self.now())?;
        self.keep_password(tx, person, hash)
    }

    /// Puts a password's hash in the place of any before.
    pub(crate) fn keep_password(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        hash: &str,
    ) -> Result<(), StoreError> {
        credential::remove_kind(tx, person, PASSWORD)?;
        self.keep_credential(tx, person, PASSWORD, "", hash.to_owned())
    }

    pub(crate) fn keep_credential(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        kind: &str,
        name: &str,
        secret: String,
    ) -> Result<(), StoreError> {
        let new = Credential {
            id: self.new_id(),
            kind: kind.to_owned(),
            name: name.to_owned(),
            secret,
            made_at: self.now(),
            used_at: None,
        };
        credential::add(tx, person, &new)
    }
}

fn device_of(person: PersonId) -> String {
    format!("device-{person}")
}

fn wrong() -> HubError {
    HubError::field("password", "error-sign-in-wrong")
}

/// Whoever showed who they are is told where they stand.
pub(crate) fn nowhere(error: HubError) -> HubError {
    match error {
        HubError::NotFound("organisation") => HubError::field("email", "error-sign-in-nowhere"),
        error => error,
    }
}
