//! What sellers choose and agree: technical questions (S7), and the split between provider and reseller (S10).

use std::collections::BTreeMap;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId, SplitId};
use firstline_domain::offer::Offer;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::RelationshipKind;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Share, Split, SplitState, TechnicalChoice, in_force};
use firstline_store::db::Tx;
use firstline_store::{offer, organisation, relationship, split};
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
    /// What one of them proposed and the other has not answered.
    pub open: Option<Proposal>,
}

/// Whom something is proposed to, by handle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counterpart {
    /// A reseller of the asker's.
    Reseller(String),
    /// A provider of the asker's.
    Provider(String),
}

/// A new agreement, as one side proposes it.
#[derive(Debug, Clone)]
pub struct NewSplit {
    pub with: Counterpart,
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
                    let open = split::open_of_pair(tx, &scope, provider.id, reseller.id)?;
                    // A reseller is shown how its provider is reached; a provider knows its resellers by name.
                    hub.looked_at_desks(&scope, [&provider]);
                    pairs.push(Pair {
                        provider,
                        reseller,
                        current,
                        history,
                        open,
                    });
                }
            }
            Ok(pairs)
        })
        .await
    }

    /// The agreements and proposals that exist for the asker, by id after `after`.
    ///
    /// # Errors
    /// [`HubError::NotShown`] where the asker's roles show none at all.
    pub async fn splits(
        &self,
        scope: &Scope,
        after: Option<SplitId>,
        limit: i64,
    ) -> Result<Vec<(Proposal, Organisation, Organisation)>, HubError> {
        self.demand_shown(scope, Object::Split)?;
        let scope = scope.clone();
        self.read(move |tx| {
            split::list(tx, &scope, after, limit)?
                .into_iter()
                .map(|split| {
                    let mut known = |id| {
                        organisation::of_record(tx, &scope, id)?.ok_or(HubError::NotFound("organisation"))
                    };
                    let (provider, reseller) = (known(split.split.provider)?, known(split.split.reseller)?);
                    Ok((split, provider, reseller))
                })
                .collect()
        })
        .await
    }

    /// One agreement or proposal that exists for the asker, with provider and reseller.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where there is none for the asker.
    pub async fn split(
        &self,
        scope: &Scope,
        id: &str,
    ) -> Result<(Proposal, Organisation, Organisation), HubError> {
        let (scope, id) = (scope.clone(), read_id(id)?);
        self.read(move |tx| {
            let split = split::by_id(tx, &scope, id)?.ok_or(HubError::NotFound("split"))?;
            let mut known =
                |id| organisation::of_record(tx, &scope, id)?.ok_or(HubError::NotFound("organisation"));
            let (provider, reseller) = (known(split.split.provider)?, known(split.split.reseller)?);
            Ok((split, provider, reseller))
        })
        .await
    }

    /// Proposes an agreement to the other side of a pair. It counts once they accept it; a proposal that waits between the two
    /// is replaced: one's own is withdrawn, the other's declined.
    ///
    /// # Errors
    /// [`HubError::Invalid`] names the topic that the programme does not split, or the dates that cannot be.
    pub async fn propose_split(&self, scope: &Scope, new: NewSplit) -> Result<Proposal, HubError> {
        self.check_split(&new)?;
        let (hub, scope) = (self.clone(), scope.clone());
        let id = SplitId(self.new_id());
        self.write(move |tx| {
            let (provider, reseller) = pair_of(tx, &scope, &new.with)?;
            if let Some(open) = split::open_of_pair(tx, &scope, provider, reseller)? {
                let state = if open.waits_for(scope.organisation) {
                    SplitState::Declined
                } else {
                    SplitState::Withdrawn
                };
                hub.answer_in(tx, &scope, &open, state)?;
            }
            let proposal = Proposal {
                split: Split {
                    id,
                    provider,
                    reseller,
                    from: new.from,
                    until: new.until,
                    provider_meets_customers: new.provider_meets_customers,
                    shares: new.shares.clone(),
                },
                state: SplitState::Proposed,
                by: Some(scope.organisation),
            };
            split::add(tx, &scope, &proposal, hub.now())?;
            hub.record_split(tx, &scope, "propose-split", &proposal.split)?;
            Ok(proposal)
        })
        .await
    }

    /// Accepts a proposal of the other side, or declines it. An accepted one replaces the agreement before it from its first day
    /// on, which is today where the one that was proposed is past; what was decided until then stays decided.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it does not exist for the asker; [`HubError::Changed`] where it no longer waits;
    /// [`HubError::Invalid`] where the last day of what would be accepted is past.
    pub async fn answer_split(&self, scope: &Scope, id: &str, accepts: bool) -> Result<Proposal, HubError> {
        let (hub, scope, id) = (self.clone(), scope.clone(), read_id(id)?);
        self.write(move |tx| {
            let open = split::by_id(tx, &scope, id)?.ok_or(HubError::NotFound("split"))?;
            if open.by == Some(scope.organisation) {
                return Err(HubError::NotAllowed);
            }
            let (provider, reseller) = (open.split.provider, open.split.reseller);
            let kind = RelationshipKind::ProviderReseller;
            if accepts && !relationship::are_related(tx, &scope, kind, provider, reseller)? {
                return Err(HubError::Changed);
            }
            let (state, split) = if accepts {
                let over = || HubError::field("answer", "error-split-over");
                let split = open.accepted_on(hub.today()).ok_or_else(over)?;
                (SplitState::Accepted, split)
            } else {
                (SplitState::Declined, open.split.clone())
            };
            let answered = Proposal { split, ..open };
            hub.answer_in(tx, &scope, &answered, state)?;
            Ok(Proposal { state, ..answered })
        })
        .await
    }

    /// Takes back a proposal of the asker's side that waits for an answer.
    ///
    /// # Errors
    /// [`HubError::NotFound`] where it does not exist for the asker; [`HubError::Changed`] where it no longer waits.
    pub async fn withdraw_split(&self, scope: &Scope, id: &str) -> Result<Proposal, HubError> {
        let (hub, scope, id) = (self.clone(), scope.clone(), read_id(id)?);
        self.write(move |tx| {
            let open = split::by_id(tx, &scope, id)?.ok_or(HubError::NotFound("split"))?;
            if open.by != Some(scope.organisation) {
                return Err(HubError::NotAllowed);
            }
            let state = SplitState::Withdrawn;
            hub.answer_in(tx, &scope, &open, state)?;
            Ok(Proposal { state, ..open })
        })
        .await
    }

    fn answer_in(
        &self,
        tx: &mut Tx<'_>,
        scope: &Scope,
        open: &Proposal,
        state: SplitState,
    ) -> Result<(), HubError> {
        if !split::answer(tx, scope, &open.split, state, self.now())? {
            return Err(HubError::Changed);
        }
        let act = match state {
            SplitState::Accepted => "agree-split",
            SplitState::Declined => "decline-split",
            SplitState::Proposed | SplitState::Withdrawn => "withdraw-split",
        };
        self.record_split(tx, scope, act, &open.split)
    }

    /// Records an act about an agreement in the logs of both sides, with what it takes the place of.
    fn record_split(&self, tx: &mut Tx<'_>, scope: &Scope, act: &str, split: &Split) -> Result<(), HubError> {
        let mut history = split::of_record(tx, scope, split.provider, split.reseller)?;
        history.retain(|before| before.id != split.id);
        let detail = serde_json::json!({ "before": in_force(&history, split.from), "after": split });
        for side in [split.provider, split.reseller] {
            self.record_in(tx, side, scope, act, &split.id.to_string(), &detail)?;
        }
        Ok(())
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

fn read_id(id: &str) -> Result<SplitId, HubError> {
    Ok(SplitId(
        Uuid::parse_str(id).map_err(|_| HubError::NotFound("split"))?,
    ))
}

/// The provider and the reseller that something is agreed between, the asker's organisation being one of them.
fn pair_of(
    tx: &mut Tx<'_>,
    scope: &Scope,
    with: &Counterpart,
) -> Result<(OrganisationId, OrganisationId), HubError> {
    let (handle, downstream, allowed) = match with {
        Counterpart::Reseller(handle) => (handle, true, scope.may(Act::Add, Object::Split, Relation::Own)),
        Counterpart::Provider(handle) => (
            handle,
            false,
            scope.may(Act::Change, Object::Split, Relation::Provider),
        ),
    };
    if !allowed {
        return Err(HubError::NotAllowed);
    }
    let related = organisation::related(tx, scope, RelationshipKind::ProviderReseller, downstream)?;
    let other = related.into_iter().find(|other| other.handle == *handle);
    let own = scope.organisation;
    match (other, downstream) {
        (Some(reseller), true) => Ok((own, reseller.id)),
        (Some(provider), false) => Ok((provider.id, own)),
        (None, true) => Err(HubError::Invalid(vec![Field::quoting(
            "reseller",
            "error-reseller-not-yours",
            handle,
        )])),
        (None, false) => Err(HubError::Invalid(vec![Field::quoting(
            "provider",
            "error-provider-not-yours",
            handle,
        )])),
    }
}
