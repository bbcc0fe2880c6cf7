//! Refusing what the asker may not do, before anything is written. What it may not see is left out by the conditions of
//! each look-up.

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;

use crate::error::StoreError;

/// Lets only those on who may do an act on an object that stands so to them.
pub(crate) fn demand(scope: &Scope, act: Act, object: Object, relation: Relation) -> Result<(), StoreError> {
    if scope.may(act, object, relation) {
        return Ok(());
    }
    Err(StoreError::NotAllowed)
}

/// Lets only those on who may bring in records of this organisation's.
pub(crate) fn demand_import(scope: &Scope, owner: OrganisationId) -> Result<(), StoreError> {
    demand(scope, Act::Add, Object::Import, scope.stands_to(owner))
}

/// Lets only those on who may bring in records of anyone's.
pub(crate) fn demand_import_for_all(scope: &Scope) -> Result<(), StoreError> {
    demand(scope, Act::Add, Object::Import, Relation::Any)
}
