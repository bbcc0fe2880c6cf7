//! A link that confirms a new e-mail address.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_hub::{HubError, t};
use uuid::Uuid;

use super::{Holder, sign_in};
use crate::page::account::done;
use crate::page::{Frame, html};

/// The page on which somebody takes the address as theirs.
#[derive(Template)]
#[template(path = "link/address.html")]
pub(in crate::page) struct ConfirmPage {
    pub frame: Frame,
    /// Which link the form is for.
    pub link: Uuid,
    pub email: String,
}

impl ConfirmPage {
    pub fn new(frame: Frame, link: Uuid, email: &str) -> Self {
        ConfirmPage {
            frame,
            link,
            email: email.to_owned(),
        }
    }

    fn says(&self) -> String {
        t!(self.frame.lang, "confirm-says", email = self.email.as_str())
    }
}

/// Only whoever asked for it is shown more than that they have to sign in.
pub(super) fn show(holder: &Holder) -> Result<Response, HubError> {
    let Some(visitor) = &holder.visitor else {
        return Ok(Redirect::to(&sign_in()).into_response());
    };
    let link = &holder.opened.link;
    if link.person != Some(visitor.0.person.id) {
        return Err(HubError::NotFound("link"));
    }
    let frame = holder.frame("confirm-title");
    Ok(html(&ConfirmPage::new(frame, link.id, &link.email)))
}

pub(super) async fn act(holder: &Holder) -> Result<Response, HubError> {
    let visitor = holder.visitor.as_ref().ok_or(HubError::NotFound("link"))?;
    let hub = &holder.app.hub;
    hub.confirm_address(&visitor.0, &holder.secret).await?;
    Ok(done("confirmed"))
}
