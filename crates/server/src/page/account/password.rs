//! Choosing another password.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use firstline_hub::HubError;

use super::{demand_proof, done, or_prove};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::sign_in::keep_session;
use crate::page::{Frame, Here, Place, html, html_refused, html_wait};

const PATH: &str = "/account/password";

pub(super) fn router() -> Router<App> {
    Router::new().route(PATH, get(show).post(change))
}

/// The page on which somebody chooses another password, or their first.
#[derive(Template)]
#[template(path = "account/password.html")]
pub(in crate::page) struct PasswordPage {
    pub frame: Frame,
    pub summary: Summary,
    pub email: String,
    /// The one before, where there is one.
    pub present: Option<Input>,
    pub password: Input,
}

impl PasswordPage {
    pub fn new(frame: Frame, email: &str, had_one: bool, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let input = |name, label| Input::new(&words, name, label, "", &refusals).kind("password");
        PasswordPage {
            email: email.to_owned(),
            present: had_one.then(|| input("present", "password-present").filled_as("current-password")),
            password: input("password", "password-new")
                .hint("link-password-hint")
                .filled_as("new-password"),
            summary: Summary {
                words: words.clone(),
                refusals: refusals.clone(),
            },
            frame,
        }
    }
}

async fn page(here: &Here, error: Option<&HubError>) -> Result<PasswordPage, HubError> {
    let account = here.hub.account(&here.visitor).await?;
    let had_one = account.password.is_some();
    if !had_one {
        demand_proof(here).await?;
    }
    let title = if had_one {
        "password-title"
    } else {
        "password-first"
    };
    let frame = here.frame(Place::Elsewhere, here.words().t(title));
    let refusals = match error {
        Some(HubError::Invalid(fields)) => Refusals::of(frame.words(), fields),
        Some(error) => Refusals::saying(frame.words(), "present", error),
        None => Refusals::default(),
    };
    Ok(PasswordPage::new(frame, &account.person.email, had_one, refusals))
}

async fn show(here: Here) -> Result<Response, Failure> {
    let page = page(&here, None).await;
    or_prove(page.map(|page| html(&page)), PATH)
}

async fn change(State(app): State<App>, here: Here, typed: Typed) -> Result<Response, Failure> {
    let (present, new) = (typed.untrimmed("present"), typed.untrimmed("password"));
    match here.hub.change_password(&here.visitor, present, new).await {
        Ok(session) => {
            let mut response = done("password");
            keep_session(&app.options, &mut response, &session);
            Ok(response)
        }
        Err(error @ HubError::Invalid(_)) => Ok(html_refused(&page(&here, Some(&error)).await?)),
        Err(HubError::TooMany(seconds)) => {
            let error = HubError::TooMany(seconds);
            Ok(html_wait(&page(&here, Some(&error)).await?, seconds))
        }
        Err(error) => or_prove(Err(error), PATH),
    }
}
