//! Taking a log out, a piece at a time: as CSV for a spreadsheet, or as JSON Lines with all that it takes to verify the chain
//! elsewhere.

use firstline_domain::scope::Scope;
use firstline_store::audit::{self, Line, Names, hex};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::{Actor, PIECE_LINES, Thing, entry, ids};
use crate::{Hub, HubError};

/// How a log is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    JsonLines,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Csv, Format::JsonLines];

    /// The word for it, which is also how its files end.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::JsonLines => "jsonl",
        }
    }
}

/// A log that is being taken out, up to the line that was the last when that began.
pub struct Export {
    hub: Hub,
    scope: Scope,
    format: Format,
    after: i64,
    until: i64,
    begun: bool,
}

impl Export {
    pub(super) fn new(hub: Hub, scope: Scope, format: Format, until: i64) -> Self {
        Export {
            hub,
            scope,
            format,
            after: 0,
            until,
            begun: false,
        }
    }

    /// The next piece; nothing at the end.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, HubError> {
        let (scope, after, until) = (self.scope.clone(), self.after, self.until);
        let (lines, names) = self
            .hub
            .read(move |tx| {
                let mut lines = audit::after(tx, &scope, scope.organisation, after, PIECE_LINES as i64)?;
                lines.retain(|line| line.number <= until);
                let names = audit::names(tx, &scope, &ids(&lines))?;
                Ok((lines, names))
            })
            .await?;
        let head = !self.begun;
        self.begun = true;
        let Some(last) = lines.last() else {
            return Ok(None);
        };
        self.after = last.number;
        Ok(Some(match self.format {
            Format::Csv => csv(&lines, &names, head),
            Format::JsonLines => json_lines(&lines, &names),
        }))
    }
}

const HEAD: [&str; 13] = [
    "number",
    "time",
    "who",
    "who_id",
    "who_name",
    "acting_for",
    "act",
    "object",
    "object_name",
    "detail",
    "address",
    "previous",
    "hash",
];

/// Whoever it was, as it is called now.
fn who_name(who: &Actor) -> &str {
    match who {
        Actor::Person { name, .. } | Actor::Token(Some(name)) | Actor::Organisation(name) => name,
        Actor::FormerPerson | Actor::Token(None) | Actor::Hub => "",
    }
}

fn thing_name(thing: &Thing) -> &str {
    match thing {
        Thing::Named(name) => name,
        Thing::FormerPerson | Thing::Unnamed => "",
    }
}

fn csv(lines: &[Line], names: &Names, head: bool) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory fails for no row that has as many fields as the first.
    if head {
        let _ = writer.write_record(HEAD);
    }
    for line in lines {
        let entry = entry(line, names);
        let id = line.who.id().map(|id| id.to_string()).unwrap_or_default();
        let fields = [
            line.number.to_string(),
            line.happened_at.to_string(),
            line.who.kind().to_owned(),
            id,
            who_name(&entry.who).to_owned(),
            line.acting_for.to_string(),
            line.act.clone(),
            line.opened_object().to_owned(),
            thing_name(&entry.thing).to_owned(),
            entry.detail.to_string(),
            entry.address.unwrap_or_default(),
            hex(&line.previous),
            hex(&line.hash),
        ];
        let _ = writer.write_record(fields.map(inert));
    }
    writer.into_inner().unwrap_or_default()
}

/// What a spreadsheet would take for a formula is marked as text.
fn inert(field: String) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{field}")
    } else {
        field
    }
}

/// A line with everything that its hash is of.
#[derive(Serialize)]
struct JsonLine<'a> {
    organisation: String,
    number: i64,
    time: String,
    time_micros: i64,
    who: (&'static str, Option<uuid::Uuid>),
    who_name: &'a str,
    acting_for: String,
    act: &'a str,
    object: &'a str,
    object_name: &'a str,
    /// As it is chained: with seals for words about people.
    detail: &'a RawValue,
    address: Option<&'a str>,
    /// The words that the seals stand for, with their salts.
    words: &'a audit::seal::Words,
    previous: String,
    hash: String,
}

fn json_lines(lines: &[Line], names: &Names) -> Vec<u8> {
    let mut out = Vec::new();
    for line in lines {
        let entry = entry(line, names);
        // What does not read as JSON was put there by somebody else; verifying says so.
        let detail = RawValue::from_string(line.detail.clone());
        let Ok(detail) = detail.or_else(|_| to_raw_value(&line.detail)) else {
            continue;
        };
        let json = JsonLine {
            organisation: line.organisation.to_string(),
            number: line.number,
            time: line.happened_at.to_string(),
            time_micros: line.happened_at.as_microsecond(),
            who: (line.who.kind(), line.who.id()),
            who_name: who_name(&entry.who),
            acting_for: line.acting_for.to_string(),
            act: &line.act,
            object: &line.object,
            object_name: thing_name(&entry.thing),
            detail: &detail,
            address: line.address.as_deref(),
            words: &line.words,
            previous: hex(&line.previous),
            hash: hex(&line.hash),
        };
        if serde_json::to_writer(&mut out, &json).is_ok() {
            out.push(b'\n');
        }
    }
    out
}
