//! Secrets that a holder shows and the hub recognises: made at random, kept only as digests.

/// How a secret is kept and found again: the number of the function that made it, and what that made of the secret.
pub(crate) type Digest = [u8; 33];

/// BLAKE3, which is enough for secrets that nobody can guess. Another function gets the next number.
const BLAKE3: u8 = 1;

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
    let mut digest = [BLAKE3; 33];
    digest[1..].copy_from_slice(blake3::hash(secret.as_bytes()).as_bytes());
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_says_which_function_made_it() {
        let digest = digest("session_abc");
        assert_eq!(digest[0], 1);
        assert_eq!(digest[1..], *blake3::hash(b"session_abc").as_bytes());
    }
}
