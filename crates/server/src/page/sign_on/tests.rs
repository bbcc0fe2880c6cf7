//! The pages on an organisation's own sign-in, with samples in every language.

use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::POLICIES;
use firstline_hub::store::demand::{Count, Demand};
use firstline_hub::store::identity_provider::Domain;
use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::page::sign_in::organisation::{LeadingPage, OrganisationPage};
use crate::page::tests::{check, visitor, words};

fn on_record(version: i64) -> SignOn {
    SignOn {
        provider: Provider {
            organisation: OrganisationId(Uuid::nil()),
            issuer: "https://login.bosfor.example".to_owned(),
            client: "firstline <hub>".to_owned(),
            secret: String::new(),
            claim: "groups".to_owned(),
            rules: vec![Rule {
                group: "Destek & satış".to_owned(),
                role: Role::HelpdeskAgent,
            }],
            everyone: vec![Role::AdminAgent],
            demanded: true,
            version,
        },
        domains: vec![Domain {
            name: "bosfor.example".to_owned(),
            verified_at: "2026-11-19T08:00:00Z".parse().unwrap(),
        }],
        line: Some("firstline-domain=0123456789abcdef".to_owned()),
    }
}

fn demanded() -> Demanded {
    Demanded {
        on_record: Demand {
            own: true,
            everyone: false,
            version: 2,
        },
        of_everyone: true,
        own: Count {
            people: 12,
            without: 1,
        },
        all: Some(Count {
            people: 1,
            without: 0,
        }),
    }
}

fn see(name: &str, lang: Lang, page: &impl Template) -> String {
    let html = page.render().unwrap();
    check(name, lang, &html);
    html
}

#[test]
fn how_people_sign_in_is_whole_in_every_language() {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    let edition = policy.edition_on(date(2026, 11, 20));
    let admin = visitor(PartyKind::Partner, &[Role::GlobalAdmin]);
    for lang in Lang::ALL {
        let page = |on_record: &SignOn, filled| {
            let frame = Frame::new(
                words(lang),
                None,
                Some(admin.clone()),
                Place::Settings,
                words(lang).t("sign-on-title"),
            );
            SignOnPage::new(
                frame,
                edition,
                "https://hub.example",
                on_record,
                &demanded(),
                filled,
            )
        };
        let kept = on_record(3);
        let mut shown = page(&kept, as_on_record(&kept, &words(lang), "", &[]));
        for done in [
            None,
            Some("sign-on-saved"),
            Some("sign-on-verified"),
            Some("sign-on-released"),
            Some("sign-on-removed"),
            Some("demand-saved"),
        ] {
            shown.done = done;
            let html = see("sign-on", lang, &shown);
            assert!(
                html.contains("https://hub.example/sign-in/organisation/org-partner"),
                "{html}"
            );
            assert!(html.contains("name=\"demanded\" value=\"1\" checked") && html.contains("value=\"3\""));
        }
        let none = SignOn {
            domains: Vec::new(),
            ..on_record(0)
        };
        let wrong: Vec<Field> = [
            ("issuer", "error-issuer-named"),
            ("client", "error-client"),
            ("secret", "error-client-secret"),
            ("roles", "error-sign-on-nobody"),
            ("claim", "error-sign-on-claim"),
            ("rules.0.group", "error-sign-on-rules"),
            ("demanded", "error-sign-on-no-domain"),
            ("domain", "error-domain-taken"),
        ]
        .map(|(name, key)| Field::quoting(name, key, "https://other.example"))
        .into();
        let html = see(
            "sign-on-refused",
            lang,
            &page(&none, as_on_record(&none, &words(lang), "<bosfor>", &wrong)),
        );
        assert!(
            !html.contains("/settings/sign-on/remove"),
            "there is nothing to remove"
        );
    }
}

#[test]
fn what_is_typed_of_groups_is_read_by_row() {
    let pairs = [
        ("issuer", "https://login.example"),
        ("rules.0.group", "support"),
        ("rules.0.role", "helpdesk-agent"),
        ("rules.1.group", ""),
        ("rules.1.role", ""),
        ("rules.2.group", "boss"),
        ("rules.2.role", "nobody-knows"),
    ];
    let typed = |count: usize| {
        let pairs = pairs[..count].iter();
        Typed(
            pairs
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    };
    let read = SignOnTyped::typed(&typed(5)).read("", 0).unwrap();
    assert_eq!(
        read.rules,
        [Rule {
            group: "support".to_owned(),
            role: Role::HelpdeskAgent
        }]
    );
    let Err(HubError::Invalid(wrong)) = SignOnTyped::typed(&typed(7)).read("", 0) else {
        panic!("there is no such role");
    };
    assert_eq!(wrong[0].name, "rules.1.group");
}

#[test]
fn the_way_to_a_provider_is_whole_in_every_language() {
    for lang in Lang::ALL {
        let frame = |key: &str| Frame::new(words(lang), None, None, Place::Elsewhere, words(lang).t(key));
        for key in [
            "error-sign-on-stale",
            "error-sign-on-refused",
            "error-sign-on-email",
        ] {
            let page = OrganisationPage {
                frame: frame("sign-in-organisation"),
                email: "elif@\"bosfor\".example".to_owned(),
                wrong: Some(words(lang).t(key).into_owned()),
                to: "/ask?x=\"".to_owned(),
            };
            see("sign-in-organisation", lang, &page);
        }
        let leading = LeadingPage {
            frame: frame("sign-in-organisation"),
            url: "https://login.example/auth?a=b&c=\"d\"".to_owned(),
            host: "login.example".to_owned(),
        };
        let html = see("sign-in-leading", lang, &leading);
        assert!(
            html.contains("login.example/auth?a=b&#38;c=&#34;d&#34;"),
            "{html}"
        );
    }
}
