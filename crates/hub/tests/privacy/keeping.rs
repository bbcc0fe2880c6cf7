//! How long an organisation keeps what, and what goes then.

use crate::records::tamper;
use crate::world::{World, now, run};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::ask::Question;
use firstline_hub::privacy::{Retention, Swept};
use firstline_hub::store::audit::Fault;
use firstline_hub::store::import_run;
use firstline_hub::store::invoice_line::{self, InvoiceLine};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::understand::FIRST_PARTY;
use firstline_hub::{Hub, HubError, POLICIES};
use jiff::SignedDuration;

use crate::{busy, in_two_years, later, record, verify};

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
        let far = Hub::with_clock(
            hub.db().clone(),
            Policy::parse(POLICIES[0].1).unwrap(),
            hub.keys().clone(),
            || in_two_years() + SignedDuration::from_hours(2 * 366 * 24),
        );
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
