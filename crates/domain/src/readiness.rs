//! How ready a publisher is to be reached: what is missing from an offer's contacts and resources, and what is doubtful.

use serde::{Deserialize, Serialize};

use crate::offer::{Contact, ContactKind, Resource, ResourceKind};
use crate::wire::wire_enum;

wire_enum! {
    /// How much a finding keeps people from being helped.
    pub enum Weight("weight") {
        /// Nobody can be reached.
        Blocking = "blocking",
        /// Somebody cannot be reached, or the address may not work.
        Serious = "serious",
        /// It would help to have it.
        Advice = "advice",
    }
}

wire_enum! {
    /// What is wrong with what a publisher gives.
    pub enum Problem("problem") {
        NoContact = "no-contact",
        NoCustomerSupport = "no-customer-support",
        NoEngineering = "no-engineering",
        NoProgrammeContact = "no-programme-contact",
        MalformedEmail = "malformed-email",
        PersonalMailbox = "personal-mailbox",
        BadUrl = "bad-url",
        BadPhone = "bad-phone",
        NoHours = "no-hours",
        NoDocumentation = "no-documentation",
        NoAgreement = "no-agreement",
    }
}

impl Problem {
    pub const fn weight(self) -> Weight {
        match self {
            Problem::NoContact => Weight::Blocking,
            Problem::NoCustomerSupport
            | Problem::MalformedEmail
            | Problem::BadUrl
            | Problem::PersonalMailbox => Weight::Serious,
            Problem::NoEngineering
            | Problem::NoProgrammeContact
            | Problem::BadPhone
            | Problem::NoHours
            | Problem::NoDocumentation
            | Problem::NoAgreement => Weight::Advice,
        }
    }
}

/// One thing to fix: what it is, at which contact, and the value that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub problem: Problem,
    pub contact: Option<ContactKind>,
    pub value: Option<String>,
}

wire_enum! {
    /// An offer's readiness in one word, for lists and filters.
    pub enum Readiness("readiness") {
        Ready = "ready",
        Gaps = "gaps",
        Unreachable = "unreachable",
    }
}

/// Everything that is missing or doubtful, the worst first.
pub fn findings(contacts: &[Contact], resources: &[Resource], has_agreement: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut absent = |problem| {
        found.push(Finding {
            problem,
            contact: None,
            value: None,
        })
    };
    let has = |kind| {
        contacts
            .iter()
            .any(|contact| contact.kind == Some(kind) && contact.is_reachable())
    };
    if !contacts.iter().any(Contact::is_reachable) {
        absent(Problem::NoContact);
    } else {
        for (kind, problem) in [
            (ContactKind::CustomerSupport, Problem::NoCustomerSupport),
            (ContactKind::Engineering, Problem::NoEngineering),
            (ContactKind::Programme, Problem::NoProgrammeContact),
        ] {
            if !has(kind) {
                absent(problem);
            }
        }
    }
    if !resources
        .iter()
        .any(|resource| resource.kind == ResourceKind::Documentation)
    {
        absent(Problem::NoDocumentation);
    }
    if !has_agreement {
        absent(Problem::NoAgreement);
    }
    for contact in contacts {
        found.extend(contact_findings(contact));
    }
    found.sort_by_key(|finding| finding.problem.weight());
    found
}

/// What is doubtful about one contact's own fields.
pub fn contact_findings(contact: &Contact) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut doubt = |problem, value: &str| {
        found.push(Finding {
            problem,
            contact: contact.kind,
            value: Some(value.to_owned()),
        });
    };
    if let Some(email) = &contact.email {
        if !is_email(email) {
            doubt(Problem::MalformedEmail, email);
        } else if contact.kind == Some(ContactKind::CustomerSupport) && is_personal_mailbox(email) {
            doubt(Problem::PersonalMailbox, email);
        }
    }
    if let Some(url) = &contact.url
        && !is_web_url(url)
    {
        doubt(Problem::BadUrl, url);
    }
    if let Some(phone) = &contact.phone
        && !is_phone(phone)
    {
        doubt(Problem::BadPhone, phone);
    }
    if contact.kind == Some(ContactKind::CustomerSupport) && contact.is_reachable() && contact.hours.is_none()
    {
        found.push(Finding {
            problem: Problem::NoHours,
            contact: contact.kind,
            value: None,
        });
    }
    found
}

/// The word for a list of findings.
pub fn readiness(findings: &[Finding]) -> Readiness {
    match findings.iter().map(|finding| finding.problem.weight()).min() {
        Some(Weight::Blocking) => Readiness::Unreachable,
        Some(Weight::Serious) => Readiness::Gaps,
        Some(Weight::Advice) | None => Readiness::Ready,
    }
}

/// Whether it is one mail address that could be written to.
pub fn is_email(text: &str) -> bool {
    text.parse::<email_address::EmailAddress>()
        .is_ok_and(|address| address.domain().contains('.'))
}

/// Whether it is a web address with its scheme, as a link needs it.
pub fn is_web_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.')
            && !host.starts_with('.')
            && !rest
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
    })
}

/// Whether it could be dialled: at least five digits, and nothing but digits and the usual signs and an extension.
pub fn is_phone(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 5
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " +-().,/#:;".contains(c))
}

/// Free mail services, where an address belongs to a person and not to a support desk.
const FREE_MAIL: [&str; 16] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "aol.com",
    "naver.com",
    "daum.net",
    "hanmail.net",
    "gmx.net",
    "proton.me",
    "yandex.com",
];

/// Words of a mailbox that more than one person reads.
const SHARED: [&str; 29] = [
    "support",
    "help",
    "helpdesk",
    "service",
    "services",
    "info",
    "contact",
    "care",
    "customer",
    "customers",
    "team",
    "desk",
    "admin",
    "office",
    "hello",
    "sales",
    "soporte",
    "ayuda",
    "atencion",
    "destek",
    "yardim",
    "success",
    "connector",
    "connectors",
    "developer",
    "developers",
    "dev",
    "api",
    "product",
];

/// Whether an address looks like one person's: at a free mail service, or `first.last@`.
pub fn is_personal_mailbox(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else {
        return false;
    };
    let local = local.to_ascii_lowercase();
    let shared = local
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| SHARED.contains(&word))
        || SHARED.iter().any(|word| word.len() > 4 && local.contains(word));
    if FREE_MAIL.iter().any(|free| domain.eq_ignore_ascii_case(free)) {
        return true;
    }
    let names: Vec<&str> = local.split('.').collect();
    !shared
        && names.len() == 2
        && names
            .iter()
            .all(|name| name.len() > 1 && name.chars().all(|c| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_work_are_told_from_those_that_do_not() {
        for email in ["support@pinar.example", "help.desk@a-b.co.kr"] {
            assert!(is_email(email), "{email}");
        }
        for email in [
            "support",
            "a@b",
            "a b@c.de",
            "support@",
            "two@a.de; three@b.de",
            "mailto:a@b.de",
        ] {
            assert!(!is_email(email), "{email}");
        }
        for url in ["https://a.example/x?y#z", "http://a.b"] {
            assert!(is_web_url(url), "{url}");
        }
        for url in [
            "a.example/help",
            "www.a.example",
            "https://",
            "https:// a.b",
            "ftp://a.b",
            "javascript:alert(1)",
        ] {
            assert!(!is_web_url(url), "{url}");
        }
    }

    #[test]
    fn a_persons_mailbox_is_not_a_support_desk() {
        for email in [
            "mert.kaya@firma.example",
            "ourcompany@gmail.com",
            "help@hotmail.com",
        ] {
            assert!(is_personal_mailbox(email), "{email}");
        }
        for email in [
            "support@firma.example",
            "customer.care@firma.example",
            "connectors@firma.example",
            "a@firma.example",
            "technical.support@x.example",
        ] {
            assert!(!is_personal_mailbox(email), "{email}");
        }
    }

    #[test]
    fn no_contact_at_all_is_one_finding_that_blocks() {
        let found = findings(&[], &[], true);
        assert_eq!(
            found.first().map(|finding| finding.problem),
            Some(Problem::NoContact)
        );
        assert_eq!(readiness(&found), Readiness::Unreachable);
        assert!(
            !found
                .iter()
                .any(|finding| finding.problem == Problem::NoEngineering)
        );
    }
}
