//! Relations between organisations: requests, answers and ends.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, RelationshipId};
use firstline_domain::party::RelationshipKind;
use firstline_domain::relationship::{Relationship, RelationshipState};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::Change;
use crate::access::{demand, demand_import_for_all};
use crate::columns::{Columns, micros};
use crate::db::{Param, Row, Tx};
use crate::error::StoreError;
use crate::organisation::ends;

const COLUMNS: &str =
    "r.organisation, r.id, r.kind, r.other, r.addressed_to, r.state, r.since, r.until, r.asked_at,
   r.answered_at, r.ended_at, r.ended_by";

/// Which relations exist for the asker, as far as its roles show them: those it asked for, and those it was asked for by a
/// provider or a seller. `$1` is the asker.
fn visible(scope: &Scope) -> String {
    let may = |relation| scope.may(Act::See, Object::Relationship, relation);
    format!(
        "({any} or {own} and r.organisation = $1
           or {provider} and r.other = $1 and r.kind = 'provider-reseller'
           or {seller} and r.other = $1 and r.kind = 'partner-customer')",
        any = may(Relation::Any),
        own = may(Relation::Own),
        provider = may(Relation::Provider),
        seller = may(Relation::Seller),
    )
}

fn read(row: &Row<'_>) -> Result<Relationship, StoreError> {
    Ok(Relationship {
        organisation: OrganisationId(row.id(0)?),
        id: RelationshipId(row.id(1)?),
        kind: row.word(2)?,
        other: row.get::<Option<Uuid>>(3)?.map(OrganisationId),
        addressed_to: row.optional_text(4)?,
        state: row.word(5)?,
        since: row.optional_date(6)?,
        until: row.optional_date(7)?,
        asked_at: row.optional_instant(8)?,
        answered_at: row.optional_instant(9)?,
        ended_at: row.optional_instant(10)?,
        ended_by: row.get::<Option<Uuid>>(11)?.map(OrganisationId),
    })
}

/// A relation that exists for the asker.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: RelationshipId) -> Result<Option<Relationship>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from relationship r where r.id = $2 and {}",
        visible(scope)
    );
    tx.query_opt(&sql, &[&scope.organisation, &id], read)
}

/// Those in one of these states that exist for the asker, by id after `after`.
pub fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    states: &[RelationshipState],
    after: Option<RelationshipId>,
    limit: i64,
) -> Result<Vec<Relationship>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from relationship r
         where {} and r.state = any($2) and r.id > $3 order by r.id limit $4",
        visible(scope)
    );
    let states: Vec<&str> = states.iter().map(|state| state.as_str()).collect();
    let after = after.map_or(Uuid::nil(), |id| id.0);
    tx.query(&sql, &[&scope.organisation, &states, &after, &limit], read)
}

/// The requests of the asker's organisation that wait for an answer.
pub fn asked_by_own(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Relationship>, StoreError> {
    demand(scope, Act::Add, Object::Relationship, Relation::Own)?;
    tx.query(
        &format!("select {COLUMNS} from relationship r where r.organisation = $1 and r.state = 'asked'"),
        &[&scope.organisation],
        read,
    )
}

/// Whom the asker's organisation has such relations with, whatever the asker's roles: for deciding whose a question is.
pub fn related_ids(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: RelationshipKind,
    downstream: bool,
) -> Result<Vec<OrganisationId>, StoreError> {
    let (mine, theirs) = ends(downstream);
    tx.query(
        &format!(
            "select r.{theirs} from relationship r
             where r.{mine} = $1 and r.kind = $2 and r.state = 'active' order by 1"
        ),
        &[&scope.organisation, &kind.as_str()],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// Whether two organisations have such a relation now.
pub fn are_related(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    kind: RelationshipKind,
    organisation: OrganisationId,
    other: OrganisationId,
) -> Result<bool, StoreError> {
    is_in(tx, &[RelationshipState::Active], kind, organisation, other)
}

/// Whether two organisations have, had or were asked for such a relation.
pub fn is_on_record(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    kind: RelationshipKind,
    organisation: OrganisationId,
    other: OrganisationId,
) -> Result<bool, StoreError> {
    is_in(tx, RelationshipState::ALL, kind, organisation, other)
}

/// Whether two organisations have such a relation now, or one of them waits for the answer of the other.
pub fn is_open(
    tx: &mut Tx<'_>,
    _scope: &Scope,
    kind: RelationshipKind,
    organisation: OrganisationId,
    other: OrganisationId,
) -> Result<bool, StoreError> {
    let open = [RelationshipState::Asked, RelationshipState::Active];
    is_in(tx, &open, kind, organisation, other)
}

fn is_in(
    tx: &mut Tx<'_>,
    states: &[RelationshipState],
    kind: RelationshipKind,
    organisation: OrganisationId,
    other: OrganisationId,
) -> Result<bool, StoreError> {
    let states: Vec<&str> = states.iter().map(|state| state.as_str()).collect();
    let found: Option<i64> = tx.query_opt(
        "select 1 from relationship where organisation = $1 and other = $2 and kind = $3 and state = any($4) limit 1",
        &[&organisation, &other, &kind.as_str(), &states],
        |row| row.get(0),
    )?;
    Ok(found.is_some())
}

/// The organisation with exactly this handle that such a relation can reach. Who asks is not to be told whether there is one.
pub fn called(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: RelationshipKind,
    handle: &str,
) -> Result<Option<OrganisationId>, StoreError> {
    demand(scope, Act::Add, Object::Relationship, Relation::Own)?;
    tx.query_opt(
        "select o.id from organisation o join organisation_kind k on k.organisation = o.id
         where o.handle = $1 and k.kind = $2",
        &[&handle, &kind.reaches().as_str()],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// The organisations that such a relation can reach where somebody with this address acts, with their roles there. Who asks
/// is not to be told whether there are any.
pub fn where_somebody_acts(
    tx: &mut Tx<'_>,
    scope: &Scope,
    kind: RelationshipKind,
    email_key: &str,
) -> Result<Vec<(OrganisationId, Vec<Role>)>, StoreError> {
    demand(scope, Act::Add, Object::Relationship, Relation::Own)?;
    tx.query(
        "select m.organisation, m.roles from person p join membership m on m.person = p.id
         join organisation o on o.id = m.organisation
         join organisation_kind k on k.organisation = m.organisation
         where p.email_key = $1 and m.active and k.kind = $2 order by o.handle",
        &[&email_key, &kind.reaches().as_str()],
        |row| Ok((OrganisationId(row.id(0)?), row.json(1)?)),
    )
}

/// Keeps a request of the asker's organisation.
pub fn ask(tx: &mut Tx<'_>, scope: &Scope, new: &Relationship) -> Result<(), StoreError> {
    demand(
        scope,
        Act::Add,
        Object::Relationship,
        scope.stands_to(new.organisation),
    )?;
    insert(tx, new)
}

/// Keeps the answer to a request, where the asker's organisation is the one that was asked and it still waits.
pub fn answer(
    tx: &mut Tx<'_>,
    scope: &Scope,
    asked: &Relationship,
    consents: bool,
    now: Timestamp,
    today: Date,
) -> Result<bool, StoreError> {
    demand(scope, Act::Add, Object::Relationship, asked.kind.from_below())?;
    let (state, since) = if consents {
        (RelationshipState::Active, Some(today.to_string()))
    } else {
        (RelationshipState::Declined, None)
    };
    let changed = tx.execute(
        "update relationship set state = $4, since = $5, answered_at = $6
         where organisation = $1 and id = $2 and other = $3 and state = 'asked'",
        &[
            &asked.organisation,
            &asked.id,
            &scope.organisation,
            &state.as_str(),
            &since,
            &micros(now),
        ],
    )?;
    Ok(changed > 0)
}

/// Keeps that the asker's organisation ended a relation, or took its request back, where it still stands so.
pub fn end(
    tx: &mut Tx<'_>,
    scope: &Scope,
    standing: &Relationship,
    now: Timestamp,
    today: Date,
) -> Result<bool, StoreError> {
    let own = scope.organisation;
    let relation = match standing.other {
        Some(other) if other == own && standing.organisation != own => standing.kind.from_below(),
        _ => scope.stands_to(standing.organisation),
    };
    demand(scope, Act::Remove, Object::Relationship, relation)?;
    let (state, until) = match standing.state {
        RelationshipState::Asked if standing.organisation == own => (RelationshipState::Withdrawn, None),
        RelationshipState::Active => (RelationshipState::Ended, Some(today.to_string())),
        _ => return Ok(false),
    };
    let changed = tx.execute(
        "update relationship set state = $3, until = $4, ended_at = $5, ended_by = $6
         where organisation = $1 and id = $2 and state = $7",
        &[
            &standing.organisation,
            &standing.id,
            &state.as_str(),
            &until,
            &micros(now),
            &own,
            &standing.state.as_str(),
        ],
    )?;
    Ok(changed > 0)
}

/// Brings in a relation between two organisations, or that it ended. What one of the two ended here stays ended: only they
/// begin it anew.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: &Relationship) -> Result<Change, StoreError> {
    demand_import_for_all(scope)?;
    let latest = tx.query_opt(
        &format!(
            "select {COLUMNS} from relationship r where r.organisation = $1 and r.other = $2 and r.kind = $3
               and r.state in ('asked', 'active', 'ended')
             order by case when r.state = 'ended' then 1 else 0 end, r.since desc, r.id desc limit 1"
        ),
        &[&new.organisation, &new.other, &new.kind.as_str()],
        read,
    )?;
    let Some(before) = latest else {
        insert(tx, new)?;
        return Ok(Change::Created);
    };
    let is_same = (before.state, before.since, before.until) == (new.state, new.since, new.until);
    if is_same || before.ended_by.is_some() {
        return Ok(Change::Unchanged);
    }
    tx.execute(
        "update relationship set state = $3, since = $4, until = $5 where organisation = $1 and id = $2",
        &[
            &before.organisation,
            &before.id,
            &new.state.as_str(),
            &new.since.map(|day| day.to_string()),
            &new.until.map(|day| day.to_string()),
        ],
    )?;
    Ok(Change::Updated)
}

fn insert(tx: &mut Tx<'_>, new: &Relationship) -> Result<(), StoreError> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let (since, until) = (day(new.since), day(new.until));
    let params: [&dyn Param; 9] = [
        &new.organisation,
        &new.id,
        &new.kind.as_str(),
        &new.other,
        &new.addressed_to,
        &new.state.as_str(),
        &since,
        &until,
        &new.asked_at.map(micros),
    ];
    tx.execute(
        "insert into relationship (organisation, id, kind, other, addressed_to, state, since, until, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &params,
    )?;
    Ok(())
}
