//! Signing in through the real thing, as its owner and as those who want in instead.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod account;
#[path = "../../../hub/tests/authenticator/mod.rs"]
mod authenticator;
mod browser;
mod browsers;
mod factors;
mod guessing;
mod links;
mod site;
#[path = "../../../hub/tests/world/mod.rs"]
mod world;
