//! One of an organisation's people: their roles, what these let them see and do and why, and what is done about them.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::policy::EditionRef;
use firstline_domain::role::Role;
use firstline_hub::locale::{self, Args};
use firstline_hub::people::{Known, Power, powers};
use firstline_hub::{Field, HubError, t};

use super::roles::{RoleChoices, chosen};
use super::{done, names, seen};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::Changed;
use crate::page::desk::form::{Refusals, Summary, Typed};
use crate::page::settings::{Section, Settings};
use crate::page::{Frame, Here, Place, Words, encode, html, html_refused};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/settings/people/{handle}", get(show))
        .route("/settings/people/{handle}/roles", post(change_roles))
        .route("/settings/people/{handle}/active", post(set_active))
        .route("/settings/people/{handle}/sign-out", post(sign_out))
        .route("/settings/people/{handle}/remove", post(remove))
}

/// Something that the person may do, and why.
pub(in crate::page) struct Reason {
    pub act: Act,
    /// To the things of whom.
    pub of: String,
    pub role: Role,
    pub rule: String,
}

/// A thing, and what the person may do with it.
pub(in crate::page) struct Thing {
    pub object: Object,
    pub reasons: Vec<Reason>,
}

/// A person's page.
#[derive(Template)]
#[template(path = "people/person.html")]
pub(in crate::page) struct PersonPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub changed: Option<Vec<Changed>>,
    /// Where the page is.
    pub address: String,
    pub email: String,
    pub organisation: String,
    pub active: bool,
    pub you: bool,
    pub roles: String,
    pub since: String,
    pub seen: Option<(String, String)>,
    pub second_factor: bool,
    pub sessions: usize,
    /// What stood on record when the form was made.
    pub version: i64,
    /// Whether the asker is shown the others too.
    pub sees_all: bool,
    /// Absent where the asker does not give roles.
    pub choices: Option<RoleChoices>,
    pub may_change: bool,
    pub may_remove: bool,
    pub may_sign_out: bool,
    pub may_take_out: bool,
    pub may_erase: bool,
    pub is_last_manager: bool,
    pub things: Vec<Thing>,
    /// The clauses that the reasons rest on.
    pub clauses: Vec<(String, String)>,
}

impl PersonPage {
    pub fn new(
        frame: Frame,
        edition: EditionRef<'_>,
        known: &Known,
        chosen: &[Role],
        refusals: Refusals,
    ) -> Self {
        let words = frame.words().clone();
        let member = &known.colleague.member;
        let visitor = frame.visitor.as_deref();
        let scope = visitor.map(|visitor| &visitor.scope);
        let may = |act, object| scope.is_some_and(|scope| scope.may(act, object, Relation::Own));
        let kinds = scope.map_or(&[][..], |scope| scope.kinds());
        let powers = powers(edition, kinds, &member.roles);
        let rules: BTreeSet<&str> = powers.iter().map(|power| &*power.rule).collect();
        let you = visitor.is_some_and(|visitor| visitor.person.id == member.person.id);
        PersonPage {
            settings: Settings::new(&frame, Section::People),
            done: None,
            changed: None,
            address: format!("/settings/people/{}", encode(&member.person.handle)),
            email: member.person.email.clone(),
            organisation: visitor.map_or_else(String::new, |visitor| visitor.organisation.name.clone()),
            active: member.active,
            you,
            roles: names(&words, &member.roles),
            since: words.date(known.colleague.since),
            seen: seen(&words, &known.colleague),
            second_factor: known.colleague.second_factor,
            sessions: known.sessions,
            version: known.version(),
            sees_all: may(Act::See, Object::Person),
            choices: may(Act::Change, Object::Role)
                .then(|| RoleChoices::new(edition, &words, kinds, chosen, &refusals)),
            may_change: may(Act::Change, Object::Person) && !you,
            may_remove: may(Act::Remove, Object::Person) && !you,
            may_sign_out: may(Act::Remove, Object::Session),
            may_take_out: may(Act::Export, Object::Privacy),
            may_erase: may(Act::Erase, Object::Privacy) && !you,
            is_last_manager: known.is_last_manager,
            clauses: rules
                .into_iter()
                .filter_map(|rule| Some((rule.to_owned(), edition.clause(rule)?.get(words.lang).to_owned())))
                .collect(),
            things: things(&words, &powers),
            summary: Summary { words, refusals },
            frame,
        }
    }

    fn sign_out_says(&self) -> String {
        let name: &str = &self.frame.title;
        t!(
            self.frame.lang,
            "person-sign-out-says",
            count = self.sessions,
            name = name
        )
    }

    /// A text about the person, with their name and their organisation's.
    fn says(&self, key: &str) -> String {
        let args = Args::new()
            .set("name", self.frame.title.to_string())
            .set("organisation", self.organisation.as_str());
        locale::format(self.frame.lang, key, &args)
    }
}

/// What roles let one do, by the thing it is done to.
fn things(words: &Words, powers: &[Power]) -> Vec<Thing> {
    let by_object = powers.chunk_by(|one, next| one.object == next.object);
    by_object
        .map(|powers| Thing {
            object: powers[0].object,
            reasons: powers.iter().map(|power| reason(words, power)).collect(),
        })
        .collect()
}

fn reason(words: &Words, power: &Power) -> Reason {
    let of: Vec<_> = power
        .of
        .iter()
        .map(|relation| words.of("relation", relation))
        .collect();
    Reason {
        act: power.act,
        of: of.join(", "),
        role: power.role,
        rule: power.rule.clone(),
    }
}

fn page(here: &Here, known: &Known, chosen: &[Role], fields: &[Field]) -> PersonPage {
    let frame = here.frame(Place::Settings, known.person().name.clone());
    let refusals = Refusals::of(frame.words(), fields);
    PersonPage::new(frame, here.hub.edition(), known, chosen, refusals)
}

async fn show(here: Here, Path(handle): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let known = here.hub.colleague(here.scope(), &handle).await?;
    let mut page = page(&here, &known, &known.colleague.member.roles, &[]);
    page.done = done(&typed);
    Ok(html(&page))
}

/// Back to the page, which says what was done.
fn back(handle: &str, what: &str) -> Response {
    Redirect::to(&format!("/settings/people/{}?done={what}", encode(handle))).into_response()
}

/// The page again once something was done there; what was not accepted is said on it.
async fn again<T>(
    here: &Here,
    handle: &str,
    what: &str,
    done: Result<T, HubError>,
) -> Result<Response, Failure> {
    match done {
        Ok(_) => Ok(back(handle, what)),
        Err(HubError::Invalid(fields)) => {
            let known = here.hub.colleague(here.scope(), handle).await?;
            let roles = &known.colleague.member.roles;
            Ok(html_refused(&page(here, &known, roles, &fields)))
        }
        Err(error) => Err(error.into()),
    }
}

async fn change_roles(here: Here, Path(handle): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let (hub, scope, wanted) = (&here.hub, here.scope(), chosen(&typed));
    let changed = hub
        .change_roles(scope, &handle, typed.version(), wanted.clone())
        .await;
    let fields = match changed {
        Ok(_) => return Ok(back(&handle, "roles")),
        Err(HubError::Invalid(fields)) => fields,
        Err(HubError::Changed) => return overtaken(&here, &handle, &wanted).await,
        Err(error) => return Err(error.into()),
    };
    let known = hub.colleague(scope, &handle).await?;
    Ok(html_refused(&page(&here, &known, &wanted, &fields)))
}

/// Somebody else was faster: what was chosen stays, what stands on record now is told.
async fn overtaken(here: &Here, handle: &str, wanted: &[Role]) -> Result<Response, Failure> {
    let known = here.hub.colleague(here.scope(), handle).await?;
    let mut page = page(here, &known, wanted, &[]);
    page.changed = Some(vec![Changed {
        label: page.frame.t("people-roles").into_owned(),
        now: page.roles.clone(),
    }]);
    let mut response = html(&page);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

async fn set_active(here: Here, Path(handle): Path<String>, typed: Typed) -> Result<Response, Failure> {
    let active = typed.get("active") == "yes";
    let what = if active { "activated" } else { "deactivated" };
    let changed = here.hub.set_active(here.scope(), &handle, active).await;
    again(&here, &handle, what, changed).await
}

async fn sign_out(here: Here, Path(handle): Path<String>) -> Result<Response, Failure> {
    let ended = here.hub.sign_out_person(here.scope(), &handle).await;
    again(&here, &handle, "signed-out", ended).await
}

async fn remove(here: Here, Path(handle): Path<String>) -> Result<Response, Failure> {
    match here.hub.remove_person(here.scope(), &handle).await {
        Ok(()) => Ok(Redirect::to("/settings/people?done=removed").into_response()),
        refused => again(&here, &handle, "removed", refused).await,
    }
}
