//! The account, and what opens it.

use axum::http::StatusCode;
use firstline_domain::role::Role;
use firstline_hub::sign_in::Shown;
use firstline_hub::token::NewToken;
use uuid::Uuid;

use crate::site::{PLAIN, Site};
use crate::world::run;

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
