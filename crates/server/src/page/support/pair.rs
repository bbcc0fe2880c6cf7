//! The split between a provider and one reseller, for either of them: what holds, what held before, what is proposed, and a new
//! proposal with what it would change.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::scope::Scope;
use firstline_domain::split::{Share, Split, TechnicalChoice};
use firstline_hub::split::{Counterpart, NewSplit, Pair};
use firstline_hub::views::Supposed;
use firstline_hub::{Field, Hub, HubError, t};
use jiff::civil::Date;

use super::proposal::Waiting;
use super::{AgreedChip, day, family, share_key, shared_topics, topic_words, way};
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed, anchor, filled};
use crate::page::line::LineMini;
use crate::page::{Frame, Here, Place, Words, encode, html, html_refused};

/// The shares to choose from, in the order of the line; the last leaves a topic open.
const SHARES: [Option<Share>; 4] = [
    Some(Share::Reseller),
    Some(Share::ResellerThenProvider),
    Some(Share::Provider),
    None,
];

/// What was done just now, by the word for it in the address.
pub(super) const DONE: [(&str, &str); 4] = [
    ("proposed", "proposal-done-proposed"),
    ("accepted", "proposal-done-accepted"),
    ("declined", "proposal-done-declined"),
    ("withdrawn", "proposal-done-withdrawn"),
];

/// An agreement as it was typed, or as it would start.
#[derive(Debug, Clone, Default)]
pub(super) struct SplitTyped {
    from: String,
    until: String,
    meets: bool,
    shares: BTreeMap<String, Share>,
}

impl SplitTyped {
    /// What to start from: the profile that was chosen, what was typed so far, or what holds now.
    pub(super) fn start(hub: &Hub, typed: &Typed, current: Option<&Split>) -> Self {
        let from = filled(typed.get("from")).unwrap_or_else(|| hub.today().to_string());
        let until = typed.get("until").to_owned();
        if let Some(profile) = hub.policy().file().profile.get(typed.get("profile")) {
            let share = |topic: &str| profile.share(topic).map(|share| (topic.to_owned(), share));
            return SplitTyped {
                from,
                until,
                meets: profile.provider_meets_customers,
                shares: shared_topics(hub).filter_map(share).collect(),
            };
        }
        if typed.has("from") {
            return SplitTyped::typed(hub, typed);
        }
        SplitTyped {
            from,
            until,
            meets: current.is_some_and(|split| split.provider_meets_customers),
            shares: current.map(|split| split.shares.clone()).unwrap_or_default(),
        }
    }

    fn typed(hub: &Hub, typed: &Typed) -> Self {
        let share = |topic: &str| {
            typed
                .get(&format!("shares.{topic}"))
                .parse::<Share>()
                .ok()
                .map(|share| (topic.to_owned(), share))
        };
        SplitTyped {
            from: typed.get("from").to_owned(),
            until: typed.get("until").to_owned(),
            meets: typed.has("provider_meets_customers"),
            shares: shared_topics(hub).filter_map(share).collect(),
        }
    }

    /// An agreement that was proposed.
    pub(super) fn of(split: &Split) -> Self {
        SplitTyped {
            from: split.from.to_string(),
            until: split.until.map(|until| until.to_string()).unwrap_or_default(),
            meets: split.provider_meets_customers,
            shares: split.shares.clone(),
        }
    }

    fn read(&self, with: Counterpart) -> Result<NewSplit, HubError> {
        let mut wrong = Vec::new();
        let mut date = |name: &str, text: &str| {
            text.parse::<Date>()
                .map_err(|_| wrong.push(Field::quoting(name, "error-date", text)))
                .ok()
        };
        let from = date("from", &self.from);
        let until = filled(&self.until).and_then(|until| date("until", &until));
        match from.filter(|_| wrong.is_empty()) {
            Some(from) => Ok(NewSplit {
                with,
                from,
                until,
                provider_meets_customers: self.meets,
                shares: self.shares.clone(),
            }),
            None => Err(HubError::Invalid(wrong)),
        }
    }
}

/// Who of a pair reads and proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Side {
    Provider,
    Reseller,
}

impl Side {
    /// Whether somebody on this side may propose, and answer what is proposed.
    pub(super) fn has_say(self, scope: &Scope) -> bool {
        match self {
            Side::Provider => scope.may(Act::Add, Object::Split, Relation::Own),
            Side::Reseller => scope.may(Act::Change, Object::Split, Relation::Provider),
        }
    }

    /// The other of the two.
    pub(super) fn other(self, pair: &Pair) -> &Organisation {
        match self {
            Side::Provider => &pair.reseller,
            Side::Reseller => &pair.provider,
        }
    }

    /// Where this side looks at the pair with the other.
    fn address(self, other: &str) -> String {
        let others = match self {
            Side::Provider => "resellers",
            Side::Reseller => "providers",
        };
        format!("/support/{others}/{}", encode(other))
    }

    fn counterpart(self, other: &str) -> Counterpart {
        match self {
            Side::Provider => Counterpart::Reseller(other.to_owned()),
            Side::Reseller => Counterpart::Provider(other.to_owned()),
        }
    }
}

/// A topic to agree on.
pub(super) struct TopicFields {
    /// The family, at the first topic of it.
    pub family: Option<String>,
    pub field: String,
    pub anchor: String,
    pub name: String,
    pub example: String,
    pub options: Vec<(&'static str, String, bool)>,
    pub open: bool,
    pub line: Option<LineMini>,
}

/// A split to start from.
pub(super) struct ProfileOption {
    pub id: String,
    pub name: String,
    pub chosen: bool,
}

/// An agreement of the past, present or future.
pub(super) struct Kept {
    pub from: String,
    pub until: Option<String>,
    pub state: &'static str,
    pub in_force: bool,
    pub meets: bool,
    pub shares: Vec<(String, String)>,
}

/// A topic that a new agreement would change.
pub(in crate::page) struct Change {
    pub topic: String,
    pub before: String,
    pub after: String,
}

/// The split with one reseller.
#[derive(Template)]
#[template(path = "work/pair.html")]
pub(super) struct PairPage {
    pub frame: Frame,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub side: Side,
    pub may_set: bool,
    pub proposal: Option<Waiting>,
    pub summary: Summary,
    pub address: String,
    /// The other of the two.
    pub other: String,
    pub agreed: AgreedChip,
    pub since: Option<String>,
    pub profiles: Vec<ProfileOption>,
    pub topics: Vec<TopicFields>,
    pub from: Input,
    pub until: Input,
    pub meets: bool,
    pub changes: Vec<Change>,
    pub open: usize,
    pub history: Vec<Kept>,
}

impl PairPage {
    pub(super) fn new(
        hub: &Hub,
        frame: Frame,
        (side, pair): (Side, &Pair),
        draft: &SplitTyped,
        profile: &str,
        choice: Option<TechnicalChoice>,
        refusals: Refusals,
    ) -> Self {
        let words = frame.words().clone();
        let current = pair.current.as_ref();
        let profiles = hub
            .policy()
            .file()
            .profile
            .iter()
            .map(|(id, file)| ProfileOption {
                id: id.clone(),
                name: file.name.get(words.lang).to_owned(),
                chosen: id == profile,
            });
        let scope = frame.visitor.as_deref().map(|visitor| &visitor.scope);
        PairPage {
            done: None,
            side,
            may_set: scope.is_some_and(|scope| side.has_say(scope)),
            proposal: scope.and_then(|scope| Waiting::of(hub, &words, scope, side, pair)),
            address: side.address(&side.other(pair).handle),
            other: side.other(pair).name.clone(),
            agreed: AgreedChip::of(hub, &words, current),
            since: current.map(|split| day(&words, split.from)),
            profiles: profiles.collect(),
            topics: topics(hub, &words, pair, draft, choice),
            from: Input::new(&words, "from", "split-from", &draft.from, &refusals).kind("date"),
            until: Input::new(&words, "until", "split-until", &draft.until, &refusals)
                .kind("date")
                .optional()
                .hint("split-until-hint"),
            meets: draft.meets,
            changes: changes(hub, &words, side, current, draft),
            open: shared_topics(hub)
                .filter(|topic| !draft.shares.contains_key(*topic))
                .count(),
            history: pair
                .history
                .iter()
                .rev()
                .map(|split| kept(hub, &words, current, split))
                .collect(),
            summary: Summary { words, refusals },
            frame,
        }
    }

    pub fn open_said(&self) -> String {
        t!(self.frame.lang, "split-open-said", count = self.open)
    }

    pub fn meets_key(&self) -> &'static str {
        meets_key(self.side)
    }

    pub fn meets_hint(&self) -> &'static str {
        match self.side {
            Side::Provider => "split-meets-hint",
            Side::Reseller => "split-meets-below-hint",
        }
    }

    pub fn consequence(&self) -> String {
        match &self.since {
            Some(since) => {
                t!(
                    self.frame.lang,
                    "split-consequence",
                    reseller = &*self.other,
                    since = &**since
                )
            }
            None if self.side == Side::Reseller => {
                t!(
                    self.frame.lang,
                    "split-consequence-first-below",
                    provider = &*self.other
                )
            }
            None => t!(
                self.frame.lang,
                "split-consequence-first",
                reseller = &*self.other
            ),
        }
    }
}

fn topics(
    hub: &Hub,
    words: &Words,
    pair: &Pair,
    draft: &SplitTyped,
    choice: Option<TechnicalChoice>,
) -> Vec<TopicFields> {
    let mut last = "";
    shared_topics(hub)
        .map(|topic| {
            let starts = family(topic) != std::mem::replace(&mut last, family(topic));
            let share = draft.shares.get(topic).copied();
            let (name, example) = topic_words(hub, words, topic);
            let option = |option: Option<Share>| {
                (
                    option.map_or("", Share::as_str),
                    words.t(share_key(option)).into_owned(),
                    option == share,
                )
            };
            let supposed = Supposed {
                channel: Channel::Indirect,
                parties: vec![
                    (PartyKind::Provider, &pair.provider),
                    (PartyKind::Reseller, &pair.reseller),
                ],
                share,
                provider_meets_customers: draft.meets,
                choice: choice.filter(|_| share != Some(Share::Reseller)),
            };
            TopicFields {
                family: starts.then(|| words.of("family", family(topic)).into_owned()),
                field: format!("shares.{topic}"),
                anchor: anchor(&format!("shares.{topic}")),
                name,
                example,
                options: SHARES.into_iter().map(option).collect(),
                open: share.is_none(),
                line: way(hub, words, topic, &supposed),
            }
        })
        .collect()
}

/// The key of the sentence that the provider deals with customers itself, for the side that reads it.
const fn meets_key(side: Side) -> &'static str {
    match side {
        Side::Provider => "split-meets",
        Side::Reseller => "split-meets-below",
    }
}

/// What the draft would change of what holds now.
pub(super) fn changes(
    hub: &Hub,
    words: &Words,
    side: Side,
    current: Option<&Split>,
    draft: &SplitTyped,
) -> Vec<Change> {
    let mut changes: Vec<Change> = shared_topics(hub)
        .map(|topic| {
            (
                topic,
                current.and_then(|split| split.shares.get(topic).copied()),
                draft.shares.get(topic).copied(),
            )
        })
        .filter(|(_, before, after)| before != after)
        .map(|(topic, before, after)| Change {
            topic: topic_words(hub, words, topic).0,
            before: words.t(share_key(before)).into_owned(),
            after: words.t(share_key(after)).into_owned(),
        })
        .collect();
    let met = current.is_some_and(|split| split.provider_meets_customers);
    if met != draft.meets {
        let yes_no = |meets: bool| {
            words
                .t(if meets {
                    "split-meets-yes"
                } else {
                    "split-meets-no"
                })
                .into_owned()
        };
        changes.push(Change {
            topic: words.t(meets_key(side)).into_owned(),
            before: yes_no(met),
            after: yes_no(draft.meets),
        });
    }
    changes
}

fn kept(hub: &Hub, words: &Words, current: Option<&Split>, split: &Split) -> Kept {
    let in_force = current.is_some_and(|current| current.id == split.id);
    let share = |topic: &str| {
        (
            topic_words(hub, words, topic).0,
            words.t(share_key(split.shares.get(topic).copied())).into_owned(),
        )
    };
    Kept {
        from: day(words, split.from),
        until: split.until.map(|until| day(words, until)),
        state: match in_force {
            true => "split-in-force",
            false if split.from > hub.today() => "split-later",
            false => "split-ended",
        },
        in_force,
        meets: split.provider_meets_customers,
        shares: shared_topics(hub).map(share).collect(),
    }
}

/// The asker's pair with another organisation.
async fn pair(here: &Here, side: Side, other: &str) -> Result<Pair, HubError> {
    let own = here.scope().organisation;
    let is_it = |pair: &Pair| {
        let mine = match side {
            Side::Provider => pair.provider.id,
            Side::Reseller => pair.reseller.id,
        };
        mine == own && side.other(pair).handle == other
    };
    let pairs = here.hub.pairs(here.scope()).await?;
    pairs.into_iter().find(is_it).ok_or(HubError::NotFound("pair"))
}

async fn page(
    here: &Here,
    (side, other): (Side, &str),
    typed: &Typed,
    draft: impl FnOnce(&Pair) -> SplitTyped,
    refusals: Refusals,
) -> Result<PairPage, HubError> {
    let pair = pair(here, side, other).await?;
    let choice = here.hub.technical_choices(here.scope()).await?.usual;
    let title = t!(
        here.reader.lang,
        "split-title",
        reseller = &*side.other(&pair).name
    );
    let place = match side {
        Side::Provider => Place::Support,
        Side::Reseller => Place::Reseller,
    };
    let frame = here.frame(place, title);
    Ok(PairPage::new(
        &here.hub,
        frame,
        (side, &pair),
        &draft(&pair),
        typed.get("profile"),
        choice,
        refusals,
    ))
}

async fn show(here: &Here, side: Side, other: &str, typed: &Typed) -> Result<Response, Failure> {
    let start = |pair: &Pair| SplitTyped::start(&here.hub, typed, pair.current.as_ref());
    let mut page = page(here, (side, other), typed, start, Refusals::default()).await?;
    let word = typed.get("done");
    page.done = DONE.iter().find(|(known, _)| *known == word).map(|(_, key)| *key);
    Ok(html(&page))
}

async fn propose(here: &Here, side: Side, other: &str, typed: &Typed) -> Result<Response, Failure> {
    let draft = SplitTyped::typed(&here.hub, typed);
    let done = match draft.read(side.counterpart(other)) {
        Ok(new) => here.hub.propose_split(here.scope(), new).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("{}?done=proposed", side.address(other))).into_response()),
        Err(HubError::Invalid(wrong)) => {
            let refusals = Refusals::of(&here.words(), &wrong);
            let page = page(here, (side, other), typed, |_| draft, refusals).await?;
            Ok(html_refused(&page))
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn show_reseller(
    here: Here,
    Path(reseller): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    show(&here, Side::Provider, &reseller, &typed).await
}

pub(super) async fn propose_to_reseller(
    here: Here,
    Path(reseller): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    propose(&here, Side::Provider, &reseller, &typed).await
}

pub(super) async fn show_provider(
    here: Here,
    Path(provider): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    show(&here, Side::Reseller, &provider, &typed).await
}

pub(super) async fn propose_to_provider(
    here: Here,
    Path(provider): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    propose(&here, Side::Reseller, &provider, &typed).await
}

pub(super) async fn answer(here: Here, Path(id): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let accepts = typed.get("answer") == "accept";
    here.hub.answer_split(here.scope(), &id, accepts).await?;
    back(&here, &id, if accepts { "accepted" } else { "declined" }).await
}

pub(super) async fn withdraw(here: Here, Path(id): Path<String>) -> Result<Response, Failure> {
    here.hub.withdraw_split(here.scope(), &id).await?;
    back(&here, &id, "withdrawn").await
}

/// Back to the pair that an agreement is about.
async fn back(here: &Here, id: &str, done: &str) -> Result<Response, Failure> {
    let (_, provider, reseller) = here.hub.split(here.scope(), id).await?;
    let address = if reseller.id == here.scope().organisation {
        Side::Reseller.address(&provider.handle)
    } else {
        Side::Provider.address(&reseller.handle)
    };
    Ok(Redirect::to(&format!("{address}?done={done}")).into_response())
}
