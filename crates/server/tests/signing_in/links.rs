//! Links that work once: what of them is seen on the way, and those who come upon one, or plant one.

use axum::http::{StatusCode, header};

use crate::browser::{Browser, OPEN, form_of, keeper};
use crate::site::{Answer, PASSWORD, PLAIN, SECURE, Site};

const OTHER: &str = "seven loud lighthouses";
const MADE_UP: &str = "reset_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.00000000000000000000000000000000";

/// The secret of the link that somebody asks for who has forgotten their password.
fn reset(site: &Site, handle: &str, organisation: &str) -> String {
    let email = format!("{handle}@people.example");
    let asked = site.post("/account/reset", "", &[("email", &email)]);
    assert_eq!(asked.location(), "/sign-in?told=sent");
    site.letter(handle, organisation)
}

/// The secret of the link by which Elif invites somebody.
fn invitation(site: &Site, handle: &str) -> String {
    let email = format!("{handle}@people.example");
    let form = [("email", &*email), ("roles", "helpdesk-agent")];
    let made = site.post("/settings/invitations", &site.sign_in("elif"), &form);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    site.letter(handle, "altan")
}

/// The secret of the link to an address that Elif wants to have.
fn address(site: &Site) -> String {
    let form = [("email", "elif.new@people.example")];
    let asked = site.post("/account/address", &site.sign_in("elif"), &form);
    assert_eq!(asked.location(), "/account?told=address");
    site.letter("elif.new", "altan")
}

/// Nothing is left of a link in a browser, nor of what it opened anywhere.
fn is_used_up(site: &Site, browser: &mut Browser, secret: &str) {
    assert!(!browser.jar.contains_key(keeper(site)));
    assert_eq!(browser.get(OPEN).status, StatusCode::NOT_FOUND);
    let elsewhere = Browser::at(site).open(secret);
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    assert!(elsewhere.cookies().is_empty());
}

/// The page in Turkish, after its reader chose that, and after it was loaded anew.
fn in_turkish(browser: &mut Browser) -> Answer {
    let chosen = browser.post("/preferences", &[("lang", "tr")]);
    assert_eq!(chosen.location(), OPEN);
    let page = browser.get(OPEN);
    assert!(page.body.contains("<html lang=\"tr\""), "{}", page.body);
    browser.get(OPEN)
}

#[test]
fn on_the_way_to_another_password_nothing_shows_the_link() {
    for origin in [SECURE, PLAIN] {
        let site = Site::new(origin, &[]);
        let secret = reset(&site, "elif", "altan");
        let mut browser = Browser::at(&site);
        assert!(browser.get("/link").body.contains("link.js"));
        assert!(browser.see(&secret).body.contains("elif@people.example"));
        in_turkish(&mut browser);
        let refused = browser.act(&[("password", "short")]);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("aria-invalid"));
        assert_eq!(
            browser.act(&[("password", OTHER)]).location(),
            "/sign-in?told=reset"
        );
        is_used_up(&site, &mut browser, &secret);
        assert_eq!(site.typed("elif", OTHER, "").location(), "/");
    }
}

#[test]
fn on_the_way_into_an_organisation_nothing_shows_the_link() {
    let site = Site::new(SECURE, &[]);
    let secret = invitation(&site, "yeni");
    let mut browser = Browser::at(&site);
    assert!(browser.see(&secret).body.contains("Altan Bulut"));
    in_turkish(&mut browser);
    let joined = browser.act(&[("name", "Yeni"), ("password", OTHER)]);
    assert_eq!(joined.location(), "/", "{}", joined.body);
    assert!(browser.get("/account").body.contains("yeni@people.example"));
    is_used_up(&site, &mut browser, &secret);

    // Whoever has an account signs in on the way, and finds the link again.
    let secret = invitation(&site, "mallory");
    let mut browser = Browser::at(&site);
    let page = browser.see(&secret);
    assert!(page.body.contains("href=\"/sign-in?to=%2Flink%2Fopen\""));
    let typed = [
        ("email", "mallory@people.example"),
        ("password", PASSWORD),
        ("to", OPEN),
    ];
    assert_eq!(browser.post("/sign-in", &typed).location(), OPEN);
    assert_eq!(browser.act(&[]).location(), "/");
    assert!(browser.get("/account").body.contains("Altan Bulut"));
    is_used_up(&site, &mut browser, &secret);
}

#[test]
fn on_the_way_to_another_address_nothing_shows_the_link() {
    let site = Site::new(PLAIN, &[]);
    let secret = address(&site);
    let mut browser = Browser::at(&site);
    let page = browser.see(&secret);
    assert_eq!(page.location(), "/sign-in?to=%2Flink%2Fopen");
    // Somebody else is shown what a link is answered with that opens nothing, and the browser forgets it.
    let mut mallory = Browser::of(&site, "mallory");
    let foreign = mallory.see(&secret);
    let made_up = Browser::of(&site, "mallory").open(MADE_UP);
    assert_eq!((foreign.status, &foreign.body), (made_up.status, &made_up.body));
    assert!(!mallory.jar.contains_key(keeper(&site)));

    let typed = [
        ("email", "elif@people.example"),
        ("password", PASSWORD),
        ("to", OPEN),
    ];
    assert_eq!(browser.post("/sign-in", &typed).location(), OPEN);
    assert!(in_turkish(&mut browser).body.contains("elif.new@people.example"));
    assert_eq!(browser.act(&[]).location(), "/account?told=confirmed");
    is_used_up(&site, &mut browser, &secret);
}

#[test]
fn on_the_way_to_a_new_hub_nothing_shows_the_link() {
    let site = Site::new(PLAIN, &[]);
    let secret = site.world.hub.set_up_link().unwrap().unwrap();
    let mut browser = Browser::at(&site);
    assert!(browser.see(&secret).body.contains("Meridian Marketplace"));
    in_turkish(&mut browser);
    assert_eq!(browser.act(&[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = [
        ("organisation", "Meridian"),
        ("name", "Ada"),
        ("email", "ada@people.example"),
        ("password", OTHER),
    ];
    let done = browser.act(&form);
    assert_eq!(done.location(), "/welcome", "{}", done.body);
    is_used_up(&site, &mut browser, &secret);
}

#[test]
fn a_browser_keeps_a_link_to_itself_and_not_for_long() {
    for (origin, marks) in [
        (
            SECURE,
            &["HttpOnly", "Max-Age=900", "Path=/", "SameSite=Lax", "Secure"][..],
        ),
        (PLAIN, &["HttpOnly", "Max-Age=900", "Path=/", "SameSite=Lax"]),
    ] {
        let site = Site::new(origin, &[]);
        let secret = reset(&site, "elif", "altan");
        let mut browser = Browser::of(&site, "mallory");
        for answer in [
            browser.open(&secret),
            browser.get(OPEN),
            browser.act(&[("password", "short")]),
        ] {
            let (value, kept) = &answer.cookies()[keeper(&site)];
            let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
            assert_eq!((value, &kept[..]), (&secret, marks));
            assert_eq!(answer.cookies().len(), 1, "nothing else is touched");
            assert_eq!(answer.keeps(), "no-store");
        }
        browser.post("/sign-out", &[]);
        assert!(!browser.jar.contains_key(keeper(&site)));
    }
}

#[test]
fn a_link_that_was_copied_works_once_in_whichever_browser() {
    let site = Site::new(SECURE, &[]);
    let secret = reset(&site, "elif", "altan");
    let (mut owner, mut thief) = (Browser::at(&site), Browser::at(&site));
    owner.see(&secret);
    let id = form_of(&thief.see(&secret));
    assert_eq!(
        owner.act(&[("password", OTHER)]).location(),
        "/sign-in?told=reset"
    );
    let stolen = thief.post(OPEN, &[("link", &id), ("password", "the thief's own one")]);
    assert_eq!(stolen.status, StatusCode::NOT_FOUND);
    assert!(!thief.jar.contains_key(keeper(&site)));
    for used in [thief.get(OPEN), thief.open(&secret)] {
        assert_eq!(used.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(site.typed("elif", OTHER, "").location(), "/");
}

#[test]
fn an_invitation_is_of_no_use_to_somebody_else_whatever_they_send() {
    let site = Site::new(SECURE, &[]);
    let secret = invitation(&site, "yeni");
    let id = form_of(&Browser::at(&site).see(&secret));
    let mut thief = Browser::of(&site, "mallory");
    assert!(!thief.see(&secret).body.contains("action=\"/link/open\""));
    let form = [("link", &*id), ("name", "Thief"), ("password", OTHER)];
    let stolen = thief.post(OPEN, &form);
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut owner = Browser::at(&site);
    owner.see(&secret);
    let joined = owner.act(&[("name", "Yeni"), ("password", OTHER)]);
    assert_eq!(joined.location(), "/");
}

#[test]
fn a_link_that_was_planted_does_nothing_but_ask() {
    let site = Site::new(PLAIN, &[]);
    let mut victim = Browser::of(&site, "mallory");
    let session = victim.jar.clone();
    let secret = invitation(&site, "mallory");
    // No form of another site puts it there.
    for stranger in ["cross-site", "same-site"] {
        let stranger = site.saying(&[("sec-fetch-site", stranger), ("origin", "https://evil.example")]);
        let refused = stranger.post("/link", "", &[("link", &secret)]);
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.cookies().is_empty());
    }
    victim.jar.insert(keeper(&site).to_owned(), secret);
    for path in ["/", "/account", "/link", "/sign-in"] {
        assert!(!victim.get(path).body.contains("Altan Bulut"), "{path}");
    }
    // The page says whose it is and asks; to look at it changes nothing.
    let page = victim.get(OPEN);
    assert!(page.body.contains("Altan Bulut") && page.body.contains("action=\"/link/open\""));
    assert!(!victim.get("/account").body.contains("Altan Bulut"));

    // One to somebody else's account says whose that is, and leaves whoever is signed in who they are.
    victim.see(&reset(&site, "elif", "altan"));
    assert!(victim.get(OPEN).body.contains("elif@people.example"));
    victim.act(&[("password", OTHER)]);
    for (name, value) in session {
        assert_eq!(victim.jar[&name], value);
    }
    assert!(victim.get("/account").body.contains("mallory@people.example"));
    assert_eq!(site.typed("mallory", PASSWORD, "").location(), "/");

    // What is no link at all is put away.
    for planted in [MADE_UP, "x", "\"", "%0d%0a"] {
        victim.jar.insert(keeper(&site).to_owned(), planted.to_owned());
        assert_eq!(victim.get(OPEN).status, StatusCode::NOT_FOUND, "{planted}");
        assert!(!victim.jar.contains_key(keeper(&site)), "{planted}");
    }
}

#[test]
fn what_was_typed_for_one_link_is_not_used_for_another() {
    let site = Site::new(SECURE, &[]);
    let (wanted, planted) = (invitation(&site, "yeni"), reset(&site, "mallory", "rival"));
    let mut browser = Browser::at(&site);
    let id = form_of(&browser.see(&wanted));
    // Another page had the browser open a link in another window: that one counts from then on.
    let later = browser.see(&planted);
    assert!(later.body.contains("mallory@people.example"));
    for form in [Some(&*id), Some(""), None] {
        browser.see(&planted);
        let mut typed = vec![("name", "Yeni"), ("password", OTHER)];
        typed.extend(form.map(|id| ("link", id)));
        let refused = browser.post(OPEN, &typed);
        assert_eq!(refused.status, StatusCode::CONFLICT, "{form:?}");
        assert!(refused.body.contains("action=\"/link\""));
        assert!(!browser.jar.contains_key(keeper(&site)));
    }
    assert_eq!(site.typed("mallory", PASSWORD, "").location(), "/");
    browser.see(&wanted);
    let joined = browser.act(&[("name", "Yeni"), ("password", OTHER)]);
    assert_eq!(joined.location(), "/");
}

#[test]
fn a_link_that_opens_nothing_says_so_beside_the_field_for_another() {
    let site = Site::new(PLAIN, &[]);
    let secret = reset(&site, "elif", "altan");
    let made_up = site.post("/link", "", &[("link", MADE_UP)]);
    assert_eq!(made_up.status, StatusCode::NOT_FOUND);
    assert!(made_up.cookies().is_empty());
    for wrong in [&secret[..secret.len() - 1], &format!("{secret}0"), "x", "/link#"] {
        let answer = site.post("/link", "", &[("link", wrong)]);
        if wrong.ends_with('#') {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains("aria-invalid"));
        } else {
            assert_eq!(
                (answer.status, &answer.body),
                (made_up.status, &made_up.body),
                "{wrong}"
            );
        }
        assert!(answer.body.contains("name=\"link\"") && answer.body.contains("action=\"/link\""));
    }
    assert_eq!(
        site.post("/link", "", &[]).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let nothing = site.get(OPEN, "");
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert!(nothing.body.contains("action=\"/link\""));
    // An address that holds a link opens nothing, and is not taken for one.
    for path in [
        format!("/link?link={secret}"),
        format!("/link/{secret}"),
        format!("/links/{secret}"),
    ] {
        let answer = site.get(&path, "");
        assert!(!answer.body.contains("elif@people.example"), "{path}");
        assert!(answer.cookies().is_empty(), "{path}");
    }
}

#[test]
fn links_cannot_be_tried_out_and_whoever_has_one_is_let_through() {
    let site = Site::new(PLAIN, &[]);
    let secret = reset(&site, "elif", "altan");
    let cookie = format!("{}={MADE_UP}", keeper(&site));
    let attempt = |number: usize| match number % 2 {
        0 => site.post("/link", "", &[("link", MADE_UP)]),
        _ => site.get(OPEN, &cookie),
    };
    for number in 0..100 {
        assert_eq!(attempt(number).status, StatusCode::NOT_FOUND, "{number}");
    }
    assert_eq!(attempt(101).status, StatusCode::TOO_MANY_REQUESTS);
    let refused = attempt(102);
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers.contains_key(header::RETRY_AFTER));
    assert!(
        refused.body.contains("action=\"/link\""),
        "the form is still there"
    );
    assert!(refused.body.contains("Wait a minute and try again."));
    let mut browser = Browser::at(&site);
    assert_eq!(browser.see(&secret).status, StatusCode::OK);
}
