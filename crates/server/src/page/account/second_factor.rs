//! The second factor: adding an app, taking it away, and recovery codes.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use firstline_hub::HubError;
use firstline_hub::algorithms::Algorithms;
use firstline_hub::second_factor::NewFactor;
use firstline_hub::t;
use qrcode::types::Color;
use qrcode::{EcLevel, QrCode};

use super::{demand_proof, done, or_prove};
use crate::App;
use crate::failure::Failure;
use crate::page::desk::form::{Input, Refusals, Summary, Typed};
use crate::page::part::Markup;
use crate::page::{Frame, Here, Place, html, html_refused};

const PATH: &str = "/account/second-factor";

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(PATH, get(show).post(add))
        .route("/account/second-factor/remove", post(remove))
        .route("/account/recovery-codes", post(codes))
}

/// The page of the second factor: the one there is, or how to add one.
#[derive(Template)]
#[template(path = "account/second_factor.html")]
pub(in crate::page) struct SecondFactorPage {
    pub frame: Frame,
    pub summary: Summary,
    pub present: Option<Present>,
    /// Whether the hub keeps to approved algorithms: not every app makes codes that it takes.
    pub strict: bool,
    /// Whether there is an app whose codes it does not take.
    pub untaken: bool,
    /// One to be added, where there is none.
    pub new: Option<New>,
    pub code: Input,
}

/// The second factor that there is.
pub(in crate::page) struct Present {
    pub since: String,
    pub codes_left: String,
}

/// A second factor to be added.
pub(in crate::page) struct New {
    pub picture: Markup,
    /// The key as it is typed, in groups of four.
    pub key: String,
    pub sealed: String,
}

impl New {
    pub fn of(factor: &NewFactor, label: &str) -> Self {
        let letters: Vec<char> = factor.key.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        New {
            picture: picture(&factor.url, label),
            key: groups.join(" "),
            sealed: factor.sealed.clone(),
        }
    }

    /// One that the form brings back: its picture is no longer known, and no longer needed.
    pub fn again(sealed: &str) -> Self {
        New {
            picture: Markup::default(),
            key: String::new(),
            sealed: sealed.to_owned(),
        }
    }
}

/// The address as a picture for the app's camera: dark on light in either theme, because cameras want it so.
fn picture(url: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(url, EcLevel::M) else {
        return Markup::default();
    };
    let (width, margin) = (code.width(), 4);
    let mut path = String::new();
    for (at, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            path.push_str(&format!(
                "M{} {}h1v1h-1z",
                at % width + margin,
                at / width + margin
            ));
        }
    }
    let side = width + 2 * margin;
    let label = askama::filters::escape(label, askama::filters::Html).map(|label| label.to_string());
    Markup(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{}\"><path class=\"qr-ground\" d=\"M0 0h{side}v{side}H0z\"/><path class=\"qr-ink\" d=\"{path}\"/></svg>",
        label.unwrap_or_default()
    ))
}

/// The recovery codes, this once.
#[derive(Template)]
#[template(path = "account/codes.html")]
pub(in crate::page) struct CodesPage {
    pub frame: Frame,
    pub codes: Vec<String>,
}

impl CodesPage {
    fn all(&self) -> String {
        self.codes.join("\n")
    }
}

impl SecondFactorPage {
    pub fn new(frame: Frame, present: Option<Present>, new: Option<New>, refusals: Refusals) -> Self {
        let words = frame.words().clone();
        SecondFactorPage {
            present,
            strict: false,
            untaken: false,
            new,
            code: Input::new(&words, "code", "second-factor-code", "", &refusals)
                .hint("second-factor-code-hint")
                .filled_as("one-time-code"),
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// On a hub that keeps to approved algorithms.
    #[must_use]
    pub fn strict(mut self, algorithms: Algorithms) -> Self {
        self.strict = algorithms.is_strict();
        self
    }

    /// Where the app that there is makes codes that are not taken.
    #[must_use]
    pub fn untaken(mut self, untaken: bool) -> Self {
        self.untaken = untaken;
        self
    }
}

fn frame(here: &Here) -> Frame {
    here.frame(Place::Elsewhere, here.words().t("second-factor-title"))
}

async fn page(here: &Here) -> Result<SecondFactorPage, HubError> {
    demand_proof(here).await?;
    let account = here.hub.account(&here.visitor).await?;
    let frame = frame(here);
    let words = frame.words();
    let untaken = account
        .second_factor
        .as_ref()
        .is_some_and(|factor| !factor.is_taken);
    let taken = account.second_factor.filter(|factor| factor.is_taken);
    let present = taken.map(|factor| Present {
        since: words.date(factor.made_at),
        codes_left: t!(
            words.lang,
            "second-factor-codes-left",
            count = account.recovery_codes_left
        ),
    });
    let new = match present {
        Some(_) => None,
        None => {
            let factor = here.hub.begin_second_factor(&here.visitor).await?;
            Some(New::of(&factor, &words.t("second-factor-picture")))
        }
    };
    let page = SecondFactorPage::new(frame, present, new, Refusals::default());
    Ok(page.strict(here.hub.algorithms()).untaken(untaken))
}

async fn show(here: Here) -> Result<Response, Failure> {
    let page = page(&here).await;
    or_prove(page.map(|page| html(&page)), PATH)
}

async fn add(here: Here, typed: Typed) -> Result<Response, Failure> {
    let (sealed, code) = (typed.get("sealed"), typed.get("code"));
    match here.hub.add_second_factor(&here.visitor, sealed, code).await {
        Ok(codes) => Ok(shown(&here, codes)),
        Err(HubError::Invalid(fields)) => {
            let refusals = Refusals::of(&here.words(), &fields);
            let new = Some(New::again(sealed));
            let page = SecondFactorPage::new(frame(&here), None, new, refusals);
            Ok(html_refused(&page.strict(here.hub.algorithms())))
        }
        Err(error) => or_prove(Err(error), PATH),
    }
}

async fn remove(here: Here) -> Result<Response, Failure> {
    let removed = here.hub.remove_second_factor(&here.visitor).await;
    or_prove(removed.map(|()| done("no-factor")), PATH)
}

async fn codes(here: Here) -> Result<Response, Failure> {
    let codes = here.hub.new_recovery_codes(&here.visitor).await;
    or_prove(codes.map(|codes| shown(&here, codes)), PATH)
}

fn shown(here: &Here, codes: Vec<String>) -> Response {
    let frame = here.frame(Place::Elsewhere, here.words().t("codes-title"));
    html(&CodesPage { frame, codes })
}
