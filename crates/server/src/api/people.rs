//! The people of an organisation: their roles and what these let them do, and what those who manage them do.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use firstline_domain::role::Role;
use firstline_hub::people::{Known, powers};
use firstline_hub::{Field, Hub};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::{PersonBody, PowerBody, roles};
use super::input::{Asked, Body, IfMatch, PageQuery, accepted, page_size, paged, tagged, word};
use crate::SignedIn;
use crate::failure::{Failure, Problem};

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonList<'a> {
    items: Vec<PersonBody<'a>>,
}

/// Your organisation's people.
#[utoipa::path(get, path = "/people", tag = "people", params(PageQuery), responses(
    (status = OK, body = PersonList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Asked(query): Asked<PageQuery>,
) -> Result<Response, Failure> {
    let limit = page_size(query.limit)?;
    let after = query.after.unwrap_or_default();
    let people = hub.people(visitor.scope(), &after, limit).await?;
    let full = i64::try_from(people.len()) == Ok(limit);
    let last = people.last().filter(|_| full);
    let next = last.map(|last| last.member.person.handle.clone());
    let items = people.iter().map(PersonBody::from).collect();
    Ok(paged(&uri, next.as_deref(), Json(PersonList { items })))
}

/// A person, and all that their roles let them see and do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct KnownBody<'a> {
    #[serde(flatten)]
    person: PersonBody<'a>,
    /// On how many browsers they are signed in for your organisation.
    sessions: usize,
    powers: Vec<PowerBody<'a>>,
}

fn shown(hub: &Hub, visitor: &SignedIn, known: &Known) -> Response {
    let member = &known.colleague.member;
    let powers = powers(hub.edition(), visitor.scope().kinds(), &member.roles);
    let body = KnownBody {
        person: PersonBody::from(&known.colleague),
        sessions: known.sessions,
        powers: powers.iter().map(PowerBody::from).collect(),
    };
    tagged(known.version(), Json(body))
}

/// One of your organisation's people, with everything that their roles let them see and do, and why.
#[utoipa::path(get, path = "/people/{person}", tag = "people", params(("person" = String, Path)), responses(
    (status = OK, body = KnownBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
) -> Result<Response, Failure> {
    let known = hub.colleague(visitor.scope(), &handle).await?;
    Ok(shown(&hub, &visitor, &known))
}

/// The roles to hold from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RolesBody {
    /// At least one of those that the organisation has.
    #[schema(schema_with = roles)]
    roles: Vec<String>,
}

/// The roles that were named, and a field for each word that is none.
pub(super) fn read_roles(words: &[String], wrong: &mut Vec<Field>) -> Vec<Role> {
    let role =
        |(index, text): (usize, &String)| word(&format!("roles.{index}"), "error-role", Some(text), wrong);
    words.iter().enumerate().filter_map(role).collect()
}

/// Give somebody other roles. They hold from the next request on.
#[utoipa::path(put, path = "/people/{person}/roles", tag = "people", request_body = RolesBody,
    params(("person" = String, Path),
        ("if-match" = String, Header, description = "The version the change was made on")), responses(
    (status = OK, body = KnownBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn change_roles(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
    tag: IfMatch,
    Body(body): Body<RolesBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let roles = read_roles(&body.roles, &mut wrong);
    accepted(wrong)?;
    let scope = visitor.scope();
    let known = hub.change_roles(scope, &handle, tag.version()?, roles).await?;
    Ok(shown(&hub, &visitor, &known))
}

/// Whether somebody can act for the organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ActiveBody {
    active: bool,
}

/// Deactivate somebody, which ends their sessions for your organisation, or activate them again.
#[utoipa::path(put, path = "/people/{person}/active", tag = "people", request_body = ActiveBody,
    params(("person" = String, Path)), responses(
    (status = OK, body = KnownBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn set_active(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
    Body(body): Body<ActiveBody>,
) -> Result<Response, Failure> {
    let known = hub.set_active(visitor.scope(), &handle, body.active).await?;
    Ok(shown(&hub, &visitor, &known))
}

/// Take somebody out of your organisation. Their account, and what they did, stays.
#[utoipa::path(delete, path = "/people/{person}", tag = "people", params(("person" = String, Path)), responses(
    (status = NO_CONTENT),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn remove(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
) -> Result<Response, Failure> {
    hub.remove_person(visitor.scope(), &handle).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EndedBody {
    /// How many sessions ended.
    ended: u64,
}

/// Sign somebody out of your organisation, on every browser.
#[utoipa::path(delete, path = "/people/{person}/sessions", tag = "people", params(("person" = String, Path)), responses(
    (status = OK, body = EndedBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn sign_out(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
) -> Result<Response, Failure> {
    let ended = hub.sign_out_person(visitor.scope(), &handle).await?;
    Ok(Json(EndedBody { ended }).into_response())
}
