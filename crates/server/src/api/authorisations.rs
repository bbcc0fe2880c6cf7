//! Who may buy an exclusive offer.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use firstline_domain::organisation::is_handle;
use firstline_hub::store::authorisation::Authorisation;
use firstline_hub::{Field, Hub, HubError};
use serde::Serialize;
use utoipa::ToSchema;

use super::input::{Asked, PageQuery, page_size, paged};
use crate::SignedIn;
use crate::failure::{Failure, Problem};

/// A partner that may buy an exclusive offer.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuthorisationBody<'a> {
    /// The handle that it was named by.
    organisation: &'a str,
    /// What it is called; null where you do not see it otherwise, or nobody has the handle.
    name: Option<&'a str>,
    /// Null where it was brought in.
    authorised_at: Option<String>,
}

impl<'a> From<&'a Authorisation> for AuthorisationBody<'a> {
    fn from(authorisation: &'a Authorisation) -> Self {
        AuthorisationBody {
            organisation: &authorisation.handle,
            name: authorisation.name.as_deref(),
            authorised_at: authorisation.since.map(|at| at.to_string()),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuthorisationList<'a> {
    total: i64,
    items: Vec<AuthorisationBody<'a>>,
}

/// Who may buy your exclusive offer.
#[utoipa::path(get, path = "/offers/{publisher}/{offer}/authorisations", tag = "offers",
    params(("publisher" = String, Path), ("offer" = String, Path), PageQuery), responses(
    (status = OK, body = AuthorisationList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Path((publisher, offer)): Path<(String, String)>,
    Asked(query): Asked<PageQuery>,
) -> Result<Response, Failure> {
    let limit = page_size(query.limit)?;
    let (named, after) = (format!("{publisher}/{offer}"), query.after.unwrap_or_default());
    let found = hub.authorised(visitor.scope(), &named, &after, limit).await?;
    let full = i64::try_from(found.some.len()) == Ok(limit);
    let next = found.some.last().filter(|_| full).map(|last| last.handle.clone());
    let items = found.some.iter().map(AuthorisationBody::from).collect();
    let list = AuthorisationList {
        total: found.total,
        items,
    };
    Ok(paged(&uri, next.as_deref(), Json(list)))
}

/// Let a partner buy your exclusive offer, by its handle, exactly. The answer is the same whether anybody has the handle or not;
/// whoever may buy already, still may.
#[utoipa::path(put, path = "/offers/{publisher}/{offer}/authorisations/{organisation}", tag = "offers",
    params(("publisher" = String, Path), ("offer" = String, Path), ("organisation" = String, Path)), responses(
    (status = OK, body = AuthorisationBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn authorise(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path((publisher, offer, organisation)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    if !is_handle(&organisation) {
        let wrong = Field::quoting("organisation", "error-organisation-handle", organisation);
        return Err(HubError::Invalid(vec![wrong]).into());
    }
    let named = format!("{publisher}/{offer}");
    let added = hub.authorise(visitor.scope(), &named, &organisation).await?;
    Ok(Json(AuthorisationBody::from(&added)).into_response())
}

/// Withdraw an authorisation: what was sold stays. Where there is none, there is none afterwards either.
#[utoipa::path(delete, path = "/offers/{publisher}/{offer}/authorisations/{organisation}", tag = "offers",
    params(("publisher" = String, Path), ("offer" = String, Path), ("organisation" = String, Path)), responses(
    (status = NO_CONTENT),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn withdraw(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path((publisher, offer, organisation)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let named = format!("{publisher}/{offer}");
    hub.withdraw_authorisation(visitor.scope(), &named, &organisation)
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
