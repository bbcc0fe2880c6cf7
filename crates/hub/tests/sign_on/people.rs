//! What a provider's word makes of people: who joins, with which roles, and how far such a session gets.

use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::credential::SignIn;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::people::Newcomer;
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::store::person;
use firstline_hub::store::testing::on_each_engine;

use crate::provider::Someone;
use crate::world::{now, run};
use crate::{DOMAIN, PASSWORD, Stage, nora, refused};

fn with(groups: &[&'static str]) -> Someone {
    Someone {
        groups: groups.to_vec(),
        ..nora()
    }
}

#[test]
fn somebody_new_joins_with_the_roles_of_their_groups_and_no_others() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        assert_eq!(
            refused(stage.signs_in(&with(&["football"]))),
            "error-sign-on-roles"
        );
        let none = run(stage.hub().people(&stage.admin, "", 100)).unwrap();
        assert!(none.iter().all(|one| one.member.person.handle != "nora"));

        let visitor = stage.visitor(&stage.signs_in(&nora()).unwrap());
        assert_eq!(visitor.person.name, "Nora Lindqvist");
        assert_eq!(visitor.organisation.handle, "altan");
        assert_eq!(visitor.scope.roles(), [Role::HelpdeskAgent]);

        // At the next sign-in they are who they were, with what their groups give then, whatever their address is now.
        let elsewhere = Someone {
            email: format!("nora.lindqvist@{DOMAIN}"),
            groups: vec!["boss"],
            ..nora()
        };
        let again = stage.visitor(&stage.signs_in(&elsewhere).unwrap());
        assert_eq!(again.person, visitor.person);
        assert_eq!(again.scope.roles(), [Role::GlobalAdmin]);
        let fewer = stage.visitor(&stage.signs_in(&nora()).unwrap());
        assert_eq!(fewer.scope.roles(), [Role::HelpdeskAgent]);
    });
}

#[test]
fn whoever_has_no_role_any_more_is_out_at_once() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let before = stage.signs_in(&nora()).unwrap();
        assert_eq!(stage.visitor(&before).scope.roles(), [Role::HelpdeskAgent]);
        assert_eq!(refused(stage.signs_in(&with(&[]))), "error-sign-on-roles");
        let shown = firstline_hub::sign_in::Shown::Session(&before.session);
        assert!(run(stage.hub().signed_in(shown, None)).unwrap().is_none());
        let known = run(stage.hub().colleague(&stage.admin, "nora")).unwrap();
        assert!(known.colleague.member.roles.is_empty());
    });
}

#[test]
fn whoever_was_deactivated_stays_out_and_the_last_who_gives_roles_keeps_them() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        stage.signs_in(&nora()).unwrap();
        run(stage.hub().set_active(&stage.admin, "nora", false)).unwrap();
        assert_eq!(refused(stage.signs_in(&nora())), "error-sign-on-inactive");

        let elif = stage.person("only", "rival", &format!("only@{DOMAIN}"), Role::HelpdeskAgent);
        let hand = Scope::own_hand(stage.world.id("altan"));
        let db = stage.hub().db();
        let altan = stage.world.id("altan");
        db.write_blocking(|tx| {
            let known = person::by_handle(tx, "elif")?.unwrap();
            person::set_membership(tx, &hand, altan, known.id, &[Role::HelpdeskAgent], true, now())?;
            person::set_membership(tx, &hand, altan, elif, &[Role::GlobalAdmin], true, now())
        })
        .unwrap();
        let only = Someone {
            subject: "only",
            email: format!("only@{DOMAIN}"),
            groups: vec!["support"],
        };
        assert_eq!(refused(stage.signs_in(&only)), "error-sign-on-last-manager");
        let known = run(stage.hub().colleague(&hand, "only")).unwrap();
        assert_eq!(known.colleague.member.roles, [Role::GlobalAdmin]);
    });
}

#[test]
fn a_provider_speaks_for_its_own_organisation_alone() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let email = format!("ida@{DOMAIN}");
        stage.person("ida", "rival", &email, Role::GlobalAdmin);
        let ida = Someone {
            subject: "ida",
            email: email.clone(),
            groups: vec!["support"],
        };
        let entered = stage.signs_in(&ida).unwrap();
        let visitor = stage.visitor(&entered);
        assert_eq!(visitor.organisation.handle, "altan");
        assert_eq!(visitor.others.len(), 1, "they belong to both");
        // Altan's provider says who they are at Altan, which opens nothing elsewhere and changes nothing that is their own.
        let origin = Origin::default();
        let switched = run(stage.hub().switch_organisation(&visitor, "rival", &origin));
        assert!(matches!(switched, Err(HubError::ProofNeeded)), "{switched:?}");
        assert!(!run(stage.hub().has_proof(&visitor)).unwrap());
        let oneself = run(stage.hub().demand_oneself(&visitor));
        assert!(matches!(oneself, Err(HubError::ProofNeeded)), "{oneself:?}");
        let moved = run(stage.hub().ask_address(&visitor, "mallory@rival.example"));
        assert!(matches!(moved, Err(HubError::ProofNeeded)), "{moved:?}");
        // Their own password opens the rest.
        run(stage.hub().prove(&visitor, PASSWORD, "")).unwrap();
        run(stage.hub().demand_oneself(&visitor)).unwrap();
        run(stage.hub().switch_organisation(&visitor, "rival", &origin)).unwrap();
    });
}

#[test]
fn where_it_is_demanded_addresses_of_the_domain_have_no_other_way_in() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let email = format!("ida@{DOMAIN}");
        stage.person("ida", "altan", &email, Role::HelpdeskAgent);
        let origin = Origin::default();
        let sign_in = |email: &str| run(stage.hub().sign_in(email, PASSWORD, &origin));
        assert!(matches!(sign_in(&email), Ok(SignIn::Done(_))));
        let (_, link) = run(stage.hub().reset_link("ida", false)).unwrap();

        stage.demands();
        let needed = "error-sign-on-needed";
        assert_eq!(refused(sign_in(&email)), needed);
        // Whether there is such an account does not show.
        assert_eq!(refused(sign_in(&format!("nobody@{DOMAIN}"))), needed);
        assert_eq!(refused(run(stage.hub().ask_reset(&email, &origin))), needed);
        let nobody = run(stage.hub().ask_reset(&format!("nobody@{DOMAIN}"), &origin));
        assert_eq!(refused(nobody), needed);
        let reset = run(stage.hub().reset(&link, "seven loud harbours", &origin));
        assert_eq!(refused(reset), needed);
        assert!(
            matches!(sign_in("elif@altan.example"), Ok(SignIn::Done(_))),
            "another domain"
        );
        let ida = Someone {
            subject: "ida",
            email: email.clone(),
            groups: vec!["support"],
        };
        assert_eq!(refused(stage.signs_in(&ida)), "done");

        // Whoever has the machine lets them in again.
        assert!(run(stage.hub().allow_passwords("altan")).unwrap());
        assert!(!run(stage.hub().allow_passwords("altan")).unwrap());
        assert!(matches!(sign_in(&email), Ok(SignIn::Done(_))));
    });
}

#[test]
fn an_account_that_a_stranger_opened_becomes_its_owners_alone() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let hub = stage.hub();
        let rival = Scope::new(
            hub.edition(),
            Some(stage.person("mallory", "rival", "mallory@rival.example", Role::GlobalAdmin)),
            stage.world.id("rival"),
            vec![PartyKind::Partner],
            vec![Role::GlobalAdmin],
        );
        let new = NewInvitation {
            organisation: None,
            email: nora().email,
            roles: vec![Role::HelpdeskAgent],
        };
        let link = run(hub.invite(&rival, new)).unwrap().secret.unwrap();
        let newcomer = Newcomer {
            name: "Nora".to_owned(),
            password: PASSWORD.to_owned(),
        };
        let stolen = run(hub.accept_invitation(&link, newcomer, &Origin::default())).unwrap();
        assert!(
            run(hub.signed_in(Shown::Session(&stolen), None))
                .unwrap()
                .is_some()
        );

        let own = stage.visitor(&stage.signs_in(&nora()).unwrap());
        assert_eq!(own.organisation.handle, "altan");
        assert!(
            run(hub.signed_in(Shown::Session(&stolen), None))
                .unwrap()
                .is_none()
        );
        assert!(run(hub.sign_in(&nora().email, PASSWORD, &Origin::default())).is_err());
    });
}
