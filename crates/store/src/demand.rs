//! Who demands more than a password: an organisation of its people, the operator of everyone on the hub.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::access::demand;
use crate::columns::micros;
use crate::db::Tx;
use crate::error::StoreError;

/// What an organisation demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Demand {
    /// Of its own people.
    pub own: bool,
    /// Of everyone on the hub.
    pub everyone: bool,
    /// 0 where nothing was decided yet.
    pub version: i64,
}

/// How many people there are, and how many of them have neither an app nor a passkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub people: i64,
    pub without: i64,
}

/// What the asker's organisation demands.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn of(tx: &mut Tx<'_>, scope: &Scope) -> Result<Demand, StoreError> {
    demand(scope, Act::See, Object::SignOn, Relation::Own)?;
    let found = tx.query_opt(
        "select own, everyone, version from second_factor_demand where organisation = $1",
        &[&scope.organisation],
        |row| {
            Ok(Demand {
                own: row.get(0)?,
                everyone: row.get(1)?,
                version: row.get(2)?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Keeps what the asker's organisation demands, if what stands on record still is at the version that the change was made on.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it of those it is demanded of.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: Demand, now: Timestamp) -> Result<bool, StoreError> {
    let of = match new.everyone {
        true => Relation::Any,
        false => Relation::Own,
    };
    demand(scope, Act::Change, Object::SignOn, of)?;
    let sql = if new.version == 0 {
        "insert into second_factor_demand (organisation, own, everyone, changed_at, version)
         values ($1, $2, $3, $4, cast($5 as bigint) + 1) on conflict do nothing"
    } else {
        "update second_factor_demand set own = $2, everyone = $3, changed_at = $4, version = version + 1
         where organisation = $1 and version = $5"
    };
    let changed = tx.execute(
        sql,
        &[
            &scope.organisation,
            &new.own,
            &new.everyone,
            &micros(now),
            &new.version,
        ],
    )?;
    Ok(changed > 0)
}

/// Whether more than a password is demanded of everyone on the hub.
pub fn is_of_everyone(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    tx.query_one(
        "select exists (select 1 from second_factor_demand where everyone)",
        &[],
        |row| row.get(0),
    )
}

/// Whether more than a password is demanded of whoever acts for an organisation. This stands before any scope: a session begins
/// with it.
pub fn is_of(tx: &mut Tx<'_>, organisation: OrganisationId) -> Result<bool, StoreError> {
    tx.query_one(
        "select exists (select 1 from second_factor_demand where everyone or own and organisation = $1)",
        &[&organisation],
        |row| row.get(0),
    )
}

/// Whether somebody has an app or a passkey.
pub fn has_factor(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, StoreError> {
    tx.query_one(
        "select exists (select 1 from credential where person = $1 and kind in ('totp', 'passkey'))",
        &[&person],
        |row| row.get(0),
    )
}

/// The people of the asker's organisation, or everyone on the hub.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show how they sign in.
pub fn count(tx: &mut Tx<'_>, scope: &Scope, everyone: bool) -> Result<Count, StoreError> {
    match everyone {
        true => demand(scope, Act::Change, Object::SignOn, Relation::Any)?,
        false => demand(scope, Act::See, Object::SignOn, Relation::Own)?,
    }
    let of =
        "select count(distinct m.person) from membership m where m.active and ($2 or m.organisation = $1)";
    let mut count = |sql: &str| tx.query_one(sql, &[&scope.organisation, &everyone], |row| row.get(0));
    Ok(Count {
        people: count(of)?,
        without: count(&format!(
            "{of} and not exists (select 1 from credential c where c.person = m.person
                                   and c.kind in ('totp', 'passkey'))"
        ))?,
    })
}
