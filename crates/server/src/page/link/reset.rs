//! A link for a new password.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_hub::HubError;
use uuid::Uuid;

use super::Holder;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::{Frame, html, html_refused};
use crate::site::{Held, KEPT_SECONDS};

/// The page on which somebody chooses a new password.
#[derive(Template)]
#[template(path = "link/reset.html")]
pub(in crate::page) struct NewPasswordPage {
    pub frame: Frame,
    pub summary: Summary,
    /// Which link the form is for.
    pub link: Uuid,
    pub email: String,
    pub password: Input,
}

impl NewPasswordPage {
    pub fn new(frame: Frame, link: Uuid, email: &str, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        NewPasswordPage {
            link,
            email: email.to_owned(),
            password: Input::new(&words, "password", "password-new", "", &refusals)
                .kind("password")
                .hint("link-password-hint")
                .filled_as("new-password"),
            summary: Summary { words, refusals },
            frame,
        }
    }
}

fn page(holder: &Holder, refusals: Refusals) -> NewPasswordPage {
    let frame = holder.frame("new-password-title");
    let link = &holder.opened.link;
    NewPasswordPage::new(frame, link.id, &link.email, refusals)
}

pub(super) fn show(holder: &Holder) -> Response {
    html(&page(holder, Refusals::default()))
}

pub(super) async fn act(holder: &Holder, typed: &Typed) -> Result<Response, HubError> {
    let password = typed.untrimmed("password");
    let (hub, url) = (&holder.app.hub, &holder.app.options.public_url);
    match hub.reset(&holder.secret, password, &holder.origin).await {
        Ok(device) => {
            let mut response = Redirect::to("/sign-in?told=reset").into_response();
            url.hold(&mut response, Held::Device, &device, KEPT_SECONDS);
            Ok(response)
        }
        Err(HubError::Invalid(fields)) => {
            let refusals = Refusals::of(&holder.words(), &fields);
            Ok(html_refused(&page(holder, refusals)))
        }
        Err(error) => Err(error),
    }
}
