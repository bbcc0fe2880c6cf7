//! The people of an organisation, for those who manage them: who they are, what they may do and why, and what is done about
//! them. What an act brings about is said before it.

pub(super) mod invitations;
pub(super) mod person;
pub(super) mod roles;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use firstline_domain::role::Role;
use firstline_hub::locale::{self, Joint};
use firstline_hub::store::people::Colleague;

use super::desk::form::Typed;
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, encode, html};
use crate::App;
use crate::failure::Failure;

const PEOPLE_PER_PAGE: usize = 50;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/settings/people", get(list))
        .merge(person::router())
        .merge(invitations::router())
}

/// Roles by name, as one text.
pub(in crate::page) fn names(words: &Words, roles: &[Role]) -> String {
    let names: Vec<String> = roles
        .iter()
        .map(|role| words.of("role", role).into_owned())
        .collect();
    locale::list(words.lang, &names, Joint::And)
}

/// What was done just now, by the word for it in the address.
const DONE: [(&str, &str); 7] = [
    ("roles", "people-done-roles"),
    ("deactivated", "people-done-deactivated"),
    ("activated", "people-done-activated"),
    ("signed-out", "people-done-signed-out"),
    ("removed", "people-done-removed"),
    ("invited", "people-done-invited"),
    ("withdrawn", "people-done-withdrawn"),
];

/// The key of what was done just now.
fn done(typed: &Typed) -> Option<&'static str> {
    let word = typed.get("done");
    DONE.iter().find(|(known, _)| *known == word).map(|(_, key)| *key)
}

/// A row of the list.
pub(super) struct Row {
    pub href: String,
    pub name: String,
    pub email: String,
    pub roles: String,
    pub active: bool,
    pub you: bool,
    /// How long ago they were here, and when exactly.
    pub seen: Option<(String, String)>,
    pub second_factor: bool,
}

impl Row {
    fn of(frame: &Frame, colleague: &Colleague) -> Self {
        let member = &colleague.member;
        let visitor = frame.visitor.as_ref();
        Row {
            href: format!("/settings/people/{}", encode(&member.person.handle)),
            name: member.person.name.clone(),
            email: member.person.email.clone(),
            roles: names(frame.words(), &member.roles),
            active: member.active,
            you: visitor.is_some_and(|visitor| visitor.person.id == member.person.id),
            seen: seen(frame.words(), colleague),
            second_factor: colleague.second_factor,
        }
    }
}

fn seen(words: &Words, colleague: &Colleague) -> Option<(String, String)> {
    let at = colleague.seen_at?;
    Some((words.relative(at), words.date_time(at)))
}

/// An organisation's people.
#[derive(Template)]
#[template(path = "people/list.html")]
pub(super) struct PeoplePage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub rows: Vec<Row>,
    pub is_later: bool,
    pub older: Option<String>,
}

impl PeoplePage {
    pub fn new(frame: Frame, people: &[Colleague], after: &str) -> Self {
        let last = people.get(PEOPLE_PER_PAGE.saturating_sub(1));
        let older = last.filter(|_| people.len() > PEOPLE_PER_PAGE);
        PeoplePage {
            settings: Settings::new(&frame, Section::People),
            done: None,
            rows: people
                .iter()
                .take(PEOPLE_PER_PAGE)
                .map(|colleague| Row::of(&frame, colleague))
                .collect(),
            is_later: !after.is_empty(),
            older: older.map(|last| encode(&last.member.person.handle)),
            frame,
        }
    }
}

async fn list(here: Here, typed: Typed) -> Result<Response, Failure> {
    let after = typed.get("after");
    let limit = i64::try_from(PEOPLE_PER_PAGE).unwrap_or(i64::MAX) + 1;
    let people = here.hub.people(here.scope(), after, limit).await?;
    let frame = here.frame(Place::Settings, here.words().t("people-title"));
    let mut page = PeoplePage::new(frame, &people, after);
    page.done = done(&typed);
    Ok(html(&page))
}
