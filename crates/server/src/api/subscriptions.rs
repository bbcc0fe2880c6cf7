//! Subscriptions and who supports them.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use firstline_domain::id::SubscriptionId;
use firstline_domain::party::PartyKind;
use firstline_hub::Hub;
use firstline_hub::store::invoice_line::Charge;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::body::SubscriptionBody;
use super::input::{Asked, Body, IfMatch, accepted, page_size, paged, tagged, word};
use crate::failure::{Failure, Problem};
use crate::{Reader, SignedIn};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// Only of this offer, as `publisher/offer`.
    offer: Option<String>,
    /// Only of this customer, by its handle.
    customer: Option<String>,
    /// From the `next` link of the page before.
    after: Option<String>,
    /// 1 to 100.
    limit: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SubscriptionList<'a> {
    items: Vec<SubscriptionBody<'a>>,
}

/// The subscriptions that you sold, resell, use or publish the offer of.
#[utoipa::path(get, path = "/subscriptions", tag = "subscriptions", params(ListQuery), responses(
    (status = OK, body = SubscriptionList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    State(hub): State<Hub>,
    uri: Uri,
    visitor: SignedIn,
    reader: Reader,
    Asked(query): Asked<ListQuery>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let limit = page_size(query.limit)?;
    let after: Option<Uuid> = word("after", "error-after", query.after.as_deref(), &mut wrong);
    accepted(wrong)?;
    let scope = visitor.scope();
    let offer = match &query.offer {
        Some(reference) => Some(hub.offer_without_contacts(scope, reference).await?.offer.id),
        None => None,
    };
    let customer = match &query.customer {
        Some(handle) => Some(hub.organisation_without_desk(scope, handle).await?.id),
        None => None,
    };
    let found = hub
        .subscriptions(scope, offer, customer, after.map(SubscriptionId), limit)
        .await?;
    let full = i64::try_from(found.len()) == Ok(limit);
    let next = found
        .last()
        .filter(|_| full)
        .map(|last| last.subscription.id.to_string());
    let items = found
        .iter()
        .map(|sold| SubscriptionBody::new(sold, reader.lang))
        .collect();
    Ok(paged(&uri, next.as_deref(), Json(SubscriptionList { items })))
}

/// One subscription.
#[utoipa::path(get, path = "/subscriptions/{subscription}", tag = "subscriptions",
    params(("subscription" = String, Path)), responses(
    (status = OK, body = SubscriptionBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let sold = hub.subscription(visitor.scope(), &reference).await?;
    Ok(tagged(
        sold.subscription.version,
        Json(SubscriptionBody::new(&sold, reader.lang)).into_response(),
    ))
}

/// A charge, in the words of the operator's reconciliation file.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChargeBody {
    /// Null where it is not invoiced yet.
    invoice: Option<String>,
    charge_type: Option<String>,
    /// First and last day of what is charged.
    from: Option<String>,
    until: Option<String>,
    quantity: Option<String>,
    subtotal: Option<String>,
    tax: Option<String>,
    total: Option<String>,
    currency: Option<String>,
}

impl From<Charge> for ChargeBody {
    fn from(charge: Charge) -> Self {
        ChargeBody {
            invoice: (!charge.invoice.is_empty()).then_some(charge.invoice),
            charge_type: charge.charge_type,
            from: charge.from,
            until: charge.until,
            quantity: charge.quantity,
            subtotal: charge.subtotal,
            tax: charge.tax,
            total: charge.total,
            currency: charge.currency,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ChargeList {
    items: Vec<ChargeBody>,
}

/// What was charged for a subscription that you sold, the newest hundred.
#[utoipa::path(get, path = "/subscriptions/{subscription}/charges", tag = "subscriptions",
    params(("subscription" = String, Path)), responses(
    (status = OK, body = ChargeList),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn charges(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let charges = hub.charges(visitor.scope(), &reference).await?;
    let items = charges.into_iter().map(ChargeBody::from).collect();
    Ok(Json(ChargeList { items }).into_response())
}

fn supporters() -> utoipa::openapi::schema::Object {
    utoipa::openapi::schema::ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::Type::String)
        .enum_values(Some([PartyKind::Provider.as_str(), PartyKind::Reseller.as_str()]))
        .build()
}

/// Who supports a subscription.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SupportContactBody {
    /// A reseller must have a relation with both the provider and the customer.
    #[schema(schema_with = supporters)]
    support_contact: String,
}

/// Set who supports a subscription that you sold through a reseller.
#[utoipa::path(put, path = "/subscriptions/{subscription}/support-contact", tag = "subscriptions",
    request_body = SupportContactBody,
    params(("subscription" = String, Path),
        ("if-match" = String, Header, description = "The version the change was made on")), responses(
    (status = OK, body = SubscriptionBody, headers(("etag" = String))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn set_support_contact(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Path(reference): Path<String>,
    tag: IfMatch,
    Body(body): Body<SupportContactBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let contact: Option<PartyKind> = word(
        "support_contact",
        "error-support-contact-party",
        Some(&body.support_contact),
        &mut wrong,
    );
    accepted(wrong)?;
    let contact = contact.unwrap_or(PartyKind::Provider);
    let sold = hub
        .set_support_contact(visitor.scope(), &reference, tag.version()?, contact)
        .await?;
    Ok(tagged(
        sold.subscription.version,
        Json(SubscriptionBody::new(&sold, reader.lang)).into_response(),
    ))
}
