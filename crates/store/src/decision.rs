//! Decisions that were kept, so that whoever gets the link sees the same.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::decision::Facts;
use firstline_domain::id::DecisionId;
use firstline_domain::scope::Scope;
use jiff::Timestamp;

use crate::access::demand;
use crate::columns::{Columns, micros, to_json};
use crate::db::Tx;
use crate::error::StoreError;

/// A decision as it was made: recomputing it from these gives the same.
#[derive(Debug, Clone)]
pub struct Kept {
    pub id: DecisionId,
    pub programme: String,
    pub edition: String,
    pub facts: Facts,
    pub decided_at: Timestamp,
}

/// Keeps a decision for the asker's organisation.
pub fn keep(tx: &mut Tx<'_>, scope: &Scope, kept: &Kept) -> Result<(), StoreError> {
    demand(scope, Act::Add, Object::Decision, Relation::Own)?;
    tx.execute(
        "insert into decision (organisation, id, person, programme, edition, facts, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        &[
            &scope.organisation,
            &kept.id,
            &scope.person,
            &kept.programme,
            &kept.edition,
            &to_json(&kept.facts),
            &micros(kept.decided_at),
        ],
    )?;
    Ok(())
}

/// A decision that somebody of the asker's organisation kept, where the asker's roles show it.
pub fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: DecisionId) -> Result<Option<Kept>, StoreError> {
    if !scope.may(Act::See, Object::Decision, Relation::Own) {
        return Ok(None);
    }
    tx.query_opt(
        "select id, programme, edition, facts, decided_at from decision where organisation = $1 and id = $2",
        &[&scope.organisation, &id],
        |row| {
            Ok(Kept {
                id: DecisionId(row.id(0)?),
                programme: row.text(1)?,
                edition: row.text(2)?,
                facts: row.json(3)?,
                decided_at: row.instant(4)?,
            })
        },
    )
}
