//! Parties of the field: the parts an organisation can play, and the channels a product is bought through.

use serde::{Deserialize, Serialize};

use crate::wire::wire_enum;

wire_enum! {
    /// A part that an organisation plays in a sale. The order is the order of stations on the line.
    pub enum PartyKind("party") {
        /// Uses the product and asks.
        Customer = "customer",
        /// Faces the customer; buys from a provider.
        Reseller = "reseller",
        /// Buys from the operator and sells through resellers (a distributor).
        Provider = "provider",
        /// Buys from the operator and bills its customer itself.
        Partner = "partner",
        /// Owns the offer.
        Publisher = "publisher",
        /// Runs the marketplace and its commerce system.
        Operator = "operator",
    }
}

impl PartyKind {
    /// Whether this party sells to customers (and so carries the partner's duties).
    pub const fn sells(self) -> bool {
        matches!(
            self,
            PartyKind::Reseller | PartyKind::Provider | PartyKind::Partner
        )
    }
}

wire_enum! {
    /// How the customer bought: it decides who carries the seller's duties.
    pub enum Channel("channel") {
        /// The customer bought from the operator itself.
        Direct = "direct",
        /// operator → partner → customer
        DirectBill = "direct-bill",
        /// operator → provider → reseller → customer
        Indirect = "indirect",
    }
}

wire_enum! {
    /// A lasting relation between two organisations; the first is named before the second.
    pub enum RelationshipKind("relationship") {
        /// A provider and a reseller it sells through.
        ProviderReseller = "provider-reseller",
        /// A partner or reseller and a customer it sells to.
        PartnerCustomer = "partner-customer",
    }
}

/// An organisation in the part it plays in one question. Where the organisation is not known only the part stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub kind: PartyKind,
    /// The organisation's handle, as in URLs; absent where the question names no organisation for this part.
    pub organisation: Option<String>,
    /// The organisation's name; absent likewise.
    pub name: Option<String>,
}
