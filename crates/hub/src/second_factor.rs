//! The second factor: a code that an app makes every half minute (TOTP, RFC 6238), and recovery codes for whoever has lost it.
//!
//! The app's key is kept sealed, with the step of the last code that was taken before it: a code works once. Recovery codes
//! are kept as digests, because nobody can guess one of 140 bits, and each goes when it is used.

use firstline_domain::id::PersonId;
use firstline_store::credential::{self, Credential};
use firstline_store::db::Tx;
use firstline_store::session;
use jiff::{SignedDuration, Timestamp};
use totp_rs::{Algorithm, Builder, Totp};

use crate::algorithms::Algorithms;
use crate::secret::{self, Digest};
use crate::sign_in::Visitor;
use crate::{Hub, HubError};

pub(crate) const TOTP: &str = "totp";
pub(crate) const RECOVERY: &str = "recovery";
/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// The letters and digits of a recovery code.
const RECOVERY_CHARS: usize = 28;

/// By what an app makes its codes. It stands beside the key as its name, so that apps of both kinds live side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Function {
    /// HMAC-SHA-1, which every app knows.
    Sha1,
    /// HMAC-SHA-256, which not every app knows.
    Sha256,
}

impl Function {
    /// Of apps that are set up in such a hub.
    fn of_new(algorithms: Algorithms) -> Self {
        match algorithms {
            Algorithms::Usual => Function::Sha1,
            Algorithms::Strict => Function::Sha256,
        }
    }

    fn of(kept: &Credential) -> Self {
        if kept.name == Function::Sha256.name() {
            Function::Sha256
        } else {
            Function::Sha1
        }
    }

    fn name(self) -> &'static str {
        match self {
            Function::Sha1 => "SHA-1",
            Function::Sha256 => "SHA-256",
        }
    }

    /// A key of as many bytes as RFC 4226 recommends, and RFC 6238 for the longer function.
    fn new_key(self) -> Vec<u8> {
        match self {
            Function::Sha1 => secret::random::<20>().to_vec(),
            Function::Sha256 => secret::random::<32>().to_vec(),
        }
    }
}

/// Whether a hub takes codes of an app that was set up.
pub(crate) fn is_taken(kept: &Credential, algorithms: Algorithms) -> bool {
    !algorithms.is_strict() || Function::of(kept) == Function::Sha256
}

/// A second factor that is about to be added: the app takes its key from the picture of an address, or as it is typed.
#[derive(Debug, Clone)]
pub struct NewFactor {
    pub url: String,
    pub key: String,
    /// What the form brings back with the first code.
    pub sealed: String,
}

/// What was typed where a code is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Code {
    App(String),
    Recovery(Digest),
}

impl Code {
    /// However it was spaced.
    pub(crate) fn read(typed: &str) -> Option<Self> {
        let code: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match code.len() {
            6 if code.bytes().all(|digit| digit.is_ascii_digit()) => Some(Code::App(code)),
            RECOVERY_CHARS if code.is_ascii() => Some(Code::Recovery(secret::digest(&code))),
            _ => None,
        }
    }
}

fn totp(function: Function, key: Vec<u8>, email: &str) -> Option<Totp> {
    // A colon would end the name.
    let name = email.replace(':', " ");
    Builder::new()
        .with_algorithm(match function {
            Function::Sha1 => Algorithm::SHA1,
            Function::Sha256 => Algorithm::SHA256,
        })
        .with_secret(key)
        .with_account_name(name)
        .with_issuer(Some("Firstline"))
        .with_skew(0)
        .build()
        .ok()
}

/// How long the app shows a code, and the hub takes it.
const STEP: SignedDuration = SignedDuration::from_secs(30);

/// Which code of the app one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// The one of this step, which it shows now.
    Now(u64),
    /// The one that it showed until now, of the step before.
    Before(u64),
}

/// Which code of the app it is, where it is one.
fn shown(function: Function, key: &[u8], code: &str, now: Timestamp) -> Option<Shown> {
    let app = totp(function, key.to_vec(), "")?;
    let at = |instant: Timestamp| app.check(code, instant.as_second().try_into().ok()?);
    match at(now) {
        Some(step) => Some(Shown::Now(step)),
        None => at(now - STEP).map(Shown::Before),
    }
}

fn late() -> HubError {
    HubError::field("code", "error-code-late")
}

/// Where a key belongs: sealed for one person it opens for no other.
pub(crate) fn place(person: PersonId) -> String {
    format!("totp of {person}")
}

fn wrong() -> HubError {
    HubError::field("code", "error-code-wrong")
}

fn is_known(credential: &Credential, code: &Digest) -> bool {
    recovery_codes(credential).iter().any(|kept| kept == code)
}

/// The digests of the recovery codes that are left.
fn recovery_codes(credential: &Credential) -> Vec<Vec<u8>> {
    serde_json::from_str(&credential.secret).unwrap_or_default()
}

impl Hub {
    /// Makes the key of a second factor, which counts for nothing until the app has shown a first code.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`].
    pub async fn begin_second_factor(&self, visitor: &Visitor) -> Result<NewFactor, HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.write(move |tx| {
            hub.demand_proof(tx, &visitor)?;
            let function = Function::of_new(hub.algorithms());
            let key = function.new_key();
            let sealed = hub.key()?.seal(&place(visitor.person.id), &key);
            let totp = totp(function, key, &visitor.person.email);
            let totp = totp.expect("a key of 20 bytes or more under a name without a colon makes codes");
            Ok(NewFactor {
                url: totp.to_url().unwrap_or_default(),
                key: totp.secret().to_base32(),
                sealed,
            })
        })
        .await
    }

    /// Adds a second factor, in place of one before, with the first code of the app; gives the recovery codes, which are
    /// shown this once.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::Invalid`] where the code is not the app's.
    pub async fn add_second_factor(
        &self,
        visitor: &Visitor,
        sealed: &str,
        typed: &str,
    ) -> Result<Vec<String>, HubError> {
        let Some(Code::App(code)) = Code::read(typed) else {
            return Err(wrong());
        };
        let (hub, visitor, sealed) = (self.clone(), visitor.clone(), sealed.to_owned());
        self.write(move |tx| {
            let session = hub.demand_proof(tx, &visitor)?;
            let person = visitor.person.id;
            let key = hub.ring()?.unseal(&place(person), &sealed).ok_or_else(wrong)?;
            let function = Function::of_new(hub.algorithms());
            let step = match shown(function, &key, &code, hub.now()).ok_or_else(wrong)? {
                Shown::Now(step) => step,
                Shown::Before(_) => return Err(late()),
            };
            // The form may have been made under a key that another has replaced since.
            let sealed = hub.key()?.seal(&place(person), &key);
            credential::remove_kind(tx, person, TOTP)?;
            hub.keep_credential(tx, person, TOTP, function.name(), format!("{step} {sealed}"))?;
            let codes = hub.keep_recovery_codes(tx, person)?;
            session::showed_two(tx, session.id, hub.now())?;
            hub.record_own(tx, &visitor, "add-second-factor", &serde_json::Value::Null)?;
            Ok(codes)
        })
        .await
    }

    /// Takes the second factor away, and the recovery codes with it.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::NotFound`] where there is none.
    pub async fn remove_second_factor(&self, visitor: &Visitor) -> Result<(), HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.write(move |tx| {
            hub.demand_proof(tx, &visitor)?;
            let person = visitor.person.id;
            if credential::of(tx, person, TOTP)?.is_empty() {
                return Err(HubError::NotFound("second factor"));
            }
            credential::remove_kind(tx, person, TOTP)?;
            credential::remove_kind(tx, person, RECOVERY)?;
            hub.has_none_left(tx, person)?;
            hub.record_own(tx, &visitor, "remove-second-factor", &serde_json::Value::Null)
        })
        .await
    }

    /// Makes new recovery codes, which are shown this once; those before work no more.
    ///
    /// # Errors
    /// [`HubError::ProofNeeded`]; [`HubError::NotFound`] where there is no second factor.
    pub async fn new_recovery_codes(&self, visitor: &Visitor) -> Result<Vec<String>, HubError> {
        let (hub, visitor) = (self.clone(), visitor.clone());
        self.write(move |tx| {
            hub.demand_proof(tx, &visitor)?;
            let person = visitor.person.id;
            if credential::of(tx, person, TOTP)?.is_empty() {
                return Err(HubError::NotFound("second factor"));
            }
            let codes = hub.keep_recovery_codes(tx, person)?;
            hub.record_own(tx, &visitor, "new-recovery-codes", &serde_json::Value::Null)?;
            Ok(codes)
        })
        .await
    }

    fn keep_recovery_codes(&self, tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<String>, HubError> {
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code()).collect();
        let digests: Vec<Vec<u8>> = codes.iter().map(|code| secret::digest(code).to_vec()).collect();
        let kept = serde_json::json!(digests).to_string();
        credential::remove_kind(tx, person, RECOVERY)?;
        self.keep_credential(tx, person, RECOVERY, "", kept)?;
        Ok(codes.iter().map(|code| spaced(code)).collect())
    }

    /// Takes a code of a person's second factor, or one of their recovery codes: each works once.
    ///
    /// # Errors
    /// [`HubError::Invalid`] where it is none, was taken before, or the hub takes none of an app of this kind.
    pub(crate) fn take_code(&self, tx: &mut Tx<'_>, person: PersonId, code: &Code) -> Result<(), HubError> {
        let (before, after) = match code {
            Code::App(code) => self.after_code(tx, person, code)?,
            Code::Recovery(code) => after_recovery_code(tx, person, code)?,
        }
        .ok_or_else(wrong)?;
        if !credential::used(tx, person, &before, &after, self.now())? {
            return Err(wrong());
        }
        Ok(())
    }

    /// The second factor before and after this code, where it is one of the app's that comes after the last.
    fn after_code(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        code: &str,
    ) -> Result<Option<(Credential, String)>, HubError> {
        let Some(kept) = credential::of(tx, person, TOTP)?.pop() else {
            return Ok(None);
        };
        if !is_taken(&kept, self.algorithms()) {
            return Err(HubError::field("code", "error-code-untaken"));
        }
        let Some((last, sealed)) = kept.secret.split_once(' ') else {
            return Ok(None);
        };
        let Some(app) = self.ring()?.unseal(&place(person), sealed) else {
            tracing::error!(%person, "the key of an app is sealed under a key that is not there");
            return Err(HubError::field("code", "error-code-lost"));
        };
        let shown = shown(Function::of(&kept), &app, code, self.now());
        let Some((shown, last)) = shown.zip(last.parse::<u64>().ok()) else {
            return Ok(None);
        };
        match shown {
            Shown::Now(step) if step > last => {
                let after = format!("{step} {sealed}");
                Ok(Some((kept, after)))
            }
            Shown::Before(step) if step > last => Err(late()),
            Shown::Now(_) | Shown::Before(_) => Ok(None),
        }
    }

    /// How many recovery codes a person has left.
    pub(crate) fn recovery_codes_left(&self, tx: &mut Tx<'_>, person: PersonId) -> Result<usize, HubError> {
        let kept = credential::of(tx, person, RECOVERY)?.pop();
        Ok(kept.map_or(0, |kept| recovery_codes(&kept).len()))
    }
}

/// The recovery codes before and after one of them was used.
fn after_recovery_code(
    tx: &mut Tx<'_>,
    person: PersonId,
    code: &Digest,
) -> Result<Option<(Credential, String)>, HubError> {
    let kept = credential::of(tx, person, RECOVERY)?.pop();
    Ok(kept.filter(|kept| is_known(kept, code)).map(|kept| {
        let mut left = recovery_codes(&kept);
        left.retain(|other| other != code);
        (kept, serde_json::json!(left).to_string())
    }))
}

/// 140 bits in letters and digits.
fn recovery_code() -> String {
    secret::letters::<RECOVERY_CHARS>()
}

/// In groups of four, as it is read out.
fn spaced(code: &str) -> String {
    let groups: Vec<&str> = (0..code.len()).step_by(4).map(|at| &code[at..at + 4]).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_however_they_are_spaced() {
        assert_eq!(Code::read(" 012 345 "), Some(Code::App("012345".to_owned())));
        let code = recovery_code();
        assert_eq!(Code::read(&spaced(&code).to_uppercase()), Code::read(&code));
        assert!(matches!(Code::read(&code), Some(Code::Recovery(_))));
        for other in ["", "12345", "1234567", "12345a", "𝟏𝟐𝟑𝟒𝟓𝟔"] {
            assert_eq!(Code::read(other), None, "{other}");
        }
    }

    /// The examples of RFC 6238, with the last six of their eight digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let (short, long) = (
            &b"12345678901234567890"[..],
            &b"12345678901234567890123456789012"[..],
        );
        for (function, key, second, code) in [
            (Function::Sha1, short, 59, "287082"),
            (Function::Sha1, short, 1_111_111_109, "081804"),
            (Function::Sha1, short, 1_111_111_111, "050471"),
            (Function::Sha1, short, 1_234_567_890, "005924"),
            (Function::Sha1, short, 2_000_000_000, "279037"),
            (Function::Sha256, long, 59, "119246"),
            (Function::Sha256, long, 1_111_111_109, "084774"),
            (Function::Sha256, long, 1_111_111_111, "062674"),
            (Function::Sha256, long, 1_234_567_890, "819424"),
            (Function::Sha256, long, 2_000_000_000, "698825"),
        ] {
            let begin = second / 30 * 30;
            let step = u64::try_from(second / 30).unwrap();
            let (own, before) = (Some(Shown::Now(step)), Some(Shown::Before(step)));
            for (instant, which) in [
                (begin - 1, None),
                (begin, own),
                (second, own),
                (begin + 29, own),
                (begin + 30, before),
                (begin + 59, before),
                (begin + 60, None),
            ] {
                assert_eq!(
                    shown(function, key, code, at(instant)),
                    which,
                    "{second} at {instant}"
                );
            }
        }
    }

    #[test]
    fn the_address_names_hub_and_account() {
        let made = |function| {
            totp(
                function,
                b"12345678901234567890".to_vec(),
                "elif:demir@bosfor.example",
            )
            .unwrap()
        };
        let totp = made(Function::Sha1);
        assert_eq!(
            totp.to_url().unwrap(),
            "otpauth://totp/Firstline:elif%20demir%40bosfor.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Firstline"
        );
        let of_the_longer = made(Function::Sha256).to_url().unwrap();
        assert!(of_the_longer.contains("&algorithm=SHA256"), "{of_the_longer}");
    }
}
