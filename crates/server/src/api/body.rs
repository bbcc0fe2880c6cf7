//! What the API and the command line say in JSON: the same bodies on both. Here is what they share; each aggregate has its
//! own in a module.

mod decision;
mod offer;
mod organisation;
mod person;
mod split;
mod subscription;
mod token;
mod understanding;

use firstline_domain::offer::{Contact, ContactKind, ServiceTarget, Severity};
use firstline_domain::party::{Channel, PartyKind};
use firstline_hub::Field;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

pub use self::decision::DecisionBody;
pub use self::offer::{AgreementBody, OfferBody, OfferLine, OfferList, ResourceBody};
pub use self::organisation::OrganisationBody;
pub(super) use self::person::roles;
pub use self::person::{InvitationBody, PersonBody, PowerBody};
pub use self::split::SplitBody;
pub use self::subscription::SubscriptionBody;
pub use self::token::TokenBody;
pub(super) use self::token::kinds as token_kinds;
pub use self::understanding::{AskedBody, HeardBody, UnderstandingBody, rounded, says, topic_texts};
use super::input::word;

/// The schema of an enumeration: a string that is one of its words.
fn words(all: impl IntoIterator<Item = &'static str>) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(all))
        .build()
}

/// The same where it may be left out or null.
fn words_or_null(all: impl IntoIterator<Item = &'static str>) -> Object {
    let values = all
        .into_iter()
        .map(|word| Some(word.to_owned()))
        .chain(std::iter::once(None));
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::String, Type::Null]))
        .enum_values(Some(values))
        .build()
}

pub(super) fn optional_party_kinds() -> Object {
    words_or_null(PartyKind::ALL.iter().map(|kind| kind.as_str()))
}

pub(super) fn optional_channels() -> Object {
    words_or_null(Channel::ALL.iter().map(|channel| channel.as_str()))
}

pub(super) fn party_kinds() -> Object {
    words(PartyKind::ALL.iter().map(|kind| kind.as_str()))
}

pub(super) fn channels() -> Object {
    words(Channel::ALL.iter().map(|channel| channel.as_str()))
}

fn contact_kinds() -> Object {
    words_or_null(ContactKind::ALL.iter().map(|kind| kind.as_str()))
}

fn severities() -> Object {
    words(Severity::ALL.iter().map(|severity| severity.as_str()))
}

/// An organisation in the part it plays.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartyBody<'a> {
    #[schema(schema_with = party_kinds)]
    pub kind: &'static str,
    /// The organisation's handle; null where it is not known which one plays the part.
    pub organisation: Option<&'a str>,
    pub name: Option<&'a str>,
}

/// How to reach somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactBody<'a> {
    /// Whose contact it is.
    #[schema(schema_with = party_kinds)]
    pub party: &'static str,
    /// What an offer's contact is for; null for an organisation's own desk.
    pub kind: Option<&'static str>,
    pub name: Option<&'a str>,
    pub email: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub url: Option<&'a str>,
    /// Such as `Mon-Fri 09:00-18:00 Europe/Istanbul` or `24x7`.
    pub hours: Option<String>,
    /// BCP 47 tags.
    pub languages: &'a [String],
}

impl<'a> ContactBody<'a> {
    pub fn new(party: PartyKind, contact: &'a Contact) -> Self {
        ContactBody {
            party: party.as_str(),
            kind: contact.kind.map(ContactKind::as_str),
            name: contact.name.as_deref(),
            email: contact.email.as_deref(),
            phone: contact.phone.as_deref(),
            url: contact.url.as_deref(),
            hours: contact.hours.as_ref().map(ToString::to_string),
            languages: &contact.languages,
        }
    }
}

/// What is promised for one severity, in minutes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetBody {
    /// A is critical, C minimal.
    #[schema(schema_with = severities)]
    pub severity: String,
    pub first_response_minutes: u32,
    pub update_interval_minutes: Option<u32>,
    pub target_minutes: Option<u32>,
}

impl From<&ServiceTarget> for TargetBody {
    fn from(target: &ServiceTarget) -> Self {
        TargetBody {
            severity: target.severity.as_str().to_owned(),
            first_response_minutes: target.first_response_minutes,
            update_interval_minutes: target.update_interval_minutes,
            target_minutes: target.target_minutes,
        }
    }
}

/// A contact as it is written.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactInput {
    /// What it is for; left out for an organisation's own desk.
    #[schema(schema_with = contact_kinds)]
    pub kind: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub url: Option<String>,
    /// Such as `Mon-Fri 09:00-18:00 Europe/Istanbul` or `24x7`.
    pub hours: Option<String>,
    #[serde(default)]
    pub languages: Vec<String>,
}

impl ContactInput {
    /// The contact, or what of it cannot be accepted, at `place`.
    pub fn read(self, place: &str, wrong: &mut Vec<Field>) -> Contact {
        let filled = |value: Option<String>| {
            value
                .map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty())
        };
        Contact {
            kind: word(
                &format!("{place}.kind"),
                "error-contact-kind",
                self.kind.as_deref(),
                wrong,
            ),
            name: filled(self.name),
            email: filled(self.email),
            phone: filled(self.phone),
            url: filled(self.url),
            hours: word(
                &format!("{place}.hours"),
                "error-hours",
                filled(self.hours).as_deref(),
                wrong,
            ),
            languages: self.languages,
        }
    }
}

/// The targets as they were written, or what of them cannot be accepted.
pub fn read_targets(targets: &[TargetBody], place: &str, wrong: &mut Vec<Field>) -> Vec<ServiceTarget> {
    targets
        .iter()
        .enumerate()
        .filter_map(|(index, target)| {
            let name = format!("{place}.{index}.severity");
            let severity = word(&name, "error-severity", Some(target.severity.as_str()), wrong)?;
            Some(ServiceTarget {
                severity,
                first_response_minutes: target.first_response_minutes,
                update_interval_minutes: target.update_interval_minutes,
                target_minutes: target.target_minutes,
            })
        })
        .collect()
}
