//! Who changed what: appended in the transaction of the change itself.

use firstline_domain::scope::Scope;
use jiff::Timestamp;
use uuid::Uuid;

use crate::columns::{micros, to_json};
use crate::db::Tx;
use crate::error::StoreError;

/// Records an act of the asker: what was done to which object, and how it was before and after.
pub fn record(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: Uuid,
    act: &str,
    object: &str,
    detail: &serde_json::Value,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(
        "insert into audit (organisation, id, person, act, object, detail, happened_at) values ($1, $2, $3, $4, $5, $6, $7)",
        &[&scope.organisation, &id, &scope.person, &act, &object, &to_json(detail), &micros(now)],
    )?;
    Ok(())
}
