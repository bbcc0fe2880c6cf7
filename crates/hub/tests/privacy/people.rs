//! What is held of a person: taken out, and erased.

use crate::records::{PASSWORD, places_of};
use crate::world::{World, run};
use firstline_domain::role::Role;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::HubError;
use firstline_hub::audit::{Actor, Entry, Thing};
use firstline_hub::invitation::NewInvitation;
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::store::Engine;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;
use std::collections::BTreeSet;

use crate::{busy, joined, record, verify, whole};

#[test]
fn a_person_takes_out_everything_that_is_held_of_them_and_no_secret() {
    on_each_engine(|db| {
        let world = World::new(db);
        let emre = busy(&world);
        joined(&world, "emre-tunali", "rival", Role::HelpdeskAgent);
        let own = whole(run(world.hub.own_dossier(&emre)).unwrap());
        assert_eq!(own["person"]["email"], "emre-tunali@people.example");
        let organisations: BTreeSet<&str> = own["memberships"]
            .as_array()
            .unwrap()
            .iter()
            .map(|membership| membership["organisation"].as_str().unwrap())
            .collect();
        assert_eq!(organisations, BTreeSet::from(["altan", "rival"]));
        for (kind, least) in [
            ("sessions", 2),
            ("credentials", 1),
            ("links", 2),
            ("messages", 1),
            ("tokens", 1),
            ("decisions", 1),
        ] {
            let rows = own[kind].as_array().unwrap();
            assert!(rows.len() >= least, "{kind}: {rows:?}");
        }
        let acts: Vec<&str> = own["acts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|act| act["act"].as_str().unwrap())
            .collect();
        for act in [
            "choose-technical",
            "ask",
            "see-offer-contacts",
            "ask-address",
            "make-token",
            "export-person",
        ] {
            assert!(acts.contains(&act), "{act}: {acts:?}");
        }
        assert_eq!(own["acts"][0]["address"], "192.0.2.7");
        let text = own.to_string();
        for secret in [PASSWORD, "argon2", "reset_", "address_", "session_", "firstline_"] {
            assert!(!text.contains(secret), "{secret}");
        }
        // Who asks for it through a program has no person to ask about.
        let (_, token) = run(world.hub.make_token(
            &emre,
            NewToken {
                name: "other".to_owned(),
                roles: vec![Role::AdminAgent],
                days: 1,
            },
        ))
        .unwrap();
        let program = run(world.hub.signed_in(Shown::Token(&token), None))
            .unwrap()
            .unwrap();
        assert!(run(world.hub.own_dossier(&program.scope)).is_err());
    });
}

#[test]
fn an_administrator_takes_out_what_the_own_organisation_holds_and_nothing_else() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let emre = busy(&world);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let rita = world.settled("rita", "Rita Rival", "rival", Role::GlobalAdmin);
        joined(&world, "emre-tunali", "rival", Role::HelpdeskAgent);
        let theirs = whole(run(hub.dossier(&defne, "emre-tunali")).unwrap());
        let text = theirs.to_string();
        assert!(!text.contains("rival") && !text.contains("credentials"), "{text}");
        assert_eq!(theirs["memberships"].as_array().unwrap().len(), 1);
        assert!(!theirs["acts"].as_array().unwrap().is_empty());

        let of_rival = whole(run(hub.dossier(&rita, "emre-tunali")).unwrap());
        assert_eq!(of_rival["acts"].as_array().unwrap().len(), 0);
        assert_eq!(of_rival["decisions"].as_array().unwrap().len(), 0);
        assert!(matches!(
            run(hub.dossier(&rita, "defne")),
            Err(HubError::NotFound(_))
        ));
        assert!(
            run(hub.dossier(&emre, "defne")).is_err(),
            "an agent is not let on"
        );
        let last = record(hub, &defne).pop().unwrap();
        assert_eq!(
            (last.act.as_str(), last.thing),
            ("export-person", Thing::Named("Emre Tunalı".to_owned()))
        );
    });
}

#[test]
fn who_is_erased_stands_nowhere_any_more_and_the_record_still_verifies() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let emre = busy(&world);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let version = run(hub.colleague(&defne, "emre-tunali")).unwrap().version();
        run(hub.change_roles(&defne, "emre-tunali", version, vec![Role::HelpdeskAgent])).unwrap();
        let invitation = NewInvitation {
            organisation: None,
            email: "EMRE.Yeni@people.example".to_owned(),
            roles: vec![Role::AdminAgent],
        };
        run(hub.invite(&defne, invitation)).unwrap();
        for word in ["emre-tunali", "Emre Tunalı", "emre.yeni@"] {
            assert!(!places_of(hub.db(), word).is_empty(), "{word}");
        }
        let before = verify(hub, "altan").unwrap();

        run(hub.erase_colleague(&defne, "emre-tunali")).unwrap();
        for word in ["emre-tunali", "Emre Tunalı", "emre.yeni@"] {
            assert_eq!(places_of(hub.db(), word), [""; 0], "{word}");
        }
        let after = verify(hub, "altan").unwrap();
        assert_eq!(after.lines, before.lines + 1, "the erasure itself is on record");
        let entries = record(hub, &defne);
        let own: Vec<&Entry> = entries
            .iter()
            .filter(|entry| entry.act == "choose-technical")
            .collect();
        assert_eq!(own[0].who, Actor::FormerPerson);
        assert_eq!(own[0].address, None, "nor where they were");
        let changed = entries.iter().find(|entry| entry.act == "change-roles").unwrap();
        assert_eq!(changed.thing, Thing::FormerPerson);
        let last = entries.last().unwrap();
        assert_eq!(
            (last.act.as_str(), &last.thing),
            ("erase-person", &Thing::FormerPerson)
        );

        assert!(run(hub.sign_in("emre-tunali@people.example", PASSWORD, &Origin::default())).is_err());
        let listed = run(hub.people(&defne, "", 100)).unwrap();
        assert_eq!(listed.len(), 1);
        let decisions = hub.db().read_blocking(|tx| {
            tx.query_one(
                "select count(*) from decision where person = $1",
                &[&emre.person],
                |row| row.get::<i64>(0),
            )
        });
        assert_eq!(
            decisions.unwrap(),
            1,
            "what they asked stays, by an id that is nobody's"
        );
        assert!(matches!(
            run(hub.erase_colleague(&defne, "emre-tunali")),
            Err(HubError::NotFound(_))
        ));
    });
}

#[test]
fn whoever_belongs_elsewhere_is_erased_from_one_organisation_alone() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        busy(&world);
        joined(&world, "emre-tunali", "rival", Role::GlobalAdmin);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        run(hub.erase_colleague(&defne, "emre-tunali")).unwrap();
        let session = world.sign_in("emre-tunali");
        let visitor = run(hub.signed_in(Shown::Session(&session), None))
            .unwrap()
            .unwrap();
        assert_eq!(visitor.organisation.handle, "rival");
        assert!(visitor.others.is_empty());
        assert_eq!(visitor.person.name, "Emre Tunalı");
        // In the record of the one they are nobody, in that of the other they are who they are.
        let entries = record(hub, &defne);
        let own = entries
            .iter()
            .find(|entry| entry.act == "choose-technical")
            .unwrap();
        assert_eq!(own.who, Actor::FormerPerson);
        run(hub.choose_technical(&visitor.scope, None, Some(TechnicalChoice::SendOn))).unwrap();
        let theirs = record(hub, &visitor.scope);
        assert!(matches!(&theirs[0].who, Actor::Person { name, .. } if name == "Emre Tunalı"));
        for organisation in ["altan", "rival"] {
            verify(hub, organisation).unwrap();
        }
    });
}

#[test]
fn nobody_erases_themselves_the_last_administrator_or_whom_they_do_not_see() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let emre = busy(&world);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let rita = world.settled("rita", "Rita Rival", "rival", Role::GlobalAdmin);
        let key = |refused: Result<(), HubError>| match refused {
            Err(HubError::Invalid(fields)) => fields[0].key,
            other => panic!("{other:?}"),
        };
        assert_eq!(key(run(hub.erase_colleague(&defne, "defne"))), "error-oneself");
        assert!(matches!(
            run(hub.erase_colleague(&rita, "emre-tunali")),
            Err(HubError::NotFound(_))
        ));
        assert!(run(hub.erase_colleague(&emre, "defne")).is_err());
        assert!(run(hub.sign_in("defne@people.example", PASSWORD, &Origin::default())).is_ok());
    });
}

#[test]
fn whoever_has_the_machine_erases_a_person_from_the_whole_hub() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        busy(&world);
        joined(&world, "emre-tunali", "rival", Role::GlobalAdmin);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let erased = run(hub.erase_person("emre-tunali")).unwrap();
        assert_eq!(erased.name, "Emre Tunalı");
        for word in ["emre-tunali", "Emre Tunalı"] {
            assert_eq!(places_of(hub.db(), word), [""; 0], "{word}");
        }
        let last = record(hub, &defne).pop().unwrap();
        assert_eq!((last.act.as_str(), &last.who), ("erase-person", &Actor::Hub));
        for organisation in ["altan", "rival"] {
            verify(hub, organisation).unwrap();
        }
        assert!(matches!(
            run(hub.erase_person("emre-tunali")),
            Err(HubError::Invalid(_))
        ));
    });
}

/// Whoever adds a table that speaks of people has to say what becomes of it when one of them is erased.
#[test]
fn every_table_that_refers_to_a_person_is_known_to_erasing() {
    on_each_engine(|db| {
        let references = match db.engine() {
            Engine::Sqlite => {
                "select m.name || '.' || f.\"from\" from sqlite_master m join pragma_foreign_key_list(m.name) f
                 where m.type = 'table' and f.\"table\" = 'person' order by 1"
            }
            Engine::Postgres => {
                "select cast(c.conrelid as regclass) || '.' || a.attname from pg_constraint c
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                 where c.contype = 'f' and c.confrelid = cast('person' as regclass) order by 1"
            }
        };
        let found = db
            .read_blocking(|tx| tx.query(references, &[], |row| row.get::<String>(0)))
            .unwrap();
        let known = [
            "credential.person",
            "identity.person",
            "link.made_by",
            "link.person",
            "membership.person",
            "scim_user.person",
            "session.person",
            "token.made_by",
        ];
        assert_eq!(found, known, "see store/src/privacy.rs");
    });
}
