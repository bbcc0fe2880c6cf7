//! Signing in and out, and how to read: language and theme.

use askama::Template;
use axum::Form;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_hub::HubError;
use firstline_hub::session::LIFE;
use firstline_hub::sign_in::{Shown, SignedBy, Visitor};
use serde::Deserialize;

use super::frame::{Frame, Place};
use super::part::Words;
use super::{html, html_refused, is_local};
use crate::App;
use crate::failure::Failure;
use crate::visitor::{LANGUAGE, Reader, SESSION, SignedIn, THEME, Whence};

/// A year, in seconds: how long a browser keeps what a reader chose.
const KEPT_SECONDS: u32 = 31_536_000;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/sign-in", get(show).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/preferences", post(prefer))
}

/// Those who play one part.
pub(super) struct Group {
    pub kind: PartyKind,
    pub personas: Vec<Visitor>,
}

/// The page on which one signs in. The demo's lets one choose whom to be.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub(super) struct SignInPage {
    pub frame: Frame,
    /// Those whom one can choose to be, and the password they all have.
    pub groups: Vec<Group>,
    pub demo_password: Option<&'static str>,
    /// What was typed, where it was not accepted, and why.
    pub email: String,
    pub wrong: Option<String>,
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
        SignInPage {
            frame,
            groups,
            demo_password: None,
            email: String::new(),
            wrong: None,
            to,
        }
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

async fn show(
    State(app): State<App>,
    reader: Reader,
    Query(To { to }): Query<To>,
) -> Result<Response, Failure> {
    Ok(html(&page(&app, reader, to).await?))
}

async fn page(app: &App, reader: Reader, to: String) -> Result<SignInPage, Failure> {
    let personas = match app.options.demo_password {
        Some(_) => app.hub.personas().await?,
        None => Vec::new(),
    };
    let words = Words {
        lang: reader.lang,
        zone: reader.zone,
        now: app.hub.now(),
    };
    let title = words.t("sign-in-title");
    let frame = Frame::new(words, reader.theme, None, Place::Elsewhere, title);
    Ok(SignInPage {
        demo_password: app.options.demo_password,
        ..SignInPage::new(frame, personas, to)
    })
}

#[derive(Deserialize)]
struct Typed {
    email: String,
    password: String,
    #[serde(default)]
    to: String,
}

async fn sign_in(
    State(app): State<App>,
    reader: Reader,
    Whence(origin): Whence,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let secret = match app.hub.sign_in(&typed.email, &typed.password, &origin).await {
        Ok(secret) => secret,
        Err(HubError::Invalid(wrong)) => {
            let lang = reader.lang;
            let mut page = page(&app, reader, typed.to).await?;
            page.email = typed.email;
            page.wrong = wrong.first().map(|field| field.text(lang));
            return Ok(html_refused(&page));
        }
        Err(error) => return Err(error.into()),
    };
    let to = if is_local(&typed.to) { &typed.to } else { "/" };
    let mut response = Redirect::to(to).into_response();
    keep_session(&mut response, &secret);
    let has_chosen = headers.get_all(header::COOKIE).iter().any(|value| {
        value
            .to_str()
            .is_ok_and(|cookies| cookies.split(';').any(|pair| pair.trim().starts_with(LANGUAGE)))
    });
    let visitor = app.hub.signed_in(Shown::Session(&secret)).await?;
    let language = visitor.and_then(|visitor| visitor.person.language);
    if let Some(language) = language.filter(|_| !has_chosen) {
        keep(&mut response, LANGUAGE, language.tag());
    }
    Ok(response)
}

async fn sign_out(State(app): State<App>, visitor: Option<SignedIn>) -> Result<Response, Failure> {
    if let Some(visitor) = visitor
        && let SignedBy::Session(id) = visitor.0.by
    {
        app.hub.end_session(visitor.scope(), id).await?;
    }
    let mut response = Redirect::to("/sign-in").into_response();
    set_cookie(
        &mut response,
        &format!("{SESSION}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
    );
    Ok(response)
}

/// Gives the browser the secret of its session, out of the script's reach.
fn keep_session(response: &mut Response, secret: &str) {
    let seconds = LIFE.as_secs();
    set_cookie(
        response,
        &format!("{SESSION}={secret}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly"),
    );
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
        keep(&mut response, LANGUAGE, lang.tag());
        if let Some(visitor) = visitor {
            app.hub.choose_language(visitor.scope(), lang).await?;
        }
    }
    if let Some(theme @ ("system" | "light" | "dark")) = preference.theme.as_deref() {
        keep(&mut response, THEME, theme);
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

/// Lets the browser keep a value for all pages.
fn keep(response: &mut Response, name: &str, value: &str) {
    set_cookie(
        response,
        &format!("{name}={value}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Lax"),
    );
}

fn set_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
