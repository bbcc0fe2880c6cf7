//! One decision in process, beside one look-up in a map by the same words.

use std::collections::HashMap;
use std::hint::black_box;

use crate::common::{say, timed};
use firstline_domain::decision::{Facts, PartyFacts, decide};
use firstline_domain::id::OfferId;
use firstline_domain::offer::{Contact, ContactKind, OfferFacts, SupportedBy};
use firstline_domain::party::{Channel, Party, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::subscription::RefundWindow;
use firstline_hub::POLICIES;
use uuid::Uuid;

const ROUNDS: u32 = 1_000_000;

pub fn run() {
    let policy = Policy::parse(POLICIES[0].1).expect("the policy that comes with the hub");
    let edition = policy.editions().next_back().expect("an edition");
    let contact = |kind| Contact {
        kind: Some(kind),
        email: Some("a@b.example".to_owned()),
        ..Contact::default()
    };
    let party = |kind, name: &str| PartyFacts {
        party: Party {
            kind,
            organisation: Some(name.to_owned()),
            name: Some(name.to_owned()),
        },
        desk: Some(Contact {
            email: Some("desk@b.example".to_owned()),
            ..Contact::default()
        }),
        promises: Vec::new(),
    };
    let facts = Facts {
        asker: PartyKind::Customer,
        channel: Channel::Indirect,
        topic: "technical.break-fix".to_owned(),
        offer: Some(OfferFacts {
            id: OfferId(Uuid::nil()),
            name: "Offer".to_owned(),
            kind: "saas-licence".to_owned(),
            supported_by: SupportedBy::Publisher,
            orphaned: false,
            contacts: ContactKind::ALL.iter().copied().map(contact).collect(),
            agreement: None,
        }),
        deployed: false,
        parties: vec![
            party(PartyKind::Customer, "customer"),
            party(PartyKind::Reseller, "reseller"),
            party(PartyKind::Provider, "provider"),
            party(PartyKind::Publisher, "publisher"),
        ],
        share: None,
        provider_meets_customers: false,
        choice: None,
        support_contact: None,
        refund: RefundWindow::Unknown,
        subscription: true,
        sees_offer_contacts: true,
    };
    let floor: HashMap<(&str, &str, &str), u32> =
        HashMap::from([(("customer", "indirect", "technical.break-fix"), 1)]);
    let (_, bare) = timed(|| {
        for _ in 0..ROUNDS {
            black_box(floor.get(black_box(&("customer", "indirect", "technical.break-fix"))));
        }
    });
    let (_, whole) = timed(|| {
        for _ in 0..ROUNDS {
            let _ = black_box(decide(edition, black_box(&facts)));
        }
    });
    let (bare, whole) = (bare / ROUNDS, whole / ROUNDS);
    say(&format!(
        "decision: {whole:?}; floor, one look-up in a map: {bare:?}"
    ));
}
