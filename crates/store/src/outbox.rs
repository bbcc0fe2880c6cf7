//! What is to be sent: written in the transaction that gave rise to it, so that nothing is sent for what did not happen and
//! nothing that happened goes unsent.

use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use jiff::Timestamp;
use uuid::Uuid;

use crate::columns::{Columns, micros, to_json};
use crate::db::{Row, Tx};
use crate::error::StoreError;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: Uuid,
    pub organisation: OrganisationId,
    /// `invitation`, `reset`, `address`.
    pub kind: String,
    /// An e-mail address.
    pub recipient: String,
    /// What the message says, by the names of its text.
    pub payload: serde_json::Value,
    pub made_at: Timestamp,
}

fn read(row: &Row<'_>) -> Result<Message, StoreError> {
    Ok(Message {
        id: row.id(0)?,
        organisation: OrganisationId(row.id(1)?),
        kind: row.text(2)?,
        recipient: row.text(3)?,
        payload: row.json(4)?,
        made_at: row.instant(5)?,
    })
}

pub fn put(tx: &mut Tx<'_>, new: &Message) -> Result<(), StoreError> {
    tx.execute(
        "insert into outbox (organisation, id, kind, recipient, payload, made_at) values ($1, $2, $3, $4, $5, $6)",
        &[
            &new.organisation,
            &new.id,
            &new.kind,
            &new.recipient,
            &to_json(&new.payload),
            &micros(new.made_at),
        ],
    )?;
    Ok(())
}

/// A message that waits to be sent, for whoever found its id in a record that they see.
pub fn by_id(tx: &mut Tx<'_>, organisation: OrganisationId, id: Uuid) -> Result<Option<Message>, StoreError> {
    tx.query_opt(
        "select id, organisation, kind, recipient, payload, made_at from outbox where organisation = $1 and id = $2",
        &[&organisation, &id],
        read,
    )
}

/// Takes back a message that has not been sent.
pub fn remove(tx: &mut Tx<'_>, organisation: OrganisationId, id: Uuid) -> Result<(), StoreError> {
    tx.execute(
        "delete from outbox where organisation = $1 and id = $2",
        &[&organisation, &id],
    )?;
    Ok(())
}

/// What waits to be sent for the asker's organisation, oldest first.
pub fn waiting(tx: &mut Tx<'_>, scope: &Scope, limit: i64) -> Result<Vec<Message>, StoreError> {
    tx.query(
        "select id, organisation, kind, recipient, payload, made_at from outbox
         where organisation = $1 order by made_at, id limit $2",
        &[&scope.organisation, &limit],
        read,
    )
}
