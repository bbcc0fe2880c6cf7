//! What went wrong, put into words at one place and in the reader's language.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use firstline_domain::lang::Lang;
use firstline_hub::{HubError, locale};
use serde::Serialize;
use utoipa::ToSchema;

use crate::scim;
use crate::visitor::Reader;

/// Why a request was not answered as it wished.
#[derive(Debug)]
pub enum Trouble {
    Hub(HubError),
    /// Nobody is signed in.
    SignInNeeded,
    /// The organisation demands more than the password that somebody signed in by.
    SecondFactorNeeded,
    /// The body or the query cannot be read: the reader's own words.
    Unreadable(String),
    /// The body is larger than the limit.
    TooLarge,
    /// A change needs the version it was made on, in `If-Match`.
    VersionNeeded,
    /// More calls than an organisation may make a minute; the seconds to wait.
    TooMany(u64),
    /// No such path under the API.
    NoSuchPath,
    MethodNotAllowed,
    /// Not `application/json`.
    NotJson,
    /// What SCIM alone knows to be wrong.
    Scim(scim::Wrong),
}

/// A failed request. As a response it carries only what happened; [`put_into_words`] makes the body.
#[derive(Debug)]
pub struct Failure(pub Trouble);

impl From<HubError> for Failure {
    fn from(error: HubError) -> Self {
        Failure(Trouble::Hub(error))
    }
}

impl From<JsonRejection> for Failure {
    fn from(rejection: JsonRejection) -> Self {
        Failure(match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Trouble::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Trouble::NotJson,
            _ => Trouble::Unreadable(rejection.body_text()),
        })
    }
}

impl From<QueryRejection> for Failure {
    fn from(rejection: QueryRejection) -> Self {
        Failure(Trouble::Unreadable(rejection.body_text()))
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.0.status().into_response();
        if let Trouble::TooMany(seconds) | Trouble::Hub(HubError::TooMany(seconds)) = self.0 {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if matches!(self.0, Trouble::SignInNeeded) {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

impl Trouble {
    fn status(&self) -> StatusCode {
        match self {
            Trouble::Hub(HubError::NotFound(_)) | Trouble::NoSuchPath => StatusCode::NOT_FOUND,
            Trouble::Hub(HubError::NotAllowed | HubError::NotShown(_)) => StatusCode::FORBIDDEN,
            Trouble::Hub(HubError::Invalid(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Trouble::Hub(HubError::Changed) => StatusCode::PRECONDITION_FAILED,
            Trouble::Hub(HubError::TooMany(_)) => StatusCode::TOO_MANY_REQUESTS,
            Trouble::Hub(HubError::ProofNeeded) => StatusCode::FORBIDDEN,
            Trouble::Hub(HubError::Store(_) | HubError::Keys(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Trouble::SignInNeeded => StatusCode::UNAUTHORIZED,
            Trouble::SecondFactorNeeded => StatusCode::FORBIDDEN,
            Trouble::Unreadable(_) | Trouble::Scim(_) => StatusCode::BAD_REQUEST,
            Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::VersionNeeded => StatusCode::PRECONDITION_REQUIRED,
            Trouble::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Trouble::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        }
    }

    /// The key of the sentence that says what happened.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Trouble::Hub(error) => error.key(),
            Trouble::SignInNeeded => "error-sign-in-needed",
            Trouble::SecondFactorNeeded => "error-second-factor-needed",
            Trouble::Unreadable(_) => "error-unreadable",
            Trouble::TooLarge => "error-too-large",
            Trouble::VersionNeeded => "error-version-needed",
            Trouble::TooMany(_) => "error-too-many",
            Trouble::NoSuchPath => "error-not-found",
            Trouble::MethodNotAllowed => "error-method",
            Trouble::NotJson => "error-not-json",
            Trouble::Scim(wrong) => wrong.key(),
        }
    }

    /// The sentence that says what to do.
    pub(crate) fn help(&self, lang: Lang) -> String {
        match self {
            Trouble::Hub(error) => error.help(lang),
            Trouble::Scim(wrong) => wrong.text(lang),
            _ => locale::text(lang, &format!("{}-help", self.key())).into_owned(),
        }
    }
}

/// A problem document (RFC 9457) in the asker's language.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is; stable, the same in every language.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// What to do about it.
    pub detail: String,
    /// The inputs that cannot be accepted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
}

/// One input that cannot be accepted.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// Where it stands in the request, such as `contacts.engineering.email`.
    pub field: String,
    /// What is wrong, and what would be right.
    pub detail: String,
}

impl Problem {
    fn of(trouble: &Trouble, status: StatusCode, lang: Lang) -> Self {
        let key = trouble.key();
        let detail = match trouble {
            Trouble::Unreadable(why) => why.clone(),
            _ => trouble.help(lang),
        };
        let errors = match trouble {
            Trouble::Hub(HubError::Invalid(fields)) => fields
                .iter()
                .map(|field| ProblemField {
                    field: field.name.clone(),
                    detail: field.text(lang),
                })
                .collect(),
            _ => Vec::new(),
        };
        Problem {
            kind: format!("/problems/{}", key.strip_prefix("error-").unwrap_or(key)),
            title: locale::text(lang, key).into_owned(),
            status: status.as_u16(),
            detail,
            errors,
        }
    }
}

/// Marks a response that has its body already, in the words of a standard of its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said;

/// Gives failed requests their body: a problem document under `/api`, a page elsewhere. Errors that no handler made (an
/// unknown method, a body that is too large) are put into words here too.
pub(crate) async fn put_into_words(State(app): State<crate::App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let reader = Reader::of(&parts);
    parts.extensions.insert(reader.clone());
    let uri = parts.uri.clone();
    // All that is ever written down of an address: in a query an identity provider sends its code.
    let path = uri.path();
    let for_scim = scim::serves(path);
    let for_api = for_scim || crate::api::serves(path);
    let address = crate::visitor::address(&app.options, &parts);
    // Only a page shows who is signed in, so only there what was asked must outlive the asking.
    let head = (!for_api).then(|| parts.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    if REFUSALS.contains(&status) {
        tracing::info!(%status, path, ?address, "refused");
    }
    if response.extensions().get::<Said>().is_some() {
        return response;
    }
    let said = response.extensions().get::<Arc<Failure>>().cloned();
    let failure = match said {
        Some(failure) => failure,
        None if response.headers().contains_key(header::CONTENT_TYPE) && !for_api && has_page(&response) => {
            return response;
        }
        None => Arc::new(Failure(match status {
            StatusCode::METHOD_NOT_ALLOWED => Trouble::MethodNotAllowed,
            StatusCode::NOT_FOUND => Trouble::NoSuchPath,
            StatusCode::PAYLOAD_TOO_LARGE => Trouble::TooLarge,
            StatusCode::FORBIDDEN => Trouble::Hub(HubError::NotAllowed),
            _ => Trouble::Unreadable(locale::text(reader.lang, "error-unreadable-help").into_owned()),
        })),
    };
    if let Trouble::Hub(HubError::Store(error)) = &failure.0 {
        tracing::error!(path, error = %error, source = ?std::error::Error::source(error), "the store failed");
    }
    if let Trouble::Hub(HubError::Keys(error)) = &failure.0 {
        tracing::error!(path, error = %error, source = ?std::error::Error::source(error), "the keys cannot be used");
    }
    let mut told = if let Some(head) = head {
        crate::page::failure(&app, &head, reader, &failure.0).await
    } else if for_scim {
        scim::told(&failure.0, status, reader.lang)
    } else {
        let mut told = Json(Problem::of(&failure.0, status, reader.lang)).into_response();
        told.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        told.headers_mut().insert(
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(reader.lang.tag()),
        );
        told
    };
    if !for_scim {
        *told.status_mut() = status;
    }
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            told.headers_mut().insert(name, value.clone());
        }
    }
    told
}

/// Answers to those who try what they may not, or too often; forms of other sites among them.
const REFUSALS: [StatusCode; 3] = [
    StatusCode::UNAUTHORIZED,
    StatusCode::FORBIDDEN,
    StatusCode::TOO_MANY_REQUESTS,
];

/// Whether a handler already made a page of its failure, such as a form with its errors.
fn has_page(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"))
}
