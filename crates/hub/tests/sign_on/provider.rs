//! An identity provider on loopback that says what a story lets it say, true or not.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use firstline_hub::sign_on::Answered;
use ring::digest::{SHA256, digest};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA256,
    RsaKeyPair,
};
use serde_json::{Value, json};
use url::Url;

use crate::world::now;

pub const CLIENT: &str = "firstline";
pub const SECRET: &str = "a secret: with + and %";

/// Whom the provider lets in, and what it says of them.
#[derive(Debug, Clone)]
pub struct Someone {
    pub subject: &'static str,
    pub email: String,
    pub groups: Vec<&'static str>,
}

/// How a token is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signed {
    #[default]
    Es256,
    EdDsa,
    Rs256,
    /// By a key of 3,072 bits.
    Ps256,
    /// By a key of 2,048 bits.
    Ps256Short,
    /// By a key that the provider does not publish, under the name of one that it does.
    ByAnother,
    /// By nobody.
    None,
    /// By the public key as if it were a shared secret.
    Hs256,
}

type Alter = fn(&mut Value);

/// What is not as it should be.
#[derive(Clone, Copy)]
pub struct Manner {
    pub signed: Signed,
    /// Alters what the token says.
    pub claims: Alter,
    /// Alters what the provider says of itself.
    pub metadata: Alter,
    /// Alters the answer of the token's address.
    pub userinfo: Alter,
    /// Whether address and groups stand where the user's information is, and not in the token.
    pub apart: bool,
}

fn as_it_is(_: &mut Value) {}

impl Default for Manner {
    fn default() -> Self {
        Manner {
            signed: Signed::default(),
            claims: as_it_is,
            metadata: as_it_is,
            userinfo: as_it_is,
            apart: false,
        }
    }
}

/// A code that was given out: to whom, for which nonce and challenge, and where it may be handed in from.
#[derive(Clone)]
struct Given {
    someone: Someone,
    nonce: String,
    challenge: String,
    redirect_uri: String,
}

struct State {
    manner: Manner,
    codes: HashMap<String, Given>,
    /// Whom the last access token is for.
    present: Option<Someone>,
    /// The names of the keys, which change when they are rotated.
    turn: usize,
    domain_file: String,
    asked: Vec<String>,
}

pub struct Provider {
    pub issuer: String,
    pub host: String,
    state: Arc<Mutex<State>>,
}

struct Keys {
    es: EcdsaKeyPair,
    other: EcdsaKeyPair,
    ed: Ed25519KeyPair,
    rsa: RsaKeyPair,
    long_rsa: RsaKeyPair,
}

impl Keys {
    fn new() -> Self {
        let random = SystemRandom::new();
        let es = || {
            let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap()
        };
        let document = Ed25519KeyPair::generate_pkcs8(&random).unwrap();
        Keys {
            es: es(),
            other: es(),
            ed: Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap(),
            // Made for these tests by `openssl genpkey`; they are nobody's.
            rsa: RsaKeyPair::from_pkcs8(include_bytes!("rsa.key.der")).unwrap(),
            long_rsa: RsaKeyPair::from_pkcs8(include_bytes!("rsa3072.key.der")).unwrap(),
        }
    }

    fn published(&self, turn: usize) -> Value {
        let point = self.es.public_key().as_ref();
        let rsa = PublicKeyComponents::<Vec<u8>>::from(self.rsa.public_key());
        let long = PublicKeyComponents::<Vec<u8>>::from(self.long_rsa.public_key());
        json!({ "keys": [
            { "kty": "EC", "crv": "P-256", "kid": format!("es-{turn}"), "use": "sig", "alg": "ES256",
              "x": encoded(&point[1..33]), "y": encoded(&point[33..]) },
            { "kty": "OKP", "crv": "Ed25519", "kid": format!("ed-{turn}"), "x": encoded(self.ed.public_key().as_ref()) },
            { "kty": "RSA", "kid": format!("rsa-{turn}"), "alg": "RS256", "n": encoded(&rsa.n), "e": encoded(&rsa.e) },
            { "kty": "RSA", "kid": format!("short-{turn}"), "n": encoded(&rsa.n), "e": encoded(&rsa.e) },
            { "kty": "RSA", "kid": format!("long-{turn}"), "n": encoded(&long.n), "e": encoded(&long.e) },
            { "kty": "EC", "crv": "P-521", "kid": "of another kind", "x": "AA", "y": "AA" },
            "no key at all",
        ] })
    }

    fn sign(&self, signed: Signed, turn: usize, claims: &Value) -> String {
        let (algorithm, kid) = match signed {
            Signed::Es256 | Signed::ByAnother => ("ES256", format!("es-{turn}")),
            Signed::EdDsa => ("EdDSA", format!("ed-{turn}")),
            Signed::Rs256 => ("RS256", format!("rsa-{turn}")),
            Signed::Ps256 => ("PS256", format!("long-{turn}")),
            Signed::Ps256Short => ("PS256", format!("short-{turn}")),
            Signed::None => ("none", format!("es-{turn}")),
            Signed::Hs256 => ("HS256", format!("rsa-{turn}")),
        };
        let header = json!({ "alg": algorithm, "kid": kid, "typ": "JWT" });
        let message = format!(
            "{}.{}",
            encoded(header.to_string().as_bytes()),
            encoded(claims.to_string().as_bytes())
        );
        let (random, bytes) = (SystemRandom::new(), message.as_bytes());
        let signature = match signed {
            Signed::Es256 => self.es.sign(&random, bytes).unwrap().as_ref().to_vec(),
            Signed::ByAnother => self.other.sign(&random, bytes).unwrap().as_ref().to_vec(),
            Signed::EdDsa => self.ed.sign(bytes).as_ref().to_vec(),
            Signed::Rs256 => {
                let mut signature = vec![0; self.rsa.public().modulus_len()];
                self.rsa
                    .sign(&RSA_PKCS1_SHA256, &random, bytes, &mut signature)
                    .unwrap();
                signature
            }
            Signed::Ps256 | Signed::Ps256Short => {
                let key = if signed == Signed::Ps256 {
                    &self.long_rsa
                } else {
                    &self.rsa
                };
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PSS_SHA256, &random, bytes, &mut signature).unwrap();
                signature
            }
            Signed::None => Vec::new(),
            Signed::Hs256 => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, self.rsa.public_key().as_ref());
                hmac::sign(&key, bytes).as_ref().to_vec()
            }
        };
        format!("{message}.{}", encoded(&signature))
    }
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Provider {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("altan.localhost:{}", listener.local_addr().unwrap().port());
        let issuer = format!("http://{host}");
        let state = Arc::new(Mutex::new(State {
            manner: Manner::default(),
            codes: HashMap::new(),
            present: None,
            turn: 0,
            domain_file: String::new(),
            asked: Vec::new(),
        }));
        let (kept, name, keys) = (state.clone(), issuer.clone(), Keys::new());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up is nobody's concern.
                let _ = serve(&stream, &name, &keys, &kept);
            }
        });
        Provider { issuer, host, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    pub fn behaves(&self, manner: Manner) {
        self.state().manner = manner;
    }

    pub fn says_of_its_domain(&self, line: &str) {
        self.state().domain_file = format!("# whose this is\n{line}\n");
    }

    pub fn rotates_its_keys(&self) {
        self.state().turn += 1;
    }

    /// How often an address was asked.
    pub fn asked(&self, path: &str) -> usize {
        self.state().asked.iter().filter(|asked| *asked == path).count()
    }

    /// Lets somebody in who came by this address; what their browser brings back.
    pub fn lets_in(&self, url: &Url, someone: &Someone) -> Answered {
        let asked: HashMap<String, String> = url.query_pairs().into_owned().collect();
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["code_challenge_method"], "S256");
        let mut state = self.state();
        let code = format!(
            "code-{}-{}",
            someone.subject,
            state.codes.len() + state.asked.len()
        );
        let given = Given {
            someone: someone.clone(),
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            redirect_uri: asked["redirect_uri"].clone(),
        };
        state.codes.insert(code.clone(), given);
        Answered {
            state: asked["state"].clone(),
            code,
            issuer: Some(self.issuer.clone()),
            error: None,
        }
    }
}

fn serve(stream: &TcpStream, issuer: &str, keys: &Keys, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let (mut length, mut authorization) = (0, String::new());
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        match name.to_lowercase().as_str() {
            "content-length" => length = value.parse().unwrap_or_default(),
            "authorization" => value.clone_into(&mut authorization),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let mut state = state.lock().unwrap();
    state.asked.push(path.clone());
    let answer = match &*path {
        "/.well-known/openid-configuration" => {
            let mut metadata = json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/authorize"),
                "token_endpoint": format!("{issuer}/token"),
                "jwks_uri": format!("{issuer}/keys"),
                "userinfo_endpoint": format!("{issuer}/me"),
                "authorization_response_iss_parameter_supported": true,
            });
            (state.manner.metadata)(&mut metadata);
            Some(metadata.to_string())
        }
        "/.well-known/firstline-domain" => Some(state.domain_file.clone()),
        "/keys" => Some(keys.published(state.turn).to_string()),
        "/token" => state.tokens(issuer, keys, &authorization, &body),
        "/me" => state.user_info(&authorization),
        _ => None,
    };
    let (status, body) = match answer {
        Some(body) => ("200 OK", body),
        None => ("400 Bad Request", "{}".to_owned()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())
}

impl State {
    fn tokens(&mut self, issuer: &str, keys: &Keys, authorization: &str, body: &[u8]) -> Option<String> {
        let form: HashMap<String, String> = url::form_urlencoded::parse(body).into_owned().collect();
        let pair = String::from_utf8(STANDARD.decode(authorization.strip_prefix("Basic ")?).ok()?).ok()?;
        let (id, secret) = pair.split_once(':')?;
        let plain = |part: &str| {
            let pairs = format!("x={part}");
            let (_, value) = url::form_urlencoded::parse(pairs.as_bytes()).next().unwrap();
            value.into_owned()
        };
        // A code works once.
        let given = self.codes.remove(form.get("code")?)?;
        let verifier = digest(&SHA256, form.get("code_verifier")?.as_bytes());
        let is_right = (plain(id), plain(secret)) == (CLIENT.to_owned(), SECRET.to_owned())
            && encoded(verifier.as_ref()) == given.challenge
            && form.get("redirect_uri") == Some(&given.redirect_uri)
            && form.get("grant_type").map(String::as_str) == Some("authorization_code");
        if !is_right {
            return None;
        }
        let second = now().as_second();
        let mut claims = json!({
            "iss": issuer,
            "aud": CLIENT,
            "sub": given.someone.subject,
            "nonce": given.nonce,
            "iat": second,
            "exp": second + 300,
        });
        if !self.manner.apart {
            about(&given.someone, &mut claims);
        }
        (self.manner.claims)(&mut claims);
        self.present = Some(given.someone);
        let token = keys.sign(self.manner.signed, self.turn, &claims);
        Some(json!({ "token_type": "Bearer", "access_token": "present", "id_token": token }).to_string())
    }

    fn user_info(&self, authorization: &str) -> Option<String> {
        let someone = self
            .present
            .as_ref()
            .filter(|_| authorization == "Bearer present")?;
        let mut said = json!({ "sub": someone.subject });
        about(someone, &mut said);
        (self.manner.userinfo)(&mut said);
        Some(said.to_string())
    }
}

fn about(someone: &Someone, said: &mut Value) {
    said["email"] = json!(someone.email);
    said["email_verified"] = json!(true);
    said["name"] = json!("Nora Lindqvist");
    said["groups"] = json!(someone.groups);
}
