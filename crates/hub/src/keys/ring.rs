//! Keys, and what is done with them.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::secret;

/// The bytes of a key.
pub(super) const BYTES: usize = 32;
/// The letters and digits of the id that the hub gives a key.
const ID_CHARS: usize = 8;
/// The hexadecimal digits of a signature: 128 bits.
const SIGNATURE_CHARS: usize = 32;

/// Which algorithms a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Signatures by keyed BLAKE3, seals by ChaCha20-Poly1305, each with a key that BLAKE3 derives of this one.
    V1,
}

impl Form {
    pub(super) const ALL: [Form; 1] = [Form::V1];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Form::V1 => "v1",
        }
    }
}

/// One key.
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) form: Form,
    /// From when on it signs and seals, until a newer one does.
    pub(crate) since: Timestamp,
    secret: [u8; BYTES],
    signing: [u8; BYTES],
    sealing: LessSafeKey,
}

impl Key {
    pub(super) fn new(id: &str, form: Form, since: Timestamp, secret: [u8; BYTES]) -> Self {
        // A key for each use, so that what is signed and what is sealed never meet.
        let derived = |purpose| blake3::derive_key(purpose, &secret);
        let sealing = UnboundKey::new(
            &CHACHA20_POLY1305,
            &derived("firstline v1: what the hub reads again"),
        );
        let sealing = sealing.expect("a key of 32 bytes is what ChaCha20-Poly1305 takes");
        Key {
            id: id.to_owned(),
            form,
            since,
            secret,
            signing: derived("firstline v1: what the hub recognises"),
            sealing: LessSafeKey::new(sealing),
        }
    }

    /// A new key that counts from the second of this instant on.
    pub(super) fn fresh(since: Timestamp) -> Self {
        let id = secret::letters::<ID_CHARS>();
        let second = Timestamp::from_second(since.as_second()).unwrap_or(since);
        Key::new(&id, Form::V1, second, secret::random())
    }

    pub(super) fn secret(&self) -> &[u8; BYTES] {
        &self.secret
    }

    /// Words that only the hub can make of what is said.
    pub(crate) fn word(&self, said: &str) -> blake3::Hash {
        blake3::keyed_hash(&self.signing, said.as_bytes())
    }

    fn signature(&self, secret: &str) -> String {
        self.word(secret).to_hex()[..SIGNATURE_CHARS].to_owned()
    }

    /// A fresh secret with the hub's signature under it, so that one that was made up is refused without a look for it.
    pub(crate) fn signed(&self, word: &str) -> String {
        let secret = secret::fresh(word);
        format!("{secret}.{}.{}", self.id, self.signature(&secret))
    }

    /// A fresh secret that says which key words were made of it with.
    pub(crate) fn named(&self, word: &str) -> String {
        format!("{}.{}", self.id, secret::fresh(word))
    }

    /// Seals something for one place, which is a part of the seal: moved elsewhere it does not open.
    pub(crate) fn seal(&self, place: &str, plain: &[u8]) -> String {
        let nonce = secret::random::<NONCE_LEN>();
        let mut sealed = plain.to_vec();
        self.sealing
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(place.as_bytes()),
                &mut sealed,
            )
            .expect("what is sealed here is far shorter than 256 GiB, the most that can be sealed at once");
        let sealed = URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat());
        format!("{}.{sealed}", self.id)
    }

    fn unseal(&self, place: &str, sealed: &str) -> Option<Vec<u8>> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut rest = rest.to_vec();
        let plain = self
            .sealing
            .open_in_place(nonce, Aad::from(place.as_bytes()), &mut rest);
        plain.ok().map(|plain| plain.to_vec())
    }
}

/// All keys of a hub, by the time from which on they count.
#[derive(Default)]
pub(crate) struct Ring(Vec<Arc<Key>>);

impl Ring {
    pub(super) fn of(key: Key) -> Self {
        Ring(vec![Arc::new(key)])
    }

    /// Of two that count from the same time on, the later in the file is the newer.
    pub(super) fn new(mut keys: Vec<Arc<Key>>) -> Self {
        keys.sort_by_key(|key| key.since);
        Ring(keys)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// From the oldest to the newest.
    pub(super) fn keys(&self) -> &[Arc<Key>] {
        &self.0
    }

    pub(super) fn newest(&self) -> Option<&Arc<Key>> {
        self.0.last()
    }

    /// The newest whose time has come. Where none has, which a clock that was put back can bring about, the oldest.
    pub(super) fn current(&self, now: Timestamp) -> Option<Arc<Key>> {
        let come = self.0.iter().rfind(|key| key.since <= now);
        come.or(self.0.first()).cloned()
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Arc<Key>> {
        self.0.iter().find(|key| key.id == id)
    }

    /// The key that a secret says was used with it.
    pub(crate) fn of_named(&self, named: &str) -> Option<&Arc<Key>> {
        let (id, _) = named.split_once('.')?;
        self.by_id(id)
    }

    /// Whether one of the hub's keys signed it.
    pub(crate) fn is_signed(&self, shown: &str) -> bool {
        let Some((named, claimed)) = shown.rsplit_once('.') else {
            return false;
        };
        let Some((secret, id)) = named.rsplit_once('.') else {
            return false;
        };
        // Compared by hash: how long that takes says nothing about how much of it was right.
        self.by_id(id).is_some_and(|key| {
            blake3::hash(claimed.as_bytes()) == blake3::hash(key.signature(secret).as_bytes())
        })
    }

    /// Whether one of the hub's keys makes this word of what is said.
    pub(crate) fn made_word(&self, said: &str, is_it: impl Fn(blake3::Hash) -> bool) -> bool {
        self.0.iter().any(|key| is_it(key.word(said)))
    }

    /// What was sealed for this place.
    pub(crate) fn unseal(&self, place: &str, sealed: &str) -> Option<Vec<u8>> {
        let (id, sealed) = sealed.split_once('.')?;
        self.by_id(id)?.unseal(place, sealed)
    }
}
