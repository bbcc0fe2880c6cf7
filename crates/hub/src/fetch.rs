//! Fetching what others publish on the web: the one way by which the hub asks another machine for anything.
//!
//! Whoever types an address here could make the hub knock at doors that are closed to themselves: its own machine, the
//! network behind it, the cloud's metadata. So a name is resolved once, every address it stands for has to be one of the
//! public network, and the connection goes to exactly these. It is made with TLS, follows nobody elsewhere, and ends when it
//! has taken too long or brought too much. Whoever runs the hub can name hosts for which that does not hold.

mod public;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, ToSocketAddrs};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::{JoinSet, spawn_blocking};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};
use url::{Host, Url};

/// The most that an answer may bring, in bytes.
const BODY_BYTES_MAX: usize = 256 * 1024;
/// The most that the head of an answer may bring, in bytes.
const HEAD_BYTES_MAX: usize = 32 * 1024;
/// The longest that it may take from the name to the last byte, where nothing else is said.
const TIME_MAX: Duration = Duration::from_secs(8);
/// How many of a name's addresses are tried.
const ADDRESSES_MAX: usize = 4;

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// A host that the hub may fetch from although it is not on the public network, and without TLS: `sso.intern`, or with the
/// one port that is meant, `127.0.0.1:9000`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedHost {
    name: String,
    port: Option<u16>,
}

/// What is no such host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("give the name or address of a host, and a port where only that one is meant, as in sso.intern:8443")]
pub struct NoHost;

impl FromStr for AllowedHost {
    type Err = NoHost;

    fn from_str(typed: &str) -> Result<Self, NoHost> {
        let url = Url::parse(&format!("http://{typed}/")).map_err(|_| NoHost)?;
        let is_bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && !typed.contains(['/', '@', '?', '#', '\\'])
            && !typed.contains(char::is_whitespace);
        let name = url.host_str().filter(|_| is_bare).ok_or(NoHost)?;
        // The scheme's own port is not told by the address.
        let port = match url.port() {
            None if typed.ends_with(":80") => Some(80),
            port => port,
        };
        Ok(AllowedHost {
            name: bare(name).to_owned(),
            port,
        })
    }
}

impl fmt::Display for AllowedHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.port {
            Some(port) => write!(f, "{}:{port}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// A name without the dot that may end it.
fn bare(name: &str) -> &str {
    name.strip_suffix('.').unwrap_or(name)
}

/// Why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error("it is not an https address")]
    NotHttps,
    #[error("there is no host of this name")]
    Unknown(#[source] io::Error),
    #[error("{0} is not an address of the public network")]
    NotPublic(IpAddr),
    #[error("the host cannot be reached")]
    Unreachable(#[source] io::Error),
    #[error("this machine's own list of certificate authorities is empty")]
    NoAuthorities,
    #[error("the host does not speak HTTP")]
    Broken(#[source] hyper::Error),
    #[error("it leads elsewhere")]
    Redirect,
    #[error("it is larger than {BODY_BYTES_MAX} bytes")]
    TooLarge,
    #[error("it took too long")]
    TooSlow,
}

/// What is asked of a host.
#[derive(Debug)]
pub struct Ask {
    url: Url,
    method: Method,
    authorization: Option<HeaderValue>,
    content_type: &'static str,
    body: Bytes,
    time_max: Option<Duration>,
}

impl Ask {
    pub fn get(url: Url) -> Self {
        Ask {
            url,
            method: Method::GET,
            authorization: None,
            content_type: FORM,
            body: Bytes::new(),
            time_max: None,
        }
    }

    /// Sends a form.
    pub fn post(url: Url, form: &[(&str, &str)]) -> Self {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        Ask {
            method: Method::POST,
            body: body.finish().into(),
            ..Ask::get(url)
        }
    }

    /// Sends a document.
    pub fn post_json(url: Url, document: &serde_json::Value) -> Self {
        Ask {
            method: Method::POST,
            content_type: JSON,
            body: document.to_string().into(),
            ..Ask::get(url)
        }
    }

    /// Waits this long at most, where the answer is no quick one.
    #[must_use]
    pub fn within(self, time_max: Duration) -> Self {
        Ask {
            time_max: Some(time_max),
            ..self
        }
    }

    /// Shows a secret with it.
    #[must_use]
    pub fn authorized(self, authorization: &str) -> Self {
        let authorization = HeaderValue::from_str(authorization).ok().map(|mut value| {
            value.set_sensitive(true);
            value
        });
        Ask {
            authorization,
            ..self
        }
    }

    fn request(self) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::new(self.body));
        // Only the address is asked for; the host stands in its own line.
        let path = match self.url.query() {
            Some(query) => format!("{}?{query}", self.url.path()),
            None => self.url.path().to_owned(),
        };
        *request.uri_mut() = path.parse().unwrap_or_default();
        let headers = request.headers_mut();
        let host = &self.url[url::Position::BeforeHost..url::Position::AfterPort];
        if let Ok(host) = HeaderValue::from_str(host) {
            headers.insert(header::HOST, host);
        }
        headers.insert(
            header::USER_AGENT,
            HeaderValue::from_static(concat!("Firstline/", env!("CARGO_PKG_VERSION"))),
        );
        headers.insert(
            header::ACCEPT,
            HeaderValue::from_static("application/json, text/plain, */*;q=0.1"),
        );
        if self.method == Method::POST {
            let kind = HeaderValue::from_static(self.content_type);
            headers.insert(header::CONTENT_TYPE, kind);
        }
        if let Some(authorization) = self.authorization {
            headers.insert(header::AUTHORIZATION, authorization);
        }
        *request.method_mut() = self.method;
        request
    }
}

/// What was answered.
#[derive(Debug)]
pub struct Fetched {
    pub status: StatusCode,
    pub body: Bytes,
}

type Resolve = fn(&str, u16) -> io::Result<Vec<SocketAddr>>;

/// The hub's way to other machines. Cloning is cheap and shares everything.
#[derive(Clone)]
pub struct Fetcher(Arc<Inner>);

struct Inner {
    allowed: Vec<AllowedHost>,
    resolve: Resolve,
    time_max: Duration,
    /// Made when it is first wanted: most hubs never speak to anybody.
    tls: OnceLock<Option<TlsConnector>>,
}

impl Default for Fetcher {
    fn default() -> Self {
        Fetcher::allowing(Vec::new())
    }
}

impl Fetcher {
    /// Whoever runs the hub says from which hosts it may fetch although they are not on the public network.
    pub fn allowing(allowed: Vec<AllowedHost>) -> Self {
        Fetcher(Arc::new(Inner {
            allowed,
            resolve,
            time_max: TIME_MAX,
            tls: OnceLock::new(),
        }))
    }

    fn allowed(&self, url: &Url) -> bool {
        let host = url.host_str().map(bare);
        let port = url.port_or_known_default();
        let fits = |allowed: &&AllowedHost| {
            Some(&*allowed.name) == host && (allowed.port.is_none() || allowed.port == port)
        };
        self.0.allowed.iter().any(|allowed| fits(&allowed))
    }

    /// Where a domain is asked what it publishes about itself: over TLS, but for a host that is allowed by name with a port.
    pub fn origin_of(&self, domain: &str) -> String {
        let allowed = self.0.allowed.iter().find(|allowed| allowed.name == domain);
        match allowed.and_then(|allowed| allowed.port) {
            Some(port) => format!("http://{domain}:{port}"),
            None => format!("https://{domain}"),
        }
    }

    /// Whether an address is of a kind that people and the hub may be led to: over TLS, and with nobody's name in it.
    ///
    /// # Errors
    /// [`FetchError::NotHttps`].
    pub fn check(&self, url: &Url) -> Result<(), FetchError> {
        let is_plain = url.scheme() == "http" && self.allowed(url);
        let has_user = !url.username().is_empty() || url.password().is_some();
        if url.scheme() != "https" && !is_plain || has_user || url.host().is_none() {
            return Err(FetchError::NotHttps);
        }
        Ok(())
    }

    /// Asks a host for something.
    ///
    /// # Errors
    /// Every [`FetchError`]; what a host answers that is no success is no error here, but for leading elsewhere.
    pub async fn fetch(&self, ask: Ask) -> Result<Fetched, FetchError> {
        self.check(&ask.url)?;
        let time_max = ask.time_max.unwrap_or(self.0.time_max);
        let fetched = tokio::time::timeout(time_max, self.asked(ask));
        fetched.await.unwrap_or(Err(FetchError::TooSlow))
    }

    async fn asked(&self, ask: Ask) -> Result<Fetched, FetchError> {
        let stream = self.connect(&ask.url).await?;
        if ask.url.scheme() != "https" {
            return answer(stream, ask).await;
        }
        let name = match ask.url.host() {
            Some(Host::Domain(name)) => ServerName::try_from(bare(name).to_owned()),
            Some(Host::Ipv4(address)) => Ok(IpAddr::V4(address).into()),
            Some(Host::Ipv6(address)) => Ok(IpAddr::V6(address).into()),
            None => return Err(FetchError::NotHttps),
        };
        let name = name.map_err(|_| FetchError::NotHttps)?;
        let tls = self.0.tls.get_or_init(|| connector(authorities()?));
        let tls = tls.as_ref().ok_or(FetchError::NoAuthorities)?;
        let stream = tls.connect(name, stream).await.map_err(FetchError::Unreachable)?;
        answer(stream, ask).await
    }

    /// A connection to the first of the host's addresses that answers; to none unless all of them may be spoken to.
    async fn connect(&self, url: &Url) -> Result<TcpStream, FetchError> {
        let port = url.port_or_known_default().unwrap_or(443);
        let addresses = match url.host() {
            Some(Host::Ipv4(address)) => vec![SocketAddr::from((address, port))],
            Some(Host::Ipv6(address)) => vec![SocketAddr::from((address, port))],
            Some(Host::Domain(name)) => {
                let (resolve, name) = (self.0.resolve, bare(name).to_owned());
                let found = spawn_blocking(move || resolve(&name, port)).await;
                let found = found.map_err(io::Error::other).flatten();
                found.map_err(FetchError::Unknown)?
            }
            None => Vec::new(),
        };
        if !self.allowed(url)
            && let Some(closed) = addresses.iter().find(|it| !public::is_public(it.ip()))
        {
            return Err(FetchError::NotPublic(closed.ip()));
        }
        let mut failed = io::Error::from(io::ErrorKind::NotFound);
        for address in addresses.iter().take(ADDRESSES_MAX) {
            match TcpStream::connect(address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => failed = error,
            }
        }
        Err(FetchError::Unreachable(failed))
    }
}

/// The addresses of a name as this machine knows them. Names under `localhost` are the machine itself (RFC 6761), whatever its
/// name servers say.
fn resolve(name: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    if name == "localhost" || name.ends_with(".localhost") {
        return Ok(vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))]);
    }
    Ok((name, port).to_socket_addrs()?.collect())
}

/// Whom this machine trusts to say who a host is; nobody where it has no such list.
fn authorities() -> Option<RootCertStore> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(found.certs);
    (!roots.is_empty()).then_some(roots)
}

fn connector(roots: RootCertStore) -> Option<TlsConnector> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .ok()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Some(TlsConnector::from(Arc::new(config)))
}

/// Asks over a connection, and reads what is answered as far as it may go.
async fn answer(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    ask: Ask,
) -> Result<Fetched, FetchError> {
    let handshake = http1::Builder::new()
        .max_buf_size(HEAD_BYTES_MAX)
        .handshake(TokioIo::new(stream));
    let (mut sender, connection) = handshake.await.map_err(FetchError::Broken)?;
    // Gone with the answer, also where whoever waits for it has gone.
    let mut driver = JoinSet::new();
    driver.spawn(connection);
    let response = sender.send_request(ask.request()).await;
    let response = response.map_err(FetchError::Broken)?;
    let status = response.status();
    if status.is_redirection() {
        return Err(FetchError::Redirect);
    }
    let body = Limited::new(response.into_body(), BODY_BYTES_MAX).collect().await;
    let body = body.map_err(|error| match error.downcast::<hyper::Error>() {
        Ok(error) => FetchError::Broken(*error),
        Err(error) => {
            debug_assert!(error.is::<LengthLimitError>());
            FetchError::TooLarge
        }
    })?;
    Ok(Fetched {
        status,
        body: body.to_bytes(),
    })
}
