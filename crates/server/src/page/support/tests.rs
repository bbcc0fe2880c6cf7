//! The pages of choices and splits, of customers and the desk, and the API reference, with samples in every language.

use std::sync::Arc;

use askama::Template;
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId, SplitId, SubscriptionId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, Listing, Offer, OfferState, OptIn, SupportedBy};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::split::{Proposal, Share, Split, SplitState, TechnicalChoice};
use firstline_domain::subscription::{Subscription, SubscriptionState, Term};
use firstline_hub::sign_in::Visitor;
use firstline_hub::split::{Choices, Pair};
use firstline_hub::store::db::{DatabaseUrl, Db, Options};
use firstline_hub::subscription::Sold;
use firstline_hub::{Field, Hub};
use uuid::Uuid;

use super::pair::{DONE, PairPage, Side, SplitTyped};
use super::{FoundOffer, ResellerRow, SupportPage, Technical, topic_rows};
use crate::page::customers::{Customer, CustomersPage, Row, SubscriptionPage, SubscriptionsPage};
use crate::page::desk::form::{Refusals, Summary, Typed};
use crate::page::desk::{DeskPage, DeskTyped, differences};
use crate::page::reference::{Reference, ReferencePage};
use crate::page::reseller::{Agreed, ResellerPage};
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Here, Place};
use crate::visitor::Reader;

/// A hub on a database of its own, which is gone with it.
struct Bench {
    hub: Hub,
    directory: std::path::PathBuf,
}

impl Bench {
    fn new(policy: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("firstline-pages-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&directory).unwrap();
        let url = DatabaseUrl::Sqlite(directory.join("pages.db"));
        let db = Db::open(
            &url,
            &Options {
                create: true,
                ..Options::default()
            },
        )
        .unwrap();
        Bench {
            hub: Hub::new(
                db,
                Policy::parse(policy).unwrap(),
                firstline_hub::Keys::in_memory(),
            ),
            directory,
        }
    }

    fn here(&self, lang: Lang, visitor: &Arc<Visitor>) -> Here {
        let reader = Reader {
            lang,
            theme: None,
            zone: words(lang).zone,
        };
        let origin = "https://hub.example".to_owned();
        Here {
            hub: self.hub.clone(),
            reader,
            visitor: visitor.clone(),
            fragment: None,
            origin,
        }
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

fn organisation(kind: PartyKind, name: &str, reachable: bool) -> Organisation {
    let known = &visitor(kind, &[]).organisation;
    let desk = if reachable {
        known.desk.clone()
    } else {
        Contact::default()
    };
    Organisation {
        name: name.to_owned(),
        desk,
        price: Some("60 € / h".to_owned()),
        ..known.clone()
    }
}

fn split(hub: &Hub, shares: &[(&str, Share)], meets: bool) -> Split {
    Split {
        id: SplitId(Uuid::nil()),
        provider: OrganisationId(Uuid::nil()),
        reseller: OrganisationId(Uuid::nil()),
        from: hub.today(),
        until: hub.today().tomorrow().ok(),
        provider_meets_customers: meets,
        shares: shares
            .iter()
            .map(|(topic, share)| ((*topic).to_owned(), *share))
            .collect(),
    }
}

/// A pair without an agreement, one with a part of it agreed, and one with a provider that gives no contact. What the provider
/// proposes has begun already, or is over.
fn pairs(hub: &Hub) -> Vec<Pair> {
    let pair = |reachable: bool, current: Option<Split>| {
        let provider = organisation(PartyKind::Provider, "Anadolu <Dağıtım>", reachable);
        let yesterday = hub.today().yesterday().unwrap();
        Pair {
            reseller: organisation(PartyKind::Reseller, "Bosfor & Ortakları", true),
            history: current.iter().cloned().collect(),
            open: current.clone().map(|split| Proposal {
                by: Some(provider.id),
                state: SplitState::Proposed,
                split: Split {
                    shares: std::collections::BTreeMap::new(),
                    from: yesterday,
                    until: (!reachable).then_some(yesterday),
                    ..split
                },
            }),
            provider,
            current,
        }
    };
    let topics: Vec<&str> = super::shared_topics(hub).collect();
    let some: Vec<(&str, Share)> = topics.iter().copied().zip(Share::ALL.iter().copied()).collect();
    let all: Vec<(&str, Share)> = topics.iter().map(|topic| (*topic, Share::Provider)).collect();
    vec![
        pair(true, None),
        pair(true, Some(split(hub, &some, true))),
        pair(false, Some(split(hub, &some, false))),
        pair(true, Some(split(hub, &all, true))),
    ]
}

fn choices() -> Choices {
    Choices {
        usual: Some(TechnicalChoice::SendOn),
        by_offer: vec![(offer(), TechnicalChoice::Coordinate)],
    }
}

fn offer() -> Offer {
    Offer {
        id: OfferId(Uuid::nil()),
        publisher: OrganisationId(Uuid::nil()),
        handle: "lumen".to_owned(),
        kind: "saas-licence".to_owned(),
        state: OfferState::Live,
        opt_in: OptIn::All,
        supported_by: SupportedBy::Publisher,
        categories: Vec::new(),
        markets: Vec::new(),
        listings: [(
            "en".to_owned(),
            Listing {
                title: "Lumen <Forecast>".to_owned(),
                ..Listing::default()
            },
        )]
        .into(),
        plans: Vec::new(),
        contacts: Vec::new(),
        resources: Vec::new(),
        agreement: None,
        version: 1,
    }
}

fn sold(channel: Channel, state: SubscriptionState) -> Sold {
    let seller = match channel {
        Channel::Direct => PartyKind::Operator,
        Channel::DirectBill => PartyKind::Partner,
        Channel::Indirect => PartyKind::Provider,
    };
    let seller = organisation(seller, "Altan Cloud", channel != Channel::Direct);
    let reseller = (channel == Channel::Indirect).then(|| organisation(PartyKind::Reseller, "Bosfor", true));
    let customer = organisation(PartyKind::Customer, "Delta & Söhne", true);
    let publisher = organisation(PartyKind::Publisher, "Costa Lumen", true);
    Sold {
        subscription: Subscription {
            id: SubscriptionId(Uuid::nil()),
            handle: "sub 1/ä".to_owned(),
            seller: seller.id,
            customer: customer.id,
            reseller: reseller.as_ref().map(|reseller| reseller.id),
            publisher: publisher.id,
            offer: OfferId(Uuid::nil()),
            plan: Some("team".to_owned()),
            channel,
            support_contact: None,
            state,
            quantity: Some(1200),
            term: Term::Annual,
            purchased_at: "2026-01-02T03:04:05Z".parse().ok(),
            renewed_at: None,
            version: 2,
        },
        offer: offer(),
        publisher,
        customer,
        seller,
        reseller,
    }
}

fn frame(lang: Lang, visitor: &Arc<Visitor>) -> Frame {
    Frame::new(
        words(lang),
        None,
        Some(visitor.clone()),
        Place::Support,
        "Title".to_owned(),
    )
}

fn technical(here: &Here, lang: Lang, refusals: &Refusals) -> Technical {
    let typed = Typed(vec![("offer_name".to_owned(), "lum\"en".to_owned())]);
    let found = FoundOffer {
        reference: "a/b".to_owned(),
        name: "Lumen".to_owned(),
        publisher: "Costa".to_owned(),
    };
    Technical::new(here, &words(lang), &choices(), &typed, vec![found], refusals)
}

fn sellers() -> Vec<Arc<Visitor>> {
    vec![
        visitor(PartyKind::Partner, &[Role::AdminAgent]),
        visitor(PartyKind::Provider, &[Role::GlobalAdmin]),
        visitor(PartyKind::Reseller, &[Role::SalesAgent]),
    ]
}

/// Runs a test for each programme, language and seller.
fn each(test: impl Fn(&Here, Lang)) {
    for (_, policy) in firstline_hub::POLICIES {
        let bench = Bench::new(policy);
        for lang in Lang::ALL {
            for seller in sellers() {
                test(&bench.here(lang, &seller), lang);
            }
        }
    }
}

fn refusals(lang: Lang) -> Refusals {
    Refusals::of(
        &words(lang),
        &[
            Field::quoting("offer", "error-offer-unknown", "x<y"),
            Field::quoting("from", "error-date", "soon"),
            Field::new("until", "error-until-before-from"),
            Field::new("support_contact", "error-support-contact-relation"),
            Field::quoting("desk.email", "error-email", "x"),
            Field::quoting("desk.hours", "error-hours", "x"),
            Field::new("promises.A.first-response", "error-first-response"),
            Field::quoting("price", "error-too-long", "500"),
        ],
    )
}

#[test]
fn choices_and_splits_are_whole_in_every_language() {
    each(|here, lang| {
        let words = words(lang);
        let pairs = pairs(&here.hub);
        let refusals = refusals(lang);
        let page = SupportPage {
            frame: frame(lang, &here.visitor),
            saved: true,
            may_set: here
                .scope()
                .may(Act::Change, Object::TechnicalChoice, Relation::Own),
            technical: technical(here, lang, &refusals),
            resellers: Some(
                pairs
                    .iter()
                    .map(|pair| ResellerRow::of(&here.hub, &words, pair))
                    .collect(),
            ),
            topics: topic_rows(&here.hub, &words, &pairs),
            resells: true,
            summary: Summary {
                words: words.clone(),
                refusals: refusals.clone(),
            },
        };
        check("support", lang, &page.render().unwrap());
        let mut said = 0;
        for pair in &pairs {
            for profile in ["", "reseller-first", "provider-first", "escalation-only"] {
                let typed = Typed(vec![("profile".to_owned(), profile.to_owned())]);
                let draft = SplitTyped::start(&here.hub, &typed, pair.current.as_ref());
                let choice = Some(TechnicalChoice::SendOn);
                for side in [Side::Provider, Side::Reseller] {
                    let mut page = PairPage::new(
                        &here.hub,
                        frame(lang, &here.visitor),
                        (side, pair),
                        &draft,
                        profile,
                        choice,
                        refusals.clone(),
                    );
                    page.done = DONE.iter().map(|(_, key)| *key).nth(said % DONE.len());
                    said += 1;
                    check("pair", lang, &page.render().unwrap());
                }
            }
        }
    });
}

#[test]
fn a_resellers_share_is_whole_in_every_language() {
    each(|here, lang| {
        let words = words(lang);
        for pair in pairs(&here.hub) {
            let page = ResellerPage {
                frame: frame(lang, &here.visitor),
                saved: false,
                may_set: false,
                summary: Summary {
                    words: words.clone(),
                    refusals: Refusals::default(),
                },
                agreed: vec![Agreed::of(here, &words, &pair, None)],
                technical: technical(here, lang, &Refusals::default()),
            };
            check("reseller", lang, &page.render().unwrap());
        }
    });
}

#[test]
fn customers_and_subscriptions_are_whole_in_every_language() {
    each(|here, lang| {
        let words = words(lang);
        for channel in Channel::ALL {
            for state in SubscriptionState::ALL {
                let sold = sold(*channel, *state);
                let mut page = SubscriptionPage::new(frame(lang, &here.visitor), &sold, refusals(lang));
                page.overtaken = true;
                check("subscription", lang, &page.render().unwrap());
                let row = Row::of(&words, &sold);
                assert_eq!(row.href, "/subscriptions/sub%201%2F%C3%A4");
                let customer = |rows: Vec<Row>| Customer {
                    name: "Delta".to_owned(),
                    country: "TR".to_owned(),
                    has_more: true,
                    all: "/subscriptions?customer=delta".to_owned(),
                    rows,
                };
                let customers = vec![customer(vec![row.clone()]), customer(Vec::new())];
                let page = |customers| CustomersPage {
                    frame: frame(lang, &here.visitor),
                    customers,
                    older: Some("delta".to_owned()),
                    is_later: true,
                };
                check("customers", lang, &page(customers).render().unwrap());
                check("customers-empty", lang, &page(Vec::new()).render().unwrap());
                for (own, customer) in [(true, None), (false, Some("Delta".to_owned())), (false, None)] {
                    let page = |rows: Vec<Row>| SubscriptionsPage {
                        frame: frame(lang, &here.visitor),
                        customer: customer.clone(),
                        own,
                        rows,
                        older: Some("/subscriptions?after=1".to_owned()),
                    };
                    check("subscriptions", lang, &page(vec![row.clone()]).render().unwrap());
                    check("subscriptions-empty", lang, &page(Vec::new()).render().unwrap());
                }
            }
        }
    });
}

#[test]
fn only_the_seller_of_an_indirect_sale_sets_its_support_contact() {
    let provider = |role| visitor(PartyKind::Provider, &[role]);
    let page = |channel, visitor: Arc<Visitor>| {
        SubscriptionPage::new(
            frame(Lang::En, &visitor),
            &sold(channel, SubscriptionState::Active),
            Refusals::default(),
        )
    };
    for role in [Role::AdminAgent, Role::GlobalAdmin, Role::HelpdeskAgent] {
        assert_eq!(
            page(Channel::Indirect, provider(role)).candidates.len(),
            2,
            "{role}"
        );
    }
    let sales = page(Channel::Indirect, provider(Role::SalesAgent));
    assert!(sales.candidates.is_empty() && sales.locked.is_some());
    let reseller = page(
        Channel::Indirect,
        visitor(PartyKind::Reseller, &[Role::AdminAgent]),
    );
    assert!(reseller.candidates.is_empty() && reseller.locked.is_none());
    assert!(
        page(
            Channel::DirectBill,
            visitor(PartyKind::Partner, &[Role::AdminAgent])
        )
        .candidates
        .is_empty()
    );
}

#[test]
fn the_desk_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for visitor in sellers() {
            let words = words(lang);
            let organisation = organisation(PartyKind::Provider, "Anadolu", true);
            let (desk, empty) = (DeskTyped::of(&words, &organisation), DeskTyped::default());
            for (typed, refusals) in [(&desk, Refusals::default()), (&empty, refusals(lang))] {
                let mut page = DeskPage::new(frame(lang, &visitor), 3, typed, refusals);
                page.saved = true;
                page.changed = Some(differences(&words, &empty.entries(&words), &desk.entries(&words)));
                check("desk", lang, &page.render().unwrap());
            }
        }
    }
}

#[test]
fn the_reference_is_whole_in_every_language() {
    let reference: &'static Reference = Box::leak(Box::new(Reference::of(crate::api::openapi_json())));
    let operations: usize = reference.groups.iter().map(|group| group.operations.len()).sum();
    assert!(operations >= 18, "{operations}");
    for lang in Lang::ALL {
        for token in [None, Some("defne-acar".to_owned())] {
            let page = ReferencePage::new(frame(lang, &sellers()[0]), reference, token);
            check("reference", lang, &page.render().unwrap());
        }
    }
}
