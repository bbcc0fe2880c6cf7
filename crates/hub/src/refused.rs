//! Sign-ins that were refused, on record in the log of every organisation that the account belongs to: at most one line a minute for
//! each account, so that nobody floods a log by guessing. Accounts that do not exist leave none.
//!
//! Whoever is refused does not wait for the record, and so cannot tell by it whether there is such an account: it is noted in memory
//! and written together with looks, by [`Hub::write_looks`].

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use firstline_domain::id::PersonId;
use firstline_domain::scope::Scope;
use firstline_store::person;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::{Hub, HubError};

/// How often an account leaves a line.
const EVERY: SignedDuration = SignedDuration::from_secs(60);
/// Accounts that are remembered to have left one; what is tried beyond them leaves none until a minute has passed.
const ACCOUNTS_MAX: usize = 10_000;

/// A sign-in that waits to be written down.
#[derive(Debug, Clone, Copy)]
struct Refusal {
    person: PersonId,
    address: Option<IpAddr>,
}

#[derive(Default)]
pub(crate) struct Refusals(Mutex<Book>);

#[derive(Default)]
struct Book {
    /// When each account last left a line.
    last: HashMap<PersonId, Timestamp>,
    waiting: Vec<Refusal>,
}

impl Refusals {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, refusal: Refusal, now: Timestamp) {
        let mut book = self.book();
        if book.last.len() >= ACCOUNTS_MAX {
            book.last.retain(|_, last| *last + EVERY > now);
        }
        let is_known = book
            .last
            .get(&refusal.person)
            .is_some_and(|last| *last + EVERY > now);
        if !is_known && book.last.len() < ACCOUNTS_MAX {
            book.last.insert(refusal.person, now);
            book.waiting.push(refusal);
        }
    }

    fn take(&self) -> Vec<Refusal> {
        std::mem::take(&mut self.book().waiting)
    }
}

impl Hub {
    /// Notes that somebody could not show to be the person that they said to be.
    pub(crate) fn refused(&self, person: PersonId, address: Option<IpAddr>) {
        self.0.refusals.note(Refusal { person, address }, self.now());
    }

    /// Writes down the sign-ins that were refused.
    pub(crate) async fn write_refusals(&self) -> Result<(), HubError> {
        for refusal in self.0.refusals.take() {
            let hub = self.clone();
            let write = move |tx: &mut firstline_store::db::Tx<'_>| {
                for member in person::memberships(tx, refusal.person)? {
                    let hand = Scope::own_hand(member.organisation).with_address(refusal.address);
                    let object = refusal.person.to_string();
                    hub.record(tx, &hand, "refuse-sign-in", &object, &Value::Null)?;
                }
                Ok::<_, HubError>(())
            };
            self.0.db.write(write).await?;
        }
        Ok(())
    }
}
