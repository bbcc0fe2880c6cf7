//! The rules of support across the organisations of a cloud marketplace.
//!
//! Pure: no input or output, no clock, no randomness. Time and ids are arguments. Start with [`decision`], which answers
//! whose a question is, and [`policy`], which holds the rules it answers by.

pub mod access;
pub mod decision;
pub mod hours;
pub mod id;
pub mod lang;
pub mod offer;
pub mod organisation;
pub mod party;
pub mod policy;
pub mod readiness;
pub mod reading;
pub mod relationship;
pub mod role;
pub mod scope;
pub mod split;
pub mod subscription;
pub mod wire;
