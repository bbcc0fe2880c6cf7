//! How far the import of a file has come, so that one that was cut off goes on where it stopped.

use firstline_domain::scope::Scope;
use jiff::Timestamp;
use uuid::Uuid;

use crate::access::demand_import;
use crate::columns::{Columns, micros};
use crate::db::Tx;
use crate::error::StoreError;

/// One file being imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRun {
    pub id: Uuid,
    pub rows_done: i64,
    pub finished: bool,
}

/// The run of a file with this content, made if there is none.
pub fn begin(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: Uuid,
    fingerprint: &str,
    form: &str,
    file: &str,
    now: Timestamp,
) -> Result<ImportRun, StoreError> {
    demand_import(scope, scope.organisation)?;
    tx.execute(
        "insert into import_run (organisation, id, fingerprint, form, file, rows_done, finished, started_at)
         values ($1, $2, $3, $4, $5, 0, $6, $7) on conflict (organisation, fingerprint) do nothing",
        &[
            &scope.organisation,
            &id,
            &fingerprint,
            &form,
            &file,
            &false,
            &micros(now),
        ],
    )?;
    tx.query_one(
        "select id, rows_done, finished from import_run where organisation = $1 and fingerprint = $2",
        &[&scope.organisation, &fingerprint],
        |row| {
            Ok(ImportRun {
                id: row.id(0)?,
                rows_done: row.get(1)?,
                finished: row.get(2)?,
            })
        },
    )
}

/// Says how many rows are in, in the transaction that brought them in.
pub fn advance(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: Uuid,
    rows_done: i64,
    finished: bool,
) -> Result<(), StoreError> {
    tx.execute(
        "update import_run set rows_done = $3, finished = $4 where organisation = $1 and id = $2",
        &[&scope.organisation, &id, &rows_done, &finished],
    )?;
    Ok(())
}
