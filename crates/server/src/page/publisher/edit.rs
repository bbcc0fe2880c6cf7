//! One offer's contacts, documents and agreement to edit, its readiness, and how each party sees it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{ContactKind, ResourceKind};
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::Problem;
use firstline_hub::offer::OfferPage;
use firstline_hub::{Field, HubError, locale, t};

use super::seen::{SEEN_BY, Seen};
use super::typed::{AgreementTyped, Draft, ResourceTyped, with_spare};
use super::{Section, Tab, ToFix};
use crate::failure::Failure;
use crate::page::desk::contact::{ContactFields, HoursFields, zones};
use crate::page::desk::form::{Choice, Input, Refusals, Select, Summary, Typed};
use crate::page::desk::targets::TargetsFields;
use crate::page::desk::{Changed, differences};
use crate::page::{Frame, Here, Place, Words, html};

/// What makes an offer ready to be asked about, and the findings that say it is not so yet.
const CHECKS: [(&str, &[Problem]); 7] = [
    (
        "ready-customer-support",
        &[Problem::NoContact, Problem::NoCustomerSupport],
    ),
    (
        "ready-hours",
        &[Problem::NoContact, Problem::NoCustomerSupport, Problem::NoHours],
    ),
    ("ready-engineering", &[Problem::NoContact, Problem::NoEngineering]),
    (
        "ready-programme",
        &[Problem::NoContact, Problem::NoProgrammeContact],
    ),
    (
        "ready-addresses",
        &[
            Problem::NoContact,
            Problem::MalformedEmail,
            Problem::BadUrl,
            Problem::BadPhone,
            Problem::PersonalMailbox,
        ],
    ),
    ("ready-documentation", &[Problem::NoDocumentation]),
    ("ready-agreement", &[Problem::NoAgreement]),
];

/// A row of the documents' form.
pub(super) struct ResourceFields {
    pub title: Input,
    pub url: Input,
    pub kind: Select,
    pub lang: Select,
    /// The name of the box that removes it, and its label; absent in a row still to be filled.
    pub remove: Option<(String, String)>,
}

/// The fields of an agreement.
pub(super) struct AgreementFields {
    pub title: Input,
    pub url: Input,
    pub hours: HoursFields,
    pub targets: TargetsFields,
}

/// The fields of a section.
pub(super) enum Body {
    Contacts(Vec<(ContactKind, ContactFields)>),
    Documents(Vec<ResourceFields>),
    Agreement(Box<AgreementFields>),
}

impl Body {
    pub fn of(words: &Words, draft: &Draft, refusals: &Refusals) -> Self {
        match draft {
            Draft::Contacts(contacts) => {
                let fields = contacts.iter().map(|(kind, contact)| {
                    (
                        *kind,
                        ContactFields::new(words, &format!("contacts.{kind}"), contact, refusals),
                    )
                });
                Body::Contacts(fields.collect())
            }
            Draft::Documents(rows) => {
                let fields = with_spare(rows)
                    .enumerate()
                    .map(|(index, row)| resource_fields(words, index, &row, index < rows.len(), refusals));
                Body::Documents(fields.collect())
            }
            Draft::Agreement(agreement) => {
                Body::Agreement(Box::new(agreement_fields(words, agreement, refusals)))
            }
        }
    }
}

/// The page on which a publisher edits an offer.
#[derive(Template)]
#[template(path = "work/my_offer.html")]
pub(super) struct MyOfferPage {
    pub frame: Frame,
    pub publisher: String,
    pub handle: String,
    pub section: Section,
    pub tabs: Vec<Tab>,
    pub saved: bool,
    pub may_edit: bool,
    pub version: i64,
    pub summary: Summary,
    pub changed: Option<Vec<Changed>>,
    pub body: Body,
    /// How a party sees the page: shown with the contacts.
    pub seen: Option<Seen>,
    pub zones: Vec<String>,
    pub to_fix: Vec<ToFix>,
    /// The keys of what is as it should be.
    pub fine: Vec<&'static str>,
}

impl MyOfferPage {
    /// The page of an offer as it stands on record, with a section of it to edit or to look at.
    pub fn new(frame: Frame, page: &OfferPage, section: Section, body: Body, mut refusals: Refusals) -> Self {
        let words = frame.words().clone();
        let found = |problem: &Problem| page.findings.iter().any(|finding| finding.problem == *problem);
        let fine = CHECKS
            .iter()
            .filter(|(_, problems)| !problems.iter().any(found))
            .map(|(key, _)| *key);
        let handle = &page.offer.handle;
        refusals.lead(|name| match Section::of_field(name) {
            other if other == section => String::new(),
            other => other.address(handle),
        });
        let scope = frame.visitor.as_deref().map(|visitor| &visitor.scope);
        MyOfferPage {
            publisher: page.publisher.handle.clone(),
            section,
            tabs: Tab::all(scope, handle, Some(section)),
            saved: false,
            may_edit: page.editable,
            version: page.offer.version,
            changed: None,
            body,
            seen: None,
            zones: zones(),
            to_fix: page
                .findings
                .iter()
                .map(|finding| ToFix::of(&words, handle, finding))
                .collect(),
            fine: fine.collect(),
            handle: handle.clone(),
            summary: Summary { words, refusals },
            frame,
        }
    }

    /// How many of the checks are met.
    pub fn met(&self) -> String {
        t!(
            self.frame.lang,
            "ready-count",
            met = self.fine.len(),
            all = CHECKS.len()
        )
    }

    pub fn checks(&self) -> usize {
        CHECKS.len()
    }

    /// Whether customers never see such a contact.
    pub fn for_sellers(&self, kind: &ContactKind) -> bool {
        !kind.visible_to(PartyKind::Customer)
    }

    pub fn seen_by(&self) -> &'static [PartyKind] {
        &SEEN_BY
    }
}

fn resource_fields(
    words: &Words,
    index: usize,
    row: &ResourceTyped,
    exists: bool,
    refusals: &Refusals,
) -> ResourceFields {
    let name = |field: &str| format!("resources.{index}.{field}");
    let label = |key: &str| {
        t!(
            words.lang,
            "offer-edit-document",
            number = index + 1,
            field = words.t(key)
        )
    };
    let input = |field: &str, key: &str, value: &str| {
        Input::new(words, &name(field), key, value, refusals).bare(label(key))
    };
    let kinds = ResourceKind::ALL
        .iter()
        .map(|kind| Choice::new(kind, words.of("resource", kind), row.kind == kind.as_str()));
    let langs = Lang::ALL.into_iter().map(|lang| {
        Choice::new(
            lang,
            locale::language_name(words.lang, lang.tag()),
            row.lang == lang.tag(),
        )
    });
    let unsaid = Choice::new("", words.t("offer-edit-any-language"), row.lang.is_empty());
    let select = |field: &str, key: &str, options: Vec<Choice>| {
        Select::new(words, &name(field), label(key).into(), options, refusals).bare()
    };
    ResourceFields {
        title: input("title", "offer-edit-resource-title", &row.title),
        url: input("url", "offer-edit-resource-url", &row.url).kind("url"),
        kind: select("kind", "offer-edit-resource-kind", kinds.collect()),
        lang: select(
            "lang",
            "offer-edit-resource-lang",
            std::iter::once(unsaid).chain(langs).collect(),
        ),
        remove: exists.then(|| (name("remove"), label("offer-edit-remove"))),
    }
}

fn agreement_fields(words: &Words, agreement: &AgreementTyped, refusals: &Refusals) -> AgreementFields {
    let input = |name: &str, label: &str, value: &str| Input::new(words, name, label, value, refusals);
    let hint = "offer-edit-agreement-hours-hint";
    AgreementFields {
        title: input("agreement.title", "offer-edit-agreement-title", &agreement.title),
        url: input("agreement.url", "offer-edit-agreement-url", &agreement.url)
            .kind("url")
            .optional(),
        hours: HoursFields::new(words, "agreement.hours", &agreement.hours, hint, refusals),
        targets: TargetsFields::new(words, "agreement.targets", &agreement.targets, refusals),
    }
}

/// An offer of the asker's own, as it is on record.
async fn own(here: &Here, offer: &str) -> Result<(String, OfferPage), HubError> {
    let reference = format!("{}/{offer}", here.visitor.organisation.handle);
    let page = here.hub.own_offer(here.scope(), &reference).await?;
    Ok((reference, page))
}

/// The address of a section, which the first of them leaves out.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Address {
    offer: String,
    #[serde(default)]
    section: Section,
}

/// How the party that is looked for sees the page, where the section shows that.
async fn seen(
    here: &Here,
    section: Section,
    page: &OfferPage,
    typed: &Typed,
) -> Result<Option<Seen>, HubError> {
    if section != Section::Contacts {
        return Ok(None);
    }
    let by = typed
        .get("as")
        .parse()
        .ok()
        .filter(|by| SEEN_BY.contains(by))
        .unwrap_or(PartyKind::Customer);
    let reference = format!("{}/{}", page.publisher.handle, page.offer.handle);
    let theirs = here.hub.offer_as(here.scope(), &reference, by).await?;
    Ok(Some(Seen::of(&here.words(), by, page, &theirs)))
}

pub(super) async fn show(here: Here, Path(at): Path<Address>, typed: Typed) -> Result<Response, Failure> {
    let (_, page) = own(&here, &at.offer).await?;
    let words = here.words();
    let body = Body::of(
        &words,
        &Draft::of(at.section, &words, &page.offer),
        &Refusals::default(),
    );
    let frame = here.frame(Place::Offers, page.offer.name(words.lang).to_owned());
    let mut shown = MyOfferPage::new(frame, &page, at.section, body, Refusals::default());
    shown.seen = seen(&here, at.section, &page, &typed).await?;
    shown.saved = typed.has("saved");
    Ok(html(&shown))
}

pub(super) async fn save(here: Here, Path(at): Path<Address>, typed: Typed) -> Result<Response, Failure> {
    let draft = Draft::typed(at.section, &typed);
    let (reference, page) = own(&here, &at.offer).await?;
    let done = match draft.read(&here.words(), &page.offer) {
        Ok(edit) => {
            here.hub
                .edit_offer(here.scope(), &reference, typed.version(), edit)
                .await
        }
        Err(wrong) => Err(HubError::Invalid(wrong)),
    };
    let mut shown = match done {
        Ok(_) => return Ok(Redirect::to(&format!("{}?saved", at.section.address(&at.offer))).into_response()),
        Err(HubError::Invalid(wrong)) => refused(&here, &page, at.section, &draft, &wrong, typed.version()),
        Err(HubError::Changed) => overtaken(&here, &page, at.section, &draft),
        Err(error) => return Err(error.into()),
    };
    shown.seen = seen(&here, at.section, &page, &typed).await?;
    let mut response = html(&shown);
    *response.status_mut() = if shown.changed.is_some() {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok(response)
}

/// The form as it was typed, with what is wrong with it.
fn refused(
    here: &Here,
    page: &OfferPage,
    section: Section,
    draft: &Draft,
    wrong: &[Field],
    version: i64,
) -> MyOfferPage {
    let words = here.words();
    let refusals = Refusals::of(&words, wrong);
    let body = Body::of(&words, draft, &refusals);
    let frame = here.frame(Place::Offers, page.offer.name(words.lang).to_owned());
    MyOfferPage {
        version,
        ..MyOfferPage::new(frame, page, section, body, refusals)
    }
}

/// The form as it was typed, with what somebody else put on record in the meantime.
fn overtaken(here: &Here, page: &OfferPage, section: Section, draft: &Draft) -> MyOfferPage {
    let words = here.words();
    let now = Draft::of(section, &words, &page.offer).entries(&words);
    let changed = Some(differences(&words, &now, &draft.entries(&words)));
    MyOfferPage {
        changed,
        ..refused(here, page, section, draft, &[], page.offer.version)
    }
}
