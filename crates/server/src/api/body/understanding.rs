//! What a question in somebody's own words was read as.

use std::ops::Range;

use firstline_domain::lang::Lang;
use firstline_domain::policy::PolicyFile;
use firstline_hub::Hub;
use firstline_hub::locale;
use firstline_hub::understand::{FIRST_PARTY, NOT_SUPPORT, ReadTopic, Reading, Understanding};
use serde::Serialize;
use utoipa::ToSchema;

use super::{DecisionBody, channels, party_kinds};

/// A topic that a text may be about.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadTopicBody<'a> {
    /// One of the programme's, or `none.first-party` or `none.not-support`.
    pub topic: &'a str,
    pub name: String,
    /// How people put it.
    pub example: String,
    /// What tells it from the topics it is taken for.
    pub difference: String,
    /// How often such a reading is right.
    pub confidence: f32,
    /// Whose it usually is; null for what is none of the programme's.
    pub responsible: Option<&'static str>,
    pub first_contact: Option<&'static str>,
}

/// An offer that the text speaks of.
#[derive(Debug, Serialize, ToSchema)]
pub struct SpokenOfferBody<'a> {
    /// `publisher/offer`.
    pub offer: String,
    pub name: &'a str,
    /// The words that name it.
    pub words: &'a str,
    /// Whether the name stands there whole, as it is written.
    pub exact: bool,
}

/// What a question in somebody's own words was read as.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnderstandingBody<'a> {
    /// The language of the text.
    pub lang: &'static str,
    /// Where it is sure, what it is about, all of it; else two or three things it may be about, the likeliest first.
    pub topics: Vec<ReadTopicBody<'a>>,
    /// Whether it is sure whose it is.
    pub sure: bool,
    /// How often such a reading is right about whose it is.
    pub confidence: f32,
    /// In one sentence, for whoever asked.
    pub says: String,
    #[schema(schema_with = party_kinds)]
    pub asker: &'static str,
    #[schema(schema_with = channels)]
    pub channel: &'static str,
    /// How bad the text says it is: A, B or C.
    pub severity: Option<&'static str>,
    /// The words that led to the first topic.
    pub words: Vec<&'a str>,
    pub offers: Vec<SpokenOfferBody<'a>>,
    /// The subscription it names, as the operator's system calls it.
    pub subscription: Option<&'a str>,
    /// The invoice it names.
    pub invoice: Option<&'a str>,
}

/// What was understood, and the decisions that follow from it.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeardBody<'a> {
    pub understood: UnderstandingBody<'a>,
    /// One for each topic that is surely meant; empty where one has to choose, or where it is none of the programme's.
    pub decisions: Vec<DecisionBody<'a>>,
}

/// The answer to a question: the decision on its topic, or what its text was understood as.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum AskedBody<'a> {
    Decision(Box<DecisionBody<'a>>),
    Heard(Box<HeardBody<'a>>),
}

impl<'a> UnderstandingBody<'a> {
    /// What `text` was understood as, for a reader.
    pub fn new(hub: &Hub, text: &'a str, understanding: &'a Understanding, lang: Lang) -> Self {
        let reading = &understanding.reading;
        let policy = hub.policy().file();
        UnderstandingBody {
            lang: reading.lang.tag(),
            topics: reading
                .topics
                .iter()
                .map(|topic| read_topic(policy, topic, lang))
                .collect(),
            sure: reading.sure,
            confidence: rounded(reading.certainty),
            says: says(policy, reading, lang),
            asker: reading.asker.as_str(),
            channel: reading.channel.as_str(),
            severity: reading.severity.as_ref().map(|said| said.what.as_str()),
            words: spans(text, &reading.led),
            offers: understanding
                .offers
                .iter()
                .map(|offer| SpokenOfferBody {
                    offer: format!("{}/{}", offer.entry.publisher_handle, offer.entry.handle),
                    name: offer.entry.text(lang).0,
                    words: text.get(offer.span.clone()).unwrap_or_default(),
                    exact: offer.exact,
                })
                .collect(),
            subscription: understanding
                .subscription
                .as_ref()
                .map(|subscription| subscription.handle.as_str()),
            invoice: understanding
                .invoice
                .as_ref()
                .map(|invoice| invoice.number.as_str()),
        }
    }
}

fn spans<'a>(text: &'a str, spans: &[Range<usize>]) -> Vec<&'a str> {
    spans.iter().filter_map(|span| text.get(span.clone())).collect()
}

fn read_topic<'a>(policy: &PolicyFile, topic: &'a ReadTopic, lang: Lang) -> ReadTopicBody<'a> {
    let TopicTexts {
        name,
        example,
        difference,
    } = topic_texts(policy, &topic.topic, lang);
    ReadTopicBody {
        topic: &topic.topic,
        name,
        example,
        difference,
        confidence: rounded(topic.certainty),
        responsible: topic.owners.map(|owners| owners.responsible.as_str()),
        first_contact: topic.owners.map(|owners| owners.first_contact.as_str()),
    }
}

/// A topic in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicTexts {
    pub name: String,
    /// How people put it, or what to do about what is none of the programme's.
    pub example: String,
    /// What tells it from the topics it is taken for.
    pub difference: String,
}

/// What a topic is called, how people put it, and what tells it from others.
pub fn topic_texts(policy: &PolicyFile, topic: &str, lang: Lang) -> TopicTexts {
    let keyed = |key: &str| TopicTexts {
        name: locale::text(lang, &format!("{key}-name")).into_owned(),
        example: locale::text(lang, &format!("{key}-help")).into_owned(),
        difference: locale::text(lang, &format!("{key}-difference")).into_owned(),
    };
    match policy.topic.get(topic) {
        Some(topic) => TopicTexts {
            name: topic.name.get(lang).to_owned(),
            example: topic.example.get(lang).to_owned(),
            difference: topic.difference.get(lang).to_owned(),
        },
        None if topic == FIRST_PARTY => keyed("understood-first-party"),
        None => keyed("understood-not-support"),
    }
}

/// What was read, in one sentence.
pub fn says(policy: &PolicyFile, reading: &Reading, lang: Lang) -> String {
    let Some(first) = reading.first() else {
        return locale::text(lang, "understood-nothing").into_owned();
    };
    let outside = |key: &str| {
        let help = locale::text(lang, &format!("{key}-help"));
        format!("{} {help}", locale::text(lang, key))
    };
    match first.topic.as_str() {
        _ if !reading.sure => locale::text(lang, "understood-choose").into_owned(),
        FIRST_PARTY => outside("understood-first-party"),
        NOT_SUPPORT => outside("understood-not-support"),
        topic => firstline_hub::t!(
            lang,
            "understood-as",
            topic = topic_texts(policy, topic, lang).name
        ),
    }
}

/// A share to three places, as it is sent.
pub fn rounded(share: f32) -> f32 {
    (share * 1000.0).round() / 1000.0
}
