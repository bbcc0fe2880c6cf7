//! What people do: one function for each act. Pages, API and command line call these and nothing below them.
//!
//! An act is a method of [`Hub`] that demands who is asking (a [`Scope`]), opens the transaction, calls `domain` and `store`,
//! and writes what it changed and the record of it in the same transaction.

pub mod ask;
pub mod catalogue;
pub mod credential;
mod error;
pub mod import;
pub mod locale;
pub mod offer;
pub mod organisation;
pub mod password;
mod recent;
pub mod search;
mod secret;
pub mod session;
pub mod sign_in;
pub mod split;
pub mod subscription;
pub mod token;
pub mod views;

use std::sync::Arc;

use firstline_domain::policy::{EditionRef, Policy};
use firstline_domain::scope::Scope;
use firstline_store::StoreError;
use firstline_store::db::{Db, Tx};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

pub use error::{Field, HubError};
pub use firstline_store as store;
use recent::Recent;

/// The policies that come with the program, by the programme's id.
pub const POLICIES: [(&str, &str); 2] = [
    (
        "csp-marketplace",
        include_str!("../../../policy/csp-marketplace.toml"),
    ),
    ("aws-channel", include_str!("../../../policy/aws-channel.toml")),
];

/// A hub: its records, the programme it runs by, and what it keeps in memory of them.
///
/// Cloning is cheap and shares everything.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

struct Inner {
    db: Db,
    policy: Policy,
    clock: fn() -> Timestamp,
    catalogue: catalogue::Shelf,
    answers: Recent<ask::Key, ask::Answer>,
    visitors: Recent<secret::Digest, Arc<sign_in::Visitor>>,
}

impl Hub {
    pub fn new(db: Db, policy: Policy) -> Self {
        Hub::with_clock(db, policy, Timestamp::now)
    }

    /// A hub that reads the time from elsewhere, for telling stories in tests.
    pub fn with_clock(db: Db, policy: Policy, clock: fn() -> Timestamp) -> Self {
        Hub(Arc::new(Inner {
            db,
            policy,
            clock,
            catalogue: catalogue::Shelf::default(),
            answers: Recent::default(),
            visitors: Recent::default(),
        }))
    }

    pub fn now(&self) -> Timestamp {
        (self.0.clock)()
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn policy(&self) -> &Policy {
        &self.0.policy
    }

    /// The edition in force now.
    pub fn edition(&self) -> EditionRef<'_> {
        self.policy().edition_on(self.today())
    }

    /// Today in UTC: policies and splits begin and end with its days.
    pub fn today(&self) -> jiff::civil::Date {
        self.now().to_zoned(TimeZone::UTC).date()
    }

    /// A new id, in the order of time.
    pub fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    async fn read<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, HubError> + Send + 'static,
    ) -> Result<T, HubError> {
        self.0.db.read(work).await
    }

    /// Runs a change and forgets what was kept in memory of the facts before it.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Tx<'_>) -> Result<T, HubError> + Send + 'static,
    ) -> Result<T, HubError> {
        let done = self.0.db.write(work).await;
        self.forget();
        done
    }

    /// Drops what is kept in memory of the facts, after they changed.
    pub(crate) fn forget(&self) {
        self.0.answers.clear();
        self.0.visitors.clear();
        self.0.catalogue.expire();
    }

    /// Records an act in the transaction of the change itself.
    fn record(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        act: &str,
        object: &str,
        detail: &serde_json::Value,
    ) -> Result<(), StoreError> {
        firstline_store::audit::record(tx, scope, self.new_id(), act, object, detail, self.now())
    }
}
