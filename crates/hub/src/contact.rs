//! What is accepted, from a page or a program alike, of how somebody is reached and of what they promise. What an import lets in
//! with a finding, whoever changes it by hand is asked to mend.

use std::collections::BTreeSet;

use firstline_domain::offer::{Agreement, Contact, ServiceTarget};
use firstline_domain::readiness::{Problem, contact_findings, is_web_url};

use crate::Field;

/// Longest title or name of a contact, resource or agreement, in characters.
pub const NAME_CHARS_MAX: usize = 255;
/// Longest address, in characters.
pub const URL_CHARS_MAX: usize = 2000;
/// Longest note on what support costs, in characters.
pub const PRICE_CHARS_MAX: usize = 500;
/// Most languages of one contact.
pub const LANGUAGES_MAX: usize = 40;
/// Longest language tag, in characters.
const TAG_CHARS_MAX: usize = 35;
/// The longest time that can be promised: ten years.
const MINUTES_MAX: u32 = 10 * 366 * 1440;

/// What cannot be accepted of a desk: how it is reached, what it promises and what that costs.
pub(crate) fn check_desk(desk: &Contact, promises: &[ServiceTarget], price: Option<&str>) -> Vec<Field> {
    let mut wrong = check_contact("desk", desk);
    wrong.extend(check_targets("promises", promises));
    wrong.extend(check_length("price", price, PRICE_CHARS_MAX));
    wrong
}

/// What cannot be accepted of a contact.
pub(crate) fn check_contact(place: &str, contact: &Contact) -> Vec<Field> {
    let mut wrong: Vec<Field> = contact_findings(contact)
        .into_iter()
        .filter_map(|finding| {
            let (field, key) = match finding.problem {
                Problem::MalformedEmail => ("email", "error-email"),
                Problem::BadUrl => ("url", "error-url"),
                Problem::BadPhone => ("phone", "error-phone"),
                _ => return None,
            };
            Some(Field {
                name: format!("{place}.{field}"),
                key,
                value: finding.value,
            })
        })
        .collect();
    for (field, value, max) in [
        ("name", &contact.name, NAME_CHARS_MAX),
        ("email", &contact.email, NAME_CHARS_MAX),
        ("phone", &contact.phone, NAME_CHARS_MAX),
        ("url", &contact.url, URL_CHARS_MAX),
    ] {
        wrong.extend(check_length(&format!("{place}.{field}"), value.as_deref(), max));
    }
    wrong.extend(check_languages(&format!("{place}.languages"), &contact.languages));
    wrong
}

fn check_languages(name: &str, languages: &[String]) -> Option<Field> {
    if languages.len() > LANGUAGES_MAX {
        return Some(Field::quoting(
            name,
            "error-too-many-languages",
            LANGUAGES_MAX.to_string(),
        ));
    }
    let other = languages.iter().find(|tag| !is_tag(tag))?;
    let shown: String = other.chars().take(TAG_CHARS_MAX).collect();
    Some(Field::quoting(name, "error-language-tag", shown))
}

/// Whether it has the form of a language tag (BCP 47): subtags of letters and digits, the first of letters alone.
fn is_tag(text: &str) -> bool {
    let fits = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = text.split('-').next().unwrap_or_default();
    text.len() <= TAG_CHARS_MAX
        && (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && text.split('-').all(fits)
}

/// What cannot be accepted of promised times: one line for each severity, and each time within what can be promised.
pub(crate) fn check_targets(place: &str, targets: &[ServiceTarget]) -> Vec<Field> {
    let mut wrong = Vec::new();
    let mut severities = BTreeSet::new();
    for target in targets {
        let place = format!("{place}.{}", target.severity);
        if !severities.insert(target.severity.as_str()) {
            let name = format!("{place}.first-response");
            wrong.push(Field::quoting(
                name,
                "error-severity-twice",
                target.severity.as_str(),
            ));
        }
        let times = [
            ("first-response", Some(target.first_response_minutes)),
            ("update-interval", target.update_interval_minutes),
            ("target", target.target_minutes),
        ];
        for (field, minutes) in times {
            if minutes.is_some_and(|minutes| !(1..=MINUTES_MAX).contains(&minutes)) {
                wrong.push(Field::new(format!("{place}.{field}"), "error-span-range"));
            }
        }
    }
    wrong
}

/// What cannot be accepted of an agreement: it has a name, and whoever reads it finds it.
pub(crate) fn check_agreement(agreement: &Agreement) -> Vec<Field> {
    let mut wrong = check_targets("agreement.targets", &agreement.targets);
    if agreement.title.trim().is_empty() {
        wrong.push(Field::new("agreement.title", "error-agreement-title"));
    }
    wrong.extend(check_length(
        "agreement.title",
        Some(&agreement.title),
        NAME_CHARS_MAX,
    ));
    let url = agreement.url.as_deref();
    if let Some(other) = url.filter(|url| !is_web_url(url)) {
        wrong.push(Field::quoting("agreement.url", "error-url", other));
    }
    wrong.extend(check_length("agreement.url", url, URL_CHARS_MAX));
    wrong
}

fn check_length(name: &str, value: Option<&str>, chars_max: usize) -> Option<Field> {
    value
        .filter(|value| value.chars().count() > chars_max)
        .map(|_| Field::quoting(name, "error-too-long", chars_max.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_said_by_its_tag() {
        for tag in ["en", "es-MX", "zh-Hant-TW", "de-CH-1996", "fil"] {
            assert!(is_tag(tag), "{tag}");
        }
        for other in [
            "",
            "e",
            "1a",
            "English (US)",
            "en_US",
            "en-",
            "-en",
            "türkçe",
            "en-abcdefghi",
            "en-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q",
        ] {
            assert!(!is_tag(other), "{other}");
        }
    }
}
