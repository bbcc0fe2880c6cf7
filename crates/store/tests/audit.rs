//! The chain of the log: whoever changes, removes, moves or cuts off a line behind the hub's back is found out, and writers who
//! come at once stand one after the other.

#![allow(clippy::unwrap_used)]

use std::thread;

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::offer::Contact;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_store::audit::seal::is_seal;
use firstline_store::audit::{self, Fault, Hash, New, REMOVAL, Removal, Verified, Wanted, Who};
use firstline_store::testing::{as_owner, on_each_engine, on_each_place};
use firstline_store::{Db, MIGRATIONS, Options, Param, StoreError, organisation};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

fn now() -> Timestamp {
    "2026-11-20T07:00:00Z".parse().unwrap()
}

fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

/// An operator's hand on a database with an organisation to write about.
fn hand(db: &Db) -> Scope {
    let hand = Scope::own_hand(OrganisationId(Uuid::now_v7()));
    let operator = Organisation {
        id: hand.organisation,
        handle: "meridian".to_owned(),
        name: "Meridian".to_owned(),
        kinds: vec![PartyKind::Operator],
        country: None,
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 0,
    };
    db.write_blocking(|tx| organisation::put(tx, &hand, &operator, now()))
        .unwrap();
    hand
}

fn append(db: &Db, scope: &Scope, who: Who, act: &str, detail: &Value, at: Timestamp) {
    let new = New {
        who,
        acting_for: scope.organisation,
        act,
        object: "insight",
        detail,
        address: "192.0.2.7".parse().ok(),
        happened_at: at,
    };
    let secret = *blake3_of(&format!("{act} {at} {detail}")).as_bytes();
    db.write_blocking(|tx| audit::append(tx, scope.organisation, &new, &secret))
        .unwrap();
}

/// A secret that differs from line to line, as the hub's random ones do.
fn blake3_of(text: &str) -> blake3::Hash {
    blake3::hash(text.as_bytes())
}

fn verify(db: &Db, scope: &Scope, written_down: Option<&Hash>) -> Result<Verified, Fault> {
    db.read_blocking(|tx| audit::verify(tx, scope, scope.organisation, written_down))
        .unwrap()
}

fn tamper(db: &Db, sql: &str, params: &[&dyn Param]) {
    let changed = db.write_blocking(|tx| as_owner(tx).and_then(|()| tx.execute(sql, params)));
    assert!(changed.unwrap() > 0, "{sql}");
}

/// A log of seven lines.
fn log(db: &Db) -> Scope {
    let scope = hand(db);
    for number in 1..=7 {
        let detail =
            json!({ "before": number, "after": number + 1, "email": format!("elif{number}@pinar.example") });
        append(
            db,
            &scope,
            Who::Hub,
            "edit-offer",
            &detail,
            now() + SignedDuration::from_secs(number),
        );
    }
    scope
}

#[test]
fn an_untouched_log_verifies_and_tells_its_head() {
    on_each_engine(|db| {
        let scope = hand(&db);
        assert_eq!(verify(&db, &scope, None).unwrap().lines, 0);
        let scope = Scope::own_hand(scope.organisation);
        append(&db, &scope, Who::Hub, "edit-offer", &json!({}), now());
        let early = verify(&db, &scope, None).unwrap();
        append(&db, &scope, Who::Hub, "edit-offer", &json!({}), now());
        let late = verify(&db, &scope, Some(&early.head.hash)).unwrap();
        assert_eq!((early.head.number, late.head.number, late.lines), (1, 2, 2));
        assert_ne!(early.head.hash, late.head.hash);
    });
}

#[test]
fn a_line_that_was_changed_is_named_whatever_of_it_was_changed() {
    let other = Uuid::now_v7();
    let changes: [(&str, &dyn Param); 8] = [
        ("act", &"ask"),
        ("object", &"forms"),
        ("detail", &"{\"after\":5,\"before\":5}"),
        ("address", &"~00000000000000000000000000000000"),
        ("happened_at", &1_i64),
        ("acting_for", &other),
        ("who", &other),
        ("who_kind", &"person"),
    ];
    on_each_engine(|db| {
        let scope = log(&db);
        for (column, value) in changes {
            let keep = "create table kept as select * from audit";
            tamper(&db, keep, &[]);
            tamper(
                &db,
                &format!("update audit set {column} = $1 where number = 4"),
                &[value],
            );
            if column.starts_with("who") {
                tamper(
                    &db,
                    "update audit set who = $1, who_kind = 'person' where number = 4",
                    &[&other],
                );
            }
            assert_eq!(verify(&db, &scope, None), Err(Fault::Altered(4)), "{column}");
            tamper(&db, "delete from audit", &[]);
            tamper(&db, "insert into audit select * from kept", &[]);
            db.write_blocking(|tx| as_owner(tx).and_then(|()| tx.execute("drop table kept", &[])))
                .unwrap();
            assert!(verify(&db, &scope, None).is_ok());
        }
        let word = json!({}).to_string();
        tamper(&db, "update audit set personal = $1 where number = 4", &[&word]);
        assert!(verify(&db, &scope, None).is_ok(), "words may be forgotten");
        let words = "{\"~00000000000000000000000000000000\":{\"salt\":\"\",\"text\":\"Mallory\"}}";
        tamper(&db, "update audit set personal = $1 where number = 5", &[&words]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Reworded(5)));
    });
}

#[test]
fn a_changed_line_with_a_hash_that_fits_it_is_betrayed_by_the_next() {
    on_each_engine(|db| {
        let scope = log(&db);
        let lines = db
            .read_blocking(|tx| audit::after(tx, &scope, scope.organisation, 3, 1))
            .unwrap();
        let mut forged = lines[0].clone();
        forged.act = "ask".to_owned();
        let hash = blake3_of(&forged.canonical());
        tamper(
            &db,
            "update audit set act = 'ask', hash = $1 where number = 4",
            &[&hash.as_bytes().as_slice()],
        );
        assert_eq!(verify(&db, &scope, None), Err(Fault::Unchained(5)));
    });
}

#[test]
fn lines_that_were_removed_moved_or_put_in_are_found() {
    on_each_engine(|db| {
        let scope = log(&db);
        tamper(&db, "delete from audit where number = 4", &[]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Missing(4)));
        // Closing the gap does not help: the number is part of the hash.
        tamper(&db, "update audit set number = 4 where number = 5", &[]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Altered(4)));
    });
    on_each_engine(|db| {
        let scope = log(&db);
        tamper(&db, "update audit set number = 99 where number = 3", &[]);
        tamper(&db, "update audit set number = 3 where number = 4", &[]);
        tamper(&db, "update audit set number = 4 where number = 99", &[]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Altered(3)));
    });
    on_each_engine(|db| {
        let scope = log(&db);
        tamper(&db, "delete from audit where number = 1", &[]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Missing(1)));
        let second = db
            .read_blocking(|tx| audit::after(tx, &scope, scope.organisation, 1, 1))
            .unwrap();
        tamper(
            &db,
            "update audit_head set start_number = 1, start_hash = $1",
            &[&second[0].previous.as_slice()],
        );
        assert_eq!(verify(&db, &scope, None), Err(Fault::Beheaded(1)));
    });
}

#[test]
fn a_log_that_was_cut_short_is_found_by_its_head_and_a_shorter_head_by_what_was_written_down() {
    on_each_engine(|db| {
        let scope = log(&db);
        let written_down = verify(&db, &scope, None).unwrap().head.hash;
        tamper(&db, "delete from audit where number > 5", &[]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Cut(6)));

        let fifth = db
            .read_blocking(|tx| audit::after(tx, &scope, scope.organisation, 4, 1))
            .unwrap();
        tamper(
            &db,
            "update audit_head set number = 5, hash = $1",
            &[&fifth[0].hash.as_slice()],
        );
        assert!(verify(&db, &scope, None).is_ok(), "the log by itself cannot tell");
        assert_eq!(verify(&db, &scope, Some(&written_down)), Err(Fault::Rewritten));
        assert!(verify(&db, &scope, Some(&fifth[0].hash)).is_ok());

        tamper(&db, "delete from audit_head", &[]);
        assert_eq!(verify(&db, &scope, None), Err(Fault::Headless));
        tamper(&db, "delete from audit", &[]);
        assert_eq!(verify(&db, &scope, Some(&written_down)), Err(Fault::Rewritten));
    });
}

#[test]
fn writers_who_come_at_once_stand_one_after_the_other() {
    const WRITERS: usize = 24;
    const LINES: usize = 15;
    on_each_place(MIGRATIONS, |place| {
        let options = Options {
            connections: 16,
            ..Options::default()
        };
        let db = Db::open(&place.url, &options).unwrap();
        let scope = hand(&db);
        thread::scope(|threads| {
            for writer in 0..WRITERS {
                let (db, scope) = (&db, &scope);
                threads.spawn(move || {
                    for line in 0..LINES {
                        let detail = json!({ "writer": writer, "line": line });
                        append(db, scope, Who::Hub, "edit-offer", &detail, now());
                    }
                });
            }
        });
        let verified = verify(&db, &scope, None).unwrap();
        assert_eq!(verified.lines, (WRITERS * LINES) as u64);
        assert_eq!(verified.head.number, (WRITERS * LINES) as i64);
    });
}

#[test]
fn old_lines_go_from_the_beginning_and_the_rest_verifies_from_there() {
    on_each_engine(|db| {
        let scope = hand(&db);
        for day in 0..10 {
            append(
                &db,
                &scope,
                Who::Hub,
                "edit-offer",
                &json!({ "day": day }),
                now() + days(day),
            );
        }
        let old = verify(&db, &scope, None).unwrap().head.hash;
        let remove = |before, limit| {
            db.write_blocking(|tx| {
                let removal = audit::remove_before(tx, &scope, scope.organisation, before, limit)?;
                if let Removal::Done(removed) = &removal {
                    let new = New {
                        who: Who::Hub,
                        acting_for: scope.organisation,
                        act: REMOVAL,
                        object: "",
                        detail: &removed.detail,
                        address: None,
                        happened_at: now() + days(10),
                    };
                    audit::append(tx, scope.organisation, &new, &[1; 32])?;
                }
                Ok::<_, StoreError>(removal)
            })
            .unwrap()
        };
        assert_eq!(remove(now(), 100), Removal::Nothing);
        // In two goes: no more than three lines at a time.
        for expected in [3, 2] {
            let Removal::Done(removed) = remove(now() + days(5), 3) else {
                panic!("nothing was removed");
            };
            assert_eq!(removed.lines, expected);
            assert!(verify(&db, &scope, Some(&old)).is_ok());
        }
        assert_eq!(remove(now() + days(5), 3), Removal::Nothing);
        let verified = verify(&db, &scope, None).unwrap();
        assert_eq!(
            (verified.head.start_number, verified.head.number, verified.lines),
            (5, 12, 7)
        );

        // What shows that a line was altered is not removed, however old.
        tamper(&db, "update audit set act = 'ask' where number = 7", &[]);
        assert_eq!(remove(now() + days(9), 100), Removal::Refused(Fault::Altered(7)));
        assert_eq!(verify(&db, &scope, None), Err(Fault::Altered(7)));
    });
}

#[test]
fn words_about_a_person_are_forgotten_and_the_chain_holds() {
    on_each_engine(|db| {
        let scope = hand(&db);
        let (elif, defne) = (PersonId(Uuid::now_v7()), PersonId(Uuid::now_v7()));
        let detail = |email: &str| json!({ "email": email, "roles": ["owner"] });
        append(
            &db,
            &scope,
            Who::Person(elif),
            "invite",
            &detail("DEFNE@altan.example"),
            now(),
        );
        append(
            &db,
            &scope,
            Who::Person(defne),
            "invite",
            &detail("elif@pinar.example"),
            now() + days(1),
        );
        let forgotten = db
            .write_blocking(|tx| audit::forget(tx, None, defne, &["defne@altan.example".to_owned()]))
            .unwrap();
        assert_eq!(forgotten, 2);
        assert!(verify(&db, &scope, None).is_ok());
        let lines = db
            .read_blocking(|tx| audit::list(tx, &scope, &Wanted::default(), 10))
            .unwrap();
        let [by_defne, by_elif] = &lines[..] else {
            panic!("{lines:?}");
        };
        assert_eq!(by_elif.opened_address(), Some("192.0.2.7"));
        assert!(is_seal(by_elif.opened_detail()["email"].as_str().unwrap()));
        assert_eq!(by_defne.opened_address(), None);
        assert_eq!(by_defne.opened_detail()["email"], "elif@pinar.example");
        assert_eq!(by_defne.who, Who::Person(defne), "the id alone says nothing");
    });
}

#[test]
fn the_newest_lines_come_first_and_can_be_narrowed_down() {
    on_each_engine(|db| {
        let scope = hand(&db);
        let (elif, token) = (PersonId(Uuid::now_v7()), Uuid::now_v7());
        for (day, who, act) in [
            (0, Who::Person(elif), "invite"),
            (1, Who::Token(token), "ask"),
            (2, Who::Hub, "import"),
            (2, Who::Person(elif), "ask"),
        ] {
            append(&db, &scope, who, act, &json!({}), now() + days(day));
        }
        let numbers = |wanted: Wanted, limit| -> Vec<i64> {
            db.read_blocking(|tx| audit::list(tx, &scope, &wanted, limit))
                .unwrap()
                .iter()
                .map(|line| line.number)
                .collect()
        };
        assert_eq!(numbers(Wanted::default(), 10), [4, 3, 2, 1]);
        assert_eq!(numbers(Wanted::default(), 1), [4]);
        let before = |number| Wanted {
            before: Some((now() + days(2), number)),
            ..Wanted::default()
        };
        assert_eq!(numbers(before(4), 2), [3, 2]);
        let by = |who: &[Uuid]| Wanted {
            who: Some(who.to_vec()),
            ..Wanted::default()
        };
        assert_eq!(numbers(by(&[elif.0]), 10), [4, 1]);
        assert_eq!(numbers(by(&[token, elif.0]), 10), [4, 2, 1]);
        assert_eq!(numbers(by(&[]), 10), [0; 0]);
        let acts = Wanted {
            acts: Some(vec!["ask".to_owned(), "import".to_owned()]),
            ..Wanted::default()
        };
        assert_eq!(numbers(acts, 10), [4, 3, 2]);
        let between = Wanted {
            from: Some(now() + days(1)),
            until: Some(now() + days(2)),
            ..Wanted::default()
        };
        assert_eq!(numbers(between, 10), [2]);
    });
}
