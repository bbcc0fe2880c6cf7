//! Accounts that were opened by a link which whoever invited their owner could see too.

use crate::world::run;
use firstline_domain::role::Role;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::people::Newcomer;
use firstline_hub::recovery::Added;
use firstline_hub::scim::{Email, Names, Said, Wanted};
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::testing::on_each_engine;

use crate::story::*;

#[test]
fn a_letter_leaves_an_account_to_whoever_has_its_address_alone() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("olga", &["altan"]);
        let (hub, to) = (story.hub(), email("victim"));
        let new = NewInvitation {
            organisation: None,
            email: to.clone(),
            roles: vec![Role::GlobalAdmin],
        };
        let link = run(hub.invite(&story.signed_in("olga").scope, new))
            .unwrap()
            .secret
            .unwrap();

        // Olga follows it herself, and leaves a passkey and an app of hers.
        let newcomer = Newcomer {
            name: "Victim".to_owned(),
            password: OTHER.to_owned(),
        };
        let session = run(hub.accept_invitation(&link, newcomer, &here())).unwrap();
        let stolen = story.visitor(&session);
        assert!(!run(hub.account(&stolen)).unwrap().is_confirmed);
        let mut of_olga = device();
        story.add_passkey(&stolen, &mut of_olga);
        story.add_second_factor(&stolen);
        assert!(story.by_passkey(&story.shown(&mut of_olga)).is_ok());

        let reset = |password: &str| {
            run(hub.ask_reset(&to, &here())).unwrap();
            let letter = story.letter(&stolen, &to);
            run(hub.reset(&letter, password, &here())).unwrap();
        };
        reset(PASSWORD);
        assert!(who(hub, &session).is_none());
        assert!(story.by_passkey(&story.shown(&mut of_olga)).is_err());
        let own = story.signed_in("victim");
        let account = run(hub.account(&own)).unwrap();
        assert!(account.is_confirmed && account.passkeys.is_empty() && account.second_factor.is_none());

        // What is added from now on is its owner's: another letter leaves it.
        let mut of_owner = device();
        story.add_passkey(&own, &mut of_owner);
        reset(OTHER);
        assert!(story.by_passkey(&story.shown(&mut of_owner)).is_ok());
    });
}

/// Whoever opened the account of somebody else's address, by an invitation of their own organisation.
fn stranger(story: &Story, to: &str) -> std::sync::Arc<Visitor> {
    story.person("olga", &["altan"]);
    let hub = story.hub();
    let new = NewInvitation {
        organisation: None,
        email: to.to_owned(),
        roles: vec![Role::AdminAgent],
    };
    let invited = run(hub.invite(&story.signed_in("olga").scope, new)).unwrap();
    let newcomer = Newcomer {
        name: "Victim".to_owned(),
        password: OTHER.to_owned(),
    };
    let session = run(hub.accept_invitation(&invited.secret.unwrap(), newcomer, &here())).unwrap();
    story.visitor(&session)
}

/// What is held of somebody, as they take it out.
fn taken_out(story: &Story, visitor: &Visitor) -> serde_json::Value {
    let mut dossier = run(story.hub().own_dossier(&visitor.scope)).unwrap();
    let mut out = Vec::new();
    while let Some(piece) = run(dossier.next()).unwrap() {
        out.extend(piece);
    }
    serde_json::from_slice(&out).unwrap()
}

fn invite_from_rival(story: &Story, to: &str) -> String {
    story.person("rosa", &["rival"]);
    let new = NewInvitation {
        organisation: None,
        email: to.to_owned(),
        roles: vec![Role::GlobalAdmin],
    };
    let invited = run(story.hub().invite(&story.signed_in("rosa").scope, new));
    invited.unwrap().secret.unwrap()
}

#[test]
fn what_others_wrote_to_an_address_is_not_shown_to_whoever_only_claims_it() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        let (hub, to) = (story.hub(), email("victim"));
        let claims = stranger(&story, &to);
        let link = invite_from_rival(&story, &to);
        let seen = |visitor: &Visitor| {
            let all = taken_out(&story, visitor);
            let of_rival = |kind: &str| {
                let rows = all[kind].as_array().unwrap();
                rows.iter().filter(|row| row["organisation"] == "rival").count()
            };
            (of_rival("links"), of_rival("messages"))
        };
        assert_eq!(seen(&claims), (0, 0));
        assert!(
            !taken_out(&story, &claims)["links"].as_array().unwrap().is_empty(),
            "the invitation that they took"
        );

        // Asking for a link to an address shows nothing of it either.
        let olga = story.signed_in("olga");
        run(hub.ask_address(&olga, &to)).unwrap();
        assert_eq!(seen(&olga), (0, 0));

        // Erasing them takes away nothing that others wrote to the address.
        run(hub.erase_colleague(&olga.scope, "victim")).unwrap();
        assert!(run(hub.open_link(&link)).is_ok());
        let newcomer = Newcomer {
            name: "Victim".to_owned(),
            password: PASSWORD.to_owned(),
        };
        let session = run(hub.accept_invitation(&link, newcomer, &here())).unwrap();
        assert_eq!(story.visitor(&session).organisation.handle, "rival");
    });
}

#[test]
fn whoever_has_the_address_sees_what_was_written_to_it() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        story.person("victim", &["altan"]);
        invite_from_rival(&story, &email("victim"));
        let all = taken_out(&story, &story.signed_in("victim"));
        for kind in ["links", "messages"] {
            let rows = all[kind].as_array().unwrap();
            assert!(rows.iter().any(|row| row["organisation"] == "rival"), "{kind}");
        }
    });
}

/// Nothing that whoever claimed the account left there opens it.
fn is_rid_of_strangers(story: &Story, to: &str, phone: &mut crate::authenticator::Authenticator) -> bool {
    let by_password = run(story.hub().sign_in(to, OTHER, &here()));
    refused(by_password).1 == "error-sign-in-wrong" && story.by_passkey(&story.shown(phone)).is_err()
}

#[test]
fn an_account_that_somebody_only_claims_is_taken_from_them_when_it_is_let_in_elsewhere() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        let to = email("victim");
        let mut phone = device();
        story.add_passkey(&stranger(&story, &to), &mut phone);
        let added = Added {
            organisation: "rival".to_owned(),
            name: "Victim".to_owned(),
            email: to.clone(),
            roles: vec![Role::GlobalAdmin],
        };
        let (_, link) = run(story.hub().let_in(added)).unwrap();
        assert!(is_rid_of_strangers(&story, &to, &mut phone));
        run(story.hub().reset(&link.unwrap(), PASSWORD, &here())).unwrap();
        done(run(story.hub().sign_in(&to, PASSWORD, &here())));
    });
}

#[test]
fn an_account_that_somebody_only_claims_is_taken_from_them_when_a_directory_brings_it() {
    on_each_engine(|db| {
        let (clock, _) = clock!();
        let story = Story::new(db, clock);
        let (hub, to) = (story.hub(), email("victim"));
        let claims = stranger(&story, &to);
        let mut phone = device();
        story.add_passkey(&claims, &mut phone);
        // Those who let them claim it let go of it, so that it belongs nowhere.
        let olga = story.signed_in("olga");
        run(hub.deprovision(&olga.scope, claims.person.id, None)).unwrap();
        let directory = story
            .world
            .person("rival", Role::UserManagementAdmin)
            .by_token(uuid::Uuid::nil());
        run(hub.provision(&directory, wanted(&to))).unwrap();
        assert!(is_rid_of_strangers(&story, &to, &mut phone));
    });
}

fn wanted(email: &str) -> Wanted {
    Wanted {
        said: Said {
            user_name: email.to_owned(),
            external_id: None,
            names: Names {
                display_name: Some("Victim".to_owned()),
                emails: vec![Email {
                    value: email.to_owned(),
                    kind: None,
                    primary: Some(true),
                }],
                ..Names::default()
            },
        },
        active: true,
        roles: vec![Role::GlobalAdmin],
    }
}
