//! Signing in at an organisation's own identity provider: as it should be, and as those who want in would have it.

#![allow(clippy::unwrap_used, reason = "a stage that cannot be set fails the test")]

mod attacks;
mod deciding;
mod keys;
mod people;
mod provider;
#[path = "../world/mod.rs"]
mod world;

use firstline_domain::id::PersonId;
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::fetch::Fetcher;
use firstline_hub::sign_in::{Origin, Shown, Visitor};
use firstline_hub::sign_on::{Answered, Begun, Entered, NewProvider};
use firstline_hub::store::db::Db;
use firstline_hub::store::identity_provider::Rule;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::{Field, Hub, HubError, Keys};
use jiff::Timestamp;
use provider::{CLIENT, Provider, SECRET, Someone};
use uuid::Uuid;
use world::{World, now, run};

const SITE: &str = "https://hub.example";
const DOMAIN: &str = "altan.localhost";
const PASSWORD: &str = "nine quiet lighthouses";

/// A hub with people at Altan and elsewhere, and Altan's provider.
struct Stage {
    world: World,
    provider: Provider,
    /// Who manages people at Altan.
    admin: Scope,
}

impl Stage {
    fn new(db: Db) -> Self {
        Stage::at(db, now)
    }

    /// With a clock that a story puts forward.
    fn at(db: Db, clock: fn() -> Timestamp) -> Self {
        let world = World::new(db);
        let keys = world.hub.keys().clone();
        let mut stage = Stage {
            admin: Scope::own_hand(world.id("altan")),
            world,
            provider: Provider::start(),
        }
        .with_keys(keys, clock);
        let elif = stage.person("elif", "altan", "elif@altan.example", Role::GlobalAdmin);
        stage.admin = Scope::new(
            stage.hub().edition(),
            Some(elif),
            stage.world.id("altan"),
            vec![PartyKind::Partner],
            vec![Role::GlobalAdmin],
        );
        stage
    }

    /// The same hub with other keys.
    fn with_keys(mut self, keys: Keys, clock: fn() -> Timestamp) -> Self {
        let host = self.provider.host.parse().unwrap();
        self.world.hub = self.world.hub_with(keys, clock);
        self.world.hub.fetch_by(Fetcher::allowing(vec![host]));
        self
    }

    /// The same, with the domain verified and the provider set.
    fn ready(db: Db) -> Self {
        Stage::ready_at(db, now)
    }

    fn ready_at(db: Db, clock: fn() -> Timestamp) -> Self {
        let stage = Stage::at(db, clock);
        stage.gets_ready();
        stage
    }

    fn gets_ready(&self) {
        let line = run(self.hub().sign_on(&self.admin)).unwrap().line.unwrap();
        self.provider.says_of_its_domain(&line);
        run(self.hub().verify_domain(&self.admin, DOMAIN)).unwrap();
        run(self.hub().set_sign_on(&self.admin, self.settings())).unwrap();
    }

    fn settings(&self) -> NewProvider {
        NewProvider {
            issuer: self.provider.issuer.clone(),
            client: CLIENT.to_owned(),
            secret: SECRET.to_owned(),
            claim: "groups".to_owned(),
            rules: vec![
                Rule {
                    group: "boss".to_owned(),
                    role: Role::GlobalAdmin,
                },
                Rule {
                    group: "support".to_owned(),
                    role: Role::HelpdeskAgent,
                },
            ],
            everyone: Vec::new(),
            demanded: false,
            version: 0,
        }
    }

    fn demands(&self) {
        let version = run(self.hub().sign_on(&self.admin)).unwrap().provider.version;
        let new = NewProvider {
            demanded: true,
            secret: String::new(),
            version,
            ..self.settings()
        };
        run(self.hub().set_sign_on(&self.admin, new)).unwrap();
    }

    fn hub(&self) -> &Hub {
        &self.world.hub
    }

    fn person(&self, handle: &str, organisation: &str, email: &str, role: Role) -> PersonId {
        let hand = Scope::own_hand(self.world.id(organisation));
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: email.to_owned(),
                language: None,
            },
            organisation: self.world.id(organisation),
            roles: vec![role],
            active: true,
        };
        let db = self.hub().db();
        db.write_blocking(|tx| person::put(tx, &hand, &member, now()))
            .unwrap();
        run(self.hub().set_password(handle, PASSWORD)).unwrap();
        let known = db.read_blocking(|tx| person::by_handle(tx, handle)).unwrap();
        known.unwrap().id
    }

    fn begin(&self, email: &str) -> Result<Begun, HubError> {
        run(self.hub().begin_sign_on(email, "/ask", SITE, &Origin::default()))
    }

    fn finish(&self, held: &str, answered: &Answered) -> Result<Entered, HubError> {
        run(self
            .hub()
            .finish_sign_on("altan", held, answered, SITE, &Origin::default()))
    }

    /// The whole way there and back.
    fn signs_in(&self, someone: &Someone) -> Result<Entered, HubError> {
        let begun = self.begin(&format!("anybody@{DOMAIN}")).unwrap();
        let answered = self.provider.lets_in(&begun.url, someone);
        self.finish(&begun.held, &answered)
    }

    fn visitor(&self, entered: &Entered) -> Visitor {
        let shown = Shown::Session(&entered.session);
        let visitor = run(self.hub().signed_in(shown, None)).unwrap();
        Visitor::clone(&visitor.unwrap())
    }
}

fn nora() -> Someone {
    Someone {
        subject: "nora-1",
        email: format!("nora@{DOMAIN}"),
        groups: vec!["support", "football"],
    }
}

/// The key of why something was not accepted.
fn refused<T>(done: Result<T, HubError>) -> &'static str {
    match done {
        Err(HubError::Invalid(fields)) => fields.first().map_or("", |field: &Field| field.key),
        Err(error) => panic!("{error}"),
        Ok(_) => "done",
    }
}
