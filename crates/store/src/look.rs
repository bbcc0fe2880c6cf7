//! Looks at another organisation's contacts: one for each who, object and day, so that a log is not filled by a page that stays
//! open.

use firstline_domain::id::{OfferId, OrganisationId};
use jiff::civil::Date;
use uuid::Uuid;

use crate::columns::Columns;
use crate::db::Tx;
use crate::error::StoreError;

/// Keeps that somebody looked at something on a day; whether that is new. It belongs to the log of `log`.
pub fn note(
    tx: &mut Tx<'_>,
    log: OrganisationId,
    day: Date,
    who: Uuid,
    object: &str,
) -> Result<bool, StoreError> {
    let added = tx.execute(
        "insert into look (organisation, day, who, object) values ($1, $2, $3, $4) on conflict do nothing",
        &[&log, &day.to_string(), &who, &object],
    )?;
    Ok(added > 0)
}

/// Forgets the looks of days before one: that they are not noted twice matters on their day alone.
pub fn sweep(tx: &mut Tx<'_>, before: Date) -> Result<u64, StoreError> {
    tx.execute("delete from look where day < $1", &[&before.to_string()])
}

/// Whose contacts those of an offer are. This stands beside any scope: the asker has seen them already.
pub fn publisher_of(tx: &mut Tx<'_>, offer: OfferId) -> Result<Option<OrganisationId>, StoreError> {
    tx.query_opt("select publisher from offer where id = $1", &[&offer], |row| {
        Ok(OrganisationId(row.id(0)?))
    })
}

/// The organisation with this handle. This stands beside any scope: the asker has seen its desk already.
pub fn organisation_of(tx: &mut Tx<'_>, handle: &str) -> Result<Option<OrganisationId>, StoreError> {
    tx.query_opt(
        "select id from organisation where handle = $1",
        &[&handle],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}
