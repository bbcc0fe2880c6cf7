//! The world in which everything is tried: that of the other stories, and what else there must be for each act to have
//! something to be done to.

use std::collections::BTreeMap;

use firstline_domain::access::Relation;
use firstline_domain::id::{DecisionId, OfferId, OrganisationId, PersonId, SplitId, SubscriptionId};
use firstline_domain::offer::{Offer, OfferState};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, Split, TechnicalChoice};
use firstline_domain::subscription::Subscription;
use firstline_hub::Hub;
use firstline_hub::ask::Question;
use firstline_hub::store::db::{Db, Tx};
use firstline_hub::store::invoice_line::{self, InvoiceLine};
use firstline_hub::store::person::{Member, Person};
use firstline_hub::store::{StoreError, offer, organisation, person, split, subscription};
use uuid::Uuid;

use crate::world::{World, now, run};

/// Who tries, for each part.
pub const ASKERS: [(PartyKind, &str); 6] = [
    (PartyKind::Customer, "molino"),
    (PartyKind::Reseller, "nube"),
    (PartyKind::Provider, "estelar"),
    (PartyKind::Partner, "altan"),
    (PartyKind::Publisher, "pinar"),
    (PartyKind::Operator, "meridian"),
];

/// Organisations whose things are tried at.
pub const OWNERS: [&str; 10] = [
    "molino",
    "delta",
    "nube",
    "tepetlan",
    "estelar",
    "altan",
    "rival",
    "pinar",
    "saltmarsh",
    "meridian",
];

/// The subscriptions that a charge came for, each with its seller.
const CHARGED: [(&str, &str); 5] = [
    ("altan", "direct-bill"),
    ("estelar", "agreed"),
    ("estelar", "open"),
    ("rival", "rival"),
    ("rival", "foreign"),
];

/// A charge that says nothing.
pub fn blank_line() -> InvoiceLine<'static> {
    InvoiceLine {
        invoice: "1",
        digest: [0; 16],
        line: 1,
        customer: None,
        subscription: None,
        publisher_name: None,
        product: None,
        sku: None,
        order_id: None,
        charge_type: None,
        charged_from: None,
        charged_until: None,
        quantity: None,
        unit_price: None,
        subtotal: None,
        tax: None,
        total: None,
        currency: None,
    }
}

/// What an organisation is to another; nothing where they have no dealings.
pub fn relation(asker: &str, owner: &str) -> Option<Relation> {
    Some(match (asker, owner) {
        _ if asker == owner => Relation::Own,
        ("meridian", _) => Relation::Any,
        ("estelar", "nube" | "tepetlan") => Relation::Reseller,
        ("nube", "estelar") => Relation::Provider,
        ("estelar" | "nube", "molino") | ("altan", "delta") => Relation::Customer,
        ("molino", "estelar" | "nube") => Relation::Seller,
        _ if is_on_show(owner) => Relation::Offered,
        _ => return None,
    })
}

/// Publishers and the operator are on show to everyone.
pub fn is_on_show(owner: &str) -> bool {
    ["pinar", "saltmarsh", "meridian"].contains(&owner)
}

pub struct Stage {
    pub world: World,
    /// The hub's own hand, for what must be so before somebody tries.
    pub hand: Scope,
    /// Decisions that somebody of an organisation kept.
    pub kept: BTreeMap<&'static str, DecisionId>,
    /// The splits between two organisations, by provider and reseller.
    pub splits: Vec<(&'static str, &'static str, SplitId)>,
    /// Whoever tries for an organisation is this person, in whatever role.
    selves: BTreeMap<&'static str, PersonId>,
}

impl Stage {
    pub fn new(db: Db) -> Self {
        let world = World::new(db);
        let hand = world.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let mut stage = Stage {
            world,
            hand,
            kept: BTreeMap::new(),
            splits: Vec::new(),
            selves: BTreeMap::new(),
        };
        stage.furnish();
        for owner in OWNERS {
            let asker = stage.manager(owner);
            let question = Question {
                topic: "commercial.billing".to_owned(),
                ..Question::default()
            };
            let answer = run(stage.hub().ask_and_keep(&asker, &question)).unwrap();
            stage.kept.insert(owner, answer.id.unwrap());
        }
        stage
    }

    pub fn hub(&self) -> &Hub {
        &self.world.hub
    }

    /// The person who tries for an organisation, in a role.
    pub fn person(&self, organisation: &str, role: Role) -> Scope {
        let id = self.world.id(organisation);
        let kinds = vec![self.kind(organisation)];
        let person = self.selves.get(organisation).copied();
        Scope::new(self.hub().edition(), person, id, kinds, vec![role])
    }

    /// Somebody who manages an organisation's people.
    pub fn manager(&self, organisation: &str) -> Scope {
        self.person(organisation, role_of(self.kind(organisation)))
    }

    /// The part that an organisation plays in this world: each plays one.
    pub fn kind(&self, organisation: &str) -> PartyKind {
        self.organisation(organisation).kinds[0]
    }

    pub fn organisation(&self, handle: &str) -> Organisation {
        run(self.hub().organisation(&self.hand, handle)).unwrap()
    }

    /// Does something to the records as they are, whoever may: `false` where the asker may not.
    pub fn writes<T>(&self, mut act: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError>) -> bool {
        match self.hub().db().write_blocking(|tx| act(tx)) {
            Ok(_) => true,
            Err(StoreError::NotAllowed) => false,
            Err(error) => panic!("{error}"),
        }
    }

    /// What the records show.
    pub fn reads<T>(&self, mut look: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
        self.hub().db().read_blocking(|tx| look(tx)).unwrap()
    }

    fn furnish(&mut self) {
        let (world, hand) = (&self.world, &self.hand);
        let insight = run(world.hub.offer(hand, "pinar/insight")).unwrap().offer;
        let own = |handle: &str, state| Offer {
            id: OfferId(Uuid::now_v7()),
            publisher: world.id("saltmarsh"),
            handle: handle.to_owned(),
            state,
            version: 0,
            ..insight.clone()
        };
        let (signal, hidden) = (own("signal", OfferState::Live), own("hidden", OfferState::Draft));
        let sold = run(world.hub.subscription(hand, "rival")).unwrap().subscription;
        let foreign = Subscription {
            id: SubscriptionId(Uuid::now_v7()),
            handle: "foreign".to_owned(),
            publisher: signal.publisher,
            offer: signal.id,
            ..sold
        };
        let open = Split {
            id: SplitId(Uuid::now_v7()),
            provider: world.id("estelar"),
            reseller: world.id("tepetlan"),
            from: "2026-01-01".parse().unwrap(),
            until: None,
            provider_meets_customers: false,
            shares: BTreeMap::new(),
        };
        let splits = run(world.hub.splits(hand, None, 100)).unwrap();
        self.splits = vec![
            ("estelar", "nube", splits[0].0.split.id),
            ("estelar", "tepetlan", open.id),
        ];
        let people: Vec<(&str, Member)> = OWNERS
            .iter()
            .flat_map(|owner| [("self", owner), ("colleague", owner)])
            .map(|(who, owner)| {
                let role = role_of(self.kind(owner));
                (*owner, member(who, owner, world.id(owner), role))
            })
            .collect();
        let choice = Some(TechnicalChoice::SendOn);
        world
            .hub
            .db()
            .write_blocking(|tx| {
                offer::put(tx, hand, &signal, now())?;
                offer::put(tx, hand, &hidden, now())?;
                subscription::put(tx, hand, &foreign, now())?;
                split::add(tx, hand, &Proposal::agreed(open.clone()), now())?;
                for (handle, kind) in [("passing", PartyKind::Partner), ("walk-in", PartyKind::Customer)] {
                    organisation::put(tx, hand, &passer_by(handle, kind), now())?;
                }
                for (seller, subscription) in CHARGED {
                    let line = InvoiceLine {
                        invoice: subscription,
                        subscription: Some(subscription),
                        ..blank_line()
                    };
                    invoice_line::keep(tx, hand, world.id(seller), Uuid::nil(), &[line])?;
                }
                for seller in ["nube", "estelar", "altan", "rival"] {
                    split::set_choice(tx, hand, world.id(seller), None, choice, now())?;
                }
                for (_, member) in &people {
                    person::put(tx, hand, member, now())?;
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
        self.selves = people
            .iter()
            .filter(|(owner, member)| member.person.handle == format!("self-{owner}"))
            .map(|(owner, member)| (*owner, member.person.id))
            .collect();
    }
}

/// A role that manages the people of such an organisation.
pub fn role_of(kind: PartyKind) -> Role {
    match kind {
        PartyKind::Customer => Role::CustomerAdmin,
        PartyKind::Publisher => Role::Owner,
        PartyKind::Operator => Role::OperatorAdmin,
        PartyKind::Reseller | PartyKind::Provider | PartyKind::Partner => Role::GlobalAdmin,
    }
}

pub fn member(who: &str, owner: &str, organisation: OrganisationId, role: Role) -> Member {
    Member {
        person: Person {
            id: PersonId(Uuid::now_v7()),
            handle: format!("{who}-{owner}"),
            name: format!("{who} of {owner}"),
            email: format!("{who}@{owner}.example"),
            language: None,
        },
        organisation,
        roles: vec![role],
        active: true,
    }
}

pub fn passer_by(handle: &str, kind: PartyKind) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::now_v7()),
        handle: handle.to_owned(),
        name: handle.to_owned(),
        kinds: vec![kind],
        country: None,
        desk: firstline_domain::offer::Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 0,
    }
}
