//! What providers and resellers agree on, and what sellers choose for technical questions.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use firstline_domain::id::SplitId;
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_hub::split::{Choices, Counterpart, NewSplit};
use firstline_hub::{Field, Hub, HubError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::SplitBody;
use super::input::{Asked, Body, PageQuery, accepted, page_size, paged, word};
use crate::SignedIn;
use crate::failure::{Failure, Problem};

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SplitList<'a> {
    items: Vec<SplitBody<'a>>,
}

/// The agreements that your organisation is a party to, those of the past and proposals too.
#[utoipa::path(get, path = "/splits", tag = "splits", params(PageQuery), responses(
    (status = OK, body = SplitList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    Asked(query): Asked<PageQuery>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let limit = page_size(query.limit)?;
    let after: Option<Uuid> = word("after", "error-after", query.after.as_deref(), &mut wrong);
    accepted(wrong)?;
    let found = hub.splits(visitor.scope(), after.map(SplitId), limit).await?;
    let full = i64::try_from(found.len()) == Ok(limit);
    let next = found
        .last()
        .filter(|_| full)
        .map(|(proposal, ..)| proposal.split.id.to_string());
    let items = found
        .iter()
        .map(|(split, provider, reseller)| SplitBody::new(split, provider, reseller))
        .collect();
    Ok(paged(&uri, next.as_deref(), Json(SplitList { items })))
}

/// One agreement or proposal.
#[utoipa::path(get, path = "/splits/{split}", tag = "splits", params(("split" = String, Path)), responses(
    (status = OK, body = SplitBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    shown(&hub, &visitor, &id).await
}

/// A new agreement with one of your resellers or providers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSplitBody {
    /// The reseller's handle, where you are its provider.
    reseller: Option<String>,
    /// The provider's handle, where you are its reseller. Give one of the two.
    provider: Option<String>,
    /// First day it holds, such as `2026-01-01`.
    #[schema(format = Date)]
    from: String,
    /// Last day it holds; left out until it is replaced.
    #[schema(format = Date)]
    until: Option<String>,
    #[serde(default)]
    provider_meets_customers: bool,
    /// Topic to `reseller`, `reseller-then-provider` or `provider`; topics that are left out stay not agreed.
    shares: BTreeMap<String, String>,
}

/// Propose an agreement to a reseller or provider of yours. It counts once they accept it, and then replaces the agreement
/// before it from its first day on. A proposal that waits between you is replaced by this one.
#[utoipa::path(post, path = "/splits", tag = "splits", request_body = NewSplitBody, responses(
    (status = CREATED, body = SplitBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn propose(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Body(body): Body<NewSplitBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let from: Option<Date> = word("from", "error-date", Some(&body.from), &mut wrong);
    let until = word("until", "error-date", body.until.as_deref(), &mut wrong);
    let mut shares = BTreeMap::new();
    for (topic, share) in &body.shares {
        let share: Option<Share> = word(&format!("shares.{topic}"), "error-share", Some(share), &mut wrong);
        shares.extend(share.map(|share| (topic.clone(), share)));
    }
    let with = match (body.reseller, body.provider) {
        (Some(reseller), None) => Some(Counterpart::Reseller(reseller)),
        (None, Some(provider)) => Some(Counterpart::Provider(provider)),
        _ => {
            wrong.push(Field::new("reseller", "error-split-with"));
            None
        }
    };
    let (Some(from), Some(with), true) = (from, with, wrong.is_empty()) else {
        return Err(HubError::Invalid(wrong).into());
    };
    let new = NewSplit {
        with,
        from,
        until,
        provider_meets_customers: body.provider_meets_customers,
        shares,
    };
    let proposal = hub.propose_split(visitor.scope(), new).await?;
    let shown = shown(&hub, &visitor, &proposal.split.id.to_string()).await?;
    Ok((StatusCode::CREATED, shown).into_response())
}

/// An answer to a proposal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SplitAnswerBody {
    accept: bool,
}

/// Accept or decline what the other side proposes.
#[utoipa::path(put, path = "/splits/{split}/answer", tag = "splits", params(("split" = String, Path)),
    request_body = SplitAnswerBody, responses(
    (status = OK, body = SplitBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn answer(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
    Body(body): Body<SplitAnswerBody>,
) -> Result<Response, Failure> {
    hub.answer_split(visitor.scope(), &id, body.accept).await?;
    shown(&hub, &visitor, &id).await
}

/// Take back a proposal of yours that waits for an answer.
#[utoipa::path(delete, path = "/splits/{split}", tag = "splits", params(("split" = String, Path)), responses(
    (status = OK, body = SplitBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn withdraw(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    hub.withdraw_split(visitor.scope(), &id).await?;
    shown(&hub, &visitor, &id).await
}

async fn shown(hub: &Hub, visitor: &SignedIn, id: &str) -> Result<Response, Failure> {
    let (proposal, provider, reseller) = hub.split(visitor.scope(), id).await?;
    Ok(Json(SplitBody::new(&proposal, &provider, &reseller)).into_response())
}

/// What your organisation does with customers' technical questions.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChoicesBody {
    /// `send-on` or `coordinate`; null where nothing is chosen.
    usual: Option<&'static str>,
    /// By offer, as its handle, where it differs.
    offers: BTreeMap<String, &'static str>,
}

impl From<&Choices> for ChoicesBody {
    fn from(choices: &Choices) -> Self {
        ChoicesBody {
            usual: choices.usual.map(TechnicalChoice::as_str),
            offers: choices
                .by_offer
                .iter()
                .map(|(offer, choice)| (offer.handle.clone(), choice.as_str()))
                .collect(),
        }
    }
}

/// What your organisation chose for technical questions.
#[utoipa::path(get, path = "/technical-choices", tag = "splits", responses(
    (status = OK, body = ChoicesBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn choices(State(hub): State<Hub>, visitor: SignedIn) -> Result<Response, Failure> {
    let choices = hub.technical_choices(visitor.scope()).await?;
    Ok(Json(ChoicesBody::from(&choices)).into_response())
}

/// A choice for all offers, or for one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceBody {
    /// `publisher/offer`; left out for all offers that have no choice of their own.
    offer: Option<String>,
    /// `send-on` or `coordinate`; null takes the choice back.
    choice: Option<String>,
}

/// Choose whether customers' technical questions go on to the publisher or are coordinated by you.
#[utoipa::path(put, path = "/technical-choices", tag = "splits", request_body = ChoiceBody, responses(
    (status = OK, body = ChoicesBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn choose(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Body(body): Body<ChoiceBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let choice = word("choice", "error-choice", body.choice.as_deref(), &mut wrong);
    accepted(wrong)?;
    hub.choose_technical(visitor.scope(), body.offer, choice).await?;
    let choices = hub.technical_choices(visitor.scope()).await?;
    Ok(Json(ChoicesBody::from(&choices)).into_response())
}
