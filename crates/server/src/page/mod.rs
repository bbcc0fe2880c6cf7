//! The pages: what people see of the hub.
//!
//! A handler takes [`Here`] (who stands before the page, and how they read), calls the hub, and fills the context of a template.
//! Every page works without script; the script only spares a round trip.

mod account;
mod answer;
mod ask;
pub mod audit;
pub mod customers;
pub mod desk;
mod discover;
mod frame;
mod line;
mod link;
mod offer;
pub mod organisations;
mod part;
mod passkey;
pub mod people;
pub mod privacy;
pub mod publisher;
pub mod reference;
mod relationships;
pub mod reseller;
mod security_txt;
mod settings;
mod sign_in;
pub mod sign_on;
pub mod support;
mod switch;
#[cfg(test)]
mod tests;
mod tokens;
mod translation;
mod trouble;
mod vcard;

use askama::Template;
use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::App;

pub(crate) use frame::{Frame, Here, Place};
pub(crate) use part::Words;
pub(crate) use trouble::{failure, not_found};

/// Every page there is.
pub(crate) fn router() -> Router<App> {
    Router::new()
        .merge(sign_in::router())
        .merge(account::router())
        .merge(discover::router())
        .merge(offer::router())
        .merge(ask::router())
        .merge(answer::router())
        .merge(publisher::router())
        .merge(support::router())
        .merge(reseller::router())
        .merge(customers::router())
        .merge(desk::router())
        .merge(settings::router())
        .merge(people::router())
        .merge(tokens::router())
        .merge(relationships::router())
        .merge(organisations::router())
        .merge(sign_on::router())
        .merge(translation::router())
        .merge(audit::router())
        .merge(privacy::router())
        .merge(link::router())
        .merge(switch::router())
        .merge(reference::router())
        .merge(security_txt::router())
}

/// A template as the body of a page. What it shows belongs to whoever asked for it, while they are signed in: nobody keeps it,
/// not even the browser.
pub(crate) fn html(template: &impl Template) -> Response {
    page(template.render())
}

fn page(rendered: askama::Result<String>) -> Response {
    let body = match rendered {
        Ok(body) => body,
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let mut response = Html(body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::VARY,
        HeaderValue::from_static("cookie, accept-language, x-fragment"),
    );
    response
}

/// A page that could not be accepted as it was sent: the same form with its errors, and a status that says so.
pub(crate) fn html_refused(template: &impl Template) -> Response {
    let mut response = html(template);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// A page that was tried too often: the same form, and how long to wait.
pub(crate) fn html_wait(template: &impl Template, seconds: u64) -> Response {
    let mut response = html(template);
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// A value as it may stand in the query of an address.
pub(crate) fn encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte))
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Whether an address leads to this hub and nowhere else: what a form says to go on to is not to be trusted.
pub(crate) fn is_local(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && !address
            .chars()
            .any(|c| c == '\\' || c.is_control() || c.is_whitespace())
}
