//! Reading across languages, told as stories on both engines: what readers get, what goes out, and what becomes of a service
//! that fails. The work that serving processes do is done by hand here, until there is none left.

#![allow(clippy::unwrap_used, reason = "a stage that cannot be set fails the test")]

mod deciding;
mod service;
mod working;
#[path = "../world/mod.rs"]
mod world;

use firstline_domain::id::OfferId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Listing, Offer, OfferState, Resource, ResourceKind};
use firstline_domain::reading::{Body, Origin, Text};
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::fetch::Fetcher;
use firstline_hub::store::db::Db;
use firstline_hub::store::offer;
use firstline_hub::store::testing::on_each_engine;
use firstline_hub::translation::{NewService, Progress, Read, Step};
use firstline_hub::{Hub, Keys};
use jiff::Timestamp;
use serde_json::json;
use service::Service;
use uuid::Uuid;
use world::{World, now, run};

const KEY: &str = "what the hub shows there";

/// A hub with a service beside it, which is not connected yet.
struct Stage {
    world: World,
    service: Service,
    /// An operator's administrator.
    admin: Scope,
    /// Somebody who reads.
    reader: Scope,
}

impl Stage {
    fn new(db: Db) -> Self {
        Stage::at(db, now)
    }

    /// With a clock that a story puts forward.
    fn at(db: Db, clock: fn() -> Timestamp) -> Self {
        let world = World::new(db);
        let keys = world.hub.keys().clone();
        Stage {
            admin: world.person("meridian", Role::OperatorAdmin),
            reader: world.person("delta", Role::CustomerUser),
            world,
            service: Service::start(),
        }
        .with_keys(keys, clock)
    }

    /// The same hub with other keys.
    fn with_keys(mut self, keys: Keys, clock: fn() -> Timestamp) -> Self {
        let host = self.service.host.parse().unwrap();
        self.world.hub = self.world.hub_with(keys, clock);
        self.world.hub.fetch_by(Fetcher::allowing(vec![host]));
        self
    }

    fn hub(&self) -> &Hub {
        &self.world.hub
    }

    fn settings(&self) -> NewService {
        NewService {
            address: self.service.address.clone(),
            key: KEY.to_owned(),
            without_key: false,
            targets: vec![Lang::Es, Lang::Ko],
            characters_a_minute: 10_000,
            is_on: true,
            version: self.version(),
        }
    }

    fn version(&self) -> i64 {
        run(self.hub().translation(&self.admin)).unwrap().service.version
    }

    fn connects(&self) {
        run(self.hub().set_translation(&self.admin, self.settings())).unwrap();
    }

    fn turns_off(&self) {
        let off = NewService {
            is_on: false,
            key: String::new(),
            ..self.settings()
        };
        run(self.hub().set_translation(&self.admin, off)).unwrap();
    }

    /// What somebody reads of an offer.
    fn reads_as(&self, scope: &Scope, offer: &str, lang: Lang) -> Read {
        let page = run(self.hub().offer(scope, offer)).unwrap();
        run(self.hub().read_offer(&page, lang)).unwrap()
    }

    fn reads(&self, lang: Lang) -> Read {
        self.reads_as(&self.reader, "pinar/insight", lang)
    }

    /// Does what there is to do, and says what it ended with.
    fn works(&self) -> Step {
        loop {
            match run(self.hub().translate_next()).unwrap() {
                Step::Went => {}
                end => return end,
            }
        }
    }

    /// Puts an offer of Pınar's on record, made from the one that is there.
    fn offers(&self, handle: &str, change: impl Fn(&mut Offer)) {
        let hand = Scope::own_hand(self.world.id("meridian"));
        let mut new = run(self.hub().offer(&hand, "pinar/insight")).unwrap().offer;
        new.id = OfferId(Uuid::now_v7());
        new.handle = handle.to_owned();
        change(&mut new);
        let db = self.hub().db();
        db.write_blocking(|tx| offer::put(tx, &hand, &new, now()))
            .unwrap();
    }
}

fn listing(summary: &str, description: &str) -> Listing {
    Listing {
        title: "Insight".to_owned(),
        summary: summary.to_owned(),
        description: description.to_owned(),
    }
}

fn summary(listing: &Option<Text<Body>>) -> &str {
    &listing.as_ref().unwrap().text.summary
}

#[test]
fn nothing_goes_out_until_somebody_decides_so() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        let connected = run(stage.hub().translation(&stage.admin)).unwrap();
        assert!(!connected.service.is_on && connected.service.version == 0);
        let read = stage.reads(Lang::Es);
        assert_eq!(read.progress, Progress::Settled);
        assert_eq!(read.reading.listing.unwrap().origin, Origin::Written);
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(stage.service.asked(), [json!(null); 0]);
    });
}

#[test]
fn the_first_reader_gets_the_original_and_the_next_one_the_translation() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        stage.connects();
        for _ in 0..2 {
            let first = stage.reads(Lang::Es);
            assert_eq!(first.progress, Progress::Underway);
            assert_eq!(first.reading.listing.unwrap().lang, "en");
        }
        assert_eq!(
            stage.service.asked(),
            [json!(null); 0],
            "nothing is sent from a request"
        );
        assert_eq!(stage.works(), Step::Idle);
        let asked = stage.service.asked();
        let insight = run(stage.hub().offer(&stage.reader, "pinar/insight"))
            .unwrap()
            .offer;
        let texts: Vec<String> = insight
            .public_texts(Lang::Es)
            .iter()
            .map(|text| text.text().to_owned())
            .collect();
        let expected =
            json!({ "q": texts, "source": "en", "target": "es", "format": "text", "api_key": KEY });
        assert_eq!(asked, [expected]);

        let next = stage.reads(Lang::Es);
        assert_eq!(next.progress, Progress::Settled);
        assert_eq!(summary(&next.reading.listing), "[es] Reports that people read");
        assert_eq!(summary(&next.reading.original), "Reports that people read");
        let listing = next.reading.listing.unwrap();
        let machine = listing.machine().unwrap();
        assert_eq!(
            (&*machine.from, &*machine.by, machine.at),
            ("en", "translate.localhost", now())
        );
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(
            stage.service.asked(),
            [json!(null); 0],
            "what is kept is not asked for again"
        );
    });
}

#[test]
fn whoever_can_read_what_was_written_causes_nothing() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        stage.connects();
        let turkish = stage.reads(Lang::Tr);
        assert_eq!(summary(&turkish.reading.listing), "İnsanların okuduğu raporlar");
        let only_korean = |offer: &mut Offer| {
            offer.listings = [("ko-kr".to_owned(), listing("보고서", "읽는 사람을 위해"))].into();
        };
        stage.offers("bogoseo", only_korean);
        // Nobody decided that texts are translated into Turkish.
        let read = stage.reads_as(&stage.reader, "pinar/bogoseo", Lang::Tr);
        assert_eq!(read.progress, Progress::Settled);
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(stage.service.asked(), [json!(null); 0]);
    });
}

#[test]
fn drafts_what_is_for_sellers_and_contacts_never_go_out() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        stage.connects();
        let furnish = |offer: &mut Offer| {
            let resource = |kind, title: &str| Resource {
                kind,
                lang: Some(Lang::En),
                title: title.to_owned(),
                url: "https://pinar.example/guide".to_owned(),
            };
            offer.resources = vec![
                resource(ResourceKind::Documentation, "A guide for everyone"),
                resource(ResourceKind::SalesCollateral, "secret slides"),
                resource(ResourceKind::ProgrammeMarketing, "secret plans"),
            ];
        };
        stage.offers("furnished", furnish);
        stage.offers("draft", |offer| {
            offer.state = OfferState::Draft;
            offer.listings = [("en".to_owned(), listing("secret summary", "secret text"))].into();
        });
        let owner = stage.world.person("pinar", Role::Owner);
        let seller = stage.world.person("altan", Role::AdminAgent);
        for scope in [&owner, &seller, &stage.admin, &stage.reader] {
            let read = stage.reads_as(scope, "pinar/furnished", Lang::Es);
            assert_eq!(read.progress, Progress::Underway);
        }
        for scope in [&owner, &stage.admin] {
            let read = stage.reads_as(scope, "pinar/draft", Lang::Es);
            assert_eq!(read.progress, Progress::Settled);
        }
        assert_eq!(stage.works(), Step::Idle);
        let sent = serde_json::to_string(&stage.service.asked()).unwrap();
        assert!(sent.contains("A guide for everyone"), "{sent}");
        assert!(
            !sent.contains("secret") && !sent.contains("pinar.example"),
            "{sent}"
        );

        let read = stage.reads_as(&seller, "pinar/furnished", Lang::Es);
        let titles: Vec<&str> = read
            .reading
            .titles
            .iter()
            .flatten()
            .map(|title| &*title.text)
            .collect();
        assert_eq!(
            titles,
            ["[es] A guide for everyone", "secret slides", "secret plans"]
        );
    });
}

#[test]
fn what_is_no_longer_on_show_when_its_turn_comes_is_not_sent() {
    on_each_engine(|db| {
        let stage = Stage::new(db);
        stage.connects();
        stage.offers("brief", |_| {});
        stage.reads_as(&stage.reader, "pinar/brief", Lang::Es);
        stage.offers("brief", |offer| offer.state = OfferState::Draft);
        assert_eq!(stage.works(), Step::Idle);
        assert_eq!(stage.service.asked(), [json!(null); 0]);
        let connected = run(stage.hub().translation(&stage.admin)).unwrap();
        assert_eq!(connected.counts.waiting, 0);
    });
}
