//! What sellers choose and agree: technical questions (S7), and the split between provider and reseller (S10).

use std::collections::BTreeMap;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, SplitId};
use firstline_domain::offer::Offer;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::RelationshipKind;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Share, Split, TechnicalChoice, in_force};
use firstline_store::{offer, organisation, split};
use jiff::civil::Date;
use uuid::Uuid;

use crate::{Field, Hub, HubError};

/// What a provider and a reseller have agreed.
#[derive(Debug, Clone)]
pub struct Pair {
    pub provider: Organisation,
    pub reseller: Organisation,
    /// The agreement in force today.
    pub current: Option<Split>,
    /// All of them, the first one first.
    pub history: Vec<Split>,
}

/// A new agreement.
#[derive(Debug, Clone)]
pub struct NewSplit {
    /// The reseller's handle.
    pub reseller: String,
    pub from: Date,
    pub until: Option<Date>,
    pub provider_meets_customers: bool,
    /// By topic id; topics that are not here stay not agreed.
    pub shares: BTreeMap<String, Share>,
}

/// What the asker's organisation chose for technical questions.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// For all offers that have no choice of their own.
    pub usual: Option<TechnicalChoice>,
    pub by_offer: Vec<(Offer, TechnicalChoice)>,
}

impl Hub {
    /// The asker's pairs: a provider's with each of its resellers, a reseller's with each of its providers.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show none at all.
    pub async fn pairs(&self, scope: &Scope) -> Result<Vec<Pair>, HubError> {
        self.demand_shown(scope, Object::Split)?;
        let (hub, scope, today) = (self.clone(), scope.clone(), self.today());
        self.read(move |tx| {
            let own = organisation::by_id(tx, &scope, scope.organisation)?
                .ok_or(HubError::NotFound("organisation"))?;
            let mut pairs = Vec::new();
            for downstream in [true, false] {
                for other in
                    organisation::related(tx, &scope, RelationshipKind::ProviderReseller, downstream)?
                {
                    let (provider, reseller) = if downstream {
                        (own.clone(), other)
                    } else {
                        (other, own.clone())
                    };
                    let history = split::of_pair(tx, &scope, provider.id, reseller.id)?;
                    let current = in_force(&history, today).cloned();
                    // A reseller is shown how its provider is reached; a provider knows its resellers by name.
                    hub.looked_at_desks(&scope, [&provider]);
                    pairs.push(Pair {
                        provider,
                        reseller,
                        current,
                        history,
                    });
                }
            }
            Ok(pairs)
        })
        .await
    }

    /// The agreements that exist for the asker, by id after `after`.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show none at all.
    pub async fn splits(
        &self,
        scope: &Scope,
        after: Option<SplitId>,
        limit: i64,
    ) -> Result<Vec<(Split, Organisation, Organisation)>, HubError> {
        self.demand_shown(scope, Object::Split)?;
        let scope = scope.clone();
        self.read(move |tx| {
            split::list(tx, &scope, after, limit)?
                .into_iter()
                .map(|split| {
                    let mut known = |id| {
                        organisation::of_record(tx, &scope, id)?.ok_or(HubError::NotFound("organisation"))
                    };
                    let (provider, reseller) = (known(split.provider)?, known(split.reseller)?);
                    Ok((split, provider, reseller))
                })
                .collect()
        })
        .await
    }

    /// One agreement that exists for the asker, with provider and reseller.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none for the asker.
    pub async fn split(
        &self,
        scope: &Scope,
        id: &str,
    ) -> Result<(Split, Organisation, Organisation), HubError> {
        let id = SplitId(Uuid::parse_str(id).map_err(|_| HubError::NotFound("split"))?);
        let scope = scope.clone();
        self.read(move |tx| {
            let split = split::by_id(tx, &scope, id)?.ok_or(HubError::NotFound("split"))?;
            let mut known =
                |id| organisation::of_record(tx, &scope, id)?.ok_or(HubError::NotFound("organisation"));
            let (provider, reseller) = (known(split.provider)?, known(split.reseller)?);
            Ok((split, provider, reseller))
        })
        .await
    }

    /// Records what a provider agreed with a reseller. It replaces the one before it from its first day on; what was decided
    /// until then stays decided.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names the topic that the programme does not split, or the dates that cannot be.
    pub async fn agree_split(&self, scope: &Scope, new: NewSplit) -> Result<Split, HubError> {
        self.check_split(&new)?;
        let (hub, scope) = (self.clone(), scope.clone());
        let id = SplitId(self.new_id());
        self.write(move |tx| {
            if !scope.may(Act::Add, Object::Split, Relation::Own) {
                return Err(HubError::NotAllowed);
            }
            let related = organisation::related(tx, &scope, RelationshipKind::ProviderReseller, true)?;
            let reseller = related
                .into_iter()
                .find(|reseller| reseller.handle == new.reseller)
                .ok_or_else(|| {
                    HubError::Invalid(vec![Field::quoting(
                        "reseller",
                        "error-reseller-not-yours",
                        &new.reseller,
                    )])
                })?;
            let split = Split {
                id,
                provider: scope.organisation,
                reseller: reseller.id,
                from: new.from,
                until: new.until,
                provider_meets_customers: new.provider_meets_customers,
                shares: new.shares.clone(),
            };
            let history = split::of_pair(tx, &scope, split.provider, split.reseller)?;
            split::add(tx, &scope, &split, hub.now())?;
            let detail = serde_json::json!({ "before": in_force(&history, split.from), "after": split });
            hub.record(tx, &scope, "agree-split", &id.to_string(), &detail)?;
            Ok(split)
        })
        .await
    }

    fn check_split(&self, new: &NewSplit) -> Result<(), HubError> {
        let mut wrong = Vec::new();
        let topics = &self.policy().file().topic;
        for topic in new.shares.keys() {
            if !topics.get(topic).is_some_and(|topic| topic.split) {
                wrong.push(Field::quoting(
                    format!("shares.{topic}"),
                    "error-topic-not-split",
                    topic,
                ));
            }
        }
        if new.until.is_some_and(|until| until < new.from) {
            wrong.push(Field::new("until", "error-until-before-from"));
        }
        if wrong.is_empty() {
            Ok(())
        } else {
            Err(HubError::Invalid(wrong))
        }
    }

    /// What the asker's organisation chose.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles do not show it.
    pub async fn technical_choices(&self, scope: &Scope) -> Result<Choices, HubError> {
        self.demand_shown(scope, Object::TechnicalChoice)?;
        let scope = scope.clone();
        self.read(move |tx| {
            let mut choices = Choices::default();
            for (about, choice) in split::choices(tx, &scope)? {
                match about {
                    None => choices.usual = Some(choice),
                    Some(id) => {
                        if let Some(offer) = offer::by_id(tx, &scope, id)? {
                            choices.by_offer.push((offer, choice));
                        }
                    }
                }
            }
            Ok(choices)
        })
        .await
    }

    /// Chooses what happens to customers' technical questions, for one offer (`publisher/offer`) or for all; `None` takes the
    /// choice back.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where the offer does not exist for the asker.
    pub async fn choose_technical(
        &self,
        scope: &Scope,
        offer: Option<String>,
        choice: Option<TechnicalChoice>,
    ) -> Result<(), HubError> {
        let (hub, scope) = (self.clone(), scope.clone());
        self.write(move |tx| {
            if !scope.may(Act::Change, Object::TechnicalChoice, Relation::Own) {
                return Err(HubError::NotAllowed);
            }
            let about: Option<OfferId> = match &offer {
                None => None,
                Some(reference) => Some(
                    crate::offer::find(tx, &scope, reference)?
                        .ok_or_else(|| {
                            HubError::Invalid(vec![Field::quoting("offer", "error-offer-unknown", reference)])
                        })?
                        .id,
                ),
            };
            let before = split::choices(tx, &scope)?
                .into_iter()
                .find_map(|(of, choice)| (of == about).then_some(choice));
            split::set_choice(tx, &scope, scope.organisation, about, choice, hub.now())?;
            let detail = serde_json::json!({ "offer": about, "before": before, "after": choice });
            Ok(hub.record(
                tx,
                &scope,
                "choose-technical",
                &scope.organisation.to_string(),
                &detail,
            )?)
        })
        .await
    }
}
