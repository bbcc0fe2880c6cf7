//! Making the translations that readers wait for: one request at a time, by whichever process takes an offer first.
//!
//! An offer is taken with a lease, so that what a process that died had taken is taken again. What a service makes is kept at
//! once; an offer is done when all of its public texts are there. A service that fails is left alone for longer and longer, and
//! an offer that was tried too often is given up, which its readers and the operator see.

use std::time::Duration;

use firstline_domain::lang::Lang;
use firstline_domain::reading::{Failure, Public};
use firstline_domain::scope::Scope;
use firstline_store::db::Tx;
use firstline_store::offer;
use firstline_store::translation::{self, Made, Service, Wanted};
use jiff::{SignedDuration, Timestamp};

use super::place_of;
use super::reader::{digest, made};
use super::service::{Client, code};
use crate::{Hub, HubError, secret};

/// Characters of one request, as far as a single text has no more.
const REQUEST_CHARS: usize = 2_000;
/// Texts of one request.
const REQUEST_TEXTS_MAX: usize = 50;
/// Longer than any request takes.
const LEASE: SignedDuration = SignedDuration::from_mins(2);
/// How often an offer is tried.
const TRIES_MAX: i64 = 5;
/// How long a service that failed is left alone: at first, and at most.
const REST: SignedDuration = SignedDuration::from_secs(30);
const REST_MAX: SignedDuration = SignedDuration::from_mins(30);
/// How often a process looks whether others noted something.
const IDLE: Duration = Duration::from_secs(15);
const MINUTE: SignedDuration = SignedDuration::from_mins(1);
/// How long a translation is kept, and how long what was given up stays so.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 180);
const GIVEN_UP: SignedDuration = SignedDuration::from_hours(24);

/// What came of looking for something to translate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Something was done; there may be more.
    Went,
    /// Nothing is waited for, or no service is in use.
    Idle,
    /// Nothing may be sent before this.
    Until(Timestamp),
}

/// A request that is to be made.
struct Request {
    service: Service,
    key: Result<Option<String>, Failure>,
    wanted: Wanted,
    texts: Vec<Public>,
}

enum Taken {
    Request(Box<Request>),
    Step(Step),
}

/// What fits into one request and into what may still be sent in this minute: texts of one language, in their order.
fn batch(missing: &[Public], allowance: i64) -> Vec<Public> {
    let allowance = usize::try_from(allowance).unwrap_or(0);
    let mut characters = 0;
    let fits = |text: &&Public| {
        let first = characters == 0;
        characters += text.text().chars().count();
        characters <= allowance && (first || characters <= REQUEST_CHARS)
    };
    let lang = missing.first().map(|text| code(text.lang()));
    missing
        .iter()
        .filter(|text| lang.as_ref() == Some(&code(text.lang())))
        .take(REQUEST_TEXTS_MAX)
        .take_while(fits)
        .cloned()
        .collect()
}

fn characters(texts: &[Public]) -> i64 {
    let count: usize = texts.iter().map(|text| text.text().chars().count()).sum();
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How long a service rests after so many failures in a row: twice as long each time, and by up to a quarter longer, so that
/// processes do not come back at once.
fn rest(failures: i64, dice: u8) -> SignedDuration {
    let doubled = u32::try_from(failures - 1).unwrap_or(0).min(10);
    let pause = (REST * 2_i32.pow(doubled)).min(REST_MAX);
    pause + pause / 4 * i32::from(dice) / 255
}

impl Hub {
    /// Takes one offer that somebody waits for and asks the service once for it.
    ///
    /// # Errors
    /// Only the store's: a service that fails is noted, and readers go on with the original.
    pub async fn translate_next(&self) -> Result<Step, HubError> {
        let hub = self.clone();
        let taken = self.0.db.write(move |tx| hub.take_request(tx)).await?;
        let request = match taken {
            Taken::Request(request) => request,
            Taken::Step(step) => return Ok(step),
        };
        let client = Client {
            fetcher: self.fetcher(),
            address: &request.service.address,
            key: request.key.as_ref().ok().and_then(Option::as_deref),
        };
        let answered = match request.key {
            Ok(_) => client.translate(&request.texts, request.wanted.target).await,
            Err(lost) => Err(lost),
        };
        let (hub, [dice]) = (self.clone(), secret::random());
        self.0
            .db
            .write(move |tx| match &answered {
                Ok(texts) => hub.keep_translated(tx, &request, texts),
                Err(failure) => hub.note_failure(tx, &request, *failure, dice),
            })
            .await?;
        Ok(Step::Went)
    }

    fn take_request(&self, tx: &mut Tx<'_>) -> Result<Taken, HubError> {
        let now = self.now();
        let Some(mut service) = translation::in_use(tx)? else {
            return Ok(Taken::Step(Step::Idle));
        };
        if service.health.rests_until > now {
            return Ok(Taken::Step(Step::Until(service.health.rests_until)));
        }
        let Some(wanted) = translation::take(tx, &service, now, now + LEASE)? else {
            return Ok(Taken::Step(Step::Idle));
        };
        let missing = missing(tx, &service, &wanted)?;
        if missing.is_empty() {
            translation::finish(tx, &wanted)?;
            return Ok(Taken::Step(Step::Went));
        }
        let health = &mut service.health;
        if now >= health.minute_from + MINUTE {
            health.minute_from = now;
            health.minute_characters = 0;
        }
        let texts = batch(&missing, service.characters_a_minute - health.minute_characters);
        if texts.is_empty() {
            let until = health.minute_from + MINUTE;
            translation::give_back(tx, &wanted)?;
            return Ok(Taken::Step(Step::Until(until)));
        }
        health.minute_characters += characters(&texts);
        translation::set_health(tx, &service)?;
        Ok(Taken::Request(Box::new(Request {
            key: self.key_of(&service)?,
            service,
            wanted,
            texts,
        })))
    }

    fn keep_translated(&self, tx: &mut Tx<'_>, request: &Request, texts: &[String]) -> Result<(), HubError> {
        let Request { service, wanted, .. } = request;
        for (text, made) in request.texts.iter().zip(texts) {
            let made = Made {
                source: code(text.lang()),
                digest: digest(text),
                text: made.clone(),
                made_at: self.now(),
            };
            translation::keep(tx, service, wanted.target, &made)?;
        }
        if let Some(mut now) = as_it_is(tx, service)? {
            now.health.failures = 0;
            now.health.failure = None;
            now.health.failed_at = None;
            translation::set_health(tx, &now)?;
        }
        Ok(translation::give_back(tx, wanted)?)
    }

    fn note_failure(
        &self,
        tx: &mut Tx<'_>,
        request: &Request,
        failure: Failure,
        dice: u8,
    ) -> Result<(), HubError> {
        let Request { service, wanted, .. } = request;
        let now = self.now();
        let is_last = failure.is_final() || wanted.tries + 1 >= TRIES_MAX;
        tracing::warn!(%failure, address = service.address, given_up = is_last, "nothing was translated");
        if let Some(mut service) = as_it_is(tx, service)? {
            let health = &mut service.health;
            health.failure = Some(failure);
            health.failed_at = Some(now);
            if !failure.is_final() {
                health.failures += 1;
                health.rests_until = now + rest(health.failures, dice);
            }
            translation::set_health(tx, &service)?;
        }
        Ok(translation::failed(tx, wanted, is_last.then_some(now))?)
    }

    /// Makes what readers wait for, for as long as it is polled.
    pub async fn keep_translating(self) {
        loop {
            let pause = match self.translate_next().await {
                Ok(Step::Went) => continue,
                Ok(Step::Idle) => IDLE,
                Ok(Step::Until(at)) => Duration::try_from(at.duration_since(self.now())).unwrap_or(IDLE),
                Err(error) => {
                    tracing::error!(%error, "what is to be translated could not be looked for");
                    IDLE
                }
            };
            tokio::select! {
                () = self.0.wanted.notified() => {}
                () = tokio::time::sleep(pause.min(IDLE)) => {}
            }
        }
    }

    /// What is shown at a service. Where it was sealed under a key that is not there, the service is not asked at all.
    fn key_of(&self, service: &Service) -> Result<Result<Option<String>, Failure>, HubError> {
        if service.secret.is_empty() {
            return Ok(Ok(None));
        }
        let place = place_of(service.organisation, &service.address);
        let plain = self.ring()?.unseal(&place, &service.secret);
        let key = plain.and_then(|plain| String::from_utf8(plain).ok());
        Ok(key.map(Some).ok_or(Failure::Key))
    }

    /// Removes translations that are old, and lets what was given up be tried again.
    pub(crate) fn sweep_translations(&self, tx: &mut Tx<'_>) -> Result<(), HubError> {
        let now = self.now();
        Ok(translation::sweep(tx, now - KEPT, now - GIVEN_UP)?)
    }
}

/// The service as it is on record now, unless it was changed since it was asked.
fn as_it_is(tx: &mut Tx<'_>, asked: &Service) -> Result<Option<Service>, HubError> {
    let now = translation::in_use(tx)?;
    Ok(now.filter(|now| now.organisation == asked.organisation && now.version == asked.version))
}

/// What is still to be made of an offer: of one that is gone, or is on show no longer, nothing.
fn missing(tx: &mut Tx<'_>, service: &Service, wanted: &Wanted) -> Result<Vec<Public>, HubError> {
    let hand = Scope::own_hand(service.organisation);
    let target: Lang = wanted.target;
    let texts = offer::by_id(tx, &hand, wanted.offer)?.map(|offer| offer.public_texts(target));
    let texts = texts.unwrap_or_default();
    let made = made(tx, service, target, &texts)?;
    Ok(texts
        .into_iter()
        .filter(|text| !made.contains_key(text))
        .collect())
}
