//! The hub over HTTP: pages for people, a JSON API for programs.
//!
//! Handlers extract who asks, call the hub, and render; what went wrong travels as a [`Failure`] and is put into words at
//! one place, in the reader's language: a problem document for the API, a page for a browser.

pub mod api;
mod assets;
pub mod connections;
mod download;
mod failure;
mod oauth;
pub mod page;
mod rate;
mod scim;
mod site;
pub mod verdict;
mod visitor;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, FromRef};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware;
use axum::routing::get;
use axum::{Json, Router};
use firstline_hub::Hub;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

pub use failure::Failure;
pub use site::{Network, NoNetwork, NoPublicUrl, PublicUrl, path_of_link};
pub use visitor::{Reader, SignedIn};

/// The largest request body, in bytes.
const BODY_BYTES_MAX: usize = 256 * 1024;
/// The longest that a request may take.
const REQUEST_SECONDS_MAX: u64 = 30;

/// How a server is run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Requests a minute that a person may make, the programs of an organisation together, or strangers at one address.
    pub requests_a_minute: u32,
    /// The password that everyone has on the demo, whose sign-in page lets one choose whom to be.
    pub demo_password: Option<&'static str>,
    /// The address that people know the hub by.
    pub public_url: PublicUrl,
    /// The proxies in front of the hub: only they say for others where a request comes from.
    pub proxies: Vec<Network>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            requests_a_minute: 1200,
            demo_password: None,
            public_url: PublicUrl::of(SocketAddr::from((Ipv4Addr::LOCALHOST, 7420)), false),
            proxies: Vec::new(),
        }
    }
}

/// What handlers share.
#[derive(Clone, FromRef)]
pub(crate) struct App {
    hub: Hub,
    rate: Arc<rate::Limiter>,
    options: Arc<Options>,
}

/// The whole server: pages, API and assets.
pub fn router(hub: Hub, options: Options) -> Router {
    let rate = Arc::new(rate::Limiter::new(options.requests_a_minute));
    let safer = options
        .public_url
        .is_secure()
        .then_some(STRICT_TRANSPORT_SECURITY);
    let app = App {
        hub,
        rate,
        options: Arc::new(options),
    };
    let limited = middleware::from_fn_with_state(app.clone(), rate::limit);
    Router::new()
        .merge(page::router())
        .merge(api::router())
        .merge(scim::router())
        .layer(limited)
        .merge(oauth::router())
        .merge(assets::router())
        .route("/health", get(health))
        .fallback(page::not_found)
        // One layer made of many: each of its own would cost every request another box. The first is the outermost.
        .layer((
            fixed(
                HeaderName::from_static("cross-origin-opener-policy"),
                "same-origin",
            ),
            fixed(header::REFERRER_POLICY, "same-origin"),
            fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            // Whatever says nothing else of it is for whoever asked, now.
            fixed(header::CACHE_CONTROL, "no-store"),
            SetResponseHeaderLayer::if_not_present(header::STRICT_TRANSPORT_SECURITY, safer),
            fixed(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
            CompressionLayer::new(),
            CatchPanicLayer::new(),
            TimeoutLayer::with_status_code(
                StatusCode::SERVICE_UNAVAILABLE,
                Duration::from_secs(REQUEST_SECONDS_MAX),
            ),
            DefaultBodyLimit::max(BODY_BYTES_MAX),
            middleware::from_fn_with_state(app.clone(), failure::put_into_words),
            CsrfLayer::new(),
        ))
        .with_state(app)
}

/// Says that this process answers, for whoever spreads requests over several.
async fn health() -> Json<serde_json::Value> {
    Json(serde_json::json!({}))
}

/// A year of nothing but secure connections to this host and those below it.
const STRICT_TRANSPORT_SECURITY: HeaderValue =
    HeaderValue::from_static("max-age=31536000; includeSubDomains");

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

fn fixed(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}
