//! Deciding which service translates, and by whom.

use std::sync::atomic::{AtomicI64, Ordering};

use firstline_domain::lang::Lang;
use firstline_domain::reading::{Failure, Origin};
use firstline_domain::role::Role;
use firstline_hub::audit::Format;
use firstline_hub::keys::{COUNTS_AFTER, Written};
use firstline_hub::store::testing::{Place, on_each_engine};
use firstline_hub::store::translation;
use firstline_hub::translation::{NewService, Progress, Step};
use firstline_hub::{HubError, Keys};
use jiff::{SignedDuration, Timestamp};

use crate::world::{now, run};
use crate::{KEY, Stage, summary};

/// The field and the key of why something was not accepted.
fn refused<T>(done: Result<T, HubError>) -> (String, &'static str) {
    match done {
        Err(HubError::Invalid(fields)) => (fields[0].name.clone(), fields[0].key),
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was accepted"),
    }
}

#[test]
fn what_cannot_be_used_is_refused_at_its_field() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let good = stage.settings();
        let at = |address: &str| NewService {
            address: address.to_owned(),
            ..good.clone()
        };
        let set = |new: NewService| refused(run(stage.hub().set_translation(&stage.admin, new)));
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let gone = format!(
            "http://translate.localhost:{}",
            nobody.local_addr().unwrap().port()
        );
        drop(nobody);
        for (new, field, key) in [
            (at("translate"), "address", "error-translation-address"),
            (
                at("https://translate.example/?q"),
                "address",
                "error-translation-address",
            ),
            (
                at("http://translate.example"),
                "address",
                "error-translation-closed",
            ),
            (at("https://127.0.0.1"), "address", "error-translation-closed"),
            (at(&gone), "address", "error-translation-closed"),
            (
                at(&format!("{}/elsewhere", good.address)),
                "address",
                "error-translation-answer",
            ),
            (
                NewService {
                    targets: Vec::new(),
                    ..good.clone()
                },
                "targets",
                "error-translation-targets",
            ),
            (
                NewService {
                    characters_a_minute: 9_999,
                    ..good.clone()
                },
                "characters_a_minute",
                "error-translation-characters",
            ),
            (
                NewService {
                    key: "x".repeat(2_001),
                    ..good.clone()
                },
                "key",
                "error-too-long",
            ),
        ] {
            assert_eq!(set(new), (field.to_owned(), key));
        }
        stage.service.translates_into(&["en", "ko"]);
        assert_eq!(
            set(good.clone()),
            ("targets".to_owned(), "error-translation-target")
        );
        stage.service.translates_into(&["en", "ko", "es"]);
        let known = run(stage.hub().try_translation(&stage.admin, &good.address)).unwrap();
        let codes: Vec<&str> = known.iter().map(|language| &*language.code).collect();
        assert_eq!(codes, ["en", "de", "ko"]);
        assert_eq!(stage.version(), 0, "until now nothing was kept");

        stage.connects();
        let stale = NewService { version: 0, ..good };
        let set = run(stage.hub().set_translation(&stage.admin, stale));
        assert!(matches!(set, Err(HubError::Changed)), "{set:?}");
    });
}

#[test]
fn only_the_operators_administrators_decide() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let agent = stage.world.person("meridian", Role::OperatorAgent);
        let seen = run(stage.hub().translation(&agent));
        assert!(matches!(seen, Err(HubError::NotShown(_))), "{seen:?}");
        let owner = stage.world.person("pinar", Role::Owner);
        let seen = run(stage.hub().translation(&owner));
        assert!(matches!(seen, Err(HubError::NotFound(_))), "{seen:?}");
        for scope in [&agent, &owner] {
            let address = &stage.service.address;
            for done in [
                run(stage.hub().set_translation(scope, stage.settings())),
                run(stage.hub().try_translation(scope, address)).map(drop),
                run(stage.hub().forget_translations(scope)).map(drop),
            ] {
                assert!(matches!(done, Err(HubError::NotAllowed)), "{done:?}");
            }
        }
    });
}

#[test]
fn a_key_is_sealed_for_its_address_and_told_to_nobody() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let kept = || {
            let db = stage.hub().db();
            let kept = db.read_blocking(|tx| translation::of(tx, &stage.admin)).unwrap();
            kept.unwrap().secret
        };
        stage.connects();
        let sealed = kept();
        assert!(!sealed.is_empty() && !sealed.contains(KEY));
        let connected = run(stage.hub().translation(&stage.admin)).unwrap();
        assert!(connected.has_key && connected.service.secret.is_empty());
        let without = |change: NewService| {
            let new = NewService {
                key: String::new(),
                version: stage.version(),
                ..change
            };
            run(stage.hub().set_translation(&stage.admin, new)).unwrap();
        };
        without(stage.settings());
        assert_eq!(kept(), sealed, "an empty field leaves it");
        without(NewService {
            address: format!("{}/", stage.service.address),
            ..stage.settings()
        });
        assert_eq!(kept(), "", "it goes to no other address");
        stage.connects();
        without(NewService {
            without_key: true,
            ..stage.settings()
        });
        assert_eq!(kept(), "");

        let mut export = run(stage.hub().export_audit(&stage.admin, Format::JsonLines)).unwrap();
        let mut log = String::new();
        while let Some(piece) = run(export.next()).unwrap() {
            log.push_str(&String::from_utf8_lossy(&piece));
        }
        assert_eq!(log.matches("set-translation").count(), 5);
        assert!(!log.contains(KEY) && !log.contains(&sealed));
    });
}

#[test]
fn turned_off_the_originals_are_read_and_turned_on_again_the_translations() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        stage.connects();
        stage.reads(Lang::Es);
        stage.works();
        stage.reads(Lang::Ko);
        stage.turns_off();
        stage.works();
        assert_eq!(
            stage.service.asked().len(),
            1,
            "what was waited for is not sent any more"
        );
        let read = stage.reads(Lang::Es);
        assert_eq!(read.progress, Progress::Settled);
        assert_eq!(read.reading.listing.unwrap().origin, Origin::Written);

        stage.connects();
        assert_eq!(
            summary(&stage.reads(Lang::Es).reading.listing),
            "[es] Reports that people read"
        );
        assert!(run(stage.hub().forget_translations(&stage.admin)).unwrap() > 0);
        let read = stage.reads(Lang::Es);
        assert_eq!(read.progress, Progress::Underway);
        assert_eq!(summary(&read.reading.listing), "Reports that people read");
    });
}

#[test]
fn a_key_for_the_service_outlives_the_hubs_own_and_without_it_the_service_is_not_asked() {
    static AHEAD: AtomicI64 = AtomicI64::new(0);
    fn clock() -> Timestamp {
        now() + SignedDuration::from_secs(AHEAD.load(Ordering::SeqCst))
    }
    on_each_engine(|db| {
        AHEAD.store(0, Ordering::SeqCst);
        let (place, other) = (Place::sqlite(), Place::sqlite());
        let [keys, others] = [&place, &other].map(|it| Keys::beside(&it.directory().unwrap().join("hub.db")));
        let stage = Stage::at(db, clock).with_keys(keys, clock);
        stage.connects();
        run(stage.hub().renew_keys(Written::InPlace)).unwrap();
        AHEAD.store(COUNTS_AFTER.as_secs(), Ordering::SeqCst);
        let retired = run(stage.hub().retire_keys(Written::InPlace)).unwrap();
        assert_eq!(retired.done.sealed, 1);
        stage.reads(Lang::Es);
        assert_eq!(stage.works(), Step::Idle);
        let asked = stage.service.asked();
        assert!(
            !asked.is_empty() && asked.iter().all(|asked| asked["api_key"] == KEY),
            "{asked:?}"
        );

        let stage = stage.with_keys(others, clock);
        stage.reads(Lang::Ko);
        assert!(matches!(stage.works(), Step::Until(_)));
        assert!(stage.service.asked().is_empty(), "nothing was sent");
        let connected = run(stage.hub().translation(&stage.admin)).unwrap();
        assert_eq!(connected.service.health.failure, Some(Failure::Key));
    });
}
