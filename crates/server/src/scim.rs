//! SCIM 2.0 (RFC 7643, RFC 7644) under `/scim/v2`: an organisation's own directory manages its people on the hub, by a token
//! whose roles let it manage people.
//!
//! There is one kind of resource, the user; roles are an attribute of it. What goes wrong travels as everywhere, and is put
//! into SCIM's words by [`told`].

mod describe;
mod filter;
mod patch;
mod user;
mod wrong;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use firstline_domain::id::PersonId;
use firstline_hub::scim::{User, Wanted};
use firstline_hub::{Hub, HubError};
use serde_json::{Value, json};

use self::filter::Filter;
use self::user::{Shown, etag, render};
pub use self::wrong::Wrong;
pub(crate) use self::wrong::told;
use crate::failure::{Failure, Trouble};
use crate::{App, Options, SignedIn};

const PREFIX: &str = "/scim/v2";
const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/// The longest page of a list, and of one that says nothing of it.
const RESULTS_MAX: usize = 200;
/// How often a change is tried anew that somebody else got in the way of.
const TRIES_MAX: usize = 3;

/// Whether a path is SCIM's.
pub(crate) fn serves(path: &str) -> bool {
    path.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

pub(crate) fn router() -> Router<App> {
    Router::new()
        .merge(describe::router())
        .route("/scim/v2/Users", get(list).post(create))
        .route(
            "/scim/v2/Users/{id}",
            get(show).put(replace).patch(modify).delete(remove),
        )
        .route("/scim/v2/Users/.search", post(search))
        .route("/scim/v2/.search", post(search))
        .layer(middleware::from_fn(as_scim))
}

/// Names the kind of every body.
async fn as_scim(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.headers().contains_key(header::CONTENT_TYPE) {
        let kind = HeaderValue::from_static("application/scim+json");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response
}

/// A body of JSON, whatever JSON calls itself.
fn read(headers: &HeaderMap, body: &Bytes) -> Result<Value, Failure> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| !kind.contains("json")) {
        return Err(Failure(Trouble::NotJson));
    }
    let value: Value =
        serde_json::from_slice(body).map_err(|error| Failure(Trouble::Unreadable(error.to_string())))?;
    if value.is_object() {
        return Ok(value);
    }
    Err(Failure(Trouble::Unreadable("expected an object".to_owned())))
}

/// The query of an address.
type Typed = Query<Vec<(String, String)>>;

/// What stands in it under a name; nothing where it was left out.
fn typed<'t>(pairs: &'t [(String, String)], name: &str) -> &'t str {
    let found = pairs.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    found.map_or("", |(_, value)| value.trim())
}

/// What a list is asked for.
#[derive(Debug, Default)]
struct Sought {
    filter: Option<String>,
    start: usize,
    count: Option<usize>,
    shown: Shown,
}

impl Sought {
    /// From the query of an address.
    fn typed(pairs: &[(String, String)]) -> Self {
        let number = |name| typed(pairs, name).parse::<i64>().ok();
        Sought::of(
            Some(typed(pairs, "filter")),
            number("startIndex"),
            number("count"),
            Shown::typed(pairs),
        )
    }

    /// From the body of a search.
    fn read(body: &Value) -> Self {
        let number = |name: &str| body.get(name).and_then(Value::as_i64);
        Sought::of(
            body.get("filter").and_then(Value::as_str),
            number("startIndex"),
            number("count"),
            Shown::read(body),
        )
    }

    fn of(filter: Option<&str>, start: Option<i64>, count: Option<i64>, shown: Shown) -> Self {
        let size = |number: i64| usize::try_from(number).unwrap_or(0);
        Sought {
            filter: filter.filter(|filter| !filter.is_empty()).map(str::to_owned),
            start: start.map_or(1, size).max(1),
            count: count.map(size),
            shown,
        }
    }
}

async fn list(app: State<App>, visitor: SignedIn, query: Typed) -> Result<Response, Failure> {
    found(&app, &visitor, Sought::typed(&query)).await
}

async fn search(
    app: State<App>,
    visitor: SignedIn,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let sought = Sought::read(&read(&headers, &body)?);
    found(&app, &visitor, sought).await
}

async fn found(app: &App, visitor: &SignedIn, sought: Sought) -> Result<Response, Failure> {
    let filter = sought.filter.as_deref().map(Filter::parse).transpose()?;
    let count = sought.count.unwrap_or(RESULTS_MAX).min(RESULTS_MAX);
    let (mut total, mut page) = (0, Vec::new());
    let mut users = app.hub.scim_users(visitor.scope(), None).await?;
    while let Some(last) = users.last().cloned() {
        for user in &users {
            let user = render(user, &app.options.public_url);
            if filter.as_ref().is_some_and(|filter| !filter.fits(&user)) {
                continue;
            }
            total += 1;
            if total >= sought.start && page.len() < count {
                page.push(sought.shown.of(user));
            }
        }
        users = app.hub.scim_users(visitor.scope(), Some(&last)).await?;
    }
    Ok(Json(json!({
        "schemas": [LIST],
        "totalResults": total,
        "startIndex": sought.start,
        "itemsPerPage": page.len(),
        "Resources": page,
    }))
    .into_response())
}

/// A user as an answer, with the tag of its version.
fn answer(status: StatusCode, user: &User, options: &Options, shown: &Shown) -> Response {
    let body = render(user, &options.public_url);
    let location = body["meta"]["location"].as_str().and_then(|at| at.parse().ok());
    let mut response = (status, Json(shown.of(body))).into_response();
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&etag(&Wanted::of(user).version())) {
        headers.insert(header::ETAG, tag);
    }
    if let Some(location) = location {
        headers.insert(header::LOCATION, location);
    }
    response
}

fn id_of(shown: &str) -> Result<PersonId, HubError> {
    shown
        .parse()
        .map(PersonId)
        .map_err(|_| HubError::NotFound("person"))
}

/// Whether a header that names versions names this one.
fn names(headers: &HeaderMap, header: header::HeaderName, version: &str) -> Option<bool> {
    let said = headers.get(header)?.to_str().unwrap_or_default();
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").trim_matches('"').to_owned();
    Some(
        said.split(',')
            .any(|tag| bare(tag) == version || tag.trim() == "*"),
    )
}

async fn show(
    State(hub): State<Hub>,
    State(options): State<Arc<Options>>,
    visitor: SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    query: Typed,
) -> Result<Response, Failure> {
    let user = hub.scim_user(visitor.scope(), id_of(&id)?).await?;
    let version = Wanted::of(&user).version();
    let mut response = answer(StatusCode::OK, &user, &options, &Shown::typed(&query));
    if names(&headers, header::IF_NONE_MATCH, &version) == Some(true) {
        response = (StatusCode::NOT_MODIFIED, [(header::ETAG, etag(&version))]).into_response();
    }
    Ok(response)
}

async fn create(
    State(hub): State<Hub>,
    State(options): State<Arc<Options>>,
    visitor: SignedIn,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let wanted = user::wanted(&read(&headers, &body)?, None)?;
    let user = hub.provision(visitor.scope(), wanted).await?;
    Ok(answer(StatusCode::CREATED, &user, &options, &Shown::default()))
}

async fn replace(
    app: State<App>,
    visitor: SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    query: Typed,
    body: Bytes,
) -> Result<Response, Failure> {
    let body = read(&headers, &body)?;
    let user = change(&app, &visitor, id_of(&id)?, &headers, |user| {
        user::wanted(&body, Some(&Wanted::of(user)))
    })
    .await?;
    Ok(answer(StatusCode::OK, &user, &app.options, &Shown::typed(&query)))
}

async fn modify(
    app: State<App>,
    visitor: SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
    query: Typed,
    body: Bytes,
) -> Result<Response, Failure> {
    let body = read(&headers, &body)?;
    let user = change(&app, &visitor, id_of(&id)?, &headers, |user| {
        let mut document = render(user, &app.options.public_url);
        patch::apply(&mut document, &body)?;
        user::wanted(&document, None)
    })
    .await?;
    Ok(answer(StatusCode::OK, &user, &app.options, &Shown::typed(&query)))
}

/// Changes somebody from how they stand on record; whoever named a version is refused where it is another by now.
async fn change(
    app: &App,
    visitor: &SignedIn,
    id: PersonId,
    headers: &HeaderMap,
    want: impl Fn(&User) -> Result<Wanted, Wrong>,
) -> Result<User, Failure> {
    for _ in 0..TRIES_MAX {
        let user = app.hub.scim_user(visitor.scope(), id).await?;
        let version = Wanted::of(&user).version();
        if names(headers, header::IF_MATCH, &version) == Some(false) {
            return Err(HubError::Changed.into());
        }
        let wanted = want(&user)?;
        match app.hub.reprovision(visitor.scope(), id, &version, wanted).await {
            Err(HubError::Changed) => {}
            done => return Ok(done?),
        }
    }
    Err(HubError::Changed.into())
}

async fn remove(
    State(hub): State<Hub>,
    visitor: SignedIn,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let id = id_of(&id)?;
    let version = Wanted::of(&hub.scim_user(visitor.scope(), id).await?).version();
    if names(&headers, header::IF_MATCH, &version) == Some(false) {
        return Err(HubError::Changed.into());
    }
    let named = headers.contains_key(header::IF_MATCH).then_some(version);
    hub.deprovision(visitor.scope(), id, named).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
