//! How machines sign in for an organisation.

use std::fmt;
use std::str::FromStr;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use uuid::Uuid;

use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// How a machine uses its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is shown with every call.
    Token,
    /// It is exchanged for short-lived tokens.
    Client,
    /// One of those.
    Access,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Token => "token",
            Kind::Client => "client",
            Kind::Access => "access",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let all = [Kind::Token, Kind::Client, Kind::Access];
        let known = all.into_iter().find(|kind| kind.as_str() == word);
        known.ok_or_else(|| word.to_owned())
    }
}

/// A machine's way in, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: Uuid,
    pub organisation: OrganisationId,
    pub kind: Kind,
    /// What its owner calls it.
    pub name: String,
    /// What it may do, at most: nothing that whoever made it could not.
    pub roles: Vec<Role>,
    /// The client that an `access` token was given to.
    pub client: Option<Uuid>,
    pub made_by: Option<PersonId>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

const COLUMNS: &str = "id, organisation, kind, name, roles, client, made_by, made_at, expires_at, used_at";

fn read(row: &Row<'_>) -> Result<Token, StoreError> {
    Ok(Token {
        id: row.id(0)?,
        organisation: OrganisationId(row.id(1)?),
        kind: row.word(2)?,
        name: row.text(3)?,
        roles: row.json(4)?,
        client: row.get(5)?,
        made_by: row.get::<Option<Uuid>>(6)?.map(PersonId),
        made_at: row.instant(7)?,
        expires_at: row.instant(8)?,
        used_at: row.optional_instant(9)?,
    })
}

/// The token with this digest. This stands before any scope: it is where one begins.
pub fn by_digest(tx: &mut Tx<'_>, digest: &[u8]) -> Result<Option<Token>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from token where digest = $1"),
        &[&digest],
        read,
    )
}

/// Those of the asker's organisation where its roles show them, newest first; short-lived ones are not listed.
pub fn list(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Token>, StoreError> {
    if !scope.may(Act::See, Object::Token, Relation::Own) {
        return Ok(Vec::new());
    }
    tx.query(
        &format!("select {COLUMNS} from token where organisation = $1 and kind <> 'access' order by made_at desc, id"),
        &[&scope.organisation],
        read,
    )
}

/// One of those that [`list`] has.
pub fn one(tx: &mut Tx<'_>, scope: &Scope, id: Uuid) -> Result<Option<Token>, StoreError> {
    if !scope.may(Act::See, Object::Token, Relation::Own) {
        return Ok(None);
    }
    tx.query_opt(
        &format!("select {COLUMNS} from token where organisation = $1 and id = $2 and kind <> 'access'"),
        &[&scope.organisation, &id],
        read,
    )
}

/// How many tokens and clients an organisation has; with a client, how many tokens were given to that one and have not run
/// out. This tells whether there is room for one more.
pub fn count(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    client: Option<Uuid>,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let found = tx.query_opt(
        "select count(*) from token where organisation = $1
           and (client = $2 and expires_at > $3 or $2 is null and kind <> 'access')",
        &[&organisation, &client, &micros(now)],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Records a token of the asker's organisation.
///
/// # Errors
/// [`StoreError::NotAllowed`] for another organisation's.
pub fn add(tx: &mut Tx<'_>, scope: &Scope, digest: &[u8], new: &Token) -> Result<(), StoreError> {
    if scope.organisation != new.organisation {
        return Err(StoreError::NotAllowed);
    }
    tx.execute(
        "insert into token (organisation, id, kind, name, digest, roles, client, made_by, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            &new.organisation,
            &new.id,
            &new.kind.as_str(),
            &new.name,
            &digest,
            &to_json(&new.roles),
            &new.client,
            &new.made_by,
            &micros(new.made_at),
            &micros(new.expires_at),
        ],
    )?;
    Ok(())
}

/// Notes that a token was used, and with it the client that it was given to.
pub fn used(tx: &mut Tx<'_>, token: &Token, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update token set used_at = $4 where organisation = $1 and (id = $2 or id = $3)",
        &[&token.organisation, &token.id, &token.client, &micros(now)],
    )?;
    Ok(())
}

/// Takes a token of the asker's organisation away, and all that it was exchanged for; whether it was there.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not let it.
pub fn remove(tx: &mut Tx<'_>, scope: &Scope, id: Uuid) -> Result<bool, StoreError> {
    demand(scope, Act::Remove, Object::Token, Relation::Own)?;
    let removed = tx.execute(
        "delete from token where organisation = $1 and (id = $2 or client = $2)",
        &[&scope.organisation, &id],
    )?;
    Ok(removed > 0)
}

/// Removes short-lived tokens that have run out.
pub fn sweep(tx: &mut Tx<'_>, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "delete from token where kind = 'access' and expires_at <= $1",
        &[&micros(now)],
    )?;
    Ok(())
}
