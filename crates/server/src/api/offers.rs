//! Offers: search, their pages, and the publisher's hand on them.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Agreement, Resource};
use firstline_hub::Hub;
use firstline_hub::catalogue::{Search, Start};
use firstline_hub::offer::OfferEdit;
use firstline_hub::translation::Read;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::body::{AgreementBody, ContactInput, OfferBody, OfferLine, OfferList, ResourceBody, read_targets};
use super::input::{Asked, Body, IfMatch, accepted, page_size, paged, tagged, word};
use crate::failure::{Failure, Problem};
use crate::{Reader, SignedIn};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchQuery {
    /// Words to look for; typing mistakes are forgiven.
    q: Option<String>,
    kind: Option<String>,
    category: Option<String>,
    /// ISO 3166-1 alpha-2.
    market: Option<String>,
    /// Only those your organisation can buy (`true`), or cannot (`false`).
    available: Option<bool>,
    /// `ready`, `gaps` or `unreachable`.
    readiness: Option<String>,
    /// A publisher's handle.
    publisher: Option<String>,
    /// From the `next` link of the page before.
    after: Option<String>,
    /// 1 to 100.
    limit: Option<i64>,
}

/// Search offers; without words, all of them.
#[utoipa::path(get, path = "/offers", tag = "offers", params(SearchQuery), responses(
    (status = OK, body = OfferList, headers(("link" = String, description = "The next page, where there is one"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn search(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    reader: Reader,
    Asked(query): Asked<SearchQuery>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let limit = page_size(query.limit)?;
    let after = word("after", "error-after", query.after.as_deref(), &mut wrong);
    let search = Search {
        query: query.q.unwrap_or_default(),
        lang: reader.lang,
        kind: query.kind,
        category: query.category,
        market: query.market,
        available: query.available,
        readiness: word(
            "readiness",
            "error-readiness",
            query.readiness.as_deref(),
            &mut wrong,
        ),
        publisher: query.publisher,
        start: after.map_or_else(Start::default, Start::After),
        limit: usize::try_from(limit).unwrap_or(0),
    };
    accepted(wrong)?;
    let results = hub.search_offers(visitor.scope(), &search).await?;
    let next = results.next.map(|next| next.to_string());
    let items = results
        .found
        .iter()
        .map(|found| OfferLine::new(found, reader.lang))
        .collect();
    Ok(paged(
        &uri,
        next.as_deref(),
        Json(OfferList {
            total: results.total,
            items,
        }),
    ))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ReadQuery {
    /// Summary and description as they were written, also where there is a translation.
    original: Option<bool>,
}

/// An offer's page, with what you may see of it. Where it is not described in your language, and the hub has a translation
/// service, it comes as that translated it, which `machine_translated` says; the first to ask gets the original.
#[utoipa::path(get, path = "/offers/{publisher}/{offer}", tag = "offers",
    params(("publisher" = String, Path), ("offer" = String, Path), ReadQuery), responses(
    (status = OK, body = OfferBody, headers(("etag" = String, description = "The version it is at"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Path((publisher, offer)): Path<(String, String)>,
    Asked(ReadQuery { original }): Asked<ReadQuery>,
) -> Result<Response, Failure> {
    let page = hub
        .offer(visitor.scope(), &format!("{publisher}/{offer}"))
        .await?;
    let mut reading = hub.read_offer(&page, reader.lang).await?.reading;
    if original == Some(true) {
        reading = reading.originals(&page.offer);
    }
    Ok(tagged(
        page.offer.version,
        Json(OfferBody::new(&page, &reading, reader.lang)).into_response(),
    ))
}

/// How an offer's publisher is reached, what comes with the offer, and what is promised.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SupportBody {
    contacts: Vec<ContactInput>,
    resources: Vec<ResourceBody>,
    agreement: Option<AgreementBody>,
}

impl SupportBody {
    fn read(self) -> Result<OfferEdit, Failure> {
        let mut wrong = Vec::new();
        let contacts = self
            .contacts
            .into_iter()
            .enumerate()
            .map(|(index, contact)| contact.read(&format!("contacts.{index}"), &mut wrong))
            .collect();
        let mut resources = Vec::new();
        for (index, resource) in self.resources.into_iter().enumerate() {
            let place = format!("resources.{index}");
            let kind = word(
                &format!("{place}.kind"),
                "error-resource-kind",
                Some(&resource.kind),
                &mut wrong,
            );
            let lang: Option<Lang> = word(
                &format!("{place}.lang"),
                "error-language",
                resource.lang.as_deref(),
                &mut wrong,
            );
            resources.extend(kind.map(|kind| Resource {
                kind,
                lang,
                title: resource.title,
                url: resource.url,
            }));
        }
        let agreement = self.agreement.map(|agreement| Agreement {
            hours: word(
                "agreement.hours",
                "error-hours",
                agreement.hours.as_deref(),
                &mut wrong,
            ),
            targets: read_targets(&agreement.targets, "agreement.targets", &mut wrong),
            title: agreement.title,
            url: agreement.url,
        });
        accepted(wrong)?;
        Ok(OfferEdit {
            contacts,
            resources,
            agreement,
        })
    }
}

/// Replace the contacts, resources and agreement of your own offer.
#[utoipa::path(put, path = "/offers/{publisher}/{offer}/support", tag = "offers", request_body = SupportBody,
    params(("publisher" = String, Path), ("offer" = String, Path),
        ("if-match" = String, Header, description = "The version the change was made on")), responses(
    (status = OK, body = OfferBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn edit(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Path((publisher, offer)): Path<(String, String)>,
    tag: IfMatch,
    Body(support): Body<SupportBody>,
) -> Result<Response, Failure> {
    let edit = support.read()?;
    let version = tag.version()?;
    let page = hub
        .edit_offer(visitor.scope(), &format!("{publisher}/{offer}"), version, edit)
        .await?;
    let Read { reading, .. } = hub.read_offer(&page, reader.lang).await?;
    Ok(tagged(
        page.offer.version,
        Json(OfferBody::new(&page, &reading, reader.lang)).into_response(),
    ))
}
