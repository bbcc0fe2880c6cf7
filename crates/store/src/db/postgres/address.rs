//! Addresses of PostgreSQL, as the driver reads them and with what it does not know: the certificate to show.

use std::path::PathBuf;

use postgres::config::{Host, SslMode};
use postgres::{Config, Error};

use super::tls::Files;
use crate::error::{Cause, OpenError};

/// A server, a database and a user there.
#[derive(Clone)]
pub(super) struct Address {
    /// With `sslmode` as the module above understands it.
    pub config: Config,
    /// What is shown to the server beside the user's name: `sslcert` and `sslkey` of the address.
    pub certificate: Option<Files>,
}

impl Address {
    pub(super) fn read(url: &str) -> Result<Self, OpenError> {
        let unfit = |source: Cause| OpenError::Url {
            url: redacted(url),
            source: Some(source),
        };
        let (known, certificate, key) = without_files(url);
        let mut config = read(&known).map_err(|error| unfit(error.into()))?;
        let certificate = match (certificate, key) {
            (None, None) => None,
            (Some(certificate), Some(key)) => Some(Files { certificate, key }),
            _ => return Err(unfit("sslcert and sslkey are named together".into())),
        };
        let wanted = config.get_ssl_mode();
        if certificate.is_some() && wanted == SslMode::Disable {
            return Err(unfit(
                "a certificate is shown over TLS alone: leave sslmode out".into(),
            ));
        }
        // What the driver takes an address without one for, too.
        if wanted == SslMode::Prefer {
            let is_plain = certificate.is_none() && config.get_hosts().iter().all(is_this_machine);
            config.ssl_mode(if is_plain {
                SslMode::Disable
            } else {
                SslMode::Require
            });
        }
        Ok(Self { config, certificate })
    }

    /// Server and port, for errors.
    pub(super) fn place(&self) -> String {
        let config = &self.config;
        let port = config.get_ports().first().copied().unwrap_or(5432);
        match config.get_hosts().first() {
            Some(Host::Tcp(name)) => format!("{name}:{port}"),
            #[cfg(unix)]
            Some(Host::Unix(path)) => path.display().to_string(),
            None => config
                .get_hostaddrs()
                .first()
                .map_or_else(String::new, |it| format!("{it}:{port}")),
        }
    }
}

fn read(url: &str) -> Result<Config, Error> {
    url.replace("sslmode=verify-full", "sslmode=require")
        .replace("sslmode=verify-ca", "sslmode=require")
        .parse()
}

/// The address without `sslcert` and `sslkey`, and what they name.
fn without_files(url: &str) -> (String, Option<PathBuf>, Option<PathBuf>) {
    let Some((address, query)) = url.split_once('?') else {
        return (url.to_owned(), None, None);
    };
    let (mut certificate, mut key, mut rest) = (None, None, Vec::new());
    for part in query.split('&') {
        match part.split_once('=') {
            Some(("sslcert", file)) => certificate = Some(decoded(file)),
            Some(("sslkey", file)) => key = Some(decoded(file)),
            _ => rest.push(part),
        }
    }
    let rest = rest.join("&");
    let mark = if rest.is_empty() { "" } else { "?" };
    (format!("{address}{mark}{rest}"), certificate, key)
}

/// A path out of an address, where `%` and two digits stand for a byte.
fn decoded(text: &str) -> PathBuf {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Whether a password stands in the address.
pub(in crate::db) fn has_password(url: &str) -> bool {
    Address::read(url).is_ok_and(|it| it.config.get_password().is_some())
}

fn is_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|it| it.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

/// An address without its password.
pub(in crate::db) fn redacted(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let rest = match rest.rsplit_once('@') {
        Some((user, host)) => format!("{}@{host}", user.split(':').next().unwrap_or_default()),
        None => rest.to_owned(),
    };
    let query: Vec<&str> = query
        .split('&')
        .filter(|it| !it.is_empty() && !it.starts_with("password="))
        .collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{scheme}://{rest}{mark}{}", query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_server_talks_us_out_of_encryption() {
        for (address, mode) in [
            ("db.example/hub", SslMode::Require),
            ("db.example/hub?sslmode=prefer", SslMode::Require),
            ("db.example/hub?sslmode=verify-full", SslMode::Require),
            ("localhost,db.example/hub", SslMode::Require),
            ("db.example/hub?sslmode=disable", SslMode::Disable),
            ("127.0.0.1/hub", SslMode::Disable),
            ("127.0.0.1/hub?sslmode=require", SslMode::Require),
            ("127.0.0.1/hub?sslcert=a&sslkey=b", SslMode::Require),
        ] {
            let read = Address::read(&format!("postgres://hub@{address}")).unwrap();
            assert_eq!(read.config.get_ssl_mode(), mode, "{address}");
        }
    }

    #[test]
    fn the_files_of_a_certificate_are_taken_out_of_the_address() {
        let shown = |query: &str| Address::read(&format!("postgres://hub@db.example/hub{query}"));
        let files = shown("?sslcert=/run/hub%20one.pem&connect_timeout=3&sslkey=key.pem").unwrap();
        let named = files.certificate.unwrap();
        assert_eq!(named.certificate, PathBuf::from("/run/hub one.pem"));
        assert_eq!(named.key, PathBuf::from("key.pem"));
        assert_eq!(files.config.get_connect_timeout().unwrap().as_secs(), 3);
        assert!(shown("").unwrap().certificate.is_none());
        for wrong in [
            "?sslcert=a",
            "?sslkey=b",
            "?sslcert=a&sslkey=b&sslmode=disable",
            "?sslcrt=a",
        ] {
            assert!(matches!(shown(wrong), Err(OpenError::Url { .. })), "{wrong}");
        }
        assert_eq!(decoded("100%"), PathBuf::from("100%"));
        assert_eq!(decoded("%C4%B1"), PathBuf::from("ı"));
    }

    #[test]
    fn a_password_is_seen_wherever_it_stands() {
        assert!(has_password("postgres://hub:secret@db.example/hub"));
        assert!(has_password("postgres://hub@db.example/hub?password=secret"));
        assert!(!has_password("postgres://hub@db.example/hub?sslcert=a&sslkey=b"));
    }
}
