//! What is done about people, what their roles let them do, and how they go from one organisation to another.

use crate::world::{World, run};
use crate::{gone, here, invitation, refused, visitor};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::people::{Power, powers as powers_of, roles_at};
use firstline_hub::store::testing::on_each_engine;

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
