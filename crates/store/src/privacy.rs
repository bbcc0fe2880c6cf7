//! What the hub holds of people, taking it out and taking it away, and how long organisations keep what they have.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::decision::Facts;
use firstline_domain::id::{DecisionId, OrganisationId, PersonId};
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::access::demand;
use crate::audit::{Line, by_person, forget};
use crate::columns::{Columns, micros};
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
    /// As they are compared: the account's, and those that a link was written to on the way to becoming it.
    emails: Vec<String>,
}

#[derive(Clone, Copy)]
enum Said {
    Person,
    /// Whether the reach is everywhere.
    Everywhere,
    /// The organisation that it is limited to.
    Organisation,
    Emails,
}

use Said::{Emails, Everywhere, Organisation, Person as Whom};

/// Rows of a person within the reach.
const THEIRS: &[Said] = &[Whom, Everywhere, Organisation];
/// Rows that were written to a person's address within the reach.
const SENT: &[Said] = &[Emails, Everywhere, Organisation];
/// Either of both.
const GIVEN: &[Said] = &[Whom, Everywhere, Organisation, Emails];

impl Whose {
    fn of(tx: &mut Tx<'_>, person: &Person, reach: Reach) -> Result<Self, StoreError> {
        let mut emails = tx.query(
            "select email from link where person = $1 and email <> ''",
            &[&person.id],
            |row| Ok(person::email_key(row.get(0)?)),
        )?;
        emails.push(person::email_key(&person.email));
        Ok(Whose {
            person: person.id,
            everywhere: reach == Reach::Everywhere,
            organisation: reach.organisation(),
            emails,
        })
    }

    fn params(&self, said: &[Said]) -> Vec<&dyn Param> {
        let one = |said: &Said| -> &dyn Param {
            match said {
                Whom => &self.person,
                Everywhere => &self.everywhere,
                Organisation => &self.organisation,
                Emails => &self.emails,
            }
        };
        said.iter().map(one).collect()
    }
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
        sql:
            "select l.kind, o.handle, l.email, l.roles, l.made_at, l.expires_at, l.used_at from link l
              left join organisation o on o.id = l.organisation
              where (l.person = $1 or lower(l.email) = any($4)) and ($2 or l.organisation = $3) order by l.made_at",
        said: GIVEN,
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
              where lower(m.recipient) = any($1) and ($2 or m.organisation = $3) order by m.made_at",
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
              where lower(r.addressed_to) = any($1) and ($2 or r.organisation = $3) order by r.asked_at",
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
    let whose = Whose::of(tx, person, reach)?;
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
        "delete from link where (person = $1 or lower(email) = any($4)) and ($2 or organisation = $3)",
        GIVEN,
    ),
    (
        "update link set made_by = null where made_by = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "delete from outbox where lower(recipient) = any($1) and ($2 or organisation = $3)",
        SENT,
    ),
    (
        "update token set made_by = null where made_by = $1 and ($2 or organisation = $3)",
        THEIRS,
    ),
    (
        "update relationship set addressed_to = '' where lower(addressed_to) = any($1) and ($2 or organisation = $3)",
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
    let whose = Whose::of(tx, person, reach)?;
    let mut known = whose.emails.clone();
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

/// How many days an organisation keeps what; nothing keeps it for good, but for corrections, of which it keeps none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retention {
    pub audit_days: Option<i64>,
    pub decision_days: Option<i64>,
    pub invoice_line_days: Option<i64>,
    pub correction_days: Option<i64>,
    pub version: i64,
}

const RETENTION: &str = "audit_days, decision_days, invoice_line_days, correction_days, version";

fn read_retention(row: &Row<'_>, first: usize) -> Result<Retention, StoreError> {
    Ok(Retention {
        audit_days: row.get(first)?,
        decision_days: row.get(first + 1)?,
        invoice_line_days: row.get(first + 2)?,
        correction_days: row.get(first + 3)?,
        version: row.get(first + 4)?,
    })
}

/// What the asker's organisation decided; without a decision it keeps everything.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker's roles do not show it.
pub fn retention(tx: &mut Tx<'_>, scope: &Scope) -> Result<Retention, StoreError> {
    demand(scope, Act::See, Object::Retention, Relation::Own)?;
    let found = tx.query_opt(
        &format!("select {RETENTION} from retention where organisation = $1"),
        &[&scope.organisation],
        |row| read_retention(row, 0),
    )?;
    Ok(found.unwrap_or_default())
}

/// Decides how long the asker's organisation keeps what, if that still is at the version that the change was made on.
///
/// # Errors
/// [`StoreError::NotAllowed`] where the asker does not decide it.
pub fn set_retention(
    tx: &mut Tx<'_>,
    scope: &Scope,
    new: &Retention,
    now: Timestamp,
) -> Result<bool, StoreError> {
    demand(scope, Act::Change, Object::Retention, Relation::Own)?;
    let sql = if new.version == 0 {
        "insert into retention
           (organisation, audit_days, decision_days, invoice_line_days, correction_days, changed_at, version)
         values ($1, $2, $3, $4, $5, $6, cast($7 as bigint) + 1) on conflict do nothing"
    } else {
        "update retention set audit_days = $2, decision_days = $3, invoice_line_days = $4, correction_days = $5,
           changed_at = $6, version = version + 1 where organisation = $1 and version = $7"
    };
    let changed = tx.execute(
        sql,
        &[
            &scope.organisation,
            &new.audit_days,
            &new.decision_days,
            &new.invoice_line_days,
            &new.correction_days,
            &micros(now),
            &new.version,
        ],
    )?;
    Ok(changed > 0)
}

/// Every organisation that decided how long it keeps what. For the hub's own hand.
pub fn retentions(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<(OrganisationId, Retention)>, StoreError> {
    demand(scope, Act::See, Object::Retention, Relation::Any)?;
    tx.query(
        &format!("select organisation, {RETENTION} from retention order by organisation"),
        &[],
        |row| Ok((OrganisationId(row.id(0)?), read_retention(row, 1)?)),
    )
}

/// Removes decisions of an organisation that were made before a time.
pub fn remove_decisions(
    tx: &mut Tx<'_>,
    scope: &Scope,
    organisation: OrganisationId,
    before: Timestamp,
) -> Result<u64, StoreError> {
    demand(
        scope,
        Act::Change,
        Object::Retention,
        scope.stands_to(organisation),
    )?;
    tx.execute(
        "delete from decision where organisation = $1 and decided_at < $2",
        &[&organisation, &micros(before)],
    )
}

/// Removes reconciliation lines of a seller: those whose charge ended before a day, and those without days that came with a
/// file before a time.
pub fn remove_invoice_lines(
    tx: &mut Tx<'_>,
    scope: &Scope,
    seller: OrganisationId,
    before: Date,
    came_before: Timestamp,
) -> Result<u64, StoreError> {
    demand(scope, Act::Change, Object::Retention, scope.stands_to(seller))?;
    tx.execute(
        "delete from invoice_line where seller = $1 and (coalesce(charged_until, charged_from) < $2
           or charged_until is null and charged_from is null
             and run in (select id from import_run where started_at < $3))",
        &[&seller, &before.to_string(), &micros(came_before)],
    )
}
