//! What is refused of how somebody is reached and of what they promise, whoever brings it: each at its field, and nothing of it
//! is kept.
#![allow(clippy::unwrap_used, reason = "a test says what it wanted by failing")]

mod world;

use firstline_domain::offer::{Agreement, Contact, ContactKind, ServiceTarget, Severity};
use firstline_domain::role::Role;
use firstline_hub::offer::OfferEdit;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::{Field, HubError};
use world::{World, run};

const TEN_YEARS: u32 = 10 * 366 * 1440;

fn promise(severity: Severity, minutes: u32) -> ServiceTarget {
    ServiceTarget {
        severity,
        first_response_minutes: minutes,
        update_interval_minutes: None,
        target_minutes: None,
    }
}

fn languages(count: usize) -> Vec<String> {
    (0..count).map(|_| "es-MX".to_owned()).collect()
}

fn refused<T: std::fmt::Debug>(done: Result<T, HubError>) -> Vec<Field> {
    match done {
        Err(HubError::Invalid(wrong)) => wrong,
        other => panic!("not refused for what it holds: {other:?}"),
    }
}

#[test]
fn a_desk_is_refused_at_each_field_and_stays_as_it_was() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let lucia = world.person("estelar", Role::GlobalAdmin);
        let before = run(hub.organisation(&lucia, "estelar")).unwrap();
        let desk = |languages| Contact {
            languages,
            ..before.desk.clone()
        };
        let edit = |desk, promises, price| run(hub.edit_desk(&lucia, before.version, desk, promises, price));

        let mut late = promise(Severity::A, 0);
        late.target_minutes = Some(TEN_YEARS + 1);
        let wrong = refused(edit(
            desk(languages(41)),
            vec![late, promise(Severity::A, 60)],
            Some("ü".repeat(501)),
        ));
        assert_eq!(
            wrong,
            [
                Field::quoting("desk.languages", "error-too-many-languages", "40"),
                Field::new("promises.A.first-response", "error-span-range"),
                Field::new("promises.A.target", "error-span-range"),
                Field::quoting("promises.A.first-response", "error-severity-twice", "A"),
                Field::quoting("price", "error-too-long", "500"),
            ]
        );
        let wrong = refused(edit(desk(vec!["<b>".to_owned()]), Vec::new(), None));
        assert_eq!(
            wrong,
            [Field::quoting("desk.languages", "error-language-tag", "<b>")]
        );
        assert_eq!(run(hub.organisation(&lucia, "estelar")).unwrap(), before);

        let promises = vec![promise(Severity::A, 1), promise(Severity::C, TEN_YEARS)];
        let after = edit(desk(languages(40)), promises.clone(), Some("ü".repeat(500))).unwrap();
        assert_eq!(after.promises, promises);
    });
}

#[test]
fn an_offers_agreement_and_contacts_are_refused_at_each_field() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let selin = world.person("pinar", Role::Owner);
        let before = run(hub.offer(&selin, "pinar/insight")).unwrap().offer;
        let edit = |title: &str, url: &str| OfferEdit {
            contacts: vec![Contact {
                kind: Some(ContactKind::Engineering),
                email: Some("engineering@pinar.example".to_owned()),
                languages: vec!["English (US)".to_owned()],
                ..Contact::default()
            }],
            resources: Vec::new(),
            agreement: Some(Agreement {
                title: title.to_owned(),
                url: Some(url.to_owned()),
                hours: None,
                targets: vec![promise(Severity::B, TEN_YEARS + 1)],
            }),
        };
        let long = format!("https://pinar.example/{}", "a".repeat(2000));
        let of_all = [
            Field::quoting(
                "contacts.engineering.languages",
                "error-language-tag",
                "English (US)",
            ),
            Field::new("agreement.targets.B.first-response", "error-span-range"),
        ];
        for (title, url, others) in [
            (
                " ".to_owned(),
                "ftp://pinar.example",
                [
                    Field::new("agreement.title", "error-agreement-title"),
                    Field::quoting("agreement.url", "error-url", "ftp://pinar.example"),
                ],
            ),
            (
                "ü".repeat(256),
                &*long,
                [
                    Field::quoting("agreement.title", "error-too-long", "255"),
                    Field::quoting("agreement.url", "error-too-long", "2000"),
                ],
            ),
        ] {
            let done = run(hub.edit_offer(&selin, "pinar/insight", before.version, edit(&title, url)));
            assert_eq!(refused(done), [&of_all[..], &others[..]].concat());
        }
        let after = run(hub.offer(&selin, "pinar/insight")).unwrap().offer;
        assert_eq!(after, before);
    });
}
