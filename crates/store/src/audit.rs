//! Who did what, and who looked at whose contacts: a log for each organisation, appended in the transaction of the act itself.
//!
//! Lines are numbered and chained: each holds the hash of the one before it, and the log's head holds the number and the hash
//! of the last, so that [`verify`] finds the first line that was altered, removed, moved or cut off. Whoever writes the head's
//! hash down elsewhere can also tell a log that was written anew from its beginning.
//!
//! A hash is that of [`Line::canonical`]. Words about people are in it as seals alone ([`seal`]), so that a person can be
//! forgotten without breaking the chain.

mod head;
mod names;
mod remove;
pub mod seal;
mod verify;

use std::net::IpAddr;

use firstline_domain::access::{Act, Object};
use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

pub use head::{Head, head, heads};
pub use names::{Named, Names, names};
pub use remove::{Removal, Removed, remove_before};
pub use verify::{Fault, REMOVAL, Verified, verify};

use self::seal::{Sealer, Words};
use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// What stands before the first line of a log.
pub const ORIGIN: Hash = [0; 32];

pub type Hash = [u8; 32];

/// Whose hand an act was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    Person(PersonId),
    /// A machine, by its token.
    Token(Uuid),
    /// The hub itself, or whoever works on its machine.
    Hub,
    /// Somebody of another organisation, which alone is said.
    Somebody,
}

impl Who {
    /// Whoever acts in a scope.
    pub fn of(scope: &Scope) -> Self {
        match (scope.person, scope.token) {
            (Some(person), _) => Who::Person(person),
            (None, Some(token)) => Who::Token(token),
            (None, None) => Who::Hub,
        }
    }

    pub fn kind(self) -> &'static str {
        match self {
            Who::Person(_) => "person",
            Who::Token(_) => "token",
            Who::Hub => "hub",
            Who::Somebody => "somebody",
        }
    }

    pub fn id(self) -> Option<Uuid> {
        match self {
            Who::Person(id) => Some(id.0),
            Who::Token(id) => Some(id),
            Who::Hub | Who::Somebody => None,
        }
    }

    fn read(kind: &str, id: Option<Uuid>) -> Option<Self> {
        match (kind, id) {
            ("person", Some(id)) => Some(Who::Person(PersonId(id))),
            ("token", Some(id)) => Some(Who::Token(id)),
            ("hub", None) => Some(Who::Hub),
            ("somebody", None) => Some(Who::Somebody),
            _ => None,
        }
    }
}

/// What is to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    pub who: Who,
    pub acting_for: OrganisationId,
    pub act: &'a str,
    /// An id; anything else may be a word about a person, and is sealed.
    pub object: &'a str,
    /// How it was before and after; never a secret.
    pub detail: &'a Value,
    pub address: Option<IpAddr>,
    pub happened_at: Timestamp,
}

/// One line of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub organisation: OrganisationId,
    /// From 1, without gaps.
    pub number: i64,
    pub who: Who,
    pub acting_for: OrganisationId,
    pub act: String,
    pub object: String,
    /// JSON as it is chained: with seals for words about people.
    pub detail: String,
    /// The seal of the address that the request came from.
    pub address: Option<String>,
    pub happened_at: Timestamp,
    pub words: Words,
    pub previous: Hash,
    pub hash: Hash,
}

impl Line {
    /// What the hash is of: a JSON array without spaces, in UTF-8, with nothing escaped that JSON does not demand.
    pub fn canonical(&self) -> String {
        to_json(&(
            "firstline-audit-1",
            hex(&self.previous),
            self.organisation,
            self.number,
            (self.who.kind(), self.who.id()),
            self.acting_for,
            &self.act,
            &self.object,
            &self.detail,
            &self.address,
            micros(self.happened_at),
        ))
    }

    fn hash_now(&self) -> Hash {
        *blake3::hash(self.canonical().as_bytes()).as_bytes()
    }

    /// The detail with the words that are not forgotten.
    pub fn opened_detail(&self) -> Value {
        // What does not read as JSON was put there by somebody else; `verify` says so.
        let mut detail = serde_json::from_str(&self.detail).unwrap_or(Value::Null);
        seal::opened(&mut detail, &self.words);
        detail
    }

    /// What the act was done to: an id or a word, unless that is forgotten.
    pub fn opened_object(&self) -> &str {
        self.words
            .get(&self.object)
            .map_or(&self.object, |word| &word.text)
    }

    /// Where the request came from, unless that is forgotten.
    pub fn opened_address(&self) -> Option<&str> {
        let word = self.words.get(self.address.as_deref()?)?;
        Some(&word.text)
    }
}

/// A hash in hexadecimal digits.
pub fn hex(hash: &Hash) -> String {
    blake3::Hash::from_bytes(*hash).to_hex().to_string()
}

/// A hash from its hexadecimal digits.
pub fn unhex(digits: &str) -> Option<Hash> {
    blake3::Hash::from_hex(digits).ok().map(Hash::from)
}

const COLUMNS: &str =
    "organisation, number, who_kind, who, acting_for, act, object, detail, address, happened_at, personal,
    previous, hash";

fn read(row: &Row<'_>) -> Result<Line, StoreError> {
    let id: Option<Uuid> = row.get(3)?;
    Ok(Line {
        organisation: OrganisationId(row.id(0)?),
        number: row.get(1)?,
        who: row.parse(2, |kind: &str| Who::read(kind, id))?,
        acting_for: OrganisationId(row.id(4)?),
        act: row.text(5)?,
        object: row.text(6)?,
        detail: row.text(7)?,
        address: row.optional_text(8)?,
        happened_at: row.instant(9)?,
        words: row.json(10)?,
        previous: read_hash(row, 11)?,
        hash: read_hash(row, 12)?,
    })
}

fn read_hash(row: &Row<'_>, index: usize) -> Result<Hash, StoreError> {
    row.parse(index, |bytes: &[u8]| bytes.try_into().ok())
}

/// Adds a line to an organisation's log; `secret` is for sealing, random and never seen again.
pub fn append(
    tx: &mut Tx<'_>,
    log: OrganisationId,
    new: &New<'_>,
    secret: &[u8; 32],
) -> Result<(), StoreError> {
    let head = head::of_log(tx, log)?;
    let mut sealer = Sealer::new(secret);
    let mut line = Line {
        organisation: log,
        number: head.number + 1,
        who: new.who,
        acting_for: new.acting_for,
        act: new.act.to_owned(),
        object: sealer.object(new.object),
        detail: to_json(&sealer.detail(new.detail)),
        address: new.address.map(|address| sealer.seal(&address.to_string())),
        happened_at: new.happened_at,
        words: sealer.words,
        previous: head.hash,
        hash: ORIGIN,
    };
    line.hash = line.hash_now();
    // First of all the head: of two who come at once, the second is told there that it must begin again.
    head::move_to(tx, &line)?;
    tx.execute(
        &format!(
            "insert into audit ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        &[
            &line.organisation,
            &line.number,
            &line.who.kind(),
            &line.who.id(),
            &line.acting_for,
            &line.act,
            &line.object,
            &line.detail,
            &line.address,
            &micros(line.happened_at),
            &to_json(&line.words),
            &line.previous.as_slice(),
            &line.hash.as_slice(),
        ],
    )?;
    Ok(())
}

/// Which lines of the asker's own log are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Persons and tokens; absent means everyone.
    pub who: Option<Vec<Uuid>>,
    /// Absent means every act.
    pub acts: Option<Vec<String>>,
    pub from: Option<Timestamp>,
    /// Up to, and not at.
    pub until: Option<Timestamp>,
    /// Only what is older than this line: when it happened, and its number.
    pub before: Option<(Timestamp, i64)>,
}

/// Lines of the asker's own log, newest first.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn list(tx: &mut Tx<'_>, scope: &Scope, wanted: &Wanted, limit: i64) -> Result<Vec<Line>, StoreError> {
    demand(
        scope,
        Act::See,
        Object::Audit,
        scope.stands_to(scope.organisation),
    )?;
    let (before, number) = wanted
        .before
        .map_or((i64::MAX, i64::MAX), |(at, number)| (micros(at), number));
    let until = wanted
        .until
        .map_or(i64::MAX, micros)
        .min(before.saturating_add(1));
    let (who, acts) = (
        wanted.who.as_deref().unwrap_or_default(),
        wanted.acts.as_deref().unwrap_or_default(),
    );
    tx.query(
        &format!(
            "select {COLUMNS} from audit
             where organisation = $1 and happened_at >= $2 and happened_at < $3
               and (happened_at < $4 or happened_at = $4 and number < $5)
               and ($6 or who = any($7)) and ($8 or act = any($9))
             order by happened_at desc, number desc limit $10"
        ),
        &[
            &scope.organisation,
            &wanted.from.map_or(i64::MIN, micros),
            &until,
            &before,
            &number,
            &wanted.who.is_none(),
            &who,
            &wanted.acts.is_none(),
            &acts,
            &limit,
        ],
        read,
    )
}

/// Lines of a log in their order, after a number: for reading all of it, a piece at a time.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not take the log out.
pub fn after(
    tx: &mut Tx<'_>,
    scope: &Scope,
    log: OrganisationId,
    number: i64,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    demand(scope, Act::Export, Object::Audit, scope.stands_to(log))?;
    tx.query(
        &format!(
            "select {COLUMNS} from audit where organisation = $1 and number > $2 order by number limit $3"
        ),
        &[&log, &number, &limit],
        read,
    )
}

/// Lines of what a person did, by log and number after those of `after`: for taking out what is held of them.
pub(crate) fn by_person(
    tx: &mut Tx<'_>,
    person: PersonId,
    log: Option<OrganisationId>,
    after: (OrganisationId, i64),
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    tx.query(
        &format!(
            "select {COLUMNS} from audit where who = $1 and ($2 or organisation = $3)
               and (organisation > $4 or organisation = $4 and number > $5)
             order by organisation, number limit $6"
        ),
        &[&person, &log.is_none(), &log, &after.0, &after.1, &limit],
        read,
    )
}

/// Forgets the words about a person, in one log or in all: where they acted from, what was said of them, and every word that
/// equals one of `known`, whatever its capitals. The lines stay and so does the chain. Gives how many lines lost words.
pub fn forget(
    tx: &mut Tx<'_>,
    log: Option<OrganisationId>,
    person: PersonId,
    known: &[String],
) -> Result<u64, StoreError> {
    let known: Vec<String> = known.iter().map(|word| word.trim().to_lowercase()).collect();
    let object = person.to_string();
    let mut changed: Vec<(OrganisationId, i64, Words)> = Vec::new();
    tx.for_each(
        "select organisation, number, who, object, address, personal from audit
         where ($1 or organisation = $2) and personal <> '{}'",
        &[&log.is_none(), &log],
        |row| {
            let mut words: Words = row.json(5)?;
            let (before, address) = (words.len(), row.optional_text(4)?);
            let (own, about) = (
                row.get::<Option<Uuid>>(2)? == Some(person.0),
                row.text(3)? == object,
            );
            words.retain(|seal, word| {
                let from = own && Some(seal) == address.as_ref();
                !(about || from || known.contains(&word.text.trim().to_lowercase()))
            });
            if words.len() < before {
                changed.push((OrganisationId(row.id(0)?), row.get(1)?, words));
            }
            Ok::<_, StoreError>(())
        },
    )?;
    for (log, number, words) in &changed {
        tx.execute(
            "update audit set personal = $3 where organisation = $1 and number = $2",
            &[log, number, &to_json(words)],
        )?;
    }
    Ok(changed.len() as u64)
}
