//! Passwords: long ones, with no rules on what they are made of, but none of the most common.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use firstline_store::StoreError;
use tokio::sync::Semaphore;

use crate::{Field, Hub, HubError};

/// In characters.
pub const PASSWORD_CHARS_MIN: usize = 10;
/// In bytes: long enough for any sentence, short enough to be hashed at once.
pub const PASSWORD_BYTES_MAX: usize = 1024;

/// Hashing takes memory and a core: no more of it at a time than this, however many sign in.
static TURNS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Arc::new(Semaphore::new(cores))
});

/// What OWASP's cheat sheet on password storage asks of argon2id: 19 MiB, 2 passes, 1 lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

fn argon2() -> Argon2<'static> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are within argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// What is wrong with a new password, for the field it was typed into.
pub(crate) fn check(field: &str, password: &str, email: &str) -> Result<(), Field> {
    if password.chars().count() < PASSWORD_CHARS_MIN {
        return Err(Field::new(field, "error-password-short"));
    }
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(Field::new(field, "error-password-long"));
    }
    let folded = password.to_lowercase();
    let name = email.split('@').next().unwrap_or_default().to_lowercase();
    // A common word with digits and signs around it is what everyone makes of a common word.
    let core = folded.trim_matches(|c: char| !c.is_alphabetic());
    let is_own = [email.to_lowercase().as_str(), name.as_str(), "firstline"]
        .iter()
        .any(|own| folded == *own || core == *own);
    if is_own || is_common(&folded) || is_common(core) {
        return Err(Field::new(field, "error-password-common"));
    }
    Ok(())
}

/// The most common passwords, a line each, in small letters and sorted.
static COMMON: &str = include_str!("../assets/common-passwords.txt");

fn is_common(folded: &str) -> bool {
    static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| COMMON.lines().collect());
    LINES.binary_search(&folded).is_ok()
}

/// Whether a hash was made otherwise than hashes are made now: it is made anew when its password is there again.
pub(crate) fn is_outdated(hash: &str) -> bool {
    let of_now = format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$");
    !hash.starts_with(&of_now)
}

impl Hub {
    /// The hash of a password that somebody chose.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where it is known from a breach.
    pub(crate) async fn hash_chosen(&self, password: &str) -> Result<String, HubError> {
        let (hub, chosen) = (self.clone(), password.to_owned());
        let is_breached = in_turn(move || match hub.0.breached.get() {
            Some(breached) => breached.has(&chosen),
            None => Ok(false),
        })
        .await?;
        // A file that cannot be read keeps nobody from choosing a password: the common ones are refused without it.
        let is_breached = is_breached.unwrap_or_else(|error| {
            tracing::error!(%error, "the breached passwords cannot be read");
            false
        });
        if is_breached {
            return Err(HubError::field("password", "error-password-breached"));
        }
        hash(password.to_owned()).await
    }
}

/// The hash of a password, as it is kept.
pub(crate) async fn hash(password: String) -> Result<String, HubError> {
    in_turn(move || {
        let salt = crate::secret::random::<16>();
        argon2()
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .expect("a salt of 16 bytes and a password under the limit can be hashed")
    })
    .await
}

/// Whether a password is the one with this hash. Without one it takes just as long, so that nobody learns by the clock who
/// has an account.
pub(crate) async fn is(password: String, hash: Option<String>) -> Result<bool, HubError> {
    if password.len() > PASSWORD_BYTES_MAX {
        return Ok(false);
    }
    in_turn(move || {
        let known = hash.as_deref().and_then(|hash| PasswordHash::new(hash).ok());
        match known {
            Some(known) => argon2().verify_password(password.as_bytes(), &known).is_ok(),
            None => {
                let _ = argon2().hash_password_with_salt(password.as_bytes(), &[0; 16]);
                false
            }
        }
    })
    .await
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, HubError> {
    let turn = TURNS
        .clone()
        .acquire_owned()
        .await
        .map_err(|_| StoreError::Stopping)?;
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    })
    .await;
    Ok(done.map_err(|_| StoreError::Stopping)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_passwords_are_sorted_and_in_small_letters() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() > 10_000);
        assert!(lines.is_sorted() && lines.iter().all(|line| line.to_lowercase() == **line));
    }

    #[tokio::test]
    async fn a_hash_of_today_is_not_made_anew() {
        assert!(!is_outdated(
            &hash("four ducks in a row".to_owned()).await.unwrap()
        ));
        for before in [
            "",
            "$argon2id$v=19$m=4096,t=2,p=1$c2FsdA$aGFzaA",
            "$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
        ] {
            assert!(is_outdated(before), "{before}");
        }
    }

    #[test]
    fn a_sentence_is_a_password_and_what_everyone_uses_is_not() {
        assert_eq!(check("password", "four ducks in a row", "a@b.example"), Ok(()));
        for (password, key) in [
            ("short", "error-password-short"),
            ("qwertyuiop", "error-password-common"),
            ("Password1234!", "error-password-common"),
            ("firstline2026", "error-password-common"),
            ("elif.demir@bosfor.example", "error-password-common"),
            ("elif.demirtas", "error-password-common"),
        ] {
            let email = if password.contains("demirtas") {
                "elif.demirtas@bosfor.example"
            } else {
                "elif.demir@bosfor.example"
            };
            assert_eq!(
                check("password", password, email).unwrap_err().key,
                key,
                "{password}"
            );
        }
        let long = "ş".repeat(PASSWORD_BYTES_MAX);
        assert_eq!(
            check("password", &long, "a@b.example").unwrap_err().key,
            "error-password-long"
        );
    }
}
