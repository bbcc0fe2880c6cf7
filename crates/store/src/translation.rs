//! The service that translates what everyone sees, what it made, and what readers still wait for.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::lang::Lang;
use firstline_domain::reading::Failure;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Engine, Row, Tx};
use crate::error::StoreError;

/// Offers that can be waited for at a time; further ones are asked for again by their next reader.
pub const WANTED_MAX: i64 = 2_000;

/// The operator's translation service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    pub organisation: OrganisationId,
    pub address: String,
    /// What the hub shows there, sealed; empty where it shows nothing.
    pub secret: String,
    /// The languages that readers get translations in.
    pub targets: Vec<Lang>,
    pub characters_a_minute: i64,
    pub is_on: bool,
    /// 0 where there is none yet.
    pub version: i64,
    pub health: Health,
}

/// How a service has been doing, and what was sent to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    pub minute_from: Timestamp,
    /// Sent in the minute that began then.
    pub minute_characters: i64,
    /// How often in a row it failed.
    pub failures: i64,
    /// Why, the last time, and when that was.
    pub failure: Option<Failure>,
    pub failed_at: Option<Timestamp>,
    /// Nothing is asked of it before.
    pub rests_until: Timestamp,
}

/// An offer that somebody wants to read in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub organisation: OrganisationId,
    pub offer: OfferId,
    pub target: Lang,
    /// How often it was tried in vain.
    pub tries: i64,
}

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Texts that were translated.
    pub made: i64,
    /// Offers that wait for it.
    pub waiting: i64,
    pub given_up: i64,
}

/// What a service made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub source: String,
    pub digest: String,
    pub text: String,
    pub made_at: Timestamp,
}

const COLUMNS: &str =
    "s.organisation, s.address, s.secret, s.targets, s.characters_a_minute, s.is_on, s.version,
   s.minute_from, s.minute_characters, s.failures, s.failure, s.failed_at, s.rests_until";

fn read(row: &Row<'_>) -> Result<Service, StoreError> {
    Ok(Service {
        organisation: OrganisationId(row.id(0)?),
        address: row.text(1)?,
        secret: row.text(2)?,
        targets: row.json(3)?,
        characters_a_minute: row.get(4)?,
        is_on: row.get(5)?,
        version: row.get(6)?,
        health: Health {
            minute_from: row.instant(7)?,
            minute_characters: row.get(8)?,
            failures: row.get(9)?,
            failure: row.optional_word(10)?,
            failed_at: row.optional_instant(11)?,
            rests_until: row.instant(12)?,
        },
    })
}

/// The service of the asker's organisation.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn of(tx: &mut Tx<'_>, scope: &Scope) -> Result<Option<Service>, StoreError> {
    demand(scope, Act::See, Object::Translation, Relation::Own)?;
    tx.query_opt(
        &format!("select {COLUMNS} from translation_service s where s.organisation = $1"),
        &[&scope.organisation],
        read,
    )
}

/// Keeps the service of the asker's organisation, if what stands on record still is at the version that the change was made on.
/// It begins anew: nothing failed yet, and readers ask again for what they wait for.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn put(tx: &mut Tx<'_>, scope: &Scope, new: &Service, now: Timestamp) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Translation, Relation::Own)?;
    let sql = if new.version == 0 {
        "insert into translation_service (organisation, address, secret, targets, characters_a_minute, is_on, changed_at, version,
           minute_from, minute_characters, failures, rests_until)
         values ($1, $2, $3, $4, $5, $6, $7, cast($8 as bigint) + 1, 0, 0, 0, 0) on conflict do nothing"
    } else {
        "update translation_service set address = $2, secret = $3, targets = $4, characters_a_minute = $5, is_on = $6,
           changed_at = $7, version = version + 1, failures = 0, failure = null, failed_at = null, rests_until = 0
         where organisation = $1 and version = $8"
    };
    let changed = tx.execute(
        sql,
        &[
            &scope.organisation,
            &new.address,
            &new.secret,
            &to_json(&new.targets),
            &new.characters_a_minute,
            &new.is_on,
            &micros(now),
            &new.version,
        ],
    )?;
    if changed > 0 {
        let sql = "delete from translation_wanted where organisation = $1";
        tx.execute(sql, &[&scope.organisation])?;
    }
    Ok(changed > 0)
}

/// Removes every translation that was made for the asker's organisation.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn forget(tx: &mut Tx<'_>, scope: &Scope) -> Result<u64, StoreError> {
    demand(scope, Act::Change, Object::Translation, Relation::Own)?;
    tx.execute(
        "delete from translation where organisation = $1",
        &[&scope.organisation],
    )
}

/// How much the service of the asker's organisation made, and what it still has to.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn counts(tx: &mut Tx<'_>, scope: &Scope) -> Result<Counts, StoreError> {
    demand(scope, Act::See, Object::Translation, Relation::Own)?;
    tx.query_one(
        "select (select count(*) from translation t where t.organisation = $1),
           (select count(*) from translation_wanted w where w.organisation = $1 and w.given_up_at is null),
           (select count(*) from translation_wanted w where w.organisation = $1 and w.given_up_at is not null)",
        &[&scope.organisation],
        |row| {
            Ok(Counts {
                made: row.get(0)?,
                waiting: row.get(1)?,
                given_up: row.get(2)?,
            })
        },
    )
}

/// The service that everyone reads by, if it is on. This stands before any scope: what it is used for everyone sees.
pub fn in_use(tx: &mut Tx<'_>) -> Result<Option<Service>, StoreError> {
    tx.query_opt(
        &format!("select {COLUMNS} from translation_service s where s.is_on order by s.organisation limit 1"),
        &[],
        read,
    )
}

/// What a service made of texts with these digests. This stands before any scope: what was made of what everyone sees, everyone
/// sees too.
pub fn made(
    tx: &mut Tx<'_>,
    service: &Service,
    target: Lang,
    digests: &[String],
) -> Result<Vec<Made>, StoreError> {
    tx.query(
        "select source, digest, text, made_at from translation
         where organisation = $1 and service = $2 and target = $3 and digest = any($4)",
        &[&service.organisation, &service.address, &target.tag(), &digests],
        |row| {
            Ok(Made {
                source: row.text(0)?,
                digest: row.text(1)?,
                text: row.text(2)?,
                made_at: row.instant(3)?,
            })
        },
    )
}

/// Keeps what a service made; what it made of the same text before is replaced.
pub fn keep(tx: &mut Tx<'_>, service: &Service, target: Lang, made: &Made) -> Result<(), StoreError> {
    tx.execute(
        "insert into translation (organisation, service, source, target, digest, text, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organisation, service, source, target, digest)
         do update set text = excluded.text, made_at = excluded.made_at",
        &[
            &service.organisation,
            &service.address,
            &made.source,
            &target.tag(),
            &made.digest,
            &made.text,
            &micros(made.made_at),
        ],
    )?;
    Ok(())
}

/// Whether an offer in a language is waited for; `Some(true)` where it was given up.
pub fn is_wanted(
    tx: &mut Tx<'_>,
    service: &Service,
    offer: OfferId,
    target: Lang,
) -> Result<Option<bool>, StoreError> {
    tx.query_opt(
        "select given_up_at from translation_wanted where organisation = $1 and offer = $2 and target = $3",
        &[&service.organisation, &offer, &target.tag()],
        |row| Ok(row.optional_instant(0)?.is_some()),
    )
}

/// Notes that somebody wants to read an offer in a language; whether it is noted now, by this or before.
pub fn want(
    tx: &mut Tx<'_>,
    service: &Service,
    offer: OfferId,
    target: Lang,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let waiting: i64 = tx.query_one(
        "select count(*) from translation_wanted where organisation = $1",
        &[&service.organisation],
        |row| row.get(0),
    )?;
    if waiting >= WANTED_MAX {
        return Ok(false);
    }
    tx.execute(
        "insert into translation_wanted (organisation, offer, target, wanted_at, leased_until, tries)
         values ($1, $2, $3, $4, 0, 0) on conflict do nothing",
        &[&service.organisation, &offer, &target.tag(), &micros(now)],
    )?;
    Ok(true)
}

/// Takes the offer whose turn it is, for whoever takes it alone until the lease ends: those that never failed first, and of them
/// the one that is waited for longest.
pub fn take(
    tx: &mut Tx<'_>,
    service: &Service,
    now: Timestamp,
    leased_until: Timestamp,
) -> Result<Option<Wanted>, StoreError> {
    let turn = match tx.engine() {
        Engine::Sqlite => "",
        Engine::Postgres => "for update skip locked",
    };
    let found = tx.query_opt(
        &format!(
            "select offer, target, tries from translation_wanted
             where organisation = $1 and given_up_at is null and leased_until <= $2
             order by tries, wanted_at limit 1 {turn}"
        ),
        &[&service.organisation, &micros(now)],
        |row| {
            Ok(Wanted {
                organisation: service.organisation,
                offer: OfferId(row.id(0)?),
                target: row.word(1)?,
                tries: row.get(2)?,
            })
        },
    )?;
    if let Some(wanted) = &found {
        lease(tx, wanted, leased_until)?;
    }
    Ok(found)
}

fn lease(tx: &mut Tx<'_>, wanted: &Wanted, until: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "update translation_wanted set leased_until = $4 where organisation = $1 and offer = $2 and target = $3",
        &[
            &wanted.organisation,
            &wanted.offer,
            &wanted.target.tag(),
            &micros(until),
        ],
    )?;
    Ok(())
}

/// Gives an offer back, for whoever comes next.
pub fn give_back(tx: &mut Tx<'_>, wanted: &Wanted) -> Result<(), StoreError> {
    lease(tx, wanted, Timestamp::UNIX_EPOCH)
}

/// Nobody waits for an offer any more.
pub fn finish(tx: &mut Tx<'_>, wanted: &Wanted) -> Result<(), StoreError> {
    tx.execute(
        "delete from translation_wanted where organisation = $1 and offer = $2 and target = $3",
        &[&wanted.organisation, &wanted.offer, &wanted.target.tag()],
    )?;
    Ok(())
}

/// Notes that an offer was tried in vain, for the last time where it is given up.
pub fn failed(tx: &mut Tx<'_>, wanted: &Wanted, given_up_at: Option<Timestamp>) -> Result<(), StoreError> {
    tx.execute(
        "update translation_wanted set tries = tries + 1, leased_until = 0, given_up_at = $4
         where organisation = $1 and offer = $2 and target = $3",
        &[
            &wanted.organisation,
            &wanted.offer,
            &wanted.target.tag(),
            &given_up_at.map(micros),
        ],
    )?;
    Ok(())
}

/// Keeps how a service does, if it still is the one that this was found out of.
pub fn set_health(tx: &mut Tx<'_>, service: &Service) -> Result<(), StoreError> {
    let health = &service.health;
    tx.execute(
        "update translation_service set minute_from = $3, minute_characters = $4, failures = $5, failure = $6, failed_at = $7,
           rests_until = $8 where organisation = $1 and version = $2",
        &[
            &service.organisation,
            &service.version,
            &micros(health.minute_from),
            &health.minute_characters,
            &health.failures,
            &health.failure.map(Failure::as_str),
            &health.failed_at.map(micros),
            &micros(health.rests_until),
        ],
    )?;
    Ok(())
}

/// Removes translations that were made before a time, and what was given up before another: both are made anew for their next
/// reader.
pub fn sweep(tx: &mut Tx<'_>, made_before: Timestamp, given_up_before: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "delete from translation where made_at < $1",
        &[&micros(made_before)],
    )?;
    tx.execute(
        "delete from translation_wanted where given_up_at < $1",
        &[&micros(given_up_before)],
    )?;
    Ok(())
}
