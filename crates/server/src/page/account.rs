//! My account: who I am, by what I am known, and where I am signed in.

pub(super) mod address;
mod browser;
pub(super) mod passkeys;
pub(super) mod password;
pub(super) mod prove;
pub(super) mod reset;
pub(super) mod second_factor;
mod sessions;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::lang::Lang;
use firstline_hub::HubError;
use firstline_hub::account::Account;

use self::sessions::SessionRow;
use super::desk::form::{Choice, Input, Refusals, Select, Summary, Typed};
use super::{Frame, Here, Place, encode, html, html_refused};
use crate::App;
use crate::failure::Failure;
use crate::visitor::LANGUAGE;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/account", get(show).post(save))
        .merge(address::router())
        .merge(password::router())
        .merge(second_factor::router())
        .merge(passkeys::router())
        .merge(sessions::router())
        .merge(prove::router())
        .merge(reset::router())
}

/// Somebody's own account.
#[derive(Template)]
#[template(path = "account/account.html")]
pub(super) struct AccountPage {
    pub frame: Frame,
    pub summary: Summary,
    /// The key of what was just done.
    pub told: Option<&'static str>,
    pub name: Input,
    pub language: Select,
    pub account: Account,
    pub sessions: Vec<SessionRow>,
}

/// What somebody typed of themselves.
pub(super) struct Details {
    pub name: String,
    pub language: Option<Lang>,
}

impl AccountPage {
    pub fn new(frame: Frame, account: Account, details: &Details, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let mut languages = vec![Choice::new(
            "",
            words.t("account-language-browser"),
            details.language.is_none(),
        )];
        languages.extend(Lang::ALL.map(|lang| {
            let chosen = details.language == Some(lang);
            Choice::new(lang.tag(), lang.own_name(), chosen)
        }));
        AccountPage {
            told: None,
            name: Input::new(&words, "name", "account-name", &details.name, &refusals).filled_as("name"),
            language: Select::new(&words, "language", words.t("language"), languages, &refusals),
            sessions: sessions::rows(&words, &account),
            account,
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// How many other browsers somebody is signed in on.
    fn others(&self) -> usize {
        self.sessions.iter().filter(|session| !session.is_this).count()
    }

    fn others_say(&self) -> String {
        firstline_hub::t!(self.frame.lang, "account-end-others-says", count = self.others())
    }

    fn passkeys_say(&self) -> String {
        let count = self.account.passkeys.len();
        firstline_hub::t!(self.frame.lang, "account-passkeys-count", count = count)
    }

    /// Whether a passkey is among them that the hub does not take.
    fn has_untaken_passkey(&self) -> bool {
        self.account.passkeys.iter().any(|passkey| !passkey.is_taken)
    }

    fn codes_say(&self) -> String {
        let count = self.account.recovery_codes_left;
        firstline_hub::t!(self.frame.lang, "second-factor-codes-left", count = count)
    }
}

/// What pages of the account say that was just done.
fn told(typed: &Typed) -> Option<&'static str> {
    match typed.get("told") {
        "saved" => Some("account-saved"),
        "address" => Some("account-address-sent"),
        "confirmed" => Some("account-address-confirmed"),
        "password" => Some("account-password-changed"),
        "ended" => Some("account-session-ended"),
        "passkey" => Some("account-passkey-added"),
        "no-passkey" => Some("account-passkey-removed"),
        "no-factor" => Some("account-factor-removed"),
        _ => None,
    }
}

/// To the account, which says what was just done.
pub(super) fn done(what: &str) -> Response {
    Redirect::to(&format!("/account?told={what}")).into_response()
}

/// Whoever has not shown a moment ago who they are does so first, and comes back.
pub(super) fn prove_first(to: &str) -> Response {
    Redirect::to(&format!("/account/prove?to={}", encode(to))).into_response()
}

/// The page at this path, for those who have shown a moment ago who they are.
fn or_prove(made: Result<Response, HubError>, path: &str) -> Result<Response, Failure> {
    match made {
        Err(HubError::ProofNeeded) => Ok(prove_first(path)),
        made => Ok(made?),
    }
}

async fn demand_proof(here: &Here) -> Result<(), HubError> {
    if here.hub.has_proof(&here.visitor).await? {
        Ok(())
    } else {
        Err(HubError::ProofNeeded)
    }
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let account = here.hub.account(&here.visitor).await?;
    let details = Details {
        name: account.person.name.clone(),
        language: account.person.language,
    };
    let frame = here.frame(Place::Elsewhere, here.words().t("account-title"));
    let mut page = AccountPage::new(frame, account, &details, Refusals::default());
    page.told = told(&typed);
    Ok(html(&page))
}

async fn save(State(app): State<App>, here: Here, typed: Typed) -> Result<Response, Failure> {
    let details = Details {
        name: typed.get("name").to_owned(),
        language: typed.get("language").parse().ok(),
    };
    let saved = here
        .hub
        .edit_account(&here.visitor, &details.name, details.language)
        .await;
    match saved {
        Ok(()) => {
            let mut response = done("saved");
            if let Some(language) = details.language {
                let url = &app.options.public_url;
                url.keep(&mut response, LANGUAGE, language.tag());
            }
            Ok(response)
        }
        Err(HubError::Invalid(fields)) => {
            let account = here.hub.account(&here.visitor).await?;
            let frame = here.frame(Place::Elsewhere, here.words().t("account-title"));
            let refusals = Refusals::of(frame.words(), &fields);
            Ok(html_refused(&AccountPage::new(
                frame, account, &details, refusals,
            )))
        }
        Err(error) => Err(error.into()),
    }
}
