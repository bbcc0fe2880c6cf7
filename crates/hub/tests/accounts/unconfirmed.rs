//! Accounts that were opened by a link which whoever invited their owner could see too.

use crate::world::run;
use firstline_domain::role::Role;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::people::Newcomer;
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
