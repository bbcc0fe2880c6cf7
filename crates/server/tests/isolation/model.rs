//! Who may see what: the rules of the programme in few words, read from its description and not from the code or the policy, so
//! that both are held against them.

use std::collections::BTreeSet;

use firstline_domain::offer::OfferState;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::role::Role;

use crate::marker::{Number, Secret};
use crate::record::is_on_show;
use crate::world::{Sale, Split, World};

const SELLERS: &[PartyKind] = &[PartyKind::Partner, PartyKind::Provider, PartyKind::Reseller];
const PUBLISHERS: &[PartyKind] = &[PartyKind::Publisher];
const CUSTOMERS: &[PartyKind] = &[PartyKind::Customer];
const OPERATORS: &[PartyKind] = &[PartyKind::Operator];

/// Somebody who acts for an organisation.
#[derive(Debug, Clone)]
pub struct Asker {
    pub organisation: usize,
    pub roles: Vec<Role>,
    pub person: Option<usize>,
    pub token: Option<usize>,
}

/// Something that a page or the API shows all of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    Organisations,
    Publishers,
    Customers,
    Offers,
    Sales,
    Splits,
    Relations,
    Tokens,
    People,
    Invitations,
}

/// A world as somebody in it sees it.
pub struct Eyes<'w> {
    world: &'w World,
    asker: &'w Asker,
}

impl<'w> Eyes<'w> {
    pub fn new(world: &'w World, asker: &'w Asker) -> Self {
        Eyes { world, asker }
    }

    fn holds(&self, roles: &[Role], at: &[PartyKind]) -> bool {
        let there = at
            .iter()
            .any(|kind| self.world.is(self.asker.organisation, *kind));
        there && roles.iter().any(|role| self.asker.roles.contains(role))
    }

    fn deals(&self, at: &[PartyKind]) -> bool {
        use Role::{AdminAgent, BillingAdmin, GlobalAdmin, HelpdeskAgent, SalesAgent};
        self.holds(
            &[GlobalAdmin, AdminAgent, HelpdeskAgent, SalesAgent, BillingAdmin],
            at,
        )
    }

    fn acts_for_customers(&self) -> bool {
        self.holds(
            &[Role::GlobalAdmin, Role::AdminAgent, Role::HelpdeskAgent],
            SELLERS,
        )
    }

    fn operates(&self) -> bool {
        self.holds(&[Role::OperatorAdmin, Role::OperatorAgent], OPERATORS)
    }

    fn buys(&self) -> bool {
        self.holds(&[Role::CustomerAdmin, Role::CustomerUser], CUSTOMERS)
    }

    fn keeps_offers(&self) -> bool {
        use Role::{Developer, Manager, Owner, SupportAgent};
        self.holds(&[Owner, Manager, Developer, SupportAgent], PUBLISHERS)
    }

    fn manages_people(&self) -> bool {
        self.holds(&[Role::GlobalAdmin, Role::UserManagementAdmin], SELLERS)
            || self.holds(&[Role::Owner, Role::Manager], PUBLISHERS)
            || self.holds(&[Role::CustomerAdmin], CUSTOMERS)
            || self.holds(&[Role::OperatorAdmin], OPERATORS)
    }

    fn reads_invoices(&self) -> bool {
        self.holds(&[Role::GlobalAdmin, Role::BillingAdmin], SELLERS)
    }

    /// Whether an organisation stands above the asker's, so that its questions go there.
    fn is_above(&self, other: usize) -> bool {
        let own = self.asker.organisation;
        self.world.related(RelationshipKind::ProviderReseller, other, own)
            || self.world.related(RelationshipKind::PartnerCustomer, other, own)
    }

    fn is_reseller(&self, other: usize) -> bool {
        let own = self.asker.organisation;
        self.world.related(RelationshipKind::ProviderReseller, own, other)
    }

    /// A customer of the asker's organisation, its own or through a reseller.
    fn is_customer(&self, other: usize) -> bool {
        self.stands_above(self.asker.organisation, other)
    }

    /// Whoever sells to the asker's organisation, itself or through a reseller.
    fn is_seller(&self, other: usize) -> bool {
        self.stands_above(other, self.asker.organisation)
    }

    fn stands_above(&self, seller: usize, customer: usize) -> bool {
        use RelationshipKind::{PartnerCustomer, ProviderReseller};
        let world = self.world;
        world.related(PartnerCustomer, seller, customer)
            || (0..world.organisations.len()).any(|between| {
                world.related(ProviderReseller, seller, between)
                    && world.related(PartnerCustomer, between, customer)
            })
    }

    fn is_on_show(&self, other: usize) -> bool {
        self.world.is(other, PartyKind::Publisher) || self.world.is(other, PartyKind::Operator)
    }

    fn finds_organisation(&self, other: usize) -> bool {
        let own = self.asker.organisation;
        other == own
            || self.is_on_show(other)
            || self.operates()
            || self.deals(SELLERS)
                && (self.is_customer(other)
                    || self.is_reseller(other)
                    || self.world.related(RelationshipKind::ProviderReseller, other, own))
            || self.buys() && self.is_seller(other)
    }

    fn reaches(&self, other: usize) -> bool {
        let own = self.asker.organisation;
        other == own
            || self.is_on_show(other)
            || self.operates()
            || self.deals(SELLERS)
                && (self.is_reseller(other)
                    || self.world.related(RelationshipKind::ProviderReseller, other, own))
            || self.acts_for_customers() && self.is_customer(other)
            || self.buys() && self.is_seller(other)
            // Everybody asks, and is told where to turn.
            || self.is_above(other)
            || self.answers_beside(other)
    }

    /// Whether an organisation sold, or resells, what the asker has a part in: its people are told where questions go.
    fn answers_beside(&self, other: usize) -> bool {
        let own = self.asker.organisation;
        (0..self.world.sales.len()).any(|place| {
            let sale = &self.world.sales[place];
            let publisher = self.world.offers[sale.offer].publisher;
            let answers = [Some(sale.seller), sale.reseller, Some(publisher)].contains(&Some(own));
            let is_other = sale.seller == other || sale.reseller == Some(other);
            let is_first = sale.reseller.unwrap_or(sale.seller) == other;
            (answers && is_other || is_first || self.is_met(sale, other)) && self.sees_sale(place)
        })
    }

    /// Whether a provider deals with its resellers' customers itself, as it agreed, or because its reseller does not support this
    /// sale: nobody says so, or the reseller's relations ended since.
    fn is_met(&self, sale: &Sale, provider: usize) -> bool {
        let meets = |split: &Split| {
            split.meets && split.provider == sale.seller && sale.reseller == Some(split.reseller)
        };
        let resells = sale.support_contact == Some(PartyKind::Reseller)
            && sale.reseller.is_some_and(|reseller| {
                use RelationshipKind::{PartnerCustomer, ProviderReseller};
                self.world.related(ProviderReseller, sale.seller, reseller)
                    && self.world.related(PartnerCustomer, reseller, sale.customer)
            });
        sale.seller == provider && (!resells || self.world.splits.iter().any(meets))
    }

    fn finds_offer(&self, offer: usize) -> bool {
        let offer = &self.world.offers[offer];
        is_on_show(offer.state)
            || self.operates()
            || offer.publisher == self.asker.organisation && self.keeps_offers()
    }

    fn sees_contacts(&self, offer: usize) -> bool {
        let offer = &self.world.offers[offer];
        self.operates()
            || offer.publisher == self.asker.organisation && self.keeps_offers()
            || is_on_show(offer.state) && self.holds(&[Role::AdminAgent], SELLERS)
    }

    fn sees_marketing(&self, offer: usize) -> bool {
        let own = self.asker.organisation;
        self.finds_offer(offer) && (self.world.sells(own) || self.is_on_show(own))
    }

    fn sees_sale(&self, sale: usize) -> bool {
        use Role::{Manager, Owner, SupportAgent};
        let sale = &self.world.sales[sale];
        let own = self.asker.organisation;
        let publisher = self.world.offers[sale.offer].publisher;
        self.operates()
            || sale.seller == own && self.deals(SELLERS)
            || sale.reseller == Some(own) && self.deals(&[PartyKind::Reseller])
            || sale.customer == own && self.buys()
            || publisher == own && self.holds(&[Owner, Manager, SupportAgent], PUBLISHERS)
    }

    fn sees_split(&self, split: usize) -> bool {
        let split = &self.world.splits[split];
        let own = self.asker.organisation;
        self.operates()
            || split.provider == own && self.deals(SELLERS)
            || split.reseller == own && self.deals(&[PartyKind::Reseller])
    }

    fn sees_relation(&self, relation: usize) -> bool {
        let relation = &self.world.relations[relation];
        let own = self.asker.organisation;
        let is_reseller = relation.kind == RelationshipKind::ProviderReseller;
        self.operates()
            || relation.above == own && self.deals(SELLERS)
            || relation.below == own && is_reseller && self.deals(&[PartyKind::Reseller])
            || relation.below == own && !is_reseller && self.holds(&[Role::CustomerAdmin], CUSTOMERS)
    }

    fn sees_person(&self, person: usize) -> bool {
        let memberships = &self.world.people[person].memberships;
        let own = self.asker.organisation;
        self.manages_people() && memberships.iter().any(|one| one.organisation == own)
    }

    fn sees_invitation(&self, invitation: usize) -> bool {
        let invitation = &self.world.invitations[invitation];
        let own = self.asker.organisation;
        let gave_it =
            self.asker.person == Some(invitation.by.0) && self.holds(&[Role::OperatorAdmin], OPERATORS);
        self.manages_people() && invitation.organisation == own || gave_it
    }

    fn sees_token(&self, token: usize) -> bool {
        let own = self.world.tokens[token].organisation == self.asker.organisation;
        own && (self.manages_people() || self.holds(&[Role::AdminAgent], SELLERS))
    }

    /// The organisations that are named beside what somebody sees.
    fn is_named(&self, organisation: usize) -> bool {
        let world = self.world;
        let in_sale = |place: usize| {
            let sale = &world.sales[place];
            let has_part = [Some(sale.seller), sale.reseller, Some(sale.customer)];
            has_part.contains(&Some(organisation)) && self.sees_sale(place)
        };
        let in_split = |place: usize| {
            let split = &world.splits[place];
            [split.provider, split.reseller].contains(&organisation) && self.sees_split(place)
        };
        let in_relation = |place: usize| {
            let relation = &world.relations[place];
            [relation.above, relation.below].contains(&organisation) && self.sees_relation(place)
        };
        let invited_to = |place: usize| {
            world.invitations[place].organisation == organisation && self.sees_invitation(place)
        };
        let authorised_for = |place: usize| {
            let offer = &world.offers[place];
            let chooses = self.holds(&[Role::Owner, Role::Manager], PUBLISHERS);
            offer.publisher == self.asker.organisation && chooses && offer.authorised.contains(&organisation)
        };
        let belongs = self.asker.person.is_some_and(|person| {
            let memberships = &world.people[person].memberships;
            memberships.iter().any(|one| one.organisation == organisation)
        });
        belongs
            || self.is_above(organisation)
            || (0..world.sales.len()).any(in_sale)
            || (0..world.splits.len()).any(in_split)
            || (0..world.relations.len()).any(in_relation)
            || (0..world.invitations.len()).any(invited_to)
            || (0..world.offers.len()).any(authorised_for)
    }

    /// Whether a person is named beside what somebody sees: whoever invited.
    fn is_inviter(&self, person: usize) -> bool {
        let invited =
            |place: usize| self.world.invitations[place].by.0 == person && self.sees_invitation(place);
        (0..self.world.invitations.len()).any(invited)
    }

    fn sees(&self, secret: Secret) -> bool {
        let own = self.asker.organisation;
        match secret {
            Secret::Name(place) => self.finds_organisation(place) || self.is_named(place),
            Secret::Desk(place) => self.reaches(place),
            Secret::Offer(place) => self.finds_offer(place),
            Secret::Marketing(place) => self.sees_marketing(place),
            Secret::Contacts(place) => self.sees_contacts(place),
            Secret::Sale(place) => self.sees_sale(place),
            Secret::Split(place) => self.sees_split(place),
            Secret::Relation(place) => self.sees_relation(place),
            Secret::Person(place) => {
                self.asker.person == Some(place) || self.sees_person(place) || self.is_inviter(place)
            }
            Secret::Session(place) => self.asker.person == Some(self.world.sessions[place].person),
            Secret::Invitation(place) => self.sees_invitation(place),
            Secret::Token(place) => self.asker.token == Some(place) || self.sees_token(place),
            Secret::Decision(place) => self.world.decisions[place] == own,
            Secret::Invoice(place) => {
                place == own && self.reads_invoices() || self.holds(&[Role::OperatorAdmin], OPERATORS)
            }
        }
    }

    /// All that somebody may see.
    pub fn sight(&self) -> BTreeSet<Number> {
        let secrets = self.world.markers.secrets.iter().enumerate();
        secrets
            .filter(|(_, secret)| self.sees(**secret))
            .map(|(number, _)| number)
            .collect()
    }

    /// What a list of everything holds for somebody: no more and no less.
    pub fn list(&self, listed: Listed) -> BTreeSet<Number> {
        let world = self.world;
        let is_listed = |secret: Secret| match (listed, secret) {
            (Listed::Organisations, Secret::Name(place)) => self.finds_organisation(place),
            (Listed::Publishers, Secret::Name(place)) => world.is(place, PartyKind::Publisher),
            (Listed::Customers, Secret::Name(place)) => {
                let is_customer = world.is(place, PartyKind::Customer);
                is_customer && self.sees_some_sales() && self.finds_organisation(place)
            }
            (Listed::Offers, Secret::Offer(place)) => {
                let is_withdrawn = world.offers[place].state == OfferState::Withdrawn;
                let is_own = world.offers[place].publisher == self.asker.organisation;
                let looks_after = self.operates() || is_own && self.keeps_offers();
                self.finds_offer(place) && (!is_withdrawn || looks_after)
            }
            (Listed::Sales, Secret::Sale(place)) => self.sees_sale(place),
            (Listed::Splits, Secret::Split(place)) => self.sees_split(place),
            (Listed::Relations, Secret::Relation(place)) => self.sees_relation(place),
            (Listed::Tokens, Secret::Token(place)) => self.sees_token(place),
            (Listed::People, Secret::Person(place)) => self.sees_person(place),
            (Listed::Invitations, Secret::Invitation(place)) => self.sees_invitation(place),
            _ => false,
        };
        let secrets = world.markers.secrets.iter().enumerate();
        secrets
            .filter(|(_, secret)| is_listed(**secret))
            .map(|(number, _)| number)
            .collect()
    }

    /// Whether somebody is shown such things as subscriptions at all.
    fn sees_some_sales(&self) -> bool {
        use Role::{Manager, Owner, SupportAgent};
        self.operates()
            || self.buys()
            || self.deals(SELLERS)
            || self.holds(&[Owner, Manager, SupportAgent], PUBLISHERS)
    }
}

impl Listed {
    /// Whether a secret is of the kind that a list holds.
    pub fn holds(self, world: &World, secret: Secret) -> bool {
        match (self, secret) {
            (Listed::Customers, Secret::Name(place)) => world.is(place, PartyKind::Customer),
            (Listed::Organisations | Listed::Publishers, Secret::Name(_))
            | (Listed::Offers, Secret::Offer(_))
            | (Listed::Sales, Secret::Sale(_))
            | (Listed::Splits, Secret::Split(_))
            | (Listed::Relations, Secret::Relation(_))
            | (Listed::Tokens, Secret::Token(_))
            | (Listed::People, Secret::Person(_))
            | (Listed::Invitations, Secret::Invitation(_)) => true,
            _ => false,
        }
    }
}

/// All that the people of an organisation can see between them, whoever holds which role there, and all that it has.
pub fn of_organisation(world: &World, organisation: usize) -> BTreeSet<Number> {
    let all = Asker {
        organisation,
        roles: world.roles_of(organisation),
        person: None,
        token: None,
    };
    let mut sight = Eyes::new(world, &all).sight();
    for (number, secret) in world.markers.secrets.iter().enumerate() {
        let is_own = match *secret {
            Secret::Person(place) => {
                let memberships = &world.people[place].memberships;
                memberships.iter().any(|one| one.organisation == organisation)
            }
            Secret::Session(place) => world.sessions[place].organisation == organisation,
            Secret::Token(place) => world.tokens[place].organisation == organisation,
            Secret::Invitation(place) => world.invitations[place].by.1 == organisation,
            _ => false,
        };
        if is_own {
            sight.insert(number);
        }
    }
    sight
}

/// What the record of an organisation holds: what its people can see, and who looked at its contacts, by organisation alone.
pub fn of_record(world: &World, all: &[BTreeSet<Number>], organisation: usize) -> BTreeSet<Number> {
    let mut sight = all[organisation].clone();
    for (number, secret) in world.markers.secrets.iter().enumerate() {
        let looked_at = match *secret {
            Secret::Desk(place) => place == organisation,
            Secret::Contacts(place) => world.offers[place].publisher == organisation,
            _ => false,
        };
        if looked_at {
            let lookers = (0..all.len()).filter(|looker| all[*looker].contains(&number));
            sight.extend(lookers.map(|looker| world.markers.number(Secret::Name(looker))));
        }
    }
    sight
}
