//! Choosing what an organisation is: each part with what it brings.

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::party::PartyKind;

use crate::page::Words;
use crate::page::desk::form::{Refusals, Typed, anchor};

/// A part that can be chosen.
#[derive(Debug, Clone)]
pub(in crate::page) struct KindChoice {
    pub kind: PartyKind,
    pub chosen: bool,
    /// Whether it cannot be altered: the operator stays the operator.
    pub fixed: bool,
    pub anchor: String,
    /// What stands in the way of taking it away.
    pub errors: Vec<String>,
}

/// A choice among the parts.
#[derive(Debug, Clone, Template)]
#[template(path = "organisations/kinds.html")]
pub(in crate::page) struct KindChoices {
    words: Words,
    choices: Vec<KindChoice>,
    error: Option<String>,
}

impl HtmlSafe for KindChoices {}

impl KindChoices {
    /// The operator's part can be seen where an organisation has it, and chosen nowhere.
    pub fn new(words: &Words, chosen: &[PartyKind], operates: bool, refusals: &Refusals) -> Self {
        let choice = |kind: PartyKind| {
            let name = format!("kinds.{kind}");
            let errors = refusals.0.iter().filter(|refusal| refusal.name == name);
            KindChoice {
                kind,
                fixed: kind == PartyKind::Operator,
                chosen: chosen.contains(&kind) || operates && kind == PartyKind::Operator,
                anchor: anchor(&name),
                errors: errors.map(|refusal| refusal.text.clone()).collect(),
            }
        };
        let kinds = PartyKind::ALL.iter().copied();
        KindChoices {
            choices: kinds
                .filter(|kind| operates || *kind != PartyKind::Operator)
                .map(choice)
                .collect(),
            error: refusals.at("kinds"),
            words: words.clone(),
        }
    }
}

/// The parts that were chosen in a form.
pub(in crate::page) fn chosen(typed: &Typed) -> Vec<PartyKind> {
    typed.all("kinds").filter_map(|kind| kind.parse().ok()).collect()
}
