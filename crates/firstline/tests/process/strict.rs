//! A hub that keeps to approved algorithms says at its start whom that leaves out.

use std::fs::{self, File};
use std::path::Path;

use firstline_hub::store::{DatabaseUrl, Db, Options};

use crate::harness::{Place, Running};

#[test]
fn a_hub_that_becomes_strict_says_what_it_no_longer_takes() {
    let place = Place::new();
    let run = |words: &[&str]| {
        let done = place.run(&[words, &["--database", "hub.db"]].concat());
        assert!(done.status.success(), "{done:?}");
    };
    let organisations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/organisations.csv");
    run(&["import", "organisations", organisations.to_str().unwrap()]);
    let ada = ["--email", "ada@meridian.example", "--name", "Ada Lind"];
    let there = ["--organisation", "meridian", "--roles", "operator-admin"];
    run(&[&["user", "add"], &ada[..], &there[..]].concat());
    let url = DatabaseUrl::Sqlite(place.path("hub.db"));
    let app = "insert into credential (person, id, kind, name, secret, made_at)
        select id, id, 'totp', 'SHA-1', '1 sealed', 0 from person";
    let db = Db::open(&url, &Options::default()).unwrap();
    assert_eq!(db.write_blocking(|tx| tx.execute(app, &[])).unwrap(), 1);
    drop(db);

    let says_so = |option: &[&str], environment: &str| {
        let errors = place.path("errors");
        let mut program = place.program(&[&["serve", "--database", "hub.db"], option].concat());
        program.stderr(File::create(&errors).unwrap());
        program.env("FIRSTLINE_STRICT_ALGORITHMS", environment);
        // Whatever is said at the start is said before it answers.
        Running::answering(program).get("/health", "");
        fs::read_to_string(errors)
            .unwrap()
            .contains("apps for codes: 1, passkeys: 0")
    };
    assert!(says_so(&["--strict-algorithms"], "no"));
    assert!(says_so(&[], "yes"));
    assert!(!says_so(&[], "no"));
}
