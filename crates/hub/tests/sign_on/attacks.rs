//! Whoever wants in without being let in: by the way of the browser, or by what the provider is made to say.

use std::sync::atomic::{AtomicI64, Ordering};

use firstline_hub::sign_in::Origin;
use firstline_hub::sign_on::Answered;
use firstline_hub::store::testing::on_each_engine;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::provider::{Manner, Signed, Someone};
use crate::world::{now, run};
use crate::{DOMAIN, SITE, Stage, nora, refused};

#[test]
fn an_answer_counts_in_the_browser_that_asked_and_once() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let email = format!("nora@{DOMAIN}");
        let begun = stage.begin(&email).unwrap();
        let answered = stage.provider.lets_in(&begun.url, &nora());
        let stale = "error-sign-on-stale";

        let without_state = Answered {
            state: String::new(),
            ..answered.clone()
        };
        assert_eq!(refused(stage.finish(&begun.held, &without_state)), stale);
        let forged = Answered {
            state: "forged".to_owned(),
            ..answered.clone()
        };
        assert_eq!(refused(stage.finish(&begun.held, &forged)), stale);
        assert_eq!(
            refused(stage.finish("", &answered)),
            stale,
            "a browser that holds nothing"
        );
        let other = stage.begin(&email).unwrap();
        assert_eq!(
            refused(stage.finish(&other.held, &answered)),
            stale,
            "another browser"
        );
        // Somebody who puts their own answer into another's browser signs nobody in as them.
        let theirs = stage.provider.lets_in(&other.url, &nora());
        assert_eq!(refused(stage.finish(&begun.held, &theirs)), stale);

        assert_eq!(stage.finish(&begun.held, &answered).unwrap().leads_to, "/ask");
        assert_eq!(refused(stage.finish(&begun.held, &answered)), stale, "once more");
        // With a way of its own, a code that was used is worth nothing at the provider.
        let again = stage.begin(&email).unwrap();
        let mut replayed = stage.provider.lets_in(&again.url, &nora());
        replayed.code = answered.code;
        assert_eq!(
            refused(stage.finish(&again.held, &replayed)),
            "error-sign-on-refused"
        );
    });
}

#[test]
fn a_code_of_another_browser_is_worth_nothing_here() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let begun = stage.begin(&format!("nora@{DOMAIN}")).unwrap();
        let other = stage.begin(&format!("nora@{DOMAIN}")).unwrap();
        let mut answered = stage.provider.lets_in(&begun.url, &nora());
        answered.code = stage.provider.lets_in(&other.url, &nora()).code;
        // The verifier is not the one that the code was asked for with.
        assert_eq!(
            refused(stage.finish(&begun.held, &answered)),
            "error-sign-on-refused"
        );
    });
}

#[test]
fn answers_of_somebody_else_or_elsewhere_are_not_taken() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let begin = || {
            let begun = stage.begin(&format!("nora@{DOMAIN}")).unwrap();
            let answered = stage.provider.lets_in(&begun.url, &nora());
            (begun, answered)
        };
        for issuer in [Some("https://other.example"), Some(""), None] {
            let (begun, answered) = begin();
            let mixed_up = Answered {
                issuer: issuer.map(str::to_owned),
                ..answered
            };
            let said = refused(stage.finish(&begun.held, &mixed_up));
            assert_eq!(said, "error-sign-on-refused", "{issuer:?}");
        }
        let (begun, answered) = begin();
        let elsewhere =
            run(stage
                .hub()
                .finish_sign_on("rival", &begun.held, &answered, SITE, &Origin::default()));
        assert_eq!(refused(elsewhere), "error-sign-on-stale");
        let (begun, answered) = begin();
        let denied = Answered {
            code: String::new(),
            error: Some("access_denied".to_owned()),
            ..answered
        };
        assert_eq!(
            refused(stage.finish(&begun.held, &denied)),
            "error-sign-on-refused"
        );
    });
}

#[test]
fn tokens_are_believed_only_as_the_provider_signs_them() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        for signed in [
            Signed::Es256,
            Signed::EdDsa,
            Signed::Rs256,
            Signed::Ps256,
            Signed::Ps256Short,
        ] {
            stage.provider.behaves(Manner {
                signed,
                ..Manner::default()
            });
            assert_eq!(refused(stage.signs_in(&nora())), "done", "{signed:?}");
        }
        for signed in [Signed::ByAnother, Signed::None, Signed::Hs256] {
            stage.provider.behaves(Manner {
                signed,
                ..Manner::default()
            });
            assert_eq!(
                refused(stage.signs_in(&nora())),
                "error-sign-on-refused",
                "{signed:?}"
            );
        }
    });
}

#[test]
fn a_strict_hub_believes_approved_signatures_alone() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        stage.hub().keep_strict();
        for (signed, said) in [
            (Signed::Es256, "done"),
            (Signed::EdDsa, "done"),
            (Signed::Ps256, "done"),
            (Signed::Ps256Short, "error-sign-on-refused"),
            (Signed::Rs256, "error-sign-on-refused"),
            (Signed::ByAnother, "error-sign-on-refused"),
        ] {
            stage.provider.behaves(Manner {
                signed,
                ..Manner::default()
            });
            assert_eq!(refused(stage.signs_in(&nora())), said, "{signed:?}");
        }
    });
}

type Lie = (&'static str, fn(&mut Value));

/// One thing of a token that is not as it should be, each.
const LIES: [Lie; 17] = [
    ("another issuer", |it| it["iss"] = json!("http://other.localhost")),
    ("no issuer", |it| it["iss"] = json!(null)),
    ("another audience", |it| it["aud"] = json!("somebody")),
    ("an audience without us", |it| it["aud"] = json!(["a", "b"])),
    ("several audiences without saying whose", |it| {
        it["aud"] = json!(["firstline", "somebody"]);
    }),
    ("a party that is another", |it| it["azp"] = json!("somebody")),
    ("no audience", |it| it["aud"] = json!([])),
    ("another nonce", |it| it["nonce"] = json!("replayed")),
    ("no nonce", |it| it["nonce"] = json!(null)),
    ("expired", |it| {
        it["exp"] = json!(it["iat"].as_i64().unwrap() - 61)
    }),
    ("without an end", |it| it["exp"] = json!(null)),
    ("made long ago", |it| {
        it["iat"] = json!(it["iat"].as_i64().unwrap() - 3600)
    }),
    ("made in the future", |it| {
        it["iat"] = json!(it["iat"].as_i64().unwrap() + 120)
    }),
    ("not yet true", |it| {
        it["nbf"] = json!(it["iat"].as_i64().unwrap() + 120)
    }),
    ("without its making", |it| it["iat"] = json!("yesterday")),
    ("of nobody", |it| it["sub"] = json!("")),
    ("of somebody who is no text", |it| it["sub"] = json!(7)),
];

#[test]
fn each_lie_of_a_token_is_seen() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        for (what, claims) in LIES {
            stage.provider.behaves(Manner {
                claims,
                ..Manner::default()
            });
            assert_eq!(
                refused(stage.signs_in(&nora())),
                "error-sign-on-refused",
                "{what}"
            );
        }
        let of_us: fn(&mut Value) = |it| {
            it["aud"] = json!(["firstline", "somebody"]);
            it["azp"] = json!("firstline");
        };
        stage.provider.behaves(Manner {
            claims: of_us,
            ..Manner::default()
        });
        assert_eq!(refused(stage.signs_in(&nora())), "done");
    });
}

#[test]
fn only_an_address_that_is_vouched_for_and_in_an_own_domain_lets_anybody_in() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let lies: [Lie; 6] = [
            ("not verified", |it| it["email_verified"] = json!(false)),
            ("verified by a word", |it| it["email_verified"] = json!("true")),
            ("not said to be", |it| {
                it.as_object_mut().unwrap().remove("email_verified");
            }),
            ("a foreign domain", |it| it["email"] = json!("elif@altan.example")),
            ("one below", |it| it["email"] = json!("x@sub.altan.localhost")),
            ("no address", |it| it["email"] = json!("nora")),
        ];
        for (what, claims) in lies {
            stage.provider.behaves(Manner {
                claims,
                ..Manner::default()
            });
            assert_eq!(refused(stage.signs_in(&nora())), "error-sign-on-email", "{what}");
        }
    });
}

#[test]
fn what_stands_beside_the_token_is_about_the_same_person_or_nobody() {
    on_each_engine(|db| {
        let stage = Stage::ready(db);
        let apart = Manner {
            apart: true,
            ..Manner::default()
        };
        stage.provider.behaves(apart);
        assert_eq!(refused(stage.signs_in(&nora())), "done");
        let lies: [Lie; 2] = [
            ("of another", |it| it["sub"] = json!("boss")),
            ("of nobody", |it| it["sub"] = json!(null)),
        ];
        for (what, userinfo) in lies {
            stage.provider.behaves(Manner { userinfo, ..apart });
            assert_eq!(
                refused(stage.signs_in(&nora())),
                "error-sign-on-refused",
                "{what}"
            );
        }
    });
}

#[test]
fn new_keys_are_read_when_a_token_names_them_and_not_more_than_once_a_minute() {
    static AHEAD: AtomicI64 = AtomicI64::new(0);
    fn clock() -> Timestamp {
        now() + SignedDuration::from_secs(AHEAD.load(Ordering::SeqCst))
    }
    on_each_engine(|db| {
        AHEAD.store(0, Ordering::SeqCst);
        let stage = Stage::ready_at(db, clock);
        assert_eq!(refused(stage.signs_in(&nora())), "done");
        let before = stage.provider.asked("/keys");
        stage.provider.rotates_its_keys();
        assert_eq!(refused(stage.signs_in(&nora())), "error-sign-on-refused");
        assert_eq!(
            stage.provider.asked("/keys"),
            before,
            "they were read a moment ago"
        );
        AHEAD.store(60, Ordering::SeqCst);
        assert_eq!(refused(stage.signs_in(&nora())), "done");
        assert_eq!(stage.provider.asked("/keys"), before + 1);
        let stranger = Someone {
            subject: "other",
            ..nora()
        };
        stage.provider.rotates_its_keys();
        for _ in 0..3 {
            assert_eq!(refused(stage.signs_in(&stranger)), "error-sign-on-refused");
        }
        assert_eq!(stage.provider.asked("/keys"), before + 1);
    });
}

#[test]
fn a_sign_in_that_takes_too_long_is_over() {
    static AHEAD: AtomicI64 = AtomicI64::new(0);
    fn clock() -> Timestamp {
        now() + SignedDuration::from_secs(AHEAD.load(Ordering::SeqCst))
    }
    on_each_engine(|db| {
        AHEAD.store(0, Ordering::SeqCst);
        let stage = Stage::ready_at(db, clock);
        let begun = stage.begin(&format!("nora@{DOMAIN}")).unwrap();
        let answered = stage.provider.lets_in(&begun.url, &nora());
        AHEAD.store(15 * 60, Ordering::SeqCst);
        assert_eq!(
            refused(stage.finish(&begun.held, &answered)),
            "error-sign-on-stale"
        );
    });
}
