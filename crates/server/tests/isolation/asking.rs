//! Asking a hub as somebody, and holding what it answers against what they may see.

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::http::StatusCode;
use firstline_hub::Hub;

use crate::caller::Caller;
use crate::dice::Dice;
use crate::marker::{Number, Secret, made_up};
use crate::model::{Asker, Eyes, Listed};
use crate::owned::Owned;
use crate::request::{AROUND, Answer, Part, Pick, Thrown, difference, is_granted, parts};
use crate::rules::{Does, Rule};
use crate::strangers::Beside;
use crate::world::{OPERATOR, World};

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

/// A hub with a world in it.
pub struct Hall<'w> {
    pub world: &'w World,
    pub hub: Hub,
    pub router: Router,
    /// The same world with strangers in it, in some worlds.
    pub beside: Option<Beside>,
    pub dice: Dice,
    /// Requests that were sent.
    pub sent: usize,
    /// How often each route was asked, and answered with what was wished.
    pub told: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    made_up: usize,
    /// What the people of each organisation said while they changed something: it is theirs from then on, an address that they
    /// invited or a name that they searched the record for.
    said: Vec<BTreeSet<Number>>,
    /// What everyone owned before the next change, from the first one on.
    owned: Option<Owned>,
    /// Whether a change was granted since then.
    is_altered: bool,
}

impl<'w> Hall<'w> {
    pub fn new(world: &'w World, (hub, router): (Hub, Router), beside: Option<Beside>, dice: Dice) -> Self {
        Hall {
            world,
            hub,
            router,
            beside,
            dice,
            sent: 0,
            told: BTreeMap::new(),
            made_up: 0,
            said: vec![BTreeSet::new(); world.organisations.len()],
            owned: None,
            is_altered: false,
        }
    }

    pub async fn write_looks(&self) {
        let there = self.beside.as_ref().map(|beside| &beside.hub);
        for hub in [Some(&self.hub), there].into_iter().flatten() {
            hub.write_looks().await.unwrap();
        }
    }

    /// Asks one route as somebody. What was found wrong is told.
    pub async fn ask(&mut self, caller: &Caller, rule: &Rule, thrown: &Thrown) -> Result<(), String> {
        let may_see = caller.may_see(rule.does, rule.reach);
        if rule.does == Does::Changes && self.owned.is_none() {
            self.owned = Some(Owned::on_record(&self.hub).await);
        }
        let unseen = self.unseen(caller, thrown, may_see);
        let answer = self.send(caller, thrown, None).await?;
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
            self.remember(caller, thrown);
        }
        self.hold(caller, &answer, thrown, may_see).map_err(place)?;
        let first = thrown
            .query
            .strip_prefix("limit=")
            .and_then(|first| first.parse().ok());
        let is_begun = first.is_some() || thrown.query == rule.queries[0];
        let is_list = rule.does == Does::Nothing && is_begun;
        if let (Some(listed), Some(asker), true) = (rule.lists, &caller.asker, is_list) {
            self.hold_list(&answer, asker, listed, first).map_err(place)?;
        }
        self.hold_unseen(caller, thrown, &answer, &unseen)
            .await
            .map_err(place)?;
        self.hold_owned(caller).await.map_err(place)
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
        let is_known = |number: &Number| {
            may_see.contains(number) || said.contains(number) || self.is_said(caller, *number)
        };
        let leaked = found.iter().find(|number| !is_known(number));
        let Some(leaked) = leaked else { return Ok(()) };
        let secret = self.world.markers.secrets[*leaked];
        let around = self.around(&answer.plain(), *leaked);
        Err(format!(
            "it holds {secret:?}, which its asker may not see: {around}"
        ))
    }

    /// Whether people of the caller's organisations said something while they changed something.
    fn is_said(&self, caller: &Caller, number: Number) -> bool {
        let organisations = caller.organisations(self.world);
        organisations
            .iter()
            .any(|place| self.said[*place].contains(&number))
    }

    /// Which of what is thrown is there and nothing that its asker may know.
    fn unseen(&self, caller: &Caller, thrown: &Thrown, may_see: &BTreeSet<Number>) -> Vec<bool> {
        let is_hidden = |number| !may_see.contains(&number) && !self.is_said(caller, number);
        let picks = thrown.picks.iter();
        picks
            .map(|pick| !pick.is_loose && pick.number.is_some_and(is_hidden))
            .collect()
    }

    /// A list of everything holds what its asker may see of it, all of it and nothing else, and counts no more; its `first` ones
    /// are as many, where there are.
    fn hold_list(
        &self,
        answer: &Answer,
        asker: &Asker,
        listed: Listed,
        first: Option<usize>,
    ) -> Result<(), String> {
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
        let is_begun = too_many.is_empty() && first == Some(found.len());
        if !(missing.is_empty() || is_begun) || !too_many.is_empty() {
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

    /// A change changes nothing of organisations that its asker has no part in. Only the operator has a say in others' things.
    async fn hold_owned(&mut self, caller: &Caller) -> Result<(), String> {
        if !std::mem::take(&mut self.is_altered) {
            return Ok(());
        }
        let after = Owned::on_record(&self.hub).await;
        let organisations = caller.organisations(self.world);
        let before = self.owned.replace(after);
        let pair = before.as_ref().zip(self.owned.as_ref());
        let pair = pair.filter(|_| !organisations.contains(&OPERATOR));
        let altered = pair.and_then(|(before, after)| before.altered(after, self.world, &organisations));
        altered.map_or(Ok(()), Err)
    }

    /// What the asker may not see answers byte for byte as what is not there.
    async fn hold_unseen(
        &mut self,
        caller: &Caller,
        thrown: &Thrown,
        answer: &Answer,
        unseen: &[bool],
    ) -> Result<(), String> {
        if !unseen.contains(&true) {
            return Ok(());
        }
        let mut fakes: Vec<Option<String>> = Vec::new();
        for (pick, is_unseen) in thrown.picks.iter().zip(unseen) {
            let fake = is_unseen.then(|| self.like(&pick.text));
            fakes.push(fake);
        }
        let other = self.send(caller, thrown, Some(&fakes)).await?;
        let (mut told, mut other) = (answer.plain(), other.plain());
        for (pick, fake) in thrown.picks.iter().zip(&fakes) {
            if let Some(fake) = fake {
                told = told.replace(&pick.text, "…");
                other = other.replace(fake, "…");
            }
        }
        match difference(&told, &other) {
            Some((told, other)) => Err(format!(
                "what may not be seen answers\n{told}\nand what is not there\n{other}"
            )),
            None => Ok(()),
        }
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

    /// A request as somebody sends it.
    pub fn throw(&mut self, caller: &Caller, rule: &Rule) -> Thrown {
        let may_see = caller.may_see(rule.does, rule.reach);
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
            draws: rule.draws,
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
        if let Some(beside) = self.beside.as_ref().filter(|_| dice.percent(15))
            && let Some((text, publisher)) = beside.named(hole, dice)
        {
            let publisher = publisher.map(|place| world.markers.number(Secret::Name(place)));
            return Pick {
                publisher,
                ..Pick::made_up(&text)
            };
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

    /// Sends a request. While nothing changes it goes to the world with strangers as well, which whoever may not know of them
    /// cannot tell from the other.
    async fn send(
        &mut self,
        caller: &Caller,
        thrown: &Thrown,
        fakes: Option<&[Option<String>]>,
    ) -> Result<Answer, String> {
        self.sent += 1;
        let answer = thrown.sent(&self.router, caller, fakes).await;
        self.is_altered |= self.owned.is_some() && is_granted(&answer);
        let Some(beside) = self.beside.as_ref().filter(|_| self.owned.is_none()) else {
            return Ok(answer);
        };
        let there = thrown.sent(&beside.router, caller, fakes).await;
        if thrown.draws {
            return Ok(answer);
        }
        match difference(&answer.plain(), &there.plain()) {
            Some((answer, there)) => Err(format!(
                "{} {}\nas {:?}\nanswers, where there are organisations that its asker may not know of\n{there}\nand where there \
                 are none\n{answer}",
                thrown.method,
                thrown.shown(fakes),
                caller.asker
            )),
            None => Ok(answer),
        }
    }
}
