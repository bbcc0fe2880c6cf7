//! Who is asking. Nothing that belongs to an organisation can be read or written without one.

use std::net::IpAddr;

use uuid::Uuid;

use crate::access::{Access, Act, Object, Relation};
use crate::id::{OrganisationId, PersonId};
use crate::party::PartyKind;
use crate::policy::EditionRef;
use crate::role::Role;

/// Who is asking: a person acting for one organisation with the parts that organisation plays and the roles held in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    pub person: Option<PersonId>,
    /// The machine's token, where no person is signed in but a program.
    pub token: Option<Uuid>,
    pub organisation: OrganisationId,
    kinds: Vec<PartyKind>,
    roles: Vec<Role>,
    /// Where the request comes from; absent for the hub's own hand.
    pub address: Option<IpAddr>,
    access: Access,
}

impl Scope {
    /// Somebody of an organisation that plays these parts, with what the edition grants to these roles there.
    pub fn new(
        edition: EditionRef<'_>,
        person: Option<PersonId>,
        organisation: OrganisationId,
        kinds: Vec<PartyKind>,
        roles: Vec<Role>,
    ) -> Self {
        let access = edition.access(&kinds, &roles);
        Scope {
            person,
            token: None,
            organisation,
            kinds,
            roles,
            address: None,
            access,
        }
    }

    /// The hub's own hand: it acts for the operator and may do everything.
    pub fn own_hand(operator: OrganisationId) -> Self {
        Scope {
            person: None,
            token: None,
            organisation: operator,
            kinds: vec![PartyKind::Operator],
            roles: vec![Role::OperatorAdmin],
            address: None,
            access: Access::everything(),
        }
    }

    /// A program of the same organisation, signed in by this token.
    #[must_use]
    pub fn by_token(self, token: Uuid) -> Self {
        Scope {
            person: None,
            token: Some(token),
            ..self
        }
    }

    /// The same asker at this address.
    #[must_use]
    pub fn with_address(self, address: Option<IpAddr>) -> Self {
        Scope { address, ..self }
    }

    /// The parts this organisation plays, in the order of the line.
    pub fn kinds(&self) -> &[PartyKind] {
        &self.kinds
    }

    /// The roles that the asker holds in it.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    pub const fn access(&self) -> Access {
        self.access
    }

    /// Whether the asker may do an act on an object of an organisation that stands so to its own.
    pub const fn may(&self, act: Act, object: Object, relation: Relation) -> bool {
        self.access.may(act, object, relation)
    }

    /// Whether the asker may do an act on some such object: what has none of it is not shown to a role at all.
    pub fn may_some(&self, act: Act, object: Object) -> bool {
        self.access.may_some(act, object)
    }

    /// What an organisation is to the asker when nothing else is known than whether it is its own.
    pub fn stands_to(&self, owner: OrganisationId) -> Relation {
        if owner == self.organisation {
            Relation::Own
        } else {
            Relation::Any
        }
    }

    pub fn is(&self, kind: PartyKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether the asker's organisation sells to customers.
    pub fn sells(&self) -> bool {
        self.kinds.iter().any(|kind| kind.sells())
    }

    /// The part this organisation plays when it asks and nothing else says which: the one nearest the customer that
    /// sells, else the operator's, else the first it has.
    pub fn usual_kind(&self) -> PartyKind {
        let sells = self.kinds.iter().copied().find(|kind| kind.sells());
        let operates = self.is(PartyKind::Operator).then_some(PartyKind::Operator);
        sells
            .or(operates)
            .or_else(|| self.kinds.first().copied())
            .unwrap_or(PartyKind::Customer)
    }
}
