//! An offer through the eyes of another party.

use firstline_domain::offer::Contact;
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::is_web_url;
use firstline_hub::offer::OfferPage;
use firstline_hub::{locale, t};

use crate::page::Words;
use crate::page::part::{HoursNow, Reaches};

/// The parties whose eyes a publisher can borrow, in the order of the line.
pub(super) const SEEN_BY: [PartyKind; 4] = [
    PartyKind::Customer,
    PartyKind::Reseller,
    PartyKind::Provider,
    PartyKind::Partner,
];

/// A contact as a party sees it.
pub(super) struct SeenContact {
    pub purpose: String,
    pub name: Option<String>,
    pub reaches: Reaches,
    pub hours: Option<HoursNow>,
    pub languages: String,
}

/// How a party sees the offer's page.
pub(super) struct Seen {
    pub by: PartyKind,
    pub contacts: Vec<SeenContact>,
    /// Documents with their addresses, absent where they are none that could be followed.
    pub resources: Vec<(String, Option<String>)>,
    /// What is kept from it, in one sentence; empty where nothing is.
    pub hidden: String,
}

impl Seen {
    /// How a party sees an offer, beside how its publisher does.
    pub fn of(words: &Words, by: PartyKind, own: &OfferPage, theirs: &OfferPage) -> Self {
        let contact = |contact: &Contact| SeenContact {
            purpose: contact
                .kind
                .map(|kind| words.of("contact", kind).into_owned())
                .unwrap_or_default(),
            name: contact.name.clone(),
            reaches: Reaches::of(words, contact),
            hours: contact.hours.as_ref().map(|hours| HoursNow::of(words, hours)),
            languages: words.languages(&contact.languages),
        };
        let offer = &theirs.offer;
        let resources = offer.resources.iter().map(|resource| {
            (
                resource.title.clone(),
                Some(resource.url.clone()).filter(|url| is_web_url(url)),
            )
        });
        Seen {
            by,
            contacts: offer.contacts.iter().map(contact).collect(),
            resources: resources.collect(),
            hidden: hidden(words, by, own, theirs),
        }
    }
}

fn hidden(words: &Words, by: PartyKind, own: &OfferPage, theirs: &OfferPage) -> String {
    let contacts = own
        .offer
        .contacts
        .iter()
        .filter(|contact| !theirs.offer.contacts.contains(contact));
    let resources = own
        .offer
        .resources
        .iter()
        .filter(|resource| !theirs.offer.resources.contains(resource));
    let mut hidden: Vec<String> = contacts
        .filter_map(|contact| contact.kind)
        .map(|kind| words.of("contact", kind).into_owned())
        .chain(resources.map(|resource| resource.title.clone()))
        .filter(|name| !name.is_empty())
        .collect();
    hidden.dedup();
    if hidden.is_empty() {
        return String::new();
    }
    let what = locale::list(words.lang, &hidden, locale::Joint::And);
    t!(
        words.lang,
        "offer-seen-hidden",
        party = words.of("the-party", by),
        what = what
    )
}
