//! The file that the hub's keys stand in, and the commands that look after it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use firstline_store::DatabaseUrl;
use firstline_store::testing::on_each_place;
use serde_json::Value;

use crate::harness::Place;

/// A hub with a person and a link for their password.
fn with_a_link(place: &Place) -> String {
    let rows = "handle,name,kinds\nmeridian,Meridian,operator\nkoru,Koru,partner\n";
    fs::write(place.path("rows.csv"), rows).unwrap();
    let imported = place.run(&["import", "organisations", "rows.csv", "--database", "hub.db"]);
    assert!(imported.status.success(), "{imported:?}");
    assert!(!place.path("hub.db.keys").exists(), "an import needs no key");
    let who = ["--email", "ada@koru.example", "--name", "Ada"];
    let part = ["--organisation", "koru", "--roles", "global-admin"];
    let added = in_json(place, &[&["user", "add"], &who[..], &part].concat());
    let link = added["link"].as_str().unwrap();
    link.to_owned()
}

const AT: [&str; 2] = ["--database", "hub.db"];

fn in_json(place: &Place, words: &[&str]) -> Value {
    let output = place.run(&[words, &AT, &["--format", "json"]].concat());
    assert!(output.status.success(), "{words:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The status with which a command ended, and what it said.
fn said(place: &Place, words: &[&str]) -> (i32, String) {
    let output = place.run(&[words, &AT].concat());
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// Puts the time from which on the newest key counts into the past, as whoever keeps the file may.
fn let_the_newest_count(place: &Place) {
    let file = place.path("hub.db.keys");
    let text = fs::read_to_string(&file).unwrap();
    let (before, newest) = text.trim_end().rsplit_once('\n').unwrap();
    let words: Vec<&str> = newest.split(' ').collect();
    // To the last digit: the links of this second were signed by the key before it.
    let now = jiff::Timestamp::now().to_string();
    let newest = [words[0], words[1], &now, words[3]].join(" ");
    fs::write(&file, format!("{before}\n{newest}\n")).unwrap();
}

#[test]
fn keys_outlive_a_restart_and_are_renewed_and_retired() {
    let place = Place::new();
    let link = with_a_link(&place);
    let file = place.path("hub.db.keys");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    for _ in 0..2 {
        let hub = place.start(&["serve", "--database", "hub.db"]);
        hub.see(&link, "");
    }
    let listed = in_json(&place, &["keys", "list"]);
    let first = listed["items"][0]["id"].as_str().unwrap();
    assert!(link.contains(first));
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    assert_eq!(listed["items"][0]["current"], true);
    assert_eq!(listed["sealed_under_missing_keys"], 0);
    let (code, told) = said(&place, &["keys", "retire", "--yes"]);
    assert_eq!(
        (code, told.contains("There is no key but the newest")),
        (1, true),
        "{told}"
    );

    let printed = in_json(&place, &["keys", "renew", "--print"]);
    let before = fs::read_to_string(&file).unwrap();
    assert!(printed["file"].as_str().unwrap().starts_with(&before));
    assert!(
        !before.contains(printed["id"].as_str().unwrap()),
        "the file is left as it is"
    );

    let renewed = in_json(&place, &["keys", "renew"]);
    assert_eq!(renewed["file"], Value::Null);
    let (code, told) = said(&place, &["keys", "retire", "--yes"]);
    assert_eq!(
        (code, told.contains("The newest key counts from")),
        (1, true),
        "{told}"
    );
    let (_, told) = said(&place, &["keys", "list"]);
    assert!(
        told.contains("signs and encrypts now") && told.contains("from then on"),
        "{told}"
    );

    let_the_newest_count(&place);
    let (code, told) = said(&place, &["keys", "retire"]);
    assert_eq!(code, 0, "{told}");
    assert!(
        told.contains("2 invitations and other links") && told.contains("Add --yes"),
        "{told}"
    );
    let hub = place.start(&["serve", "--database", "hub.db"]);
    // Nothing was done yet.
    hub.see(&link, "");
    drop(hub);
    let (code, told) = said(&place, &["keys", "retire", "--yes"]);
    assert_eq!(
        (code, told.contains(&format!("Taken away: {first}"))),
        (0, true),
        "{told}"
    );
    let listed = in_json(&place, &["keys", "list"]);
    assert_eq!(listed["items"][0]["id"], renewed["id"]);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let hub = place.start(&["serve", "--database", "hub.db"]);
    assert_eq!(hub.open(&link).status(), 404);
    let (code, told) = said(&place, &["audit", "verify"]);
    assert_eq!(code, 0, "{told}");
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_what_to_do() {
    let place = Place::new();
    with_a_link(&place);
    let file = place.path("hub.db.keys");
    let serve = ["serve", "--listen", "127.0.0.1:0"];
    let refusal = |words: &[&str], wanted: &str| {
        let (code, told) = said(&place, words);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains(wanted), "{told}");
        assert!(!told.contains("answers at"), "{told}");
    };
    fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
    refusal(&serve, "chmod 600 hub.db.keys");
    refusal(&["keys", "list"], "(mode 644)");
    fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
    fs::write(&file, "# a remark\nk1 v9 2026-01-31T00:00:00Z AAAA\n").unwrap();
    refusal(
        &serve,
        "Line 2 of hub.db.keys is wrong. This version of the program does not know its form",
    );
    fs::write(&file, "").unwrap();
    refusal(&serve, "hub.db.keys holds no key");
    let named = [&serve[..], &["--keys", "elsewhere"]].concat();
    refusal(&named, "There is no file of keys at elsewhere");

    // Whoever lost it begins anew, and is told what no longer opens.
    fs::remove_file(&file).unwrap();
    let made = in_json(&place, &["keys", "renew", "--keys", "elsewhere"]);
    assert!(!file.exists() && place.path("elsewhere").exists());
    let listed = in_json(&place, &["keys", "list", "--keys", "elsewhere"]);
    assert_eq!(listed["items"][0]["id"], made["id"]);
    assert_eq!(listed["items"][0]["current"], true, "the first counts at once");
    let hub = place.start(&["serve", "--database", "hub.db", "--keys", "elsewhere"]);
    assert_eq!(hub.get("/health", "").status(), 200);
}

#[test]
fn a_hub_on_postgresql_says_that_it_needs_a_file_and_uses_the_one_that_is_named() {
    on_each_place(&[], |at| {
        let DatabaseUrl::Postgres(address) = &at.url else {
            return;
        };
        let place = Place::new();
        let run = |words: &[&str]| place.run(&[words, &["--database", address]].concat());
        let refused = run(&["serve", "--listen", "127.0.0.1:0"]);
        let told = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(1), "{told}");
        assert!(told.contains("Name it with --keys FILE"), "{told}");
        assert!(
            run(&["user", "list"]).status.success(),
            "who needs no key needs no file"
        );

        let keys = ["--keys", "hub.keys"];
        let renewed = run(&[&["keys", "renew"], &keys[..]].concat());
        assert!(renewed.status.success(), "{renewed:?}");
        let words = ["serve", "--database", address];
        let mut hub = place.start(&[&words[..], &keys].concat());
        hub.line_with("Nobody administers this hub yet.");
    });
}
