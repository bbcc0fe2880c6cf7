//! The pages of organisations, with samples in every language.

use askama::Template;
use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::Contact;
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_hub::Field;
use uuid::Uuid;

use super::edit::{EditTyped, OrganisationPage};
use super::{NewTyped, OrganisationsPage, PER_PAGE, Sought};
use crate::page::desk::form::Refusals;
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

fn organisation(number: usize, kinds: &[PartyKind]) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::from_u128(number as u128)),
        handle: format!("koru-{number}"),
        name: "Koru & <Sons>".to_owned(),
        kinds: kinds.to_vec(),
        country: number.is_multiple_of(2).then(|| "KR".to_owned()),
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: number.is_multiple_of(3),
        version: 4,
    }
}

fn frame(lang: Lang, kind: PartyKind, role: Role) -> Frame {
    let reader = Some(visitor(kind, &[role]));
    let title = words(lang).t("organisations-title");
    Frame::new(words(lang), None, reader, Place::Settings, title)
}

#[test]
fn the_list_is_whole_in_every_language() {
    let operator = (PartyKind::Operator, Role::OperatorAdmin);
    for lang in Lang::ALL {
        let many: Vec<Organisation> = (0..=PER_PAGE)
            .map(|number| organisation(number, &[PartyKind::Publisher, PartyKind::Customer]))
            .collect();
        let sought = Sought {
            text: "koru \"<x>\"".to_owned(),
            kind: Some(PartyKind::Publisher),
            after: "koru-0".to_owned(),
        };
        let typed = NewTyped {
            name: "<name>".to_owned(),
            handle: "<handle>".to_owned(),
            country: "ES".to_owned(),
            kinds: vec![PartyKind::Partner],
        };
        let fields = [
            Field::quoting("handle", "error-organisation-handle", "<handle>"),
            Field::quoting("handle", "error-organisation-taken", "<handle>"),
            Field::quoting("country", "error-country", "<x>"),
            Field::new("kinds", "error-kinds-none"),
            Field::quoting("kinds", "error-kind", "<x>"),
            Field::new("name", "error-name"),
        ];
        let refusals = Refusals::of(&words(lang), &fields);
        let page = OrganisationsPage::new(
            frame(lang, operator.0, operator.1),
            &many,
            &sought,
            &typed,
            refusals,
        );
        let html = page.render().unwrap();
        check("organisations", lang, &html);
        assert!(
            html.contains("&after=koru-") || html.contains("&#38;after=koru-"),
            "{html}"
        );
        assert!(
            !html.contains("value=\"operator\" aria-labelledby"),
            "nobody becomes the operator"
        );
        let none = OrganisationsPage::new(
            frame(lang, operator.0, operator.1),
            &[],
            &Sought::default(),
            &NewTyped::default(),
            Refusals::default(),
        );
        check("organisations, none", lang, &none.render().unwrap());
    }
}

#[test]
fn one_organisation_is_whole_in_every_language() {
    let of_kinds: [&[PartyKind]; 3] = [
        &[PartyKind::Operator, PartyKind::Publisher],
        &[PartyKind::Customer],
        PartyKind::ALL,
    ];
    for lang in Lang::ALL {
        for (kind, role, whole) in [
            (PartyKind::Operator, Role::OperatorAdmin, true),
            (PartyKind::Customer, Role::CustomerAdmin, false),
        ] {
            for (number, kinds) in of_kinds.into_iter().enumerate() {
                let known = organisation(number, kinds);
                let needed = [
                    "error-kind-roles",
                    "error-kind-relationships",
                    "error-kind-offers",
                    "error-kind-subscriptions",
                ];
                let mut fields: Vec<Field> = needed
                    .map(|key| Field::quoting("kinds.publisher", key, "12"))
                    .into();
                fields.push(Field::new("kinds.operator", "error-kind-operator"));
                let refusals = Refusals::of(&words(lang), &fields);
                let typed = EditTyped::of(&known);
                let page = OrganisationPage::new(frame(lang, kind, role), &known, &typed, refusals);
                let mut page = page.inviting(&known);
                page.saved = true;
                page.done = Some("organisations-done-added");
                page.changed = Some(Vec::new());
                let html = page.render().unwrap();
                check(&format!("organisation of {kinds:?} for {kind}"), lang, &html);
                assert_eq!(html.contains("name=\"kinds\""), whole);
                assert_eq!(html.contains("name=\"orphaned\""), whole);
            }
        }
    }
}
