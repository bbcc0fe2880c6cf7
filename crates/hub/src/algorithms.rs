//! Which algorithms a hub takes from what people and organisations bring: apps for codes, passkeys, identity providers.
//!
//! Most of these know more than one, and much that is in use knows only what the standards have left behind: Windows Hello signs by
//! RSA, most apps count by HMAC-SHA-1, identity providers by RS256. A hub takes these, unless whoever runs it decides that it
//! keeps to the letter (docs/decisions/0005).

use firstline_store::credential;

use crate::passkey::{self, PASSKEY};
use crate::second_factor::{self, TOTP};
use crate::{Hub, HubError};

/// What a hub takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Algorithms {
    /// What is in use, too.
    #[default]
    Usual,
    /// What OWASP's standard approves (ASVS 5.0, appendix C) with 128 bits of strength, and nothing else.
    Strict,
}

impl Algorithms {
    pub fn is_strict(self) -> bool {
        self == Algorithms::Strict
    }
}

/// What people have that a hub does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NotTaken {
    pub apps: usize,
    pub passkeys: usize,
}

impl Hub {
    /// Keeps to the approved algorithms from now on.
    pub fn keep_strict(&self) {
        self.0.algorithms.get_or_init(|| Algorithms::Strict);
    }

    pub fn algorithms(&self) -> Algorithms {
        self.0.algorithms.get().copied().unwrap_or_default()
    }

    /// What people here have set up that the hub does not take: they get in another way, and set it up anew.
    ///
    /// # Errors
    /// Only the store's.
    pub fn not_taken(&self) -> Result<NotTaken, HubError> {
        let algorithms = self.algorithms();
        if !algorithms.is_strict() {
            return Ok(NotTaken::default());
        }
        self.db().read_blocking(|tx| {
            let apps = credential::all(tx, TOTP)?;
            let passkeys = credential::all(tx, PASSKEY)?;
            Ok(NotTaken {
                apps: apps
                    .iter()
                    .filter(|it| !second_factor::is_taken(it, algorithms))
                    .count(),
                passkeys: passkeys
                    .iter()
                    .filter(|it| !passkey::is_taken(it, algorithms))
                    .count(),
            })
        })
    }
}
