//! Every page, filled with samples, in every language: what must hold of all of them is checked at one place.

use std::sync::Arc;

use askama::Template;
use firstline_domain::decision::{Facts, PartyFacts, decide};
use firstline_domain::id::{OfferId, OrganisationId, PersonId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Listing, Offer, OfferFacts, OfferState, OptIn, Plan, Resource,
    ResourceKind, ServiceTarget, Severity, SupportedBy, Unavailable,
};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, Party, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::readiness::Readiness;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::Share;
use firstline_domain::subscription::{RefundWindow, Term};
use firstline_hub::HubError;
use firstline_hub::ask::Answer;
use firstline_hub::catalogue::{Entry, Facets, Found, Results};
use firstline_hub::offer::OfferPage;
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::person::Person;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::answer::AnswerPage;
use super::ask::{
    About, AskPage, Asked, OfferOption, OfferOptions, Pick, SubscriptionOption, Wrong, families,
};
use super::discover::{DiscoverPage, Filters, FoundPart, results};
use super::frame::{Frame, Place};
use super::line::{line_mini, verdict};
use super::offer::{OfferDetails, View, matrix, topic_row};
use super::part::Words;
use super::sign_in::SignInPage;
use super::trouble::TroublePage;
use crate::failure::Trouble;

/// The heaviest that a page may be, in bytes.
const PAGE_BYTES_MAX: usize = 150_000;

pub(super) fn words(lang: Lang) -> Words {
    Words {
        lang,
        zone: TimeZone::get("Europe/Istanbul").unwrap(),
        now: "2026-11-20T09:40:00Z".parse().unwrap(),
    }
}

pub(super) fn visitor(kind: PartyKind, roles: &[Role], sees_offer_contacts: bool) -> Arc<Visitor> {
    let organisation = organisation(kind, "Bosfor Bilişim & Ortakları");
    let person = Person {
        id: PersonId(Uuid::nil()),
        organisation: organisation.id,
        handle: format!("persona-{kind}"),
        name: "Elif <Demir>".to_owned(),
        email: "elif@bosfor.example".to_owned(),
        roles: roles.to_vec(),
        language: None,
    };
    let scope = Scope {
        person: Some(person.id),
        organisation: organisation.id,
        kinds: organisation.kinds.clone(),
        roles: roles.to_vec(),
        sees_offer_contacts,
    };
    Arc::new(Visitor {
        person,
        organisation,
        scope,
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

fn policies() -> Vec<Policy> {
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
fn offer_pages() -> Vec<OfferPage> {
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
        hidden_by_role: !own,
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

fn facts(asker: PartyKind, channel: Channel, topic: &str, known: bool, share: Option<Share>) -> Facts {
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

fn answers() -> Vec<Facts> {
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

/// What must hold of every page.
pub(super) fn check(name: &str, lang: Lang, html: &str) {
    let at = format!("{name} in {lang}");
    assert!(
        !html.contains('⟦'),
        "{at}: a text is missing: {:?}",
        html.split('⟦').nth(1).and_then(|s| s.split('⟧').next())
    );
    assert!(html.len() < PAGE_BYTES_MAX, "{at} weighs {} bytes", html.len());
    assert!(
        !html.contains(" style=") && !html.contains(" onclick="),
        "{at}: style or script inside the page"
    );
    if html.starts_with("<!doctype") {
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{at}: language");
        assert_eq!(html.matches("<h1").count(), 1, "{at}: one title");
        assert!(
            html.contains("<main id=\"main\"") && html.contains("href=\"#main\""),
            "{at}: skip link"
        );
    }
    for script in html.split("<script").skip(1) {
        assert!(
            script.starts_with(" type=\"module\" src=")
                || script.starts_with(" type=\"application/ld+json\">"),
            "{at}"
        );
    }
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{at}: an id stands twice");
    labels(&at, html);
}

/// Every control has a name: a label around it, a label for it, or one of its own.
fn labels(at: &str, html: &str) {
    for control in ["<input", "<select", "<textarea"] {
        for (start, _) in html.match_indices(control) {
            let tag = &html[start..start + html[start..].find('>').unwrap()];
            if tag.contains("type=\"hidden\"") || tag.contains("aria-label=") {
                continue;
            }
            let id = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next());
            let before = &html[..start];
            let inside = before
                .rfind("<label")
                .is_some_and(|open| before.rfind("</label").is_none_or(|end| end < open));
            let named = inside || id.is_some_and(|id| html.contains(&format!("for=\"{id}\"")));
            assert!(named, "{at}: a control without a label: {tag}");
        }
    }
}

/// Checks a page and, where a folder is given, writes it there to be looked at.
fn see(name: &str, lang: Lang, template: &impl Template) {
    let html = template.render().unwrap();
    check(name, lang, &html);
    if let Ok(folder) = std::env::var("FIRSTLINE_PAGES") {
        let assets = format!("/assets/{}/", crate::assets::version());
        std::fs::write(
            format!("{folder}/{name}-{lang}.html"),
            html.replace(&assets, "/assets/"),
        )
        .unwrap();
    }
}

fn frame(lang: Lang, visitor: Option<Arc<Visitor>>, place: Place, title: &str) -> Frame {
    Frame::new(words(lang), Some("dark"), visitor, place, title.to_owned())
}

fn reseller() -> Option<Arc<Visitor>> {
    Some(visitor(PartyKind::Reseller, &[Role::AdminAgent], true))
}

#[test]
fn sign_in_is_whole_in_every_language() {
    for lang in Lang::ALL {
        let personas: Vec<Visitor> = PartyKind::ALL
            .iter()
            .zip([
                Role::CustomerUser,
                Role::HelpdeskAgent,
                Role::GlobalAdmin,
                Role::AdminAgent,
                Role::Owner,
                Role::OperatorAdmin,
            ])
            .map(|(kind, role)| Visitor::clone(&visitor(*kind, &[role], role == Role::AdminAgent)))
            .collect();
        let title = words(lang).t("sign-in-title");
        see(
            "sign-in",
            lang,
            &SignInPage::new(
                frame(lang, None, Place::Elsewhere, &title),
                personas,
                "/ask?x=\"".to_owned(),
            ),
        );
        see(
            "sign-in-empty",
            lang,
            &SignInPage::new(
                frame(lang, None, Place::Elsewhere, &title),
                Vec::new(),
                String::new(),
            ),
        );
    }
}

#[test]
fn roles_have_a_name_in_every_language() {
    for lang in Lang::ALL {
        for role in [
            Role::SalesAgent,
            Role::BillingAdmin,
            Role::UserManagementAdmin,
            Role::SupportRequestAdmin,
            Role::Manager,
            Role::Developer,
            Role::FinancialContributor,
            Role::SupportAgent,
            Role::CustomerAdmin,
            Role::OperatorAgent,
        ] {
            assert!(!words(lang).of("role", role).contains('⟦'), "{role} in {lang}");
        }
    }
}

#[test]
fn discovering_is_whole_in_every_language() {
    let entry = |readiness, tag: &str| Entry {
        id: OfferId(Uuid::nil()),
        publisher: OrganisationId(Uuid::nil()),
        publisher_handle: "costa".into(),
        publisher_name: "Costa Lumen <Analytics>".into(),
        handle: "lumen".to_owned(),
        kind: "saas-licence".into(),
        state: OfferState::Live,
        opt_in: OptIn::All,
        supported_by: SupportedBy::Publisher,
        categories: vec!["analytics".into()],
        markets: vec!["TR".to_owned()].into(),
        readiness,
        texts: vec![(tag.into(), "Lumen Forecast".into(), "Forecasts & more".into())],
    };
    let found = Results {
        total: 61,
        found: vec![
            Found {
                entry: entry(Readiness::Ready, "en"),
                unavailable: Vec::new(),
            },
            Found {
                entry: entry(Readiness::Gaps, "ko"),
                unavailable: Unavailable::ALL.to_vec(),
            },
            Found {
                entry: entry(Readiness::Unreachable, "de"),
                unavailable: vec![Unavailable::Exclusive],
            },
        ],
        facets: Facets {
            kind: [("saas-licence".to_owned(), 61)].into(),
            category: [("analytics".to_owned(), 61)].into(),
            market: [("TR".to_owned(), 40), ("KR".to_owned(), 21)].into(),
            available: [60, 1],
            readiness: [(Readiness::Ready, 50)].into(),
        },
    };
    let nothing = Results {
        total: 0,
        found: Vec::new(),
        facets: Facets::default(),
    };
    for policy in policies() {
        for lang in Lang::ALL {
            let all = [
                (
                    "discover",
                    Filters {
                        q: "lumen".to_owned(),
                        kind: "saas-licence".to_owned(),
                        page: Some(2),
                        ..Filters::default()
                    },
                    found.clone(),
                ),
                (
                    "discover-none",
                    Filters {
                        q: "x\"><script>".to_owned(),
                        market: "TR".to_owned(),
                        ..Filters::default()
                    },
                    nothing.clone(),
                ),
                ("discover-bare", Filters::default(), nothing.clone()),
            ];
            for (name, filters, found) in all {
                for sells in [true, false] {
                    let results = results(words(lang), policy.file(), &filters, found.clone(), sells);
                    see(
                        "palette",
                        lang,
                        &FoundPart {
                            words: words(lang),
                            rows: results.rows.clone(),
                        },
                    );
                    see("results", lang, &results);
                    let frame = frame(
                        lang,
                        reseller(),
                        Place::Discover,
                        &words(lang).t("discover-title"),
                    );
                    see(
                        name,
                        lang,
                        &DiscoverPage {
                            frame,
                            q: filters.q.clone(),
                            results,
                        },
                    );
                }
            }
        }
    }
}

#[test]
fn offers_are_whole_in_every_language() {
    for policy in policies() {
        let edition = policy.editions().next_back().unwrap();
        for lang in Lang::ALL {
            for (number, page) in offer_pages().iter().enumerate() {
                for kind in PartyKind::ALL {
                    let words = words(lang);
                    let view = View::of(*kind, None);
                    let rows = edition
                        .policy
                        .topic_order
                        .iter()
                        .map(|topic| {
                            let facts = facts(view.asker, view.channel, topic, true, None);
                            topic_row(
                                &words,
                                edition.policy,
                                page,
                                topic,
                                &decide(edition, &facts).unwrap(),
                            )
                        })
                        .collect();
                    let matrix = matrix(&words, page, view, rows);
                    let visitor = Some(visitor(*kind, &[Role::HelpdeskAgent], false));
                    let frame = frame(lang, visitor, Place::Discover, page.offer.name(lang));
                    let details = OfferDetails::new(frame, edition.policy, page, matrix, kind.sells());
                    see(&format!("offer-{number}-{kind}"), lang, &details);
                }
            }
        }
    }
}

#[test]
fn machine_data_cannot_leave_its_element() {
    let html = {
        let policy = policies().swap_remove(0);
        let page = offer_pages().swap_remove(0);
        let words = words(Lang::En);
        let matrix = matrix(&words, &page, View::of(PartyKind::Customer, None), Vec::new());
        let frame = frame(Lang::En, reseller(), Place::Discover, "x");
        OfferDetails::new(frame, policy.file(), &page, matrix, false)
            .render()
            .unwrap()
    };
    let data = html
        .split("application/ld+json\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let read: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(read["name"], "Lumen Forecast");
    assert!(read["description"].as_str().unwrap().contains("</script>"));
}

#[test]
fn asking_is_whole_in_every_language() {
    for policy in policies() {
        for lang in Lang::ALL {
            let words = words(lang);
            let blank = |about: Option<About>, wrong: Wrong, offers: Vec<OfferOption>| AskPage {
                frame: frame(lang, reseller(), Place::Ask, &words.t("ask-title")),
                asked: Asked {
                    topic: "technical.break-fix".to_owned(),
                    offer_name: "lum\"en".to_owned(),
                    ..Asked::default()
                },
                about,
                offers,
                subscriptions: vec![SubscriptionOption {
                    reference: "s1".to_owned(),
                    text: "Delta".to_owned(),
                    chosen: true,
                }],
                families: families(&words, policy.file(), "technical.break-fix"),
                channels: vec![Pick {
                    value: "direct",
                    text: words.of("channel", "direct").into_owned(),
                    chosen: true,
                }],
                askers: vec![Pick {
                    value: "",
                    text: words.t("ask-asker-usual").into_owned(),
                    chosen: true,
                }],
                wrong,
            };
            let option = OfferOption {
                reference: "a/b".to_owned(),
                name: "Lumen".to_owned(),
                publisher: "Costa".to_owned(),
            };
            let about = About {
                name: "Lumen".to_owned(),
                detail: "Costa · SaaS".to_owned(),
                change: "/ask".to_owned(),
            };
            let wrong = |text: &str| Some(text.to_owned());
            let all = Wrong {
                offer: wrong("1"),
                subscription: wrong("2"),
                topic: wrong("3"),
                channel: wrong("4"),
                asker: wrong("5"),
            };
            see("ask", lang, &blank(Some(about), Wrong::default(), Vec::new()));
            see("ask-open", lang, &blank(None, Wrong::default(), Vec::new()));
            see(
                "ask-wrong",
                lang,
                &blank(None, all, vec![option.clone(), option.clone()]),
            );
            for options in [vec![option], Vec::new()] {
                see(
                    "ask-options",
                    lang,
                    &OfferOptions {
                        options,
                        nothing: words.t("discover-none").into_owned(),
                    },
                );
            }
        }
    }
}

#[test]
fn answers_are_whole_in_every_language() {
    let policy = policies().swap_remove(0);
    for edition in policy.editions().rev().take(1) {
        for lang in Lang::ALL {
            for (number, facts) in answers().into_iter().enumerate() {
                let name = format!("answer-{number}-{}-{}", facts.asker, facts.channel);
                let answer = Answer {
                    id: None,
                    edition: edition.edition.id.as_str().into(),
                    facts: Arc::new(facts),
                    decided_at: "2026-11-20T09:40:00Z".parse::<Timestamp>().unwrap(),
                    sees_offer_contacts: true,
                    said: Arc::default(),
                };
                let decision = decide(edition, &answer.facts).unwrap();
                let words = words(lang);
                let title = verdict(&words, &decision);
                assert!(!title.contains('⟦') && title.ends_with('.'), "{title}");
                see("line-mini", lang, &line_mini(&words, edition.policy, &decision));
                let pages = offer_pages();
                let offer = pages.first().filter(|_| number % 2 == 0);
                let frame = frame(lang, reseller(), Place::Ask, &title);
                let link = "https://hub.example/answers/1".to_owned();
                see(
                    &name,
                    lang,
                    &AnswerPage::new(frame, edition, &answer, &decision, offer, number % 3 == 0, link),
                );
            }
        }
    }
}

#[test]
fn troubles_are_whole_in_every_language() {
    let troubles = [
        Trouble::Hub(HubError::NotFound("offer")),
        Trouble::Hub(HubError::NotAllowed),
        Trouble::Hub(HubError::field("topic", "error-topic-unknown")),
        Trouble::Hub(HubError::Changed),
        Trouble::SignInNeeded,
        Trouble::TooLarge,
        Trouble::NoSuchPath,
        Trouble::MethodNotAllowed,
    ];
    for lang in Lang::ALL {
        for trouble in &troubles {
            for visitor in [reseller(), None] {
                let title = words(lang).t(trouble.key());
                see(
                    "trouble",
                    lang,
                    &TroublePage::new(frame(lang, visitor, Place::Elsewhere, &title), trouble),
                );
            }
        }
    }
}

#[test]
fn only_addresses_of_this_hub_are_gone_on_to() {
    for local in ["/", "/ask?offer=a%2Fb", "/offers/a/b#who"] {
        assert!(super::is_local(local), "{local}");
    }
    for foreign in [
        "",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\n/evil.example",
        "/\t/evil",
    ] {
        assert!(!super::is_local(foreign), "{foreign:?}");
    }
}
