//! What a person may do in an organisation, and what it takes to see or change a thing.

use crate::party::PartyKind;
use crate::wire::wire_enum;

wire_enum! {
    /// A role that a person holds in one organisation.
    pub enum Role("role") {
        GlobalAdmin = "global-admin",
        AdminAgent = "admin-agent",
        HelpdeskAgent = "helpdesk-agent",
        SalesAgent = "sales-agent",
        BillingAdmin = "billing-admin",
        UserManagementAdmin = "user-management-admin",
        SupportRequestAdmin = "support-request-admin",
        /// Publisher: everything.
        Owner = "owner",
        /// Publisher: all of the publisher's data.
        Manager = "manager",
        /// Publisher: offers and health notices.
        Developer = "developer",
        /// Publisher: payouts only.
        FinancialContributor = "financial-contributor",
        /// Publisher: its cases.
        SupportAgent = "support-agent",
        CustomerAdmin = "customer-admin",
        CustomerUser = "customer-user",
        OperatorAdmin = "operator-admin",
        OperatorAgent = "operator-agent",
    }
}

impl Role {
    /// The parts at which the role is held: a role of a publisher's means nothing at a customer.
    pub const fn kinds(self) -> &'static [PartyKind] {
        match self {
            Role::GlobalAdmin
            | Role::AdminAgent
            | Role::HelpdeskAgent
            | Role::SalesAgent
            | Role::BillingAdmin
            | Role::UserManagementAdmin
            | Role::SupportRequestAdmin => &[PartyKind::Reseller, PartyKind::Provider, PartyKind::Partner],
            Role::Owner
            | Role::Manager
            | Role::Developer
            | Role::FinancialContributor
            | Role::SupportAgent => &[PartyKind::Publisher],
            Role::CustomerAdmin | Role::CustomerUser => &[PartyKind::Customer],
            Role::OperatorAdmin | Role::OperatorAgent => &[PartyKind::Operator],
        }
    }

    /// Whether it can be held at an organisation that plays these parts.
    pub fn is_held_at(self, kinds: &[PartyKind]) -> bool {
        self.kinds().iter().any(|kind| kinds.contains(kind))
    }
}
