//! How programs sign in.

use firstline_hub::token::Listed;
use serde::Serialize;
use utoipa::ToSchema;

use super::person::{role_words, roles};
use super::words;

/// The schema of how a program signs in.
pub(in crate::api) fn kinds() -> utoipa::openapi::schema::Object {
    words(["token", "client"])
}

/// A token, or a client that is exchanged for short-lived ones. Its secret is not among it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenBody<'a> {
    /// What a client is known by, too.
    pub token: String,
    #[schema(schema_with = kinds)]
    pub kind: &'static str,
    pub name: &'a str,
    #[schema(schema_with = roles)]
    pub roles: Vec<&'static str>,
    /// The person who made it; null where a program did, or somebody who is no longer known.
    pub made_by: Option<&'a str>,
    pub made_at: String,
    pub expires_at: String,
    /// Exact to a minute; null where it has never been used.
    pub used_at: Option<String>,
}

impl<'a> From<&'a Listed> for TokenBody<'a> {
    fn from(listed: &'a Listed) -> Self {
        let token = &listed.token;
        TokenBody {
            token: token.id.to_string(),
            kind: token.kind.as_str(),
            name: &token.name,
            roles: role_words(&token.roles),
            made_by: listed.made_by.as_ref().map(|person| &*person.handle),
            made_at: token.made_at.to_string(),
            expires_at: token.expires_at.to_string(),
            used_at: token.used_at.map(|at| at.to_string()),
        }
    }
}
