//! People and the roles they hold.

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::lang::Lang;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;

use crate::Change;
use crate::columns::{Columns, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// A person of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub organisation: OrganisationId,
    pub handle: String,
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
    /// The language this person chose; absent where the browser's counts.
    pub language: Option<Lang>,
}

const COLUMNS: &str = "id, organisation, handle, name, email, roles, language";

fn read(row: &Row<'_>) -> Result<Person, StoreError> {
    Ok(Person {
        id: PersonId(row.id(0)?),
        organisation: OrganisationId(row.id(1)?),
        handle: row.text(2)?,
        name: row.text(3)?,
        email: row.text(4)?,
        roles: row.json(5)?,
        language: row.optional_word(6)?,
    })
}

/// Everyone on the hub, for choosing whom to sign in as. This stands before any scope: it is where one begins.
pub fn everyone(tx: &mut Tx<'_>) -> Result<Vec<Person>, StoreError> {
    tx.query(
        &format!("select {COLUMNS} from person order by organisation, handle"),
        &[],
        read,
    )
}

/// The person who signed in. This stands before any scope: it is where one begins.
pub fn signed_in(tx: &mut Tx<'_>, handle: &str) -> Result<Option<Person>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from person where handle = $1"),
        &[&handle],
        read,
    )
}

/// Records a person, found again by handle.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: &Person) -> Result<Change, StoreError> {
    if !scope.is_operator() {
        return Err(StoreError::NotAllowed);
    }
    let before = tx.query_opt(
        &format!("select {COLUMNS} from person where handle = $1"),
        &[&new.handle],
        read,
    )?;
    let roles = to_json(&new.roles);
    let language = new.language.map(Lang::tag);
    match before {
        None => {
            tx.execute(
                "insert into person (organisation, id, handle, name, email, roles, language) values ($1, $2, $3, $4, $5, $6, $7)",
                &[&new.organisation, &new.id, &new.handle, &new.name, &new.email, &roles, &language],
            )?;
            Ok(Change::Created)
        }
        Some(before)
            if (Person {
                id: before.id,
                language: before.language,
                ..new.clone()
            }) == before =>
        {
            Ok(Change::Unchanged)
        }
        Some(before) => {
            tx.execute(
                "update person set name = $3, email = $4, roles = $5 where organisation = $1 and id = $2",
                &[&before.organisation, &before.id, &new.name, &new.email, &roles],
            )?;
            Ok(Change::Updated)
        }
    }
}

/// Keeps the language a person chose for itself.
pub fn set_language(tx: &mut Tx<'_>, scope: &Scope, language: Lang) -> Result<(), StoreError> {
    tx.execute(
        "update person set language = $3 where organisation = $1 and id = $2",
        &[&scope.organisation, &scope.person, &language.tag()],
    )?;
    Ok(())
}
