//! Passkeys: what is shown once is not shown again, and what is whose.

use crate::authenticator::{Authenticator, encoded};
use crate::world::run;
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::testing::on_each_engine;
use serde_json::json;

use crate::story::*;

#[test]
fn a_passkey_is_enough_and_answers_each_question_once() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        story.add_second_factor(&elif);
        let mut phone = device();
        story.add_passkey(&elif, &mut phone);
        let answer = story.shown(&mut phone);
        let session = story.by_passkey(&answer).unwrap();
        assert_eq!(story.visitor(&session).person.handle, "elif");
        assert_eq!(
            refused(story.by_passkey(&answer)).1,
            "error-passkey-refused",
            "replayed"
        );

        let asked = run(hub.ask_passkey(&party(), &here())).unwrap();
        let late = phone.show(&json!(asked));
        wait(5 * 60);
        assert_eq!(
            refused(story.by_passkey(&late)).1,
            "error-passkey-refused",
            "too late"
        );
        let mut made_up = json!(asked);
        made_up["challenge"] = json!(encoded(b"passkey_aaaa.bbbb"));
        let answer = phone.show(&made_up);
        assert_eq!(refused(story.by_passkey(&answer)).1, "error-passkey-refused");

        phone.origin = "https://hub.example.evil".to_owned();
        let phished = story.shown(&mut phone);
        assert_eq!(refused(story.by_passkey(&phished)).1, "error-passkey-refused");
        for nonsense in ["", "{}", "null", "[1,2]"] {
            assert_eq!(refused(story.by_passkey(nonsense)).1, "error-passkey-refused");
        }
    });
}

#[test]
fn a_copied_passkey_is_noticed() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let mut key = device();
        key.count = 5;
        story.add_passkey(&elif, &mut key);
        story.by_passkey(&story.shown(&mut key)).unwrap();
        story.by_passkey(&story.shown(&mut key)).unwrap();
        key.count -= 1;
        assert_eq!(
            refused(story.by_passkey(&story.shown(&mut key))).1,
            "error-passkey-refused"
        );
        story.by_passkey(&story.shown(&mut key)).unwrap();
    });
}

#[test]
fn a_passkey_is_its_owners_and_goes_when_it_is_removed() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        story.person("mallory", &["rival"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let mallory = story.signed_in("mallory");
        let (mut phone, mut rogue) = (device(), Authenticator::of_ed25519("https://hub.example"));
        story.add_passkey(&elif, &mut phone);
        story.add_passkey(&mallory, &mut rogue);

        // Mallory's own key, shown as Elif's.
        let own = rogue.user.clone();
        rogue.user = phone.user.clone();
        assert_eq!(
            refused(story.by_passkey(&story.shown(&mut rogue))).1,
            "error-passkey-unknown"
        );
        let id = rogue.id.clone();
        rogue.id.clone_from(&phone.id);
        assert_eq!(
            refused(story.by_passkey(&story.shown(&mut rogue))).1,
            "error-passkey-refused"
        );
        (rogue.user, rogue.id) = (own, id);

        let asked = run(hub.ask_new_passkey(&elif, &party())).unwrap();
        assert_eq!(
            asked.exclude_credentials,
            vec![json!({ "type": "public-key", "id": encoded(&phone.id) })]
        );
        let again = phone.make(&json!(asked));
        let add =
            |visitor: &Visitor, name: &str, made: &str| run(hub.add_passkey(visitor, &party(), name, made));
        assert_eq!(refused(add(&mallory, "Phone", &again)).1, "error-passkey-refused");
        assert_eq!(refused(add(&elif, "Phone", &again)).1, "error-passkey-twice");
        assert_eq!(refused(add(&elif, "  ", &again)).1, "error-passkey-name");
        assert_eq!(
            refused(add(&elif, &"x".repeat(81), &again)).1,
            "error-passkey-name"
        );

        // Somebody at Elif's browser shows a passkey, but not one of hers.
        wait(15 * 60);
        let prove = |answer: &str| run(hub.prove_by_passkey(&elif, &party(), answer));
        let asked = json!(run(hub.ask_proof(&elif, &party())).unwrap());
        assert_eq!(refused(prove(&rogue.show(&asked))).1, "error-passkey-unknown");
        let sign_in = story.shown(&mut phone);
        assert_eq!(
            refused(prove(&sign_in)).1,
            "error-passkey-refused",
            "asked for something else"
        );
        let elif = story.visitor(&prove(&phone.show(&asked)).unwrap());

        let passkey = &run(hub.account(&elif)).unwrap().passkeys[0];
        assert_eq!(
            (&*passkey.name, passkey.used_at),
            ("Phone", Some((story.clock)()))
        );
        let mallory = story.signed_in("mallory");
        assert!(gone(run(hub.remove_passkey(&mallory, passkey.id))));
        run(hub.remove_passkey(&elif, passkey.id)).unwrap();
        assert_eq!(
            refused(story.by_passkey(&story.shown(&mut phone))).1,
            "error-passkey-unknown"
        );
    });
}
