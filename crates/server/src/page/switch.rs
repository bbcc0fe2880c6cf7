//! Going on for another of one's organisations, on the same page where it exists there too.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use axum::routing::post;
use firstline_hub::HubError;
use firstline_hub::sign_in::{Shown, Visitor};
use tower::ServiceExt;

use super::desk::form::Typed;
use super::sign_in::{came_from, entered};
use crate::App;
use crate::failure::Failure;
use crate::page::account::prove_first;
use crate::visitor::{SignedIn, Whence};

pub(super) fn router() -> Router<App> {
    Router::new().route("/switch", post(switch))
}

async fn switch(
    State(app): State<App>,
    visitor: SignedIn,
    Whence(origin): Whence,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let hub = &app.hub;
    let switched = hub
        .switch_organisation(&visitor.0, typed.get("organisation"), &origin)
        .await;
    let session = match switched {
        Err(HubError::ProofNeeded) => return Ok(prove_first(&came_from(&headers))),
        switched => switched?,
    };
    let there = hub.signed_in(Shown::Session(&session), origin.address).await?;
    let there = there.ok_or(HubError::NotFound("organisation"))?;
    let page = came_from(&headers);
    let to = if exists(&app, there, &page).await {
        &page
    } else {
        "/"
    };
    Ok(entered(&app, &headers, &session, to).await?)
}

/// Whether there is a page at this address for somebody: it is asked for as they would.
async fn exists(app: &App, visitor: Arc<Visitor>, address: &str) -> bool {
    let asked = Request::builder()
        .method(Method::HEAD)
        .uri(address)
        .extension(SignedIn(visitor))
        .body(Body::empty());
    let Ok(request) = asked else { return false };
    let answered = super::router().with_state(app.clone()).oneshot(request).await;
    answered.is_ok_and(|response| response.status().is_success())
}
