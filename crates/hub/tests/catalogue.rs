//! Paging through the catalogue while it changes, on both engines.
#![allow(clippy::unwrap_used, reason = "a test says what it wanted by failing")]

mod world;

use std::collections::BTreeMap;

use firstline_domain::id::OfferId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Listing, Offer, OfferState};
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::catalogue::{Cursor, Results, Search, Start};
use firstline_hub::store::db::Db;
use firstline_hub::store::offer;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::{Hub, HubError, Keys, POLICIES};
use uuid::Uuid;
use world::{World, now, run};

/// A shelf of backups that someone looks through, three at a time.
struct Shelf {
    world: World,
    db: Db,
    reader: Scope,
}

impl Shelf {
    fn new(db: Db) -> Self {
        let world = World::new(db.clone());
        let reader = world.agent("altan");
        let shelf = Shelf { world, db, reader };
        for name in SHELF {
            shelf.put(name, OfferState::Live);
        }
        shelf
    }

    /// Puts an offer there, or changes its state.
    fn put(&self, name: &str, state: OfferState) {
        let operator = self.world.person("meridian", Role::OperatorAdmin);
        self.db
            .write_blocking(|tx| {
                let insight = offer::by_id(tx, &operator, self.world.insight)?.unwrap();
                let new = Offer {
                    id: OfferId(Uuid::now_v7()),
                    handle: name.to_lowercase().replace(' ', "-"),
                    state,
                    listings: BTreeMap::from([(
                        "en".to_owned(),
                        Listing {
                            title: name.to_owned(),
                            ..Listing::default()
                        },
                    )]),
                    categories: Vec::new(),
                    ..insight
                };
                offer::put(tx, &operator, &new, now())?;
                offer::bump_catalogue(tx, &operator)
            })
            .unwrap();
    }

    /// A page, as a process answers that has not seen the one before.
    fn page(&self, query: &str, start: Start) -> Result<Results, HubError> {
        let hub = Hub::with_clock(
            self.db.clone(),
            Policy::parse(POLICIES[0].1).unwrap(),
            Keys::in_memory(),
            now,
        );
        let search = Search {
            query: query.to_owned(),
            start,
            limit: 3,
            ..Search::default()
        };
        run(hub.search_offers(&self.reader, &search))
    }

    /// The names that page after page shows from a cursor on, as it goes through an address.
    fn rest(&self, query: &str, mut next: Option<Cursor>) -> Vec<String> {
        let mut names = Vec::new();
        while let Some(cursor) = next {
            let cursor = cursor.to_string().parse().unwrap();
            let page = self.page(query, Start::After(cursor)).unwrap();
            names.extend(shown(&page));
            next = page.next;
        }
        names
    }
}

fn shown(page: &Results) -> Vec<String> {
    let found = page.found.iter();
    found.map(|it| it.entry.text(Lang::En).0.to_owned()).collect()
}

const SHELF: [&str; 8] = [
    "Backup",
    "Backup cloud",
    "Backup for clouds",
    "Cloud backup",
    "Cloud backup 9",
    "Cloud backup 10",
    "Cloud vault with backup",
    "Vault",
];

const QUERIES: [&str; 4] = ["", "backup", "cloud backup", "backup cloud nothing"];

#[test]
fn what_comes_and_goes_between_two_pages_repeats_and_skips_nothing_else() {
    use OfferState::{Draft, Live, Withdrawn};
    let changes: [(&str, &[(&str, OfferState)]); 5] = [
        ("an earlier one goes", &[("Backup", Withdrawn)]),
        (
            "earlier ones come",
            &[
                ("Aardvark backup", Live),
                ("Backup & backup", Live),
                ("Backup @ cloud", Live),
            ],
        ),
        (
            "whichever was the last of a page goes",
            &[
                ("Backup for clouds", Withdrawn),
                ("Cloud backup", Withdrawn),
                ("Cloud backup 9", Withdrawn),
            ],
        ),
        (
            "one comes at the end",
            &[("Zebra with a cloud and a backup for each", Live)],
        ),
        (
            "one comes that is not for everyone",
            &[("Backup of the cloud", Draft)],
        ),
    ];
    for (change, offers) in changes {
        on_each_engine(|db| {
            let shelf = Shelf::new(db);
            let walks = QUERIES.map(|query| {
                let first = shelf.page(query, Start::default()).unwrap();
                let rest = shelf.rest(query, first.next.clone());
                assert!(first.found.len() == 3 && !rest.is_empty(), "{query}: two pages");
                (query, first, rest)
            });
            for (name, state) in offers {
                shelf.put(name, *state);
            }
            for (query, first, before) in walks {
                let after = shelf.rest(query, first.next);
                let is = |name: &str, state| offers.contains(&(name, state));
                let stayed: Vec<&String> = before.iter().filter(|name| !is(name, Withdrawn)).collect();
                let known: Vec<&String> = after.iter().filter(|name| !is(name, Live)).collect();
                assert_eq!(known, stayed, "{change}: {query:?}");
                if change == "one comes at the end" {
                    assert_eq!(after.last().map(String::as_str), Some(offers[0].0), "{query:?}");
                }
            }
        });
    }
}

#[test]
fn a_cursor_is_of_one_kind_of_search() {
    on_each_engine(|db| {
        let shelf = Shelf::new(db);
        for (from, to) in [("", "backup"), ("backup", "")] {
            let cursor = shelf.page(from, Start::default()).unwrap().next.unwrap();
            let text = cursor.to_string();
            match shelf.page(to, Start::After(cursor)) {
                Err(HubError::Invalid(fields)) => assert_eq!(
                    (fields[0].name.as_str(), fields[0].key, fields[0].value.clone()),
                    ("after", "error-after", Some(text))
                ),
                other => panic!("{to:?}: {other:?}"),
            }
        }
    });
}
