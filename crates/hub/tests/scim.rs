//! People that another program manages (SCIM): what it may say of whom, and what it may not; on both engines.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod records;
mod world;

use firstline_domain::id::PersonId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::audit::Sought;
use firstline_hub::scim::{Email, Names, Said, User, Wanted};
use firstline_hub::store::person::{self, Person};
use firstline_hub::store::testing::on_each_engine;
use uuid::Uuid;
use world::{World, run};

/// A directory of an organisation, by its token.
fn directory(world: &World, organisation: &str) -> Scope {
    world
        .person(organisation, Role::UserManagementAdmin)
        .by_token(Uuid::nil())
}

fn wanted(email: &str, name: &str, roles: &[Role]) -> Wanted {
    Wanted {
        said: Said {
            user_name: email.to_owned(),
            external_id: Some("7".to_owned()),
            names: Names {
                display_name: Some(name.to_owned()),
                emails: vec![Email {
                    value: email.to_owned(),
                    kind: None,
                    primary: Some(true),
                }],
                ..Names::default()
            },
        },
        active: true,
        roles: roles.to_vec(),
    }
}

fn refused<T>(result: Result<T, HubError>) -> &'static str {
    match result.map(drop) {
        Err(HubError::Invalid(fields)) => fields[0].key,
        other => panic!("not refused: {other:?}"),
    }
}

fn missing<T>(result: Result<T, HubError>) -> bool {
    matches!(result, Err(HubError::NotFound(_)))
}

fn on_record(world: &World, id: PersonId) -> Person {
    let found = world.hub.db().read_blocking(|tx| person::by_id(tx, id));
    found.unwrap().unwrap()
}

/// Has the directory change somebody from how they stand on record.
fn change(
    world: &World,
    scope: &Scope,
    id: PersonId,
    edit: impl FnOnce(&mut Wanted),
) -> Result<User, HubError> {
    let before = Wanted::of(&run(world.hub.scim_user(scope, id)).unwrap());
    let mut wanted = before.clone();
    edit(&mut wanted);
    run(world.hub.reprovision(scope, id, &before.version(), wanted))
}

#[test]
fn a_directory_brings_somebody_changes_them_and_takes_them_away() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, scope) = (&world.hub, directory(&world, "altan"));
        let new = wanted("ada@altan.example", "Ada Frost", &[Role::SalesAgent]);
        let made = run(hub.provision(&scope, new.clone())).unwrap();
        let id = made.member.person.id;
        assert_eq!((Wanted::of(&made), made.own), (new.clone(), false));
        assert_eq!(on_record(&world, id).name, "Ada Frost");
        assert_eq!(
            refused(run(hub.provision(&scope, new.clone()))),
            "error-member-already"
        );

        // Nobody has signed in to it: the directory says what she is called.
        let changed = change(&world, &scope, id, |ada| {
            ada.said.names.display_name = Some("Ada Snow".to_owned());
            ada.said.names.emails[0].value = "snow@altan.example".to_owned();
            ada.roles = vec![Role::HelpdeskAgent, Role::SalesAgent];
            ada.active = false;
        })
        .unwrap();
        assert!(!changed.member.active && changed.member.roles.len() == 2);
        let person = on_record(&world, id);
        assert_eq!(
            (person.name.as_str(), person.email.as_str()),
            ("Ada Snow", "snow@altan.example")
        );
        let old = Wanted::of(&made).version();
        assert!(matches!(
            run(hub.reprovision(&scope, id, &old, new.clone())),
            Err(HubError::Changed)
        ));

        run(hub.deprovision(&scope, id, None)).unwrap();
        assert!(missing(run(hub.scim_user(&scope, id))));
        // The account is nowhere at home, and can come back.
        let again = wanted("snow@altan.example", "Somebody Else", &[]);
        let back = run(hub.provision(&scope, again)).unwrap();
        assert_eq!(back.member.person.id, id);
        assert_eq!(on_record(&world, id).name, "Somebody Else");

        let admin = world.person("altan", Role::GlobalAdmin);
        let found = run(hub.audit(&admin, &Sought::default(), 50)).unwrap();
        let acts: Vec<&str> = found.entries.iter().map(|entry| entry.act.as_str()).collect();
        assert_eq!(
            acts,
            [
                "provision-person",
                "remove-person",
                "edit-person",
                "change-roles",
                "deactivate-person",
                "provision-person"
            ]
        );
    });
}

#[test]
fn somebody_of_another_organisation_is_neither_taken_nor_renamed() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, own, rival) = (&world.hub, directory(&world, "altan"), directory(&world, "rival"));
        let new = wanted("ada@people.example", "Ada Frost", &[Role::SalesAgent]);
        let ada = run(hub.provision(&own, new)).unwrap().member.person.id;

        let taken = wanted("other", "Mallory", &[]);
        let taken = Wanted {
            said: Said {
                names: Names {
                    emails: vec![Email {
                        value: "ADA@people.example".to_owned(),
                        kind: None,
                        primary: None,
                    }],
                    ..taken.said.names
                },
                ..taken.said
            },
            ..taken
        };
        assert_eq!(refused(run(hub.provision(&rival, taken))), "error-scim-elsewhere");
        assert!(missing(run(hub.scim_user(&rival, ada))));
        assert!(missing(run(hub.deprovision(&rival, ada, None))));
        let mine = run(hub.provision(&rival, wanted("bo@people.example", "Bo", &[]))).unwrap();
        let stolen = change(&world, &rival, mine.member.person.id, |bo| {
            bo.said.names.emails[0].value = "ada@people.example".to_owned();
        });
        assert_eq!(refused(stolen), "error-email-taken");

        // She belongs to both by now: each calls her what it likes, and she stays who she is.
        world.employ("both", "Both Ways", "altan", Role::SalesAgent);
        world.employ("both", "Both Ways", "rival", Role::SalesAgent);
        let both = world
            .hub
            .db()
            .read_blocking(|tx| person::by_handle(tx, "both"))
            .unwrap()
            .unwrap();
        let called = change(&world, &rival, both.id, |both| {
            both.said.names.display_name = Some("Mallory".to_owned());
            both.said.names.emails[0].value = "mallory@rival.example".to_owned();
        })
        .unwrap();
        assert!(called.own);
        assert_eq!(
            Wanted::of(&called).said.names.display_name.as_deref(),
            Some("Mallory")
        );
        assert_eq!(on_record(&world, both.id), both);
        let elsewhere = run(hub.scim_user(&own, both.id)).unwrap();
        assert_eq!(elsewhere.said, None, "the other organisation hears nothing of it");
    });
}

#[test]
fn whoever_signed_in_says_themselves_what_they_are_called() {
    on_each_engine(|db| {
        let world = World::new(db);
        let scope = directory(&world, "altan");
        let elif = world
            .settled("elif", "Elif Kaya", "altan", Role::SalesAgent)
            .person
            .unwrap();
        let before = on_record(&world, elif);
        let changed = change(&world, &scope, elif, |elif| {
            elif.said.names.display_name = Some("E. Kaya".to_owned());
            elif.said.names.emails[0].value = "kaya@altan.example".to_owned();
        })
        .unwrap();
        assert_eq!(
            changed.said.unwrap().names.display_name.as_deref(),
            Some("E. Kaya")
        );
        assert_eq!(on_record(&world, elif), before);
    });
}

#[test]
fn whoever_is_deactivated_is_signed_out_and_somebody_who_gives_roles_is_left() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, scope) = (&world.hub, directory(&world, "altan"));
        let elif = world
            .settled("elif", "Elif Kaya", "altan", Role::GlobalAdmin)
            .person
            .unwrap();
        for edit in [
            (|elif| elif.active = false) as fn(&mut Wanted),
            |elif| elif.roles = vec![Role::SalesAgent],
            |elif| elif.roles = vec![],
        ] {
            assert_eq!(refused(change(&world, &scope, elif, edit)), "error-last-manager");
        }
        assert_eq!(
            refused(run(hub.deprovision(&scope, elif, None))),
            "error-last-manager"
        );

        world.employ("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let session = world.sign_in("elif");
        change(&world, &scope, elif, |elif| elif.active = false).unwrap();
        let shown = firstline_hub::sign_in::Shown::Session(&session);
        assert!(run(hub.signed_in(shown, None)).unwrap().is_none());
    });
}

#[test]
fn what_cannot_be_accepted_is_refused_by_name() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, scope) = (&world.hub, directory(&world, "altan"));
        let long = "x".repeat(300);
        let good = || wanted("ada@altan.example", "Ada", &[Role::SalesAgent]);
        for (edit, key) in [
            (
                (|it| it.said.user_name = " ".to_owned()) as fn(&mut Wanted),
                "error-scim-user-name",
            ),
            (
                |it| it.said.names.emails[0].value = "ada at altan".to_owned(),
                "error-email",
            ),
            (|it| it.roles = vec![Role::Owner], "error-roles"),
            (
                |it| it.said.names.emails = vec![it.said.names.emails[0].clone(); 11],
                "error-scim-many",
            ),
        ] {
            let mut new = good();
            edit(&mut new);
            assert_eq!(refused(run(hub.provision(&scope, new))), key);
        }
        let mut new = good();
        new.said.names.formatted = Some(long);
        assert_eq!(refused(run(hub.provision(&scope, new))), "error-scim-long");

        let helpdesk = world.person("altan", Role::HelpdeskAgent);
        assert!(matches!(
            run(hub.provision(&helpdesk, good())),
            Err(HubError::NotAllowed)
        ));
        assert!(matches!(
            run(hub.scim_users(&helpdesk, None)),
            Err(HubError::NotShown(_))
        ));
    });
}

#[test]
fn what_a_directory_said_goes_with_the_person() {
    on_each_engine(|db| {
        let world = World::new(db);
        let scope = directory(&world, "altan");
        let new = wanted("zebulon@altan.example", "Zebulon Frost", &[Role::SalesAgent]);
        let made = run(world.hub.provision(&scope, new)).unwrap();
        let admin = world.settled("elif", "Elif Kaya", "altan", Role::GlobalAdmin);
        run(world.hub.erase_colleague(&admin, &made.member.person.handle)).unwrap();
        assert_eq!(
            records::places_of(world.hub.db(), "zebulon")
                .into_iter()
                .filter(|place| place.starts_with("scim"))
                .count(),
            0
        );
    });
}
