//! A publisher's offer: what it is, who may buy it, how its publisher is reached and what it promises.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::hours::SupportHours;
use crate::id::{OfferId, OrganisationId};
use crate::lang::Lang;
use crate::party::PartyKind;
use crate::readiness::{Finding, findings};
use crate::subscription::Term;
use crate::wire::wire_enum;

wire_enum! {
    /// To whom a publisher opened an offer for resale.
    pub enum OptIn("opt-in") {
        /// Any partner of the programme may buy it.
        All = "all",
        /// Everyone sees it, only the authorised may buy it (an *exclusive* offer).
        Selected = "selected",
        /// Not open for resale.
        None = "none",
    }
}

wire_enum! {
    /// Where an offer stands in its life.
    pub enum OfferState("offer state") {
        Draft = "draft",
        Live = "live",
        /// Sales have stopped; existing subscriptions go on.
        StopSell = "stop-sell",
        Withdrawn = "withdrawn",
    }
}

wire_enum! {
    /// Who supports the product itself.
    pub enum SupportedBy("supporter") {
        Publisher = "publisher",
        /// The operator's own product: not a third-party one, so outside a programme that covers only those.
        Operator = "operator",
        /// Kept by its users; nobody promises an answer.
        Community = "community",
    }
}

wire_enum! {
    /// What a contact of an offer is for.
    pub enum ContactKind("contact kind") {
        CustomerSupport = "customer-support",
        /// The publisher's contact for partners of the programme.
        Programme = "programme",
        Engineering = "engineering",
    }
}

impl ContactKind {
    /// Whether a party of this kind may see such a contact: the programme and engineering contacts are for
    /// partners, never for a customer.
    pub const fn visible_to(self, asker: PartyKind) -> bool {
        matches!(self, ContactKind::CustomerSupport) || !matches!(asker, PartyKind::Customer)
    }
}

wire_enum! {
    /// What a resource of an offer is.
    pub enum ResourceKind("resource kind") {
        Documentation = "documentation",
        Training = "training",
        SalesCollateral = "sales-collateral",
        ProgrammeMarketing = "programme-marketing",
        GettingStarted = "getting-started",
        Privacy = "privacy",
        Terms = "terms",
        Other = "other",
    }
}

impl ResourceKind {
    /// Whether a party of this kind may see such a resource: what helps to sell is for sellers.
    pub const fn visible_to(self, asker: PartyKind) -> bool {
        !matches!(
            self,
            ResourceKind::SalesCollateral | ResourceKind::ProgrammeMarketing
        ) || !matches!(asker, PartyKind::Customer)
    }
}

/// How to reach somebody: of an offer's publisher, or an organisation's support desk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// What an offer's contact is for; absent for an organisation's own support desk.
    pub kind: Option<ContactKind>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub url: Option<String>,
    pub hours: Option<SupportHours>,
    /// BCP 47 tags of the languages spoken there.
    pub languages: Vec<String>,
}

impl Contact {
    /// Whether it gives any way to reach somebody at all.
    pub fn is_reachable(&self) -> bool {
        self.email.is_some() || self.phone.is_some() || self.url.is_some()
    }
}

/// A document, page or file that a publisher gives with its offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    pub kind: ResourceKind,
    /// The language it is written in; absent when it is not said.
    pub lang: Option<Lang>,
    pub title: String,
    pub url: String,
}

wire_enum! {
    /// How bad it is, in the words of the programmes: A is critical.
    pub enum Severity("severity") {
        A = "A",
        B = "B",
        C = "C",
    }
}

/// What is promised for one severity. All times are in minutes of the promise's hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceTarget {
    pub severity: Severity,
    pub first_response_minutes: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update_interval_minutes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_minutes: Option<u32>,
}

/// The Third-Party Customer Agreement of an offer, as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    pub title: String,
    pub url: Option<String>,
    /// When its times run; absent means around the clock.
    pub hours: Option<SupportHours>,
    pub targets: Vec<ServiceTarget>,
}

/// What an offer is, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Listing {
    pub title: String,
    pub summary: String,
    /// Plain text; paragraphs are separated by empty lines.
    pub description: String,
}

/// A way to buy an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The publisher's id of it.
    pub handle: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// What it costs, in minor units of the currency, per unit and term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_minor: Option<i64>,
    /// ISO 4217.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// An offer as its publisher keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub id: OfferId,
    pub publisher: OrganisationId,
    /// Its name in URLs, unique among its publisher's.
    pub handle: String,
    /// The programme's id of the kind of product.
    pub kind: String,
    pub state: OfferState,
    pub opt_in: OptIn,
    pub supported_by: SupportedBy,
    pub categories: Vec<String>,
    /// ISO 3166-1 alpha-2; empty means every market.
    pub markets: Vec<String>,
    /// By BCP 47 tag.
    pub listings: BTreeMap<String, Listing>,
    pub plans: Vec<Plan>,
    pub contacts: Vec<Contact>,
    pub resources: Vec<Resource>,
    pub agreement: Option<Agreement>,
    /// Counts its changes.
    pub version: i64,
}

impl Offer {
    /// The listing for a reader: in the reader's language, else in English, else the first there is; with its language.
    pub fn listing(&self, lang: Lang) -> Option<(&str, &Listing)> {
        let speaks = |lang: Lang| self.listings.iter().find(|(tag, _)| tag.parse() == Ok(lang));
        speaks(lang)
            .or_else(|| speaks(Lang::En))
            .or_else(|| self.listings.iter().next())
            .map(|(tag, listing)| (tag.as_str(), listing))
    }

    /// Its name for a reader; the handle where it has no listing.
    pub fn name(&self, lang: Lang) -> &str {
        self.listing(lang)
            .map_or(&self.handle, |(_, listing)| &listing.title)
    }

    pub fn contact(&self, kind: ContactKind) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.kind == Some(kind))
    }

    /// What is missing or doubtful in how it can be reached.
    pub fn findings(&self) -> Vec<Finding> {
        findings(&self.contacts, &self.resources, self.agreement.is_some())
    }
}

/// Why an offer cannot be found or bought by a seller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unavailable {
    /// The publisher has not opened it for resale.
    NotOptedIn,
    /// Only authorised partners may buy it, and this one is not.
    Exclusive,
    /// Its kind cannot be bought through this channel.
    Kind,
    /// It is not sold in the customer's market.
    Market,
    /// Sales have stopped or it was withdrawn.
    NotSold,
}

impl Unavailable {
    pub const ALL: [Unavailable; 5] = [
        Unavailable::NotOptedIn,
        Unavailable::Exclusive,
        Unavailable::Kind,
        Unavailable::Market,
        Unavailable::NotSold,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Unavailable::NotOptedIn => "not-opted-in",
            Unavailable::Exclusive => "exclusive",
            Unavailable::Kind => "kind",
            Unavailable::Market => "market",
            Unavailable::NotSold => "not-sold",
        }
    }
}

/// The facts that decide whether a seller can buy an offer for a market.
#[derive(Debug, Clone, Copy)]
pub struct Sale<'a> {
    pub state: OfferState,
    pub opt_in: OptIn,
    /// Whether the publisher authorised this seller for an exclusive offer.
    pub authorised: bool,
    /// Whether offers of this kind can be bought by sellers at all.
    pub kind_is_resold: bool,
    /// Markets (ISO 3166-1 alpha-2) it is sold in; empty means all.
    pub markets: &'a [String],
    /// The market asked about; absent asks about none in particular.
    pub market: Option<&'a str>,
}

/// Every reason why a seller cannot buy the offer; none means it can.
pub fn unavailable(sale: Sale<'_>) -> Vec<Unavailable> {
    let mut reasons = Vec::new();
    if matches!(
        sale.state,
        OfferState::StopSell | OfferState::Withdrawn | OfferState::Draft
    ) {
        reasons.push(Unavailable::NotSold);
    }
    match sale.opt_in {
        OptIn::None => reasons.push(Unavailable::NotOptedIn),
        OptIn::Selected if !sale.authorised => reasons.push(Unavailable::Exclusive),
        OptIn::Selected | OptIn::All => {}
    }
    if !sale.kind_is_resold {
        reasons.push(Unavailable::Kind);
    }
    if let Some(market) = sale.market
        && !sale.markets.is_empty()
        && !sale.markets.iter().any(|covered| covered == market)
    {
        reasons.push(Unavailable::Market);
    }
    reasons
}

/// What a decision needs to know of an offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfferFacts {
    pub id: OfferId,
    pub name: String,
    /// The programme's id for the kind of product, such as `saas-licence`.
    pub kind: String,
    pub supported_by: SupportedBy,
    /// Nobody answers for the publisher any more.
    pub orphaned: bool,
    pub contacts: Vec<Contact>,
    pub agreement: Option<Agreement>,
}
