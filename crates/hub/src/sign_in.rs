//! From a person to a scope: who they are, for which organisation they act, and what their roles show them.

use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::Arc;

use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::Contact;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::organisation;
use firstline_store::person::{self, Member, Person};
use firstline_store::waiting::{self, Waiting};
use uuid::Uuid;

use crate::demand::Lack;
use crate::secret::Digest;
use crate::{Hub, HubError};

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub person: Person,
    pub organisation: Organisation,
    pub scope: Scope,
    /// The other organisations that this person can act for.
    pub others: Vec<Other>,
    /// What waits for the answer of their organisation, where they may give it.
    pub waiting: Waiting,
    pub by: SignedBy,
    /// What their session lacks before it may do anything for the organisation.
    pub lack: Option<Lack>,
}

/// An organisation that a person can switch to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub id: OrganisationId,
    pub handle: String,
    pub name: String,
}

/// What somebody is signed in by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedBy {
    /// A browser's session.
    Session(Uuid),
    /// A machine's token.
    Token(Uuid),
    /// Nothing yet: one of those that the demo offers to choose from.
    Choice,
}

/// What a request shows to be known by.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// A browser's cookie.
    Session(&'a str),
    /// A bearer token.
    Token(&'a str),
}

impl Shown<'_> {
    fn fits(self, by: SignedBy) -> bool {
        matches!(
            (self, by),
            (Shown::Session(_), SignedBy::Session(_)) | (Shown::Token(_), SignedBy::Token(_))
        )
    }
}

/// Where a request comes from, and what the browser that sends it has kept.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub address: Option<IpAddr>,
    /// What the browser calls itself.
    pub agent: String,
    /// The session that the browser has been in so far; a new one takes its place.
    session: Option<Digest>,
    /// What the browser shows to have been signed in before.
    pub(crate) device: Option<String>,
}

impl Origin {
    pub fn new(
        address: Option<IpAddr>,
        agent: impl Into<String>,
        session: Option<&str>,
        device: Option<&str>,
    ) -> Self {
        Origin {
            address,
            agent: agent.into(),
            session: session.map(crate::secret::digest),
            device: device.map(str::to_owned),
        }
    }

    pub(crate) fn session(&self) -> Option<&Digest> {
        self.session.as_ref()
    }
}

impl Hub {
    /// The hub's own hand, for what is done on its machine: it acts for the operator with every role the operator has. On a
    /// hub that has no operator yet, one is recorded under this handle and name. Blocks.
    ///
    /// # Errors
    /// Only the store's.
    pub fn own_scope(&self, handle: &str, name: &str) -> Result<Scope, HubError> {
        let id = OrganisationId(self.new_id());
        let scope = Scope::own_hand(id);
        let asker = scope.clone();
        let known = self
            .db()
            .read_blocking(|tx| organisation::sole(tx, &asker, PartyKind::Operator))?;
        if let Some(operator) = known {
            return Ok(Scope::own_hand(operator.id));
        }
        let operator = Organisation {
            id,
            handle: handle.to_owned(),
            name: name.to_owned(),
            kinds: vec![PartyKind::Operator],
            country: None,
            desk: Contact::default(),
            promises: Vec::new(),
            price: None,
            orphaned: false,
            version: 0,
        };
        self.db()
            .write_blocking(|tx| organisation::put(tx, &asker, &operator, self.now()))?;
        Ok(scope)
    }

    /// Everyone one can sign in as, once each with the organisation that a sign-in begins in, by the order of the line and then
    /// by name: what the demo offers to choose from.
    pub async fn personas(&self) -> Result<Vec<Visitor>, HubError> {
        let hub = self.clone();
        let mut visitors = self
            .read(move |tx| {
                let mut known = HashSet::new();
                person::everyone(tx)?
                    .into_iter()
                    .filter(|member| known.insert(member.person.id))
                    .map(|member| hub.visitor(tx, member, SignedBy::Choice))
                    .collect::<Result<Vec<_>, _>>()
            })
            .await?;
        visitors.sort_by(|a, b| {
            (a.scope.usual_kind(), &a.organisation.name, &a.person.name).cmp(&(
                b.scope.usual_kind(),
                &b.organisation.name,
                &b.person.name,
            ))
        });
        Ok(visitors)
    }

    /// One of an organisation's people as somebody who is signed in.
    pub(crate) fn visitor(&self, tx: &mut Tx<'_>, member: Member, by: SignedBy) -> Result<Visitor, HubError> {
        let organisation =
            organisation::of_member(tx, member.organisation)?.ok_or(HubError::NotFound("organisation"))?;
        let scope = Scope::new(
            self.edition(),
            Some(member.person.id),
            organisation.id,
            organisation.kinds.clone(),
            member.roles,
        );
        let others = person::memberships(tx, member.person.id)?
            .into_iter()
            .filter(|other| other.organisation != member.organisation)
            .map(|other| {
                let found = organisation::of_record(tx, &scope, other.organisation)?;
                let found = found.ok_or(HubError::NotFound("organisation"))?;
                Ok(Other {
                    id: found.id,
                    handle: found.handle,
                    name: found.name,
                })
            })
            .collect::<Result<Vec<_>, HubError>>()?;
        Ok(Visitor {
            person: member.person,
            organisation,
            waiting: waiting::count(tx, &scope)?,
            scope,
            others,
            by,
            lack: None,
        })
    }

    /// Who a browser is, by the secret of its session, or a machine, by its token; and where they ask from.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn signed_in(
        &self,
        shown: Shown<'_>,
        address: Option<IpAddr>,
    ) -> Result<Option<Arc<Visitor>>, HubError> {
        let digest = match shown {
            Shown::Session(secret) | Shown::Token(secret) => crate::secret::digest(secret),
        };
        if let Some(visitor) = self.0.visitors.recall(&digest) {
            return Ok(Some(visitor)
                .filter(|visitor| shown.fits(visitor.by))
                .map(|visitor| at(visitor, address)));
        }
        let found = match shown {
            Shown::Session(_) => self.session(digest).await?,
            Shown::Token(_) => self.machine(digest).await?,
        };
        let Some(found) = found else {
            return Ok(None);
        };
        let found = at(Arc::new(found), address);
        self.0.visitors.keep(digest, found.clone());
        Ok(Some(found))
    }

    /// Keeps the language that a person chose.
    pub async fn choose_language(&self, scope: &Scope, language: Lang) -> Result<(), HubError> {
        let scope = scope.clone();
        self.write(move |tx| Ok(person::set_language(tx, &scope, language)?))
            .await
    }
}

/// The same visitor asking from this address.
fn at(visitor: Arc<Visitor>, address: Option<IpAddr>) -> Arc<Visitor> {
    if visitor.scope.address == address {
        return visitor;
    }
    let mut visitor = Arc::unwrap_or_clone(visitor);
    visitor.scope = visitor.scope.with_address(address);
    Arc::new(visitor)
}
