//! Browsers that are signed in.

use firstline_domain::id::{OrganisationId, PersonId};
use jiff::Timestamp;
use uuid::Uuid;

use crate::columns::{Columns, micros};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// A browser that is signed in as a person, for one of their organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: Uuid,
    pub person: PersonId,
    pub organisation: OrganisationId,
    /// Where it was begun from.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub agent: String,
    /// When its person signed in: it may have moved on to another organisation since.
    pub made_at: Timestamp,
    pub seen_at: Timestamp,
    /// When its person last showed who they are.
    pub proved_at: Timestamp,
    /// When they last showed two factors in it: a password and a code, or a passkey.
    pub two_factors_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, person, organisation, address, agent, made_at, seen_at, proved_at, two_factors_at";

fn read(row: &Row<'_>) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.id(0)?,
        person: PersonId(row.id(1)?),
        organisation: OrganisationId(row.id(2)?),
        address: row.optional_text(3)?,
        agent: row.text(4)?,
        made_at: row.instant(5)?,
        seen_at: row.instant(6)?,
        proved_at: row.instant(7)?,
        two_factors_at: row.optional_instant(8)?,
    })
}

/// The session of a cookie, by its digest. This stands before any scope: it is where one begins.
pub fn by_digest(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Option<Session>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from session where digest = $1"),
        &[&digest],
        read,
    )
}

pub fn add(tx: &mut Tx<'_>, digest: &[u8], new: &Session) -> Result<(), StoreError> {
    tx.execute(
        "insert into session
           (digest, id, person, organisation, address, agent, made_at, seen_at, proved_at, two_factors_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            &digest,
            &new.id,
            &new.person,
            &new.organisation,
            &new.address,
            &new.agent,
            &micros(new.made_at),
            &micros(new.seen_at),
            &micros(new.proved_at),
            &new.two_factors_at.map(micros),
        ],
    )?;
    tx.execute(
        "update membership set seen_at = $3 where organisation = $1 and person = $2",
        &[&new.organisation, &new.person, &micros(new.seen_at)],
    )?;
    Ok(())
}

/// A person's sessions, newest first.
pub fn of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Session>, StoreError> {
    tx.query(
        &format!("select {COLUMNS} from session where person = $1 order by seen_at desc, id"),
        &[&person],
        read,
    )
}

/// Notes that a session is in use, and so that its person is there for that organisation.
pub fn seen(tx: &mut Tx<'_>, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update session set seen_at = $2 where id = $1",
        &[&id, &micros(now)],
    )?;
    tx.execute(
        "update membership set seen_at = $2 where exists (select 1 from session s where s.id = $1
           and s.organisation = membership.organisation and s.person = membership.person)",
        &[&id, &micros(now)],
    )?;
    Ok(())
}

/// One of a person's sessions.
pub fn one(tx: &mut Tx<'_>, person: PersonId, id: Uuid) -> Result<Option<Session>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from session where person = $1 and id = $2"),
        &[&person, &id],
        read,
    )
}

/// Notes that the person of a session showed anew who they are; from now on its cookie is another.
pub fn prove(tx: &mut Tx<'_>, id: Uuid, digest: &[u8], now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update session set digest = $2, proved_at = $3 where id = $1",
        &[&id, &digest, &micros(now)],
    )?;
    Ok(())
}

/// Notes that the person of a session showed two factors in it.
pub fn showed_two(tx: &mut Tx<'_>, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update session set two_factors_at = $2 where id = $1",
        &[&id, &micros(now)],
    )?;
    Ok(())
}

/// Notes that a person has no second factor any more that they could have shown.
pub fn showed_one(tx: &mut Tx<'_>, person: PersonId) -> Result<(), StoreError> {
    tx.execute(
        "update session set two_factors_at = null where person = $1",
        &[&person],
    )?;
    Ok(())
}

/// Ends the session of a cookie, whosever it is; whether it was there.
pub fn end_by_digest(tx: &mut Tx<'_>, digest: &[u8]) -> Result<bool, StoreError> {
    Ok(tx.execute("delete from session where digest = $1", &[&digest])? > 0)
}

/// Ends one session of a person; whether it was there.
pub fn end(tx: &mut Tx<'_>, person: PersonId, id: Uuid) -> Result<bool, StoreError> {
    Ok(tx.execute(
        "delete from session where person = $1 and id = $2",
        &[&person, &id],
    )? > 0)
}

/// Ends all sessions of a person but one.
pub fn end_others(tx: &mut Tx<'_>, person: PersonId, but: Option<Uuid>) -> Result<u64, StoreError> {
    tx.execute(
        "delete from session where person = $1 and id <> $2",
        &[&person, &but.unwrap_or(Uuid::nil())],
    )
}

/// Ends a person's sessions for one organisation.
pub fn end_in(tx: &mut Tx<'_>, person: PersonId, organisation: OrganisationId) -> Result<u64, StoreError> {
    tx.execute(
        "delete from session where person = $1 and organisation = $2",
        &[&person, &organisation],
    )
}

/// Removes sessions that nobody has used since, and those begun before.
pub fn sweep(tx: &mut Tx<'_>, seen_before: Timestamp, made_before: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "delete from session where seen_at < $1 or made_at < $2",
        &[&micros(seen_before), &micros(made_before)],
    )
}
