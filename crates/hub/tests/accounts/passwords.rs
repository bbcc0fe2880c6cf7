//! Changing what one is known by: password and address, by links and by showing anew who one is.

use crate::world::run;
use firstline_domain::role::Role;
use firstline_hub::HubError;
use firstline_hub::breached::Breached;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::people::Newcomer;
use firstline_hub::sign_in::{Origin, Shown, Visitor};
use firstline_hub::store::credential;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::NewToken;
use uuid::Uuid;

use crate::story::*;

#[test]
fn a_new_password_ends_every_other_session_and_whatever_the_old_one_began() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let (phone, desk) = (story.sign_in("elif"), story.sign_in("elif"));
        let elif = story.visitor(&desk);
        let hub = story.hub();
        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let link = story.letter(&elif, &email("elif"));
        let change = |present: &str, new: &str| run(hub.change_password(&elif, present, new));
        assert_eq!(
            refused(change(OTHER, OTHER)),
            ("present".to_owned(), "error-password-wrong")
        );
        assert_eq!(refused(change(PASSWORD, "short")).1, "error-password-short");
        assert_eq!(
            refused(change(PASSWORD, "Password1234!")).1,
            "error-password-common"
        );
        assert!(who(hub, &phone).is_some());

        // However long ago the sign-in was: the present password is proof enough.
        wait(3600);
        let renewed = change(PASSWORD, OTHER).unwrap();
        assert!(who(hub, &phone).is_none());
        assert!(who(hub, &desk).is_none(), "this one goes on under another secret");
        assert_eq!(story.visitor(&renewed).by, elif.by);
        assert!(gone(run(hub.open_link(&link))));
        assert_eq!(
            refused(run(hub.sign_in(&email("elif"), PASSWORD, &here()))).1,
            "error-sign-in-wrong"
        );
        done(run(hub.sign_in(&email("elif"), OTHER, &here())));
    });
}

#[test]
fn what_one_is_known_by_is_changed_only_by_whoever_just_showed_who_they_are() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let session = story.sign_in("elif");
        let elif = story.visitor(&session);
        let hub = story.hub();
        run(hub.begin_second_factor(&elif)).unwrap();
        wait(15 * 60);
        assert!(unproved(run(hub.begin_second_factor(&elif))));
        assert!(unproved(run(hub.add_second_factor(&elif, "sealed", "123456"))));
        assert!(unproved(run(hub.remove_second_factor(&elif))));
        assert!(unproved(run(hub.new_recovery_codes(&elif))));
        assert!(unproved(run(hub.ask_new_passkey(&elif, &party()))));
        assert!(unproved(run(hub.remove_passkey(&elif, Uuid::now_v7()))));
        assert!(unproved(run(hub.ask_address(&elif, "new@people.example"))));

        assert_eq!(
            refused(run(hub.prove(&elif, OTHER, ""))).1,
            "error-password-wrong"
        );
        let renewed = run(hub.prove(&elif, PASSWORD, "")).unwrap();
        assert!(who(hub, &session).is_none(), "the secret from before is no more");
        run(hub.begin_second_factor(&story.visitor(&renewed))).unwrap();

        let token = NewToken {
            name: "machine".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 1,
        };
        let (_, token) = run(hub.make_token(&elif.scope, token)).unwrap();
        let machine = run(hub.signed_in(Shown::Token(&token), None)).unwrap().unwrap();
        assert!(unproved(run(hub.begin_second_factor(&machine))));
        assert!(matches!(run(hub.account(&machine)), Err(HubError::NotAllowed)));
        assert!(matches!(
            run(hub.prove(&machine, PASSWORD, "")),
            Err(HubError::NotAllowed)
        ));
    });
}

#[test]
fn a_link_for_a_new_password_works_once_and_only_for_whom_it_was_written() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let session = story.sign_in("elif");
        let elif = story.visitor(&session);
        for nobody in ["nobody@people.example", "", "not an address"] {
            run(hub.ask_reset(nobody, &here())).unwrap();
        }
        assert!(story.letters(&elif, "nobody@people.example").is_empty());
        run(hub.ask_reset("ELIF@people.example", &here())).unwrap();
        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let links = story.letters(&elif, &email("elif"));
        assert_eq!(links.len(), 2, "asking again takes nothing away");

        let reset = |link: &str, new: &str| run(hub.reset(link, new, &here()));
        assert_eq!(refused(reset(&links[0], "qwertyuiop")).1, "error-password-common");
        let device = reset(&links[0], OTHER).unwrap();
        assert!(who(hub, &session).is_none(), "signed out everywhere");
        assert!(gone(reset(&links[0], PASSWORD)), "used");
        assert!(gone(reset(&links[1], PASSWORD)), "the other went with it");
        done(run(hub.sign_in(&email("elif"), OTHER, &here())));
        let browser = Origin::new(None, "", None, Some(&device));
        done(run(hub.sign_in(&email("elif"), OTHER, &browser)));

        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let late = story.letter(&elif, &email("elif"));
        wait(3600);
        assert!(gone(reset(&late, PASSWORD)), "too late");
        for _ in 0..10 {
            run(hub.ask_reset(&email("elif"), &at("203.0.113.9"))).unwrap();
        }
        assert_eq!(
            story.letters(&elif, &email("elif")).len(),
            3 + 5,
            "nobody is flooded with letters"
        );
    });
}

#[test]
fn a_new_address_counts_once_its_owner_has_opened_the_link() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let story = Story::new(db, clock);
        for (handle, organisation) in [("elif", "altan"), ("defne", "altan"), ("mallory", "rival")] {
            story.person(handle, &[organisation]);
        }
        let hub = story.hub();
        let elif = story.signed_in("elif");
        let mallory = story.signed_in("mallory");
        let confirm = |visitor: &Visitor, link: &str| run(hub.confirm_address(visitor, link));
        assert_eq!(refused(run(hub.ask_address(&elif, "elif"))).1, "error-email");

        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let reset = story.letter(&elif, &email("elif"));
        run(hub.ask_address(&elif, "demir@people.example")).unwrap();
        let link = story.letter(&elif, "demir@people.example");
        assert!(gone(confirm(&mallory, &link)), "stolen");
        assert!(
            gone(run(hub.reset(&link, OTHER, &here()))),
            "it is for nothing else"
        );
        confirm(&elif, &link).unwrap();
        assert!(gone(confirm(&elif, &link)), "used");
        assert!(
            gone(run(hub.reset(&reset, OTHER, &here()))),
            "who has the address from before gets in no more"
        );
        done(run(hub.sign_in("demir@people.example", PASSWORD, &here())));
        assert_eq!(
            refused(run(hub.sign_in(&email("elif"), PASSWORD, &here()))).1,
            "error-sign-in-wrong"
        );

        // Asking says nothing of who has an account, and the link gives nobody somebody else's address.
        run(hub.ask_address(&elif, &email("defne"))).unwrap();
        assert!(gone(confirm(&elif, &story.letter(&elif, &email("defne")))));
        run(hub.ask_address(&elif, "free@people.example")).unwrap();
        let meanwhile = story.letter(&elif, "free@people.example");
        run(hub.ask_address(&mallory, "Free@people.example")).unwrap();
        confirm(&mallory, &story.letter(&mallory, "Free@people.example")).unwrap();
        assert!(gone(confirm(&elif, &meanwhile)), "taken meanwhile");

        run(hub.ask_address(&elif, "one@people.example")).unwrap();
        run(hub.ask_address(&elif, "two@people.example")).unwrap();
        let (one, two) = (
            story.letter(&elif, "one@people.example"),
            story.letter(&elif, "two@people.example"),
        );
        assert!(gone(confirm(&elif, &one)), "only the last counts");
        wait(24 * 3600);
        assert!(gone(confirm(&elif, &two)), "too late");
    });
}

#[test]
fn a_password_that_was_hashed_otherwise_is_hashed_anew_when_its_owner_signs_in() {
    use argon2::password_hash::PasswordHasher;
    use argon2::{Algorithm, Argon2, Params, Version};

    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let elif = story.signed_in("elif").person.id;
        let kept = || {
            let kept = hub.db().read_blocking(|tx| credential::of(tx, elif, "password"));
            kept.unwrap().pop().unwrap()
        };
        let of_now = kept();
        done(run(hub.sign_in(&email("elif"), PASSWORD, &here())));
        assert_eq!(kept().secret, of_now.secret, "nothing to make anew");

        let weaker = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(64, 1, 1, None).unwrap(),
        );
        let weak = weaker
            .hash_password_with_salt(PASSWORD.as_bytes(), &[7; 16])
            .unwrap()
            .to_string();
        let put = |secret: &str| {
            let before = kept();
            let db = hub.db();
            db.write_blocking(|tx| credential::used(tx, elif, &before, secret, (story.clock)()))
        };
        assert!(put(&weak).unwrap());
        assert_eq!(
            refused(run(hub.sign_in(&email("elif"), OTHER, &here()))).1,
            "error-sign-in-wrong"
        );
        assert_eq!(kept().secret, weak, "only its owner has it made anew");
        done(run(hub.sign_in(&email("elif"), PASSWORD, &here())));
        assert!(kept().secret.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        done(run(hub.sign_in(&email("elif"), PASSWORD, &here())));
    });
}

#[test]
fn a_password_that_is_known_from_a_breach_is_chosen_by_nobody() {
    /// The SHA-1 of [`OTHER`], with others around it.
    const KNOWN: &str = "0000000000000000000000000000000000000000:3\n\
        AE42624632237F980B81A4EAAC64A9FD7B6A54C4:41\n\
        FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF:1\n";
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("elif", &["altan"]);
        let hub = story.hub();
        let file = std::env::temp_dir().join(format!("firstline-known-{}", Uuid::now_v7()));
        std::fs::write(&file, KNOWN).unwrap();
        hub.refuse_breached(Breached::open(&file).unwrap());
        std::fs::remove_file(&file).unwrap();

        let elif = story.signed_in("elif");
        let breached = ("password".to_owned(), "error-password-breached");
        assert_eq!(
            refused(run(hub.change_password(&elif, PASSWORD, OTHER))),
            breached
        );
        assert_eq!(refused(run(hub.set_password("elif", OTHER))), breached);
        run(hub.ask_reset(&email("elif"), &here())).unwrap();
        let link = story.letter(&elif, &email("elif"));
        assert_eq!(refused(run(hub.reset(&link, OTHER, &here()))), breached);
        let new = NewInvitation {
            organisation: None,
            email: email("defne"),
            roles: vec![Role::GlobalAdmin],
        };
        let invitation = run(hub.invite(&elif.scope, new)).unwrap().secret.unwrap();
        let defne = |password: &str| Newcomer {
            name: "Defne".to_owned(),
            password: password.to_owned(),
        };
        let join = |password: &str| run(hub.accept_invitation(&invitation, defne(password), &here()));
        assert_eq!(refused(join(OTHER)), breached);
        join("eight tall lighthouses").unwrap();
        run(hub.reset(&link, "six small lighthouses", &here())).unwrap();
    });
}
