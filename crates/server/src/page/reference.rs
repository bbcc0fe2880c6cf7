//! The API reference for people, made of the description that the API gives of itself.

mod schema;

use std::sync::LazyLock;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::routing::get;
use serde_json::Value;

use self::schema::{FieldRow, Piece, example, fields, pieces};
use super::frame::frame_for_anyone;
use super::{Frame, html};
use crate::App;
use crate::visitor::Reader;

/// The methods of an operation, in the order in which they are shown.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];
/// The parts of the page that are no operations, with the keys of their titles.
const CHAPTERS: [(&str, &str); 5] = [
    ("sign-in", "reference-sign-in"),
    ("errors", "reference-errors"),
    ("paging", "reference-paging"),
    ("versions", "reference-versions"),
    ("limits", "reference-limits"),
];

pub(super) fn router() -> Router<App> {
    Router::new().route("/api", get(show))
}

/// Operations that belong together.
#[derive(Debug)]
pub(super) struct Group {
    pub id: String,
    pub title: String,
    pub operations: Vec<Operation>,
}

/// What can be asked of the API.
#[derive(Debug)]
pub(super) struct Operation {
    pub id: String,
    pub verb: String,
    pub path: String,
    pub summary: String,
    pub description: String,
    pub parameters: Vec<FieldRow>,
    pub body: Vec<FieldRow>,
    pub request: String,
    pub replies: Vec<Reply>,
    /// What a good reply looks like; empty where it has no body.
    pub reply: String,
}

/// A reply by its status.
#[derive(Debug)]
pub(super) struct Reply {
    pub status: String,
    pub description: String,
    pub kind: Vec<Piece>,
}

/// A kind of object that requests or replies are made of.
#[derive(Debug)]
pub(super) struct Object {
    pub name: String,
    pub description: String,
    pub fields: Vec<FieldRow>,
    /// What it is, where it has no fields.
    pub kind: Vec<Piece>,
}

/// The whole description.
#[derive(Debug)]
pub(super) struct Reference {
    pub groups: Vec<Group>,
    pub objects: Vec<Object>,
}

impl Reference {
    /// The description of an OpenAPI document.
    pub fn of(document: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let named = document["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut groups: Vec<Group> = named
            .iter()
            .map(|tag| Group {
                id: text(&tag["name"]),
                title: text(&tag["description"]),
                operations: Vec::new(),
            })
            .collect();
        for (path, methods) in document["paths"].as_object().into_iter().flatten() {
            for verb in METHODS {
                let Some(described) = methods.get(verb) else {
                    continue;
                };
                let tag = text(&described["tags"][0]);
                let operation = Operation::of(document, path, verb, described);
                match groups.iter_mut().find(|group| group.id == tag) {
                    Some(group) => group.operations.push(operation),
                    None => groups.push(Group {
                        title: tag.clone(),
                        id: tag,
                        operations: vec![operation],
                    }),
                }
            }
        }
        groups.retain(|group| !group.operations.is_empty());
        let objects = document["components"]["schemas"]
            .as_object()
            .into_iter()
            .flatten();
        let object = |(name, schema): (&String, &Value)| Object {
            name: name.clone(),
            description: text(&schema["description"]),
            fields: fields(document, schema),
            kind: pieces(document, schema),
        };
        Reference {
            groups,
            objects: objects.map(object).collect(),
        }
    }
}

impl Operation {
    fn of(document: &Value, path: &str, verb: &str, described: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
        let parameters = described["parameters"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let content = &described["requestBody"]["content"]["application/json"]["schema"];
        let replies = described["responses"].as_object().into_iter().flatten();
        let json = |reply: &Value| -> Value {
            reply["content"]
                .as_object()
                .and_then(|kinds| kinds.values().next())
                .map_or(Value::Null, |kind| kind["schema"].clone())
        };
        let good = described["responses"].as_object().and_then(|replies| {
            replies
                .iter()
                .find(|(status, _)| status.starts_with('2'))
                .map(|(_, reply)| json(reply))
        });
        Operation {
            id: format!("{verb}-{}", path.trim_matches('/').replace(['/', '{', '}'], "-")),
            verb: verb.to_uppercase(),
            path: path.to_owned(),
            summary: text(&described["summary"]),
            description: text(&described["description"]),
            parameters: parameters
                .iter()
                .map(|parameter| FieldRow::of_parameter(document, parameter))
                .collect(),
            body: fields(document, content),
            request: request(document, path, verb, content),
            replies: replies
                .map(|(status, reply)| Reply {
                    status: status.clone(),
                    description: text(&reply["description"]),
                    kind: match json(reply) {
                        Value::Null => Vec::new(),
                        schema => pieces(document, &schema),
                    },
                })
                .collect(),
            reply: good
                .map(|schema| pretty(&example(document, &schema)))
                .unwrap_or_default(),
        }
    }

    pub fn is_get(&self) -> bool {
        self.verb == "GET"
    }

    /// The summary with the rest of what is said, without saying the first line twice.
    pub fn says(&self) -> String {
        match (self.summary.is_empty(), self.description.is_empty()) {
            (false, true) => self.summary.clone(),
            (true, false) => self.description.clone(),
            _ if self.description.starts_with(&self.summary) => self.description.clone(),
            _ => format!("{} {}", self.summary, self.description).trim().to_owned(),
        }
    }
}

/// A call as one types it on a command line.
fn request(document: &Value, path: &str, verb: &str, body: &Value) -> String {
    let mut lines = vec![
        format!("curl -X {} \"$HUB{path}\"", verb.to_uppercase()),
        "  -H \"Authorization: Bearer $TOKEN\"".to_owned(),
    ];
    if !body.is_null() {
        lines.push("  -H \"Content-Type: application/json\"".to_owned());
        lines.push(format!(
            "  -d '{}'",
            pretty(&example(document, body)).replace('\n', "\n  ")
        ));
    }
    lines.join(" \\\n")
}

fn pretty(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        value => serde_json::to_string_pretty(value).unwrap_or_default(),
    }
}

/// The page of the reference.
#[derive(Template)]
#[template(path = "work/reference.html")]
pub(super) struct ReferencePage {
    pub frame: Frame,
    pub reference: &'static Reference,
    pub chapters: [(&'static str, &'static str); CHAPTERS.len()],
    /// The reader's own token, where somebody is signed in.
    pub token: Option<String>,
}

impl ReferencePage {
    pub fn new(frame: Frame, reference: &'static Reference, token: Option<String>) -> Self {
        ReferencePage {
            frame,
            reference,
            chapters: CHAPTERS,
            token,
        }
    }
}

async fn show(State(app): State<App>, reader: Reader, mut parts: Parts) -> Response {
    static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::of(crate::api::openapi_json()));
    let title = firstline_hub::locale::text(reader.lang, "reference-title");
    let frame = frame_for_anyone(&app, &mut parts, &reader, title).await;
    let token = frame
        .visitor
        .as_ref()
        .map(|visitor| visitor.person.handle.clone());
    html(&ReferencePage::new(frame, &REFERENCE, token))
}
