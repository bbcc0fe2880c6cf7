//! How programs sign in for an organisation.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use firstline_hub::token::NewToken;
use firstline_hub::{Field, Hub, HubError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{TokenBody, roles, token_kinds};
use super::input::{Body, accepted};
use super::people::read_roles;
use crate::SignedIn;
use crate::failure::{Failure, Problem};

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TokenList<'a> {
    items: Vec<TokenBody<'a>>,
}

/// Your organisation's tokens and clients, newest first. Those that have run out stay until they are revoked.
#[utoipa::path(get, path = "/tokens", tag = "tokens", responses(
    (status = OK, body = TokenList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(State(hub): State<Hub>, visitor: SignedIn) -> Result<Response, Failure> {
    let tokens = hub.tokens(visitor.scope()).await?;
    let items = tokens.iter().map(TokenBody::from).collect();
    Ok(Json(TokenList { items }).into_response())
}

/// What to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTokenBody {
    /// At most 80 characters.
    name: String,
    /// At least one of those that let nobody do more than you may.
    #[schema(schema_with = roles)]
    roles: Vec<String>,
    /// How long it works: 1 to 366.
    days: i64,
    /// A client's secret is exchanged for tokens of an hour at `/oauth/token`; `token` where it is left out.
    #[schema(schema_with = token_kinds)]
    #[serde(default)]
    kind: Option<String>,
}

/// What was made, with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MadeBody<'a> {
    #[serde(flatten)]
    token: TokenBody<'a>,
    /// Shown this once.
    secret: &'a str,
}

/// Make a token or a client. Its secret is in this answer and in no other.
#[utoipa::path(post, path = "/tokens", tag = "tokens", request_body = NewTokenBody, responses(
    (status = CREATED, body = MadeBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn make(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Body(body): Body<NewTokenBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let new = NewToken {
        roles: read_roles(&body.roles, &mut wrong),
        name: body.name,
        days: body.days,
    };
    let kind = body.kind.as_deref().unwrap_or("token");
    if !["token", "client"].contains(&kind) {
        wrong.push(Field::quoting("kind", "error-token-kind", kind));
    }
    accepted(wrong)?;
    let scope = visitor.scope();
    let (made, secret) = match kind {
        "client" => hub.make_client(scope, new).await?,
        _ => hub.make_token(scope, new).await?,
    };
    let listed = hub.token(scope, made.id).await?;
    let (token, secret) = (TokenBody::from(&listed), &*secret);
    Ok((StatusCode::CREATED, Json(MadeBody { token, secret })).into_response())
}

/// Revoke a token, or a client with every token it was given. It ends at once.
#[utoipa::path(delete, path = "/tokens/{token}", tag = "tokens", params(("token" = String, Path)), responses(
    (status = NO_CONTENT),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn revoke(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id: Uuid = id.parse().map_err(|_| HubError::NotFound("token"))?;
    hub.revoke_token(visitor.scope(), id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
