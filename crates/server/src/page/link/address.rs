//! A link that confirms a new e-mail address.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_hub::{HubError, t};

use super::Holder;
use crate::failure::Failure;
use crate::page::account::done;
use crate::page::{Frame, encode, html};

/// The page on which somebody takes the address as theirs.
#[derive(Template)]
#[template(path = "link/address.html")]
pub(in crate::page) struct ConfirmPage {
    pub frame: Frame,
    /// Where the form goes.
    pub action: String,
    pub email: String,
}

impl ConfirmPage {
    pub fn new(frame: Frame, secret: &str, email: &str) -> Self {
        ConfirmPage {
            frame,
            action: format!("/links/{}", encode(secret)),
            email: email.to_owned(),
        }
    }

    fn says(&self) -> String {
        t!(self.frame.lang, "confirm-says", email = self.email.as_str())
    }
}

/// Only whoever asked for it is shown more than that they have to sign in.
pub(super) fn show(holder: &Holder) -> Result<Response, Failure> {
    let Some(visitor) = &holder.visitor else {
        let here = format!("/links/{}", encode(&holder.secret));
        let to = format!("/sign-in?to={}", encode(&here));
        return Ok(Redirect::to(&to).into_response());
    };
    let link = &holder.opened.link;
    if link.person != Some(visitor.0.person.id) {
        return Err(HubError::NotFound("link").into());
    }
    let frame = holder.frame("confirm-title");
    Ok(html(&ConfirmPage::new(frame, &holder.secret, &link.email)))
}

pub(super) async fn act(holder: &Holder) -> Result<Response, Failure> {
    let visitor = holder.visitor.as_ref().ok_or(HubError::NotFound("link"))?;
    let hub = &holder.app.hub;
    hub.confirm_address(&visitor.0, &holder.secret).await?;
    Ok(done("confirmed"))
}
