//! Organisations, publishers among them, and their support desks.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_hub::organisation::register::{NewOrganisation, OrganisationEdit};
use firstline_hub::{Field, Hub, HubError};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::{ContactInput, OfferBody, OrganisationBody, TargetBody, read_targets};
use super::input::{Asked, Body, IfMatch, PageQuery, accepted, page_size, paged, tagged, word};
use crate::failure::{Failure, Problem};
use crate::{Reader, SignedIn};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// Part of the name or the handle.
    q: Option<String>,
    /// Only organisations that play this part.
    kind: Option<String>,
    /// From the `next` link of the page before.
    after: Option<String>,
    /// 1 to 100.
    limit: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationList<'a> {
    items: Vec<OrganisationBody<'a>>,
}

/// The organisations that exist for you: yours, those you deal with, the operator and every publisher.
#[utoipa::path(get, path = "/organisations", tag = "organisations", params(ListQuery), responses(
    (status = OK, body = OrganisationList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Asked(query): Asked<ListQuery>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let kind = word("kind", "error-asker", query.kind.as_deref(), &mut wrong);
    accepted(wrong)?;
    let limit = page_size(query.limit)?;
    let after = query.after.unwrap_or_default();
    let found = match query.q.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => hub.organisations(visitor.scope(), kind, &after, limit).await?,
        Some(text) => {
            hub.organisations_called(
                visitor.scope(),
                text,
                kind,
                &after,
                usize::try_from(limit).unwrap_or(0),
            )
            .await?
        }
    };
    Ok(page(&uri, &found, limit))
}

/// Every publisher.
#[utoipa::path(get, path = "/publishers", tag = "offers", params(PageQuery), responses(
    (status = OK, body = OrganisationList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn publishers(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Asked(query): Asked<PageQuery>,
) -> Result<Response, Failure> {
    let limit = page_size(query.limit)?;
    let (kind, after) = (Some(PartyKind::Publisher), query.after.unwrap_or_default());
    let found = hub.organisations(visitor.scope(), kind, &after, limit).await?;
    Ok(page(&uri, &found, limit))
}

fn page(uri: &axum::http::Uri, found: &[Organisation], limit: i64) -> Response {
    let full = i64::try_from(found.len()) == Ok(limit);
    let next = found.last().filter(|_| full).map(|last| last.handle.clone());
    let items = found.iter().map(OrganisationBody::from).collect();
    paged(uri, next.as_deref(), Json(OrganisationList { items }))
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PublisherBody<'a> {
    publisher: OrganisationBody<'a>,
    /// Its offers, the first hundred by handle.
    offers: Vec<OfferBody<'a>>,
}

/// A publisher and its offers.
#[utoipa::path(get, path = "/publishers/{publisher}", tag = "offers", params(("publisher" = String, Path)), responses(
    (status = OK, body = PublisherBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn publisher(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Path(publisher): Path<String>,
) -> Result<Response, Failure> {
    let (publisher, pages) = hub
        .offers_of(visitor.scope(), &publisher, "", super::input::PAGE_MAX)
        .await?;
    let readings = hub.read_offers(&pages, reader.lang).await?;
    let offers = pages
        .iter()
        .zip(&readings)
        .map(|(page, reading)| OfferBody::new(page, reading, reader.lang))
        .collect();
    Ok(Json(PublisherBody {
        publisher: OrganisationBody::from(&publisher),
        offers,
    })
    .into_response())
}

/// An organisation to be admitted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOrganisationBody {
    name: String,
    /// Its name in addresses, which stays; made from its name where it is left out.
    #[serde(default)]
    organisation: String,
    /// `customer`, `reseller`, `provider`, `partner` or `publisher`, several where that is so.
    kinds: Vec<String>,
    /// ISO 3166-1 alpha-2.
    country: Option<String>,
}

fn read_kinds(words: &[String], wrong: &mut Vec<Field>) -> Vec<PartyKind> {
    let kinds = words
        .iter()
        .filter_map(|text| word("kinds", "error-kind", Some(text), wrong));
    kinds.collect()
}

/// Admit an organisation: for the marketplace operator. It has no people yet; invite its first administrator.
#[utoipa::path(post, path = "/organisations", tag = "organisations", request_body = NewOrganisationBody, responses(
    (status = CREATED, body = OrganisationBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn add(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Body(body): Body<NewOrganisationBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let kinds = read_kinds(&body.kinds, &mut wrong);
    accepted(wrong)?;
    let new = NewOrganisation {
        name: body.name,
        handle: body.organisation,
        kinds,
        country: body.country,
    };
    let added = hub.add_organisation(visitor.scope(), new).await?;
    Ok((StatusCode::CREATED, shown(&added)).into_response())
}

/// What an organisation is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationChange {
    name: String,
    /// ISO 3166-1 alpha-2; left out where it is not said.
    country: Option<String>,
    /// All the parts it plays: for the marketplace operator to say. Left out, they stay as they are.
    kinds: Option<Vec<String>>,
    /// Nobody answers for it any more: for the marketplace operator to say. Left out, it stays as it is.
    orphaned: Option<bool>,
}

/// Change what an organisation is: your own's name and country, or all of anyone's for the marketplace operator. A part that
/// people, relationships, offers or subscriptions still need cannot be taken away.
#[utoipa::path(put, path = "/organisations/{organisation}", tag = "organisations", request_body = OrganisationChange,
    params(("organisation" = String, Path),
        ("if-match" = String, Header, description = "The version the change was made on")), responses(
    (status = OK, body = OrganisationBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn change(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
    tag: IfMatch,
    Body(body): Body<OrganisationChange>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let kinds = body.kinds.map(|kinds| read_kinds(&kinds, &mut wrong));
    accepted(wrong)?;
    let edit = OrganisationEdit {
        name: body.name,
        country: body.country,
        kinds,
        orphaned: body.orphaned,
    };
    hub.change_organisation(visitor.scope(), &handle, tag.version()?, edit)
        .await?;
    Ok(shown(&hub.organisation(visitor.scope(), &handle).await?))
}

fn shown(organisation: &Organisation) -> Response {
    tagged(
        organisation.version,
        Json(OrganisationBody::from(organisation)).into_response(),
    )
}

/// An organisation that exists for you.
#[utoipa::path(get, path = "/organisations/{organisation}", tag = "organisations",
    params(("organisation" = String, Path)), responses(
    (status = OK, body = OrganisationBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
) -> Result<Response, Failure> {
    Ok(shown(&hub.organisation(visitor.scope(), &handle).await?))
}

/// How your organisation is reached for support.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeskBody {
    desk: ContactInput,
    #[serde(default)]
    promises: Vec<TargetBody>,
    /// What your support costs, in your own words.
    price: Option<String>,
}

/// Change how your own organisation is reached for support, what it promises and what that costs.
#[utoipa::path(put, path = "/organisations/{organisation}/desk", tag = "organisations", request_body = DeskBody,
    params(("organisation" = String, Path),
        ("if-match" = String, Header, description = "The version the change was made on")), responses(
    (status = OK, body = OrganisationBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn edit_desk(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(handle): Path<String>,
    tag: IfMatch,
    Body(body): Body<DeskBody>,
) -> Result<Response, Failure> {
    let organisation = hub.organisation(visitor.scope(), &handle).await?;
    if organisation.id != visitor.scope().organisation {
        return Err(HubError::NotAllowed.into());
    }
    let mut wrong: Vec<Field> = Vec::new();
    let desk = body.desk.read("desk", &mut wrong);
    let promises = read_targets(&body.promises, "promises", &mut wrong);
    accepted(wrong)?;
    Ok(shown(
        &hub.edit_desk(visitor.scope(), tag.version()?, desk, promises, body.price)
            .await?,
    ))
}
