//! A split that one side proposes, for the other to answer.

use firstline_domain::scope::Scope;
use firstline_domain::split::{Proposal, in_force};
use firstline_hub::split::Pair;
use firstline_hub::{Hub, t};

use super::day;
use super::pair::{Change, Side, SplitTyped, changes};
use crate::page::Words;

/// A proposal that waits for an answer.
pub(in crate::page) struct Waiting {
    pub id: String,
    /// Who proposes it.
    pub says: String,
    /// From when until when it would hold.
    pub term: String,
    /// That its first day, or its last, is past, and what that means for whoever answers.
    pub late: Option<String>,
    pub changes: Vec<Change>,
    /// Whether it can still be accepted.
    pub may_accept: bool,
    /// Where it is answered, for whoever may.
    pub answer: Option<String>,
    /// Where it is taken back, for whoever may.
    pub withdraw: Option<String>,
}

impl Waiting {
    pub(in crate::page) fn of(
        hub: &Hub,
        words: &Words,
        scope: &Scope,
        side: Side,
        pair: &Pair,
    ) -> Option<Self> {
        let open = pair.open.as_ref()?;
        let split = &open.split;
        let to_answer = open.by == Some(side.other(pair).id);
        let name = side.other(pair).name.as_str();
        let key = if to_answer {
            "proposal-theirs"
        } else {
            "proposal-ours"
        };
        let at = |what: &str| format!("/support/splits/{}/{what}", split.id);
        let has_say = side.has_say(scope);
        let before = in_force(&pair.history, split.from.max(hub.today()));
        Some(Waiting {
            id: split.id.to_string(),
            says: t!(words.lang, key, name = name),
            term: match split.until {
                None => t!(words.lang, "proposal-from", from = day(words, split.from)),
                Some(until) => t!(
                    words.lang,
                    "proposal-from-until",
                    from = day(words, split.from),
                    until = day(words, until)
                ),
            },
            late: to_answer.then(|| late(hub, words, open)).flatten(),
            may_accept: open.accepted_on(hub.today()).is_some(),
            changes: changes(hub, words, side, before, &SplitTyped::of(split)),
            answer: (has_say && to_answer).then(|| at("answer")),
            withdraw: (has_say && !to_answer).then(|| at("withdraw")),
        })
    }
}

/// What is to be known of a proposal whose first day, or last, is past.
fn late(hub: &Hub, words: &Words, open: &Proposal) -> Option<String> {
    let from = open.split.from;
    match open.accepted_on(hub.today()) {
        None => Some(words.t("proposal-over").into_owned()),
        Some(accepted) if accepted.from > from => {
            Some(t!(words.lang, "proposal-late", from = day(words, from)))
        }
        Some(_) => None,
    }
}
