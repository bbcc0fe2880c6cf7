//! Those who guess, and what they learn.

use axum::http::{StatusCode, header};

use crate::browser::Browser;
use crate::site::{Answer, PASSWORD, PLAIN, Site};

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
    let made_up = "reset_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.00000000000000000000000000000000";
    let made_up = Browser::at(&site).open(made_up);
    let link = site.letter("elif", "altan");
    let mut browser = Browser::at(&site);
    assert_eq!(browser.see(&link).status, StatusCode::OK);
    let reset = browser.act(&[("password", "seven loud lighthouses")]);
    assert_eq!(reset.location(), "/sign-in?told=reset");
    assert!(reset.cookies().contains_key("firstline_device"));
    let used = Browser::at(&site).open(&link);
    assert_eq!((used.status, &used.body), (StatusCode::NOT_FOUND, &made_up.body));
    assert_eq!(site.typed("elif", "seven loud lighthouses", "").location(), "/");
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
