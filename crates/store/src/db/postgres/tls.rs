//! TLS to a server: whom we trust, and the certificate that we show where the address names one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

use crate::error::{Cause, OpenError};

/// A certificate with those that vouch for it, and its key, both PEM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::db) struct Files {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

/// A certificate that cannot be shown.
#[derive(Debug, thiserror::Error)]
pub(in crate::db) enum Unfit {
    #[error("{file} cannot be read as PEM", file = .0.display())]
    Pem(PathBuf, #[source] pem::Error),
    #[error("{certificate} and {key} cannot be used together", certificate = .0.certificate.display(), key = .0.key.display())]
    Pair(Files, #[source] rustls::Error),
    #[error("TLS cannot be spoken")]
    Tls(#[source] rustls::Error),
}

impl Unfit {
    pub(super) fn refused(self, server: &str) -> OpenError {
        match self {
            Unfit::Pem(file, source) => OpenError::Certificate {
                file,
                source: source.into(),
            },
            Unfit::Pair(files, source) => OpenError::CertificatePair {
                certificate: files.certificate,
                key: files.key,
                source: source.into(),
            },
            Unfit::Tls(source) => OpenError::Tls {
                server: server.to_owned(),
                source: source.into(),
            },
        }
    }
}

/// How TLS is spoken to a server.
#[derive(Clone)]
pub(super) struct Tls {
    roots: Arc<RootCertStore>,
    shown: Option<Files>,
}

impl Tls {
    /// Trusts the roots of this machine.
    pub(super) fn new(shown: Option<Files>) -> Result<Self, Cause> {
        let found = rustls_native_certs::load_native_certs();
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(found.certs);
        if roots.is_empty() {
            return Err(match found.errors.into_iter().next() {
                Some(error) => error.into(),
                None => "this machine has no trusted root certificates".into(),
            });
        }
        Ok(Self {
            roots: Arc::new(roots),
            shown,
        })
    }

    /// For one connection: the files are read as they are now, so that a certificate can be renewed while the hub runs.
    pub(super) fn connector(&self) -> Result<MakeRustlsConnect, Unfit> {
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(Unfit::Tls)?
            .with_root_certificates(Arc::clone(&self.roots));
        let Some(files) = &self.shown else {
            return Ok(MakeRustlsConnect::new(config.with_no_client_auth()));
        };
        let of = |file: &Path| {
            let file = file.to_owned();
            move |error| Unfit::Pem(file, error)
        };
        let chain = CertificateDer::pem_file_iter(&files.certificate)
            .and_then(Iterator::collect)
            .map_err(of(&files.certificate))?;
        let key = PrivateKeyDer::from_pem_file(&files.key).map_err(of(&files.key))?;
        config
            .with_client_auth_cert(chain, key)
            .map(MakeRustlsConnect::new)
            .map_err(|error| Unfit::Pair(files.clone(), error))
    }
}
