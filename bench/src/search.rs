//! Searching 100,000 offers as one types, beside the full-text search of SQLite on the same texts.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::common::{Chance, Place, hub, quantile, say, timed};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::offer::{Contact, Listing, Offer, OfferState, OptIn, SupportedBy};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_hub::catalogue::Search;
use firstline_hub::store::{offer, organisation};
use jiff::Timestamp;
use uuid::Uuid;

const OFFERS: u64 = 100_000;
const QUERIES: usize = 1000;
const SYLLABLES: [&str; 24] = [
    "cro", "wd", "str", "ike", "da", "ta", "se", "cu", "ri", "ty", "vau", "lt", "me", "tri", "lo", "gic",
    "ne", "xus", "pa", "nel", "flow", "gri", "d", "ix",
];

fn word(chance: &mut Chance) -> String {
    // Some words are common and most are rare, as in any language.
    let root = chance.below(200);
    let rank = chance.below(1 + root * root);
    let mut seed = Chance::new(rank * 2_654_435_761 + 97);
    (0..2 + seed.below(3))
        .map(|_| SYLLABLES[seed.below(24) as usize])
        .collect()
}

fn words(chance: &mut Chance, count: u64) -> String {
    (0..count).map(|_| word(chance)).collect::<Vec<_>>().join(" ")
}

pub fn run() {
    let place = Place::new("search");
    let (hub, scope) = hub(&place.path("hub.db"));
    let now = Timestamp::now();
    let mut chance = Chance::new(42);
    let bare = rusqlite::Connection::open(place.path("bare.db")).expect("a bare database");
    bare.execute_batch("create virtual table offer using fts5(name, summary, description, prefix='2 3')")
        .expect("a table");
    let mut offers = Vec::new();
    for _ in 0..OFFERS {
        let listing = Listing {
            title: words(&mut chance, 3),
            summary: words(&mut chance, 12),
            description: words(&mut chance, 80),
        };
        offers.push(listing);
    }
    for chunk in 0..100_usize {
        let of_chunk = &offers[chunk * 1000..(chunk + 1) * 1000];
        let publisher = publisher(chunk);
        hub.db()
            .write_blocking(|tx| {
                let (id, _) = organisation::put(tx, &scope, &publisher, now)?;
                for (index, listing) in of_chunk.iter().enumerate() {
                    offer::put(tx, &scope, &offer_of(id, index, listing.clone()), now)?;
                }
                offer::bump_catalogue(tx, &scope)
            })
            .expect("offers");
        bare.execute_batch("begin").expect("a transaction");
        for listing in of_chunk {
            let texts = [&listing.title, &listing.summary, &listing.description];
            bare.execute("insert into offer values (?1, ?2, ?3)", texts)
                .expect("a row");
        }
        bare.execute_batch("commit").expect("a commit");
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let (catalogue, built) = timed(|| runtime.block_on(hub.catalogue()).expect("a catalogue"));
    say(&format!(
        "search: index of {} offers made in {built:?}",
        catalogue.len()
    ));
    let queries: Vec<String> = (0..QUERIES).map(|_| typed(&mut chance, &offers)).collect();
    let mut whole: Vec<Duration> = queries
        .iter()
        .map(|query| {
            let search = Search {
                query: query.clone(),
                limit: 20,
                ..Search::default()
            };
            timed(|| {
                runtime
                    .block_on(hub.search_offers(&scope, &search))
                    .expect("results")
            })
            .1
        })
        .collect();
    let mut find = bare
        .prepare("select rowid from offer where offer match ?1 order by rank limit 20")
        .expect("a statement");
    let mut floor: Vec<Duration> = queries
        .iter()
        .map(|query| {
            let query = query
                .split(' ')
                .map(|word| format!("\"{word}\"*"))
                .collect::<Vec<_>>()
                .join(" ");
            timed(|| {
                find.query_map([query], |row| row.get::<_, i64>(0))
                    .expect("rows")
                    .count()
            })
            .1
        })
        .collect();
    say(&format!(
        "search: p50 {:?}, p99 {:?}; floor, SQLite's full-text search without facets or typing mistakes: p50 {:?}, p99 {:?}",
        quantile(&mut whole, 0.5),
        quantile(&mut whole, 0.99),
        quantile(&mut floor, 0.5),
        quantile(&mut floor, 0.99)
    ));
}

/// A query as it stands while it is typed: the beginning of a name, sometimes with a letter wrong.
fn typed(chance: &mut Chance, offers: &[Listing]) -> String {
    let title = &offers[chance.below(OFFERS) as usize].title;
    let letters: Vec<char> = title.chars().collect();
    let mut query: Vec<char> = letters[..2 + chance.below(letters.len() as u64 - 2) as usize].to_vec();
    if chance.below(4) == 0 && query.len() > 5 {
        let wrong = 2 + chance.below(query.len() as u64 - 2) as usize;
        if query[wrong] != ' ' {
            query[wrong] = 'q';
        }
    }
    query.into_iter().collect::<String>().trim().to_owned()
}

fn publisher(number: usize) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::now_v7()),
        handle: format!("publisher-{number}"),
        name: format!("Publisher {number}"),
        kinds: vec![PartyKind::Publisher],
        country: None,
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 0,
    }
}

fn offer_of(publisher: OrganisationId, number: usize, listing: Listing) -> Offer {
    Offer {
        id: OfferId(Uuid::now_v7()),
        publisher,
        handle: format!("offer-{number}"),
        kind: "saas-licence".to_owned(),
        state: OfferState::Live,
        opt_in: OptIn::All,
        supported_by: SupportedBy::Publisher,
        categories: vec!["security".to_owned()],
        markets: Vec::new(),
        listings: BTreeMap::from([("en".to_owned(), listing)]),
        plans: Vec::new(),
        contacts: Vec::new(),
        resources: Vec::new(),
        agreement: None,
        version: 0,
    }
}
