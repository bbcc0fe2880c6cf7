//! The work itself: limits, leases, and services that fail.

use std::sync::atomic::{AtomicI64, Ordering};

use firstline_domain::lang::Lang;
use firstline_domain::offer::Offer;
use firstline_domain::reading::{Failure, Origin};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::store::translation;
use firstline_hub::translation::{Progress, Step};
use jiff::{SignedDuration, Timestamp};

use crate::service::Manner;
use crate::world::{now, run};
use crate::{Stage, listing, summary};

/// The time of a story, as so many seconds after its beginning.
fn later(seconds: &AtomicI64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds.load(Ordering::Relaxed))
}

fn forward(seconds: &AtomicI64, by: i64) {
    seconds.fetch_add(by, Ordering::Relaxed);
}

const DAY: i64 = 24 * 60 * 60;

#[test]
fn a_service_that_fails_breaks_no_page_and_is_left_alone_for_longer_and_longer() {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    on_each_engine(|db| {
        SECONDS.store(0, Ordering::Relaxed);
        let stage = Stage::at(db, || later(&SECONDS));
        stage.connects();
        stage.service.behaves(Manner::Refuses(500));
        assert_eq!(stage.reads(Lang::Es).progress, Progress::Underway);
        let mut pauses = Vec::new();
        while let Step::Until(at) = stage.works() {
            let pause = at.duration_since(later(&SECONDS)).as_secs();
            assert_eq!(stage.service.asked().len(), 1, "once, and then a pause");
            assert_eq!(stage.works(), Step::Until(at), "until then nothing is asked");
            let read = stage.reads(Lang::Es);
            assert_eq!(summary(&read.reading.listing), "Reports that people read");
            pauses.push(pause);
            forward(&SECONDS, pause + 1);
        }
        assert_eq!(pauses.len(), 5, "then it is given up");
        for (pause, doubled) in pauses.iter().zip([30, 60, 120, 240, 480]) {
            assert!((doubled..=doubled * 5 / 4).contains(pause), "{pauses:?}");
        }
        assert_eq!(stage.reads(Lang::Es).progress, Progress::GivenUp);
        let connected = run(stage.hub().translation(&stage.admin)).unwrap();
        assert_eq!((connected.counts.waiting, connected.counts.given_up), (0, 1));
        assert_eq!(connected.service.health.failure, Some(Failure::Broken));

        // A day later it is tried again, and a success forgets the failures.
        stage.service.behaves(Manner::Good);
        forward(&SECONDS, DAY + 1);
        run(stage.hub().sweep()).unwrap();
        assert_eq!(stage.reads(Lang::Es).progress, Progress::Underway);
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(stage.reads(Lang::Es).progress, Progress::Settled);
        let connected = run(stage.hub().translation(&stage.admin)).unwrap();
        assert_eq!(connected.service.health.failures, 0);
        assert_eq!(connected.service.health.failure, None);
    });
}

#[test]
fn every_way_to_fail_is_told_and_keeps_nothing() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        for (manner, failure) in [
            (Manner::HangsUp, Failure::Strange),
            (Manner::Mumbles, Failure::Strange),
            (Manner::Forgets, Failure::Strange),
            (Manner::Empties, Failure::Strange),
            (Manner::SendsAway, Failure::Strange),
            (Manner::Floods, Failure::Large),
            (Manner::Rambles, Failure::Large),
            (Manner::Refuses(403), Failure::Key),
            (Manner::Refuses(429), Failure::Busy),
            (Manner::Refuses(503), Failure::Broken),
            (Manner::Refuses(404), Failure::Strange),
        ] {
            // Saving begins anew.
            stage.connects();
            stage.service.behaves(manner);
            stage.reads(Lang::Es);
            assert!(matches!(stage.works(), Step::Until(_)), "{manner:?}");
            let connected = run(stage.hub().translation(&stage.admin)).unwrap();
            assert_eq!(connected.service.health.failure, Some(failure), "{manner:?}");
            assert_eq!(connected.counts.made, 0, "{manner:?}");
            let read = stage.reads(Lang::Es);
            assert_eq!(read.reading.listing.unwrap().origin, Origin::Written);
        }
    });
}

#[test]
fn what_a_service_does_not_translate_is_given_up_at_once_and_nothing_else() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        stage.connects();
        stage.service.behaves(Manner::Refuses(400));
        stage.reads(Lang::Es);
        assert_eq!(stage.works(), Step::Idle, "the service itself is well");
        assert_eq!(stage.reads(Lang::Es).progress, Progress::GivenUp);
        stage.service.behaves(Manner::Good);
        stage.reads(Lang::Ko);
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(
            summary(&stage.reads(Lang::Ko).reading.listing),
            "[ko] Reports that people read"
        );
    });
}

#[test]
fn no_more_is_sent_in_a_minute_than_was_decided() {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    on_each_engine(|db| {
        SECONDS.store(0, Ordering::Relaxed);
        let stage = Stage::at(db, || later(&SECONDS));
        stage.connects();
        let long = |offer: &mut Offer| {
            let paragraphs: Vec<String> = ('a'..='h')
                .map(|letter| letter.to_string().repeat(3_000))
                .collect();
            let text = listing("A long text", &paragraphs.join("\n\n"));
            offer.listings = [("en".to_owned(), text)].into();
        };
        stage.offers("long", long);
        stage.reads_as(&stage.reader, "pinar/long", Lang::Es);
        let mut minutes = Vec::new();
        loop {
            let end = stage.works();
            let sent = stage.service.asked();
            let texts = sent.iter().flat_map(|asked| asked["q"].as_array().unwrap());
            let characters: usize = texts.map(|text| text.as_str().unwrap().chars().count()).sum();
            minutes.push(characters);
            match end {
                Step::Until(at) => forward(&SECONDS, at.duration_since(later(&SECONDS)).as_secs()),
                _ => break,
            }
        }
        assert!(
            minutes.iter().all(|characters| *characters <= 10_000),
            "{minutes:?}"
        );
        assert_eq!(minutes.iter().sum::<usize>(), 24_000 + "A long text".len());
        assert_eq!(minutes.len(), 3);
        let read = stage.reads_as(&stage.reader, "pinar/long", Lang::Es);
        assert_eq!(read.progress, Progress::Settled);
        assert_eq!(read.reading.listing.unwrap().text.paragraphs.len(), 8);
    });
}

#[test]
fn what_a_process_that_died_had_taken_is_taken_again() {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    on_each_engine(|db| {
        SECONDS.store(0, Ordering::Relaxed);
        let stage = Stage::at(db, || later(&SECONDS));
        stage.connects();
        stage.reads(Lang::Es);
        let taken = stage.hub().db().write_blocking(|tx| {
            let service = translation::in_use(tx)?.unwrap();
            translation::take(tx, &service, now(), now() + SignedDuration::from_mins(2))
        });
        assert!(taken.unwrap().is_some());
        assert_eq!(stage.works(), Step::Idle, "it is another's for now");
        assert_eq!(stage.reads(Lang::Es).progress, Progress::Underway);
        forward(&SECONDS, 121);
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(stage.reads(Lang::Es).progress, Progress::Settled);
    });
}

#[test]
fn a_translation_is_made_anew_when_it_is_old_or_its_text_has_changed() {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    on_each_engine(|db| {
        SECONDS.store(0, Ordering::Relaxed);
        let stage = Stage::at(db, || later(&SECONDS));
        stage.connects();
        let written = |text: &'static str| {
            move |offer: &mut Offer| {
                offer.listings = [("en".to_owned(), listing("A summary", text))].into();
            }
        };
        let read = || stage.reads_as(&stage.reader, "pinar/brief", Lang::Es);
        stage.offers("brief", written("One.\n\nTwo."));
        read();
        stage.works();
        assert_eq!(read().progress, Progress::Settled);
        stage.service.asked();
        stage.offers("brief", written("One.\n\nThree."));
        let changed = read();
        assert_eq!(changed.progress, Progress::Underway);
        assert_eq!(changed.reading.listing.unwrap().origin, Origin::Written);
        stage.works();
        assert_eq!(read().progress, Progress::Settled);
        let asked = stage.service.asked();
        assert_eq!(
            asked[0]["q"],
            serde_json::json!(["Three."]),
            "what is kept is not sent again"
        );
        forward(&SECONDS, 181 * DAY);
        run(stage.hub().sweep()).unwrap();
        assert_eq!(read().progress, Progress::Underway);
    });
}
