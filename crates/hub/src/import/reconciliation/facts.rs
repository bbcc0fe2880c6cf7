//! What reconciliation lines tell of customers, publishers, offers and subscriptions that the hub does not know yet.

use std::fmt::Write as _;

use crate::search::fold;
use firstline_domain::id::{OfferId, OrganisationId, RelationshipId, SubscriptionId};
use firstline_domain::offer::{Contact, Listing, Offer, OptIn};
use firstline_domain::organisation::{Organisation, handle_of};
use firstline_domain::party::{Channel, PartyKind, RelationshipKind};
use firstline_domain::policy::Policy;
use firstline_domain::relationship::Relationship;
use firstline_domain::subscription::{Subscription, SubscriptionState, Term};
use firstline_store::{StoreError, offer, organisation, relationship, subscription};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::super::catalogue::blank_offer;
use super::super::engine::Desk;
use super::super::known::Known;
use super::super::organisations::{alias, country};
use super::super::problem::Object;
use super::super::table::instant;
use super::line::{Columns, Day, Field, Line};
use super::publishers::Publishers;

/// Numbers that stand for no reseller.
const NO_RESELLER: [&str; 3] = ["", "-1", "0"];
const PRODUCT_SCHEME: &str = "product";

/// What is known, for one seller.
pub(super) struct Facts {
    seller: OrganisationId,
    seller_kinds: Vec<PartyKind>,
    /// The kinds of product that the programme has, for guessing one.
    kinds: Vec<String>,
    /// What the operator's own products are published under: the handle its name makes.
    operator: Option<String>,
    customers: Known<OrganisationId>,
    resellers: Known<Option<OrganisationId>>,
    publishers: Publishers,
    /// None where it is open whose product it is.
    offers: Known<Option<(OrganisationId, OfferId)>>,
    /// Subscriptions that are there, by their id and the product.
    subscriptions: Known<()>,
    key: String,
}

impl Facts {
    pub(super) fn new(policy: &Policy, seller: &Organisation) -> Self {
        Facts {
            seller: seller.id,
            seller_kinds: seller.kinds.clone(),
            kinds: policy.file().kind.keys().cloned().collect(),
            operator: None,
            customers: Known::default(),
            resellers: Known::default(),
            publishers: Publishers::default(),
            offers: Known::default(),
            subscriptions: Known::default(),
            key: String::new(),
        }
    }

    pub(super) fn seller(&self) -> OrganisationId {
        self.seller
    }

    pub(super) fn forget(&mut self) {
        self.customers.clear();
        self.resellers.clear();
        self.publishers.forget();
        self.offers.clear();
        self.subscriptions.clear();
        self.operator = None;
    }

    /// Records what a line tells that is not known yet; gives its customer.
    pub(super) fn settle(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
    ) -> Result<Option<OrganisationId>, StoreError> {
        let subscription = line.get(columns, Field::Subscription);
        let (product_id, product_name) = (
            line.get(columns, Field::ProductId),
            line.get(columns, Field::ProductName),
        );
        let customer = self.customer(desk, line, columns)?;

        let publisher_name = line.get(columns, Field::PublisherName);
        if publisher_name.is_empty() || product_id.is_empty() && product_name.is_empty() {
            desk.tally.note("import-noted-no-publisher");
            return Ok(customer);
        }
        if self.is_operator(desk, publisher_name)? {
            desk.tally.note("import-noted-own-product");
            return Ok(customer);
        }
        let Some(customer) = customer else {
            desk.tally.note("import-noted-no-customer");
            self.offer(desk, line, columns)?;
            return Ok(None);
        };
        if subscription.is_empty() {
            desk.tally.note("import-noted-no-subscription");
            self.offer(desk, line, columns)?;
            return Ok(Some(customer));
        }
        self.key.clear();
        let product = if product_id.is_empty() {
            product_name
        } else {
            product_id
        };
        // Writing to a string does not fail.
        let _ = write!(self.key, "{subscription}\u{1f}{product}");
        if self.subscriptions.get(&self.key).is_none() {
            if let Some(offer) = self.offer(desk, line, columns)? {
                self.subscription(desk, line, columns, customer, offer)?;
            }
            let key = std::mem::take(&mut self.key);
            self.subscriptions.insert(&key, ());
            self.key = key;
        }
        Ok(Some(customer))
    }

    /// Whether a publisher's name is the operator's, with or without more words after it.
    fn is_operator(&mut self, desk: &mut Desk<'_, '_>, name: &str) -> Result<bool, StoreError> {
        if self.operator.is_none() {
            let operator = organisation::sole(desk.tx, desk.scope, PartyKind::Operator)?;
            self.operator = Some(operator.map_or_else(String::new, |operator| operator.name.to_lowercase()));
        }
        let operator = self.operator.as_deref().unwrap_or_default();
        if operator.is_empty() || !name.is_char_boundary(operator.len()) || name.len() < operator.len() {
            return Ok(false);
        }
        let (start, rest) = name.split_at(operator.len());
        Ok(start.to_lowercase() == operator && !rest.starts_with(|c: char| c.is_alphanumeric()))
    }

    fn customer(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
    ) -> Result<Option<OrganisationId>, StoreError> {
        let given = line.get(columns, Field::CustomerId);
        if given.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.customers.get(given) {
            return Ok(Some(*id));
        }
        let tenant = alias("tenant", given);
        let id = match organisation::by_alias(desk.tx, desk.scope, "tenant", &tenant)? {
            Some(id) => id,
            None => new_customer(desk, line, columns, &tenant)?,
        };
        self.customers.insert(given, id);
        Ok(Some(id))
    }

    /// The offer that a line charges; none where it is open whose it is.
    fn offer(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
    ) -> Result<Option<(OrganisationId, OfferId)>, StoreError> {
        let product_id = line.get(columns, Field::ProductId);
        let product_name = line.get(columns, Field::ProductName);
        let publisher_name = line.get(columns, Field::PublisherName);
        let key = if product_id.is_empty() {
            format!("{publisher_name}\u{1f}{product_name}")
        } else {
            product_id.to_owned()
        };
        if let Some(known) = self.offers.get(&key) {
            return Ok(*known);
        }
        let by_alias = match product_id {
            "" => None,
            id => offer::by_alias(desk.tx, desk.scope, PRODUCT_SCHEME, id)?,
        };
        let found = match by_alias {
            Some(found) => Some(found),
            None => self.new_offer(desk, line, columns)?,
        };
        self.offers.insert(&key, found);
        Ok(found)
    }

    fn new_offer(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
    ) -> Result<Option<(OrganisationId, OfferId)>, StoreError> {
        let Some(publisher) = self.publishers.of(desk, line, columns)? else {
            return Ok(None);
        };
        let product_id = line.get(columns, Field::ProductId);
        let given_name = line.get(columns, Field::ProductName);
        let name = if given_name.is_empty() {
            product_id
        } else {
            given_name
        };
        let mut handle = handle_of(name);
        if handle.is_empty() {
            handle = handle_of(&format!("product-{product_id}"));
        }
        let known = match offer::by_handle(desk.tx, desk.scope, &publisher.handle, &handle)? {
            Some(offer) => Some(offer),
            None => titled(desk, publisher.id, name)?,
        };
        let found = match known {
            Some(offer) => (offer.publisher, offer.id),
            None => {
                let new = Offer {
                    opt_in: OptIn::All,
                    listings: [(
                        "en".to_owned(),
                        Listing {
                            title: name.to_owned(),
                            ..Listing::default()
                        },
                    )]
                    .into(),
                    ..blank_offer(desk, publisher.id, &handle, &self.kind(line, columns))
                };
                let (id, change) = offer::put(desk.tx, desk.scope, &new, desk.now)?;
                desk.tally.count(Object::Offer, change);
                (publisher.id, id)
            }
        };
        if !product_id.is_empty() {
            offer::add_alias(desk.tx, desk.scope, PRODUCT_SCHEME, product_id, found)?;
        }
        Ok(Some(found))
    }

    /// The kind of product that a line looks like, among those of the programme.
    fn kind(&self, line: &Line, columns: &Columns) -> String {
        let likely = match line.is_usage(columns) {
            true if line
                .get(columns, Field::ConsumedService)
                .eq_ignore_ascii_case("Microsoft.Compute") =>
            {
                "virtual-machine"
            }
            true => "saas-metered",
            false => "saas-licence",
        };
        let known = self
            .kinds
            .iter()
            .find(|kind| *kind == likely)
            .or(self.kinds.first());
        known.cloned().unwrap_or_default()
    }

    fn subscription(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
        customer: OrganisationId,
        (publisher, offer): (OrganisationId, OfferId),
    ) -> Result<(), StoreError> {
        let reseller = self.reseller(desk, line, columns)?;
        let is = |kind| self.seller_kinds.contains(&kind);
        let channel = match reseller {
            Some(_) if is(PartyKind::Provider) => Channel::Indirect,
            _ if is(PartyKind::Partner) => Channel::DirectBill,
            _ => Channel::Indirect,
        };
        let reseller = reseller.filter(|_| channel == Channel::Indirect);
        self.relate(desk, line, customer, reseller)?;

        // One subscription of the customer's cloud can hold several products: the first has its name for itself.
        let id = line.get(columns, Field::Subscription);
        let before = subscription::of_seller(desk.tx, desk.scope, self.seller, id)?;
        let handle = match before {
            None => id.to_owned(),
            Some(before) if before.offer == offer => return Ok(()),
            Some(_) => {
                let handle = format!("{id}/{offer}");
                if subscription::of_seller(desk.tx, desk.scope, self.seller, &handle)?.is_some() {
                    return Ok(());
                }
                handle
            }
        };
        let usage = line.is_usage(columns);
        let term = line.get(columns, Field::Term).to_lowercase();
        let charge = line.get(columns, Field::ChargeType).to_lowercase();
        let new = Subscription {
            id: SubscriptionId(desk.hub.new_id()),
            handle,
            seller: self.seller,
            customer,
            reseller,
            publisher,
            offer,
            plan: Some(line.get(columns, Field::SkuName))
                .filter(|name| !name.is_empty())
                .map(str::to_owned),
            channel,
            support_contact: None,
            state: match () {
                () if charge.contains("cancel") => SubscriptionState::Cancelled,
                () if term.contains("trial") => SubscriptionState::Trial,
                () => SubscriptionState::Active,
            },
            quantity: whole(line.get(columns, Field::Quantity)).filter(|_| !usage),
            term: match () {
                () if usage => Term::Metered,
                () if term.contains("year") || term.contains("annual") => Term::Annual,
                () => Term::Monthly,
            },
            purchased_at: [Field::SubscriptionStart, Field::OrderDate]
                .into_iter()
                .find_map(|field| bought(line.get(columns, field))),
            renewed_at: None,
            version: 1,
        };
        let (_, change) = subscription::put(desk.tx, desk.scope, &new, desk.now)?;
        desk.tally.count(Object::Subscription, change);
        Ok(())
    }

    /// The reseller that a line names by its partner number.
    fn reseller(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
    ) -> Result<Option<OrganisationId>, StoreError> {
        let number = line.get(columns, Field::ResellerMpn);
        if NO_RESELLER.contains(&number) {
            return Ok(None);
        }
        if let Some(known) = self.resellers.get(number) {
            return Ok(*known);
        }
        let found = organisation::by_alias(desk.tx, desk.scope, "mpn", number)?;
        if found.is_none() {
            desk.found.doubt(
                line.line,
                "ResellerMpnId",
                number,
                "import-doubt-reseller-unknown",
            );
        }
        self.resellers.insert(number, found);
        Ok(found)
    }

    /// Records that the seller, or its reseller, sells to this customer.
    fn relate(
        &self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        customer: OrganisationId,
        reseller: Option<OrganisationId>,
    ) -> Result<(), StoreError> {
        let today = desk.now.to_zoned(TimeZone::UTC).date();
        let since = line
            .from()
            .and_then(|day: &Day| day.as_str().parse::<Date>().ok())
            .unwrap_or(today);
        let mut relations = vec![(
            RelationshipKind::PartnerCustomer,
            reseller.unwrap_or(self.seller),
            customer,
        )];
        if let Some(reseller) = reseller {
            relations.push((RelationshipKind::ProviderReseller, self.seller, reseller));
        }
        for (kind, one, other) in relations {
            if !relationship::are_related(desk.tx, desk.scope, kind, one, other)? {
                let id = RelationshipId(Uuid::now_v7());
                let new = Relationship::brought_in(id, kind, (one, other), since, None);
                let change = relationship::put(desk.tx, desk.scope, &new)?;
                desk.tally.count(Object::Relationship, change);
            }
        }
        Ok(())
    }
}

/// The publisher's offer that has this name in any language: files of the operator name a product, not its handle.
fn titled(
    desk: &mut Desk<'_, '_>,
    publisher: OrganisationId,
    name: &str,
) -> Result<Option<Offer>, StoreError> {
    const OFFERS_MAX: i64 = 1000;
    let wanted = fold(name);
    let offers = offer::of_publisher(desk.tx, desk.scope, publisher, "", OFFERS_MAX)?;
    Ok(offers.into_iter().find(|offer| {
        offer
            .listings
            .values()
            .any(|listing| fold(&listing.title) == wanted)
    }))
}

/// The instant that a line gives, or the beginning of the day where it gives no more.
fn bought(text: &str) -> Option<Timestamp> {
    instant(text).or_else(|| instant(Day::read(text)??.as_str()))
}

/// A whole number, also where it is written with zeros after the point.
fn whole(text: &str) -> Option<i64> {
    let (number, rest) = text.split_once('.').unwrap_or((text, ""));
    rest.bytes()
        .all(|byte| byte == b'0')
        .then(|| number.parse().ok())
        .flatten()
}

fn new_customer(
    desk: &mut Desk<'_, '_>,
    line: &Line,
    columns: &Columns,
    tenant: &str,
) -> Result<OrganisationId, StoreError> {
    let name = line.get(columns, Field::CustomerName);
    let short: String = tenant
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(8)
        .collect();
    let wanted = handle_of(name);
    let handle = free_handle(desk, if wanted.is_empty() { "customer" } else { &wanted }, &short)?;
    let customer = Organisation {
        id: OrganisationId(desk.hub.new_id()),
        name: if name.is_empty() {
            handle.clone()
        } else {
            name.to_owned()
        },
        handle,
        kinds: vec![PartyKind::Customer],
        country: country(line.get(columns, Field::CustomerCountry)),
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 0,
    };
    let (id, change) = organisation::put(desk.tx, desk.scope, &customer, desk.now)?;
    organisation::add_alias(desk.tx, desk.scope, "tenant", tenant, id)?;
    desk.tally.count(Object::Organisation, change);
    Ok(id)
}

/// A handle that nobody has: the one wanted, with a suffix where it is taken.
pub(super) fn free_handle(desk: &mut Desk<'_, '_>, wanted: &str, suffix: &str) -> Result<String, StoreError> {
    let room = firstline_domain::organisation::HANDLE_CHARS_MAX;
    let shortened = |suffix: &str| {
        let stem = wanted
            .get(..wanted.len().min(room - suffix.len() - 1))
            .unwrap_or(wanted);
        format!("{}-{suffix}", stem.trim_end_matches('-'))
    };
    if wanted.len() <= room && organisation::id_of_handle(desk.tx, desk.scope, wanted)?.is_none() {
        return Ok(wanted.to_owned());
    }
    let longer = shortened(suffix);
    if organisation::id_of_handle(desk.tx, desk.scope, &longer)?.is_none() {
        return Ok(longer);
    }
    let id = desk.hub.new_id().simple().to_string();
    Ok(shortened(&id))
}
