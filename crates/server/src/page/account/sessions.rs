//! Where somebody is signed in, and how that ends.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use firstline_hub::HubError;
use firstline_hub::account::Account;
use firstline_hub::sign_in::SignedBy;
use uuid::Uuid;

use super::{browser, done, or_prove};
use crate::App;
use crate::failure::Failure;
use crate::page::{Here, Words};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/account/sessions/{id}/end", post(end))
        .route("/account/sessions/end-others", post(end_others))
}

/// A browser that somebody is signed in on.
pub(in crate::page) struct SessionRow {
    pub id: Uuid,
    /// The one that the page is read on.
    pub is_this: bool,
    pub browser: String,
    pub address: Option<String>,
    /// When somebody signed in there, and when they were last seen: how long ago, and exactly.
    pub made: (String, String),
    pub seen: (String, String),
}

pub(super) fn rows(words: &Words, account: &Account) -> Vec<SessionRow> {
    let mut rows: Vec<SessionRow> = account
        .sessions
        .iter()
        .map(|session| SessionRow {
            id: session.id,
            is_this: account.session == Some(session.id),
            browser: browser::name(&session.agent)
                .unwrap_or_else(|| words.t("account-session-unknown").into_owned()),
            address: session.address.clone(),
            made: (words.relative(session.made_at), words.date_time(session.made_at)),
            seen: (words.relative(session.seen_at), words.date_time(session.seen_at)),
        })
        .collect();
    rows.sort_by_key(|row| !row.is_this);
    rows
}

async fn end(here: Here, Path(id): Path<Uuid>) -> Result<Response, Failure> {
    let ended = here.hub.end_session(&here.visitor, id).await;
    or_prove(ended.map(|()| done("ended")), "/account")
}

async fn end_others(here: Here) -> Result<Response, Failure> {
    let SignedBy::Session(this) = here.visitor.by else {
        return Err(HubError::NotAllowed.into());
    };
    let ended = here.hub.end_other_sessions(here.scope(), Some(this)).await;
    or_prove(ended.map(|()| done("ended")), "/account")
}
