//! Asking a hub as somebody, and holding what it answers against what they may see.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;

use crate::caller::Caller;
use crate::dice::Dice;
use crate::marker::{Number, Secret, made_up};
use crate::model::{Asker, Eyes, Listed};
use crate::rules::{Does, Rule};
use crate::world::World;

/// The largest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 16 << 20;

/// Ids and secrets that the hub makes are no shorter, in characters.
const FRESH_CHARS_LEAST: usize = 32;
/// What is asked for by its id alone.
const BY_ID: [&str; 7] = [
    "person-id",
    "split",
    "relationship",
    "decision",
    "invitation",
    "session",
    "token",
];
/// Characters that are told on each side of what was found wrong.
const AROUND: usize = 300;

/// Something that stands in the place of a `{…}`.
struct Pick {
    /// Whether the answer may depend on its very letters: on where they stand in an order, or how they are read.
    is_loose: bool,
    /// The secret it is known by; absent for what is made up.
    number: Option<Number>,
    /// The publisher of an offer, who is on show to everyone who is signed in.
    publisher: Option<Number>,
    text: String,
}

/// A request as it is thrown.
struct Thrown {
    method: &'static str,
    path: &'static str,
    query: &'static str,
    body: &'static str,
    language: &'static str,
    version: usize,
    fragment: bool,
    /// Another one each time: who tries links from one address for long has to wait.
    address: [u8; 4],
    /// What stands in the place of each `{…}`, in their order.
    picks: Vec<Pick>,
}

/// What was answered.
#[derive(PartialEq, Eq)]
struct Answer {
    status: StatusCode,
    headers: String,
    body: String,
}

/// A hub with a world in it.
pub struct Hall<'w> {
    pub world: &'w World,
    pub router: Router,
    pub dice: Dice,
    /// Requests that were sent.
    pub sent: usize,
    /// How often each route was asked, and answered with what was wished.
    pub told: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    made_up: usize,
    /// What the people of each organisation said while they changed something: it is theirs from then on, an address that they
    /// invited or a name that they searched the record for.
    said: Vec<BTreeSet<Number>>,
}

impl<'w> Hall<'w> {
    pub fn new(world: &'w World, router: Router, dice: Dice) -> Self {
        Hall {
            world,
            router,
            dice,
            sent: 0,
            told: BTreeMap::new(),
            made_up: 0,
            said: vec![BTreeSet::new(); world.organisations.len()],
        }
    }

    /// Asks one route as somebody. What was found wrong is told.
    pub async fn ask(&mut self, caller: &Caller, rule: &Rule) -> Result<(), String> {
        let may_see = caller.may_see(rule.does, rule.reach);
        let thrown = self.throw(rule, may_see);
        let answer = self.send(caller, &thrown, None).await;
        let told = self.told.entry((rule.method, rule.route)).or_default();
        told.0 += 1;
        told.1 += usize::from(is_granted(&answer));
        let place = |what: String| {
            let who = &caller.asker;
            let asked = thrown.shown(None);
            format!(
                "{} {asked}\nas {who:?}\nanswered {}: {what}",
                rule.method, answer.status
            )
        };
        if answer.status.is_server_error() {
            return Err(place("a failure of the server's own".to_owned()));
        }
        if rule.does == Does::Changes {
            self.remember(caller, &thrown);
        }
        self.hold(caller, &answer, &thrown, may_see).map_err(place)?;
        let is_whole = rule.does == Does::Nothing && thrown.query == rule.queries[0];
        if let (Some(listed), Some(asker), true) = (rule.lists, &caller.asker, is_whole) {
            self.hold_list(&answer, asker, listed).map_err(place)?;
        }
        self.hold_unseen(caller, &thrown, &answer, may_see)
            .await
            .map_err(place)
    }

    /// What was said for an organisation, and to those that it was said to, is known there.
    fn remember(&mut self, caller: &Caller, thrown: &Thrown) {
        let world = self.world;
        let mut said: Vec<Number> = thrown.picks.iter().filter_map(|pick| pick.number).collect();
        let mut organisations = caller.organisations(world);
        // Whoever is asked for something learns who asks.
        said.extend(
            organisations
                .iter()
                .map(|place| world.markers.number(Secret::Name(*place))),
        );
        said.extend(caller.person(world));
        for number in &said {
            match world.markers.secrets[*number] {
                Secret::Name(place) => organisations.push(place),
                Secret::Person(place) => {
                    let memberships = world.people[place].memberships.iter();
                    organisations.extend(memberships.map(|one| one.organisation));
                }
                _ => {}
            }
        }
        for organisation in organisations {
            self.said[organisation].extend(&said);
        }
    }

    /// Nothing is in the answer that its asker may not see and did not say.
    fn hold(
        &self,
        caller: &Caller,
        answer: &Answer,
        thrown: &Thrown,
        may_see: &BTreeSet<Number>,
    ) -> Result<(), String> {
        let mut found = self.world.markers.found(&answer.headers);
        found.extend(self.world.markers.found(&answer.body));
        let picks = thrown.picks.iter();
        let said: BTreeSet<Number> = picks
            .flat_map(|pick| [pick.number, pick.publisher])
            .flatten()
            .collect();
        let organisations = caller.organisations(self.world);
        let is_known = |number: &Number| {
            let in_house = || {
                organisations
                    .iter()
                    .any(|place| self.said[*place].contains(number))
            };
            may_see.contains(number) || said.contains(number) || in_house()
        };
        let leaked = found.iter().find(|number| !is_known(number));
        let Some(leaked) = leaked else { return Ok(()) };
        let secret = self.world.markers.secrets[*leaked];
        let around = self.around(&answer.plain(), *leaked);
        Err(format!(
            "it holds {secret:?}, which its asker may not see: {around}"
        ))
    }

    /// A list of everything holds what its asker may see of it, all of it and nothing else, and counts no more.
    fn hold_list(&self, answer: &Answer, asker: &Asker, listed: Listed) -> Result<(), String> {
        let mut expected = Eyes::new(self.world, asker).list(listed);
        if answer.status == StatusCode::SEE_OTHER {
            return Ok(());
        }
        if answer.status != StatusCode::OK {
            let none = expected.is_empty();
            return none
                .then_some(())
                .ok_or("it refuses what its asker sees".to_owned());
        }
        let mut found = self.world.markers.found(&answer.body);
        found.retain(|number| listed.holds(self.world, self.world.markers.secrets[*number]));
        let of_itself = [
            self.world.markers.number(Secret::Name(asker.organisation)),
            asker.person.map_or(usize::MAX, |person| {
                self.world.markers.number(Secret::Person(person))
            }),
        ];
        let counted = expected.len();
        // A page says who reads it, and so do the organisations that it may be read for.
        let is_page = !answer.body.starts_with('{');
        if is_page {
            for own in of_itself {
                expected.remove(&own);
                found.remove(&own);
            }
        }
        let known = |numbers: &BTreeSet<Number>, of: &BTreeSet<Number>| -> Vec<Secret> {
            let only = numbers.difference(of);
            only.map(|number| self.world.markers.secrets[*number]).collect()
        };
        let (missing, too_many) = (known(&expected, &found), known(&found, &expected));
        // What a page of people or customers says beside its list is held by `hold`.
        let too_many = if is_page { Vec::new() } else { too_many };
        if !missing.is_empty() || !too_many.is_empty() {
            return Err(format!(
                "a list of all {listed:?} lacks {missing:?} and should not hold {too_many:?}"
            ));
        }
        let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap_or_default();
        match body.get("total").and_then(serde_json::Value::as_u64) {
            Some(total) if total != counted as u64 => {
                Err(format!("it counts {total} {listed:?} where there are {counted}"))
            }
            _ => Ok(()),
        }
    }

    /// What the asker may not see answers byte for byte as what is not there.
    async fn hold_unseen(
        &mut self,
        caller: &Caller,
        thrown: &Thrown,
        answer: &Answer,
        may_see: &BTreeSet<Number>,
    ) -> Result<(), String> {
        let is_unseen =
            |pick: &Pick| !pick.is_loose && pick.number.is_some_and(|number| !may_see.contains(&number));
        if !thrown.picks.iter().any(is_unseen) {
            return Ok(());
        }
        let mut fakes: Vec<Option<String>> = Vec::new();
        for pick in &thrown.picks {
            let fake = is_unseen(pick).then(|| self.like(&pick.text));
            fakes.push(fake);
        }
        let other = self.send(caller, thrown, Some(&fakes)).await;
        let (mut told, mut other) = (answer.plain(), other.plain());
        for (pick, fake) in thrown.picks.iter().zip(&fakes) {
            if let Some(fake) = fake {
                told = told.replace(&pick.text, "…");
                other = other.replace(fake, "…");
            }
        }
        if told == other || without_fresh(&told) == without_fresh(&other) {
            return Ok(());
        }
        let pairs = told.chars().zip(other.chars());
        let alike = pairs.take_while(|(told, other)| told == other).count();
        let from = alike.saturating_sub(AROUND);
        let part = |text: &str| text.chars().skip(from).take(2 * AROUND).collect::<String>();
        Err(format!(
            "what may not be seen answers\n{}\nand what is not there\n{}",
            part(&told),
            part(&other)
        ))
    }

    /// Where a secret stands in a text.
    fn around(&self, text: &str, number: Number) -> String {
        let id = self.world.markers.id(number).map(|id| id.to_string());
        let at = text
            .to_ascii_lowercase()
            .find(&crate::marker::word(number))
            .or_else(|| text.find(&id?));
        let before = text[..at.unwrap_or_default()].chars().rev().take(AROUND).count();
        let from = text[..at.unwrap_or_default()].chars().count() - before;
        text.chars().skip(from).take(2 * AROUND).collect()
    }

    /// Something made up that looks like this.
    fn like(&mut self, text: &str) -> String {
        self.made_up += 1;
        if text.contains('-') {
            self.dice.id().to_string()
        } else {
            made_up(self.made_up)
        }
    }

    fn throw(&mut self, rule: &Rule, may_see: &BTreeSet<Number>) -> Thrown {
        let query = self.dice.one_of(rule.queries).copied().unwrap_or_default();
        let body = self.dice.one_of(rule.bodies).copied().unwrap_or_default();
        let mut picks = Vec::new();
        for template in [rule.path, query, body] {
            for part in parts(template) {
                if let Part::Hole(name) = part {
                    let pick = self.pick(name.trim_start_matches('~'), may_see);
                    let is_loose = name.starts_with('~');
                    picks.push(Pick { is_loose, ..pick });
                }
            }
        }
        let languages = ["en", "tr", "ko", "es"];
        let asks_by_head = rule.method == "GET" && self.dice.percent(3) && rule.lists.is_none();
        Thrown {
            method: if asks_by_head { "HEAD" } else { rule.method },
            path: rule.path,
            query,
            body,
            language: self.dice.one_of(&languages).copied().unwrap_or("en"),
            version: self.dice.below(2),
            address: std::array::from_fn(|_| u8::try_from(self.dice.between(1, 250)).unwrap_or(1)),
            fragment: rule.lists.is_none() && self.dice.percent(10),
            picks,
        }
    }

    /// Something of the world, whosever it is, half of the time something that the asker may see; now and then something made up.
    fn pick(&mut self, hole: &str, may_see: &BTreeSet<Number>) -> Pick {
        let (world, dice) = (self.world, &mut self.dice);
        if hole == "topic" {
            let topics = [
                "technical.break-fix",
                "commercial.billing",
                "support.split",
                "commerce.billing",
            ];
            let topic = dice.one_of(&topics).copied().unwrap_or_default();
            return Pick::made_up(topic);
        }
        let made_up = dice.percent(5);
        let secrets = &world.markers.secrets;
        let fits = |secret: &Secret| {
            matches!(
                (hole, secret),
                ("publisher}/{offer" | "own-offer" | "offer", Secret::Offer(_))
                    | ("organisation", Secret::Name(_))
                    | ("person" | "person-id", Secret::Person(_))
                    | ("split", Secret::Split(_))
                    | ("relationship", Secret::Relation(_))
                    | ("subscription", Secret::Sale(_))
                    | ("decision", Secret::Decision(_))
                    | ("invitation", Secret::Invitation(_))
                    | ("session", Secret::Session(_))
                    | ("token", Secret::Token(_))
                    | ("word", _)
            )
        };
        let is_seen = dice.percent(50);
        let some: Vec<Number> = (0..secrets.len())
            .filter(|number| fits(&secrets[*number]) && (!is_seen || may_see.contains(number)))
            .collect();
        let number = dice.one_of(&some).copied();
        let Some(number) = number.filter(|_| !made_up) else {
            let is_id = BY_ID.contains(&hole);
            let like = if is_id { "-" } else { "" };
            return Pick::made_up(&self.like(like));
        };
        let word = crate::marker::word(number);
        let by_id = match hole {
            _ if BY_ID.contains(&hole) => true,
            "subscription" | "offer" => dice.percent(40),
            _ => false,
        };
        let publisher = match (hole, secrets[number]) {
            ("publisher}/{offer", Secret::Offer(place)) => Some(world.offers[place].publisher),
            ("offer", Secret::Offer(place)) if !by_id && dice.percent(50) => {
                Some(world.offers[place].publisher)
            }
            _ => None,
        };
        let id = world.markers.id(number).filter(|_| by_id);
        Pick {
            is_loose: false,
            number: Some(number),
            publisher: publisher.map(|place| world.markers.number(Secret::Name(place))),
            text: id.map_or(word, |id| id.to_string()),
        }
    }

    async fn send(&mut self, caller: &Caller, thrown: &Thrown, fakes: Option<&[Option<String>]>) -> Answer {
        self.sent += 1;
        let (path, body) = thrown.filled(fakes);
        let kind = if body.starts_with('{') {
            "application/json"
        } else {
            "application/x-www-form-urlencoded"
        };
        let mut request = Request::builder()
            .method(thrown.method)
            .uri(path)
            .header(header::HOST, "hub.example")
            .header(header::CONTENT_TYPE, kind)
            .header(header::ACCEPT_LANGUAGE, thrown.language)
            .header(header::ACCEPT, "*/*");
        // A directory changes what there is, whatever its version.
        if thrown.path.starts_with("/api/") {
            request = request.header(header::IF_MATCH, format!("\"{}\"", thrown.version));
        }
        if let Some((name, value)) = &caller.shows {
            request = request.header(name, value);
        }
        if thrown.fragment {
            request = request.header("x-fragment", "1");
        }
        let mut request = request.body(Body::from(body)).unwrap();
        let peer = SocketAddr::from((thrown.address, 4711));
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.router.clone().oneshot(request).await.unwrap();
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
    fn made_up(text: &str) -> Self {
        Pick {
            is_loose: false,
            number: None,
            publisher: None,
            text: text.to_owned(),
        }
    }
}

impl Answer {
    fn plain(&self) -> String {
        format!("{}\n{}\n{}", self.status, self.headers, self.body)
    }
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

    fn shown(&self, fakes: Option<&[Option<String>]>) -> String {
        let (path, body) = self.filled(fakes);
        format!("{path} {body}")
    }
}

enum Part<'t> {
    Text(&'t str),
    Hole(&'t str),
}

/// The places in a template that stand open: `{word}` in letters and dashes; the braces of a JSON body are none.
fn parts(template: &str) -> Vec<Part<'_>> {
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
fn is_granted(answer: &Answer) -> bool {
    let to_sign_in = answer.headers.contains("location: /sign-in?to=");
    answer.status.is_success() || answer.status.is_redirection() && !to_sign_in
}
