//! Asking for another e-mail address.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use firstline_hub::{HubError, t};

use super::{demand_proof, done, or_prove};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::{Frame, Here, Place, html, html_refused};

const PATH: &str = "/account/address";

pub(super) fn router() -> Router<App> {
    Router::new().route(PATH, get(show).post(ask))
}

/// The page on which somebody asks for another address.
#[derive(Template)]
#[template(path = "account/address.html")]
pub(in crate::page) struct AddressPage {
    pub frame: Frame,
    pub summary: Summary,
    /// The one they have.
    pub present: String,
    pub email: Input,
}

impl AddressPage {
    pub fn new(frame: Frame, present: &str, typed: &str, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        AddressPage {
            present: present.to_owned(),
            email: Input::new(&words, "email", "address-new", typed, &refusals)
                .kind("email")
                .filled_as("email"),
            summary: Summary { words, refusals },
            frame,
        }
    }

    fn present_says(&self) -> String {
        t!(self.frame.lang, "address-present", email = self.present.as_str())
    }
}

fn page(here: &Here, typed: &str, refusals: Refusals) -> AddressPage {
    let frame = here.frame(Place::Elsewhere, here.words().t("address-title"));
    AddressPage::new(frame, &here.visitor.person.email, typed, refusals)
}

async fn show(here: Here) -> Result<Response, Failure> {
    let proved = demand_proof(&here).await;
    let shown = || html(&page(&here, "", Refusals::default()));
    or_prove(proved.map(|()| shown()), PATH)
}

async fn ask(here: Here, typed: Typed) -> Result<Response, Failure> {
    let email = typed.get("email");
    match here.hub.ask_address(&here.visitor, email).await {
        Ok(()) => Ok(done("address")),
        Err(HubError::Invalid(fields)) => {
            let refusals = Refusals::of(&here.words(), &fields);
            Ok(html_refused(&page(&here, email, refusals)))
        }
        Err(error) => or_prove(Err(error), PATH),
    }
}
