//! Programs sign in: tokens through the API, and clients by OAuth 2.0, with the answers that RFC 6749 §5 asks for.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

#[path = "../../hub/tests/world/mod.rs"]
mod world;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use firstline_domain::role::Role;
use firstline_hub::token::NewToken;
use firstline_server::{Options, router};
use firstline_store::testing::Place;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;
use world::{World, run};

struct Site {
    router: Router,
    /// An administrator's token.
    token: String,
    _place: Place,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Site {
    fn new() -> Self {
        let place = Place::sqlite();
        let world = World::new(place.open());
        let admin = world.person("altan", Role::GlobalAdmin).by_token(Uuid::nil());
        let new = NewToken {
            name: "administration".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 1,
        };
        let (_, token) = run(world.hub.make_token(&admin, new)).unwrap();
        Site {
            router: router(world.hub.clone(), Options::default()),
            token,
            _place: place,
        }
    }

    fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        run(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (status, headers) = (response.status(), response.headers().clone());
            let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
            Answer {
                status,
                headers,
                body: serde_json::from_slice(&body).unwrap_or(Value::Null),
            }
        })
    }

    fn api(&self, token: &str, method: Method, path: &str, body: &Value) -> Answer {
        let headers = [
            ("authorization", &*format!("Bearer {token}")),
            ("content-type", "application/json"),
        ];
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        self.send(method, path, &headers, &body)
    }

    fn exchange(&self, headers: &[(&str, &str)], form: &str) -> Answer {
        let form_type = ("content-type", "application/x-www-form-urlencoded");
        let headers: Vec<(&str, &str)> = headers.iter().copied().chain([form_type]).collect();
        self.send(Method::POST, "/oauth/token", &headers, form)
    }

    /// A client with two roles: its id and secret.
    fn client(&self) -> (String, String) {
        let asked = json!({ "name": "CRM", "roles": ["helpdesk-agent", "sales-agent"], "days": 30, "kind": "client" });
        let made = self.api(&self.token, Method::POST, "/api/v1/tokens", &asked);
        assert_eq!(made.status, StatusCode::CREATED);
        let text = |name: &str| made.body[name].as_str().unwrap().to_owned();
        (text("token"), text("secret"))
    }
}

fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}

#[test]
fn a_token_is_made_listed_without_its_secret_and_revoked() {
    let site = Site::new();
    let asked = json!({ "name": "export", "roles": ["sales-agent"], "days": 30 });
    let made = site.api(&site.token, Method::POST, "/api/v1/tokens", &asked);
    assert_eq!(made.status, StatusCode::CREATED);
    let secret = made.body["secret"].as_str().unwrap();
    let id = made.body["token"].as_str().unwrap();
    assert_eq!(
        site.api(secret, Method::GET, "/api/v1/topics", &Value::Null)
            .status,
        StatusCode::OK
    );

    let listed = site.api(&site.token, Method::GET, "/api/v1/tokens", &Value::Null);
    let items = listed.body["items"].as_array().unwrap();
    let one = items.iter().find(|item| item["token"] == id).unwrap();
    assert_eq!(
        (&one["kind"], &one["roles"]),
        (&json!("token"), &json!(["sales-agent"]))
    );
    assert!(one["used_at"].is_string() && one.get("secret").is_none());

    let path = format!("/api/v1/tokens/{id}");
    let revoke = |token: &str| site.api(token, Method::DELETE, &path, &Value::Null).status;
    assert_eq!(
        revoke(secret),
        StatusCode::NOT_FOUND,
        "a sales agent sees no tokens"
    );
    assert_eq!(revoke(&site.token), StatusCode::NO_CONTENT);
    assert_eq!(revoke(&site.token), StatusCode::NOT_FOUND);
    assert_eq!(revoke(secret), StatusCode::UNAUTHORIZED);

    let wrong = json!({ "name": "", "roles": ["owner"], "days": 0, "kind": "token" });
    let refused = site.api(&site.token, Method::POST, "/api/v1/tokens", &wrong);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 3);
    let wrong = json!({ "name": "x", "roles": ["sales-agent"], "days": 1, "kind": "access" });
    let refused = site.api(&site.token, Method::POST, "/api/v1/tokens", &wrong);
    assert_eq!(refused.body["errors"][0]["field"], "kind");
}

#[test]
fn a_client_is_given_a_token_for_its_roles_or_for_some_of_them() {
    let site = Site::new();
    let (id, secret) = site.client();
    let authorization = basic(&id, &secret);
    let by_header = [("authorization", &*authorization)];
    let given = site.exchange(&by_header, "grant_type=client_credentials&scope=");
    assert_eq!(given.status, StatusCode::OK);
    assert_eq!(given.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(given.body["token_type"], "Bearer");
    assert_eq!(given.body["expires_in"], 3600);
    assert_eq!(given.body["scope"], "helpdesk-agent sales-agent");
    let token = given.body["access_token"].as_str().unwrap();
    let call = |path| site.api(token, Method::GET, path, &Value::Null).status;
    assert_eq!(call("/api/v1/topics"), StatusCode::OK);
    assert_eq!(call("/api/v1/people"), StatusCode::FORBIDDEN);

    let form = format!(
        "grant_type=client_credentials&client_id={id}&client_secret={secret}&scope=sales-agent&unknown=x"
    );
    let given = site.exchange(&[], &form);
    assert_eq!(
        (given.status, &given.body["scope"]),
        (StatusCode::OK, &json!("sales-agent"))
    );

    let path = format!("/api/v1/tokens/{id}");
    let revoked = site.api(&site.token, Method::DELETE, &path, &Value::Null);
    assert_eq!(revoked.status, StatusCode::NO_CONTENT);
    assert_eq!(call("/api/v1/topics"), StatusCode::UNAUTHORIZED);
    assert_eq!(site.exchange(&[], &form).body["error"], "invalid_client");
}

#[test]
fn what_is_wrong_is_said_in_the_words_of_the_standard() {
    let site = Site::new();
    let (id, secret) = site.client();
    let (right, wrong) = (basic(&id, &secret), basic(&id, "client_wrong"));
    let grant = "grant_type=client_credentials";
    let twice = format!("{grant}&client_secret={secret}");
    let other = format!("{grant}&client_id={}", Uuid::nil());
    for (authorization, form, status, error) in [
        (Some(&*right), "", 400, "invalid_request"),
        (Some(&*right), "grant_type=", 400, "invalid_request"),
        (
            Some(&*right),
            "grant_type=password",
            400,
            "unsupported_grant_type",
        ),
        (
            Some(&*right),
            "grant_type=client_credentials&grant_type=client_credentials",
            400,
            "invalid_request",
        ),
        (Some(&*right), &twice, 400, "invalid_request"),
        (Some(&*right), &other, 400, "invalid_request"),
        (
            Some(&*right),
            "grant_type=client_credentials&scope=global-admin",
            400,
            "invalid_scope",
        ),
        (
            Some(&*right),
            "grant_type=client_credentials&scope=sales-agent++helpdesk-agent",
            400,
            "invalid_scope",
        ),
        (Some(&*wrong), grant, 401, "invalid_client"),
        (Some("Basic !"), grant, 401, "invalid_client"),
        (Some("Bearer x"), grant, 401, "invalid_client"),
        (None, grant, 401, "invalid_client"),
    ] {
        let headers: Vec<(&str, &str)> = authorization
            .map(|value| ("authorization", value))
            .into_iter()
            .collect();
        let refused = site.exchange(&headers, form);
        assert_eq!(
            (refused.status.as_u16(), &refused.body["error"]),
            (status, &json!(error)),
            "{authorization:?} {form}"
        );
        assert_eq!(refused.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(
            refused.headers.contains_key(header::WWW_AUTHENTICATE),
            status == 401
        );
    }
    let json_body = site.send(
        Method::POST,
        "/oauth/token",
        &[("content-type", "application/json")],
        "{}",
    );
    assert_eq!(json_body.body["error"], "invalid_request");
}

#[test]
fn guessing_is_slowed_and_says_how_long_to_wait() {
    let site = Site::new();
    let form = format!(
        "grant_type=client_credentials&client_id={}&client_secret=client_guessed",
        Uuid::nil()
    );
    let told = (0..1000)
        .map(|_| site.exchange(&[], &form))
        .find(|answer| answer.status == StatusCode::TOO_MANY_REQUESTS)
        .unwrap();
    assert_eq!(told.body["error"], "temporarily_unavailable");
    assert!(told.headers.contains_key(header::RETRY_AFTER));
}

#[test]
fn the_server_describes_itself_to_clients() {
    let site = Site::new();
    let said = site.send(Method::GET, "/.well-known/oauth-authorization-server", &[], "");
    assert_eq!(said.status, StatusCode::OK);
    assert_eq!(said.body["issuer"], "http://127.0.0.1:7420");
    assert_eq!(said.body["token_endpoint"], "http://127.0.0.1:7420/oauth/token");
    assert_eq!(said.body["grant_types_supported"], json!(["client_credentials"]));
}
