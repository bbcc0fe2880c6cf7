//! Choosing roles: each with what it lets one do.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::access::{Act, Object};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;
use firstline_domain::role::Role;
use firstline_hub::locale::{self, Joint};
use firstline_hub::people::{powers, roles_at};

use crate::page::Words;
use crate::page::desk::form::{Refusals, Typed};

/// An act, and what it can be done to, as one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct May {
    pub act: Act,
    pub objects: String,
}

/// A role that can be chosen.
#[derive(Debug, Clone)]
pub(in crate::page) struct RoleChoice {
    pub role: Role,
    pub chosen: bool,
    /// What it lets one do beyond what everyone may.
    pub may: Vec<May>,
}

/// A choice among the roles of an organisation.
#[derive(Debug, Clone, Template)]
#[template(path = "people/roles.html")]
pub(in crate::page) struct RoleChoices {
    words: Words,
    /// What everyone may, whatever their role: a clause each.
    everyone: Vec<String>,
    /// By the parts at which they are held.
    groups: Vec<(String, Vec<RoleChoice>)>,
    error: Option<String>,
}

impl HtmlSafe for RoleChoices {}

impl RoleChoices {
    /// Among all the roles of an organisation that plays these parts.
    pub fn new(
        edition: EditionRef<'_>,
        words: &Words,
        kinds: &[PartyKind],
        chosen: &[Role],
        refusals: &Refusals,
    ) -> Self {
        RoleChoices::among(edition, words, kinds, &roles_at(kinds), chosen, refusals)
    }

    /// Among some of them.
    pub fn among(
        edition: EditionRef<'_>,
        words: &Words,
        kinds: &[PartyKind],
        roles: &[Role],
        chosen: &[Role],
        refusals: &Refusals,
    ) -> Self {
        let choice = |role: Role| RoleChoice {
            role,
            chosen: chosen.contains(&role),
            may: may(edition, words, kinds, &[role]),
        };
        let choices: Vec<RoleChoice> = roles.iter().copied().map(choice).collect();
        let groups = choices.chunk_by(|one, next| one.role.kinds() == next.role.kinds());
        RoleChoices {
            groups: groups
                .map(|group| (parties(words, group[0].role), group.to_vec()))
                .collect(),
            everyone: everyone_may(edition, words, kinds),
            error: refusals.at("roles"),
            words: words.clone(),
        }
    }
}

/// What roles let one do beyond what everyone may, by act.
pub(in crate::page) fn may(
    edition: EditionRef<'_>,
    words: &Words,
    kinds: &[PartyKind],
    roles: &[Role],
) -> Vec<May> {
    let everyones = everyones(edition, kinds);
    let powers = powers(edition, kinds, roles);
    let beyond = powers.iter().filter(|power| !everyones.contains(&power.rule));
    let deeds: BTreeSet<(Act, Object)> = beyond.map(|power| (power.act, power.object)).collect();
    let deeds: Vec<(Act, Object)> = deeds.into_iter().collect();
    let may = |of_act: &[(Act, Object)]| {
        let objects: Vec<_> = of_act
            .iter()
            .map(|(_, object)| words.of("object", object))
            .collect();
        May {
            act: of_act[0].0,
            objects: objects.join(", "),
        }
    };
    deeds.chunk_by(|one, next| one.0 == next.0).map(may).collect()
}

/// What everyone at an organisation may, whatever their role: a clause each.
pub(in crate::page) fn everyone_may(
    edition: EditionRef<'_>,
    words: &Words,
    kinds: &[PartyKind],
) -> Vec<String> {
    let rules = everyones(edition, kinds);
    let clauses = rules.iter().filter_map(|rule| edition.clause(rule));
    clauses.map(|texts| texts.get(words.lang).to_owned()).collect()
}

/// The clauses that all roles of an organisation rest on.
fn everyones(edition: EditionRef<'_>, kinds: &[PartyKind]) -> BTreeSet<String> {
    let rules = |role: &Role| -> BTreeSet<String> {
        let powers = powers(edition, kinds, &[*role]);
        powers.into_iter().map(|power| power.rule).collect()
    };
    let of_each = roles_at(kinds);
    let common = of_each.iter().map(rules).reduce(|common, rules| &common & &rules);
    common.unwrap_or_default()
}

/// The parts at which a role is held, as one text.
fn parties(words: &Words, role: Role) -> String {
    let names: Vec<_> = role.kinds().iter().map(|kind| words.of("party", kind)).collect();
    locale::list(words.lang, &names, Joint::Or)
}

/// The roles that were chosen in a form; none where a word is not one of them.
pub(in crate::page) fn chosen(typed: &Typed) -> Vec<Role> {
    let roles: Option<Vec<Role>> = typed.all("roles").map(|role| role.parse().ok()).collect();
    roles.unwrap_or_default()
}
