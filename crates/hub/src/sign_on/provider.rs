//! What an identity provider publishes about itself (OpenID Connect Discovery 1.0) and the keys it signs by: read when they
//! are wanted, and remembered for a while.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use url::Url;
use url::form_urlencoded::byte_serialize;

use super::token::Keys;
use crate::Hub;
use crate::fetch::{Ask, FetchError, Fetched};

/// How long what a provider says of itself is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// How often the keys are read anew because a token names one that is not among them.
const KEYS_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// How many providers are remembered.
const PROVIDERS_MAX: usize = 1024;
/// How many keys a provider can have.
const KEYS_MAX: usize = 64;

/// What a provider says of itself.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: Url,
    pub token_endpoint: Url,
    jwks_uri: Url,
    pub userinfo_endpoint: Option<Url>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
    #[serde(default)]
    scopes_supported: Vec<String>,
    /// Whether its answers say whose they are (RFC 9207).
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub says_issuer: bool,
}

impl Metadata {
    pub(crate) fn has_scope(&self, scope: &str) -> bool {
        self.scopes_supported.iter().any(|known| known == scope)
    }

    /// Whether the hub shows its secret in the head of its question: unless the provider wants it otherwise.
    fn takes_basic(&self) -> bool {
        let methods = &self.token_endpoint_auth_methods_supported;
        methods.is_empty() || methods.iter().any(|method| method == "client_secret_basic")
    }
}

/// A provider that was read.
#[derive(Debug)]
pub(crate) struct Known {
    pub metadata: Metadata,
    pub keys: Keys,
    read_at: Timestamp,
    keys_read_at: Timestamp,
}

/// Why a provider cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unusable {
    #[error("its address cannot be read")]
    Address,
    #[error(transparent)]
    Fetch(#[from] FetchError),
    #[error("it answers with status {0}")]
    Status(u16),
    #[error("what it answers is not what the standard says: {0}")]
    Form(serde_json::Error),
    #[error("it calls itself {0}")]
    Issuer(String),
    #[error("what is shown there is sealed under a key that is not there")]
    Sealed,
}

/// The providers that were read lately.
#[derive(Default)]
pub(crate) struct Providers(Mutex<HashMap<String, Arc<Known>>>);

impl Providers {
    fn kept(&self) -> MutexGuard<'_, HashMap<String, Arc<Known>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, known: Known) -> Arc<Known> {
        let mut kept = self.kept();
        if kept.len() >= PROVIDERS_MAX {
            kept.clear();
        }
        let known = Arc::new(known);
        kept.insert(known.metadata.issuer.clone(), known.clone());
        known
    }
}

fn body<T: DeserializeOwned>(fetched: &Fetched) -> Result<T, Unusable> {
    if !fetched.status.is_success() {
        return Err(Unusable::Status(fetched.status.as_u16()));
    }
    serde_json::from_slice(&fetched.body).map_err(Unusable::Form)
}

impl Hub {
    /// What a provider says of itself, as it was read lately.
    pub(crate) async fn provider(&self, issuer: &str) -> Result<Arc<Known>, Unusable> {
        let kept = self.0.providers.kept().get(issuer).cloned();
        match kept.filter(|known| known.read_at + REMEMBERED > self.now()) {
            Some(known) => Ok(known),
            None => self.read_provider(issuer).await,
        }
    }

    /// Reads anew what a provider says of itself. It has to call itself exactly what it is called here: otherwise anybody could
    /// speak in another's name.
    pub(crate) async fn read_provider(&self, issuer: &str) -> Result<Arc<Known>, Unusable> {
        let address = format!(
            "{}/.well-known/openid-configuration",
            issuer.trim_end_matches('/')
        );
        let url = Url::parse(&address).map_err(|_| Unusable::Address)?;
        let metadata: Metadata = body(&self.fetcher().fetch(Ask::get(url)).await?)?;
        if metadata.issuer != issuer {
            return Err(Unusable::Issuer(metadata.issuer));
        }
        let endpoints = [
            Some(&metadata.authorization_endpoint),
            Some(&metadata.token_endpoint),
            Some(&metadata.jwks_uri),
            metadata.userinfo_endpoint.as_ref(),
        ];
        for endpoint in endpoints.into_iter().flatten() {
            self.fetcher().check(endpoint)?;
        }
        let keys = self.keys_of(&metadata).await?;
        let now = self.now();
        Ok(self.0.providers.keep(Known {
            metadata,
            keys,
            read_at: now,
            keys_read_at: now,
        }))
    }

    async fn keys_of(&self, metadata: &Metadata) -> Result<Keys, Unusable> {
        let ask = Ask::get(metadata.jwks_uri.clone());
        let mut found: Map<String, Value> = body(&self.fetcher().fetch(ask).await?)?;
        let keys = match found.remove("keys") {
            Some(Value::Array(keys)) => keys,
            _ => Vec::new(),
        };
        // A key of a kind that is not known here is no reason to leave the others.
        let known = keys.into_iter().take(KEYS_MAX);
        Ok(Keys {
            keys: known.filter_map(|key| serde_json::from_value(key).ok()).collect(),
        })
    }

    /// The provider with its keys read anew, because a token names one that is not among them; nothing where that was done a
    /// moment ago.
    pub(crate) async fn with_new_keys(&self, known: &Known) -> Result<Option<Arc<Known>>, Unusable> {
        let now = self.now();
        if known.keys_read_at + KEYS_EVERY > now {
            return Ok(None);
        }
        let keys = self.keys_of(&known.metadata).await?;
        Ok(Some(self.0.providers.keep(Known {
            metadata: known.metadata.clone(),
            keys,
            read_at: known.read_at,
            keys_read_at: now,
        })))
    }

    /// Hands a code in; gives the tokens it stands for.
    pub(crate) async fn hand_in(
        &self,
        known: &Known,
        client: (&str, &str),
        code: &Code<'_>,
    ) -> Result<Tokens, Unusable> {
        let (id, secret) = client;
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code.code),
            ("redirect_uri", code.redirect_uri),
            ("code_verifier", code.verifier),
        ];
        let by_head = known.metadata.takes_basic();
        if !by_head {
            form.extend([("client_id", id), ("client_secret", secret)]);
        }
        let mut ask = Ask::post(known.metadata.token_endpoint.clone(), &form);
        if by_head {
            let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
            let pair = format!("{}:{}", encoded(id), encoded(secret));
            ask = ask.authorized(&format!("Basic {}", STANDARD.encode(pair)));
        }
        body(&self.fetcher().fetch(ask).await?)
    }

    /// What a provider says of whoever a token is about, where it says more than the token.
    pub(crate) async fn user_info(
        &self,
        known: &Known,
        access_token: &str,
    ) -> Result<Map<String, Value>, Unusable> {
        let Some(url) = known.metadata.userinfo_endpoint.clone() else {
            return Ok(Map::new());
        };
        let ask = Ask::get(url).authorized(&format!("Bearer {access_token}"));
        body(&self.fetcher().fetch(ask).await?)
    }
}

/// A code that a browser brought back, and what shows that it was asked for here.
pub(crate) struct Code<'a> {
    pub code: &'a str,
    pub redirect_uri: &'a str,
    pub verifier: &'a str,
}

/// What a code stands for.
#[derive(Deserialize)]
pub(crate) struct Tokens {
    pub id_token: String,
    pub access_token: Option<String>,
}
