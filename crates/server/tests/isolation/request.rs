//! A request as it is thrown, sent and answered.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;

use crate::caller::Caller;
use crate::marker::Number;

/// The largest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 16 << 20;

/// Ids and secrets that the hub makes are no shorter, in characters.
const FRESH_CHARS_LEAST: usize = 32;
/// Characters that are told on each side of what was found wrong.
pub const AROUND: usize = 300;

/// Something that stands in the place of a `{…}`.
pub struct Pick {
    /// Whether the answer may depend on its very letters: on where they stand in an order, or how they are read.
    pub is_loose: bool,
    /// The secret it is known by; absent for what is made up.
    pub number: Option<Number>,
    /// The publisher of an offer, who is on show to everyone who is signed in.
    pub publisher: Option<Number>,
    pub text: String,
}

/// A request as it is thrown.
pub struct Thrown {
    pub method: &'static str,
    pub path: &'static str,
    pub query: &'static str,
    pub body: &'static str,
    pub language: &'static str,
    pub version: usize,
    pub fragment: bool,
    /// Whether what is answered is drawn anew each time.
    pub draws: bool,
    /// Another one each time: who tries links from one address for long has to wait.
    pub address: [u8; 4],
    /// What stands in the place of each `{…}`, in their order.
    pub picks: Vec<Pick>,
}

/// What was answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: String,
    pub body: String,
}

impl Thrown {
    /// Asks a hub.
    pub async fn sent(&self, router: &Router, caller: &Caller, fakes: Option<&[Option<String>]>) -> Answer {
        let (path, body) = self.filled(fakes);
        let kind = if body.starts_with('{') {
            "application/json"
        } else {
            "application/x-www-form-urlencoded"
        };
        let mut request = Request::builder()
            .method(self.method)
            .uri(path)
            .header(header::HOST, "hub.example")
            .header(header::CONTENT_TYPE, kind)
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(header::ACCEPT, "*/*");
        // A directory changes what there is, whatever its version.
        if self.path.starts_with("/api/") {
            request = request.header(header::IF_MATCH, format!("\"{}\"", self.version));
        }
        if let Some((name, value)) = &caller.shows {
            request = request.header(name, value);
        }
        if self.fragment {
            request = request.header("x-fragment", "1");
        }
        let mut request = request.body(Body::from(body)).unwrap();
        let peer = SocketAddr::from((self.address, 4711));
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, ANSWER_BYTES_MAX).await.unwrap();
        let mut headers = String::new();
        for (name, value) in &parts.headers {
            // How many calls are left is another number each time.
            if !name.as_str().starts_with("ratelimit") {
                headers.push_str(&format!(
                    "{name}: {}\n",
                    String::from_utf8_lossy(value.as_bytes())
                ));
            }
        }
        Answer {
            status: parts.status,
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}

impl Pick {
    pub fn made_up(text: &str) -> Self {
        Pick {
            is_loose: false,
            number: None,
            publisher: None,
            text: text.to_owned(),
        }
    }
}

impl Answer {
    /// The body before the headers: how long it is tells less than where it differs.
    pub fn plain(&self) -> String {
        format!("{}\n{}\n{}", self.status, self.body, self.headers)
    }
}

/// Where two answers begin to differ, besides in what is made anew for each.
pub fn difference(one: &str, other: &str) -> Option<(String, String)> {
    let (one, other) = (without_fresh(one), without_fresh(other));
    if one == other {
        return None;
    }
    let pairs = one.chars().zip(other.chars());
    let alike = pairs.take_while(|(one, other)| one == other).count();
    let from = alike.saturating_sub(AROUND);
    let part = |text: &str| text.chars().skip(from).take(2 * AROUND).collect();
    Some((part(&one), part(&other)))
}

/// A text without the ids and secrets that are made anew for each answer: what is left of two can be compared.
fn without_fresh(text: &str) -> String {
    let is_of_secret = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let mut left = String::with_capacity(text.len());
    for word in text.split_inclusive(|c| !is_of_secret(c)) {
        let bare = word.trim_end_matches(|c| !is_of_secret(c));
        let is_fresh = bare.len() >= FRESH_CHARS_LEAST && bare.contains(|c: char| c.is_ascii_digit());
        left.push_str(if is_fresh { "…" } else { bare });
        left.push_str(&word[bare.len()..]);
    }
    left
}

impl Thrown {
    /// The address and the body, with something in each place.
    fn filled(&self, fakes: Option<&[Option<String>]>) -> (String, String) {
        let mut turn = 0;
        let mut fill = |template: &str| {
            let mut filled = String::new();
            for part in parts(template) {
                match part {
                    Part::Text(text) => filled.push_str(text),
                    Part::Hole(_) => {
                        let pick = &self.picks[turn];
                        let fake = fakes.and_then(|fakes| fakes[turn].as_deref());
                        if let Some(publisher) = pick.publisher {
                            filled.push_str(&format!("{}/", crate::marker::word(publisher)));
                        }
                        filled.push_str(fake.unwrap_or(&pick.text));
                        turn += 1;
                    }
                }
            }
            filled
        };
        let (path, query, body) = (fill(self.path), fill(self.query), fill(self.body));
        if query.is_empty() {
            (path, body)
        } else {
            (format!("{path}?{query}"), body)
        }
    }

    pub fn shown(&self, fakes: Option<&[Option<String>]>) -> String {
        let (path, body) = self.filled(fakes);
        format!("{path} {body}")
    }
}

pub enum Part<'t> {
    Text(&'t str),
    Hole(&'t str),
}

/// The places in a template that stand open: `{word}` in letters and dashes; the braces of a JSON body are none.
pub fn parts(template: &str) -> Vec<Part<'_>> {
    const HOLES: [&str; 15] = [
        "publisher}/{offer",
        "own-offer",
        "offer",
        "organisation",
        "person",
        "person-id",
        "split",
        "relationship",
        "subscription",
        "decision",
        "invitation",
        "session",
        "token",
        "word",
        "topic",
    ];
    let mut parts = Vec::new();
    let mut rest = template;
    let mut text = 0;
    while let Some(at) = rest[text..].find('{').map(|at| text + at) {
        let inside = &rest[at + 1..];
        let hole = HOLES.iter().chain(&["topic"]).find(|hole| {
            inside
                .strip_prefix(**hole)
                .is_some_and(|after| after.starts_with('}'))
        });
        let Some(hole) = hole else {
            text = at + 1;
            continue;
        };
        parts.push(Part::Text(&rest[..at]));
        parts.push(Part::Hole(hole));
        rest = &inside[hole.len() + 1..];
        text = 0;
    }
    parts.push(Part::Text(rest));
    parts
}

/// Whether somebody got what they asked for.
pub fn is_granted(answer: &Answer) -> bool {
    let to_sign_in = answer.headers.contains("location: /sign-in?to=");
    answer.status.is_success() || answer.status.is_redirection() && !to_sign_in
}
