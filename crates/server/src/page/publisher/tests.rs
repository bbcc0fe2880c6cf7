//! The publisher's pages with samples, in every language.

use std::sync::Arc;

use askama::Template;
use firstline_domain::id::OfferId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{
    Agreement, Contact, ContactKind, Listing, Offer, OfferState, OptIn, Resource, ResourceKind,
    ServiceTarget, Severity, SupportedBy,
};
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::{Finding, Problem};
use firstline_domain::role::Role;
use firstline_hub::authorisation::Authorised;
use firstline_hub::offer::OfferPage;
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::authorisation::Authorisation;
use firstline_hub::{Field, locale};
use uuid::Uuid;

use super::edit::{Body, MyOfferPage};
use super::partners::{DONE, PartnersPage};
use super::seen::{SEEN_BY, Seen};
use super::typed::Draft;
use super::{MyOffersPage, ReadyChip, Row, Section, ToFix};
use crate::page::desk::differences;
use crate::page::desk::form::{Refusals, Typed};
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

fn publisher(role: Role) -> Arc<Visitor> {
    visitor(PartyKind::Publisher, &[role])
}

fn contact(kind: ContactKind) -> Contact {
    Contact {
        kind: Some(kind),
        name: Some("Gateway <on-call>".to_owned()),
        email: Some("oncall@haneul.example".to_owned()),
        phone: Some("+82 2 555 0142".to_owned()),
        url: Some("https://haneul.example/help".to_owned()),
        hours: "Mon-Fri 09:00-18:00; Sat 10:00-24:00 Asia/Seoul".parse().ok(),
        languages: vec!["ko".to_owned(), "pt-BR".to_owned()],
    }
}

fn offer() -> Offer {
    let resource = |kind, title: &str, url: &str| Resource {
        kind,
        lang: Some(Lang::Ko),
        title: title.to_owned(),
        url: url.to_owned(),
    };
    Offer {
        id: OfferId(Uuid::nil()),
        publisher: publisher(Role::Owner).organisation.id,
        handle: "gateway".to_owned(),
        kind: "saas-licence".to_owned(),
        state: OfferState::StopSell,
        opt_in: OptIn::All,
        supported_by: SupportedBy::Publisher,
        categories: Vec::new(),
        markets: Vec::new(),
        listings: [(
            "ko".to_owned(),
            Listing {
                title: "하늘 Gateway & Protect".to_owned(),
                ..Listing::default()
            },
        )]
        .into(),
        plans: Vec::new(),
        contacts: ContactKind::ALL.iter().map(|kind| contact(*kind)).collect(),
        resources: vec![
            resource(
                ResourceKind::Documentation,
                "설명서",
                "https://haneul.example/docs",
            ),
            resource(ResourceKind::SalesCollateral, "", "javascript:alert(1)"),
        ],
        agreement: Some(Agreement {
            title: "Agreement \"v4\"".to_owned(),
            url: None,
            hours: None,
            targets: vec![ServiceTarget {
                severity: Severity::B,
                first_response_minutes: 90,
                update_interval_minutes: Some(1505),
                target_minutes: None,
            }],
        }),
        version: 3,
    }
}

fn page(offer: Offer, editable: bool) -> OfferPage {
    OfferPage {
        publisher: publisher(Role::Owner).organisation.clone(),
        unavailable: Vec::new(),
        sees_contacts: true,
        shown_to: Vec::new(),
        findings: offer.findings(),
        editable,
        offer,
    }
}

fn bare() -> Offer {
    Offer {
        contacts: Vec::new(),
        resources: Vec::new(),
        agreement: None,
        ..offer()
    }
}

fn frame(lang: Lang, title: &str) -> Frame {
    Frame::new(
        words(lang),
        None,
        Some(publisher(Role::Owner)),
        Place::Offers,
        title.to_owned(),
    )
}

#[test]
fn an_offer_is_whole_in_every_language_and_section() {
    let wrong = [
        Field::quoting("contacts.engineering.email", "error-email", "oncall@"),
        Field::quoting("contacts.engineering.languages", "error-language-tag", "x y"),
        Field::quoting("resources.0.url", "error-url", "x"),
        Field::new("agreement.title", "error-agreement-title"),
        Field::quoting("agreement.targets.A.target", "error-span", "soon"),
    ];
    for lang in Lang::ALL {
        for (name, page) in [("full", page(offer(), true)), ("bare", page(bare(), false))] {
            for section in Section::ALL {
                let words = words(lang);
                let refusals = Refusals::of(&words, &wrong);
                let draft = Draft::of(section, &words, &page.offer);
                let other = Draft::of(section, &words, &bare());
                let body = Body::of(&words, &draft, &refusals);
                let mut shown = MyOfferPage::new(frame(lang, "Gateway"), &page, section, body, refusals);
                shown.saved = true;
                shown.changed = Some(differences(
                    &words,
                    &other.entries(&words),
                    &draft.entries(&words),
                ));
                for by in SEEN_BY {
                    let mut theirs = page.clone();
                    theirs
                        .offer
                        .contacts
                        .retain(|contact| contact.kind.is_some_and(|kind| kind.visible_to(by)));
                    shown.seen = (section == Section::Contacts).then(|| Seen::of(&words, by, &page, &theirs));
                    let html = shown.render().unwrap();
                    check(&format!("my-offer-{name}-{}", section.name()), lang, &html);
                    assert!(!html.contains("href=\"javascript:"));
                }
            }
        }
    }
}

#[test]
fn the_list_is_whole_in_every_language() {
    for lang in Lang::ALL {
        let words = words(lang);
        let row = |offer: Offer| {
            let findings = offer.findings();
            Row {
                handle: offer.handle.clone(),
                name: offer.name(lang).to_owned(),
                kind: "SaaS".to_owned(),
                state: Some(words.of("offer-state", offer.state).into_owned()),
                ready: ReadyChip::of(&words, &findings),
                to_fix: findings
                    .iter()
                    .map(|finding| ToFix::of(&words, &offer.handle, finding))
                    .collect(),
                more: 2,
            }
        };
        let list = |rows: Vec<Row>| MyOffersPage {
            frame: frame(lang, "My offers"),
            total: rows.len(),
            unreachable: 1,
            newer: Some(0),
            older: Some(2),
            rows,
        };
        check(
            "my-offers",
            lang,
            &list(vec![row(offer()), row(bare())]).render().unwrap(),
        );
        check("my-offers-empty", lang, &list(Vec::new()).render().unwrap());
    }
}

#[test]
fn every_finding_is_told_in_every_language() {
    for lang in Lang::ALL {
        for problem in Problem::ALL {
            let finding = Finding {
                problem: *problem,
                contact: None,
                value: Some("x".to_owned()),
            };
            let told = ToFix::of(&words(lang), "gateway", &finding);
            assert!(
                !told.title.contains('⟦') && !told.help.contains('⟦'),
                "{problem} in {lang}"
            );
            assert!(told.href.starts_with("/my-offers/gateway"));
        }
        for section in Section::ALL {
            assert!(locale::find(lang, section.name()).is_some());
        }
    }
}

#[test]
fn what_stands_in_a_form_says_the_same_when_sent_back() {
    let words = words(Lang::Tr);
    for section in Section::ALL {
        let draft = Draft::of(section, &words, &offer());
        let html = {
            let body = Body::of(&words, &draft, &Refusals::default());
            MyOfferPage::new(
                frame(Lang::Tr, "x"),
                &page(offer(), true),
                section,
                body,
                Refusals::default(),
            )
            .render()
            .unwrap()
        };
        assert_eq!(Draft::typed(section, &sent(&html)), draft, "{}", section.name());
    }
}

/// What a browser would send of the form that changes something.
fn sent(html: &str) -> Typed {
    let form = html
        .split("<form")
        .find(|form| form.contains("name=\"version\""))
        .unwrap();
    let form = form.split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        let value = rest.split('"').next()?;
        Some(
            value
                .replace("&#34;", "\"")
                .replace("&#60;", "<")
                .replace("&#62;", ">")
                .replace("&#38;", "&"),
        )
    };
    let mut pairs = Vec::new();
    for tag in form
        .split('<')
        .map(|tag| tag.split('>').next().unwrap_or_default())
    {
        if !tag.starts_with("input") || (tag.contains("type=\"checkbox\"") && !tag.ends_with(" checked")) {
            continue;
        }
        if let (Some(name), Some(value)) = (attribute(tag, "name"), attribute(tag, "value")) {
            pairs.push((name, value));
        }
    }
    for select in form.split("<select").skip(1) {
        let select = select.split("</select>").next().unwrap();
        let chosen = select
            .split("<option")
            .skip(1)
            .find(|option| option.split('>').next().unwrap().ends_with(" selected"));
        let chosen = chosen.or_else(|| select.split("<option").nth(1)).unwrap();
        pairs.push((
            attribute(select, "name").unwrap(),
            attribute(chosen, "value").unwrap(),
        ));
    }
    Typed(pairs)
}

#[test]
fn partners_of_an_offer_are_whole_in_every_language() {
    let authorisation = |number: usize, known: bool| Authorisation {
        handle: format!("altan-{number}"),
        name: known.then(|| "Altan <Bulut>".to_owned()),
        since: known.then(|| words(Lang::En).now),
    };
    for lang in Lang::ALL {
        for opt_in in [OptIn::Selected, OptIn::All, OptIn::None] {
            for count in [0, 1, 60] {
                let found = Authorised {
                    offer: Offer { opt_in, ..offer() },
                    total: count,
                    some: (0..51.min(usize::try_from(count).unwrap()))
                        .map(|number| authorisation(number, number % 2 == 0))
                        .collect(),
                    candidates: vec![("larkmoor".to_owned(), "Larkmoor <Cloud>".to_owned())],
                };
                let fields = [
                    Field::quoting("to", "error-authorisation-to", "<x>"),
                    Field::quoting("to", "error-authorisation-open", "<x>"),
                    Field::quoting("to", "error-authorisation-no-seller", "<x>"),
                    Field::quoting("to", "error-authorisation-max", "2000"),
                ];
                let typed = Typed(vec![("to".to_owned(), "<nobody>".to_owned())]);
                let frame = Frame::new(
                    words(lang),
                    None,
                    Some(publisher(Role::Manager)),
                    Place::Offers,
                    "Gateway",
                );
                let refusals = Refusals::of(&words(lang), &fields);
                let mut page = PartnersPage::new(frame, "haneul", &found, &typed, refusals);
                for (_, key) in DONE {
                    page.done = Some(key);
                    let html = page.render().unwrap();
                    check(&format!("partners, {count} of {opt_in}"), lang, &html);
                    assert_eq!(html.contains("id=\"candidates\""), opt_in == OptIn::Selected);
                }
            }
        }
    }
}
