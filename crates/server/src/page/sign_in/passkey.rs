//! Signing in by a passkey, which is enough by itself.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;
use axum::{Json, Router};
use firstline_hub::HubError;
use firstline_hub::passkey::{Challenge, Party};

use super::{entered, page, refused, said};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::Typed;
use crate::visitor::{Reader, Whence};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/sign-in/passkey", post(sign_in))
        .route("/sign-in/passkey/challenge", post(challenge))
}

/// What passkeys of this hub are bound to.
pub(in crate::page) fn party(app: &App) -> Result<Party, HubError> {
    let party = app.options.public_url.party();
    party.ok_or(HubError::NotFound("passkey"))
}

async fn challenge(State(app): State<App>, Whence(origin): Whence) -> Result<Json<Challenge>, Failure> {
    Ok(Json(app.hub.ask_passkey(&party(&app)?, &origin).await?))
}

async fn sign_in(
    State(app): State<App>,
    reader: Reader,
    Whence(origin): Whence,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let (answer, to) = (typed.get("passkey"), typed.get("to"));
    let party = party(&app)?;
    match app.hub.sign_in_by_passkey(&party, answer, &origin).await {
        Ok(session) => Ok(entered(&app, &headers, &session, to).await?),
        Err(error @ (HubError::Invalid(_) | HubError::TooMany(_))) => {
            let lang = reader.lang;
            let mut page = page(&app, reader, to.to_owned()).await?;
            let wrong = Some(said(lang, &error));
            page.passkey = page.passkey.map(|form| form.wrong(wrong));
            Ok(refused(&page, &error))
        }
        Err(error) => Err(error.into()),
    }
}
