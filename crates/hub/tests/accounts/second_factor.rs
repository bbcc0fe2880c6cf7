//! The second factor, and what is kept of all secrets.

use crate::world::run;
use firstline_hub::store::link;
use firstline_hub::store::testing::on_each_engine;
use serde_json::{Value, json};
use totp_rs::{Builder, Totp};

use crate::story::*;

#[test]
fn a_code_of_the_app_works_once() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        story.person("mallory", &["rival"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let new = run(hub.begin_second_factor(&elif)).unwrap();
        assert_eq!(
            refused(run(hub.add_second_factor(&elif, &new.sealed, "000000"))).1,
            "error-code-wrong"
        );
        let mallory = story.signed_in("mallory");
        let app = Totp::from_url(&new.url).unwrap();
        let first = story.code(&app);
        assert_eq!(
            refused(run(hub.add_second_factor(&mallory, &new.sealed, &first))).1,
            "error-code-wrong",
            "a key is sealed for its owner"
        );
        run(hub.add_second_factor(&elif, &new.sealed, &first)).unwrap();

        let enter = |step: &str, code: &str| run(hub.sign_in_by_code(step, code, &here()));
        let step = story.as_far_as_the_code("elif");
        assert_eq!(
            refused(enter(&step, &first)),
            ("code".to_owned(), "error-code-wrong"),
            "the code that set it up"
        );
        wait(30);
        let next = story.code(&app);
        let session = enter(&step, &format!(" {} {} ", &next[..3], &next[3..])).unwrap();
        assert_eq!(story.visitor(&session).person.handle, "elif");
        assert!(gone(enter(&step, &next)), "a step is taken once");
        let step = story.as_far_as_the_code("elif");
        assert_eq!(refused(enter(&step, &next)).1, "error-code-wrong", "overheard");
        assert_eq!(refused(enter(&step, &first)).1, "error-code-wrong");
        wait(30);
        enter(&step, &story.code(&app)).unwrap();

        let step = story.as_far_as_the_code("elif");
        wait(5 * 60);
        assert!(
            gone(enter(&step, &story.code(&app))),
            "the password is too long ago"
        );
        assert!(gone(enter("second-factor_aaaa.bbbb", &story.code(&app))));
        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let link = story.letter(&elif, &email("elif"));
        assert!(gone(enter(&link, &story.code(&app))), "a link is no step");
        assert!(
            gone(run(hub.open_link(&story.as_far_as_the_code("elif")))),
            "nor a step a link"
        );
    });
}

#[test]
fn a_code_counts_while_the_app_shows_it_and_says_so_once_it_no_longer_does() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let new = run(hub.begin_second_factor(&elif)).unwrap();
        let app = Totp::from_url(&new.url).unwrap();
        let add = |code: &str| run(hub.add_second_factor(&elif, &new.sealed, code));
        let code = story.code(&app);
        wait(30);
        assert_eq!(refused(add(&code)), ("code".to_owned(), "error-code-late"));
        add(&story.code(&app)).unwrap();

        wait(30);
        let step = story.as_far_as_the_code("elif");
        let enter = |code: &str| run(hub.sign_in_by_code(&step, code, &here()));
        let code = story.code(&app);
        wait(29);
        let next = app.generate(((story.clock)().as_second() + 1).unsigned_abs());
        assert_eq!(
            refused(enter(&next.to_string())).1,
            "error-code-wrong",
            "too early"
        );
        wait(1);
        assert_eq!(refused(enter(&code)).1, "error-code-late");
        let prove = |code: &str| run(hub.prove(&elif, PASSWORD, code));
        assert_eq!(refused(prove(&code)).1, "error-code-late");
        wait(30);
        assert_eq!(refused(enter(&code)).1, "error-code-wrong", "a minute ago");
        let code = story.code(&app);
        enter(&code).unwrap();
        wait(30);
        assert_eq!(refused(prove(&code)).1, "error-code-wrong", "late, but used");
    });
}

#[test]
fn a_recovery_code_works_once_and_is_kept_as_a_digest() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let (_, codes) = story.add_second_factor(&elif);
        assert_eq!(codes.len(), 10);
        let enter = |code: &str| {
            let step = story.as_far_as_the_code("elif");
            run(hub.sign_in_by_code(&step, code, &here()))
        };
        enter(&codes[3].to_uppercase()).unwrap();
        assert_eq!(refused(enter(&codes[3])).1, "error-code-wrong");
        assert_eq!(run(hub.account(&elif)).unwrap().recovery_codes_left, 9);
        enter(&codes[4].replace('-', "")).unwrap();
        assert_eq!(
            refused(enter("aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaaa")).1,
            "error-code-wrong"
        );
        let kept: String = hub
            .db()
            .read_blocking(|tx| {
                tx.query_one(
                    "select secret from credential where kind = 'recovery'",
                    &[],
                    |row| row.get(0),
                )
            })
            .unwrap();
        assert!(!codes.iter().any(|code| kept.contains(&code.replace('-', ""))));

        // A password alone is no proof of somebody who has a second factor.
        for code in ["", "000000", &codes[3]] {
            let refused = refused(run(hub.prove(&elif, PASSWORD, code)));
            assert_eq!(refused, ("code".to_owned(), "error-code-wrong"), "{code}");
        }
        let session = run(hub.prove(&elif, PASSWORD, &codes[6])).unwrap();
        let elif = story.visitor(&session);
        let others = run(hub.new_recovery_codes(&elif)).unwrap();
        assert_eq!(refused(enter(&codes[5])).1, "error-code-wrong");
        enter(&others[5]).unwrap();
        run(hub.remove_second_factor(&elif)).unwrap();
        assert!(gone(run(hub.remove_second_factor(&elif))));
        assert!(gone(run(hub.new_recovery_codes(&elif))));
        story.sign_in("elif");
    });
}

#[test]
fn nothing_that_opens_anything_is_kept_as_it_is_shown() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let session = story.sign_in("elif");
        let elif = story.visitor(&session);
        let new = run(hub.begin_second_factor(&elif)).unwrap();
        let app = Totp::from_url(&new.url).unwrap();
        run(hub.add_second_factor(&elif, &new.sealed, &story.code(&app))).unwrap();
        wait(30);
        let step = story.as_far_as_the_code("elif");
        let kept: Vec<String> = hub
            .db()
            .read_blocking(|tx| {
                let mut kept = Vec::new();
                for table in ["credential", "session", "link", "audit"] {
                    let rows = tx.query(&format!("select * from {table}"), &[], |row| {
                        Ok((0..12)
                            .filter_map(|column| row.get::<Option<String>>(column).ok().flatten())
                            .collect::<Vec<_>>())
                    })?;
                    kept.extend(rows.into_iter().flatten());
                }
                Ok::<_, firstline_hub::store::StoreError>(kept)
            })
            .unwrap();
        assert!(
            kept.iter().any(|text| text.contains("totp")),
            "the tables were read"
        );
        let key = new.key.clone();
        for secret in [PASSWORD, &session, &step, &key] {
            assert!(!kept.iter().any(|text| text.contains(secret)), "{secret}");
        }
        let code = story.code(&app);
        let wrong_key = Builder::new().with_secret(vec![0; 20]).build().unwrap();
        assert_ne!(code, story.code(&wrong_key));
        let spent: Value = json!(run(hub.sign_in_by_code(&step, &code, &here())).is_ok());
        assert_eq!(spent, json!(true));
        let swept = hub.clone();
        wait(25 * 3600);
        swept
            .db()
            .write_blocking(|tx| link::sweep(tx, (story.clock)()))
            .unwrap();
        let left: i64 = hub
            .db()
            .read_blocking(|tx| tx.query_one("select count(*) from link", &[], |row| row.get(0)))
            .unwrap();
        assert_eq!(left, 0, "what ran out is swept away");
    });
}
