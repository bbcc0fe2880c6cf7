//! Who may buy an exclusive offer: by the handle that its publisher named, which may lead to nobody.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::Change;
use crate::access::{demand, demand_import};
use crate::columns::{Columns, micros};
use crate::db::{Row, Tx};
use crate::error::StoreError;
use crate::organisation::shown;

/// An offer and whose it is.
pub type Named = (OrganisationId, OfferId);

/// An authorisation, as the asker may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorisation {
    pub handle: String,
    /// What the partner is called; absent where the asker does not know it, or nobody has the handle.
    pub name: Option<String>,
    /// Absent where it was brought in.
    pub since: Option<Timestamp>,
}

/// Whether an organisation `o` sells: only such can buy an offer for others.
const SELLS: &str = "exists (select 1 from organisation_kind k
     where k.organisation = o.id and k.kind in ('partner', 'provider', 'reseller'))";

/// Whether an organisation `o` sells offers of the publisher `$2`, as far as the asker's roles show that.
fn deals(scope: &Scope) -> String {
    format!(
        "({may} and (exists (select 1 from subscription s where s.publisher = $2 and s.seller = o.id)
           or exists (select 1 from subscription s where s.publisher = $2 and s.reseller = o.id)))",
        may = scope.may(Act::See, Object::Subscription, Relation::Channel),
    )
}

/// Authorisations of an offer, with the names of those that the asker knows: it sees them elsewhere, they sell its offers, or
/// they were brought in with the offer. `$1` is the asker, `$2` and `$3` the offer.
fn known(scope: &Scope) -> String {
    format!(
        "select a.handle, case when a.brought_in or {shown} or {deals} then o.name end, a.since
         from offer_authorisation a left join organisation o on o.handle = a.handle
         where a.publisher = $2 and a.offer = $3",
        shown = shown(scope, Object::Organisation),
        deals = deals(scope),
    )
}

fn read(row: &Row<'_>) -> Result<Authorisation, StoreError> {
    Ok(Authorisation {
        handle: row.text(0)?,
        name: row.optional_text(1)?,
        since: row.optional_instant(2)?,
    })
}

fn demand_to(scope: &Scope, act: Act, publisher: OrganisationId) -> Result<(), StoreError> {
    demand(scope, act, Object::Authorisation, scope.stands_to(publisher))
}

/// Who may buy an offer, by handle after `after`.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (publisher, offer): Named,
    after: &str,
    limit: i64,
) -> Result<Vec<Authorisation>, StoreError> {
    demand_to(scope, Act::See, publisher)?;
    let sql = format!("{} and a.handle > $4 order by a.handle limit $5", known(scope));
    tx.query(
        &sql,
        &[&scope.organisation, &publisher, &offer, &after, &limit],
        read,
    )
}

/// The authorisation of one handle.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn of_handle(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (publisher, offer): Named,
    handle: &str,
) -> Result<Option<Authorisation>, StoreError> {
    demand_to(scope, Act::See, publisher)?;
    let sql = format!("{} and a.handle = $4", known(scope));
    tx.query_opt(&sql, &[&scope.organisation, &publisher, &offer, &handle], read)
}

/// How many may buy an offer.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn count(tx: &mut Tx<'_>, scope: &Scope, (publisher, offer): Named) -> Result<i64, StoreError> {
    demand_to(scope, Act::See, publisher)?;
    tx.query_one(
        "select count(*) from offer_authorisation where publisher = $1 and offer = $2",
        &[&publisher, &offer],
        |row| row.get(0),
    )
}

/// Handle and name of those who sell the asker's own offers and may not buy this one yet, by handle.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker authorises nobody.
pub fn candidates(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (publisher, offer): Named,
    limit: i64,
) -> Result<Vec<(String, String)>, StoreError> {
    demand_to(scope, Act::Add, publisher)?;
    let sql = format!(
        "select o.handle, o.name from organisation o
         where o.id <> $1 and {SELLS} and {deals} and not exists (select 1 from offer_authorisation a
             where a.publisher = $2 and a.offer = $3 and a.handle = o.handle)
         order by o.handle limit $4",
        deals = deals(scope),
    );
    tx.query(&sql, &[&scope.organisation, &publisher, &offer, &limit], |row| {
        Ok((row.text(0)?, row.text(1)?))
    })
}

/// The seller that has a handle, so that it is told. Whoever authorises it is not to be told whether there is one.
///
/// # Errors
/// Only the database's.
pub fn seller_called(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    handle: &str,
) -> Result<Option<OrganisationId>, StoreError> {
    tx.query_opt(
        &format!("select o.id from organisation o where o.handle = $1 and {SELLS}"),
        &[&handle],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// Lets whoever has a handle buy an offer; whether it could not before.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker authorises nobody for it.
pub fn add(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (publisher, offer): Named,
    handle: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand_to(scope, Act::Add, publisher)?;
    let added = tx.execute(
        "insert into offer_authorisation (publisher, offer, handle, brought_in, since) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        &[&publisher, &offer, &handle, &false, &micros(now)],
    )?;
    Ok(added > 0)
}

/// Takes an authorisation back; whether there was one.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker has no say in it.
pub fn remove(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (publisher, offer): Named,
    handle: &str,
) -> Result<bool, StoreError> {
    demand_to(scope, Act::Remove, publisher)?;
    let removed = tx.execute(
        "delete from offer_authorisation where publisher = $1 and offer = $2 and handle = $3",
        &[&publisher, &offer, &handle],
    )?;
    Ok(removed > 0)
}

/// Brings in that a seller may buy an exclusive offer.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not bring in what is the publisher's.
pub fn put(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (publisher, offer): Named,
    seller: OrganisationId,
) -> Result<Change, StoreError> {
    demand_import(scope, publisher)?;
    let handle = tx.query_opt(
        "select handle from organisation where id = $1",
        &[&seller],
        |row| row.text(0),
    )?;
    let added = tx.execute(
        "insert into offer_authorisation (publisher, offer, handle, brought_in) values ($1, $2, $3, $4)
         on conflict do nothing",
        &[&publisher, &offer, &handle, &true],
    )?;
    Ok(if added > 0 {
        Change::Created
    } else {
        Change::Unchanged
    })
}

/// The exclusive offers that the asker itself may buy.
pub fn of_buyer(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<OfferId>, StoreError> {
    tx.query(
        "select a.offer from offer_authorisation a join organisation o on o.handle = a.handle where o.id = $1",
        &[&scope.organisation],
        |row| Ok(OfferId(row.id(0)?)),
    )
}
