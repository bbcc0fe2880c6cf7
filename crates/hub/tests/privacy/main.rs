//! What is held of people: taken out, erased, and kept no longer than an organisation says; on both engines.

#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails")]

mod keeping;
mod people;
#[path = "../records/mod.rs"]
mod records;
#[path = "../world/mod.rs"]
mod world;

use firstline_domain::id::OrganisationId;
use firstline_domain::policy::Policy;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::ask::Question;
use firstline_hub::audit::{Entry, Sought};
use firstline_hub::privacy::Dossier;
use firstline_hub::sign_in::{Origin, Shown};
use firstline_hub::store::audit::{Fault, Verified};
use firstline_hub::store::person::{self, Member};
use firstline_hub::token::NewToken;
use firstline_hub::{Hub, POLICIES};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use uuid::Uuid;
use world::{World, now, run};

fn in_two_years() -> Timestamp {
    now() + SignedDuration::from_hours(2 * 366 * 24)
}

fn later(hub: &Hub) -> Hub {
    Hub::with_clock(
        hub.db().clone(),
        Policy::parse(POLICIES[0].1).unwrap(),
        hub.keys().clone(),
        in_two_years,
    )
}

fn whole(dossier: Dossier) -> Value {
    let mut dossier = dossier;
    let mut out = Vec::new();
    while let Some(piece) = run(dossier.next()).unwrap() {
        out.extend(piece);
    }
    serde_json::from_slice(&out).unwrap()
}

fn record(hub: &Hub, scope: &Scope) -> Vec<Entry> {
    let mut entries = run(hub.audit(scope, &Sought::default(), 1000)).unwrap().entries;
    entries.reverse();
    entries
}

fn verify(hub: &Hub, organisation: &str) -> Result<Verified, Fault> {
    let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
    hub.verify_audit(&hand, Some(organisation), None)
        .unwrap()
        .pop()
        .unwrap()
        .1
}

fn question() -> Question {
    Question {
        topic: "technical.break-fix".to_owned(),
        offer: Some("pinar/insight".to_owned()),
        ..Question::default()
    }
}

/// A person of `altan` who has done a bit of everything that leaves something behind.
fn busy(world: &World) -> Scope {
    let hub = &world.hub;
    let emre = world.settled("emre-tunali", "Emre Tunalı", "altan", Role::AdminAgent);
    let session = world.sign_in("emre-tunali");
    let visitor = run(hub.signed_in(Shown::Session(&session), None))
        .unwrap()
        .unwrap();
    run(hub.choose_technical(&emre, None, Some(TechnicalChoice::SendOn))).unwrap();
    run(hub.ask_and_keep(&emre, &question())).unwrap();
    run(hub.offer(&emre, "pinar/insight")).unwrap();
    run(hub.write_looks()).unwrap();
    run(hub.ask_address(&visitor, "emre.yeni@people.example")).unwrap();
    run(hub.ask_reset("emre-tunali@people.example", &Origin::default())).unwrap();
    run(hub.make_token(
        &emre,
        NewToken {
            name: "nightly".to_owned(),
            roles: vec![Role::AdminAgent],
            days: 30,
        },
    ))
    .unwrap();
    emre
}

fn joined(world: &World, handle: &str, organisation: &str, role: Role) {
    let own = world.hub.own_scope("meridian", "Meridian Marketplace").unwrap();
    world
        .hub
        .db()
        .write_blocking(|tx| {
            let person = person::by_handle(tx, handle)?.unwrap();
            let member = Member {
                person,
                organisation: world.id(organisation),
                roles: vec![role],
                active: true,
            };
            person::put(tx, &own, &member, now())
        })
        .unwrap();
}
