//! What the ids in a log are called now: names stand in no line, so that they can change and be forgotten.

use std::collections::BTreeMap;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::scope::Scope;
use uuid::Uuid;

use crate::access::demand;
use crate::columns::Columns;
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// What an id is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    Person { handle: String, name: String },
    Token { name: String },
    Organisation { handle: String, name: String },
    Offer { publisher: String, handle: String },
    Subscription { handle: String },
}

pub type Names = BTreeMap<Uuid, Named>;

/// The names of those ids that have one. Ids that stand in the asker's own log are those of things that it had to do with.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show the log.
pub fn names(tx: &mut Tx<'_>, scope: &Scope, ids: &[Uuid]) -> Result<Names, StoreError> {
    demand(scope, Act::See, Object::Audit, Relation::Own)?;
    let mut names = Names::new();
    let mut add = |tx: &mut Tx<'_>, sql: &str, own: bool, read: fn(&Row<'_>) -> Result<Named, StoreError>| {
        let found = if own {
            tx.query(sql, &[&ids, &scope.organisation], |row| {
                Ok((row.id(0)?, read(row)?))
            })
        } else {
            tx.query(sql, &[&ids], |row| Ok((row.id(0)?, read(row)?)))
        };
        names.extend(found?);
        Ok::<_, StoreError>(())
    };
    add(
        tx,
        "select p.id, p.handle, p.name from person p where p.id = any($1)
           and not exists (select 1 from former_person f where f.organisation = $2 and f.person = p.id)",
        true,
        |row| {
            Ok(Named::Person {
                handle: row.text(1)?,
                name: row.text(2)?,
            })
        },
    )?;
    add(
        tx,
        "select id, name from token where id = any($1) and organisation = $2",
        true,
        |row| Ok(Named::Token { name: row.text(1)? }),
    )?;
    add(
        tx,
        "select id, handle, name from organisation where id = any($1)",
        false,
        |row| {
            Ok(Named::Organisation {
                handle: row.text(1)?,
                name: row.text(2)?,
            })
        },
    )?;
    add(
        tx,
        "select o.id, p.handle, o.handle from offer o join organisation p on p.id = o.publisher where o.id = any($1)",
        false,
        |row| {
            Ok(Named::Offer {
                publisher: row.text(1)?,
                handle: row.text(2)?,
            })
        },
    )?;
    add(
        tx,
        "select id, handle from subscription where id = any($1)",
        false,
        |row| Ok(Named::Subscription { handle: row.text(1)? }),
    )?;
    Ok(names)
}
