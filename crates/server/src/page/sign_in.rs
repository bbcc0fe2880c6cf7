//! Signing in and out, and how to read: language and theme.

pub(super) mod code;
pub(super) mod organisation;
pub(super) mod passkey;

use askama::Template;
use axum::Form;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_hub::credential::SignIn;
use firstline_hub::locale::{self, Joint};
use firstline_hub::session::LIFE;
use firstline_hub::sign_in::{Shown, SignedBy, Visitor};
use firstline_hub::sign_on::NEEDED;
use firstline_hub::{HubError, step, t};
use serde::Deserialize;

use super::frame::{Frame, Place};
use super::part::Words;
use super::passkey::{Ceremony, PasskeyForm};
use super::{encode, html, html_refused, html_wait, is_local};
use crate::failure::Failure;
use crate::site::{Held, KEPT_SECONDS};
use crate::visitor::{self, LANGUAGE, Reader, SignedIn, THEME, Whence};
use crate::{App, Options};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/sign-in", get(show).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/preferences", post(prefer))
        .merge(code::router())
        .merge(organisation::router())
        .merge(passkey::router())
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
    /// The key of what happened before.
    pub told: Option<&'static str>,
    pub passkey: Option<PasskeyForm>,
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
            told: None,
            passkey: None,
            to,
        }
    }

    /// The roles of a persona by name.
    pub fn roles(&self, persona: &Visitor) -> String {
        let names: Vec<_> = persona
            .scope
            .roles()
            .iter()
            .map(|role| self.frame.of("role", role))
            .collect();
        names.join(", ")
    }

    /// The other organisations that a persona acts for, where there are any.
    pub fn also(&self, persona: &Visitor) -> Option<String> {
        let names: Vec<&str> = persona.others.iter().map(|other| &*other.name).collect();
        let names = locale::list(self.frame.lang, &names, Joint::And);
        (!names.is_empty()).then(|| t!(self.frame.lang, "sign-in-also", organisations = names))
    }

    /// What a persona sees that others of its part do not, or the other way round.
    pub fn sees(&self, persona: &Visitor) -> &'static str {
        let scope = &persona.scope;
        match () {
            () if scope.is(PartyKind::Operator) => "sign-in-sees-all",
            () if scope.sells() && scope.may(Act::See, Object::OfferContacts, Relation::Offered) => {
                "sign-in-sees-contacts"
            }
            () if scope.sells() => "sign-in-sees-no-contacts",
            () if scope.is(PartyKind::Publisher) => "sign-in-sees-offers",
            () => "sign-in-sees-subscriptions",
        }
    }
}

#[derive(Deserialize)]
struct To {
    #[serde(default)]
    to: String,
    /// What happened before.
    told: Option<String>,
}

async fn show(
    State(app): State<App>,
    reader: Reader,
    Query(To { to, told }): Query<To>,
) -> Result<Response, Failure> {
    let mut page = page(&app, reader, to).await?;
    page.told = match told.as_deref() {
        Some("late") => Some("sign-in-late"),
        Some("reset") => Some("sign-in-reset"),
        Some("sent") => Some("sign-in-sent"),
        _ => None,
    };
    Ok(html(&page))
}

fn words(app: &App, reader: Reader) -> Words {
    Words {
        lang: reader.lang,
        zone: reader.zone,
        now: app.hub.now(),
    }
}

async fn page(app: &App, reader: Reader, to: String) -> Result<SignInPage, Failure> {
    let personas = match app.options.demo_password {
        Some(_) => app.hub.personas().await?,
        None => Vec::new(),
    };
    let theme = reader.theme;
    let words = words(app, reader);
    let passkey = passkey_form(&words, &app.options, &to);
    let title = words.t("sign-in-title");
    let frame = Frame::new(words, theme, None, Place::Elsewhere, title);
    Ok(SignInPage {
        demo_password: app.options.demo_password,
        passkey,
        ..SignInPage::new(frame, personas, to)
    })
}

pub(super) fn passkey_form(words: &Words, options: &Options, to: &str) -> Option<PasskeyForm> {
    let places = ["/sign-in", "/sign-in/passkey", "/sign-in/passkey/challenge"];
    PasskeyForm::new(
        words,
        &options.public_url,
        Ceremony::Show,
        places,
        "sign-in-passkey",
    )
    .map(|form| form.leading_to(to))
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
    match app.hub.sign_in(&typed.email, &typed.password, &origin).await {
        Ok(SignIn::Done(session)) => Ok(entered(&app, &headers, &session, &typed.to).await?),
        Ok(SignIn::CodeNeeded(step)) => {
            let to = format!("/sign-in/code?to={}", encode(&typed.to));
            let mut response = Redirect::to(&to).into_response();
            let seconds = step::LIFE.as_secs();
            let url = &app.options.public_url;
            url.hold(&mut response, Held::Step, &step, seconds);
            Ok(response)
        }
        Err(HubError::Invalid(fields)) if fields.iter().any(|field| field.key == NEEDED) => {
            organisation::lead(&app, reader, &origin, &typed.email, &typed.to).await
        }
        Err(error @ (HubError::Invalid(_) | HubError::TooMany(_))) => {
            let lang = reader.lang;
            let mut page = page(&app, reader, typed.to).await?;
            page.email = typed.email;
            page.wrong = Some(said(lang, &error));
            Ok(refused(&page, &error))
        }
        Err(error) => Err(error.into()),
    }
}

/// Why somebody was not let in, as it stands at the form.
fn said(lang: Lang, error: &HubError) -> String {
    match error {
        HubError::Invalid(fields) => fields.first().map(|field| field.text(lang)).unwrap_or_default(),
        error => error.help(lang),
    }
}

fn refused(page: &impl Template, error: &HubError) -> Response {
    match error {
        HubError::TooMany(seconds) => html_wait(page, *seconds),
        _ => html_refused(page),
    }
}

/// Lets the browser of somebody who showed who they are in, and on to where they wanted.
pub(super) async fn entered(
    app: &App,
    headers: &HeaderMap,
    session: &str,
    to: &str,
) -> Result<Response, HubError> {
    let url = &app.options.public_url;
    let to = if is_local(to) { to } else { "/" };
    let mut response = Redirect::to(to).into_response();
    keep_session(&app.options, &mut response, session);
    url.drop(&mut response, Held::Step);
    if let Some(visitor) = app.hub.signed_in(Shown::Session(session), None).await? {
        let device = app.hub.device(visitor.person.id).await?;
        url.hold(&mut response, Held::Device, &device, KEPT_SECONDS);
        let has_chosen = visitor::has_chosen_language(headers);
        if let Some(language) = visitor.person.language.filter(|_| !has_chosen) {
            url.keep(&mut response, LANGUAGE, language.tag());
        }
    }
    Ok(response)
}

async fn sign_out(State(app): State<App>, visitor: Option<SignedIn>) -> Result<Response, Failure> {
    if let Some(visitor) = visitor
        && let SignedBy::Session(id) = visitor.0.by
    {
        app.hub.end_session(&visitor.0, id).await?;
    }
    let mut response = Redirect::to("/sign-in").into_response();
    for held in [Held::Session, Held::Link] {
        app.options.public_url.drop(&mut response, held);
    }
    // What was read is forgotten by the browser too, as far as it kept it against all advice.
    let cache = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert("clear-site-data", cache);
    Ok(response)
}

/// Gives the browser the secret of its session.
pub(super) fn keep_session(options: &Options, response: &mut Response, session: &str) {
    let url = &options.public_url;
    url.hold(response, Held::Session, session, LIFE.as_secs());
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
    let url = &app.options.public_url;
    let mut response = Redirect::to(&came_from(&headers)).into_response();
    if let Some(lang) = preference.lang {
        url.keep(&mut response, LANGUAGE, lang.tag());
        if let Some(visitor) = visitor {
            app.hub.choose_language(visitor.scope(), lang).await?;
        }
    }
    if let Some(theme @ ("system" | "light" | "dark")) = preference.theme.as_deref() {
        url.keep(&mut response, THEME, theme);
    }
    Ok(response)
}

/// The page that a form stood on: its path alone, so that it cannot lead elsewhere.
pub(super) fn came_from(headers: &HeaderMap) -> String {
    headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.parse::<Uri>().ok())
        .and_then(|address| address.path_and_query().map(ToString::to_string))
        .filter(|path| is_local(path))
        .unwrap_or_else(|| "/".to_owned())
}
