//! People, and the organisations they belong to with the roles they hold there.

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::lang::Lang;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::Change;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// A person, whatever organisations they belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// The person's name in addresses and files.
    pub handle: String,
    pub name: String,
    pub email: String,
    /// The language this person chose; absent where the browser's counts.
    pub language: Option<Lang>,
}

/// A person as one of an organisation's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub person: Person,
    pub organisation: OrganisationId,
    pub roles: Vec<Role>,
    /// Somebody who is not active belongs to the organisation and cannot act for it.
    pub active: bool,
}

const COLUMNS: &str = "p.id, p.handle, p.name, p.email, p.language";
const MEMBER: &str =
    "p.id, p.handle, p.name, p.email, p.language, m.organisation, m.roles, m.active from membership m
     join person p on p.id = m.person";

fn read(row: &Row<'_>) -> Result<Person, StoreError> {
    Ok(Person {
        id: PersonId(row.id(0)?),
        handle: row.text(1)?,
        name: row.text(2)?,
        email: row.text(3)?,
        language: row.optional_word(4)?,
    })
}

fn read_member(row: &Row<'_>) -> Result<Member, StoreError> {
    Ok(Member {
        person: read(row)?,
        organisation: OrganisationId(row.id(5)?),
        roles: row.json(6)?,
        active: row.get(7)?,
    })
}

/// An e-mail address as it is compared: two that differ only in capitals and spaces around them are one.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Everyone on the hub and all they belong to, for choosing whom to sign in as. This stands before any scope: it is where
/// one begins.
pub fn everyone(tx: &mut Tx<'_>) -> Result<Vec<Member>, StoreError> {
    tx.query(
        &format!("select {MEMBER} order by m.organisation, p.handle"),
        &[],
        read_member,
    )
}

/// The person with this address. This stands before any scope: it is where one begins.
pub fn by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<Person>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from person p where p.email_key = $1"),
        &[&email_key(email)],
        read,
    )
}

/// The person with this handle. This stands before any scope: it is where one begins.
pub fn by_handle(tx: &mut Tx<'_>, handle: &str) -> Result<Option<Person>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from person p where p.handle = $1"),
        &[&handle],
        read,
    )
}

/// What a person belongs to, and is active in, oldest first. This stands before any scope: it is where one begins.
pub fn memberships(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Member>, StoreError> {
    tx.query(
        &format!("select {MEMBER} where m.person = $1 and m.active order by m.since, m.organisation"),
        &[&person],
        read_member,
    )
}

/// Whether somebody is active in an organisation with this role. This stands before any scope: it tells whether there is
/// anyone who could have one.
pub fn has_role(tx: &mut Tx<'_>, organisation: OrganisationId, role: Role) -> Result<bool, StoreError> {
    let members = tx.query(
        &format!("select {MEMBER} where m.organisation = $1 and m.active"),
        &[&organisation],
        read_member,
    )?;
    Ok(members.iter().any(|member| member.roles.contains(&role)))
}

/// Somebody of an organisation: one's own, any for the operator.
pub fn member(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    handle: &str,
) -> Result<Option<Member>, StoreError> {
    tx.query_opt(
        &format!(
            "select {MEMBER} where m.organisation = $3 and ($2 or m.organisation = $1) and p.handle = $4"
        ),
        &[&scope.organisation, &scope.is_operator(), &organisation, &handle],
        read_member,
    )
}

/// The people of an organisation by handle after `after`: of one's own, of any for the operator.
pub fn members(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    after: &str,
    limit: i64,
) -> Result<Vec<Member>, StoreError> {
    tx.query(
        &format!(
            "select {MEMBER} where m.organisation = $3 and ($2 or m.organisation = $1) and p.handle > $4
             order by p.handle limit $5"
        ),
        &[
            &scope.organisation,
            &scope.is_operator(),
            &organisation,
            &after,
            &limit,
        ],
        read_member,
    )
}

/// Records a person, found again by handle, and what they are in an organisation.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may write neither for the hub nor for that organisation; a duplicate where
/// another person has the address.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: &Member, now: Timestamp) -> Result<Change, StoreError> {
    if !scope.is_operator() && scope.organisation != new.organisation {
        return Err(StoreError::NotAllowed);
    }
    let person = &new.person;
    let known = by_handle(tx, &person.handle)?;
    let id = known.as_ref().map_or(person.id, |known| known.id);
    let mut change = match known {
        None => {
            tx.execute(
                "insert into person (id, handle, name, email, email_key, language) values ($1, $2, $3, $4, $5, $6)",
                &[
                    &id,
                    &person.handle,
                    &person.name,
                    &person.email,
                    &email_key(&person.email),
                    &person.language.map(Lang::tag),
                ],
            )?;
            Change::Created
        }
        Some(known) if known.name == person.name && known.email == person.email => Change::Unchanged,
        Some(_) => {
            tx.execute(
                "update person set name = $2, email = $3, email_key = $4 where id = $1",
                &[&id, &person.name, &person.email, &email_key(&person.email)],
            )?;
            Change::Updated
        }
    };
    if set_membership(tx, scope, new.organisation, id, &new.roles, new.active, now)?
        && change == Change::Unchanged
    {
        change = Change::Updated;
    }
    Ok(change)
}

/// Makes somebody one of an organisation's, or changes what they are there; whether that changed anything.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may write neither for the hub nor for that organisation.
pub fn set_membership(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    person: PersonId,
    roles: &[Role],
    active: bool,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !scope.is_operator() && scope.organisation != organisation {
        return Err(StoreError::NotAllowed);
    }
    let changed = tx.execute(
        "insert into membership (organisation, person, roles, active, since) values ($1, $2, $3, $4, $5)
         on conflict (organisation, person) do update set roles = excluded.roles, active = excluded.active
         where membership.roles <> excluded.roles or membership.active <> excluded.active",
        &[&organisation, &person, &to_json(&roles), &active, &micros(now)],
    )?;
    Ok(changed > 0)
}

/// Changes a person's own name and address; the caller has made sure that it is theirs to change.
pub fn rename(tx: &mut Tx<'_>, person: PersonId, name: &str, email: &str) -> Result<(), StoreError> {
    tx.execute(
        "update person set name = $2, email = $3, email_key = $4 where id = $1",
        &[&person, &name, &email, &email_key(email)],
    )?;
    Ok(())
}

/// Keeps the language a person chose for itself.
pub fn set_language(tx: &mut Tx<'_>, scope: &Scope, language: Lang) -> Result<(), StoreError> {
    tx.execute(
        "update person set language = $2 where id = $1",
        &[&scope.person, &language.tag()],
    )?;
    Ok(())
}
