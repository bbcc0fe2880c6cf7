//! Every route of the server says in `routes.table` what it needs of whoever asks, and that is one of the acts that the access
//! matrix tries. A route that is not in the table, or a line without its route, fails here.

#![allow(clippy::unwrap_used, reason = "a server that cannot be made fails the test")]

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use firstline_domain::access::{Act, Object};
use firstline_domain::policy::Policy;
use firstline_hub::{Hub, Keys, POLICIES};
use firstline_server::{Options, api, router};
use firstline_store::testing::Place;
use tower::ServiceExt;

const TABLE: &str = include_str!("routes.table");
const MATRIX: &str = include_str!("../../hub/tests/access.matrix");

/// What a route asks of whoever comes.
#[derive(Debug, PartialEq, Eq)]
enum Needs<'t> {
    /// Nothing: strangers are answered too.
    Nothing,
    /// That somebody is signed in; it shows and changes nothing of an organisation's.
    SignIn,
    /// These acts, each on an object.
    Acts(Vec<(&'t str, &'t str)>),
}

type Route<'t> = (&'t str, &'t str);

/// The table, by method and path.
fn declared() -> BTreeMap<Route<'static>, Needs<'static>> {
    let mut table = BTreeMap::new();
    for line in TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let mut words = line.split_whitespace();
        let route = (words.next().unwrap(), words.next().unwrap());
        let needs = match words.collect::<Vec<_>>()[..] {
            ["nothing"] => Needs::Nothing,
            ["sign-in"] => Needs::SignIn,
            ref acts => Needs::Acts(acts.chunks(2).map(|pair| (pair[0], pair[1])).collect()),
        };
        assert!(table.insert(route, needs).is_none(), "{line} stands twice");
    }
    table
}

/// The paths of a router. Axum tells them nowhere but here.
fn paths(router: &Router) -> BTreeSet<String> {
    let told = format!("{router:?}");
    let paths: BTreeSet<String> = told
        .split("RouteId(")
        .filter_map(|part| part.split_once("): \"")?.1.split('"').next())
        .filter(|path| !path.contains("__private__axum"))
        .map(str::to_owned)
        .collect();
    assert!(paths.len() > 20, "axum tells its paths differently now: {told}");
    paths
}

/// A path with something in the place of its parameters.
fn address(path: &str) -> String {
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| if part.starts_with('{') { "x" } else { part })
        .collect();
    parts.join("/")
}

async fn answer(router: &Router, method: Method, path: &str) -> axum::response::Response {
    let request = Request::builder()
        .method(method)
        .uri(address(path))
        .body(Body::empty())
        .unwrap();
    router.clone().oneshot(request).await.unwrap()
}

/// The methods that a path is served by, as the server tells whoever comes with another one. `HEAD` goes with `GET`.
async fn methods(router: &Router, path: &str) -> Vec<String> {
    let refused = answer(router, Method::TRACE, path).await;
    assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
    let allowed = refused.headers()[header::ALLOW].to_str().unwrap();
    allowed
        .split(',')
        .map(str::to_owned)
        .filter(|method| method != "HEAD")
        .collect()
}

fn on_a_server<T>(story: impl AsyncFnOnce(Router) -> T) -> T {
    let place = Place::sqlite();
    let hub = Hub::new(
        place.open(),
        Policy::parse(POLICIES[0].1).unwrap(),
        Keys::in_memory(),
    );
    let router = router(hub, Options::default());
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(story(router))
}

#[test]
fn every_route_is_in_the_table_and_every_line_has_its_route() {
    let declared: BTreeSet<(String, String)> = declared()
        .into_keys()
        .map(|(method, path)| (method.to_owned(), path.to_owned()))
        .collect();
    let served: BTreeSet<(String, String)> = on_a_server(async |router| {
        let mut served = BTreeSet::new();
        for path in paths(&router) {
            for method in methods(&router, &path).await {
                served.insert((method, path.clone()));
            }
        }
        served
    });
    let unsaid: Vec<_> = served.difference(&declared).collect();
    assert!(
        unsaid.is_empty(),
        "routes.table does not say what these need: {unsaid:#?}"
    );
    let gone: Vec<_> = declared.difference(&served).collect();
    assert!(
        gone.is_empty(),
        "routes.table has lines without a route: {gone:#?}"
    );
}

#[test]
fn the_described_api_is_in_the_table() {
    let paths = api::openapi_json()["paths"].as_object().unwrap();
    let described: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, acts)| {
            let methods = acts.as_object().unwrap().keys();
            methods.map(move |method| (method.to_uppercase(), path.clone()))
        })
        .collect();
    let declared: BTreeSet<(String, String)> = declared()
        .into_keys()
        .filter(|(_, path)| path.starts_with("/api/v1/") && *path != "/api/v1/openapi.json")
        .map(|(method, path)| (method.to_owned(), path.to_owned()))
        .collect();
    assert_eq!(described, declared);
}

/// The list of endpoints that the access matrix does not cover is empty.
#[test]
fn what_routes_need_is_tried_by_the_access_matrix() {
    let tried: BTreeSet<(&str, &str)> = MATRIX
        .lines()
        .filter_map(|line| line.strip_prefix("tried "))
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(object, acts)| acts.split(' ').map(move |act| (act, object)))
        .collect();
    let mut uncovered = Vec::new();
    for (route, needs) in declared() {
        let Needs::Acts(acts) = needs else { continue };
        for (act, object) in acts {
            let known: Object = object.parse().unwrap();
            assert!(
                known.acts().contains(&act.parse::<Act>().unwrap()),
                "{route:?}: {act} {object}"
            );
            if !tried.contains(&(act, object)) {
                uncovered.push((route, act, object));
            }
        }
    }
    assert!(
        uncovered.is_empty(),
        "access.matrix does not try what these need: {uncovered:#?}"
    );
}

#[test]
fn strangers_are_answered_only_where_the_table_says_so() {
    on_a_server(async |router| {
        let closed = declared()
            .into_iter()
            .filter(|(_, needs)| *needs != Needs::Nothing);
        for ((method, path), _) in closed {
            let response = answer(&router, method.parse().unwrap(), path).await;
            let to = response.headers().get(header::LOCATION);
            let asked_to_sign_in = response.status() == StatusCode::UNAUTHORIZED
                || to.is_some_and(|to| to.to_str().unwrap().starts_with("/sign-in"));
            assert!(asked_to_sign_in, "{method} {path}: {}", response.status());
        }
    });
}
