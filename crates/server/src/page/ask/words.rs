//! Asking in one's own words: straight to the answer where it is sure what is meant, and else to what may be meant.

use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::policy::PolicyFile;
use firstline_hub::t;
use firstline_hub::understand::{Understanding, about};

use super::{Asked, OfferOption, Wrong, page};
use crate::api::body::{says, topic_texts};
use crate::failure::Failure;
use crate::page::frame::Here;
use crate::page::line::called;
use crate::page::part::Words;
use crate::page::{html, html_refused};

/// Something that a text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub topic: String,
    pub name: String,
    pub example: String,
    /// Whose it usually is.
    pub goes_to: String,
}

/// What a text was read as, where that gives no answer at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Read {
    pub says: String,
    pub help: Option<String>,
    pub choices: Vec<Choice>,
    /// The words that led to it.
    pub led: Option<String>,
}

impl Read {
    /// What somebody is shown of it.
    pub(crate) fn new(words: &Words, policy: &PolicyFile, text: &str, understanding: &Understanding) -> Self {
        let reading = &understanding.reading;
        let choices: Vec<Choice> = reading
            .topics
            .iter()
            .filter_map(|topic| {
                let owners = topic.owners?;
                let (name, example) = topic_texts(policy, &topic.topic, words.lang);
                let owner = called(words, policy, owners.responsible, None);
                Some(Choice {
                    topic: topic.topic.clone(),
                    name,
                    example,
                    goes_to: t!(words.lang, "understood-goes-to", owner = owner),
                })
            })
            .collect();
        let led: Vec<&str> = reading
            .led
            .iter()
            .filter_map(|span| text.get(span.clone()))
            .collect();
        let choose = !reading.sure && !choices.is_empty();
        Read {
            says: says(policy, reading, words.lang),
            help: choose.then(|| words.t("understood-choose-help").into_owned()),
            choices: if choose { choices } else { Vec::new() },
            led: (!led.is_empty()).then(|| t!(words.lang, "understood-words", words = led.join(" · "))),
        }
    }
}

/// Answers what was asked in one's own words, or shows what it may mean.
pub(super) async fn ask_in_words(here: Here, mut asked: Asked) -> Result<Response, Failure> {
    let question = asked.question();
    let heard = here
        .hub
        .ask_in_words_and_keep(here.scope(), &asked.text, &question)
        .await;
    let heard = match heard {
        Ok(heard) => heard,
        Err(error) => {
            let wrong = Wrong::of(&here.words(), &asked, error)?;
            return Ok(html_refused(&page(&here, asked, Vec::new(), wrong).await?));
        }
    };
    let mut kept = heard.answers.iter().filter_map(|answer| answer.id);
    if let Some(first) = kept.next() {
        let also = kept.next().map(|id| format!("&also={id}")).unwrap_or_default();
        return Ok(Redirect::to(&format!("/answers/{first}?read=1{also}")).into_response());
    }
    let read = Read::new(
        &here.words(),
        here.hub.policy().file(),
        &asked.text,
        &heard.understanding,
    );
    // What the text speaks of is taken over, so that the choice alone is left.
    let known = about(&heard.understanding, &question);
    asked.offer = known.offer.unwrap_or_default();
    asked.subscription = known.subscription.unwrap_or_default();
    asked.topic.clear();
    let none: Vec<OfferOption> = Vec::new();
    let mut shown = page(&here, asked, none, Wrong::default()).await?;
    shown.read = Some(read);
    Ok(html(&shown))
}
