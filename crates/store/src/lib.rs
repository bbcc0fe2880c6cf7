//! Where Firstline keeps what it knows: one SQL text for SQLite and PostgreSQL.
//!
//! [`db`] is the handle: it opens and migrates a database and runs closures as transactions. Each aggregate has a
//! module of functions on `&mut Tx`, which read like the questions asked of it.

mod access;
pub mod audit;
pub mod authorisation;
mod columns;
pub mod correction;
pub mod credential;
pub mod db;
pub mod decision;
pub mod demand;
mod error;
pub mod identity_provider;
pub mod import_run;
pub mod invoice_line;
pub mod link;
pub mod look;
mod migrate;
pub mod offer;
pub mod organisation;
pub mod outbox;
pub mod people;
pub mod person;
pub mod privacy;
pub mod relationship;
pub mod rights;
pub mod scim;
pub mod sealed;
pub mod session;
pub mod split;
pub mod subscription;
#[cfg(feature = "testing")]
pub mod testing;
pub mod token;
pub mod translation;
pub mod waiting;

pub use crate::db::{DatabaseUrl, Db, Engine, Options, Param, Row, Tx, Value};
pub use crate::error::{Cause, OpenError, Rule, StoreError};
pub use crate::migrate::{MIGRATIONS, Migration};

/// What recording something did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Created,
    Updated,
    Unchanged,
}
