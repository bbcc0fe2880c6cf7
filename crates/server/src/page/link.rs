//! Links that work once, as whoever was given one opens them: what it is for decides what the page is.

pub(super) mod address;
pub(super) mod invitation;
pub(super) mod reset;
pub(super) mod set_up;

use axum::Router;
use axum::extract::{FromRequestParts, OptionalFromRequestParts, Path};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use firstline_hub::link::{Opened, Purpose};
use firstline_hub::people::Newcomer;
use firstline_hub::sign_in::Origin;

use super::desk::form::Typed;
use super::{Frame, Place, Words};
use crate::App;
use crate::failure::Failure;
use crate::visitor::{Reader, SignedIn, Whence};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/links/{secret}", get(show).post(act))
        .merge(set_up::router())
}

/// Somebody who holds a link that works, signed in or not.
pub(super) struct Holder {
    pub app: App,
    pub reader: Reader,
    pub visitor: Option<SignedIn>,
    pub origin: Origin,
    pub headers: HeaderMap,
    pub secret: String,
    pub opened: Opened,
}

impl FromRequestParts<App> for Holder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let visitor = <SignedIn as OptionalFromRequestParts<App>>::from_request_parts(parts, app).await?;
        let Ok(Whence(origin)) = Whence::from_request_parts(parts, app).await;
        let secret = match <Path<String> as FromRequestParts<App>>::from_request_parts(parts, app).await {
            Ok(Path(secret)) => secret,
            Err(rejection) => return Err(rejection.into_response()),
        };
        let opened = app.hub.follow_link(&secret, &origin).await;
        Ok(Holder {
            app: app.clone(),
            reader: Reader::of(parts),
            visitor,
            origin,
            headers: parts.headers.clone(),
            secret,
            opened: opened.map_err(|error| Failure::from(error).into_response())?,
        })
    }
}

impl Holder {
    pub fn words(&self) -> Words {
        Words {
            lang: self.reader.lang,
            zone: self.reader.zone.clone(),
            now: self.app.hub.now(),
        }
    }

    pub fn frame(&self, key: &str) -> Frame {
        let words = self.words();
        let title = words.t(key);
        let visitor = self.visitor.as_ref().map(|visitor| visitor.0.clone());
        Frame::new(words, self.reader.theme, visitor, Place::Elsewhere, title)
    }
}

/// What somebody who is new typed of themselves. A password is taken as it is, with the space around it.
fn newcomer(typed: &Typed) -> Newcomer {
    Newcomer {
        name: typed.get("name").to_owned(),
        password: typed.untrimmed("password").to_owned(),
    }
}

async fn show(holder: Holder) -> Result<Response, Failure> {
    match holder.opened.purpose {
        Purpose::SetUp => Ok(set_up::show(&holder)),
        Purpose::Invitation => Ok(invitation::show(&holder)),
        Purpose::Reset => Ok(reset::show(&holder)),
        Purpose::Address => address::show(&holder),
    }
}

async fn act(holder: Holder, typed: Typed) -> Result<Response, Failure> {
    match holder.opened.purpose {
        Purpose::SetUp => set_up::act(&holder, &typed).await,
        Purpose::Invitation => invitation::act(&holder, &typed).await,
        Purpose::Reset => reset::act(&holder, &typed).await,
        Purpose::Address => address::act(&holder).await,
    }
}
