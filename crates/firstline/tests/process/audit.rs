//! The record of changes from the command line: it is verified, swept, and loses nothing when the hub is told to stop.

use std::fs;
use std::process::Output;

use firstline_hub::store::{DatabaseUrl, Db, Options, Param};

use crate::harness::Place;

fn db(place: &Place) -> Db {
    let url = DatabaseUrl::Sqlite(place.path("demo.db"));
    Db::open(&url, &Options::default()).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Looks at an offer as a program of Altan's, and tells the hub to stop before it is a second older.
fn look_and_stop(place: &Place) {
    let demo = place.start(&["demo", "--database", "demo.db"]);
    let (status, offer) = demo.ask(
        "firstline_demo_defne-acar",
        "GET",
        "/api/v1/offers/pinar/insight",
        "",
    );
    assert!(
        status == 200 && offer.to_string().contains("engineering"),
        "{offer}"
    );
    demo.tell_to_stop();
    assert!(demo.ended().success());
}

fn lines_of(db: &Db, organisation: &str, act: &str) -> i64 {
    let params: [&dyn Param; 2] = [&organisation, &act];
    db.read_blocking(|tx| {
        tx.query_one(
            "select count(*) from audit a join organisation o on o.id = a.organisation where o.handle = $1 and a.act = $2",
            &params,
            |row| row.get(0),
        )
    })
    .unwrap()
}

#[test]
fn the_record_outlives_a_stop_and_tells_what_was_done_to_it() {
    let place = Place::new();
    look_and_stop(&place);
    for organisation in ["altan", "pinar"] {
        assert_eq!(
            lines_of(&db(&place), organisation, "see-offer-contacts"),
            1,
            "{organisation}"
        );
    }
    let verify = |words: &[&str]| place.run(&[&["audit", "verify", "--database", "demo.db"], words].concat());

    let all = verify(&[]);
    assert_eq!(all.status.code(), Some(0), "{}", said(&all));
    assert!(said(&all).contains("altan: "));
    let one = said(&verify(&["--organisation", "altan"]));
    let head = one
        .lines()
        .nth(1)
        .unwrap()
        .trim()
        .split(' ')
        .next_back()
        .unwrap()
        .to_owned();
    assert_eq!(head.len(), 64, "{one}");
    let known = verify(&["--organisation", "altan", "--head", &head]);
    assert_eq!(known.status.code(), Some(0));
    let other = verify(&["--organisation", "altan", "--head", &"0f".repeat(32)]);
    assert_eq!(other.status.code(), Some(6), "{}", said(&other));

    let erase = |words: &[&str]| place.run(&[&["user", "erase", "--database", "demo.db"], words].concat());
    assert!(said(&erase(&["emre-tunali"])).contains("--yes"));
    assert!(said(&place.run(&["user", "list", "--database", "demo.db"])).contains("emre-tunali"));
    assert_eq!(erase(&["emre-tunali", "--yes"]).status.code(), Some(0));
    assert!(!said(&place.run(&["user", "list", "--database", "demo.db"])).contains("emre-tunali"));
    assert_eq!(
        verify(&["--organisation", "altan", "--head", &head])
            .status
            .code(),
        Some(0)
    );
    let swept = place.run(&["sweep", "--database", "demo.db"]);
    assert_eq!(swept.status.code(), Some(0), "{}", said(&swept));

    let tamper = "update audit set act = 'ask' where act = 'make-token'
           and organisation = (select id from organisation where handle = 'altan')";
    let changed = db(&place).write_blocking(|tx| tx.execute(tamper, &[])).unwrap();
    assert!(changed > 0);
    let broken = verify(&[]);
    assert_eq!(broken.status.code(), Some(6));
    assert!(said(&broken).contains("altan: Line "), "{}", said(&broken));
    assert_eq!(verify(&["--organisation", "pinar"]).status.code(), Some(0));
}

#[test]
fn what_cannot_be_verified_is_said() {
    let place = Place::new();
    fs::write(
        place.path("organisations.csv"),
        "handle,name,kinds\npinar,Pinar,publisher\n",
    )
    .unwrap();
    assert!(
        place
            .run(&[
                "import",
                "--database",
                "hub.db",
                "organisations",
                "organisations.csv"
            ])
            .status
            .success()
    );
    let verify = |words: &[&str]| place.run(&[&["audit", "verify", "--database", "hub.db"], words].concat());
    assert_eq!(verify(&["--organisation", "nobody"]).status.code(), Some(4));
    for wrong in [
        ["--head", "0f"].as_slice(),
        &["--organisation", "pinar", "--head", "not a hash"],
    ] {
        assert_eq!(verify(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(
        verify(&["--organisation", "pinar"]).status.code(),
        Some(0),
        "nothing was done there yet"
    );
    assert_eq!(
        place
            .run(&["audit", "verify", "--database", "none.db"])
            .status
            .code(),
        Some(1)
    );
}
