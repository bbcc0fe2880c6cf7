//! Nobody learns what is not theirs: random worlds of organisations, relations, offers, sales, agreements and people; every route
//! asked as everyone; and a small model beside it that says who may see what.
//!
//! Each secret of a world has a word and an id of its own. A word that its asker may not see is a failure wherever it stands in an
//! answer: body, header, count, error, export or the place in a list. What one may not see has to answer byte for byte as what is
//! not there, and lists have to hold and count what the model says.
//!
//! `FIRSTLINE_ISOLATION_REQUESTS` asks more often, `FIRSTLINE_ISOLATION_SEED` begins elsewhere: a failure says how to see it again.

#![allow(clippy::unwrap_used, reason = "a world that cannot be made fails the test")]

mod asking;
mod caller;
mod dice;
mod marker;
mod model;
mod record;
mod rules;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

use asking::Hall;
use caller::Caller;
use dice::Dice;
use firstline_domain::policy::Policy;
use firstline_hub::store::db::Db;
use firstline_hub::store::testing::{Place, on_each_engine};
use firstline_hub::{Hub, Keys, POLICIES};
use firstline_server::{Options, router};
use rules::{Does, RULES, Rule};
use world::World;

const TABLE: &str = include_str!("../routes.table");

/// Requests of a run that nobody asked more of.
const REQUESTS: usize = 100_000;
/// Requests to one world, of which the last are those that change it.
const REQUESTS_TO_A_WORLD: usize = 4_000;
const REQUESTS_ON_EACH_ENGINE: usize = 2_500;
/// Of a hundred requests to a world, those that change nothing.
const BEFORE_CHANGES: usize = 70;

type Told = BTreeMap<(&'static str, &'static str), (usize, usize)>;

fn number(name: &str) -> Option<u64> {
    let given = env::var(name).ok()?;
    Some(given.parse().expect("a number"))
}

fn first_seed() -> u64 {
    number("FIRSTLINE_ISOLATION_SEED").unwrap_or(1)
}

/// One of the rules, by their weights.
fn thrown(dice: &mut Dice, does: Does) -> &'static Rule {
    let some = || RULES.iter().filter(|rule| rule.does == does);
    let mut left = dice.below(some().map(|rule| rule.weight).sum());
    for rule in some() {
        match left.checked_sub(rule.weight) {
            Some(rest) => left = rest,
            None => return rule,
        }
    }
    &RULES[0]
}

/// Makes a world in a database and asks it so many times; gives how often, and how the routes answered.
fn try_world(db: Db, seed: u64, requests: usize) -> (usize, Told) {
    let mut dice = Dice::new(seed);
    let mut world = World::new(&mut dice);
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    let hub = Hub::with_clock(db, policy, Keys::in_memory(), record::now);
    let options = Options {
        requests_a_minute: u32::MAX,
        ..Options::default()
    };
    let router = router(hub.clone(), options);
    record::put(&world, &hub);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let tokens = record::make(&mut world, &hub, &mut dice).await;
        let callers = Caller::all(&world, &tokens);
        let mut hall = Hall::new(&world, router, dice);
        while hall.sent < requests {
            let is_late = hall.sent * 100 > requests * BEFORE_CHANGES;
            let does = if is_late { Does::Changes } else { Does::Nothing };
            let rule = thrown(&mut hall.dice, does);
            let caller = &callers[hall.dice.below(callers.len())];
            if let Err(wrong) = hall.ask(caller, rule).await {
                panic!("{wrong}\n\nTo see it again: FIRSTLINE_ISOLATION_SEED={seed}");
            }
            if hall.sent.is_multiple_of(100) {
                hub.write_looks().await.unwrap();
            }
        }
        (hall.sent, hall.told)
    })
}

#[test]
fn every_route_has_its_rule() {
    let table: BTreeSet<(&str, &str)> = TABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            words.next().zip(words.next())
        })
        .collect();
    let ruled: BTreeSet<(&str, &str)> = RULES.iter().map(|rule| (rule.method, rule.route)).collect();
    assert_eq!(ruled.len(), RULES.len(), "a route has one rule");
    let unruled: Vec<_> = table.difference(&ruled).collect();
    assert!(
        unruled.is_empty(),
        "tests/isolation/rules.rs does not say how to ask these routes. Add a line for each to RULES: get(\"…\"), or \
         put(\"…\").body(&[…]).changes() where it may alter who sees what; what the route shows that has no word yet gets one in \
         world.rs, and model.rs says who may see it. They are {unruled:#?}"
    );
    let gone: Vec<_> = ruled.difference(&table).collect();
    assert!(gone.is_empty(), "rules.rs has rules without a route: {gone:#?}");
}

#[test]
fn nobody_learns_what_is_not_theirs() {
    let wanted = number("FIRSTLINE_ISOLATION_REQUESTS").map_or(REQUESTS, |many| many.try_into().unwrap());
    let (seed, sent) = (AtomicU64::new(first_seed()), AtomicUsize::new(0));
    let told: Mutex<Told> = Mutex::default();
    let work = || {
        while sent.load(Ordering::Relaxed) < wanted {
            let place = Place::sqlite();
            let seed = seed.fetch_add(1, Ordering::Relaxed);
            let (asked, answered) = try_world(place.open(), seed, REQUESTS_TO_A_WORLD);
            sent.fetch_add(asked, Ordering::Relaxed);
            let mut told = told.lock().unwrap();
            for (route, (asked, granted)) in answered {
                let of_route = told.entry(route).or_default();
                of_route.0 += asked;
                of_route.1 += granted;
            }
        }
    };
    let threads = thread::available_parallelism().map_or(2, usize::from).min(8);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    if wanted < REQUESTS {
        return;
    }
    let told = told.into_inner().unwrap();
    let in_vain: Vec<_> = RULES
        .iter()
        .filter(|rule| {
            let (asked, granted) = told.get(&(rule.method, rule.route)).copied().unwrap_or_default();
            asked == 0 || granted == 0 && rule.refused.is_none()
        })
        .map(|rule| (rule.method, rule.route, told.get(&(rule.method, rule.route))))
        .collect();
    assert!(
        in_vain.is_empty(),
        "these were never asked, or never answered well: {in_vain:#?}"
    );
}

#[test]
fn nobody_learns_what_is_not_theirs_on_either_engine() {
    on_each_engine(|db| {
        try_world(db, first_seed() + 1_000_000, REQUESTS_ON_EACH_ENGINE);
    });
}
