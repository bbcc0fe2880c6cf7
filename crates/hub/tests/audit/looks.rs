//! Looks at the contacts of others.

use firstline_domain::party::Channel;
use firstline_domain::role::Role;
use firstline_hub::Hub;
use firstline_hub::ask::Question;
use firstline_hub::audit::{Actor, Thing};
use firstline_hub::store::testing::on_each_engine;
use uuid::Uuid;

use crate::reading::{acts, hub_at, record, tomorrow, verify};
use crate::world::{World, now, run};

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
