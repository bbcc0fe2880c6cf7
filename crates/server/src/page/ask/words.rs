//! Asking in one's own words: straight to the answer where it is sure what is meant, and else to what may be meant.

use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::policy::PolicyFile;
use firstline_hub::ask::Question;
use firstline_hub::t;
use firstline_hub::understand::{FIRST_PARTY, Owners, Understanding, about};

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
    /// What tells it from the others.
    pub difference: String,
    /// Whose it usually is; absent for what is none of the programme's.
    pub goes_to: Option<String>,
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
            .choices()
            .map(|topic| {
                let texts = topic_texts(policy, &topic.topic, words.lang);
                let owner = |owners: Owners| called(words, policy, owners.responsible, None);
                Choice {
                    topic: topic.topic.clone(),
                    name: texts.name,
                    difference: texts.difference,
                    goes_to: topic
                        .owners
                        .map(|owners| t!(words.lang, "understood-goes-to", owner = owner(owners))),
                }
            })
            .collect();
        let led: Vec<&str> = reading
            .led
            .iter()
            .filter_map(|span| text.get(span.clone()))
            .collect();
        let choose = !choices.is_empty();
        Read {
            says: says(policy, reading, words.lang),
            help: choose.then(|| words.t("understood-choose-help").into_owned()),
            choices,
            led: (!led.is_empty()).then(|| t!(words.lang, "understood-words", words = led.join(" · "))),
        }
    }
}

/// Says of what was chosen that it is none of the programme's, and what to do; none where the choice is one of its topics.
pub(super) async fn outside(here: &Here, asked: &Asked) -> Result<Option<Response>, Failure> {
    if asked.choice != FIRST_PARTY {
        return Ok(None);
    }
    let corrected = Question {
        topic: FIRST_PARTY.to_owned(),
        ..asked.question()
    };
    here.hub
        .correct_reading(here.scope(), &asked.text, &corrected)
        .await?;
    let texts = topic_texts(here.hub.policy().file(), FIRST_PARTY, here.reader.lang);
    let mut asked = asked.clone();
    asked.choice.clear();
    asked.topic.clear();
    let mut shown = page(here, asked, Vec::new(), Wrong::default()).await?;
    shown.read = Some(Read {
        says: here.words().t("understood-first-party").into_owned(),
        help: Some(texts.example),
        choices: Vec::new(),
        led: None,
    });
    Ok(Some(html(&shown)))
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
