//! Organisations, what other systems call them, and the relations between them.

pub mod register;

use std::collections::BTreeSet;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::offer::Contact;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::Change;
use crate::access::{demand, demand_import_for_all};
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

const COLUMNS: &str = "o.id, o.handle, o.name, o.country, o.desk, o.promises, o.price, o.orphaned, o.version";

/// Which organisations exist for the asker, or show it their desk: by what they are to it, as far as its roles show that.
/// A customer's seller is also its reseller's provider, and only active
/// relations count. `$1` is the asker.
pub(crate) fn shown(scope: &Scope, object: Object) -> String {
    let may = |relation| scope.may(Act::See, object, relation);
    format!(
        "({any} or {own} and o.id = $1
           or {offered} and exists (select 1 from organisation_kind k
                where k.organisation = o.id and k.kind in ('operator', 'publisher'))
           or {reseller} and exists (select 1 from relationship r
                where r.state = 'active' and r.kind = 'provider-reseller' and r.organisation = $1 and r.other = o.id)
           or {provider} and exists (select 1 from relationship r
                where r.state = 'active' and r.kind = 'provider-reseller' and r.organisation = o.id and r.other = $1)
           or {customer} and exists (select 1 from relationship r
                where r.state = 'active' and r.kind = 'partner-customer' and r.organisation = $1 and r.other = o.id)
           or {seller} and exists (select 1 from relationship r
                where r.state = 'active' and r.kind = 'partner-customer' and r.organisation = o.id and r.other = $1)
           or ({customer} or {seller}) and exists (select 1 from relationship r1, relationship r2
                where r1.state = 'active' and r2.state = 'active' and r1.other = r2.organisation
                  and r1.kind = 'provider-reseller' and r2.kind = 'partner-customer'
                  and ({customer} and r1.organisation = $1 and r2.other = o.id
                    or {seller} and r1.organisation = o.id and r2.other = $1)))",
        any = may(Relation::Any),
        own = may(Relation::Own),
        offered = may(Relation::Offered),
        reseller = may(Relation::Reseller),
        provider = may(Relation::Provider),
        customer = may(Relation::Customer),
        seller = may(Relation::Seller),
    )
}

/// The organisations that exist for the asker, and whether their desks are shown too: for [`read_visible`].
fn visible(scope: &Scope) -> String {
    format!(
        "select {COLUMNS}, {desk} from organisation o where {exists}",
        desk = shown(scope, Object::Desk),
        exists = shown(scope, Object::Organisation),
    )
}

/// An organisation with its desk where that is shown; what the desk promises and what it costs belongs to it.
fn read_visible(row: &Row<'_>) -> Result<Organisation, StoreError> {
    let found = read(row)?;
    if row.get(9)? {
        return Ok(found);
    }
    Ok(Organisation {
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        ..found
    })
}

fn read(row: &Row<'_>) -> Result<Organisation, StoreError> {
    Ok(Organisation {
        id: OrganisationId(row.id(0)?),
        handle: row.text(1)?,
        name: row.text(2)?,
        kinds: Vec::new(),
        country: row.optional_text(3)?,
        desk: row.json(4)?,
        promises: row.json(5)?,
        price: row.optional_text(6)?,
        orphaned: row.get(7)?,
        version: row.get(8)?,
    })
}

fn with_kinds(tx: &mut Tx<'_>, mut organisation: Organisation) -> Result<Organisation, StoreError> {
    organisation.kinds = tx.query(
        "select kind from organisation_kind where organisation = $1",
        &[&organisation.id],
        |row| row.word(0),
    )?;
    organisation.kinds.sort_unstable();
    Ok(organisation)
}

/// An organisation that exists for the asker, by its handle.
pub fn by_handle(tx: &mut Tx<'_>, scope: &Scope, handle: &str) -> Result<Option<Organisation>, StoreError> {
    let sql = format!("{} and o.handle = $2", visible(scope));
    let found = tx.query_opt(&sql, &[&scope.organisation, &handle], read_visible)?;
    found.map(|organisation| with_kinds(tx, organisation)).transpose()
}

/// An organisation that exists for the asker, by its id.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
    let sql = format!("{} and o.id = $2", visible(scope));
    let found = tx.query_opt(&sql, &[&scope.organisation, &id], read_visible)?;
    found.map(|organisation| with_kinds(tx, organisation)).transpose()
}

/// An organisation that has a part in something the asker already sees, such as a subscription: the caller got its id from
/// there, which is what admits the asker to it.
pub fn of_record(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    id: OrganisationId,
) -> Result<Option<Organisation>, StoreError> {
    let sql = format!("select {COLUMNS} from organisation o where o.id = $1");
    let found = tx.query_opt(&sql, &[&id], read)?;
    found.map(|organisation| with_kinds(tx, organisation)).transpose()
}

/// The organisation that somebody belongs to. This stands before any scope: it is where one begins.
pub fn of_member(tx: &mut Tx<'_>, id: OrganisationId) -> Result<Option<Organisation>, StoreError> {
    let sql = format!("select {COLUMNS} from organisation o where o.id = $1");
    let found = tx.query_opt(&sql, &[&id], read)?;
    found.map(|organisation| with_kinds(tx, organisation)).transpose()
}

/// The organisation that plays a part only one can play, such as the operator.
pub fn sole(tx: &mut Tx<'_>, _scope: &Scope, kind: PartyKind) -> Result<Option<Organisation>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from organisation o join organisation_kind k on k.organisation = o.id
         where k.kind = $1 order by o.id limit 1"
    );
    let found = tx.query_opt(&sql, &[&kind.as_str()], read)?;
    found.map(|organisation| with_kinds(tx, organisation)).transpose()
}

/// Those that exist for the asker, by handle after `after`, of one kind where one is given.
pub fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: Option<PartyKind>,
    after: &str,
    limit: i64,
) -> Result<Vec<Organisation>, StoreError> {
    let sql = format!(
        "{} and o.handle > $2
           and ($3 = '' or exists (select 1 from organisation_kind k where k.organisation = o.id and k.kind = $3))
         order by o.handle limit $4",
        visible(scope)
    );
    let kind = kind.map_or("", PartyKind::as_str);
    let found = tx.query(&sql, &[&scope.organisation, &after, &kind, &limit], read_visible)?;
    found
        .into_iter()
        .map(|organisation| with_kinds(tx, organisation))
        .collect()
}

/// Walks the names of those that play a part and exist for the asker.
pub fn each_name(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: PartyKind,
    mut each: impl FnMut(OrganisationId, &str),
) -> Result<(), StoreError> {
    let sql = format!(
        "select o.id, o.name from organisation o join organisation_kind k on k.organisation = o.id
         where k.kind = $2 and {}",
        shown(scope, Object::Organisation)
    );
    tx.for_each(&sql, &[&scope.organisation, &kind.as_str()], |row| {
        each(OrganisationId(row.id(0)?), &row.text(1)?);
        Ok(())
    })
}

/// The organisations that exist for the asker at the other end of its relations of a kind, that it began (`downstream`) or
/// that reach it.
pub fn related(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: RelationshipKind,
    downstream: bool,
) -> Result<Vec<Organisation>, StoreError> {
    let (mine, theirs) = ends(downstream);
    let sql = format!(
        "{} and exists (select 1 from relationship r
           where r.{mine} = $1 and r.{theirs} = o.id and r.kind = $2 and r.state = 'active')
         order by o.handle",
        visible(scope)
    );
    let found = tx.query(&sql, &[&scope.organisation, &kind.as_str()], read_visible)?;
    found
        .into_iter()
        .map(|organisation| with_kinds(tx, organisation))
        .collect()
}

/// The columns of a relationship that hold the asker and the other.
pub(crate) const fn ends(downstream: bool) -> (&'static str, &'static str) {
    if downstream {
        ("organisation", "other")
    } else {
        ("other", "organisation")
    }
}

/// Brings in an organisation, found again by its handle: all of it is replaced but the kinds, which are added to.
pub fn put(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Organisation,
    now: Timestamp,
) -> Result<(OrganisationId, Change), StoreError> {
    demand_import_for_all(scope)?;
    let before = tx.query_opt(
        &format!("select {COLUMNS} from organisation o where o.handle = $1"),
        &[&new.handle],
        read,
    )?;
    let desk = to_json(&new.desk);
    let promises = to_json(&new.promises);
    let Some(before) = before else {
        tx.execute(
            "insert into organisation (id, handle, name, country, desk, promises, price, orphaned, version, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)",
            &[
                &new.id, &new.handle, &new.name, &new.country, &desk, &promises, &new.price, &new.orphaned, &micros(now),
            ],
        )?;
        add_kinds(tx, new.id, &new.kinds)?;
        return Ok((new.id, Change::Created));
    };
    let before = with_kinds(tx, before)?;
    let added = add_kinds(tx, before.id, &new.kinds)?;
    let same = Organisation {
        id: before.id,
        kinds: before.kinds.clone(),
        version: before.version,
        ..new.clone()
    };
    if same == before {
        return Ok((before.id, if added { Change::Updated } else { Change::Unchanged }));
    }
    tx.execute(
        "update organisation set name = $2, country = $3, desk = $4, promises = $5, price = $6, orphaned = $7,
           version = version + 1, changed_at = $8 where id = $1",
        &[&before.id, &new.name, &new.country, &desk, &promises, &new.price, &new.orphaned, &micros(now)],
    )?;
    Ok((before.id, Change::Updated))
}

/// Gives an organisation another handle, which nobody has.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not bring in data for the whole hub.
pub fn set_handle(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: OrganisationId,
    handle: &str,
) -> Result<(), StoreError> {
    demand_import_for_all(scope)?;
    tx.execute(
        "update organisation set handle = $2, version = version + 1 where id = $1",
        &[&id, &handle],
    )?;
    Ok(())
}

fn add_kinds(tx: &mut Tx<'_>, id: OrganisationId, kinds: &[PartyKind]) -> Result<bool, StoreError> {
    let mut added = false;
    for kind in kinds.iter().collect::<BTreeSet<_>>() {
        added |= tx.execute(
            "insert into organisation_kind (organisation, kind) values ($1, $2) on conflict do nothing",
            &[&id, &kind.as_str()],
        )? > 0;
    }
    Ok(added)
}

/// The organisation that another system calls so, for bringing in what refers to it.
pub fn by_alias(
    tx: &mut Tx<'_>,
    scope: &Scope,
    scheme: &str,
    value: &str,
) -> Result<Option<OrganisationId>, StoreError> {
    demand_import_for_all(scope)?;
    tx.query_opt(
        "select organisation from organisation_alias where scheme = $1 and value = $2",
        &[&scheme, &value],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// Records what another system calls an organisation; a value belongs to whoever had it first.
pub fn add_alias(
    tx: &mut Tx<'_>,
    scope: &Scope,
    scheme: &str,
    value: &str,
    organisation: OrganisationId,
) -> Result<bool, StoreError> {
    demand_import_for_all(scope)?;
    let added = tx.execute(
        "insert into organisation_alias (scheme, value, organisation) values ($1, $2, $3) on conflict do nothing",
        &[&scheme, &value, &organisation],
    )?;
    Ok(added > 0)
}

/// The organisation with this handle, for bringing in what refers to it.
pub fn id_of_handle(
    tx: &mut Tx<'_>,
    scope: &Scope,
    handle: &str,
) -> Result<Option<OrganisationId>, StoreError> {
    demand_import_for_all(scope)?;
    tx.query_opt(
        "select id from organisation where handle = $1",
        &[&handle],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// Changes how an organisation is reached for support, what it promises and what that costs, if it still is at the version
/// that the change was made on.
pub fn set_desk(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Organisation,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Desk, scope.stands_to(new.id))?;
    let changed = tx.execute(
        "update organisation set desk = $3, promises = $4, price = $5,
           version = version + 1, changed_at = $6 where id = $1 and version = $2",
        &[
            &new.id,
            &new.version,
            &to_json(&new.desk),
            &to_json(&new.promises),
            &new.price,
            &micros(now),
        ],
    )?;
    Ok(changed > 0)
}
