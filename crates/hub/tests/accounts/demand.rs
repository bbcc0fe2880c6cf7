//! More than a password: who is asked, what is enough, and who decides it.

use std::sync::Arc;

use crate::world::run;
use firstline_domain::role::Role;
use firstline_hub::HubError;
use firstline_hub::audit::Sought;
use firstline_hub::demand::Lack;
use firstline_hub::sign_in::{Shown, Visitor};
use firstline_hub::store::demand::{Count, Demand};
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;

use crate::story::*;

fn demanding(own: bool, version: i64) -> Demand {
    Demand {
        own,
        everyone: false,
        version,
    }
}

/// The visitor of a session as it stands now.
fn again(story: &Story, session: &str) -> Arc<Visitor> {
    who(&story.another(), session).unwrap()
}

#[test]
fn whoever_has_no_second_factor_sets_one_up_before_anything_else() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan", "rival"]);
        let hub = story.hub();
        let session = story.sign_in("elif");
        let elif = story.visitor(&session);
        assert_eq!(elif.lack, None);
        let demanded = run(hub.second_factor_demand(&elif.scope)).unwrap();
        assert_eq!(
            (demanded.on_record, demanded.own, demanded.all),
            (
                Demand::default(),
                Count {
                    people: 1,
                    without: 1
                },
                None
            )
        );
        run(hub.demand_second_factor(&elif.scope, demanding(true, 0))).unwrap();
        assert_eq!(again(&story, &session).lack, Some(Lack::Factor));
        let made = NewToken {
            name: "nightly".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 1,
        };
        let (_, token) = run(hub.make_token(&elif.scope, made)).unwrap();
        let program = run(hub.signed_in(Shown::Token(&token), None)).unwrap().unwrap();
        assert_eq!(program.lack, None, "nobody types a token");

        // It is demanded there alone.
        let moved = run(hub.switch_organisation(&elif, "rival", &here())).unwrap();
        assert_eq!(again(&story, &moved).lack, None);
        let session = story.sign_in("elif");
        let elif = again(&story, &session);
        assert_eq!(elif.lack, Some(Lack::Factor));
        let (app, _) = story.add_second_factor(&elif);
        assert_eq!(again(&story, &session).lack, None);

        // What was shown is carried on, and gone with the last of what could be shown.
        wait(30);
        let step = story.as_far_as_the_code("elif");
        let session = run(hub.sign_in_by_code(&step, &story.code(&app), &here())).unwrap();
        let elif = again(&story, &session);
        assert_eq!(elif.lack, None);
        run(hub.remove_second_factor(&elif)).unwrap();
        assert_eq!(again(&story, &session).lack, Some(Lack::Factor));
        run(hub.demand_second_factor(&elif.scope, demanding(false, 1))).unwrap();
        assert_eq!(again(&story, &session).lack, None);
    });
}

#[test]
fn whoever_has_a_passkey_and_came_by_password_shows_it() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let mut phone = device();
        story.add_passkey(&elif, &mut phone);
        run(hub.demand_second_factor(&elif.scope, demanding(true, 0))).unwrap();
        let by_passkey = story.by_passkey(&story.shown(&mut phone)).unwrap();
        assert_eq!(again(&story, &by_passkey).lack, None);

        let session = story.sign_in("elif");
        let elif = again(&story, &session);
        assert_eq!(elif.lack, Some(Lack::Showing));
        let session = run(hub.prove(&elif, PASSWORD, "")).unwrap();
        let elif = again(&story, &session);
        assert_eq!(
            elif.lack,
            Some(Lack::Showing),
            "the password once more is no more"
        );
        let asked = serde_json::json!(run(hub.ask_proof(&elif, &party())).unwrap());
        let session = run(hub.prove_by_passkey(&elif, &party(), &phone.show(&asked))).unwrap();
        assert_eq!(again(&story, &session).lack, None);
    });
}

#[test]
fn the_operator_demands_it_of_everyone_and_nobody_else_does() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let session = story.sign_in("elif");
        let elif = story.visitor(&session);
        let everyone = Demand {
            own: false,
            everyone: true,
            version: 0,
        };
        assert!(matches!(
            run(hub.demand_second_factor(&elif.scope, everyone)),
            Err(HubError::NotAllowed)
        ));
        let operator = story.world.person("meridian", Role::OperatorAdmin);
        let all = run(hub.second_factor_demand(&operator)).unwrap().all.unwrap();
        assert_eq!((all.people, all.without), (1, 1));
        run(hub.demand_second_factor(&operator, everyone)).unwrap();
        assert_eq!(again(&story, &session).lack, Some(Lack::Factor));
        assert!(run(hub.second_factor_demand(&elif.scope)).unwrap().of_everyone);
        assert!(
            matches!(
                run(hub.demand_second_factor(&operator, everyone)),
                Err(HubError::Changed)
            ),
            "somebody else decided meanwhile"
        );
        let sought = Sought {
            act: Some("demand-second-factor".to_owned()),
            ..Sought::default()
        };
        assert_eq!(run(hub.audit(&operator, &sought, 10)).unwrap().entries.len(), 1);
        let agent = story.world.person("altan", Role::HelpdeskAgent);
        assert!(matches!(
            run(hub.demand_second_factor(&agent, demanding(true, 0))),
            Err(HubError::NotAllowed)
        ));
    });
}
