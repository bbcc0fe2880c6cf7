//! Asking: in one's own words, or by what it is about and about what; the answer has a page of its own.

mod words;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::DecisionId;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::PolicyFile;
use firstline_domain::scope::Scope;
use firstline_hub::ask::Question;
use firstline_hub::catalogue::Search;
use firstline_hub::subscription::Sold;
use firstline_hub::{HubError, locale, t};
use serde::Deserialize;
use uuid::Uuid;

#[cfg(test)]
pub(super) use self::words::Choice;
pub(super) use self::words::Read;
use super::frame::{Frame, Here, Place};
use super::part::{Words, part_name};
use super::{html, html_refused};
use crate::App;
use crate::failure::Failure;

/// Offers that a search in the form shows.
const OFFERS_FOUND: usize = 8;
/// Subscriptions that the form lists; beyond them one goes by the customer's page or the subscription's id.
const SUBSCRIPTIONS_LISTED: i64 = 100;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/ask", get(form).post(ask))
        .route("/ask/offers", get(offers))
}

/// What was filled in so far, in the address or in the form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub topic: String,
    /// `publisher/offer`.
    pub offer: String,
    /// The name typed where no offer was chosen.
    pub offer_name: String,
    /// The one chosen of several that the typed name fits.
    pub offer_choice: String,
    pub subscription: String,
    pub channel: String,
    pub asker: String,
    /// The question in one's own words.
    pub text: String,
    /// What of several things that the words may mean was chosen.
    pub choice: String,
    /// Whether the words are to be read, not the topic.
    pub go: String,
    /// The answer that the form was opened from, whose words are asked again.
    pub answer: String,
}

impl Asked {
    fn question(&self) -> Question {
        let given = |value: &str| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        Question {
            asker: self.asker.parse().ok(),
            channel: self.channel.parse().ok(),
            topic: self.topic.clone(),
            offer: given(&self.offer),
            subscription: given(&self.subscription),
        }
    }
}

/// An offer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OfferOption {
    pub reference: String,
    pub name: String,
    pub publisher: String,
}

/// What the question is about, once chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    pub name: String,
    pub detail: String,
    /// The address of this form with another offer still to be chosen.
    pub change: String,
}

/// A subscription that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SubscriptionOption {
    pub reference: String,
    pub text: String,
    pub chosen: bool,
}

/// A topic that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TopicPick {
    pub id: String,
    pub name: String,
    pub example: String,
    pub chosen: bool,
}

/// Topics of one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Family {
    pub name: String,
    pub topics: Vec<TopicPick>,
}

/// Something to choose from, where the records do not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pick {
    pub value: &'static str,
    pub text: String,
    pub chosen: bool,
}

/// What is wrong with each field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    pub offer: Option<String>,
    pub subscription: Option<String>,
    pub topic: Option<String>,
    pub channel: Option<String>,
    pub asker: Option<String>,
    pub text: Option<String>,
}

impl Wrong {
    fn of(words: &Words, asked: &Asked, error: HubError) -> Result<Self, Failure> {
        let HubError::Invalid(fields) = error else {
            return Err(error.into());
        };
        let mut wrong = Wrong::default();
        for field in fields {
            let text = field.text(words.lang);
            match field.name.as_str() {
                "offer" => wrong.offer = Some(text),
                "subscription" => wrong.subscription = Some(text),
                "channel" => wrong.channel = Some(text),
                "asker" => wrong.asker = Some(text),
                "text" => wrong.text = Some(text),
                _ if asked.topic.is_empty() => wrong.topic = Some(words.t("ask-topic-needed").into_owned()),
                _ => wrong.topic = Some(text),
            }
        }
        Ok(wrong)
    }

    /// The fields that are wrong, as links to them.
    pub fn list(&self) -> Vec<(&'static str, &String)> {
        [
            ("text", &self.text),
            ("offer", &self.offer),
            ("subscription", &self.subscription),
            ("topics", &self.topic),
            ("channel", &self.channel),
            ("asker", &self.asker),
        ]
        .into_iter()
        .filter_map(|(id, text)| Some((id, text.as_ref()?)))
        .collect()
    }
}

/// The form in which one asks.
#[derive(Template)]
#[template(path = "ask.html")]
pub(super) struct AskPage {
    pub frame: Frame,
    pub asked: Asked,
    pub about: Option<About>,
    /// Offers to choose one from, where the typed name fits several.
    pub offers: Vec<OfferOption>,
    pub subscriptions: Vec<SubscriptionOption>,
    pub families: Vec<Family>,
    pub channels: Vec<Pick>,
    pub askers: Vec<Pick>,
    pub wrong: Wrong,
    /// What the words were read as.
    pub read: Option<Read>,
    /// Whether what is chosen is kept beside the words, to learn from.
    pub keeps_corrections: bool,
}

/// Options of the offer field.
#[derive(Template)]
#[template(path = "part/offer_options.html")]
pub(super) struct OfferOptions {
    pub options: Vec<OfferOption>,
    pub nothing: String,
}

impl HtmlSafe for OfferOptions {}

async fn form(here: Here, Query(mut asked): Query<Asked>) -> Result<Response, Failure> {
    if let Ok(answer) = Uuid::parse_str(&asked.answer) {
        let words = here.hub.asked_words(here.scope(), DecisionId(answer)).await?;
        asked.text = words.unwrap_or_default();
    }
    Ok(html(&page(&here, asked, Vec::new(), Wrong::default()).await?))
}

async fn ask(here: Here, Form(mut asked): Form<Asked>) -> Result<Response, Failure> {
    if asked.offer.is_empty() {
        asked.offer = std::mem::take(&mut asked.offer_choice);
    }
    if asked.offer.trim().is_empty() && !asked.offer_name.trim().is_empty() {
        let found = find_offers(&here, &asked.offer_name).await?;
        match found.as_slice() {
            [only] => asked.offer.clone_from(&only.reference),
            several => {
                let key = if several.is_empty() {
                    "ask-offer-none"
                } else {
                    "ask-offer-several"
                };
                let text = t!(here.reader.lang, key, name = &asked.offer_name);
                let wrong = Wrong {
                    offer: Some(text),
                    ..Wrong::default()
                };
                return Ok(html_refused(&page(&here, asked, found, wrong).await?));
            }
        }
    }
    if let Some(said) = words::outside(&here, &asked).await? {
        return Ok(said);
    }
    if !asked.choice.is_empty() {
        asked.topic = std::mem::take(&mut asked.choice);
    } else if !asked.text.trim().is_empty() && (!asked.go.is_empty() || asked.topic.is_empty()) {
        return words::ask_in_words(here, asked).await;
    }
    let question = asked.question();
    let answer = here
        .hub
        .ask_corrected_and_keep(here.scope(), &asked.text, &question);
    match answer.await {
        Ok(answer) => {
            let id = answer.id.ok_or(HubError::NotFound("decision"))?;
            Ok(Redirect::to(&format!("/answers/{id}")).into_response())
        }
        Err(error) => {
            let wrong = Wrong::of(&here.words(), &asked, error)?;
            Ok(html_refused(&page(&here, asked, Vec::new(), wrong).await?))
        }
    }
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    q: String,
}

async fn offers(here: Here, Query(Typed { q }): Query<Typed>) -> Result<Response, Failure> {
    let options = find_offers(&here, &q).await?;
    Ok(html(&OfferOptions {
        options,
        nothing: t!(here.reader.lang, "ask-offer-none", name = q),
    }))
}

async fn find_offers(here: &Here, typed: &str) -> Result<Vec<OfferOption>, Failure> {
    let search = Search {
        query: typed.to_owned(),
        limit: OFFERS_FOUND,
        ..Search::default()
    };
    let found = here.hub.search_offers(here.scope(), &search).await?.found;
    Ok(found
        .into_iter()
        .map(|found| OfferOption {
            reference: format!("{}/{}", found.entry.publisher_handle, found.entry.handle),
            name: found.entry.text(here.reader.lang).0.to_owned(),
            publisher: found.entry.publisher_name.to_string(),
        })
        .collect())
}

/// The form as far as it is filled in. What is named there and does not exist for the asker is left to be chosen anew.
async fn page(
    here: &Here,
    mut asked: Asked,
    offers: Vec<OfferOption>,
    mut wrong: Wrong,
) -> Result<AskPage, Failure> {
    let (words, scope, policy) = (here.words(), here.scope(), here.hub.policy().file());
    let sold = match asked.subscription.as_str() {
        "" => None,
        reference => found(here.hub.subscription(scope, reference).await)?,
    };
    if sold.is_none() && !asked.subscription.is_empty() && wrong.subscription.is_none() {
        wrong.subscription = Some(t!(
            words.lang,
            "error-subscription-unknown",
            value = &asked.subscription
        ));
        asked.subscription.clear();
    }
    let mut about = None;
    let mut offer_id = None;
    if let Some(sold) = &sold {
        asked.offer = format!("{}/{}", sold.publisher.handle, sold.offer.handle);
        offer_id = Some(sold.offer.id);
        about = Some(About {
            name: sold.offer.name(words.lang).to_owned(),
            detail: format!(
                "{} · {}",
                sold.publisher.name,
                kind_name(&words, policy, &sold.offer.kind)
            ),
            change: change(&asked),
        });
    } else if !asked.offer.is_empty() {
        match found(here.hub.offer_without_contacts(scope, &asked.offer).await)? {
            Some(page) => {
                offer_id = Some(page.offer.id);
                about = Some(About {
                    name: page.offer.name(words.lang).to_owned(),
                    detail: format!(
                        "{} · {}",
                        page.publisher.name,
                        kind_name(&words, policy, &page.offer.kind)
                    ),
                    change: change(&asked),
                });
            }
            None => {
                wrong
                    .offer
                    .get_or_insert_with(|| t!(words.lang, "error-offer-unknown", value = &asked.offer));
                asked.offer_name = std::mem::take(&mut asked.offer);
            }
        }
    }
    let known = if scope.may_some(Act::See, Object::Subscription) {
        here.hub
            .subscriptions(scope, offer_id, None, None, SUBSCRIPTIONS_LISTED)
            .await?
    } else {
        Vec::new()
    };
    let title = words.t("ask-title");
    Ok(AskPage {
        subscriptions: subscriptions(&words, scope, &known, sold.as_ref(), about.is_some()),
        families: families(&words, policy, &asked.topic),
        channels: channels(&words, scope, &asked, sold.is_some()),
        askers: askers(&words, scope, &asked),
        frame: here.frame(Place::Ask, title),
        asked,
        about,
        offers,
        wrong,
        read: None,
        keeps_corrections: here.hub.keeps_corrections(scope).await?,
    })
}

/// Something that may not exist for the asker.
fn found<T>(looked_up: Result<T, HubError>) -> Result<Option<T>, HubError> {
    match looked_up {
        Ok(found) => Ok(Some(found)),
        Err(HubError::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn kind_name<'p>(words: &Words, policy: &'p PolicyFile, kind: &'p str) -> &'p str {
    policy
        .kind
        .get(kind)
        .map_or(kind, |kind| kind.name.get(words.lang))
}

fn change(asked: &Asked) -> String {
    if asked.topic.is_empty() {
        "/ask".to_owned()
    } else {
        format!("/ask?topic={}", super::encode(&asked.topic))
    }
}

/// The subscriptions to choose from: by customer for those who sell, by product for those who use them.
fn subscriptions(
    words: &Words,
    scope: &Scope,
    known: &[Sold],
    chosen: Option<&Sold>,
    of_one_offer: bool,
) -> Vec<SubscriptionOption> {
    let mut all: Vec<SubscriptionOption> = known
        .iter()
        .map(|sold| {
            let product = sold.offer.name(words.lang);
            let reference = &sold.subscription.handle;
            let text = match (sold.customer.id == scope.organisation, of_one_offer) {
                (true, _) => format!("{product} ({reference})"),
                (false, true) => format!("{} ({reference})", sold.customer.name),
                (false, false) => format!("{} · {product} ({reference})", sold.customer.name),
            };
            SubscriptionOption {
                chosen: chosen.is_some_and(|chosen| chosen.subscription.id == sold.subscription.id),
                reference: sold.subscription.id.to_string(),
                text,
            }
        })
        .collect();
    all.sort_by(|left, right| locale::compare(words.lang, &left.text, &right.text));
    all
}

/// The topics of the programme by family, in its order.
pub(super) fn families(words: &Words, policy: &PolicyFile, chosen: &str) -> Vec<Family> {
    let mut families: Vec<(&str, Family)> = Vec::new();
    for id in &policy.topic_order {
        let Some(topic) = policy.topic.get(id) else {
            continue;
        };
        let family = id.split('.').next().unwrap_or(id);
        let pick = TopicPick {
            id: id.clone(),
            name: topic.name.get(words.lang).to_owned(),
            example: topic.example.get(words.lang).to_owned(),
            chosen: id == chosen,
        };
        match families.iter_mut().find(|(known, _)| *known == family) {
            Some((_, known)) => known.topics.push(pick),
            None => {
                let name = words.of("family", family).into_owned();
                families.push((
                    family,
                    Family {
                        name,
                        topics: vec![pick],
                    },
                ));
            }
        }
    }
    families.into_iter().map(|(_, family)| family).collect()
}

/// How it was bought: asked of those whose own part does not say it, where no subscription does.
fn channels(words: &Words, scope: &Scope, asked: &Asked, known: bool) -> Vec<Pick> {
    let says = scope.kinds().iter().all(|kind| kind.sells());
    if known || says {
        return Vec::new();
    }
    let unknown = Pick {
        value: "",
        text: words.t("ask-channel-unknown").into_owned(),
        chosen: asked.channel.is_empty(),
    };
    let each = Channel::ALL.iter().rev().map(|channel| Pick {
        value: channel.as_str(),
        text: words.of("channel", channel).into_owned(),
        chosen: asked.channel == channel.as_str(),
    });
    std::iter::once(unknown).chain(each).collect()
}

/// In which part one asks: asked of organisations with several, and of those who may ask on anyone's.
fn askers(words: &Words, scope: &Scope, asked: &Asked) -> Vec<Pick> {
    let kinds: &[PartyKind] = if scope.may(Act::Add, Object::Decision, Relation::Any) {
        PartyKind::ALL
    } else {
        scope.kinds()
    };
    if kinds.len() < 2 {
        return Vec::new();
    }
    let usual = Pick {
        value: "",
        text: words.t("ask-asker-usual").into_owned(),
        chosen: asked.asker.is_empty(),
    };
    let each = kinds.iter().map(|kind| Pick {
        value: kind.as_str(),
        text: part_name(words, *kind).into_owned(),
        chosen: asked.asker == kind.as_str(),
    });
    std::iter::once(usual).chain(each).collect()
}
