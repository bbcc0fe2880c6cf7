//! A hub that speaks TLS itself.

use std::fs;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::Arc;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::harness::{Place, Running, eventually};

/// Two certificates of `hub.test`, each signed by itself, made for these tests by `openssl req`; their keys are nobody's.
const FIRST: [&str; 2] = [include_str!("tls/first.pem"), include_str!("tls/first.key.pem")];
const SECOND: [&str; 2] = [include_str!("tls/second.pem"), include_str!("tls/second.key.pem")];

const SERVE: [&str; 7] = [
    "serve",
    "--database",
    "hub.db",
    "--tls-certificate",
    "hub.pem",
    "--tls-key",
    "hub.key.pem",
];

fn install(place: &Place, [certificate, key]: [&str; 2]) {
    fs::write(place.path("hub.pem"), certificate).unwrap();
    fs::write(place.path("hub.key.pem"), key).unwrap();
}

/// What is answered to whoever trusts this certificate alone.
fn health(hub: &Running, trusted: &str) -> Result<String, std::io::Error> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_slice(trusted.as_bytes()).unwrap())
        .unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let client = ClientConnection::new(Arc::new(config), "hub.test".try_into().unwrap()).unwrap();
    let mut stream = StreamOwned::new(client, hub.connect());
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: hub.test\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8(answer).unwrap())
}

#[test]
fn a_hub_with_a_certificate_speaks_nothing_else_and_takes_a_new_one_while_it_runs() {
    let place = Place::new();
    install(&place, FIRST);
    let hub = place.start(&SERVE);
    assert!(hub.said[0].contains("https://127.0.0.1:"), "{:?}", hub.said);
    let answer = health(&hub, FIRST[0]).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains("strict-transport-security: "), "{answer}");
    assert!(health(&hub, SECOND[0]).is_err(), "it shows the first");

    // Whoever speaks plainly is not understood, and told nothing.
    let mut plain = hub.connect();
    plain
        .write_all(b"GET /health HTTP/1.1\r\nHost: hub.test\r\n\r\n")
        .unwrap();
    let mut said = Vec::new();
    let _ = plain.read_to_end(&mut said);
    assert!(!said.starts_with(b"HTTP"), "{said:?}");

    install(&place, SECOND);
    let hang_up = format!("kill -HUP {}", hub.child.id());
    assert!(
        Command::new("sh")
            .args(["-c", &hang_up])
            .status()
            .unwrap()
            .success()
    );
    eventually("the new one is shown", || health(&hub, SECOND[0]).ok());
    assert!(health(&hub, FIRST[0]).is_err());
}

#[test]
fn a_certificate_that_cannot_be_used_says_what_to_do() {
    let place = Place::new();
    let said = |words: &[&str], code: i32| {
        let output = place.run(words);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{said}");
        said
    };
    let missing = said(&SERVE, 1);
    assert!(missing.contains("hub.pem cannot be read as PEM"), "{missing}");
    install(&place, [FIRST[0], "no key"]);
    let unreadable = said(&SERVE, 1);
    assert!(
        unreadable.contains("hub.key.pem cannot be read as PEM"),
        "{unreadable}"
    );
    install(&place, [FIRST[0], SECOND[1]]);
    let unfit = said(&SERVE, 1);
    assert!(unfit.contains("cannot be used together"), "{unfit}");
    let half = said(&SERVE[..5], 2);
    assert!(half.contains("--tls-key"), "{half}");
}
