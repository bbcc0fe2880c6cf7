//! Subscriptions as those who have a part in them see them.

use firstline_domain::access::{Act, Object};
use firstline_domain::id::{OfferId, OrganisationId, SubscriptionId};
use firstline_domain::offer::Offer;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind, RelationshipKind};
use firstline_domain::scope::Scope;
use firstline_domain::subscription::Subscription;
use firstline_store::db::Tx;
use firstline_store::invoice_line::{self, Charge};
use firstline_store::{offer, organisation, relationship, subscription};
use uuid::Uuid;

use crate::relationship::deals_with_customer;
use crate::{Hub, HubError};

/// Charges of one subscription that are shown, the newest.
pub const CHARGES_MAX: i64 = 100;

/// Whether the charges for a sale are shown to the asker: they are its seller's.
pub fn sees_charges(scope: &Scope, sale: &Subscription) -> bool {
    scope.may(Act::See, Object::InvoiceLine, scope.stands_to(sale.seller))
}

/// A subscription with the organisations that have a part in it.
#[derive(Debug, Clone)]
pub struct Sold {
    pub subscription: Subscription,
    pub offer: Offer,
    pub publisher: Organisation,
    pub customer: Organisation,
    pub seller: Organisation,
    pub reseller: Option<Organisation>,
}

/// A subscription that exists for the asker, by its id or by what the operator's system calls it.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    scope: &Scope,
    reference: &str,
) -> Result<Option<Subscription>, HubError> {
    if let Some(found) = subscription::by_handle(tx, scope, reference)? {
        return Ok(Some(found));
    }
    match Uuid::parse_str(reference) {
        Ok(id) => Ok(subscription::by_id(tx, scope, SubscriptionId(id))?),
        Err(_) => Ok(None),
    }
}

fn sold(tx: &mut Tx<'_>, scope: &Scope, subscription: Subscription) -> Result<Sold, HubError> {
    let mut known = |id| organisation::of_record(tx, scope, id)?.ok_or(HubError::NotFound("organisation"));
    let publisher = known(subscription.publisher)?;
    let customer = known(subscription.customer)?;
    let seller = known(subscription.seller)?;
    let reseller = subscription.reseller.map(known).transpose()?;
    let offer = offer::by_id(tx, scope, subscription.offer)?.ok_or(HubError::NotFound("offer"))?;
    Ok(Sold {
        subscription,
        offer,
        publisher,
        customer,
        seller,
        reseller,
    })
}

impl Hub {
    /// The subscriptions that exist for the asker, by id after `after`; of one offer or customer where given.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show none at all.
    pub async fn subscriptions(
        &self,
        scope: &Scope,
        offer: Option<OfferId>,
        customer: Option<OrganisationId>,
        after: Option<SubscriptionId>,
        limit: i64,
    ) -> Result<Vec<Sold>, HubError> {
        self.demand_shown(scope, Object::Subscription)?;
        let scope = scope.clone();
        self.read(move |tx| {
            subscription::list(tx, &scope, offer, customer, after, limit)?
                .into_iter()
                .map(|subscription| sold(tx, &scope, subscription))
                .collect()
        })
        .await
    }

    /// One subscription, by its id or what the operator's system calls it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it does not exist for the asker.
    pub async fn subscription(&self, scope: &Scope, reference: &str) -> Result<Sold, HubError> {
        let (scope, reference) = (scope.clone(), reference.to_owned());
        self.read(move |tx| {
            let found = find(tx, &scope, &reference)?.ok_or(HubError::NotFound("subscription"))?;
            sold(tx, &scope, found)
        })
        .await
    }

    /// The charges for a subscription that the operator's files named, newest first; none where nothing came.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show none at all; [`HubError::NotFound`] where the subscription does not
    /// exist for the asker, or its charges are not shown to it.
    pub async fn charges(&self, scope: &Scope, reference: &str) -> Result<Vec<Charge>, HubError> {
        self.demand_shown(scope, Object::InvoiceLine)?;
        let (scope, reference) = (scope.clone(), reference.to_owned());
        self.read(move |tx| {
            let found = find(tx, &scope, &reference)?.ok_or(HubError::NotFound("subscription"))?;
            if !sees_charges(&scope, &found) {
                return Err(HubError::NotFound("subscription"));
            }
            let (seller, handle) = (found.seller, &found.handle);
            Ok(invoice_line::of_subscription(
                tx,
                &scope,
                seller,
                handle,
                CHARGES_MAX,
            )?)
        })
        .await
    }

    /// Sets who supports a subscription: its provider or its reseller. A reseller must have a relation with provider and
    /// customer. Only the provider's people may.
    ///
    /// # Errors
    /// [`HubError::Changed`] when somebody else changed it since `version`.
    pub async fn set_support_contact(
        &self,
        scope: &Scope,
        reference: &str,
        version: i64,
        contact: PartyKind,
    ) -> Result<Sold, HubError> {
        let (hub, scope, reference) = (self.clone(), scope.clone(), reference.to_owned());
        self.write(move |tx| {
            let found = find(tx, &scope, &reference)?.ok_or(HubError::NotFound("subscription"))?;
            if !scope.may(Act::Change, Object::SupportContact, scope.stands_to(found.seller)) {
                return Err(HubError::NotAllowed);
            }
            if found.channel != Channel::Indirect
                || !matches!(contact, PartyKind::Reseller | PartyKind::Provider)
            {
                return Err(HubError::field("support_contact", "error-support-contact-party"));
            }
            if !deals_with_customer(tx, &scope, &found)? {
                return Err(HubError::field("support_contact", "error-customer-ended"));
            }
            if contact == PartyKind::Reseller {
                let reseller = found.reseller.ok_or_else(no_relation)?;
                let mut related = |kind, a, b| relationship::are_related(tx, &scope, kind, a, b);
                if !related(RelationshipKind::ProviderReseller, found.seller, reseller)?
                    || !related(RelationshipKind::PartnerCustomer, reseller, found.customer)?
                {
                    return Err(no_relation());
                }
            }
            if !subscription::set_support_contact(tx, &scope, found.id, version, Some(contact), hub.now())? {
                return Err(HubError::Changed);
            }
            let detail = serde_json::json!({ "before": found.support_contact, "after": contact });
            hub.record(tx, &scope, "set-support-contact", &found.id.to_string(), &detail)?;
            let changed =
                subscription::by_id(tx, &scope, found.id)?.ok_or(HubError::NotFound("subscription"))?;
            sold(tx, &scope, changed)
        })
        .await
    }
}

fn no_relation() -> HubError {
    HubError::field("support_contact", "error-support-contact-relation")
}
