//! How a hub is set up from the link that it prints, and how people are let in and shut out on its machine.

use std::fs;

use firstline_domain::id::OrganisationId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::store::identity_provider::{self, Provider};
use firstline_hub::store::{DatabaseUrl, Db, Options, organisation};
use serde_json::{Value, json};

use crate::harness::{Place, Running};

/// What a command says in JSON.
pub fn said_in_json(place: &Place, words: &[&str]) -> Value {
    let output = place.run(&[words, &["--format", "json"]].concat());
    assert!(output.status.success(), "{words:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The status with which a command failed, and what it said.
fn refusal(place: &Place, words: &[&str]) -> (i32, String) {
    let output = place.run(words);
    assert!(output.stdout.is_empty(), "{words:?}: {output:?}");
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Brings a file into the hub.
fn import(place: &Place, form: &str, content: &str) {
    fs::write(place.path("rows.csv"), content).unwrap();
    let output = place.run(&["import", form, "rows.csv", "--database", "hub.db"]);
    assert!(output.status.success(), "{output:?}");
}

fn serve(place: &Place) -> Running {
    place.start(&["serve", "--database", "hub.db"])
}

/// The link that was printed.
pub fn link(hub: &mut Running) -> String {
    let said = hub.line_with("Nobody administers this hub yet.");
    let link = said.rsplit(' ').next().unwrap();
    assert_eq!(address_of(link), format!("http://{}", hub.address));
    link.to_owned()
}

/// The address of the hub that a link leads to.
fn address_of(link: &str) -> &str {
    let (address, _) = link
        .split_once("/link#")
        .unwrap_or_else(|| panic!("{link} is no link"));
    address
}

/// Sends the form of a link's page.
fn act(hub: &Running, link: &str, form: &str) -> (u16, String) {
    let said = hub.act(link, "", form);
    (said.status(), said.0)
}

fn post(hub: &Running, path: &str, form: &str) -> (u16, String) {
    let said = hub.form(path, "", form);
    (said.status(), said.0)
}

pub const FORM: &str =
    "organisation=Meridian+Pazar%C4%B1&name=Ada&email=ada%40meridian.example&password=nine+quiet+lighthouses";

#[test]
fn a_new_hub_prints_a_link_that_sets_it_up_once() {
    let place = Place::new();
    let stale = link(&mut serve(&place));
    let mut hub = serve(&place);
    let link = link(&mut hub);
    assert_eq!(
        hub.open(&stale).status(),
        404,
        "a restart makes the link before it useless"
    );
    let (_, page) = hub.see(&link, "");
    assert!(page.0.contains("Set this hub up"), "{}", page.0);

    let (status, refused) = act(&hub, &link, "organisation=&name=&email=&password=");
    assert_eq!(status, 422);
    assert!(
        refused.contains("name=\"organisation\"") && refused.contains("aria-invalid"),
        "{refused}"
    );
    let (status, done) = act(&hub, &link, FORM);
    assert_eq!(status, 303, "{done}");
    assert!(
        done.contains("location: /welcome") && done.contains("firstline_session="),
        "{done}"
    );
    assert_eq!(hub.open(&link).status(), 404);
    drop(hub);
    assert!(serve(&place).is_quiet(), "nothing is printed once it is set up");

    let items = said_in_json(&place, &["user", "list", "--database", "hub.db"]);
    assert_eq!(items["items"][0]["organisation"], "meridian-pazari");
    assert_eq!(items["items"][0]["roles"], json!(["operator-admin"]));
}

#[test]
fn set_up_and_import_find_the_same_operator_whichever_comes_first() {
    let rows = "handle,name,kinds\nmeridian,Meridian Marketplace,operator\nkoru,Koru,partner\n";
    let people =
        "handle,organisation,name,email,roles\ncem,meridian,Cem,cem@meridian.example,operator-agent\n";
    let operators = |place: &Place| -> Vec<Value> {
        let items = said_in_json(place, &["user", "list", "--database", "hub.db"]);
        items["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["organisation"].clone())
            .collect()
    };

    let first_set_up = Place::new();
    let mut hub = serve(&first_set_up);
    let first = link(&mut hub);
    assert_eq!(act(&hub, &first, FORM).0, 303);
    drop(hub);
    import(&first_set_up, "organisations", rows);
    import(&first_set_up, "people", people);
    assert_eq!(operators(&first_set_up), ["meridian", "meridian"]);

    let first_import = Place::new();
    import(&first_import, "organisations", rows);
    import(&first_import, "people", people);
    let mut hub = serve(&first_import);
    let link = link(&mut hub);
    let (_, page) = hub.see(&link, "");
    assert!(page.0.contains("An import has already made Meridian Marketplace"));
    assert_eq!(act(&hub, &link, FORM).0, 303);
    drop(hub);
    assert_eq!(operators(&first_import), ["meridian", "meridian"]);

    // There is one operator, and a file that says otherwise is told so.
    fs::write(
        first_import.path("rows.csv"),
        "handle,name,kinds\nkoru,Koru,operator\n",
    )
    .unwrap();
    let other = first_import.run(&["import", "organisations", "rows.csv", "--database", "hub.db"]);
    assert_eq!(other.status.code(), Some(5), "{other:?}");
    assert!(
        String::from_utf8(other.stderr)
            .unwrap()
            .contains("Another organisation runs this marketplace")
    );
}

#[test]
fn whoever_has_the_machine_lets_people_in_and_shuts_them_out() {
    let place = Place::new();
    import(
        &place,
        "organisations",
        "handle,name,kinds\nmeridian,Meridian,operator\nkoru,Koru,partner\n",
    );
    let at = ["--database", "hub.db"];
    let json = |words: &[&str]| said_in_json(&place, &[&["user"], words, &at].concat());
    let refusal = |words: &[&str]| refusal(&place, &[&["user"], words, &at].concat());
    let add = |email: &'static str, organisation: &'static str, roles: &'static str| {
        let who = ["add", "--email", email, "--name", "Ada Çelik"];
        [&who[..], &["--organisation", organisation, "--roles", roles]].concat()
    };
    let mut new = add("ada@koru.example", "koru", "global-admin,admin-agent");
    new.extend(["--public-url", "https://hub.example.com"]);
    let added = json(&new);
    assert_eq!(added["person"], "ada");
    let link = added["link"].as_str().unwrap();
    assert!(link.starts_with("https://hub.example.com/link#reset_"), "{link}");

    let hub = serve(&place);
    let (status, done) = act(&hub, link, "password=nine+quiet+lighthouses");
    assert_eq!(status, 303, "{done}");
    let sign_in = "email=ada%40koru.example&password=nine+quiet+lighthouses";
    assert_eq!(post(&hub, "/sign-in", sign_in).0, 303);
    assert_eq!(
        json(&["sign-out", "ada@koru.example"]),
        json!({ "person": "ada", "ended": 1 })
    );

    // Somebody who has an account is let in with it, and no new link is made.
    let again = add("ADA@koru.example", "meridian", "operator-admin");
    assert_eq!(json(&again), json!({ "person": "ada", "link": null }));
    let list = json(&["list", "--organisation", "meridian"]);
    assert_eq!(list["items"][0]["person"], "ada");
    let changed = json(&[
        "roles",
        "ada",
        "--organisation",
        "koru",
        "--roles",
        "user-management-admin",
    ]);
    assert_eq!(changed["roles"], json!(["user-management-admin"]));

    let reset = json(&["reset", "ada"]);
    let link = reset["link"].as_str().unwrap();
    assert_eq!(address_of(link), "http://127.0.0.1:7420");
    hub.see(link, "");

    for (words, code, said) in [
        (vec!["reset", "nobody"], 4, "There is nobody called “nobody”"),
        (
            vec!["sign-out", "nobody@koru.example"],
            4,
            "There is nobody called",
        ),
        (
            vec!["list", "--organisation", "nowhere"],
            4,
            "There is no organisation “nowhere”",
        ),
        (
            vec!["roles", "ada", "--organisation", "koru", "--roles", "owner"],
            1,
            "one of the roles that this organisation has",
        ),
        (
            vec!["roles", "ada", "--organisation", "koru", "--roles", "sales-agent"],
            1,
            "Nobody else here can give roles",
        ),
        (
            add("not an address", "koru", "sales-agent"),
            1,
            "is not one e-mail address",
        ),
    ] {
        let (was, told) = refusal(&words);
        assert_eq!(was, code, "{words:?}: {told}");
        assert!(told.contains(said), "{words:?}: {told}");
    }
    let (code, _) = refusal(&["roles", "ada", "--organisation", "koru", "--roles", "emperor"]);
    assert_eq!(code, 2, "the command line is wrong");
}

/// What demands that people of Koru sign in at its provider alone, which the hub cannot reach.
fn demand_sign_on(place: &Place) {
    let file = place.path("hub.db").display().to_string();
    let db = Db::open(&DatabaseUrl::parse(&file).unwrap(), &Options::default()).unwrap();
    let anyone = Scope::own_hand(OrganisationId(uuid::Uuid::nil()));
    db.write_blocking(|tx| {
        let koru = organisation::by_handle(tx, &anyone, "koru")?.unwrap();
        let hand = Scope::own_hand(koru.id);
        let provider = Provider {
            organisation: koru.id,
            issuer: "https://127.0.0.1".to_owned(),
            client: "firstline".to_owned(),
            secret: String::new(),
            claim: String::new(),
            rules: Vec::new(),
            everyone: vec![Role::SalesAgent],
            demanded: true,
            version: 0,
        };
        let now = jiff::Timestamp::UNIX_EPOCH;
        identity_provider::put_domain(tx, &hand, "koru.example", now)?;
        identity_provider::put(tx, &hand, &provider, now)
    })
    .unwrap();
}

#[test]
fn whoever_has_the_machine_lets_passwords_in_where_the_provider_fails() {
    let place = Place::new();
    import(
        &place,
        "organisations",
        "handle,name,kinds\nmeridian,Meridian,operator\nkoru,Koru,partner\n",
    );
    let at = ["--database", "hub.db"];
    let json = |words: &[&str]| said_in_json(&place, &[&["user"], words, &at].concat());
    let who = ["--email", "ada@koru.example", "--name", "Ada Çelik"];
    let roles = ["--organisation", "koru", "--roles", "global-admin"];
    let added = json(&[&["add"], &who[..], &roles].concat());
    let hub = serve(&place);
    let link = added["link"].as_str().unwrap();
    assert_eq!(act(&hub, link, "password=nine+quiet+lighthouses").0, 303);
    demand_sign_on(&place);

    let sign_in = || {
        post(
            &hub,
            "/sign-in",
            "email=ada%40koru.example&password=nine+quiet+lighthouses",
        )
    };
    let (status, refused) = sign_in();
    assert_eq!(status, 422, "{refused}");
    assert!(refused.contains("Sign in through your organisation"), "{refused}");
    let allow = ["allow-passwords", "koru"];
    assert_eq!(json(&allow), json!({ "organisation": "koru", "changed": true }));
    assert_eq!(sign_in().0, 303);
    assert_eq!(json(&allow), json!({ "organisation": "koru", "changed": false }));
    let told = place.run(&[&["user"], &allow[..], &at].concat());
    assert_eq!(
        String::from_utf8(told.stdout).unwrap(),
        "People of koru may sign in by password already.\n"
    );
    let (code, told) = refusal(
        &place,
        &[&["user", "allow-passwords", "nowhere"], &at[..]].concat(),
    );
    assert_eq!(code, 4, "{told}");
    assert!(told.contains("There is no organisation “nowhere”"), "{told}");
}
