//! Inviting people, and the invitations that nobody has used yet.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use firstline_hub::invitation::NewInvitation;
use firstline_hub::{Hub, HubError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{InvitationBody, roles};
use super::input::{Body, accepted};
use super::people::read_roles;
use crate::failure::{Failure, Problem};
use crate::{Options, SignedIn};

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InvitationList<'a> {
    items: Vec<InvitationBody<'a>>,
}

/// The invitations that nobody has used yet: those to your organisation, and those that you gave to others' people.
#[utoipa::path(get, path = "/invitations", tag = "people", responses(
    (status = OK, body = InvitationList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    State(options): State<Arc<Options>>,
    visitor: SignedIn,
) -> Result<Response, Failure> {
    let open = hub.invitations(visitor.scope()).await?;
    let body = |one| InvitationBody::new(one, |path| options.public_url.to(path));
    let items = open.iter().map(body).collect();
    Ok(Json(InvitationList { items }).into_response())
}

/// Whom to invite.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvitationBody {
    email: String,
    /// At least one of those that the organisation has.
    #[schema(schema_with = roles)]
    roles: Vec<String>,
    /// The organisation to join, by its handle; your own where it is left out. The operator invites the first people of others.
    organisation: Option<String>,
}

/// Invite somebody. An earlier invitation of the same address stops working.
#[utoipa::path(post, path = "/invitations", tag = "people", request_body = NewInvitationBody, responses(
    (status = CREATED, body = InvitationBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn invite(
    State(hub): State<Hub>,
    State(options): State<Arc<Options>>,
    visitor: SignedIn,
    Body(body): Body<NewInvitationBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let roles = read_roles(&body.roles, &mut wrong);
    accepted(wrong)?;
    let new = NewInvitation {
        organisation: body.organisation,
        email: body.email,
        roles,
    };
    let made = hub.invite(visitor.scope(), new).await?;
    let body = InvitationBody::new(&made, |path| options.public_url.to(path));
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// Take an invitation back: its link stops working.
#[utoipa::path(delete, path = "/invitations/{invitation}", tag = "people", params(("invitation" = String, Path)), responses(
    (status = NO_CONTENT),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn withdraw(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: Uuid = id.parse().map_err(|_| HubError::NotFound("invitation"))?;
    hub.withdraw_invitation(visitor.scope(), id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
