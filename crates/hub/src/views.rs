//! Looking ahead: what would be refused, and which way a question would take in a sale as it might be agreed or chosen.

use firstline_domain::decision::{Decision, Facts, PartyFacts, decide};
use firstline_domain::id::OfferId;
use firstline_domain::offer::{Contact, ContactKind, OfferFacts, ServiceTarget, SupportedBy};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, Party, PartyKind};
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_domain::subscription::RefundWindow;
use uuid::Uuid;

use crate::contact::check_desk;
use crate::{Field, Hub};

/// A sale as it might be, of a product whose publisher customers can reach: who takes part in it, and how. The customer asks.
#[derive(Debug, Clone)]
pub struct Supposed<'a> {
    pub channel: Channel,
    /// The organisations that are known, with the part each plays.
    pub parties: Vec<(PartyKind, &'a Organisation)>,
    pub share: Option<Share>,
    pub provider_meets_customers: bool,
    pub choice: Option<TechnicalChoice>,
}

impl Hub {
    /// What would be refused of a desk.
    pub fn check_desk(&self, desk: &Contact, promises: &[ServiceTarget], price: Option<&str>) -> Vec<Field> {
        check_desk(desk, promises, price)
    }

    /// The decision on a customer's question in a supposed sale; nothing where the programme has no such topic.
    pub fn suppose<T>(
        &self,
        topic: &str,
        supposed: &Supposed<'_>,
        read: impl FnOnce(&Decision<'_>) -> T,
    ) -> Option<T> {
        let party = |(kind, organisation): &(PartyKind, &Organisation)| PartyFacts {
            party: Party {
                kind: *kind,
                organisation: Some(organisation.handle.clone()),
                name: Some(organisation.name.clone()),
            },
            desk: Some(organisation.desk.clone()),
            promises: organisation.promises.clone(),
        };
        let facts = Facts {
            asker: PartyKind::Customer,
            channel: supposed.channel,
            topic: topic.to_owned(),
            offer: Some(reachable_offer()),
            deployed: false,
            parties: supposed.parties.iter().map(party).collect(),
            share: supposed.share,
            provider_meets_customers: supposed.provider_meets_customers,
            choice: supposed.choice,
            support_contact: None,
            refund: RefundWindow::Unknown,
            subscription: false,
            sees_offer_contacts: true,
        };
        decide(self.edition(), &facts)
            .ok()
            .map(|decision| read(&decision))
    }
}

/// No offer in particular: one whose publisher gives customers a contact, as nearly all do.
fn reachable_offer() -> OfferFacts {
    OfferFacts {
        id: OfferId(Uuid::nil()),
        name: String::new(),
        kind: String::new(),
        supported_by: SupportedBy::Publisher,
        orphaned: false,
        contacts: vec![Contact {
            kind: Some(ContactKind::CustomerSupport),
            url: Some(String::new()),
            ..Contact::default()
        }],
        agreement: None,
    }
}
