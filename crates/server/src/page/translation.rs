//! The service that translates what everyone sees: which one, into which languages, and how it does. What goes out is said
//! before it does.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::lang::Lang;
use firstline_hub::locale::{self, Joint};
use firstline_hub::store::translation::Service;
use firstline_hub::translation::{CHARACTERS_A_MINUTE, Connected, Language, NewService};
use firstline_hub::{Field, HubError, t};

use super::desk::form::{Input, Refusals, Summary, Typed};
use super::desk::{Changed, differences};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, html, html_refused};
use crate::App;
use crate::failure::Failure;

const PAGE: &str = "/settings/translation";

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PAGE, get(show).post(save))
        .route("/settings/translation/try", post(ask))
        .route("/settings/translation/forget", post(forget))
}

/// How the service is to be used, as it was typed; the key is read where it is needed and never shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ServiceTyped {
    address: String,
    targets: Vec<Lang>,
    characters_a_minute: String,
    is_on: bool,
    without_key: bool,
}

impl ServiceTyped {
    pub fn of(service: &Service) -> Self {
        ServiceTyped {
            address: service.address.clone(),
            targets: service.targets.clone(),
            characters_a_minute: service.characters_a_minute.to_string(),
            is_on: service.is_on,
            without_key: false,
        }
    }

    fn typed(typed: &Typed) -> Self {
        ServiceTyped {
            address: typed.get("address").to_owned(),
            targets: typed.all("targets").filter_map(|tag| tag.parse().ok()).collect(),
            characters_a_minute: typed.get("characters_a_minute").to_owned(),
            is_on: typed.has("on"),
            without_key: typed.has("without_key"),
        }
    }

    fn read(&self, key: &str, version: i64) -> NewService {
        NewService {
            address: self.address.clone(),
            key: key.to_owned(),
            without_key: self.without_key,
            targets: self.targets.clone(),
            // What is no number is out of range, as the hub says.
            characters_a_minute: self.characters_a_minute.parse().unwrap_or_default(),
            is_on: self.is_on,
            version,
        }
    }

    fn entries(&self, words: &Words) -> Vec<(String, String)> {
        let targets: Vec<&str> = self.targets.iter().map(|lang| lang.own_name()).collect();
        let on = if self.is_on { "people-yes" } else { "people-no" };
        [
            ("translation-on", words.t(on).into_owned()),
            ("translation-address", self.address.clone()),
            ("translation-targets", targets.join(", ")),
            ("translation-characters", self.characters_a_minute.clone()),
        ]
        .map(|(label, value)| (words.t(label).into_owned(), value))
        .into()
    }
}

/// A language that the service translates from, and into which of the hub's; both by name.
pub(super) type Pair = (String, String);

/// How the service does.
pub(super) struct State {
    /// The key of whether it is used.
    pub said: &'static str,
    pub made: String,
    pub waiting: String,
    pub given_up: Option<String>,
    /// When it failed, and the words for why.
    pub failed: Option<(String, String)>,
}

/// The page on the translation service.
#[derive(Template)]
#[template(path = "translation/settings.html")]
pub(super) struct TranslationPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub changed: Option<Vec<Changed>>,
    pub version: i64,
    pub may_change: bool,
    pub state: State,
    pub is_on: bool,
    pub address: Input,
    pub key: Input,
    pub has_key: bool,
    pub without_key: bool,
    /// Each with whether it is chosen.
    pub targets: Vec<(Lang, bool)>,
    pub targets_wrong: Option<String>,
    pub characters: Input,
    /// What the service answered when it was asked.
    pub tried: Option<Vec<Pair>>,
}

/// What was typed into the form, and what was wrong with it.
pub(super) struct Filled {
    pub service: ServiceTyped,
    pub version: i64,
    pub refusals: Refusals,
}

impl TranslationPage {
    pub fn new(frame: Frame, connected: &Connected, filled: Filled) -> Self {
        let Filled {
            service: typed,
            version,
            refusals,
        } = filled;
        let words = frame.words().clone();
        let scope = frame.visitor.as_ref().map(|visitor| &visitor.scope);
        let field = |name: &str, label: &str, value: &str| Input::new(&words, name, label, value, &refusals);
        let key = field("key", "translation-key", "").kind("password");
        let span = t!(
            words.lang,
            "translation-characters-hint",
            first = *CHARACTERS_A_MINUTE.start(),
            last = *CHARACTERS_A_MINUTE.end()
        );
        TranslationPage {
            settings: Settings::new(&frame, Section::Translation),
            done: None,
            changed: None,
            version,
            may_change: scope.is_some_and(|it| it.may(Act::Change, Object::Translation, Relation::Own)),
            state: State::of(&words, connected),
            is_on: typed.is_on,
            address: field("address", "translation-address", &typed.address)
                .kind("url")
                .hint("translation-address-hint"),
            key: match connected.has_key {
                true => key.hint("translation-key-kept"),
                false => key.hint("translation-key-hint"),
            }
            .filled_as("new-password")
            .optional(),
            has_key: connected.has_key,
            without_key: typed.without_key,
            targets: Lang::ALL.map(|lang| (lang, typed.targets.contains(&lang))).into(),
            targets_wrong: refusals.at("targets"),
            characters: field(
                "characters_a_minute",
                "translation-characters",
                &typed.characters_a_minute,
            )
            .kind("number")
            .hinting(span),
            tried: None,
            summary: Summary { words, refusals },
            frame,
        }
    }

    fn tried_count(&self, pairs: &[Pair]) -> String {
        t!(self.frame.lang, "translation-tried-count", count = pairs.len())
    }
}

impl State {
    fn of(words: &Words, Connected { service, counts, .. }: &Connected) -> Self {
        let number = |count: i64| words.number(usize::try_from(count).unwrap_or(0));
        let failed = service.health.failure.zip(service.health.failed_at);
        State {
            said: match service {
                Service { version: 0, .. } => "translation-state-none",
                Service { is_on: false, .. } => "translation-state-off",
                Service { .. } => "translation-state-on",
            },
            made: number(counts.made),
            waiting: number(counts.waiting),
            given_up: (counts.given_up > 0).then(|| number(counts.given_up)),
            failed: failed.map(|(failure, at)| {
                (
                    words.when("translation-failed", words.relative(at)),
                    words.of("failure", failure).into_owned(),
                )
            }),
        }
    }
}

/// What a service answered, by the names of the languages.
fn pairs(words: &Words, languages: &[Language]) -> Vec<Pair> {
    let pair = |language: &Language| {
        let into = Lang::ALL.into_iter().filter(|lang| {
            language.code != lang.tag() && language.targets.iter().any(|code| code == lang.tag())
        });
        let into: Vec<_> = into
            .map(|lang| locale::language_name(words.lang, lang.tag()))
            .collect();
        let into = match into.is_empty() {
            true => words.t("translation-into-none").into_owned(),
            false => locale::list(words.lang, &into, Joint::And),
        };
        (
            locale::language_name(words.lang, &language.code).into_owned(),
            into,
        )
    };
    let mut pairs: Vec<Pair> = languages.iter().map(pair).collect();
    pairs.sort_by(|one, other| locale::compare(words.lang, &one.0, &other.0));
    pairs
}

async fn page(
    here: &Here,
    filled: impl FnOnce(&Connected, &Words) -> Filled,
) -> Result<TranslationPage, Failure> {
    let connected = here.hub.translation(here.scope()).await?;
    let frame = here.frame(Place::Settings, here.words().t("translation-title"));
    let filled = filled(&connected, frame.words());
    Ok(TranslationPage::new(frame, &connected, filled))
}

/// The form as it was sent, with what was wrong with it.
fn again(typed: &Typed, words: &Words, wrong: &[Field]) -> Filled {
    Filled {
        service: ServiceTyped::typed(typed),
        version: typed.version(),
        refusals: Refusals::of(words, wrong),
    }
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let mut page = page(&here, |connected, _| Filled {
        service: ServiceTyped::of(&connected.service),
        version: connected.service.version,
        refusals: Refusals::default(),
    })
    .await?;
    page.done = match typed.get("done") {
        "saved" => Some("translation-saved"),
        "forgotten" => Some("translation-forgotten"),
        _ => None,
    };
    Ok(html(&page))
}

async fn save(here: Here, typed: Typed) -> Result<Response, Failure> {
    let service = ServiceTyped::typed(&typed);
    let new = service.read(typed.untrimmed("key"), typed.version());
    match here.hub.set_translation(here.scope(), new).await {
        Ok(()) => Ok(done("saved")),
        Err(HubError::Invalid(wrong)) => {
            let page = page(&here, |_, words| again(&typed, words, &wrong)).await?;
            Ok(html_refused(&page))
        }
        Err(HubError::Changed) => {
            let mut changed = None;
            let mut page = page(&here, |connected, words| {
                let now = ServiceTyped::of(&connected.service).entries(words);
                changed = Some(differences(words, &now, &service.entries(words)));
                Filled {
                    version: connected.service.version,
                    ..again(&typed, words, &[])
                }
            })
            .await?;
            page.changed = changed;
            let mut response = html(&page);
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Err(error) => Err(error.into()),
    }
}

fn done(what: &str) -> Response {
    Redirect::to(&format!("{PAGE}?done={what}")).into_response()
}

/// Asks the service that was typed, and keeps nothing.
async fn ask(here: Here, typed: Typed) -> Result<Response, Failure> {
    match here.hub.try_translation(here.scope(), typed.get("address")).await {
        Ok(languages) => {
            let mut page = page(&here, |_, words| again(&typed, words, &[])).await?;
            page.tried = Some(pairs(page.frame.words(), &languages));
            Ok(html(&page))
        }
        Err(HubError::Invalid(wrong)) => {
            let page = page(&here, |_, words| again(&typed, words, &wrong)).await?;
            Ok(html_refused(&page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn forget(here: Here) -> Result<Response, Failure> {
    here.hub.forget_translations(here.scope()).await?;
    Ok(done("forgotten"))
}
