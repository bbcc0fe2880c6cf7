//! What a question in somebody's own words was read as.

use std::ops::Range;

use firstline_domain::lang::Lang;
use firstline_domain::policy::PolicyFile;
use firstline_hub::Hub;
use firstline_hub::locale;
use firstline_hub::understand::{FIRST_PARTY, ReadTopic, Reading, Understanding};
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
    /// What it is about, the most likely first; all of them where it is sure, else what it may be.
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
    let (name, example) = topic_texts(policy, &topic.topic, lang);
    ReadTopicBody {
        topic: &topic.topic,
        name,
        example,
        confidence: rounded(topic.certainty),
        responsible: topic.owners.map(|owners| owners.responsible.as_str()),
        first_contact: topic.owners.map(|owners| owners.first_contact.as_str()),
    }
}

/// What a topic is called and how people put it.
pub fn topic_texts(policy: &PolicyFile, topic: &str, lang: Lang) -> (String, String) {
    match policy.topic.get(topic) {
        Some(topic) => (
            topic.name.get(lang).to_owned(),
            topic.example.get(lang).to_owned(),
        ),
        None if topic == FIRST_PARTY => (
            locale::text(lang, "understood-first-party").into_owned(),
            locale::text(lang, "understood-first-party-help").into_owned(),
        ),
        None => (
            locale::text(lang, "understood-not-support").into_owned(),
            locale::text(lang, "understood-not-support-help").into_owned(),
        ),
    }
}

/// What was read, in one sentence.
pub fn says(policy: &PolicyFile, reading: &Reading, lang: Lang) -> String {
    let Some(first) = reading.first() else {
        return locale::text(lang, "understood-nothing").into_owned();
    };
    let (name, help) = topic_texts(policy, &first.topic, lang);
    match (reading.sure, reading.outside()) {
        (true, true) => format!("{name} {help}"),
        (true, false) => firstline_hub::t!(lang, "understood-as", topic = name),
        (false, _) => locale::text(lang, "understood-choose").into_owned(),
    }
}

/// A share to three places, as it is sent.
pub fn rounded(share: f32) -> f32 {
    (share * 1000.0).round() / 1000.0
}
