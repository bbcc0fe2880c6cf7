//! The JSON API: `/api/v1`, described by the OpenAPI document that is collected from its handlers.

pub mod body;

mod ask;
mod audit;
mod authorisations;
mod input;
mod invitations;
mod offers;
mod organisations;
mod people;
mod privacy;
mod relationships;
mod splits;
mod subscriptions;
mod tokens;

use std::sync::LazyLock;

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Components, OpenApi as Document, SecurityRequirement};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};
use utoipa_axum::routes;

use crate::App;

const PREFIX: &str = "/api/v1";

/// Whether a path belongs to the API, whose failures are problem documents.
pub(crate) fn serves(path: &str) -> bool {
    path.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Firstline",
        description = "Whose a question about a marketplace product is, why, and how to reach them.\n\n\
            Sign in with a bearer token. Texts come in the language of `Accept-Language` (en, tr, ko, es). Errors are problem \
            documents (RFC 9457). Lists are paged by the `next` link in the `Link` header. What can be changed has an `ETag`, and a \
            change names it in `If-Match`. Times are RFC 3339 in UTC, durations in minutes, money in minor units."
    ),
    modifiers(&SignIn),
    tags(
        (name = "ask", description = "Whose is it?"),
        (name = "offers", description = "Offers and their publishers"),
        (name = "organisations", description = "Organisations and their support desks"),
        (name = "subscriptions", description = "Subscriptions and who supports them"),
        (name = "relationships", description = "Who sells through whom and to whom, by request and consent"),
        (name = "people", description = "Your organisation's people and their roles"),
        (name = "tokens", description = "How programs sign in for your organisation"),
        (name = "audit", description = "Who did what, and how long things are kept"),
        (name = "splits", description = "What sellers agree and choose"),
    )
)]
struct Description;

struct SignIn;

impl Modify for SignIn {
    fn modify(&self, document: &mut Document) {
        let scheme = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        document
            .components
            .get_or_insert_with(Components::new)
            .add_security_scheme("bearer", scheme);
        document.security = Some(vec![SecurityRequirement::new("bearer", Vec::<String>::new())]);
    }
}

/// A route by its whole path: nesting would write the address of each request anew.
fn whole((schemas, mut paths, methods): UtoipaMethodRouter<App>) -> UtoipaMethodRouter<App> {
    let whole = |(path, item)| (format!("{PREFIX}{path}"), item);
    paths.paths = paths.paths.into_iter().map(whole).collect();
    (schemas, paths, methods)
}

fn described() -> (Router<App>, Document) {
    [
        routes!(ask::ask),
        routes!(ask::understand),
        routes!(ask::keep),
        routes!(ask::kept),
        routes!(ask::topics),
        routes!(offers::search),
        routes!(offers::show),
        routes!(offers::edit),
        routes!(organisations::publishers),
        routes!(organisations::publisher),
        routes!(authorisations::list),
        routes!(authorisations::authorise, authorisations::withdraw),
        routes!(organisations::list, organisations::add),
        routes!(organisations::show, organisations::change),
        routes!(organisations::edit_desk),
        routes!(subscriptions::list),
        routes!(subscriptions::show),
        routes!(subscriptions::charges),
        routes!(subscriptions::set_support_contact),
        routes!(people::list),
        routes!(people::show, people::remove),
        routes!(people::change_roles),
        routes!(people::set_active),
        routes!(people::sign_out),
        routes!(privacy::dossier, privacy::erase),
        routes!(privacy::retention, privacy::set_retention),
        routes!(audit::list),
        routes!(audit::head),
        routes!(audit::export),
        routes!(invitations::list, invitations::invite),
        routes!(invitations::withdraw),
        routes!(tokens::list, tokens::make),
        routes!(tokens::revoke),
        routes!(relationships::list, relationships::ask),
        routes!(relationships::show, relationships::end),
        routes!(relationships::answer),
        routes!(splits::list, splits::propose),
        routes!(splits::show, splits::withdraw),
        routes!(splits::answer),
        routes!(splits::choices, splits::choose),
    ]
    .into_iter()
    .map(whole)
    .fold(
        OpenApiRouter::with_openapi(Description::openapi()),
        OpenApiRouter::routes,
    )
    .split_for_parts()
}

/// The description of the API, as it is served.
pub fn openapi_json() -> &'static serde_json::Value {
    static JSON: LazyLock<serde_json::Value> =
        LazyLock::new(|| serde_json::to_value(described().1).unwrap_or_default());
    &JSON
}

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route(
            "/api/v1/openapi.json",
            get(async || axum::Json(openapi_json()).into_response()),
        )
        .merge(described().0)
}
