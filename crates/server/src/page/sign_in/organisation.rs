//! Signing in at the identity provider of one's organisation: on to it, and back from it.
//!
//! A form may lead nowhere but to this hub (`form-action`), and an answer that sends the browser elsewhere counts as the form
//! doing it. So the way on is a page of its own with a link, which browsers also follow by themselves.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use firstline_domain::lang::Lang;
use firstline_hub::sign_in::Origin;
use firstline_hub::sign_on::{Answered, LIFE};
use firstline_hub::{HubError, t};

use super::{entered, refused, said, words};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::Typed;
use crate::page::{Frame, Place, html};
use crate::site::Held;
use crate::visitor::{Reader, Whence, cookie};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/sign-in/organisation", get(show).post(begin))
        .route("/sign-in/organisation/{handle}", get(finish))
}

/// The page that asks for an address, and tells what went wrong.
#[derive(Template)]
#[template(path = "account/organisation.html")]
pub(in crate::page) struct OrganisationPage {
    pub frame: Frame,
    pub email: String,
    pub wrong: Option<String>,
    /// Where to go on to.
    pub to: String,
}

/// The page that leads on to a provider.
#[derive(Template)]
#[template(path = "account/leading.html")]
pub(in crate::page) struct LeadingPage {
    pub frame: Frame,
    pub url: String,
    /// Where that is.
    pub host: String,
}

impl LeadingPage {
    fn go(&self) -> String {
        let lang: Lang = self.frame.lang;
        t!(lang, "organisation-sign-in-leading", host = self.host.as_str())
    }
}

fn frame(app: &App, reader: Reader) -> Frame {
    let theme = reader.theme;
    let words = words(app, reader);
    let title = words.t("sign-in-organisation");
    Frame::new(words, theme, None, Place::Elsewhere, title)
}

fn page(app: &App, reader: Reader, email: &str, to: &str) -> OrganisationPage {
    OrganisationPage {
        frame: frame(app, reader),
        email: email.to_owned(),
        wrong: None,
        to: to.to_owned(),
    }
}

async fn show(State(app): State<App>, reader: Reader, typed: Typed) -> Response {
    html(&page(&app, reader, "", typed.get("to")))
}

async fn begin(
    State(app): State<App>,
    reader: Reader,
    Whence(origin): Whence,
    typed: Typed,
) -> Result<Response, Failure> {
    lead(&app, reader, &origin, typed.get("email"), typed.get("to")).await
}

/// Leads whoever has this address on to their organisation's provider.
pub(super) async fn lead(
    app: &App,
    reader: Reader,
    origin: &Origin,
    email: &str,
    to: &str,
) -> Result<Response, Failure> {
    let url = &app.options.public_url;
    match app.hub.begin_sign_on(email, to, &url.to_string(), origin).await {
        Ok(begun) => {
            let mut response = html(&LeadingPage {
                frame: frame(app, reader),
                host: begun.url.host_str().unwrap_or_default().to_owned(),
                url: begun.url.into(),
            });
            url.hold(&mut response, Held::SignOn, &begun.held, LIFE.as_secs());
            Ok(response)
        }
        Err(error) => wrong(app, reader, (email, to), error),
    }
}

/// The page again, with why nobody was led on or let in.
fn wrong(app: &App, reader: Reader, (email, to): (&str, &str), error: HubError) -> Result<Response, Failure> {
    if !matches!(error, HubError::Invalid(_) | HubError::TooMany(_)) {
        return Err(error.into());
    }
    let lang = reader.lang;
    let mut page = page(app, reader, email, to);
    page.wrong = Some(said(lang, &error));
    Ok(refused(&page, &error))
}

async fn finish(
    State(app): State<App>,
    reader: Reader,
    Whence(origin): Whence,
    Path(handle): Path<String>,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let url = &app.options.public_url;
    let held = cookie(&headers, url.name_of(Held::SignOn)).unwrap_or_default();
    let given = |name: &str| typed.has(name).then(|| typed.untrimmed(name).to_owned());
    let answered = Answered {
        state: given("state").unwrap_or_default(),
        code: given("code").unwrap_or_default(),
        issuer: given("iss"),
        error: given("error"),
    };
    let finished = app
        .hub
        .finish_sign_on(&handle, held, &answered, &url.to_string(), &origin)
        .await;
    match finished {
        Ok(done) => {
            let mut response = entered(&app, &headers, &done.session, &done.leads_to).await?;
            url.drop(&mut response, Held::SignOn);
            Ok(response)
        }
        Err(error) => wrong(&app, reader, ("", ""), error),
    }
}
