//! The pages of people, invitations and set-up, with samples in every language.

use std::sync::Arc;

use askama::Template;
use firstline_domain::id::PersonId;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::invitation::Invitation;
use firstline_hub::link::{Opened, Purpose};
use firstline_hub::people::{Known, Newcomer, roles_at};
use firstline_hub::set_up::SetUp;
use firstline_hub::sign_in::{Other, Visitor};
use firstline_hub::store::link::Link;
use firstline_hub::store::people::Colleague;
use firstline_hub::store::person::Member;
use firstline_hub::{Field, POLICIES};
use jiff::SignedDuration;
use uuid::Uuid;

use super::invitations::{InvitationTyped, InvitationsPage};
use super::person::PersonPage;
use super::{DONE, PeoplePage};
use crate::page::desk::Changed;
use crate::page::desk::form::Refusals;
use crate::page::link::invitation::{InvitationPage, Opener};
use crate::page::link::set_up::{NextPage, SetUpPage};
use crate::page::tests::{check, visitor, words};
use crate::page::{Frame, Place};

/// An administrator of an organisation of each kind, and a policy for all of them.
fn administrators() -> Vec<Arc<Visitor>> {
    [
        (PartyKind::Partner, Role::GlobalAdmin),
        (PartyKind::Publisher, Role::Owner),
        (PartyKind::Customer, Role::CustomerAdmin),
        (PartyKind::Operator, Role::OperatorAdmin),
    ]
    .map(|(kind, role)| visitor(kind, &[role]))
    .to_vec()
}

fn frame(lang: Lang, visitor: Option<&Arc<Visitor>>, title: &str) -> Frame {
    Frame::new(
        words(lang),
        None,
        visitor.cloned(),
        Place::Settings,
        title.to_owned(),
    )
}

fn colleague(of: &Visitor, name: &str, roles: Vec<Role>, been_here: bool) -> Colleague {
    let now = words(Lang::En).now;
    let mut person = of.person.clone();
    person.id = PersonId(Uuid::from_u128(u128::from(been_here) + 5));
    name.clone_into(&mut person.name);
    Colleague {
        member: Member {
            person,
            organisation: of.organisation.id,
            roles,
            active: been_here,
        },
        since: now - SignedDuration::from_hours(9_000),
        seen_at: been_here.then(|| now - SignedDuration::from_hours(30)),
        second_factor: been_here,
    }
}

fn link(kind: Purpose, roles: Vec<Role>) -> Link {
    let now = words(Lang::En).now;
    Link {
        id: Uuid::nil(),
        kind: kind.to_string(),
        organisation: None,
        person: None,
        email: "\"new\"@bosfor.example".to_owned(),
        roles,
        made_by: None,
        made_at: now,
        expires_at: now + kind.life(),
        used_at: None,
    }
}

fn refusals(lang: Lang, fields: &[(&str, &'static str)]) -> Refusals {
    let fields: Vec<Field> = fields
        .iter()
        .map(|(name, key)| Field::quoting(*name, key, "<x>"))
        .collect();
    Refusals::of(&words(lang), &fields)
}

fn see(name: &str, lang: Lang, page: &impl Template) -> String {
    let html = page.render().unwrap();
    check(name, lang, &html);
    html
}

#[test]
fn the_list_is_whole_in_every_language() {
    for lang in Lang::ALL {
        for administrator in administrators() {
            let roles = roles_at(administrator.scope.kinds());
            let many: Vec<Colleague> = (0..51)
                .map(|number| colleague(&administrator, "Ayşe <Kaya>", roles.clone(), number % 2 == 0))
                .collect();
            let mut page = PeoplePage::new(frame(lang, Some(&administrator), "People"), &many, "a");
            assert_eq!(page.rows.len(), 50);
            assert!(page.older.is_some());
            for (_, key) in DONE {
                page.done = Some(key);
                see("people", lang, &page);
            }
        }
    }
}

#[test]
fn a_person_is_whole_in_every_language() {
    for (_, text) in POLICIES {
        let policy = Policy::parse(text).unwrap();
        let edition = policy.editions().next_back().unwrap();
        for lang in Lang::ALL {
            for administrator in administrators() {
                let roles = roles_at(administrator.scope.kinds());
                for (sessions, been_here) in [(0, false), (1, true), (3, true)] {
                    let known = Known {
                        colleague: colleague(&administrator, "Ayşe <Kaya>", roles.clone(), been_here),
                        sessions,
                        is_last_manager: been_here,
                    };
                    let refused = [("roles", "error-last-manager"), ("person", "error-oneself")];
                    let page = |visitor: &Arc<Visitor>, refusals| {
                        let frame = frame(lang, Some(visitor), "Ayşe <Kaya>");
                        PersonPage::new(frame, edition, &known, &roles, refusals)
                    };
                    let mut changed = page(&administrator, Refusals::default());
                    assert!(changed.choices.is_some() && !changed.things.is_empty());
                    changed.changed = Some(vec![Changed {
                        label: "Roles".to_owned(),
                        now: "Owner".to_owned(),
                    }]);
                    see("person", lang, &changed);
                    see(
                        "person-refused",
                        lang,
                        &page(&administrator, refusals(lang, &refused)),
                    );
                    // Whoever manages nobody is shown what they may do, and nothing to do about it.
                    let agent = visitor(PartyKind::Partner, &[Role::HelpdeskAgent]);
                    let own = see("person-own", lang, &page(&agent, Refusals::default()));
                    assert!(!own.contains("/settings/people/persona-partner/"));
                }
            }
        }
    }
}

#[test]
fn invitations_are_whole_in_every_language() {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    let edition = policy.editions().next_back().unwrap();
    for lang in Lang::ALL {
        for administrator in administrators() {
            let roles = roles_at(administrator.scope.kinds());
            let made = |organisation: &Visitor, secret: Option<&str>| Invitation {
                link: link(Purpose::Invitation, roles.clone()),
                organisation: organisation.organisation.clone(),
                invited_by: secret.map(|_| administrator.person.clone()),
                secret: secret.map(str::to_owned),
            };
            let other = visitor(PartyKind::Reseller, &[]);
            let open = [
                made(&administrator, Some("invitation_abc.def")),
                made(&other, None),
            ];
            let typed = InvitationTyped {
                organisation: "<bosfor>".to_owned(),
                email: "\"nobody\"".to_owned(),
                roles: roles.clone(),
            };
            let fields = [
                ("email", "error-member-already"),
                ("roles", "error-roles"),
                ("organisation", "error-organisation-unknown"),
            ];
            for (open, typed, refusals) in [
                (&open[..], &typed, refusals(lang, &fields)),
                (&[], &InvitationTyped::default(), Refusals::default()),
            ] {
                let frame = frame(lang, Some(&administrator), "Invitations");
                let page = InvitationsPage::new(frame, edition, "https://hub.example", open, typed, refusals);
                let html = see("invitations", lang, &page);
                let shown = html.contains("https://hub.example/link#invitation_abc.def");
                assert_eq!(shown, !open.is_empty());
                let anyones = html.contains("name=\"organisation\"");
                assert_eq!(anyones, administrator.scope.kinds() == [PartyKind::Operator]);
            }
        }
    }
}

#[test]
fn an_opened_invitation_is_whole_in_every_language() {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    let edition = policy.editions().next_back().unwrap();
    for lang in Lang::ALL {
        for host in administrators() {
            let opened = Opened {
                purpose: Purpose::Invitation,
                link: link(Purpose::Invitation, roles_at(host.scope.kinds())),
                organisation: Some(host.organisation.clone()),
                person: None,
            };
            for opener in [
                Opener::New,
                Opener::Stranger,
                Opener::Owner,
                Opener::Member,
                Opener::Other,
            ] {
                let signed_in = visitor(PartyKind::Reseller, &[Role::AdminAgent]);
                let signed_in =
                    Some(&signed_in).filter(|_| !matches!(opener, Opener::New | Opener::Stranger));
                let newcomer = Newcomer {
                    name: "Ayşe \"Kaya\"".to_owned(),
                    password: "never shown again".to_owned(),
                };
                let html = see(
                    "invitation",
                    lang,
                    &InvitationPage::new(
                        frame(lang, signed_in, "Invitation"),
                        edition,
                        &opened,
                        opener,
                        &newcomer,
                        refusals(lang, &[("password", "error-password-short")]),
                    ),
                );
                let can_accept = matches!(opener, Opener::New | Opener::Owner);
                let names = format!("name=\"link\" value=\"{}\"", opened.link.id);
                assert_eq!(html.contains("action=\"/link/open\""), can_accept);
                assert_eq!(html.contains(&names), can_accept);
                assert!(!html.contains("never shown again"));
            }
        }
    }
}

#[test]
fn setting_up_is_whole_in_every_language() {
    for lang in Lang::ALL {
        let typed = SetUp {
            organisation: "Bosfor <Pazarı>".to_owned(),
            email: "\"ada\"".to_owned(),
            newcomer: Newcomer {
                name: "Ada".to_owned(),
                password: "never shown again".to_owned(),
            },
        };
        for known in [None, Some("Operator & Co".to_owned())] {
            let refused = [("email", "error-email"), ("organisation", "error-name")];
            let page = SetUpPage::new(
                frame(lang, None, "Set up"),
                Uuid::nil(),
                known,
                &typed,
                refusals(lang, &refused),
            );
            let html = see("set-up", lang, &page);
            assert!(!html.contains("never shown again"));
        }
        let operator = visitor(PartyKind::Operator, &[Role::OperatorAdmin]);
        let next = NextPage {
            organisation: operator.organisation.name.clone(),
            frame: frame(lang, Some(&operator), "Next"),
        };
        see("next", lang, &next);
    }
}

#[test]
fn the_frame_offers_the_organisations_one_can_switch_to() {
    for lang in Lang::ALL {
        let alone = visitor(PartyKind::Operator, &[Role::OperatorAdmin]);
        let other = Other {
            id: alone.organisation.id,
            handle: "the-other".to_owned(),
            name: "The <Other>".to_owned(),
        };
        let with_other = Arc::new(Visitor {
            others: vec![other],
            ..Visitor::clone(&alone)
        });
        for (visitor, offered) in [(alone, false), (with_other, true)] {
            let next = NextPage {
                organisation: String::new(),
                frame: frame(lang, Some(&visitor), "Next"),
            };
            let html = see("switch", lang, &next);
            assert_eq!(html.contains("action=\"/switch\""), offered);
            assert_eq!(html.contains("value=\"the-other\""), offered);
        }
    }
}
