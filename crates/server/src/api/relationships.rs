//! Relations between organisations: asked for, consented to, ended.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use firstline_domain::id::RelationshipId;
use firstline_domain::party::RelationshipKind;
use firstline_domain::relationship::RelationshipState;
use firstline_hub::relationship::{NewRelationship, Related};
use firstline_hub::{Hub, HubError};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::input::{Asked, Body, accepted, page_size, paged, word};
use crate::SignedIn;
use crate::failure::{Failure, Problem};

/// A relation between two organisations.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RelationshipBody<'a> {
    relationship: String,
    /// `provider-reseller` or `partner-customer`.
    kind: &'static str,
    /// Whoever asked.
    organisation: &'a str,
    organisation_name: &'a str,
    /// Whoever was asked; null for the one that asked until they accepted.
    other: Option<&'a str>,
    other_name: Option<&'a str>,
    /// What was given to name the other.
    addressed_to: Option<&'a str>,
    /// `asked`, `active`, `declined`, `withdrawn` or `ended`. Only an active one counts.
    state: &'static str,
    /// First day on which it was active.
    since: Option<String>,
    /// The day on which it ended.
    until: Option<String>,
    asked_at: Option<String>,
    answered_at: Option<String>,
    ended_at: Option<String>,
    /// Which of the two ended it or took the request back.
    ended_by: Option<&'a str>,
}

impl<'a> RelationshipBody<'a> {
    fn new(related: &'a Related) -> Self {
        let relationship = &related.relationship;
        let ends = [Some(&related.organisation), related.other.as_ref()];
        let ended_by = ends
            .into_iter()
            .flatten()
            .find(|end| Some(end.id) == relationship.ended_by);
        RelationshipBody {
            relationship: relationship.id.to_string(),
            kind: relationship.kind.as_str(),
            organisation: &related.organisation.handle,
            organisation_name: &related.organisation.name,
            other: related.other.as_ref().map(|other| other.handle.as_str()),
            other_name: related.other.as_ref().map(|other| other.name.as_str()),
            addressed_to: relationship.addressed_to.as_deref(),
            state: relationship.state.as_str(),
            since: relationship.since.map(|day| day.to_string()),
            until: relationship.until.map(|day| day.to_string()),
            asked_at: relationship.asked_at.map(|at| at.to_string()),
            answered_at: relationship.answered_at.map(|at| at.to_string()),
            ended_at: relationship.ended_at.map(|at| at.to_string()),
            ended_by: ended_by.map(|end| end.handle.as_str()),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RelationshipList<'a> {
    items: Vec<RelationshipBody<'a>>,
}

/// Which relations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RelationshipQuery {
    /// `asked`, `active`, `declined`, `withdrawn` or `ended`; left out for all.
    state: Option<String>,
    /// From the `next` link of the page before.
    after: Option<String>,
    /// 1 to 100.
    limit: Option<i64>,
}

/// The relations of your organisation, those of the past too.
#[utoipa::path(get, path = "/relationships", tag = "relationships", params(RelationshipQuery), responses(
    (status = OK, body = RelationshipList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Asked(query): Asked<RelationshipQuery>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let limit = page_size(query.limit)?;
    let after: Option<Uuid> = word("after", "error-after", query.after.as_deref(), &mut wrong);
    let state: Option<RelationshipState> = word(
        "state",
        "error-relationship-state",
        query.state.as_deref(),
        &mut wrong,
    );
    accepted(wrong)?;
    let one = state.map(|state| [state]);
    let states = one.as_ref().map_or(RelationshipState::ALL, <[_; 1]>::as_slice);
    let after = after.map(RelationshipId);
    let found = hub.relationships(visitor.scope(), states, after, limit).await?;
    let full = i64::try_from(found.len()) == Ok(limit);
    let next = found
        .last()
        .filter(|_| full)
        .map(|last| last.relationship.id.to_string());
    let items = found.iter().map(RelationshipBody::new).collect();
    Ok(paged(&uri, next.as_deref(), Json(RelationshipList { items })))
}

/// One relation.
#[utoipa::path(get, path = "/relationships/{relationship}", tag = "relationships",
    params(("relationship" = String, Path)), responses(
    (status = OK, body = RelationshipBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let found = hub.relationship(visitor.scope(), &id).await?;
    Ok(Json(RelationshipBody::new(&found)).into_response())
}

/// Whom to ask.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRelationshipBody {
    /// `provider-reseller` to sell through them, `partner-customer` to sell to them.
    kind: String,
    /// Their handle, or the e-mail address of an administrator there: exactly.
    to: String,
}

/// Ask an organisation for a relation. The answer is the same whether there is such an organisation or not; who it is you
/// learn when they accept.
#[utoipa::path(post, path = "/relationships", tag = "relationships", request_body = NewRelationshipBody, responses(
    (status = ACCEPTED, body = RelationshipBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ask(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Body(body): Body<NewRelationshipBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let kind: Option<RelationshipKind> =
        word("kind", "error-relationship-kind", Some(&body.kind), &mut wrong);
    let Some(kind) = kind else {
        return Err(HubError::Invalid(wrong).into());
    };
    let new = NewRelationship { kind, to: body.to };
    let asked = hub.ask_relationship(visitor.scope(), new).await?;
    let body = Json(RelationshipBody::new(&asked));
    Ok((StatusCode::ACCEPTED, body).into_response())
}

/// An answer to a request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerToRequest {
    /// Whether your organisation consents.
    accept: bool,
}

/// Accept or decline a relation that your organisation is asked for.
#[utoipa::path(put, path = "/relationships/{relationship}/answer", tag = "relationships",
    params(("relationship" = String, Path)), request_body = AnswerToRequest, responses(
    (status = OK, body = RelationshipBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn answer(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Body(body): Body<AnswerToRequest>,
) -> Result<Response, Failure> {
    let answered = hub.answer_relationship(visitor.scope(), &id, body.accept).await?;
    Ok(Json(RelationshipBody::new(&answered)).into_response())
}

/// End a relation, or take back a request that waits. It stays on record.
#[utoipa::path(delete, path = "/relationships/{relationship}", tag = "relationships",
    params(("relationship" = String, Path)), responses(
    (status = OK, body = RelationshipBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn end(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let ended = hub.end_relationship(visitor.scope(), &id).await?;
    Ok(Json(RelationshipBody::new(&ended)).into_response())
}
