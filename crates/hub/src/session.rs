//! Browsers that are signed in: begun, switched to another organisation, listed, ended.

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::person;
use firstline_store::session::{self, Session};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::secret::{self, Digest};
use crate::sign_in::{Origin, SignedBy, Visitor};
use crate::{Hub, HubError};

/// How long a session lives without being used.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);
/// How long a session lives at most.
pub const LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How exactly it is known when a session was last used: a write for each request would be too many.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// The longest name of a browser that is kept, in characters.
const AGENT_CHARS_MAX: usize = 200;

impl Hub {
    /// Begins a session for a person who showed who they are, in the first of their organisations or in the one they ask for;
    /// gives the secret for the browser. Every sign-in begins a new one, so a secret that somebody else put into the browser
    /// beforehand is worth nothing. The caller's transaction holds it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the person belongs to no organisation (any more), or not to that one.
    pub(crate) fn begin_session(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        organisation: Option<OrganisationId>,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let now = self.now();
        let member = person::memberships(tx, person)?
            .into_iter()
            .find(|member| organisation.is_none_or(|wanted| wanted == member.organisation))
            .ok_or(HubError::NotFound("organisation"))?;
        session::sweep(tx, now - IDLE, now - LIFE)?;
        let secret = secret::fresh("session");
        let new = Session {
            id: self.new_id(),
            person,
            organisation: member.organisation,
            address: origin.address.map(|address| address.to_string()),
            agent: origin.agent.chars().take(AGENT_CHARS_MAX).collect(),
            made_at: now,
            seen_at: now,
        };
        session::add(tx, &secret::digest(&secret), &new)?;
        Ok(secret)
    }

    /// Who a session is, where it is still good.
    pub(crate) async fn session(&self, digest: Digest) -> Result<Option<Visitor>, HubError> {
        let hub = self.clone();
        let found = self
            .read(move |tx| {
                let Some(session) = session::by_digest(tx, &digest)? else {
                    return Ok(None);
                };
                let now = hub.now();
                if session.seen_at + IDLE <= now || session.made_at + LIFE <= now {
                    return Ok(None);
                }
                let member = person::memberships(tx, session.person)?
                    .into_iter()
                    .find(|member| member.organisation == session.organisation);
                let Some(member) = member else { return Ok(None) };
                let visitor = hub.visitor(tx, member, SignedBy::Session(session.id))?;
                Ok(Some((visitor, session)))
            })
            .await?;
        let Some((visitor, session)) = found else {
            return Ok(None);
        };
        let now = self.now();
        if session.seen_at + SEEN_EVERY <= now {
            // That it was seen changes nothing that is remembered.
            self.0
                .db
                .write(move |tx| Ok::<_, HubError>(session::seen(tx, session.id, now)?))
                .await?;
        }
        Ok(Some(visitor))
    }

    /// Ends a session of the asker's own.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it is not one.
    pub async fn end_session(&self, scope: &Scope, id: Uuid) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let person = scope.person.ok_or(HubError::NotFound("session"))?;
            if !session::end(tx, person, id)? {
                return Err(HubError::NotFound("session"));
            }
            Ok(hub.record(
                tx,
                &scope,
                "end-session",
                &id.to_string(),
                &serde_json::Value::Null,
            )?)
        })
        .await
    }

    /// Ends all sessions of the asker but one.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn end_other_sessions(&self, scope: &Scope, but: Option<Uuid>) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let Some(person) = scope.person else { return Ok(()) };
            let ended = session::end_others(tx, person, but)?;
            Ok(hub.record(
                tx,
                &scope,
                "end-sessions",
                &person.to_string(),
                &serde_json::json!({ "ended": ended }),
            )?)
        })
        .await
    }

    /// The asker's own sessions, the one used last first.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn sessions(&self, scope: &Scope) -> Result<Vec<Session>, HubError> {
        let (hub, person) = (self.clone(), scope.person);
        self.read(move |tx| {
            let Some(person) = person else {
                return Ok(Vec::new());
            };
            let now = hub.now();
            let mut sessions = session::of(tx, person)?;
            sessions.retain(|one| one.seen_at + IDLE > now && one.made_at + LIFE > now);
            Ok(sessions)
        })
        .await
    }

    /// Goes on for another of the person's organisations: a new session takes the place of the one before.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the person does not belong to such an organisation.
    pub async fn switch_organisation(
        &self,
        visitor: &Visitor,
        handle: &str,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let other = visitor.others.iter().find(|other| other.handle == handle);
        let to = other.ok_or(HubError::NotFound("organisation"))?.id;
        let (hub, origin, scope, by) = (self.clone(), origin.clone(), visitor.scope.clone(), visitor.by);
        self.write(move |tx| {
            let person = scope.person.ok_or(HubError::NotFound("organisation"))?;
            if let SignedBy::Session(before) = by {
                session::end(tx, person, before)?;
            }
            let secret = hub.begin_session(tx, person, Some(to), &origin)?;
            hub.record(
                tx,
                &scope,
                "switch-organisation",
                &to.to_string(),
                &serde_json::Value::Null,
            )?;
            Ok(secret)
        })
        .await
    }
}
