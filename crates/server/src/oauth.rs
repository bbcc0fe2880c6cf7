//! OAuth 2.0 for programs: a client shows its id and secret and is given a token for an hour (RFC 6749 §4.4, RFC 8414).

use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use firstline_domain::role::Role;
use firstline_hub::HubError;
use firstline_hub::token::Refused;
use serde_json::json;

use crate::App;
use crate::failure::Said;
use crate::visitor::Whence;

const TOKEN: &str = "/oauth/token";

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(TOKEN, post(token))
        .route("/.well-known/oauth-authorization-server", get(describe))
}

/// Why no token was given, in the words of RFC 6749 §5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Error {
    InvalidRequest,
    InvalidClient,
    InvalidScope,
    UnsupportedGrantType,
    /// The seconds to wait.
    TooMany(u64),
    Unavailable,
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Client => Error::InvalidClient,
            Refused::Scope => Error::InvalidScope,
            Refused::Hub(HubError::TooMany(seconds)) => Error::TooMany(seconds),
            Refused::Hub(error) => {
                tracing::error!(%error, source = ?std::error::Error::source(&error), "no token could be given");
                Error::Unavailable
            }
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, word) = match self {
            Error::InvalidRequest => (StatusCode::BAD_REQUEST, "invalid_request"),
            Error::InvalidClient => (StatusCode::UNAUTHORIZED, "invalid_client"),
            Error::InvalidScope => (StatusCode::BAD_REQUEST, "invalid_scope"),
            Error::UnsupportedGrantType => (StatusCode::BAD_REQUEST, "unsupported_grant_type"),
            Error::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "temporarily_unavailable"),
            Error::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable"),
        };
        let mut response = (status, Json(json!({ "error": word }))).into_response();
        response.extensions_mut().insert(Said);
        let headers = response.headers_mut();
        match self {
            Error::InvalidClient => {
                let basic = HeaderValue::from_static("Basic realm=\"Firstline\"");
                headers.insert(header::WWW_AUTHENTICATE, basic);
            }
            Error::TooMany(seconds) => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            _ => {}
        }
        response
    }
}

/// What a client asks for. A parameter without a value counts as left out, and none may stand twice.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    id: String,
    secret: String,
    /// Absent for all the roles that the client has; empty where a word is none.
    roles: Option<Vec<Role>>,
}

impl Asked {
    fn read(headers: &HeaderMap, form: &[(String, String)]) -> Result<Self, Error> {
        let given = |name: &str| {
            let mut values = form
                .iter()
                .filter(|(key, value)| key == name && !value.is_empty());
            match (values.next(), values.next()) {
                (Some(_), Some(_)) => Err(Error::InvalidRequest),
                (first, _) => Ok(first.map(|(_, value)| value.as_str())),
            }
        };
        match given("grant_type")? {
            Some("client_credentials") => {}
            Some(_) => return Err(Error::UnsupportedGrantType),
            None => return Err(Error::InvalidRequest),
        }
        let (id, secret) = match (basic(headers)?, given("client_id")?, given("client_secret")?) {
            // The id may be repeated, the secret has one place.
            (Some((id, secret)), named, None) if named.is_none_or(|named| named == id) => (id, secret),
            (Some(_), _, _) => return Err(Error::InvalidRequest),
            (None, Some(id), Some(secret)) => (id.to_owned(), secret.to_owned()),
            (None, _, _) => return Err(Error::InvalidClient),
        };
        let words = |scope: &str| {
            let roles: Option<Vec<Role>> = scope.split(' ').map(|word| word.parse().ok()).collect();
            roles.unwrap_or_default()
        };
        Ok(Asked {
            id,
            secret,
            roles: given("scope")?.map(words),
        })
    }
}

/// Id and secret in the `Authorization` header. Neither has a character that would be written otherwise in a form.
fn basic(headers: &HeaderMap) -> Result<Option<(String, String)>, Error> {
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let read = || {
        let (scheme, coded) = value.to_str().ok()?.split_once(' ')?;
        let plain = STANDARD.decode(coded.trim()).ok()?;
        let plain = String::from_utf8(plain).ok()?;
        let (id, secret) = plain.split_once(':')?;
        scheme
            .eq_ignore_ascii_case("basic")
            .then(|| (id.to_owned(), secret.to_owned()))
    };
    read().map(Some).ok_or(Error::InvalidClient)
}

async fn token(
    State(app): State<App>,
    Whence(origin): Whence,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Error> {
    let Form(form) = form.map_err(|_| Error::InvalidRequest)?;
    let asked = Asked::read(&headers, &form)?;
    let given = app
        .hub
        .exchange(&asked.id, &asked.secret, asked.roles, origin.address)
        .await?;
    let scope: Vec<&str> = given.roles.iter().map(|role| role.as_str()).collect();
    let body = json!({
        "access_token": given.secret,
        "token_type": "Bearer",
        "expires_in": given.seconds,
        "scope": scope.join(" "),
    });
    let pragma = [(header::PRAGMA, "no-cache"), (header::CACHE_CONTROL, "no-store")];
    Ok((pragma, Json(body)).into_response())
}

async fn describe(State(app): State<App>) -> Response {
    let url = &app.options.public_url;
    let scopes: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    Json(json!({
        "issuer": url.to_string(),
        "token_endpoint": url.to(TOKEN),
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": [],
        "scopes_supported": scopes,
        "service_documentation": url.to("/api"),
    }))
    .into_response()
}
