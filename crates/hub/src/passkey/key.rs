//! The public key of a passkey, as authenticators write it (COSE, RFC 9053) and as signatures are checked with it.

use crate::algorithms::Algorithms;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

/// The algorithms that a passkey may sign by, the preferred one first; by the numbers that COSE gives them. A strict hub takes
/// those before the last.
const ALGORITHMS: [i64; 3] = [ES256, ED_DSA, RS256];

const ES256: i64 = -7;
const ED_DSA: i64 = -8;
const RS256: i64 = -257;
/// The most entries that a key may have: a few more than any has.
const ENTRIES_MAX: u64 = 16;

/// What a browser is asked for in such a hub.
pub(super) fn asked(algorithms: Algorithms) -> &'static [i64] {
    match algorithms {
        Algorithms::Usual => &ALGORITHMS,
        Algorithms::Strict => &ALGORITHMS[..2],
    }
}

/// A public key of one of the [`ALGORITHMS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PublicKey {
    /// The point of P-256, uncompressed.
    Es256(Vec<u8>),
    Ed25519(Vec<u8>),
    Rs256 {
        n: Vec<u8>,
        e: Vec<u8>,
    },
}

impl PublicKey {
    /// The key that begins the bytes, and what comes after it.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let mut reader = Reader(bytes);
        let key = Entries::read(&mut reader)?.key()?;
        Some((key, reader.0))
    }

    /// Whether a hub takes what is signed by such a key.
    pub(super) fn is_taken(&self, algorithms: Algorithms) -> bool {
        let algorithm = match self {
            PublicKey::Es256(_) => ES256,
            PublicKey::Ed25519(_) => ED_DSA,
            PublicKey::Rs256 { .. } => RS256,
        };
        asked(algorithms).contains(&algorithm)
    }

    /// Whether this key's owner signed the message.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let checked = match self {
            PublicKey::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            PublicKey::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(message, signature),
            PublicKey::Rs256 { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
        };
        checked.is_ok()
    }
}

/// What a COSE key is made of, as far as keys of the [`ALGORITHMS`] have it.
#[derive(Default)]
struct Entries<'b> {
    /// What kind of key it is, 1.
    kind: Option<i64>,
    /// Its algorithm, 3.
    algorithm: Option<i64>,
    /// -1: the curve, or the modulus of RSA.
    first: Option<Item<'b>>,
    /// -2: the point or its x, or the exponent of RSA.
    second: Option<Item<'b>>,
    /// -3: the point's y.
    third: Option<Item<'b>>,
}

impl<'b> Entries<'b> {
    fn read(reader: &mut Reader<'b>) -> Option<Self> {
        let (MAP, entries) = reader.head()? else {
            return None;
        };
        if entries > ENTRIES_MAX {
            return None;
        }
        let mut found = Entries::default();
        let mut last = None;
        for _ in 0..entries {
            let Item::Number(name) = reader.item()? else {
                return None;
            };
            let value = reader.item()?;
            // In the order that CTAP asks for, so that nothing stands twice: 1, 3, then -1, -2, -3.
            let order = (name < 0, name.unsigned_abs());
            if last.is_some_and(|last| last >= order) {
                return None;
            }
            last = Some(order);
            match (name, value) {
                (1, Item::Number(kind)) => found.kind = Some(kind),
                (3, Item::Number(algorithm)) => found.algorithm = Some(algorithm),
                (-1, value) => found.first = Some(value),
                (-2, value) => found.second = Some(value),
                (-3, value) => found.third = Some(value),
                _ => {}
            }
        }
        Some(found)
    }

    fn key(self) -> Option<PublicKey> {
        const P256: i64 = 1;
        const CURVE_25519: i64 = 6;
        match (self.kind?, self.algorithm?, self.first?, self.second?, self.third) {
            (2, ES256, Item::Number(P256), Item::Bytes(x), Some(Item::Bytes(y)))
                if x.len() == 32 && y.len() == 32 =>
            {
                Some(PublicKey::Es256([&[4], x, y].concat()))
            }
            (1, ED_DSA, Item::Number(CURVE_25519), Item::Bytes(x), None) if x.len() == 32 => {
                Some(PublicKey::Ed25519(x.to_vec()))
            }
            (3, RS256, Item::Bytes(n), Item::Bytes(e), None) => Some(PublicKey::Rs256 {
                n: n.to_vec(),
                e: e.to_vec(),
            }),
            _ => None,
        }
    }
}

/// What stands in a key: CBOR (RFC 8949) has much more, and none of it belongs here.
enum Item<'b> {
    Number(i64),
    Bytes(&'b [u8]),
}

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const MAP: u8 = 5;

struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The kind of what follows, and its number.
    fn head(&mut self) -> Option<(u8, u64)> {
        let first = *self.take(1)?.first()?;
        let number = match first & 0b1_1111 {
            small @ 0..24 => u64::from(small),
            size @ 24..=26 => {
                let bytes = self.take(1 << (size - 24))?;
                bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
            }
            _ => return None,
        };
        Some((first >> 5, number))
    }

    fn item(&mut self) -> Option<Item<'b>> {
        let (kind, number) = self.head()?;
        match kind {
            UNSIGNED => Some(Item::Number(number.try_into().ok()?)),
            NEGATIVE => Some(Item::Number(-1 - i64::try_from(number).ok()?)),
            BYTES => Some(Item::Bytes(self.take(number.try_into().ok()?)?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p256(x: &[u8], y: &[u8]) -> Vec<u8> {
        let head = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32];
        [&head, x, &[0x22, 0x58, 32], y].concat()
    }

    #[test]
    fn keys_are_read_to_their_end_and_no_further() {
        let key = p256(&[7; 32], &[9; 32]);
        let (read, rest) = PublicKey::read(&key).unwrap();
        assert_eq!(read, PublicKey::Es256([&[4][..], &[7; 32], &[9; 32]].concat()));
        assert!(rest.is_empty());
        let longer = [&key[..], b"more"].concat();
        assert_eq!(PublicKey::read(&longer).unwrap().1, b"more");
        for end in 0..key.len() {
            assert_eq!(PublicKey::read(&key[..end]), None, "{end}");
        }
    }

    fn hex(digits: &str) -> Vec<u8> {
        let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        (0..digits.len()).step_by(2).map(byte).collect()
    }

    /// What Windows signs by on older machines; the key was made for this test by `openssl genrsa`, and is nobody's.
    const RSA_MODULUS: &str = "dc673f31b1bba5f02261d30bf60b81eedfb3f55aa10147a0d193c4a10a8721f439a56563cd60ce2be430548c60bde0820992\
        4f85e4097da90bf96fb625cbced5f6aecf5be1da0c8594892b4f3e6433eb10aa9e522cbc90368f6d02f71b3df047aebfb706\
        36bc34ca43cb8b8bc3e37b9ce778e82bd9c237cb97a8e487c2f2fe140b823e915760c8a63288800c4a623c0467058ee8c4af\
        0fcd30112b80cab47f7a5488d5de66eafa7c43650a5def71d64da75502c7b604fcb694c42ca7d7e0791e10de0df80a3ac8a7\
        53385ce22f46b5b51f0876efed17a8ee4b2d9833846663d8b0cd150d2b7ec7cf0a3e9aab9a837a176223801e0b2bfe4a35f1\
        79907b62e7e1";
    const RSA_SIGNATURE: &str = "1dd279940cc5238065744d447804edad7a2561e25ccacdcda66b1655dfd80fb5d047f8bc38ab7e7a8561e9a2647e83808b44\
        f0ca4a960aac9ab611c60376107d50c10ed4b6d62db82914df3dcb4e389d7c0d8fdfd393a700775c7fe2466ba41c0fa57353\
        36604ec84a4c6cb413a3c3f77bfd6bc7c46fa2918ed7e3dde90ff3939ffc0fc3bec3de174fed74ccad094a1fbcfc54b83408\
        e8635b5c93360f97921b2e9406e6b53d2411ad50e730bdd98549bf2d0d03c166a09935c392a0c7a43e5aa20a0f13308ee2ee\
        d43acde7ca60ce3588ef190c0210880efea36776932f090794d9813593cb37c029fec3d5213e466441b5353f7ce3887abab3\
        ed3f68f38c4e";

    #[test]
    fn signatures_by_rsa_are_checked() {
        let head = [0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00];
        let cose = [&head[..], &hex(RSA_MODULUS), &[0x21, 0x43, 1, 0, 1]].concat();
        let (key, rest) = PublicKey::read(&cose).unwrap();
        assert!(rest.is_empty());
        let signature = hex(RSA_SIGNATURE);
        assert!(key.signed(b"what somebody signed", &signature));
        assert!(!key.signed(b"what nobody signed", &signature));
    }

    #[test]
    fn what_is_no_key_of_these_is_none() {
        let key = p256(&[7; 32], &[9; 32]);
        let altered = |at: usize, byte: u8| {
            let mut key = key.clone();
            key[at] = byte;
            key
        };
        for (at, byte, why) in [
            (0, 0xa4, "an entry is missing"),
            (0, 0xbf, "a map without an end"),
            (0, 0x85, "no map"),
            (2, 0x03, "another kind"),
            (4, 0x27, "another algorithm"),
            (6, 0x02, "another curve"),
            (3, 0x01, "an entry twice"),
            (5, 0x22, "out of order"),
            (9, 31, "a short coordinate"),
        ] {
            assert_eq!(PublicKey::read(&altered(at, byte)), None, "{why}");
        }
    }
}
