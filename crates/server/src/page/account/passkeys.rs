//! Somebody's passkeys: adding one, and taking one away.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use firstline_hub::HubError;
use firstline_hub::account::Account;
use firstline_hub::algorithms::Algorithms;
use firstline_hub::passkey::NewChallenge;
use uuid::Uuid;

use super::{demand_proof, done, or_prove};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::passkey::{Ceremony, PasskeyForm};
use crate::page::sign_in::passkey::party;
use crate::page::{Frame, Here, Place, html, html_refused};
use crate::site::PublicUrl;

const PATH: &str = "/account/passkeys";

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PATH, get(show).post(add))
        .route("/account/passkeys/challenge", post(challenge))
        .route("/account/passkeys/{id}/remove", post(remove))
}

/// The page of somebody's passkeys.
#[derive(Template)]
#[template(path = "account/passkeys.html")]
pub(in crate::page) struct PasskeysPage {
    pub frame: Frame,
    pub summary: Summary,
    pub account: Account,
    /// Whether the hub keeps to approved algorithms: not every device makes passkeys that it takes.
    pub strict: bool,
    /// The form that makes one, where the hub has a name that it can be bound to.
    pub form: Option<PasskeyForm>,
}

impl PasskeysPage {
    pub fn new(frame: Frame, account: Account, url: &PublicUrl, name: &str, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let name = Input::new(&words, "name", "passkeys-name", name, &refusals).hint("passkeys-name-hint");
        let places = [PATH, PATH, "/account/passkeys/challenge"];
        let form = PasskeyForm::new(&words, url, Ceremony::Make, places, "passkeys-add");
        PasskeysPage {
            form: form.map(|form| form.named_by(name).wrong(refusals.at("passkey"))),
            account,
            strict: false,
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// On a hub that keeps to approved algorithms.
    #[must_use]
    pub fn strict(mut self, algorithms: Algorithms) -> Self {
        self.strict = algorithms.is_strict();
        self
    }
}

async fn page(app: &App, here: &Here, name: &str, refusals: Refusals) -> Result<PasskeysPage, HubError> {
    demand_proof(here).await?;
    let account = here.hub.account(&here.visitor).await?;
    let frame = here.frame(Place::Elsewhere, here.words().t("passkeys-title"));
    let url = &app.options.public_url;
    let page = PasskeysPage::new(frame, account, url, name, refusals);
    Ok(page.strict(here.hub.algorithms()))
}

async fn show(State(app): State<App>, here: Here) -> Result<Response, Failure> {
    let page = page(&app, &here, "", Refusals::default()).await;
    or_prove(page.map(|page| html(&page)), PATH)
}

async fn challenge(State(app): State<App>, here: Here) -> Result<Json<NewChallenge>, Failure> {
    let party = party(&app)?;
    Ok(Json(here.hub.ask_new_passkey(&here.visitor, &party).await?))
}

async fn add(State(app): State<App>, here: Here, typed: Typed) -> Result<Response, Failure> {
    let (name, answer) = (typed.get("name"), typed.get("passkey"));
    let party = party(&app)?;
    match here.hub.add_passkey(&here.visitor, &party, name, answer).await {
        Ok(()) => Ok(done("passkey")),
        Err(HubError::Invalid(fields)) => {
            let refusals = Refusals::of(&here.words(), &fields);
            let page = page(&app, &here, name, refusals).await;
            or_prove(page.map(|page| html_refused(&page)), PATH)
        }
        Err(error) => or_prove(Err(error), PATH),
    }
}

async fn remove(here: Here, Path(id): Path<Uuid>) -> Result<Response, Failure> {
    let removed = here.hub.remove_passkey(&here.visitor, id).await;
    or_prove(removed.map(|()| done("no-passkey")), PATH)
}
