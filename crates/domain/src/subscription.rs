//! A customer's subscription to an offer: the state it is in and the window in which it can be given back.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::id::{OfferId, OrganisationId, SubscriptionId};
use crate::party::{Channel, PartyKind};
use crate::wire::wire_enum;

wire_enum! {
    /// Where a subscription stands.
    pub enum SubscriptionState("subscription state") {
        Active = "active",
        Trial = "trial",
        /// Unpaid or stopped; its data is kept for a while.
        Suspended = "suspended",
        Cancelled = "cancelled",
        /// Bought, but its activation at the publisher is unfinished.
        ActionNeeded = "action-needed",
    }
}

wire_enum! {
    /// How often a subscription renews.
    pub enum Term("term") {
        Monthly = "monthly",
        Annual = "annual",
        /// Charged by use, without a term.
        Metered = "metered",
    }
}

wire_enum! {
    /// Whether a purchase can still be given back by right.
    pub enum RefundWindow("refund window") {
        Within = "within",
        /// The window is over, or the charge never had one: the publisher decides.
        After = "after",
        /// It is not known when it was bought or renewed.
        Unknown = "unknown",
    }
}

/// A subscription as its seller keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    pub id: SubscriptionId,
    /// What the operator's system calls it; unique among its seller's.
    pub handle: String,
    /// The partner of record: partner or provider, and the operator where the customer bought directly.
    pub seller: OrganisationId,
    pub customer: OrganisationId,
    pub reseller: Option<OrganisationId>,
    pub publisher: OrganisationId,
    pub offer: OfferId,
    pub plan: Option<String>,
    pub channel: Channel,
    /// Reseller or provider, where somebody set one; otherwise the provider stands by default.
    pub support_contact: Option<PartyKind>,
    pub state: SubscriptionState,
    pub quantity: Option<i64>,
    pub term: Term,
    pub purchased_at: Option<Timestamp>,
    pub renewed_at: Option<Timestamp>,
    /// Counts its changes.
    pub version: i64,
}

/// The hours after purchase or renewal in which a subscription can be given back, by term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundHours {
    pub monthly: u32,
    pub annual: u32,
    /// Zero where metered charges cannot be given back.
    pub metered: u32,
}

/// Whether `now` lies in the window that opened at the last purchase or renewal.
pub fn refund_window(
    hours: RefundHours,
    term: Term,
    bought_or_renewed: Option<Timestamp>,
    now: Timestamp,
) -> RefundWindow {
    let allowed = match term {
        Term::Monthly => hours.monthly,
        Term::Annual => hours.annual,
        Term::Metered => hours.metered,
    };
    match bought_or_renewed {
        _ if allowed == 0 => RefundWindow::After,
        None => RefundWindow::Unknown,
        Some(start) if now.duration_since(start) <= SignedDuration::from_hours(i64::from(allowed)) => {
            RefundWindow::Within
        }
        Some(_) => RefundWindow::After,
    }
}
