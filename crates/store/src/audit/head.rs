//! Where a log ends, and where it begins once old lines were removed.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;

use super::{Hash, Line, ORIGIN, read_hash};
use crate::access::demand;
use crate::columns::Columns;
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// The end of a log, and the last line that was removed from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Of the last line; 0 where there is none yet.
    pub number: i64,
    pub hash: Hash,
    /// Of the last line that was removed because it was old; 0 where none was.
    pub start_number: i64,
    pub start_hash: Hash,
}

const COLUMNS: &str = "number, hash, start_number, start_hash";

fn read(row: &Row<'_>) -> Result<Head, StoreError> {
    Ok(Head {
        number: row.get(0)?,
        hash: read_hash(row, 1)?,
        start_number: row.get(2)?,
        start_hash: read_hash(row, 3)?,
    })
}

pub(super) fn find(tx: &mut Tx<'_>, log: OrganisationId) -> Result<Option<Head>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from audit_head where organisation = $1"),
        &[&log],
        read,
    )
}

/// The head of a log that is to be written to.
pub(super) fn of_log(tx: &mut Tx<'_>, log: OrganisationId) -> Result<Head, StoreError> {
    if let Some(head) = find(tx, log)? {
        return Ok(head);
    }
    tx.execute(
        &format!(
            "insert into audit_head (organisation, {COLUMNS}) values ($1, 0, $2, 0, $2) on conflict do nothing"
        ),
        &[&log, &ORIGIN.as_slice()],
    )?;
    Ok(Head {
        number: 0,
        hash: ORIGIN,
        start_number: 0,
        start_hash: ORIGIN,
    })
}

/// The log begins after this line.
pub(super) fn begin_after(tx: &mut Tx<'_>, line: &Line) -> Result<(), StoreError> {
    tx.execute(
        "update audit_head set start_number = $2, start_hash = $3 where organisation = $1",
        &[&line.organisation, &line.number, &line.hash.as_slice()],
    )?;
    Ok(())
}

/// A line was added.
pub(super) fn move_to(tx: &mut Tx<'_>, line: &Line) -> Result<(), StoreError> {
    tx.execute(
        "update audit_head set number = $2, hash = $3 where organisation = $1",
        &[&line.organisation, &line.number, &line.hash.as_slice()],
    )?;
    Ok(())
}

/// The head of a log, where anything was ever written to it.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not see the log.
pub fn head(tx: &mut Tx<'_>, scope: &Scope, log: OrganisationId) -> Result<Option<Head>, StoreError> {
    demand(scope, Act::See, Object::Audit, scope.stands_to(log))?;
    find(tx, log)
}

/// Every organisation that has a log, or lines of one, by its handle.
pub fn heads(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<(OrganisationId, String)>, StoreError> {
    demand(scope, Act::See, Object::Audit, Relation::Any)?;
    tx.query(
        "select o.id, o.handle from organisation o
         where exists (select 1 from audit_head h where h.organisation = o.id)
           or exists (select 1 from audit a where a.organisation = o.id)
         order by o.handle",
        &[],
        |row| Ok((OrganisationId(row.id(0)?), row.text(1)?)),
    )
}
