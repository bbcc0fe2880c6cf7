//! Tokens and clients of programs: made, shown once, used, exchanged, revoked; on both engines.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod records;
mod world;

use std::sync::Arc;

use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::audit::Sought;
use firstline_hub::sign_in::{Shown, Visitor};
use firstline_hub::store::person;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::token::{ACCESS_SECONDS, DAYS_MAX, Kind, NewToken, Refused, TOKENS_MAX};
use firstline_hub::{Hub, HubError, POLICIES};
use jiff::{SignedDuration, Timestamp};
use world::{World, now, run};

/// Somebody on record, who makes things that remember them.
fn somebody(world: &World, organisation: &str, role: Role) -> Scope {
    let handle = format!("{role}-{}", uuid::Uuid::now_v7());
    world.employ(&handle, "Elif Kaya", organisation, role);
    let known = world.hub.db().read_blocking(|tx| person::by_handle(tx, &handle));
    let mut scope = world.person(organisation, role);
    scope.person = Some(known.unwrap().unwrap().id);
    scope
}

fn new(name: &str, roles: &[Role]) -> NewToken {
    NewToken {
        name: name.to_owned(),
        roles: roles.to_vec(),
        days: 30,
    }
}

fn who(hub: &Hub, secret: &str) -> Option<Arc<Visitor>> {
    run(hub.signed_in(Shown::Token(secret), None)).unwrap()
}

/// The same hub at another time, in a process that remembers nothing.
fn at(hub: &Hub, clock: fn() -> Timestamp) -> Hub {
    let policy = firstline_domain::policy::Policy::parse(POLICIES[0].1).unwrap();
    Hub::with_clock(hub.db().clone(), policy, hub.keys().clone(), clock)
}

fn after_an_hour() -> Timestamp {
    now() + SignedDuration::from_secs(ACCESS_SECONDS)
}

fn after_a_month() -> Timestamp {
    now() + SignedDuration::from_hours(30 * 24)
}

fn refused(result: Result<impl Sized, HubError>) -> Vec<(String, &'static str)> {
    match result {
        Err(HubError::Invalid(fields)) => fields.into_iter().map(|field| (field.name, field.key)).collect(),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was accepted"),
    }
}

/// What the record of the asker's organisation says was done, newest first.
fn acts(hub: &Hub, scope: &Scope) -> Vec<String> {
    let found = run(hub.audit(scope, &Sought::default(), 50)).unwrap();
    found.entries.into_iter().map(|entry| entry.act).collect()
}

#[test]
fn a_token_is_listed_with_its_last_use_and_ends_when_it_is_revoked() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, admin) = (&world.hub, somebody(&world, "altan", Role::GlobalAdmin));
        let (token, secret) =
            run(hub.make_token(&admin, new(" Nightly export ", &[Role::SalesAgent]))).unwrap();
        let listed = run(hub.tokens(&admin)).unwrap();
        assert_eq!(
            (listed.len(), listed[0].token.name.as_str()),
            (1, "Nightly export")
        );
        assert_eq!(listed[0].token.used_at, None);
        assert_eq!(listed[0].made_by.as_ref().unwrap().name, "Elif Kaya");

        let visitor = who(hub, &secret).unwrap();
        assert_eq!(visitor.scope.roles(), [Role::SalesAgent]);
        assert_eq!(visitor.scope.token, Some(token.id));
        assert_eq!(
            run(hub.token(&admin, token.id)).unwrap().token.used_at,
            Some(now())
        );

        // It is in memory now, and ends all the same.
        run(hub.revoke_token(&admin, token.id)).unwrap();
        assert!(who(hub, &secret).is_none());
        assert!(matches!(
            run(hub.revoke_token(&admin, token.id)),
            Err(HubError::NotFound(_))
        ));
        assert_eq!(acts(hub, &admin)[..2], ["revoke-token", "make-token"]);
    });
}

#[test]
fn tokens_of_another_organisation_do_not_exist() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let (own, other) = (
            somebody(&world, "altan", Role::GlobalAdmin),
            somebody(&world, "rival", Role::GlobalAdmin),
        );
        let (token, secret) = run(hub.make_token(&own, new("theirs", &[Role::SalesAgent]))).unwrap();
        assert!(run(hub.tokens(&other)).unwrap().is_empty());
        assert!(matches!(
            run(hub.token(&other, token.id)),
            Err(HubError::NotFound(_))
        ));
        assert!(matches!(
            run(hub.revoke_token(&other, token.id)),
            Err(HubError::NotFound(_))
        ));
        assert!(who(hub, &secret).is_some());
        let helpdesk = somebody(&world, "altan", Role::HelpdeskAgent);
        assert!(matches!(run(hub.tokens(&helpdesk)), Err(HubError::NotShown(_))));
        assert!(matches!(
            run(hub.make_token(&helpdesk, new("mine", &[Role::HelpdeskAgent]))),
            Err(HubError::NotAllowed)
        ));
    });
}

#[test]
fn a_token_may_nothing_that_its_maker_may_not() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let admin = somebody(&world, "altan", Role::GlobalAdmin);
        let people = somebody(&world, "altan", Role::UserManagementAdmin);
        let offered = hub.token_roles(&admin);
        assert!(offered.contains(&Role::HelpdeskAgent) && offered.contains(&Role::GlobalAdmin));
        assert!(!offered.contains(&Role::Owner), "a role of another party's");
        assert!(!hub.token_roles(&people).contains(&Role::GlobalAdmin));
        let roles = |roles: &[Role]| run(hub.make_token(&people, new("x", roles)));
        assert_eq!(
            refused(roles(&[Role::UserManagementAdmin, Role::GlobalAdmin])),
            [("roles".to_owned(), "error-token-roles")]
        );
        assert!(roles(&[Role::UserManagementAdmin]).is_ok());
        for days in [0, DAYS_MAX + 1] {
            let wrong = NewToken { days, ..new("", &[]) };
            assert_eq!(refused(run(hub.make_token(&admin, wrong))).len(), 3);
        }
    });
}

#[test]
fn an_organisation_has_only_so_many() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, admin) = (&world.hub, somebody(&world, "altan", Role::GlobalAdmin));
        for _ in 0..TOKENS_MAX {
            run(hub.make_token(&admin, new("one of many", &[Role::SalesAgent]))).unwrap();
        }
        let one_more = new("one more", &[Role::SalesAgent]);
        assert_eq!(
            refused(run(hub.make_client(&admin, one_more))),
            [("name".to_owned(), "error-tokens-max")]
        );
        let other = somebody(&world, "rival", Role::GlobalAdmin);
        assert!(run(hub.make_token(&other, new("theirs", &[Role::SalesAgent]))).is_ok());
    });
}

#[test]
fn a_client_is_exchanged_for_tokens_of_an_hour_that_end_with_it() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, admin) = (&world.hub, somebody(&world, "altan", Role::GlobalAdmin));
        let both = [Role::HelpdeskAgent, Role::SalesAgent];
        let (client, secret) = run(hub.make_client(&admin, new("CRM", &both))).unwrap();
        let id = client.id.to_string();
        assert_eq!(client.kind, Kind::Client);
        assert!(who(hub, &secret).is_none(), "its secret opens nothing by itself");

        let all = run(hub.exchange(&id, &secret, None, None)).unwrap();
        assert_eq!((all.seconds, &all.roles[..]), (ACCESS_SECONDS, &both[..]));
        let some = run(hub.exchange(&id, &secret, Some(vec![Role::SalesAgent]), None)).unwrap();
        assert_eq!(who(hub, &some.secret).unwrap().scope.roles(), [Role::SalesAgent]);
        let visitor = who(hub, &all.secret).unwrap();
        assert_eq!(
            visitor.scope.token,
            Some(client.id),
            "the record names the client"
        );

        let listed = run(hub.tokens(&admin)).unwrap();
        assert_eq!(listed.len(), 1, "tokens of an hour are not listed");
        assert_eq!(listed[0].token.used_at, Some(now()));
        assert!(who(&at(hub, after_an_hour), &all.secret).is_none());

        run(hub.revoke_token(&admin, client.id)).unwrap();
        assert!(who(hub, &all.secret).is_none() && who(hub, &some.secret).is_none());
        assert!(matches!(
            run(hub.exchange(&id, &secret, None, None)),
            Err(Refused::Client)
        ));
        assert_eq!(acts(hub, &admin)[..2], ["revoke-client", "make-client"]);
    });
}

#[test]
fn a_client_is_refused_what_it_has_not_and_those_who_guess_must_wait() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, admin) = (&world.hub, somebody(&world, "altan", Role::GlobalAdmin));
        let (client, secret) = run(hub.make_client(&admin, new("CRM", &[Role::SalesAgent]))).unwrap();
        let (token, token_secret) = run(hub.make_token(&admin, new("t", &[Role::SalesAgent]))).unwrap();
        let id = client.id.to_string();
        for roles in [
            vec![Role::GlobalAdmin],
            vec![Role::SalesAgent, Role::Owner],
            vec![],
        ] {
            assert!(matches!(
                run(hub.exchange(&id, &secret, Some(roles), None)),
                Err(Refused::Scope)
            ));
        }
        let token_id = token.id.to_string();
        for (id, secret) in [
            (&*id, "client_wrong"),
            (&*token_id, &*secret),
            ("", &*secret),
            (&*token_id, &*token_secret),
        ] {
            assert!(matches!(
                run(hub.exchange(id, secret, None, None)),
                Err(Refused::Client)
            ));
        }
        assert!(matches!(
            run(at(hub, after_a_month).exchange(&id, &secret, None, None)),
            Err(Refused::Client)
        ));
        let guessing = "192.0.2.7".parse().ok();
        let told_to_wait = (0..1000).any(|_| {
            let tried = run(hub.exchange(&id, "client_guessed", None, guessing));
            matches!(tried, Err(Refused::Hub(HubError::TooMany(_))))
        });
        assert!(told_to_wait);
        let elsewhere = "192.0.2.8".parse().ok();
        assert!(run(hub.exchange(&id, &secret, None, elsewhere)).is_ok());
    });
}

#[test]
fn tokens_of_an_hour_are_swept_and_the_others_stay_to_be_seen() {
    on_each_engine(|db| {
        let world = World::new(db);
        let (hub, admin) = (&world.hub, somebody(&world, "altan", Role::GlobalAdmin));
        let (client, secret) = run(hub.make_client(&admin, new("CRM", &[Role::SalesAgent]))).unwrap();
        let id = client.id.to_string();
        run(hub.exchange(&id, &secret, None, None)).unwrap();
        let count = |sql: &str| {
            let found: Option<i64> = hub
                .db()
                .read_blocking(|tx| tx.query_opt(sql, &[], |row| row.get(0)))
                .unwrap();
            found.unwrap()
        };
        assert_eq!(count("select count(*) from token where kind = 'access'"), 1);
        let later = at(hub, after_a_month);
        run(later.sweep()).unwrap();
        assert_eq!(count("select count(*) from token where kind = 'access'"), 0);
        let listed = run(later.tokens(&admin)).unwrap();
        assert!(listed[0].token.expires_at <= later.now());
        run(later.revoke_token(&admin, client.id)).unwrap();
    });
}
