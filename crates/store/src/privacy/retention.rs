//! How long organisations keep what they have, and removing what they no longer do.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::access::demand;
use crate::columns::{Columns, micros};
use crate::correction;
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// How many days an organisation keeps what; nothing keeps it for good, but for corrections, of which it keeps none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retention {
    pub audit_days: Option<i64>,
    pub decision_days: Option<i64>,
    pub invoice_line_days: Option<i64>,
    pub correction_days: Option<i64>,
    pub version: i64,
}

const RETENTION: &str = "audit_days, decision_days, invoice_line_days, correction_days, version";

fn read_retention(row: &Row<'_>, first: usize) -> Result<Retention, StoreError> {
    Ok(Retention {
        audit_days: row.get(first)?,
        decision_days: row.get(first + 1)?,
        invoice_line_days: row.get(first + 2)?,
        correction_days: row.get(first + 3)?,
        version: row.get(first + 4)?,
    })
}

/// What the asker's organisation decided; without a decision it keeps everything.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn retention(tx: &mut Tx<'_>, scope: &Scope) -> Result<Retention, StoreError> {
    demand(scope, Act::See, Object::Retention, Relation::Own)?;
    let found = tx.query_opt(
        &format!("select {RETENTION} from retention where organisation = $1"),
        &[&scope.organisation],
        |row| read_retention(row, 0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Decides how long the asker's organisation keeps what, if that still is at the version that the change was made on.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn set_retention(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Retention,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Retention, Relation::Own)?;
    let sql = if new.version == 0 {
        "insert into retention
           (organisation, audit_days, decision_days, invoice_line_days, correction_days, changed_at, version)
         values ($1, $2, $3, $4, $5, $6, cast($7 as bigint) + 1) on conflict do nothing"
    } else {
        "update retention set audit_days = $2, decision_days = $3, invoice_line_days = $4, correction_days = $5,
           changed_at = $6, version = version + 1 where organisation = $1 and version = $7"
    };
    let changed = tx.execute(
        sql,
        &[
            &scope.organisation,
            &new.audit_days,
            &new.decision_days,
            &new.invoice_line_days,
            &new.correction_days,
            &micros(now),
            &new.version,
        ],
    )?;
    Ok(changed > 0)
}

/// Every organisation that decided how long it keeps what. For the hub's own hand.
pub fn retentions(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<(OrganisationId, Retention)>, StoreError> {
    demand(scope, Act::See, Object::Retention, Relation::Any)?;
    tx.query(
        &format!("select organisation, {RETENTION} from retention order by organisation"),
        &[],
        |row| Ok((OrganisationId(row.id(0)?), read_retention(row, 1)?)),
    )
}

/// Removes decisions of an organisation that were made before a time.
pub fn remove_decisions(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    before: Timestamp,
) -> Result<u64, StoreError> {
    demand(
        scope,
        Act::Change,
        Object::Retention,
        scope.stands_to(organisation),
    )?;
    correction::forget_words(tx, organisation, before)?;
    tx.execute(
        "delete from decision where organisation = $1 and decided_at < $2",
        &[&organisation, &micros(before)],
    )
}

/// Removes reconciliation lines of a seller: those whose charge ended before a day, and those without days that came with a
/// file before a time.
pub fn remove_invoice_lines(
    tx: &mut Tx<'_>,
    scope: &Scope,
    seller: OrganisationId,
    before: Date,
    came_before: Timestamp,
) -> Result<u64, StoreError> {
    demand(scope, Act::Change, Object::Retention, scope.stands_to(seller))?;
    tx.execute(
        "delete from invoice_line where seller = $1 and (coalesce(charged_until, charged_from) < $2
           or charged_until is null and charged_from is null
             and run in (select id from import_run where started_at < $3))",
        &[&seller, &before.to_string(), &micros(came_before)],
    )
}
