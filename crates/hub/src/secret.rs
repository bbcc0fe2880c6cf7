//! Secrets that a holder shows and the hub recognises: made at random, kept only as digests. What the hub has to read again,
//! such as the key of a second factor, it keeps sealed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use firstline_store::StoreError;
use firstline_store::db::Tx;
use firstline_store::link;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

/// How a secret is kept and found again.
pub(crate) type Digest = [u8; 32];

const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// As many random bytes as asked for, from the machine's own source.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("a machine without a source of randomness cannot keep secrets");
    bytes
}

/// A new secret of 160 bits, in letters and digits that can be read out, after a word that says what it is for.
pub(crate) fn fresh(word: &str) -> String {
    format!("{word}_{}", letters::<32>())
}

/// As many letters and digits as asked for, each worth 5 bits.
pub(crate) fn letters<const N: usize>() -> String {
    let letter = |byte: u8| char::from(ALPHABET[usize::from(byte % 32)]);
    random::<N>().into_iter().map(letter).collect()
}

pub(crate) fn digest(secret: &str) -> Digest {
    *blake3::hash(secret.as_bytes()).as_bytes()
}

/// The hub's own key, made the first time it is wanted.
pub(crate) fn hub_key(tx: &mut Tx<'_>) -> Result<Digest, StoreError> {
    key_of(link::hub_key(tx, &random())?)
}

/// The hub's own key, where it was wanted before.
pub(crate) fn known_hub_key(tx: &mut Tx<'_>) -> Result<Option<Digest>, StoreError> {
    link::known_hub_key(tx)?.map(key_of).transpose()
}

/// A key of another length was not put there by the hub: nothing is signed with it, and nothing is recognised.
fn key_of(kept: Vec<u8>) -> Result<Digest, StoreError> {
    kept.try_into().map_err(|kept: Vec<u8>| StoreError::Column {
        column: "hub_key.secret".to_owned(),
        wanted: "32 bytes",
        found: format!("{} bytes", kept.len()),
    })
}

/// A secret with the hub's signature under it, so that one that was made up is refused without a look for it.
pub(crate) fn signed(key: &Digest, word: &str) -> String {
    let secret = fresh(word);
    let signature = signature(key, &secret);
    format!("{secret}.{signature}")
}

/// Whether the hub signed it.
pub(crate) fn is_signed(key: &Digest, signed: &str) -> bool {
    let Some((secret, claimed)) = signed.rsplit_once('.') else {
        return false;
    };
    // Compared by digest: how long that takes says nothing about how much of it was right.
    blake3::hash(claimed.as_bytes()) == blake3::hash(signature(key, secret).as_bytes())
}

fn signature(key: &Digest, secret: &str) -> String {
    blake3::keyed_hash(key, secret.as_bytes()).to_hex()[..32].to_owned()
}

/// Seals something for one place, which is a part of the seal: moved elsewhere it does not open.
pub(crate) fn seal(key: &Digest, place: &str, plain: &[u8]) -> String {
    let nonce = random::<NONCE_LEN>();
    let mut sealed = plain.to_vec();
    sealing(key)
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(place.as_bytes()),
            &mut sealed,
        )
        .expect("what is sealed here is far shorter than 256 GiB, the most that can be sealed at once");
    URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat())
}

/// What was sealed for this place.
pub(crate) fn unseal(key: &Digest, place: &str, sealed: &str) -> Option<Vec<u8>> {
    let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let (nonce, rest) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut rest = rest.to_vec();
    let plain = sealing(key).open_in_place(nonce, Aad::from(place.as_bytes()), &mut rest);
    plain.ok().map(|plain| plain.to_vec())
}

/// A key of its own, so that what is signed and what is sealed never meet.
fn sealing(key: &Digest) -> LessSafeKey {
    let key = blake3::derive_key("firstline: what the hub reads again", key);
    let key =
        UnboundKey::new(&CHACHA20_POLY1305, &key).expect("a key of 32 bytes is what ChaCha20-Poly1305 takes");
    LessSafeKey::new(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_at_the_same_place_alone() {
        let key = random();
        let sealed = seal(&key, "totp of Elif", b"a key");
        assert_eq!(
            unseal(&key, "totp of Elif", &sealed).as_deref(),
            Some(&b"a key"[..])
        );
        assert_ne!(sealed, seal(&key, "totp of Elif", b"a key"));
        assert_eq!(unseal(&key, "totp of Defne", &sealed), None);
        assert_eq!(unseal(&random(), "totp of Elif", &sealed), None);
        let mut altered = sealed.clone().into_bytes();
        altered[20] ^= 1;
        assert_eq!(
            unseal(&key, "totp of Elif", std::str::from_utf8(&altered).unwrap()),
            None
        );
        for short in ["", "AAAA", "no base64!"] {
            assert_eq!(unseal(&key, "totp of Elif", short), None);
        }
    }

    #[test]
    fn a_key_of_another_length_is_none() {
        assert!(key_of(vec![7; 32]).is_ok());
        for bytes in [0, 16, 31, 33] {
            assert!(matches!(key_of(vec![7; bytes]), Err(StoreError::Column { .. })));
        }
    }

    #[test]
    fn what_the_hub_did_not_sign_is_not_recognised() {
        let key = random();
        let shown = signed(&key, "reset");
        assert!(is_signed(&key, &shown));
        assert!(!is_signed(&random(), &shown));
        assert!(!is_signed(&key, &shown.replace("reset_", "set-up_")));
        assert!(!is_signed(&key, "reset_without.signature"));
        assert!(!is_signed(&key, ""));
    }
}
