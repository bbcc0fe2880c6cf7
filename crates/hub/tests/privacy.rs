//! What is held of people: taken out, erased, and kept no longer than an organisation says; on both engines.

#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails")]

mod records;
mod world;

use std::collections::BTreeSet;

use firstline_domain::id::OrganisationId;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::ask::Question;
use firstline_hub::audit::{Actor, Entry, Sought, Thing};
use firstline_hub::invitation::NewInvitation;
use firstline_hub::privacy::{Dossier, Retention, Swept};
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::store::Engine;
use firstline_hub::store::audit::{Fault, Verified};
use firstline_hub::store::import_run;
use firstline_hub::store::invoice_line::{self, InvoiceLine};
use firstline_hub::store::person::{self, Member};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;
use firstline_hub::understand::FIRST_PARTY;
use firstline_hub::{Hub, HubError, POLICIES};
use jiff::{SignedDuration, Timestamp};
use records::{PASSWORD, places_of, tamper};
use serde_json::Value;
use uuid::Uuid;
use world::{World, now, run};

fn in_two_years() -> Timestamp {
    now() + SignedDuration::from_hours(2 * 366 * 24)
}

fn later(hub: &Hub) -> Hub {
    Hub::with_clock(
        hub.db().clone(),
        Policy::parse(POLICIES[0].1).unwrap(),
        in_two_years,
    )
}

fn whole(dossier: Dossier) -> Value {
    let mut dossier = dossier;
    let mut out = Vec::new();
    while let Some(piece) = run(dossier.next()).unwrap() {
        out.extend(piece);
    }
    serde_json::from_slice(&out).unwrap()
}

fn record(hub: &Hub, scope: &Scope) -> Vec<Entry> {
    let mut entries = run(hub.audit(scope, &Sought::default(), 1000)).unwrap().entries;
    entries.reverse();
    entries
}

fn verify(hub: &Hub, organisation: &str) -> Result<Verified, Fault> {
    let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
    hub.verify_audit(&hand, Some(organisation), None)
        .unwrap()
        .pop()
        .unwrap()
        .1
}

fn question() -> Question {
    Question {
        topic: "technical.break-fix".to_owned(),
        offer: Some("pinar/insight".to_owned()),
        ..Question::default()
    }
}

/// A person of `altan` who has done a bit of everything that leaves something behind.
fn busy(world: &World) -> Scope {
    let hub = &world.hub;
    let emre = world.settled("emre-tunali", "Emre Tunalı", "altan", Role::AdminAgent);
    let session = world.sign_in("emre-tunali");
    let visitor = run(hub.signed_in(Shown::Session(&session), None))
        .unwrap()
        .unwrap();
    run(hub.choose_technical(&emre, None, Some(TechnicalChoice::SendOn))).unwrap();
    run(hub.ask_and_keep(&emre, &question())).unwrap();
    run(hub.offer(&emre, "pinar/insight")).unwrap();
    run(hub.write_looks()).unwrap();
    run(hub.ask_address(&visitor, "emre.yeni@people.example")).unwrap();
    run(hub.ask_reset("emre-tunali@people.example", &Origin::default())).unwrap();
    run(hub.make_token(
        &emre,
        NewToken {
            name: "nightly".to_owned(),
            roles: vec![Role::AdminAgent],
            days: 30,
        },
    ))
    .unwrap();
    emre
}

fn joined(world: &World, handle: &str, organisation: &str, role: Role) {
    let own = world.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
    world
        .hub
        .db()
        .write_blocking(|tx| {
            let person = person::by_handle(tx, handle)?.unwrap();
            let member = Member {
                person,
                organisation: world.id(organisation),
                roles: vec![role],
                active: true,
            };
            person::put(tx, &own, &member, now())
        })
        .unwrap();
}

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

#[test]
fn how_long_things_are_kept_has_its_limits_and_is_on_record() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let agent = world.agent("altan");
        assert_eq!(
            run(hub.retention(&defne)).unwrap(),
            Retention::default(),
            "everything, for good"
        );
        assert!(matches!(run(hub.retention(&agent)), Err(HubError::NotShown(_))));
        assert!(run(hub.set_retention(&agent, Retention::default())).is_err());
        let wrong = Retention {
            audit_days: Some(364),
            decision_days: Some(29),
            invoice_line_days: Some(3651),
            correction_days: Some(1096),
            version: 0,
        };
        let Err(HubError::Invalid(fields)) = run(hub.set_retention(&defne, wrong)) else {
            panic!("out of range");
        };
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "audit_days",
                "decision_days",
                "invoice_line_days",
                "correction_days"
            ]
        );
        assert_eq!(fields[0].value.as_deref(), Some("365–3650"));

        let new = Retention {
            audit_days: Some(400),
            ..Retention::default()
        };
        let kept = run(hub.set_retention(&defne, new)).unwrap();
        assert_eq!((kept.audit_days, kept.version), (Some(400), 1));
        assert!(matches!(
            run(hub.set_retention(&defne, new)),
            Err(HubError::Changed)
        ));
        let kept = run(hub.set_retention(
            &defne,
            Retention {
                audit_days: None,
                ..kept
            },
        ))
        .unwrap();
        assert_eq!((kept.audit_days, kept.version), (None, 2));
        let last = record(hub, &defne).pop().unwrap();
        assert_eq!(last.act, "set-retention");
        assert_eq!(last.detail["before"]["audit_days"], 400);
    });
}

fn keep_invoice_lines(world: &World) {
    let own = world.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
    let line = |number: u8, until: Option<&'static str>| InvoiceLine {
        invoice: "G1",
        digest: [number; 16],
        line: i64::from(number),
        customer: None,
        subscription: None,
        publisher_name: None,
        product: None,
        sku: None,
        order_id: None,
        charge_type: None,
        charged_from: None,
        charged_until: until,
        quantity: None,
        unit_price: None,
        subtotal: None,
        tax: None,
        total: None,
        currency: None,
    };
    let run = world.hub.new_id();
    world
        .hub
        .db()
        .write_blocking(|tx| {
            let run = import_run::begin(tx, &own, run, "f", "reconciliation", "f.csv", now())?;
            let lines = [
                line(1, Some("2026-10-31")),
                line(2, None),
                line(3, Some("2028-11-01")),
            ];
            invoice_line::keep(tx, &own, world.id("altan"), run.id, &lines)
        })
        .unwrap();
}

#[test]
fn what_is_no_longer_kept_goes_and_the_record_says_from_where_it_verifies() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let rita = world.settled("rita", "Rita Rival", "rival", Role::GlobalAdmin);
        let emre = busy(&world);
        keep_invoice_lines(&world);
        run(hub.choose_technical(&rita, None, Some(TechnicalChoice::SendOn))).unwrap();
        assert_eq!(
            run(hub.sweep()).unwrap(),
            Swept::default(),
            "without a decision everything is kept"
        );
        let kept = Retention {
            audit_days: Some(365),
            decision_days: Some(365),
            invoice_line_days: Some(365),
            correction_days: None,
            version: 0,
        };
        run(hub.set_retention(&defne, kept)).unwrap();
        assert_eq!(run(hub.sweep()).unwrap(), Swept::default(), "nothing is old yet");

        let later = later(hub);
        run(later.choose_technical(&emre, None, Some(TechnicalChoice::Coordinate))).unwrap();
        let lines = verify(hub, "altan").unwrap().lines;
        let swept = run(later.sweep()).unwrap();
        let expected = Swept {
            audit_lines: lines - 1,
            decisions: 1,
            invoice_lines: 2,
            corrections: 0,
            refused: 0,
        };
        assert_eq!(swept, expected);
        let verified = verify(hub, "altan").unwrap();
        assert_eq!(verified.head.start_number as u64, lines - 1);
        let acts: Vec<String> = record(&later, &defne)
            .into_iter()
            .map(|entry| entry.act)
            .collect();
        assert_eq!(acts, ["choose-technical", "remove-old", "remove-old-lines"]);
        assert_eq!(run(later.sweep()).unwrap(), Swept::default());
        assert!(
            verify(hub, "rival").unwrap().head.start_number == 0,
            "others decide for themselves"
        );

        // A record that was tampered with keeps its lines, however old: they are what shows it.
        tamper(
            hub.db(),
            "update audit set act = 'ask' where act = 'choose-technical'",
        );
        let far = Hub::with_clock(hub.db().clone(), Policy::parse(POLICIES[0].1).unwrap(), || {
            in_two_years() + SignedDuration::from_hours(2 * 366 * 24)
        });
        assert_eq!(run(far.sweep()).unwrap().refused, 1);
        assert!(matches!(verify(hub, "altan"), Err(Fault::Altered(_))));
    });
}

#[test]
fn corrections_of_readings_are_kept_where_the_organisation_says_so_and_go_with_the_person() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let emre = world.settled("emre", "Emre Kaya", "altan", Role::AdminAgent);
        let machine = hub.own_scope("operator", "Operator").unwrap();
        let text = "the price is not what we expected";
        let about = |topic: &str| Question {
            topic: topic.to_owned(),
            ..Question::default()
        };
        let correct = |text: &str, topic: &str| run(hub.correct_reading(&emre, text, &about(topic))).unwrap();
        assert!(
            !correct(text, "commercial.billing"),
            "none are kept unless an organisation says so"
        );
        let decide = |correction_days, version| {
            let new = Retention {
                correction_days,
                version,
                ..Retention::default()
            };
            run(hub.set_retention(&defne, new)).unwrap()
        };
        decide(Some(90), 0);
        assert!(run(hub.keeps_corrections(&emre)).unwrap());
        assert!(!run(hub.keeps_corrections(&world.agent("rival"))).unwrap());
        assert!(correct(text, "commercial.billing"));
        for (text, topic) in [
            (text, "no-such-topic"),
            (" ", "commercial.billing"),
            (
                "Outlook keeps asking for my password since the last update",
                FIRST_PARTY,
            ),
        ] {
            assert!(!correct(text, topic), "{text} {topic}");
        }

        let kept = run(hub.corrections(&machine)).unwrap();
        let [example] = kept.as_slice() else {
            panic!("one: {kept:?}")
        };
        assert_eq!(
            (example.text.as_str(), example.topic.as_str()),
            (text, "commercial.billing")
        );
        assert_eq!(example.asker, PartyKind::Partner);
        assert!(run(hub.corrections(&emre)).is_err(), "for the machine alone");
        let entries = record(hub, &defne);
        let entry = entries
            .iter()
            .find(|entry| entry.act == "correct-reading")
            .unwrap();
        assert!(
            !format!("{entry:?}").contains("the price"),
            "the record holds no text"
        );

        run(hub.erase_colleague(&defne, "emre")).unwrap();
        assert_eq!(run(hub.corrections(&machine)).unwrap(), []);
        assert!(run(hub.correct_reading(&defne, text, &about("commercial.billing"))).unwrap());
        assert_eq!(run(hub.sweep()).unwrap().corrections, 0, "not old yet");
        decide(None, 1);
        let after = later(hub);
        assert_eq!(run(after.sweep()).unwrap().corrections, 1, "kept no longer");
        assert_eq!(run(hub.corrections(&machine)).unwrap(), []);
    });
}

#[test]
fn the_words_of_an_answer_are_there_to_be_read_differently_where_corrections_are_kept_and_for_nobody_else() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let emre = world.settled("emre", "Emre Kaya", "altan", Role::AdminAgent);
        let machine = hub.own_scope("operator", "Operator").unwrap();
        let text = "The app has been crashing with error 500 since the update this morning.";
        let ask = || {
            let heard = run(hub.ask_in_words_and_keep(&emre, text, &Question::default())).unwrap();
            assert!(heard.understanding.reading.sure);
            heard.answers[0].id.unwrap()
        };
        let words = |scope: &Scope, answer| run(hub.asked_words(scope, answer)).unwrap();
        assert_eq!(
            words(&emre, ask()),
            None,
            "none are kept unless an organisation says so"
        );
        let decide = |correction_days, version| {
            let new = Retention {
                correction_days,
                version,
                ..Retention::default()
            };
            run(hub.set_retention(&defne, new)).unwrap()
        };
        decide(Some(90), 0);
        let answer = ask();
        assert_eq!(words(&emre, answer).as_deref(), Some(text));
        assert_eq!(
            words(&defne, answer),
            None,
            "a colleague sees the answer, not the words"
        );
        assert_eq!(words(&world.agent("rival"), answer), None);

        let meant = Question {
            topic: "commercial.refund".to_owned(),
            ..Question::default()
        };
        let corrected = run(hub.ask_corrected_and_keep(&emre, text, &meant)).unwrap();
        let kept = run(hub.corrections(&machine)).unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(
            (kept[0].text.as_str(), kept[0].topic.as_str()),
            (text, "commercial.refund")
        );
        assert_eq!(
            words(&emre, corrected.id.unwrap()).as_deref(),
            Some(text),
            "and once more"
        );
        let as_read = Question {
            topic: "technical.break-fix".to_owned(),
            ..Question::default()
        };
        run(hub.ask_corrected_and_keep(&emre, text, &as_read)).unwrap();
        assert_eq!(
            run(hub.corrections(&machine)).unwrap().len(),
            1,
            "as it was read: nothing to learn"
        );

        let own = ask();
        run(hub.erase_colleague(&defne, "emre")).unwrap();
        assert_eq!(words(&emre, own), None, "they go with the person");
        let heard = run(hub.ask_in_words_and_keep(&defne, text, &Question::default())).unwrap();
        let answer = heard.answers[0].id.unwrap();
        decide(None, 1);
        assert_eq!(run(later(hub).sweep()).unwrap().corrections, 1, "kept no longer");
        assert_eq!(words(&defne, answer), None);
    });
}
