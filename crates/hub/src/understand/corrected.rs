//! A reading that somebody corrected: kept as an example to learn from, where the organisation keeps such, and learned from by
//! whoever works on the hub's machine.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::DecisionId;
use firstline_domain::scope::Scope;
use firstline_store::correction::{self, Correction};

use super::{Example, FIRST_PARTY, Header, Hints, Model, TEXT_BYTES_MAX};
use crate::ask::{Answer, Question};
use crate::{Hub, HubError};

impl Hub {
    /// Whether the asker's organisation keeps corrections of readings.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn keeps_corrections(&self, scope: &Scope) -> Result<bool, HubError> {
        let scope = scope.clone();
        self.read(move |tx| Ok(correction::are_kept(tx, &scope)?)).await
    }

    /// Answers a question whose asker says what their own words are about, keeps the answer, and keeps the words with that as
    /// [`Hub::correct_reading`] does.
    ///
    /// # Errors
    /// As for [`Hub::ask_and_keep`].
    pub async fn ask_corrected_and_keep(
        &self,
        scope: &Scope,
        text: &str,
        question: &Question,
    ) -> Result<Answer, HubError> {
        let words = Some(text).filter(|text| is_readable(text));
        let answer = self.ask_and_keep_words(scope, question, words).await?;
        self.correct_reading(scope, text, question).await?;
        Ok(answer)
    }

    /// The words that a kept answer followed from, for the person who wrote them, where their organisation keeps corrections.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn asked_words(&self, scope: &Scope, answer: DecisionId) -> Result<Option<String>, HubError> {
        let scope = scope.clone();
        self.read(move |tx| Ok(correction::words_of(tx, &scope, answer)?))
            .await
    }

    /// Keeps what a question in the asker's own words is about by its asker's word, if that is not how it is read, and if the
    /// asker's organisation keeps such corrections. Tells whether it did.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn correct_reading(
        &self,
        scope: &Scope,
        text: &str,
        question: &Question,
    ) -> Result<bool, HubError> {
        let known = question.topic == FIRST_PARTY || self.policy().file().topic.contains_key(&question.topic);
        let may = scope.may(Act::Add, Object::Decision, Relation::Own);
        if !known || !may || !is_readable(text) {
            return Ok(false);
        }
        let asker = question.asker.unwrap_or(scope.usual_kind());
        let hints = Hints {
            asker: Some(asker),
            channel: question.channel,
            lang: None,
        };
        let reading = self.reader().read(text, &hints);
        let read_as = reading.first().map(|first| first.topic.clone());
        if reading.sure && read_as.as_ref() == Some(&question.topic) {
            return Ok(false);
        }
        let kept = Correction {
            id: self.new_id(),
            asker,
            lang: reading.lang,
            topic: question.topic.clone(),
            read_as,
            text: text.to_owned(),
            made_at: self.now(),
        };
        let (hub, scope) = (self.clone(), scope.clone());
        // It changes none of the facts that answers are remembered by.
        self.0
            .db
            .write(move |tx| {
                if !correction::keep(tx, &scope, &kept)? {
                    return Ok(false);
                }
                let detail = serde_json::json!({ "topic": kept.topic, "read_as": kept.read_as });
                hub.record(tx, &scope, "correct-reading", &kept.id.to_string(), &detail)?;
                Ok(true)
            })
            .await
    }

    /// The corrections of all organisations that keep them, as examples: for whoever works on the hub's machine.
    ///
    /// # Errors
    /// [`HubError::NotAllowed`] for everybody else.
    pub async fn corrections(&self, scope: &Scope) -> Result<Vec<Example>, HubError> {
        let scope = scope.clone();
        let kept = self.read(move |tx| Ok(correction::all(tx, &scope)?)).await?;
        Ok(kept
            .into_iter()
            .map(|kept| Example {
                lang: kept.lang,
                topic: kept.topic,
                text: kept.text,
                asker: kept.asker,
                also: Vec::new(),
            })
            .collect())
    }

    /// Puts on record that a model was installed that learned from this hub's corrections, who did it, and how it does.
    ///
    /// # Errors
    /// Only the store's.
    pub async fn record_training(&self, scope: &Scope, installed: &Installed<'_>) -> Result<(), HubError> {
        let detail = serde_json::Value::Object(installed.detail());
        let (hub, scope, object) = (self.clone(), scope.clone(), installed.model.digest());
        self.write(move |tx| Ok(hub.record(tx, &scope, "train-model", &object, &detail)?))
            .await
    }
}

/// A model that is put in another's place.
pub struct Installed<'m> {
    /// Who does it, by the name they have on the machine.
    pub by: &'m str,
    pub model: &'m Model,
    /// The digest of the one it replaces.
    pub replaced: Option<String>,
}

impl Installed<'_> {
    /// What is put on record of it.
    pub fn detail(&self) -> serde_json::Map<String, serde_json::Value> {
        let Header { figures, trained, .. } = &self.model.header;
        let share = |share: f32| format!("{:.1} %", share * 100.0).into();
        [
            ("by", self.by.into()),
            ("model", self.model.digest().into()),
            ("replaced", self.replaced.clone().into()),
            ("examples", trained.count.into()),
            ("own_examples", trained.local.into()),
            ("held_out", trained.held_out.into()),
            ("party", share(figures.party)),
            ("sure", share(figures.sure)),
            ("party_when_sure", share(figures.party_when_sure)),
            ("topic", share(figures.topic)),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
    }
}

/// Whether a text is one that is read, and so can be kept.
fn is_readable(text: &str) -> bool {
    !text.trim().is_empty() && text.len() <= TEXT_BYTES_MAX
}
