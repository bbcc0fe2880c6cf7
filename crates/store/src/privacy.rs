//! What the hub holds of people, taking it out and taking it away, and how long organisations keep what they have.

mod retention;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::decision::Facts;
use firstline_domain::id::{DecisionId, OrganisationId, PersonId};
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use uuid::Uuid;

pub use self::retention::*;
use crate::access::demand;
use crate::audit::{Line, by_person, forget};
use crate::columns::{Columns, micros};
use crate::credential::{self, UNCONFIRMED};
use crate::db::{Param, Row, Tx};
use crate::error::StoreError;
use crate::person::{self, Person};

/// How far a look into what is held of a person, or its erasure, goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All of it: for the person itself, and for whoever works on the hub's machine.
    Everywhere,
    /// What one organisation holds.
    In(OrganisationId),
}

impl Reach {
    fn organisation(self) -> Option<OrganisationId> {
        match self {
            Reach::Everywhere => None,
            Reach::In(organisation) => Some(organisation),
        }
    }
}

/// A row of something that is held of a person, in the words and times of its table.
pub type Held = serde_json::Map<String, serde_json::Value>;

/// Lets on whoever may see or take away what is held of this person, as far as that reaches.
fn demand_reach(scope: &Scope, act: Act, person: PersonId, reach: Reach) -> Result<(), StoreError> {
    let relation = match reach {
        Reach::Everywhere if scope.person == Some(person) => Relation::Mine,
        Reach::Everywhere => Relation::Any,
        Reach::In(organisation) => scope.stands_to(organisation),
    };
    demand(scope, act, Object::Privacy, relation)
}

/// Whom a statement is about, as its parameters say it.
struct Whose {
    person: PersonId,
    everywhere: bool,
    organisation: Option<OrganisationId>,
    /// As they are compared in organisations where they belong.
    emails: Vec<String>,
    /// The address that counts everywhere: one that was shown to be theirs. What others wrote to another is for whoever has it.
    proven: Option<String>,
}

#[derive(Clone, Copy)]
enum Said {
    Person,
    /// Whether the reach is everywhere.
    Everywhere,
    /// The organisation that it is limited to.
    Organisation,
    Emails,
    Proven,
}

use Said::{Emails, Everywhere, Organisation, Person as Whom, Proven};

/// Rows of a person within the reach.
const THEIRS: &[Said] = &[Whom, Everywhere, Organisation];
/// Rows of a person, or that were written to their address, within the reach.
const SENT: &[Said] = &[Whom, Everywhere, Organisation, Emails, Proven];

impl Whose {
    fn of(tx: &mut Tx<'_>, person: &Person, reach: Reach, emails: Vec<String>) -> Result<Self, StoreError> {
        let is_proven = credential::of(tx, person.id, UNCONFIRMED)?.is_empty();
        Ok(Whose {
            person: person.id,
            everywhere: reach == Reach::Everywhere,
            organisation: reach.organisation(),
            emails,
            proven: is_proven.then(|| person::email_key(&person.email)),
        })
    }

    fn params(&self, said: &[Said]) -> Vec<&dyn Param> {
        let one = |said: &Said| -> &dyn Param {
            match said {
                Whom => &self.person,
                Everywhere => &self.everywhere,
                Organisation => &self.organisation,
                Emails => &self.emails,
                Proven => &self.proven,
            }
        };
        said.iter().map(one).collect()
    }
}

/// The account's address, and those that a link was written to on the way to becoming it.
fn addresses(tx: &mut Tx<'_>, person: &Person) -> Result<Vec<String>, StoreError> {
    let mut emails = tx.query(
        "select email from link where person = $1 and email <> ''",
        &[&person.id],
        |row| Ok(person::email_key(row.get(0)?)),
    )?;
    emails.push(person::email_key(&person.email));
    Ok(emails)
}

/// What a table holds of a person: which rows, and what of them is theirs to see.
struct Source {
    name: &'static str,
    sql: &'static str,
    said: &'static [Said],
    columns: &'static [Column],
}

enum Column {
    Text(&'static str),
    Json(&'static str),
    Flag(&'static str),
    At(&'static str),
}

use Column::{At, Flag, Json, Text};

const SOURCES: &[Source] = &[
    Source {
        name: "memberships",
        sql: "select o.handle, o.name, m.roles, m.active, m.since, m.seen_at from membership m
              join organisation o on o.id = m.organisation
              where m.person = $1 and ($2 or m.organisation = $3) order by m.since",
        said: THEIRS,
        columns: &[
            Text("organisation"),
            Text("name"),
            Json("roles"),
            Flag("active"),
            At("since"),
            At("seen_at"),
        ],
    },
    Source {
        name: "identities",
        sql: "select o.handle, i.issuer, i.subject, i.made_at from identity i
              join organisation o on o.id = i.organisation
              where i.person = $1 and ($2 or i.organisation = $3) order by i.made_at",
        said: THEIRS,
        columns: &[
            Text("organisation"),
            Text("issuer"),
            Text("subject"),
            At("made_at"),
        ],
    },
    Source {
        name: "sessions",
        sql: "select o.handle, s.address, s.agent, s.made_at, s.seen_at from session s
              join organisation o on o.id = s.organisation
              where s.person = $1 and ($2 or s.organisation = $3) order by s.made_at",
        said: THEIRS,
        columns: &[
            Text("organisation"),
            Text("address"),
            Text("agent"),
            At("made_at"),
            At("seen_at"),
        ],
    },
    Source {
        name: "links",
        sql: "select l.kind, o.handle, l.email, l.roles, l.made_at, l.expires_at, l.used_at from link l
              left join organisation o on o.id = l.organisation
              where (l.person = $1 or lower(l.email) = $5 or lower(l.email) = any($4)
                     and l.organisation in (select organisation from membership where person = $1))
                and ($2 or l.organisation = $3) order by l.made_at",
        said: SENT,
        columns: &[
            Text("kind"),
            Text("organisation"),
            Text("email"),
            Json("roles"),
            At("made_at"),
            At("expires_at"),
            At("used_at"),
        ],
    },
    Source {
        name: "messages",
        sql: "select m.kind, o.handle, m.recipient, m.made_at from outbox m
              join organisation o on o.id = m.organisation
              where (m.id in (select id from link where person = $1) or lower(m.recipient) = $5
                     or lower(m.recipient) = any($4)
                     and m.organisation in (select organisation from membership where person = $1))
                and ($2 or m.organisation = $3) order by m.made_at",
        said: SENT,
        columns: &[
            Text("kind"),
            Text("organisation"),
            Text("recipient"),
            At("made_at"),
        ],
    },
    Source {
        name: "requests",
        sql: "select r.kind, o.handle, r.addressed_to, r.asked_at from relationship r
              join organisation o on o.id = r.organisation
              where (lower(r.addressed_to) = $5 or lower(r.addressed_to) = any($4)
                     and r.organisation in (select organisation from membership where person = $1))
                and ($2 or r.organisation = $3) order by r.asked_at",
        said: SENT,
        columns: &[
            Text("kind"),
            Text("organisation"),
            Text("addressed_to"),
            At("asked_at"),
        ],
    },
    Source {
        name: "directory_entries",
        sql: "select o.handle, s.user_name, s.external_id, s.said, s.changed_at from scim_user s
              join organisation o on o.id = s.organisation
              where s.person = $1 and ($2 or s.organisation = $3) order by s.changed_at",
        said: THEIRS,
        columns: &[
            Text("organisation"),
            Text("user_name"),
            Text("external_id"),
            Json("said"),
            At("changed_at"),
        ],
    },
    Source {
        name: "tokens",
        sql: "select o.handle, t.name, t.roles, t.made_at, t.expires_at from token t
              join organisation o on o.id = t.organisation
              where t.made_by = $1 and ($2 or t.organisation = $3) order by t.made_at",
        said: THEIRS,
        columns: &[
            Text("organisation"),
            Text("name"),
            Json("roles"),
            At("made_at"),
            At("expires_at"),
        ],
    },
    Source {
        name: "corrections",
        sql: "select o.handle, c.text, c.topic, c.read_as, c.made_at from correction c
              join organisation o on o.id = c.organisation
              where c.person = $1 and ($2 or c.organisation = $3) order by c.made_at",
        said: THEIRS,
        columns: &[
            Text("organisation"),
            Text("text"),
            Text("topic"),
            Text("read_as"),
            At("made_at"),
        ],
    },
    Source {
        name: "asked_words",
        sql: "select o.handle, w.text, w.kept_at from asked_words w
              join organisation o on o.id = w.organisation
              where w.person = $1 and ($2 or w.organisation = $3) order by w.kept_at",
        said: THEIRS,
        columns: &[Text("organisation"), Text("text"), At("kept_at")],
    },
];

/// How a person signs in: theirs alone, whatever organisation asks.
const CREDENTIALS: Source = Source {
    name: "credentials",
    sql: "select kind, name, made_at, used_at from credential where person = $1 order by made_at",
    said: &[Whom],
    columns: &[Text("kind"), Text("name"), At("made_at"), At("used_at")],
};

impl Column {
    fn read(&self, row: &Row<'_>, index: usize, held: &mut Held) -> Result<(), StoreError> {
        let (name, value) = match self {
            Text(name) => (name, row.optional_text(index)?.into()),
            Json(name) => (name, row.json(index)?),
            Flag(name) => (name, row.get::<bool>(index)?.into()),
            At(name) => {
                let at = row.optional_instant(index)?.map(|at| at.to_string());
                (name, at.into())
            }
        };
        held.insert((*name).to_owned(), value);
        Ok(())
    }
}

/// What is held of a person beside what they did, by its kind: no secret and no digest of one is among it.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not take it out.
pub fn held(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: &Person,
    reach: Reach,
) -> Result<Vec<(&'static str, Vec<Held>)>, StoreError> {
    demand_reach(scope, Act::Export, person.id, reach)?;
    let emails = match reach {
        // Anybody may ask for a link to any address: that shows nothing of it.
        Reach::Everywhere => vec![person::email_key(&person.email)],
        Reach::In(_) => addresses(tx, person)?,
    };
    let whose = Whose::of(tx, person, reach, emails)?;
    let own = (reach == Reach::Everywhere).then_some(&CREDENTIALS);
    let sources = SOURCES.iter().chain(own);
    sources
        .map(|source| {
            let rows = tx.query(source.sql, &whose.params(source.said), |row| {
                let mut held = Held::new();
                for (index, column) in source.columns.iter().enumerate() {
                    column.read(row, index, &mut held)?;
                }
                Ok(held)
            })?;
            Ok((source.name, rows))
        })
        .collect()
}

/// A decision that a person asked to be kept.
#[derive(Debug, Clone)]
pub struct Decided {
    pub id: DecisionId,
    pub organisation: String,
    pub edition: String,
    /// Without how others are reached: that is nothing of the person's, and was not all shown to them.
    pub facts: Facts,
    pub decided_at: Timestamp,
}

/// The decisions that a person asked to be kept, by id after `after`.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not take them out.
pub fn decisions(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: PersonId,
    reach: Reach,
    after: Uuid,
    limit: i64,
) -> Result<Vec<Decided>, StoreError> {
    demand_reach(scope, Act::Export, person, reach)?;
    let organisation = reach.organisation();
    tx.query(
        "select d.id, o.handle, d.edition, d.facts, d.decided_at from decision d
         join organisation o on o.id = d.organisation
         where d.person = $1 and ($2 or d.organisation = $3) and d.id > $4 order by d.id limit $5",
        &[&person, &organisation.is_none(), &organisation, &after, &limit],
        |row| {
            Ok(Decided {
                id: DecisionId(row.id(0)?),
                organisation: row.text(1)?,
                edition: row.text(2)?,
                facts: without_contacts(row.json(3)?),
                decided_at: row.instant(4)?,
            })
        },
    )
}

fn without_contacts(mut facts: Facts) -> Facts {
    if let Some(offer) = &mut facts.offer {
        offer.contacts.clear();
    }
    for party in &mut facts.parties {
        party.desk = None;
    }
    facts
}

/// What a person did, by log and number after those of `after`.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not take it out.
pub fn acts(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: PersonId,
    reach: Reach,
    after: (OrganisationId, i64),
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    demand_reach(scope, Act::Export, person, reach)?;
    by_person(tx, person, reach.organisation(), after, limit)
}

/// Whether a person belongs to any organisation but this one, active or not.
pub fn belongs_elsewhere(tx: &mut Tx<'_>, person: PersonId, but: OrganisationId) -> Result<bool, StoreError> {
    let found: Option<i64> = tx.query_opt(
        "select 1 from membership where person = $1 and organisation <> $2 limit 1",
        &[&person, &but],
        |row| row.get(0),
    )?;
    Ok(found.is_some())
}

/// The organisations in which something of a person stands: where they belong, and where they acted.
pub fn organisations_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<OrganisationId>, StoreError> {
    tx.query(
        "select organisation from membership where person = $1
         union select organisation from audit where who = $1
         union select organisation from decision where person = $1
         order by 1",
        &[&person],
        |row| Ok(OrganisationId(row.id(0)?)),
    )
}

/// What takes a person out of an organisation, or out of all.
const ERASED: &[(&str, &[Said])] = &[
    (
        "delete from identity where person = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from session where person = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from outbox where (id in (select id from link where person = $1) or lower(recipient) = $5
           or lower(recipient) = any($4) and organisation in (select organisation from membership where person = $1))
         and ($2 or organisation = $3)",
        SENT,
    ),
    (
        "delete from link where (person = $1 or lower(email) = $5
           or lower(email) = any($4) and organisation in (select organisation from membership where person = $1))
         and ($2 or organisation = $3)",
        SENT,
    ),
    (
        "update link set made_by = null where made_by = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "update token set made_by = null where made_by = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "update relationship set addressed_to = '' where (lower(addressed_to) = $5
           or lower(addressed_to) = any($4) and organisation in (select organisation from membership where person = $1))
         and ($2 or organisation = $3)",
        SENT,
    ),
    (
        "delete from look where who = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from scim_user where person = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from correction where person = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from asked_words where person = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from membership where person = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
];

/// Erases a person: who they are, how they sign in and what was written to them. What they did stays, by somebody who is no
/// longer known. Everywhere takes the account with it.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker may not erase them.
pub fn erase(
    tx: &mut Tx<'_>,
    scope: &Scope,
    person: &Person,
    reach: Reach,
    now: Timestamp,
) -> Result<(), StoreError> {
    demand_reach(scope, Act::Erase, person.id, reach)?;
    let mut known = addresses(tx, person)?;
    let whose = Whose::of(tx, person, reach, known.clone())?;
    known.extend([person.name.clone(), person.handle.clone()]);
    for (sql, said) in ERASED {
        tx.execute(sql, &whose.params(said))?;
    }
    forget(tx, whose.organisation, person.id, &known)?;
    match reach {
        Reach::In(organisation) => {
            tx.execute(
                "insert into former_person (organisation, person, erased_at) values ($1, $2, $3) on conflict do nothing",
                &[&organisation, &person.id, &micros(now)],
            )?;
        }
        Reach::Everywhere => {
            for table in ["credential", "former_person"] {
                tx.execute(&format!("delete from {table} where person = $1"), &[&person.id])?;
            }
            tx.execute("delete from person where id = $1", &[&person.id])?;
        }
    }
    Ok(())
}
