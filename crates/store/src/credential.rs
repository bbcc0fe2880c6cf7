//! How a person shows who they are: a password's hash, a second factor, a passkey. All of it stands before any scope, because
//! it is where one begins; whoever calls has found the person by what was typed, or by being signed in as them.

use firstline_domain::id::PersonId;
use jiff::Timestamp;
use uuid::Uuid;

use crate::columns::{Columns, micros};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// One thing by which a person is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    pub id: Uuid,
    /// `password`, `totp`, `recovery`, `passkey`.
    pub kind: String,
    /// What its owner calls it; of an app, the function that it makes its codes by.
    pub name: String,
    /// A hash, or what is needed to check an answer.
    pub secret: String,
    pub made_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

fn read(row: &Row<'_>) -> Result<Credential, StoreError> {
    Ok(Credential {
        id: row.id(0)?,
        kind: row.text(1)?,
        name: row.text(2)?,
        secret: row.text(3)?,
        made_at: row.instant(4)?,
        used_at: row.optional_instant(5)?,
    })
}

/// Stands beside what an account is known by until its address was shown to be its owner's: it was opened by a link that whoever
/// invited them could see too.
pub const UNCONFIRMED: &str = "unconfirmed";

/// What a person has of a kind, oldest first.
pub fn of(tx: &mut Tx<'_>, person: PersonId, kind: &str) -> Result<Vec<Credential>, StoreError> {
    tx.query(
        "select id, kind, name, secret, made_at, used_at from credential
         where person = $1 and kind = $2 order by made_at, id",
        &[&person, &kind],
        read,
    )
}

/// What everybody has of a kind.
pub fn all(tx: &mut Tx<'_>, kind: &str) -> Result<Vec<Credential>, StoreError> {
    tx.query(
        "select id, kind, name, secret, made_at, used_at from credential where kind = $1",
        &[&kind],
        read,
    )
}

/// Whether a person has anything by which they are known.
pub fn has_any(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, StoreError> {
    tx.query_one(
        "select exists (select 1 from credential where person = $1)",
        &[&person],
        |row| row.get(0),
    )
}

pub fn add(tx: &mut Tx<'_>, person: PersonId, new: &Credential) -> Result<(), StoreError> {
    tx.execute(
        "insert into credential (person, id, kind, name, secret, made_at) values ($1, $2, $3, $4, $5, $6)",
        &[
            &person,
            &new.id,
            &new.kind,
            &new.name,
            &new.secret,
            &micros(new.made_at),
        ],
    )?;
    Ok(())
}

/// Takes a credential away; whether it was there.
pub fn remove(tx: &mut Tx<'_>, person: PersonId, id: Uuid) -> Result<bool, StoreError> {
    Ok(tx.execute(
        "delete from credential where person = $1 and id = $2",
        &[&person, &id],
    )? > 0)
}

/// Takes away all that a person has of a kind.
pub fn remove_kind(tx: &mut Tx<'_>, person: PersonId, kind: &str) -> Result<(), StoreError> {
    tx.execute(
        "delete from credential where person = $1 and kind = $2",
        &[&person, &kind],
    )?;
    Ok(())
}

/// Notes that a credential was used, with what must be remembered of that (a counter, the codes that are left). Nothing
/// happens where it has been used otherwise since it was read: then the answer is `false`, and the sign-in must not count.
pub fn used(
    tx: &mut Tx<'_>,
    person: PersonId,
    before: &Credential,
    secret: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = tx.execute(
        "update credential set secret = $4, used_at = $5 where person = $1 and id = $2 and secret = $3",
        &[&person, &before.id, &before.secret, &secret, &micros(now)],
    )?;
    Ok(changed > 0)
}
