//! How machines sign in for an organisation: tokens and clients, whose secrets are shown once and kept as digests.

mod client;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::person::{self, Member, Person};
use firstline_store::token;
use jiff::SignedDuration;
use uuid::Uuid;

pub use self::client::{Given, Refused, SECONDS as ACCESS_SECONDS};
use crate::people::roles_at;
use crate::secret::{self, Digest};
use crate::sign_in::{SignedBy, Visitor};
use crate::{Field, Hub, HubError};
pub use firstline_store::token::{Kind, Token};

/// The longest that a token lives.
pub const DAYS_MAX: i64 = 366;
/// In characters.
pub const NAME_CHARS_MAX: usize = 80;
/// Tokens and clients that one organisation can have.
pub const TOKENS_MAX: i64 = 200;
/// How exactly it is known when a token was last used.
const USED_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// A token or a client to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    pub name: String,
    pub roles: Vec<Role>,
    pub days: i64,
}

impl NewToken {
    /// What cannot be accepted of it, by field.
    fn check(&self, hub: &Hub, scope: &Scope) -> Vec<Field> {
        let mut wrong = Vec::new();
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
            wrong.push(Field::new("name", "error-token-name"));
        }
        if !(1..=DAYS_MAX).contains(&self.days) {
            wrong.push(Field::quoting("days", "error-token-days", self.days.to_string()));
        }
        let can_be_given = hub.token_roles(scope);
        if self.roles.is_empty() || !self.roles.iter().all(|role| can_be_given.contains(role)) {
            wrong.push(Field::new("roles", "error-token-roles"));
        }
        wrong
    }
}

/// A token or a client, for those who look after them.
#[derive(Debug, Clone)]
pub struct Listed {
    pub token: Token,
    /// Absent where a program made it, or somebody who is no longer known.
    pub made_by: Option<Person>,
}

impl Hub {
    /// The roles that the asker can give to a program: their own, and those that let nobody do more than they may themselves.
    pub fn token_roles(&self, scope: &Scope) -> Vec<Role> {
        let gives = |role: &Role| {
            scope.roles().contains(role)
                || scope
                    .access()
                    .covers(&self.edition().access(scope.kinds(), &[*role]))
        };
        roles_at(scope.kinds()).into_iter().filter(gives).collect()
    }

    /// The tokens and clients of the asker's organisation, newest first; those that have run out stay until they are revoked.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show them.
    pub async fn tokens(&self, scope: &Scope) -> Result<Vec<Listed>, HubError> {
        self.demand_shown(scope, Object::Token)?;
        let scope = scope.clone();
        self.read(move |tx| {
            let tokens = token::list(tx, &scope)?;
            tokens.into_iter().map(|token| listed(tx, token)).collect()
        })
        .await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none that the asker is shown.
    pub async fn token(&self, scope: &Scope, id: Uuid) -> Result<Listed, HubError> {
        let scope = scope.clone();
        self.read(move |tx| {
            let found = token::one(tx, &scope, id)?.ok_or(HubError::NotFound("token"))?;
            listed(tx, found)
        })
        .await
    }

    /// Makes a token for the asker's organisation; gives its secret, which is shown this once.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker's roles do not let it; [`HubError::Invalid`] where it has no name, lives longer
    /// than [`DAYS_MAX`], would be allowed more than the asker is, or is one too many.
    pub async fn make_token(&self, scope: &Scope, new: NewToken) -> Result<(Token, String), HubError> {
        if !scope.may(Act::Add, Object::Token, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        self.keep_token(scope, new, secret::fresh("firstline")).await
    }

    /// Makes a token with a secret that is known beforehand, for a world that is described in files.
    ///
    /// # Errors
    /// As for [`Hub::make_token`], but whoever describes a world gives everybody in it one.
    pub async fn keep_token(
        &self,
        scope: &Scope,
        new: NewToken,
        secret: String,
    ) -> Result<(Token, String), HubError> {
        self.keep(scope, Kind::Token, new, secret).await
    }

    async fn keep(
        &self,
        scope: &Scope,
        kind: Kind,
        new: NewToken,
        secret: String,
    ) -> Result<(Token, String), HubError> {
        let wrong = new.check(self, scope);
        if !wrong.is_empty() {
            return Err(HubError::Invalid(wrong));
        }
        let now = self.now();
        let token = Token {
            id: self.new_id(),
            organisation: scope.organisation,
            kind,
            name: new.name.trim().to_owned(),
            roles: new.roles,
            client: None,
            made_by: scope.person,
            made_at: now,
            expires_at: now + SignedDuration::from_hours(24 * new.days),
            used_at: None,
        };
        let (hub, scope, kept, digest) = (
            self.clone(),
            scope.clone(),
            token.clone(),
            secret::digest(&secret),
        );
        self.write(move |tx| {
            if token::count(tx, scope.organisation, None, now)? >= TOKENS_MAX {
                let max = TOKENS_MAX.to_string();
                return Err(HubError::Invalid(vec![Field::quoting(
                    "name",
                    "error-tokens-max",
                    max,
                )]));
            }
            token::add(tx, &scope, &digest, &kept)?;
            let detail =
                serde_json::json!({ "name": kept.name, "roles": kept.roles, "expires_at": kept.expires_at });
            let act = match kind {
                Kind::Client => "make-client",
                Kind::Token | Kind::Access => "make-token",
            };
            Ok(hub.record(tx, &scope, act, &kept.id.to_string(), &detail)?)
        })
        .await?;
        Ok((token, secret))
    }

    /// Revokes a token of the asker's organisation, or a client with all that it was exchanged for. It ends at once.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none that the asker is shown; [`HubError::NotAllowed`] where it may not end it.
    pub async fn revoke_token(&self, scope: &Scope, id: Uuid) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let found = token::one(tx, &scope, id)?.ok_or(HubError::NotFound("token"))?;
            token::remove(tx, &scope, id)?;
            let detail = serde_json::json!({ "name": found.name, "roles": found.roles });
            let act = match found.kind {
                Kind::Client => "revoke-client",
                Kind::Token | Kind::Access => "revoke-token",
            };
            Ok(hub.record(tx, &scope, act, &id.to_string(), &detail)?)
        })
        .await
    }

    /// Who a machine is, by its token.
    ///
    /// # Errors
    /// Only the store's.
    pub(crate) async fn machine(&self, digest: Digest) -> Result<Option<Visitor>, HubError> {
        let hub = self.clone();
        let found = self
            .read(move |tx| {
                let found = token::by_digest(tx, &digest)?;
                let Some(token) =
                    found.filter(|token| token.kind != Kind::Client && token.expires_at > hub.now())
                else {
                    return Ok(None);
                };
                // A machine stands where a person does, under the name its owner gave it.
                let member = Member {
                    person: Person {
                        id: PersonId(token.id),
                        handle: token.id.to_string(),
                        name: token.name.clone(),
                        email: String::new(),
                        language: None,
                    },
                    organisation: token.organisation,
                    roles: token.roles.clone(),
                    active: true,
                };
                let mut visitor = hub.visitor(tx, member, SignedBy::Token(token.id))?;
                let program = token.client.unwrap_or(token.id);
                visitor.scope = visitor.scope.by_token(program);
                Ok(Some((visitor, token)))
            })
            .await?;
        let Some((visitor, token)) = found else {
            return Ok(None);
        };
        let now = self.now();
        if token.used_at.is_none_or(|used| used + USED_EVERY <= now) {
            self.0
                .db
                .write(move |tx| Ok::<_, HubError>(token::used(tx, &token, now)?))
                .await?;
        }
        Ok(Some(visitor))
    }
}

fn listed(tx: &mut Tx<'_>, token: Token) -> Result<Listed, HubError> {
    let made_by = match token.made_by {
        Some(by) => person::by_id(tx, by)?,
        None => None,
    };
    Ok(Listed { token, made_by })
}
