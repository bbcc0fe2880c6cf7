//! How records are read and told in these stories.

use firstline_domain::id::OrganisationId;
use firstline_domain::policy::Policy;
use firstline_domain::scope::Scope;
use firstline_hub::audit::{Change, Entry, Export, Found, Leaf, Sought, changes};
use firstline_hub::store::audit::{Fault, Hash, Verified};
use firstline_hub::{Hub, POLICIES};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::world::{now, run};

pub fn tomorrow() -> Timestamp {
    now() + SignedDuration::from_hours(24)
}

/// Another process on the same records, at another time.
pub fn hub_at(hub: &Hub, clock: fn() -> Timestamp) -> Hub {
    let policy = Policy::parse(POLICIES[0].1).unwrap();
    Hub::with_clock(hub.db().clone(), policy, hub.keys().clone(), clock)
}

/// The whole record of an organisation, the oldest line first.
pub fn record(hub: &Hub, scope: &Scope) -> (Vec<Entry>, Found) {
    let mut found = run(hub.audit(scope, &Sought::default(), 1000)).unwrap();
    assert_eq!(found.next, None);
    let mut entries = std::mem::take(&mut found.entries);
    entries.reverse();
    (entries, found)
}

pub fn acts(hub: &Hub, scope: &Scope) -> Vec<String> {
    record(hub, scope).0.into_iter().map(|entry| entry.act).collect()
}

pub fn verify(hub: &Hub, organisation: &str, head: Option<&Hash>) -> Result<Verified, Fault> {
    let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
    let mut logs = hub.verify_audit(&hand, Some(organisation), head).unwrap();
    logs.pop().unwrap().1
}

/// A change in a line: the path, and what stood there before and after.
pub fn told(change: &Change) -> String {
    let side = |leaves: &[Leaf]| {
        let said: Vec<String> = leaves
            .iter()
            .map(|leaf| match leaf {
                Leaf::Text(text) => text.clone(),
                Leaf::Flag(flag) => flag.to_string(),
                Leaf::Forgotten => "?".to_owned(),
            })
            .collect();
        said.join("+")
    };
    format!(
        "{}: {} -> {}",
        change.path.join("."),
        side(&change.before),
        side(&change.after)
    )
}

pub fn changes_of(hub: &Hub, scope: &Scope, act: &str) -> Vec<String> {
    let (entries, found) = record(hub, scope);
    let entry = entries.iter().rfind(|entry| entry.act == act).unwrap();
    changes(&entry.detail, &found.names).iter().map(told).collect()
}

pub fn taken_out(mut export: Export) -> String {
    let mut whole = Vec::new();
    while let Some(piece) = run(export.next()).unwrap() {
        whole.extend(piece);
    }
    String::from_utf8(whole).unwrap()
}
