//! Asking whose a question is: the facts are gathered, the policy decides, and the answer can be kept and sent on.
//!
//! Facts that were just gathered are kept for a second, per asker, and dropped by every change made in this process; so the
//! same question asked over and over costs a decision and no look into the store.

use std::sync::{Arc, OnceLock};

use firstline_domain::access::{Access, Act, Object, Relation};
use firstline_domain::decision::{Decision, Facts, PartyFacts, decide};
use firstline_domain::id::{DecisionId, OrganisationId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, ContactKind, Offer, OfferFacts};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, Party, PartyKind, RelationshipKind};
use firstline_domain::policy::EditionRef;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Share, Split, in_force};
use firstline_domain::subscription::{RefundWindow, Subscription, refund_window};
use firstline_store::correction;
use firstline_store::db::Tx;
use firstline_store::decision::{self, Kept};
use firstline_store::{offer, organisation, relationship, split, subscription};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::look::About;
use crate::offer::sees_contacts;
use crate::relationship::deals_with_customer;
use crate::{Field, Hub, HubError};

/// A question, as far as the one who asks says anything.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Question {
    /// In which part the asker asks; absent means the part it has in the sale, or usually has.
    pub asker: Option<PartyKind>,
    pub channel: Option<Channel>,
    pub topic: String,
    /// `publisher/offer`, an offer's handle, or its id.
    pub offer: Option<String>,
    /// A subscription's id or what the operator's system calls it.
    pub subscription: Option<String>,
}

/// An answer: the facts it rests on and the edition it was made under.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Set once it was kept.
    pub id: Option<DecisionId>,
    pub edition: Arc<str>,
    pub facts: Arc<Facts>,
    pub decided_at: Timestamp,
    /// Whether whoever reads it is shown the publisher's contacts for sellers: colleagues share a decision, not their roles.
    pub sees_offer_contacts: bool,
    /// The answer as it is sent, by language, once somebody put it so: it is asked for more often than it changes.
    pub said: Arc<[OnceLock<Arc<[u8]>>; Lang::ALL.len()]>,
}

impl Answer {
    /// The edition it was made under.
    pub fn edition<'h>(&self, hub: &'h Hub) -> EditionRef<'h> {
        hub.policy()
            .edition(&self.edition)
            .unwrap_or_else(|| hub.edition())
    }

    /// The decision itself, computed from the recorded facts.
    ///
    /// # Errors
    /// When the programme no longer has the topic.
    pub fn decision<'a>(&'a self, hub: &'a Hub) -> Result<Decision<'a>, HubError> {
        let mut decision = decide(self.edition(hub), &self.facts)
            .map_err(|_| HubError::field("topic", "error-topic-unknown"))?;
        if !self.sees_offer_contacts {
            let shown = |contact: &Contact| {
                contact
                    .kind
                    .is_none_or(|kind| kind == ContactKind::CustomerSupport)
            };
            decision.contacts.retain(|contact| shown(contact));
            for station in &mut decision.path {
                station.contact = station.contact.filter(|contact| shown(contact));
            }
        }
        Ok(decision)
    }
}

/// Who asked what: everything an answer depends on besides the records and the time.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Key {
    organisation: OrganisationId,
    kinds: Vec<PartyKind>,
    access: Access,
    question: Question,
}

impl Hub {
    /// Answers a question.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names the input that fits nothing: an unknown topic, an offer or subscription that does not exist
    /// for the asker, a part that the asker does not play. [`HubError::NotAllowed`] where the asker's roles do not let it.
    pub async fn ask(&self, scope: &Scope, question: &Question) -> Result<Answer, HubError> {
        if !scope.may(Act::Add, Object::Decision, Relation::Own) {
            return Err(HubError::NotAllowed);
        }
        let key = Key {
            organisation: scope.organisation,
            kinds: scope.kinds().to_vec(),
            access: scope.access(),
            question: question.clone(),
        };
        self.write_looks_if_many().await?;
        if let Some((answer, shown)) = self.0.answers.recall(&key) {
            self.looked(scope, shown.iter().cloned());
            return Ok(answer);
        }
        let (hub, asker, asked) = (self.clone(), scope.clone(), question.clone());
        let answer = self.read(move |tx| hub.answer(tx, &asker, &asked)).await?;
        let shown = About::answer(&answer.decision(self)?, &answer.facts);
        self.looked(scope, shown.iter().cloned());
        self.0.answers.keep(key, (answer.clone(), shown));
        Ok(answer)
    }

    /// Answers and keeps the answer for the asker's organisation, so that it can be sent on.
    ///
    /// # Errors
    /// As for [`Hub::ask`].
    pub async fn ask_and_keep(&self, scope: &Scope, question: &Question) -> Result<Answer, HubError> {
        self.ask_and_keep_words(scope, question, None).await
    }

    /// The same for a question in the asker's own words: they are kept beside the answer where the asker's organisation keeps
    /// corrections, so that it can be said later what they meant.
    pub(crate) async fn ask_and_keep_words(
        &self,
        scope: &Scope,
        question: &Question,
        words: Option<&str>,
    ) -> Result<Answer, HubError> {
        let mut answer = self.ask(scope, question).await?;
        let id = DecisionId(self.new_id());
        answer.id = Some(id);
        answer.said = Arc::default();
        let kept = Kept {
            id,
            programme: self.policy().programme().to_owned(),
            edition: answer.edition.to_string(),
            facts: Facts::clone(&answer.facts),
            decided_at: answer.decided_at,
        };
        let (hub, scope, words) = (self.clone(), scope.clone(), words.map(str::to_owned));
        // Keeping an answer changes none of the facts that others are remembered by.
        self.0
            .db
            .write(move |tx| {
                decision::keep(tx, &scope, &kept)?;
                if let Some(words) = &words {
                    correction::keep_words(tx, &scope, kept.id, words, kept.decided_at)?;
                }
                hub.record(
                    tx,
                    &scope,
                    "ask",
                    &kept.id.to_string(),
                    &serde_json::json!({ "topic": kept.facts.topic }),
                )
            })
            .await?;
        Ok(answer)
    }

    /// An answer that was kept by somebody of the asker's organisation.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none for the asker, and where it was made by another programme's rules.
    pub async fn kept_answer(&self, scope: &Scope, id: DecisionId) -> Result<Answer, HubError> {
        let asker = scope;
        let scope = scope.clone();
        let kept = self
            .read(move |tx| {
                let Some(kept) = decision::by_id(tx, &scope, id)? else {
                    return Ok(None);
                };
                let publisher = match &kept.facts.offer {
                    Some(about) => offer::by_id(tx, &scope, about.id)?.map(|offer| offer.publisher),
                    None => None,
                };
                let sees = publisher.is_some_and(|publisher| sees_contacts(&scope, publisher));
                Ok(Some((kept, sees)))
            })
            .await?;
        let (kept, sees_offer_contacts) = kept
            .filter(|(kept, _)| kept.programme == self.policy().programme())
            .ok_or(HubError::NotFound("decision"))?;
        let answer = Answer {
            id: Some(kept.id),
            edition: kept.edition.into(),
            facts: Arc::new(kept.facts),
            decided_at: kept.decided_at,
            sees_offer_contacts,
            said: Arc::default(),
        };
        // What the programme no longer has as a topic shows nothing.
        if let Ok(decision) = answer.decision(self) {
            let shown = About::answer(&decision, &answer.facts);
            self.looked(asker, shown.iter().cloned());
        }
        Ok(answer)
    }

    fn answer(&self, tx: &mut Tx<'_>, scope: &Scope, question: &Question) -> Result<Answer, HubError> {
        let edition = self.edition();
        let topic = edition.policy.topic.get(&question.topic).ok_or_else(|| {
            HubError::Invalid(vec![Field::quoting(
                "topic",
                "error-topic-unknown",
                &question.topic,
            )])
        })?;
        let sale = self.sale(tx, scope, question)?;
        let asker = asker(scope, question, sale.subscription.as_ref(), sale.offer.as_ref())?;
        let channel = question.channel.or(sale.channel).unwrap_or(match asker {
            PartyKind::Reseller | PartyKind::Provider => Channel::Indirect,
            _ => Channel::DirectBill,
        });
        let parties = self.parties(tx, scope, &sale, asker, channel)?;
        let splits = match (
            find(&parties, PartyKind::Provider),
            find(&parties, PartyKind::Reseller),
        ) {
            (Some(provider), Some(reseller)) if deals(tx, scope, provider, reseller)? => {
                split::of_record(tx, scope, provider.id, reseller.id)?
            }
            _ => Vec::new(),
        };
        let split = in_force(&splits, self.today());
        let share = split.and_then(|split| split.shares.get(&question.topic)).copied();
        let chooser = chooser(channel, share).and_then(|kind| find(&parties, kind));
        let choice = match (&sale.offer, chooser) {
            (Some(offer), Some(seller)) if topic.technical => split::choice(tx, scope, seller.id, offer.id)?,
            _ => None,
        };
        let sees_offer_contacts = sale
            .offer
            .as_ref()
            .is_some_and(|offer| sees_contacts(scope, offer.publisher));
        let facts = Facts {
            asker,
            channel,
            topic: question.topic.clone(),
            deployed: match &sale.offer {
                Some(offer) => edition
                    .policy
                    .kind
                    .get(&offer.kind)
                    .is_some_and(|kind| kind.deployed),
                None => topic.deployed,
            },
            offer: sale.offer.as_ref().map(|offer| offer_facts(offer, &parties)),
            parties: parties
                .iter()
                .map(|(kind, organisation)| party_facts(*kind, organisation))
                .collect(),
            share,
            provider_meets_customers: split.is_some_and(|split: &Split| split.provider_meets_customers),
            choice,
            support_contact: match &sale.subscription {
                Some(subscription) => support_contact(tx, scope, subscription)?,
                None => None,
            },
            refund: sale
                .subscription
                .as_ref()
                .map_or(RefundWindow::Unknown, |subscription| {
                    self.refund(edition, subscription)
                }),
            subscription: sale.subscription.is_some(),
            sees_offer_contacts,
        };
        Ok(Answer {
            id: None,
            edition: edition.edition.id.as_str().into(),
            facts: Arc::new(facts),
            decided_at: self.now(),
            sees_offer_contacts,
            said: Arc::default(),
        })
    }

    fn refund(&self, edition: EditionRef<'_>, subscription: &Subscription) -> RefundWindow {
        let start = subscription.renewed_at.or(subscription.purchased_at);
        let day = start.unwrap_or_else(|| self.now()).to_zoned(TimeZone::UTC).date();
        refund_window(edition.refund_hours(day), subscription.term, start, self.now())
    }

    /// The sale that a question is about: the subscription where one is named, or where the asker has just one of the offer.
    fn sale(&self, tx: &mut Tx<'_>, scope: &Scope, question: &Question) -> Result<SaleFacts, HubError> {
        let mut offer = match &question.offer {
            Some(reference) => Some(crate::offer::find(tx, scope, reference)?.ok_or_else(|| {
                HubError::Invalid(vec![Field::quoting("offer", "error-offer-unknown", reference)])
            })?),
            None => None,
        };
        let named = match &question.subscription {
            Some(reference) => Some(crate::subscription::find(tx, scope, reference)?.ok_or_else(|| {
                HubError::Invalid(vec![Field::quoting(
                    "subscription",
                    "error-subscription-unknown",
                    reference,
                )])
            })?),
            None => None,
        };
        if let Some(subscription) = &named
            && !deals_with_customer(tx, scope, subscription)?
        {
            return Err(HubError::field("subscription", "error-customer-ended"));
        }
        if let (Some(offer), Some(subscription)) = (&offer, &named)
            && subscription.offer != offer.id
        {
            return Err(HubError::field(
                "subscription",
                "error-subscription-of-other-offer",
            ));
        }
        let subscription = match (named, &offer) {
            (Some(subscription), _) => Some(subscription),
            (None, Some(offer)) if !scope.is(PartyKind::Operator) && question.channel.is_none() => {
                let mut own = subscription::list(tx, scope, Some(offer.id), None, None, 2)?;
                let only = own
                    .pop()
                    .filter(|_| own.is_empty())
                    .filter(|only| scope.organisation != only.publisher);
                match only {
                    Some(only) if deals_with_customer(tx, scope, &only)? => Some(only),
                    _ => None,
                }
            }
            _ => None,
        };
        if let (None, Some(subscription)) = (&offer, &subscription) {
            offer = firstline_store::offer::by_id(tx, scope, subscription.offer)?;
        }
        let channel = subscription.as_ref().map(|subscription| subscription.channel);
        if let (Some(asked), Some(actual)) = (question.channel, channel)
            && asked != actual
        {
            return Err(HubError::field("channel", "error-channel-of-other-sale"));
        }
        Ok(SaleFacts {
            offer,
            subscription,
            channel,
        })
    }

    /// The organisations that play the parts of this question, as far as the records say which.
    fn parties(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        sale: &SaleFacts,
        asker: PartyKind,
        channel: Channel,
    ) -> Result<Vec<(PartyKind, Organisation)>, HubError> {
        let mut ids: Vec<(PartyKind, OrganisationId)> = Vec::new();
        if let Some(offer) = &sale.offer {
            ids.push((PartyKind::Publisher, offer.publisher));
        }
        if let Some(subscription) = &sale.subscription {
            ids.push((PartyKind::Customer, subscription.customer));
            match subscription.channel {
                Channel::Direct => {}
                Channel::DirectBill => ids.push((PartyKind::Partner, subscription.seller)),
                Channel::Indirect => {
                    ids.push((PartyKind::Provider, subscription.seller));
                    ids.extend(subscription.reseller.map(|id| (PartyKind::Reseller, id)));
                }
            }
        } else if scope.is(asker) {
            ids.push((asker, scope.organisation));
            self.usual_sellers(tx, scope, asker, channel, &mut ids)?;
        }
        let mut parties = Vec::with_capacity(ids.len() + 1);
        for (kind, id) in ids {
            if find(&parties, kind).is_none() {
                let organisation =
                    organisation::of_record(tx, scope, id)?.ok_or(HubError::NotFound("organisation"))?;
                parties.push((kind, organisation));
            }
        }
        if let Some(operator) = organisation::sole(tx, scope, PartyKind::Operator)? {
            parties.push((PartyKind::Operator, operator));
        }
        Ok(parties)
    }

    /// Without a subscription, a seller or provider is known where the asker has just one.
    fn usual_sellers(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        asker: PartyKind,
        channel: Channel,
        ids: &mut Vec<(PartyKind, OrganisationId)>,
    ) -> Result<(), HubError> {
        let mut only = |kind| -> Result<Option<Organisation>, HubError> {
            let mut related = relationship::related_ids(tx, scope, kind, false)?;
            match related.pop().filter(|_| related.is_empty()) {
                Some(id) => Ok(organisation::of_record(tx, scope, id)?),
                None => Ok(None),
            }
        };
        match (asker, channel) {
            (PartyKind::Reseller, _) => {
                let provider = only(RelationshipKind::ProviderReseller)?;
                ids.extend(provider.map(|provider| (PartyKind::Provider, provider.id)));
            }
            (PartyKind::Customer, Channel::DirectBill | Channel::Indirect) => {
                let kind = if channel == Channel::DirectBill {
                    PartyKind::Partner
                } else {
                    PartyKind::Reseller
                };
                let seller = only(RelationshipKind::PartnerCustomer)?.filter(|seller| seller.is(kind));
                ids.extend(seller.map(|seller| (kind, seller.id)));
            }
            _ => {}
        }
        Ok(())
    }
}

/// What is known of the sale that a question is about.
struct SaleFacts {
    offer: Option<Offer>,
    subscription: Option<Subscription>,
    channel: Option<Channel>,
}

fn find(parties: &[(PartyKind, Organisation)], kind: PartyKind) -> Option<&Organisation> {
    parties
        .iter()
        .find(|(known, _)| *known == kind)
        .map(|(_, organisation)| organisation)
}

/// In which part the asker asks.
fn asker(
    scope: &Scope,
    question: &Question,
    subscription: Option<&Subscription>,
    offer: Option<&Offer>,
) -> Result<PartyKind, HubError> {
    if let Some(asked) = question.asker {
        if scope.is(asked) || scope.may(Act::Add, Object::Decision, Relation::Any) {
            return Ok(asked);
        }
        return Err(HubError::Invalid(vec![Field::quoting(
            "asker",
            "error-asker-not-yours",
            asked.as_str(),
        )]));
    }
    let own = scope.organisation;
    if let Some(subscription) = subscription {
        if subscription.customer == own {
            return Ok(PartyKind::Customer);
        }
        if subscription.reseller == Some(own) {
            return Ok(PartyKind::Reseller);
        }
        if subscription.seller == own && subscription.channel == Channel::DirectBill {
            return Ok(PartyKind::Partner);
        }
        if subscription.seller == own && subscription.channel == Channel::Indirect {
            return Ok(PartyKind::Provider);
        }
    }
    if offer.is_some_and(|offer| offer.publisher == own) && scope.is(PartyKind::Publisher) {
        return Ok(PartyKind::Publisher);
    }
    Ok(scope.usual_kind())
}

/// Whose choice on technical questions counts: the seller that the customer asks first.
const fn chooser(channel: Channel, share: Option<Share>) -> Option<PartyKind> {
    match (channel, share) {
        (Channel::Direct, _) | (Channel::Indirect, None) => None,
        (Channel::DirectBill, _) => Some(PartyKind::Partner),
        (Channel::Indirect, Some(Share::Provider)) => Some(PartyKind::Provider),
        (Channel::Indirect, Some(Share::Reseller | Share::ResellerThenProvider)) => Some(PartyKind::Reseller),
    }
}

/// Whether a provider and a reseller still work together: what they agreed counts no longer than that.
fn deals(
    tx: &mut Tx<'_>,
    scope: &Scope,
    provider: &Organisation,
    reseller: &Organisation,
) -> Result<bool, HubError> {
    let kind = RelationshipKind::ProviderReseller;
    Ok(relationship::are_related(
        tx,
        scope,
        kind,
        provider.id,
        reseller.id,
    )?)
}

/// Who supports a sale, as it was set. A reseller whose relation with the provider or the customer ended supports it no longer.
fn support_contact(
    tx: &mut Tx<'_>,
    scope: &Scope,
    sale: &Subscription,
) -> Result<Option<PartyKind>, HubError> {
    let (Some(PartyKind::Reseller), Some(reseller)) = (sale.support_contact, sale.reseller) else {
        return Ok(sale.support_contact);
    };
    let mut related = |kind, one, other| relationship::are_related(tx, scope, kind, one, other);
    let stands = related(RelationshipKind::ProviderReseller, sale.seller, reseller)?
        && related(RelationshipKind::PartnerCustomer, reseller, sale.customer)?;
    Ok(sale.support_contact.filter(|_| stands))
}

fn party_facts(kind: PartyKind, organisation: &Organisation) -> PartyFacts {
    PartyFacts {
        party: Party {
            kind,
            organisation: Some(organisation.handle.clone()),
            name: Some(organisation.name.clone()),
        },
        desk: organisation
            .desk
            .is_reachable()
            .then(|| organisation.desk.clone()),
        promises: organisation.promises.clone(),
    }
}

fn offer_facts(offer: &Offer, parties: &[(PartyKind, Organisation)]) -> OfferFacts {
    OfferFacts {
        id: offer.id,
        name: offer.name(Lang::En).to_owned(),
        kind: offer.kind.clone(),
        supported_by: offer.supported_by,
        orphaned: find(parties, PartyKind::Publisher).is_some_and(|publisher| publisher.orphaned),
        contacts: offer.contacts.clone(),
        agreement: offer.agreement.clone(),
    }
}
