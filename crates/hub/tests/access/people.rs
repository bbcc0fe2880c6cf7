//! What can be tried on people, and on what lets them and their programs in.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::lang::Lang;
use firstline_domain::scope::Scope;
use firstline_hub::HubError;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::store::demand::{self, Demand};
use firstline_hub::store::identity_provider::{self, Provider};
use firstline_hub::store::person;
use firstline_hub::token::NewToken;
use uuid::Uuid;

use crate::attempts::{Attempt, attempt, let_on};
use crate::stage::{OWNERS, Stage, member, relation, role_of};
use crate::world::{now, run};

pub fn attempts(asker: &'static str) -> Vec<Attempt> {
    let mut all = others(asker);
    all.extend(colleagues(asker));
    all.extend(oneself(asker));
    all.extend(invitations(asker));
    all.extend(tokens(asker));
    all.extend(sign_on(asker));
    all
}

/// People of other organisations, and of one's own among them.
fn others(asker: &'static str) -> Vec<Attempt> {
    let mut all = Vec::new();
    for owner in OWNERS {
        let relation = match relation(asker, owner) {
            Some(relation @ (Relation::Own | Relation::Any)) => Some(relation),
            _ => None,
        };
        let handle = format!("colleague-{owner}");
        all.push(attempt(
            (Act::See, Object::Person),
            relation,
            handle.clone(),
            move |stage, scope| {
                let known = let_on(run(stage.hub().colleague(scope, &handle)));
                let of = stage.world.id(owner);
                let beneath = stage.reads(|tx| person::member(tx, scope, of, &handle));
                assert_eq!(beneath.is_some(), known, "{handle}: the hub and the store");
                let all = match run(stage.hub().people(scope, "", 100)) {
                    Err(HubError::NotShown(_)) => Vec::new(),
                    all => all.unwrap(),
                };
                let listed = all.iter().any(|one| one.member.person.handle == handle);
                assert_eq!(listed, known, "{handle} in the list");
                known
            },
        ));
        // What the operator brings in is tried elsewhere.
        if relation != Some(Relation::Any) {
            let what = format!("colleague-{owner}");
            all.push(attempt(
                (Act::Change, Object::Role),
                relation,
                what.clone(),
                move |stage, scope| {
                    let known = run(stage.hub().colleague(&stage.manager(owner), &what)).unwrap();
                    let (id, roles) = (known.person().id, known.colleague.member.roles.clone());
                    let of = stage.world.id(owner);
                    let beneath =
                        stage.writes(|tx| person::set_membership(tx, scope, of, id, &roles, true, now()));
                    let changed = stage
                        .hub()
                        .change_roles(scope, &what, known.version(), roles.clone());
                    assert_eq!(let_on(run(changed)), beneath, "{what}: the hub and the store");
                    beneath
                },
            ));
        }
    }
    all
}

fn colleagues(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    let colleague = format!("colleague-{asker}");
    let mut all = Vec::new();
    let handle = colleague.clone();
    all.push(attempt(
        (Act::Change, Object::Person),
        own,
        colleague.clone(),
        move |stage, scope| let_on(run(stage.hub().set_active(scope, &handle, true))),
    ));
    let handle = format!("leaver-{asker}");
    all.push(attempt(
        (Act::Remove, Object::Person),
        own,
        handle.clone(),
        move |stage, scope| {
            let leaver = member("leaver", asker, scope.organisation, role_of(stage.kind(asker)));
            assert!(stage.writes(|tx| person::put(tx, &stage.hand, &leaver, now())));
            let_on(run(stage.hub().remove_person(scope, &handle)))
        },
    ));
    let handle = colleague.clone();
    all.push(attempt(
        (Act::See, Object::Session),
        own,
        colleague.clone(),
        move |stage, scope| run(stage.hub().colleague(scope, &handle)).is_ok_and(|known| known.sessions == 0),
    ));
    let handle = colleague.clone();
    all.push(attempt(
        (Act::Remove, Object::Session),
        own,
        colleague,
        move |stage, scope| let_on(run(stage.hub().sign_out_person(scope, &handle))),
    ));
    all
}

fn oneself(asker: &'static str) -> Vec<Attempt> {
    let mine = Some(Relation::Mine);
    let handle = format!("self-{asker}");
    vec![
        attempt(
            (Act::See, Object::Person),
            mine,
            handle.clone(),
            move |stage, scope| let_on(run(stage.hub().colleague(scope, &handle))),
        ),
        attempt((Act::Change, Object::Person), mine, asker, |stage, scope| {
            let_on(run(stage.hub().choose_language(scope, Lang::En)))
        }),
        attempt((Act::See, Object::Session), mine, asker, |stage, scope| {
            let_on(run(stage.hub().sessions(scope)))
        }),
        attempt((Act::Remove, Object::Session), mine, asker, |stage, scope| {
            let_on(run(stage.hub().end_other_sessions(scope, None)))
        }),
    ]
}

fn invitations(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    let invite = |organisation: Option<&str>, role| NewInvitation {
        organisation: organisation.map(str::to_owned),
        email: format!("{}@new.example", Uuid::now_v7().simple()),
        roles: vec![role],
    };
    vec![
        attempt((Act::Add, Object::Invitation), own, asker, move |stage, scope| {
            let_on(run(stage
                .hub()
                .invite(scope, invite(None, role_of(stage.kind(asker))))))
        }),
        attempt(
            (Act::Add, Object::Invitation),
            Some(Relation::Any),
            "rival",
            move |stage, scope| {
                // An organisation that one does not see is an input that cannot be accepted.
                let new = invite(Some("rival"), role_of(stage.kind("rival")));
                run(stage.hub().invite(scope, new)).is_ok()
            },
        ),
        attempt((Act::See, Object::Invitation), own, asker, move |stage, scope| {
            let given = run(stage
                .hub()
                .invite(&stage.manager(asker), invite(None, role_of(stage.kind(asker)))))
            .unwrap();
            match run(stage.hub().invitations(scope)) {
                Ok(all) => all.iter().any(|one| one.link.id == given.link.id),
                refused => let_on(refused),
            }
        }),
        attempt(
            (Act::Remove, Object::Invitation),
            own,
            asker,
            move |stage, scope| {
                let given = run(stage
                    .hub()
                    .invite(&stage.manager(asker), invite(None, role_of(stage.kind(asker)))))
                .unwrap();
                let_on(run(stage.hub().withdraw_invitation(scope, given.link.id)))
            },
        ),
    ]
}

fn tokens(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    let new = |role| NewToken {
        name: "a program".to_owned(),
        roles: vec![role],
        days: 1,
    };
    vec![
        attempt((Act::Add, Object::Token), own, asker, move |stage, scope| {
            let made = run(stage.hub().make_token(scope, new(scope.roles()[0])));
            if let Ok((token, _)) = &made {
                run(stage.hub().revoke_token(&stage.manager(asker), token.id)).unwrap();
            }
            let_on(made)
        }),
        attempt((Act::See, Object::Token), own, asker, move |stage, scope| {
            let made = run(stage
                .hub()
                .make_token(&stage.manager(asker), new(role_of(stage.kind(asker)))))
            .unwrap();
            let known = let_on(run(stage.hub().token(scope, made.0.id)));
            let listed = match run(stage.hub().tokens(scope)) {
                Ok(all) => all.iter().any(|one| one.token.id == made.0.id),
                refused => let_on(refused),
            };
            assert_eq!(listed, known, "one token and the list of them");
            run(stage.hub().revoke_token(&stage.manager(asker), made.0.id)).unwrap();
            known
        }),
        attempt((Act::Remove, Object::Token), own, asker, move |stage, scope| {
            let made = run(stage
                .hub()
                .make_client(&stage.manager(asker), new(role_of(stage.kind(asker)))))
            .unwrap();
            let_on(run(stage.hub().revoke_token(scope, made.0.id)))
        }),
    ]
}

fn sign_on(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    let domain = format!("{asker}.example");
    let mine = domain.clone();
    vec![
        attempt(
            (Act::See, Object::SignOn),
            own,
            domain.clone(),
            move |stage, scope| {
                let hand = Scope::own_hand(scope.organisation);
                assert!(stage.writes(|tx| identity_provider::put_domain(tx, &hand, &mine, now())));
                match run(stage.hub().sign_on(scope)) {
                    Ok(seen) => seen.domains.iter().any(|domain| domain.name == mine),
                    refused => let_on(refused),
                }
            },
        ),
        attempt((Act::Change, Object::SignOn), own, asker, move |stage, scope| {
            let hand = Scope::own_hand(scope.organisation);
            assert!(stage.writes(|tx| identity_provider::put_domain(tx, &hand, &domain, now())));
            let new = provider_of(scope);
            let beneath = stage.writes(|tx| identity_provider::put(tx, scope, &new, now()));
            assert_eq!(stage.writes(|tx| identity_provider::remove(tx, scope)), beneath);
            let released = let_on(run(stage.hub().release_domain(scope, &domain)));
            assert_eq!(released, beneath, "{domain}: the hub and the store");
            let demanded = let_on(run(stage
                .hub()
                .demand_second_factor(scope, demand(stage, scope, false))));
            assert_eq!(demanded, beneath, "{domain}: more than a password");
            beneath
        }),
        attempt(
            (Act::Change, Object::SignOn),
            Some(Relation::Any),
            "everyone",
            |stage, scope| {
                let done = let_on(run(stage
                    .hub()
                    .demand_second_factor(scope, demand(stage, scope, true))));
                if done {
                    run(stage
                        .hub()
                        .demand_second_factor(scope, demand(stage, scope, false)))
                    .unwrap();
                }
                done
            },
        ),
    ]
}

fn demand(stage: &Stage, scope: &Scope, everyone: bool) -> Demand {
    let hand = Scope::own_hand(scope.organisation);
    Demand {
        everyone,
        ..stage
            .hub()
            .db()
            .read_blocking(|tx| demand::of(tx, &hand))
            .unwrap()
    }
}

fn provider_of(scope: &Scope) -> Provider {
    Provider {
        organisation: scope.organisation,
        issuer: "https://login.example".to_owned(),
        client: "firstline".to_owned(),
        secret: String::new(),
        claim: String::new(),
        rules: Vec::new(),
        everyone: Vec::new(),
        demanded: false,
        version: 0,
    }
}
