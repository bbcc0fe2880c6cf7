//! What pages are filled with: people and organisations, offers with everything and with nothing, questions of all kinds.

use std::sync::{Arc, LazyLock};

use firstline_domain::decision::{Facts, PartyFacts};
use firstline_domain::id::{OfferId, OrganisationId, PersonId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Listing, Offer, OfferFacts, OfferState, OptIn, Plan, Resource,
    ResourceKind, ServiceTarget, Severity, SupportedBy, Unavailable,
};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, Party, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::Share;
use firstline_domain::subscription::{RefundWindow, Term};
use firstline_hub::offer::OfferPage;
use firstline_hub::sign_in::{SignedBy, Visitor};
use firstline_hub::store::person::Person;
use firstline_hub::store::waiting::Waiting;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::page::{Frame, Place, Words};

pub(in crate::page) fn words(lang: Lang) -> Words {
    Words {
        lang,
        zone: TimeZone::get("Europe/Istanbul").unwrap(),
        now: "2026-11-20T09:40:00Z".parse().unwrap(),
    }
}

pub(in crate::page) fn visitor(kind: PartyKind, roles: &[Role]) -> Arc<Visitor> {
    let organisation = organisation(kind, "Bosfor Bilişim & Ortakları");
    let person = Person {
        id: PersonId(Uuid::nil()),
        handle: format!("persona-{kind}"),
        name: "Elif <Demir>".to_owned(),
        email: "elif@bosfor.example".to_owned(),
        language: None,
    };
    static POLICY: LazyLock<Policy> = LazyLock::new(|| policies().swap_remove(0));
    let scope = Scope::new(
        POLICY.edition_on(words(Lang::En).now.to_zoned(TimeZone::UTC).date()),
        Some(person.id),
        organisation.id,
        organisation.kinds.clone(),
        roles.to_vec(),
    );
    Arc::new(Visitor {
        person,
        organisation,
        scope,
        others: Vec::new(),
        waiting: Waiting {
            relationships: 1,
            from_resellers: 2,
            from_providers: 120,
        },
        by: SignedBy::Choice,
        lack: None,
    })
}

fn organisation(kind: PartyKind, name: &str) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::from_u128(kind as u128 + 1)),
        handle: format!("org-{kind}"),
        name: name.to_owned(),
        kinds: vec![kind],
        country: Some("TR".to_owned()),
        desk: contact(None, "destek@bosfor.example"),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 1,
    }
}

fn contact(kind: Option<ContactKind>, email: &str) -> Contact {
    Contact {
        kind,
        name: Some("Destek Masası".to_owned()),
        email: Some(email.to_owned()),
        phone: Some("+90 212 555 01 10".to_owned()),
        url: Some("https://bosfor.example/destek".to_owned()),
        hours: "Mon-Fri 09:00-18:00 Europe/Istanbul".parse().ok(),
        languages: vec!["tr".to_owned(), "en".to_owned()],
    }
}

pub(super) fn policies() -> Vec<Policy> {
    firstline_hub::POLICIES
        .iter()
        .map(|(_, text)| Policy::parse(text).unwrap())
        .collect()
}

fn agreement() -> Agreement {
    let target = |severity, minutes| ServiceTarget {
        severity,
        first_response_minutes: minutes,
        update_interval_minutes: (severity == Severity::A).then_some(120),
        target_minutes: (severity == Severity::A).then_some(480),
    };
    Agreement {
        title: "Customer agreement, v4".to_owned(),
        url: Some("https://costalumen.example/agreement".to_owned()),
        hours: "Mon-Fri 09:00-18:00 Europe/Madrid".parse().ok(),
        targets: vec![
            target(Severity::A, 60),
            target(Severity::B, 240),
            target(Severity::C, 2880),
        ],
    }
}

/// An offer with everything, and one with nothing.
pub(super) fn offer_pages() -> Vec<OfferPage> {
    let listing = |title: &str| Listing {
        title: title.to_owned(),
        summary: "Demand forecasting for retail </script><script>alert(1)</script> & wholesale.".to_owned(),
        description: "A planner for every branch.\n\nWith seasons.".to_owned(),
    };
    let full = Offer {
        id: OfferId(Uuid::from_u128(7)),
        publisher: organisation(PartyKind::Publisher, "").id,
        handle: "lumen-forecast".to_owned(),
        kind: "saas-licence".to_owned(),
        state: OfferState::Live,
        opt_in: OptIn::Selected,
        supported_by: SupportedBy::Publisher,
        categories: vec!["analytics".to_owned(), "supply-chain".to_owned()],
        markets: vec!["TR".to_owned(), "KR".to_owned()],
        listings: [
            ("en".to_owned(), listing("Lumen Forecast")),
            ("tr".to_owned(), listing("Lumen Öngörü")),
        ]
        .into(),
        plans: vec![Plan {
            handle: "team".to_owned(),
            name: "Team".to_owned(),
            term: Some(Term::Monthly),
            price_minor: Some(1_299),
            currency: Some("EUR".to_owned()),
        }],
        contacts: vec![
            contact(Some(ContactKind::CustomerSupport), "help@costalumen.example"),
            contact(Some(ContactKind::Engineering), "engineering@costalumen.example"),
        ],
        resources: vec![Resource {
            kind: ResourceKind::Documentation,
            lang: Some(Lang::Es),
            title: "Guía".to_owned(),
            url: "https://costalumen.example/guia".to_owned(),
        }],
        agreement: Some(agreement()),
        version: 3,
    };
    let bare = Offer {
        state: OfferState::StopSell,
        opt_in: OptIn::None,
        supported_by: SupportedBy::Community,
        listings: [("de".to_owned(), listing("Nur deutsch"))].into(),
        categories: Vec::new(),
        markets: Vec::new(),
        plans: Vec::new(),
        contacts: Vec::new(),
        resources: Vec::new(),
        agreement: None,
        ..full.clone()
    };
    let page = |offer: Offer, unavailable: Vec<Unavailable>, own: bool| OfferPage {
        publisher: Organisation {
            orphaned: own,
            ..organisation(PartyKind::Publisher, "Costa Lumen Analytics")
        },
        unavailable,
        sees_contacts: own,
        shown_to: if own { Vec::new() } else { vec![Role::AdminAgent] },
        findings: if own { offer.findings() } else { Vec::new() },
        editable: own,
        offer,
    };
    vec![
        page(full.clone(), Vec::new(), false),
        page(full, Unavailable::ALL.to_vec(), true),
        page(bare, vec![Unavailable::NotSold], true),
    ]
}

pub(super) fn facts(
    asker: PartyKind,
    channel: Channel,
    topic: &str,
    known: bool,
    share: Option<Share>,
) -> Facts {
    let page = offer_pages().swap_remove(if known { 0 } else { 2 });
    let names = [
        (PartyKind::Customer, "Delta Tekstil"),
        (PartyKind::Reseller, "Bosfor Bilişim"),
        (PartyKind::Provider, "Anadolu Dağıtım"),
        (PartyKind::Partner, "Altan Cloud"),
        (PartyKind::Publisher, "Costa Lumen Analytics"),
        (PartyKind::Operator, "Meridian Marketplace"),
    ];
    let parties = names
        .into_iter()
        .filter(|(kind, _)| known && !(channel == Channel::Indirect && *kind == PartyKind::Partner))
        .map(|(kind, name)| PartyFacts {
            party: Party {
                kind,
                organisation: Some(kind.to_string()),
                name: Some(name.to_owned()),
            },
            desk: Some(contact(None, "destek@anadolu.example")),
            promises: Vec::new(),
        })
        .collect();
    Facts {
        asker,
        channel,
        topic: topic.to_owned(),
        offer: Some(OfferFacts {
            id: page.offer.id,
            name: "Lumen Forecast".to_owned(),
            kind: page.offer.kind.clone(),
            supported_by: page.offer.supported_by,
            orphaned: !known,
            contacts: page.offer.contacts.clone(),
            agreement: page.offer.agreement.clone(),
        }),
        deployed: false,
        parties,
        share,
        provider_meets_customers: false,
        choice: None,
        support_contact: None,
        refund: RefundWindow::Unknown,
        subscription: known,
        sees_offer_contacts: known,
    }
}

pub(super) fn answers() -> Vec<Facts> {
    let mut all = Vec::new();
    for asker in PartyKind::ALL {
        for channel in Channel::ALL {
            for (known, share) in [
                (true, None),
                (false, None),
                (true, Some(Share::ResellerThenProvider)),
            ] {
                for topic in ["technical.break-fix", "commercial.refund", "commerce.account"] {
                    all.push(facts(*asker, *channel, topic, known, share));
                }
            }
        }
    }
    all
}

pub(super) fn frame(lang: Lang, visitor: Option<Arc<Visitor>>, place: Place, title: &str) -> Frame {
    Frame::new(words(lang), Some("dark"), visitor, place, title.to_owned())
}

pub(super) fn reseller() -> Option<Arc<Visitor>> {
    Some(visitor(PartyKind::Reseller, &[Role::AdminAgent]))
}
