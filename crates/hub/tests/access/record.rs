//! What can be tried on the record of changes, on what is held of people, and on how long things are kept.

use firstline_domain::access::{Act, Object, Relation};
use firstline_hub::audit::{Format, Sought};
use firstline_hub::store::audit::{self, Wanted};
use firstline_hub::store::person;
use firstline_hub::store::privacy::{self, Retention};
use firstline_hub::store::translation::{self, Health, Service};
use firstline_hub::translation::NewService;

use crate::attempts::{Attempt, attempt, let_on};
use crate::stage::{OWNERS, member, relation, role_of};
use crate::world::{now, run};

pub fn attempts(asker: &'static str) -> Vec<Attempt> {
    let mut all = record(asker);
    all.extend(retention(asker));
    all.extend(translation(asker));
    all.extend(privacy_of(asker));
    all
}

fn record(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    let mut all = vec![
        attempt((Act::See, Object::Audit), own, asker, |stage, scope| {
            let seen = let_on(run(stage.hub().audit(scope, &Sought::default(), 1)));
            let beneath = stage.writes(|tx| audit::list(tx, scope, &Wanted::default(), 1));
            assert_eq!(beneath, seen, "the hub and the store");
            seen
        }),
        attempt((Act::Export, Object::Audit), own, asker, |stage, scope| {
            let_on(run(stage.hub().export_audit(scope, Format::JsonLines)))
        }),
    ];
    // No act of the hub asks for the record of another organisation; the store has none of it all the same.
    for owner in OWNERS.into_iter().filter(|owner| *owner != asker) {
        let relation = relation(asker, owner).filter(|relation| *relation == Relation::Any);
        all.push(attempt(
            (Act::Export, Object::Audit),
            relation,
            owner,
            move |stage, scope| {
                let log = stage.world.id(owner);
                stage.writes(|tx| audit::after(tx, scope, log, 0, 1))
            },
        ));
    }
    all
}

fn retention(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    vec![
        attempt((Act::See, Object::Retention), own, asker, |stage, scope| {
            let_on(run(stage.hub().retention(scope)))
        }),
        attempt((Act::Change, Object::Retention), own, asker, |stage, scope| {
            let changed = let_on(run(stage.hub().set_retention(scope, Retention::default())));
            let beneath = stage.writes(|tx| privacy::set_retention(tx, scope, &Retention::default(), now()));
            assert_eq!(beneath, changed, "the hub and the store");
            changed
        }),
    ]
}

fn translation(asker: &'static str) -> Vec<Attempt> {
    let own = Some(Relation::Own);
    let see = (Act::See, Object::Translation);
    let change = (Act::Change, Object::Translation);
    vec![
        attempt(see, own, asker, |stage, scope| {
            let seen = let_on(run(stage.hub().translation(scope)));
            let beneath = stage.writes(|tx| translation::of(tx, scope));
            assert_eq!(beneath, seen, "the hub and the store");
            assert_eq!(stage.writes(|tx| translation::counts(tx, scope)), seen);
            seen
        }),
        attempt(change, own, asker, |stage, scope| {
            let forgotten = let_on(run(stage.hub().forget_translations(scope)));
            let set = run(stage.hub().set_translation(scope, NewService::default()));
            assert_eq!(let_on(set), forgotten, "both changes");
            let tried = run(stage.hub().try_translation(scope, ""));
            assert_eq!(let_on(tried), forgotten, "asking a service");
            let new = Service {
                organisation: scope.organisation,
                address: "https://translate.example".to_owned(),
                secret: String::new(),
                targets: Vec::new(),
                characters_a_minute: 10_000,
                is_on: false,
                version: 0,
                health: Health::default(),
            };
            let beneath = stage.writes(|tx| translation::put(tx, scope, &new, now()));
            assert_eq!(beneath, forgotten, "the hub and the store");
            forgotten
        }),
    ]
}

fn privacy_of(asker: &'static str) -> Vec<Attempt> {
    let mut all = vec![attempt(
        (Act::Export, Object::Privacy),
        Some(Relation::Mine),
        asker,
        |stage, scope| let_on(run(stage.hub().own_dossier(scope))),
    )];
    for owner in OWNERS {
        let relation =
            relation(asker, owner).filter(|relation| matches!(relation, Relation::Own | Relation::Any));
        let handle = format!("colleague-{owner}");
        all.push(attempt(
            (Act::Export, Object::Privacy),
            relation,
            handle.clone(),
            move |stage, scope| let_on(run(stage.hub().dossier(scope, &handle))),
        ));
        let handle = format!("goner-{owner}");
        all.push(attempt(
            (Act::Erase, Object::Privacy),
            relation,
            handle.clone(),
            move |stage, scope| {
                let goner = member("goner", owner, stage.world.id(owner), role_of(stage.kind(owner)));
                assert!(stage.writes(|tx| person::put(tx, &stage.hand, &goner, now())));
                let_on(run(stage.hub().erase_colleague(scope, &handle)))
            },
        ));
    }
    all
}
