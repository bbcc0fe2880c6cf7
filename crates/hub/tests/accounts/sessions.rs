//! Signing in by a password, and what a session is.

use crate::world::{now, run};
use firstline_domain::lang::Lang;
use firstline_hub::sign_in::Origin;
use firstline_hub::store::testing::on_each_engine;

use crate::story::*;

#[test]
fn a_password_lets_in_its_owner_and_says_nothing_to_others() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let sign_in = |email: &str, password: &str| run(hub.sign_in(email, password, &here()));
        let session = done(sign_in(" Elif@People.Example ", PASSWORD));
        assert_eq!(story.visitor(&session).person.handle, "elif");
        let wrong = refused(sign_in(&email("elif"), OTHER));
        assert_eq!(wrong, ("password".to_owned(), "error-sign-in-wrong"));
        for (email, password) in [
            (&*email("nobody"), PASSWORD),
            (&*email("elif"), ""),
            (&*email("elif"), &format!("{PASSWORD} ")),
            (&*email("elif"), &PASSWORD.to_uppercase()),
            ("", ""),
            ("' or 1=1 --", PASSWORD),
        ] {
            assert_eq!(refused(sign_in(email, password)), wrong, "{email} {password}");
        }
        assert!(who(hub, "session_made-up").is_none());

        let own = hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        story.put(&own, "elif", "altan", false);
        let nowhere = ("email".to_owned(), "error-sign-in-nowhere");
        assert_eq!(refused(sign_in(&email("elif"), PASSWORD)), nowhere);
        assert!(who(&story.another(), &session).is_none());
    });
}

#[test]
fn a_session_ends_when_nobody_uses_it_and_in_the_end_anyway() {
    on_each_engine(|db| {
        const HOUR: i64 = 3600;
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let idle = story.sign_in("elif");
        wait(12 * HOUR - 1);
        let used = story.sign_in("elif");
        assert!(who(&story.another(), &used).is_some());
        wait(1);
        assert!(who(&story.another(), &idle).is_none(), "unused for twelve hours");
        for _ in 0..15 {
            wait(11 * HOUR);
            assert!(who(&story.another(), &used).is_some());
        }
        wait(3 * HOUR - 2);
        assert!(who(&story.another(), &used).is_some());
        wait(1);
        assert!(
            who(&story.another(), &used).is_none(),
            "after seven days, however much it was used"
        );
    });
}

#[test]
fn moving_on_to_another_organisation_makes_a_session_no_younger() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan", "estelar"]);
        let before = story.sign_in("elif");
        let visitor = story.visitor(&before);
        assert_eq!(visitor.organisation.handle, "altan");
        wait(600);
        let hub = story.hub();
        assert!(gone(run(hub.switch_organisation(&visitor, "rival", &here()))));
        let after = run(hub.switch_organisation(&visitor, "estelar", &here())).unwrap();
        assert!(who(hub, &before).is_none(), "the session before is no more");
        let visitor = story.visitor(&after);
        assert_eq!(visitor.organisation.handle, "estelar");
        let session = &run(hub.account(&visitor)).unwrap().sessions[0];
        assert_eq!(session.made_at, now());
        assert!(run(hub.has_proof(&visitor)).unwrap());
        wait(301);
        assert!(!run(hub.has_proof(&visitor)).unwrap());
    });
}

#[test]
fn sessions_are_listed_and_ended_by_their_owner_alone() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        story.person("mallory", &["rival"]);
        let phone = story.sign_in("elif");
        wait(60);
        let desk = story.sign_in("elif");
        let elif = story.visitor(&desk);
        let hub = story.hub();
        let listed = run(hub.account(&elif)).unwrap();
        assert_eq!(listed.sessions.len(), 2);
        assert_eq!(listed.session, Some(listed.sessions[0].id));
        assert_eq!(listed.sessions[1].address.as_deref(), Some("192.0.2.7"));
        assert_eq!(listed.sessions[1].agent, "Firefox/140");

        let mallory = story.signed_in("mallory");
        let stolen = listed.sessions[1].id;
        assert!(gone(run(hub.end_session(&mallory, stolen))));
        assert!(who(hub, &phone).is_some());
        run(hub.end_session(&elif, stolen)).unwrap();
        assert!(who(hub, &phone).is_none());
        assert!(gone(run(hub.end_session(&elif, stolen))));

        // Whoever comes upon an open browser after a while ends that session, and no other.
        let tablet = story.sign_in("elif");
        wait(15 * 60);
        let sessions = run(hub.account(&elif)).unwrap().sessions;
        let other = sessions.iter().find(|one| Some(one.id) != listed.session);
        let other = other.unwrap().id;
        assert!(unproved(run(hub.end_session(&elif, other))));
        assert!(unproved(run(hub.end_other_sessions(&elif.scope, listed.session))));
        assert!(who(hub, &tablet).is_some());
        let desk = run(hub.prove(&elif, PASSWORD, "")).unwrap();
        run(hub.end_other_sessions(&elif.scope, listed.session)).unwrap();
        assert!(who(hub, &tablet).is_none());
        assert!(who(hub, &desk).is_some());
        assert_eq!(run(hub.account(&mallory)).unwrap().sessions.len(), 1);
    });
}

#[test]
fn a_session_that_somebody_else_put_into_the_browser_is_worth_nothing() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        story.person("mallory", &["rival"]);
        let planted = story.sign_in("mallory");
        let browser = Origin::new(None, "", Some(&planted), None);
        let session = done(run(story.hub().sign_in(&email("elif"), PASSWORD, &browser)));
        assert_ne!(session, planted);
        assert!(who(story.hub(), &planted).is_none(), "it ended where it was");
        assert_eq!(story.visitor(&session).person.handle, "elif");
        let made_up = "session_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        let browser = Origin::new(None, "", Some(made_up), None);
        let session = done(run(story.hub().sign_in(&email("elif"), PASSWORD, &browser)));
        assert_ne!(session, made_up);
        assert!(who(story.hub(), made_up).is_none());
    });
}

#[test]
fn names_and_languages_are_ones_own_affair() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let edit = |name: &str, language| run(hub.edit_account(&elif, name, language));
        assert_eq!(refused(edit(" ", None)), ("name".to_owned(), "error-name"));
        assert_eq!(refused(edit(&"x".repeat(121), None)).1, "error-name");
        edit(" Elif Demir ", Some(Lang::Tr)).unwrap();
        let person = run(hub.account(&elif)).unwrap().person;
        assert_eq!((&*person.name, person.language), ("Elif Demir", Some(Lang::Tr)));
        edit("Elif Demir", None).unwrap();
        assert_eq!(run(hub.account(&elif)).unwrap().person.language, None);
    });
}
