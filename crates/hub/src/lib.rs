//! What people do: one function for each act. Pages, API and command line call these and nothing below them.
//!
//! An act is a method of [`Hub`] that demands who is asking (a [`Scope`]), opens the transaction, calls `domain` and `store`,
//! and writes what it changed and the record of it in the same transaction.

pub mod account;
pub mod algorithms;
pub mod ask;
mod attempts;
pub mod audit;
pub mod authorisation;
pub mod breached;
pub mod catalogue;
mod contact;
pub mod credential;
pub mod demand;
mod error;
pub mod fetch;
pub mod import;
pub mod invitation;
pub mod keys;
pub mod link;
pub mod locale;
mod look;
pub mod offer;
pub mod organisation;
pub mod passkey;
pub mod password;
pub mod people;
pub mod privacy;
mod recent;
pub mod recovery;
mod refused;
pub mod relationship;
pub mod scim;
pub mod search;
pub mod second_factor;
mod secret;
pub mod session;
pub mod set_up;
pub mod sign_in;
pub mod sign_on;
pub mod split;
pub mod step;
pub mod subscription;
pub mod token;
pub mod translation;
pub mod understand;
pub mod views;

use std::sync::{Arc, OnceLock};

use firstline_domain::access::{Act, Object};
use firstline_domain::policy::{EditionRef, Policy};
use firstline_domain::scope::Scope;
use firstline_store::StoreError;
use firstline_store::db::{Db, Tx};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

pub use attempts::place;
pub use error::{Field, HubError};
use fetch::Fetcher;
pub use firstline_store as store;
pub use keys::Keys;
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
    keys: Keys,
    clock: fn() -> Timestamp,
    catalogue: catalogue::Shelf,
    answers: Recent<ask::Key, (ask::Answer, Arc<[look::About]>)>,
    looks: look::Looks,
    refusals: refused::Refusals,
    visitors: Recent<secret::Digest, Arc<sign_in::Visitor>>,
    attempts: attempts::Attempts,
    /// Passwords that are known from breaches, where whoever runs the hub has named a set of them.
    breached: OnceLock<breached::Breached>,
    algorithms: OnceLock<algorithms::Algorithms>,
    fetcher: OnceLock<Fetcher>,
    providers: sign_on::Providers,
    /// Told when somebody wants a translation.
    wanted: tokio::sync::Notify,
    /// The model that questions are read by, where it is not the one that comes with the program.
    model: OnceLock<&'static understand::Model>,
}

impl Hub {
    pub fn new(db: Db, policy: Policy, keys: Keys) -> Self {
        Hub::with_clock(db, policy, keys, Timestamp::now)
    }

    /// A hub that reads the time from elsewhere, for telling stories in tests.
    pub fn with_clock(db: Db, policy: Policy, keys: Keys, clock: fn() -> Timestamp) -> Self {
        Hub(Arc::new(Inner {
            db,
            policy,
            keys,
            clock,
            catalogue: catalogue::Shelf::default(),
            answers: Recent::default(),
            looks: look::Looks::default(),
            refusals: refused::Refusals::default(),
            visitors: Recent::default(),
            attempts: attempts::Attempts::default(),
            breached: OnceLock::new(),
            algorithms: OnceLock::new(),
            fetcher: OnceLock::new(),
            providers: sign_on::Providers::default(),
            wanted: tokio::sync::Notify::new(),
            model: OnceLock::new(),
        }))
    }

    /// Says how the hub reaches other machines, before it reaches any. Otherwise it reaches those of the public network alone.
    pub fn fetch_by(&self, fetcher: Fetcher) {
        self.0.fetcher.get_or_init(|| fetcher);
    }

    /// Refuses these passwords from now on; the first set that is named counts.
    pub fn refuse_breached(&self, breached: breached::Breached) {
        self.0.breached.get_or_init(|| breached);
    }

    /// The hub's way to other machines.
    pub fn fetcher(&self) -> &Fetcher {
        self.0.fetcher.get_or_init(Fetcher::default)
    }

    /// Reads questions by this model from now on; the first that is named counts.
    pub fn read_by(&self, model: understand::Model) {
        self.0.model.get_or_init(|| Box::leak(Box::new(model)));
    }

    /// The model that questions are read by.
    pub fn model(&self) -> &'static understand::Model {
        self.0
            .model
            .get()
            .copied()
            .unwrap_or_else(understand::Model::committed)
    }

    /// The instant it is, in the store's microseconds, so that what is answered at once is what is read again later.
    pub fn now(&self) -> Timestamp {
        let now = (self.0.clock)();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// What the hub signs and seals with, for another hub on the same records.
    pub fn keys(&self) -> &Keys {
        &self.0.keys
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
        self.write_looks_if_many().await?;
        self.0.db.read(work).await
    }

    /// Sees to it that looks do not gather without end where they are not written as fast as they come.
    async fn write_looks_if_many(&self) -> Result<(), HubError> {
        if self.0.looks.are_too_many() {
            self.write_looks().await?;
        }
        Ok(())
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

    /// Lets on those whose roles show such things. What nobody at the asker's organisation is shown does not exist there.
    fn demand_shown(&self, scope: &Scope, object: Object) -> Result<(), HubError> {
        if scope.may_some(Act::See, object) {
            return Ok(());
        }
        let roles = self.edition().holders(scope.kinds(), Act::See, object);
        Err(if roles.is_empty() {
            HubError::NotFound(object.as_str())
        } else {
            HubError::NotShown(roles)
        })
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
        self.record_in(tx, scope.organisation, scope, act, object, detail)
    }
}
