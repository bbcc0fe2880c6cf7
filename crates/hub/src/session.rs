//! Browsers that are signed in: begun, switched to another organisation, listed, ended; and how lately whoever sits there showed
//! who they are.

use firstline_domain::id::{OrganisationId, PersonId};
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::person;
use firstline_store::session::{self, Session};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::secret::{self, Digest};
use crate::sign_in::{Origin, SignedBy, Visitor};
use crate::{Hub, HubError};

/// How long a session lives without being used.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);
/// How long a session lives at most.
pub const LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long somebody who showed who they are may change how they are known.
pub const PROOF: SignedDuration = SignedDuration::from_mins(15);
/// How exactly it is known when a session was last used: a write for each request would be too many.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);
/// The longest name of a browser that is kept, in characters.
const AGENT_CHARS_MAX: usize = 200;

/// Whether a session is still good.
pub(crate) fn is_alive(session: &Session, now: Timestamp) -> bool {
    session.seen_at + IDLE > now && session.made_at + LIFE > now
}

/// How much somebody showed of who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Factors {
    /// A password, or a link.
    One,
    /// A password and a code, or a passkey.
    Two,
}

/// When somebody signed in, and when they last showed who they are, and by two factors.
struct Showed {
    made_at: Timestamp,
    proved_at: Timestamp,
    two_factors_at: Option<Timestamp>,
}

impl Hub {
    /// Begins a session for a person who showed who they are, in the first of their organisations or in the one they ask for;
    /// gives the secret for the browser. Every sign-in begins a new one and ends the one that the browser was in before, so a
    /// secret that somebody else put into the browser beforehand is worth nothing. The caller's transaction holds it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the person belongs to no organisation (any more), or not to that one.
    pub(crate) fn begin_session(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        organisation: Option<OrganisationId>,
        origin: &Origin,
        factors: Factors,
    ) -> Result<String, HubError> {
        self.demand_own_way_of(tx, person)?;
        let now = self.now();
        let showed = Showed {
            made_at: now,
            proved_at: now,
            two_factors_at: (factors == Factors::Two).then_some(now),
        };
        self.begin_session_of(tx, person, organisation, origin, showed)
    }

    /// Begins a session for somebody of whom an organisation's provider says who they are. That is its word and not theirs, so
    /// they have not shown who they are yet: the session acts for that organisation, and gets no further until they do.
    pub(crate) fn begin_session_by_provider(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        organisation: OrganisationId,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let showed = Showed {
            made_at: self.now(),
            proved_at: Timestamp::UNIX_EPOCH,
            two_factors_at: None,
        };
        self.begin_session_of(tx, person, Some(organisation), origin, showed)
    }

    /// Begins a session for somebody who signed in, and showed who they are, at these instants.
    fn begin_session_of(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        organisation: Option<OrganisationId>,
        origin: &Origin,
        showed: Showed,
    ) -> Result<String, HubError> {
        let now = self.now();
        let member = person::memberships(tx, person)?
            .into_iter()
            .find(|member| organisation.is_none_or(|wanted| wanted == member.organisation))
            .ok_or(HubError::NotFound("organisation"))?;
        session::sweep(tx, now - IDLE, now - LIFE)?;
        if let Some(before) = origin.session() {
            session::end_by_digest(tx, before)?;
        }
        let secret = secret::fresh("session");
        let new = Session {
            id: self.new_id(),
            person,
            organisation: member.organisation,
            address: origin.address.map(|address| address.to_string()),
            agent: origin.agent.chars().take(AGENT_CHARS_MAX).collect(),
            made_at: showed.made_at,
            seen_at: now,
            proved_at: showed.proved_at,
            two_factors_at: showed.two_factors_at,
        };
        session::add(tx, &secret::digest(&secret), &new)?;
        tracing::info!(%person, session = %new.id, address = new.address, "a session began");
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
                if !is_alive(&session, hub.now()) {
                    return Ok(None);
                }
                let member = person::memberships(tx, session.person)?
                    .into_iter()
                    .find(|member| member.organisation == session.organisation);
                let Some(member) = member else { return Ok(None) };
                let mut visitor = hub.visitor(tx, member, SignedBy::Session(session.id))?;
                visitor.lack = hub.lack_of(tx, &session)?;
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

    /// Ends the visitor's session, or another one of theirs: that only a moment after they showed who they are.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it is not theirs; [`HubError::ProofNeeded`].
    pub async fn end_session(&self, visitor: &Visitor, id: Uuid) -> Result<(), HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.write(move |tx| {
            let person = visitor.scope.person.ok_or(HubError::NotFound("session"))?;
            if session::one(tx, person, id)?.is_none() {
                return Err(HubError::NotFound("session"));
            }
            if visitor.by != SignedBy::Session(id) {
                hub.demand_proof(tx, &visitor)?;
            }
            session::end(tx, person, id)?;
            Ok(hub.record(
                tx,
                &visitor.scope,
                "end-session",
                &id.to_string(),
                &serde_json::Value::Null,
            )?)
        })
        .await
    }

    /// Ends all sessions of the asker but the one in which they ask for it, a moment after they showed who they are.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`].
    pub async fn end_other_sessions(&self, scope: &Scope, but: Option<Uuid>) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            let Some(person) = scope.person else { return Ok(()) };
            if let Some(this) = but {
                hub.fresh(session::one(tx, person, this)?)?;
            }
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
            let mut sessions = session::of(tx, person)?;
            sessions.retain(|one| is_alive(one, hub.now()));
            Ok(sessions)
        })
        .await
    }

    /// Goes on for another of the person's organisations: a new session takes the place of the one before, and lives no longer
    /// than that one would have.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the person does not belong to such an organisation; [`HubError::ProofNeeded`] where only
    /// an organisation's provider said who they are.
    pub async fn switch_organisation(
        &self,
        visitor: &Visitor,
        handle: &str,
        origin: &Origin,
    ) -> Result<String, HubError> {
        let (hub, visitor, origin, handle) =
            (self.clone(), visitor.clone(), origin.clone(), handle.to_owned());
        self.write(move |tx| {
            let missing = || HubError::NotFound("organisation");
            let before = own_session(tx, &visitor)?.ok_or_else(missing)?;
            demand_own(&before)?;
            let to = person::belongs_to(tx, before.person, &handle)?
                .filter(|to| *to != before.organisation)
                .ok_or_else(missing)?;
            session::end(tx, before.person, before.id)?;
            let showed = Showed {
                made_at: before.made_at,
                proved_at: before.proved_at,
                two_factors_at: before.two_factors_at,
            };
            let secret = hub.begin_session_of(tx, before.person, Some(to), &origin, showed)?;
            hub.record(
                tx,
                &visitor.scope,
                "switch-organisation",
                &to.to_string(),
                &serde_json::Value::Null,
            )?;
            Ok(secret)
        })
        .await
    }

    /// Lets on those who showed by what is their own who they are, and not only by the word of an organisation's provider:
    /// what other organisations hold of them is not for that one.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`].
    pub async fn demand_oneself(&self, visitor: &Visitor) -> Result<(), HubError> {
        let visitor = visitor.clone();
        self.read(move |tx| own_session(tx, &visitor)?.map_or(Ok(()), |session| demand_own(&session)))
            .await
    }

    /// Whether somebody showed a moment ago who they are.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn has_proof(&self, visitor: &Visitor) -> Result<bool, HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        let demanded = self.read(move |tx| hub.demand_proof(tx, &visitor)).await;
        match demanded {
            Ok(_) => Ok(true),
            Err(HubError::ProofNeeded) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Lets on those who showed a moment ago who they are; gives their session. What they are known by may be changed by
    /// nobody else who comes upon a browser that is signed in.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`].
    pub(crate) fn demand_proof(&self, tx: &mut Tx<'_>, visitor: &Visitor) -> Result<Session, HubError> {
        self.fresh(own_session(tx, visitor)?)
    }

    fn fresh(&self, session: Option<Session>) -> Result<Session, HubError> {
        session
            .filter(|session| session.proved_at + PROOF > self.now())
            .ok_or(HubError::ProofNeeded)
    }

    /// Notes that whoever sits before a session showed anew who they are; gives its new secret.
    pub(crate) fn proved(
        &self,
        tx: &mut Tx<'_>,
        session: &Session,
        factors: Factors,
    ) -> Result<String, HubError> {
        let secret = secret::fresh("session");
        session::prove(tx, session.id, &secret::digest(&secret), self.now())?;
        if factors == Factors::Two {
            session::showed_two(tx, session.id, self.now())?;
        }
        Ok(secret)
    }
}

/// Lets on those who showed in this session who they are by what is their own.
pub(crate) fn demand_own(session: &Session) -> Result<(), HubError> {
    if session.proved_at < session.made_at {
        return Err(HubError::ProofNeeded);
    }
    Ok(())
}

/// The session that a visitor is in.
pub(crate) fn own_session(tx: &mut Tx<'_>, visitor: &Visitor) -> Result<Option<Session>, HubError> {
    match visitor.by {
        SignedBy::Session(id) => Ok(session::one(tx, visitor.person.id, id)?),
        SignedBy::Token(_) | SignedBy::Choice => Ok(None),
    }
}
