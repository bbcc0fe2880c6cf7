//! My account: who I am, by what I am known, and where I am signed in.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::lang::Lang;
use firstline_store::credential::{self, UNCONFIRMED};
use firstline_store::db::Tx;
use firstline_store::person::{self, Person};
use firstline_store::session::{self, Session};
use jiff::Timestamp;
use uuid::Uuid;

use crate::algorithms::Algorithms;
use crate::credential::PASSWORD;
use crate::link::accepted;
use crate::passkey::{self, PASSKEY};
use crate::people::check_name;
use crate::second_factor::{self, TOTP};
use crate::session::{demand_own, is_alive, own_session};
use crate::sign_in::{SignedBy, Visitor};
use crate::{Hub, HubError};

/// Somebody's own account.
#[derive(Debug, Clone)]
pub struct Account {
    pub person: Person,
    pub password: Option<Kept>,
    pub second_factor: Option<Kept>,
    pub recovery_codes_left: usize,
    /// Oldest first.
    pub passkeys: Vec<Kept>,
    /// Whether the address was shown to be its owner's.
    pub is_confirmed: bool,
    /// The one used last first.
    pub sessions: Vec<Session>,
    /// The session that this was asked in.
    pub session: Option<Uuid>,
}

/// Something that somebody is known by, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Uuid,
    pub name: String,
    pub made_at: Timestamp,
    pub used_at: Option<Timestamp>,
    /// Whether the hub takes it; a strict one takes no app and no passkey of the kinds that others do.
    pub is_taken: bool,
}

fn kept(credential: credential::Credential, algorithms: Algorithms) -> Kept {
    Kept {
        is_taken: match credential.kind.as_str() {
            TOTP => second_factor::is_taken(&credential, algorithms),
            PASSKEY => passkey::is_taken(&credential, algorithms),
            _ => true,
        },
        id: credential.id,
        name: credential.name,
        made_at: credential.made_at,
        used_at: credential.used_at,
    }
}

impl Hub {
    /// The visitor's own account.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] for a machine, which has none.
    pub async fn account(&self, visitor: &Visitor) -> Result<Account, HubError> {
        let SignedBy::Session(session) = visitor.by else {
            return Err(HubError::NotAllowed);
        };
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.read(move |tx| {
            let id = visitor.person.id;
            let person = person::by_id(tx, id)?.ok_or(HubError::NotFound("person"))?;
            let mut sessions = session::of(tx, id)?;
            // What other organisations hold of somebody is not for the word of one's provider.
            let is_oneself = own_session(tx, &visitor)?.is_some_and(|own| demand_own(&own).is_ok());
            let here = visitor.scope.organisation;
            sessions.retain(|one| is_alive(one, hub.now()) && (is_oneself || one.organisation == here));
            let passkeys = credential::of(tx, id, PASSKEY)?;
            let kept = |credential| kept(credential, hub.algorithms());
            Ok(Account {
                person,
                password: credential::of(tx, id, PASSWORD)?.pop().map(kept),
                second_factor: credential::of(tx, id, TOTP)?.pop().map(kept),
                recovery_codes_left: hub.recovery_codes_left(tx, id)?,
                passkeys: passkeys.into_iter().map(kept).collect(),
                is_confirmed: credential::of(tx, id, UNCONFIRMED)?.is_empty(),
                sessions,
                session: Some(session),
            })
        })
        .await
    }

    /// Changes the visitor's own name and language; no language means the browser's.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the name is empty or too long; [`HubError::NotAllowed`] for a machine.
    pub async fn edit_account(
        &self,
        visitor: &Visitor,
        name: &str,
        language: Option<Lang>,
    ) -> Result<(), HubError> {
        let scope = &visitor.scope;
        if scope.person.is_none() || !scope.may(Act::Change, Object::Person, Relation::Mine) {
            return Err(HubError::NotAllowed);
        }
        accepted(Vec::from_iter(check_name(name)))?;
        let (hub, visitor, name) = (self.clone(), visitor.clone(), name.trim().to_owned());
        self.write(move |tx| {
            let before = person::by_id(tx, visitor.person.id)?.ok_or(HubError::NotFound("person"))?;
            if before.name == name && before.language == language {
                return Ok(());
            }
            person::set_own(tx, &visitor.scope, &name, language)?;
            let detail = serde_json::json!({
                "before": { "name": before.name, "language": before.language },
                "after": { "name": name, "language": language },
            });
            hub.record_own(tx, &visitor, "edit-account", &detail)
        })
        .await
    }

    /// Records what somebody did to their own account.
    pub(crate) fn record_own(
        &self,
        tx: &mut Tx<'_>,
        visitor: &Visitor,
        act: &str,
        detail: &serde_json::Value,
    ) -> Result<(), HubError> {
        let object = visitor.person.id.to_string();
        Ok(self.record(tx, &visitor.scope, act, &object, detail)?)
    }
}
