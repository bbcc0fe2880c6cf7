//! Offers as each party sees them, and the publisher's own hand on them.

use std::collections::BTreeMap;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::decision::{Decision, Facts, PartyFacts, decide};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Offer, OfferFacts, Resource, Sale, Unavailable, unavailable,
};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, Party, PartyKind};
use firstline_domain::readiness::{Finding, is_web_url};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::subscription::RefundWindow;
use firstline_store::db::Tx;
use firstline_store::{authorisation, offer, organisation};
use uuid::Uuid;

use crate::contact::{NAME_CHARS_MAX, URL_CHARS_MAX, check_agreement, check_contact};
use crate::link::accepted;
use crate::look::About;
use crate::{Field, Hub, HubError};

/// Most resources of one offer.
pub const RESOURCES_MAX: usize = 50;

/// An offer as the asker may see it.
#[derive(Debug, Clone)]
pub struct OfferPage {
    /// With only the contacts and resources that are for the asker's eyes.
    pub offer: Offer,
    pub publisher: Organisation,
    /// Why the asker's organisation cannot buy it; empty where it can, or does not buy.
    pub unavailable: Vec<Unavailable>,
    /// Whether the contacts for sellers are for the asker's eyes.
    pub sees_contacts: bool,
    /// The roles at the asker's organisation that would show contacts which the asker's own do not (S13); empty where none are
    /// hidden.
    pub shown_to: Vec<Role>,
    /// What is missing or doubtful: shown to its publisher and the operator.
    pub findings: Vec<Finding>,
    /// Whether the asker may change it.
    pub editable: bool,
}

/// An offer that exists for the asker: by `publisher/offer`, by `publisher.offer`, by its handle where only one has it, by id.
pub(crate) fn find(tx: &mut Tx<'_>, scope: &Scope, reference: &str) -> Result<Option<Offer>, HubError> {
    if let Some((publisher, handle)) = reference.split_once('/') {
        return Ok(offer::by_handle(tx, scope, publisher, handle)?);
    }
    if let Ok(id) = Uuid::parse_str(reference)
        && let Some(found) = offer::by_id(tx, scope, OfferId(id))?
    {
        return Ok(Some(found));
    }
    let mut with_handle = offer::with_handle(tx, scope, reference)?;
    if with_handle.len() == 1 {
        return Ok(with_handle.pop());
    }
    match reference.split_once('.') {
        Some((publisher, handle)) => Ok(offer::by_handle(tx, scope, publisher, handle)?),
        None => Ok(None),
    }
}

/// Whether the asker is shown the contacts for sellers of what this publisher offers (S13).
pub(crate) fn sees_contacts(scope: &Scope, publisher: OrganisationId) -> bool {
    [scope.stands_to(publisher), Relation::Offered]
        .iter()
        .any(|relation| scope.may(Act::See, Object::OfferContacts, *relation))
}

/// Takes away what is not for a party of this kind, whose role does or does not show the contacts for sellers.
fn as_seen_by(offer: &mut Offer, kind: PartyKind, sees_contacts: bool) {
    offer.contacts.retain(|contact| {
        contact
            .kind
            .is_none_or(|of| of.visible_to(kind) && (sees_contacts || of == ContactKind::CustomerSupport))
    });
    offer.resources.retain(|resource| resource.kind.visible_to(kind));
}

impl Hub {
    /// An offer's page, as the asker may see it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it does not exist for the asker.
    pub async fn offer(&self, scope: &Scope, reference: &str) -> Result<OfferPage, HubError> {
        let (hub, scope, reference) = (self.clone(), scope.clone(), reference.to_owned());
        self.read(move |tx| {
            let offer = find(tx, &scope, &reference)?.ok_or(HubError::NotFound("offer"))?;
            hub.page(tx, &scope, offer)
        })
        .await
    }

    /// An offer as the asker may see it; that it was shown is noted.
    fn page(&self, tx: &mut Tx<'_>, scope: &Scope, offer: Offer) -> Result<OfferPage, HubError> {
        let page = self.unnoted_page(tx, scope, offer)?;
        if page.offer.publisher != scope.organisation {
            self.looked(scope, About::page(&page));
        }
        Ok(page)
    }

    fn unnoted_page(&self, tx: &mut Tx<'_>, scope: &Scope, mut offer: Offer) -> Result<OfferPage, HubError> {
        let publisher =
            organisation::of_record(tx, scope, offer.publisher)?.ok_or(HubError::NotFound("organisation"))?;
        let sells = scope.sells();
        let unavailable = if sells {
            let authorised = authorisation::of_buyer(tx, scope)?;
            unavailable(Sale {
                state: offer.state,
                opt_in: offer.opt_in,
                authorised: authorised.contains(&offer.id),
                kind_is_resold: self
                    .policy()
                    .file()
                    .kind
                    .get(&offer.kind)
                    .is_some_and(|kind| kind.resold),
                markets: &offer.markets,
                market: None,
            })
        } else {
            Vec::new()
        };
        let relation = scope.stands_to(offer.publisher);
        let own = relation == Relation::Own;
        let findings = if scope.may(Act::See, Object::Readiness, relation) {
            offer.findings()
        } else {
            Vec::new()
        };
        let contacts = offer.contacts.len();
        let sees_contacts = sees_contacts(scope, offer.publisher);
        let kind = if own {
            PartyKind::Publisher
        } else {
            scope.usual_kind()
        };
        as_seen_by(&mut offer, kind, sees_contacts);
        let shown_to = if !sees_contacts && offer.contacts.len() < contacts {
            self.edition()
                .holders(scope.kinds(), Act::See, Object::OfferContacts)
        } else {
            Vec::new()
        };
        Ok(OfferPage {
            unavailable,
            sees_contacts,
            shown_to,
            findings,
            editable: scope.may(Act::Change, Object::Offer, relation),
            offer,
            publisher,
        })
    }

    /// An offer's page without its contacts, for what shows none.
    ///
    /// # Errors
    /// As for [`Hub::offer`].
    pub async fn offer_without_contacts(
        &self,
        scope: &Scope,
        reference: &str,
    ) -> Result<OfferPage, HubError> {
        let (hub, scope, reference) = (self.clone(), scope.clone(), reference.to_owned());
        self.read(move |tx| {
            let offer = find(tx, &scope, &reference)?.ok_or(HubError::NotFound("offer"))?;
            let mut page = hub.unnoted_page(tx, &scope, offer)?;
            page.offer.contacts.clear();
            Ok(page)
        })
        .await
    }

    /// The asker's own offers as their publisher sees them, by handle after `after`.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show them so; [`HubError::NotFound`] where its organisation is no
    /// publisher.
    pub async fn own_offers(
        &self,
        scope: &Scope,
        after: &str,
        limit: i64,
    ) -> Result<Vec<OfferPage>, HubError> {
        self.demand_shown(scope, Object::Readiness)?;
        let (hub, scope, after) = (self.clone(), scope.clone(), after.to_owned());
        self.read(move |tx| {
            if !scope.is(PartyKind::Publisher) {
                return Err(HubError::NotFound("publisher"));
            }
            offer::of_publisher(tx, &scope, scope.organisation, &after, limit)?
                .into_iter()
                .map(|offer| hub.page(tx, &scope, offer))
                .collect()
        })
        .await
    }

    /// One of the asker's own offers as its publisher sees it.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it so; [`HubError::NotFound`] where it is not the asker's own.
    pub async fn own_offer(&self, scope: &Scope, reference: &str) -> Result<OfferPage, HubError> {
        self.demand_shown(scope, Object::Readiness)?;
        let page = self.offer(scope, reference).await?;
        if page.offer.publisher != scope.organisation {
            return Err(HubError::NotFound("offer"));
        }
        Ok(page)
    }

    /// A publisher's offer as a party of another kind sees it.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it is not one that the asker sees as its publisher does.
    pub async fn offer_as(
        &self,
        scope: &Scope,
        reference: &str,
        kind: PartyKind,
    ) -> Result<OfferPage, HubError> {
        let mut page = self.offer(scope, reference).await?;
        if !scope.may(Act::See, Object::Offer, scope.stands_to(page.offer.publisher)) {
            return Err(HubError::NotFound("offer"));
        }
        as_seen_by(&mut page.offer, kind, true);
        page.findings.clear();
        page.editable = false;
        Ok(page)
    }

    /// A publisher's offers that exist for the asker, by handle after `after`.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where the publisher does not exist for the asker.
    pub async fn offers_of(
        &self,
        scope: &Scope,
        publisher: &str,
        after: &str,
        limit: i64,
    ) -> Result<(Organisation, Vec<OfferPage>), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        let (publisher, after) = (publisher.to_owned(), after.to_owned());
        self.read(move |tx| {
            let publisher = organisation::by_handle(tx, &scope, &publisher)?
                .filter(|organisation| organisation.is(PartyKind::Publisher))
                .ok_or(HubError::NotFound("publisher"))?;
            let offers = offer::of_publisher(tx, &scope, publisher.id, &after, limit)?;
            let pages = offers
                .into_iter()
                .map(|offer| hub.page(tx, &scope, offer))
                .collect::<Result<_, _>>()?;
            hub.looked_at_desks(&scope, [&publisher]);
            Ok((publisher, pages))
        })
        .await
    }

    /// Who supports what for an offer: the decision on each topic of the programme for one asker and channel.
    ///
    /// # Errors
    /// Never: every topic has an answer.
    pub fn who_supports_what<T>(
        &self,
        page: &OfferPage,
        asker: PartyKind,
        channel: Channel,
        mut each: impl FnMut(&str, &Decision<'_>) -> T,
    ) -> Vec<T> {
        let edition = self.edition();
        let publisher = Party {
            kind: PartyKind::Publisher,
            organisation: Some(page.publisher.handle.clone()),
            name: Some(page.publisher.name.clone()),
        };
        let mut facts = Facts {
            asker,
            channel,
            topic: String::new(),
            offer: Some(OfferFacts {
                id: page.offer.id,
                name: page.offer.handle.clone(),
                kind: page.offer.kind.clone(),
                supported_by: page.offer.supported_by,
                orphaned: page.publisher.orphaned,
                contacts: page.offer.contacts.clone(),
                agreement: page.offer.agreement.clone(),
            }),
            deployed: edition
                .policy
                .kind
                .get(&page.offer.kind)
                .is_some_and(|kind| kind.deployed),
            parties: vec![PartyFacts {
                party: publisher,
                desk: None,
                promises: Vec::new(),
            }],
            share: None,
            provider_meets_customers: false,
            choice: None,
            support_contact: None,
            refund: RefundWindow::Unknown,
            subscription: false,
            sees_offer_contacts: true,
        };
        let topics = &edition.policy.topic_order;
        topics
            .iter()
            .filter_map(|topic| {
                facts.topic.clone_from(topic);
                decide(edition, &facts)
                    .ok()
                    .map(|decision| each(topic, &decision))
            })
            .collect()
    }

    /// Replaces the contacts, resources and agreement of the asker's own offer.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names every field that cannot be accepted; [`HubError::Changed`] when somebody else changed the
    /// offer since `version`.
    pub async fn edit_offer(
        &self,
        scope: &Scope,
        reference: &str,
        version: i64,
        edit: OfferEdit,
    ) -> Result<OfferPage, HubError> {
        accepted(edit.check())?;
        let (hub, scope, reference) = (self.clone(), scope.clone(), reference.to_owned());
        self.write(move |tx| {
            let before = find(tx, &scope, &reference)?.ok_or(HubError::NotFound("offer"))?;
            if !scope.may(Act::Change, Object::Offer, scope.stands_to(before.publisher)) {
                return Err(HubError::NotAllowed);
            }
            let edit = edit.clone();
            let after = Offer {
                contacts: edit.contacts,
                resources: edit.resources,
                agreement: edit.agreement,
                version,
                ..before.clone()
            };
            if !offer::update(tx, &scope, &after, hub.now())? {
                return Err(HubError::Changed);
            }
            offer::bump_catalogue(tx, &scope)?;
            let detail = serde_json::json!({
                "before": {
                    "contacts": before.contacts, "resources": before.resources, "agreement": before.agreement,
                },
                "after": { "contacts": after.contacts, "resources": after.resources, "agreement": after.agreement },
            });
            hub.record(tx, &scope, "edit-offer", &after.id.to_string(), &detail)?;
            hub.page(
                tx,
                &scope,
                Offer {
                    version: version + 1,
                    ..after
                },
            )
        })
        .await
    }
}

/// What a publisher changes of an offer by hand.
#[derive(Debug, Clone, Default)]
pub struct OfferEdit {
    pub contacts: Vec<Contact>,
    pub resources: Vec<Resource>,
    pub agreement: Option<Agreement>,
}

impl OfferEdit {
    /// What of it cannot be accepted.
    pub fn check(&self) -> Vec<Field> {
        let mut wrong = Vec::new();
        let mut kinds = BTreeMap::new();
        for contact in &self.contacts {
            let Some(kind) = contact.kind else {
                wrong.push(Field::new("contacts", "error-contact-kind"));
                continue;
            };
            if kinds.insert(kind, ()).is_some() {
                wrong.push(Field::quoting("contacts", "error-contact-twice", kind.as_str()));
            }
            wrong.extend(check_contact(&format!("contacts.{kind}"), contact));
        }
        if self.resources.len() > RESOURCES_MAX {
            wrong.push(Field::quoting(
                "resources",
                "error-too-many-resources",
                RESOURCES_MAX.to_string(),
            ));
        }
        for (index, resource) in self.resources.iter().enumerate() {
            let title = resource.title.trim();
            if title.is_empty() || title.chars().count() > NAME_CHARS_MAX {
                wrong.push(Field::new(
                    format!("resources.{index}.title"),
                    "error-title-length",
                ));
            }
            if !is_web_url(&resource.url) || resource.url.chars().count() > URL_CHARS_MAX {
                wrong.push(Field::quoting(
                    format!("resources.{index}.url"),
                    "error-url",
                    &resource.url,
                ));
            }
        }
        wrong.extend(self.agreement.iter().flat_map(check_agreement));
        wrong
    }
}
