//! Removing what is older than an organisation keeps its log, from its beginning.

use firstline_domain::access::{Act, Object};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::verify::{REMOVAL_HASH, REMOVAL_NUMBER, Walk};
use super::{COLUMNS, Fault, head, hex, read};
use crate::access::demand;
use crate::columns::micros;
use crate::db::Tx;
use crate::error::StoreError;

/// How removing the beginning of a log ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removal {
    /// Nothing of it is old enough.
    Nothing,
    Done(Removed),
    /// The lines are not as they were written: what shows that must not be removed.
    Refused(Fault),
}

/// What was removed from the beginning of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    pub lines: u64,
    /// For the record of the removal, which is what `verify` holds the new beginning against.
    pub detail: Value,
}

/// Removes lines from the beginning of a log that happened before a time: `limit` of them at most, and none that stands behind
/// a younger one. The caller appends a line with the act [`REMOVAL`] and the detail in the same transaction.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide how long the log is kept.
pub fn remove_before(
    tx: &mut Tx<'_>,
    scope: &Scope,
    log: OrganisationId,
    before: Timestamp,
    limit: i64,
) -> Result<Removal, StoreError> {
    demand(scope, Act::Change, Object::Retention, scope.stands_to(log))?;
    let Some(head) = head::find(tx, log)? else {
        return Ok(Removal::Nothing);
    };
    let first_young: Option<i64> = tx.query_one(
        "select min(number) from audit where organisation = $1 and happened_at >= $2",
        &[&log, &micros(before)],
        |row| row.get(0),
    )?;
    let last_old = first_young.map_or(head.number, |number| number - 1);
    let last = last_old.min(head.start_number.saturating_add(limit));
    if last <= head.start_number {
        return Ok(Removal::Nothing);
    }
    if let Err(fault) = Walk::from(Some(&head)).on(tx, log, last, None)? {
        return Ok(Removal::Refused(fault));
    }
    let line = tx.query_opt(
        &format!("select {COLUMNS} from audit where organisation = $1 and number = $2"),
        &[&log, &last],
        read,
    )?;
    let Some(line) = line else {
        return Ok(Removal::Refused(Fault::Missing(last)));
    };
    let lines = tx.execute(
        "delete from audit where organisation = $1 and number <= $2",
        &[&log, &last],
    )?;
    head::begin_after(tx, &line)?;
    let detail = json!({
        "lines": lines,
        "before": before,
        REMOVAL_NUMBER: line.number,
        REMOVAL_HASH: hex(&line.hash),
    });
    Ok(Removal::Done(Removed { lines, detail }))
}
