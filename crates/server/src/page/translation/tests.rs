//! The page on the translation service, with samples in every language.

use firstline_domain::id::OrganisationId;
use firstline_domain::party::PartyKind;
use firstline_domain::reading::Failure;
use firstline_domain::role::Role;
use firstline_hub::store::translation::{Counts, Health};
use uuid::Uuid;

use super::*;
use crate::page::tests::{check, visitor, words};

fn connected(version: i64, failure: Option<Failure>) -> Connected {
    Connected {
        service: Service {
            organisation: OrganisationId(Uuid::nil()),
            address: "https://translate.example/\"api\"".to_owned(),
            secret: String::new(),
            targets: vec![Lang::Tr, Lang::Ko],
            characters_a_minute: 20_000,
            is_on: version > 1,
            version,
            health: Health {
                failure,
                failed_at: failure.map(|_| "2026-11-20T09:38:00Z".parse().unwrap()),
                ..Health::default()
            },
        },
        has_key: version > 1,
        counts: Counts {
            made: 12_345,
            waiting: 2,
            given_up: version,
        },
    }
}

fn see(lang: Lang, name: &str, page: &TranslationPage) -> String {
    let html = page.render().unwrap();
    check(name, lang, &html);
    html
}

fn page_of(lang: Lang, connected: &Connected, wrong: &[Field]) -> TranslationPage {
    let admin = visitor(PartyKind::Operator, &[Role::OperatorAdmin]);
    let title = words(lang).t("translation-title");
    let frame = Frame::new(words(lang), None, Some(admin), Place::Settings, title);
    let filled = Filled {
        service: ServiceTyped::of(&connected.service),
        version: connected.service.version,
        refusals: Refusals::of(&words(lang), wrong),
    };
    TranslationPage::new(frame, connected, filled)
}

#[test]
fn the_page_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for done in [None, Some("translation-saved"), Some("translation-forgotten")] {
            let mut page = page_of(lang, &connected(3, None), &[]);
            page.done = done;
            let html = see(lang, "translation", &page);
            assert!(
                html.contains("name=\"on\" value=\"1\" checked") && html.contains("name=\"without_key\"")
            );
            assert!(html.contains("value=\"https://translate.example/&#34;api&#34;\""));
            assert_eq!(html.matches("name=\"targets\"").count(), 4);
        }
        for failure in Failure::ALL {
            let page = page_of(lang, &connected(2, Some(*failure)), &[]);
            let why = words(lang).of("failure", failure).into_owned();
            assert!(see(lang, "translation-failed", &page).contains(&askama_escaped(&why)));
        }
        let bare = see(lang, "translation-none", &page_of(lang, &connected(0, None), &[]));
        assert!(
            !bare.contains("name=\"on\" value=\"1\" checked"),
            "it is off until somebody decides so"
        );
        assert!(!bare.contains("/settings/translation/forget") && !bare.contains("without_key"));
    }
}

/// A text as it stands in a page.
fn askama_escaped(text: &str) -> String {
    text.replace('\'', "&#39;")
}

#[test]
fn what_cannot_be_accepted_stands_at_its_field_in_every_language() {
    let wrong: Vec<Field> = [
        ("address", "error-translation-closed"),
        ("key", "error-too-long"),
        ("targets", "error-translation-target"),
        ("characters_a_minute", "error-translation-characters"),
    ]
    .map(|(name, key)| Field::quoting(name, key, "Español"))
    .into();
    for lang in Lang::ALL {
        let html = see(
            lang,
            "translation-refused",
            &page_of(lang, &connected(1, None), &wrong),
        );
        for anchor in ["address", "key", "targets", "characters_a_minute"] {
            assert!(html.contains(&format!("href=\"#{anchor}\"")), "{anchor}");
            assert!(html.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
        for key in [
            "error-translation-address",
            "error-translation-unreachable",
            "error-translation-answer",
            "error-translation-targets",
        ] {
            assert!(!words(lang).t(key).contains('⟦'), "{key} in {lang}");
        }
    }
}

#[test]
fn what_a_service_answers_is_told_by_the_names_of_languages() {
    let language = |code: &str, targets: &[&str]| Language {
        code: code.to_owned(),
        targets: targets.iter().map(|code| (*code).to_owned()).collect(),
    };
    let answered = [
        language("ko", &["en", "ko", "es", "fr"]),
        language("de", &["fr"]),
        language("x<y", &["tr"]),
    ];
    assert_eq!(
        pairs(&words(Lang::En), &answered),
        [
            ("German", "none of them"),
            ("Korean", "English and Spanish"),
            ("x<y", "Turkish")
        ]
        .map(|(from, into)| (from.to_owned(), into.to_owned()))
    );
    for lang in Lang::ALL {
        let mut page = page_of(lang, &connected(1, None), &[]);
        page.tried = Some(pairs(&words(lang), &answered));
        assert!(see(lang, "translation-tried", &page).contains("x&#60;y"));
    }
}

#[test]
fn what_is_typed_is_read() {
    let typed = Typed(
        [
            ("address", " https://translate.example "),
            ("targets", "es"),
            ("targets", "xx"),
            ("characters_a_minute", "many"),
            ("on", "1"),
            ("version", "4"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into(),
    );
    let new = ServiceTyped::typed(&typed).read(" a key ", typed.version());
    assert_eq!(
        new,
        NewService {
            address: "https://translate.example".to_owned(),
            key: " a key ".to_owned(),
            without_key: false,
            targets: vec![Lang::Es],
            characters_a_minute: 0,
            is_on: true,
            version: 4,
        }
    );
}
