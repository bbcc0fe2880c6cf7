//! Organisations by hand: added, changed, and what still needs a part that one of them plays.

use firstline_domain::access::{Act, Object};
use firstline_domain::id::OrganisationId;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use super::{add_kinds, shown};
use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::Tx;
use crate::error::StoreError;

/// What stands in the way of taking a part away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Needs {
    /// People, tokens and open invitations with a role that only this part has.
    pub roles: i64,
    /// Relations in this part that are active or wait for an answer.
    pub relationships: i64,
    /// Its offers that are not withdrawn.
    pub offers: i64,
    /// Subscriptions in which it plays this part and that are not cancelled.
    pub subscriptions: i64,
}

/// Handle and name of those that exist for the asker, by handle after `after`, of one kind where one is given.
pub fn names(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: Option<PartyKind>,
    after: &str,
    limit: i64,
) -> Result<Vec<(String, String)>, StoreError> {
    let sql = format!(
        "select o.handle, o.name from organisation o where {} and o.handle > $2
           and ($3 = '' or exists (select 1 from organisation_kind k where k.organisation = o.id and k.kind = $3))
         order by o.handle limit $4",
        shown(scope, Object::Organisation)
    );
    let kind = kind.map_or("", PartyKind::as_str);
    tx.query(&sql, &[&scope.organisation, &after, &kind, &limit], |row| {
        Ok((row.text(0)?, row.text(1)?))
    })
}

/// Records a new organisation, where nobody has its handle yet.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker admits no organisations.
pub fn add(tx: &mut Tx<'_>, scope: &Scope, new: &Organisation, now: Timestamp) -> Result<bool, StoreError> {
    demand(scope, Act::Add, Object::Organisation, scope.stands_to(new.id))?;
    let added = tx.execute(
        "insert into organisation (id, handle, name, country, desk, promises, price, orphaned, version, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9) on conflict do nothing",
        &[
            &new.id,
            &new.handle,
            &new.name,
            &new.country,
            &to_json(&new.desk),
            &to_json(&new.promises),
            &new.price,
            &new.orphaned,
            &micros(now),
        ],
    )?;
    if added > 0 {
        add_kinds(tx, new.id, &new.kinds)?;
    }
    Ok(added > 0)
}

/// Changes what an organisation is, if it still is at the version that the change was made on.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker has no say in it.
pub fn change(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Organisation,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Organisation, scope.stands_to(new.id))?;
    let changed = tx.execute(
        "update organisation set name = $3, country = $4, orphaned = $5, version = version + 1, changed_at = $6
         where id = $1 and version = $2",
        &[&new.id, &new.version, &new.name, &new.country, &new.orphaned, &micros(now)],
    )?;
    if changed == 0 {
        return Ok(false);
    }
    let kinds: Vec<&str> = new.kinds.iter().map(|kind| kind.as_str()).collect();
    tx.execute(
        "delete from organisation_kind where organisation = $1 and not (kind = any($2))",
        &[&new.id, &kinds],
    )?;
    add_kinds(tx, new.id, &new.kinds)?;
    Ok(true)
}

/// What stands in the way of taking a part away from an organisation that keeps the parts `left`. The caller may change it.
pub fn needs(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    kind: PartyKind,
    left: &[PartyKind],
    now: Timestamp,
) -> Result<Needs, StoreError> {
    let count = |tx: &mut Tx<'_>, sql: &str| tx.query_one(sql, &[&id], |row| row.get::<i64>(0));
    let sold = |column: &str, and: &str| {
        format!("select count(*) from subscription where {column} = $1 and state <> 'cancelled'{and}")
    };
    let subscriptions = match kind {
        PartyKind::Customer => sold("customer", ""),
        PartyKind::Reseller => sold("reseller", ""),
        PartyKind::Provider => sold("seller", " and channel = 'indirect'"),
        PartyKind::Partner => sold("seller", " and channel = 'direct-bill'"),
        PartyKind::Publisher => sold("publisher", ""),
        PartyKind::Operator => sold("seller", " and channel = 'direct'"),
    };
    Ok(Needs {
        roles: roles_of(tx, id, kind, left, now)?,
        relationships: relationships_of(tx, id, kind, left)?,
        offers: match kind {
            PartyKind::Publisher => count(
                tx,
                "select count(*) from offer where publisher = $1 and state <> 'withdrawn'",
            )?,
            _ => 0,
        },
        subscriptions: count(tx, &subscriptions)?,
    })
}

fn roles_of(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    kind: PartyKind,
    left: &[PartyKind],
    now: Timestamp,
) -> Result<i64, StoreError> {
    let members = "select roles from membership where organisation = $1";
    let mut held: Vec<Vec<Role>> = tx.query(members, &[&id], |row| row.json(0))?;
    for sql in [
        "select roles from token where organisation = $1 and expires_at > $2",
        "select roles from link where organisation = $1 and kind = 'invitation' and used_at is null and expires_at > $2",
    ] {
        held.extend(tx.query(sql, &[&id, &micros(now)], |row| row.json::<Vec<Role>>(0))?);
    }
    let is_needed = |role: &Role| role.is_held_at(&[kind]) && !role.is_held_at(left);
    let needed = held.iter().filter(|roles| roles.iter().any(is_needed)).count();
    Ok(i64::try_from(needed).unwrap_or(i64::MAX))
}

fn relationships_of(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    kind: PartyKind,
    left: &[PartyKind],
) -> Result<i64, StoreError> {
    let with_customers = "r.kind = 'partner-customer' and r.organisation = $1";
    let sells_itself = left.contains(&PartyKind::Partner) || left.contains(&PartyKind::Reseller);
    let parts: &[&str] = match kind {
        PartyKind::Provider => &["r.kind = 'provider-reseller' and r.organisation = $1"],
        PartyKind::Reseller if sells_itself => &["r.kind = 'provider-reseller' and r.other = $1"],
        PartyKind::Reseller => &["r.kind = 'provider-reseller' and r.other = $1", with_customers],
        PartyKind::Partner if !sells_itself => &[with_customers],
        PartyKind::Customer => &["r.kind = 'partner-customer' and r.other = $1"],
        PartyKind::Partner | PartyKind::Publisher | PartyKind::Operator => &[],
    };
    let mut needed = 0;
    for part in parts {
        let sql =
            format!("select count(*) from relationship r where {part} and r.state in ('asked', 'active')");
        needed += tx.query_one(&sql, &[&id], |row| row.get::<i64>(0))?;
    }
    Ok(needed)
}
