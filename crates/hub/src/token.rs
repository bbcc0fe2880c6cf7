//! How machines sign in for an organisation: tokens that are shown once and kept as digests.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_store::person::{Member, Person};
use firstline_store::token::{self, Token};
use jiff::SignedDuration;

use crate::secret::{self, Digest};
use crate::sign_in::{SignedBy, Visitor};
use crate::{Field, Hub, HubError};

/// The longest that a token lives.
pub const DAYS_MAX: i64 = 366;
/// In characters.
pub const NAME_CHARS_MAX: usize = 80;
/// How exactly it is known when a token was last used.
const USED_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    pub name: String,
    pub roles: Vec<Role>,
    pub days: i64,
}

impl Hub {
    /// Makes a token for the asker's organisation; gives its secret, which is shown this once.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] where the asker's roles do not let it; [`HubError::Invalid`] where it has no name, lives longer
    /// than [`DAYS_MAX`], or would be allowed more than the asker is.
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
        let mut wrong = Vec::new();
        let name = new.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
            wrong.push(Field::new("name", "error-token-name"));
        }
        if !(1..=DAYS_MAX).contains(&new.days) {
            wrong.push(Field::quoting("days", "error-token-days", new.days.to_string()));
        }
        if new.roles.is_empty() || !new.roles.iter().all(|role| scope.roles().contains(role)) {
            wrong.push(Field::new("roles", "error-token-roles"));
        }
        if !wrong.is_empty() {
            return Err(HubError::Invalid(wrong));
        }
        let now = self.now();
        let token = Token {
            id: self.new_id(),
            organisation: scope.organisation,
            kind: "token".to_owned(),
            name,
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
            token::add(tx, &scope, &digest, &kept)?;
            let detail =
                serde_json::json!({ "name": kept.name, "roles": kept.roles, "expires_at": kept.expires_at });
            Ok(hub.record(tx, &scope, "make-token", &kept.id.to_string(), &detail)?)
        })
        .await?;
        Ok((token, secret))
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
                    found.filter(|token| token.kind != "client" && token.expires_at > hub.now())
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
