//! What a reader reads of an offer, and what may be handed to a machine for it.

#![allow(clippy::unwrap_used, reason = "a reading that cannot be made fails the story")]

use std::collections::BTreeSet;

use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Listing, Offer, OfferState, OptIn, Resource, ResourceKind, SupportedBy};
use firstline_domain::reading::{Origin, PUBLIC_CHARS_MAX, Public, Translated};
use uuid::Uuid;

/// An offer described in Korean, with a guide in English and slides in Korean that are for sellers.
fn offer() -> Offer {
    let resource = |kind, lang, title: &str| Resource {
        kind,
        lang: Some(lang),
        title: title.to_owned(),
        url: "https://saebyeok.example".to_owned(),
    };
    Offer {
        id: OfferId(Uuid::nil()),
        publisher: OrganisationId(Uuid::nil()),
        handle: "translate".to_owned(),
        kind: "saas-licence".to_owned(),
        state: OfferState::Live,
        opt_in: OptIn::All,
        supported_by: SupportedBy::Publisher,
        categories: Vec::new(),
        markets: Vec::new(),
        listings: [(
            "ko-kr".to_owned(),
            Listing {
                title: "새벽 번역".to_owned(),
                summary: "문서를 번역합니다".to_owned(),
                description: "첫째 문단\n\n2026\n\n둘째 문단\n\n첫째 문단".to_owned(),
            },
        )]
        .into(),
        plans: Vec::new(),
        contacts: Vec::new(),
        resources: vec![
            resource(ResourceKind::Documentation, Lang::En, " Guide "),
            resource(ResourceKind::SalesCollateral, Lang::Ko, "영업 자료"),
            Resource {
                lang: None,
                ..resource(ResourceKind::Other, Lang::En, "Whatever")
            },
        ],
        agreement: None,
        version: 1,
    }
}

fn texts(offer: &Offer, lang: Lang) -> Vec<(String, String)> {
    let pair = |public: &Public| (public.lang().to_owned(), public.text().to_owned());
    offer.public_texts(lang).iter().map(pair).collect()
}

/// A machine that writes what language a text was in before it.
fn machine(public: &Public) -> Option<Translated> {
    Some(Translated {
        text: format!("[{}] {}", public.lang(), public.text()),
        by: "translate.example".to_owned(),
        at: "2026-11-20T07:00:00Z".parse().unwrap(),
    })
}

#[test]
fn only_what_everyone_sees_and_the_reader_cannot_read_is_handed_out() {
    let korean = |text: &str| ("ko-kr".to_owned(), text.to_owned());
    assert_eq!(
        texts(&offer(), Lang::En),
        ["문서를 번역합니다", "첫째 문단", "둘째 문단"].map(korean)
    );
    assert_eq!(texts(&offer(), Lang::Ko), [("en".to_owned(), "Guide".to_owned())]);
    let all: BTreeSet<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| texts(&offer(), lang))
        .map(|(_, text)| text)
        .collect();
    assert!(!all.contains("영업 자료"), "what helps to sell is for sellers");
    assert!(!all.contains("새벽 번역"), "a name stays as it was given");
    let draft = Offer {
        state: OfferState::Draft,
        ..offer()
    };
    for lang in Lang::ALL {
        assert_eq!(texts(&draft, lang), []);
    }
}

#[test]
fn a_translation_is_marked_and_has_the_original_beside_it() {
    let reading = offer().reading(Lang::Es, machine);
    let listing = reading.listing.unwrap();
    assert_eq!(listing.lang, "es");
    assert_eq!(listing.text.summary, "[ko-kr] 문서를 번역합니다");
    assert_eq!(
        listing.text.paragraphs,
        [
            "[ko-kr] 첫째 문단",
            "2026",
            "[ko-kr] 둘째 문단",
            "[ko-kr] 첫째 문단"
        ]
    );
    let machine = listing.machine().unwrap();
    assert_eq!((&*machine.from, &*machine.by), ("ko-kr", "translate.example"));
    let original = reading.original.unwrap();
    assert_eq!((&*original.lang, &original.origin), ("ko-kr", &Origin::Written));
    assert_eq!(original.text.summary, "문서를 번역합니다");
    let titles: Vec<_> = reading.titles.iter().map(Option::as_ref).collect();
    assert_eq!(titles[0].unwrap().text, "[en] Guide");
    assert_eq!(titles[1].unwrap().origin, Origin::Written);
    assert_eq!(titles[2], None);
    assert_eq!(reading.missing, []);
}

#[test]
fn whoever_wants_the_original_reads_what_was_written() {
    let offer = offer();
    let originals = offer.reading(Lang::Es, machine).originals(&offer);
    assert_eq!(originals.listing.unwrap().lang, "ko-kr");
    assert_eq!(originals.original, None);
    assert_eq!(originals.titles[0].as_ref().unwrap().text, "Guide");
}

#[test]
fn a_listing_is_a_machines_as_a_whole_or_not_at_all() {
    let partly = |public: &Public| machine(public).filter(|_| public.text() != "둘째 문단");
    let reading = offer().reading(Lang::Tr, partly);
    assert_eq!(reading.listing.unwrap().origin, Origin::Written);
    assert_eq!(reading.original, None);
    assert_eq!(reading.missing.len(), 1);

    let mut long = offer();
    let listing = long.listings.get_mut("ko-kr").unwrap();
    listing.description = "가".repeat(PUBLIC_CHARS_MAX + 1);
    let reading = long.reading(Lang::Tr, machine);
    assert_eq!(reading.listing.unwrap().origin, Origin::Written);
    assert_eq!(reading.missing, [], "what is too long is not waited for");
}

#[test]
fn what_is_written_in_the_readers_language_is_no_machines() {
    let reading = offer().reading(Lang::Ko, machine);
    let listing = reading.listing.unwrap();
    assert_eq!((&*listing.lang, listing.origin), ("ko-kr", Origin::Written));
    assert_eq!(reading.original, None);
}
