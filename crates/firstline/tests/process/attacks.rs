//! Those who mean it ill, at the program's own port: what reaches it through a proxy that understood a request otherwise, paths
//! that are not what they seem, ids that are guessed, fields that nobody asked for, secrets that were stolen.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Place, Running};

/// An administrator of a partner, and the owner of a publisher.
const ADMIN: &str = "firstline_demo_olivia-marsh";
const OTHER: &str = "firstline_demo_selin-uzunoglu";
const PASSWORD: &str = "a quiet lighthouse";

/// The demo, attacked.
struct Target {
    hub: Running,
    _place: Place,
}

impl Target {
    fn new() -> Self {
        let place = Place::new();
        let hub = place.start(&["demo", "--database", "demo.db", "--requests-a-minute", "100000"]);
        Target { hub, _place: place }
    }

    fn is_signed_in(&self, cookie: &str) -> bool {
        self.hub
            .get("/account", &format!("Cookie: {cookie}\r\n"))
            .status()
            == 200
    }
}

#[test]
fn nothing_is_smuggled_in_behind_another_request() {
    let target = Target::new();
    let secret = format!("GET /api/v1/people HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {ADMIN}\r\n\r\n");
    let ask = |framing: &str, body: &str| {
        target.hub.raw(&format!(
            "POST /api/v1/ask HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n{framing}\r\n{body}"
        ))
    };
    let both = secret.len() + 5;
    let smuggled = format!("0\r\n\r\n{secret}");
    for framing in [
        // The one in front goes by the first line, whoever is behind by the second, or the other way round.
        &*format!("Content-Length: {both}\r\nTransfer-Encoding: chunked\r\n"),
        &format!("Transfer-Encoding: chunked\r\nContent-Length: {both}\r\n"),
        "Transfer-Encoding: chunked\r\n",
        &format!("Content-Length: {both}\r\nTransfer-Encoding: identity, chunked\r\n"),
        // Lines that are none, lengths that are none, and two that differ.
        &format!("Content-Length: {both}\r\nTransfer-Encoding : chunked\r\n"),
        &format!("Content-Length: {both}\r\n Transfer-Encoding: chunked\r\n"),
        &format!("Content-Length: {both}\r\nTransfer-Encoding: xchunked\r\n"),
        &format!("Content-Length: {both}\r\nTransfer-Encoding: chunked, identity\r\n"),
        &format!("Content-Length: 5\r\nContent-Length: {both}\r\n"),
        "Content-Length: 5, 6\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: 0x5\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999999\r\n",
    ] {
        let said = ask(framing, &smuggled);
        assert_eq!(said.matches("HTTP/1.1 ").count(), 1, "{framing:?}: {said}");
        assert!(said.starts_with("HTTP/1.1 4"), "{framing:?}: {said}");
        assert!(!said.contains("olivia"), "{framing:?}: {said}");
    }
    // It is not that nothing is ever answered there: the same request by itself is.
    let open = target
        .hub
        .raw(&secret.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    assert!(
        open.starts_with("HTTP/1.1 200") && open.contains("olivia"),
        "{open}"
    );
}

#[test]
fn headers_that_other_servers_believe_change_nothing() {
    let target = Target::new();
    for header in [
        "X-Original-URL: /api/v1/people",
        "X-Rewrite-URL: /api/v1/people",
        "X-Forwarded-Prefix: /api/v1/people",
        "X-HTTP-Method-Override: DELETE",
    ] {
        let said = target.hub.get(
            "/health",
            &format!("{header}\r\nAuthorization: Bearer {ADMIN}\r\n"),
        );
        assert!(
            said.status() == 200 && said.0.ends_with("{}"),
            "{header}: {}",
            said.0
        );
    }
    for header in [
        "X-Forwarded-User: olivia-marsh",
        "X-Remote-User: olivia-marsh",
        "Remote-User: olivia-marsh",
        "X-Forwarded-For: 127.0.0.1",
        "Forwarded: for=127.0.0.1;host=localhost",
        "Authorization: Basic b2xpdmlhLW1hcnNoOmRlbW8=",
        "Authorization: bearer",
        "Cookie: firstline_session=",
    ] {
        let said = target.hub.get("/api/v1/people", &format!("{header}\r\n"));
        assert_eq!(said.status(), 401, "{header}: {}", said.0);
    }
    // Another name for the hub appears nowhere: links come from the command line.
    let said = target.hub.raw("GET /settings/people HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nX-Forwarded-Host: evil.example\r\n\r\n");
    assert!(
        said.starts_with("HTTP/1.1 303") && !said.contains("evil"),
        "{said}"
    );
}

#[test]
fn no_path_leads_where_another_does_not() {
    let target = Target::new();
    let token = format!("Authorization: Bearer {ADMIN}\r\n");
    assert_eq!(target.hub.get("/api/v1/people", &token).status(), 200);
    for path in [
        "/api/v1/../v1/people",
        "/api/v1/./people",
        "/api//v1/people",
        "//api/v1/people",
        "/API/V1/people",
        "/api/v1/people/",
        "/api/v1/people%00",
        "/api/v1/people%2f",
        "/api/v1/people;jsessionid=1",
        "/api/v1/people/..;/people",
        "/api/v1%2fpeople",
        "/api/v1/offers/%2e%2e/people",
        "/x/..%2fapi/v1/people",
        "/assets/x/../../api/v1/people",
    ] {
        for headers in ["", &*token] {
            let said = target.hub.get(path, headers);
            assert!(matches!(said.status(), 400 | 401 | 404), "{path}: {}", said.0);
            assert!(!said.0.contains("olivia"), "{path}: {}", said.0);
        }
    }
    for path in [
        "/assets/x/../../../etc/passwd",
        "/assets/x/%2e%2e/%2e%2e/etc/passwd",
        "/assets/x/..%2f..%2fetc%2fpasswd",
        "/assets/x//etc/passwd",
        "/assets/x/%2fetc%2fpasswd",
        "/assets/x/app.js%00.css",
        "/assets/x/..\\..\\etc\\passwd",
        "/link/..%2fsettings",
        "/.git/config",
        "/demo.db",
    ] {
        let said = target.hub.get(path, "");
        assert!(matches!(said.status(), 303 | 400 | 404), "{path}: {}", said.0);
        assert!(!said.0.contains("root:"), "{path}: {}", said.0);
    }
    // An absolute address, as one asks a proxy for, is of this hub or of none.
    let said = target.hub.get("http://evil.example/api/v1/people", "");
    assert_eq!(said.status(), 401, "{}", said.0);
    let long = format!("/{}", "a".repeat(100_000));
    assert!(matches!(target.hub.get(&long, "").status(), 404 | 414 | 431));
}

#[test]
fn an_id_that_was_guessed_is_answered_as_one_that_never_was() {
    let target = Target::new();
    let list = |token: &str, path: &str| {
        let (status, found) = target.hub.ask(token, "GET", path, "");
        assert_eq!(status, 200, "{found}");
        found["items"].as_array().unwrap().clone()
    };
    let others = |path: &str| {
        let own = list(ADMIN, path);
        let mut theirs = list(OTHER, path);
        theirs.retain(|item| !own.contains(item));
        assert!(!theirs.is_empty(), "{path}: nothing to guess");
        theirs
    };
    let token = format!("Authorization: Bearer {ADMIN}\r\n");
    let mut tried = 0;
    for (path, key, never) in [
        (
            "/api/v1/subscriptions",
            "subscription",
            "406ecbb1-6bc7-40e7-821c-000000000000",
        ),
        ("/api/v1/people", "person", "nobody-at-all"),
    ] {
        for item in others(path) {
            let id = item[key].as_str().unwrap();
            let guessed = target.hub.get(&format!("{path}/{id}"), &token);
            let invented = target.hub.get(&format!("{path}/{never}"), &token);
            assert_eq!(guessed.status(), 404, "{path}/{id}: {}", guessed.0);
            assert_eq!(guessed.constant(), invented.constant(), "{path}/{id}");
            tried += 1;
        }
    }
    assert!(tried > 2, "{tried}");
    let decision = target.hub.keep_decision(OTHER);
    let path = format!("/api/v1/decisions/{}", decision["id"].as_str().unwrap());
    assert_eq!(target.hub.get(&path, &token).status(), 404);
}

/// A path of the API's description with something for each of its variables.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        if part.starts_with('{') {
            Uuid::nil().to_string()
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn a_field_that_nobody_asked_for_is_refused_by_name() {
    let target = Target::new();
    let (_, description) = target.hub.ask("", "GET", "/api/v1/openapi.json", "");
    let mut tried = 0;
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            if operation["requestBody"]["content"]["application/json"] == Value::Null {
                continue;
            }
            let body = json!({ "is_operator": true }).to_string();
            let (status, said) = target
                .hub
                .ask(ADMIN, &method.to_ascii_uppercase(), &filled(path), &body);
            assert!((400..500).contains(&status), "{method} {path}: {status} {said}");
            assert!(
                said["detail"].to_string().contains("is_operator"),
                "{method} {path}: {said}"
            );
            tried += 1;
        }
    }
    assert!(tried > 15, "{tried}");
}

#[test]
fn what_was_stolen_is_worth_nothing_once_it_was_used_or_given_up() {
    let target = Target::new();
    let (status, invitation) = target.hub.ask(
        ADMIN,
        "POST",
        "/api/v1/invitations",
        &json!({"email": "new@people.example", "roles": ["helpdesk-agent"]}).to_string(),
    );
    assert_eq!(status, 201, "{invitation}");
    let link = invitation["link"].as_str().unwrap();
    // Whoever changes a letter of it has no link.
    let mut forged = link.to_owned();
    let last = if forged.pop() == Some('a') { 'b' } else { 'a' };
    forged.push(last);
    assert_eq!(target.hub.open(&forged).status(), 404);

    let (copied, _) = target.hub.see(link, "");
    let join = format!("name=New&password={}", PASSWORD.replace(' ', "+"));
    let joined = target.hub.act(link, "", &join);
    assert_eq!(joined.status(), 303, "{}", joined.0);
    let session = joined.cookie();
    assert!(target.is_signed_in(session));
    // Used, it opens nothing to whoever copied it on the way.
    let again = target.hub.form("/link/open", &copied, &join);
    assert_eq!(again.status(), 404, "{}", again.0);
    assert_eq!(again.cookie(), "firstline_link=", "it is put away");
    let pasted = target.hub.open(link);
    assert_eq!(pasted.status(), 404, "{}", pasted.0);
    assert_eq!(pasted.header("set-cookie"), None, "{}", pasted.0);

    // A session that was copied ends with the one it was copied from, and so does a token.
    assert_eq!(target.hub.form("/sign-out", session, "").status(), 303);
    assert!(!target.is_signed_in(session));
}
