//! Secrets that a holder shows and the hub recognises: made at random, kept only as digests.

use firstline_store::StoreError;
use firstline_store::db::Tx;
use firstline_store::link;

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
    let mut secret = format!("{word}_");
    secret.extend(random::<32>().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])));
    secret
}

pub(crate) fn digest(secret: &str) -> Digest {
    *blake3::hash(secret.as_bytes()).as_bytes()
}

/// The hub's own key, made the first time it is wanted.
pub(crate) fn hub_key(tx: &mut Tx<'_>) -> Result<Digest, StoreError> {
    let kept = link::hub_key(tx, &random())?;
    // A key of another length was put there by somebody else: then what it signed is not recognised, and nothing worse.
    Ok(kept.try_into().unwrap_or_default())
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
