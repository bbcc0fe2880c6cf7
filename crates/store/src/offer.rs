//! Offers of publishers, and what other systems call them.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::offer::Offer;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::Change;
use crate::access::{demand, demand_import, demand_import_for_all};
use crate::columns::{Columns, micros, to_json};
use crate::db::{Param, Row, Tx};
use crate::error::StoreError;

const COLUMNS: &str =
    "f.publisher, f.id, f.handle, f.kind, f.state, f.opt_in, f.supported_by, f.categories, f.markets,
   f.listings, f.plans, f.contacts, f.resources, f.agreement, f.version";

/// What is written of an offer, new or changed, and where `write` gives it. Before it stand publisher, id, and as `$3` the handle
/// of a new one or the version of one that is there.
const WRITTEN: &str =
    "kind, state, opt_in, supported_by, categories, markets, listings, plans, contacts, resources,
   agreement, changed_at";
const VALUES: &str = "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15";

/// Which offers exist for the asker, as far as its roles show them: what is on the market, or was, is on show to all; a draft
/// is its publisher's own. `$1` is the asker.
fn visible(scope: &Scope) -> String {
    let may = |relation| scope.may(Act::See, Object::Offer, relation);
    format!(
        "({any} or {offered} and f.state <> 'draft' or {own} and f.publisher = $1)",
        any = may(Relation::Any),
        offered = may(Relation::Offered),
        own = may(Relation::Own),
    )
}

fn read(row: &Row<'_>) -> Result<Offer, StoreError> {
    Ok(Offer {
        publisher: OrganisationId(row.id(0)?),
        id: OfferId(row.id(1)?),
        handle: row.text(2)?,
        kind: row.text(3)?,
        state: row.word(4)?,
        opt_in: row.word(5)?,
        supported_by: row.word(6)?,
        categories: row.json(7)?,
        markets: row.json(8)?,
        listings: row.json(9)?,
        plans: row.json(10)?,
        contacts: row.json(11)?,
        resources: row.json(12)?,
        agreement: match row.optional_text(13)? {
            Some(_) => Some(row.json(13)?),
            None => None,
        },
        version: row.get(14)?,
    })
}

/// An offer that exists for the asker, by its publisher's handle and its own.
pub fn by_handle(
    tx: &mut Tx<'_>,
    scope: &Scope,
    publisher: &str,
    handle: &str,
) -> Result<Option<Offer>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from offer f join organisation o on o.id = f.publisher
         where o.handle = $2 and f.handle = $3 and {}",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &publisher, &handle], read)
}

/// An offer that exists for the asker, by its id.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: OfferId) -> Result<Option<Offer>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from offer f where f.id = $2 and {}",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &id], read)
}

/// The offers with this handle, of whichever publisher: at most two, enough to tell whether it names one.
pub fn with_handle(tx: &mut Tx<'_>, scope: &Scope, handle: &str) -> Result<Vec<Offer>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from offer f where f.handle = $2 and {} limit 2",
        visible(scope)
    );
    tx.query(&sql, &[&scope.organisation, &handle], read)
}

/// A publisher's offers that exist for the asker, by handle.
pub fn of_publisher(
    tx: &mut Tx<'_>,
    scope: &Scope,
    publisher: OrganisationId,
    after: &str,
    limit: i64,
) -> Result<Vec<Offer>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from offer f where f.publisher = $2 and f.handle > $3 and {} order by f.handle limit $4",
        visible(scope)
    );
    tx.query(&sql, &[&scope.organisation, &publisher, &after, &limit], read)
}

/// An offer for everyone to find and, with it, its publisher's name and handle; drafts come too and say so.
pub struct Catalogued {
    pub offer: Offer,
    pub publisher_handle: String,
    pub publisher_name: String,
}

/// Walks the whole catalogue, for building indexes that themselves filter by who is asking.
pub fn for_each(
    tx: &mut Tx<'_>,
    mut each: impl FnMut(Catalogued) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = format!(
        "select {COLUMNS}, o.handle, o.name from offer f join organisation o on o.id = f.publisher order by f.publisher, f.id"
    );
    tx.for_each(&sql, &[], |row| {
        each(Catalogued {
            offer: read(row)?,
            publisher_handle: row.text(15)?,
            publisher_name: row.text(16)?,
        })
    })
}

/// Counts the changes of the whole catalogue.
pub fn catalogue_version(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.query_one("select version from counter where id = 1", &[], |row| row.get(0))
}

/// Says that the catalogue has changed: once for each transaction that put offers or authorisations.
pub fn bump_catalogue(tx: &mut Tx<'_>, _scope: &Scope) -> Result<(), StoreError> {
    tx.execute("update counter set version = version + 1 where id = 1", &[])?;
    Ok(())
}

/// Lets only a publisher's own people on, and those who bring in what is its.
fn may_write(scope: &Scope, publisher: OrganisationId) -> Result<(), StoreError> {
    if scope.may(Act::Change, Object::Offer, scope.stands_to(publisher)) {
        return Ok(());
    }
    demand_import(scope, publisher)
}

/// Records an offer, found again by its publisher and handle.
pub fn put(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Offer,
    now: Timestamp,
) -> Result<(OfferId, Change), StoreError> {
    may_write(scope, new.publisher)?;
    let sql = format!("select {COLUMNS} from offer f where f.publisher = $1 and f.handle = $2");
    let Some(before) = tx.query_opt(&sql, &[&new.publisher, &new.handle], read)? else {
        let sql = format!(
            "insert into offer (publisher, id, handle, version, {WRITTEN}) values ($1, $2, $3, 1, {VALUES})"
        );
        write(tx, &sql, &new.handle, new, now)?;
        return Ok((new.id, Change::Created));
    };
    let changed = Offer {
        id: before.id,
        version: before.version,
        ..new.clone()
    };
    if changed == before {
        return Ok((before.id, Change::Unchanged));
    }
    rewrite(tx, &changed, now)?;
    Ok((before.id, Change::Updated))
}

/// Changes an offer if it still is at the version that the change was made on.
pub fn update(tx: &mut Tx<'_>, scope: &Scope, new: &Offer, now: Timestamp) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Offer, scope.stands_to(new.publisher))?;
    rewrite(tx, new, now)
}

fn rewrite(tx: &mut Tx<'_>, new: &Offer, now: Timestamp) -> Result<bool, StoreError> {
    let sql = format!(
        "update offer set version = version + 1, ({WRITTEN}) = ({VALUES}) where publisher = $1 and id = $2 and version = $3"
    );
    Ok(write(tx, &sql, &new.version, new, now)? > 0)
}

fn write(
    tx: &mut Tx<'_>,
    sql: &str,
    third: &dyn Param,
    offer: &Offer,
    now: Timestamp,
) -> Result<u64, StoreError> {
    tx.execute(
        sql,
        &[
            &offer.publisher,
            &offer.id,
            third,
            &offer.kind,
            &offer.state.as_str(),
            &offer.opt_in.as_str(),
            &offer.supported_by.as_str(),
            &to_json(&offer.categories),
            &to_json(&offer.markets),
            &to_json(&offer.listings),
            &to_json(&offer.plans),
            &to_json(&offer.contacts),
            &to_json(&offer.resources),
            &offer.agreement.as_ref().map(to_json),
            &micros(now),
        ],
    )
}

/// The offer that another system calls so, for bringing in what refers to it.
pub fn by_alias(
    tx: &mut Tx<'_>,
    scope: &Scope,
    scheme: &str,
    value: &str,
) -> Result<Option<(OrganisationId, OfferId)>, StoreError> {
    demand_import_for_all(scope)?;
    tx.query_opt(
        "select publisher, offer from offer_alias where scheme = $1 and value = $2",
        &[&scheme, &value],
        |row| Ok((OrganisationId(row.id(0)?), OfferId(row.id(1)?))),
    )
}

/// Records what another system calls an offer; a value belongs to whichever had it first.
pub fn add_alias(
    tx: &mut Tx<'_>,
    scope: &Scope,
    scheme: &str,
    value: &str,
    (publisher, offer): (OrganisationId, OfferId),
) -> Result<(), StoreError> {
    may_write(scope, publisher)?;
    tx.execute(
        "insert into offer_alias (scheme, value, publisher, offer) values ($1, $2, $3, $4) on conflict do nothing",
        &[&scheme, &value, &publisher, &offer],
    )?;
    Ok(())
}
