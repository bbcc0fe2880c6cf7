//! What the tests of the rules are given: the programmes, an offer with everything on it, and everyone who can have a part.

#![allow(dead_code, reason = "each test uses the part that it is about")]

use firstline_domain::decision::{Facts, PartyFacts};
use firstline_domain::id::OfferId;
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, OfferFacts, ServiceTarget, Severity, SupportedBy,
};
use firstline_domain::party::{Channel, Party, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::subscription::RefundWindow;
use uuid::Uuid;

/// The programmes that come with the hub: file name and text.
pub(crate) const PROGRAMMES: [(&str, &str); 2] = [
    (
        "csp-marketplace",
        include_str!("../../../../policy/csp-marketplace.toml"),
    ),
    ("aws-channel", include_str!("../../../../policy/aws-channel.toml")),
];

pub(crate) fn programme(name: &str) -> Policy {
    let (_, text) = PROGRAMMES
        .into_iter()
        .find(|(known, _)| *known == name)
        .expect("the test names a programme");
    Policy::parse(text).unwrap_or_else(|error| panic!("policy/{name}.toml: {error}"))
}

pub(crate) fn desk(of: PartyKind) -> Contact {
    Contact {
        email: Some(format!("desk@{of}.example")),
        ..Contact::default()
    }
}

pub(crate) fn contact(kind: ContactKind) -> Contact {
    Contact {
        kind: Some(kind),
        email: Some(format!("{kind}@publisher.example")),
        ..Contact::default()
    }
}

/// Everyone, each with a desk.
pub(crate) fn everyone() -> Vec<PartyFacts> {
    PartyKind::ALL
        .iter()
        .map(|&kind| PartyFacts {
            party: Party {
                kind,
                organisation: Some(kind.to_string()),
                name: Some(format!("The {kind}")),
            },
            desk: Some(desk(kind)),
            promises: Vec::new(),
        })
        .collect()
}

/// A third-party offer with every contact and an agreement that promises times.
pub(crate) fn offer(kind: &str) -> OfferFacts {
    OfferFacts {
        id: OfferId(Uuid::from_u128(7)),
        name: "Atlas".into(),
        kind: kind.into(),
        supported_by: SupportedBy::Publisher,
        orphaned: false,
        contacts: ContactKind::ALL.iter().copied().map(contact).collect(),
        agreement: Some(Agreement {
            title: "Atlas customer agreement".into(),
            url: None,
            hours: None,
            targets: vec![ServiceTarget {
                severity: Severity::A,
                first_response_minutes: 60,
                update_interval_minutes: None,
                target_minutes: None,
            }],
        }),
    }
}

/// A question with nothing agreed, chosen or set, from somebody whose role shows the offer's contacts.
pub(crate) fn question(asker: PartyKind, channel: Channel, topic: &str) -> Facts {
    Facts {
        asker,
        channel,
        topic: topic.into(),
        offer: None,
        deployed: false,
        parties: everyone(),
        share: None,
        provider_meets_customers: false,
        choice: None,
        support_contact: None,
        refund: RefundWindow::Unknown,
        subscription: true,
        sees_offer_contacts: true,
    }
}
