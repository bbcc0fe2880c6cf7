//! The answer in one or two sentences, the same on a page and in a terminal.

use firstline_domain::decision::Decision;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_hub::{locale, t};

/// How a party is called inside a sentence.
pub(crate) fn called_in_sentence(lang: Lang, kind: PartyKind, name: Option<&str>) -> String {
    name.map_or_else(
        || locale::text(lang, &format!("the-party-{kind}")).into_owned(),
        str::to_owned,
    )
}

/// Whose it is, and whom to ask.
pub fn verdict(decision: &Decision<'_>, lang: Lang) -> String {
    // A sentence may begin with a party that has no name.
    locale::capital(lang, &in_a_sentence(decision, lang))
}

fn in_a_sentence(decision: &Decision<'_>, lang: Lang) -> String {
    let (owner, first) = (decision.responsible(), decision.first_contact());
    let owner = called_in_sentence(lang, owner.kind, owner.name);
    let first = called_in_sentence(lang, first.kind, first.name);
    if decision.path.len() == 1 {
        return locale::text(lang, "verdict-yours").into_owned();
    }
    if let (1, Some(next)) = (decision.owner, decision.escalation.first()) {
        let next = called_in_sentence(lang, next.kind, next.name);
        return t!(lang, "verdict-unreached", owner = owner, next = next);
    }
    match (decision.owner, decision.agreed) {
        (0, _) => t!(lang, "verdict-yours-with", first = first),
        (1, true) => t!(lang, "verdict-direct", owner = owner),
        (1, false) => t!(lang, "verdict-open", first = first),
        (_, true) => t!(lang, "verdict-through", owner = owner, first = first),
        (_, false) => t!(lang, "verdict-through-open", owner = owner, first = first),
    }
}
