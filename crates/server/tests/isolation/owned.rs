//! What organisations own, row by row: whoever changes something changes nothing of others by it.

use std::collections::BTreeMap;

use firstline_hub::Hub;
use firstline_hub::store::StoreError;
use uuid::Uuid;

use crate::world::World;

/// A row: its table and id, and which two organisations may alter it.
type Row = (String, Uuid, [Uuid; 2]);

/// How rows stand on record.
#[derive(Debug, PartialEq, Eq)]
pub struct Owned(BTreeMap<Row, String>);

/// For each row: the table, an id, who owns it, who else has a say in it, and what it says.
const ROWS: &str = "
    select 'membership', person, organisation, organisation,
      cast(roles as text) || case when active then ' active' else '' end from membership
    union all select 'session', id, organisation, organisation, '' from session
    union all select 'token', id, organisation, organisation, cast(roles as text) from token
    union all select 'invitation', id, organisation, organisation, case when used_at is null then 'open' else 'used' end
      from link where kind = 'invitation'
    union all select 'decision', id, organisation, organisation, edition from decision
    union all select 'offer', id, publisher, publisher, cast(version as text) from offer
    union all select 'subscription', id, seller, seller, cast(version as text) from subscription
    union all select 'choice', offer, seller, seller, choice from technical_choice
    union all select 'split', id, provider, reseller, state from split
    union all select 'relationship', id, organisation, coalesce(other, organisation), state from relationship";

impl Owned {
    pub async fn on_record(hub: &Hub) -> Self {
        let rows = hub.db().read(|tx| {
            tx.query(ROWS, &[], |row| {
                let parties = [row.get(2)?, row.get(3)?];
                Ok::<_, StoreError>(((row.get(0)?, row.get(1)?, parties), row.get(4)?))
            })
        });
        Owned(rows.await.unwrap().into_iter().collect())
    }

    /// A row of others that was altered by people of these organisations, and how.
    pub fn altered(&self, after: &Owned, world: &World, by: &[usize]) -> Option<String> {
        let own: Vec<Uuid> = by.iter().map(|place| world.organisations[*place].id.0).collect();
        let rows = self.0.keys().chain(after.0.keys());
        let mut altered = rows.filter(|row| self.0.get(*row) != after.0.get(*row));
        let row = altered.find(|(.., parties)| !parties.iter().any(|party| own.contains(party)))?;
        let (table, id, [owner, _]) = row;
        let owner = world.organisations.iter().position(|one| one.id.0 == *owner);
        Some(format!(
            "it alters the {table} {id} of organisation {owner:?}, which is none of the asker's, from {:?} to {:?}",
            self.0.get(row),
            after.0.get(row)
        ))
    }
}
