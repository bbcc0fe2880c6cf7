//! What the API and the command line say in JSON: the same bodies on both.

use std::collections::BTreeMap;

use firstline_domain::decision::{Decision, Station};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Agreement, Contact, ContactKind, Offer, Resource, ServiceTarget, Severity};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::readiness::Finding;
use firstline_domain::split::Split;
use firstline_domain::subscription::Term;
use firstline_hub::ask::Answer;
use firstline_hub::catalogue::Found;
use firstline_hub::offer::OfferPage;
use firstline_hub::subscription::Sold;
use firstline_hub::{Field, Hub};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

use super::input::word;

/// The schema of an enumeration: a string that is one of its words.
fn words(all: impl IntoIterator<Item = &'static str>) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(all))
        .build()
}

/// The same where it may be left out or null.
fn words_or_null(all: impl IntoIterator<Item = &'static str>) -> Object {
    let values = all
        .into_iter()
        .map(|word| Some(word.to_owned()))
        .chain(std::iter::once(None));
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .enum_values(Some(values))
        .build()
}

pub(super) fn optional_party_kinds() -> Object {
    words_or_null(PartyKind::ALL.iter().map(|kind| kind.as_str()))
}

pub(super) fn optional_channels() -> Object {
    words_or_null(Channel::ALL.iter().map(|channel| channel.as_str()))
}

pub(super) fn party_kinds() -> Object {
    words(PartyKind::ALL.iter().map(|kind| kind.as_str()))
}

pub(super) fn channels() -> Object {
    words(Channel::ALL.iter().map(|channel| channel.as_str()))
}

fn contact_kinds() -> Object {
    words_or_null(ContactKind::ALL.iter().map(|kind| kind.as_str()))
}

fn severities() -> Object {
    words(Severity::ALL.iter().map(|severity| severity.as_str()))
}

/// An organisation in the part it plays.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyBody<'a> {
    #[schema(schema_with = party_kinds)]
    pub kind: &'static str,
    /// The organisation's handle; null where it is not known which one plays the part.
    pub organisation: Option<&'a str>,
    pub name: Option<&'a str>,
}

/// A party on the way of a question.
#[derive(Debug, Serialize, ToSchema)]
pub struct StationBody<'a> {
    #[serde(flatten)]
    pub party: PartyBody<'a>,
    /// How the party before it reaches it, where the asker may see that.
    pub contact: Option<ContactBody<'a>>,
    /// False where it is not agreed that the question comes here.
    pub agreed: bool,
}

impl<'a> StationBody<'a> {
    fn new(station: &Station<'a>) -> Self {
        StationBody {
            party: party(station),
            contact: station
                .contact
                .map(|contact| ContactBody::new(station.kind, contact)),
            agreed: station.agreed,
        }
    }
}

/// How to reach somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactBody<'a> {
    /// Whose contact it is.
    #[schema(schema_with = party_kinds)]
    pub party: &'static str,
    /// What an offer's contact is for; null for an organisation's own desk.
    pub kind: Option<&'static str>,
    pub name: Option<&'a str>,
    pub email: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub url: Option<&'a str>,
    /// Such as `Mon-Fri 09:00-18:00 Europe/Istanbul` or `24x7`.
    pub hours: Option<String>,
    /// BCP 47 tags.
    pub languages: &'a [String],
}

impl<'a> ContactBody<'a> {
    pub fn new(party: PartyKind, contact: &'a Contact) -> Self {
        ContactBody {
            party: party.as_str(),
            kind: contact.kind.map(ContactKind::as_str),
            name: contact.name.as_deref(),
            email: contact.email.as_deref(),
            phone: contact.phone.as_deref(),
            url: contact.url.as_deref(),
            hours: contact.hours.as_ref().map(ToString::to_string),
            languages: &contact.languages,
        }
    }
}

/// What is promised for one severity, in minutes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetBody {
    /// A is critical, C minimal.
    #[schema(schema_with = severities)]
    pub severity: String,
    pub first_response_minutes: u32,
    pub update_interval_minutes: Option<u32>,
    pub target_minutes: Option<u32>,
}

impl From<&ServiceTarget> for TargetBody {
    fn from(target: &ServiceTarget) -> Self {
        TargetBody {
            severity: target.severity.as_str().to_owned(),
            first_response_minutes: target.first_response_minutes,
            update_interval_minutes: target.update_interval_minutes,
            target_minutes: target.target_minutes,
        }
    }
}

/// What the responsible party promises, and where that stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceLevelBody<'a> {
    #[schema(schema_with = party_kinds)]
    pub by: &'static str,
    /// `agreement`, `programme` or `desk`.
    pub source: &'static str,
    pub title: Option<&'a str>,
    pub url: Option<&'a str>,
    /// When its times run; null means around the clock or not said.
    pub hours: Option<&'a str>,
    pub targets: Vec<TargetBody>,
    /// For questions where nothing is broken.
    pub otherwise_business_days: Option<u32>,
}

/// A rule that a decision rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClauseBody<'a> {
    pub id: &'a str,
    pub text: &'a str,
    pub lang: &'static str,
}

/// Something that would be needed to answer better, and who must supply it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingBody {
    pub what: &'static str,
    #[schema(schema_with = party_kinds)]
    pub who: &'static str,
}

/// Whose a question is, why, and how to reach them.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionBody<'a> {
    /// Set where the decision was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub programme: &'a str,
    /// The edition of the programme's rules it was made under.
    pub edition: &'a str,
    pub topic: &'a str,
    #[schema(schema_with = channels)]
    pub channel: &'static str,
    /// Whom the asker turns to.
    pub first_contact: PartyBody<'a>,
    /// Who answers for it.
    pub responsible: PartyBody<'a>,
    /// From the asker to the last who acts on it.
    pub path: Vec<StationBody<'a>>,
    /// Where it goes on when the responsible party cannot be reached.
    pub escalation: Vec<StationBody<'a>>,
    /// The contacts that the asker may see, the first contact's first.
    pub contacts: Vec<ContactBody<'a>>,
    pub service_level: Option<ServiceLevelBody<'a>>,
    pub clauses: Vec<ClauseBody<'a>>,
    pub missing: Vec<MissingBody>,
    /// False where the split between provider and reseller leaves it open.
    pub agreed: bool,
    pub decided_at: String,
}

fn party<'a>(station: &Station<'a>) -> PartyBody<'a> {
    PartyBody {
        kind: station.kind.as_str(),
        organisation: station.organisation,
        name: station.name,
    }
}

impl<'a> DecisionBody<'a> {
    /// An answer for a reader.
    pub fn new(hub: &'a Hub, answer: &'a Answer, decision: &'a Decision<'a>, lang: Lang) -> Self {
        let edition = answer.edition(hub);
        let first = decision.first_contact();
        let desk = first.contact.filter(|contact| contact.kind.is_none());
        let mut contacts: Vec<ContactBody<'_>> = desk
            .map(|contact| ContactBody::new(first.kind, contact))
            .into_iter()
            .collect();
        contacts.extend(
            decision
                .contacts
                .iter()
                .map(|contact| ContactBody::new(PartyKind::Publisher, contact)),
        );
        DecisionBody {
            id: answer.id.map(|id| id.to_string()),
            programme: decision.programme,
            edition: decision.edition,
            topic: decision.topic,
            channel: decision.channel.as_str(),
            first_contact: party(first),
            responsible: party(decision.responsible()),
            path: decision.path.iter().map(StationBody::new).collect(),
            escalation: decision.escalation.iter().map(StationBody::new).collect(),
            contacts,
            service_level: decision.service_level.as_ref().map(|level| ServiceLevelBody {
                by: level.by.as_str(),
                source: level.source.as_str(),
                title: level.title,
                url: level.url,
                hours: level.hours.as_deref(),
                targets: level.targets.iter().map(TargetBody::from).collect(),
                otherwise_business_days: level.otherwise_business_days,
            }),
            clauses: decision
                .clauses
                .iter()
                .filter_map(|id| {
                    let texts = edition.clause(id)?;
                    Some(ClauseBody {
                        id,
                        text: texts.get(lang),
                        lang: lang.tag(),
                    })
                })
                .collect(),
            missing: decision
                .missing
                .iter()
                .map(|missing| MissingBody {
                    what: missing.what.as_str(),
                    who: missing.who.as_str(),
                })
                .collect(),
            agreed: decision.agreed,
            decided_at: answer.decided_at.to_string(),
        }
    }
}

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

/// An offer's page, with what the asker may see of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferBody<'a> {
    pub offer: String,
    pub name: &'a str,
    pub summary: &'a str,
    pub description: &'a str,
    pub lang: &'a str,
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
    pub fn new(page: &'a OfferPage, lang: Lang) -> Self {
        let OfferPage { offer, publisher, .. } = page;
        let listing = offer.listing(lang);
        OfferBody {
            offer: format!("{}/{}", publisher.handle, offer.handle),
            name: offer.name(lang),
            summary: listing.map_or("", |(_, listing)| &listing.summary),
            description: listing.map_or("", |(_, listing)| &listing.description),
            lang: listing.map_or("en", |(tag, _)| tag),
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
            hidden_by_role: page.hidden_by_role,
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

/// An organisation and how it is reached for support.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationBody<'a> {
    pub organisation: &'a str,
    pub name: &'a str,
    pub kinds: Vec<&'static str>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'a str>,
    pub desk: Option<ContactBody<'a>>,
    pub promises: Vec<TargetBody>,
    /// What its support costs, in its own words.
    pub price: Option<&'a str>,
    /// Nobody answers for it any more.
    pub orphaned: bool,
    pub version: i64,
}

impl<'a> From<&'a Organisation> for OrganisationBody<'a> {
    fn from(organisation: &'a Organisation) -> Self {
        let kind = organisation.kinds.first().copied().unwrap_or(PartyKind::Customer);
        OrganisationBody {
            organisation: &organisation.handle,
            name: &organisation.name,
            kinds: organisation.kinds.iter().map(|kind| kind.as_str()).collect(),
            country: organisation.country.as_deref(),
            desk: organisation
                .desk
                .is_reachable()
                .then(|| ContactBody::new(kind, &organisation.desk)),
            promises: organisation.promises.iter().map(TargetBody::from).collect(),
            price: organisation.price.as_deref(),
            orphaned: organisation.orphaned,
            version: organisation.version,
        }
    }
}

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

/// What a provider and a reseller agreed on.
#[derive(Debug, Serialize, ToSchema)]
pub struct SplitBody<'a> {
    pub split: String,
    pub provider: &'a str,
    pub provider_name: &'a str,
    pub reseller: &'a str,
    pub reseller_name: &'a str,
    /// First day it holds.
    pub from: String,
    /// Last day it holds; null until it is replaced.
    pub until: Option<String>,
    /// Whether the provider deals with the reseller's customers itself.
    pub provider_meets_customers: bool,
    /// Topic to `reseller`, `reseller-then-provider` or `provider`; a topic that is not here is not agreed.
    pub shares: BTreeMap<&'a str, &'static str>,
}

impl<'a> SplitBody<'a> {
    pub fn new(split: &'a Split, provider: &'a Organisation, reseller: &'a Organisation) -> Self {
        SplitBody {
            split: split.id.to_string(),
            provider: &provider.handle,
            provider_name: &provider.name,
            reseller: &reseller.handle,
            reseller_name: &reseller.name,
            from: split.from.to_string(),
            until: split.until.map(|until| until.to_string()),
            provider_meets_customers: split.provider_meets_customers,
            shares: split
                .shares
                .iter()
                .map(|(topic, share)| (topic.as_str(), share.as_str()))
                .collect(),
        }
    }
}

/// A contact as it is written.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactInput {
    /// What it is for; left out for an organisation's own desk.
    #[schema(schema_with = contact_kinds)]
    pub kind: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub url: Option<String>,
    /// Such as `Mon-Fri 09:00-18:00 Europe/Istanbul` or `24x7`.
    pub hours: Option<String>,
    #[serde(default)]
    pub languages: Vec<String>,
}

impl ContactInput {
    /// The contact, or what of it cannot be accepted, at `place`.
    pub fn read(self, place: &str, wrong: &mut Vec<Field>) -> Contact {
        let filled = |value: Option<String>| {
            value
                .map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty())
        };
        Contact {
            kind: word(
                &format!("{place}.kind"),
                "error-contact-kind",
                self.kind.as_deref(),
                wrong,
            ),
            name: filled(self.name),
            email: filled(self.email),
            phone: filled(self.phone),
            url: filled(self.url),
            hours: word(
                &format!("{place}.hours"),
                "error-hours",
                filled(self.hours).as_deref(),
                wrong,
            ),
            languages: self.languages,
        }
    }
}

/// The targets as they were written, or what of them cannot be accepted.
pub fn read_targets(targets: &[TargetBody], place: &str, wrong: &mut Vec<Field>) -> Vec<ServiceTarget> {
    targets
        .iter()
        .enumerate()
        .filter_map(|(index, target)| {
            let name = format!("{place}.{index}.severity");
            let severity = word(&name, "error-severity", Some(target.severity.as_str()), wrong)?;
            Some(ServiceTarget {
                severity,
                first_response_minutes: target.first_response_minutes,
                update_interval_minutes: target.update_interval_minutes,
                target_minutes: target.target_minutes,
            })
        })
        .collect()
}
