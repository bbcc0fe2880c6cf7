//! What a person may do in an organisation, and what it takes to see or change a thing.

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
