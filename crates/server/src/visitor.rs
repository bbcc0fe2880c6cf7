//! Who is at the door: the language they read, and who they signed in as.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::lang::Lang;
use firstline_domain::scope::Scope;
use firstline_hub::demand::Lack;
use firstline_hub::sign_in::{Origin, Shown, Visitor};
use firstline_hub::{Hub, locale};
use jiff::tz::TimeZone;

use crate::Options;
use crate::failure::{Failure, Trouble};
use crate::site::{self, Held, OWN};

/// The cookie that keeps the language chosen on a page.
pub(crate) const LANGUAGE: &str = "firstline_language";
/// The cookie that keeps `light` or `dark` where one was chosen.
pub(crate) const THEME: &str = "firstline_theme";
/// The cookie that keeps the browser's time zone.
pub(crate) const ZONE: &str = "firstline_zone";

/// How a page is to be read: language, theme, time zone.
#[derive(Debug, Clone)]
pub struct Reader {
    pub lang: Lang,
    /// `light` or `dark` where one was chosen; absent follows the system.
    pub theme: Option<&'static str>,
    pub zone: TimeZone,
}

/// A cookie's value.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(|value| {
            value.split(';').find_map(|pair| {
                pair.trim()
                    .split_once('=')
                    .filter(|(key, _)| *key == name)
                    .map(|(_, v)| v)
            })
        })
}

/// How somebody reads, as the browser keeps it.
fn kept<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let own = format!("{OWN}{name}");
    cookie(headers, &own).or_else(|| cookie(headers, name))
}

/// Whether a language was chosen on this browser.
pub(crate) fn has_chosen_language(headers: &HeaderMap) -> bool {
    kept(headers, LANGUAGE).is_some()
}

impl Reader {
    pub(crate) fn of(parts: &Parts) -> Self {
        let accepted = parts
            .headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let chosen = kept(&parts.headers, LANGUAGE).and_then(|tag| tag.parse().ok());
        Reader {
            lang: locale::negotiate(chosen, accepted),
            theme: match kept(&parts.headers, THEME) {
                Some("light") => Some("light"),
                Some("dark") => Some("dark"),
                _ => None,
            },
            zone: kept(&parts.headers, ZONE)
                .map(|name| name.replace("%2F", "/"))
                .and_then(|name| TimeZone::get(&name).ok())
                .unwrap_or(TimeZone::UTC),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        // Whoever puts failures into words has already looked.
        Ok(match parts.extensions.get::<Reader>() {
            Some(reader) => reader.clone(),
            None => Reader::of(parts),
        })
    }
}

/// Somebody who is signed in, and so a scope to act in. A page asks strangers to sign in, the API refuses them.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Arc<Visitor>);

impl SignedIn {
    pub fn scope(&self) -> &Scope {
        &self.0.scope
    }

    /// Where whoever did not show what their organisation demands is led instead; they get as far as showing it, and to another
    /// organisation.
    fn turned_away(&self, path: &str) -> Option<Response> {
        let leads = match self.0.lack? {
            Lack::Factor => SET_UP,
            Lack::Showing => SHOW,
        };
        let is_at = |place: &str| {
            path.strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if leads.iter().any(|place| is_at(place)) {
            return None;
        }
        Some(if takes_tokens(path) {
            Failure(Trouble::SecondFactorNeeded).into_response()
        } else {
            Redirect::to(leads[0]).into_response()
        })
    }
}

/// Where somebody who has no second factor sets one up, the first of which they are led to.
const SET_UP: &[&str] = &[
    "/account/second-factor",
    "/account/passkeys",
    "/account/recovery-codes",
    "/account/prove",
    "/switch",
];
/// Where somebody shows the one that they have.
const SHOW: &[&str] = &["/account/prove", "/switch"];

impl<S> FromRequestParts<S> for SignedIn
where
    S: Send + Sync,
    Hub: FromRef<S>,
    Arc<Options>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        // Whoever counted the requests has already looked.
        let found = match parts.extensions.get::<SignedIn>() {
            Some(visitor) => Ok(Some(visitor.0.clone())),
            None => visitor(&Hub::from_ref(state), &Arc::from_ref(state), parts).await,
        };
        match found {
            Ok(Some(visitor)) => {
                let visitor = SignedIn(visitor);
                match visitor.turned_away(parts.uri.path()) {
                    Some(elsewhere) => Err(elsewhere),
                    None => Ok(visitor),
                }
            }
            Ok(None) if takes_tokens(parts.uri.path()) => Err(Failure(Trouble::SignInNeeded).into_response()),
            Ok(None) => {
                let wanted = parts.uri.path_and_query().map_or("/", |path| path.as_str());
                let to = url_of_sign_in(wanted);
                Err(Redirect::to(&to).into_response())
            }
            Err(error) => Err(Failure::from(error).into_response()),
        }
    }
}

impl<S> axum::extract::OptionalFromRequestParts<S> for SignedIn
where
    S: Send + Sync,
    Hub: FromRef<S>,
    Arc<Options>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Response> {
        if let Some(visitor) = parts.extensions.get::<SignedIn>() {
            return Ok(Some(visitor.clone()));
        }
        match visitor(&Hub::from_ref(state), &Arc::from_ref(state), parts).await {
            Ok(found) => Ok(found.map(SignedIn)),
            Err(error) => Err(Failure::from(error).into_response()),
        }
    }
}

fn url_of_sign_in(wanted: &str) -> String {
    if wanted == "/" {
        "/sign-in".to_owned()
    } else {
        format!("/sign-in?to={}", crate::page::encode(wanted))
    }
}

/// Whether programs come this way.
fn takes_tokens(path: &str) -> bool {
    crate::api::serves(path) || crate::scim::serves(path)
}

/// Who the request shows to be: by a bearer token on the API, by a session's cookie from a browser.
async fn visitor(
    hub: &Hub,
    options: &Options,
    parts: &Parts,
) -> Result<Option<Arc<Visitor>>, firstline_hub::HubError> {
    let bearer = parts
        .headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .filter(|_| takes_tokens(parts.uri.path()));
    let shown = bearer.map(|token| Shown::Token(token.trim()));
    let session = options.public_url.name_of(Held::Session);
    // Nobody's browser is a directory.
    let cookie = cookie(&parts.headers, session).filter(|_| !crate::scim::serves(parts.uri.path()));
    match shown.or_else(|| cookie.map(Shown::Session)) {
        Some(shown) => hub.signed_in(shown, address(options, parts)).await,
        None => Ok(None),
    }
}

/// Where a request comes from.
pub(crate) fn address(options: &Options, parts: &Parts) -> Option<IpAddr> {
    let ConnectInfo(peer) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    Some(site::address(peer.ip(), &parts.headers, &options.proxies))
}

/// Where a request comes from, and what its browser has kept.
#[derive(Debug)]
pub(crate) struct Whence(pub Origin);

impl<S> FromRequestParts<S> for Whence
where
    S: Send + Sync,
    Arc<Options>: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let options = Arc::<Options>::from_ref(state);
        let agent = parts
            .headers
            .get(USER_AGENT)
            .and_then(|value| value.to_str().ok());
        let held = |held| cookie(&parts.headers, options.public_url.name_of(held));
        Ok(Whence(Origin::new(
            address(&options, parts),
            agent.unwrap_or_default(),
            held(Held::Session),
            held(Held::Device),
        )))
    }
}
