//! What makes a policy unacceptable, and the checks that need no table.

use std::collections::BTreeSet;
use std::fmt;

use super::model::{PolicyFile, Texts, matches};
use crate::access::{Access, Act, Object};
use crate::lang::Lang;
use crate::party::{Channel, PartyKind};
use crate::role::Role;
use crate::split::TechnicalChoice;
use crate::subscription::RefundWindow;

/// Why a policy file was refused.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    #[error("the file cannot be read: {0}")]
    Syntax(#[from] Box<toml::de::Error>),
    #[error("{place} names the {what} '{name}', which is not defined")]
    Undefined {
        place: String,
        what: &'static str,
        name: String,
    },
    #[error("{place} has no text in '{lang}'")]
    NoText { place: String, lang: Lang },
    #[error("the policy has no {0}")]
    Nothing(&'static str),
    #[error("topic_order must list every topic once; '{0}' is missing, unknown or listed twice")]
    TopicOrder(String),
    #[error("edition {edition}: no rule for {combination}")]
    Gap {
        edition: String,
        combination: Combination,
    },
    #[error("edition {edition}: rules {first} and {second} both answer {combination}")]
    Overlap {
        edition: String,
        first: usize,
        second: usize,
        combination: Combination,
    },
    #[error("rule {rule} answers nothing in any edition; remove it or widen its conditions")]
    Idle { rule: usize },
    #[error("rule {rule} has an empty path")]
    NoPath { rule: usize },
    #[error("rule {rule} makes '{responsible}' responsible, who is not on its path")]
    OffPath { rule: usize, responsible: &'static str },
    #[error("grant {grant} names no role, no act, no object, no party or no relation, and so grants nothing")]
    EmptyGrant { grant: usize },
    #[error("grant {grant} lets its roles {act} {object}, which cannot be done; possible are: {possible}")]
    Impossible {
        grant: usize,
        act: Act,
        object: Object,
        possible: String,
    },
    #[error("edition {edition}: the role '{role}' is granted nothing")]
    Powerless { edition: String, role: Role },
    #[error("edition {edition}: nobody may {act} {object}")]
    Nobody {
        edition: String,
        act: Act,
        object: Object,
    },
}

/// One combination of the facts that a rule is chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    pub asker: PartyKind,
    pub channel: Channel,
    pub topic: String,
    pub deployed: bool,
    pub first_party: bool,
    pub choice: TechnicalChoice,
    pub refund: RefundWindow,
}

impl fmt::Display for Combination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Combination {
            asker,
            channel,
            topic,
            deployed,
            first_party,
            choice,
            refund,
        } = self;
        write!(
            f,
            "asker={asker} channel={channel} topic={topic} deployed={deployed} first_party={first_party} choice={choice} refund={refund}"
        )
    }
}

/// Checks that everything a policy names is defined and that no text is missing.
pub(super) fn references(file: &PolicyFile) -> Result<(), PolicyError> {
    texts(file)?;
    if file.edition.is_empty() {
        return Err(PolicyError::Nothing("edition"));
    }
    for kind in PartyKind::ALL {
        if !file.party.contains_key(kind) {
            return Err(PolicyError::Undefined {
                place: "[party]".into(),
                what: "party",
                name: kind.to_string(),
            });
        }
    }
    let mut shown = BTreeSet::new();
    for topic in &file.topic_order {
        if !file.topic.contains_key(topic) || !shown.insert(topic) {
            return Err(PolicyError::TopicOrder(topic.clone()));
        }
    }
    if let Some(missing) = file.topic.keys().find(|topic| !shown.contains(topic)) {
        return Err(PolicyError::TopicOrder(missing.clone()));
    }
    let clause = |place: String, id: &String| {
        if file.clause.contains_key(id) {
            return Ok(());
        }
        Err(PolicyError::Undefined {
            place,
            what: "clause",
            name: id.clone(),
        })
    };
    let when = &file.clauses_when;
    for ids in [
        &when.shared,
        &when.support_contact,
        &when.publisher_contacts,
        &when.hidden_by_role,
        &when.orphaned,
        &when.response,
    ] {
        ids.iter()
            .try_for_each(|id| clause("[clauses_when]".into(), id))?;
    }
    let edition = |place: String, id: &String| {
        if file.edition.iter().any(|edition| edition.id == *id) {
            return Ok(());
        }
        Err(PolicyError::Undefined {
            place,
            what: "edition",
            name: id.clone(),
        })
    };
    for (id, clause) in &file.clause {
        clause
            .editions
            .keys()
            .try_for_each(|name| edition(format!("clause {id}"), name))?;
    }
    let pattern = |place: String, pattern: &String| {
        if file.topic.keys().any(|topic| matches(pattern, topic)) {
            return Ok(());
        }
        Err(PolicyError::Undefined {
            place,
            what: "topic",
            name: pattern.clone(),
        })
    };
    for (id, profile) in &file.profile {
        profile
            .shares
            .keys()
            .try_for_each(|topics| pattern(format!("profile {id}"), topics))?;
    }
    for (index, rule) in file.rule.iter().enumerate() {
        let number = index + 1;
        let place = || format!("rule {number}");
        rule.topics
            .iter()
            .try_for_each(|topics| pattern(place(), topics))?;
        rule.clauses.iter().try_for_each(|id| clause(place(), id))?;
        rule.editions
            .iter()
            .flatten()
            .try_for_each(|id| edition(place(), id))?;
        if rule.path.is_empty() {
            return Err(PolicyError::NoPath { rule: number });
        }
        if let Some(responsible) = rule.responsible
            && !rule.path.contains(&responsible)
        {
            return Err(PolicyError::OffPath {
                rule: number,
                responsible: responsible.as_str(),
            });
        }
    }
    Ok(())
}

/// Checks that the grants name what there is, and that no role, no act and no object is left out of them.
pub(super) fn access(file: &PolicyFile) -> Result<(), PolicyError> {
    for (index, grant) in file.grant.iter().enumerate() {
        let number = index + 1;
        let undefined = |what: &'static str, name: &String| PolicyError::Undefined {
            place: format!("grant {number}"),
            what,
            name: name.clone(),
        };
        if !file.clause.contains_key(&grant.rule) {
            return Err(undefined("clause", &grant.rule));
        }
        let mut editions = grant.editions.iter().flatten();
        if let Some(id) = editions.find(|id| file.edition.iter().all(|edition| edition.id != **id)) {
            return Err(undefined("edition", id));
        }
        let is_empty = grant.roles.is_empty()
            || grant.of.is_empty()
            || grant.may.is_empty()
            || grant.may.values().any(Vec::is_empty)
            || grant.at.as_ref().is_some_and(Vec::is_empty)
            || grant.editions.as_ref().is_some_and(Vec::is_empty);
        if is_empty {
            return Err(PolicyError::EmptyGrant { grant: number });
        }
        for (&act, objects) in &grant.may {
            if let Some(&object) = objects.iter().find(|object| !object.acts().contains(&act)) {
                let possible: Vec<&str> = object.acts().iter().map(|act| act.as_str()).collect();
                return Err(PolicyError::Impossible {
                    grant: number,
                    act,
                    object,
                    possible: possible.join(", "),
                });
            }
        }
    }
    for edition in &file.edition {
        let holding = || file.grant.iter().filter(|grant| grant.holds_in(&edition.id));
        let powerless = |role: &&Role| holding().all(|grant| !grant.roles.contains(role));
        if let Some(&role) = Role::ALL.iter().find(powerless) {
            return Err(PolicyError::Powerless {
                edition: edition.id.clone(),
                role,
            });
        }
        let all = Access::of(holding());
        if let Some((object, act)) = Object::all_acts().find(|(object, act)| !all.may_some(*act, *object)) {
            return Err(PolicyError::Nobody {
                edition: edition.id.clone(),
                act,
                object,
            });
        }
    }
    Ok(())
}

fn texts(file: &PolicyFile) -> Result<(), PolicyError> {
    let named = |place: String, texts: &Texts| match Lang::ALL
        .into_iter()
        .find(|lang| texts.get(*lang).trim().is_empty())
    {
        Some(lang) => Err(PolicyError::NoText { place, lang }),
        None => Ok(()),
    };
    named("name".into(), &file.name)?;
    file.party
        .iter()
        .try_for_each(|(id, texts)| named(format!("party {id}"), texts))?;
    file.kind
        .iter()
        .try_for_each(|(id, kind)| named(format!("kind {id}"), &kind.name))?;
    file.profile
        .iter()
        .try_for_each(|(id, profile)| named(format!("profile {id}"), &profile.name))?;
    for (id, topic) in &file.topic {
        named(format!("topic {id}"), &topic.name)?;
        named(format!("topic {id}, example"), &topic.example)?;
        named(format!("topic {id}, difference"), &topic.difference)?;
    }
    for (id, clause) in &file.clause {
        named(format!("clause {id}"), &clause.text)?;
        clause
            .editions
            .values()
            .try_for_each(|texts| named(format!("clause {id}"), texts))?;
    }
    Ok(())
}
