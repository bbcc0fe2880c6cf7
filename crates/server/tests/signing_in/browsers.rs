//! What a browser holds, what it may be led to, and what forms of other sites do.

use axum::http::{StatusCode, header};

use crate::site::{PASSWORD, PLAIN, SECURE, Site};

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
            "/link",
            "/link/open",
        ] {
            let answer = site.post(
                path,
                &session,
                &[("present", PASSWORD), ("password", "another one")],
            );
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {headers:?}");
            assert!(answer.cookies().is_empty(), "{path}");
            assert!(answer.body.contains("<h1>"), "{path}: in words");
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
