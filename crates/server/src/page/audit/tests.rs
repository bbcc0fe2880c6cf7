//! The record's page with every act there is, in every language.

use askama::Template;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_hub::audit::{ACTS, Actor, Entry, Found, Thing};
use firstline_hub::store::audit::Head;
use firstline_hub::store::audit::seal::is_seal;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{AuditPage, before, cursor};
use crate::page::desk::form::Typed;
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

const FORGOTTEN: &str = "~0123456789abcdef0123456789abcdef";

fn details() -> Vec<Value> {
    vec![
        Value::Null,
        json!({
            "before": { "contacts": [{ "kind": "engineering", "email": FORGOTTEN }], "roles": ["owner", "developer"] },
            "after": { "contacts": [{ "kind": "engineering", "email": "<b>@bosfor.example" }], "roles": ["owner"] },
        }),
        json!({ "after": { "shares": { "technical.break-fix": "reseller" }, "provider_meets_customers": true } }),
        json!({ "expires_at": "2027-01-01T09:00:00Z", "name": "nightly", "of_another_version": 3 }),
    ]
}

fn actors() -> [Actor; 6] {
    [
        Actor::Person {
            handle: "elif".to_owned(),
            name: "Elif <Demir>".to_owned(),
        },
        Actor::FormerPerson,
        Actor::Token(Some("nightly & more".to_owned())),
        Actor::Token(None),
        Actor::Hub,
        Actor::Organisation("Bosfor & Ortakları".to_owned()),
    ]
}

/// Every act, and one that only another version knows.
fn found(now: jiff::Timestamp) -> Found {
    let acts = ACTS.iter().map(|(act, _)| *act).chain(["of-another-version"]);
    let things = [
        Thing::Named("Pınar <Insight>".to_owned()),
        Thing::FormerPerson,
        Thing::Unnamed,
    ];
    let details = details();
    let entries = acts.enumerate().map(|(index, act)| Entry {
        number: 1_000 - i64::try_from(index).unwrap(),
        who: actors()[index % 6].clone(),
        act: act.to_owned(),
        thing: things[index % 3].clone(),
        object: Uuid::nil().to_string(),
        detail: details[index % details.len()].clone(),
        address: index.is_multiple_of(2).then(|| "192.0.2.7".to_owned()),
        at: now,
        hash: "0f".repeat(32),
    });
    Found {
        entries: entries.collect(),
        next: Some((now, 900)),
        ..Found::default()
    }
}

fn typed(pairs: &[(&str, &str)]) -> Typed {
    let pairs = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Typed(pairs.collect())
}

fn see(lang: Lang, found: &Found, typed: &Typed, head: Option<&Head>, role: Role) -> String {
    let visitor = visitor(PartyKind::Partner, &[role]);
    let frame = Frame::new(words(lang), None, Some(visitor), Place::Settings, "Record");
    let topic = |id: &str| (id == "technical.break-fix").then(|| "It is broken".to_owned());
    let html = AuditPage::new(frame, typed, found, head, &topic)
        .render()
        .unwrap();
    check("audit", lang, &html);
    html
}

#[test]
fn the_record_is_whole_in_every_language() {
    assert!(is_seal(FORGOTTEN));
    let now = words(Lang::En).now;
    let head = Head {
        number: 1_000,
        hash: [9; 32],
        start_number: 0,
        start_hash: [0; 32],
    };
    for lang in Lang::ALL {
        let all = found(now);
        let html = see(lang, &all, &typed(&[]), Some(&head), Role::GlobalAdmin);
        assert!(html.contains("/settings/audit/record.csv") && html.contains(&"09".repeat(32)));
        assert!(
            html.contains("of-another-version"),
            "an act of another version is told as it is"
        );
        assert!(html.contains("It is broken"), "topics by their names");
        assert!(!html.contains(FORGOTTEN), "what was forgotten is said to be");
        assert!(!html.contains("{$") && !html.contains("Elif <Demir>"));

        let sought = typed(&[
            ("who", "\"elif\""),
            ("act", "ask"),
            ("object", "token"),
            ("from", "2026-01-01"),
            ("text", "<x>"),
        ]);
        let html = see(lang, &all, &sought, None, Role::GlobalAdmin);
        let older = format!(
            "who=%22elif%22&amp;act=ask&amp;object=token&amp;from=2026-01-01&amp;text=%3Cx%3E&amp;before={}",
            cursor((now, 900))
        );
        let older = older.replace("&amp;", "&#38;");
        assert!(html.contains(&older), "the way on keeps what is sought: {older}");

        let cut = Found {
            next: Some((now, 7)),
            cut: true,
            ..Found::default()
        };
        see(lang, &cut, &sought, Some(&head), Role::GlobalAdmin);
        for (nothing, role) in [(typed(&[]), Role::GlobalAdmin), (sought, Role::AdminAgent)] {
            let html = see(lang, &Found::default(), &nothing, None, role);
            assert_eq!(html.contains("record.csv"), role == Role::GlobalAdmin);
        }
    }
}

#[test]
fn where_a_page_begins_is_read_as_it_was_written() {
    let now = words(Lang::En).now;
    assert_eq!(before(&cursor((now, 42))), Some((now, 42)));
    for word in ["", "1", "1.x", "x.1", ".", "99999999999999999999.1", "1.2.3"] {
        assert_eq!(before(word), None, "{word}");
    }
}
