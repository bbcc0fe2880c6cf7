//! A hub that keeps to approved algorithms, and people who set up what they show before it did.

use firstline_hub::Hub;
use firstline_hub::algorithms::NotTaken;
use firstline_hub::demand::Lack;
use firstline_hub::store::testing::on_each_engine;
use serde_json::json;
use totp_rs::{Algorithm, Totp};

use crate::authenticator::Authenticator;
use crate::story::*;
use crate::world::run;

/// The same hub, after it was started anew to keep to approved algorithms.
fn strictly(story: &mut Story) {
    let strict = story.another();
    strict.keep_strict();
    story.world.hub = strict;
}

fn not_taken(hub: &Hub) -> (usize, usize) {
    let NotTaken { apps, passkeys } = hub.not_taken().unwrap();
    (apps, passkeys)
}

#[test]
fn an_app_of_before_is_replaced_after_a_recovery_code() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let mut story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let (app, codes) = story.add_second_factor(&elif);
        assert_eq!(
            not_taken(story.hub()),
            (0, 0),
            "everything is taken by a hub that is not strict"
        );

        strictly(&mut story);
        assert_eq!(not_taken(story.hub()), (1, 0));
        wait(30);
        let step = story.as_far_as_the_code("elif");
        let enter = |story: &Story, code: &str| run(story.hub().sign_in_by_code(&step, code, &here()));
        for code in [story.code(&app), "000000".to_owned()] {
            assert_eq!(
                refused(enter(&story, &code)),
                ("code".to_owned(), "error-code-untaken"),
                "right or wrong, it says what to do"
            );
        }
        let elif = story.visitor(&enter(&story, &codes[0]).unwrap());
        let account = run(story.hub().account(&elif)).unwrap();
        assert!(!account.second_factor.unwrap().is_taken);
        assert_eq!(
            refused(run(story.hub().prove(&elif, PASSWORD, &story.code(&app)))).1,
            "error-code-untaken"
        );

        let new = run(story.hub().begin_second_factor(&elif)).unwrap();
        assert!(new.url.contains("algorithm=SHA256"), "{}", new.url);
        let longer = Totp::from_url(&new.url).unwrap();
        let deaf = Totp::from_url(new.url.replace("&algorithm=SHA256", "")).unwrap();
        let add = |code: &str| run(story.hub().add_second_factor(&elif, &new.sealed, code));
        assert_eq!(
            refused(add(&story.code(&deaf))).1,
            "error-code-wrong",
            "an app that takes the key and knows SHA-1 alone"
        );
        add(&story.code(&longer)).unwrap();
        assert!(
            run(story.hub().account(&elif))
                .unwrap()
                .second_factor
                .unwrap()
                .is_taken
        );
        assert_eq!(not_taken(story.hub()), (0, 0));

        wait(30);
        let step = story.as_far_as_the_code("elif");
        run(story.hub().sign_in_by_code(&step, &story.code(&longer), &here())).unwrap();
        // The new kind is taken by a hub that is not strict, beside the old one.
        story.person("selin", &["altan"]);
        story.world.hub = story.another();
        let (app, _) = story.add_second_factor(&story.signed_in("selin"));
        assert_eq!(app.algorithm(), Algorithm::SHA1);
        wait(30);
        for (who, app) in [("elif", &longer), ("selin", &app)] {
            let step = story.as_far_as_the_code(who);
            run(story.hub().sign_in_by_code(&step, &story.code(app), &here())).unwrap();
        }
    });
}

#[test]
fn a_key_of_an_app_that_was_begun_before_is_begun_anew() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let mut story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let new = run(story.hub().begin_second_factor(&elif)).unwrap();
        let code = story.code(&Totp::from_url(&new.url).unwrap());
        strictly(&mut story);
        let added = run(story.hub().add_second_factor(&elif, &new.sealed, &code));
        assert_eq!(refused(added).1, "error-code-wrong");
    });
}

#[test]
fn a_passkey_by_rsa_is_neither_made_nor_taken_and_its_owner_is_told() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let mut story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let mut windows = Authenticator::of_rsa("https://hub.example");
        story.add_passkey(&elif, &mut windows);
        story.by_passkey(&story.shown(&mut windows)).unwrap();
        let asked = run(story.hub().ask_new_passkey(&elif, &party())).unwrap();
        assert_eq!(json!(asked)["pubKeyCredParams"].as_array().unwrap().len(), 3);

        strictly(&mut story);
        assert_eq!(not_taken(story.hub()), (0, 1));
        assert_eq!(
            refused(story.by_passkey(&story.shown(&mut windows))),
            ("passkey".to_owned(), "error-passkey-untaken")
        );
        let elif = story.signed_in("elif");
        let asked = json!(run(story.hub().ask_new_passkey(&elif, &party())).unwrap());
        let algorithms: Vec<_> = asked["pubKeyCredParams"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["alg"])
            .collect();
        assert_eq!(algorithms, [&json!(-7), &json!(-8)]);
        let mut other = Authenticator::of_rsa("https://hub.example");
        other.id[0] ^= 1;
        let made = other.make(&asked);
        let added = run(story.hub().add_passkey(&elif, &party(), "Laptop", &made));
        assert_eq!(refused(added).1, "error-passkey-kind");
        let mut phone = device();
        story.add_passkey(&elif, &mut phone);
        story.by_passkey(&story.shown(&mut phone)).unwrap();
        let passkeys = run(story.hub().account(&elif)).unwrap().passkeys;
        let taken: Vec<bool> = passkeys.iter().map(|passkey| passkey.is_taken).collect();
        assert_eq!(taken, [false, true]);
    });
}

/// Whoever learns a password must not get past a second factor because the hub no longer takes it.
#[test]
fn what_is_not_taken_still_stands_before_whoever_has_the_password_alone() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let mut story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let version = run(story.hub().second_factor_demand(&elif.scope))
            .unwrap()
            .on_record
            .version;
        let mut windows = Authenticator::of_rsa("https://hub.example");
        story.add_passkey(&elif, &mut windows);
        let demand = firstline_hub::store::demand::Demand {
            own: true,
            everyone: false,
            version,
        };
        run(story.hub().demand_second_factor(&elif.scope, demand)).unwrap();
        strictly(&mut story);
        let by_password = story.signed_in("elif");
        assert_eq!(by_password.lack, Some(Lack::Showing));
    });
}
