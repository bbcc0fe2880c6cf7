//! The first page of a hub, which makes the operator's organisation and its first administrator, and the page that says what
//! comes next.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_hub::set_up::SetUp;
use firstline_hub::{HubError, t};
use uuid::Uuid;

use super::{Holder, newcomer};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::sign_in::entered;
use crate::page::{Frame, Here, Place, html, html_refused};

/// Where whoever has set the hub up reads what to do next.
const NEXT: &str = "/welcome";

pub(super) fn router() -> Router<App> {
    Router::new().route(NEXT, get(next))
}

/// The page that sets a hub up.
#[derive(Template)]
#[template(path = "link/set_up.html")]
pub(in crate::page) struct SetUpPage {
    pub frame: Frame,
    pub summary: Summary,
    /// Which link the form is for.
    pub link: Uuid,
    /// The operator's name, where an import has made it already.
    pub known: Option<String>,
    pub organisation: Input,
    pub name: Input,
    pub email: Input,
    pub password: Input,
}

impl SetUpPage {
    pub fn new(frame: Frame, link: Uuid, known: Option<String>, typed: &SetUp, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let input = |name: &str, label: &str, value: &str| Input::new(&words, name, label, value, &refusals);
        SetUpPage {
            link,
            known,
            organisation: input("organisation", "set-up-organisation", &typed.organisation)
                .hint("set-up-organisation-hint")
                .filled_as("organization"),
            name: input("name", "link-name", &typed.newcomer.name).filled_as("name"),
            email: input("email", "sign-in-email", &typed.email)
                .kind("email")
                .filled_as("username"),
            password: input("password", "sign-in-password", "")
                .kind("password")
                .hint("link-password-hint")
                .filled_as("new-password"),
            summary: Summary {
                words: words.clone(),
                refusals: refusals.clone(),
            },
            frame,
        }
    }

    fn known_title(&self, name: &str) -> String {
        t!(self.frame.lang, "set-up-known", name = name)
    }
}

fn page(holder: &Holder, typed: &SetUp, refusals: Refusals) -> SetUpPage {
    let known = holder.opened.organisation.as_ref();
    SetUpPage::new(
        holder.frame("set-up-title"),
        holder.opened.link.id,
        known.map(|operator| operator.name.clone()),
        typed,
        refusals,
    )
}

pub(super) fn show(holder: &Holder) -> Response {
    let known = holder.opened.organisation.as_ref();
    let typed = SetUp {
        organisation: known.map_or_else(String::new, |operator| operator.name.clone()),
        ..SetUp::default()
    };
    html(&page(holder, &typed, Refusals::default()))
}

pub(super) async fn act(holder: &Holder, typed: &Typed) -> Result<Response, HubError> {
    let given = SetUp {
        organisation: typed.get("organisation").to_owned(),
        email: typed.get("email").to_owned(),
        newcomer: newcomer(typed),
    };
    match holder
        .app
        .hub
        .set_up(&holder.secret, given.clone(), &holder.origin)
        .await
    {
        Ok(session) => entered(&holder.app, &holder.headers, &session, NEXT).await,
        Err(HubError::Invalid(fields)) => {
            let refusals = Refusals::of(&holder.words(), &fields);
            Ok(html_refused(&page(holder, &given, refusals)))
        }
        Err(error) => Err(error),
    }
}

/// What comes next once a hub is set up.
#[derive(Template)]
#[template(path = "link/next.html")]
pub(in crate::page) struct NextPage {
    pub frame: Frame,
    pub organisation: String,
}

impl NextPage {
    fn lede(&self) -> String {
        t!(
            self.frame.lang,
            "next-lede",
            organisation = self.organisation.as_str()
        )
    }
}

async fn next(here: Here) -> Result<Response, Failure> {
    if !here.scope().may(Act::Add, Object::Import, Relation::Any) {
        return Err(HubError::NotFound("page").into());
    }
    Ok(html(&NextPage {
        organisation: here.visitor.organisation.name.clone(),
        frame: here.frame(Place::Elsewhere, here.words().t("next-title")),
    }))
}
