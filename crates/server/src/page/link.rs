//! Links that work once, as whoever was given one opens them: what it is for decides what the page is.
//!
//! The secret of a link stands behind `#` in its address, which no browser sends. The page there brings it to the hub in the body of
//! a form, by the script or pasted by its reader; from then on a cookie has it, and the page of the link is the same for everyone.

pub(super) mod address;
pub(super) mod comer;
pub(super) mod invitation;
pub(super) mod reset;
pub(super) mod set_up;

use std::ops::Deref;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use firstline_hub::HubError;
use firstline_hub::link::{Opened, Purpose};
use firstline_hub::people::Newcomer;

use self::comer::{Comer, Lead};
use super::desk::form::Typed;
use super::encode;
use crate::App;
use crate::failure::Failure;
use crate::site::Held;

/// Where a link leads to, and where it is pasted.
const ENTRANCE: &str = "/link";
/// Where the link that this browser opened last is shown and used.
pub(super) const OPEN: &str = "/link/open";
/// How long a browser keeps a link from the last time that it showed it.
const KEPT_SECONDS: i64 = 15 * 60;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(ENTRANCE, get(comer::ask).post(comer::take))
        .route(OPEN, get(show).post(act))
        .merge(set_up::router())
}

/// Somebody who holds a link that works, signed in or not.
pub(super) struct Holder {
    comer: Comer,
    pub secret: String,
    pub opened: Opened,
}

impl Deref for Holder {
    type Target = Comer;

    fn deref(&self) -> &Comer {
        &self.comer
    }
}

impl FromRequestParts<App> for Holder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let comer = Comer::from_request_parts(parts, app).await?;
        let Some(secret) = comer.held().map(str::to_owned) else {
            return Err(comer.forgets(Lead::Late));
        };
        match app.hub.follow_link(&secret, &comer.origin).await {
            Ok(opened) => Ok(Holder {
                comer,
                secret,
                opened,
            }),
            Err(HubError::NotFound(_)) => Err(comer.forgets(Lead::Gone)),
            Err(error) => Err(comer.refused(error)),
        }
    }
}

impl Holder {
    /// What becomes of the cookie: it goes with the link, and stays as long as somebody is busy with it.
    fn answer(&self, done: Result<Response, HubError>) -> Response {
        let url = &self.app.options.public_url;
        match done {
            Ok(mut response) => {
                url.hold(&mut response, Held::Link, &self.secret, KEPT_SECONDS);
                response
            }
            Err(HubError::NotFound(_)) => self.forgets(Lead::Gone),
            Err(error) => Failure::from(error).into_response(),
        }
    }
}

/// Where somebody signs in and comes back to their link.
fn sign_in() -> String {
    format!("/sign-in?to={}", encode(OPEN))
}

/// What somebody who is new typed of themselves. A password is taken as it is, with the space around it.
fn newcomer(typed: &Typed) -> Newcomer {
    Newcomer {
        name: typed.get("name").to_owned(),
        password: typed.untrimmed("password").to_owned(),
    }
}

async fn show(holder: Holder) -> Response {
    let shown = match holder.opened.purpose {
        Purpose::SetUp => Ok(set_up::show(&holder)),
        Purpose::Invitation => Ok(invitation::show(&holder)),
        Purpose::Reset => Ok(reset::show(&holder)),
        Purpose::Address => address::show(&holder),
    };
    holder.answer(shown)
}

/// Uses the link for what its page said. A form says which link it was shown for, by an id that opens nothing: where the browser
/// has opened another since, whoever led it there does not decide what is done with what was typed.
async fn act(holder: Holder, typed: Typed) -> Response {
    if typed.get("link") != holder.opened.link.id.to_string() {
        return holder.forgets(Lead::Another);
    }
    let done = match holder.opened.purpose {
        Purpose::SetUp => set_up::act(&holder, &typed).await,
        Purpose::Invitation => invitation::act(&holder, &typed).await,
        Purpose::Reset => reset::act(&holder, &typed).await,
        Purpose::Address => address::act(&holder).await,
    };
    match done {
        Ok(mut used) if used.status().is_redirection() => {
            holder.app.options.public_url.drop(&mut used, Held::Link);
            used
        }
        done => holder.answer(done),
    }
}
