//! The asker's own support desk: how it is reached, when, what it promises and what that costs. A seller must tell its customers.

pub(super) mod contact;
pub(super) mod form;
pub(super) mod targets;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::organisation::Organisation;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;

use self::contact::{ContactFields, ContactTyped, zones};
use self::form::{Input, Refusals, Summary, Typed, filled};
use self::targets::{TargetsFields, TargetsTyped};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, html, html_refused};
use crate::App;
use crate::failure::Failure;

pub(super) fn router() -> Router<App> {
    Router::new().route("/desk", get(show).post(save))
}

/// A support desk as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DeskTyped {
    contact: ContactTyped,
    targets: TargetsTyped,
    price: String,
}

impl DeskTyped {
    pub fn of(words: &Words, organisation: &Organisation) -> Self {
        DeskTyped {
            contact: ContactTyped::of(&organisation.desk),
            targets: TargetsTyped::of(words, &organisation.promises),
            price: organisation.price.clone().unwrap_or_default(),
        }
    }

    fn typed(typed: &Typed) -> Self {
        DeskTyped {
            contact: ContactTyped::typed(typed, "desk"),
            targets: TargetsTyped::typed(typed, "promises"),
            price: typed.get("price").to_owned(),
        }
    }

    /// The labels of its fields and what stands in them, for telling two versions apart.
    pub(super) fn entries(&self, words: &Words) -> Vec<(String, String)> {
        let mut entries = self.contact.entries(words);
        entries.push(("desk-promises", self.targets.line()));
        entries.push(("desk-price", self.price.clone()));
        entries
            .into_iter()
            .map(|(key, value)| (words.t(key).into_owned(), value))
            .collect()
    }
}

/// A field that somebody else changed in the meantime: its name, and what stands there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changed {
    pub label: String,
    pub now: String,
}

/// What differs between what stands on record and what was typed, by the labels of the fields.
pub(super) fn differences(
    words: &Words,
    now: &[(String, String)],
    typed: &[(String, String)],
) -> Vec<Changed> {
    let pairs = now
        .iter()
        .zip(typed)
        .filter(|((_, now), (_, typed))| now != typed);
    pairs
        .map(|((label, now), _)| Changed {
            label: label.clone(),
            now: if now.is_empty() {
                words.t("form-empty").into_owned()
            } else {
                now.clone()
            },
        })
        .collect()
}

/// The page of the asker's own support desk.
#[derive(Template)]
#[template(path = "work/desk.html")]
pub(super) struct DeskPage {
    pub frame: Frame,
    pub settings: Settings,
    pub seller: bool,
    pub may_edit: bool,
    pub saved: bool,
    pub version: i64,
    pub summary: Summary,
    pub changed: Option<Vec<Changed>>,
    pub contact: ContactFields,
    pub targets: TargetsFields,
    pub price: Input,
    pub zones: Vec<String>,
}

impl DeskPage {
    pub fn new(frame: Frame, version: i64, typed: &DeskTyped, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let scope = frame.visitor.as_ref().map(|visitor| &visitor.scope);
        DeskPage {
            settings: Settings::new(&frame, Section::Desk),
            seller: scope.is_some_and(Scope::sells),
            may_edit: scope.is_some_and(|scope| scope.may(Act::Change, Object::Desk, Relation::Own)),
            saved: false,
            version,
            contact: ContactFields::new(&words, "desk", &typed.contact, &refusals),
            targets: TargetsFields::new(&words, "promises", &typed.targets, &refusals),
            price: Input::new(&words, "price", "desk-price", &typed.price, &refusals)
                .hint("desk-price-hint")
                .lines(),
            changed: None,
            zones: zones(),
            summary: Summary { words, refusals },
            frame,
        }
    }
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let organisation = here
        .hub
        .organisation(here.scope(), &here.visitor.organisation.handle)
        .await?;
    let frame = here.frame(Place::Settings, here.words().t("desk-title"));
    let desk = DeskTyped::of(frame.words(), &organisation);
    let mut page = DeskPage::new(frame, organisation.version, &desk, Refusals::default());
    page.saved = typed.has("saved");
    Ok(html(&page))
}

async fn save(here: Here, typed: Typed) -> Result<Response, Failure> {
    let desk = DeskTyped::typed(&typed);
    match keep(&here, &typed, &desk).await {
        Ok(()) => Ok(Redirect::to("/desk?saved").into_response()),
        Err(HubError::Invalid(fields)) => {
            let frame = here.frame(Place::Settings, here.words().t("desk-title"));
            let refusals = Refusals::of(frame.words(), &fields);
            Ok(html_refused(&DeskPage::new(
                frame,
                typed.version(),
                &desk,
                refusals,
            )))
        }
        Err(HubError::Changed) => overtaken(&here, &desk).await,
        Err(error) => Err(error.into()),
    }
}

async fn keep(here: &Here, typed: &Typed, desk: &DeskTyped) -> Result<(), HubError> {
    let mut wrong = Vec::new();
    let contact = desk.contact.read(None, "desk", &mut wrong);
    let promises = desk.targets.read("promises", &mut wrong);
    let price = filled(&desk.price);
    if !wrong.is_empty() {
        wrong.extend(here.hub.check_desk(&contact, &promises, price.as_deref()));
        return Err(HubError::Invalid(wrong));
    }
    here.hub
        .edit_desk(here.scope(), typed.version(), contact, promises, price)
        .await
        .map(|_| ())
}

/// Somebody else was faster: what was typed stays, what stands on record now is told.
async fn overtaken(here: &Here, desk: &DeskTyped) -> Result<Response, Failure> {
    let organisation = here
        .hub
        .organisation(here.scope(), &here.visitor.organisation.handle)
        .await?;
    let frame = here.frame(Place::Settings, here.words().t("desk-title"));
    let now = DeskTyped::of(frame.words(), &organisation);
    let changed = differences(
        frame.words(),
        &now.entries(frame.words()),
        &desk.entries(frame.words()),
    );
    let mut page = DeskPage::new(frame, organisation.version, desk, Refusals::default());
    page.changed = Some(changed);
    let mut response = html(&page);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}
