//! Every page, filled with samples, in every language: what must hold of all of them is checked at one place.

mod samples;
mod whole;

use std::sync::Arc;

use askama::Template;
use firstline_domain::decision::decide;
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{OfferState, OptIn, SupportedBy, Unavailable};
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::Readiness;
use firstline_domain::reading::{Public, Translated};
use firstline_domain::role::Role;
use firstline_hub::HubError;
use firstline_hub::ask::Answer;
use firstline_hub::catalogue::{Entry, Facets, Found, Results};
use firstline_hub::sign_in::Visitor;
use firstline_hub::translation::{self, Progress};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use self::samples::{answers, facts, frame, offer_pages, policies, reseller};
pub(super) use self::samples::{visitor, words};
pub(super) use self::whole::check;
use self::whole::see;
use super::answer::AnswerPage;
use super::ask::{
    About, AskPage, Asked, Choice, OfferOption, OfferOptions, Pick, Read, SubscriptionOption, Wrong, families,
};
use super::discover::{DiscoverPage, Filters, FoundPart, results};
use super::frame::Place;
use super::line::line_mini;
use super::offer::{Note, OfferDetails, Shows, View, matrix, topic_row};
use super::sign_in::SignInPage;
use super::trouble::TroublePage;
use crate::api::body::OfferBody;
use crate::failure::Trouble;
use crate::verdict::verdict;

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
            .map(|(kind, role)| Visitor::clone(&visitor(*kind, &[role])))
            .collect();
        let title = words(lang).t("sign-in-title");
        let demo = SignInPage::new(
            frame(lang, None, Place::Elsewhere, &title),
            personas,
            "/ask?x=\"".to_owned(),
        );
        see(
            "sign-in-demo",
            lang,
            &SignInPage {
                demo_password: Some("four calm ferries"),
                ..demo
            },
        );
        let refused = SignInPage::new(
            frame(lang, None, Place::Elsewhere, &title),
            Vec::new(),
            String::new(),
        );
        see(
            "sign-in-refused",
            lang,
            &SignInPage {
                email: "elif@\"bosfor\".example".to_owned(),
                wrong: Some(firstline_hub::locale::text(lang, "error-sign-in-wrong").into_owned()),
                ..refused
            },
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
        next: None,
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
        next: None,
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
                    let visitor = Some(visitor(*kind, &[Role::HelpdeskAgent]));
                    let frame = frame(lang, visitor, Place::Discover, page.offer.name(lang));
                    let read = translation::Read::default();
                    let shows = Shows {
                        page,
                        read: &read,
                        originals: false,
                    };
                    let details = OfferDetails::new(frame, edition.policy, &shows, matrix, kind.sells());
                    see(&format!("offer-{number}-{kind}"), lang, &details);
                }
            }
        }
    }
}

/// A machine that says which language a text was in.
fn machine(text: &Public) -> Option<Translated> {
    Some(Translated {
        text: format!("[{}] {}", text.lang(), text.text()),
        by: "translate.example".to_owned(),
        at: words(Lang::En).now,
    })
}

/// A page of an offer that is described in German and has a guide in Spanish, as it is read.
fn page_of_foreign(lang: Lang, translated: bool, progress: Progress, originals: bool) -> String {
    let policy = policies().swap_remove(0);
    let mut pages = offer_pages();
    let mut page = pages.swap_remove(2);
    page.offer.resources = pages.swap_remove(0).offer.resources;
    let read = translation::Read {
        reading: page
            .offer
            .reading(lang, |text| machine(text).filter(|_| translated)),
        progress,
    };
    let shows = Shows {
        page: &page,
        read: &read,
        originals,
    };
    let words = words(lang);
    let view = View::of(PartyKind::Customer, None);
    let frame = frame(lang, None, Place::Discover, page.offer.name(lang));
    let matrix = matrix(&words, &page, view, Vec::new());
    let details = OfferDetails::new(frame, policy.file(), &shows, matrix, false);
    let name = format!("offer-read-{translated}-{progress:?}-{originals}");
    see(&name, lang, &details);
    let note = Note::new(&words, &shows).asked_again();
    see("offer-note", lang, &note);
    details.render().unwrap()
}

#[test]
fn an_offer_in_another_language_says_how_it_is_read_in_every_language() {
    for lang in Lang::ALL {
        for progress in [Progress::Settled, Progress::Underway, Progress::GivenUp] {
            for originals in [false, true] {
                page_of_foreign(lang, false, progress, originals);
                page_of_foreign(lang, true, progress, originals);
            }
        }
    }
}

#[test]
fn each_text_is_marked_with_the_language_it_is_in() {
    let summary = "Demand forecasting for retail";
    let translated = page_of_foreign(Lang::En, true, Progress::Settled, false);
    assert!(
        translated.contains("<h1 lang=\"de\">Nur deutsch"),
        "a name stays as it was given"
    );
    assert!(translated.contains(&format!("<p class=\"lede\">[de] {summary}")));
    assert!(translated.contains("Machine-translated from German by translate.example."));
    assert!(translated.contains("?original\" data-key=\"t\">Show the original"));
    assert!(translated.contains(">[es] Guía</a>") && translated.contains("title machine-translated"));
    assert!(
        translated.contains("\"inLanguage\":\"de\""),
        "machines get what was written"
    );

    let original = page_of_foreign(Lang::En, true, Progress::Settled, true);
    assert!(original.contains(&format!("<p class=\"lede\" lang=\"de\">{summary}")));
    assert!(original.contains("<div class=\"stack stack--s prose\" lang=\"de\">"));
    assert!(original.contains("lang=\"es\">Guía</a>"));
    assert!(original.contains("data-key=\"t\">Show the translation"));

    let underway = page_of_foreign(Lang::En, false, Progress::Underway, false);
    assert!(underway.contains("data-await=\"reading\"") && underway.contains("data-underway"));
    let none = page_of_foreign(Lang::En, false, Progress::Settled, false);
    assert!(!none.contains("data-await") && !none.contains("?original"));
}

#[test]
fn programs_are_told_what_a_machine_translated() {
    let page = offer_pages().swap_remove(2);
    let reading = page.offer.reading(Lang::En, machine);
    let body = serde_json::to_value(OfferBody::new(&page, &reading, Lang::En)).unwrap();
    assert_eq!(
        (&body["name"], &body["lang"]),
        (&json!("Nur deutsch"), &json!("en"))
    );
    assert_eq!(
        body["description"],
        "[de] A planner for every branch.\n\n[de] With seasons."
    );
    let machine = json!({ "from": "de", "by": "translate.example", "at": "2026-11-20T09:40:00Z" });
    assert_eq!(body["machine_translated"], machine);
    let reading = reading.originals(&page.offer);
    let body = serde_json::to_value(OfferBody::new(&page, &reading, Lang::En)).unwrap();
    assert_eq!(
        (&body["lang"], &body["machine_translated"]),
        (&json!("de"), &json!(null))
    );
    assert_eq!(
        body["description"],
        "A planner for every branch.\n\nWith seasons."
    );
}

#[test]
fn machine_data_cannot_leave_its_element() {
    let html = {
        let policy = policies().swap_remove(0);
        let page = offer_pages().swap_remove(0);
        let words = words(Lang::En);
        let matrix = matrix(&words, &page, View::of(PartyKind::Customer, None), Vec::new());
        let frame = frame(Lang::En, reseller(), Place::Discover, "x");
        let read = translation::Read::default();
        let shows = Shows {
            page: &page,
            read: &read,
            originals: false,
        };
        OfferDetails::new(frame, policy.file(), &shows, matrix, false)
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
                read: None,
                keeps_corrections: true,
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
                text: wrong("6"),
            };
            let mut read = blank(None, Wrong::default(), Vec::new());
            read.read = Some(Read {
                says: words.t("understood-choose").into_owned(),
                help: Some(words.t("understood-choose-help").into_owned()),
                choices: vec![
                    Choice {
                        topic: "technical.break-fix".to_owned(),
                        name: "Lumen".to_owned(),
                        difference: "Delta".to_owned(),
                        goes_to: Some("Costa".to_owned()),
                    },
                    Choice {
                        topic: "none.first-party".to_owned(),
                        name: words.t("understood-first-party-name").into_owned(),
                        difference: words.t("understood-first-party-difference").into_owned(),
                        goes_to: None,
                    },
                ],
                led: Some("charged · twice".to_owned()),
            });
            see("ask-read", lang, &read);
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
                let title = verdict(&decision, lang);
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
        Trouble::Hub(HubError::NotShown(vec![Role::GlobalAdmin, Role::BillingAdmin])),
        Trouble::Hub(HubError::field("topic", "error-topic-unknown")),
        Trouble::Hub(HubError::Changed),
        Trouble::SignInNeeded,
        Trouble::SecondFactorNeeded,
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
