//! More than a password: organisations demand it of their people, and the operator of everyone on the hub. Whoever acts for such an
//! organisation has shown two factors in their session: a password and a code, or a passkey.
//!
//! Two are not asked. Programs have tokens, which nobody types and which end. And of those whom an organisation's own identity
//! provider lets in, that provider demands what it wants: its word opens nothing else.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::demand::{self, Count, Demand};
use firstline_store::session::{self, Session};
use serde_json::json;

use crate::session::demand_own;
use crate::{Hub, HubError};

/// What a session lacks in an organisation that demands more than a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Its person has neither an app nor a passkey, and sets one up.
    Factor,
    /// They have one, and have not shown it in this session.
    Showing,
}

/// What is demanded, and of how many, for those who decide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demanded {
    pub on_record: Demand,
    /// Whether the operator demands it of everyone.
    pub of_everyone: bool,
    pub own: Count,
    /// Everyone on the hub, for whoever decides of them.
    pub all: Option<Count>,
}

impl Hub {
    /// What is demanded of people of the asker's organisation.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it.
    pub async fn second_factor_demand(&self, scope: &Scope) -> Result<Demanded, HubError> {
        self.demand_shown(scope, Object::SignOn)?;
        let scope = scope.clone();
        self.read(move |tx| {
            let all = match scope.may(Act::Change, Object::SignOn, Relation::Any) {
                true => Some(demand::count(tx, &scope, true)?),
                false => None,
            };
            Ok(Demanded {
                on_record: demand::of(tx, &scope)?,
                of_everyone: demand::is_of_everyone(tx)?,
                own: demand::count(tx, &scope, false)?,
                all,
            })
        })
        .await
    }

    /// Demands more than a password of people of the asker's organisation, or no longer; the operator of everyone.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`]; [`HubError::Changed`] where the version is not the one on record.
    pub async fn demand_second_factor(&self, scope: &Scope, new: Demand) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            if !scope.may(Act::Change, Object::SignOn, Relation::Own) {
                return Err(HubError::NotAllowed);
            }
            let before = demand::of(tx, &scope)?;
            if !demand::put(tx, &scope, new, hub.now())? {
                return Err(HubError::Changed);
            }
            let told = |demand: Demand| json!({ "own_people": demand.own, "everyone": demand.everyone });
            let detail = json!({ "before": told(before), "after": told(new) });
            Ok(hub.record(tx, &scope, "demand-second-factor", "", &detail)?)
        })
        .await
    }

    /// Sees to it that nobody goes on by a second factor that they took away, where it was the last.
    pub(crate) fn has_none_left(&self, tx: &mut Tx<'_>, person: PersonId) -> Result<(), HubError> {
        if !demand::has_factor(tx, person)? {
            session::showed_one(tx, person)?;
        }
        Ok(())
    }

    /// What a session lacks in the organisation that it acts for.
    pub(crate) fn lack_of(&self, tx: &mut Tx<'_>, session: &Session) -> Result<Option<Lack>, HubError> {
        let is_asked = session.two_factors_at.is_none() && demand_own(session).is_ok();
        if !is_asked || !demand::is_of(tx, session.organisation)? {
            return Ok(None);
        }
        Ok(Some(match demand::has_factor(tx, session.person)? {
            true => Lack::Showing,
            false => Lack::Factor,
        }))
    }
}
