//! What this SCIM service can do, and what its users are made of (RFC 7643 §5 to §7).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use firstline_hub::HubError;
use firstline_hub::people::roles_at;
use serde_json::{Value, json};

use super::user::USER;
use super::{LIST, PREFIX, RESULTS_MAX};
use crate::failure::Failure;
use crate::{App, Reader, SignedIn};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/scim/v2/ServiceProviderConfig", get(config))
        .route("/scim/v2/ResourceTypes", get(types))
        .route("/scim/v2/ResourceTypes/{id}", get(one_type))
        .route("/scim/v2/Schemas", get(schemas))
        .route("/scim/v2/Schemas/{id}", get(one_schema))
}

fn all(resources: &[Value]) -> Response {
    Json(json!({
        "schemas": [LIST],
        "totalResults": resources.len(),
        "startIndex": 1,
        "itemsPerPage": resources.len(),
        "Resources": resources,
    }))
    .into_response()
}

fn meta(app: &App, kind: &str, path: &str) -> Value {
    json!({ "resourceType": kind, "location": app.options.public_url.to(&format!("{PREFIX}{path}")) })
}

async fn config(State(app): State<App>, reader: Reader, _: SignedIn) -> Response {
    let bearer = firstline_hub::locale::text(reader.lang, "scim-bearer");
    Json(json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "documentationUri": app.options.public_url.to("/api"),
        "patch": { "supported": true },
        "bulk": { "supported": false, "maxOperations": 0, "maxPayloadSize": 0 },
        "filter": { "supported": true, "maxResults": RESULTS_MAX },
        "changePassword": { "supported": false },
        "sort": { "supported": false },
        "etag": { "supported": true },
        "authenticationSchemes": [{
            "type": "oauthbearertoken",
            "name": "OAuth Bearer Token",
            "description": bearer,
            "specUri": "https://www.rfc-editor.org/info/rfc6750",
            "primary": true,
        }],
        "meta": meta(&app, "ServiceProviderConfig", "/ServiceProviderConfig"),
    }))
    .into_response()
}

fn user_type(app: &App) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": "User",
        "name": "User",
        "endpoint": "/Users",
        "schema": USER,
        "schemaExtensions": [],
        "meta": meta(app, "ResourceType", "/ResourceTypes/User"),
    })
}

async fn types(State(app): State<App>, _: SignedIn) -> Response {
    all(&[user_type(&app)])
}

async fn one_type(State(app): State<App>, _: SignedIn, Path(id): Path<String>) -> Result<Response, Failure> {
    if id == "User" {
        return Ok(Json(user_type(&app)).into_response());
    }
    Err(HubError::NotFound("resource type").into())
}

/// An attribute that is read and written.
fn attribute(name: &str, kind: &str, more: Value) -> Value {
    let mut attribute = json!({
        "name": name,
        "type": kind,
        "multiValued": false,
        "required": false,
        "mutability": "readWrite",
        "returned": "default",
    });
    if kind == "string" {
        attribute["caseExact"] = json!(false);
        attribute["uniqueness"] = json!("none");
    }
    if let (Value::Object(fields), Value::Object(more)) = (&mut attribute, more) {
        fields.extend(more);
    }
    attribute
}

/// What a user of the asker's organisation is made of: the roles are those that can be held there.
fn user_schema(app: &App, visitor: &SignedIn) -> Value {
    let plain = |name| attribute(name, "string", json!({}));
    let required = |name, more| attribute(name, "string", more);
    let roles: Vec<&str> = roles_at(visitor.scope().kinds())
        .into_iter()
        .map(|role| role.as_str())
        .collect();
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": USER,
        "name": "User",
        "attributes": [
            required("userName", json!({ "required": true, "uniqueness": "server" })),
            attribute("name", "complex", json!({
                "subAttributes": [plain("formatted"), plain("familyName"), plain("givenName")],
            })),
            plain("displayName"),
            attribute("emails", "complex", json!({
                "multiValued": true,
                "required": true,
                "subAttributes": [
                    required("value", json!({ "required": true })),
                    required("type", json!({ "canonicalValues": ["work", "home", "other"] })),
                    attribute("primary", "boolean", json!({})),
                ],
            })),
            attribute("active", "boolean", json!({ "required": true })),
            attribute("roles", "complex", json!({
                "multiValued": true,
                "subAttributes": [required("value", json!({ "required": true, "canonicalValues": roles }))],
            })),
        ],
        "meta": meta(app, "Schema", &format!("/Schemas/{USER}")),
    })
}

async fn schemas(State(app): State<App>, visitor: SignedIn) -> Response {
    all(&[user_schema(&app, &visitor)])
}

async fn one_schema(
    State(app): State<App>,
    visitor: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    if id.eq_ignore_ascii_case(USER) {
        return Ok(Json(user_schema(&app, &visitor)).into_response());
    }
    Err(HubError::NotFound("schema").into())
}
