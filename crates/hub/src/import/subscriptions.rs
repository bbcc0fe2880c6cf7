//! Subscriptions as CSV.
//!
//! The channel must fit the parties: the operator sells what was bought directly, a partner what it bills itself, a
//! provider what goes through a reseller it has a relation with. Only such a reseller can be the support contact.

use std::path::Path;

use csv::StringRecord;
use firstline_domain::id::{OfferId, OrganisationId, SubscriptionId};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind, RelationshipKind};
use firstline_domain::subscription::{Subscription, SubscriptionState, Term};
use firstline_store::{StoreError, offer, relationship, subscription};
use jiff::Timestamp;

use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::known::{Known, KnownOrganisations};
use super::problem::{Found, Object};
use super::table::{Check, Table};
use crate::HubError;

const REQUIRED: [&str; 6] = ["handle", "seller", "customer", "publisher", "offer", "channel"];
const COLUMNS: [&str; 14] = [
    "handle",
    "seller",
    "reseller",
    "customer",
    "publisher",
    "offer",
    "plan",
    "channel",
    "state",
    "quantity",
    "term",
    "purchased_at",
    "renewed_at",
    "support_contact",
];
/// The longest id of a subscription.
pub(super) const SUBSCRIPTION_CHARS_MAX: usize = 100;

pub(super) struct Subscriptions {
    table: Table,
    record: StringRecord,
    about_columns: Found,
    organisations: KnownOrganisations,
    offers: Known<Option<(OrganisationId, OfferId)>>,
}

#[derive(Default)]
pub(super) struct Row {
    line: u64,
    handle: String,
    seller: String,
    reseller: Option<String>,
    customer: String,
    publisher: String,
    offer: String,
    plan: Option<String>,
    channel: Option<Channel>,
    state: Option<SubscriptionState>,
    quantity: Option<i64>,
    term: Option<Term>,
    purchased_at: Option<Timestamp>,
    renewed_at: Option<Timestamp>,
    support_contact: Option<PartyKind>,
}

/// The organisations that take part in a subscription.
struct Parties {
    seller: Organisation,
    reseller: Option<Organisation>,
    customer: Organisation,
}

impl Subscriptions {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let mut about_columns = Found::default();
        let table = Table::open_with(path, &REQUIRED, &COLUMNS, &mut about_columns)?;
        Ok(Subscriptions {
            table,
            record: StringRecord::new(),
            about_columns,
            organisations: KnownOrganisations::default(),
            offers: Known::default(),
        })
    }
}

impl Intake for Subscriptions {
    type Row = Row;
    const BATCH_ROWS: usize = 2_000;

    fn read(&mut self, slot: &mut Row, found: &mut Found) -> Result<Read, ImportError> {
        found.append(&mut self.about_columns);
        let read = self.table.read(&mut self.record, found)?;
        if read != Read::Row {
            return Ok(read);
        }
        let mut check = Check::new(&self.table, &self.record, found);
        *slot = check_row(&mut check);
        Ok(if check.is_sound() { Read::Row } else { Read::Bad })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Row]) -> Result<(), HubError> {
        for row in rows {
            self.put(desk, row)?;
        }
        Ok(())
    }

    fn forget(&mut self) {
        self.organisations.clear();
        self.offers.clear();
    }

    fn bytes_done(&self) -> u64 {
        self.table.bytes_done()
    }
}

fn check_row(check: &mut Check<'_>) -> Row {
    let row = Row {
        line: check.line(),
        handle: check.required("handle", SUBSCRIPTION_CHARS_MAX).to_owned(),
        seller: check.required_handle("seller").to_owned(),
        reseller: check.handle("reseller").map(str::to_owned),
        customer: check.required_handle("customer").to_owned(),
        publisher: check.required_handle("publisher").to_owned(),
        offer: check.required_handle("offer").to_owned(),
        plan: check.text("plan", 100).map(str::to_owned),
        channel: check.required_word("channel"),
        state: check.word("state"),
        quantity: check.whole("quantity", i64::from(u32::MAX)),
        term: check.word("term"),
        purchased_at: check.instant("purchased_at"),
        renewed_at: check.instant("renewed_at"),
        support_contact: check.word("support_contact"),
    };
    if row.handle.contains(char::is_whitespace) {
        check.error("handle", &row.handle, "import-handle", "");
    }
    if let (Some(bought), Some(renewed)) = (row.purchased_at, row.renewed_at)
        && renewed < bought
    {
        let renewed = renewed.to_string();
        check.error("renewed_at", &renewed, "import-renewed-before-purchase", "");
    }
    if row.channel == Some(Channel::Indirect) && row.reseller.is_none() {
        check.error("reseller", "", "import-indirect-needs-reseller", "");
    }
    if let (Some(reseller), Some(Channel::Direct | Channel::DirectBill)) = (&row.reseller, row.channel) {
        check.error("reseller", reseller, "import-reseller-without-provider", "");
    }
    match row.support_contact {
        None | Some(PartyKind::Provider | PartyKind::Reseller) if row.channel == Some(Channel::Indirect) => {}
        None => {}
        Some(contact) => check.error("support_contact", contact.as_str(), "import-support-contact", ""),
    }
    row
}

impl Subscriptions {
    fn put(&mut self, desk: &mut Desk<'_, '_>, row: &Row) -> Result<(), StoreError> {
        let Some(channel) = row.channel else { return Ok(()) };
        let offer = self.offer(desk, row)?;
        let Some(parties) = self.parties(desk, row)? else {
            return Ok(());
        };
        let Some((publisher, offer)) = offer else {
            return Ok(());
        };
        if !fits(desk, row, channel, &parties)? {
            return Ok(());
        }
        // Who supports it may have been set on the hub since; a file that does not say leaves it so.
        let support_contact = match row.support_contact {
            None if channel == Channel::Indirect => {
                subscription::of_seller(desk.tx, desk.scope, parties.seller.id, &row.handle)?
                    .filter(|before| before.channel == channel)
                    .and_then(|before| before.support_contact)
            }
            given => given,
        };
        let new = Subscription {
            id: SubscriptionId(desk.hub.new_id()),
            handle: row.handle.clone(),
            seller: parties.seller.id,
            customer: parties.customer.id,
            reseller: parties.reseller.map(|reseller| reseller.id),
            publisher,
            offer,
            plan: row.plan.clone(),
            channel,
            support_contact,
            state: row.state.unwrap_or(SubscriptionState::Active),
            quantity: row.quantity,
            term: row.term.unwrap_or(Term::Monthly),
            purchased_at: row.purchased_at,
            renewed_at: row.renewed_at,
            version: 1,
        };
        let (_, change) = subscription::put(desk.tx, desk.scope, &new, desk.now)?;
        desk.tally.count(Object::Subscription, change);
        Ok(())
    }

    fn parties(&mut self, desk: &mut Desk<'_, '_>, row: &Row) -> Result<Option<Parties>, StoreError> {
        let seller = self.organisations.find(desk, row.line, "seller", &row.seller)?;
        let customer = self
            .organisations
            .find(desk, row.line, "customer", &row.customer)?;
        let reseller = match &row.reseller {
            None => None,
            Some(handle) => match self.organisations.find(desk, row.line, "reseller", handle)? {
                None => return Ok(None),
                found => found,
            },
        };
        let (Some(seller), Some(customer)) = (seller, customer) else {
            return Ok(None);
        };
        Ok(Some(Parties {
            seller,
            reseller,
            customer,
        }))
    }

    fn offer(
        &mut self,
        desk: &mut Desk<'_, '_>,
        row: &Row,
    ) -> Result<Option<(OrganisationId, OfferId)>, StoreError> {
        let name = format!("{}/{}", row.publisher, row.offer);
        let found = match self.offers.get(&name) {
            Some(found) => *found,
            None => {
                let found = offer::by_handle(desk.tx, desk.scope, &row.publisher, &row.offer)?
                    .map(|offer| (offer.publisher, offer.id));
                self.offers.insert(&name, found);
                found
            }
        };
        if found.is_none() {
            desk.found.error(row.line, "offer", &row.offer, "import-no-offer");
        }
        Ok(found)
    }
}

/// Whether the parties can have sold it through this channel.
fn fits(desk: &mut Desk<'_, '_>, row: &Row, channel: Channel, parties: &Parties) -> Result<bool, StoreError> {
    let Parties {
        seller,
        reseller,
        customer,
    } = parties;
    let seller_kind = match channel {
        Channel::Direct => PartyKind::Operator,
        Channel::DirectBill => PartyKind::Partner,
        Channel::Indirect => PartyKind::Provider,
    };
    let mut sound = true;
    let mut wrong = |column: &str, organisation: &Organisation, key| {
        desk.found.error(row.line, column, &organisation.handle, key);
        sound = false;
    };
    if !seller.is(seller_kind) {
        wrong("seller", seller, "import-not-of-this-kind");
    }
    if !customer.is(PartyKind::Customer) {
        wrong("customer", customer, "import-not-of-this-kind");
    }
    if let Some(reseller) = reseller {
        if !reseller.is(PartyKind::Reseller) {
            wrong("reseller", reseller, "import-not-of-this-kind");
        }
        let (tx, scope) = (&mut *desk.tx, desk.scope);
        let of_provider = RelationshipKind::ProviderReseller;
        let of_customer = RelationshipKind::PartnerCustomer;
        if !relationship::are_related(tx, scope, of_provider, seller.id, reseller.id)? {
            wrong("reseller", reseller, "import-not-related-to-provider");
        } else if row.support_contact == Some(PartyKind::Reseller)
            && !relationship::are_related(tx, scope, of_customer, reseller.id, customer.id)?
        {
            wrong("support_contact", reseller, "import-not-related-to-customer");
        }
    }
    Ok(sound)
}
