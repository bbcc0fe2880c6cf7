//! Showing anew who one is, before what one is known by is changed.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use firstline_hub::HubError;
use firstline_hub::account::Account;
use firstline_hub::demand::Lack;
use firstline_hub::passkey::Challenge;

use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Typed};
use crate::page::passkey::{Ceremony, PasskeyForm};
use crate::page::sign_in::keep_session;
use crate::page::sign_in::passkey::party;
use crate::page::{Frame, Here, Place, html, html_refused, html_wait, is_local};
use crate::site::PublicUrl;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/account/prove", get(show).post(by_password))
        .route("/account/prove/passkey", post(by_passkey))
        .route("/account/prove/challenge", post(challenge))
}

/// The page that asks for the password or a passkey once more.
#[derive(Template)]
#[template(path = "account/prove.html")]
pub(in crate::page) struct ProvePage {
    pub frame: Frame,
    pub email: String,
    /// What there is to show: a person may have neither, and signs in again.
    pub password: Option<Input>,
    /// Besides the password, where there is a second factor.
    pub code: Option<Input>,
    pub passkey: Option<PasskeyForm>,
    /// Where to go on to.
    pub to: String,
}

impl ProvePage {
    pub fn new(frame: Frame, account: &Account, url: &PublicUrl, to: &str, refusals: &Refusals) -> Self {
        let words = frame.words().clone();
        // Whoever is to show their second factor gets no further by the password alone.
        let lack = frame.visitor.as_ref().and_then(|visitor| visitor.lack);
        let is_enough = account.second_factor.is_some() || lack != Some(Lack::Showing);
        let password = (account.password.is_some() && is_enough).then(|| {
            Input::new(&words, "password", "sign-in-password", "", refusals)
                .kind("password")
                .filled_as("current-password")
        });
        let code = account.second_factor.is_some().then(|| {
            Input::new(&words, "code", "second-factor-code", "", refusals)
                .hint("code-hint")
                .filled_as("one-time-code")
        });
        let places = [
            "/account/prove",
            "/account/prove/passkey",
            "/account/prove/challenge",
        ];
        let passkey = PasskeyForm::new(&words, url, Ceremony::Show, places, "prove-passkey")
            .filter(|_| !account.passkeys.is_empty())
            .map(|form| form.leading_to(to).wrong(refusals.at("passkey")));
        ProvePage {
            email: account.person.email.clone(),
            password,
            code,
            passkey,
            to: to.to_owned(),
            frame,
        }
    }
}

async fn page(app: &App, here: &Here, to: &str, error: Option<&HubError>) -> Result<ProvePage, HubError> {
    let account = here.hub.account(&here.visitor).await?;
    let frame = here.frame(Place::Elsewhere, here.words().t("prove-title"));
    let words = frame.words();
    let refusals = match error {
        Some(HubError::Invalid(fields)) => Refusals::of(words, fields),
        Some(error) => Refusals::saying(words, "password", error),
        None => Refusals::default(),
    };
    let url = &app.options.public_url;
    Ok(ProvePage::new(frame, &account, url, to, &refusals))
}

async fn show(State(app): State<App>, here: Here, typed: Typed) -> Result<Response, Failure> {
    Ok(html(&page(&app, &here, typed.get("to"), None).await?))
}

async fn by_password(State(app): State<App>, here: Here, typed: Typed) -> Result<Response, Failure> {
    let password = typed.untrimmed("password");
    let proved = here.hub.prove(&here.visitor, password, typed.get("code")).await;
    on(&app, &here, typed.get("to"), proved).await
}

async fn by_passkey(State(app): State<App>, here: Here, typed: Typed) -> Result<Response, Failure> {
    let (party, answer) = (party(&app)?, typed.get("passkey"));
    let proved = here.hub.prove_by_passkey(&here.visitor, &party, answer).await;
    on(&app, &here, typed.get("to"), proved).await
}

/// On to where somebody wanted, with the new secret of their session.
async fn on(app: &App, here: &Here, to: &str, proved: Result<String, HubError>) -> Result<Response, Failure> {
    match proved {
        Ok(session) => {
            let mut response = Redirect::to(if is_local(to) { to } else { "/account" }).into_response();
            keep_session(&app.options, &mut response, &session);
            Ok(response)
        }
        Err(error @ HubError::Invalid(_)) => Ok(html_refused(&page(app, here, to, Some(&error)).await?)),
        Err(HubError::TooMany(seconds)) => {
            let error = HubError::TooMany(seconds);
            Ok(html_wait(&page(app, here, to, Some(&error)).await?, seconds))
        }
        Err(error) => Err(error.into()),
    }
}

async fn challenge(State(app): State<App>, here: Here) -> Result<Json<Challenge>, Failure> {
    let party = party(&app)?;
    Ok(Json(here.hub.ask_proof(&here.visitor, &party).await?))
}
