//! The page of relations, with samples in every language.

use firstline_domain::id::{OrganisationId, RelationshipId};
use firstline_domain::lang::Lang;
use firstline_domain::party::{PartyKind, RelationshipKind};
use firstline_domain::relationship::{Relationship, RelationshipState};
use firstline_domain::role::Role;
use firstline_hub::Field;
use firstline_hub::relationship::{End, Related};
use uuid::Uuid;

use askama::Template;

use super::{DONE, Found, RelationshipsPage};
use crate::page::desk::form::{Refusals, Typed};
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

fn end(id: OrganisationId, name: &str) -> End {
    End {
        id,
        handle: "other".to_owned(),
        name: name.to_owned(),
    }
}

fn related(
    kind: RelationshipKind,
    state: RelationshipState,
    (one, other): (OrganisationId, OrganisationId),
    number: u128,
) -> Related {
    let ended = state == RelationshipState::Ended;
    let is_active = ended || state == RelationshipState::Active;
    let day = "2026-03-02".parse().unwrap();
    Related {
        relationship: Relationship {
            state,
            since: is_active.then_some(day),
            until: ended.then_some(day),
            addressed_to: Some("\"kaya\"@bosfor.example".to_owned()),
            asked_at: Some(words(Lang::En).now),
            ..Relationship::brought_in(
                RelationshipId(Uuid::from_u128(number)),
                kind,
                (one, other),
                day,
                None,
            )
        },
        organisation: end(one, "Kaya & <Sons>"),
        other: is_active.then(|| end(other, "Bosfor <Bilişim>")),
    }
}

#[test]
fn relations_are_whole_in_every_language() {
    use RelationshipState::{Active, Asked, Declined, Ended, Withdrawn};
    let sides = [
        (PartyKind::Provider, Role::GlobalAdmin),
        (PartyKind::Reseller, Role::AdminAgent),
        (PartyKind::Partner, Role::SalesAgent),
        (PartyKind::Customer, Role::CustomerAdmin),
        (PartyKind::Operator, Role::OperatorAgent),
    ];
    for lang in Lang::ALL {
        for (kind, role) in sides {
            let reader = visitor(kind, &[role]);
            let (own, other) = (reader.organisation.id, OrganisationId(Uuid::from_u128(9)));
            let all = |states: &[RelationshipState]| -> Vec<Related> {
                let ends = [(own, other), (other, own), (other, other)];
                let of = |&state: &RelationshipState| {
                    RelationshipKind::ALL.iter().flat_map(move |&kind| {
                        ends.into_iter()
                            .zip(1..)
                            .map(move |(ends, number)| related(kind, state, ends, number))
                    })
                };
                states.iter().flat_map(of).collect()
            };
            let found = Found {
                asked: all(&[Asked]),
                active: all(&[Active]),
                past: all(&[Declined, Ended, Withdrawn]),
                is_later: true,
            };
            let fields = [
                Field::quoting("to", "error-relationship-asked", "<x>"),
                Field::quoting("kind", "error-relationship-kind", "<x>"),
            ];
            let typed = Typed(vec![("to".to_owned(), "<nobody>".to_owned())]);
            let title = words(lang).t("relationships-title");
            let frame = || {
                Frame::new(
                    words(lang),
                    None,
                    Some(reader.clone()),
                    Place::Settings,
                    title.clone(),
                )
            };
            let refusals = Refusals::of(&words(lang), &fields);
            let mut page = RelationshipsPage::new(frame(), &found, &typed, refusals);
            for (_, key) in DONE {
                page.done = Some(key);
                let html = page.render().unwrap();
                check(&format!("relationships of {kind}"), lang, &html);
                let may_end = html.contains("/end\"");
                assert_eq!(may_end, !matches!(role, Role::SalesAgent | Role::OperatorAgent));
            }
            let none =
                RelationshipsPage::new(frame(), &Found::default(), &Typed::default(), Refusals::default());
            check("relationships, none", lang, &none.render().unwrap());
        }
    }
}
