//! More than a password.

use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use firstline_domain::role::Role;
use firstline_hub::sign_in::Shown;
use firstline_hub::token::NewToken;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::authenticator::Authenticator;
use crate::site::{PASSWORD, SECURE, Site, encoded};
use crate::world::{now, run};

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

fn totp(key: &str) -> totp_rs::Totp {
    let key = totp_rs::Secret::try_from_base32(key).unwrap();
    totp_rs::Builder::new().with_secret(key).build().unwrap()
}

fn between(text: &str, start: &str, end: &str) -> String {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split(end).next().unwrap().to_owned()
}
