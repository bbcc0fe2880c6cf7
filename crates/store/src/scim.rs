//! An organisation's people as a program that manages them (SCIM, RFC 7643) calls them.
//!
//! What it says of somebody is the organisation's own record. It becomes what the person is called on the hub only while the
//! account is nobody's yet: nobody ever signed in to it, and it belongs to no other organisation.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;
use crate::person::{Member, email_key, read_member};

/// One of the addresses that were said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    pub value: String,
    /// `work`, `home`, `other`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub primary: Option<bool>,
}

/// What somebody is called.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Names {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formatted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    pub emails: Vec<Email>,
}

/// What was said of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub user_name: String,
    /// What the program itself calls them.
    pub external_id: Option<String>,
    pub names: Names,
}

/// One of an organisation's people, and what was said of them, if anything was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub member: Member,
    pub since: Timestamp,
    pub said: Option<Said>,
    pub said_at: Option<Timestamp>,
    /// Whether the account is the person's own: then nobody else says what they are called on the hub.
    pub own: bool,
}

/// Whether somebody's account is their own. `p` is the person, `m` the membership.
const OWN: &str = "(m.seen_at is not null
     or exists (select 1 from credential c where c.person = p.id)
     or exists (select 1 from session e where e.person = p.id)
     or exists (select 1 from membership o where o.person = p.id and o.organisation <> m.organisation))";

const USER: &str = "p.id, p.handle, p.name, p.email, p.language, m.organisation, m.roles, m.active, m.since,
   s.user_name, s.external_id, s.said, s.changed_at";
const FROM: &str = "from membership m join person p on p.id = m.person
   left join scim_user s on s.organisation = m.organisation and s.person = m.person";

fn read(row: &Row<'_>) -> Result<User, StoreError> {
    let said = match row.optional_text(9)? {
        Some(user_name) => Some(Said {
            user_name,
            external_id: row.optional_text(10)?,
            names: row.json(11)?,
        }),
        None => None,
    };
    Ok(User {
        member: read_member(row)?,
        since: row.instant(8)?,
        said,
        said_at: row.optional_instant(12)?,
        own: row.get(13)?,
    })
}

/// The people of the asker's organisation, those who have been there longest first, behind one of them; none where its roles do
/// not show them.
pub fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    after: Option<(Timestamp, PersonId)>,
    limit: i64,
) -> Result<Vec<User>, StoreError> {
    if !scope.may(Act::See, Object::Person, Relation::Own) {
        return Ok(Vec::new());
    }
    let (since, person) = after.unwrap_or((Timestamp::MIN, PersonId(Uuid::nil())));
    tx.query(
        &format!(
            "select {USER}, {OWN} {FROM} where m.organisation = $1
               and (m.since > $2 or m.since = $2 and m.person > $3) order by m.since, m.person limit $4"
        ),
        &[&scope.organisation, &micros(since), &person, &limit],
        read,
    )
}

/// One of them.
pub fn one(tx: &mut Tx<'_>, scope: &Scope, person: PersonId) -> Result<Option<User>, StoreError> {
    if !scope.may(Act::See, Object::Person, Relation::Own) {
        return Ok(None);
    }
    tx.query_opt(
        &format!("select {USER}, {OWN} {FROM} where m.organisation = $1 and m.person = $2"),
        &[&scope.organisation, &person],
        read,
    )
}

/// Whether somebody else of the asker's organisation goes by this name there.
pub fn is_taken(
    tx: &mut Tx<'_>,
    scope: &Scope,
    user_name: &str,
    but: Option<PersonId>,
) -> Result<bool, StoreError> {
    let found: Option<i64> = tx.query_opt(
        &format!(
            "select 1 {FROM} where m.organisation = $1 and coalesce(s.user_name_key, p.email_key) = $2
               and (m.person <> $3 or $3 is null) limit 1"
        ),
        &[&scope.organisation, &email_key(user_name), &but],
        |row| row.get(0),
    )?;
    Ok(found.is_some())
}

/// Keeps what was said of one of the asker's organisation's people.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not manage its people.
pub fn keep(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: PersonId,
    said: &Said,
    now: Timestamp,
) -> Result<(), StoreError> {
    demand(scope, Act::Change, Object::Person, Relation::Own)?;
    tx.execute(
        "insert into scim_user (organisation, person, user_name, user_name_key, external_id, said, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organisation, person) do update set user_name = excluded.user_name,
           user_name_key = excluded.user_name_key, external_id = excluded.external_id, said = excluded.said,
           changed_at = excluded.changed_at",
        &[
            &scope.organisation,
            &person,
            &said.user_name,
            &email_key(&said.user_name),
            &said.external_id,
            &to_json(&said.names),
            &micros(now),
        ],
    )?;
    Ok(())
}

/// Says what one of the asker's organisation's people is called on the hub, as long as the account is nobody's yet; whether
/// it still was.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not manage its people; a duplicate where another person has the address.
pub fn rename(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: PersonId,
    name: &str,
    email: &str,
) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Person, Relation::Own)?;
    let changed = tx.execute(
        &format!(
            "update person set name = $3, email = $4, email_key = $5 where id = $2
               and exists (select 1 from membership m join person p on p.id = m.person
                           where m.organisation = $1 and m.person = $2 and not {OWN})"
        ),
        &[&scope.organisation, &person, &name, &email, &email_key(email)],
    )?;
    Ok(changed > 0)
}
