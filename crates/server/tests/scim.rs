//! SCIM 2.0 over the wire: a directory manages an organisation's people, in the words of RFC 7643 and RFC 7644.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

#[path = "../../hub/tests/world/mod.rs"]
mod world;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use firstline_domain::role::Role;
use firstline_hub::token::NewToken;
use firstline_server::{Options, router};
use firstline_store::testing::Place;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;
use world::{World, run};

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

struct Site {
    world: World,
    router: Router,
    _place: Place,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    fn id(&self) -> &str {
        self.body["id"].as_str().unwrap()
    }

    fn tag(&self) -> &str {
        self.headers[header::ETAG].to_str().unwrap()
    }

    /// Holds it to be an error of this status and kind.
    fn is_error(&self, status: u16, kind: Option<&str>) {
        let said = (self.status.as_u16(), &self.body["schemas"], &self.body["status"]);
        assert_eq!(said, (status, &json!([ERROR]), &json!(status.to_string())));
        assert_eq!(self.body["scimType"].as_str(), kind, "{}", self.body);
        assert!(
            self.body["detail"]
                .as_str()
                .is_some_and(|detail| !detail.is_empty())
        );
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/scim+json");
    }
}

impl Site {
    fn new() -> Self {
        let place = Place::sqlite();
        let world = World::new(place.open());
        Site {
            router: router(world.hub.clone(), Options::default()),
            world,
            _place: place,
        }
    }

    /// The token of a directory of an organisation.
    fn directory(&self, organisation: &str, role: Role) -> String {
        let scope = self.world.person(organisation, role).by_token(Uuid::nil());
        let new = NewToken {
            name: "directory".to_owned(),
            roles: vec![role],
            days: 1,
        };
        let secret = format!("firstline_{}", Uuid::now_v7().simple());
        run(self.world.hub.keep_token(&scope, new, secret)).unwrap().1
    }

    fn send(
        &self,
        token: &str,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/scim/v2{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/scim+json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let request = request.body(Body::from(body)).unwrap();
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

    fn get(&self, token: &str, path: &str) -> Answer {
        self.send(token, Method::GET, path, &[], &Value::Null)
    }

    fn create(&self, token: &str, name: &str) -> Answer {
        self.send(token, Method::POST, "/Users", &[], &user(name))
    }

    fn patch(&self, token: &str, id: &str, operations: Value) -> Answer {
        let body =
            json!({ "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": operations });
        self.send(token, Method::PATCH, &format!("/Users/{id}"), &[], &body)
    }
}

fn user(name: &str) -> Value {
    json!({
        "schemas": [USER],
        "userName": name,
        "externalId": format!("ext-{name}"),
        "displayName": format!("{name} of the directory"),
        "name": { "givenName": name, "familyName": "Frost" },
        "emails": [{ "value": format!("{name}@directory.example"), "type": "work", "primary": true }],
        "roles": [{ "value": "sales-agent" }],
        "active": true,
        "title": "what users do not have is passed over",
    })
}

/// The names of the users that a list has.
fn names(list: &Answer) -> Vec<&str> {
    let users = list.body["Resources"].as_array().unwrap();
    users
        .iter()
        .map(|user| user["userName"].as_str().unwrap())
        .collect()
}

#[test]
fn a_user_is_created_read_replaced_changed_and_removed() {
    let site = Site::new();
    let token = site.directory("altan", Role::UserManagementAdmin);
    let made = site.create(&token, "ada");
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!(made.headers[header::CONTENT_TYPE], "application/scim+json");
    let path = format!("/Users/{}", made.id());
    let location = format!("http://127.0.0.1:7420/scim/v2{path}");
    assert_eq!(made.headers[header::LOCATION], *location);
    assert_eq!(made.body["meta"]["location"], location);
    assert_eq!(made.body["meta"]["version"], made.tag());
    for name in [
        "userName",
        "externalId",
        "displayName",
        "name",
        "emails",
        "roles",
        "active",
    ] {
        assert_eq!(made.body[name], user("ada")[name], "{name}");
    }
    assert!(made.body.get("title").is_none());
    assert_eq!(site.get(&token, &path).body, made.body);

    // Roles that are left out stay: not every directory manages them.
    let replaced =
        json!({ "schemas": [USER], "userName": "ada", "emails": [{ "value": "snow@directory.example" }] });
    let after = site.send(&token, Method::PUT, &path, &[], &replaced);
    assert_eq!(after.status, StatusCode::OK);
    assert_eq!(after.body["roles"], user("ada")["roles"]);
    assert!(after.body.get("displayName").is_none() && after.body.get("externalId").is_none());

    let after = site.patch(
        &token,
        made.id(),
        json!([
            { "op": "Replace", "path": "active", "value": "False" },
            { "op": "add", "path": "roles", "value": [{ "value": "helpdesk-agent" }] },
            { "op": "replace", "value": { "name.familyName": "Snow" } },
        ]),
    );
    assert_eq!(after.status, StatusCode::OK);
    assert_eq!(after.body["active"], false);
    assert_eq!(
        after.body["roles"],
        json!([{ "value": "helpdesk-agent" }, { "value": "sales-agent" }])
    );
    assert_eq!(after.body["name"], json!({ "familyName": "Snow" }));

    let removed = site.send(&token, Method::DELETE, &path, &[], &Value::Null);
    assert_eq!(removed.status, StatusCode::NO_CONTENT);
    site.get(&token, &path).is_error(404, None);
}

#[test]
fn users_are_found_by_filter_page_by_page_and_in_parts() {
    let site = Site::new();
    let token = site.directory("altan", Role::UserManagementAdmin);
    for name in ["ada", "bo", "cem"] {
        assert_eq!(site.create(&token, name).status, StatusCode::CREATED);
    }
    let list = |query: &str| site.get(&token, &format!("/Users?{query}"));
    assert_eq!(names(&list("filter=userName%20eq%20%22BO%22")), ["bo"]);
    assert_eq!(names(&list("filter=externalId%20eq%20%22ext-cem%22")), ["cem"]);
    let id = list("filter=userName%20eq%20%22ada%22").body["Resources"][0]["id"].clone();
    let by_id = format!("filter=id%20eq%20{}", id.to_string().replace('"', "%22"));
    assert_eq!(names(&list(&by_id)), ["ada"]);
    let either = "filter=userName%20eq%20%22ada%22%20or%20userName%20eq%20%22cem%22";
    assert_eq!(names(&list(either)), ["ada", "cem"]);
    assert_eq!(names(&list("filter=userName%20eq%20%22nobody%22")), [""; 0]);

    let second = list("startIndex=2&count=1");
    assert_eq!(
        (names(&second), &second.body["totalResults"]),
        (vec!["bo"], &json!(3))
    );
    assert_eq!(second.body["itemsPerPage"], 1);
    assert_eq!(names(&list("startIndex=-5&count=-1")), [""; 0]);

    let part = list("attributes=userName,name.familyName");
    let first = part.body["Resources"][0].as_object().unwrap();
    let keys: Vec<&String> = first.keys().collect();
    assert_eq!(keys, ["id", "name", "schemas", "userName"]);
    assert_eq!(first["name"], json!({ "familyName": "Frost" }));
    let rest = list("excludedAttributes=emails");
    assert!(rest.body["Resources"][0].get("emails").is_none());

    let search = json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],
        "filter": "emails[type eq \"work\" and value sw \"bo@\"]",
        "attributes": ["userName"],
    });
    for path in ["/Users/.search", "/.search"] {
        assert_eq!(
            names(&site.send(&token, Method::POST, path, &[], &search)),
            ["bo"]
        );
    }
}

#[test]
fn a_version_that_is_another_by_now_is_refused() {
    let site = Site::new();
    let token = site.directory("altan", Role::UserManagementAdmin);
    let made = site.create(&token, "ada");
    let path = format!("/Users/{}", made.id());
    let same = site.send(
        &token,
        Method::GET,
        &path,
        &[("if-none-match", made.tag())],
        &Value::Null,
    );
    assert_eq!(same.status, StatusCode::NOT_MODIFIED);

    let mut other = user("ada");
    other["displayName"] = json!("Ada Snow");
    let with = |method: Method, tag: &str, body: &Value| {
        site.send(&token, method, &path, &[("if-match", tag)], body)
    };
    let changed = with(Method::PUT, made.tag(), &other);
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.tag(), made.tag());
    with(Method::PUT, made.tag(), &user("ada")).is_error(412, None);
    with(Method::DELETE, made.tag(), &Value::Null).is_error(412, None);
    assert_eq!(
        with(Method::DELETE, changed.tag(), &Value::Null).status,
        StatusCode::NO_CONTENT
    );
}

#[test]
fn what_is_wrong_is_said_in_the_words_of_the_standard() {
    let site = Site::new();
    let token = site.directory("altan", Role::UserManagementAdmin);
    let made = site.create(&token, "ada");
    site.create(&token, "ada").is_error(409, Some("uniqueness"));
    let post = |body: &Value| site.send(&token, Method::POST, "/Users", &[], body);
    post(&json!([])).is_error(400, Some("invalidSyntax"));
    post(&json!({ "userName": 7 })).is_error(400, Some("invalidValue"));
    post(&json!({ "userName": "no-address" })).is_error(400, Some("invalidValue"));
    let mut wrong = user("bo");
    wrong["roles"] = json!([{ "value": "owner" }]);
    post(&wrong).is_error(400, Some("invalidValue"));
    wrong["roles"] = json!([{ "value": "king" }]);
    post(&wrong).is_error(400, Some("invalidValue"));
    let form = site.send(
        &token,
        Method::POST,
        "/Users",
        &[("content-type", "text/plain")],
        &json!({}),
    );
    assert!(form.status.is_client_error());

    let patch = |operation: Value| site.patch(&token, made.id(), json!([operation]));
    patch(json!({ "op": "replace", "path": "id", "value": "x" })).is_error(400, Some("mutability"));
    patch(json!({ "op": "replace", "path": "title", "value": "x" })).is_error(400, Some("invalidPath"));
    patch(json!({ "op": "remove" })).is_error(400, Some("noTarget"));
    patch(json!({ "op": "remove", "path": "userName" })).is_error(400, Some("invalidValue"));
    site.get(&token, "/Users?filter=userName%20is%20x")
        .is_error(400, Some("invalidFilter"));
    for path in [
        "/Users/x",
        "/Groups",
        "/nowhere",
        "/Schemas/x",
        "/ResourceTypes/Group",
    ] {
        site.get(&token, path).is_error(404, None);
    }
    site.send(&token, Method::POST, "/ResourceTypes", &[], &json!({}))
        .is_error(405, None);
    let turkish = site.send(
        &token,
        Method::GET,
        "/Users/x",
        &[("accept-language", "tr")],
        &Value::Null,
    );
    assert_eq!(turkish.headers[header::CONTENT_LANGUAGE], "tr");
}

#[test]
fn only_those_who_manage_people_come_in_and_only_to_their_own() {
    let site = Site::new();
    let token = site.directory("altan", Role::UserManagementAdmin);
    let rival = site.directory("rival", Role::UserManagementAdmin);
    let agent = site.directory("altan", Role::HelpdeskAgent);
    let made = site.create(&token, "ada");
    let path = format!("/Users/{}", made.id());
    let stranger = site.get("firstline_wrong", "/Users");
    stranger.is_error(401, None);
    assert_eq!(stranger.headers[header::WWW_AUTHENTICATE], "Bearer");
    site.get(&agent, "/Users").is_error(403, None);
    site.create(&agent, "bo").is_error(403, None);

    let theirs = site.get(&rival, &path);
    theirs.is_error(404, None);
    let nobodys = site.get(&rival, &format!("/Users/{}", Uuid::now_v7()));
    assert_eq!(
        theirs.body, nobodys.body,
        "the same answer as for what does not exist"
    );
    assert!(names(&site.get(&rival, "/Users")).is_empty());
    site.send(&rival, Method::DELETE, &path, &[], &Value::Null)
        .is_error(404, None);
    site.create(&rival, "ada").is_error(409, Some("uniqueness"));
}

#[test]
fn the_service_describes_itself() {
    let site = Site::new();
    let token = site.directory("altan", Role::UserManagementAdmin);
    let config = site.get(&token, "/ServiceProviderConfig").body;
    assert_eq!(
        (
            &config["patch"]["supported"],
            &config["bulk"]["supported"],
            &config["etag"]["supported"]
        ),
        (&json!(true), &json!(false), &json!(true))
    );
    let types = site.get(&token, "/ResourceTypes").body;
    assert_eq!(
        (&types["totalResults"], &types["Resources"][0]["schema"]),
        (&json!(1), &json!(USER))
    );
    let schema = site.get(&token, &format!("/Schemas/{USER}")).body;
    let attributes = schema["attributes"].as_array().unwrap();
    let roles = attributes.iter().find(|one| one["name"] == "roles").unwrap();
    let offered = roles["subAttributes"][0]["canonicalValues"].as_array().unwrap();
    assert!(offered.contains(&json!("sales-agent")) && !offered.contains(&json!("owner")));
}
