//! Who may buy an exclusive offer, and the publisher's hand on it.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::offer::OptIn;
use firstline_domain::scope::Scope;
use firstline_hub::authorisation::Authorised;
use firstline_hub::store::authorisation::Authorisation;
use firstline_hub::{Field, HubError, t};

use super::Tab;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::{Frame, Here, Place, Words, encode, html, html_refused};

const PER_PAGE: usize = 50;

/// What was done just now, by the word for it in the address.
pub(super) const DONE: [(&str, &str); 2] = [
    ("added", "partners-done-added"),
    ("withdrawn", "partners-done-withdrawn"),
];

/// Where the partners of an offer stand.
pub(super) fn address(offer: &str) -> String {
    format!("/my-offers/{}/partners", encode(offer))
}

/// Whether somebody has this page of their offers.
pub(super) fn are_shown(scope: &Scope) -> bool {
    scope.may(Act::See, Object::Authorisation, Relation::Own)
}

/// A partner that may buy.
pub(super) struct Row {
    pub handle: String,
    /// Absent where the publisher does not know it.
    pub name: Option<String>,
    /// Absent where it was brought in.
    pub since: Option<String>,
    /// What withdrawing brings about.
    pub withdraw: String,
}

impl Row {
    fn of(words: &Words, authorisation: &Authorisation) -> Self {
        let called = authorisation.name.as_deref().unwrap_or(&authorisation.handle);
        Row {
            withdraw: t!(words.lang, "partners-withdraw-says", name = called),
            handle: authorisation.handle.clone(),
            name: authorisation.name.clone(),
            since: authorisation.since.map(|at| words.date_time(at)),
        }
    }
}

/// The partners of an offer.
#[derive(Template)]
#[template(path = "work/partners.html")]
pub(super) struct PartnersPage {
    pub frame: Frame,
    pub tabs: Vec<Tab>,
    pub publisher: String,
    pub handle: String,
    pub address: String,
    /// The key of what was done.
    pub done: Option<&'static str>,
    /// The key of to whom the offer is open; `<key>-says` says what that means.
    pub opened: &'static str,
    pub is_exclusive: bool,
    pub count: String,
    pub rows: Vec<Row>,
    pub summary: Summary,
    /// For whoever may authorise: whom to name, and handle and name of those that are proposed.
    pub form: Option<(Input, Vec<(String, String)>)>,
    pub may_withdraw: bool,
    pub is_later: bool,
    pub next: Option<String>,
}

impl PartnersPage {
    pub fn new(frame: Frame, publisher: &str, found: &Authorised, typed: &Typed, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let scope = frame.visitor.as_deref().map(|visitor| &visitor.scope);
        let may = |act| scope.is_some_and(|scope| scope.may(act, Object::Authorisation, Relation::Own));
        let is_exclusive = found.offer.opt_in == OptIn::Selected;
        let to = || {
            Input::new(&words, "to", "partners-to", typed.get("to"), &refusals)
                .hint("partners-to-hint")
                .list("candidates")
        };
        let shown = &found.some[..found.some.len().min(PER_PAGE)];
        let handle = &found.offer.handle;
        PartnersPage {
            tabs: Tab::all(scope, handle, None),
            publisher: publisher.to_owned(),
            address: address(handle),
            handle: handle.clone(),
            done: None,
            opened: match found.offer.opt_in {
                OptIn::Selected => "partners-exclusive",
                OptIn::All => "partners-open",
                OptIn::None => "partners-closed",
            },
            is_exclusive,
            count: t!(words.lang, "partners-count", count = found.total),
            rows: shown.iter().map(|one| Row::of(&words, one)).collect(),
            form: (is_exclusive && may(Act::Add)).then(|| (to(), found.candidates.clone())),
            may_withdraw: may(Act::Remove),
            is_later: !typed.get("after").is_empty(),
            next: (found.some.len() > PER_PAGE)
                .then(|| shown.last().map(|last| encode(&last.handle)))
                .flatten(),
            summary: Summary { words, refusals },
            frame,
        }
    }

    fn says(&self) -> String {
        self.frame.t(&format!("{}-says", self.opened)).into_owned()
    }
}

fn reference(here: &Here, offer: &str) -> String {
    format!("{}/{offer}", here.visitor.organisation.handle)
}

async fn page(here: &Here, offer: &str, typed: &Typed, fields: &[Field]) -> Result<PartnersPage, Failure> {
    let limit = i64::try_from(PER_PAGE).unwrap_or(i64::MAX) + 1;
    let after = typed.get("after");
    let found = here
        .hub
        .authorised(here.scope(), &reference(here, offer), after, limit)
        .await?;
    let words = here.words();
    let frame = here.frame(Place::Offers, found.offer.name(words.lang).to_owned());
    let refusals = Refusals::of(&words, fields);
    let publisher = &here.visitor.organisation.handle;
    Ok(PartnersPage::new(frame, publisher, &found, typed, refusals))
}

pub(super) async fn show(here: Here, Path(offer): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let mut page = page(&here, &offer, &typed, &[]).await?;
    let word = typed.get("done");
    page.done = DONE.iter().find(|(known, _)| *known == word).map(|(_, key)| *key);
    Ok(html(&page))
}

pub(super) async fn add(here: Here, Path(offer): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let named = reference(&here, &offer);
    match here.hub.authorise(here.scope(), &named, typed.get("to")).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?done=added", address(&offer))).into_response()),
        Err(HubError::Invalid(fields)) => Ok(html_refused(&page(&here, &offer, &typed, &fields).await?)),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn withdraw(
    here: Here,
    Path(offer): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let (named, handle) = (reference(&here, &offer), typed.get("handle"));
    here.hub
        .withdraw_authorisation(here.scope(), &named, handle)
        .await?;
    Ok(Redirect::to(&format!("{}?done=withdrawn", address(&offer))).into_response())
}
