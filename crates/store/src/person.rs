//! People, and the organisations they belong to with the roles they hold there.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::lang::Lang;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::Change;
use crate::access::demand_import;
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

pub(crate) fn read_member(row: &Row<'_>) -> Result<Member, StoreError> {
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

/// Everyone on the hub and all they belong to and are active in, for choosing whom to sign in as: what they have belonged to
/// longest first. This stands before any scope: it is where one begins.
pub fn everyone(tx: &mut Tx<'_>) -> Result<Vec<Member>, StoreError> {
    tx.query(
        &format!("select {MEMBER} where m.active order by m.since, m.organisation, p.handle"),
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

/// The person with this id, for whoever found it in a record that they see.
pub fn by_id(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<Person>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from person p where p.id = $1"),
        &[&id],
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

/// The organisation with this handle, where a person belongs to it and is active there. This stands before any scope: it is
/// where one begins.
pub fn belongs_to(
    tx: &mut Tx<'_>,
    person: PersonId,
    handle: &str,
) -> Result<Option<OrganisationId>, StoreError> {
    tx.query_opt(
        "select m.organisation from membership m join organisation o on o.id = m.organisation
         where m.person = $1 and o.handle = $2 and m.active",
        &[&person, &handle],
        |row| Ok(OrganisationId(row.id(0)?)),
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

/// Whose people exist for the asker, as far as its roles show them. `$1` is the asker.
fn visible(scope: &Scope) -> String {
    let may = |relation| scope.may(Act::See, Object::Person, relation);
    format!(
        "({any} or {own} and m.organisation = $1)",
        any = may(Relation::Any),
        own = may(Relation::Own),
    )
}

/// Somebody of an organisation whose people exist for the asker.
pub fn member(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    handle: &str,
) -> Result<Option<Member>, StoreError> {
    tx.query_opt(
        &format!(
            "select {MEMBER} where m.organisation = $2 and p.handle = $3 and {}",
            visible(scope)
        ),
        &[&scope.organisation, &organisation, &handle],
        read_member,
    )
}

/// The people of an organisation that exist for the asker, by handle after `after`.
pub fn members(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    after: &str,
    limit: i64,
) -> Result<Vec<Member>, StoreError> {
    tx.query(
        &format!(
            "select {MEMBER} where m.organisation = $2 and p.handle > $3 and {} order by p.handle limit $4",
            visible(scope)
        ),
        &[&scope.organisation, &organisation, &after, &limit],
        read_member,
    )
}

/// Brings in a person, found again by handle, and what they are in an organisation.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may bring in nothing of that organisation's; a duplicate where another person
/// has the address.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: &Member, now: Timestamp) -> Result<Change, StoreError> {
    demand_import(scope, new.organisation)?;
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
/// [`StoreError::NotAllowed`] where the asker neither manages that organisation's roles nor brings in what is its.
pub fn set_membership(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    person: PersonId,
    roles: &[Role],
    active: bool,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if !scope.may(Act::Change, Object::Role, scope.stands_to(organisation)) {
        demand_import(scope, organisation)?;
    }
    let changed = tx.execute(
        "insert into membership (organisation, person, roles, active, since) values ($1, $2, $3, $4, $5)
         on conflict (organisation, person) do update set roles = excluded.roles, active = excluded.active
         where membership.roles <> excluded.roles or membership.active <> excluded.active",
        &[&organisation, &person, &to_json(&roles), &active, &micros(now)],
    )?;
    Ok(changed > 0)
}

/// Gives a person another address; the caller has made sure that it is theirs.
pub fn set_email(tx: &mut Tx<'_>, person: PersonId, email: &str) -> Result<(), StoreError> {
    tx.execute(
        "update person set email = $2, email_key = $3 where id = $1",
        &[&person, &email, &email_key(email)],
    )?;
    Ok(())
}

/// Keeps what a person says of itself: its name and the language it reads.
pub fn set_own(tx: &mut Tx<'_>, scope: &Scope, name: &str, language: Option<Lang>) -> Result<(), StoreError> {
    tx.execute(
        "update person set name = $2, language = $3 where id = $1",
        &[&scope.person, &name, &language.map(Lang::tag)],
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
