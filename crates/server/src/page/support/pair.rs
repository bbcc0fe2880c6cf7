//! The split between a provider and one reseller: what holds, what held before, and a new agreement with what it would change.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::split::{Share, Split, TechnicalChoice};
use firstline_hub::split::{NewSplit, Pair};
use firstline_hub::views::Supposed;
use firstline_hub::{Field, Hub, HubError, t};
use jiff::civil::Date;

use super::{AgreedChip, day, family, share_key, shared_topics, topic_words, way};
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed, anchor, filled};
use crate::page::line::LineMini;
use crate::page::{Frame, Here, Place, Words, encode, html};

/// The shares to choose from, in the order of the line; the last leaves a topic open.
const SHARES: [Option<Share>; 4] = [
    Some(Share::Reseller),
    Some(Share::ResellerThenProvider),
    Some(Share::Provider),
    None,
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

    fn read(&self, reseller: &str) -> Result<NewSplit, HubError> {
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
                reseller: reseller.to_owned(),
                from,
                until,
                provider_meets_customers: self.meets,
                shares: self.shares.clone(),
            }),
            None => Err(HubError::Invalid(wrong)),
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
pub(super) struct Change {
    pub topic: String,
    pub before: String,
    pub after: String,
}

/// The split with one reseller.
#[derive(Template)]
#[template(path = "work/pair.html")]
pub(super) struct PairPage {
    pub frame: Frame,
    pub saved: bool,
    pub may_set: bool,
    pub summary: Summary,
    pub address: String,
    pub reseller: String,
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
        pair: &Pair,
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
        PairPage {
            saved: false,
            may_set: frame
                .visitor
                .as_ref()
                .is_some_and(|visitor| visitor.scope.may(Act::Add, Object::Split, Relation::Own)),
            address: format!("/support/resellers/{}", encode(&pair.reseller.handle)),
            reseller: pair.reseller.name.clone(),
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
            changes: changes(hub, &words, current, draft),
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

    pub fn consequence(&self) -> String {
        match &self.since {
            Some(since) => {
                t!(
                    self.frame.lang,
                    "split-consequence",
                    reseller = &*self.reseller,
                    since = &**since
                )
            }
            None => t!(
                self.frame.lang,
                "split-consequence-first",
                reseller = &*self.reseller
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

/// What the draft would change of what holds now.
fn changes(hub: &Hub, words: &Words, current: Option<&Split>, draft: &SplitTyped) -> Vec<Change> {
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
            topic: words.t("split-meets").into_owned(),
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

/// The asker's pair with a reseller.
async fn pair(here: &Here, reseller: &str) -> Result<Pair, HubError> {
    let pairs = here.hub.pairs(here.scope()).await?;
    let own = here.scope().organisation;
    pairs
        .into_iter()
        .find(|pair| pair.provider.id == own && pair.reseller.handle == reseller)
        .ok_or(HubError::NotFound("reseller"))
}

async fn page(
    here: &Here,
    reseller: &str,
    typed: &Typed,
    draft: impl FnOnce(&Pair) -> SplitTyped,
    refusals: Refusals,
) -> Result<PairPage, HubError> {
    let pair = pair(here, reseller).await?;
    let choice = here.hub.technical_choices(here.scope()).await?.usual;
    let title = t!(here.reader.lang, "split-title", reseller = &*pair.reseller.name);
    let frame = here.frame(Place::Support, title);
    Ok(PairPage::new(
        &here.hub,
        frame,
        &pair,
        &draft(&pair),
        typed.get("profile"),
        choice,
        refusals,
    ))
}

pub(super) async fn show(
    here: Here,
    Path(reseller): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let start = |pair: &Pair| SplitTyped::start(&here.hub, &typed, pair.current.as_ref());
    let mut page = page(&here, &reseller, &typed, start, Refusals::default()).await?;
    page.saved = typed.has("saved");
    Ok(html(&page))
}

pub(super) async fn agree(
    here: Here,
    Path(reseller): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let draft = SplitTyped::typed(&here.hub, &typed);
    let done = match draft.read(&reseller) {
        Ok(new) => here.hub.agree_split(here.scope(), new).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/support/resellers/{}?saved", encode(&reseller))).into_response()),
        Err(HubError::Invalid(wrong)) => {
            let refusals = Refusals::of(&here.words(), &wrong);
            let mut response = html(&page(&here, &reseller, &typed, |_| draft, refusals).await?);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(error) => Err(error.into()),
    }
}
