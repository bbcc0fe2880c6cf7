//! A line of the record in words.

use std::borrow::Cow;

use firstline_hub::audit::{Actor, Change, Entry, Leaf, Thing};
use firstline_hub::locale::{self, Args, Joint};
use jiff::Timestamp;

use crate::page::Words;

/// A field that was changed, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Detail {
    pub field: String,
    pub before: String,
    pub after: String,
}

/// Whose hand it was.
pub(super) fn who(words: &Words, actor: &Actor) -> String {
    let named = |key: &str, name: &'static str, value: &str| {
        locale::format(words.lang, key, &Args::new().set(name, value))
    };
    match actor {
        Actor::Person { name, .. } => name.clone(),
        Actor::FormerPerson => words.t("audit-former").into_owned(),
        Actor::Token(Some(name)) => named("audit-program", "name", name),
        Actor::Token(None) => words.t("audit-program-gone").into_owned(),
        Actor::Hub => words.t("audit-hub").into_owned(),
        Actor::Organisation(name) => named("audit-of", "organisation", name),
    }
}

/// What was done, to what: a sentence that follows the name of who did it.
pub(super) fn sentence(words: &Words, entry: &Entry) -> String {
    let key = format!("audit-act-{}", entry.act);
    if !locale::exists(words.lang, &key) {
        // Recorded by another version of the hub.
        return entry.act.clone();
    }
    let thing = match &entry.thing {
        Thing::Named(name) => Cow::Borrowed(name.as_str()),
        Thing::FormerPerson => words.t("audit-former"),
        Thing::Unnamed => words.t("audit-gone"),
    };
    locale::format(words.lang, &key, &Args::new().set("object", thing.as_ref()))
}

/// What was changed, field by field.
pub(super) fn details(
    words: &Words,
    changes: &[Change],
    topics: &dyn Fn(&str) -> Option<String>,
) -> Vec<Detail> {
    changes
        .iter()
        .map(|change| {
            let roles = change.path.last().is_some_and(|name| name == "roles");
            let side = |leaves: &[Leaf]| {
                let said: Vec<String> = leaves
                    .iter()
                    .map(|leaf| value(words, leaf, roles, topics))
                    .collect();
                locale::list(words.lang, &said, Joint::And)
            };
            let path: Vec<String> = change
                .path
                .iter()
                .map(|name| field(words, name, topics))
                .collect();
            Detail {
                field: path.join(" › "),
                before: side(&change.before),
                after: side(&change.after),
            }
        })
        .collect()
}

/// The name of a field, or of what a list's item is about.
fn field(words: &Words, name: &str, topics: &dyn Fn(&str) -> Option<String>) -> String {
    let known = [
        format!("audit-field-{}", name.replace('_', "-")),
        format!("contact-{name}"),
        format!("object-{name}"),
    ];
    known
        .iter()
        .find_map(|key| locale::find(words.lang, key))
        .map(Cow::into_owned)
        .or_else(|| topics(name))
        .unwrap_or_else(|| name.to_owned())
}

fn value(words: &Words, leaf: &Leaf, role: bool, topics: &dyn Fn(&str) -> Option<String>) -> String {
    match leaf {
        Leaf::Forgotten => words.t("audit-forgotten").into_owned(),
        Leaf::Flag(true) => words.t("people-yes").into_owned(),
        Leaf::Flag(false) => words.t("people-no").into_owned(),
        Leaf::Text(text) => {
            if role && let Some(name) = locale::find(words.lang, &format!("role-{text}")) {
                return name.into_owned();
            }
            // A date alone is not an instant, and stays as it was written.
            if text.contains('T')
                && let Ok(at) = text.parse::<Timestamp>()
            {
                return words.date_time(at);
            }
            topics(text).unwrap_or_else(|| text.clone())
        }
    }
}
