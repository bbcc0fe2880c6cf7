//! Asking in one's own words: where it is sure what is meant, the answers at once; where it is not, what may be meant.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::scope::Scope;

use super::{Hints, Understanding};
use crate::ask::{Answer, Question};
use crate::{Hub, HubError};

/// What was understood, and the answers that follow from it.
#[derive(Debug, Clone)]
pub struct Heard {
    pub understanding: Understanding,
    /// An answer for each topic that is surely meant; none where it is not sure, or is none of the programme's.
    pub answers: Vec<Answer>,
}

impl Hub {
    /// Answers a question in the asker's own words. What `question` says already is taken as it stands; its topic is not looked
    /// at.
    ///
    /// # Errors
    /// As for [`Hub::understand`] and [`Hub::ask`].
    pub async fn ask_in_words(
        &self,
        scope: &Scope,
        text: &str,
        question: &Question,
    ) -> Result<Heard, HubError> {
        self.hear(scope, text, question, false).await
    }

    /// The same, and keeps the answers, so that they can be sent on.
    ///
    /// # Errors
    /// As for [`Hub::ask_in_words`].
    pub async fn ask_in_words_and_keep(
        &self,
        scope: &Scope,
        text: &str,
        question: &Question,
    ) -> Result<Heard, HubError> {
        self.hear(scope, text, question, true).await
    }

    async fn hear(
        &self,
        scope: &Scope,
        text: &str,
        question: &Question,
        kept: bool,
    ) -> Result<Heard, HubError> {
        let understanding = self.understand(scope, text, &hints(question)).await?;
        let mut answers = Vec::new();
        for question in questions(scope, &understanding, question) {
            answers.push(if kept {
                self.ask_and_keep_words(scope, &question, Some(text)).await?
            } else {
                self.ask(scope, &question).await?
            });
        }
        Ok(Heard {
            understanding,
            answers,
        })
    }
}

fn hints(question: &Question) -> Hints {
    Hints {
        asker: question.asker,
        channel: question.channel,
        lang: None,
    }
}

/// The questions that a text surely asks.
fn questions(scope: &Scope, understanding: &Understanding, question: &Question) -> Vec<Question> {
    let reading = &understanding.reading;
    if !reading.sure || reading.outside() {
        return Vec::new();
    }
    // Who asks for anyone must say for whom; everyone else asks in its own part.
    let for_anyone = scope.may(Act::Add, Object::Decision, Relation::Any);
    let asker = question.asker.or(for_anyone.then_some(reading.asker));
    let known = about(understanding, question);
    reading
        .topics
        .iter()
        .filter(|topic| topic.owners.is_some())
        .map(|topic| Question {
            topic: topic.topic.clone(),
            asker,
            ..known.clone()
        })
        .collect()
}

/// What a question is about: what it says itself, and else the one offer or subscription that the text speaks of.
pub fn about(understanding: &Understanding, question: &Question) -> Question {
    let mut known = question.clone();
    if known.offer.is_some() || known.subscription.is_some() {
        return known;
    }
    if let Some(subscription) = &understanding.subscription {
        known.subscription = Some(subscription.id.to_string());
        // The sale says how it was bought.
        known.channel = None;
    } else if let Some(offer) = understanding.offers.first()
        && (offer.own || offer.exact)
        && understanding
            .offers
            .iter()
            .skip(1)
            .all(|other| !other.own && (!other.exact || offer.own))
    {
        known.offer = Some(format!("{}/{}", offer.entry.publisher_handle, offer.entry.handle));
    }
    known
}
