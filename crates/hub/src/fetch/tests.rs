//! Others answer well and badly, on loopback; which addresses are closed is a table.

use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::*;

#[test]
fn addresses_are_of_the_public_network_or_not() {
    for open in [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001:81c::200e",
        // IPv4 as networks without it say it.
        "64:ff9b::8.8.8.8",
    ] {
        assert!(public::is_public(open.parse().unwrap()), "{open}");
    }
    for closed in [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ] {
        assert!(!public::is_public(closed.parse().unwrap()), "{closed}");
    }
}

#[test]
fn hosts_are_allowed_by_name_and_by_port_where_one_is_given() {
    for (typed, meant) in [
        ("SSO.Intern", "sso.intern"),
        ("sso.intern.", "sso.intern"),
        ("127.0.0.1:9000", "127.0.0.1:9000"),
        ("sso.intern:80", "sso.intern:80"),
        ("[::1]:9000", "[::1]:9000"),
    ] {
        assert_eq!(typed.parse::<AllowedHost>().unwrap().to_string(), meant);
    }
    for wrong in [
        "",
        "https://sso.intern",
        "sso.intern/x",
        "a b",
        "u@sso.intern",
        "sso.intern:x",
        "?",
    ] {
        assert_eq!(wrong.parse::<AllowedHost>(), Err(NoHost), "{wrong}");
    }
    let fetcher = allowing(&["sso.intern", "127.0.0.1:9000"]);
    let check = |url: &str| fetcher.check(&url.parse().unwrap()).is_ok();
    assert!(check("https://anybody.example/x") && check("http://sso.intern:8080/x"));
    assert!(check("http://127.0.0.1:9000/") && !check("http://127.0.0.1:9001/"));
    for wrong in [
        "http://anybody.example/",
        "http://other.sso.intern/",
        "ftp://sso.intern/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://somebody@anybody.example/",
        "https://somebody:secret@anybody.example/",
    ] {
        assert!(!check(wrong), "{wrong}");
    }
}

fn allowing(hosts: &[&str]) -> Fetcher {
    Fetcher::allowing(hosts.iter().map(|host| host.parse().unwrap()).collect())
}

/// Somebody who answers every request with the same bytes and hangs up, or keeps the line where there are none.
fn answering(bytes: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    tokio::spawn(async move {
        let mut kept = Vec::new();
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut read = [0; 4096];
            let _ = stream.read(&mut read).await;
            if bytes.is_empty() {
                kept.push(stream);
            } else {
                let _ = stream.write_all(bytes).await;
            }
        }
    });
    port
}

async fn get(fetcher: &Fetcher, url: &str) -> Result<Fetched, FetchError> {
    fetcher.fetch(Ask::get(url.parse().unwrap())).await
}

const HELLO: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello";

#[tokio::test]
async fn what_an_allowed_host_answers_is_read() {
    let port = answering(HELLO);
    let fetcher = allowing(&["127.0.0.1"]);
    let fetched = get(&fetcher, &format!("http://127.0.0.1:{port}/a?b=c"))
        .await
        .unwrap();
    assert_eq!(
        (fetched.status, &fetched.body[..]),
        (StatusCode::OK, &b"hello"[..])
    );
    let port = answering(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
    let fetched = get(&fetcher, &format!("http://127.0.0.1:{port}/")).await.unwrap();
    assert_eq!(fetched.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn this_machine_and_its_network_are_closed_however_they_are_written() {
    let fetcher = Fetcher::default();
    for url in [
        "https://127.0.0.1/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://localhost/",
        "https://sso.localhost/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1:8443/",
        "https://0/",
    ] {
        let refused = get(&fetcher, url).await;
        assert!(
            matches!(refused, Err(FetchError::NotPublic(_))),
            "{url}: {refused:?}"
        );
    }
    // A host that is allowed opens no other, and no other port.
    let fetcher = allowing(&["127.0.0.1:9000"]);
    let refused = get(&fetcher, "https://127.0.0.1/").await;
    assert!(matches!(refused, Err(FetchError::NotPublic(_))), "{refused:?}");
}

fn resolving(resolve: Resolve) -> Fetcher {
    Fetcher(Arc::new(Inner {
        resolve,
        ..Inner::default()
    }))
}

impl Default for Inner {
    fn default() -> Self {
        Inner {
            allowed: Vec::new(),
            resolve,
            time_max: TIME_MAX,
            tls: OnceLock::new(),
        }
    }
}

#[tokio::test]
async fn a_name_that_stands_for_a_closed_address_is_refused_even_beside_a_public_one() {
    let inside: Resolve = |_, port| Ok(vec![SocketAddr::from(([10, 1, 2, 3], port))]);
    let mixed: Resolve = |_, port| {
        Ok(vec![
            SocketAddr::from(([93, 184, 215, 14], port)),
            SocketAddr::from(([127, 0, 0, 1], port)),
        ])
    };
    for resolve in [inside, mixed] {
        let refused = get(&resolving(resolve), "https://rebind.example/").await;
        assert!(matches!(refused, Err(FetchError::NotPublic(_))), "{refused:?}");
    }
    let nobody: Resolve = |_, _| Err(io::ErrorKind::NotFound.into());
    let refused = get(&resolving(nobody), "https://nobody.example/").await;
    assert!(matches!(refused, Err(FetchError::Unknown(_))), "{refused:?}");
}

#[tokio::test]
async fn a_name_is_resolved_once_and_the_connection_goes_there() {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    // Whoever asks twice is told something else the second time.
    let resolve: Resolve = |_, port| match ASKED.fetch_add(1, Ordering::SeqCst) {
        0 => Ok(vec![SocketAddr::from(([127, 0, 0, 1], port))]),
        _ => Ok(vec![SocketAddr::from(([192, 0, 2, 1], port))]),
    };
    let port = answering(HELLO);
    let fetcher = Fetcher(Arc::new(Inner {
        allowed: vec!["rebind.example".parse().unwrap()],
        resolve,
        ..Inner::default()
    }));
    let fetched = get(&fetcher, &format!("http://rebind.example:{port}/"))
        .await
        .unwrap();
    assert_eq!(fetched.body, "hello");
    assert_eq!(ASKED.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn nobody_leads_the_hub_elsewhere() {
    let fetcher = allowing(&["127.0.0.1"]);
    for redirect in [
        &b"HTTP/1.1 302 Found\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n"[..],
        b"HTTP/1.1 307 Temporary Redirect\r\nlocation: https://127.0.0.1/\r\ncontent-length: 0\r\n\r\n",
    ] {
        let port = answering(redirect);
        let refused = get(&fetcher, &format!("http://127.0.0.1:{port}/")).await;
        assert!(matches!(refused, Err(FetchError::Redirect)), "{refused:?}");
    }
}

#[tokio::test]
async fn what_is_too_large_too_slow_or_no_answer_is_refused() {
    let fetcher = allowing(&["127.0.0.1"]);
    let large = [
        &b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n"[..],
        &vec![b'x'; BODY_BYTES_MAX + 1],
    ]
    .concat();
    let port = answering(Vec::leak(large));
    let refused = get(&fetcher, &format!("http://127.0.0.1:{port}/")).await;
    assert!(matches!(refused, Err(FetchError::TooLarge)), "{refused:?}");

    let head = [&b"HTTP/1.1 200 OK\r\nx: "[..], &vec![b'x'; 2 * HEAD_BYTES_MAX]].concat();
    let port = answering(Vec::leak(head));
    let refused = get(&fetcher, &format!("http://127.0.0.1:{port}/")).await;
    assert!(matches!(refused, Err(FetchError::Broken(_))), "{refused:?}");

    let port = answering(b"220 mail.example ESMTP\r\n");
    let refused = get(&fetcher, &format!("http://127.0.0.1:{port}/")).await;
    assert!(matches!(refused, Err(FetchError::Broken(_))), "{refused:?}");

    let port = answering(b"");
    let impatient = Fetcher(Arc::new(Inner {
        allowed: vec!["127.0.0.1".parse().unwrap()],
        time_max: Duration::from_millis(50),
        ..Inner::default()
    }));
    let refused = get(&impatient, &format!("http://127.0.0.1:{port}/")).await;
    assert!(matches!(refused, Err(FetchError::TooSlow)), "{refused:?}");
    // Whoever asks can say how long that may take.
    let url = format!("http://127.0.0.1:{port}/").parse().unwrap();
    let ask = Ask::get(url).within(Duration::from_millis(50));
    let refused = fetcher.fetch(ask).await;
    assert!(matches!(refused, Err(FetchError::TooSlow)), "{refused:?}");
}

/// The certificate of `sso.test`, signed by itself, made for this test by `openssl req`; its key is nobody's.
const CERTIFICATE: &[u8] = include_bytes!("host.der");
const KEY: &[u8] = include_bytes!("host.key.der");

fn answering_securely() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(KEY));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(CERTIFICATE)], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut read = [0; 4096];
            let _ = stream.read(&mut read).await;
            let _ = stream.write_all(HELLO).await;
            let _ = stream.shutdown().await;
        }
    });
    port
}

/// A fetcher that finds everybody on this machine, and trusts these authorities.
fn trusting(certificates: &[&'static [u8]]) -> Fetcher {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(certificates.iter().map(|it| CertificateDer::from(*it)));
    Fetcher(Arc::new(Inner {
        allowed: vec!["sso.test".parse().unwrap(), "other.test".parse().unwrap()],
        resolve: |_, port| Ok(vec![SocketAddr::from(([127, 0, 0, 1], port))]),
        tls: OnceLock::from(connector(roots)),
        ..Inner::default()
    }))
}

#[tokio::test]
async fn a_host_has_to_show_who_it_is() {
    let port = answering_securely();
    let knowing = trusting(&[CERTIFICATE]);
    let fetched = get(&knowing, &format!("https://sso.test:{port}/")).await.unwrap();
    assert_eq!(fetched.body, "hello");
    for (fetcher, host) in [(&knowing, "other.test"), (&trusting(&[]), "sso.test")] {
        let refused = get(fetcher, &format!("https://{host}:{port}/")).await;
        assert!(
            matches!(refused, Err(FetchError::Unreachable(_))),
            "{host}: {refused:?}"
        );
    }
    // Whoever is asked for TLS and answers without is not listened to.
    let plain = answering(HELLO);
    let refused = get(&knowing, &format!("https://sso.test:{plain}/")).await;
    assert!(matches!(refused, Err(FetchError::Unreachable(_))), "{refused:?}");
}
