//! Subscriptions of customers.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId, SubscriptionId};
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_domain::subscription::Subscription;
use jiff::Timestamp;

use crate::Change;
use crate::access::{demand, demand_import};
use crate::columns::{Columns, micros};
use crate::db::{Param, Row, Tx};
use crate::error::StoreError;

const COLUMNS: &str =
    "s.seller, s.id, s.handle, s.customer, s.reseller, s.publisher, s.offer, s.plan, s.channel,
   s.support_contact, s.state, s.quantity, s.term, s.purchased_at, s.renewed_at, s.version";

/// What is written of a subscription, new or changed, and where `write` gives it. Before it stand seller, id and handle.
const WRITTEN: &str =
    "customer, reseller, publisher, offer, plan, channel, support_contact, state, quantity, term,
   purchased_at, renewed_at, changed_at";
const VALUES: &str = "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16";

/// Which subscriptions exist for the asker, as far as its roles show them: those it sold, resells for its provider, bought
/// from their seller, or publishes the offer of. `$1` is the asker.
fn visible(scope: &Scope) -> String {
    let may = |relation| scope.may(Act::See, Object::Subscription, relation);
    format!(
        "({any} or {own} and s.seller = $1 or {provider} and s.reseller = $1 or {seller} and s.customer = $1
           or {channel} and s.publisher = $1)",
        any = may(Relation::Any),
        own = may(Relation::Own),
        provider = may(Relation::Provider),
        seller = may(Relation::Seller),
        channel = may(Relation::Channel),
    )
}

fn read(row: &Row<'_>) -> Result<Subscription, StoreError> {
    Ok(Subscription {
        seller: OrganisationId(row.id(0)?),
        id: SubscriptionId(row.id(1)?),
        handle: row.text(2)?,
        customer: OrganisationId(row.id(3)?),
        reseller: row.get::<Option<uuid::Uuid>>(4)?.map(OrganisationId),
        publisher: OrganisationId(row.id(5)?),
        offer: OfferId(row.id(6)?),
        plan: row.optional_text(7)?,
        channel: row.word(8)?,
        support_contact: row.optional_word(9)?,
        state: row.word(10)?,
        quantity: row.get(11)?,
        term: row.word(12)?,
        purchased_at: row.optional_instant(13)?,
        renewed_at: row.optional_instant(14)?,
        version: row.get(15)?,
    })
}

/// A subscription that exists for the asker, by its id.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: SubscriptionId) -> Result<Option<Subscription>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from subscription s where s.id = $2 and {}",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &id], read)
}

/// A subscription that exists for the asker, by what the operator's system calls it.
pub fn by_handle(tx: &mut Tx<'_>, scope: &Scope, handle: &str) -> Result<Option<Subscription>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from subscription s where s.handle = $2 and {} order by s.id limit 1",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &handle], read)
}

/// A subscription that exists for the asker, by its seller and what the operator's system calls it.
pub fn of_seller(
    tx: &mut Tx<'_>,
    scope: &Scope,
    seller: OrganisationId,
    handle: &str,
) -> Result<Option<Subscription>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from subscription s where s.seller = $2 and s.handle = $3 and {}",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &seller, &handle], read)
}

/// Those that exist for the asker, by id after `after`; of one offer or one customer where given.
pub fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    offer: Option<OfferId>,
    customer: Option<OrganisationId>,
    after: Option<SubscriptionId>,
    limit: i64,
) -> Result<Vec<Subscription>, StoreError> {
    let after = after.map_or(uuid::Uuid::nil(), |id| id.0);
    let mut sql = format!(
        "select {COLUMNS} from subscription s where {} and s.id > $2",
        visible(scope)
    );
    let mut params: Vec<&dyn Param> = vec![&scope.organisation, &after, &limit];
    for (column, value) in [
        ("offer", offer.as_ref().map(|id| id as &dyn Param)),
        ("customer", customer.as_ref().map(|id| id as &dyn Param)),
    ] {
        if let Some(value) = value {
            params.push(value);
            sql.push_str(&format!(" and s.{column} = ${}", params.len()));
        }
    }
    sql.push_str(" order by s.id limit $3");
    tx.query(&sql, &params, read)
}

/// Brings in a subscription, found again by its seller and handle.
pub fn put(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Subscription,
    now: Timestamp,
) -> Result<(SubscriptionId, Change), StoreError> {
    demand_import(scope, new.seller)?;
    let sql = format!("select {COLUMNS} from subscription s where s.seller = $1 and s.handle = $2");
    let Some(before) = tx.query_opt(&sql, &[&new.seller, &new.handle], read)? else {
        let sql = format!(
            "insert into subscription (seller, id, handle, version, {WRITTEN}) values ($1, $2, $3, 1, {VALUES})"
        );
        write(tx, &sql, new, now)?;
        return Ok((new.id, Change::Created));
    };
    let changed = Subscription {
        id: before.id,
        version: before.version,
        ..new.clone()
    };
    if changed == before {
        return Ok((before.id, Change::Unchanged));
    }
    let sql = format!(
        "update subscription set version = version + 1, ({WRITTEN}) = ({VALUES}) where seller = $1 and id = $2 and handle = $3"
    );
    write(tx, &sql, &changed, now)?;
    Ok((before.id, Change::Updated))
}

fn write(tx: &mut Tx<'_>, sql: &str, new: &Subscription, now: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        sql,
        &[
            &new.seller,
            &new.id,
            &new.handle,
            &new.customer,
            &new.reseller,
            &new.publisher,
            &new.offer,
            &new.plan,
            &new.channel.as_str(),
            &new.support_contact.map(PartyKind::as_str),
            &new.state.as_str(),
            &new.quantity,
            &new.term.as_str(),
            &new.purchased_at.map(micros),
            &new.renewed_at.map(micros),
            &micros(now),
        ],
    )
}

/// Sets who supports a subscription that the asker's organisation sold, if it still is at the version that the change was
/// made on.
pub fn set_support_contact(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: SubscriptionId,
    version: i64,
    contact: Option<PartyKind>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::SupportContact, Relation::Own)?;
    let changed = tx.execute(
        "update subscription set support_contact = $4, version = version + 1, changed_at = $5
         where seller = $1 and id = $2 and version = $3",
        &[
            &scope.organisation,
            &id,
            &version,
            &contact.map(PartyKind::as_str),
            &micros(now),
        ],
    )?;
    Ok(changed > 0)
}
