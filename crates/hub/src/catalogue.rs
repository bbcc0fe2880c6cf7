//! Discovering offers: the catalogue in memory, searched as one types and filtered by what matters to the one who asks.
//!
//! The catalogue is read again when its counter in the store has moved; between two looks at the counter lies a second at
//! most. What an asker may not see is left out of matches, totals and facet counts alike, and bears on no order.

mod cursor;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{OfferState, OptIn, Sale, SupportedBy, Unavailable, unavailable};
use firstline_domain::readiness::{Readiness, readiness};
use firstline_domain::scope::Scope;
use firstline_store::{authorisation, offer};

use self::cursor::By;
pub use self::cursor::Cursor;
use crate::locale::sort_key;
use crate::search::{Document, Index, IndexBuilder, Names, NamesBuilder, Wanted};
use crate::{Field, Hub, HubError};

/// The most offers that one page of results holds.
pub const RESULTS_MAX: usize = 100;

/// An offer as lists show it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: OfferId,
    pub publisher: OrganisationId,
    pub publisher_handle: Arc<str>,
    pub publisher_name: Arc<str>,
    pub handle: String,
    pub kind: Arc<str>,
    pub state: OfferState,
    pub opt_in: OptIn,
    pub supported_by: SupportedBy,
    pub categories: Vec<Arc<str>>,
    pub markets: Arc<[String]>,
    pub readiness: Readiness,
    /// Name and summary by language tag.
    pub texts: Vec<(Arc<str>, Box<str>, Box<str>)>,
}

impl Entry {
    /// Name, summary and their language for a reader.
    pub fn text(&self, lang: Lang) -> (&str, &str, &str) {
        let of = |lang: Lang| self.texts.iter().find(|(tag, ..)| tag.parse() == Ok(lang));
        of(lang)
            .or_else(|| of(Lang::En))
            .or(self.texts.first())
            .map_or((self.handle.as_str(), "", "en"), |(tag, name, summary)| {
                (name, summary, tag)
            })
    }
}

/// The whole catalogue at one version.
pub struct Catalogue {
    version: i64,
    index: Index,
    /// What the offers are called.
    names: Names,
    /// By the ids of publisher and offer.
    entries: Vec<Entry>,
    /// The entries by name, in the order of each language's own rules.
    by_name: [Vec<u32>; Lang::ALL.len()],
    /// The entries that do not exist for everyone.
    unlisted: Vec<u32>,
}

impl Catalogue {
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Of entries that are equal in what they are ordered by, the first that follows a cursor.
    fn following(&self, cursor: &Cursor) -> u32 {
        let last = (cursor.publisher, cursor.offer);
        let at = self
            .entries
            .partition_point(|entry| (entry.publisher, entry.id) <= last);
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    /// The entries that are accepted, by name: `limit` of them at most, after a name and, where it is the same, from an
    /// ordinal on; how many are accepted in all; and the last one's name if more follow.
    fn named(
        &self,
        lang: Lang,
        after: Option<(&str, u32)>,
        limit: usize,
        accept: &mut dyn FnMut(u32) -> bool,
    ) -> (Vec<u32>, usize, Option<By>) {
        let key = |name: &str, ordinal: u32| (sort_key(Some(lang), name), ordinal);
        let by_name = &self.by_name[lang as usize];
        let first = after.map_or(0, |(name, ordinal)| {
            let first = key(name, ordinal);
            by_name.partition_point(|ordinal| key(self.name(*ordinal, lang), *ordinal) < first)
        });
        let (mut ordinals, mut total, mut more) = (Vec::new(), 0, false);
        for (at, ordinal) in by_name.iter().enumerate() {
            if !accept(*ordinal) {
                continue;
            }
            total += 1;
            if at < first {
                continue;
            }
            if ordinals.len() < limit {
                ordinals.push(*ordinal);
            } else {
                more = true;
            }
        }
        let last = ordinals.last().filter(|_| more);
        let by = last.map(|last| By::Name(self.name(*last, lang).to_owned()));
        (ordinals, total, by)
    }

    /// The entries that do not exist for the asker. Whoever sees the market sees all that is listed.
    fn hidden(&self, eyes: &Eyes<'_>) -> Vec<u32> {
        let unseen = |ordinal: &u32| !eyes.sees(&self.entries[*ordinal as usize]);
        if eyes.scope.may(Act::See, Object::Offer, Relation::Offered) {
            self.unlisted.iter().copied().filter(unseen).collect()
        } else {
            (0_u32..)
                .zip(&self.entries)
                .map(|(ordinal, _)| ordinal)
                .filter(unseen)
                .collect()
        }
    }

    fn name(&self, ordinal: u32, lang: Lang) -> &str {
        self.entries[ordinal as usize].text(lang).0
    }

    /// The offers that a text speaks of by name, among those that exist for the asker, with where, and whether the name stands
    /// there whole; `common` says which words everybody uses.
    pub(crate) fn spoken_of(
        &self,
        scope: &Scope,
        text: &str,
        common: &dyn Fn(&str) -> bool,
    ) -> Vec<(Entry, Range<usize>, bool)> {
        let mut sees = |ordinal: u32| sees(scope, &self.entries[ordinal as usize]);
        self.names
            .spoken_in(text, common, &mut sees)
            .into_iter()
            .map(|spoken| {
                (
                    self.entries[spoken.ordinal as usize].clone(),
                    spoken.span,
                    spoken.exact,
                )
            })
            .collect()
    }
}

/// Where the newest catalogue is kept.
#[derive(Default)]
pub(crate) struct Shelf {
    kept: Mutex<Option<(Arc<Catalogue>, Instant)>>,
}

/// How long a catalogue is taken to be current without looking.
const FRESH: Duration = Duration::from_secs(1);

impl Shelf {
    fn fresh(&self) -> Option<Arc<Catalogue>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref()
            .filter(|(_, seen)| seen.elapsed() < FRESH)
            .map(|(catalogue, _)| catalogue.clone())
    }

    fn any(&self) -> Option<Arc<Catalogue>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().map(|(catalogue, _)| catalogue.clone())
    }

    fn put(&self, catalogue: Arc<Catalogue>) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some((catalogue, Instant::now()));
    }

    /// Makes the next search look at the counter.
    pub(crate) fn expire(&self) {
        if let Some((_, seen)) = self.kept.lock().unwrap_or_else(PoisonError::into_inner).as_mut()
            && let Some(past) = Instant::now().checked_sub(FRESH)
        {
            *seen = past;
        }
    }
}

/// What to look for. Everything that is absent holds for all.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Without words, everything by name.
    pub query: String,
    /// Whose rules order names.
    pub lang: Lang,
    pub kind: Option<String>,
    pub category: Option<String>,
    pub market: Option<String>,
    /// Only offers that the asker's organisation can buy, or only those it cannot.
    pub available: Option<bool>,
    pub readiness: Option<Readiness>,
    /// Only this publisher's, by handle.
    pub publisher: Option<String>,
    pub start: Start,
    pub limit: usize,
}

/// Where a page of results starts.
#[derive(Debug, Clone)]
pub enum Start {
    /// After so many of them.
    Skip(usize),
    /// After the last of the page before: offers that come or go between the two make nothing come twice or be left out.
    After(Cursor),
}

impl Default for Start {
    fn default() -> Self {
        Start::Skip(0)
    }
}

/// One offer found.
#[derive(Debug, Clone)]
pub struct Found {
    pub entry: Entry,
    /// Why the asker's organisation cannot buy it; empty where it can, or does not buy.
    pub unavailable: Vec<Unavailable>,
}

/// How many matches each value of a filter would leave, were it set.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    pub kind: BTreeMap<String, usize>,
    pub category: BTreeMap<String, usize>,
    pub market: BTreeMap<String, usize>,
    /// Those the asker can buy, and those it cannot.
    pub available: [usize; 2],
    pub readiness: BTreeMap<Readiness, usize>,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Results {
    pub total: usize,
    pub found: Vec<Found>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
    pub facets: Facets,
}

/// What of the asker bears on which offers it sees and can buy.
struct Eyes<'a> {
    scope: &'a Scope,
    sells: bool,
    authorised: HashSet<OfferId>,
    resold: HashSet<&'a str>,
}

impl Eyes<'_> {
    fn sees(&self, entry: &Entry) -> bool {
        sees(self.scope, entry)
    }

    fn unavailable(&self, entry: &Entry, market: Option<&str>) -> Vec<Unavailable> {
        if !self.sells {
            return Vec::new();
        }
        unavailable(Sale {
            state: entry.state,
            opt_in: entry.opt_in,
            authorised: self.authorised.contains(&entry.id),
            kind_is_resold: self.resold.contains(&*entry.kind),
            markets: &entry.markets,
            market,
        })
    }
}

/// Whether an entry exists for somebody.
fn sees(scope: &Scope, entry: &Entry) -> bool {
    let sees = |relation| scope.may(Act::See, Object::Offer, relation);
    sees(scope.stands_to(entry.publisher)) || is_listed(entry) && sees(Relation::Offered)
}

/// Whether an entry exists for everyone.
fn is_listed(entry: &Entry) -> bool {
    match entry.state {
        OfferState::Live | OfferState::StopSell => true,
        OfferState::Draft | OfferState::Withdrawn => false,
    }
}

impl Hub {
    /// Searches the catalogue.
    ///
    /// # Errors
    /// A cursor that is not of such a search, and the store's.
    pub async fn search_offers(&self, scope: &Scope, search: &Search) -> Result<Results, HubError> {
        let catalogue = self.catalogue().await?;
        let authorised = if scope.sells() {
            let asker = scope.clone();
            self.read(move |tx| Ok(authorisation::of_buyer(tx, &asker)?))
                .await?
                .into_iter()
                .collect()
        } else {
            HashSet::new()
        };
        let resold = self
            .policy()
            .file()
            .kind
            .iter()
            .filter(|(_, kind)| kind.resold)
            .map(|(id, _)| id.as_str());
        let eyes = Eyes {
            scope,
            sells: scope.sells(),
            authorised,
            resold: resold.collect(),
        };
        look(&catalogue, &eyes, search)
    }

    /// The catalogue as it is now, or was a second ago.
    pub async fn catalogue(&self) -> Result<Arc<Catalogue>, HubError> {
        if let Some(catalogue) = self.0.catalogue.fresh() {
            return Ok(catalogue);
        }
        let hub = self.clone();
        self.read(move |tx| {
            let version = offer::catalogue_version(tx)?;
            let known = hub.0.catalogue.any().filter(|known| known.version == version);
            let catalogue = match known {
                Some(known) => known,
                None => Arc::new(build(tx, version)?),
            };
            hub.0.catalogue.put(catalogue.clone());
            Ok(catalogue)
        })
        .await
    }
}

fn build(tx: &mut firstline_store::db::Tx<'_>, version: i64) -> Result<Catalogue, HubError> {
    let mut index = IndexBuilder::new();
    let mut spelt = NamesBuilder::default();
    let mut entries = Vec::new();
    let mut words = Words::default();
    offer::for_each(tx, |catalogued| {
        let offer::Catalogued {
            offer,
            publisher_handle,
            publisher_name,
        } = catalogued;
        let names: Vec<&str> = offer
            .listings
            .values()
            .map(|listing| listing.title.as_str())
            .collect();
        let summaries: Vec<&str> = offer
            .listings
            .values()
            .map(|listing| listing.summary.as_str())
            .collect();
        let texts: Vec<&str> = offer
            .listings
            .values()
            .map(|listing| listing.description.as_str())
            .collect();
        let mut keywords = vec![offer.handle.as_str(), publisher_handle.as_str()];
        keywords.extend(offer.categories.iter().map(String::as_str));
        let ordinal = index.add(&Document {
            names: &names,
            publisher: &publisher_name,
            keywords: &keywords,
            summaries: &summaries,
            texts: &texts,
        });
        names.iter().for_each(|name| spelt.add(ordinal, name));
        entries.push(Entry {
            id: offer.id,
            publisher: offer.publisher,
            publisher_handle: words.keep(&publisher_handle),
            publisher_name: words.keep(&publisher_name),
            kind: words.keep(&offer.kind),
            state: offer.state,
            opt_in: offer.opt_in,
            supported_by: offer.supported_by,
            categories: offer
                .categories
                .iter()
                .map(|category| words.keep(category))
                .collect(),
            readiness: readiness(&offer.findings()),
            texts: offer
                .listings
                .iter()
                .map(|(tag, listing)| {
                    (
                        words.keep(tag),
                        listing.title.as_str().into(),
                        listing.summary.as_str().into(),
                    )
                })
                .collect(),
            markets: offer.markets.into(),
            handle: offer.handle,
        });
        Ok(())
    })?;
    let by_name = Lang::ALL.map(|lang| {
        let mut keyed: Vec<(Vec<u8>, u32)> = (0_u32..)
            .zip(&entries)
            .map(|(ordinal, entry)| (sort_key(Some(lang), entry.text(lang).0), ordinal))
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, ordinal)| ordinal).collect()
    });
    let unlisted = (0_u32..)
        .zip(&entries)
        .filter(|(_, entry)| !is_listed(entry))
        .map(|(ordinal, _)| ordinal)
        .collect();
    Ok(Catalogue {
        version,
        index: index.build(),
        names: spelt.build(),
        entries,
        by_name,
        unlisted,
    })
}

/// Words that many entries share, kept once.
#[derive(Default)]
struct Words(HashSet<Arc<str>>);

impl Words {
    fn keep(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        let new: Arc<str> = word.into();
        self.0.insert(new.clone());
        new
    }
}

/// Which filters an entry passes, so that a facet can count what setting it would leave.
struct Passes {
    kind: bool,
    category: bool,
    market: bool,
    available: bool,
    readiness: bool,
}

impl Passes {
    /// Whether all filters pass, or all but the one whose facet is being counted.
    const fn but(&self, ignored: usize) -> bool {
        (self.kind || ignored == 0)
            && (self.category || ignored == 1)
            && (self.market || ignored == 2)
            && (self.available || ignored == 3)
            && (self.readiness || ignored == 4)
    }

    const fn all(&self) -> bool {
        self.but(usize::MAX)
    }
}

fn look(catalogue: &Catalogue, eyes: &Eyes<'_>, search: &Search) -> Result<Results, HubError> {
    let mut facets = Facets::default();
    let market = search.market.as_deref();
    let mut accept = |ordinal: u32| {
        let entry = &catalogue.entries[ordinal as usize];
        if !eyes.sees(entry)
            || search
                .publisher
                .as_ref()
                .is_some_and(|handle| **handle != *entry.publisher_handle)
        {
            return false;
        }
        let can_buy = !eyes.sells || eyes.unavailable(entry, market).is_empty();
        let passes = Passes {
            kind: search.kind.as_ref().is_none_or(|kind| **kind == *entry.kind),
            category: search
                .category
                .as_ref()
                .is_none_or(|wanted| entry.categories.iter().any(|c| **c == **wanted)),
            market: market
                .is_none_or(|market| entry.markets.is_empty() || entry.markets.iter().any(|m| m == market)),
            available: search.available.is_none_or(|wanted| wanted == can_buy),
            readiness: search.readiness.is_none_or(|wanted| wanted == entry.readiness),
        };
        count(&mut facets, entry, &passes, can_buy);
        passes.all()
    };
    let page = page(catalogue, eyes, search, &mut accept)?;
    let found = page
        .ordinals
        .into_iter()
        .map(|ordinal| {
            let entry = catalogue.entries[ordinal as usize].clone();
            let unavailable = eyes.unavailable(&entry, market);
            Found { entry, unavailable }
        })
        .collect();
    Ok(Results {
        total: page.total,
        found,
        next: page.next,
        facets,
    })
}

/// What stands on one page of results.
struct Page {
    total: usize,
    ordinals: Vec<u32>,
    next: Option<Cursor>,
}

fn page(
    catalogue: &Catalogue,
    eyes: &Eyes<'_>,
    search: &Search,
    accept: &mut dyn FnMut(u32) -> bool,
) -> Result<Page, HubError> {
    let (skipped, after) = match &search.start {
        Start::Skip(skipped) => (*skipped, None),
        Start::After(cursor) => (0, Some(cursor)),
    };
    let limit = skipped + search.limit.min(RESULTS_MAX);
    let following = after.map_or(0, |cursor| catalogue.following(cursor));
    let hidden = catalogue.hidden(eyes);
    let mut wanted = Wanted {
        limit,
        after: None,
        hidden: &hidden,
    };
    let mut name = None;
    match after.map(|cursor| &cursor.by) {
        Some(By::Rank(end)) => wanted.after = Some((end, following)),
        Some(By::Name(last)) => name = Some((last.as_str(), following)),
        None => {}
    }
    let (mut ordinals, total, by) = match catalogue.index.search(&search.query, &wanted, accept) {
        Some(hits) if name.is_none() => (hits.ordinals, hits.total, hits.end.map(By::Rank)),
        None if wanted.after.is_none() => catalogue.named(search.lang, name, limit, accept),
        _ => {
            let after = after.map(Cursor::to_string).unwrap_or_default();
            return Err(HubError::Invalid(vec![Field::quoting(
                "after",
                "error-after",
                after,
            )]));
        }
    };
    let next = ordinals.last().zip(by).map(|(last, by)| {
        let last = &catalogue.entries[*last as usize];
        Cursor {
            publisher: last.publisher,
            offer: last.id,
            by,
        }
    });
    ordinals.drain(..skipped.min(ordinals.len()));
    Ok(Page {
        total,
        ordinals,
        next,
    })
}

fn count(facets: &mut Facets, entry: &Entry, passes: &Passes, can_buy: bool) {
    let add = |map: &mut BTreeMap<String, usize>, word: &str| {
        if let Some(count) = map.get_mut(word) {
            *count += 1;
        } else {
            map.insert(word.to_owned(), 1);
        }
    };
    if passes.but(0) {
        add(&mut facets.kind, &entry.kind);
    }
    if passes.but(1) {
        entry
            .categories
            .iter()
            .for_each(|category| add(&mut facets.category, category));
    }
    if passes.but(2) {
        entry
            .markets
            .iter()
            .for_each(|market| add(&mut facets.market, market));
    }
    if passes.but(3) {
        facets.available[usize::from(!can_buy)] += 1;
    }
    if passes.but(4) {
        *facets.readiness.entry(entry.readiness).or_default() += 1;
    }
}
