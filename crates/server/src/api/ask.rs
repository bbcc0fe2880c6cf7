//! Asking whose a question is.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use firstline_domain::id::DecisionId;
use firstline_hub::ask::Question;
use firstline_hub::{Hub, HubError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{DecisionBody, optional_channels, optional_party_kinds};
use super::input::{Body, accepted, word};
use crate::failure::{Failure, Problem};
use crate::{Reader, SignedIn};

/// A question about an offer or a subscription.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionBody {
    /// One of the programme's topics, such as `technical.break-fix`; see `GET /topics`.
    #[schema(example = "technical.break-fix")]
    topic: String,
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
    fn read(self) -> Result<Question, Failure> {
        let mut wrong = Vec::new();
        let question = Question {
            asker: word("asker", "error-asker", self.asker.as_deref(), &mut wrong),
            channel: word("channel", "error-channel", self.channel.as_deref(), &mut wrong),
            topic: self.topic,
            offer: self.offer,
            subscription: self.subscription,
        };
        accepted(wrong)?;
        Ok(question)
    }
}

/// Decide whose a question is. Nothing is kept.
#[utoipa::path(post, path = "/ask", tag = "ask", request_body = QuestionBody, responses(
    (status = OK, body = DecisionBody),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ask(
    State(hub): State<Hub>,
    visitor: SignedIn,
    reader: Reader,
    Body(question): Body<QuestionBody>,
) -> Result<Response, Failure> {
    let answer = hub.ask(visitor.scope(), &question.read()?).await?;
    let known = &answer.said[reader.lang as usize];
    let said = if let Some(said) = known.get() {
        said
    } else {
        let decision = answer.decision(&hub)?;
        let body = DecisionBody::new(&hub, &answer, &decision, reader.lang);
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
    let answer = hub.ask_and_keep(visitor.scope(), &question.read()?).await?;
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
