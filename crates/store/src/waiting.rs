//! How much waits for the answer of an organisation: a count that stands on every page, so it costs one look.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::scope::Scope;

use crate::db::Tx;
use crate::error::StoreError;

/// What waits for the answer of the asker's organisation, as far as the asker may answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Requests for a relation.
    pub relationships: i64,
    /// Splits that its resellers propose.
    pub from_resellers: i64,
    /// Splits that its providers propose.
    pub from_providers: i64,
}

/// Counts what waits. Whoever may answer nothing costs no look at all.
pub fn count(tx: &mut Tx<'_>, scope: &Scope) -> Result<Waiting, StoreError> {
    let may = |act, object, relation| scope.may(act, object, relation);
    let provided = may(Act::Add, Object::Relationship, Relation::Provider);
    let sold_to = may(Act::Add, Object::Relationship, Relation::Seller);
    let provides = may(Act::Change, Object::Split, Relation::Own);
    let resells = may(Act::Change, Object::Split, Relation::Provider);
    if !(provided || sold_to || provides || resells) {
        return Ok(Waiting::default());
    }
    let sql = format!(
        "select
           (select count(*) from relationship r where r.other = $1 and r.state = 'asked'
             and ({provided} and r.kind = 'provider-reseller' or {sold_to} and r.kind = 'partner-customer')),
           (select count(*) from split s where {provides} and s.provider = $1 and s.state = 'proposed'
             and s.proposed_by <> $1 and {related}),
           (select count(*) from split s where {resells} and s.reseller = $1 and s.state = 'proposed'
             and s.proposed_by <> $1 and {related})",
        related =
            "exists (select 1 from relationship r where r.organisation = s.provider and r.other = s.reseller
             and r.kind = 'provider-reseller' and r.state = 'active')",
    );
    tx.query_one(&sql, &[&scope.organisation], |row| {
        Ok(Waiting {
            relationships: row.get(0)?,
            from_resellers: row.get(1)?,
            from_providers: row.get(2)?,
        })
    })
}
