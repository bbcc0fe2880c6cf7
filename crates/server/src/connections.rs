//! Connections of browsers, programs and proxies: how many there may be at a time, how long each may take to say what it
//! wants, and TLS where the hub has a certificate.

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, Response, header};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
pub use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tower::ServiceExt;

/// Connections at a time: as many as leave room below the 1,024 open files that a process has where nobody raised it. Further
/// ones wait.
pub const CONNECTIONS_MAX: usize = 900;
/// How long the head of a request may take, and how long a connection may lie unused: more than the 60 seconds after which
/// proxies let go of one, so that none sends a request into a connection that is just being closed.
const HEAD_SECONDS_MAX: u64 = 75;
/// How long the two sides may take to agree on TLS.
const HANDSHAKE_SECONDS_MAX: u64 = 10;
/// How long to wait when the machine has no room for another connection.
const PAUSE: Duration = Duration::from_millis(200);

/// A certificate that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    #[error("{file} cannot be read as PEM", file = .0.display())]
    Pem(PathBuf, #[source] pem::Error),
    #[error("certificate and key do not fit each other")]
    Pair(#[from] rustls::Error),
}

/// The files that TLS is spoken with: a chain of certificates, the hub's own first, and its key, both PEM.
#[derive(Debug, Clone)]
pub struct Certificate {
    pub chain: PathBuf,
    pub key: PathBuf,
}

impl Certificate {
    /// Reads both files as they are now.
    pub fn read(&self) -> Result<TlsAcceptor, CertificateError> {
        let of = |file: &Path| {
            let file = file.to_owned();
            move |error| CertificateError::Pem(file, error)
        };
        let chain = CertificateDer::pem_file_iter(&self.chain)
            .and_then(Iterator::collect)
            .map_err(of(&self.chain))?;
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(of(&self.key))?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(chain, key)?;
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

/// Answers connections until `stop`; requests that are under way by then are finished. TLS is spoken as `tls` says at the time
/// of each connection.
pub async fn answer(
    listener: TcpListener,
    router: Router,
    tls: watch::Receiver<Option<TlsAcceptor>>,
    stop: impl Future<Output = ()>,
) {
    let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let (stopping, stopped) = watch::channel(false);
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, permit) = tokio::select! {
            taken = take(&listener, &room) => taken,
            Some(_) = connections.join_next() => continue,
            () = &mut stop => break,
        };
        let tls = tls.borrow().clone();
        connections.spawn(connection(
            stream,
            peer,
            router.clone(),
            tls,
            stopped.clone(),
            permit,
        ));
    }
    drop(listener);
    stopping.send_replace(true);
    while connections.join_next().await.is_some() {}
}

/// The next connection, once there is room for it.
async fn take(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        let Ok(permit) = room.clone().acquire_owned().await else {
            unreachable!("the room is never closed");
        };
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, permit),
            // Whoever called has hung up; what is behind them may be well.
            Err(error) if is_of_the_caller(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                sleep(PAUSE).await;
            }
        }
    }
}

fn is_of_the_caller(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset
    )
}

/// All that happens on one connection. What goes wrong on it is its peer's affair and ends it.
async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    tls: Option<TlsAcceptor>,
    stopped: watch::Receiver<bool>,
    _permit: OwnedSemaphorePermit,
) {
    // Answers are written whole; waiting for more would only hold them up.
    let _ = stream.set_nodelay(true);
    match tls {
        None => converse(stream, peer, router, stopped).await,
        Some(tls) => {
            let agreed = timeout(Duration::from_secs(HANDSHAKE_SECONDS_MAX), tls.accept(stream));
            if let Ok(Ok(stream)) = agreed.await {
                converse(stream, peer, router, stopped).await;
            }
        }
    }
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    peer: SocketAddr,
    router: Router,
    mut stopped: watch::Receiver<bool>,
) {
    let asked = AtomicBool::new(false);
    let service = service_fn(|request: Request<Incoming>| {
        asked.store(true, Ordering::Relaxed);
        // Where such a body ends is what a proxy in front may have understood otherwise: what follows it on this connection
        // is nobody's request.
        let last = request.headers().contains_key(header::TRANSFER_ENCODING);
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answered = router.clone().oneshot(request);
        async move {
            let mut response: Response<Body> = answered.await?;
            if last {
                let close = HeaderValue::from_static("close");
                response.headers_mut().insert(header::CONNECTION, close);
            }
            Ok::<_, Infallible>(response)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(HEAD_SECONDS_MAX))
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    tokio::select! {
        _ = &mut connection => return,
        _ = stopped.wait_for(|stopped| *stopped) => {}
    }
    // Whoever has not asked for anything yet has nothing to wait for.
    if asked.load(Ordering::Relaxed) {
        connection.as_mut().graceful_shutdown();
        let _ = connection.await;
    }
}
