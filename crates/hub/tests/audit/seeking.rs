//! What is found in a record, and how far back.

use firstline_domain::access::Object;
use firstline_domain::role::Role;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::audit::Sought;
use firstline_hub::store::testing::on_each_engine;

use crate::reading::{hub_at, tomorrow};
use crate::world::{World, run};

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
