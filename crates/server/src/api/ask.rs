//! Asking whose a question is.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use firstline_domain::id::DecisionId;
use firstline_domain::lang::Lang;
use firstline_hub::ask::Question;
use firstline_hub::understand::{Heard, Hints};
use firstline_hub::{Field, Hub, HubError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{
    AskedBody, DecisionBody, HeardBody, UnderstandingBody, optional_channels, optional_party_kinds,
};
use super::input::{Body, accepted, word};
use crate::failure::{Failure, Problem};
use crate::{Reader, SignedIn};

/// A question about an offer or a subscription.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionBody {
    /// One of the programme's topics, such as `technical.break-fix`; see `GET /topics`.
    #[schema(example = "technical.break-fix")]
    topic: Option<String>,
    /// The question in somebody's own words. In place of a topic: then the answer is what was understood, with a decision for
    /// each topic that is surely meant. Together with a topic it says what the words are about: where they are not surely read
    /// so, and your organisation keeps corrections (`correction_days` of `/retention`), both are kept to learn from.
    text: Option<String>,
    /// `publisher/offer`, or the offer's handle where only one offer has it.
    offer: Option<String>,
    /// What the operator's system calls the subscription.
    subscription: Option<String>,
    /// In which part you ask, where your organisation plays several.
    #[schema(schema_with = optional_party_kinds)]
    asker: Option<String>,
    /// How the product was bought, where no subscription says it.
    #[schema(schema_with = optional_channels)]
    channel: Option<String>,
}

impl QuestionBody {
    /// The question, and its text.
    fn read(self) -> Result<(Question, Option<String>), Failure> {
        let mut wrong = Vec::new();
        if self.text.is_none() && self.topic.is_none() {
            wrong.push(Field::new("topic", "error-text-needed"));
        }
        let question = Question {
            asker: word("asker", "error-asker", self.asker.as_deref(), &mut wrong),
            channel: word("channel", "error-channel", self.channel.as_deref(), &mut wrong),
            topic: self.topic.unwrap_or_default(),
            offer: self.offer,
            subscription: self.subscription,
        };
        accepted(wrong)?;
        Ok((question, self.text))
    }
}

/// What was understood, with the decisions that follow.
fn heard(hub: &Hub, text: &str, heard: &Heard, lang: Lang) -> Result<Response, Failure> {
    let mut decided = Vec::with_capacity(heard.answers.len());
    for answer in &heard.answers {
        decided.push((answer, answer.decision(hub)?));
    }
    let decisions = decided
        .iter()
        .map(|(answer, decision)| DecisionBody::new(hub, answer, decision, lang))
        .collect();
    let body = HeardBody {
        understood: UnderstandingBody::new(hub, text, &heard.understanding, lang),
        decisions,
    };
    Ok(Json(AskedBody::Heard(Box::new(body))).into_response())
}

/// A question in somebody's own words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TextBody {
    /// A line, or a whole mail.
    #[schema(example = "we cancelled in May and are still being charged")]
    text: String,
    /// Who asks, where you ask for somebody else.
    #[schema(schema_with = optional_party_kinds)]
    asker: Option<String>,
    /// How the product was bought.
    #[schema(schema_with = optional_channels)]
    channel: Option<String>,
    /// The language of the text, where it is known.
    lang: Option<String>,
}

/// Read a question in somebody's own words: what it is about, how sure that is, and what it speaks of. Nothing is decided.
#[utoipa::path(post, path = "/understand", tag = "ask", request_body = TextBody, responses(
    (status = OK, body = UnderstandingBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn understand(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Body(asked): Body<TextBody>,
) -> Result<Response, Failure> {
    let mut wrong = Vec::new();
    let hints = Hints {
        asker: word("asker", "error-asker", asked.asker.as_deref(), &mut wrong),
        channel: word("channel", "error-channel", asked.channel.as_deref(), &mut wrong),
        lang: asked.lang.as_deref().and_then(|lang| lang.parse().ok()),
    };
    accepted(wrong)?;
    let understanding = hub.understand(visitor.scope(), &asked.text, &hints).await?;
    Ok(Json(UnderstandingBody::new(
        &hub,
        &asked.text,
        &understanding,
        reader.lang,
    ))
    .into_response())
}

/// Decide whose a question is. The decision is not kept.
#[utoipa::path(post, path = "/ask", tag = "ask", request_body = QuestionBody, responses(
    (status = OK, body = AskedBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ask(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Body(question): Body<QuestionBody>,
) -> Result<Response, Failure> {
    let (question, text) = question.read()?;
    if let Some(text) = text.as_ref().filter(|_| question.topic.is_empty()) {
        let heard = hub.ask_in_words(visitor.scope(), text, &question).await?;
        return self::heard(&hub, text, &heard, reader.lang);
    }
    let answer = hub.ask(visitor.scope(), &question).await?;
    if let Some(text) = text {
        hub.correct_reading(visitor.scope(), &text, &question).await?;
    }
    let known = &answer.said[reader.lang as usize];
    let said = if let Some(said) = known.get() {
        said
    } else {
        let decision = answer.decision(&hub)?;
        let body = AskedBody::Decision(Box::new(DecisionBody::new(&hub, &answer, &decision, reader.lang)));
        known.get_or_init(|| serde_json::to_vec(&body).unwrap_or_default().into())
    };
    let body = Bytes::from_owner(said.clone());
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// Decide whose a question is and keep the decision, so that colleagues can be sent the link.
#[utoipa::path(post, path = "/decisions", tag = "ask", request_body = QuestionBody, responses(
    (status = CREATED, body = DecisionBody, headers(("location" = String, description = "Where the decision is kept"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn keep(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Body(question): Body<QuestionBody>,
) -> Result<Response, Failure> {
    let (question, text) = question.read()?;
    if question.topic.is_empty() {
        return Err(HubError::field("topic", "error-text-needed").into());
    }
    let text = text.unwrap_or_default();
    let answer = hub
        .ask_corrected_and_keep(visitor.scope(), &text, &question)
        .await?;
    let decision = answer.decision(&hub)?;
    let body = Json(DecisionBody::new(&hub, &answer, &decision, reader.lang));
    let mut response = (StatusCode::CREATED, body).into_response();
    let place = answer
        .id
        .map(|id| format!("/api/v1/decisions/{id}"))
        .unwrap_or_default();
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// A decision that somebody of your organisation kept, as it was made.
#[utoipa::path(get, path = "/decisions/{id}", tag = "ask", params(("id" = String, Path)), responses(
    (status = OK, body = DecisionBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn kept(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = Uuid::parse_str(&id).map_err(|_| HubError::NotFound("decision"))?;
    let answer = hub.kept_answer(visitor.scope(), DecisionId(id)).await?;
    let decision = answer.decision(&hub)?;
    Ok(Json(DecisionBody::new(&hub, &answer, &decision, reader.lang)).into_response())
}

/// Something that can be asked about.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TopicBody<'a> {
    topic: &'a str,
    name: &'a str,
    /// How people put it.
    example: &'a str,
    /// Whether provider and reseller agree who takes it.
    split: bool,
}

/// The programme's topics, in the order in which they are shown.
#[utoipa::path(get, path = "/topics", tag = "ask", responses(
    (status = OK, body = Vec<TopicBody>),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn topics(State(hub): State<Hub>, _visitor: SignedIn, reader: Reader) -> Response {
    let file = hub.policy().file();
    let topics: Vec<TopicBody<'_>> = file
        .topic_order
        .iter()
        .filter_map(|id| file.topic.get_key_value(id))
        .map(|(id, topic)| TopicBody {
            topic: id,
            name: topic.name.get(reader.lang),
            example: topic.example.get(reader.lang),
            split: topic.split,
        })
        .collect();
    Json(topics).into_response()
}
