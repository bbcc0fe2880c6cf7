//! How an organisation's people sign in at its own identity provider: which one, whose addresses, what its word is worth; who
//! people are to it, and browsers that are on their way there and back.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// The identity provider of an organisation, and what its word gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    pub organisation: OrganisationId,
    pub issuer: String,
    /// What the hub is called there.
    pub client: String,
    /// What the hub shows there, sealed.
    pub secret: String,
    /// What it is called when the provider says which groups somebody is in; empty where it does not.
    pub claim: String,
    pub rules: Vec<Rule>,
    /// The roles of everyone whom the provider lets in.
    pub everyone: Vec<Role>,
    /// Whether people of the organisation's domains have no other way in.
    pub demanded: bool,
    /// 0 where there is none yet.
    pub version: i64,
}

/// A group, as the provider calls it, and a role that it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub group: String,
    pub role: Role,
}

/// A domain of e-mail addresses that is an organisation's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    pub name: String,
    pub verified_at: Timestamp,
}

/// Who somebody is to the provider of an organisation.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    pub issuer: &'a str,
    pub subject: &'a str,
}

/// A browser on its way to a provider and back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Underway {
    pub organisation: OrganisationId,
    /// Where its person wanted to go.
    pub leads_to: String,
    pub expires_at: Timestamp,
}

const COLUMNS: &str =
    "p.organisation, p.issuer, p.client, p.secret, p.claim, p.rules, p.everyone, p.demanded, p.version";

fn read(row: &Row<'_>) -> Result<Provider, StoreError> {
    Ok(Provider {
        organisation: OrganisationId(row.id(0)?),
        issuer: row.text(1)?,
        client: row.text(2)?,
        secret: row.text(3)?,
        claim: row.text(4)?,
        rules: row.json(5)?,
        everyone: row.json(6)?,
        demanded: row.get(7)?,
        version: row.get(8)?,
    })
}

/// The provider of the asker's organisation.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn of(tx: &mut Tx<'_>, scope: &Scope) -> Result<Option<Provider>, StoreError> {
    demand(scope, Act::See, Object::SignOn, Relation::Own)?;
    tx.query_opt(
        &format!("select {COLUMNS} from identity_provider p where p.organisation = $1"),
        &[&scope.organisation],
        read,
    )
}

/// Keeps the provider of the asker's organisation, if what stands on record still is at the version that the change was made
/// on.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: &Provider, now: Timestamp) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::SignOn, Relation::Own)?;
    let sql = if new.version == 0 {
        "insert into identity_provider (organisation, issuer, client, secret, claim, rules, everyone, demanded, changed_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, cast($10 as bigint) + 1) on conflict do nothing"
    } else {
        "update identity_provider set issuer = $2, client = $3, secret = $4, claim = $5, rules = $6, everyone = $7,
           demanded = $8, changed_at = $9, version = version + 1 where organisation = $1 and version = $10"
    };
    let changed = tx.execute(
        sql,
        &[
            &scope.organisation,
            &new.issuer,
            &new.client,
            &new.secret,
            &new.claim,
            &to_json(&new.rules),
            &to_json(&new.everyone),
            &new.demanded,
            &micros(now),
            &new.version,
        ],
    )?;
    Ok(changed > 0)
}

/// Takes the provider of the asker's organisation away, and with it who people are to it. The domains stay.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn remove(tx: &mut Tx<'_>, scope: &Scope) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::SignOn, Relation::Own)?;
    for table in ["identity", "sign_on"] {
        let sql = format!("delete from {table} where organisation = $1");
        tx.execute(&sql, &[&scope.organisation])?;
    }
    let sql = "delete from identity_provider where organisation = $1";
    Ok(tx.execute(sql, &[&scope.organisation])? > 0)
}

/// The domains of the asker's organisation, by name.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show them.
pub fn domains(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Domain>, StoreError> {
    demand(scope, Act::See, Object::SignOn, Relation::Own)?;
    tx.query(
        "select domain, verified_at from email_domain where organisation = $1 order by domain",
        &[&scope.organisation],
        |row| {
            Ok(Domain {
                name: row.text(0)?,
                verified_at: row.instant(1)?,
            })
        },
    )
}

/// Makes a domain the asker's organisation's own; the caller has made sure that it is, and nobody else's any more.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn put_domain(tx: &mut Tx<'_>, scope: &Scope, domain: &str, now: Timestamp) -> Result<(), StoreError> {
    demand(scope, Act::Change, Object::SignOn, Relation::Own)?;
    tx.execute(
        "insert into email_domain (domain, organisation, verified_at) values ($1, $2, $3)
         on conflict (domain) do update set organisation = excluded.organisation, verified_at = excluded.verified_at",
        &[&domain, &scope.organisation, &micros(now)],
    )?;
    Ok(())
}

/// Gives a domain of the asker's organisation up.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn remove_domain(tx: &mut Tx<'_>, scope: &Scope, domain: &str) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::SignOn, Relation::Own)?;
    let removed = tx.execute(
        "delete from email_domain where organisation = $1 and domain = $2",
        &[&scope.organisation, &domain],
    )?;
    Ok(removed > 0)
}

/// Whose a domain is. This stands before any scope: it is where one begins.
pub fn owner_of(tx: &mut Tx<'_>, domain: &str) -> Result<Option<OrganisationId>, StoreError> {
    tx.query_opt(
        "select organisation from email_domain where domain = $1",
        &[&domain],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// The provider at which addresses of a domain sign in. This stands before any scope: it is where one begins.
pub fn of_domain(tx: &mut Tx<'_>, domain: &str) -> Result<Option<Provider>, StoreError> {
    tx.query_opt(
        &format!(
            "select {COLUMNS} from identity_provider p
             join email_domain d on d.organisation = p.organisation where d.domain = $1"
        ),
        &[&domain],
        read,
    )
}

/// Whom an organisation's provider means. This stands before any scope: it is where one begins.
pub fn person(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    identity: Identity<'_>,
) -> Result<Option<PersonId>, StoreError> {
    tx.query_opt(
        "select person from identity where organisation = $1 and issuer = $2 and subject = $3",
        &[&organisation, &identity.issuer, &identity.subject],
        |row| Ok(PersonId(row.id(0)?)),
    )
}

/// Keeps whom an organisation's provider means; whoever it meant before by this stays.
pub fn keep_identity(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    identity: Identity<'_>,
    person: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.execute(
        "insert into identity (organisation, issuer, subject, person, made_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        &[
            &organisation,
            &identity.issuer,
            &identity.subject,
            &person,
            &micros(now),
        ],
    )?;
    Ok(())
}

/// Notes that a browser is on its way, and forgets those that took too long.
pub fn begin(tx: &mut Tx<'_>, digest: &[u8], new: &Underway, now: Timestamp) -> Result<(), StoreError> {
    tx.execute("delete from sign_on where expires_at <= $1", &[&micros(now)])?;
    tx.execute(
        "insert into sign_on (digest, organisation, leads_to, expires_at) values ($1, $2, $3, $4)",
        &[&digest, &new.organisation, &new.leads_to, &micros(new.expires_at)],
    )?;
    Ok(())
}

/// The browser that is on its way with this, once.
pub fn take(tx: &mut Tx<'_>, digest: &[u8], now: Timestamp) -> Result<Option<Underway>, StoreError> {
    let found = tx.query_opt(
        "select organisation, leads_to, expires_at from sign_on where digest = $1 and expires_at > $2",
        &[&digest, &micros(now)],
        |row| {
            Ok(Underway {
                organisation: OrganisationId(row.id(0)?),
                leads_to: row.text(1)?,
                expires_at: row.instant(2)?,
            })
        },
    )?;
    let taken = tx.execute("delete from sign_on where digest = $1", &[&digest])?;
    Ok(found.filter(|_| taken > 0))
}
