//! The page for what went wrong: what happened, and what to do.

use askama::Template;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use firstline_hub::HubError;

use super::frame::{Frame, frame_for_anyone};
use super::html;
use crate::App;
use crate::failure::{Failure, Trouble};
use crate::visitor::Reader;

/// A page that says what went wrong.
#[derive(Template)]
#[template(path = "trouble.html")]
pub(super) struct TroublePage {
    pub frame: Frame,
    /// What to do.
    pub help: String,
    /// The inputs that cannot be accepted.
    pub fields: Vec<String>,
}

impl TroublePage {
    pub fn new(frame: Frame, trouble: &Trouble) -> Self {
        let help = trouble.help(frame.lang);
        let fields = match trouble {
            Trouble::Hub(HubError::Invalid(fields)) => {
                fields.iter().map(|field| field.text(frame.lang)).collect()
            }
            _ => Vec::new(),
        };
        TroublePage { frame, help, fields }
    }
}

/// Nothing is at this address.
pub(crate) async fn not_found() -> Response {
    Failure(Trouble::NoSuchPath).into_response()
}

/// The page of a failed request, for whoever made it.
pub(crate) async fn failure(app: &App, parts: &Parts, reader: Reader, trouble: &Trouble) -> Response {
    let title = firstline_hub::locale::text(reader.lang, trouble.key());
    let frame = frame_for_anyone(app, &mut parts.clone(), &reader, title).await;
    html(&TroublePage::new(frame, trouble))
}
