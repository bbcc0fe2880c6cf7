//! How people sign in, show who they are, and look after their account; on both engines.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

#[path = "../authenticator/mod.rs"]
mod authenticator;
mod demand;
mod guessing;
mod keys;
mod passkeys;
mod passwords;
mod second_factor;
mod sessions;
mod story;
mod strict;
mod unconfirmed;
#[path = "../world/mod.rs"]
mod world;
