//! How a hub begins, and how people come into an organisation, change there, and leave; on both engines.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod beginning;
mod invitations;
mod managing;
#[path = "../world/mod.rs"]
mod world;

use firstline_domain::id::PersonId;
use firstline_domain::lang::Lang;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::credential::SignIn;
use firstline_hub::invitation::NewInvitation;
use firstline_hub::people::Newcomer;
use firstline_hub::set_up::SetUp;
use firstline_hub::sign_in::{Origin, Shown, Visitor};
use firstline_hub::store::db::Db;
use firstline_hub::store::person::{self, Member, Person};
use firstline_hub::{Hub, HubError, Keys, POLICIES};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use uuid::Uuid;
use world::{World, now, run};

const PASSWORD: &str = "nine quiet lighthouses";

fn in_eight_days() -> Timestamp {
    now() + SignedDuration::from_hours(8 * 24)
}

/// A hub on the same records, eight days on.
fn later(hub: &Hub) -> Hub {
    Hub::with_clock(
        hub.db().clone(),
        Policy::parse(POLICIES[0].1).unwrap(),
        hub.keys().clone(),
        in_eight_days,
    )
}

fn new_hub(db: Db) -> Hub {
    Hub::with_clock(db, Policy::parse(POLICIES[0].1).unwrap(), Keys::in_memory(), now)
}

fn here() -> Origin {
    Origin::default()
}

fn newcomer(name: &str) -> Newcomer {
    Newcomer {
        name: name.to_owned(),
        password: PASSWORD.to_owned(),
    }
}

fn first(organisation: &str, email: &str) -> SetUp {
    SetUp {
        organisation: organisation.to_owned(),
        email: email.to_owned(),
        newcomer: newcomer("Ada Operator"),
    }
}

fn invitation(email: &str, role: Role) -> NewInvitation {
    NewInvitation {
        organisation: None,
        email: email.to_owned(),
        roles: vec![role],
    }
}

fn visitor(hub: &Hub, session: &str) -> Option<Arc<Visitor>> {
    run(hub.signed_in(Shown::Session(session), None)).unwrap()
}

/// The fields that were not accepted, and why.
fn refused<T>(done: Result<T, HubError>) -> Vec<(String, &'static str)> {
    match done.map(drop).unwrap_err() {
        HubError::Invalid(fields) => fields.into_iter().map(|field| (field.name, field.key)).collect(),
        other => panic!("{other}"),
    }
}

fn gone<T>(done: Result<T, HubError>) -> bool {
    matches!(done, Err(HubError::NotFound(_)))
}

impl World {
    /// Somebody of an organisation, brought in by an import, with a password.
    fn settled(&self, handle: &str, organisation: &str, role: Role) -> Scope {
        let own = self.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
        let member = Member {
            person: Person {
                id: PersonId(Uuid::now_v7()),
                handle: handle.to_owned(),
                name: handle.to_owned(),
                email: format!("{handle}@people.example"),
                language: Some(Lang::En),
            },
            organisation: self.id(organisation),
            roles: vec![role],
            active: true,
        };
        self.hub
            .db()
            .write_blocking(|tx| person::put(tx, &own, &member, now()))
            .unwrap();
        run(self.hub.set_password(handle, PASSWORD)).unwrap();
        let session = self.sign_in(handle);
        visitor(&self.hub, &session).unwrap().scope.clone()
    }

    fn sign_in(&self, handle: &str) -> String {
        let email = format!("{handle}@people.example");
        match run(self.hub.sign_in(&email, PASSWORD, &here())).unwrap() {
            SignIn::Done(session) => session,
            SignIn::CodeNeeded(_) => panic!("nobody here has a second factor"),
        }
    }

    fn version(&self, scope: &Scope, handle: &str) -> i64 {
        run(self.hub.colleague(scope, handle)).unwrap().version()
    }
}
