//! Guessing, and who is not to be kept out by those who guess.

use std::net::IpAddr;

use crate::world::run;
use firstline_domain::id::PersonId;
use firstline_domain::role::Role;
use firstline_hub::audit::{Actor, Sought};
use firstline_hub::sign_in::Origin;
use firstline_hub::store::testing::on_each_engine;
use uuid::Uuid;

use crate::story::*;

#[test]
fn guessing_becomes_slow_and_locks_nobody_out() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        story.person("defne", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let known = run(hub.device(elif.person.id)).unwrap();
        let guess = |handle: &str, origin: &Origin| run(hub.sign_in(&email(handle), OTHER, origin));
        let office = at("203.0.113.9");
        for handle in ["elif", "nobody"] {
            for _ in 0..10 {
                assert_eq!(refused(guess(handle, &office)).1, "error-sign-in-wrong");
            }
            assert!(
                too_many(guess(handle, &office)),
                "{handle}: the same, whether there is an account or not"
            );
        }
        let sign_in = |handle: &str, origin: &Origin| run(hub.sign_in(&email(handle), PASSWORD, origin));
        assert!(
            too_many(sign_in("elif", &office)),
            "the right password is not told from a wrong one"
        );
        done(sign_in("defne", &office));
        done(sign_in("elif", &at("192.0.2.7")));
        let own = Origin::new("203.0.113.9".parse().ok(), "", None, Some(&known));
        done(sign_in("elif", &own));
        for device in [
            known.replace(&elif.person.id.to_string(), &Uuid::now_v7().to_string()),
            format!("{known}x"),
            run(hub.device(PersonId(Uuid::now_v7()))).unwrap(),
            known.split('.').next().unwrap().to_owned(),
        ] {
            let forged = Origin::new("203.0.113.9".parse().ok(), "", None, Some(&device));
            assert!(too_many(sign_in("elif", &forged)), "{device}");
        }
        wait(60);
        done(sign_in("elif", &office));
    });
}

#[test]
fn a_refused_sign_in_is_on_record_once_a_minute_and_none_of_nobody() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan", "rival"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let lines = |organisation: &str| {
            run(hub.write_looks()).unwrap();
            let sought = Sought {
                act: Some("refuse-sign-in".to_owned()),
                ..Sought::default()
            };
            let scope = story.world.person(organisation, Role::GlobalAdmin);
            run(hub.audit(&scope, &sought, 100)).unwrap().entries
        };
        let guess = || {
            for handle in ["elif", "nobody"] {
                refused(run(hub.sign_in(&email(handle), OTHER, &here())));
            }
        };
        guess();
        guess();
        for organisation in ["altan", "rival"] {
            let found = lines(organisation);
            assert_eq!(found.len(), 1, "{organisation}");
            assert_eq!(found[0].object, elif.person.id.to_string());
            assert_eq!(found[0].who, Actor::Hub);
            assert_eq!(found[0].address.as_deref(), Some("192.0.2.7"));
        }
        wait(59);
        guess();
        assert_eq!(lines("altan").len(), 1);
        wait(1);
        guess();
        assert_eq!(lines("altan").len(), 2);
        assert!(lines("estelar").is_empty());
    });
}

#[test]
fn a_refused_passkey_and_a_refused_code_are_on_record_with_whose_they_were_said_to_be() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        story.person("mallory", &["rival"]);
        let hub = story.hub();
        let (elif, mallory) = (story.signed_in("elif"), story.signed_in("mallory"));
        let (mut phone, mut rogue) = (device(), device());
        story.add_passkey(&elif, &mut phone);
        story.add_passkey(&mallory, &mut rogue);
        let lines = |organisation: &str| {
            run(hub.write_looks()).unwrap();
            let sought = Sought {
                act: Some("refuse-sign-in".to_owned()),
                ..Sought::default()
            };
            let scope = story.world.person(organisation, Role::GlobalAdmin);
            run(hub.audit(&scope, &sought, 100)).unwrap().entries
        };
        let own = rogue.user.clone();
        rogue.user.clone_from(&phone.user);
        refused(story.by_passkey(&story.shown(&mut rogue)));
        let found = lines("altan");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].object, elif.person.id.to_string());
        assert_eq!(found[0].address.as_deref(), Some("192.0.2.7"));

        // One of nobody leaves no line, and one that is taken leaves none either.
        wait(60);
        rogue.user = serde_json::json!(crate::authenticator::encoded(Uuid::now_v7().as_bytes()));
        refused(story.by_passkey(&story.shown(&mut rogue)));
        rogue.user = own;
        story.by_passkey(&story.shown(&mut rogue)).unwrap();
        assert!(lines("rival").is_empty());
        assert_eq!(lines("altan").len(), 1);

        story.add_second_factor(&elif);
        refused(run(hub.prove(&elif, PASSWORD, "000000")));
        assert_eq!(lines("altan").len(), 2);
    });
}

#[test]
fn an_account_under_attack_from_everywhere_stays_open_to_its_owner() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let mut phone = device();
        story.add_passkey(&elif, &mut phone);
        let known = run(hub.device(elif.person.id)).unwrap();
        let tried = (0..200u32)
            .find(|number| {
                let address = IpAddr::from((0x0a00_0000 + number * 7).to_be_bytes());
                // Nothing can be said of a password of no characters, and it takes no time to say so.
                let origin = Origin::new(Some(address), "", None, None);
                too_many(run(hub.sign_in(&email("elif"), &"x".repeat(2000), &origin)))
            })
            .unwrap();
        assert_eq!(tried, 100);
        assert!(too_many(run(hub.sign_in(&email("elif"), PASSWORD, &here()))));
        let own = Origin::new(None, "", None, Some(&known));
        done(run(hub.sign_in(&email("elif"), PASSWORD, &own)));
        story.by_passkey(&story.shown(&mut phone)).unwrap();
        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let device = run(hub.reset(&story.letter(&elif, &email("elif")), OTHER, &here())).unwrap();
        let renewed = Origin::new(None, "", None, Some(&device));
        done(run(hub.sign_in(&email("elif"), OTHER, &renewed)));
    });
}

#[test]
fn codes_links_and_tokens_cannot_be_tried_out() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let (app, codes) = story.add_second_factor(&elif);
        let step = story.as_far_as_the_code("elif");
        let guess = |code: &str, origin: &Origin| run(hub.sign_in_by_code(&step, code, origin));
        for number in 0..5 {
            assert_eq!(
                refused(guess(&format!("00000{number}"), &here())).1,
                "error-code-wrong"
            );
        }
        wait(30);
        assert!(too_many(guess(&story.code(&app), &here())));
        // Nobody guesses a recovery code, so whoever has one need not wait.
        guess(&codes[0], &here()).unwrap();

        let attacker = at("203.0.113.9");
        let open = |link: &str| run(hub.follow_link(link, &attacker));
        for _ in 0..100 {
            assert!(gone(open("reset_aaaa.bbbb")));
        }
        assert!(too_many(open("reset_aaaa.bbbb")));
        run(hub.ask_reset(&email("elif"), &attacker)).unwrap();
        open(&story.letter(&elif, &email("elif"))).unwrap();

        for _ in 0..20 {
            let _ = run(hub.ask_reset("nobody@people.example", &attacker));
        }
        assert!(too_many(run(hub.ask_reset("nobody@people.example", &attacker))));
    });
}
