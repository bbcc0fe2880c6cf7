//! Strangers: organisations that nobody of a world deals with, and a draft. A hub that has them answers whoever may not know of
//! them as one that does not, whatever is asked: no count, no order and no end of a page is another.

use std::collections::BTreeMap;

use axum::Router;
use firstline_domain::id::{OfferId, OrganisationId, PersonId, RelationshipId, SplitId, SubscriptionId};
use firstline_domain::offer::{Listing, Offer, OfferState};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind, RelationshipKind};
use firstline_domain::relationship::{Relationship, RelationshipState};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Split, SplitState};
use firstline_domain::subscription::{Subscription, SubscriptionState, Term};
use firstline_hub::Hub;
use firstline_hub::ask::Question;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::store::db::Tx;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::store::{StoreError, offer, organisation, relationship, split, subscription};
use firstline_hub::token::NewToken;
use uuid::Uuid;

use crate::caller::Caller;
use crate::dice::Dice;
use crate::marker::made_up;
use crate::record::{now, offer_of};
use crate::world::{OPERATOR, World};

/// A hub that has the same world in it, and strangers.
pub struct Beside {
    pub hub: Hub,
    pub router: Router,
    /// What names something of theirs, by the `{…}` that it stands in.
    named: Vec<(&'static str, String)>,
    /// Who publishes what they bought, and the draft.
    publisher: usize,
}

impl Beside {
    /// Whether somebody may know of some of it.
    pub fn is_known_to(&self, caller: &Caller, world: &World) -> bool {
        let mut organisations = caller.organisations(world).into_iter();
        organisations.any(|place| place == OPERATOR || place == self.publisher)
    }

    /// Something of theirs, by what stands for it in a template; an offer comes with its publisher.
    pub fn named(&self, hole: &str, dice: &mut Dice) -> Option<(String, Option<usize>)> {
        let fits = self.named.iter().filter(|(of, _)| *of == hole || hole == "word");
        let fits: Vec<&String> = fits.map(|(_, text)| text).collect();
        let publisher = Some(self.publisher).filter(|_| hole == "publisher}/{offer");
        dice.one_of(&fits).map(|text| ((*text).clone(), publisher))
    }
}

/// Strangers on their way in.
struct Arriving<'w> {
    world: &'w World,
    dice: Dice,
    organisations: BTreeMap<PartyKind, Organisation>,
    people: Vec<(PartyKind, PersonId)>,
    named: Vec<(&'static str, String)>,
    publisher: usize,
}

/// Lets strangers into a hub that has a world.
pub async fn beside(world: &World, hub: Hub, router: Router, mut dice: Dice) -> Beside {
    let publishers = world.of_kind(PartyKind::Publisher);
    let publisher = dice.one_of(&publishers).copied().unwrap_or_default();
    let mut arriving = Arriving {
        world,
        dice,
        organisations: BTreeMap::new(),
        people: Vec::new(),
        named: Vec::new(),
        publisher,
    };
    let own = Scope::own_hand(world.organisations[OPERATOR].id);
    arriving.found();
    let recorded = hub.db().write_blocking(|tx| arriving.record(tx, &own));
    recorded.unwrap();
    arriving.act(&hub).await;
    Beside {
        hub,
        router,
        named: arriving.named,
        publisher,
    }
}

impl Arriving<'_> {
    /// A word that is nobody's.
    fn word(&mut self) -> String {
        made_up((1 << 20) + self.named.len())
    }

    fn named(&mut self, hole: &'static str, text: impl ToString) {
        self.named.push((hole, text.to_string()));
    }

    fn id(&self, kind: PartyKind) -> OrganisationId {
        self.organisations[&kind].id
    }

    fn found(&mut self) {
        for kind in [
            PartyKind::Provider,
            PartyKind::Reseller,
            PartyKind::Partner,
            PartyKind::Customer,
        ] {
            let word = self.word();
            let new = Organisation {
                id: OrganisationId(self.dice.id()),
                name: format!("The {word} works"),
                handle: word.clone(),
                kinds: vec![kind],
                country: None,
                desk: Default::default(),
                promises: Vec::new(),
                price: None,
                orphaned: false,
                version: 0,
            };
            self.organisations.insert(kind, new);
            self.named("organisation", word);
        }
    }

    fn record(&mut self, tx: &mut Tx<'_>, own: &Scope) -> Result<(), StoreError> {
        for new in self.organisations.values() {
            organisation::put(tx, own, new, now())?;
        }
        self.relate(tx, own)?;
        self.agree(tx, own)?;
        self.employ(tx, own)?;
        let draft = self.draft();
        offer::put(tx, own, &draft, now())?;
        offer::bump_catalogue(tx, own)?;
        self.sell(tx, own)
    }

    /// Relations that they have, and such as wait for an answer.
    fn relate(&mut self, tx: &mut Tx<'_>, own: &Scope) -> Result<(), StoreError> {
        use PartyKind::{Customer, Partner, Provider, Reseller};
        use RelationshipKind::{PartnerCustomer, ProviderReseller};
        for (kind, above, below, state) in [
            (ProviderReseller, Provider, Reseller, RelationshipState::Active),
            (PartnerCustomer, Reseller, Customer, RelationshipState::Active),
            (PartnerCustomer, Partner, Customer, RelationshipState::Asked),
            (ProviderReseller, Provider, Partner, RelationshipState::Asked),
        ] {
            let id = RelationshipId(self.dice.id());
            let from = "2026-01-01".parse().unwrap();
            let active = Relationship::brought_in(id, kind, (self.id(above), self.id(below)), from, None);
            relationship::put(tx, own, &Relationship { state, ..active })?;
            self.named("relationship", id);
        }
        Ok(())
    }

    /// What they agreed, and what each side proposes.
    fn agree(&mut self, tx: &mut Tx<'_>, own: &Scope) -> Result<(), StoreError> {
        let (provider, reseller) = (self.id(PartyKind::Provider), self.id(PartyKind::Reseller));
        for by in [None, Some(provider), Some(reseller)] {
            let id = SplitId(self.dice.id());
            let agreed = Proposal::agreed(Split {
                id,
                provider,
                reseller,
                from: "2026-01-01".parse().unwrap(),
                until: None,
                provider_meets_customers: true,
                shares: BTreeMap::new(),
            });
            let state = by.map_or(agreed.state, |_| SplitState::Proposed);
            split::add(tx, own, &Proposal { state, by, ..agreed }, now())?;
            self.named("split", id);
        }
        Ok(())
    }

    fn employ(&mut self, tx: &mut Tx<'_>, own: &Scope) -> Result<(), StoreError> {
        for kind in self.organisations.keys().copied().collect::<Vec<_>>() {
            let (word, id) = (self.word(), PersonId(self.dice.id()));
            let member = Member {
                person: Person {
                    id,
                    handle: word.clone(),
                    name: format!("Mx {word}"),
                    email: format!("{word}@people.example"),
                    language: None,
                },
                organisation: self.id(kind),
                roles: vec![manager(kind)],
                active: true,
            };
            person::put(tx, own, &member, now())?;
            self.people.push((kind, id));
            self.named("person", word);
            self.named("person-id", id);
        }
        Ok(())
    }

    fn draft(&mut self) -> Offer {
        let of_publisher = |place: &usize| self.world.offers[*place].publisher == self.publisher;
        let place = (0..self.world.offers.len()).find(of_publisher);
        let word = self.word();
        let listing = Listing {
            title: format!("Offer {word}"),
            summary: format!("What {word} does"),
            description: format!("{word} does it"),
        };
        for hole in ["publisher}/{offer", "own-offer", "offer"] {
            self.named(hole, &word);
        }
        Offer {
            id: OfferId(self.dice.id()),
            handle: word,
            state: OfferState::Draft,
            listings: BTreeMap::from([("en".to_owned(), listing)]),
            ..offer_of(self.world, place.unwrap_or_default())
        }
    }

    fn sell(&mut self, tx: &mut Tx<'_>, own: &Scope) -> Result<(), StoreError> {
        let sold = |offer: &&crate::world::Offer| {
            offer.publisher == self.publisher && offer.state != OfferState::Draft
        };
        let Some(offer) = self.world.offers.iter().find(sold) else {
            return Ok(());
        };
        let (word, id) = (self.word(), SubscriptionId(self.dice.id()));
        let new = Subscription {
            id,
            handle: word.clone(),
            seller: self.id(PartyKind::Provider),
            customer: self.id(PartyKind::Customer),
            reseller: Some(self.id(PartyKind::Reseller)),
            publisher: self.world.organisations[self.publisher].id,
            offer: offer.id,
            plan: Some(word.clone()),
            channel: Channel::Indirect,
            support_contact: None,
            state: SubscriptionState::Active,
            quantity: Some(5),
            term: Term::Monthly,
            purchased_at: Some(now()),
            renewed_at: None,
            version: 0,
        };
        subscription::put(tx, own, &new, now())?;
        self.named("subscription", word);
        self.named("subscription", id);
        Ok(())
    }

    /// What their people do: each of them lets a program and a person in, and keeps an answer.
    async fn act(&mut self, hub: &Hub) {
        for (kind, person) in self.people.clone() {
            let roles = vec![manager(kind)];
            let organisation = self.id(kind);
            let hand = Scope::new(
                hub.edition(),
                Some(person),
                organisation,
                vec![kind],
                roles.clone(),
            );
            let token = NewToken {
                name: self.word(),
                roles: roles.clone(),
                days: 30,
            };
            let (token, _) = hub
                .keep_token(&hand, token, format!("stranger_{}", person))
                .await
                .unwrap();
            self.named("token", token.id);
            let invitation = NewInvitation {
                organisation: None,
                email: format!("{}@new.example", self.word()),
                roles,
            };
            let invited = hub.invite(&hand, invitation).await.unwrap();
            self.named("invitation", invited.link.id);
            let question = Question {
                topic: "technical.break-fix".to_owned(),
                ..Question::default()
            };
            if let Ok(kept) = hub.ask_and_keep(&hand, &question).await {
                let id = kept.id.map(|id| id.0);
                self.named("decision", id.unwrap_or(Uuid::nil()));
            }
        }
    }
}

/// Whoever may do most in an organisation that plays one part.
const fn manager(kind: PartyKind) -> Role {
    match kind {
        PartyKind::Customer => Role::CustomerAdmin,
        _ => Role::GlobalAdmin,
    }
}
