//! A marketplace thrown together by dice: who there is, who deals with whom, what they offer, sell, agree and keep. Each of its
//! secrets is written down with a word of its own.

use firstline_domain::id::{OfferId, OrganisationId, PersonId, RelationshipId, SplitId, SubscriptionId};
use firstline_domain::offer::{OfferState, OptIn};
use firstline_domain::party::{Channel, PartyKind, RelationshipKind};
use firstline_domain::role::Role;
use uuid::Uuid;

use crate::dice::Dice;
use crate::marker::{Markers, Secret};

pub struct Organisation {
    pub id: OrganisationId,
    pub kinds: Vec<PartyKind>,
}

pub struct Relation {
    pub id: RelationshipId,
    pub kind: RelationshipKind,
    /// Provider, or whoever sells.
    pub above: usize,
    pub below: usize,
    pub is_active: bool,
}

pub struct Offer {
    pub id: OfferId,
    pub publisher: usize,
    pub state: OfferState,
    pub opt_in: OptIn,
    pub authorised: Vec<usize>,
}

pub struct Sale {
    pub id: SubscriptionId,
    pub offer: usize,
    pub channel: Channel,
    pub seller: usize,
    pub reseller: Option<usize>,
    pub customer: usize,
    pub support_contact: Option<PartyKind>,
}

pub struct Split {
    pub id: SplitId,
    pub provider: usize,
    pub reseller: usize,
    pub meets: bool,
}

pub struct Membership {
    pub organisation: usize,
    pub roles: Vec<Role>,
    pub active: bool,
}

pub struct Person {
    pub id: PersonId,
    pub memberships: Vec<Membership>,
}

/// A browser or a program that comes with a secret.
pub struct Session {
    pub id: Uuid,
    pub person: usize,
    pub organisation: usize,
    pub secret: String,
}

pub struct Token {
    pub organisation: usize,
    pub role: Role,
}

pub struct Invitation {
    pub organisation: usize,
    /// Who invited, and for which organisation.
    pub by: (usize, usize),
}

/// Who is there. Things refer to each other by their places in these lists.
#[derive(Default)]
pub struct World {
    pub organisations: Vec<Organisation>,
    pub relations: Vec<Relation>,
    pub offers: Vec<Offer>,
    pub sales: Vec<Sale>,
    pub splits: Vec<Split>,
    /// Who chose, for one offer or for all, and whether it coordinates.
    pub choices: Vec<(usize, Option<usize>, bool)>,
    pub people: Vec<Person>,
    pub sessions: Vec<Session>,
    pub tokens: Vec<Token>,
    pub invitations: Vec<Invitation>,
    /// The organisation that each kept answer is of.
    pub decisions: Vec<usize>,
    pub markers: Markers,
}

/// The operator is the first of all organisations.
pub const OPERATOR: usize = 0;

impl World {
    pub fn new(dice: &mut Dice) -> Self {
        let mut world = World::default();
        world.found_organisations(dice);
        world.relate(dice);
        world.offer(dice);
        world.sell(dice);
        world.agree(dice);
        world.employ(dice);
        world.admit(dice);
        world
    }

    pub fn is(&self, organisation: usize, kind: PartyKind) -> bool {
        self.organisations[organisation].kinds.contains(&kind)
    }

    pub fn sells(&self, organisation: usize) -> bool {
        let kinds = &self.organisations[organisation].kinds;
        kinds.iter().any(|kind| kind.sells())
    }

    pub fn related(&self, kind: RelationshipKind, above: usize, below: usize) -> bool {
        let is_it =
            |one: &Relation| one.is_active && (one.kind, one.above, one.below) == (kind, above, below);
        self.relations.iter().any(is_it)
    }

    /// The organisations that play a part.
    pub fn of_kind(&self, kind: PartyKind) -> Vec<usize> {
        let all = 0..self.organisations.len();
        all.filter(|place| self.is(*place, kind)).collect()
    }

    /// Every role that somebody can hold in an organisation.
    pub fn roles_of(&self, organisation: usize) -> Vec<Role> {
        let kinds = &self.organisations[organisation].kinds;
        let all = Role::ALL.iter().copied();
        all.filter(|role| role.is_held_at(kinds)).collect()
    }

    fn found_organisations(&mut self, dice: &mut Dice) {
        use PartyKind::{Customer, Operator, Partner, Provider, Publisher, Reseller};
        let mut kinds = vec![vec![Operator]];
        for (kind, least, most) in [
            (Publisher, 2, 3),
            (Partner, 1, 3),
            (Provider, 1, 2),
            (Reseller, 2, 3),
            (Customer, 3, 5),
        ] {
            kinds.extend(vec![vec![kind]; dice.between(least, most)]);
        }
        // Some are several things at once.
        for more in [
            [Partner, Publisher],
            [Provider, Partner],
            [Reseller, Customer],
            [Publisher, Customer],
        ] {
            if dice.percent(25) {
                kinds.push(more.to_vec());
            }
        }
        for (place, kinds) in kinds.into_iter().enumerate() {
            let id = dice.id();
            self.markers.keep_id(id, Secret::Name(place));
            self.markers.keep(Secret::Desk(place));
            self.markers.keep(Secret::Invoice(place));
            let id = OrganisationId(id);
            self.organisations.push(Organisation { id, kinds });
        }
    }

    fn relate(&mut self, dice: &mut Dice) {
        let pairs = [
            (
                RelationshipKind::ProviderReseller,
                PartyKind::Provider,
                PartyKind::Reseller,
                50,
            ),
            (
                RelationshipKind::PartnerCustomer,
                PartyKind::Partner,
                PartyKind::Customer,
                30,
            ),
            (
                RelationshipKind::PartnerCustomer,
                PartyKind::Reseller,
                PartyKind::Customer,
                30,
            ),
        ];
        for (relation, above, below, often) in pairs {
            for above in self.of_kind(above) {
                for below in self.of_kind(below) {
                    let is_known =
                        |one: &Relation| (one.kind, one.above, one.below) == (relation, above, below);
                    let related = self.relations.iter().any(is_known);
                    if above != below && !related && dice.percent(often) {
                        let id = dice.id();
                        self.markers.keep_id(id, Secret::Relation(self.relations.len()));
                        self.relations.push(Relation {
                            id: RelationshipId(id),
                            kind: relation,
                            above,
                            below,
                            is_active: dice.percent(80),
                        });
                    }
                }
            }
        }
    }

    fn offer(&mut self, dice: &mut Dice) {
        use OfferState::{Draft, Live, StopSell, Withdrawn};
        let sellers: Vec<usize> = (0..self.organisations.len())
            .filter(|place| self.sells(*place))
            .collect();
        for publisher in self.of_kind(PartyKind::Publisher) {
            for _ in 0..dice.between(1, 3) {
                let place = self.offers.len();
                let id = dice.id();
                self.markers.keep_id(id, Secret::Offer(place));
                self.markers.keep(Secret::Marketing(place));
                self.markers.keep(Secret::Contacts(place));
                let state = dice.one_of(&[Draft, Live, Live, Live, StopSell, Withdrawn]);
                let opt_in = dice.one_of(&[OptIn::All, OptIn::Selected, OptIn::None]);
                let chosen = sellers.iter().copied().filter(|_| dice.percent(30)).collect();
                self.offers.push(Offer {
                    id: OfferId(id),
                    publisher,
                    state: *state.unwrap_or(&Live),
                    opt_in: *opt_in.unwrap_or(&OptIn::All),
                    authorised: chosen,
                });
            }
        }
    }

    /// Sales, most of them between those who deal with each other.
    fn sell(&mut self, dice: &mut Dice) {
        let on_the_market: Vec<usize> = (0..self.offers.len())
            .filter(|place| self.offers[*place].state != OfferState::Draft)
            .collect();
        let above = |world: &World, kind, below: usize| -> Vec<usize> {
            let to = world
                .relations
                .iter()
                .filter(|one| one.kind == kind && one.below == below);
            to.map(|one| one.above).collect()
        };
        for customer in self.of_kind(PartyKind::Customer) {
            for _ in 0..dice.below(4) {
                let Some(offer) = dice.one_of(&on_the_market).copied() else {
                    return;
                };
                let sellers = above(self, RelationshipKind::PartnerCustomer, customer);
                let seller = dice.one_of(&sellers).copied().filter(|_| dice.percent(85));
                let (channel, seller, reseller) = match seller {
                    None => (Channel::Direct, OPERATOR, None),
                    Some(reseller) if self.is(reseller, PartyKind::Reseller) => {
                        let providers = above(self, RelationshipKind::ProviderReseller, reseller);
                        let Some(provider) = dice.one_of(&providers).copied() else {
                            continue;
                        };
                        (Channel::Indirect, provider, Some(reseller))
                    }
                    Some(partner) => (Channel::DirectBill, partner, None),
                };
                let id = dice.id();
                self.markers.keep_id(id, Secret::Sale(self.sales.len()));
                let named = [None, Some(PartyKind::Provider), Some(PartyKind::Reseller)];
                let support_contact = dice.one_of(&named).copied().flatten();
                self.sales.push(Sale {
                    id: SubscriptionId(id),
                    offer,
                    channel,
                    seller,
                    reseller,
                    customer,
                    support_contact: support_contact.filter(|_| channel == Channel::Indirect),
                });
            }
        }
    }

    fn agree(&mut self, dice: &mut Dice) {
        let pairs = self.relations.iter();
        let pairs = pairs.filter(|one| one.kind == RelationshipKind::ProviderReseller);
        let pairs: Vec<_> = pairs.map(|one| (one.above, one.below)).collect();
        for (provider, reseller) in pairs {
            for _ in 0..dice.below(3) {
                let id = dice.id();
                self.markers.keep_id(id, Secret::Split(self.splits.len()));
                self.splits.push(Split {
                    id: SplitId(id),
                    provider,
                    reseller,
                    meets: dice.percent(50),
                });
            }
        }
        for seller in 0..self.organisations.len() {
            if !self.sells(seller) {
                continue;
            }
            if dice.percent(50) {
                self.choices.push((seller, None, dice.percent(50)));
            }
            let about = (0..self.offers.len()).filter(|_| dice.percent(20));
            let chosen: Vec<_> = about.map(|offer| (seller, Some(offer), true)).collect();
            self.choices.extend(chosen);
        }
    }

    /// People: somebody for most roles of each organisation, and a few who are in two.
    fn employ(&mut self, dice: &mut Dice) {
        for organisation in 0..self.organisations.len() {
            for role in self.roles_of(organisation) {
                if dice.percent(70) {
                    self.hire(dice, organisation, role);
                }
            }
        }
        for _ in 0..3 {
            let (person, organisation) = (
                dice.below(self.people.len()),
                dice.below(self.organisations.len()),
            );
            let roles = self.roles_of(organisation);
            let memberships = &self.people[person].memberships;
            let is_there = memberships.iter().any(|one| one.organisation == organisation);
            if let Some(role) = dice.one_of(&roles).filter(|_| !is_there) {
                self.join(dice, person, organisation, *role);
            }
        }
    }

    fn hire(&mut self, dice: &mut Dice, organisation: usize, role: Role) {
        let id = dice.id();
        self.markers.keep_id(id, Secret::Person(self.people.len()));
        self.people.push(Person {
            id: PersonId(id),
            memberships: Vec::new(),
        });
        self.join(dice, self.people.len() - 1, organisation, role);
    }

    fn join(&mut self, dice: &mut Dice, person: usize, organisation: usize, role: Role) {
        let active = dice.percent(90);
        self.people[person].memberships.push(Membership {
            organisation,
            roles: vec![role],
            active,
        });
        if active {
            let id = dice.id();
            self.markers.keep_id(id, Secret::Session(self.sessions.len()));
            self.sessions.push(Session {
                id,
                person,
                organisation,
                secret: format!("session_{}", dice.id().simple()),
            });
        }
    }

    /// Programs, and people who are to come.
    fn admit(&mut self, dice: &mut Dice) {
        for organisation in 0..self.organisations.len() {
            let roles = self.roles_of(organisation);
            for _ in 0..dice.below(3) {
                let role = dice.one_of(&roles).copied().unwrap_or(Role::CustomerUser);
                self.markers.keep(Secret::Token(self.tokens.len()));
                self.tokens.push(Token { organisation, role });
            }
            for by in [organisation, organisation, OPERATOR] {
                let manager = self.manager(by).filter(|_| dice.percent(40));
                if let Some(manager) = manager {
                    self.markers.keep(Secret::Invitation(self.invitations.len()));
                    self.invitations.push(Invitation {
                        organisation,
                        by: (manager, by),
                    });
                }
            }
        }
    }

    /// Somebody who invites people to an organisation.
    fn manager(&self, organisation: usize) -> Option<usize> {
        use Role::{CustomerAdmin, GlobalAdmin, OperatorAdmin, Owner};
        let manages = |one: &Membership| {
            one.organisation == organisation
                && one.active
                && [CustomerAdmin, GlobalAdmin, OperatorAdmin, Owner].contains(&one.roles[0])
        };
        let people = &self.people;
        (0..people.len()).find(|place| people[*place].memberships.iter().any(manages))
    }
}
