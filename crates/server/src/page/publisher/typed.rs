//! What a publisher typed about an offer: its contacts, its documents, or its agreement.

use firstline_domain::offer::{Agreement, Contact, ContactKind, Offer, Resource, ResourceKind};
use firstline_hub::Field;
use firstline_hub::offer::{OfferEdit, RESOURCES_MAX};

use super::Section;
use crate::page::Words;
use crate::page::desk::contact::{ContactTyped, HoursTyped};
use crate::page::desk::form::{Typed, filled};
use crate::page::desk::targets::TargetsTyped;

/// Empty rows that a form offers for further documents.
const ROWS_SPARE: usize = 2;

/// A document as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ResourceTyped {
    pub kind: String,
    pub lang: String,
    pub title: String,
    pub url: String,
}

/// What is promised, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct AgreementTyped {
    pub title: String,
    pub url: String,
    pub hours: HoursTyped,
    pub targets: TargetsTyped,
}

/// The section of an offer that a form holds, as it was typed. What the form does not hold stays as it is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Draft {
    Contacts(Vec<(ContactKind, ContactTyped)>),
    Documents(Vec<ResourceTyped>),
    Agreement(Box<AgreementTyped>),
}

impl Draft {
    /// A section as it is on record.
    pub fn of(section: Section, words: &Words, offer: &Offer) -> Self {
        let contact = |&kind: &ContactKind| {
            (
                kind,
                offer
                    .contact(kind)
                    .map_or_else(ContactTyped::default, ContactTyped::of),
            )
        };
        let resource = |resource: &Resource| ResourceTyped {
            kind: resource.kind.to_string(),
            lang: resource.lang.map(|lang| lang.to_string()).unwrap_or_default(),
            title: titled(words, resource),
            url: resource.url.clone(),
        };
        let agreement = |agreement: &Agreement| AgreementTyped {
            title: agreement.title.clone(),
            url: agreement.url.clone().unwrap_or_default(),
            hours: HoursTyped::of(agreement.hours.as_ref()),
            targets: TargetsTyped::of(words, &agreement.targets),
        };
        match section {
            Section::Contacts => Draft::Contacts(ContactKind::ALL.iter().map(contact).collect()),
            Section::Documents => Draft::Documents(offer.resources.iter().map(resource).collect()),
            Section::Agreement => Draft::Agreement(Box::new(
                offer.agreement.as_ref().map(agreement).unwrap_or_default(),
            )),
        }
    }

    /// A section as it was typed. Documents that were emptied or marked to be removed are left out, so that the rest counts
    /// without gaps.
    pub fn typed(section: Section, typed: &Typed) -> Self {
        let contact = |&kind: &ContactKind| (kind, ContactTyped::typed(typed, &format!("contacts.{kind}")));
        let resource = |index: usize| {
            let text = |field: &str| typed.get(&format!("resources.{index}.{field}")).to_owned();
            let removed = typed.has(&format!("resources.{index}.remove"));
            let row = ResourceTyped {
                kind: text("kind"),
                lang: text("lang"),
                title: text("title"),
                url: text("url"),
            };
            let is_empty = row.title.is_empty() && row.url.is_empty();
            (!removed && !is_empty).then_some(row)
        };
        let rows = typed.rows("resources", RESOURCES_MAX + ROWS_SPARE);
        match section {
            Section::Contacts => Draft::Contacts(ContactKind::ALL.iter().map(contact).collect()),
            Section::Documents => Draft::Documents((0..rows).filter_map(resource).collect()),
            Section::Agreement => Draft::Agreement(Box::new(AgreementTyped {
                title: typed.get("agreement.title").to_owned(),
                url: typed.get("agreement.url").to_owned(),
                hours: HoursTyped::typed(typed, "agreement.hours"),
                targets: TargetsTyped::typed(typed, "agreement.targets"),
            })),
        }
    }

    /// The change that was meant of this offer, or everything of it that cannot be read.
    pub fn read(&self, words: &Words, offer: &Offer) -> Result<OfferEdit, Vec<Field>> {
        let mut wrong = Vec::new();
        let resource = |resource: &Resource| Resource {
            title: titled(words, resource),
            ..resource.clone()
        };
        let mut edit = OfferEdit {
            contacts: offer.contacts.clone(),
            resources: offer.resources.iter().map(resource).collect(),
            agreement: offer.agreement.clone(),
        };
        match self {
            Draft::Contacts(contacts) => edit.contacts = read_contacts(contacts, &mut wrong),
            Draft::Documents(rows) => edit.resources = read_resources(rows, &mut wrong),
            Draft::Agreement(agreement) => edit.agreement = agreement.read(&mut wrong),
        }
        if wrong.is_empty() {
            return Ok(edit);
        }
        // What is wrong beside it is said at once; what could not be read is said once.
        let mut others = edit.check();
        others.retain(|other| wrong.iter().all(|field| field.name != other.name));
        wrong.extend(others);
        Err(wrong)
    }

    /// The labels of its fields and what stands in them, for telling two versions apart.
    pub fn entries(&self, words: &Words) -> Vec<(String, String)> {
        let label = |key: &str| words.t(key).into_owned();
        match self {
            Draft::Contacts(contacts) => contacts
                .iter()
                .flat_map(|(kind, contact)| {
                    let whose = words.of("contact", kind);
                    let entries = contact.entries(words);
                    entries
                        .into_iter()
                        .map(move |(key, value)| (format!("{whose}: {}", words.t(key)), value))
                })
                .collect(),
            Draft::Documents(rows) => {
                let rows: Vec<_> = rows
                    .iter()
                    .map(|row| format!("{} ({})", row.title, row.url))
                    .collect();
                vec![(label("offer-edit-resources"), rows.join("; "))]
            }
            Draft::Agreement(agreement) => vec![
                (label("offer-edit-agreement-title"), agreement.title.clone()),
                (label("offer-edit-agreement-url"), agreement.url.clone()),
                (label("form-hours"), agreement.hours.written()),
                (label("desk-promises"), agreement.targets.line()),
            ],
        }
    }
}

/// The title of a document; where an import brought none, what it is, in the document's own language.
fn titled(words: &Words, resource: &Resource) -> String {
    if resource.title.trim().is_empty() {
        let words = Words {
            lang: resource.lang.unwrap_or(words.lang),
            ..words.clone()
        };
        return words.of("resource", resource.kind).into_owned();
    }
    resource.title.clone()
}

/// The rows of documents to show: those there are, and some to fill in.
pub(super) fn with_spare(rows: &[ResourceTyped]) -> impl Iterator<Item = ResourceTyped> {
    let spare = if rows.len() < RESOURCES_MAX { ROWS_SPARE } else { 0 };
    rows.iter()
        .cloned()
        .chain(std::iter::repeat_n(ResourceTyped::default(), spare))
}

fn read_contacts(contacts: &[(ContactKind, ContactTyped)], wrong: &mut Vec<Field>) -> Vec<Contact> {
    let read = contacts
        .iter()
        .map(|(kind, typed)| typed.read(Some(*kind), &format!("contacts.{kind}"), wrong));
    read.filter(|contact| contact.is_reachable() || contact.name.is_some())
        .collect()
}

fn read_resources(rows: &[ResourceTyped], wrong: &mut Vec<Field>) -> Vec<Resource> {
    let mut resources = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if row.url.is_empty() {
            wrong.push(Field::new(format!("resources.{index}.url"), "error-url-needed"));
        }
        match row.kind.parse::<ResourceKind>() {
            Ok(kind) => resources.push(Resource {
                kind,
                lang: row.lang.parse().ok(),
                title: row.title.clone(),
                url: row.url.clone(),
            }),
            Err(_) => {
                wrong.push(Field::quoting(
                    format!("resources.{index}.kind"),
                    "error-resource-kind",
                    &row.kind,
                ));
            }
        }
    }
    resources
}

impl AgreementTyped {
    /// The agreement; none where nothing was typed.
    fn read(&self, wrong: &mut Vec<Field>) -> Option<Agreement> {
        let agreement = Agreement {
            title: self.title.clone(),
            url: filled(&self.url),
            hours: self.hours.read("agreement.hours", wrong),
            targets: self.targets.read("agreement.targets", wrong),
        };
        let says_something =
            agreement.url.is_some() || agreement.hours.is_some() || !agreement.targets.is_empty();
        (says_something || !self.title.is_empty()).then_some(agreement)
    }
}
