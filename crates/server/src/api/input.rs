//! Reading requests: bodies, queries and words, with a field for everything that cannot be accepted.

use std::convert::Infallible;
use std::str::FromStr;

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use firstline_hub::{Field, HubError};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use utoipa::IntoParams;

use crate::failure::{Failure, Trouble};

/// A JSON body.
pub(super) struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let Json(raw) = Json::<Box<RawValue>>::from_request(request, state).await?;
        // A derived reader would take an array's items for the fields in their order.
        if !raw.get().starts_with('{') {
            return Err(Failure(Trouble::Unreadable("expected an object".to_owned())));
        }
        let body = serde_json::from_str(raw.get())
            .map_err(|error| Failure(Trouble::Unreadable(error.to_string())))?;
        Ok(Body(body))
    }
}

/// The query of the address.
pub(super) struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let Query(query) = Query::<T>::from_request_parts(parts, state).await?;
        Ok(Asked(query))
    }
}

/// What `If-Match` says, to be read once the body is known to be one.
pub(super) struct IfMatch(Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let tag = parts
            .headers
            .get(header::IF_MATCH)
            .map(|tag| tag.to_str().unwrap_or_default().trim().to_owned());
        Ok(IfMatch(tag))
    }
}

impl IfMatch {
    /// The version that the change was made on.
    pub(super) fn version(&self) -> Result<i64, Failure> {
        let tag = self.0.as_deref().ok_or(Failure(Trouble::VersionNeeded))?;
        let Some(version) = tag.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
            return Err(Failure(Trouble::Unreadable(format!("If-Match: {tag}"))));
        };
        // A tag that no version ever had is of something else, so what was read is not what is there.
        version
            .parse()
            .map_err(|_| Failure(Trouble::Hub(HubError::Changed)))
    }
}

/// A body with the version of what it shows.
pub(super) fn tagged(version: i64, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// A word of an enumeration, or the field that it was read from with what would be right.
pub(super) fn word<T: FromStr>(
    name: &str,
    key: &'static str,
    value: Option<&str>,
    wrong: &mut Vec<Field>,
) -> Option<T> {
    let value = value?;
    match value.parse() {
        Ok(word) => Some(word),
        Err(_) => {
            wrong.push(Field::quoting(name, key, value));
            None
        }
    }
}

/// Refuses when anything was wrong.
pub(super) fn accepted(wrong: Vec<Field>) -> Result<(), Failure> {
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(HubError::Invalid(wrong).into())
    }
}

/// The longest page of a list.
pub(super) const PAGE_MAX: i64 = 100;

/// Which page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// From the `next` link of the page before.
    pub(super) after: Option<String>,
    /// 1 to 100.
    pub(super) limit: Option<i64>,
}

/// How many items a page holds, of those asked for.
pub(super) fn page_size(asked: Option<i64>) -> Result<i64, Failure> {
    match asked {
        None => Ok(50),
        Some(limit) if (1..=PAGE_MAX).contains(&limit) => Ok(limit),
        Some(limit) => {
            Err(HubError::Invalid(vec![Field::quoting("limit", "error-limit", limit.to_string())]).into())
        }
    }
}

/// A page of a list, with the link to the next where there may be one.
pub(super) fn paged(uri: &Uri, next: Option<&str>, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    if let Some(after) = next {
        let kept = uri
            .query()
            .unwrap_or_default()
            .split('&')
            .filter(|pair| !pair.is_empty() && !pair.starts_with("after="));
        let mut query: Vec<&str> = kept.collect();
        let after = format!("after={}", crate::page::encode(after));
        query.push(&after);
        let link = format!("<{}?{}>; rel=\"next\"", uri.path(), query.join("&"));
        if let Ok(link) = HeaderValue::from_str(&link) {
            let headers: &mut HeaderMap = response.headers_mut();
            headers.insert(header::LINK, link);
        }
    }
    response
}
