//! Signing in through the real thing, as its owner and as those who want in instead.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

#[path = "../../hub/tests/authenticator/mod.rs"]
mod authenticator;
#[path = "../../hub/tests/world/mod.rs"]
mod world;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use authenticator::Authenticator;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use firstline_domain::id::PersonId;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::sign_in::Shown;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::token::NewToken;
use firstline_hub::{Hub, POLICIES};
use firstline_server::{Options, router};
use firstline_store::testing::Place;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use tower::ServiceExt;
use uuid::Uuid;
use world::{World, now, run};

const PASSWORD: &str = "nine quiet lighthouses";
const SECURE: &str = "https://hub.example";
const PLAIN: &str = "http://localhost:7420";

/// A hub at an address, with a few people in it, all of whom have the same password.
#[derive(Clone)]
struct Site {
    world: Arc<World>,
    router: Router,
    origin: &'static str,
    peer: SocketAddr,
    /// What a browser sends of its own accord with a form on a page of the hub.
    extra: Vec<(&'static str, String)>,
    _place: Arc<Place>,
}

/// What was answered.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The cookies that were set: name to value and marks.
    fn cookies(&self) -> BTreeMap<String, (String, Vec<String>)> {
        let set = self.headers.get_all(header::SET_COOKIE).iter();
        set.map(|cookie| {
            let mut parts = cookie.to_str().unwrap().split("; ");
            let (name, value) = parts.next().unwrap().split_once('=').unwrap();
            let mut marks: Vec<String> = parts.map(str::to_owned).collect();
            marks.sort();
            (name.to_owned(), (value.to_owned(), marks))
        })
        .collect()
    }

    fn cookie(&self, name: &str) -> String {
        let (value, _) = &self.cookies()[name];
        format!("{name}={value}")
    }

    fn keeps(&self) -> &str {
        self.headers[header::CACHE_CONTROL].to_str().unwrap()
    }
}

impl Site {
    fn new(origin: &'static str, proxies: &[&str]) -> Self {
        Site::with_clock(origin, proxies, now)
    }

    fn with_clock(origin: &'static str, proxies: &[&str], clock: fn() -> Timestamp) -> Self {
        let place = Place::sqlite();
        let mut world = World::new(place.open());
        let policy = Policy::parse(POLICIES[0].1).unwrap();
        world.hub = Hub::with_clock(world.hub.db().clone(), policy, clock);
        let options = Options {
            public_url: origin.parse().unwrap(),
            proxies: proxies.iter().map(|proxy| proxy.parse().unwrap()).collect(),
            ..Options::default()
        };
        let router = router(world.hub.clone(), options);
        let site = Site {
            world: Arc::new(world),
            router,
            origin,
            peer: "203.0.113.9:4711".parse().unwrap(),
            extra: Vec::new(),
            _place: Arc::new(place),
        };
        site.person("elif", "altan");
        site.person("mallory", "rival");
        site
    }

    fn person(&self, handle: &str, organisation: &str) {
        let own = self
            .world
            .hub
            .own_scope("meridian", "Meridian Marketplace")
            .unwrap();
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: format!("{handle}@people.example"),
                language: None,
            },
            organisation: self.world.id(organisation),
            roles: vec![Role::GlobalAdmin],
            active: true,
        };
        let db = self.world.hub.db();
        db.write_blocking(|tx| person::put(tx, &own, &member, now()))
            .unwrap();
        run(self.world.hub.set_password(handle, PASSWORD)).unwrap();
    }

    fn send(&self, method: &str, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        let host = self.origin.split("://").nth(1).unwrap();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        for (name, value) in &self.extra {
            request = request.header(*name, value);
        }
        let form: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let mut request = request.body(Body::from(form.join("&"))).unwrap();
        request.extensions_mut().insert(ConnectInfo(self.peer));
        run(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, 1 << 20).await.unwrap();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body: String::from_utf8(body.to_vec()).unwrap(),
            }
        })
    }

    fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send("GET", path, cookie, &[])
    }

    fn post(&self, path: &str, cookie: &str, form: &[(&str, &str)]) -> Answer {
        self.send("POST", path, cookie, form)
    }

    /// The same site asked with another header.
    fn saying(&self, headers: &[(&'static str, &str)]) -> Site {
        let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned()));
        Site {
            extra: headers.collect(),
            ..self.clone()
        }
    }

    fn typed(&self, handle: &str, password: &str, cookie: &str) -> Answer {
        let email = format!("{handle}@people.example");
        self.post("/sign-in", cookie, &[("email", &email), ("password", password)])
    }

    fn session(&self) -> &'static str {
        if self.origin == SECURE {
            "__Host-firstline_session"
        } else {
            "firstline_session"
        }
    }

    /// The cookie of somebody who signed in.
    fn sign_in(&self, handle: &str) -> String {
        self.typed(handle, PASSWORD, "").cookie(self.session())
    }

    fn is_signed_in(&self, cookie: &str) -> bool {
        self.get("/account", cookie).status == StatusCode::OK
    }

    /// The last link that was written to an address.
    fn letter(&self, handle: &str, organisation: &str) -> String {
        let scope = self.world.person(organisation, Role::GlobalAdmin);
        let waiting = run(self.world.hub.letters(&scope, 100)).unwrap();
        let to = format!("{handle}@people.example");
        let letter = waiting.into_iter().rfind(|letter| letter.message.recipient == to);
        letter.unwrap().link.unwrap()
    }
}

fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

#[test]
fn a_secret_that_somebody_planted_is_replaced() {
    let site = Site::new(PLAIN, &[]);
    let planted = site.sign_in("mallory");
    let answer = site.typed("elif", PASSWORD, &planted);
    let own = answer.cookie("firstline_session");
    assert_ne!(own, planted);
    assert!(
        !site.is_signed_in(&planted),
        "it ended for whoever planted it too"
    );
    assert!(site.get("/account", &own).body.contains("elif@people.example"));
    // A failed sign-in leaves the browser as it was, and nothing but a cookie is taken for one.
    let kept = site.typed("elif", "wrong", &own);
    assert!(kept.cookies().is_empty());
    assert!(site.is_signed_in(&own));
    let query = format!("/account?{own}");
    assert_eq!(site.get(&query, "").status, StatusCode::SEE_OTHER);
}

#[test]
fn secrets_stay_with_the_browser_and_the_hub() {
    for (origin, marks) in [
        (SECURE, &["HttpOnly", "Path=/", "SameSite=Lax", "Secure"][..]),
        (PLAIN, &["HttpOnly", "Path=/", "SameSite=Lax"]),
    ] {
        let site = Site::new(origin, &[]);
        let answer = site.typed("elif", PASSWORD, "");
        assert_eq!(answer.location(), "/");
        let cookies = answer.cookies();
        let device = if origin == SECURE {
            "__Host-firstline_device"
        } else {
            "firstline_device"
        };
        for name in [site.session(), device] {
            let (value, held) = &cookies[name];
            assert!(value.len() > 32);
            let held: Vec<&str> = held
                .iter()
                .map(String::as_str)
                .filter(|mark| !mark.starts_with("Max-Age="))
                .collect();
            assert_eq!(held, marks, "{name}");
        }
        let secure = answer.headers.contains_key(header::STRICT_TRANSPORT_SECURITY);
        assert_eq!(secure, origin == SECURE);
        let session = answer.cookie(site.session());
        let chosen = site.post("/preferences", &session, &[("lang", "tr"), ("theme", "dark")]);
        for name in ["language", "theme"] {
            let own = if origin == SECURE { "__Host-" } else { "" };
            let (_, held) = &chosen.cookies()[&format!("{own}firstline_{name}")];
            assert_eq!(held.contains(&"Secure".to_owned()), origin == SECURE);
        }
        let language = chosen
            .cookies()
            .into_keys()
            .find(|name| name.ends_with("language"));
        let page = site.get("/account", &format!("{session}; {}=tr", language.unwrap()));
        assert!(page.body.contains("<html lang=\"tr\""));
        let out = site.post("/sign-out", &session, &[]);
        let (value, held) = &out.cookies()[site.session()];
        assert!(value.is_empty() && held.contains(&"Max-Age=0".to_owned()));
        assert_eq!(out.headers["clear-site-data"], "\"cache\"");
        assert!(!site.is_signed_in(&session));
    }
    // Whoever can set a cookie for the hub from a neighbouring host cannot set one of this name.
    let site = Site::new(SECURE, &[]);
    let session = site.sign_in("mallory");
    let tossed = session.replace("__Host-", "");
    assert!(site.is_signed_in(&session) && !site.is_signed_in(&tossed));
}

#[test]
fn forms_of_other_sites_do_nothing() {
    let site = Site::new(SECURE, &[]);
    let session = site.sign_in("elif");
    let strangers: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://other.hub.example"),
        ],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://hub.example.evil")],
    ];
    for headers in strangers {
        let site = site.saying(headers);
        for path in [
            "/sign-in",
            "/sign-in/code",
            "/sign-in/passkey",
            "/sign-in/passkey/challenge",
            "/sign-out",
            "/preferences",
            "/account",
            "/account/address",
            "/account/password",
            "/account/reset",
            "/account/prove",
            "/account/prove/passkey",
            "/account/second-factor",
            "/account/second-factor/remove",
            "/account/recovery-codes",
            "/account/passkeys",
            "/account/passkeys/challenge",
            "/account/sessions/end-others",
            "/links/reset_aaaa.bbbb",
        ] {
            let answer = site.post(
                path,
                &session,
                &[("present", PASSWORD), ("password", "another one")],
            );
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {headers:?}");
            assert!(answer.cookies().is_empty(), "{path}");
        }
    }
    assert!(site.is_signed_in(&session));
    let own = site.saying(&[("sec-fetch-site", "same-origin"), ("origin", SECURE)]);
    let name = own.post("/account", &session, &[("name", "Elif")]);
    assert_eq!(name.location(), "/account?told=saved");
}

#[test]
fn nobody_is_led_away_from_the_hub() {
    let site = Site::new(PLAIN, &[]);
    for (to, meant) in [
        ("/ask?offer=pinar/insight", "/ask?offer=pinar/insight"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\r\nSet-Cookie: x=y", "/"),
    ] {
        let form = [
            ("email", "elif@people.example"),
            ("password", PASSWORD),
            ("to", to),
        ];
        let answer = site.post("/sign-in", "", &form);
        assert_eq!(answer.location(), meant, "{to:?}");
        let session = answer.cookie("firstline_session");
        let proved = site.post("/account/prove", &session, &[("password", PASSWORD), ("to", to)]);
        let meant = if meant == "/" { "/account" } else { meant };
        assert_eq!(proved.location(), meant, "{to:?}");
    }
}

#[test]
fn headers_that_a_client_makes_up_say_nothing() {
    let lies = [
        ("x-forwarded-for", "198.51.100.1"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "for=198.51.100.1;host=evil.example;proto=https"),
        ("x-real-ip", "198.51.100.1"),
        ("x-original-url", "/sign-out"),
        ("x-rewrite-url", "/sign-out"),
        ("x-http-method-override", "DELETE"),
    ];
    let site = Site::new(PLAIN, &["10.0.0.0/8"]);
    let liar = site.saying(&lies);
    let answer = liar.typed("elif", PASSWORD, "");
    let (_, marks) = &answer.cookies()["firstline_session"];
    assert!(
        !marks.contains(&"Secure".to_owned()),
        "what the hub is reached by is told to it"
    );
    let session = answer.cookie("firstline_session");
    let page = liar.get("/account", &session);
    assert!(page.body.contains("203.0.113.9") && !page.body.contains("198.51.100.1"));
    assert!(!page.body.contains("evil.example"));
    let passkeys = liar.get("/account/passkeys", &session).body;
    assert!(passkeys.contains("data-origin=\"http://localhost:7420\""));
    assert!(site.is_signed_in(&session));

    // Through the proxy: what it adds counts, and what the client wrote before it does not.
    let mut through = site.saying(&[("x-forwarded-for", "10.9.9.9, 198.51.100.1, 203.0.113.77")]);
    through.peer = "10.0.0.1:80".parse().unwrap();
    let session = through.sign_in("mallory");
    let page = through.get("/account", &session).body;
    assert!(page.contains("203.0.113.77") && !page.contains("198.51.100.1"));
}

#[test]
fn guessing_is_slow_however_it_is_dressed_up() {
    let site = Site::new(PLAIN, &["10.0.0.0/8"]);
    let known = site.typed("elif", PASSWORD, "").cookie("firstline_device");
    let mut last = None;
    for number in 0..11 {
        // Neither another name for one's own address nor another way to write the account makes it another.
        let address = format!("198.51.100.{number}");
        let dressed = site.saying(&[("x-forwarded-for", &address)]);
        let handle = if number % 2 == 0 { "elif" } else { " Elif" };
        last = Some(dressed.typed(handle, "wrong", ""));
    }
    let refused = last.unwrap();
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = refused.headers[header::RETRY_AFTER]
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    assert!((1..=60).contains(&wait));
    assert!(refused.body.contains("Wait a minute and try again."));
    assert!(
        refused.body.contains("action=\"/sign-in\""),
        "the form is still there"
    );
    assert_eq!(
        site.typed("elif", PASSWORD, "").status,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(site.typed("elif", PASSWORD, &known).location(), "/");
    assert_eq!(site.typed("mallory", PASSWORD, "").location(), "/");
}

#[test]
fn nobody_learns_who_has_an_account() {
    let site = Site::new(PLAIN, &[]);
    let headers = |answer: &Answer| {
        let mut headers = answer.headers.clone();
        // It counts what this address asks, whatever that is.
        assert!(headers.remove("ratelimit").is_some());
        headers
    };
    let same = |known: &Answer, unknown: &Answer| {
        assert_eq!(known.status, unknown.status);
        assert_eq!(headers(known), headers(unknown));
        assert_eq!(known.body.replace("elif", "anna"), unknown.body);
    };
    same(
        &site.typed("elif", "wrong password", ""),
        &site.typed("anna", "wrong password", ""),
    );
    let ask = |handle: &str| {
        let email = format!("{handle}@people.example");
        site.post("/account/reset", "", &[("email", &email)])
    };
    same(&ask("elif"), &ask("anna"));
    assert_eq!(ask("elif").location(), "/sign-in?told=sent");
    let made_up = site.get(
        "/links/reset_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.00000000000000000000000000000000",
        "",
    );
    let link = format!("/links/{}", site.letter("elif", "altan"));
    assert_eq!(site.get(&link, "").status, StatusCode::OK);
    let reset = site.post(&link, "", &[("password", "seven loud lighthouses")]);
    assert_eq!(reset.location(), "/sign-in?told=reset");
    assert!(reset.cookies().contains_key("firstline_device"));
    let used = site.get(&link, "");
    assert_eq!((used.status, &used.body), (StatusCode::NOT_FOUND, &made_up.body));
    assert_eq!(site.typed("elif", "seven loud lighthouses", "").location(), "/");
}

#[test]
fn what_a_signed_in_person_reads_is_kept_by_nobody() {
    let site = Site::new(PLAIN, &[]);
    let session = site.sign_in("elif");
    for path in [
        "/",
        "/ask",
        "/discover",
        "/account",
        "/account/password",
        "/account/passkeys",
        "/account/second-factor",
        "/no/such/page",
        "/api/v1/offers",
        "/api/v1/no/such/path",
        "/sign-in",
    ] {
        let answer = site.get(path, &session);
        assert_eq!(answer.keeps(), "no-store", "{path}");
    }
    for path in ["/ask", "/account"] {
        let vary = site.get(path, &session).headers[header::VARY]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            vary.contains("cookie") && vary.contains("accept-language"),
            "{path}: {vary}"
        );
    }
    assert_eq!(site.typed("elif", PASSWORD, "").keeps(), "no-store");
}

#[test]
fn the_account_is_its_owners_alone() {
    let site = Site::new(PLAIN, &[]);
    let elif = site.sign_in("elif");
    let mallory = site.sign_in("mallory");
    let id = |page: &str| {
        let (_, rest) = page.split_once("/account/sessions/").unwrap();
        rest.split('/').next().unwrap().to_owned()
    };
    let second = site.sign_in("elif");
    let listed = id(&site.get("/account", &elif).body);
    let foreign = site.post(&format!("/account/sessions/{listed}/end"), &mallory, &[]);
    let unknown = site.post(
        &format!("/account/sessions/{}/end", Uuid::now_v7()),
        &mallory,
        &[],
    );
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!(foreign.body, unknown.body);
    for nonsense in ["x", "..", "%00", "1%27%20or%201=1"] {
        let answer = site.post(&format!("/account/sessions/{nonsense}/end"), &mallory, &[]);
        assert!(answer.status.is_client_error(), "{nonsense}: {}", answer.status);
    }
    assert!(site.is_signed_in(&second));
    let ended = site.post(&format!("/account/sessions/{listed}/end"), &elif, &[]);
    assert_eq!(ended.location(), "/account?told=ended");
    assert!(!site.is_signed_in(&second));

    // More than the form asks for is not taken.
    let form = [
        ("name", "Elif"),
        ("email", "evil@people.example"),
        ("handle", "evil"),
        ("roles", "operator-admin"),
        ("organisation", "meridian"),
        ("active", "no"),
    ];
    site.post("/account", &elif, &form);
    let page = site.get("/account", &elif).body;
    assert!(page.contains("elif@people.example") && page.contains("value=\"Elif\""));
    assert!(page.contains("Altan Bulut"));

    // A program's token is for the API, and opens no page.
    let hub = &site.world.hub;
    let secret = elif.split('=').nth(1).unwrap();
    let visitor = run(hub.signed_in(Shown::Session(secret), None)).unwrap().unwrap();
    let token = NewToken {
        name: "machine".to_owned(),
        roles: vec![Role::GlobalAdmin],
        days: 1,
    };
    let (_, token) = run(hub.make_token(&visitor.scope, token)).unwrap();
    let machine = site.saying(&[("authorization", &format!("Bearer {token}"))]);
    assert_eq!(machine.get("/api/v1/topics", "").status, StatusCode::OK);
    assert_eq!(machine.get("/account", "").location(), "/sign-in?to=%2Faccount");
    let in_cookie = format!("firstline_session={token}");
    assert!(!site.is_signed_in(&in_cookie), "nor is it a session");
    let as_token = site.saying(&[("authorization", &format!("Bearer {secret}"))]);
    assert_eq!(
        as_token.get("/api/v1/topics", "").status,
        StatusCode::UNAUTHORIZED
    );
}

#[test]
fn whoever_has_a_second_factor_is_asked_for_it() {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    fn clock() -> Timestamp {
        now() + SignedDuration::from_secs(SECONDS.load(Ordering::SeqCst))
    }
    let site = Site::with_clock(SECURE, &[], clock);
    let session = site.sign_in("elif");
    let page = site.get("/account/second-factor", &session).body;
    let key = between(&page, "<code class=\"key\">", "<").replace(' ', "");
    let sealed = between(&page, "name=\"sealed\" value=\"", "\"");
    let app = totp(&key);
    let code = |at: i64| app.generate((now().as_second() + at).unsigned_abs()).to_string();
    let wrong = site.post(
        "/account/second-factor",
        &session,
        &[("sealed", &sealed), ("code", "000000")],
    );
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let added = site.post(
        "/account/second-factor",
        &session,
        &[("sealed", &sealed), ("code", &code(0))],
    );
    assert_eq!((added.status, added.keeps()), (StatusCode::OK, "no-store"));
    let recovery = between(&added.body, "<li><code>", "<");

    SECONDS.store(30, Ordering::SeqCst);
    let first = site.typed("elif", PASSWORD, "");
    assert_eq!(first.location(), "/sign-in/code?to=");
    assert!(
        !first.cookies().contains_key(site.session()),
        "a password alone is no session"
    );
    let step = first.cookie("__Host-firstline_step");
    assert_eq!(site.get("/sign-in/code?to=%2Fask", &step).status, StatusCode::OK);
    let as_session = step.replace("_step", "_session");
    assert!(!site.is_signed_in(&as_session));
    let enter = |step: &str, code: &str| site.post("/sign-in/code", step, &[("code", code), ("to", "/ask")]);
    assert_eq!(enter(&step, "000000").status, StatusCode::UNPROCESSABLE_ENTITY);
    let entered = enter(&step, &code(30));
    assert_eq!(entered.location(), "/ask");
    assert!(site.is_signed_in(&entered.cookie(site.session())));
    assert_eq!(
        enter(&step, &code(30)).location(),
        "/sign-in?told=late&to=%2Fask",
        "replayed"
    );
    assert_eq!(enter("", &code(30)).location(), "/sign-in?told=late&to=%2Fask");

    let step = site.typed("elif", PASSWORD, "").cookie("__Host-firstline_step");
    assert_eq!(enter(&step, &recovery).location(), "/ask");
    // A quarter of an hour later the account shows itself, but is not changed before its owner has shown themselves.
    SECONDS.store(16 * 60, Ordering::SeqCst);
    for path in ["/account/second-factor", "/account/passkeys", "/account/address"] {
        let to = format!("/account/prove?to={}", encoded(path).replace("%2D", "-"));
        assert_eq!(site.get(path, &session).location(), to);
    }
    let removal = site.post("/account/second-factor/remove", &session, &[]);
    assert_eq!(removal.location(), "/account/prove?to=%2Faccount%2Fsecond-factor");
    assert_eq!(
        site.post("/account/passkeys/challenge", &session, &[]).status,
        StatusCode::FORBIDDEN
    );
    let prove = |password: &str, code: &str| {
        site.post(
            "/account/prove",
            &session,
            &[("password", password), ("code", code)],
        )
    };
    for (password, code) in [("wrong", &*code(16 * 60)), (PASSWORD, ""), (PASSWORD, &recovery)] {
        assert_eq!(prove(password, code).status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let proved = prove(PASSWORD, &code(16 * 60));
    let renewed = proved.cookie(site.session());
    assert!(!site.is_signed_in(&session), "the secret is another one now");
    let removal = site.post("/account/second-factor/remove", &renewed, &[]);
    assert_eq!(removal.location(), "/account?told=no-factor");
}

#[test]
fn a_passkey_signs_in_through_the_pages() {
    let site = Site::new(SECURE, &[]);
    let session = site.sign_in("elif");
    let mut phone = Authenticator::new(SECURE);
    let asked: Value =
        serde_json::from_str(&site.post("/account/passkeys/challenge", &session, &[]).body).unwrap();
    assert_eq!(asked["rp"]["id"], "hub.example");
    assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(asked["pubKeyCredParams"][0]["alg"], -7);
    let form = [("name", "Phone"), ("passkey", &*phone.make(&asked))];
    let added = site.post("/account/passkeys", &session, &form);
    assert_eq!(added.location(), "/account?told=passkey");

    let challenge = || serde_json::from_str(&site.post("/sign-in/passkey/challenge", "", &[]).body).unwrap();
    let asked: Value = challenge();
    assert_eq!(asked["rpId"], "hub.example");
    let answer = phone.show(&asked);
    let form = [("passkey", &*answer), ("to", "/ask")];
    let entered = site.post("/sign-in/passkey", "", &form);
    assert_eq!(entered.location(), "/ask");
    assert!(site.is_signed_in(&entered.cookie(site.session())));
    let replayed = site.post("/sign-in/passkey", "", &form);
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(replayed.body.contains("The passkey was not accepted."));

    // What a page of another name talked the browser into says so.
    phone.origin = "https://hub.example.evil".to_owned();
    let phished = phone.show(&challenge());
    let refused = site.post("/sign-in/passkey", "", &[("passkey", &phished)]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.cookies().is_empty());

    // A hub without a name has no passkeys, and its pages offer none.
    let nameless = Site::new("http://192.0.2.1", &[]);
    assert!(!nameless.get("/sign-in", "").body.contains("data-passkey"));
    assert_eq!(
        nameless.post("/sign-in/passkey/challenge", "", &[]).status,
        StatusCode::NOT_FOUND
    );
}

fn totp(key: &str) -> totp_rs::Totp {
    let key = totp_rs::Secret::try_from_base32(key).unwrap();
    totp_rs::Builder::new().with_secret(key).build().unwrap()
}

fn between(text: &str, start: &str, end: &str) -> String {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split(end).next().unwrap().to_owned()
}

#[test]
fn calls_by_a_wrong_token_are_refused_and_counted_by_address() {
    let site = Site::new(PLAIN, &[]);
    let wrong = site.saying(&[("authorization", "Bearer firstline_made-up")]);
    for left in [1199, 1198] {
        let refused = wrong.get("/api/v1/topics", "");
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        let said = format!("\"address\";r={left};t=60");
        assert_eq!(refused.headers["ratelimit"], said);
    }
    let answered = site.get("/api/v1/topics", &site.sign_in("elif"));
    assert_eq!(answered.headers["ratelimit"], "\"person\";r=1199;t=60");
}

#[test]
fn an_organisation_that_demands_more_than_a_password_opens_nothing_before() {
    let site = Site::new(SECURE, &[]);
    site.person("defne", "altan");
    let admin = site.sign_in("elif");
    let page = site.get("/settings/sign-on", &admin).body;
    assert!(
        page.contains("action=\"/settings/sign-on/second-factor\"") && !page.contains("name=\"everyone\"")
    );
    let session = site.sign_in("defne");
    assert_eq!(site.get("/ask", &session).status, StatusCode::OK);
    let saved = site.post(
        "/settings/sign-on/second-factor",
        &admin,
        &[("own", "1"), ("version", "0")],
    );
    assert_eq!(saved.location(), "/settings/sign-on?done=demanded");

    for session in [&session, &admin] {
        for path in ["/", "/ask", "/account", "/account/password", "/settings/people"] {
            let led = site.get(path, session);
            assert_eq!(
                (led.status, led.location()),
                (StatusCode::SEE_OTHER, "/account/second-factor"),
                "{path}"
            );
        }
        let api = site.get("/api/v1/topics", session);
        assert_eq!(api.status, StatusCode::FORBIDDEN);
        assert!(
            api.body.contains("/problems/second-factor-needed"),
            "{}",
            api.body
        );
    }
    let withdrawn = site.post("/settings/sign-on/second-factor", &admin, &[("version", "1")]);
    assert_eq!(withdrawn.location(), "/account/second-factor", "not before");
    assert!(
        site.get("/account/second-factor", &session)
            .body
            .contains("demands more than a password")
    );
    assert_eq!(site.get("/account/passkeys", &session).status, StatusCode::OK);

    let mallory = site.sign_in("mallory");
    assert_eq!(
        site.get("/ask", &mallory).status,
        StatusCode::OK,
        "it is demanded elsewhere"
    );
    let (_, secret) = session.split_once('=').unwrap();
    let defne = run(site.world.hub.signed_in(Shown::Session(secret), None)).unwrap();
    let scope = &defne.unwrap().scope;
    let new = NewToken {
        name: "nightly".to_owned(),
        roles: vec![Role::GlobalAdmin],
        days: 1,
    };
    let (_, token) = run(site.world.hub.make_token(scope, new)).unwrap();
    let program = site.saying(&[("authorization", &format!("Bearer {token}"))]);
    assert_eq!(program.get("/api/v1/topics", "").status, StatusCode::OK);

    let page = site.get("/account/second-factor", &session).body;
    let sealed = between(&page, "name=\"sealed\" value=\"", "\"");
    let key = between(&page, "<code class=\"key\">", "<").replace(' ', "");
    let app = totp(&key);
    let code = app.generate(now().as_second().unsigned_abs()).to_string();
    let added = site.post(
        "/account/second-factor",
        &session,
        &[("sealed", &sealed), ("code", &code)],
    );
    assert_eq!(added.status, StatusCode::OK);
    assert_eq!(site.get("/ask", &session).status, StatusCode::OK);
    assert_eq!(site.get("/api/v1/topics", &session).status, StatusCode::OK);
    assert_eq!(site.post("/sign-out", &admin, &[]).location(), "/sign-in");
}
