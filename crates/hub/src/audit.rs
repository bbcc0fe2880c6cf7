//! The log of an organisation: who did what, and who looked at whose contacts.

mod changes;
mod export;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use firstline_store::audit::{self, Fault, Hash, Head, Line, Named, Names, New, Verified, Wanted, Who};
use firstline_store::db::Tx;
use firstline_store::{StoreError, organisation, people, person, token};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use uuid::Uuid;

pub use self::changes::{Change, Leaf, changes};
pub use self::export::{Export, Format};
use crate::search::fold;
use crate::{Hub, HubError, secret};

/// Everything that is recorded, and what it is done to. Each has its words in every language, under `audit-act-…`.
pub const ACTS: &[(&str, Object)] = &[
    ("accept-relationship", Object::Relationship),
    ("activate-person", Object::Person),
    ("add-organisation", Object::Organisation),
    ("add-passkey", Object::Person),
    ("add-second-factor", Object::Person),
    ("agree-split", Object::Split),
    ("allow-passwords", Object::SignOn),
    ("ask", Object::Decision),
    ("ask-address", Object::Person),
    ("ask-relationship", Object::Relationship),
    ("authorise-partner", Object::Authorisation),
    ("change-address", Object::Person),
    ("change-organisation", Object::Organisation),
    ("change-password", Object::Person),
    ("change-roles", Object::Role),
    ("choose-technical", Object::TechnicalChoice),
    ("correct-reading", Object::Decision),
    ("deactivate-person", Object::Person),
    ("decline-relationship", Object::Relationship),
    ("decline-split", Object::Split),
    ("demand-second-factor", Object::SignOn),
    ("edit-account", Object::Person),
    ("edit-desk", Object::Desk),
    ("edit-offer", Object::Offer),
    ("edit-person", Object::Person),
    ("end-relationship", Object::Relationship),
    ("end-session", Object::Session),
    ("end-sessions", Object::Session),
    ("erase-person", Object::Privacy),
    ("export-audit", Object::Audit),
    ("export-person", Object::Privacy),
    ("forget-translations", Object::Translation),
    ("import", Object::Import),
    ("invite", Object::Invitation),
    ("join", Object::Person),
    ("join-by-sign-on", Object::Person),
    ("let-in", Object::Person),
    ("make-client", Object::Token),
    ("make-reset-link", Object::Person),
    ("make-token", Object::Token),
    ("new-recovery-codes", Object::Person),
    ("propose-split", Object::Split),
    ("provision-person", Object::Person),
    ("refuse-sign-in", Object::Session),
    ("release-domain", Object::SignOn),
    ("remove-old", Object::Retention),
    (audit::REMOVAL, Object::Retention),
    ("remove-passkey", Object::Person),
    ("remove-person", Object::Person),
    ("remove-second-factor", Object::Person),
    ("remove-sign-on", Object::SignOn),
    ("renew-keys", Object::Organisation),
    ("reset-password", Object::Person),
    ("retire-keys", Object::Organisation),
    ("revoke-client", Object::Token),
    ("revoke-token", Object::Token),
    ("roles-by-sign-on", Object::Role),
    ("see-desk", Object::Desk),
    ("see-offer-contacts", Object::OfferContacts),
    ("set-retention", Object::Retention),
    ("set-sign-on", Object::SignOn),
    ("set-support-contact", Object::SupportContact),
    ("set-translation", Object::Translation),
    ("set-up", Object::Organisation),
    ("sign-out-person", Object::Session),
    ("switch-organisation", Object::Session),
    ("train-model", Object::Organisation),
    ("verify-domain", Object::SignOn),
    ("withdraw-authorisation", Object::Authorisation),
    ("withdraw-invitation", Object::Invitation),
    ("withdraw-relationship", Object::Relationship),
    ("withdraw-split", Object::Split),
];

/// Lines that are looked through for a text before the reader is asked whether to go on.
const LOOKED_THROUGH_MAX: usize = 10_000;
/// Lines that are in memory at a time.
const PIECE_LINES: usize = 500;
/// People that a name is looked for among.
const PEOPLE_MAX: i64 = 5000;

/// What somebody looks for in the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// Part of a person's or a token's name, a handle or an address.
    pub who: String,
    pub act: Option<String>,
    pub object: Option<Object>,
    /// The first day, in UTC.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// Part of what was done, to what, how it was before and after, or from where.
    pub text: String,
    /// Only what is older than this line: when it happened, and its number.
    pub before: Option<(Timestamp, i64)>,
}

/// Whose hand an act was, as it is called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Person {
        handle: String,
        name: String,
    },
    /// Somebody who is no longer known.
    FormerPerson,
    /// A program, by the name of its token; absent where that is gone.
    Token(Option<String>),
    Hub,
    /// Another organisation, which does not say who.
    Organisation(String),
}

/// What an act was done to, as it is called now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thing {
    Named(String),
    FormerPerson,
    /// It has no name, or is gone.
    Unnamed,
}

/// A line of the log.
#[derive(Debug, Clone)]
pub struct Entry {
    pub number: i64,
    pub who: Actor,
    pub act: String,
    pub thing: Thing,
    /// The id of what it was done to.
    pub object: String,
    /// As it was recorded, with the words about people that are not forgotten.
    pub detail: Value,
    pub address: Option<String>,
    pub at: Timestamp,
    pub hash: String,
}

/// Some lines of the log, newest first.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub entries: Vec<Entry>,
    /// What the ids in them are called.
    pub names: Names,
    /// What to look before for more.
    pub next: Option<(Timestamp, i64)>,
    /// Whether the lines were too many to be looked through at once: there may be more that fit, further back.
    pub cut: bool,
}

/// What an act is done to.
pub fn object_of(act: &str) -> Option<Object> {
    ACTS.iter()
        .find_map(|(known, object)| (*known == act).then_some(*object))
}

/// An organisation's handle, and whether its log is as it was written.
pub type Checked = (String, Result<Verified, Fault>);

impl Hub {
    /// Records an act of the asker in the log of an organisation, in the transaction of the change itself. What another
    /// organisation did is told there without saying who did it.
    pub(crate) fn record_in(
        &self,
        tx: &mut Tx<'_>,
        log: OrganisationId,
        scope: &Scope,
        act: &str,
        object: &str,
        detail: &Value,
    ) -> Result<(), StoreError> {
        debug_assert!(
            object_of(act).is_some(),
            "{act} is not among audit::ACTS and has no words"
        );
        let own = log == scope.organisation;
        let new = New {
            who: if own { Who::of(scope) } else { Who::Somebody },
            acting_for: scope.organisation,
            act,
            object,
            detail,
            address: scope.address.filter(|_| own),
            happened_at: self.now(),
        };
        audit::append(tx, log, &new, &secret::random())
    }

    /// Lines of the asker's own log, newest first.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it.
    pub async fn audit(&self, scope: &Scope, sought: &Sought, limit: usize) -> Result<Found, HubError> {
        self.demand_shown(scope, Object::Audit)?;
        let (scope, sought) = (scope.clone(), sought.clone());
        self.read(move |tx| find(tx, &scope, &sought, limit)).await
    }

    /// Where the asker's own log ends: whoever writes that down elsewhere can tell later that it was not written anew.
    ///
    /// # Errors
    /// As for [`Hub::audit`].
    pub async fn audit_head(&self, scope: &Scope) -> Result<Option<Head>, HubError> {
        self.demand_shown(scope, Object::Audit)?;
        let scope = scope.clone();
        self.read(move |tx| Ok(audit::head(tx, &scope, scope.organisation)?))
            .await
    }

    /// Begins to take the asker's own log out, which is recorded in it.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker's roles do not let it.
    pub async fn export_audit(&self, scope: &Scope, format: Format) -> Result<Export, HubError> {
        self.demand_shown(scope, Object::Audit)?;
        if !scope.may(Act::Export, Object::Audit, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        let (hub, asker) = (self.clone(), scope.clone());
        let head = self
            .write(move |tx| {
                let detail = serde_json::json!({ "format": format.as_str() });
                hub.record(tx, &asker, "export-audit", "", &detail)?;
                Ok(audit::head(tx, &asker, asker.organisation)?)
            })
            .await?;
        let until = head.map_or(0, |head| head.number);
        Ok(Export::new(self.clone(), scope.clone(), format, until))
    }

    /// Walks the log of one organisation, or of all, and tells of each whether it is as it was written. For the hub's own hand.
    /// Blocks.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where no organisation has this handle.
    pub fn verify_audit(
        &self,
        scope: &Scope,
        handle: Option<&str>,
        written_down: Option<&Hash>,
    ) -> Result<Vec<Checked>, HubError> {
        let logs = self.db().read_blocking(|tx| -> Result<_, HubError> {
            match handle {
                None => Ok(audit::heads(tx, scope)?),
                Some(handle) => {
                    let found = organisation::by_handle(tx, scope, handle)?;
                    let found = found.ok_or(HubError::NotFound("organisation"))?;
                    Ok(vec![(found.id, found.handle)])
                }
            }
        })?;
        logs.into_iter()
            .map(|(id, handle)| {
                let verified = self
                    .db()
                    .read_blocking(|tx| audit::verify(tx, scope, id, written_down))?;
                Ok((handle, verified))
            })
            .collect()
    }
}

fn find(tx: &mut Tx<'_>, scope: &Scope, sought: &Sought, limit: usize) -> Result<Found, HubError> {
    let mut wanted = Wanted {
        who: whom(tx, scope, &sought.who)?,
        acts: acts(sought),
        from: sought.from.and_then(|day| begin_of(day).ok()),
        until: sought.until.and_then(|day| begin_of(day.tomorrow().ok()?).ok()),
        before: sought.before,
    };
    let text = fold(&sought.text);
    let text = text.trim();
    let mut found = Found::default();
    let mut looked_through = 0;
    let piece = if text.is_empty() { limit + 1 } else { PIECE_LINES };
    loop {
        let lines = audit::list(tx, scope, &wanted, i64::try_from(piece).unwrap_or(i64::MAX))?;
        let at_end = lines.len() < piece;
        let names = audit::names(tx, scope, &ids(&lines))?;
        for line in &lines {
            let entry = entry(line, &names);
            if text.is_empty() || fold(&spoken(&entry, line, &names)).contains(text) {
                if found.entries.len() == limit {
                    found.next = wanted.before;
                    return Ok(found);
                }
                found.entries.push(entry);
            }
            wanted.before = Some((line.happened_at, line.number));
        }
        found.names.extend(names);
        looked_through += lines.len();
        if at_end {
            return Ok(found);
        }
        if looked_through >= LOOKED_THROUGH_MAX {
            found.next = wanted.before;
            found.cut = true;
            return Ok(found);
        }
    }
}

fn begin_of(day: Date) -> Result<Timestamp, jiff::Error> {
    Ok(day.to_zoned(TimeZone::UTC)?.timestamp())
}

/// The acts that are sought: one, those on an object, those of both, or all.
fn acts(sought: &Sought) -> Option<Vec<String>> {
    if sought.act.is_none() && sought.object.is_none() {
        return None;
    }
    let fits = |(act, object): &&(&str, Object)| {
        sought.act.as_ref().is_none_or(|wanted| wanted == act)
            && sought.object.is_none_or(|wanted| wanted == *object)
    };
    Some(
        ACTS.iter()
            .filter(fits)
            .map(|(act, _)| (*act).to_owned())
            .collect(),
    )
}

/// The persons and programs of the asker's organisation that are called so.
fn whom(tx: &mut Tx<'_>, scope: &Scope, called: &str) -> Result<Option<Vec<Uuid>>, HubError> {
    let called = called.trim();
    if called.is_empty() {
        return Ok(None);
    }
    let wanted = fold(called);
    let is = |text: &str| fold(text).contains(&wanted);
    let mut ids: Vec<Uuid> = people::list(tx, scope, "", PEOPLE_MAX)?
        .into_iter()
        .map(|colleague| colleague.member.person)
        .filter(|person| is(&person.name) || is(&person.handle) || is(&person.email))
        .map(|person| person.id.0)
        .collect();
    let tokens = token::list(tx, scope)?;
    ids.extend(
        tokens
            .iter()
            .filter(|token| is(&token.name))
            .map(|token| token.id),
    );
    // Those who are no longer of the organisation are found by what they are called exactly.
    let former = match person::by_handle(tx, called)? {
        Some(known) => Some(known),
        None => person::by_email(tx, called)?,
    };
    ids.extend(former.map(|person| person.id.0));
    Ok(Some(ids))
}

/// Every id in some lines.
fn ids(lines: &[Line]) -> Vec<Uuid> {
    let mut ids = Vec::new();
    for line in lines {
        ids.extend(line.who.id());
        ids.push(line.acting_for.0);
        ids.extend(Uuid::parse_str(&line.object));
        collect(&line.opened_detail(), &mut ids);
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn collect(value: &Value, ids: &mut Vec<Uuid>) {
    match value {
        Value::String(text) => ids.extend(Uuid::parse_str(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, ids)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn entry(line: &Line, names: &Names) -> Entry {
    let detail = line.opened_detail();
    Entry {
        number: line.number,
        who: actor(line, names),
        act: line.act.clone(),
        thing: thing(line, &detail, names),
        object: line.object.clone(),
        address: line.opened_address().map(str::to_owned),
        at: line.happened_at,
        hash: audit::hex(&line.hash),
        detail,
    }
}

fn actor(line: &Line, names: &Names) -> Actor {
    match line.who {
        Who::Hub => Actor::Hub,
        Who::Somebody => Actor::Organisation(called(line.acting_for.0, names).unwrap_or_default()),
        Who::Person(id) => match names.get(&id.0) {
            Some(Named::Person { handle, name }) => Actor::Person {
                handle: handle.clone(),
                name: name.clone(),
            },
            _ => Actor::FormerPerson,
        },
        Who::Token(id) => Actor::Token(called(id, names)),
    }
}

/// What something is called, in a few words.
pub fn called(id: Uuid, names: &Names) -> Option<String> {
    Some(match names.get(&id)? {
        Named::Person { name, .. } | Named::Token { name } | Named::Organisation { name, .. } => name.clone(),
        Named::Offer { publisher, handle } => format!("{publisher}/{handle}"),
        Named::Subscription { handle } => handle.clone(),
    })
}

fn thing(line: &Line, detail: &Value, names: &Names) -> Thing {
    let object = line.opened_object();
    if let Ok(id) = Uuid::parse_str(object) {
        if let Some(name) = called(id, names) {
            return Thing::Named(name);
        }
        // What has no name of its own is called by what was said of it.
        let said = ["name", "email", "file"]
            .iter()
            .find_map(|key| detail.get(key)?.as_str());
        return match said {
            Some(said) if !audit::seal::is_seal(said) => Thing::Named(said.to_owned()),
            _ if is_about_person(&line.act) => Thing::FormerPerson,
            _ => Thing::Unnamed,
        };
    }
    match object {
        "" => Thing::Unnamed,
        forgotten if audit::seal::is_seal(forgotten) => Thing::FormerPerson,
        word => Thing::Named(word.to_owned()),
    }
}

fn is_about_person(act: &str) -> bool {
    let about = object_of(act);
    about.is_some_and(|object| {
        matches!(
            object,
            Object::Person | Object::Role | Object::Invitation | Object::Privacy
        )
    })
}

/// Everything of a line that a text can be looked for in.
fn spoken(entry: &Entry, line: &Line, names: &Names) -> String {
    let mut said = vec![
        entry.act.clone(),
        line.opened_object().to_owned(),
        entry.detail.to_string(),
    ];
    said.extend(entry.address.clone());
    let mut ids = ids(std::slice::from_ref(line));
    ids.retain(|id| Some(*id) != line.who.id() && *id != line.acting_for.0);
    said.extend(ids.into_iter().filter_map(|id| called(id, names)));
    match &entry.who {
        Actor::Person { name, handle } => said.extend([name.clone(), handle.clone()]),
        Actor::Token(Some(name)) | Actor::Organisation(name) => said.push(name.clone()),
        Actor::FormerPerson | Actor::Token(None) | Actor::Hub => {}
    }
    said.join("\n")
}
