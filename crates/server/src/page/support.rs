//! How a seller supports its customers: what happens to technical questions (S7), and a provider's splits with its resellers (S10).

pub(in crate::page) mod pair;
pub(in crate::page) mod proposal;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::split::{Share, Split, TechnicalChoice};
use firstline_hub::catalogue::{Found, Search};
use firstline_hub::split::{Choices, Pair};
use firstline_hub::views::Supposed;
use firstline_hub::{Hub, HubError, locale, t};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::desk::form::{Choice, Refusals, Select, Summary, Typed, filled};
use super::line::{LineMini, line_mini};
use super::part::part_name;
use super::{Frame, Here, Place, Words, encode, html};
use crate::App;
use crate::failure::Failure;

/// The most resellers that stand side by side in one table.
const COLUMNS_MAX: usize = 5;
/// Offers proposed for what was typed.
const OFFERS_FOUND: usize = 6;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/support", get(show))
        .route("/support/choice", post(choose))
        .route(
            "/support/resellers/{reseller}",
            get(pair::show_reseller).post(pair::propose_to_reseller),
        )
        .route(
            "/support/providers/{provider}",
            get(pair::show_provider).post(pair::propose_to_provider),
        )
        .route("/support/splits/{id}/answer", post(pair::answer))
        .route("/support/splits/{id}/withdraw", post(pair::withdraw))
}

/// One way to handle technical questions, with what it means.
pub(super) struct Way {
    pub value: &'static str,
    pub name: String,
    pub consequence: String,
    pub line: Option<LineMini>,
    pub chosen: bool,
}

/// An offer with a choice of its own.
pub(super) struct Exception {
    pub reference: String,
    pub name: String,
    pub choice: String,
}

/// An offer that what was typed may mean.
pub(super) struct FoundOffer {
    pub reference: String,
    pub name: String,
    pub publisher: String,
}

/// The choice for technical questions, to be shown and changed.
pub(super) struct Technical {
    /// What was typed to find an offer, and the offers found by it.
    pub offer_name: String,
    pub offer_error: Option<String>,
    pub found: Vec<FoundOffer>,
    pub options: Vec<Way>,
    pub exceptions: Vec<Exception>,
    pub choice: Select,
}

impl Technical {
    /// What the asker's organisation chose, with what was typed to choose anew.
    pub async fn load(
        here: &Here,
        words: &Words,
        typed: &Typed,
        refusals: &Refusals,
    ) -> Result<Self, HubError> {
        let choices = here.hub.technical_choices(here.scope()).await?;
        let found = match filled(typed.get("offer_name")) {
            Some(name) => find_offers(here, words, name).await?,
            None => Vec::new(),
        };
        Ok(Technical::new(here, words, &choices, typed, found, refusals))
    }

    fn new(
        here: &Here,
        words: &Words,
        choices: &Choices,
        typed: &Typed,
        found: Vec<FoundOffer>,
        refusals: &Refusals,
    ) -> Self {
        let option = |choice: Option<TechnicalChoice>| Way {
            value: choice.map_or("", TechnicalChoice::as_str),
            name: words
                .of("choice", choice.map_or("none", TechnicalChoice::as_str))
                .into_owned(),
            consequence: words
                .of("choice-help", choice.map_or("none", TechnicalChoice::as_str))
                .into_owned(),
            line: choice_line(here, words, choice),
            chosen: choices.usual == choice,
        };
        let ways = [
            None,
            Some(TechnicalChoice::SendOn),
            Some(TechnicalChoice::Coordinate),
        ];
        let mut exceptions: Vec<Exception> = choices
            .by_offer
            .iter()
            .map(|(offer, choice)| Exception {
                reference: offer.id.to_string(),
                name: offer.name(words.lang).to_owned(),
                choice: words.of("choice", choice).into_owned(),
            })
            .collect();
        exceptions.sort_by(|left, right| locale::compare(words.lang, &left.name, &right.name));
        let to_choose = TechnicalChoice::ALL.iter().map(|choice| {
            Choice::new(
                choice,
                words.of("choice", choice),
                typed.get("choice") == choice.as_str(),
            )
        });
        Technical {
            options: ways.into_iter().map(option).collect(),
            exceptions,
            offer_name: typed.get("offer_name").to_owned(),
            offer_error: refusals.at("offer"),
            found,
            choice: Select::new(
                words,
                "choice",
                words.t("choice-for-it"),
                to_choose.collect(),
                refusals,
            ),
        }
    }
}

async fn find_offers(here: &Here, words: &Words, query: String) -> Result<Vec<FoundOffer>, HubError> {
    let search = Search {
        query,
        limit: OFFERS_FOUND,
        ..Search::default()
    };
    let found = here.hub.search_offers(here.scope(), &search).await?.found;
    let offer = |found: Found| FoundOffer {
        reference: format!("{}/{}", found.entry.publisher_handle, found.entry.handle),
        name: found.entry.text(words.lang).0.to_owned(),
        publisher: found.entry.publisher_name.to_string(),
    };
    Ok(found.into_iter().map(offer).collect())
}

/// The way a customer's technical question takes under a choice.
fn choice_line(here: &Here, words: &Words, choice: Option<TechnicalChoice>) -> Option<LineMini> {
    let policy = here.hub.policy().file();
    let topic = policy
        .topic_order
        .iter()
        .find(|id| policy.topic.get(*id).is_some_and(|topic| topic.technical))?;
    let own = here.scope().usual_kind();
    let (channel, share) = match own {
        PartyKind::Reseller => (Channel::Indirect, Some(Share::Reseller)),
        PartyKind::Provider => (Channel::Indirect, Some(Share::Provider)),
        _ => (Channel::DirectBill, None),
    };
    let supposed = Supposed {
        channel,
        parties: vec![(own, &here.visitor.organisation)],
        share,
        provider_meets_customers: own == PartyKind::Provider,
        choice,
    };
    way(&here.hub, words, topic, &supposed)
}

/// The small line of a customer's question in a supposed sale.
pub(super) fn way(hub: &Hub, words: &Words, topic: &str, supposed: &Supposed<'_>) -> Option<LineMini> {
    let mut line = hub.suppose(topic, supposed, |decision| {
        line_mini(words, hub.policy().file(), decision)
    })?;
    for stop in &mut line.stops {
        stop.name = part_name(words, stop.kind).into_owned();
    }
    // The reader is not the one who asks.
    if let Some(first) = line.stops.first_mut() {
        first.class = first.class.replace("is-you", "").trim().to_owned();
    }
    Some(line)
}

/// The topics that provider and reseller share, in the order of the programme.
pub(super) fn shared_topics(hub: &Hub) -> impl Iterator<Item = &str> {
    let policy = hub.policy().file();
    policy
        .topic_order
        .iter()
        .filter(|id| policy.topic.get(*id).is_some_and(|topic| topic.split))
        .map(String::as_str)
}

/// A topic's name and example in the reader's language.
pub(super) fn topic_words(hub: &Hub, words: &Words, topic: &str) -> (String, String) {
    hub.policy().file().topic.get(topic).map_or_else(
        || (topic.to_owned(), String::new()),
        |topic| {
            (
                topic.name.get(words.lang).to_owned(),
                topic.example.get(words.lang).to_owned(),
            )
        },
    )
}

/// The family of a topic, by which lists are grouped.
pub(super) fn family(topic: &str) -> &str {
    topic.split('.').next().unwrap_or(topic)
}

/// The key of a share's name.
pub(super) fn share_key(share: Option<Share>) -> &'static str {
    match share {
        Some(Share::Reseller) => "share-reseller",
        Some(Share::ResellerThenProvider) => "share-both",
        Some(Share::Provider) => "share-provider",
        None => "share-open",
    }
}

/// A day in the reader's language.
pub(super) fn day(words: &Words, date: Date) -> String {
    date.to_zoned(TimeZone::UTC).map_or_else(
        |_| date.to_string(),
        |at| locale::date(words.lang, at.timestamp(), &TimeZone::UTC),
    )
}

/// Where an agreement stands, as a chip.
pub(super) struct AgreedChip {
    pub class: &'static str,
    pub icon: &'static str,
    pub text: String,
}

impl AgreedChip {
    pub fn of(hub: &Hub, words: &Words, current: Option<&Split>) -> Self {
        let Some(split) = current else {
            return AgreedChip {
                class: "chip--breach",
                icon: "missing",
                text: words.t("split-none").into_owned(),
            };
        };
        match shared_topics(hub)
            .filter(|topic| !split.shares.contains_key(*topic))
            .count()
        {
            0 => AgreedChip {
                class: "chip--ok",
                icon: "check",
                text: words.t("split-agreed").into_owned(),
            },
            open => AgreedChip {
                class: "chip--warn",
                icon: "missing",
                text: t!(words.lang, "split-open", count = open),
            },
        }
    }
}

/// A reseller in the provider's list.
pub(super) struct ResellerRow {
    pub href: String,
    pub name: String,
    pub agreed: AgreedChip,
    /// Whether it proposes another split, which waits for an answer.
    pub proposes: bool,
    /// The profile that the agreement follows; absent where it follows none.
    pub profile: Option<String>,
    pub from: Option<String>,
    pub until: Option<String>,
}

impl ResellerRow {
    fn of(hub: &Hub, words: &Words, pair: &Pair) -> Self {
        let current = pair.current.as_ref();
        ResellerRow {
            href: format!("/support/resellers/{}", encode(&pair.reseller.handle)),
            name: pair.reseller.name.clone(),
            agreed: AgreedChip::of(hub, words, current),
            proposes: pair
                .open
                .as_ref()
                .is_some_and(|open| open.waits_for(pair.provider.id)),
            profile: current.and_then(|split| profile_of(hub, words, split)),
            from: current.map(|split| day(words, split.from)),
            until: current
                .and_then(|split| split.until)
                .map(|until| day(words, until)),
        }
    }
}

/// The name of the profile whose shares an agreement has.
fn profile_of(hub: &Hub, words: &Words, split: &Split) -> Option<String> {
    let follows = |profile: &firstline_domain::policy::Profile| {
        profile.provider_meets_customers == split.provider_meets_customers
            && shared_topics(hub).all(|topic| profile.share(topic) == split.shares.get(topic).copied())
    };
    let profile = hub
        .policy()
        .file()
        .profile
        .values()
        .find(|profile| follows(profile))?;
    Some(profile.name.get(words.lang).to_owned())
}

/// A topic beside what each reseller agreed on it.
pub(super) struct TopicRow {
    /// The family, at the first topic of it.
    pub family: Option<String>,
    pub name: String,
    /// The shares in the order of the columns: whether it is open, and its name.
    pub shares: Vec<(bool, String)>,
}

/// What a seller chose and agreed.
#[derive(Template)]
#[template(path = "work/support.html")]
pub(super) struct SupportPage {
    pub frame: Frame,
    pub saved: bool,
    pub may_set: bool,
    pub summary: Summary,
    pub technical: Technical,
    /// A provider's resellers; absent for whoever is none.
    pub resellers: Option<Vec<ResellerRow>>,
    pub topics: Vec<TopicRow>,
    /// Whether the asker resells too, and so has another page.
    pub resells: bool,
}

impl SupportPage {
    pub fn open(&self) -> String {
        let rows = self.resellers.as_deref().unwrap_or_default();
        let open = rows.iter().filter(|row| row.agreed.class != "chip--ok").count();
        t!(
            self.frame.lang,
            "support-resellers-said",
            count = rows.len(),
            open = open
        )
    }
}

/// The rows of the table of topics and resellers; none where there are too many resellers for one table.
fn topic_rows(hub: &Hub, words: &Words, pairs: &[Pair]) -> Vec<TopicRow> {
    if pairs.is_empty() || pairs.len() > COLUMNS_MAX {
        return Vec::new();
    }
    let mut last = "";
    shared_topics(hub)
        .map(|topic| {
            let starts = family(topic) != std::mem::replace(&mut last, family(topic));
            let share = |pair: &Pair| {
                let share = pair
                    .current
                    .as_ref()
                    .and_then(|split| split.shares.get(topic).copied());
                (share.is_none(), words.t(share_key(share)).into_owned())
            };
            TopicRow {
                family: starts.then(|| words.of("family", family(topic)).into_owned()),
                name: topic_words(hub, words, topic).0,
                shares: pairs.iter().map(share).collect(),
            }
        })
        .collect()
}

async fn page(here: &Here, typed: &Typed, refusals: Refusals) -> Result<SupportPage, HubError> {
    let scope = here.scope();
    let provides = scope.is(PartyKind::Provider);
    let mut pairs = if provides {
        here.hub.pairs(scope).await?
    } else {
        Vec::new()
    };
    pairs.retain(|pair| pair.provider.id == scope.organisation);
    let frame = here.frame(Place::Support, here.words().t("support-title"));
    let words = frame.words();
    pairs.sort_by(|left, right| locale::compare(words.lang, &left.reseller.name, &right.reseller.name));
    Ok(SupportPage {
        saved: typed.has("saved"),
        may_set: scope.may(Act::Change, Object::TechnicalChoice, Relation::Own),
        technical: Technical::load(here, words, typed, &refusals).await?,
        resellers: provides.then(|| {
            pairs
                .iter()
                .map(|pair| ResellerRow::of(&here.hub, words, pair))
                .collect()
        }),
        topics: topic_rows(&here.hub, words, &pairs),
        resells: scope.is(PartyKind::Reseller),
        summary: Summary {
            words: words.clone(),
            refusals,
        },
        frame,
    })
}

/// The page of choices and splits, for a seller that only resells the one of what is its own.
async fn either(here: &Here, typed: &Typed, refusals: Refusals) -> Result<Response, HubError> {
    let scope = here.scope();
    if !scope.sells() {
        return Err(HubError::NotFound("page"));
    }
    if scope.usual_kind() == PartyKind::Reseller
        && !scope.is(PartyKind::Provider)
        && !scope.is(PartyKind::Partner)
    {
        return super::reseller::page(here, typed, refusals).await;
    }
    Ok(html(&page(here, typed, refusals).await?))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    Ok(either(&here, &typed, Refusals::default()).await?)
}

/// What the choice is for: an offer that was chosen from a list, or one that was typed as it stands; nothing for all offers.
fn about(typed: &Typed) -> Option<String> {
    ["offer_choice", "offer", "offer_name"]
        .into_iter()
        .find_map(|name| filled(typed.get(name)))
}

async fn choose(here: Here, typed: Typed) -> Result<Response, Failure> {
    let choice = typed.get("choice").parse::<TechnicalChoice>().ok();
    let about = about(&typed);
    let done = match (typed.has("offer"), &about) {
        (true, None) => Err(HubError::field("offer", "error-offer-needed")),
        _ => here.hub.choose_technical(here.scope(), about, choice).await,
    };
    match done {
        Ok(()) => Ok(Redirect::to("/support?saved").into_response()),
        Err(HubError::Invalid(wrong)) => {
            let refusals = Refusals::of(&here.words(), &wrong);
            let mut response = either(&here, &typed, refusals).await?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(error) => Err(error.into()),
    }
}
