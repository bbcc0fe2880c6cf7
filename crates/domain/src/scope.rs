//! Who is asking. Nothing that belongs to an organisation can be read or written without one.

use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, PersonId};
use crate::party::PartyKind;
use crate::role::Role;

/// Who is asking: a person acting for one organisation with the parts that organisation plays and the roles held in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    pub person: Option<PersonId>,
    pub organisation: OrganisationId,
    /// The parts this organisation plays, in the order of the line.
    pub kinds: Vec<PartyKind>,
    pub roles: Vec<Role>,
    /// Whether these roles show a seller the contacts on an offer's page, by the edition in force (S13).
    pub sees_offer_contacts: bool,
}

impl Scope {
    pub fn is(&self, kind: PartyKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The operator's own people see every organisation's data on the hub.
    pub fn is_operator(&self) -> bool {
        self.is(PartyKind::Operator)
    }

    pub fn has_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }

    /// May change the organisation's own offers, contacts and resources.
    pub fn may_edit_offers(&self) -> bool {
        self.is(PartyKind::Publisher) && self.has_any(&[Role::Owner, Role::Manager, Role::Developer])
    }

    /// May set how the organisation supports its customers: choices (S7) and split agreements (S10).
    pub fn may_set_support(&self) -> bool {
        self.kinds.iter().any(|kind| kind.sells()) && self.has_any(&[Role::AdminAgent, Role::GlobalAdmin])
    }

    /// May set a subscription's support contact.
    pub fn may_set_support_contact(&self) -> bool {
        self.kinds.iter().any(|kind| kind.sells())
            && self.has_any(&[Role::AdminAgent, Role::GlobalAdmin, Role::HelpdeskAgent])
    }

    /// May bring in data for the whole hub.
    pub fn may_import(&self) -> bool {
        self.is_operator() && self.has_any(&[Role::OperatorAdmin])
    }

    /// The part this organisation plays when it asks and nothing else says which: the one nearest the customer that
    /// sells, else the operator's, else the first it has.
    pub fn usual_kind(&self) -> PartyKind {
        let sells = self.kinds.iter().copied().find(|kind| kind.sells());
        let operates = self.is_operator().then_some(PartyKind::Operator);
        sells
            .or(operates)
            .or_else(|| self.kinds.first().copied())
            .unwrap_or(PartyKind::Customer)
    }
}
