//! The second step of signing in: a code of the app, or a recovery code.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_hub::HubError;
use serde::Deserialize;

use super::{entered, refused, said, words};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::Typed;
use crate::page::{Frame, Place, encode, html};
use crate::site::Held;
use crate::visitor::{Reader, Whence, cookie};

pub(super) fn router() -> Router<App> {
    Router::new().route("/sign-in/code", get(show).post(sign_in))
}

/// The page that asks for a code, once the password was right.
#[derive(Template)]
#[template(path = "account/code.html")]
pub(in crate::page) struct CodePage {
    pub frame: Frame,
    pub wrong: Option<String>,
    /// Where to go on to.
    pub to: String,
}

#[derive(Deserialize)]
struct To {
    #[serde(default)]
    to: String,
}

fn page(app: &App, reader: Reader, to: &str) -> CodePage {
    let theme = reader.theme;
    let words = words(app, reader);
    let title = words.t("code-title");
    CodePage {
        frame: Frame::new(words, theme, None, Place::Elsewhere, title),
        wrong: None,
        to: to.to_owned(),
    }
}

/// The sign-in that still wants a code.
fn step<'h>(app: &App, headers: &'h HeaderMap) -> Option<&'h str> {
    cookie(headers, app.options.public_url.name_of(Held::Step))
}

/// Too much time has passed since the password, or none was given.
fn late(to: &str) -> Response {
    Redirect::to(&format!("/sign-in?told=late&to={}", encode(to))).into_response()
}

async fn show(
    State(app): State<App>,
    reader: Reader,
    headers: HeaderMap,
    Query(To { to }): Query<To>,
) -> Response {
    match step(&app, &headers) {
        Some(_) => html(&page(&app, reader, &to)),
        None => late(&to),
    }
}

async fn sign_in(
    State(app): State<App>,
    reader: Reader,
    Whence(origin): Whence,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let (code, to) = (typed.get("code"), typed.get("to"));
    let Some(step) = step(&app, &headers) else {
        return Ok(late(to));
    };
    match app.hub.sign_in_by_code(step, code, &origin).await {
        Ok(session) => Ok(entered(&app, &headers, &session, to).await?),
        Err(HubError::NotFound(_)) => Ok(late(to)),
        Err(error @ (HubError::Invalid(_) | HubError::TooMany(_))) => {
            let lang = reader.lang;
            let page = CodePage {
                wrong: Some(said(lang, &error)),
                ..page(&app, reader, to)
            };
            Ok(refused(&page, &error))
        }
        Err(error) => Err(error.into()),
    }
}
