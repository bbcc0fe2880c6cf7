//! An offer, in a list and on its own page.

use std::borrow::Cow;

use firstline_domain::lang::Lang;
use firstline_domain::offer::{Agreement, ContactKind, Offer, Resource};
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::Finding;
use firstline_domain::reading::{Machine, Reading, Text};
use firstline_domain::subscription::Term;
use firstline_hub::catalogue::Found;
use firstline_hub::offer::OfferPage;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ContactBody, PartyBody, TargetBody};

/// An offer in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferLine<'a> {
    /// `publisher/offer`: names the offer wherever one is asked for.
    pub offer: String,
    pub name: &'a str,
    pub summary: &'a str,
    /// The language that name and summary are in.
    pub lang: &'a str,
    pub publisher: &'a str,
    pub publisher_name: &'a str,
    pub kind: &'a str,
    pub state: &'static str,
    pub categories: Vec<&'a str>,
    /// ISO 3166-1 alpha-2; empty means every market.
    pub markets: &'a [String],
    pub readiness: &'static str,
    /// Why your organisation cannot buy it; empty where it can, or does not buy.
    pub unavailable: Vec<&'static str>,
}

impl<'a> OfferLine<'a> {
    pub fn new(found: &'a Found, lang: Lang) -> Self {
        let entry = &found.entry;
        let (name, summary, tag) = entry.text(lang);
        OfferLine {
            offer: format!("{}/{}", entry.publisher_handle, entry.handle),
            name,
            summary,
            lang: tag,
            publisher: &entry.publisher_handle,
            publisher_name: &entry.publisher_name,
            kind: &entry.kind,
            state: entry.state.as_str(),
            categories: entry.categories.iter().map(|category| &**category).collect(),
            markets: &entry.markets,
            readiness: entry.readiness.as_str(),
            unavailable: found.unavailable.iter().map(|reason| reason.as_str()).collect(),
        }
    }
}

/// What was found, and how many there are.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferList<'a> {
    pub total: usize,
    pub items: Vec<OfferLine<'a>>,
}

/// A document, page or file that comes with an offer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResourceBody {
    pub kind: String,
    /// The language it is in: en, tr, ko or es.
    pub lang: Option<String>,
    pub title: String,
    pub url: String,
}

impl From<&Resource> for ResourceBody {
    fn from(resource: &Resource) -> Self {
        ResourceBody {
            kind: resource.kind.as_str().to_owned(),
            lang: resource.lang.map(|lang| lang.tag().to_owned()),
            title: resource.title.clone(),
            url: resource.url.clone(),
        }
    }
}

/// The customer agreement of an offer.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgreementBody {
    pub title: String,
    pub url: Option<String>,
    /// When its times run; null means around the clock.
    pub hours: Option<String>,
    pub targets: Vec<TargetBody>,
}

impl From<&Agreement> for AgreementBody {
    fn from(agreement: &Agreement) -> Self {
        AgreementBody {
            title: agreement.title.clone(),
            url: agreement.url.clone(),
            hours: agreement.hours.as_ref().map(ToString::to_string),
            targets: agreement.targets.iter().map(TargetBody::from).collect(),
        }
    }
}

/// Something missing or doubtful in how a publisher can be reached.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingBody<'a> {
    pub problem: &'static str,
    pub weight: &'static str,
    pub contact: Option<&'static str>,
    pub value: Option<&'a str>,
}

impl<'a> From<&'a Finding> for FindingBody<'a> {
    fn from(finding: &'a Finding) -> Self {
        FindingBody {
            problem: finding.problem.as_str(),
            weight: finding.problem.weight().as_str(),
            contact: finding.contact.map(ContactKind::as_str),
            value: finding.value.as_deref(),
        }
    }
}

/// A way to buy an offer.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanBody<'a> {
    pub plan: &'a str,
    pub name: &'a str,
    pub term: Option<&'static str>,
    pub price_minor: Option<i64>,
    pub currency: Option<&'a str>,
}

/// A machine that translated something.
#[derive(Debug, Serialize, ToSchema)]
pub struct MachineBody<'a> {
    /// The BCP 47 tag of the language that it was written in.
    pub from: &'a str,
    /// The host of the service.
    pub by: &'a str,
    pub at: String,
}

impl<'a> From<&'a Machine> for MachineBody<'a> {
    fn from(machine: &'a Machine) -> Self {
        MachineBody {
            from: &machine.from,
            by: &machine.by,
            at: machine.at.to_string(),
        }
    }
}

/// An offer's page, with what the asker may see of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferBody<'a> {
    pub offer: String,
    /// As its publisher gave it: names are not translated.
    pub name: &'a str,
    pub summary: &'a str,
    pub description: Cow<'a, str>,
    /// The language that summary and description are in.
    pub lang: &'a str,
    /// Who put them into it, where a machine did; null where its publisher wrote them so.
    pub machine_translated: Option<MachineBody<'a>>,
    pub publisher: PartyBody<'a>,
    pub kind: &'a str,
    pub state: &'static str,
    /// To whom it is open for resale: `all`, `selected` or `none`.
    pub opt_in: &'static str,
    pub supported_by: &'static str,
    pub categories: &'a [String],
    pub markets: &'a [String],
    pub plans: Vec<PlanBody<'a>>,
    pub contacts: Vec<ContactBody<'a>>,
    pub resources: Vec<ResourceBody>,
    pub agreement: Option<AgreementBody>,
    pub unavailable: Vec<&'static str>,
    /// There are contacts that your role does not show.
    pub hidden_by_role: bool,
    /// For its publisher and the operator: what is missing or doubtful.
    pub findings: Vec<FindingBody<'a>>,
    pub version: i64,
}

impl<'a> OfferBody<'a> {
    pub fn new(page: &'a OfferPage, reading: &'a Reading, lang: Lang) -> Self {
        let OfferPage { offer, publisher, .. } = page;
        let listing = reading.listing.as_ref();
        let machine = listing.and_then(Text::machine);
        let written = offer.listing(lang).map(|(_, listing)| &*listing.description);
        OfferBody {
            offer: format!("{}/{}", publisher.handle, offer.handle),
            name: offer.name(lang),
            summary: listing.map_or("", |listing| &listing.text.summary),
            description: match (machine, listing) {
                (Some(_), Some(listing)) => listing.text.description().into(),
                _ => written.unwrap_or_default().into(),
            },
            lang: listing.map_or("en", |listing| &listing.lang),
            machine_translated: machine.map(MachineBody::from),
            publisher: PartyBody {
                kind: PartyKind::Publisher.as_str(),
                organisation: Some(&publisher.handle),
                name: Some(&publisher.name),
            },
            kind: &offer.kind,
            state: offer.state.as_str(),
            opt_in: offer.opt_in.as_str(),
            supported_by: offer.supported_by.as_str(),
            categories: &offer.categories,
            markets: &offer.markets,
            plans: plans(offer),
            contacts: offer
                .contacts
                .iter()
                .map(|contact| ContactBody::new(PartyKind::Publisher, contact))
                .collect(),
            resources: offer.resources.iter().map(ResourceBody::from).collect(),
            agreement: offer.agreement.as_ref().map(AgreementBody::from),
            unavailable: page.unavailable.iter().map(|reason| reason.as_str()).collect(),
            hidden_by_role: !page.shown_to.is_empty(),
            findings: page.findings.iter().map(FindingBody::from).collect(),
            version: offer.version,
        }
    }
}

fn plans(offer: &Offer) -> Vec<PlanBody<'_>> {
    offer
        .plans
        .iter()
        .map(|plan| PlanBody {
            plan: &plan.handle,
            name: &plan.name,
            term: plan.term.map(Term::as_str),
            price_minor: plan.price_minor,
            currency: plan.currency.as_deref(),
        })
        .collect()
}
