//! Nobody learns what is not theirs: random worlds of organisations, relations, offers, sales, agreements and people; every route
//! asked as everyone; and a small model beside it that says who may see what.
//!
//! Each secret of a world has a word and an id of its own. A word that its asker may not see is a failure wherever it stands in an
//! answer: body, header, count, error, export or the place in a list. What one may not see has to answer byte for byte as what is
//! not there, and lists have to hold and count what the model says. Half of the worlds are there twice, the second time with
//! strangers in them: whoever may not know of those is answered alike in both, so that no count, no order and no end of a page
//! tells of them. A change leaves what others own as it was, whatever it answers.
//!
//! `FIRSTLINE_ISOLATION_REQUESTS` asks more often, `FIRSTLINE_ISOLATION_SEED` begins elsewhere: a failure says how to see it again.

#![allow(clippy::unwrap_used, reason = "a world that cannot be made fails the test")]

mod asking;
mod caller;
mod dice;
mod marker;
mod model;
mod owned;
mod record;
mod request;
mod rules;
mod strangers;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::{env, fs, thread};

use asking::Hall;
use axum::Router;
use caller::Caller;
use dice::Dice;
use firstline_domain::policy::Policy;
use firstline_hub::store::db::Db;
use firstline_hub::store::testing::{Place, on_each_engine};
use firstline_hub::{Hub, Keys, POLICIES};
use firstline_server::{Options, router};
use rules::{Does, RULES, Rule};
use strangers::Beside;
use world::World;

const TABLE: &str = include_str!("../routes.table");

/// Requests of a run that nobody asked more of.
const REQUESTS: usize = 100_000;
/// Requests to one world, of which the last are those that change it.
const REQUESTS_TO_A_WORLD: usize = 4_000;
const REQUESTS_ON_EACH_ENGINE: usize = 2_500;
/// One of so many worlds is there twice, the second time with strangers in it.
const WORLDS_TO_A_COPY: u64 = 2;
/// Of a hundred requests to a world, those that change nothing.
const BEFORE_CHANGES: usize = 70;

/// Where a world is, and where there is to be a copy of it.
type Places<'p> = (&'p Place, &'p Place);

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

fn open(db: Db, keys: Keys) -> (Hub, Router) {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    let hub = Hub::with_clock(db, policy, keys, record::now);
    let options = Options {
        requests_a_minute: u32::MAX,
        ..Options::default()
    };
    (hub.clone(), router(hub, options))
}

/// Makes a world in a database and asks it so many times; gives how often, and how the routes answered. What was found wrong is
/// told with how to see it again.
fn try_world(
    db: Db,
    beside: Option<Places<'_>>,
    seed: u64,
    requests: usize,
) -> Result<(usize, Told), String> {
    let mut dice = Dice::new(seed);
    let mut world = World::new(&mut dice);
    let (hub, router) = open(db, Keys::in_memory());
    record::put(&world, &hub);
    // The last of a hub must not go inside the runtime: connections to PostgreSQL are closed by a driver that blocks.
    let _last = hub.clone();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let tokens = record::make(&mut world, &hub, &mut dice).await;
        let callers = Caller::all(&world, &tokens);
        let beside = match beside {
            Some((from, to)) => {
                hub.write_looks().await.unwrap();
                let (hub, router) = open(copied(from, to), hub.keys().clone());
                Some(strangers::beside(&world, hub, router, Dice::new(!seed)).await)
            }
            None => None,
        };
        let mut hall = Hall::new(&world, (hub, router), beside, dice);
        while hall.sent < requests {
            let is_late = hall.sent * 100 > requests * BEFORE_CHANGES;
            let does = if is_late { Does::Changes } else { Does::Nothing };
            let rule = thrown(&mut hall.dice, does);
            // Whoever knows of strangers is shown other pages, which leaves other lines on record.
            let knows = |beside: &Beside, one: &Caller| !is_late && beside.is_known_to(one, &world);
            let may_ask = |one: &&Caller| !hall.beside.as_ref().is_some_and(|beside| knows(beside, one));
            let asking: Vec<&Caller> = callers.iter().filter(may_ask).collect();
            let caller = asking[hall.dice.below(asking.len())];
            let thrown = hall.throw(caller, rule);
            let mut turns = vec![caller];
            // Now and then somebody else asks the same at once: what was found for one is not for the next.
            if hall.dice.percent(10) {
                let is_near = hall.dice.percent(50);
                let near = |one: &&Caller| !is_near || one.place() == caller.place();
                let others: Vec<&Caller> = asking.iter().copied().filter(near).collect();
                turns.extend(hall.dice.one_of(&others));
            }
            for caller in turns {
                if let Err(wrong) = hall.ask(caller, rule, &thrown).await {
                    let sent = hall.sent;
                    return Err(format!(
                        "{wrong}\n\nIt is request {sent} to this world. To see it again: FIRSTLINE_ISOLATION_SEED={seed} \
                         FIRSTLINE_ISOLATION_REQUESTS=1"
                    ));
                }
            }
            if hall.sent.is_multiple_of(100) {
                hall.write_looks().await;
            }
        }
        Ok((hall.sent, hall.told))
    })
}

/// Copies what nobody writes to just now.
fn copied(from: &Place, to: &Place) -> Db {
    let (source, target) = (from.directory().unwrap(), to.directory().unwrap());
    for file in fs::read_dir(source).unwrap() {
        let file = file.unwrap();
        // What stands beside the file belongs to those who have it open.
        if !file.file_name().to_string_lossy().ends_with("-shm") {
            fs::copy(file.path(), target.join(file.file_name())).unwrap();
        }
    }
    to.open()
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
            let (place, other) = (Place::sqlite(), Place::sqlite());
            let seed = seed.fetch_add(1, Ordering::Relaxed);
            let beside = seed.is_multiple_of(WORLDS_TO_A_COPY).then_some((&place, &other));
            let tried = try_world(place.open(), beside, seed, REQUESTS_TO_A_WORLD);
            let (asked, answered) = tried.unwrap_or_else(|wrong| {
                // One is enough: the other worlds are asked no further.
                sent.store(wanted, Ordering::Relaxed);
                panic!("{wrong}")
            });
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
        let tried = try_world(db, None, first_seed() + 1_000_000, REQUESTS_ON_EACH_ENGINE);
        tried.unwrap_or_else(|wrong| panic!("{wrong}"));
    });
}
