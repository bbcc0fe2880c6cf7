//! What an identity provider says of somebody (an ID token, OpenID Connect Core 1.0, section 2), and whether to believe it
//! (section 3.1.3.7): who says it, to whom, when, in answer to what, and by whose signature.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::algorithms::Algorithms;

/// The longest token that is looked at, in bytes.
const TOKEN_BYTES_MAX: usize = 64 * 1024;
/// How far the provider's clock may be from the hub's.
const LEEWAY: SignedDuration = SignedDuration::from_secs(60);
/// How long ago a token may have been made.
const AGE_MAX: SignedDuration = SignedDuration::from_mins(10);
/// The longest name of somebody at a provider, as the standard has it.
const SUBJECT_BYTES_MAX: usize = 255;

/// The shortest key of RSA that a strict hub takes: 128 bits of strength (NIST SP 800-57).
const STRICT_RSA_BITS_MIN: usize = 3072;

/// The public keys of a provider (RFC 7517).
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Keys {
    pub keys: Vec<Key>,
}

/// A key, as far as keys that are used here have it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Key {
    kty: String,
    kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
    n: Option<String>,
    e: Option<String>,
}

/// How a token may be signed. By a secret that both sides know, or not at all, are none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Algorithm {
    #[serde(rename = "RS256")]
    Rs256,
    #[serde(rename = "PS256")]
    Ps256,
    #[serde(rename = "ES256")]
    Es256,
    #[serde(rename = "EdDSA")]
    EdDsa,
}

impl Algorithm {
    fn as_str(self) -> &'static str {
        match self {
            Algorithm::Rs256 => "RS256",
            Algorithm::Ps256 => "PS256",
            Algorithm::Es256 => "ES256",
            Algorithm::EdDsa => "EdDSA",
        }
    }
}

#[derive(Deserialize)]
struct Header {
    alg: Algorithm,
    kid: Option<String>,
    /// What must be understood beyond the standard: nothing is.
    crit: Option<Value>,
}

/// What has to be true of a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected<'a> {
    pub issuer: &'a str,
    pub client: &'a str,
    pub nonce: &'a str,
    pub now: Timestamp,
    pub algorithms: Algorithms,
}

/// Why a token is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    #[error("it is no token of a form that is taken")]
    Form,
    #[error("it is signed by an algorithm, or by too short a key, that a strict hub does not take")]
    Algorithm,
    #[error("none of the provider's keys is the one it names")]
    UnknownKey,
    #[error("the provider did not sign it")]
    Signature,
    #[error("somebody else says it")]
    Issuer,
    #[error("it is said to somebody else")]
    Audience,
    #[error("it is too old, or not yet true")]
    Time,
    #[error("it answers another question")]
    Nonce,
    #[error("it does not say whom it means")]
    Subject,
}

/// What a token says.
#[derive(Debug, Clone)]
pub(crate) struct Claims {
    pub subject: String,
    pub all: Map<String, Value>,
}

fn decoded(part: &str) -> Result<Vec<u8>, Refused> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| Refused::Form)
}

fn parsed<T: DeserializeOwned>(part: &str) -> Result<T, Refused> {
    serde_json::from_slice(&decoded(part)?).map_err(|_| Refused::Form)
}

/// What a token says, where all of it is to be believed.
pub(crate) fn believed(token: &str, keys: &Keys, expected: Expected<'_>) -> Result<Claims, Refused> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err(Refused::Form);
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(Refused::Form)?;
    let (header, claims) = signed.split_once('.').ok_or(Refused::Form)?;
    let header: Header = parsed(header)?;
    if header.crit.is_some() {
        return Err(Refused::Form);
    }
    let is_strict = expected.algorithms.is_strict();
    if is_strict && header.alg == Algorithm::Rs256 {
        return Err(Refused::Algorithm);
    }
    let signature = decoded(signature)?;
    let mut fitting = keys.keys.iter().filter(|key| key.fits(&header)).peekable();
    if fitting.peek().is_none() {
        return Err(Refused::UnknownKey);
    }
    let mut fitting = fitting.filter(|key| !is_strict || key.is_strong()).peekable();
    if fitting.peek().is_none() {
        return Err(Refused::Algorithm);
    }
    if !fitting.any(|key| key.signed(header.alg, signed.as_bytes(), &signature) == Some(true)) {
        return Err(Refused::Signature);
    }
    said(parsed(claims)?, expected)
}

fn said(all: Map<String, Value>, expected: Expected<'_>) -> Result<Claims, Refused> {
    let text = |name: &str| all.get(name).and_then(Value::as_str);
    if text("iss") != Some(expected.issuer) {
        return Err(Refused::Issuer);
    }
    let party = all.get("azp");
    let is_party = party.and_then(Value::as_str) == Some(expected.client);
    let to_us = match all.get("aud") {
        Some(Value::String(one)) => one == expected.client,
        Some(Value::Array(several)) => {
            several.iter().any(|one| one.as_str() == Some(expected.client))
                && (several.len() == 1 || is_party)
        }
        _ => false,
    };
    if !to_us || party.is_some() && !is_party {
        return Err(Refused::Audience);
    }
    let instant = |name: &str| {
        let second = all.get(name)?.as_f64()?;
        // Fractions are allowed, and what no calendar has is no time.
        #[allow(clippy::cast_possible_truncation)]
        Timestamp::from_second(second as i64).ok()
    };
    let (made, ends) = instant("iat").zip(instant("exp")).ok_or(Refused::Time)?;
    let since = match all.get("nbf") {
        Some(_) => instant("nbf").ok_or(Refused::Time)?,
        None => made,
    };
    let latest = expected.now.saturating_add(LEEWAY).map_err(|_| Refused::Time)?;
    let age = expected.now.duration_since(made);
    let left = ends.duration_since(expected.now);
    if made > latest || since > latest || age > AGE_MAX + LEEWAY || left <= -LEEWAY {
        return Err(Refused::Time);
    }
    if text("nonce") != Some(expected.nonce) {
        return Err(Refused::Nonce);
    }
    let subject = text("sub").unwrap_or_default().to_owned();
    if subject.is_empty() || subject.len() > SUBJECT_BYTES_MAX {
        return Err(Refused::Subject);
    }
    Ok(Claims { subject, all })
}

fn number(part: &Option<String>) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part.as_deref()?).ok()
}

impl Key {
    /// Whether a token with this head may be signed by this key.
    fn fits(&self, header: &Header) -> bool {
        let kind = match header.alg {
            Algorithm::Rs256 | Algorithm::Ps256 => self.kty == "RSA",
            Algorithm::Es256 => self.kty == "EC" && self.crv.as_deref() == Some("P-256"),
            Algorithm::EdDsa => self.kty == "OKP" && self.crv.as_deref() == Some("Ed25519"),
        };
        let named = header.kid.is_none() || header.kid == self.kid;
        let meant = self.alg.as_deref().is_none_or(|alg| alg == header.alg.as_str())
            && self.usage.as_deref().is_none_or(|usage| usage == "sig");
        kind && named && meant
    }

    /// Whether it has 128 bits of strength, which those of the curves here have by their kind.
    fn is_strong(&self) -> bool {
        self.kty != "RSA"
            || number(&self.n).is_some_and(|n| {
                let zeros = n.iter().take_while(|byte| **byte == 0).count();
                let first = n.get(zeros).map_or(0, |byte| byte.leading_zeros() as usize);
                (n.len() - zeros) * 8 - first >= STRICT_RSA_BITS_MIN
            })
    }

    /// Whether this key's owner signed the message; nothing where it is no whole key.
    fn signed(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> Option<bool> {
        let checked = match algorithm {
            Algorithm::Rs256 | Algorithm::Ps256 => {
                let (n, e) = (number(&self.n)?, number(&self.e)?);
                let padding = match algorithm {
                    Algorithm::Ps256 => &RSA_PSS_2048_8192_SHA256,
                    _ => &RSA_PKCS1_2048_8192_SHA256,
                };
                RsaPublicKeyComponents { n, e }.verify(padding, message, signature)
            }
            Algorithm::Es256 => {
                let point = [vec![4], number(&self.x)?, number(&self.y)?].concat();
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature)
            }
            Algorithm::EdDsa => UnparsedPublicKey::new(&ED25519, number(&self.x)?).verify(message, signature),
        };
        Some(checked.is_ok())
    }
}
