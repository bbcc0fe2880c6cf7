//! `/.well-known/security.txt` (RFC 9116): where whoever finds a hole in the hub tells of it.

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use firstline_domain::readiness::is_email;
use jiff::{SignedDuration, Timestamp};

use super::encode;
use crate::App;
use crate::failure::{Failure, Trouble};
use crate::site::PublicUrl;

const PATH: &str = "/.well-known/security.txt";
/// How long what it says can be relied on: the RFC advises against more than a year.
const LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);

pub(super) fn router() -> Router<App> {
    Router::new().route(PATH, get(show))
}

async fn show(State(app): State<App>) -> Result<Response, Failure> {
    let email = app.hub.operator_email().await?;
    let email = email
        .filter(|email| is_email(email))
        .ok_or(Failure(Trouble::NoSuchPath))?;
    let body = written(&app.options.public_url, &email, app.hub.now());
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], body).into_response())
}

/// The file: where to write to, until when that holds, and where the file belongs.
fn written(public_url: &PublicUrl, email: &str, now: Timestamp) -> String {
    // Encoded, so that an address can neither end its line nor be read as more than an address.
    let (name, host) = email.rsplit_once('@').unwrap_or((email, ""));
    let (name, host) = (encode(name), encode(host));
    let until = Timestamp::from_second((now + LIFE).as_second()).unwrap_or(now);
    let here = public_url.to(PATH);
    format!("Contact: mailto:{name}@{host}\nExpires: {until}\nCanonical: {here}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_names_the_address_for_a_year() {
        let url: PublicUrl = "https://hub.example.com".parse().unwrap();
        let now = "2026-11-20T12:00:00.5Z".parse().unwrap();
        assert_eq!(
            written(&url, "security+hub@meridian.example", now),
            "Contact: mailto:security%2Bhub@meridian.example\n\
             Expires: 2027-11-20T12:00:00Z\n\
             Canonical: https://hub.example.com/.well-known/security.txt\n"
        );
    }

    #[test]
    fn an_address_stays_on_its_line() {
        let url: PublicUrl = "https://hub.example.com".parse().unwrap();
        let now = "2026-11-20T12:00:00Z".parse().unwrap();
        let text = written(&url, "\"a\r\nContact: b\"@c.example", now);
        assert_eq!(text.lines().count(), 3, "{text}");
        assert!(
            text.starts_with("Contact: mailto:%22a%0D%0AContact%3A%20b%22@c.example\n"),
            "{text}"
        );
    }
}
