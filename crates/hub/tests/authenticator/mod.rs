//! An authenticator of software, and the browser before it: makes a passkey and shows it, and lies where it is told to.

#![allow(dead_code, reason = "each story uses what it is about")]
#![allow(clippy::unwrap_used, reason = "an authenticator that fails fails the story")]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use serde_json::{Value, json};

/// Somebody was there, and it was made sure who.
pub const PRESENT_AND_VERIFIED: u8 = 0b101;
/// The passkey may be copied from device to device.
pub const MAY_BE_COPIED: u8 = 1 << 3;
pub const IS_COPIED: u8 = 1 << 4;
const HAS_CREDENTIAL: u8 = 1 << 6;

enum Pair {
    Es256(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
    Rs256(Box<RsaKeyPair>),
}

pub struct Authenticator {
    pair: Pair,
    pub id: Vec<u8>,
    /// As it was given when the passkey was made.
    pub user: Value,
    pub origin: String,
    /// Stands where the hub's own name would.
    pub party: Option<String>,
    pub flags: u8,
    /// What it counts up from, where it counts.
    pub count: u32,
    pub cross_origin: bool,
}

impl Authenticator {
    pub fn new(origin: &str) -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random);
        Self::with(Pair::Es256(pair.unwrap()), origin)
    }

    pub fn of_ed25519(origin: &str) -> Self {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).unwrap();
        Self::with(Pair::Ed25519(pair), origin)
    }

    /// Signs by RSA with a key of 2,048 bits, as Windows Hello does; the key is that of the identity provider in the stories of
    /// signing on, and nobody's.
    pub fn of_rsa(origin: &str) -> Self {
        let pair = RsaKeyPair::from_pkcs8(include_bytes!("../sign_on/rsa.key.der")).unwrap();
        Self::with(Pair::Rs256(Box::new(pair)), origin)
    }

    fn with(pair: Pair, origin: &str) -> Self {
        let mut id = [0; 32];
        ring::rand::SecureRandom::fill(&SystemRandom::new(), &mut id).unwrap();
        Authenticator {
            pair,
            id: id.to_vec(),
            user: Value::Null,
            origin: origin.to_owned(),
            party: None,
            flags: PRESENT_AND_VERIFIED,
            count: 0,
            cross_origin: false,
        }
    }

    /// Makes the passkey that a hub asked for.
    pub fn make(&mut self, asked: &Value) -> String {
        self.user = asked["user"]["id"].clone();
        let mut data = self.data(asked["rp"]["id"].as_str().unwrap(), HAS_CREDENTIAL);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.key());
        json!({
            "client_data": encoded(&self.client_data("webauthn.create", asked)),
            "authenticator_data": encoded(&data),
        })
        .to_string()
    }

    /// Shows the passkey to a hub that asked for one.
    pub fn show(&mut self, asked: &Value) -> String {
        let data = self.data(asked["rpId"].as_str().unwrap(), 0);
        let client_data = self.client_data("webauthn.get", asked);
        let signature = self.sign(&[&data, digest(&SHA256, &client_data).as_ref()].concat());
        json!({
            "id": encoded(&self.id),
            "user": self.user,
            "client_data": encoded(&client_data),
            "authenticator_data": encoded(&data),
            "signature": encoded(&signature),
        })
        .to_string()
    }

    fn data(&mut self, party: &str, flags: u8) -> Vec<u8> {
        let party = self.party.as_deref().unwrap_or(party);
        let mut data = digest(&SHA256, party.as_bytes()).as_ref().to_vec();
        data.push(self.flags | flags);
        data.extend(self.count.to_be_bytes());
        if self.count > 0 {
            self.count += 1;
        }
        data
    }

    fn client_data(&self, kind: &str, asked: &Value) -> Vec<u8> {
        json!({
            "type": kind,
            "challenge": asked["challenge"],
            "origin": self.origin,
            "crossOrigin": self.cross_origin,
            "another member": "browsers may add what they like",
        })
        .to_string()
        .into_bytes()
    }

    fn key(&self) -> Vec<u8> {
        match &self.pair {
            Pair::Es256(pair) => {
                let point = pair.public_key().as_ref();
                let head = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32];
                [&head, &point[1..33], &[0x22, 0x58, 32], &point[33..]].concat()
            }
            Pair::Ed25519(pair) => {
                let head = [0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 32];
                [&head, pair.public_key().as_ref()].concat()
            }
            Pair::Rs256(pair) => {
                let public = PublicKeyComponents::<Vec<u8>>::from(pair.public_key());
                let head = [0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00];
                [&head[..], &public.n, &[0x21, 0x43], &public.e].concat()
            }
        }
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.pair {
            Pair::Es256(pair) => pair
                .sign(&SystemRandom::new(), message)
                .unwrap()
                .as_ref()
                .to_vec(),
            Pair::Ed25519(pair) => pair.sign(message).as_ref().to_vec(),
            Pair::Rs256(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
                    .unwrap();
                signature
            }
        }
    }
}

pub fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn decoded(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().unwrap()).unwrap()
}
