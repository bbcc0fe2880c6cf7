//! How a hub begins.

use crate::world::{now, run};
use crate::{PASSWORD, first, gone, here, later, new_hub, newcomer, refused, visitor};
use firstline_domain::id::PersonId;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_hub::link::Purpose;
use firstline_hub::people::Newcomer;
use firstline_hub::set_up::SetUp;
use firstline_hub::sign_in::Origin;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::store::testing::on_each_engine;
use uuid::Uuid;

#[test]
fn a_hub_is_set_up_once() {
    on_each_engine(|db| {
        let hub = new_hub(db);
        let stale = hub.set_up_link().unwrap().unwrap();
        let link = hub.set_up_link().unwrap().unwrap();
        assert!(
            gone(run(hub.open_link(&stale))),
            "a restart makes the link before it useless"
        );
        let opened = run(hub.open_link(&link)).unwrap();
        assert_eq!((opened.purpose, opened.organisation), (Purpose::SetUp, None));

        let wrong = SetUp {
            organisation: " ".to_owned(),
            email: "ada at operator".to_owned(),
            newcomer: Newcomer {
                name: String::new(),
                password: "short".to_owned(),
            },
        };
        assert_eq!(
            refused(run(hub.set_up(&link, wrong, &here()))),
            [
                ("organisation".to_owned(), "error-name"),
                ("name".to_owned(), "error-name"),
                ("email".to_owned(), "error-email"),
                ("password".to_owned(), "error-password-short"),
            ]
        );
        let session =
            run(hub.set_up(&link, first("Meridian Pazarı", "ada@meridian.example"), &here())).unwrap();
        let ada = visitor(&hub, &session).unwrap();
        assert_eq!(ada.organisation.handle, "meridian-pazari");
        assert_eq!(ada.organisation.kinds, [PartyKind::Operator]);
        assert_eq!(ada.scope.roles(), [Role::OperatorAdmin]);

        assert!(gone(run(hub.open_link(&link))));
        let again = first("Another", "eve@else.example");
        assert!(gone(run(hub.set_up(&link, again.clone(), &here()))));
        assert_eq!(hub.set_up_link().unwrap(), None);
        assert!(run(hub.sign_in("ada@meridian.example", PASSWORD, &here())).is_ok());
        assert!(run(hub.sign_in("eve@else.example", PASSWORD, &here())).is_err());
    });
}

#[test]
fn a_set_up_link_runs_out_and_cannot_be_made_up() {
    on_each_engine(|db| {
        let hub = new_hub(db);
        assert!(
            gone(run(hub.open_link("set-up_aaaa.bbbb"))),
            "before any link was given"
        );
        let link = hub.set_up_link().unwrap().unwrap();
        assert!(gone(run(later(&hub).open_link(&link))));
        let (secret, _) = link.rsplit_once('.').unwrap();
        let forged = format!("{secret}.{}", "0".repeat(32));
        assert!(gone(run(hub.open_link(&forged))));
        assert!(gone(run(hub.open_link(secret))));
        assert!(gone(run(hub.accept_invitation(&link, newcomer("Eve"), &here()))));
        assert!(gone(run(hub.reset(&link, PASSWORD, &Origin::default()))));
        assert!(run(hub.open_link(&link)).is_ok(), "none of that used it up");
    });
}

#[test]
fn an_import_that_came_first_is_named_and_its_people_are_kept() {
    on_each_engine(|db| {
        let hub = new_hub(db);
        let own = hub.own_scope("operator", "Operator").unwrap();
        let imported = |handle: &str, role: Role| Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: format!("{handle}@meridian.example"),
                language: None,
            },
            organisation: own.organisation,
            roles: vec![role],
            active: true,
        };
        for handle in ["ada", "oscar"] {
            let member = imported(handle, Role::OperatorAgent);
            hub.db()
                .write_blocking(|tx| person::put(tx, &own, &member, now()))
                .unwrap();
        }
        run(hub.set_password("oscar", PASSWORD)).unwrap();

        let link = hub.set_up_link().unwrap().unwrap();
        let known = run(hub.open_link(&link)).unwrap().organisation.unwrap();
        assert_eq!((&*known.handle, &*known.name), ("operator", "Operator"));
        // Who has a password has shown who they are; nobody takes their account by setting the hub up.
        let taken = run(hub.set_up(&link, first("Meridian", "oscar@meridian.example"), &here()));
        assert_eq!(refused(taken), [("email".to_owned(), "error-email-taken")]);
        let session = run(hub.set_up(&link, first("Meridian", "Ada@Meridian.example"), &here())).unwrap();
        let ada = visitor(&hub, &session).unwrap();
        assert_eq!(
            (&*ada.person.handle, &*ada.organisation.name),
            ("ada", "Meridian")
        );
        assert_eq!(ada.organisation.id, own.organisation);
        assert_eq!(ada.scope.roles(), [Role::OperatorAdmin]);
        assert_eq!(hub.own_scope("operator", "Operator").unwrap(), own);
    });
}
