//! What is held of people, and how long an organisation keeps what: read, taken out, erased. What an act brings about is said
//! before it.

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::access::{Act, Object, Relation};
use firstline_hub::locale::{self, Args};
use firstline_hub::people::Known;
use firstline_hub::privacy::{
    AUDIT_DAYS, CORRECTION_DAYS, DECISION_DAYS, Dossier, INVOICE_LINE_DAYS, Retention,
};
use firstline_hub::{Field, HubError, t};

use super::account::prove_first;
use super::desk::form::{Input, Refusals, Summary, Typed};
use super::desk::{Changed, differences};
use super::settings::{Section, Settings};
use super::{Frame, Here, Place, Words, encode, html, html_refused};
use crate::App;
use crate::download::download;
use crate::failure::Failure;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/settings/privacy", get(show).post(save))
        .route("/settings/people/{handle}/data", get(take_out))
        .route("/settings/people/{handle}/erase", get(ask_to_erase).post(erase))
        .route("/account/data", get(take_out_own))
}

/// A field of days: its name, its label, and how many it can be.
type Days = (&'static str, &'static str, RangeInclusive<i64>);

const DAYS: [Days; 4] = [
    ("audit_days", "privacy-audit-days", AUDIT_DAYS),
    ("decision_days", "privacy-decision-days", DECISION_DAYS),
    (
        "invoice_line_days",
        "privacy-invoice-line-days",
        INVOICE_LINE_DAYS,
    ),
    (CORRECTIONS, "privacy-correction-days", CORRECTION_DAYS),
];
/// Of these none are kept where nothing is said.
const CORRECTIONS: &str = "correction_days";

/// How long things are kept, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RetentionTyped([String; 4]);

impl RetentionTyped {
    pub fn of(retention: &Retention) -> Self {
        let days = [
            retention.audit_days,
            retention.decision_days,
            retention.invoice_line_days,
            retention.correction_days,
        ];
        RetentionTyped(days.map(|days| days.map_or_else(String::new, |days| days.to_string())))
    }

    fn typed(typed: &Typed) -> Self {
        RetentionTyped(DAYS.map(|(name, ..)| typed.get(name).to_owned()))
    }

    fn read(&self, version: i64) -> Result<Retention, HubError> {
        let mut wrong = Vec::new();
        let mut days = [None; 4];
        for (index, (name, _, range)) in DAYS.into_iter().enumerate() {
            let typed = &self.0[index];
            match typed.parse() {
                _ if typed.is_empty() => {}
                Ok(number) if range.contains(&number) => days[index] = Some(number),
                _ => wrong.push(Field::quoting(name, "error-days", span(&range))),
            }
        }
        if !wrong.is_empty() {
            return Err(HubError::Invalid(wrong));
        }
        let [audit_days, decision_days, invoice_line_days, correction_days] = days;
        Ok(Retention {
            audit_days,
            decision_days,
            invoice_line_days,
            correction_days,
            version,
        })
    }

    fn entries(&self, words: &Words) -> Vec<(String, String)> {
        let labels = DAYS.iter().map(|(_, label, _)| words.t(label).into_owned());
        labels.zip(self.0.iter().cloned()).collect()
    }
}

fn span(range: &RangeInclusive<i64>) -> String {
    format!("{}–{}", range.start(), range.end())
}

/// The page on how long things are kept.
#[derive(Template)]
#[template(path = "privacy/settings.html")]
pub(super) struct PrivacyPage {
    pub frame: Frame,
    pub settings: Settings,
    /// The key of what was done.
    pub done: Option<&'static str>,
    pub summary: Summary,
    pub changed: Option<Vec<Changed>>,
    pub version: i64,
    pub may_change: bool,
    pub may_take_out: bool,
    pub days: Vec<Input>,
}

impl PrivacyPage {
    pub fn new(frame: Frame, version: i64, typed: &RetentionTyped, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let scope = frame.visitor.as_ref().map(|visitor| &visitor.scope);
        let may = |act, object| scope.is_some_and(|scope| scope.may(act, object, Relation::Own));
        let field = |((name, label, range), typed): (&Days, &String)| {
            let key = match *name {
                CORRECTIONS => "privacy-correction-days-hint",
                _ => "privacy-days-hint",
            };
            let hint = t!(
                words.lang,
                key,
                first = range.start().to_string(),
                last = range.end().to_string()
            );
            Input::new(&words, name, label, typed, &refusals)
                .kind("number")
                .optional()
                .hinting(hint)
        };
        PrivacyPage {
            settings: Settings::new(&frame, Section::Privacy),
            done: None,
            changed: None,
            version,
            may_change: may(Act::Change, Object::Retention),
            may_take_out: may(Act::Export, Object::Privacy),
            days: DAYS.iter().zip(&typed.0).map(field).collect(),
            summary: Summary { words, refusals },
            frame,
        }
    }
}

fn frame(here: &Here) -> Frame {
    here.frame(Place::Settings, here.words().t("privacy-title"))
}

async fn show(here: Here, typed: Typed) -> Result<Response, Failure> {
    let retention = here.hub.retention(here.scope()).await?;
    let as_typed = RetentionTyped::of(&retention);
    let mut page = PrivacyPage::new(frame(&here), retention.version, &as_typed, Refusals::default());
    page.done = match typed.get("done") {
        "saved" => Some("privacy-saved"),
        "erased" => Some("privacy-erased"),
        _ => None,
    };
    Ok(html(&page))
}

async fn save(here: Here, typed: Typed) -> Result<Response, Failure> {
    let days = RetentionTyped::typed(&typed);
    let kept = match days.read(typed.version()) {
        Ok(new) => here.hub.set_retention(here.scope(), new).await.map(drop),
        Err(wrong) => Err(wrong),
    };
    match kept {
        Ok(()) => Ok(Redirect::to("/settings/privacy?done=saved").into_response()),
        Err(HubError::Invalid(fields)) => {
            let frame = frame(&here);
            let refusals = Refusals::of(frame.words(), &fields);
            Ok(html_refused(&PrivacyPage::new(
                frame,
                typed.version(),
                &days,
                refusals,
            )))
        }
        Err(HubError::Changed) => overtaken(&here, &days).await,
        Err(error) => Err(error.into()),
    }
}

/// Somebody else was faster: what was typed stays, what stands on record now is told.
async fn overtaken(here: &Here, days: &RetentionTyped) -> Result<Response, Failure> {
    let retention = here.hub.retention(here.scope()).await?;
    let frame = frame(here);
    let now = RetentionTyped::of(&retention).entries(frame.words());
    let changed = differences(frame.words(), &now, &days.entries(frame.words()));
    let mut page = PrivacyPage::new(frame, retention.version, days, Refusals::default());
    page.changed = Some(changed);
    let mut response = html(&page);
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// The page that says what erasing a person brings about.
#[derive(Template)]
#[template(path = "privacy/erase.html")]
pub(super) struct ErasePage {
    pub frame: Frame,
    pub settings: Settings,
    pub summary: Summary,
    pub name: String,
    pub organisation: String,
    /// The person's page.
    pub address: String,
}

impl ErasePage {
    pub fn new(frame: Frame, known: &Known, refusals: Refusals) -> Self {
        let person = known.person();
        let organisation = frame.visitor.as_ref().map(|visitor| &visitor.organisation);
        ErasePage {
            settings: Settings::new(&frame, Section::People),
            name: person.name.clone(),
            organisation: organisation.map_or_else(String::new, |organisation| organisation.name.clone()),
            address: format!("/settings/people/{}", encode(&person.handle)),
            summary: Summary {
                words: frame.words().clone(),
                refusals,
            },
            frame,
        }
    }

    pub fn says(&self, key: &str) -> String {
        let args = Args::new()
            .set("name", self.name.as_str())
            .set("organisation", self.organisation.as_str());
        locale::format(self.frame.lang, key, &args)
    }
}

async fn erase_page(here: &Here, handle: &str, fields: &[Field]) -> Result<ErasePage, HubError> {
    let known = here.hub.colleague(here.scope(), handle).await?;
    if !here.scope().may(Act::Erase, Object::Privacy, Relation::Own) {
        return Err(HubError::NotAllowed);
    }
    let title = t!(
        here.words().lang,
        "privacy-erase-title",
        name = known.person().name.as_str()
    );
    let frame = here.frame(Place::Settings, title);
    let refusals = Refusals::of(frame.words(), fields);
    Ok(ErasePage::new(frame, &known, refusals))
}

async fn ask_to_erase(here: Here, Path(handle): Path<String>) -> Result<Response, Failure> {
    Ok(html(&erase_page(&here, &handle, &[]).await?))
}

async fn erase(here: Here, Path(handle): Path<String>) -> Result<Response, Failure> {
    match here.hub.erase_colleague(here.scope(), &handle).await {
        Ok(()) => Ok(Redirect::to("/settings/privacy?done=erased").into_response()),
        Err(HubError::Invalid(fields)) => Ok(html_refused(&erase_page(&here, &handle, &fields).await?)),
        Err(error) => Err(error.into()),
    }
}

async fn take_out(here: Here, Path(handle): Path<String>) -> Result<Response, Failure> {
    Ok(sent(here.hub.dossier(here.scope(), &handle).await?))
}

async fn take_out_own(here: Here) -> Result<Response, Failure> {
    match here.hub.demand_oneself(&here.visitor).await {
        Err(HubError::ProofNeeded) => return Ok(prove_first("/account/data")),
        proved => proved?,
    }
    Ok(sent(here.hub.own_dossier(here.scope()).await?))
}

/// A document on somebody as a file.
pub(crate) fn sent(dossier: Dossier) -> Response {
    let name = format!("{}.json", dossier.person().handle);
    download(&name, "application/json", dossier)
}
