//! Which organisations there are, for the operator: found, added, changed; and what each says of itself, for its own people. What
//! a change means is said before it.

mod edit;
pub(super) mod kinds;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_hub::locale::{self, Joint};
use firstline_hub::organisation::register::NewOrganisation;
use firstline_hub::{Field, HubError};

use self::kinds::{KindChoices, chosen};
use super::desk::form::{Choice, Input, Refusals, Select, Summary, Typed, filled};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, encode, html, html_refused};
use crate::App;
use crate::failure::Failure;

const PAGE: &str = "/settings/organisations";
const PER_PAGE: usize = 50;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PAGE, get(list).post(add))
        .route(
            "/settings/organisations/{handle}",
            get(edit::show).post(edit::save),
        )
        .route("/settings/organisation", get(edit::show_own).post(edit::save_own))
}

/// Where an organisation is changed.
fn address(handle: &str) -> String {
    format!("{PAGE}/{}", encode(handle))
}

/// The parts an organisation plays, by name, as one text.
fn parts(words: &Words, kinds: &[PartyKind]) -> String {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| words.of("party", kind).into_owned())
        .collect();
    locale::list(words.lang, &names, Joint::And)
}

/// A choice among the countries, or none.
fn countries(words: &Words, code: &str, refusals: &Refusals) -> Select {
    let none = Choice::new("", words.t("organisations-no-country"), code.is_empty());
    let known = locale::countries(words.lang);
    let known = known
        .into_iter()
        .map(|(known, name)| Choice::new(known, name, known.eq_ignore_ascii_case(code)));
    let options = std::iter::once(none).chain(known).collect();
    Select::new(
        words,
        "country",
        words.t("organisations-country"),
        options,
        refusals,
    )
}

/// An organisation in the list.
pub(super) struct Row {
    pub href: String,
    pub handle: String,
    pub name: String,
    pub kinds: String,
    pub country: Option<String>,
    pub orphaned: bool,
}

impl Row {
    fn of(words: &Words, organisation: &Organisation) -> Self {
        Row {
            href: address(&organisation.handle),
            handle: organisation.handle.clone(),
            name: organisation.name.clone(),
            kinds: parts(words, &organisation.kinds),
            country: organisation
                .country
                .as_deref()
                .map(|code| locale::country_name(words.lang, code).into_owned()),
            orphaned: organisation.orphaned,
        }
    }
}

/// What was typed of a new organisation.
#[derive(Debug, Clone, Default)]
pub(super) struct NewTyped {
    pub name: String,
    pub handle: String,
    pub country: String,
    pub kinds: Vec<PartyKind>,
}

impl NewTyped {
    fn typed(typed: &Typed) -> Self {
        NewTyped {
            name: typed.get("name").to_owned(),
            handle: typed.get("handle").to_owned(),
            country: typed.get("country").to_owned(),
            kinds: chosen(typed),
        }
    }
}

/// What is looked for in the list.
#[derive(Debug, Clone, Default)]
pub(super) struct Sought {
    pub text: String,
    pub kind: Option<PartyKind>,
    pub after: String,
}

impl Sought {
    fn typed(typed: &Typed) -> Self {
        Sought {
            text: typed.get("q").to_owned(),
            kind: typed.get("kind").parse().ok(),
            after: typed.get("after").to_owned(),
        }
    }

    /// The address of what is looked for, from its beginning.
    fn first(&self) -> String {
        let kind = self.kind.map_or("", PartyKind::as_str);
        format!("{PAGE}?q={}&kind={kind}", encode(&self.text))
    }
}

/// The organisations of the hub.
#[derive(Template)]
#[template(path = "organisations/list.html")]
pub(super) struct OrganisationsPage {
    pub frame: Frame,
    pub settings: Settings,
    pub summary: Summary,
    pub text: String,
    pub kind: Select,
    pub rows: Vec<Row>,
    /// The address of the beginning, where this is not it.
    pub first: Option<String>,
    pub next: Option<String>,
    pub name: Input,
    pub handle: Input,
    pub kinds: KindChoices,
    pub country: Select,
}

impl OrganisationsPage {
    pub fn new(
        frame: Frame,
        found: &[Organisation],
        sought: &Sought,
        typed: &NewTyped,
        refusals: Refusals,
    ) -> Self {
        let words = frame.words().clone();
        let any = Choice::new("", words.t("organisations-any-kind"), sought.kind.is_none());
        let kind = |kind: &PartyKind| Choice::new(kind, words.of("party", kind), sought.kind == Some(*kind));
        let kinds = std::iter::once(any).chain(PartyKind::ALL.iter().map(kind));
        let input = |name: &str, label: &str, value: &str| {
            Input::new(&words, name, label, value, &refusals).hint(&format!("{label}-hint"))
        };
        let shown = &found[..found.len().min(PER_PAGE)];
        let last = shown.last().filter(|_| found.len() > PER_PAGE);
        OrganisationsPage {
            settings: Settings::new(&frame, Section::Organisations),
            text: sought.text.clone(),
            kind: Select::new(
                &words,
                "kind",
                words.t("organisations-kind"),
                kinds.collect(),
                &Refusals::default(),
            ),
            rows: shown.iter().map(|one| Row::of(&words, one)).collect(),
            first: (!sought.after.is_empty()).then(|| sought.first()),
            next: last.map(|last| format!("{}&after={}", sought.first(), encode(&last.handle))),
            name: input("name", "organisations-new-name", &typed.name),
            handle: input("handle", "organisations-new-handle", &typed.handle).optional(),
            kinds: KindChoices::new(&words, &typed.kinds, false, &refusals),
            country: countries(&words, &typed.country, &refusals),
            summary: Summary { words, refusals },
            frame,
        }
    }
}

async fn page(
    here: &Here,
    sought: &Sought,
    typed: &NewTyped,
    fields: &[Field],
) -> Result<OrganisationsPage, Failure> {
    here.hub.demand_register(here.scope())?;
    let (text, kind, after) = (&sought.text, sought.kind, &sought.after);
    let found = here
        .hub
        .organisations_called(here.scope(), text, kind, after, PER_PAGE + 1)
        .await?;
    let frame = here.frame(Place::Settings, here.words().t("organisations-title"));
    let refusals = Refusals::of(frame.words(), fields);
    Ok(OrganisationsPage::new(frame, &found, sought, typed, refusals))
}

async fn list(here: Here, typed: Typed) -> Result<Response, Failure> {
    let page = page(&here, &Sought::typed(&typed), &NewTyped::default(), &[]).await?;
    Ok(html(&page))
}

async fn add(here: Here, typed: Typed) -> Result<Response, Failure> {
    let typed = NewTyped::typed(&typed);
    let new = NewOrganisation {
        name: typed.name.clone(),
        handle: typed.handle.clone(),
        kinds: typed.kinds.clone(),
        country: filled(&typed.country),
    };
    match here.hub.add_organisation(here.scope(), new).await {
        Ok(added) => Ok(Redirect::to(&format!("{}?done=added", address(&added.handle))).into_response()),
        Err(HubError::Invalid(fields)) => Ok(html_refused(
            &page(&here, &Sought::default(), &typed, &fields).await?,
        )),
        Err(error) => Err(error.into()),
    }
}
