//! An organisation's people as whoever manages them knows them.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::access::demand;
use crate::columns::{Columns, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;
use crate::person::{Member, read_member};

/// One of an organisation's people, and what is known of their being there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub member: Member,
    pub since: Timestamp,
    /// When they last did something for this organisation; never where they have not been here yet.
    pub seen_at: Option<Timestamp>,
    /// Whether a password alone does not sign them in: a code belongs to it, or they have passkeys alone.
    pub second_factor: bool,
}

const COLLEAGUE: &str =
    "p.id, p.handle, p.name, p.email, p.language, m.organisation, m.roles, m.active, m.since, m.seen_at,
   exists (select 1 from credential c where c.person = p.id and c.kind = 'totp')
     or exists (select 1 from credential c where c.person = p.id and c.kind = 'passkey')
       and not exists (select 1 from credential c where c.person = p.id and c.kind = 'password')
   from membership m join person p on p.id = m.person";

fn read(row: &Row<'_>) -> Result<Colleague, StoreError> {
    Ok(Colleague {
        member: read_member(row)?,
        since: row.instant(8)?,
        seen_at: row.optional_instant(9)?,
        second_factor: row.get(10)?,
    })
}

/// The people of the asker's organisation, by handle after `after`; none where its roles do not show them.
pub fn list(tx: &mut Tx<'_>, scope: &Scope, after: &str, limit: i64) -> Result<Vec<Colleague>, StoreError> {
    if !scope.may(Act::See, Object::Person, Relation::Own) {
        return Ok(Vec::new());
    }
    tx.query(
        &format!("select {COLLEAGUE} where m.organisation = $1 and p.handle > $2 order by p.handle limit $3"),
        &[&scope.organisation, &after, &limit],
        read,
    )
}

/// Somebody of the asker's organisation; whoever is not shown its people finds themselves alone.
pub fn by_handle(tx: &mut Tx<'_>, scope: &Scope, handle: &str) -> Result<Option<Colleague>, StoreError> {
    let all = scope.may(Act::See, Object::Person, Relation::Own);
    let mine = scope
        .person
        .filter(|_| scope.may(Act::See, Object::Person, Relation::Mine));
    tx.query_opt(
        &format!("select {COLLEAGUE} where m.organisation = $1 and p.handle = $2 and ($3 or m.person = $4)"),
        &[&scope.organisation, &handle, &all, &mine],
        read,
    )
}

/// How many others of the asker's organisation can act in one of these roles.
pub fn others_with(
    tx: &mut Tx<'_>,
    scope: &Scope,
    but: PersonId,
    roles: &[Role],
) -> Result<usize, StoreError> {
    let held: Vec<Vec<Role>> = tx.query(
        "select roles from membership where organisation = $1 and person <> $2 and active",
        &[&scope.organisation, &but],
        |row| row.json(0),
    )?;
    let holds = |held: &&Vec<Role>| held.iter().any(|role| roles.contains(role));
    Ok(held.iter().filter(holds).count())
}

/// Gives somebody of the asker's organisation these roles in place of those before.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not give roles.
pub fn set_roles(tx: &mut Tx<'_>, scope: &Scope, person: PersonId, roles: &[Role]) -> Result<(), StoreError> {
    demand(scope, Act::Change, Object::Role, Relation::Own)?;
    tx.execute(
        "update membership set roles = $3 where organisation = $1 and person = $2",
        &[&scope.organisation, &person, &to_json(&roles)],
    )?;
    Ok(())
}

/// Lets somebody act for the asker's organisation, or no longer.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not manage its people.
pub fn set_active(tx: &mut Tx<'_>, scope: &Scope, person: PersonId, active: bool) -> Result<(), StoreError> {
    demand(scope, Act::Change, Object::Person, Relation::Own)?;
    tx.execute(
        "update membership set active = $3 where organisation = $1 and person = $2",
        &[&scope.organisation, &person, &active],
    )?;
    Ok(())
}

/// Takes somebody out of the asker's organisation; their account is their own and stays.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not manage its people.
pub fn remove(tx: &mut Tx<'_>, scope: &Scope, person: PersonId) -> Result<(), StoreError> {
    demand(scope, Act::Remove, Object::Person, Relation::Own)?;
    for table in ["scim_user", "membership"] {
        tx.execute(
            &format!("delete from {table} where organisation = $1 and person = $2"),
            &[&scope.organisation, &person],
        )?;
    }
    Ok(())
}
