//! Choosing whom to be, and how to read: sign-in by persona, sign-out, language and theme.

use askama::Template;
use axum::Form;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_hub::sign_in::Visitor;
use serde::Deserialize;

use super::frame::{Frame, Place};
use super::part::Words;
use super::{html, is_local};
use crate::App;
use crate::failure::{Failure, Trouble};
use crate::visitor::{LANGUAGE, PERSONA, Reader, SignedIn, THEME};

/// A year, in seconds: how long a browser keeps what a reader chose.
const KEPT_SECONDS: u32 = 31_536_000;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/sign-in", get(choose).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/preferences", post(prefer))
}

/// Those who play one part.
pub(super) struct Group {
    pub kind: PartyKind,
    pub personas: Vec<Visitor>,
}

/// The page on which one chooses whom to be.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub(super) struct SignInPage {
    pub frame: Frame,
    pub groups: Vec<Group>,
    /// Where to go on to.
    pub to: String,
}

impl SignInPage {
    pub fn new(frame: Frame, personas: Vec<Visitor>, to: String) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for persona in personas {
            let kind = persona.scope.usual_kind();
            match groups.last_mut().filter(|group| group.kind == kind) {
                Some(group) => group.personas.push(persona),
                None => groups.push(Group {
                    kind,
                    personas: vec![persona],
                }),
            }
        }
        SignInPage { frame, groups, to }
    }

    /// The roles of a persona by name.
    pub fn roles(&self, persona: &Visitor) -> String {
        let names: Vec<_> = persona
            .scope
            .roles
            .iter()
            .map(|role| self.frame.of("role", role))
            .collect();
        names.join(", ")
    }

    /// What a persona sees that others of its part do not, or the other way round.
    pub fn sees(&self, persona: &Visitor) -> &'static str {
        let scope = &persona.scope;
        match () {
            () if scope.is_operator() => "sign-in-sees-all",
            () if scope.kinds.iter().any(|kind| kind.sells()) && scope.sees_offer_contacts => {
                "sign-in-sees-contacts"
            }
            () if scope.kinds.iter().any(|kind| kind.sells()) => "sign-in-sees-no-contacts",
            () if scope.is(PartyKind::Publisher) => "sign-in-sees-offers",
            () => "sign-in-sees-subscriptions",
        }
    }
}

#[derive(Deserialize)]
struct To {
    #[serde(default)]
    to: String,
}

async fn choose(
    State(app): State<App>,
    reader: Reader,
    Query(To { to }): Query<To>,
) -> Result<Response, Failure> {
    let personas = app.hub.personas().await?;
    let words = Words {
        lang: reader.lang,
        zone: reader.zone,
        now: app.hub.now(),
    };
    let title = words.t("sign-in-title");
    let frame = Frame::new(words, reader.theme, None, Place::Elsewhere, title);
    Ok(html(&SignInPage::new(frame, personas, to)))
}

#[derive(Deserialize)]
struct Chosen {
    persona: String,
    #[serde(default)]
    to: String,
}

async fn sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Failure> {
    let visitor = app
        .hub
        .sign_in(&chosen.persona)
        .await?
        .ok_or(Failure(Trouble::SignInNeeded))?;
    let to = if is_local(&chosen.to) { &chosen.to } else { "/" };
    let mut response = Redirect::to(to).into_response();
    keep(&mut response, PERSONA, &visitor.person.handle, true);
    let has_chosen = headers.get_all(header::COOKIE).iter().any(|value| {
        value
            .to_str()
            .is_ok_and(|cookies| cookies.split(';').any(|pair| pair.trim().starts_with(LANGUAGE)))
    });
    if let Some(language) = visitor.person.language.filter(|_| !has_chosen) {
        keep(&mut response, LANGUAGE, language.tag(), false);
    }
    Ok(response)
}

async fn sign_out() -> Response {
    let mut response = Redirect::to("/sign-in").into_response();
    set_cookie(
        &mut response,
        &format!("{PERSONA}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
    );
    response
}

#[derive(Deserialize)]
struct Preference {
    lang: Option<Lang>,
    theme: Option<String>,
}

async fn prefer(
    State(app): State<App>,
    visitor: Option<SignedIn>,
    headers: HeaderMap,
    Form(preference): Form<Preference>,
) -> Result<Response, Failure> {
    let mut response = Redirect::to(&came_from(&headers)).into_response();
    if let Some(lang) = preference.lang {
        keep(&mut response, LANGUAGE, lang.tag(), false);
        if let Some(visitor) = visitor {
            app.hub.choose_language(visitor.scope(), lang).await?;
        }
    }
    if let Some(theme @ ("system" | "light" | "dark")) = preference.theme.as_deref() {
        keep(&mut response, THEME, theme, false);
    }
    Ok(response)
}

/// The page that a form stood on: its path alone, so that it cannot lead elsewhere.
fn came_from(headers: &HeaderMap) -> String {
    headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<Uri>().ok())
        .and_then(|address| address.path_and_query().map(ToString::to_string))
        .filter(|path| is_local(path))
        .unwrap_or_else(|| "/".to_owned())
}

/// Lets the browser keep a value for all pages; a secret one out of the script's reach.
fn keep(response: &mut Response, name: &str, value: &str, secret: bool) {
    let guard = if secret { "; HttpOnly" } else { "" };
    set_cookie(
        response,
        &format!("{name}={value}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Lax{guard}"),
    );
}

fn set_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
