//! Clients: programs that exchange their secret for tokens of an hour (RFC 6749 §4.4), so that what is shown with every call
//! is worth little to whoever finds it.

use std::net::IpAddr;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::token;
use jiff::SignedDuration;

use super::{Kind, NewToken, Token};
use crate::attempts::{Try, Who};
use crate::secret;
use crate::{Hub, HubError};

/// How long a token lives that a client was given.
pub const SECONDS: i64 = 3600;
/// Tokens of one client that live at a time.
const LIVING_MAX: i64 = 1000;

/// A token that a client was given.
#[derive(Debug, Clone)]
pub struct Given {
    pub secret: String,
    pub roles: Vec<Role>,
    pub seconds: i64,
}

/// Why a client was given none.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There is no such client, it has run out, or this is not its secret.
    #[error("the client is not known by this")]
    Client,
    /// It asked for what it was not made for.
    #[error("the client asks for more than it has")]
    Scope,
    #[error(transparent)]
    Hub(#[from] HubError),
}

impl Hub {
    /// Makes a client for the asker's organisation; gives its secret, which is shown this once. It is known by its id.
    ///
    /// # Errors
    /// As for [`Hub::make_token`].
    pub async fn make_client(&self, scope: &Scope, new: NewToken) -> Result<(Token, String), HubError> {
        if !scope.may(Act::Add, Object::Token, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        self.keep(scope, Kind::Client, new, secret::fresh("client")).await
    }

    /// Gives a client a token for some of its roles, or for all of them where it names none.
    ///
    /// # Errors
    /// [`Refused`]; [`HubError::TooMany`] in it where too much from this address was wrong, or too many of its tokens live.
    pub async fn exchange(
        &self,
        id: &str,
        shown: &str,
        roles: Option<Vec<Role>>,
        address: Option<IpAddr>,
    ) -> Result<Given, Refused> {
        let counted = self.0.attempts.count(Try::Secret, Who::at(address), self.now())?;
        let (now, digest) = (self.now(), secret::digest(shown));
        let found = self.read(move |tx| Ok(token::by_digest(tx, &digest)?)).await?;
        let is_it = |token: &Token| {
            token.kind == Kind::Client && token.expires_at > now && token.id.to_string() == id
        };
        let client = found.filter(is_it).ok_or(Refused::Client)?;
        self.0.attempts.forgive(counted);
        let roles = roles.unwrap_or_else(|| client.roles.clone());
        if roles.is_empty() || !roles.iter().all(|role| client.roles.contains(role)) {
            return Err(Refused::Scope);
        }
        self.give_access(client, roles).await
    }

    async fn give_access(&self, client: Token, roles: Vec<Role>) -> Result<Given, Refused> {
        let now = self.now();
        let secret = secret::fresh("access");
        let expires_at = client.expires_at.min(now + SignedDuration::from_secs(SECONDS));
        let access = Token {
            id: self.new_id(),
            kind: Kind::Access,
            roles: roles.clone(),
            client: Some(client.id),
            made_by: None,
            made_at: now,
            expires_at,
            used_at: None,
            ..client
        };
        let digest = secret::digest(&secret);
        let given = access.clone();
        // It changes nothing of what is kept in memory: nobody was known by it before.
        self.0
            .db
            .write(move |tx| {
                // The client may have been revoked since it was looked up.
                let hand = Scope::own_hand(given.organisation);
                if token::one(tx, &hand, client.id)?.is_none() {
                    return Err(HubError::NotFound("client"));
                }
                if token::count(tx, given.organisation, given.client, now)? >= LIVING_MAX {
                    return Err(HubError::TooMany(SECONDS.unsigned_abs()));
                }
                token::add(tx, &hand, &digest, &given)?;
                Ok(token::used(tx, &given, now)?)
            })
            .await
            .map_err(|error| match error {
                HubError::NotFound(_) => Refused::Client,
                error => Refused::Hub(error),
            })?;
        tracing::info!(client = %client.id, token = %access.id, "a client was given a token");
        Ok(Given {
            secret,
            roles,
            seconds: expires_at.duration_since(now).as_secs(),
        })
    }
}
