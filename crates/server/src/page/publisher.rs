//! The publisher's own view: its offers with how ready each is to be asked about, and each offer's contacts, documents and
//! agreement to edit.

mod edit;
mod partners;
mod seen;
#[cfg(test)]
mod tests;
mod typed;

use std::cmp::Reverse;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use firstline_domain::offer::{ContactKind, OfferState};
use firstline_domain::readiness::{Finding, Problem, Readiness, Weight, readiness};
use firstline_domain::scope::Scope;
use firstline_hub::offer::OfferPage;
use firstline_hub::{locale, t};
use serde::Deserialize;

use super::desk::form::{Typed, anchor};
use super::{Frame, Here, Place, Words, encode, html};
use crate::App;
use crate::failure::Failure;

/// The most offers that are weighed for the list.
const OFFERS_MAX: i64 = 1000;
/// Offers on one page of the list.
const OFFERS_PER_PAGE: usize = 50;
/// Findings that the list shows of an offer.
const FINDINGS_SHOWN: usize = 2;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/my-offers", get(list))
        .route("/my-offers/{offer}", get(edit::show).post(edit::save))
        .route(
            "/my-offers/{offer}/partners",
            get(partners::show).post(partners::add),
        )
        .route("/my-offers/{offer}/partners/withdraw", post(partners::withdraw))
        .route("/my-offers/{offer}/{section}", get(edit::show).post(edit::save))
}

/// A part of an offer's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Section {
    #[default]
    Contacts,
    Documents,
    Agreement,
}

impl Section {
    pub const ALL: [Section; 3] = [Section::Contacts, Section::Documents, Section::Agreement];

    /// The section in which a field stands.
    pub fn of_field(name: &str) -> Self {
        match name.split('.').next() {
            Some("resources") => Section::Documents,
            Some("agreement") => Section::Agreement,
            _ => Section::Contacts,
        }
    }

    /// Where it stands for an offer.
    pub fn address(self, offer: &str) -> String {
        let section = match self {
            Section::Contacts => "",
            Section::Documents => "/documents",
            Section::Agreement => "/agreement",
        };
        format!("/my-offers/{}{section}", encode(offer))
    }

    /// The key of its name.
    pub fn name(self) -> &'static str {
        match self {
            Section::Contacts => "offer-edit-contacts",
            Section::Documents => "offer-edit-resources",
            Section::Agreement => "offer-edit-agreement",
        }
    }
}

/// A way to a part of an offer's page.
#[derive(Debug, Clone)]
pub(super) struct Tab {
    pub href: String,
    /// The key of its name.
    pub name: &'static str,
    pub here: bool,
}

impl Tab {
    /// All that somebody has of an offer, on one of its sections, or on the page of its partners.
    pub fn all(scope: Option<&Scope>, offer: &str, here: Option<Section>) -> Vec<Self> {
        let section = |section: Section| Tab {
            href: section.address(offer),
            name: section.name(),
            here: here == Some(section),
        };
        let mut tabs: Vec<Tab> = Section::ALL.into_iter().map(section).collect();
        if scope.is_some_and(partners::are_shown) {
            tabs.push(Tab {
                href: partners::address(offer),
                name: "partners-title",
                here: here.is_none(),
            });
        }
        tabs
    }
}

/// A finding in words: what is wrong, what to do, and where to do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToFix {
    pub title: String,
    pub help: String,
    /// The address of the field.
    pub href: String,
    pub weight: Weight,
}

impl ToFix {
    pub fn of(words: &Words, offer: &str, finding: &Finding) -> Self {
        let value = finding.value.as_deref().unwrap_or_default();
        let key = format!("finding-{}", finding.problem);
        ToFix {
            title: t!(words.lang, &key, value = value),
            help: words.t(&format!("{key}-help")).into_owned(),
            href: {
                let field = field_of(finding);
                format!("{}#{}", Section::of_field(&field).address(offer), anchor(&field))
            },
            weight: finding.problem.weight(),
        }
    }

    pub fn class(&self) -> &'static str {
        match self.weight {
            Weight::Blocking => "finding--breach",
            Weight::Serious => "finding--warn",
            Weight::Advice => "",
        }
    }

    pub fn icon(&self) -> &'static str {
        match self.weight {
            Weight::Blocking => "error",
            Weight::Serious => "warn",
            Weight::Advice => "info",
        }
    }
}

/// The field in which a finding is mended.
fn field_of(finding: &Finding) -> String {
    let of = |kind: ContactKind, field: &str| format!("contacts.{kind}.{field}");
    let kind = finding.contact.unwrap_or(ContactKind::CustomerSupport);
    match finding.problem {
        Problem::NoContact | Problem::NoCustomerSupport => of(ContactKind::CustomerSupport, "email"),
        Problem::NoEngineering => of(ContactKind::Engineering, "email"),
        Problem::NoProgrammeContact => of(ContactKind::Programme, "email"),
        Problem::MalformedEmail | Problem::PersonalMailbox => of(kind, "email"),
        Problem::BadUrl => of(kind, "url"),
        Problem::BadPhone => of(kind, "phone"),
        Problem::NoHours => of(kind, "hours"),
        Problem::NoDocumentation => "resources".to_owned(),
        Problem::NoAgreement => "agreement.title".to_owned(),
    }
}

/// How ready an offer is, as a chip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ReadyChip {
    pub class: &'static str,
    pub icon: &'static str,
    pub text: String,
}

impl ReadyChip {
    pub fn of(words: &Words, findings: &[Finding]) -> Self {
        let (class, icon, key) = match readiness(findings) {
            Readiness::Ready if findings.is_empty() => ("chip--ok", "ok", "my-offers-complete"),
            Readiness::Ready => ("chip--ok", "ok", "my-offers-ready"),
            Readiness::Gaps => ("chip--warn", "warn", "my-offers-gaps"),
            Readiness::Unreachable => ("chip--breach", "error", "my-offers-unreachable"),
        };
        ReadyChip {
            class,
            icon,
            text: t!(words.lang, key, count = findings.len()),
        }
    }
}

/// An offer in the list.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub handle: String,
    pub name: String,
    pub kind: String,
    /// Said where it is not on sale.
    pub state: Option<String>,
    pub ready: ReadyChip,
    pub to_fix: Vec<ToFix>,
    pub more: usize,
}

impl Row {
    fn of(here: &Here, words: &Words, page: &OfferPage) -> Self {
        let kinds = &here.hub.policy().file().kind;
        Row {
            handle: page.offer.handle.clone(),
            name: page.offer.name(words.lang).to_owned(),
            kind: kinds
                .get(&page.offer.kind)
                .map_or(&*page.offer.kind, |kind| kind.name.get(words.lang))
                .to_owned(),
            state: (page.offer.state != OfferState::Live)
                .then(|| words.of("offer-state", page.offer.state).into_owned()),
            ready: ReadyChip::of(words, &page.findings),
            to_fix: page
                .findings
                .iter()
                .take(FINDINGS_SHOWN)
                .map(|finding| ToFix::of(words, &page.offer.handle, finding))
                .collect(),
            more: page.findings.len().saturating_sub(FINDINGS_SHOWN),
        }
    }
}

/// The publisher's offers, those that need something first.
#[derive(Template)]
#[template(path = "work/my_offers.html")]
pub(super) struct MyOffersPage {
    pub frame: Frame,
    pub rows: Vec<Row>,
    pub total: usize,
    /// How many nobody can ask about.
    pub unreachable: usize,
    pub newer: Option<usize>,
    pub older: Option<usize>,
}

impl MyOffersPage {
    pub fn said(&self) -> String {
        t!(
            self.frame.lang,
            "my-offers-said",
            count = self.total,
            unreachable = self.unreachable
        )
    }

    pub fn more(&self, count: &usize) -> String {
        t!(self.frame.lang, "my-offers-more", count = *count)
    }
}

async fn list(here: Here, typed: Typed) -> Result<Response, Failure> {
    let mut offers = here.hub.own_offers(here.scope(), "", OFFERS_MAX).await?;
    let frame = here.frame(Place::Offers, here.words().t("my-offers-title"));
    let words = frame.words();
    offers.sort_by(|left, right| {
        let need = |page: &OfferPage| Reverse((readiness(&page.findings), page.findings.len()));
        let name = |page: &OfferPage| page.offer.name(words.lang).to_owned();
        need(left)
            .cmp(&need(right))
            .then_with(|| locale::compare(words.lang, &name(left), &name(right)))
    });
    let page: usize = typed.get("page").parse().unwrap_or_default();
    let shown = offers.iter().skip(page.saturating_mul(OFFERS_PER_PAGE));
    let rows = shown
        .clone()
        .take(OFFERS_PER_PAGE)
        .map(|offer| Row::of(&here, words, offer))
        .collect();
    let is_unreachable = |page: &&OfferPage| readiness(&page.findings) == Readiness::Unreachable;
    Ok(html(&MyOffersPage {
        rows,
        total: offers.len(),
        unreachable: offers.iter().filter(is_unreachable).count(),
        newer: page.checked_sub(1),
        older: (shown.count() > OFFERS_PER_PAGE).then(|| page + 1),
        frame,
    }))
}
