//! How a hub begins, and how people come into an organisation, change there, and leave; on both engines.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod world;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::PersonId;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::credential::SignIn;
use firstline_hub::invitation::{INVITATIONS_MAX, NewInvitation};
use firstline_hub::link::Purpose;
use firstline_hub::people::{Newcomer, Power, powers as powers_of, roles_at};
use firstline_hub::set_up::SetUp;
use firstline_hub::sign_in::{Origin, Shown, Visitor};
use firstline_hub::store::db::Db;
use firstline_hub::store::outbox;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::{Hub, HubError, POLICIES};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use uuid::Uuid;
use world::{World, now, run};

const PASSWORD: &str = "nine quiet lighthouses";

fn in_eight_days() -> Timestamp {
    now() + SignedDuration::from_hours(8 * 24)
}

/// A hub on the same records, eight days on.
fn later(hub: &Hub) -> Hub {
    Hub::with_clock(
        hub.db().clone(),
        Policy::parse(POLICIES[0].1).unwrap(),
        in_eight_days,
    )
}

fn new_hub(db: Db) -> Hub {
    Hub::with_clock(db, Policy::parse(POLICIES[0].1).unwrap(), now)
}

fn here() -> Origin {
    Origin::default()
}

fn newcomer(name: &str) -> Newcomer {
    Newcomer {
        name: name.to_owned(),
        password: PASSWORD.to_owned(),
    }
}

fn first(organisation: &str, email: &str) -> SetUp {
    SetUp {
        organisation: organisation.to_owned(),
        email: email.to_owned(),
        newcomer: newcomer("Ada Operator"),
    }
}

fn invitation(email: &str, role: Role) -> NewInvitation {
    NewInvitation {
        organisation: None,
        email: email.to_owned(),
        roles: vec![role],
    }
}

fn visitor(hub: &Hub, session: &str) -> Option<Arc<Visitor>> {
    run(hub.signed_in(Shown::Session(session), None)).unwrap()
}

/// The fields that were not accepted, and why.
fn refused<T>(done: Result<T, HubError>) -> Vec<(String, &'static str)> {
    match done.map(drop).unwrap_err() {
        HubError::Invalid(fields) => fields.into_iter().map(|field| (field.name, field.key)).collect(),
        other => panic!("{other}"),
    }
}

fn gone<T>(done: Result<T, HubError>) -> bool {
    matches!(done, Err(HubError::NotFound(_)))
}

impl World {
    /// Somebody of an organisation, brought in by an import, with a password.
    fn settled(&self, handle: &str, organisation: &str, role: Role) -> Scope {
        let own = self.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: format!("{handle}@people.example"),
                language: Some(Lang::En),
            },
            organisation: self.id(organisation),
            roles: vec![role],
            active: true,
        };
        self.hub
            .db()
            .write_blocking(|tx| person::put(tx, &own, &member, now()))
            .unwrap();
        run(self.hub.set_password(handle, PASSWORD)).unwrap();
        let session = self.sign_in(handle);
        visitor(&self.hub, &session).unwrap().scope.clone()
    }

    fn sign_in(&self, handle: &str) -> String {
        let email = format!("{handle}@people.example");
        match run(self.hub.sign_in(&email, PASSWORD, &here())).unwrap() {
            SignIn::Done(session) => session,
            SignIn::CodeNeeded(_) => panic!("nobody here has a second factor"),
        }
    }

    fn version(&self, scope: &Scope, handle: &str) -> i64 {
        run(self.hub.colleague(scope, handle)).unwrap().version()
    }
}

#[test]
fn a_hub_is_set_up_once() {
    on_each_engine(|db| {
        let hub = new_hub(db);
        let stale = hub.set_up_link().unwrap().unwrap();
        let link = hub.set_up_link().unwrap().unwrap();
        assert!(
            gone(run(hub.open_link(&stale))),
            "a restart makes the link before it useless"
        );
        let opened = run(hub.open_link(&link)).unwrap();
        assert_eq!((opened.purpose, opened.organisation), (Purpose::SetUp, None));

        let wrong = SetUp {
            organisation: " ".to_owned(),
            email: "ada at operator".to_owned(),
            newcomer: Newcomer {
                name: String::new(),
                password: "short".to_owned(),
            },
        };
        assert_eq!(
            refused(run(hub.set_up(&link, wrong, &here()))),
            [
                ("organisation".to_owned(), "error-name"),
                ("name".to_owned(), "error-name"),
                ("email".to_owned(), "error-email"),
                ("password".to_owned(), "error-password-short"),
            ]
        );
        let session =
            run(hub.set_up(&link, first("Meridian Pazarı", "ada@meridian.example"), &here())).unwrap();
        let ada = visitor(&hub, &session).unwrap();
        assert_eq!(ada.organisation.handle, "meridian-pazari");
        assert_eq!(ada.organisation.kinds, [PartyKind::Operator]);
        assert_eq!(ada.scope.roles(), [Role::OperatorAdmin]);

        assert!(gone(run(hub.open_link(&link))));
        let again = first("Another", "eve@else.example");
        assert!(gone(run(hub.set_up(&link, again.clone(), &here()))));
        assert_eq!(hub.set_up_link().unwrap(), None);
        assert!(run(hub.sign_in("ada@meridian.example", PASSWORD, &here())).is_ok());
        assert!(run(hub.sign_in("eve@else.example", PASSWORD, &here())).is_err());
    });
}

#[test]
fn a_set_up_link_runs_out_and_cannot_be_made_up() {
    on_each_engine(|db| {
        let hub = new_hub(db);
        assert!(
            gone(run(hub.open_link("set-up_aaaa.bbbb"))),
            "before any link was given"
        );
        let link = hub.set_up_link().unwrap().unwrap();
        assert!(gone(run(later(&hub).open_link(&link))));
        let (secret, _) = link.rsplit_once('.').unwrap();
        let forged = format!("{secret}.{}", "0".repeat(32));
        assert!(gone(run(hub.open_link(&forged))));
        assert!(gone(run(hub.open_link(secret))));
        assert!(gone(run(hub.accept_invitation(&link, newcomer("Eve"), &here()))));
        assert!(gone(run(hub.reset(&link, PASSWORD, &Origin::default()))));
        assert!(run(hub.open_link(&link)).is_ok(), "none of that used it up");
    });
}

#[test]
fn an_import_that_came_first_is_named_and_its_people_are_kept() {
    on_each_engine(|db| {
        let hub = new_hub(db);
        let own = hub.own_scope("operator", "Operator").unwrap();
        let imported = |handle: &str, role: Role| Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: format!("{handle}@meridian.example"),
                language: None,
            },
            organisation: own.organisation,
            roles: vec![role],
            active: true,
        };
        for handle in ["ada", "oscar"] {
            let member = imported(handle, Role::OperatorAgent);
            hub.db()
                .write_blocking(|tx| person::put(tx, &own, &member, now()))
                .unwrap();
        }
        run(hub.set_password("oscar", PASSWORD)).unwrap();

        let link = hub.set_up_link().unwrap().unwrap();
        let known = run(hub.open_link(&link)).unwrap().organisation.unwrap();
        assert_eq!((&*known.handle, &*known.name), ("operator", "Operator"));
        // Who has a password has shown who they are; nobody takes their account by setting the hub up.
        let taken = run(hub.set_up(&link, first("Meridian", "oscar@meridian.example"), &here()));
        assert_eq!(refused(taken), [("email".to_owned(), "error-email-taken")]);
        let session = run(hub.set_up(&link, first("Meridian", "Ada@Meridian.example"), &here())).unwrap();
        let ada = visitor(&hub, &session).unwrap();
        assert_eq!(
            (&*ada.person.handle, &*ada.organisation.name),
            ("ada", "Meridian")
        );
        assert_eq!(ada.organisation.id, own.organisation);
        assert_eq!(ada.scope.roles(), [Role::OperatorAdmin]);
        assert_eq!(hub.own_scope("operator", "Operator").unwrap(), own);
    });
}

#[test]
fn whoever_is_invited_joins_with_the_roles_of_the_invitation() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let given = run(hub.invite(&olga, invitation(" new@altan.example ", Role::HelpdeskAgent))).unwrap();
        assert_eq!(given.link.email, "new@altan.example");
        assert_eq!(given.invited_by.as_ref().unwrap().handle, "olga");
        let secret = given.secret.clone().unwrap();

        let open = run(hub.invitations(&olga)).unwrap();
        assert_eq!(open.len(), 1);
        assert_eq!(open[0].secret.as_ref(), Some(&secret), "shown until it is sent");
        let opened = run(hub.open_link(&secret)).unwrap();
        assert_eq!(opened.purpose, Purpose::Invitation);
        assert_eq!(opened.organisation.unwrap().handle, "altan");
        assert!(opened.person.is_none());

        let session = run(hub.accept_invitation(&secret, newcomer("New Person"), &here())).unwrap();
        let new = visitor(hub, &session).unwrap();
        assert_eq!((&*new.person.handle, &*new.organisation.handle), ("new", "altan"));
        assert_eq!(new.scope.roles(), [Role::HelpdeskAgent]);
        assert!(run(hub.invitations(&olga)).unwrap().is_empty());
        let waiting = hub
            .db()
            .read_blocking(|tx| outbox::waiting(tx, &olga, 10))
            .unwrap();
        assert!(waiting.is_empty(), "an accepted invitation is not sent any more");
        for _ in 0..2 {
            assert!(gone(run(hub.accept_invitation(
                &secret,
                newcomer("Twice"),
                &here()
            ))));
            assert!(gone(run(hub.accept_invitation_as(&new.scope, &secret))));
        }
        let seen: Vec<_> = run(hub.people(&olga, "", 10)).unwrap();
        let handles: Vec<&str> = seen.iter().map(|one| &*one.member.person.handle).collect();
        assert_eq!(handles, ["new", "olga"]);
        assert_eq!(seen[0].seen_at, Some(now()));
        assert!(!seen[0].second_factor);
    });
}

#[test]
fn an_invitation_says_what_it_cannot_be() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let can = world.settled("can", "altan", Role::HelpdeskAgent);
        let invite = |scope: &Scope, email: &str, roles: Vec<Role>| {
            let new = NewInvitation {
                organisation: None,
                email: email.to_owned(),
                roles,
            };
            run(hub.invite(scope, new))
        };
        let agent = vec![Role::AdminAgent];
        let field = |name: &str, key| vec![(name.to_owned(), key)];
        assert!(matches!(
            invite(&can, "x@altan.example", agent.clone()),
            Err(HubError::NotAllowed)
        ));
        assert!(matches!(run(hub.invitations(&can)), Err(HubError::NotShown(_))));
        assert_eq!(
            refused(invite(&olga, "nowhere", agent.clone())),
            field("email", "error-email")
        );
        assert_eq!(
            refused(invite(&olga, "x@altan.example", vec![])),
            field("roles", "error-roles")
        );
        for role in [Role::Owner, Role::CustomerAdmin, Role::OperatorAdmin] {
            let of_another_part = invite(&olga, "x@altan.example", vec![Role::AdminAgent, role]);
            assert_eq!(refused(of_another_part), field("roles", "error-roles"), "{role}");
        }
        let member = invite(&olga, "CAN@people.example", agent.clone());
        assert_eq!(refused(member), field("email", "error-member-already"));
        assert!(run(hub.invitations(&olga)).unwrap().is_empty());

        let before = invite(&olga, "x@altan.example", agent.clone()).unwrap();
        let after = invite(&olga, "X@altan.example", vec![Role::SalesAgent]).unwrap();
        assert!(
            gone(run(hub.open_link(&before.secret.unwrap()))),
            "the newer one counts"
        );
        assert_eq!(
            run(hub.open_link(&after.secret.unwrap())).unwrap().link.roles,
            [Role::SalesAgent]
        );
        for number in 1..INVITATIONS_MAX {
            invite(&olga, &format!("x{number}@altan.example"), agent.clone()).unwrap();
        }
        let beyond = invite(&olga, "y@altan.example", agent.clone());
        assert_eq!(refused(beyond), field("email", "error-invitations-max"));
        assert!(
            invite(&olga, "x1@altan.example", agent).is_ok(),
            "a new one in the place of its own"
        );
    });
}

#[test]
fn an_invitation_that_was_taken_back_or_ran_out_is_worth_nothing() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let can = world.settled("can", "altan", Role::HelpdeskAgent);
        let rita = world.settled("rita", "rival", Role::GlobalAdmin);
        let given = run(hub.invite(&olga, invitation("new@altan.example", Role::AdminAgent))).unwrap();
        let secret = given.secret.unwrap();
        for stranger in [&rita, &can] {
            assert!(gone(run(hub.withdraw_invitation(stranger, given.link.id))));
        }
        assert!(gone(run(hub.withdraw_invitation(&olga, Uuid::now_v7()))));
        assert!(run(hub.invitations(&rita)).unwrap().is_empty());
        run(hub.withdraw_invitation(&olga, given.link.id)).unwrap();
        assert!(gone(run(hub.accept_invitation(
            &secret,
            newcomer("Late"),
            &here()
        ))));
        assert!(gone(run(hub.withdraw_invitation(&olga, given.link.id))));
        let waiting = hub
            .db()
            .read_blocking(|tx| outbox::waiting(tx, &olga, 10))
            .unwrap();
        assert!(waiting.is_empty(), "what was taken back is not sent");

        let given = run(hub.invite(&olga, invitation("new@altan.example", Role::AdminAgent))).unwrap();
        let later = later(hub);
        let late = run(later.accept_invitation(&given.secret.unwrap(), newcomer("Late"), &here()));
        assert!(gone(late));
        assert!(run(later.invitations(&olga)).unwrap().is_empty());
    });
}

#[test]
fn a_stolen_invitation_opens_nothing() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "rival", Role::GlobalAdmin);
        let can = world.settled("can", "nube", Role::HelpdeskAgent);
        let rita = world.settled("rita", "altan", Role::GlobalAdmin);
        let given = run(hub.invite(&olga, invitation("Rita@people.example", Role::AdminAgent))).unwrap();
        let secret = given.secret.unwrap();
        // The address has an account: nobody becomes its owner by choosing a password, and nobody else joins with it.
        assert!(gone(run(hub.accept_invitation(
            &secret,
            newcomer("Thief"),
            &here()
        ))));
        assert!(gone(run(hub.accept_invitation_as(&can, &secret))));
        let machine = rita.clone().by_token(Uuid::now_v7());
        assert!(gone(run(hub.accept_invitation_as(&machine, &secret))));
        assert!(gone(run(hub.reset(
            &secret,
            "another long password",
            &Origin::default()
        ))));
        assert!(
            run(hub.sign_in("rita@people.example", PASSWORD, &here())).is_ok(),
            "her password is hers"
        );

        let joined = run(hub.accept_invitation_as(&rita, &secret)).unwrap();
        assert_eq!(joined.handle, "rival");
        let there = run(hub.colleague(&olga, "rita")).unwrap();
        assert_eq!(there.colleague.member.roles, [Role::AdminAgent]);
        assert!(gone(run(hub.accept_invitation_as(&rita, &secret))));
        let home = visitor(hub, &world.sign_in("rita")).unwrap();
        assert_eq!(
            home.organisation.handle, "altan",
            "one begins where one was first"
        );
        assert_eq!(
            home.scope.roles(),
            [Role::GlobalAdmin],
            "what she is there did not change"
        );
    });
}

#[test]
fn an_invitation_does_not_bring_back_whom_an_administrator_shut_out() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let given = run(hub.invite(&olga, invitation("can@people.example", Role::GlobalAdmin))).unwrap();
        let can = world.settled("can", "altan", Role::HelpdeskAgent);
        let secret = given.secret.unwrap();
        assert!(
            gone(run(hub.accept_invitation_as(&can, &secret))),
            "who belongs there is not invited"
        );
        run(hub.set_active(&olga, "can", false)).unwrap();
        assert!(gone(run(hub.open_link(&secret))));
        assert!(run(hub.invitations(&olga)).unwrap().is_empty());
        let again = run(hub.invite(&olga, invitation("can@people.example", Role::GlobalAdmin)));
        assert_eq!(refused(again), [("email".to_owned(), "error-member-already")]);
    });
}

#[test]
fn the_operator_invites_the_first_people_of_an_organisation_and_nobody_else_does() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let ada = world.settled("ada", "meridian", Role::OperatorAdmin);
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let to = |organisation: &str, role: Role| NewInvitation {
            organisation: Some(organisation.to_owned()),
            ..invitation("boss@rival.example", role)
        };
        let unknown = vec![("organisation".to_owned(), "error-organisation-unknown")];
        assert_eq!(
            refused(run(hub.invite(&ada, to("nowhere", Role::GlobalAdmin)))),
            unknown
        );
        // What exists for nobody here and what exists for others alone is the same.
        assert_eq!(
            refused(run(hub.invite(&olga, to("nowhere", Role::GlobalAdmin)))),
            unknown
        );
        assert_eq!(
            refused(run(hub.invite(&olga, to("rival", Role::GlobalAdmin)))),
            unknown
        );
        let visible = run(hub.invite(&olga, to("pinar", Role::Owner)));
        assert!(matches!(visible, Err(HubError::NotAllowed)));
        let owner = run(hub.invite(&ada, to("rival", Role::Owner)));
        assert_eq!(refused(owner), [("roles".to_owned(), "error-roles")]);

        let given = run(hub.invite(&ada, to("rival", Role::GlobalAdmin))).unwrap();
        assert_eq!(given.organisation.handle, "rival");
        assert_eq!(run(hub.invitations(&ada)).unwrap().len(), 1);
        let session = run(hub.accept_invitation(&given.secret.unwrap(), newcomer("Boss"), &here())).unwrap();
        let boss = visitor(hub, &session).unwrap();
        assert_eq!(boss.organisation.handle, "rival");

        let given = run(hub.invite(&ada, to("rival", Role::AdminAgent))).unwrap_err();
        assert!(matches!(given, HubError::Invalid(_)), "{given}");
        let more = NewInvitation {
            email: "more@rival.example".to_owned(),
            ..to("rival", Role::AdminAgent)
        };
        let given = run(hub.invite(&ada, more)).unwrap();
        assert_eq!(
            run(hub.invitations(&boss.scope)).unwrap().len(),
            1,
            "it is theirs to see"
        );
        run(hub.withdraw_invitation(&ada, given.link.id)).unwrap();
    });
}

#[test]
fn roles_hold_from_the_next_request_on_and_are_not_changed_behind_anyones_back() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let can = world.settled("can", "altan", Role::HelpdeskAgent);
        let session = world.sign_in("can");
        let change = |scope: &Scope, version: i64, roles: &[Role]| {
            run(hub.change_roles(scope, "can", version, roles.to_vec()))
        };
        let version = world.version(&olga, "can");
        assert!(matches!(
            change(&can, version, &[Role::GlobalAdmin]),
            Err(HubError::NotAllowed)
        ));
        assert_eq!(
            refused(change(&olga, version, &[Role::Owner])),
            [("roles".to_owned(), "error-roles")]
        );
        assert_eq!(
            refused(change(&olga, version, &[])),
            [("roles".to_owned(), "error-roles")]
        );

        let new = [Role::SalesAgent, Role::AdminAgent, Role::SalesAgent];
        let changed = change(&olga, version, &new).unwrap();
        assert_eq!(
            changed.colleague.member.roles,
            [Role::AdminAgent, Role::SalesAgent]
        );
        let scope = visitor(hub, &session).unwrap().scope.clone();
        assert!(scope.may(Act::Change, Object::Desk, Relation::Own));
        let late = change(&olga, version, &[Role::BillingAdmin]);
        assert!(matches!(late, Err(HubError::Changed)));
        change(&olga, changed.version(), &[Role::HelpdeskAgent]).unwrap();
        let scope = visitor(hub, &session).unwrap().scope.clone();
        assert!(!scope.may(Act::Change, Object::Desk, Relation::Own));
        assert_eq!(world.version(&olga, "can"), version, "the same again");
    });
}

#[test]
fn somebody_is_left_to_give_roles() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let can = world.settled("can", "altan", Role::UserManagementAdmin);
        run(hub.set_active(&olga, "can", false)).unwrap();
        let version = world.version(&olga, "olga");
        assert!(run(hub.colleague(&olga, "olga")).unwrap().is_last_manager);
        let last = |name: &str| vec![(name.to_owned(), "error-last-manager")];
        let less = run(hub.change_roles(&olga, "olga", version, vec![Role::AdminAgent]));
        assert_eq!(refused(less), last("roles"));
        run(hub.change_roles(&olga, "olga", version, vec![Role::GlobalAdmin, Role::AdminAgent])).unwrap();

        // Nobody shuts themselves out, and nobody the last one, whoever they are.
        let oneself = vec![("person".to_owned(), "error-oneself")];
        assert_eq!(refused(run(hub.set_active(&olga, "olga", false))), oneself);
        assert_eq!(refused(run(hub.remove_person(&olga, "olga"))), oneself);
        assert_eq!(refused(run(hub.set_active(&can, "olga", false))), last("person"));
        assert_eq!(refused(run(hub.remove_person(&can, "olga"))), last("person"));

        run(hub.set_active(&olga, "can", true)).unwrap();
        run(hub.remove_person(&can, "olga")).unwrap();
        assert!(gone(run(hub.colleague(&can, "olga"))));
        assert!(run(hub.colleague(&can, "can")).unwrap().is_last_manager);
    });
}

#[test]
fn a_person_of_another_organisation_does_not_exist() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "altan", Role::GlobalAdmin);
        let can = world.settled("can", "altan", Role::HelpdeskAgent);
        world.settled("rita", "rival", Role::GlobalAdmin);
        let ada = world.settled("ada", "meridian", Role::OperatorAdmin);
        let session = world.sign_in("rita");
        for scope in [&olga, &ada] {
            for handle in ["rita", "nobody", "", "rita' or 'a'='a", "../rita"] {
                assert!(gone(run(hub.colleague(scope, handle))), "{handle}");
                assert!(gone(run(hub.change_roles(
                    scope,
                    handle,
                    0,
                    vec![Role::AdminAgent]
                ))));
                assert!(gone(run(hub.set_active(scope, handle, false))));
                assert!(gone(run(hub.remove_person(scope, handle))));
                assert!(gone(run(hub.sign_out_person(scope, handle))));
            }
            let handles = run(hub.people(scope, "", 100)).unwrap();
            assert!(
                handles
                    .iter()
                    .all(|one| one.member.organisation == scope.organisation)
            );
        }
        // Whose roles do not show colleagues finds themselves, and nothing to do there.
        assert!(matches!(
            run(hub.people(&can, "", 100)),
            Err(HubError::NotShown(_))
        ));
        assert!(gone(run(hub.colleague(&can, "olga"))));
        assert!(gone(run(hub.set_active(&can, "olga", false))));
        assert!(run(hub.colleague(&can, "can")).is_ok());
        assert!(matches!(
            run(hub.set_active(&can, "can", false)),
            Err(HubError::NotAllowed)
        ));
        assert!(visitor(hub, &session).is_some(), "rita notices nothing of it");
    });
}

#[test]
fn who_is_deactivated_is_signed_out_at_once_and_only_there() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let olga = world.settled("olga", "rival", Role::GlobalAdmin);
        let rita = world.settled("rita", "altan", Role::GlobalAdmin);
        let given = run(hub.invite(&olga, invitation("rita@people.example", Role::HelpdeskAgent))).unwrap();
        run(hub.accept_invitation_as(&rita, &given.secret.unwrap())).unwrap();
        let at_home = world.sign_in("rita");
        let before = world.sign_in("rita");
        let home = visitor(hub, &before).unwrap();
        let away = run(hub.switch_organisation(&home, "rival", &here())).unwrap();
        assert_eq!(visitor(hub, &away).unwrap().organisation.handle, "rival");
        assert!(
            visitor(hub, &before).is_none(),
            "one session takes the place of the other"
        );
        assert_eq!(
            run(hub.colleague(&olga, "rita")).unwrap().sessions,
            1,
            "those here alone are counted"
        );

        run(hub.set_active(&olga, "rita", false)).unwrap();
        assert!(visitor(hub, &away).is_none());
        let home = visitor(hub, &at_home).unwrap();
        assert_eq!(home.organisation.handle, "altan");
        assert_eq!(home.others, []);
        assert!(gone(run(hub.switch_organisation(&home, "rival", &here()))));

        run(hub.set_active(&olga, "rita", true)).unwrap();
        assert!(visitor(hub, &away).is_none(), "what has ended does not come back");
        let home = visitor(hub, &at_home).unwrap();
        let away = run(hub.switch_organisation(&home, "rival", &here())).unwrap();
        assert_eq!(run(hub.sign_out_person(&olga, "rita")).unwrap(), 1);
        assert!(visitor(hub, &away).is_none());

        run(hub.remove_person(&olga, "rita")).unwrap();
        assert!(gone(run(hub.colleague(&olga, "rita"))));
        assert!(visitor(hub, &world.sign_in("rita")).unwrap().others.is_empty());
    });
}

#[test]
fn nobody_switches_to_where_they_do_not_belong() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        world.settled("olga", "altan", Role::GlobalAdmin);
        let session = world.sign_in("olga");
        let olga = visitor(hub, &session).unwrap();
        for handle in ["rival", "altan", "meridian", "nowhere", ""] {
            assert!(
                gone(run(hub.switch_organisation(&olga, handle, &here()))),
                "{handle}"
            );
        }
        assert!(visitor(hub, &session).is_some());
    });
}

#[test]
fn a_power_names_the_role_and_the_rule_that_give_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let powers = |kinds: &[PartyKind], roles: &[Role]| powers_of(world.hub.edition(), kinds, roles);
        let partner = [PartyKind::Partner];
        let both = powers(&partner, &[Role::HelpdeskAgent, Role::AdminAgent]);
        let contacts = |powers: &[Power]| {
            powers
                .iter()
                .find(|power| power.object == Object::OfferContacts)
                .map(|power| (power.act, power.of.clone(), power.role, power.rule.clone()))
        };
        let s13 = (
            Act::See,
            vec![Relation::Offered],
            Role::AdminAgent,
            "S13".to_owned(),
        );
        assert_eq!(contacts(&both), Some(s13));
        assert_eq!(contacts(&powers(&partner, &[Role::HelpdeskAgent])), None);
        let operator = powers(&[PartyKind::Operator], &[Role::OperatorAdmin]);
        let imports = operator
            .iter()
            .find(|power| power.object == Object::Import)
            .unwrap();
        assert_eq!((&*imports.of, &*imports.rule), (&[Relation::Any][..], "R19"));
        // Every power is one that the scope has, and the scope has no other.
        for kind in PartyKind::ALL {
            for role in roles_at(&[*kind]) {
                let scope = Scope::new(
                    world.hub.edition(),
                    None,
                    world.id("altan"),
                    vec![*kind],
                    vec![role],
                );
                let said = powers(&[*kind], &[role]);
                for (object, act) in Object::all_acts() {
                    let has = said
                        .iter()
                        .any(|power| (power.object, power.act) == (object, act));
                    assert_eq!(
                        has,
                        scope.may_some(act, object),
                        "{role} at {kind}: {act} {object}"
                    );
                }
            }
        }
    });
}
