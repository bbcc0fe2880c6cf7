//! Links that work once.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// A link that was given out, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub id: Uuid,
    /// `set-up`, `invitation`, `reset` or `address`; or what is still to come of a sign-in.
    pub kind: String,
    pub organisation: Option<OrganisationId>,
    pub person: Option<PersonId>,
    /// Whom it was given to: for `address`, the new one.
    pub email: String,
    /// The roles that an invitation brings.
    pub roles: Vec<Role>,
    pub made_by: Option<PersonId>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, kind, organisation, person, email, roles, made_by, made_at, expires_at, used_at";

fn read(row: &Row<'_>) -> Result<Link, StoreError> {
    Ok(Link {
        id: row.id(0)?,
        kind: row.text(1)?,
        organisation: row.get::<Option<Uuid>>(2)?.map(OrganisationId),
        person: row.get::<Option<Uuid>>(3)?.map(PersonId),
        email: row.text(4)?,
        roles: row.json(5)?,
        made_by: row.get::<Option<Uuid>>(6)?.map(PersonId),
        made_at: row.instant(7)?,
        expires_at: row.instant(8)?,
        used_at: row.optional_instant(9)?,
    })
}

pub fn add(tx: &mut Tx<'_>, digest: &[u8], new: &Link) -> Result<(), StoreError> {
    tx.execute(
        "insert into link (digest, id, kind, organisation, person, email, roles, made_by, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            &digest,
            &new.id,
            &new.kind,
            &new.organisation,
            &new.person,
            &new.email,
            &to_json(&new.roles),
            &new.made_by,
            &micros(new.made_at),
            &micros(new.expires_at),
        ],
    )?;
    Ok(())
}

/// The link with this digest, used or not. This stands before any scope: whoever has the link has it.
pub fn by_digest(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Option<Link>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from link where digest = $1"),
        &[&digest],
        read,
    )
}

/// Uses a link up; whether it was still to be used, so that of two who come at once only one goes on.
pub fn take(tx: &mut Tx<'_>, id: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    let taken = tx.execute(
        "update link set used_at = $2 where id = $1 and used_at is null and expires_at > $2",
        &[&id, &micros(now)],
    )?;
    Ok(taken > 0)
}

/// Makes the links of a kind that a person was given worth nothing, before a new one is given or once one was used.
pub fn spend(tx: &mut Tx<'_>, kind: &str, person: PersonId, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update link set used_at = $3 where kind = $1 and person = $2 and used_at is null",
        &[&kind, &person, &micros(now)],
    )?;
    Ok(())
}

/// How many links of a kind a person could still use.
pub fn open_for(tx: &mut Tx<'_>, kind: &str, person: PersonId, now: Timestamp) -> Result<u64, StoreError> {
    let open: i64 = tx.query_one(
        "select count(*) from link where kind = $1 and person = $2 and used_at is null and expires_at > $3",
        &[&kind, &person, &micros(now)],
        |row| row.get(0),
    )?;
    Ok(open.unsigned_abs())
}

/// Removes what ran out a day ago or longer, and the letters with it that nobody sent.
pub fn sweep(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), StoreError> {
    let before = micros(now - SignedDuration::from_hours(24));
    tx.execute(
        "delete from outbox where id in (select id from link where expires_at < $1)",
        &[&before],
    )?;
    tx.execute("delete from link where expires_at < $1", &[&before])?;
    Ok(())
}

/// Makes the hub's own links of a kind, which belong to nobody, worth nothing.
pub fn spend_unowned(tx: &mut Tx<'_>, kind: &str, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update link set used_at = $2 where kind = $1 and organisation is null and used_at is null",
        &[&kind, &micros(now)],
    )?;
    Ok(())
}

/// Which invitations exist for the asker: its organisation's, and those it gave to others' people itself where it may. `$1` is
/// the organisation, `$2` whether its own are shown, `$3` the person where it may invite to others.
const VISIBLE: &str = "kind = 'invitation' and ($2 and organisation = $1 or made_by = $3)";

fn shown(scope: &Scope, act: Act) -> (bool, Option<PersonId>) {
    let own = scope.may(act, Object::Invitation, Relation::Own);
    let anyones = scope.may(Act::Add, Object::Invitation, Relation::Any);
    (own, scope.person.filter(|_| anyones))
}

/// The invitations that nobody has used yet, newest first.
pub fn invitations(
    tx: &mut Tx<'_>,
    scope: &Scope,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Link>, StoreError> {
    let (own, by) = shown(scope, Act::See);
    tx.query(
        &format!(
            "select {COLUMNS} from link where {VISIBLE} and used_at is null and expires_at > $4
             order by made_at desc, id desc limit $5"
        ),
        &[&scope.organisation, &own, &by, &micros(now), &limit],
        read,
    )
}

/// An invitation that nobody has used yet.
pub fn invitation(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: Uuid,
    now: Timestamp,
) -> Result<Option<Link>, StoreError> {
    let (own, by) = shown(scope, Act::See);
    tx.query_opt(
        &format!(
            "select {COLUMNS} from link where {VISIBLE} and used_at is null and expires_at > $4 and id = $5"
        ),
        &[&scope.organisation, &own, &by, &micros(now), &id],
        read,
    )
}

/// Takes an invitation back; whether there was one to be used.
pub fn withdraw(tx: &mut Tx<'_>, scope: &Scope, id: Uuid, now: Timestamp) -> Result<bool, StoreError> {
    let (own, by) = shown(scope, Act::Remove);
    let withdrawn = tx.execute(
        &format!(
            "update link set used_at = $4 where {VISIBLE} and used_at is null and expires_at > $4 and id = $5"
        ),
        &[&scope.organisation, &own, &by, &micros(now), &id],
    )?;
    Ok(withdrawn > 0)
}

/// The invitations to an organisation that nobody has used yet; the caller may invite there, or sees to its people.
pub fn open_invitations(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    now: Timestamp,
) -> Result<Vec<Link>, StoreError> {
    tx.query(
        &format!(
            "select {COLUMNS} from link where organisation = $1 and kind = 'invitation' and used_at is null
               and expires_at > $2"
        ),
        &[&organisation, &micros(now)],
        read,
    )
}

/// How many links of these kinds that were made before an instant could still be used, and when the last of them runs out.
pub fn open_from_before(
    tx: &mut Tx<'_>,
    kinds: &[&str],
    before: Timestamp,
    now: Timestamp,
) -> Result<(u64, Option<Timestamp>), StoreError> {
    let (mut open, mut until) = (0, None);
    for kind in kinds {
        let (count, last) = tx.query_one(
            "select count(*), max(expires_at) from link
             where kind = $1 and made_at < $2 and used_at is null and expires_at > $3",
            &[kind, &micros(before), &micros(now)],
            |row| Ok((row.get::<i64>(0)?, row.optional_instant(1)?)),
        )?;
        open += count.unsigned_abs();
        until = until.max(last);
    }
    Ok((open, until))
}
