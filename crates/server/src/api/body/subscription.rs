//! A subscription and its parties.

use firstline_domain::lang::Lang;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind};
use firstline_hub::subscription::Sold;
use serde::Serialize;
use utoipa::ToSchema;

use super::{PartyBody, channels};

/// A subscription and the organisations that have a part in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubscriptionBody<'a> {
    /// What the operator's system calls it.
    pub subscription: &'a str,
    pub offer: String,
    pub offer_name: &'a str,
    pub plan: Option<&'a str>,
    #[schema(schema_with = channels)]
    pub channel: &'static str,
    pub state: &'static str,
    pub customer: PartyBody<'a>,
    pub seller: PartyBody<'a>,
    pub reseller: Option<PartyBody<'a>>,
    pub publisher: PartyBody<'a>,
    /// `provider` or `reseller` where somebody set it; null stands for the default, the provider.
    pub support_contact: Option<&'static str>,
    pub quantity: Option<i64>,
    pub term: &'static str,
    pub purchased_at: Option<String>,
    pub renewed_at: Option<String>,
    pub version: i64,
}

impl<'a> SubscriptionBody<'a> {
    pub fn new(sold: &'a Sold, lang: Lang) -> Self {
        let subscription = &sold.subscription;
        let party = |kind: PartyKind, organisation: &'a Organisation| PartyBody {
            kind: kind.as_str(),
            organisation: Some(&organisation.handle),
            name: Some(&organisation.name),
        };
        let seller = match subscription.channel {
            Channel::Direct => PartyKind::Operator,
            Channel::DirectBill => PartyKind::Partner,
            Channel::Indirect => PartyKind::Provider,
        };
        SubscriptionBody {
            subscription: &subscription.handle,
            offer: format!("{}/{}", sold.publisher.handle, sold.offer.handle),
            offer_name: sold.offer.name(lang),
            plan: subscription.plan.as_deref(),
            channel: subscription.channel.as_str(),
            state: subscription.state.as_str(),
            customer: party(PartyKind::Customer, &sold.customer),
            seller: party(seller, &sold.seller),
            reseller: sold
                .reseller
                .as_ref()
                .map(|reseller| party(PartyKind::Reseller, reseller)),
            publisher: party(PartyKind::Publisher, &sold.publisher),
            support_contact: subscription.support_contact.map(PartyKind::as_str),
            quantity: subscription.quantity,
            term: subscription.term.as_str(),
            purchased_at: subscription.purchased_at.map(|at| at.to_string()),
            renewed_at: subscription.renewed_at.map(|at| at.to_string()),
            version: subscription.version,
        }
    }
}
