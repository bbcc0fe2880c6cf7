//! The pages on personal data, with samples in every language.

use std::sync::Arc;

use askama::Template;
use firstline_domain::id::PersonId;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_hub::HubError;
use firstline_hub::people::Known;
use firstline_hub::privacy::Retention;
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::people::Colleague;
use firstline_hub::store::person::Member;
use uuid::Uuid;

use super::{ErasePage, PrivacyPage, RetentionTyped};
use crate::page::desk::Changed;
use crate::page::desk::form::{Refusals, Typed};
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

fn frame(lang: Lang, visitor: &Arc<Visitor>, title: &str) -> Frame {
    Frame::new(
        words(lang),
        None,
        Some(visitor.clone()),
        Place::Settings,
        title.to_owned(),
    )
}

fn see(name: &str, lang: Lang, page: &impl Template) -> String {
    let html = page.render().unwrap();
    check(name, lang, &html);
    html
}

fn typed(days: [&str; 4]) -> RetentionTyped {
    let names = [
        "audit_days",
        "decision_days",
        "invoice_line_days",
        "correction_days",
    ];
    let pairs = names
        .iter()
        .zip(days)
        .map(|(name, value)| ((*name).to_owned(), value.to_owned()));
    RetentionTyped::typed(&Typed(pairs.collect()))
}

#[test]
fn how_long_things_are_kept_is_whole_in_every_language() {
    let admin = visitor(PartyKind::Partner, &[Role::GlobalAdmin]);
    for lang in Lang::ALL {
        let kept = Retention {
            audit_days: Some(400),
            ..Retention::default()
        };
        let mut page = PrivacyPage::new(
            frame(lang, &admin, "Privacy"),
            3,
            &RetentionTyped::of(&kept),
            Refusals::default(),
        );
        page.changed = Some(vec![Changed {
            label: "Days".to_owned(),
            now: "<400>".to_owned(),
        }]);
        for done in [None, Some("privacy-saved"), Some("privacy-erased")] {
            page.done = done;
            let html = see("privacy", lang, &page);
            assert!(html.contains("value=\"400\"") && html.contains("name=\"version\" value=\"3\""));
        }
        let wrong = typed(["<1>", "29", "4000", "29"]);
        let Err(HubError::Invalid(fields)) = wrong.read(0) else {
            panic!("out of range");
        };
        assert_eq!(fields.len(), 4);
        let refusals = Refusals::of(&words(lang), &fields);
        let page = PrivacyPage::new(frame(lang, &admin, "Privacy"), 0, &wrong, refusals);
        let html = see("privacy-refused", lang, &page);
        assert!(html.contains("365–3650") && html.contains("30–3650"));
    }
    assert_eq!(typed(["", "30", "", ""]).read(2).unwrap().decision_days, Some(30));
}

#[test]
fn erasing_says_what_goes_and_what_stays_in_every_language() {
    let admin = visitor(PartyKind::Partner, &[Role::GlobalAdmin]);
    let mut person = admin.person.clone();
    person.id = PersonId(Uuid::from_u128(9));
    "Ayşe <Kaya>".clone_into(&mut person.name);
    let known = Known {
        colleague: Colleague {
            member: Member {
                person,
                organisation: admin.organisation.id,
                roles: vec![Role::AdminAgent],
                active: true,
            },
            since: words(Lang::En).now,
            seen_at: None,
            second_factor: false,
        },
        sessions: 1,
        is_last_manager: false,
    };
    for lang in Lang::ALL {
        let fields = [firstline_hub::Field::new("person", "error-last-manager")];
        for refusals in [Refusals::default(), Refusals::of(&words(lang), &fields)] {
            let page = ErasePage::new(frame(lang, &admin, "Erase"), &known, refusals);
            let html = see("erase", lang, &page);
            assert!(html.contains("action=\"/settings/people/persona-partner/erase\""));
            assert!(!html.contains("Ayşe <Kaya>"));
        }
    }
}
