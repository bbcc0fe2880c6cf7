//! Identifiers: UUIDs (version 7, made by whoever creates the row), one type for each thing they name.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A company that takes part: operator, publisher, partner, provider, reseller, customer, or several of these.
    OrganisationId
    /// A person who belongs to an organisation.
    PersonId
    /// A publisher's offer.
    OfferId
    /// A customer's subscription to an offer.
    SubscriptionId
    /// An agreement between a provider and a reseller on who supports what.
    SplitId
    /// A decision that was made and kept.
    DecisionId
    /// A relation between two organisations.
    RelationshipId
}
