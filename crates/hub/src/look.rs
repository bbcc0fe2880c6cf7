//! Looks at another organisation's contacts, on record for both: the log of the organisation whose people look says who did, that
//! of the other says which organisation did. One line for each who, object and day.
//!
//! Whoever looks does not wait for the record: looks are noted in memory and written by [`Hub::keep_writing_looks`] every second
//! and when the program ends. Too many of them at once are written before more is read. A program that is killed loses those of
//! its last second.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use firstline_domain::decision::{Decision, Facts};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::offer::{Contact, ContactKind};
use firstline_domain::organisation::Organisation;
use firstline_domain::scope::Scope;
use firstline_store::audit::{self, New, Who};
use firstline_store::look;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::offer::OfferPage;
use crate::{Hub, HubError, secret};

/// How often looks are written.
const EVERY: Duration = Duration::from_secs(1);
/// As many as wait to be written before nothing more is read without writing them.
const WAITING_MAX: usize = 4_000;
/// As many as are remembered to have been noted today; the store knows of the others.
const SEEN_MAX: usize = 100_000;
/// Lines that are written in one transaction.
const LINES_AT_ONCE: usize = 200;

/// What was looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum About {
    /// The contacts of an offer that are for sellers.
    Offer(OfferId),
    /// The desk of the organisation with this handle.
    Desk(Arc<str>),
}

impl About {
    fn act(&self) -> &'static str {
        match self {
            About::Offer(_) => "see-offer-contacts",
            About::Desk(_) => "see-desk",
        }
    }

    /// What a page of an offer shows.
    pub fn page(page: &OfferPage) -> Option<Self> {
        let guarded = page.offer.contacts.iter().any(is_guarded);
        guarded.then_some(About::Offer(page.offer.id))
    }

    /// What the record of an organisation shows.
    pub fn desk(organisation: &Organisation) -> Option<Self> {
        let shown = organisation.desk.is_reachable();
        shown.then(|| About::Desk(organisation.handle.as_str().into()))
    }

    /// What an answer shows.
    pub fn answer(decision: &Decision<'_>, facts: &Facts) -> Arc<[Self]> {
        let offer = facts.offer.as_ref().map(|offer| About::Offer(offer.id));
        let stations = decision.path.iter().chain(&decision.escalation);
        let on_the_way = stations.filter_map(|station| match station.contact?.kind {
            None => Some(About::Desk(station.organisation?.into())),
            Some(_) => offer.clone().filter(|_| station.contact.is_some_and(is_guarded)),
        });
        let beside = decision.contacts.iter().any(|contact| is_guarded(contact));
        let mut shown: Vec<Self> = on_the_way.chain(offer.clone().filter(|_| beside)).collect();
        shown.sort();
        shown.dedup();
        shown.into()
    }
}

/// Customer support is a part of the offer, which everyone who finds it sees.
fn is_guarded(contact: &Contact) -> bool {
    contact
        .kind
        .is_some_and(|kind| kind != ContactKind::CustomerSupport)
}

/// A look that waits to be written.
#[derive(Clone)]
struct Look {
    who: Who,
    organisation: OrganisationId,
    address: Option<std::net::IpAddr>,
    about: About,
    at: Timestamp,
}

/// Looks that were noted today, and those that wait to be written.
#[derive(Default)]
pub(crate) struct Looks {
    book: Mutex<Book>,
    waiting: AtomicUsize,
    /// Held while some are being written: whoever comes then and goes on knows them written.
    writing: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Book {
    /// Since 1970, in UTC.
    day: i64,
    seen: HashSet<(Uuid, OrganisationId, About)>,
    waiting: Vec<Look>,
}

impl Looks {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, scope: &Scope, about: impl IntoIterator<Item = About>, now: Timestamp) {
        let who = Who::of(scope);
        // Whoever works on the hub's machine has all of it before them.
        let Some(id) = who.id() else { return };
        let mut book = self.book();
        let day = now.as_second().div_euclid(24 * 60 * 60);
        if book.day != day || book.seen.len() >= SEEN_MAX {
            book.seen.clear();
            book.day = day;
        }
        for about in about {
            if book.seen.insert((id, scope.organisation, about.clone())) {
                book.waiting.push(Look {
                    who,
                    organisation: scope.organisation,
                    address: scope.address,
                    about,
                    at: now,
                });
            }
        }
        self.waiting.store(book.waiting.len(), Ordering::Relaxed);
    }

    fn take(&self) -> Vec<Look> {
        let mut book = self.book();
        self.waiting.store(0, Ordering::Relaxed);
        std::mem::take(&mut book.waiting)
    }

    /// Puts back what could not be written, to be tried again.
    fn put_back(&self, looks: Vec<Look>) {
        let mut book = self.book();
        book.waiting.extend(looks);
        self.waiting.store(book.waiting.len(), Ordering::Relaxed);
    }

    pub fn are_too_many(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) >= WAITING_MAX
    }
}

/// A line that a look becomes in a log.
#[derive(Debug, Clone)]
struct Note {
    who: Who,
    acting_for: OrganisationId,
    address: Option<std::net::IpAddr>,
    act: &'static str,
    object: Uuid,
    at: Timestamp,
}

impl Hub {
    /// Notes that the asker is shown contacts.
    pub(crate) fn looked(&self, scope: &Scope, about: impl IntoIterator<Item = About>) {
        self.0.looks.note(scope, about, self.now());
    }

    /// Writes the looks that wait into the logs that they belong to, and the sign-ins that were refused.
    ///
    /// # Errors
    /// Only the store's; then what is not written yet waits on.
    pub async fn write_looks(&self) -> Result<(), HubError> {
        let _writing = self.0.looks.writing.lock().await;
        self.write_refusals().await?;
        let looks = self.0.looks.take();
        if looks.is_empty() {
            return Ok(());
        }
        let written = self.write_down(looks.clone()).await;
        if written.is_err() {
            // What is in a log already is not written again: the store knows.
            self.0.looks.put_back(looks);
        }
        written
    }

    async fn write_down(&self, looks: Vec<Look>) -> Result<(), HubError> {
        let notes = self
            .0
            .db
            .read(move |tx| {
                let mut notes: BTreeMap<OrganisationId, Vec<Note>> = BTreeMap::new();
                for look in &looks {
                    let (owner, object) = match &look.about {
                        About::Offer(id) => (look::publisher_of(tx, *id)?, Some(id.0)),
                        About::Desk(handle) => {
                            let owner = look::organisation_of(tx, handle)?;
                            (owner, owner.map(|owner| owner.0))
                        }
                    };
                    let Some((owner, object)) = owner.zip(object) else {
                        continue;
                    };
                    if owner == look.organisation {
                        continue;
                    }
                    let note = look.note(object);
                    notes.entry(owner).or_default().push(Note {
                        who: Who::Somebody,
                        address: None,
                        ..note
                    });
                    notes.entry(look.organisation).or_default().push(note);
                }
                Ok::<_, HubError>(notes)
            })
            .await?;
        for (log, notes) in notes {
            for piece in notes.chunks(LINES_AT_ONCE) {
                self.write_notes(log, piece.to_vec()).await?;
            }
        }
        Ok(())
    }

    async fn write_notes(&self, log: OrganisationId, notes: Vec<Note>) -> Result<(), HubError> {
        self.0
            .db
            .write(move |tx| {
                for note in &notes {
                    let day = note.at.to_zoned(TimeZone::UTC).date();
                    let who = note.who.id().unwrap_or(note.acting_for.0);
                    let object = note.object.to_string();
                    let key = format!("{} {object}", note.act);
                    if look::note(tx, log, day, who, &key)? {
                        let new = New {
                            who: note.who,
                            acting_for: note.acting_for,
                            act: note.act,
                            object: &object,
                            detail: &serde_json::Value::Null,
                            address: note.address,
                            happened_at: note.at,
                        };
                        audit::append(tx, log, &new, &secret::random())?;
                    }
                }
                Ok(())
            })
            .await
    }

    /// Writes looks every second, for as long as it is polled.
    pub async fn keep_writing_looks(self) {
        let mut ticks = tokio::time::interval(EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            if let Err(error) = self.write_looks().await {
                tracing::error!(%error, "looks at contacts could not be written yet");
            }
        }
    }
}

impl Look {
    fn note(&self, object: Uuid) -> Note {
        Note {
            who: self.who,
            acting_for: self.organisation,
            address: self.address,
            act: self.about.act(),
            object,
            at: self.at,
        }
    }
}
