//! How people come into an organisation, and who does not.

use crate::world::{World, now, run};
use crate::{PASSWORD, gone, here, invitation, later, newcomer, refused, visitor};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::invitation::{INVITATIONS_MAX, NewInvitation};
use firstline_hub::link::Purpose;
use firstline_hub::sign_in::Origin;
use firstline_hub::store::outbox;
use firstline_hub::store::testing::on_each_engine;
use uuid::Uuid;

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
