//! The record of changes: who did what, and who looked at whose contacts; searched, read and taken out.

#[cfg(test)]
mod tests;
mod words;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_hub::audit::{ACTS, Entry, Format, Found, Sought, changes};
use firstline_hub::store::audit::{Head, hex};
use firstline_hub::{HubError, locale};
use jiff::Timestamp;
use jiff::civil::Date;

use self::words::{Detail, details, sentence, who};
use super::desk::form::{Choice, Input, Refusals, Select, Typed};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, encode, html};
use crate::App;
use crate::download::download;
use crate::failure::Failure;

const LINES_PER_PAGE: usize = 50;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/settings/audit", get(show))
        .route("/settings/audit/{file}", get(take_out))
}

/// A line as it is read.
pub(super) struct Line {
    pub number: String,
    pub who: String,
    pub sentence: String,
    pub ago: String,
    pub at: String,
    pub address: Option<String>,
    pub details: Vec<Detail>,
    pub hash: String,
}

impl Line {
    fn of(words: &Words, entry: &Entry, found: &Found, topics: &dyn Fn(&str) -> Option<String>) -> Self {
        let address = entry.address.as_ref();
        Line {
            number: entry.number.to_string(),
            who: who(words, &entry.who),
            sentence: sentence(words, entry),
            ago: words.relative(entry.at),
            at: words.date_time(entry.at),
            address: address.map(|address| {
                let args = locale::Args::new().set("address", address.as_str());
                locale::format(words.lang, "audit-address", &args)
            }),
            details: details(words, &changes(&entry.detail, &found.names), topics),
            hash: entry.hash.clone(),
        }
    }
}

/// The fields that the record is searched with.
pub(super) struct Fields {
    pub who: Input,
    pub act: Select,
    pub object: Select,
    pub from: Input,
    pub until: Input,
    pub text: Input,
}

/// The page of the record.
#[derive(Template)]
#[template(path = "audit/list.html")]
pub(super) struct AuditPage {
    pub frame: Frame,
    pub settings: Settings,
    pub fields: Fields,
    /// Whether anything is sought at all.
    pub searched: bool,
    pub lines: Vec<Line>,
    /// Up to when was looked through, where there may be more that fits.
    pub cut: Option<String>,
    pub is_later: bool,
    pub older: Option<String>,
    pub may_export: bool,
    /// The number of the last line and its hash.
    pub head: Option<(String, String)>,
}

impl AuditPage {
    pub fn new(
        frame: Frame,
        typed: &Typed,
        found: &Found,
        head: Option<&Head>,
        topics: &dyn Fn(&str) -> Option<String>,
    ) -> Self {
        let words = frame.words().clone();
        let sought = sought(typed);
        let scope = frame.visitor.as_ref().map(|visitor| &visitor.scope);
        let later = |next: &(Timestamp, i64)| format!("/settings/audit?{}", query(typed, *next));
        let cut = found.next.filter(|_| found.cut);
        AuditPage {
            settings: Settings::new(&frame, Section::Audit),
            fields: fields(&words, typed, &sought),
            searched: sought
                != Sought {
                    before: sought.before,
                    ..Sought::default()
                },
            lines: found
                .entries
                .iter()
                .map(|entry| Line::of(&words, entry, found, topics))
                .collect(),
            cut: cut.map(|(at, _)| {
                let args = locale::Args::new().set("when", words.date_time(at));
                locale::format(words.lang, "audit-cut", &args)
            }),
            is_later: sought.before.is_some(),
            older: found.next.as_ref().map(later),
            may_export: scope.is_some_and(|scope| scope.may(Act::Export, Object::Audit, Relation::Own)),
            head: head.filter(|head| head.number > 0).map(|head| {
                let args = locale::Args::new().set("number", head.number.to_string());
                let said = locale::format(words.lang, "audit-head-says", &args);
                (said, hex(&head.hash))
            }),
            frame,
        }
    }

    pub fn line_label(&self, line: &Line) -> String {
        let args = locale::Args::new().set("number", line.number.as_str());
        locale::format(self.frame.lang, "audit-line", &args)
    }
}

/// What is sought, as it was typed; what cannot be read is not sought by.
fn sought(typed: &Typed) -> Sought {
    let act = ACTS
        .iter()
        .map(|(act, _)| *act)
        .find(|act| *act == typed.get("act"));
    Sought {
        who: typed.get("who").to_owned(),
        act: act.map(str::to_owned),
        object: typed.get("object").parse().ok(),
        from: typed.get("from").parse::<Date>().ok(),
        until: typed.get("until").parse::<Date>().ok(),
        text: typed.get("text").to_owned(),
        before: before(typed.get("before")),
    }
}

/// The line that a page begins after: when it happened, in microseconds, and its number.
pub(crate) fn before(word: &str) -> Option<(Timestamp, i64)> {
    let (micros, number) = word.split_once('.')?;
    let at = Timestamp::from_microsecond(micros.parse().ok()?).ok()?;
    Some((at, number.parse().ok()?))
}

/// The word for a line that a page begins after.
pub(crate) fn cursor((at, number): (Timestamp, i64)) -> String {
    format!("{}.{number}", at.as_microsecond())
}

fn query(typed: &Typed, next: (Timestamp, i64)) -> String {
    let names = ["who", "act", "object", "from", "until", "text"];
    let kept = names
        .iter()
        .map(|name| (*name, typed.get(name)))
        .filter(|(_, value)| !value.is_empty());
    let mut pairs: Vec<String> = kept
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    pairs.push(format!("before={}", cursor(next)));
    pairs.join("&")
}

fn fields(words: &Words, typed: &Typed, sought: &Sought) -> Fields {
    let none = Refusals::default();
    let text = |name: &'static str, label: &str| Input::new(words, name, label, typed.get(name), &none);
    let any = |chosen: bool| Choice::new("", words.t("filter-any"), chosen);
    let mut acts: Vec<Choice> = ACTS
        .iter()
        .map(|(act, _)| Choice::new(act, act_name(words, act), sought.act.as_deref() == Some(*act)))
        .collect();
    acts.sort_by(|a, b| locale::compare(words.lang, &a.text, &b.text));
    acts.insert(0, any(sought.act.is_none()));
    let mut objects: Vec<Object> = ACTS.iter().map(|(_, object)| *object).collect();
    objects.sort_unstable();
    objects.dedup();
    let mut objects: Vec<Choice> = objects
        .into_iter()
        .map(|object| Choice::new(object, words.of("object", object), sought.object == Some(object)))
        .collect();
    objects.sort_by(|a, b| locale::compare(words.lang, &a.text, &b.text));
    objects.insert(0, any(sought.object.is_none()));
    Fields {
        who: text("who", "audit-who").hint("audit-who-hint"),
        act: Select::new(words, "act", words.t("audit-what"), acts, &none),
        object: Select::new(words, "object", words.t("audit-object"), objects, &none),
        from: text("from", "audit-from").kind("date"),
        until: text("until", "audit-until").kind("date"),
        text: text("text", "audit-text").hint("audit-text-hint"),
    }
}

/// An act by itself, as it stands in the list to choose from.
fn act_name(words: &Words, act: &str) -> String {
    let args = locale::Args::new().set("object", "…");
    words.capital(&locale::format(words.lang, &format!("audit-act-{act}"), &args))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let sought = sought(&typed);
    let found = here.hub.audit(here.scope(), &sought, LINES_PER_PAGE).await?;
    let head = here.hub.audit_head(here.scope()).await?;
    let words = here.words();
    let policy = here.hub.policy().file();
    let topic = |id: &str| {
        let topic = policy.topic.get(id)?;
        Some(topic.name.get(words.lang).to_owned())
    };
    let frame = here.frame(Place::Settings, words.t("audit-title"));
    Ok(html(&AuditPage::new(
        frame,
        &typed,
        &found,
        head.as_ref(),
        &topic,
    )))
}

async fn take_out(here: Here, Path(file): Path<String>) -> Result<Response, Failure> {
    let format = Format::ALL
        .into_iter()
        .find(|format| file == format!("record.{}", format.as_str()))
        .ok_or(HubError::NotFound("file"))?;
    let handle = &here.visitor.organisation.handle;
    let export = here.hub.export_audit(here.scope(), format).await?;
    Ok(sent(handle, format, export))
}

/// A record as a file.
pub(crate) fn sent(handle: &str, format: Format, export: firstline_hub::audit::Export) -> Response {
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::JsonLines => "application/jsonl; charset=utf-8",
    };
    download(&format!("{handle}-record.{}", format.as_str()), kind, export)
}
