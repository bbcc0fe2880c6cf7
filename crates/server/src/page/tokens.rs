//! Tokens and clients: how programs sign in for an organisation. A secret is on one page, once.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::policy::EditionRef;
use firstline_domain::role::Role;
use firstline_hub::token::{DAYS_MAX, Kind, Listed, NewToken, Token};
use firstline_hub::{Field, HubError, t};
use uuid::Uuid;

use super::desk::form::{Input, Refusals, Summary, Typed};
use super::people::names;
use super::people::roles::{RoleChoices, chosen};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, html, html_refused};
use crate::App;
use crate::failure::Failure;

const PAGE: &str = "/settings/tokens";
/// How long a token lives where nobody says otherwise.
const DAYS_USUAL: &str = "90";

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PAGE, get(show).post(make))
        .route("/settings/tokens/{id}/revoke", get(ask_to_revoke).post(revoke))
}

/// A token or a client, in words.
pub(super) struct Row {
    pub name: String,
    pub is_client: bool,
    /// What a client is known by.
    pub id: String,
    pub roles: String,
    pub made_by: Option<String>,
    /// How long ago, and when exactly.
    pub made: (String, String),
    /// How soon, and when exactly.
    pub until: (String, String),
    pub has_run_out: bool,
    pub used: Option<(String, String)>,
    /// Where it is revoked.
    pub revoke: String,
}

impl Row {
    fn of(frame: &Frame, listed: &Listed) -> Self {
        let token = &listed.token;
        let both = |at| (frame.relative(at), frame.date_time(at));
        Row {
            name: token.name.clone(),
            is_client: token.kind == Kind::Client,
            id: token.id.to_string(),
            roles: names(frame.words(), &token.roles),
            made_by: listed.made_by.as_ref().map(|person| person.name.clone()),
            made: both(token.made_at),
            until: both(token.expires_at),
            has_run_out: token.expires_at <= frame.now,
            used: token.used_at.map(both),
            revoke: format!("{PAGE}/{}/revoke", token.id),
        }
    }
}

/// What was typed of a token.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenTyped {
    pub name: String,
    pub client: bool,
    pub roles: Vec<Role>,
    pub days: String,
}

impl TokenTyped {
    fn typed(typed: &Typed) -> Self {
        TokenTyped {
            name: typed.get("name").to_owned(),
            client: typed.get("kind") == Kind::Client.as_str(),
            roles: chosen(typed),
            days: typed.get("days").to_owned(),
        }
    }

    fn new_token(&self) -> Result<NewToken, HubError> {
        let wrong = || Field::quoting("days", "error-token-days", self.days.as_str());
        Ok(NewToken {
            name: self.name.clone(),
            roles: self.roles.clone(),
            days: self.days.parse().map_err(|_| HubError::Invalid(vec![wrong()]))?,
        })
    }
}

/// The tokens and clients of an organisation, and making one.
#[derive(Template)]
#[template(path = "tokens/list.html")]
pub(super) struct TokensPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub rows: Vec<Row>,
    pub client: bool,
    pub name: Input,
    pub days: Input,
    pub choices: RoleChoices,
}

impl TokensPage {
    pub fn new(
        frame: Frame,
        edition: EditionRef<'_>,
        roles: &[Role],
        tokens: &[Listed],
        typed: &TokenTyped,
        refusals: Refusals,
    ) -> Self {
        let words = frame.words().clone();
        let kinds = frame
            .visitor
            .as_deref()
            .map_or(&[][..], |visitor| visitor.scope.kinds());
        let days_hint = t!(words.lang, "tokens-days-hint", max = DAYS_MAX);
        let input = |name: &str, label: &str, value: &str| Input::new(&words, name, label, value, &refusals);
        TokensPage {
            settings: Settings::new(&frame, Section::Tokens),
            done: None,
            rows: tokens.iter().map(|token| Row::of(&frame, token)).collect(),
            client: typed.client,
            name: input("name", "tokens-name", &typed.name).hint("tokens-name-hint"),
            days: input("days", "tokens-days", &typed.days)
                .kind("number")
                .hinting(days_hint),
            choices: RoleChoices::among(edition, &words, kinds, roles, &typed.roles, &refusals),
            summary: Summary { words, refusals },
            frame,
        }
    }

    fn by(&self, row: &Row) -> String {
        match &row.made_by {
            Some(name) => t!(self.frame.lang, "tokens-by", name = name.as_str()),
            None => self.frame.t("tokens-by-nobody").into_owned(),
        }
    }
}

/// A secret, this once.
#[derive(Template)]
#[template(path = "tokens/made.html")]
pub(super) struct MadePage {
    pub frame: Frame,
    pub settings: Settings,
    /// What a client is known by.
    pub client_id: Option<String>,
    pub secret: String,
    pub roles: String,
    pub until: String,
    /// A first call, for a command line.
    pub example: String,
}

impl MadePage {
    pub fn new(frame: Frame, origin: &str, token: &Token, secret: String) -> Self {
        let client_id = (token.kind == Kind::Client).then(|| token.id.to_string());
        let example = match &client_id {
            Some(id) => {
                format!("curl -u {id}:{secret} -d grant_type=client_credentials {origin}/oauth/token")
            }
            None => format!("curl -H \"Authorization: Bearer {secret}\" {origin}/api/v1/topics"),
        };
        MadePage {
            settings: Settings::new(&frame, Section::Tokens),
            roles: names(frame.words(), &token.roles),
            until: frame.date_time(token.expires_at),
            client_id,
            secret,
            example,
            frame,
        }
    }
}

/// The page that says what revoking brings about.
#[derive(Template)]
#[template(path = "tokens/revoke.html")]
pub(super) struct RevokePage {
    pub frame: Frame,
    pub settings: Settings,
    pub row: Row,
}

impl RevokePage {
    pub fn new(frame: Frame, listed: &Listed) -> Self {
        RevokePage {
            settings: Settings::new(&frame, Section::Tokens),
            row: Row::of(&frame, listed),
            frame,
        }
    }

    fn used(&self) -> String {
        match &self.row.used {
            Some((ago, _)) => self.frame.when("tokens-revoke-used", ago.clone()),
            None => self.frame.t("tokens-revoke-unused").into_owned(),
        }
    }
}

async fn page(here: &Here, typed: &TokenTyped, fields: &[Field]) -> Result<TokensPage, Failure> {
    let tokens = here.hub.tokens(here.scope()).await?;
    let frame = here.frame(Place::Settings, here.words().t("tokens-title"));
    let refusals = Refusals::of(frame.words(), fields);
    let roles = here.hub.token_roles(here.scope());
    Ok(TokensPage::new(
        frame,
        here.hub.edition(),
        &roles,
        &tokens,
        typed,
        refusals,
    ))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let blank = TokenTyped {
        days: DAYS_USUAL.to_owned(),
        ..TokenTyped::default()
    };
    let mut page = page(&here, &blank, &[]).await?;
    page.done = (typed.get("done") == "revoked").then_some("tokens-done-revoked");
    Ok(html(&page))
}

async fn make(here: Here, typed: Typed) -> Result<Response, Failure> {
    let typed = TokenTyped::typed(&typed);
    let made = match typed.new_token() {
        Ok(new) if typed.client => here.hub.make_client(here.scope(), new).await,
        Ok(new) => here.hub.make_token(here.scope(), new).await,
        Err(wrong) => Err(wrong),
    };
    match made {
        Ok((token, secret)) => {
            let title = t!(here.words().lang, "tokens-made-title", name = token.name.as_str());
            let frame = here.frame(Place::Settings, title);
            Ok(html(&MadePage::new(frame, &here.origin, &token, secret)))
        }
        Err(HubError::Invalid(fields)) => Ok(html_refused(&page(&here, &typed, &fields).await?)),
        Err(error) => Err(error.into()),
    }
}

fn id_of(shown: &str) -> Result<Uuid, HubError> {
    shown.parse().map_err(|_| HubError::NotFound("token"))
}

async fn ask_to_revoke(here: Here, Path(id): Path<String>) -> Result<Response, Failure> {
    let listed = here.hub.token(here.scope(), id_of(&id)?).await?;
    if !here.scope().may(Act::Remove, Object::Token, Relation::Own) {
        return Err(HubError::NotAllowed.into());
    }
    let name = listed.token.name.as_str();
    let title = t!(here.words().lang, "tokens-revoke-title", name = name);
    let frame = here.frame(Place::Settings, title);
    Ok(html(&RevokePage::new(frame, &listed)))
}

async fn revoke(here: Here, Path(id): Path<String>) -> Result<Response, Failure> {
    here.hub.revoke_token(here.scope(), id_of(&id)?).await?;
    Ok(Redirect::to("/settings/tokens?done=revoked").into_response())
}
