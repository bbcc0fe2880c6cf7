//! Where the hub is found: the address that people know it by, the proxies in front of it whose word counts, and the cookies
//! that it keeps in browsers under that address.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;
use firstline_hub::passkey::Party;

/// The address that people know the hub by: scheme, host and port, and nothing after it.
///
/// Links that are sent, passkeys and the safety of cookies depend on it, so it is told to the hub and never taken from a
/// request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    secure: bool,
    /// With the port, where it is not the scheme's own.
    authority: String,
}

/// What is no such address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("give http:// or https://, a host and, where it is needed, a port, as in https://hub.example.com")]
pub struct NoPublicUrl;

impl FromStr for PublicUrl {
    type Err = NoPublicUrl;

    fn from_str(typed: &str) -> Result<Self, NoPublicUrl> {
        let uri: Uri = typed.trim_end_matches('/').parse().map_err(|_| NoPublicUrl)?;
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(NoPublicUrl),
        };
        let host = uri
            .host()
            .filter(|host| !host.is_empty())
            .ok_or(NoPublicUrl)?
            .to_lowercase();
        let is_bare = matches!(uri.path(), "" | "/") && uri.query().is_none();
        let has_user = uri
            .authority()
            .is_some_and(|authority| authority.as_str().contains('@'));
        if !is_bare || has_user {
            return Err(NoPublicUrl);
        }
        let own = if secure { 443 } else { 80 };
        let authority = match uri.port_u16().filter(|port| *port != own) {
            Some(port) => format!("{host}:{port}"),
            None => host,
        };
        Ok(PublicUrl { secure, authority })
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.authority)
    }
}

impl PublicUrl {
    /// The address of a hub that nobody gave another, at which it answers, by TLS or not.
    pub fn of(listening: SocketAddr, secure: bool) -> Self {
        PublicUrl {
            secure,
            authority: listening.to_string(),
        }
    }

    /// Whether browsers speak to it so that nobody listens.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// The address of a path of this hub.
    pub fn to(&self, path: &str) -> String {
        format!("{self}{path}")
    }

    fn host_and_port(&self) -> (&str, Option<&str>) {
        let end = self.authority.rfind(']').map_or(0, |end| end + 1);
        match self.authority[end..].find(':') {
            Some(colon) => {
                let (host, port) = self.authority.split_at(end + colon);
                (host, Some(&port[1..]))
            }
            None => (&self.authority, None),
        }
    }

    /// What passkeys of this hub are bound to. Browsers let no address in numbers have one, and nothing that is not
    /// secure but the machine itself, which then has to be called `localhost`.
    pub fn party(&self) -> Option<Party> {
        let (host, port) = self.host_and_port();
        let in_numbers = host.trim_matches(['[', ']']).parse::<IpAddr>().ok();
        if !self.secure && in_numbers.is_some_and(|address| address.is_loopback()) {
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            return Some(Party {
                id: "localhost".to_owned(),
                origin: format!("http://localhost{port}"),
            });
        }
        let fits = in_numbers.is_none() && (self.secure || host == "localhost");
        fits.then(|| Party {
            id: host.to_owned(),
            origin: self.to_string(),
        })
    }

    /// The name of a cookie that only the hub reads.
    pub(crate) fn name_of(&self, held: Held) -> &'static str {
        // With [`OWN`] where that is possible.
        match (held, self.secure) {
            (Held::Session, true) => "__Host-firstline_session",
            (Held::Session, false) => "firstline_session",
            (Held::Device, true) => "__Host-firstline_device",
            (Held::Device, false) => "firstline_device",
            (Held::Step, true) => "__Host-firstline_step",
            (Held::Step, false) => "firstline_step",
            (Held::SignOn, true) => "__Host-firstline_sign_on",
            (Held::SignOn, false) => "firstline_sign_on",
            (Held::Link, true) => "__Host-firstline_link",
            (Held::Link, false) => "firstline_link",
        }
    }

    /// Gives the browser a secret to hold for so many seconds, out of the script's reach.
    pub(crate) fn hold(&self, response: &mut Response, held: Held, secret: &str, seconds: i64) {
        let (name, secure) = (self.name_of(held), self.marks());
        add(
            response,
            &format!("{name}={secret}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}"),
        );
    }

    /// Lets the browser forget a secret.
    pub(crate) fn drop(&self, response: &mut Response, held: Held) {
        self.hold(response, held, "", 0);
    }

    /// Lets the browser keep how somebody reads, for all pages and for the script.
    pub(crate) fn keep(&self, response: &mut Response, name: &str, value: &str) {
        let secure = self.marks();
        let own = if self.secure { OWN } else { "" };
        add(
            response,
            &format!("{own}{name}={value}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Lax{secure}"),
        );
    }

    fn marks(&self) -> &'static str {
        if self.secure { "; Secure" } else { "" }
    }
}

/// How the name of a cookie begins that a browser takes from nobody but this very host, over a connection that is secure.
pub(crate) const OWN: &str = "__Host-";

/// A year: how long a browser keeps what a reader chose, and that somebody has been signed in on it.
pub(crate) const KEPT_SECONDS: i64 = 31_536_000;

/// A cookie that only the hub reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    /// The secret of the session.
    Session,
    /// That somebody has been signed in on this browser.
    Device,
    /// The sign-in that still wants a code.
    Step,
    /// The sign-in that is on its way to an organisation's provider and back.
    SignOn,
    /// The secret of the link that was opened last.
    Link,
}

/// The path of a link that works once. No browser asks for what stands behind `#`, so the secret is in no address that is sent,
/// and in nothing that writes addresses down.
pub fn path_of_link(secret: &str) -> String {
    format!("/link#{secret}")
}

fn add(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

/// Addresses that begin alike, such as `10.0.0.0/8`, or a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

/// What is no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("give an address, or a network as in 10.0.0.0/8")]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(typed: &str) -> Result<Self, NoNetwork> {
        let (address, bits) = match typed.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse().map_err(|_| NoNetwork)?)),
            None => (typed, None),
        };
        let address: IpAddr = address.parse().map_err(|_| NoNetwork)?;
        let all = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(all);
        if bits > all {
            return Err(NoNetwork);
        }
        Ok(Network { address, bits })
    }
}

impl Network {
    fn holds(&self, address: IpAddr) -> bool {
        let first = |bits: u128, all: u32| bits.checked_shr(all - self.bits).unwrap_or(0);
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                first(own.to_bits().into(), 32) == first(other.to_bits().into(), 32)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => first(own.to_bits(), 128) == first(other.to_bits(), 128),
            _ => false,
        }
    }
}

/// Where a request comes from: its peer; behind a proxy that is trusted, whom that one names. Each proxy adds its own peer at
/// the end, so what stands before the first one that is not trusted is that one's tale.
pub(crate) fn address(peer: IpAddr, headers: &HeaderMap, proxies: &[Network]) -> IpAddr {
    let trusted = |address: IpAddr| proxies.iter().any(|network| network.holds(address));
    let mut known = peer.to_canonical();
    let lines: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .map(|line| line.to_str().unwrap_or_default())
        .collect();
    let mut named = lines.iter().flat_map(|line| line.split(',')).rev();
    while trusted(known) {
        let Some(next) = named.next().and_then(|named| forwarded(named.trim())) else {
            break;
        };
        known = next;
    }
    known
}

/// An address as proxies write it, with a port or without.
fn forwarded(named: &str) -> Option<IpAddr> {
    let bare = named.trim_start_matches('[').trim_end_matches(']').parse();
    let with_port = named.parse::<SocketAddr>().map(|address| address.ip());
    bare.or(with_port)
        .ok()
        .map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(typed: &str) -> PublicUrl {
        typed.parse().unwrap()
    }

    #[test]
    fn an_address_is_an_origin_and_nothing_more() {
        for (typed, meant) in [
            ("https://Hub.Example.com/", "https://hub.example.com"),
            ("https://hub.example.com:443", "https://hub.example.com"),
            ("http://localhost:7420", "http://localhost:7420"),
            ("http://[::1]:7420", "http://[::1]:7420"),
        ] {
            assert_eq!(url(typed).to_string(), meant);
        }
        for wrong in [
            "hub.example.com",
            "ftp://hub.example.com",
            "https://hub.example.com/firstline",
            "https://hub.example.com?x",
            "https://elif@hub.example.com",
            "https://",
            "",
        ] {
            assert_eq!(wrong.parse::<PublicUrl>(), Err(NoPublicUrl), "{wrong}");
        }
    }

    #[test]
    fn passkeys_are_bound_to_a_name() {
        let party = |typed: &str| url(typed).party().map(|party| (party.id, party.origin));
        let named = |id: &str, origin: &str| Some((id.to_owned(), origin.to_owned()));
        for (typed, meant) in [
            (
                "https://hub.example.com:8443",
                named("hub.example.com", "https://hub.example.com:8443"),
            ),
            (
                "http://localhost:7420",
                named("localhost", "http://localhost:7420"),
            ),
            (
                "http://127.0.0.1:7420",
                named("localhost", "http://localhost:7420"),
            ),
            ("http://[::1]:7420", named("localhost", "http://localhost:7420")),
            ("http://127.0.0.1", named("localhost", "http://localhost")),
            ("http://hub.example.com", None),
            ("https://192.0.2.7", None),
            ("https://[2001:db8::7]:8443", None),
        ] {
            assert_eq!(party(typed), meant, "{typed}");
        }
    }

    #[test]
    fn networks_hold_the_addresses_that_begin_like_them() {
        let holds = |network: &str, address: &str| {
            let network: Network = network.parse().unwrap();
            network.holds(address.parse().unwrap())
        };
        assert!(holds("10.0.0.0/8", "10.255.0.1") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("192.0.2.7", "192.0.2.7") && !holds("192.0.2.7", "192.0.2.6"));
        assert!(holds("0.0.0.0/0", "203.0.113.9") && !holds("0.0.0.0/0", "::1"));
        assert!(holds("fd00::/8", "fdff::1") && !holds("fd00::/8", "fe80::1"));
        assert!(holds("::/0", "2001:db8::1"));
        for wrong in ["10.0.0.0/33", "10.0.0.0/-1", "fd00::/129", "10.0.0", "proxy", ""] {
            assert_eq!(wrong.parse::<Network>(), Err(NoNetwork), "{wrong}");
        }
    }

    #[test]
    fn only_a_trusted_proxy_says_where_a_request_comes_from() {
        let proxies: Vec<Network> = ["10.0.0.0/8", "192.0.2.1"]
            .iter()
            .map(|typed| typed.parse().unwrap())
            .collect();
        for (peer, lines, meant) in [
            ("203.0.113.9", &["198.51.100.1"][..], "203.0.113.9"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            // What a client sends of its own accord stands before what the proxy adds.
            ("10.0.0.1", &["1.2.3.4, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", &["1.2.3.4", "198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", &["10.9.9.9, 198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", &["1.2.3.4, 198.51.100.1, 192.0.2.1"], "198.51.100.1"),
            ("10.0.0.1", &["198.51.100.1:4711"], "198.51.100.1"),
            ("10.0.0.1", &["[2001:db8::7]:4711"], "2001:db8::7"),
            // What cannot be read is not read past.
            ("10.0.0.1", &["1.2.3.4, unknown"], "10.0.0.1"),
            ("10.0.0.1", &["1.2.3.4,"], "10.0.0.1"),
            ("10.0.0.1", &["10.0.0.2, 10.0.0.3"], "10.0.0.2"),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let found = address(peer.parse().unwrap(), &headers, &proxies);
            assert_eq!(found.to_string(), meant, "{peer} with {lines:?}");
        }
    }
}
