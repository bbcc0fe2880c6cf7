//! What went wrong, in SCIM's words (RFC 7644 §3.12).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use firstline_domain::lang::Lang;
use firstline_hub::locale::{self, Args};
use firstline_hub::{Field, HubError};
use serde_json::json;

use crate::failure::{Failure, Trouble};

const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

/// What no other surface knows to be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A filter that cannot be read: where from on.
    Filter(String),
    /// There is no such attribute.
    Path(String),
    /// Nothing fits the filter of a path, or a path is missing.
    NoTarget(String),
    /// This attribute is not what it should be.
    Value(String),
    /// This attribute is not for the asker to change.
    ReadOnly(String),
}

impl From<Wrong> for Failure {
    fn from(wrong: Wrong) -> Self {
        Failure(Trouble::Scim(wrong))
    }
}

impl Wrong {
    const fn kind(&self) -> &'static str {
        match self {
            Wrong::Filter(_) => "invalidFilter",
            Wrong::Path(_) => "invalidPath",
            Wrong::NoTarget(_) => "noTarget",
            Wrong::Value(_) => "invalidValue",
            Wrong::ReadOnly(_) => "mutability",
        }
    }

    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Wrong::Filter(_) => "error-scim-filter",
            Wrong::Path(_) => "error-scim-path",
            Wrong::NoTarget(_) => "error-scim-no-target",
            Wrong::Value(_) => "error-scim-value",
            Wrong::ReadOnly(_) => "error-scim-read-only",
        }
    }

    pub(crate) fn text(&self, lang: Lang) -> String {
        let (Wrong::Filter(value)
        | Wrong::Path(value)
        | Wrong::NoTarget(value)
        | Wrong::Value(value)
        | Wrong::ReadOnly(value)) = self;
        locale::format(lang, self.key(), &Args::new().set("value", value.as_str()))
    }
}

/// What is somebody else's already.
const TAKEN: [&str; 3] = [
    "error-member-already",
    "error-email-taken",
    "error-scim-elsewhere",
];

/// The kind of error that inputs are, with its status.
fn kind_of(fields: &[Field]) -> (StatusCode, &'static str) {
    if fields.iter().any(|field| TAKEN.contains(&field.key)) {
        (StatusCode::CONFLICT, "uniqueness")
    } else if fields.iter().any(|field| field.name == "person") {
        (StatusCode::BAD_REQUEST, "mutability")
    } else {
        (StatusCode::BAD_REQUEST, "invalidValue")
    }
}

/// A failed request in SCIM's words and the asker's language.
pub(crate) fn told(trouble: &Trouble, status: StatusCode, lang: Lang) -> Response {
    let (status, kind, detail) = match trouble {
        Trouble::Scim(wrong) => (status, Some(wrong.kind()), wrong.text(lang)),
        Trouble::Hub(HubError::Invalid(fields)) => {
            let (status, kind) = kind_of(fields);
            let said: Vec<String> = fields
                .iter()
                .map(|field| format!("{}: {}", field.name, field.text(lang)))
                .collect();
            (status, Some(kind), said.join(" "))
        }
        Trouble::Unreadable(why) => (status, Some("invalidSyntax"), why.clone()),
        _ => (status, None, trouble.help(lang)),
    };
    let mut body = json!({ "schemas": [ERROR], "status": status.as_str(), "detail": detail });
    if let Some(kind) = kind {
        body["scimType"] = json!(kind);
    }
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    let of_scim = HeaderValue::from_static("application/scim+json");
    headers.insert(header::CONTENT_TYPE, of_scim);
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    response
}
