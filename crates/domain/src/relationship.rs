//! A lasting relation between two organisations: one asks, the other consents or declines, either ends it.
//!
//! Whoever asks names the other by what they were told: its handle, or the address of somebody who decides there. They learn
//! who that is, and whether there is anybody, only from the answer.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::access::Relation;
use crate::id::{OrganisationId, RelationshipId};
use crate::party::{PartyKind, RelationshipKind};
use crate::wire::wire_enum;

wire_enum! {
    /// Where a relation stands. Only an active one counts: for what is seen, for what may be done, for whose a question is.
    pub enum RelationshipState("relationship state") {
        /// Asked for, and not answered yet.
        Asked = "asked",
        Active = "active",
        Declined = "declined",
        /// Taken back by whoever asked before there was an answer.
        Withdrawn = "withdrawn",
        Ended = "ended",
    }
}

impl RelationshipKind {
    /// The parts of the organisation that asks, one of them enough.
    pub const fn begins_at(self) -> &'static [PartyKind] {
        match self {
            RelationshipKind::ProviderReseller => &[PartyKind::Provider],
            RelationshipKind::PartnerCustomer => &[PartyKind::Partner, PartyKind::Reseller],
        }
    }

    /// The part of the organisation that is asked.
    pub const fn reaches(self) -> PartyKind {
        match self {
            RelationshipKind::ProviderReseller => PartyKind::Reseller,
            RelationshipKind::PartnerCustomer => PartyKind::Customer,
        }
    }

    /// What whoever asks is to the one that is asked.
    pub const fn from_below(self) -> Relation {
        match self {
            RelationshipKind::ProviderReseller => Relation::Provider,
            RelationshipKind::PartnerCustomer => Relation::Seller,
        }
    }
}

/// One relation from its request to its end. Another one can follow it between the same two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    pub id: RelationshipId,
    pub kind: RelationshipKind,
    /// Whoever asks.
    pub organisation: OrganisationId,
    /// Whoever is asked; absent where what was typed leads to nobody.
    pub other: Option<OrganisationId>,
    /// What was typed to name the other; absent where the relation was brought in.
    pub addressed_to: Option<String>,
    pub state: RelationshipState,
    /// First day on which it was active.
    pub since: Option<Date>,
    /// The day on which it ended.
    pub until: Option<Date>,
    pub asked_at: Option<Timestamp>,
    pub answered_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    /// Which of the two ended it; absent where that was brought in.
    pub ended_by: Option<OrganisationId>,
}

impl Relationship {
    /// A relation as another system tells it: active, or ended where it names a last day.
    pub const fn brought_in(
        id: RelationshipId,
        kind: RelationshipKind,
        (organisation, other): (OrganisationId, OrganisationId),
        since: Date,
        until: Option<Date>,
    ) -> Self {
        Relationship {
            id,
            kind,
            organisation,
            other: Some(other),
            addressed_to: None,
            state: match until {
                Some(_) => RelationshipState::Ended,
                None => RelationshipState::Active,
            },
            since: Some(since),
            until,
            asked_at: None,
            answered_at: None,
            ended_at: None,
            ended_by: None,
        }
    }

    /// Whether the two have told each other who they are.
    pub const fn is_known_to_both(&self) -> bool {
        matches!(self.state, RelationshipState::Active | RelationshipState::Ended)
    }
}
