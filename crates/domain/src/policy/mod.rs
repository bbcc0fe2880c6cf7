//! A programme's rules as data: who supports what, by edition.
//!
//! A policy is one TOML file. [`Policy::parse`] accepts it only when every edition answers every combination of asker,
//! channel, topic, kind of product, supporter, choice, refund window and share exactly once; a gap or an overlap is an error
//! that names the first combination it was found at. Nothing here knows any particular programme.

mod check;
mod model;
mod table;

use jiff::civil::Date;

pub use check::{Combination, PolicyError};
pub use model::{Clause, Edition, Kind, PolicyFile, Profile, RefundRule, Response, Rule, Step, Texts, Topic};
pub(crate) use table::{Expansion, Line};
pub use table::{Rules, Way};

use crate::access::{Access, Act, Grant, Object, Relation};
use crate::party::PartyKind;
use crate::role::Role;
use crate::scope::Scope;
use crate::subscription::RefundHours;

/// A checked policy: the file and, for each edition, the rules compiled for look-up.
#[derive(Debug)]
pub struct Policy {
    file: PolicyFile,
    rules: Vec<Rules>,
}

impl Policy {
    /// Reads and checks a policy.
    ///
    /// # Errors
    /// A syntax error with its line, a reference to something that is not defined, a text missing in a language, a role or
    /// an act that the grants leave out, or the first combination that has no rule or more than one.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let mut file: PolicyFile = toml::from_str(text).map_err(Box::new)?;
        file.edition.sort_by_key(|edition| edition.from);
        check::references(&file)?;
        check::access(&file)?;
        let rules = file
            .edition
            .iter()
            .map(|edition| Rules::compile(&file, edition))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Policy { file, rules })
    }

    pub fn file(&self) -> &PolicyFile {
        &self.file
    }

    /// The programme's id.
    pub fn programme(&self) -> &str {
        &self.file.programme
    }

    /// The edition in force on a day; days before the first edition are decided by the first.
    pub fn edition_on(&self, day: Date) -> EditionRef<'_> {
        let index = self
            .file
            .edition
            .iter()
            .rposition(|edition| edition.from <= day)
            .unwrap_or(0);
        self.at(index)
    }

    /// An edition by its id.
    pub fn edition(&self, id: &str) -> Option<EditionRef<'_>> {
        self.file
            .edition
            .iter()
            .position(|edition| edition.id == id)
            .map(|index| self.at(index))
    }

    pub fn editions(&self) -> impl DoubleEndedIterator<Item = EditionRef<'_>> {
        (0..self.file.edition.len()).map(|index| self.at(index))
    }

    fn at(&self, index: usize) -> EditionRef<'_> {
        EditionRef {
            policy: &self.file,
            edition: &self.file.edition[index],
            rules: &self.rules[index],
        }
    }
}

/// A policy as one edition has it.
#[derive(Debug, Clone, Copy)]
pub struct EditionRef<'p> {
    pub policy: &'p PolicyFile,
    pub edition: &'p Edition,
    pub rules: &'p Rules,
}

impl<'p> EditionRef<'p> {
    /// A clause as this edition words it.
    pub fn clause(&self, id: &str) -> Option<&'p Texts> {
        let clause = self.policy.clause.get(id)?;
        Some(clause.editions.get(&self.edition.id).unwrap_or(&clause.text))
    }

    fn grants(&self) -> impl Iterator<Item = &'p Grant> + use<'p> {
        let edition = &*self.edition.id;
        self.policy
            .grant
            .iter()
            .filter(move |grant| grant.holds_in(edition))
    }

    /// What these roles may do at an organisation that plays these parts.
    pub fn access(&self, kinds: &[PartyKind], roles: &[Role]) -> Access {
        let held =
            |grant: &&Grant| grant.holds_at(kinds) && grant.roles.iter().any(|role| roles.contains(role));
        Access::of(self.grants().filter(held))
    }

    /// Why the asker may do an act on an object of an organisation that stands so to its own: the grant that says so, and the
    /// role that it is given to. Nothing where the asker may not, or is the hub's own hand.
    pub fn explain(
        &self,
        scope: &Scope,
        act: Act,
        object: Object,
        relation: Relation,
    ) -> Option<(&'p Grant, Role)> {
        self.grants()
            .filter(|grant| grant.gives(act, object, relation) && grant.holds_at(scope.kinds()))
            .find_map(|grant| {
                let role = grant.roles.iter().find(|role| scope.roles().contains(role))?;
                Some((grant, *role))
            })
    }

    /// The roles that may do an act on some such object at an organisation that plays these parts, in their usual order.
    pub fn holders(&self, kinds: &[PartyKind], act: Act, object: Object) -> Vec<Role> {
        Role::ALL
            .iter()
            .copied()
            .filter(|role| self.access(kinds, &[*role]).may_some(act, object))
            .collect()
    }

    /// The hours in which a purchase made on a day can be given back.
    pub fn refund_hours(&self, bought: Date) -> RefundHours {
        self.policy
            .refund
            .iter()
            .filter(|rule| rule.from <= bought)
            .max_by_key(|rule| rule.from)
            .or(self.policy.refund.first())
            .map_or(
                RefundHours {
                    monthly: 0,
                    annual: 0,
                    metered: 0,
                },
                |rule| rule.hours,
            )
    }
}
