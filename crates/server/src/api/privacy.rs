//! What is held of people, and how long an organisation keeps what.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use firstline_hub::Hub;
use firstline_hub::privacy::Retention;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::input::{Body, IfMatch, tagged};
use crate::SignedIn;
use crate::failure::{Failure, Problem};
use crate::page::privacy::sent;

/// How many days your organisation keeps what; null keeps it for good, but for corrections, of which it keeps none.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RetentionBody {
    /// The record of changes: 365 to 3650.
    audit_days: Option<i64>,
    /// Questions and answers that were kept: 30 to 3650.
    decision_days: Option<i64>,
    /// Invoice lines: 365 to 3650.
    invoice_line_days: Option<i64>,
    /// Questions whose reading was corrected, as examples to learn from: 30 to 1095.
    correction_days: Option<i64>,
}

fn shown(retention: &Retention) -> Response {
    let body = RetentionBody {
        audit_days: retention.audit_days,
        decision_days: retention.decision_days,
        invoice_line_days: retention.invoice_line_days,
        correction_days: retention.correction_days,
    };
    tagged(retention.version, Json(body))
}

/// How long your organisation keeps what.
#[utoipa::path(get, path = "/retention", tag = "audit", responses(
    (status = OK, body = RetentionBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn retention(State(hub): State<Hub>, visitor: SignedIn) -> Result<Response, Failure> {
    Ok(shown(&hub.retention(visitor.scope()).await?))
}

/// Change how long your organisation keeps what. What is older is removed for good within a day.
#[utoipa::path(put, path = "/retention", tag = "audit", request_body = RetentionBody,
    params(("if-match" = String, Header, description = "The version the change was made on")), responses(
    (status = OK, body = RetentionBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn set_retention(
    State(hub): State<Hub>,
    visitor: SignedIn,
    tag: IfMatch,
    Body(body): Body<RetentionBody>,
) -> Result<Response, Failure> {
    let new = Retention {
        audit_days: body.audit_days,
        decision_days: body.decision_days,
        invoice_line_days: body.invoice_line_days,
        correction_days: body.correction_days,
        version: tag.version()?,
    };
    Ok(shown(&hub.set_retention(visitor.scope(), new).await?))
}

/// Everything that your organisation holds of one of its people, as one document. That you took it out is on record.
#[utoipa::path(get, path = "/people/{person}/data", tag = "people", params(("person" = String, Path)), responses(
    (status = OK, body = Object),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn dossier(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
) -> Result<Response, Failure> {
    Ok(sent(hub.dossier(visitor.scope(), &handle).await?))
}

/// Erase one of your organisation's people for good; the account too, where they belong to no other. What they did stays, by a
/// former person.
#[utoipa::path(delete, path = "/people/{person}/data", tag = "people", params(("person" = String, Path)), responses(
    (status = NO_CONTENT),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn erase(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
) -> Result<Response, Failure> {
    hub.erase_colleague(visitor.scope(), &handle).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
