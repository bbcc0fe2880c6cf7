//! A hub with a clock that is moved by hand, and what people do there again and again.

use std::sync::Arc;

use crate::authenticator::Authenticator;
use crate::world::{World, now, run};
use firstline_domain::id::PersonId;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_hub::credential::SignIn;
use firstline_hub::passkey::Party;
use firstline_hub::sign_in::{Origin, Shown, Visitor};
use firstline_hub::store::db::Db;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::{Hub, HubError, POLICIES};
use jiff::Timestamp;
use serde_json::json;
use totp_rs::Totp;
use uuid::Uuid;

pub const PASSWORD: &str = "nine quiet lighthouses";
pub const OTHER: &str = "seven loud lighthouses";

/// A world whose clock is moved by hand, and the people of this story in it. A new hub on the same records stands for another
/// process: it remembers nothing of what was read or tried.
pub struct Story {
    pub world: World,
    pub clock: fn() -> Timestamp,
}

/// A clock of a test's own, in seconds after the world's.
macro_rules! clock {
    () => {{
        use std::sync::atomic::{AtomicI64, Ordering};
        static SECONDS: AtomicI64 = AtomicI64::new(0);
        SECONDS.store(0, Ordering::SeqCst);
        let wait: fn(i64) = |seconds| {
            SECONDS.fetch_add(seconds, Ordering::SeqCst);
        };
        let read: fn() -> jiff::Timestamp =
            || $crate::world::now() + jiff::SignedDuration::from_secs(SECONDS.load(Ordering::SeqCst));
        (read, wait)
    }};
}
pub(crate) use clock;

impl Story {
    pub fn new(db: Db, clock: fn() -> Timestamp) -> Self {
        let mut world = World::new(db);
        world.hub = hub(&world.hub, clock);
        Story { world, clock }
    }

    pub fn hub(&self) -> &Hub {
        &self.world.hub
    }

    /// The same hub in another process.
    pub fn another(&self) -> Hub {
        hub(self.hub(), self.clock)
    }

    /// Somebody of these organisations, with a password.
    pub fn person(&self, handle: &str, organisations: &[&str]) {
        let own = self.hub().own_scope("meridian", "Meridian Marketplace").unwrap();
        for organisation in organisations {
            self.put(&own, handle, organisation, true);
        }
        run(self.hub().set_password(handle, PASSWORD)).unwrap();
    }

    pub fn put(&self, own: &firstline_domain::scope::Scope, handle: &str, organisation: &str, active: bool) {
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: email(handle),
                language: None,
            },
            organisation: self.world.id(organisation),
            roles: vec![Role::GlobalAdmin],
            active,
        };
        self.hub()
            .db()
            .write_blocking(|tx| person::put(tx, own, &member, now()))
            .unwrap();
    }

    pub fn sign_in(&self, handle: &str) -> String {
        done(run(self.hub().sign_in(&email(handle), PASSWORD, &here())))
    }

    pub fn visitor(&self, session: &str) -> Arc<Visitor> {
        who(self.hub(), session).expect("somebody is signed in")
    }

    /// Somebody who has just signed in.
    pub fn signed_in(&self, handle: &str) -> Arc<Visitor> {
        let session = self.sign_in(handle);
        self.visitor(&session)
    }

    /// The links that were written to an address, in the order in which they were.
    pub fn letters(&self, visitor: &Visitor, to: &str) -> Vec<String> {
        let waiting = run(self.hub().letters(&visitor.scope, 100)).unwrap();
        waiting
            .into_iter()
            .filter(|letter| letter.message.recipient == to)
            .map(|letter| letter.link.unwrap())
            .collect()
    }

    pub fn letter(&self, visitor: &Visitor, to: &str) -> String {
        self.letters(visitor, to).pop().expect("a letter was written")
    }

    /// Adds a second factor; gives the app and the recovery codes.
    pub fn add_second_factor(&self, visitor: &Visitor) -> (Totp, Vec<String>) {
        let new = run(self.hub().begin_second_factor(visitor)).unwrap();
        let app = Totp::from_url(&new.url).unwrap();
        let codes = run(self
            .hub()
            .add_second_factor(visitor, &new.sealed, &self.code(&app)))
        .unwrap();
        (app, codes)
    }

    /// What the app shows now.
    pub fn code(&self, app: &Totp) -> String {
        app.generate((self.clock)().as_second().unsigned_abs())
            .to_string()
    }

    /// Signs in as far as the code.
    pub fn as_far_as_the_code(&self, handle: &str) -> String {
        match run(self.hub().sign_in(&email(handle), PASSWORD, &here())).unwrap() {
            SignIn::CodeNeeded(step) => step,
            SignIn::Done(_) => panic!("a password alone let somebody in who has a second factor"),
        }
    }

    pub fn add_passkey(&self, visitor: &Visitor, device: &mut Authenticator) {
        let asked = run(self.hub().ask_new_passkey(visitor, &party())).unwrap();
        let made = device.make(&json!(asked));
        run(self.hub().add_passkey(visitor, &party(), "Phone", &made)).unwrap();
    }

    /// What a device answers when the hub asks for a passkey to sign in.
    pub fn shown(&self, device: &mut Authenticator) -> String {
        let asked = run(self.hub().ask_passkey(&party(), &here())).unwrap();
        device.show(&json!(asked))
    }

    pub fn by_passkey(&self, answer: &str) -> Result<String, HubError> {
        run(self.hub().sign_in_by_passkey(&party(), answer, &here()))
    }
}

pub fn hub(like: &Hub, clock: fn() -> Timestamp) -> Hub {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    Hub::with_clock(like.db().clone(), policy, like.keys().clone(), clock)
}

pub fn email(handle: &str) -> String {
    format!("{handle}@people.example")
}

pub fn here() -> Origin {
    at("192.0.2.7")
}

pub fn at(address: &str) -> Origin {
    Origin::new(address.parse().ok(), "Firefox/140", None, None)
}

pub fn party() -> Party {
    Party {
        id: "hub.example".to_owned(),
        origin: "https://hub.example".to_owned(),
    }
}

pub fn device() -> Authenticator {
    Authenticator::new("https://hub.example")
}

pub fn who(hub: &Hub, session: &str) -> Option<Arc<Visitor>> {
    run(hub.signed_in(Shown::Session(session), None)).unwrap()
}

pub fn done(signed: Result<SignIn, HubError>) -> String {
    match signed.unwrap() {
        SignIn::Done(session) => session,
        SignIn::CodeNeeded(_) => panic!("a code was asked for"),
    }
}

/// Where something was not accepted, and why.
pub fn refused<T>(result: Result<T, HubError>) -> (String, &'static str) {
    match result.map(drop) {
        Err(HubError::Invalid(fields)) => (fields[0].name.clone(), fields[0].key),
        other => panic!("not refused: {other:?}"),
    }
}

pub fn gone<T>(result: Result<T, HubError>) -> bool {
    matches!(result, Err(HubError::NotFound(_)))
}

pub fn unproved<T>(result: Result<T, HubError>) -> bool {
    matches!(result, Err(HubError::ProofNeeded))
}

pub fn too_many<T>(result: Result<T, HubError>) -> bool {
    matches!(result, Err(HubError::TooMany(_)))
}
