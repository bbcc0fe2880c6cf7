//! Asking for a new password, which whoever has forgotten theirs does without being signed in.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_hub::HubError;

use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::Typed;
use crate::page::{Frame, Place, Words, html, html_refused, html_wait};
use crate::visitor::{Reader, Whence};

pub(super) fn router() -> Router<App> {
    Router::new().route("/account/reset", get(show).post(ask))
}

/// The page on which somebody asks for a new password.
#[derive(Template)]
#[template(path = "account/reset.html")]
pub(in crate::page) struct ResetPage {
    pub frame: Frame,
    /// How long to wait, where too many were asked for; or where else such people sign in.
    pub wrong: Option<String>,
}

fn page(app: &App, reader: Reader) -> ResetPage {
    let words = Words {
        lang: reader.lang,
        zone: reader.zone,
        now: app.hub.now(),
    };
    let title = words.t("reset-title");
    ResetPage {
        frame: Frame::new(words, reader.theme, None, Place::Elsewhere, title),
        wrong: None,
    }
}

async fn show(State(app): State<App>, reader: Reader) -> Response {
    html(&page(&app, reader))
}

async fn ask(
    State(app): State<App>,
    reader: Reader,
    Whence(origin): Whence,
    typed: Typed,
) -> Result<Response, Failure> {
    match app.hub.ask_reset(typed.get("email"), &origin).await {
        Ok(()) => Ok(Redirect::to("/sign-in?told=sent").into_response()),
        Err(HubError::TooMany(seconds)) => {
            let wrong = Some(HubError::TooMany(seconds).help(reader.lang));
            let page = ResetPage {
                wrong,
                ..page(&app, reader)
            };
            Ok(html_wait(&page, seconds))
        }
        Err(HubError::Invalid(fields)) => {
            let wrong = fields.first().map(|field| field.text(reader.lang));
            let page = ResetPage {
                wrong,
                ..page(&app, reader)
            };
            Ok(html_refused(&page))
        }
        Err(error) => Err(error.into()),
    }
}
