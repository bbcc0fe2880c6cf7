//! Whose a question is, why, and how to reach them.
//!
//! [`decide`] is a pure function of recorded [`Facts`] and one edition of a policy: kept with both, a decision can be
//! recomputed at any time and is the same.

use serde::{Deserialize, Serialize};

use crate::offer::{Contact, ContactKind, OfferFacts, ServiceTarget, SupportedBy};
use crate::party::{Channel, Party, PartyKind};
use crate::policy::{EditionRef, Expansion, Line, Topic, Way};
use crate::split::{Share, TechnicalChoice};
use crate::subscription::RefundWindow;
use crate::wire::wire_enum;

/// An organisation that has a part in the question, and the desk at which it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyFacts {
    #[serde(flatten)]
    pub party: Party,
    /// The organisation's own support desk.
    pub desk: Option<Contact>,
    /// What the organisation promises those it serves.
    #[serde(default)]
    pub promises: Vec<ServiceTarget>,
}

/// Everything a decision rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub asker: PartyKind,
    pub channel: Channel,
    pub topic: String,
    pub offer: Option<OfferFacts>,
    /// Whether the offer's kind is deployed in the customer's own cloud subscription.
    pub deployed: bool,
    /// The known parties, at most one of each kind.
    pub parties: Vec<PartyFacts>,
    /// What provider and reseller agreed for this topic; absent where they have not.
    pub share: Option<Share>,
    /// Whether the provider deals with its resellers' customers itself.
    pub provider_meets_customers: bool,
    /// What the seller that takes the topic chose for technical questions; absent where it has not.
    pub choice: Option<TechnicalChoice>,
    /// The seller set as the subscription's support contact; absent where nobody set one.
    pub support_contact: Option<PartyKind>,
    pub refund: RefundWindow,
    /// Whether the question is about a known subscription.
    pub subscription: bool,
    /// Whether the asker is shown the publisher's contacts for sellers (S13).
    pub sees_offer_contacts: bool,
}

impl Facts {
    fn party(&self, kind: PartyKind) -> Option<&PartyFacts> {
        self.parties.iter().find(|facts| facts.party.kind == kind)
    }
}

/// One party on the way of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Station<'f> {
    pub kind: PartyKind,
    pub organisation: Option<&'f str>,
    pub name: Option<&'f str>,
    /// How the party before it on the way reaches it, where the asker may see that.
    pub contact: Option<&'f Contact>,
    /// Whether it is agreed that the question comes here from the station before.
    pub agreed: bool,
}

wire_enum! {
    /// Where a promise of service stands.
    pub enum PromiseSource("promise source") {
        /// In the publisher's agreement with its customers.
        Agreement = "agreement",
        /// In the programme itself.
        Programme = "programme",
        /// The organisation says so of its own desk.
        Desk = "desk",
    }
}

/// What the responsible party promises this asker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceLevel<'f> {
    pub by: PartyKind,
    pub source: PromiseSource,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'f str>,
    /// When its times run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    pub targets: &'f [ServiceTarget],
    /// For questions where nothing is broken, in working days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise_business_days: Option<u32>,
}

wire_enum! {
    /// Something that would be needed to answer well.
    pub enum Lack("lack") {
        /// Provider and reseller have not agreed on this topic.
        Split = "split",
        /// The publisher gives no contact at all that the one who must reach it may use.
        Contact = "contact",
        CustomerSupportContact = "contact.customer-support",
        ProgrammeContact = "contact.programme",
        /// A seller or operator has not said how it is reached.
        Desk = "desk",
        /// No agreement with service levels is on record.
        ServiceLevel = "service-level",
        /// The seller has not chosen what it does with technical questions.
        TechnicalChoice = "technical-choice",
        /// Nobody answers at the publisher; the operator must find somebody.
        PublisherAnswer = "publisher-answer",
        /// The product is kept by its community; nobody promises an answer.
        SupportPromise = "support-promise",
        /// It is not known when it was bought, so whether the refund window is open.
        PurchaseDate = "purchase-date",
        /// Which subscription it is about, so who sold it.
        Subscription = "subscription",
        /// The asker's role does not show the publisher's contacts.
        Role = "role",
    }
}

/// What is missing, and who must supply it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Missing {
    pub what: Lack,
    pub who: PartyKind,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision<'f> {
    pub programme: &'f str,
    pub edition: &'f str,
    pub topic: &'f str,
    pub channel: Channel,
    /// From the asker to the last who acts on it; never empty, and alone where the question is the asker's own.
    pub path: Vec<Station<'f>>,
    /// Where in `path` the responsible party stands.
    #[serde(skip)]
    pub owner: usize,
    /// Where the way goes on when the responsible party cannot be reached.
    pub escalation: Vec<Station<'f>>,
    /// The contacts of the offer that the asker may see, the best for this question first.
    pub contacts: Vec<&'f Contact>,
    pub service_level: Option<ServiceLevel<'f>>,
    pub clauses: Vec<&'f str>,
    pub missing: Vec<Missing>,
    /// False where the split leaves open who takes it.
    pub agreed: bool,
}

impl<'f> Decision<'f> {
    /// Whom the asker turns to: the next station, or the asker itself where the question is its own.
    pub fn first_contact(&self) -> &Station<'f> {
        self.path.get(1).unwrap_or(&self.path[0])
    }

    pub fn responsible(&self) -> &Station<'f> {
        &self.path[self.owner]
    }
}

/// The topic is none of the programme's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the programme has no topic '{0}'")]
pub struct UnknownTopic(pub String);

/// Decides whose a question is.
///
/// # Errors
/// When the topic is none of the programme's. Every other combination has an answer: the policy was checked for it.
pub fn decide<'f>(edition: EditionRef<'f>, facts: &'f Facts) -> Result<Decision<'f>, UnknownTopic> {
    let policy = edition.policy;
    let unknown = || UnknownTopic(facts.topic.clone());
    let (topic_id, topic) = policy.topic.get_key_value(&facts.topic).ok_or_else(unknown)?;
    let first_party = facts
        .offer
        .as_ref()
        .is_some_and(|offer| offer.supported_by == SupportedBy::Operator);
    let way = Way {
        asker: facts.asker,
        channel: facts.channel,
        deployed: facts.deployed,
        first_party,
        choice: effective_choice(facts),
        refund: facts.refund,
    };
    let rule = &policy.rule[edition.rules.find(topic_id, way).ok_or_else(unknown)?];
    let line = Expansion {
        topic,
        asker: facts.asker,
        channel: facts.channel,
        share: facts.share,
        support_contact: facts.support_contact,
    }
    .line(rule);

    let path = stations(facts, &line);
    let publisher_on_path = line.stations.contains(&PartyKind::Publisher);
    let contacts = if facts.asker == PartyKind::Publisher || publisher_on_path {
        visible_contacts(facts)
    } else {
        Vec::new()
    };
    let service_level = service_level(edition, facts, line.stations[line.owner]);
    let missing = missing(facts, &line, topic, service_level.is_some());
    let escalation = escalation(facts, &line);
    let mut clauses: Vec<&str> = rule.clauses.iter().map(String::as_str).collect();
    let when = &policy.clauses_when;
    let mut cite = |holds: bool, ids: &'f [String]| {
        if holds {
            for id in ids {
                if !clauses.contains(&id.as_str()) {
                    clauses.push(id);
                }
            }
        }
    };
    let seller_asks = facts.asker.sells();
    cite(line.shared, &when.shared);
    cite(
        facts.support_contact.is_some() && facts.asker == PartyKind::Customer && line.shared,
        &when.support_contact,
    );
    cite(
        publisher_on_path && seller_asks && facts.sees_offer_contacts,
        &when.publisher_contacts,
    );
    cite(
        missing.iter().any(|missing| missing.what == Lack::Role),
        &when.hidden_by_role,
    );
    cite(!escalation.is_empty(), &when.orphaned);
    cite(
        service_level
            .as_ref()
            .is_some_and(|level| level.source == PromiseSource::Programme),
        &when.response,
    );
    Ok(Decision {
        programme: &policy.programme,
        edition: &edition.edition.id,
        topic: topic_id,
        channel: facts.channel,
        path,
        owner: line.owner,
        escalation,
        contacts,
        service_level,
        clauses,
        missing,
        agreed: !line.open,
    })
}

/// The seller's choice, as far as it can be followed: a customer can be sent on only to a publisher it can reach (S4), and
/// without a choice the seller coordinates (S2).
fn effective_choice(facts: &Facts) -> TechnicalChoice {
    match facts.choice {
        Some(TechnicalChoice::SendOn) if publisher_contact(facts, PartyKind::Customer).is_some() => {
            TechnicalChoice::SendOn
        }
        _ => TechnicalChoice::Coordinate,
    }
}

/// The order in which a publisher's contacts serve somebody: the programme's own first, engineering last.
const fn contact_rank(kind: Option<ContactKind>, topic_is_for_customers: bool) -> u8 {
    match (kind, topic_is_for_customers) {
        (Some(ContactKind::CustomerSupport), true) | (Some(ContactKind::Programme), false) => 0,
        (Some(ContactKind::Programme | ContactKind::CustomerSupport), _) => 1,
        (Some(ContactKind::Engineering), _) => 2,
        (None, _) => 3,
    }
}

/// The best contact of the publisher for a party of this kind.
fn publisher_contact(facts: &Facts, reader: PartyKind) -> Option<&Contact> {
    let offer = facts.offer.as_ref()?;
    offer
        .contacts
        .iter()
        .filter(|contact| contact.is_reachable() && contact.kind.is_none_or(|kind| kind.visible_to(reader)))
        .min_by_key(|contact| contact_rank(contact.kind, reader == PartyKind::Customer))
}

fn visible_contacts(facts: &Facts) -> Vec<&Contact> {
    let Some(offer) = &facts.offer else {
        return Vec::new();
    };
    let mut contacts: Vec<&Contact> = offer
        .contacts
        .iter()
        .filter(|contact| contact.is_reachable() && may_see(facts, contact))
        .collect();
    contacts.sort_by_key(|contact| contact_rank(contact.kind, facts.asker == PartyKind::Customer));
    contacts
}

/// Whether the asker may see a contact of the offer: by its part (customers never see those meant for partners) and by what
/// the edition grants to its roles.
fn may_see(facts: &Facts, contact: &Contact) -> bool {
    let Some(kind) = contact.kind else { return true };
    kind.visible_to(facts.asker) && (facts.sees_offer_contacts || kind == ContactKind::CustomerSupport)
}

fn stations<'f>(facts: &'f Facts, line: &Line) -> Vec<Station<'f>> {
    let mut path = Vec::with_capacity(line.stations.len());
    // Whatever they agree, a customer asks the provider that its subscription names (N7).
    let provider_named =
        facts.asker == PartyKind::Customer && facts.support_contact == Some(PartyKind::Provider);
    let to_provider_open = line.open && !provider_named;
    for (index, &kind) in line.stations.iter().enumerate() {
        let known = facts.party(kind);
        let contact = if index == 0 {
            None
        } else if kind == PartyKind::Publisher {
            publisher_contact(facts, line.stations[index - 1]).filter(|contact| may_see(facts, contact))
        } else if index == 1 || may_see_desk(facts, kind) {
            known.and_then(|facts| facts.desk.as_ref())
        } else {
            None
        };
        path.push(Station {
            kind,
            organisation: known.and_then(|facts| facts.party.organisation.as_deref()),
            name: known.and_then(|facts| facts.party.name.as_deref()),
            contact,
            agreed: !(to_provider_open && index > 0 && kind == PartyKind::Provider),
        });
    }
    path
}

/// Whether the asker may see the desk of a party that is not its next stop: what lies beyond its own seller is not a customer's,
/// except a provider that deals with its resellers' customers; and a reseller reaches the operator only through its provider.
const fn may_see_desk(facts: &Facts, kind: PartyKind) -> bool {
    match facts.asker {
        PartyKind::Customer => match kind {
            PartyKind::Provider => facts.provider_meets_customers,
            PartyKind::Operator => matches!(facts.channel, Channel::Direct),
            _ => false,
        },
        PartyKind::Reseller => !matches!(kind, PartyKind::Operator),
        PartyKind::Provider | PartyKind::Partner | PartyKind::Publisher | PartyKind::Operator => true,
    }
}

fn service_level<'f>(
    edition: EditionRef<'f>,
    facts: &'f Facts,
    responsible: PartyKind,
) -> Option<ServiceLevel<'f>> {
    if responsible == facts.asker {
        return None;
    }
    if responsible == PartyKind::Publisher {
        let agreement = facts
            .offer
            .as_ref()?
            .agreement
            .as_ref()
            .filter(|agreement| !agreement.targets.is_empty())?;
        return Some(ServiceLevel {
            by: responsible,
            source: PromiseSource::Agreement,
            title: Some(&agreement.title),
            url: agreement.url.as_deref(),
            hours: agreement.hours.as_ref().map(ToString::to_string),
            targets: &agreement.targets,
            otherwise_business_days: None,
        });
    }
    let by_programme = edition
        .policy
        .response
        .iter()
        .find(|response| response.by == responsible && response.to.contains(&facts.asker));
    if let Some(response) = by_programme {
        return Some(ServiceLevel {
            by: responsible,
            source: PromiseSource::Programme,
            title: None,
            url: None,
            hours: None,
            targets: &response.targets,
            otherwise_business_days: response.otherwise_business_days,
        });
    }
    let known = facts
        .party(responsible)
        .filter(|known| !known.promises.is_empty())?;
    Some(ServiceLevel {
        by: responsible,
        source: PromiseSource::Desk,
        title: None,
        url: None,
        hours: known
            .desk
            .as_ref()
            .and_then(|desk| desk.hours.as_ref())
            .map(ToString::to_string),
        targets: &known.promises,
        otherwise_business_days: None,
    })
}

fn missing(facts: &Facts, line: &Line, topic: &Topic, promised: bool) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut lacks = |what, who| missing.push(Missing { what, who });
    if line.open {
        lacks(Lack::Split, PartyKind::Provider);
    }
    if let Some(position) = line
        .stations
        .iter()
        .position(|kind| *kind == PartyKind::Publisher)
        && position > 0
        && let Some(offer) = &facts.offer
    {
        let reader = line.stations[position - 1];
        publisher_lacks(facts, offer, reader, &mut lacks);
        if line.owner == position && !promised {
            lacks(Lack::ServiceLevel, PartyKind::Publisher);
        }
    }
    let seller = line.stations.iter().skip(1).find(|kind| kind.sells()).copied();
    if topic.technical
        && facts.choice.is_none()
        && facts.channel != Channel::Direct
        && facts.asker == PartyKind::Customer
    {
        lacks(Lack::TechnicalChoice, seller.unwrap_or(PartyKind::Partner));
    }
    if topic.refund && facts.refund == RefundWindow::Unknown && facts.subscription {
        lacks(Lack::PurchaseDate, seller.unwrap_or(facts.asker));
    }
    if let Some(&first) = line.stations.get(1)
        && first != PartyKind::Publisher
    {
        match facts.party(first) {
            Some(known) if !known.desk.as_ref().is_some_and(Contact::is_reachable) => {
                lacks(Lack::Desk, first)
            }
            None if first.sells() || first == PartyKind::Customer => lacks(Lack::Subscription, facts.asker),
            _ => {}
        }
    }
    missing
}

fn publisher_lacks(
    facts: &Facts,
    offer: &OfferFacts,
    reader: PartyKind,
    lacks: &mut impl FnMut(Lack, PartyKind),
) {
    let has = |kind| {
        offer
            .contacts
            .iter()
            .any(|contact| contact.kind == Some(kind) && contact.is_reachable())
    };
    if publisher_contact(facts, reader).is_none() {
        lacks(Lack::Contact, PartyKind::Publisher);
    }
    if !has(ContactKind::CustomerSupport) {
        lacks(Lack::CustomerSupportContact, PartyKind::Publisher);
    }
    if reader.sells() && !has(ContactKind::Programme) {
        lacks(Lack::ProgrammeContact, PartyKind::Publisher);
    }
    let hidden = facts.asker.sells()
        && !facts.sees_offer_contacts
        && offer
            .contacts
            .iter()
            .any(|contact| contact.is_reachable() && !may_see(facts, contact));
    if hidden {
        lacks(Lack::Role, facts.asker);
    }
    if offer.orphaned {
        lacks(Lack::PublisherAnswer, PartyKind::Operator);
    }
    if offer.supported_by == SupportedBy::Community {
        lacks(Lack::SupportPromise, PartyKind::Publisher);
    }
}

/// A publisher that cannot be reached is looked for by the operator, asked by whoever may ask it.
fn escalation<'f>(facts: &'f Facts, line: &Line) -> Vec<Station<'f>> {
    let Some(position) = line
        .stations
        .iter()
        .position(|kind| *kind == PartyKind::Publisher)
    else {
        return Vec::new();
    };
    let Some(offer) = &facts.offer else {
        return Vec::new();
    };
    if position == 0 || line.stations.contains(&PartyKind::Operator) {
        return Vec::new();
    }
    if !offer.orphaned && publisher_contact(facts, line.stations[position - 1]).is_some() {
        return Vec::new();
    }
    let holder = match facts.channel {
        Channel::DirectBill => Some(PartyKind::Partner),
        Channel::Indirect => Some(PartyKind::Provider),
        Channel::Direct => (facts.asker == PartyKind::Reseller).then_some(PartyKind::Provider),
    };
    holder
        .filter(|holder| {
            *holder != facts.asker
                && facts.asker != PartyKind::Operator
                && !line.stations[..position].contains(holder)
        })
        .into_iter()
        .chain(std::iter::once(PartyKind::Operator).filter(|operator| *operator != facts.asker))
        .map(|kind| {
            let known = facts.party(kind);
            let desk = known.and_then(|known| known.desk.as_ref());
            Station {
                kind,
                organisation: known.and_then(|known| known.party.organisation.as_deref()),
                name: known.and_then(|known| known.party.name.as_deref()),
                contact: desk.filter(|_| may_see_desk(facts, kind)),
                agreed: true,
            }
        })
        .collect()
}
