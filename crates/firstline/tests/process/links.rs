//! What the program writes down while links that work once are opened, however much it is told to write.

use std::fs;

use firstline_domain::id::OrganisationId;
use firstline_domain::policy::Policy;
use firstline_domain::scope::Scope;
use firstline_hub::store::{DatabaseUrl, Db, Options, organisation};
use firstline_hub::{Hub, Keys, POLICIES};
use tokio::runtime::Builder;
use uuid::Uuid;

use crate::harness::{Place, Running};
use crate::user::{FORM, link, said_in_json};

const PASSWORD: &str = "password=seven+loud+lighthouses";

/// What an identity provider would send along in the address: single use, but nobody else's to read.
const CODE: &str = "code=apricots-in-winter&state=plums-in-spring";

/// Sends the form of a link's page, which is accepted; gives the cookie that comes first with it.
fn used(hub: &Running, link: &str, session: &str, form: &str) -> String {
    let said = hub.act(link, session, form);
    assert_eq!(said.status(), 303, "{}", said.0);
    said.cookie().to_owned()
}

/// The link that somebody is invited by, as it stands on the page of whoever invited them.
fn invitation(hub: &Running, session: &str) -> String {
    let form = "email=new%40people.example&roles=operator-agent";
    let made = hub.form("/settings/invitations", session, form);
    assert_eq!(made.status(), 303, "{}", made.0);
    let page = hub.get("/settings/invitations", &format!("Cookie: {session}\r\n"));
    let (_, rest) = page.0.split_once("<code>").unwrap();
    rest.split('<').next().unwrap().to_owned()
}

/// The link that was written to an address, as it waits to be sent.
fn letter(place: &Place, to: &str) -> String {
    let file = place.path("hub.db").display().to_string();
    let db = Db::open(&DatabaseUrl::parse(&file).unwrap(), &Options::default()).unwrap();
    let anyone = Scope::own_hand(OrganisationId(Uuid::nil()));
    let own = db
        .write_blocking(|tx| organisation::by_handle(tx, &anyone, "meridian-pazari"))
        .unwrap()
        .unwrap();
    let keys = Keys::beside(&place.path("hub.db"));
    let hub = Hub::new(db, Policy::parse(POLICIES[0].1).unwrap(), keys);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let scope = Scope::own_hand(own.id);
    let letters = runtime.block_on(hub.letters(&scope, 100)).unwrap();
    let letter = letters.into_iter().find(|letter| letter.message.recipient == to);
    let secret = letter.unwrap().link.unwrap();
    format!("http://hub/link#{secret}")
}

#[test]
fn no_line_of_the_log_holds_what_opens_a_link() {
    let place = Place::new();
    let mut hub = place.start_talkative(&["serve", "--database", "hub.db", "--log-format", "json"]);
    let set_up = link(&mut hub);
    let session = used(&hub, &set_up, "", FORM);
    let invitation = invitation(&hub, &session);
    used(&hub, &invitation, "", &format!("name=New&{PASSWORD}"));
    let asked = hub.form("/account/address", &session, "email=ada%40people.example");
    assert_eq!(asked.header("location"), Some("/account?told=address"));
    let address = letter(&place, "ada@people.example");
    used(&hub, &address, &session, "");
    let reset = said_in_json(&place, &["user", "reset", "ada", "--database", "hub.db"]);
    let reset = reset["link"].as_str().unwrap();
    used(&hub, reset, "", PASSWORD);

    // What is refused is written down, and so is what comes from elsewhere.
    let links = [&*set_up, &invitation, &address, reset];
    for link in links {
        let (_, secret) = link.split_once('#').unwrap();
        assert_eq!(hub.open(link).status(), 404, "{link}");
        let stolen = hub.raw(&format!(
            "POST /link HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nSec-Fetch-Site: cross-site\r\n\
             Cookie: firstline_link={secret}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\nlink={secret}",
            secret.len() + 5
        ));
        assert!(stolen.starts_with("HTTP/1.1 403"), "{stolen}");
    }
    hub.get(&format!("/sign-in/organisation/meridian-pazari?{CODE}"), "");
    assert_eq!(hub.get(&format!("/api/v1/people?{CODE}"), "").status(), 401);
    hub.tell_to_stop();
    assert_eq!(hub.ended().code(), Some(0));

    let log = fs::read_to_string(place.path("log")).unwrap();
    for said in ["\"path\":\"/link\"", "\"path\":\"/api/v1/people\""] {
        assert!(log.contains(said), "{said}: {log}");
    }
    let secrets = links
        .iter()
        .map(|link| link.split_once('_').unwrap().1.split('.').next().unwrap());
    for secret in secrets.chain(["apricots", "plums"]) {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
    assert!(!log.contains(session.split_once('=').unwrap().1));
}
