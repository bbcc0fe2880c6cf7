//! Who may do what: which role, at an organisation that plays which parts, may do which act on which object, of whom.
//!
//! The grants are data: they stand in the policy, by edition. [`Access`] is what they come to for one asker, compiled so
//! that a question costs a look at one word. What a thing's own organisation is to the asker's is told by whoever holds the
//! records: the store puts it into the conditions of its look-ups.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::party::PartyKind;
use crate::role::Role;
use crate::wire::wire_enum;

wire_enum! {
    /// Something that can be seen or changed.
    pub enum Object("object") {
        /// What a publisher put, or is about to put, on the market.
        Offer = "offer",
        /// The contacts of an offer that are for sellers (S11, S13); customer support is part of the offer.
        OfferContacts = "offer-contacts",
        /// What is missing or doubtful in an offer.
        Readiness = "readiness",
        /// Who may buy an exclusive offer.
        Authorisation = "authorisation",
        Organisation = "organisation",
        /// Where an organisation is reached for support.
        Desk = "desk",
        Relationship = "relationship",
        Subscription = "subscription",
        /// Who supports a subscription (N7).
        SupportContact = "support-contact",
        InvoiceLine = "invoice-line",
        /// What provider and reseller agreed (S10).
        Split = "split",
        /// What a seller chose for technical questions (S7).
        TechnicalChoice = "technical-choice",
        /// Whose a question is, and the answers that were kept.
        Decision = "decision",
        /// Data for the whole hub.
        Import = "import",
        Person = "person",
        /// The roles that a person holds.
        Role = "role",
        Invitation = "invitation",
        Session = "session",
        Token = "token",
        /// How an organisation's people sign in.
        SignOn = "sign-on",
        Audit = "audit",
        /// What is kept of a person.
        Privacy = "privacy",
        /// How long things are kept.
        Retention = "retention",
        /// The service that translates what everyone sees.
        Translation = "translation",
    }
}

wire_enum! {
    /// What is done to an object.
    pub enum Act("act") {
        See = "see",
        /// Make a new one: record, invite, agree, ask.
        Add = "add",
        Change = "change",
        /// End it or take it back.
        Remove = "remove",
        Export = "export",
        Erase = "erase",
    }
}

wire_enum! {
    /// What the organisation that a thing belongs to is to the asker's.
    pub enum Relation("relation") {
        /// The asker's own self: its account, its sessions.
        Mine = "mine",
        /// The asker's organisation.
        Own = "own",
        /// A customer that it sells to, itself or through its resellers.
        Customer = "customer",
        /// A reseller that it sells through.
        Reseller = "reseller",
        /// The provider that it sells for.
        Provider = "provider",
        /// Whoever sells to it, a reseller's provider included.
        Seller = "seller",
        /// Whoever sells its offers.
        Channel = "channel",
        /// On show to everyone: publishers with what they have on the market, and the operator.
        Offered = "offered",
        /// Anyone at all.
        Any = "any",
    }
}

impl Object {
    /// The acts that can be done to it.
    pub const fn acts(self) -> &'static [Act] {
        use Act::{Add, Change, Erase, Export, Remove, See};
        match self {
            Object::Offer
            | Object::Desk
            | Object::TechnicalChoice
            | Object::SignOn
            | Object::Retention
            | Object::Translation => &[See, Change],
            Object::OfferContacts | Object::Readiness | Object::Subscription | Object::InvoiceLine => &[See],
            Object::Organisation | Object::Split => &[See, Add, Change],
            Object::Authorisation | Object::Relationship | Object::Invitation | Object::Token => {
                &[See, Add, Remove]
            }
            Object::SupportContact | Object::Role => &[Change],
            Object::Decision => &[See, Add],
            Object::Import => &[Add],
            Object::Person => &[See, Change, Remove],
            Object::Session => &[See, Remove],
            Object::Audit => &[See, Export],
            Object::Privacy => &[Export, Erase],
        }
    }

    /// Every act on every object.
    pub fn all_acts() -> impl Iterator<Item = (Object, Act)> {
        Object::ALL
            .iter()
            .flat_map(|&object| object.acts().iter().map(move |&act| (object, act)))
    }
}

/// A line of the policy: what roles may do, at which parties, to the things of whom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The clause that says so.
    pub rule: String,
    /// The parties at which the roles count; absent means all.
    pub at: Option<Vec<PartyKind>>,
    pub roles: Vec<Role>,
    pub may: BTreeMap<Act, Vec<Object>>,
    pub of: Vec<Relation>,
    /// The editions it stands in; absent means all.
    pub editions: Option<Vec<String>>,
}

impl Grant {
    pub fn holds_in(&self, edition: &str) -> bool {
        self.editions
            .as_ref()
            .is_none_or(|ids| ids.iter().any(|id| id == edition))
    }

    pub fn holds_at(&self, kinds: &[PartyKind]) -> bool {
        self.at
            .as_ref()
            .is_none_or(|at| at.iter().any(|kind| kinds.contains(kind)))
    }

    /// Whether it lets its roles do an act on an object that stands so to them.
    pub fn gives(&self, act: Act, object: Object, relation: Relation) -> bool {
        self.may
            .get(&act)
            .is_some_and(|objects| objects.contains(&object))
            && (self.of.contains(&relation) || self.of.contains(&Relation::Any))
    }
}

/// What somebody may do: for each object the acts, and for each act the relations in which it may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Access([u64; Object::ALL.len()]);

const _: () = assert!(
    Act::ALL.len() * Relation::ALL.len() <= 64,
    "an object's word is full"
);

const fn bit(act: Act, relation: Relation) -> u64 {
    1 << (act as usize * Relation::ALL.len() + relation as usize)
}

impl Access {
    /// Everything, of anyone: for the hub's own hand.
    pub fn everything() -> Self {
        let mut access = Access::default();
        for (object, act) in Object::all_acts() {
            access.0[object as usize] |= bit(act, Relation::Any);
        }
        access
    }

    /// What grants come to.
    pub fn of<'g>(grants: impl IntoIterator<Item = &'g Grant>) -> Self {
        let mut access = Access::default();
        for grant in grants {
            for (act, objects) in &grant.may {
                let acts = grant
                    .of
                    .iter()
                    .fold(0, |acts, relation| acts | bit(*act, *relation));
                for object in objects {
                    access.0[*object as usize] |= acts;
                }
            }
        }
        access
    }

    /// Whether an act may be done on an object that stands so to the asker. Who may do it of anyone may do it of each.
    pub const fn may(&self, act: Act, object: Object, relation: Relation) -> bool {
        self.0[object as usize] & (bit(act, relation) | bit(act, Relation::Any)) != 0
    }

    /// Whether it lets one do everything that another does.
    pub fn covers(&self, other: &Access) -> bool {
        Object::all_acts().all(|(object, act)| {
            let both = |relation| !other.may(act, object, relation) || self.may(act, object, relation);
            Relation::ALL.iter().copied().all(both)
        })
    }

    /// Whether an act may be done on any such object at all.
    pub fn may_some(&self, act: Act, object: Object) -> bool {
        Relation::ALL
            .iter()
            .any(|relation| self.may(act, object, *relation))
    }
}
