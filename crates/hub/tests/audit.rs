//! The record of an organisation: who did what, who looked at whose contacts, and that nobody can change it unseen; on both
//! engines.

#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails")]

mod records;
mod world;

use std::collections::BTreeSet;

use firstline_domain::access::Object;
use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, ContactKind};
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_hub::ask::Question;
use firstline_hub::audit::{ACTS, Actor, Change, Entry, Export, Format, Found, Leaf, Sought, Thing, changes};
use firstline_hub::invitation::NewInvitation;
use firstline_hub::offer::OfferEdit;
use firstline_hub::people::Newcomer;
use firstline_hub::set_up::SetUp;
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::split::{Counterpart, NewSplit};
use firstline_hub::store::audit::{Fault, Hash, Verified};
use firstline_hub::store::db::Db;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;
use firstline_hub::{Hub, HubError, POLICIES, locale};
use jiff::{SignedDuration, Timestamp};
use records::{PASSWORD, places_of, tamper, texts};
use serde_json::{Value, json};
use uuid::Uuid;
use world::{World, now, run};

fn tomorrow() -> Timestamp {
    now() + SignedDuration::from_hours(24)
}

/// Another process on the same records, at another time.
fn hub_at(hub: &Hub, clock: fn() -> Timestamp) -> Hub {
    Hub::with_clock(hub.db().clone(), Policy::parse(POLICIES[0].1).unwrap(), clock)
}

/// The whole record of an organisation, the oldest line first.
fn record(hub: &Hub, scope: &Scope) -> (Vec<Entry>, Found) {
    let mut found = run(hub.audit(scope, &Sought::default(), 1000)).unwrap();
    assert_eq!(found.next, None);
    let mut entries = std::mem::take(&mut found.entries);
    entries.reverse();
    (entries, found)
}

fn acts(hub: &Hub, scope: &Scope) -> Vec<String> {
    record(hub, scope).0.into_iter().map(|entry| entry.act).collect()
}

fn verify(hub: &Hub, organisation: &str, head: Option<&Hash>) -> Result<Verified, Fault> {
    let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
    let mut logs = hub.verify_audit(&hand, Some(organisation), head).unwrap();
    logs.pop().unwrap().1
}

/// A change in a line: the path, and what stood there before and after.
fn told(change: &Change) -> String {
    let side = |leaves: &[Leaf]| {
        let said: Vec<String> = leaves
            .iter()
            .map(|leaf| match leaf {
                Leaf::Text(text) => text.clone(),
                Leaf::Flag(flag) => flag.to_string(),
                Leaf::Forgotten => "?".to_owned(),
            })
            .collect();
        said.join("+")
    };
    format!(
        "{}: {} -> {}",
        change.path.join("."),
        side(&change.before),
        side(&change.after)
    )
}

fn changes_of(hub: &Hub, scope: &Scope, act: &str) -> Vec<String> {
    let (entries, found) = record(hub, scope);
    let entry = entries.iter().rfind(|entry| entry.act == act).unwrap();
    changes(&entry.detail, &found.names).iter().map(told).collect()
}

fn taken_out(mut export: Export) -> String {
    let mut whole = Vec::new();
    while let Some(piece) = run(export.next()).unwrap() {
        whole.extend(piece);
    }
    String::from_utf8(whole).unwrap()
}

#[test]
fn a_change_is_told_with_what_was_before_and_after_and_where_it_came_from() {
    on_each_engine(|db| {
        let world = World::new(db);
        let selin = world.settled("selin", "Selin Uzun", "pinar", Role::Owner);
        let before = run(world.hub.offer(&selin, "pinar/insight")).unwrap().offer;
        let mut contacts = before.contacts.clone();
        for contact in &mut contacts {
            if contact.kind == Some(ContactKind::Engineering) {
                contact.email = Some("bugs@pinar.example".to_owned());
            }
        }
        let edit = OfferEdit {
            contacts,
            resources: before.resources.clone(),
            agreement: None,
        };
        run(world
            .hub
            .edit_offer(&selin, "pinar/insight", before.version, edit))
        .unwrap();

        let (entries, _) = record(&world.hub, &selin);
        let [.., entry] = &entries[..] else {
            panic!("nothing is recorded")
        };
        assert_eq!(entry.act, "edit-offer");
        assert_eq!(entry.thing, Thing::Named("pinar/insight".to_owned()));
        assert_eq!(
            entry.who,
            Actor::Person {
                handle: "selin".to_owned(),
                name: "Selin Uzun".to_owned(),
            }
        );
        assert_eq!(entry.address.as_deref(), Some("192.0.2.7"));
        assert_eq!(entry.at, now());
        let told = changes_of(&world.hub, &selin, "edit-offer");
        let engineering = "contacts.engineering.email: engineering@pinar.example -> bugs@pinar.example";
        assert!(told.contains(&engineering.to_owned()), "{told:?}");
        assert!(
            told.iter()
                .any(|line| line.starts_with("agreement.") && line.ends_with(" -> ")),
            "{told:?}"
        );
        assert!(
            !told.iter().any(|line| line.contains("customer-support")),
            "only what differs: {told:?}"
        );
    });
}

#[test]
fn desks_choices_splits_and_support_contacts_are_told_with_what_was_before() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let lucia = world.settled("lucia", "Lucía Ferrer", "estelar", Role::GlobalAdmin);

        let own = run(hub.organisation(&lucia, "estelar")).unwrap();
        let desk = Contact {
            phone: Some("+34 600 000 000".to_owned()),
            ..own.desk.clone()
        };
        run(hub.edit_desk(&lucia, own.version, desk, Vec::new(), Some("10 EUR".to_owned()))).unwrap();
        assert_eq!(
            changes_of(hub, &lucia, "edit-desk"),
            ["desk.phone:  -> +34 600 000 000", "price:  -> 10 EUR"]
        );

        for choice in [
            Some(TechnicalChoice::SendOn),
            Some(TechnicalChoice::Coordinate),
            None,
        ] {
            run(hub.choose_technical(&lucia, None, choice)).unwrap();
        }
        assert_eq!(changes_of(hub, &lucia, "choose-technical"), [": coordinate -> "]);

        let new = NewSplit {
            with: Counterpart::Reseller("nube".to_owned()),
            from: "2026-11-20".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: [("commercial.billing".to_owned(), Share::Reseller)].into(),
        };
        world.agree(&lucia, "nube", new);
        let told = changes_of(hub, &lucia, "agree-split");
        assert!(
            told.iter()
                .any(|line| line.starts_with("from: 2026-01-01 -> 2026-11-20")),
            "{told:?}"
        );

        let sold = run(hub.subscription(&lucia, "named")).unwrap();
        let version = sold.subscription.version;
        run(hub.set_support_contact(&lucia, "named", version, PartyKind::Provider)).unwrap();
        assert_eq!(
            changes_of(hub, &lucia, "set-support-contact"),
            [": reseller -> provider"]
        );
        assert_eq!(verify(hub, "estelar", None).unwrap().lines, 7);
    });
}

#[test]
fn each_organisation_has_its_own_record_and_only_some_roles_see_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let rival = world.settled("rita", "Rita Rival", "rival", Role::GlobalAdmin);
        run(hub.choose_technical(&defne, None, Some(TechnicalChoice::SendOn))).unwrap();
        assert_eq!(acts(hub, &defne), ["choose-technical"]);
        assert_eq!(acts(hub, &rival), [""; 0]);
        for role in [Role::AdminAgent, Role::HelpdeskAgent, Role::UserManagementAdmin] {
            let other = world.person("altan", role);
            let refused = run(hub.audit(&other, &Sought::default(), 10));
            assert!(
                matches!(refused, Err(HubError::NotShown(roles)) if roles == [Role::GlobalAdmin]),
                "{role}"
            );
            assert!(run(hub.export_audit(&other, Format::Csv)).is_err(), "{role}");
            assert!(run(hub.audit_head(&other)).is_err(), "{role}");
        }
    });
}

#[test]
fn a_program_is_told_apart_from_the_person_who_made_its_token() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let new = NewToken {
            name: "nightly".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 30,
        };
        let (_, secret) = run(hub.make_token(&defne, new)).unwrap();
        let program = run(hub.signed_in(Shown::Token(&secret), None)).unwrap().unwrap();
        run(hub.choose_technical(&program.scope, None, Some(TechnicalChoice::SendOn))).unwrap();
        let (entries, _) = record(hub, &defne);
        assert_eq!(entries[0].thing, Thing::Named("nightly".to_owned()));
        assert_eq!(entries[1].who, Actor::Token(Some("nightly".to_owned())));
    });
}

#[test]
fn whoever_looks_at_contacts_is_on_record_once_a_day_with_both_organisations() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let emre = world.settled("emre", "Emre Tunalı", "altan", Role::AdminAgent);
        let ayse = world.settled("ayse", "Ayşe Er", "altan", Role::AdminAgent);
        let selin = world.settled("selin", "Selin Uzun", "pinar", Role::Owner);
        for _ in 0..3 {
            run(hub.offer(&emre, "pinar/insight")).unwrap();
        }
        run(hub.offer(&ayse, "pinar/insight")).unwrap();
        assert_eq!(acts(hub, &defne), [""; 0], "nobody waits for the record");
        run(hub.write_looks()).unwrap();

        let (entries, _) = record(hub, &defne);
        let names: Vec<&Actor> = entries.iter().map(|entry| &entry.who).collect();
        assert!(
            matches!(&names[..], [Actor::Person { name: a, .. }, Actor::Person { name: b, .. }]
                if a == "Emre Tunalı" && b == "Ayşe Er"),
            "{names:?}"
        );
        assert!(entries.iter().all(|entry| entry.act == "see-offer-contacts"));
        assert!(
            entries
                .iter()
                .all(|entry| entry.address.as_deref() == Some("192.0.2.7"))
        );

        let (theirs, _) = record(hub, &selin);
        let [look] = &theirs[..] else { panic!("{theirs:?}") };
        assert_eq!(look.who, Actor::Organisation("Altan Bulut".to_owned()));
        assert_eq!(look.thing, Thing::Named("pinar/insight".to_owned()));
        assert_eq!(look.address, None);
        let told = format!("{look:?}").to_lowercase();
        for word in ["emre", "ayşe", "192.0.2"] {
            assert!(!told.contains(word), "{told}");
        }

        // Another process of the same day knows; the next day is another.
        let restarted = hub_at(hub, now);
        run(restarted.offer(&emre, "pinar/insight")).unwrap();
        run(restarted.write_looks()).unwrap();
        assert_eq!(acts(hub, &defne).len(), 2);
        let later = hub_at(hub, tomorrow);
        run(later.offer(&emre, "pinar/insight")).unwrap();
        run(later.write_looks()).unwrap();
        assert_eq!(acts(hub, &defne).len(), 3);
        assert_eq!(acts(hub, &selin).len(), 2);
        for organisation in ["altan", "pinar"] {
            verify(hub, organisation, None).unwrap();
        }
    });
}

#[test]
fn what_shows_no_contacts_of_others_is_no_look() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let selin = world.settled("selin", "Selin Uzun", "pinar", Role::Owner);
        let helpdesk = world.person("altan", Role::HelpdeskAgent);
        let customer = world.person("delta", Role::CustomerAdmin);
        run(hub.offer(&helpdesk, "pinar/insight")).unwrap();
        run(hub.offer(&customer, "pinar/insight")).unwrap();
        run(hub.offer(&selin, "pinar/insight")).unwrap();
        run(hub.offer_without_contacts(&defne, "pinar/insight")).unwrap();
        run(hub.organisation(&defne, "altan")).unwrap();
        run(hub.organisation_without_desk(&defne, "pinar")).unwrap();
        run(hub.customers(&defne, "", 10)).unwrap();
        run(hub.write_looks()).unwrap();
        let (defnes, selins) = (acts(hub, &defne), acts(hub, &selin));
        assert_eq!((defnes, selins), (Vec::new(), Vec::new()));
        assert!(
            run(hub.offer_without_contacts(&defne, "pinar/insight"))
                .unwrap()
                .offer
                .contacts
                .is_empty()
        );
        assert!(
            !run(hub.organisation_without_desk(&defne, "pinar"))
                .unwrap()
                .desk
                .is_reachable()
        );
    });
}

#[test]
fn an_answer_that_shows_contacts_is_a_look_at_each_of_them() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let emre = world.settled("emre", "Emre Tunalı", "altan", Role::AdminAgent);
        let deniz = world.settled("deniz", "Deniz Kaya", "delta", Role::CustomerAdmin);
        let question = Question {
            topic: "technical.break-fix".to_owned(),
            offer: Some("pinar/insight".to_owned()),
            ..Question::default()
        };
        // Asked again and again, answered from memory: one look all the same.
        for _ in 0..3 {
            run(hub.ask(&emre, &question)).unwrap();
        }
        run(hub.write_looks()).unwrap();
        let (seen, _) = record(hub, &defne);
        let seen: Vec<(String, Thing)> = seen
            .iter()
            .map(|entry| (entry.act.clone(), entry.thing.clone()))
            .collect();
        let offer = Thing::Named("pinar/insight".to_owned());
        assert!(
            seen.contains(&("see-offer-contacts".to_owned(), offer)),
            "{seen:?}"
        );
        let once = seen
            .iter()
            .enumerate()
            .all(|(index, look)| !seen[..index].contains(look));
        assert!(once, "{seen:?}");

        let answer = run(hub.ask_and_keep(
            &deniz,
            &Question {
                subscription: Some("direct-bill".to_owned()),
                topic: "commercial.billing".to_owned(),
                ..Question::default()
            },
        ))
        .unwrap();
        run(hub.kept_answer(&deniz, answer.id.unwrap())).unwrap();
        run(hub.write_looks()).unwrap();
        let (entries, _) = record(hub, &deniz);
        let seen: Vec<(&str, &Thing)> = entries
            .iter()
            .map(|entry| (entry.act.as_str(), &entry.thing))
            .collect();
        let altan = Thing::Named("Altan Bulut".to_owned());
        assert!(seen.contains(&("see-desk", &altan)), "{seen:?}");
        let (theirs, _) = record(hub, &defne);
        let by_delta = Actor::Organisation("Delta Tekstil".to_owned());
        assert_eq!(theirs.iter().filter(|entry| entry.who == by_delta).count(), 1);
    });
}

#[test]
fn desks_in_a_list_and_a_providers_desk_are_looks() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let marta = world.settled("marta", "Marta Ibarz", "nube", Role::GlobalAdmin);
        run(hub.pairs(&marta)).unwrap();
        run(hub.write_looks()).unwrap();
        let things = || -> Vec<Thing> {
            record(hub, &marta)
                .0
                .into_iter()
                .map(|entry| entry.thing)
                .collect()
        };
        assert_eq!(things(), [Thing::Named("Estelar Distribución".to_owned())]);
        let listed = run(hub.organisations(&marta, None, "", 100)).unwrap();
        let others = listed
            .iter()
            .filter(|organisation| organisation.handle != "nube" && organisation.desk.is_reachable());
        let others = others.count();
        assert!(others > 1);
        run(hub.write_looks()).unwrap();
        assert_eq!(things().len(), others, "the provider's was on record already");
    });
}

#[test]
fn looks_that_are_not_written_fast_enough_are_written_before_more_is_read() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let emre = world.settled("emre", "Emre Tunalı", "altan", Role::AdminAgent);
        // As many people as looks may wait, each with the first look of the day.
        for _ in 0..4_000 {
            let mut other = emre.clone();
            other.person = Some(firstline_domain::id::PersonId(Uuid::now_v7()));
            let question = Question {
                topic: "technical.break-fix".to_owned(),
                offer: Some("pinar/insight".to_owned()),
                channel: Some(Channel::DirectBill),
                ..Question::default()
            };
            run(hub.ask(&other, &question)).unwrap();
        }
        let lines = |hub: &Hub| verify(hub, "altan", None).unwrap().lines;
        assert!(lines(hub) < 4_000);
        run(hub.organisations(&defne, None, "", 1)).unwrap();
        assert!(
            lines(hub) >= 4_000,
            "they were written before anything else was read"
        );
    });
}

#[test]
fn nothing_of_a_record_can_be_changed_unseen() {
    type Story = (&'static str, fn(i64) -> Fault);
    let stories: [Story; 4] = [
        ("update audit set act = 'ask' where number = 2", Fault::Altered),
        ("delete from audit where number = 2", Fault::Missing),
        ("update audit set number = -number where number in (2, 3)", |_| {
            Fault::Missing(2)
        }),
        ("delete from audit where number > 3", |_| Fault::Cut(4)),
    ];
    on_each_engine(|db| {
        let world = World::new(db);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        for choice in [TechnicalChoice::SendOn, TechnicalChoice::Coordinate].repeat(3) {
            run(world.hub.choose_technical(&defne, None, Some(choice))).unwrap();
        }
        let head = verify(&world.hub, "altan", None).unwrap().head.hash;
        assert!(verify(&world.hub, "altan", Some(&head)).is_ok());
        for (sql, fault) in stories {
            tamper(world.hub.db(), "create table kept as select * from audit limit 6");
            tamper(world.hub.db(), sql);
            if sql.contains("-number") {
                tamper(
                    world.hub.db(),
                    "update audit set number = 5 + number where number < 0",
                );
            }
            let found = verify(&world.hub, "altan", None);
            let expected = match fault(2) {
                // Two lines that change places are each where the other's number says it is not.
                Fault::Missing(2) if sql.contains("-number") => Fault::Altered(2),
                other => other,
            };
            assert_eq!(found, Err(expected), "{sql}");
            tamper(world.hub.db(), "delete from audit");
            tamper(world.hub.db(), "insert into audit select * from kept");
            world
                .hub
                .db()
                .write_blocking(|tx| tx.execute("drop table kept", &[]))
                .unwrap();
        }
        verify(&world.hub, "altan", None).unwrap();
        assert_eq!(verify(&world.hub, "altan", Some(&[7; 32])), Err(Fault::Rewritten));
        let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
        assert!(matches!(
            world.hub.verify_audit(&hand, Some("nobody"), None),
            Err(HubError::NotFound(_))
        ));
    });
}

#[test]
fn what_is_sought_is_found() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Açar", "altan", Role::GlobalAdmin);
        let emre = world.settled("emre", "Emre Tunalı", "altan", Role::AdminAgent);
        run(hub.choose_technical(&defne, None, Some(TechnicalChoice::SendOn))).unwrap();
        run(hub.choose_technical(
            &emre,
            Some("pinar/insight".to_owned()),
            Some(TechnicalChoice::SendOn),
        ))
        .unwrap();
        let own = run(hub.organisation(&defne, "altan")).unwrap();
        let later = hub_at(hub, tomorrow);
        let price = Some("Ücretsiz".to_owned());
        run(later.edit_desk(&defne, own.version, own.desk.clone(), Vec::new(), price)).unwrap();

        let numbers = |sought: Sought| -> Vec<i64> {
            let found = run(hub.audit(&defne, &sought, 100)).unwrap();
            found.entries.iter().map(|entry| entry.number).collect()
        };
        let sought = Sought::default;
        assert_eq!(numbers(sought()), [3, 2, 1]);
        let by = |who: &str| Sought {
            who: who.to_owned(),
            ..sought()
        };
        assert_eq!(
            numbers(by("defne acar")),
            [3, 1],
            "whatever the capitals and marks"
        );
        assert_eq!(numbers(by("emre@people.example")), [2]);
        assert_eq!(numbers(by("nobody")), [0; 0]);
        let text = |text: &str| Sought {
            text: text.to_owned(),
            ..sought()
        };
        assert_eq!(numbers(text("ucretsiz")), [3]);
        assert_eq!(
            numbers(text("pinar/insight")),
            [2],
            "things by what they are called"
        );
        assert_eq!(numbers(text("192.0.2.7")), [3, 2, 1]);
        assert_eq!(numbers(text("nowhere to be found")), [0; 0]);
        let act = Sought {
            act: Some("edit-desk".to_owned()),
            ..sought()
        };
        assert_eq!(numbers(act), [3]);
        let object = Sought {
            object: Some(Object::TechnicalChoice),
            ..sought()
        };
        assert_eq!(numbers(object), [2, 1]);
        let neither = Sought {
            act: Some("edit-desk".to_owned()),
            object: Some(Object::TechnicalChoice),
            ..sought()
        };
        assert_eq!(numbers(neither), [0; 0]);
        let day = |day: &str| Some(day.parse().unwrap());
        assert_eq!(
            numbers(Sought {
                until: day("2026-11-20"),
                ..sought()
            }),
            [2, 1]
        );
        assert_eq!(
            numbers(Sought {
                from: day("2026-11-21"),
                ..sought()
            }),
            [3]
        );

        // Page by page nothing is left out and nothing comes twice.
        let mut walked = Vec::new();
        let mut before = None;
        loop {
            let found = run(hub.audit(&defne, &Sought { before, ..sought() }, 2)).unwrap();
            walked.extend(found.entries.iter().map(|entry| entry.number));
            before = found.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(walked, [3, 2, 1]);
    });
}

#[test]
fn a_text_that_is_rare_is_looked_for_a_limited_way_back_at_a_time() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        run(hub.choose_technical(&defne, None, Some(TechnicalChoice::Coordinate))).unwrap();
        // Written past the hub, for there to be many: that they do not verify is no matter here.
        hub.db()
            .write_blocking(|tx| {
                tx.execute(
                    "insert into audit (organisation, number, who_kind, who, acting_for, act, object, detail, address,
                       happened_at, personal, previous, hash)
                     with recursive many(n) as (select 2 union all select n + 1 from many where n < 12000)
                     select organisation, n, who_kind, who, acting_for, 'edit-desk', '', 'null', address,
                       happened_at + n, '{}', previous, hash from audit, many where number = 1",
                    &[],
                )
            })
            .unwrap();
        let sought = Sought {
            text: "coordinate".to_owned(),
            ..Sought::default()
        };
        let first = run(hub.audit(&defne, &sought, 10)).unwrap();
        assert!(first.entries.is_empty() && first.cut);
        let second = run(hub.audit(
            &defne,
            &Sought {
                before: first.next,
                ..sought
            },
            10,
        ))
        .unwrap();
        assert_eq!(second.entries.len(), 1);
        assert!(!second.cut && second.next.is_none());
    });
}

#[test]
fn a_record_that_was_taken_out_can_be_verified_elsewhere() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let token = NewToken {
            name: "=1+1, \"quoted\"".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 30,
        };
        run(hub.make_token(&defne, token)).unwrap();
        for choice in [Some(TechnicalChoice::SendOn), None].repeat(300) {
            run(hub.choose_technical(&defne, None, choice)).unwrap();
        }
        let out = taken_out(run(hub.export_audit(&defne, Format::JsonLines)).unwrap());
        let lines: Vec<Value> = out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines.len() as u64, verify(hub, "altan", None).unwrap().lines);
        assert_eq!(
            lines.last().unwrap()["act"],
            "export-audit",
            "taking it out is on record"
        );

        // As the documentation of the store says, with nothing of the hub's own.
        let mut previous = "0".repeat(64);
        for (line, raw) in lines.iter().zip(out.lines()) {
            let detail = &raw[raw.find("\"detail\":").unwrap() + 9..raw.find(",\"address\":").unwrap()];
            let canonical = json!([
                "firstline-audit-1",
                previous,
                line["organisation"],
                line["number"],
                line["who"],
                line["acting_for"],
                line["act"],
                line["object"],
                detail,
                line["address"],
                line["time_micros"],
            ]);
            let hash = blake3::hash(canonical.to_string().as_bytes())
                .to_hex()
                .to_string();
            assert_eq!(line["hash"], hash, "{raw}");
            assert_eq!(line["previous"], previous);
            previous = hash;
        }

        let csv = taken_out(run(hub.export_audit(&defne, Format::Csv)).unwrap());
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let head: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(head[0], "number");
        let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), lines.len() + 1);
        let formulas = rows
            .iter()
            .flatten()
            .filter(|field| field.starts_with(['=', '+', '-', '@']));
        assert_eq!(formulas.count(), 0);
        let name = head.iter().position(|name| name == "who_name").unwrap();
        assert_eq!(&rows[0][name], "Defne Acar");
    });
}

/// Everything that gives somebody a secret; gives the secrets, and the words by which people are known.
fn everything_with_secrets(world: &World) -> (Vec<String>, Vec<String>) {
    let hub = &world.hub;
    let mut secrets = vec![PASSWORD.to_owned(), "a much longer ferry crossing".to_owned()];
    let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
    let session = world.sign_in("defne");
    let visitor = run(hub.signed_in(Shown::Session(&session), None))
        .unwrap()
        .unwrap();
    secrets.push(session);

    let (_, token) = run(hub.make_token(
        &defne,
        NewToken {
            name: "Defne's nightly".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 30,
        },
    ))
    .unwrap();
    secrets.push(token);

    let invite = |email: &str| {
        let new = NewInvitation {
            organisation: None,
            email: email.to_owned(),
            roles: vec![Role::AdminAgent],
        };
        run(hub.invite(&defne, new)).unwrap().secret.unwrap()
    };
    let joined = invite("yeni@people.example");
    let newcomer = Newcomer {
        name: "Yeni Biri".to_owned(),
        password: PASSWORD.to_owned(),
    };
    secrets.push(run(hub.accept_invitation(&joined, newcomer, &Origin::default())).unwrap());
    secrets.extend([joined, invite("hic@people.example")]);

    run(hub.ask_reset("defne@people.example", &Origin::default())).unwrap();
    run(hub.ask_address(&visitor, "defne.yeni@people.example")).unwrap();
    let waiting = run(hub.letters(&defne, 100)).unwrap();
    for letter in &waiting {
        secrets.push(letter.link.clone().unwrap());
    }
    let reset = waiting
        .iter()
        .find(|letter| letter.message.kind == "reset")
        .unwrap();
    let reset = reset.link.as_deref().unwrap();
    let new = "a much longer ferry crossing";
    let after_reset = run(hub.reset(reset, new, &Origin::default()));
    secrets.extend(after_reset.ok());

    let factor = run(hub.begin_second_factor(&visitor));
    if let Ok(factor) = factor {
        secrets.extend([factor.key, factor.sealed]);
    }
    let known = [
        "defne",
        "Defne Acar",
        "yeni",
        "Yeni Biri",
        "hic@",
        "people.example",
    ];
    (secrets, known.map(str::to_owned).to_vec())
}

#[test]
fn no_secret_ever_stands_in_a_record_and_no_name_in_its_chain() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (secrets, known) = everything_with_secrets(&world);
        assert!(secrets.len() >= 8, "{}", secrets.len());
        let texts = texts(world.hub.db());
        let log = || texts.iter().filter(|(place, _)| place.starts_with("audit."));
        assert!(log().count() > 20);
        for secret in &secrets {
            // What stands before the signature is the secret itself.
            let bare = secret.split('.').next().unwrap();
            // What waits to be sent is sealed.
            let waiting = texts.iter().filter(|(place, _)| place.starts_with("outbox."));
            let told: Vec<_> = log()
                .chain(waiting)
                .filter(|(_, text)| text.contains(bare))
                .collect();
            assert!(told.is_empty(), "{secret}: {told:?}");
        }
        let chained = || log().filter(|(place, _)| place != "audit.personal");
        for word in &known {
            let wanted = word.to_lowercase();
            let told: Vec<_> = chained()
                .filter(|(_, text)| text.to_lowercase().contains(&wanted))
                .collect();
            assert!(told.is_empty(), "{word}: {told:?}");
        }
        assert!(places_of(world.hub.db(), "Yeni Biri").contains(&"person.name".to_owned()));
        verify(&world.hub, "altan", None).unwrap();
    });
}

#[test]
fn setting_a_hub_up_leaves_no_secret_in_the_record_either() {
    on_each_engine(|db: Db| {
        let hub = Hub::with_clock(db, Policy::parse(POLICIES[0].1).unwrap(), now);
        let link = hub.set_up_link().unwrap().unwrap();
        let given = SetUp {
            organisation: "Meridian".to_owned(),
            email: "ada@meridian.example".to_owned(),
            newcomer: Newcomer {
                name: "Ada".to_owned(),
                password: PASSWORD.to_owned(),
            },
        };
        let session = run(hub.set_up(&link, given, &Origin::default())).unwrap();
        for secret in [link.split('.').next().unwrap(), &session, PASSWORD] {
            assert_eq!(places_of(&hub, secret), [""; 0]);
        }
        let handle = hub
            .verify_audit(&Scope::own_hand(OrganisationId(Uuid::nil())), None, None)
            .unwrap();
        assert_eq!(handle.len(), 1);
        assert!(handle[0].1.is_ok());
    });

    /// The columns of the log in which a word stands.
    fn places_of(hub: &Hub, word: &str) -> Vec<String> {
        let places = records::places_of(hub.db(), word);
        places
            .into_iter()
            .filter(|place| place.starts_with("audit"))
            .collect()
    }
}

#[test]
fn every_act_and_every_fault_has_words_in_every_language() {
    for lang in Lang::ALL {
        for (act, object) in ACTS {
            for key in [format!("audit-act-{act}"), format!("object-{object}")] {
                assert!(locale::exists(lang, &key), "{key} in {lang}");
            }
        }
        for fault in [
            Fault::Altered(1),
            Fault::Reworded(1),
            Fault::Missing(1),
            Fault::Unchained(1),
            Fault::Cut(1),
            Fault::Beheaded(1),
            Fault::Headless,
            Fault::Rewritten,
        ] {
            assert!(locale::exists(lang, fault.key()), "{} in {lang}", fault.key());
        }
    }
    let names: BTreeSet<&str> = ACTS.iter().map(|(act, _)| *act).collect();
    assert_eq!(names.len(), ACTS.len(), "each stands once");
}
