//! What a browser sends back when somebody makes a passkey or shows one, and what must hold of it: the steps of WebAuthn,
//! Level 3, sections 7.1 and 7.2, as far as they are not the browser's. No attestation is asked for: who made an
//! authenticator is nothing to this hub, so a new key is as good as the session that brings it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::key::PublicKey;
use crate::algorithms::Algorithms;

/// The longest id that an authenticator may give, in bytes.
const ID_BYTES_MAX: usize = 1023;

/// Where passkeys of this hub belong: to its name, and to pages of this origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The hub's name: a host, without port.
    pub id: String,
    /// Scheme, host and port, as browsers write them.
    pub origin: String,
}

/// Bytes, as they stand in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bytes(pub Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        URL_SAFE_NO_PAD
            .decode(text)
            .map(Bytes)
            .map_err(serde::de::Error::custom)
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&URL_SAFE_NO_PAD.encode(&self.0))
    }
}

/// What a browser sends for a passkey that was just made.
#[derive(Debug, Deserialize)]
pub(super) struct Made {
    client_data: Bytes,
    authenticator_data: Bytes,
}

/// What a browser sends for a passkey that somebody showed.
#[derive(Debug, Deserialize)]
pub(super) struct Shown {
    pub id: Bytes,
    /// The id of its person, as it was given when the passkey was made.
    pub user: Bytes,
    client_data: Bytes,
    authenticator_data: Bytes,
    signature: Bytes,
}

/// A passkey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Passkey {
    pub id: Bytes,
    /// In the form the authenticator gave it.
    key: Bytes,
    /// How often the authenticator has signed, where it counts.
    pub count: u32,
    /// Whether it may be copied from device to device; that never changes.
    may_be_copied: bool,
}

/// Why a ceremony failed; for the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refused {
    #[error("what the browser sent cannot be read")]
    Unreadable,
    #[error("it is the answer of another kind of ceremony")]
    Kind,
    #[error("it answers another challenge")]
    Challenge,
    #[error("it was made on a page of another origin")]
    Origin,
    #[error("it belongs to another hub")]
    Party,
    #[error("nobody was there")]
    Absent,
    #[error("the authenticator did not make sure who was there")]
    Unverified,
    #[error("what it says of its copies contradicts itself")]
    Copies,
    #[error("its key is of a kind that was not asked for")]
    Key,
    #[error("it signs by what this hub does not take any more")]
    Untaken,
    #[error("the signature is not its own")]
    Signature,
    #[error("it has signed less often than before: it may be a copy")]
    Count,
}

/// What the browser says that it did.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: Bytes,
    origin: String,
    cross_origin: Option<bool>,
    top_origin: Option<String>,
}

impl ClientData {
    fn read(bytes: &[u8]) -> Result<Self, Refused> {
        // Some browsers begin it with a mark of its encoding, which is no part of it.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        serde_json::from_slice(bytes).map_err(|_| Refused::Unreadable)
    }

    fn check(&self, kind: &str, challenge: &str, party: &Party) -> Result<(), Refused> {
        if self.kind != kind {
            return Err(Refused::Kind);
        }
        if self.challenge.0 != challenge.as_bytes() {
            return Err(Refused::Challenge);
        }
        if self.origin != party.origin || self.cross_origin == Some(true) || self.top_origin.is_some() {
            return Err(Refused::Origin);
        }
        Ok(())
    }
}

/// What the authenticator says.
struct AuthenticatorData<'b> {
    may_be_copied: bool,
    is_copied: bool,
    has_credential: bool,
    has_extensions: bool,
    count: u32,
    rest: &'b [u8],
}

impl<'b> AuthenticatorData<'b> {
    fn read(bytes: &'b [u8], party: &Party) -> Result<Self, Refused> {
        let (head, rest) = bytes.split_at_checked(37).ok_or(Refused::Unreadable)?;
        let (of, head) = head.split_at(32);
        if of != digest(&SHA256, party.id.as_bytes()).as_ref() {
            return Err(Refused::Party);
        }
        let (flags, count) = (head[0], &head[1..]);
        let has = |bit: u8| flags & (1 << bit) != 0;
        let (is_present, is_verified) = (has(0), has(2));
        if !is_present {
            return Err(Refused::Absent);
        }
        if !is_verified {
            return Err(Refused::Unverified);
        }
        let data = AuthenticatorData {
            may_be_copied: has(3),
            is_copied: has(4),
            has_credential: has(6),
            has_extensions: has(7),
            count: count.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)),
            rest,
        };
        if data.is_copied && !data.may_be_copied {
            return Err(Refused::Copies);
        }
        Ok(data)
    }

    /// Nothing follows but what the authenticator added of its own accord, where it says so.
    fn ends_with(&self, rest: &[u8]) -> Result<(), Refused> {
        if rest.is_empty() == self.has_extensions {
            return Err(Refused::Unreadable);
        }
        Ok(())
    }
}

impl Passkey {
    /// Whether a hub takes what it signs.
    pub(super) fn is_taken(&self, algorithms: Algorithms) -> bool {
        PublicKey::read(&self.key.0).is_some_and(|(key, _)| key.is_taken(algorithms))
    }
}

impl Made {
    pub(super) fn read(answer: &str) -> Result<Self, Refused> {
        serde_json::from_str(answer).map_err(|_| Refused::Unreadable)
    }

    /// The challenge that this answers, where it can be one of the hub's.
    pub(super) fn challenge(&self) -> Result<String, Refused> {
        challenge_of(&self.client_data)
    }

    /// The new passkey, where all holds that must.
    pub(super) fn check(
        &self,
        challenge: &str,
        party: &Party,
        algorithms: Algorithms,
    ) -> Result<Passkey, Refused> {
        ClientData::read(&self.client_data.0)?.check("webauthn.create", challenge, party)?;
        let data = AuthenticatorData::read(&self.authenticator_data.0, party)?;
        if !data.has_credential {
            return Err(Refused::Unreadable);
        }
        // Sixteen bytes say what made it; nobody asks.
        let (head, rest) = data.rest.split_at_checked(18).ok_or(Refused::Unreadable)?;
        let length = usize::from(u16::from_be_bytes([head[16], head[17]]));
        if length == 0 || length > ID_BYTES_MAX {
            return Err(Refused::Unreadable);
        }
        let (id, from_key) = rest.split_at_checked(length).ok_or(Refused::Unreadable)?;
        let (key, rest) = PublicKey::read(from_key).ok_or(Refused::Key)?;
        if !key.is_taken(algorithms) {
            return Err(Refused::Key);
        }
        data.ends_with(rest)?;
        Ok(Passkey {
            id: Bytes(id.to_vec()),
            key: Bytes(from_key[..from_key.len() - rest.len()].to_vec()),
            count: data.count,
            may_be_copied: data.may_be_copied,
        })
    }
}

impl Shown {
    pub(super) fn read(answer: &str) -> Result<Self, Refused> {
        serde_json::from_str(answer).map_err(|_| Refused::Unreadable)
    }

    /// The challenge that this answers, where it can be one of the hub's.
    pub(super) fn challenge(&self) -> Result<String, Refused> {
        challenge_of(&self.client_data)
    }

    /// The passkey as it is after this, where all holds that must.
    pub(super) fn check(
        &self,
        challenge: &str,
        party: &Party,
        kept: &Passkey,
        algorithms: Algorithms,
    ) -> Result<Passkey, Refused> {
        ClientData::read(&self.client_data.0)?.check("webauthn.get", challenge, party)?;
        let data = AuthenticatorData::read(&self.authenticator_data.0, party)?;
        if data.may_be_copied != kept.may_be_copied {
            return Err(Refused::Copies);
        }
        data.ends_with(data.rest)?;
        let (key, _) = PublicKey::read(&kept.key.0).ok_or(Refused::Key)?;
        if !key.is_taken(algorithms) {
            return Err(Refused::Untaken);
        }
        let client = digest(&SHA256, &self.client_data.0);
        let message = [&self.authenticator_data.0[..], client.as_ref()].concat();
        if !key.signed(&message, &self.signature.0) {
            return Err(Refused::Signature);
        }
        let counts = data.count > 0 || kept.count > 0;
        if counts && data.count <= kept.count {
            return Err(Refused::Count);
        }
        Ok(Passkey {
            count: data.count,
            ..kept.clone()
        })
    }
}

fn challenge_of(client_data: &Bytes) -> Result<String, Refused> {
    let challenge = ClientData::read(&client_data.0)?.challenge.0;
    String::from_utf8(challenge).map_err(|_| Refused::Challenge)
}
