//! The reseller's view: what is its own, what is its provider's, and whom to ask where it is not agreed (S10).

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::offer::Contact;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_hub::split::Pair;
use firstline_hub::views::Supposed;
use firstline_hub::{HubError, t};

use super::desk::form::{Refusals, Summary, Typed};
use super::line::LineMini;
use super::part::{HoursNow, Reaches};
use super::support::pair::Side;
use super::support::proposal::Waiting;
use super::support::{Technical, day, family, shared_topics, topic_words, way};
use super::{Frame, Here, Place, Words, encode, html};
use crate::App;
use crate::failure::Failure;

/// Whose a topic is, in the order in which a reseller reads it, with the keys of the groups' names.
const GROUPS: [(Option<Share>, &str); 4] = [
    (Some(Share::Reseller), "reseller-yours"),
    (Some(Share::ResellerThenProvider), "reseller-both"),
    (Some(Share::Provider), "reseller-theirs"),
    (None, "reseller-open"),
];

pub(super) fn router() -> Router<App> {
    Router::new().route("/support/providers", get(show))
}

/// A topic and whose it is.
pub(super) struct TopicRow {
    pub name: String,
    pub family: String,
    pub line: Option<LineMini>,
}

/// The topics that are one party's.
pub(super) struct Group {
    pub share: Option<Share>,
    /// The key of its name.
    pub name: &'static str,
    pub topics: Vec<TopicRow>,
}

impl Group {
    pub fn is_yours(&self) -> bool {
        self.share == Some(Share::Reseller)
    }

    pub fn is_open(&self) -> bool {
        self.share.is_none()
    }

    pub fn is_both(&self) -> bool {
        self.share == Some(Share::ResellerThenProvider)
    }
}

/// What a reseller and one provider agreed on, as the reseller reads it.
pub(super) struct Agreed {
    pub provider: String,
    pub agreed: Option<String>,
    pub groups: Vec<Group>,
    /// The names of the topics that are open, as words; absent where none is.
    pub open: Option<String>,
    pub reaches: Option<Reaches>,
    /// The first way to reach the provider, for the rows.
    pub first_reach: Option<Reaches>,
    pub hours: Option<HoursNow>,
    pub meets: bool,
    /// What waits for an answer.
    pub proposal: Option<Waiting>,
    /// Where another agreement is proposed.
    pub propose: String,
}

impl Agreed {
    pub(super) fn of(here: &Here, words: &Words, pair: &Pair, choice: Option<TechnicalChoice>) -> Self {
        let hub = &here.hub;
        let current = pair.current.as_ref();
        let share_of = |topic: &str| current.and_then(|split| split.shares.get(topic).copied());
        let row = |topic: &str| {
            let share = share_of(topic);
            let supposed = Supposed {
                channel: Channel::Indirect,
                parties: vec![
                    (PartyKind::Provider, &pair.provider),
                    (PartyKind::Reseller, &pair.reseller),
                ],
                share,
                provider_meets_customers: current.is_some_and(|split| split.provider_meets_customers),
                choice: choice.filter(|_| share == Some(Share::Reseller)),
            };
            let (name, _) = topic_words(hub, words, topic);
            let family = words.of("family", family(topic)).into_owned();
            TopicRow {
                name,
                family,
                line: way(hub, words, topic, &supposed),
            }
        };
        let group = |(share, name): (Option<Share>, &'static str)| Group {
            share,
            name,
            topics: shared_topics(hub)
                .filter(|topic| share_of(topic) == share)
                .map(row)
                .collect(),
        };
        let groups: Vec<Group> = GROUPS
            .into_iter()
            .map(group)
            .filter(|group| !group.topics.is_empty())
            .collect();
        let open: Vec<&str> = groups
            .iter()
            .filter(|group| group.is_open())
            .flat_map(|group| &group.topics)
            .map(|topic| &*topic.name)
            .collect();
        let desk: &Contact = &pair.provider.desk;
        let reaches = desk.is_reachable().then(|| Reaches::of(words, desk));
        Agreed {
            provider: pair.provider.name.clone(),
            agreed: current.map(|split| {
                t!(
                    words.lang,
                    "reseller-agreed",
                    provider = &*pair.provider.name,
                    day = day(words, split.from)
                )
            }),
            open: (!open.is_empty())
                .then(|| firstline_hub::locale::list(words.lang, &open, firstline_hub::locale::Joint::And)),
            groups,
            first_reach: reaches.clone().map(|mut reaches| {
                reaches.list.truncate(1);
                reaches
            }),
            reaches,
            hours: desk.hours.as_ref().map(|hours| HoursNow::of(words, hours)),
            meets: current.is_some_and(|split| split.provider_meets_customers),
            proposal: Waiting::of(hub, words, here.scope(), Side::Reseller, pair),
            propose: format!("/support/providers/{}", encode(&pair.provider.handle)),
        }
    }
}

/// What is the reseller's, what its providers'.
#[derive(Template)]
#[template(path = "work/reseller.html")]
pub(super) struct ResellerPage {
    pub frame: Frame,
    pub saved: bool,
    pub may_set: bool,
    pub summary: Summary,
    pub agreed: Vec<Agreed>,
    pub technical: Technical,
}

impl ResellerPage {
    pub fn open(&self, agreed: &Agreed) -> String {
        let topics = agreed.open.as_deref().unwrap_or_default();
        t!(self.frame.lang, "reseller-open-title", topics = topics)
    }

    pub fn open_help(&self, agreed: &Agreed) -> String {
        t!(
            self.frame.lang,
            "reseller-open-help",
            provider = &*agreed.provider
        )
    }

    pub fn title(&self, agreed: &Agreed) -> String {
        t!(self.frame.lang, "reseller-with", provider = &*agreed.provider)
    }
}

/// The page of a reseller, with what was typed into it.
pub(super) async fn page(here: &Here, typed: &Typed, refusals: Refusals) -> Result<Response, HubError> {
    let scope = here.scope();
    let mut pairs = here.hub.pairs(scope).await?;
    pairs.retain(|pair| pair.reseller.id == scope.organisation);
    let choice = here.hub.technical_choices(scope).await?.usual;
    let frame = here.frame(Place::Reseller, here.words().t("reseller-title"));
    let words = frame.words();
    Ok(html(&ResellerPage {
        saved: typed.has("saved"),
        may_set: scope.may(Act::Change, Object::TechnicalChoice, Relation::Own),
        agreed: pairs
            .iter()
            .map(|pair| Agreed::of(here, words, pair, choice))
            .collect(),
        technical: Technical::load(here, words, typed, &refusals).await?,
        summary: Summary {
            words: words.clone(),
            refusals,
        },
        frame,
    }))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    if !here.scope().is(PartyKind::Reseller) {
        return Err(HubError::NotFound("page").into());
    }
    Ok(page(&here, &typed, Refusals::default()).await?)
}
