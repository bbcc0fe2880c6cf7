//! How a provider and a reseller share the seller's duties (S10), and how a seller handles technical questions (S7).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, SplitId};
use crate::wire::wire_enum;

wire_enum! {
    /// Who takes one topic, of a provider and its reseller.
    pub enum Share("share") {
        /// The reseller is asked first and answers.
        Reseller = "reseller",
        /// The reseller is asked first, the provider answers.
        ResellerThenProvider = "reseller-then-provider",
        /// The provider is asked, by the customer too, and answers.
        Provider = "provider",
    }
}

wire_enum! {
    /// What a seller does with a customer's technical question (S7).
    pub enum TechnicalChoice("technical choice") {
        /// The customer asks the publisher itself.
        SendOn = "send-on",
        /// The seller takes it and works with the publisher.
        Coordinate = "coordinate",
    }
}

wire_enum! {
    /// Where an agreement stands. Only an accepted one counts.
    pub enum SplitState("split state") {
        /// One side proposed it, the other has not answered.
        Proposed = "proposed",
        Accepted = "accepted",
        Declined = "declined",
        /// Taken back by whoever proposed it, or replaced by another proposal of theirs.
        Withdrawn = "withdrawn",
    }
}

/// What one provider and one reseller agreed on, for a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    pub id: SplitId,
    pub provider: OrganisationId,
    pub reseller: OrganisationId,
    /// First day it holds.
    pub from: Date,
    /// Last day it holds; absent means until it is replaced.
    pub until: Option<Date>,
    /// Whether the provider deals with the reseller's customers itself, so that they may see its contact.
    pub provider_meets_customers: bool,
    /// Topic id to share; a topic that is not here is not agreed.
    pub shares: BTreeMap<String, Share>,
}

/// An agreement on its way from one side to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub split: Split,
    pub state: SplitState,
    /// Which of the two proposed it; absent where it was brought in as agreed.
    pub by: Option<OrganisationId>,
}

impl Proposal {
    /// An agreement that both sides have made elsewhere.
    pub const fn agreed(split: Split) -> Self {
        Proposal {
            split,
            state: SplitState::Accepted,
            by: None,
        }
    }

    /// Whether it waits for the answer of this organisation.
    pub fn waits_for(&self, organisation: OrganisationId) -> bool {
        let is_party = self.split.provider == organisation || self.split.reseller == organisation;
        self.state == SplitState::Proposed && is_party && self.by != Some(organisation)
    }

    /// The agreement that comes of it when it is accepted on a day: it begins no earlier, so that what was answered until then
    /// was answered by what held then. Nothing where its last day is over.
    pub fn accepted_on(&self, day: Date) -> Option<Split> {
        let split = Split {
            from: self.split.from.max(day),
            ..self.split.clone()
        };
        split
            .until
            .is_none_or(|until| split.from <= until)
            .then_some(split)
    }
}

impl Split {
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The agreement in force between the two on a day: the one that began last among those that hold.
pub fn in_force(splits: &[Split], day: Date) -> Option<&Split> {
    splits
        .iter()
        .filter(|split| split.holds_on(day))
        .max_by_key(|split| (split.from, split.id))
}
