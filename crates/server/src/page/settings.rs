//! The pages on which an organisation is looked after, and the way between them.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::scope::Scope;
use firstline_hub::HubError;

use super::part::Count;
use super::{Frame, Here, Words};
use crate::App;
use crate::failure::Failure;

pub(super) fn router() -> Router<App> {
    Router::new().route("/settings", get(first))
}

/// What is looked after on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Desk,
    People,
    Relationships,
    Organisation,
    Organisations,
    Tokens,
    SignOn,
    Translation,
    Audit,
    Privacy,
}

/// An entry of the way between the pages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub section: Section,
    pub href: &'static str,
    /// The key of its name.
    pub name: &'static str,
    /// Whether somebody with this scope has it.
    has: fn(&Scope) -> bool,
}

const SECTIONS: &[Entry] = &[
    Entry {
        section: Section::Desk,
        href: "/desk",
        name: "rail-desk",
        has: |scope| scope.may(Act::Change, Object::Desk, Relation::Own),
    },
    Entry {
        section: Section::People,
        href: "/settings/people",
        name: "people-title",
        has: |scope| scope.may(Act::See, Object::Person, Relation::Own),
    },
    Entry {
        section: Section::Relationships,
        href: "/settings/relationships",
        name: "relationships-title",
        has: |scope| scope.may_some(Act::See, Object::Relationship),
    },
    Entry {
        section: Section::Organisation,
        href: "/settings/organisation",
        name: "organisation-title",
        has: |scope| {
            let may = |relation| scope.may(Act::Change, Object::Organisation, relation);
            may(Relation::Own) && !may(Relation::Any)
        },
    },
    Entry {
        section: Section::Organisations,
        href: "/settings/organisations",
        name: "organisations-title",
        has: |scope| scope.may(Act::Change, Object::Organisation, Relation::Any),
    },
    Entry {
        section: Section::Tokens,
        href: "/settings/tokens",
        name: "tokens-title",
        has: |scope| scope.may(Act::See, Object::Token, Relation::Own),
    },
    Entry {
        section: Section::SignOn,
        href: "/settings/sign-on",
        name: "sign-on-title",
        has: |scope| scope.may(Act::See, Object::SignOn, Relation::Own),
    },
    Entry {
        section: Section::Translation,
        href: "/settings/translation",
        name: "translation-title",
        has: |scope| scope.may(Act::See, Object::Translation, Relation::Own),
    },
    Entry {
        section: Section::Audit,
        href: "/settings/audit",
        name: "audit-title",
        has: |scope| scope.may(Act::See, Object::Audit, Relation::Own),
    },
    Entry {
        section: Section::Privacy,
        href: "/settings/privacy",
        name: "privacy-title",
        has: |scope| scope.may(Act::See, Object::Retention, Relation::Own),
    },
];

fn sections_of(scope: &Scope) -> Vec<Entry> {
    SECTIONS
        .iter()
        .copied()
        .filter(|entry| (entry.has)(scope))
        .collect()
}

/// Whether somebody has any of these pages.
pub(super) fn has_any(scope: &Scope) -> bool {
    SECTIONS.iter().any(|entry| (entry.has)(scope))
}

/// The way between the pages, on one of them.
#[derive(Debug, Clone, Template)]
#[template(path = "part/settings.html")]
pub(super) struct Settings {
    words: Words,
    sections: Vec<Entry>,
    here: Section,
    /// How many requests for a relation wait for the reader's answer.
    waiting: Option<Count>,
}

impl HtmlSafe for Settings {}

impl Settings {
    pub fn new(frame: &Frame, here: Section) -> Self {
        let sections = frame
            .visitor
            .as_ref()
            .map_or_else(Vec::new, |visitor| sections_of(&visitor.scope));
        let waiting = frame
            .visitor
            .as_ref()
            .map(|visitor| visitor.waiting.relationships);
        Settings {
            waiting: waiting.and_then(|count| Count::of(frame.words(), count)),
            words: frame.words().clone(),
            sections,
            here,
        }
    }

    fn waits(&self, entry: &Entry) -> Option<&Count> {
        let is_it = entry.section == Section::Relationships;
        self.waiting.as_ref().filter(|_| is_it)
    }
}

/// Leads to the first of the pages that the visitor has.
async fn first(here: Here) -> Result<Response, Failure> {
    let sections = sections_of(here.scope());
    let entry = sections.first().ok_or(HubError::NotFound("page"))?;
    Ok(Redirect::to(entry.href).into_response())
}
