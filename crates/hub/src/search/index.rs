//! The finished index: the dictionary of terms, the lists of documents per term, and how a query is answered
//! from them.

use std::ops::{Range, RangeInclusive};

use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::analyse::{Asked, Letters, QUERY_WORDS_MAX, Syllables, asked};
use super::fuzzy::Misspelt;
use super::hangul::{begun_by, grown_from};
use super::hits::{End, Hits, Taken, Wanted};
use super::postings::Postings;

/// How well a term fits a word of the query, as a factor of what the term earned in a document. A perfect fit
/// times the most a term can earn stays within 16 bits.
const EXACT: u16 = 200;
/// Two words of the query stand together in a name.
const TOGETHER: u16 = 250;
/// A term that goes on after the word gets between the first and the sum of both, the more the less it goes
/// on.
const BEGUN: u16 = 90;
const BEGUN_CLOSE: u16 = 80;
/// A misspelt word in a name counts about as much as the right one in a summary.
const MISSPELT: [u16; 3] = [40, 32, 20];

/// Letters a beginning needs before summaries and descriptions are searched for it as well.
const BODY_PREFIX_CHARS: usize = 3;
/// Letters a word needs, and letters that may follow, for its inflections to be found where it is not the
/// last word.
const INFLECTED_CHARS: usize = 4;
const INFLECTION_CHARS: usize = 3;
/// A word found in this many documents is taken to be spelt right.
const FEW_DOCUMENTS: usize = 5;
/// The misspelt words of a query that are followed, the terms for each, and the bytes of their lists.
const MISSPELT_WORDS_MAX: usize = 4;
const MISSPELT_TERMS_MAX: usize = 64;
const MISSPELT_BYTES_MAX: usize = 512 * 1024;
/// A query of up to this many words must be matched in each.
const STRICT_WORDS: usize = 2;
/// A word that stands everywhere says little, yet not nothing.
const RARITY_MIN: f32 = 0.1;

/// An immutable search index over documents; see the module for what it finds.
pub struct Index {
    documents: u32,
    /// Each term with its rank; the lists below are in the order of the ranks.
    terms: Map<Vec<u8>>,
    /// Letters of each term.
    chars: Vec<u8>,
    /// Documents that have the term in a name, the publisher's name or a keyword.
    head: Postings,
    /// Documents that have it in a summary or description alone.
    body: Postings,
}

/// What the documents earned for one word of the query, each for its best term.
struct Tally {
    best: Vec<u16>,
    /// The documents whose `best` is not zero.
    touched: Vec<u32>,
}

impl Tally {
    fn new(documents: usize, hidden: &[u32]) -> Self {
        let mut best = vec![0; documents];
        // What has the most already is never touched.
        hidden
            .iter()
            .for_each(|&ordinal| best[ordinal as usize] = u16::MAX);
        Self {
            best,
            touched: Vec::new(),
        }
    }

    fn put(&mut self, ordinal: u32, earned: u16) {
        let best = &mut self.best[ordinal as usize];
        if *best == 0 {
            self.touched.push(ordinal);
        }
        *best = (*best).max(earned);
    }

    fn put_list(&mut self, list: &[u8], fit: u16) {
        let mut ordinal = 0;
        Postings::each(list, |distance, impact| {
            ordinal += distance;
            self.put(ordinal, u16::from(impact) * fit);
        });
    }

    fn drain(&mut self, mut each: impl FnMut(u32, u16)) {
        for ordinal in self.touched.drain(..) {
            each(ordinal, std::mem::take(&mut self.best[ordinal as usize]));
        }
    }
}

/// What each document earned for all words of the query.
struct Scores {
    score: Vec<f32>,
    /// One bit for each word that it matches; there are at most sixteen.
    matched: Vec<u16>,
    taken: Vec<Taken>,
}

/// The neighbours a word of the query may be one word with.
#[derive(Default)]
struct Joined {
    with_previous: Option<String>,
    with_next: Option<String>,
    /// Whether the join with the next word ends the query.
    next_is_last: bool,
}

impl Index {
    pub(super) fn new<'a>(
        sorted_terms: impl Iterator<Item = &'a str>,
        documents: u32,
        head: Postings,
        body: Postings,
    ) -> Self {
        let mut terms = MapBuilder::memory();
        let mut chars = Vec::new();
        for (rank, term) in sorted_terms.enumerate() {
            terms
                .insert(term, rank as u64)
                .expect("terms come sorted and each once");
            chars.push(u8::try_from(term.chars().count()).unwrap_or(u8::MAX));
        }
        Self {
            documents,
            terms: terms.into_map(),
            chars,
            head,
            body,
        }
    }

    /// How many documents were added.
    pub fn len(&self) -> usize {
        self.documents as usize
    }

    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// The bytes the index occupies.
    pub fn size_bytes(&self) -> usize {
        self.terms.as_fst().size() + self.chars.len() + self.head.size_bytes() + self.body.size_bytes()
    }

    /// The documents that match `query`, best first; `None` if the query asks for nothing.
    ///
    /// `accept` sees each matching document once, in the order of the ordinals; those it refuses do not
    /// count.
    pub fn search(
        &self,
        query: &str,
        wanted: &Wanted<'_>,
        accept: &mut dyn FnMut(u32) -> bool,
    ) -> Option<Hits> {
        let words = asked(query);
        if words.is_empty() {
            return None;
        }
        Some(self.rank(&self.resolved(words), wanted, accept))
    }

    fn rank(&self, words: &[Asked], wanted: &Wanted<'_>, accept: &mut dyn FnMut(u32) -> bool) -> Hits {
        let mut hits = Hits::default();
        let Some(scores) = self.scores(words, wanted) else {
            return hits;
        };
        let sets = Sufficient::new(&scores.taken);
        // Keys sort by rank, and those of one rank by ordinal.
        let key = |rank: u32, ordinal: u32| u64::from(rank) << 32 | u64::from(!ordinal);
        let first = wanted
            .after
            .map_or(u64::MAX, |(end, ordinal)| key(end.rank, ordinal));
        let mut keys = Vec::new();
        for ordinal in 0..self.documents {
            let of_document = scores.matched[ordinal as usize];
            if of_document != 0 && sets.contains(of_document) && accept(ordinal) {
                hits.total += 1;
                // Positive floats order like their bits, and leave the sign bit for "matches every word".
                let complete = u32::from(of_document == sets.all) << 31;
                let key = key(complete | scores.score[ordinal as usize].to_bits(), ordinal);
                if key <= first {
                    keys.push(key);
                }
            }
        }
        let more = wanted.limit < keys.len();
        if more {
            keys.select_nth_unstable_by(wanted.limit, |a, b| b.cmp(a));
            keys.truncate(wanted.limit);
        }
        keys.sort_unstable_by(|a, b| b.cmp(a));
        hits.end = keys.last().filter(|_| more).map(|key| End {
            rank: (key >> 32) as u32,
            words: scores.taken,
        });
        hits.ordinals = keys.into_iter().map(|key| !(key as u32)).collect();
        hits
    }

    /// What the documents earned; `None` if too many words match nothing.
    fn scores(&self, words: &[Asked], wanted: &Wanted<'_>) -> Option<Scores> {
        let mut tally = Tally::new(self.len(), wanted.hidden);
        let mut scores = Scores {
            score: vec![0.0; self.len()],
            matched: vec![0; self.len()],
            taken: Vec::with_capacity(words.len()),
        };
        // Since the page before, a word may have come to be taken apart, or no longer: then all are weighed anew.
        let before = wanted
            .after
            .map(|(end, _)| &end.words[..])
            .filter(|before| before.len() == words.len());
        let mut unknown = 0;
        let mut misspelt_left = MISSPELT_WORDS_MAX;
        for at in 0..words.len() {
            let before = before.map(|before| before[at]);
            let typos = before.map(|before| before.typos);
            let typos = self.tally_word(words, at, typos, &mut misspelt_left, &mut tally);
            let weight = match (before, tally.touched.len()) {
                (Some(before), _) => before.weight,
                (None, 0) => 0.0,
                (None, matching) => rarity(self.len() - wanted.hidden.len(), matching),
            };
            scores.taken.push(Taken { weight, typos });
            if weight == 0.0 {
                unknown += 1;
                if unknown > words_spared(words.len()) {
                    return None;
                }
            }
            tally.drain(|ordinal, earned| {
                if weight > 0.0 {
                    scores.score[ordinal as usize] += weight * f32::from(earned);
                    scores.matched[ordinal as usize] |= 1 << at;
                }
            });
        }
        Some(scores)
    }

    /// Replaces codes that no document spells this way by their parts: "365training" by "365" and "training".
    fn resolved(&self, words: Vec<Asked>) -> Vec<Asked> {
        let mut resolved = Vec::with_capacity(words.len());
        for word in words {
            match &word {
                Asked::Letters(letters)
                    if !letters.parts.is_empty() && self.beginning_with(&letters.text).is_empty() =>
                {
                    resolved.extend(
                        letters
                            .parts
                            .iter()
                            .map(|part| Asked::Letters(Letters::new(part))),
                    );
                }
                _ => resolved.push(word),
            }
        }
        resolved.truncate(QUERY_WORDS_MAX);
        resolved
    }

    /// Tallies a word, with the mistakes that were looked for in it before, or else where it needs them; gives how
    /// many those are.
    fn tally_word(
        &self,
        words: &[Asked],
        at: usize,
        before: Option<u8>,
        misspelt_left: &mut usize,
        tally: &mut Tally,
    ) -> u8 {
        let last = at + 1 == words.len();
        match &words[at] {
            Asked::Letters(letters) => {
                let text_at = |at: usize| match words.get(at) {
                    Some(Asked::Letters(letters)) => Some(letters.text.as_str()),
                    _ => None,
                };
                let joined = Joined {
                    with_previous: at
                        .checked_sub(1)
                        .and_then(text_at)
                        .map(|before| format!("{before}{}", letters.text)),
                    with_next: text_at(at + 1).map(|after| format!("{}{after}", letters.text)),
                    next_is_last: at + 2 == words.len(),
                };
                self.tally_letters(letters, last, &joined, tally);
                let most = if *misspelt_left > 0 { letters.typos() } else { 0 };
                let typos = match before.map(usize::from) {
                    Some(typos) => typos.max(1)..=typos.min(most),
                    None if tally.touched.len() < FEW_DOCUMENTS => 1..=most,
                    None => return 0,
                };
                if typos.is_empty() {
                    return 0;
                }
                *misspelt_left -= 1;
                self.tally_misspelt(letters, last, typos, tally)
            }
            Asked::Syllables(word) => {
                self.tally_syllables(word, last, tally);
                let reopens = before.map_or(tally.touched.is_empty(), |typos| typos > 0);
                match word.reopened().filter(|_| last && reopens) {
                    Some(word) => {
                        self.tally_syllables(&word, last, tally);
                        1
                    }
                    None => 0,
                }
            }
        }
    }

    fn tally_letters(&self, word: &Letters, last: bool, joined: &Joined, tally: &mut Tally) {
        self.tally_term(&word.text, EXACT, tally);
        for (text, ends_query) in [
            (&joined.with_previous, last),
            (&joined.with_next, joined.next_is_last),
        ] {
            let Some(text) = text else { continue };
            self.tally_term(text, TOGETHER, tally);
            if ends_query && text.len() >= BODY_PREFIX_CHARS {
                self.tally_beginning(text, text.chars().count(), None, tally);
            }
        }
        if last {
            self.tally_beginning(&word.text, word.chars, None, tally);
        } else if word.chars >= INFLECTED_CHARS {
            self.tally_beginning(&word.text, word.chars, Some(INFLECTION_CHARS), tally);
        }
    }

    fn tally_term(&self, term: &str, fit: u16, tally: &mut Tally) {
        if let Some(rank) = self.terms.get(term) {
            self.tally_rank(rank as usize, fit, tally);
        }
    }

    fn tally_rank(&self, rank: usize, fit: u16, tally: &mut Tally) {
        tally.put_list(self.head.list(rank), fit);
        tally.put_list(self.body.list(rank), fit);
    }

    /// Tallies the terms that go on after `text`, by at most `further` letters.
    fn tally_beginning(&self, text: &str, chars: usize, further: Option<usize>, tally: &mut Tally) {
        let longest = further.map_or(usize::MAX, |further| chars + further);
        for rank in self.beginning_with(text) {
            let length = usize::from(self.chars[rank]);
            if length <= chars || length > longest {
                continue;
            }
            let fit = begun_fit(chars, length);
            tally.put_list(self.head.list(rank), fit);
            if chars >= BODY_PREFIX_CHARS {
                tally.put_list(self.body.list(rank), fit);
            }
        }
    }

    /// Tallies the terms that are `word` with a few mistakes, the closest and most frequent ones; gives how many
    /// mistakes it took.
    ///
    /// Two mistakes are looked for only where one explains nothing. The walk leaves out the pairs of
    /// syllables, which are no misspelling of letters.
    fn tally_misspelt(
        &self,
        word: &Letters,
        last: bool,
        typos: RangeInclusive<usize>,
        tally: &mut Tally,
    ) -> u8 {
        let mut close = Vec::new();
        let mut taken = 0;
        for typos in typos {
            let Some(automaton) = Misspelt::new(&word.text, typos, last) else {
                return 0;
            };
            let terms = self.terms.search_with_state(&automaton).lt("\u{1100}");
            let mut terms = terms.into_stream();
            while let Some((_, rank, standing)) = terms.next() {
                let rank = rank as usize;
                if let Some(typos) = automaton.typos(&standing) {
                    let bytes = self.head.list(rank).len() + self.body.list(rank).len();
                    close.push((typos, std::cmp::Reverse(bytes), rank));
                }
            }
            if !close.is_empty() {
                taken = u8::try_from(typos).unwrap_or(u8::MAX);
                break;
            }
        }
        if close.len() > MISSPELT_TERMS_MAX {
            close.select_nth_unstable(MISSPELT_TERMS_MAX);
            close.truncate(MISSPELT_TERMS_MAX);
        }
        close.sort_unstable();
        let mut bytes_left = MISSPELT_BYTES_MAX;
        for (typos, std::cmp::Reverse(bytes), rank) in close {
            let Some(left) = bytes_left.checked_sub(bytes) else {
                continue;
            };
            bytes_left = left;
            self.tally_rank(rank, MISSPELT[typos], tally);
        }
        taken
    }

    fn tally_syllables(&self, word: &Syllables, last: bool, tally: &mut Tally) {
        let pairs = self.pairs(word, last);
        if let [only] = &pairs[..] {
            only.iter()
                .for_each(|(ranks, fit)| ranks.clone().for_each(|rank| self.tally_rank(rank, *fit, tally)));
            return;
        }
        let mut of_pair = Tally::new(self.len(), &[]);
        let mut sums = vec![(0_u8, 0_u32); self.len()];
        let mut touched = Vec::new();
        for pair in &pairs {
            for (ranks, fit) in pair {
                ranks
                    .clone()
                    .for_each(|rank| self.tally_rank(rank, *fit, &mut of_pair));
            }
            of_pair.drain(|ordinal, earned| {
                let (count, sum) = &mut sums[ordinal as usize];
                if *count == 0 {
                    touched.push(ordinal);
                }
                *count += 1;
                *sum += u32::from(earned);
            });
        }
        // A longer word may have a pair wrong, or a particle that the offer has not: three in four must be
        // there.
        let needed = (pairs.len() * 3).div_ceil(4);
        for ordinal in touched {
            let (count, sum) = sums[ordinal as usize];
            if usize::from(count) >= needed {
                let mean = sum / pairs.len() as u32;
                tally.put(ordinal, u16::try_from(mean).unwrap_or(u16::MAX).max(1));
            }
        }
    }

    /// For each pair of syllables in `word`, the ranks of the terms that may be it, and how well they fit.
    fn pairs(&self, word: &Syllables, last: bool) -> Vec<Vec<(Range<usize>, u16)>> {
        let open = |before: Option<char>, syllables: Range<char>| {
            let key = |c: char| before.into_iter().chain([c]).collect::<String>();
            (
                self.ranks(key(syllables.start).as_bytes(), key(syllables.end).as_bytes()),
                BEGUN,
            )
        };
        let mut pairs: Vec<_> = (word.syllables.windows(2))
            .map(|pair| vec![(self.beginning_with(&pair.iter().collect::<String>()), EXACT)])
            .collect();
        if let ([only], None) = (&word.syllables[..], word.begun) {
            pairs.push(vec![(self.beginning_with(only.encode_utf8(&mut [0; 4])), EXACT)]);
        }
        let growing = word.syllables.last().filter(|_| last && word.begun.is_none());
        if let (Some(range), Some(pair)) = (growing.copied().and_then(grown_from), pairs.last_mut()) {
            pair.push(open(word.syllables.iter().rev().nth(1).copied(), range));
        }
        if let Some(range) = word.begun.and_then(begun_by) {
            pairs.push(vec![open(word.syllables.last().copied(), range)]);
        }
        pairs
    }

    /// The ranks of the terms that begin with `text`, itself included.
    fn beginning_with(&self, text: &str) -> Range<usize> {
        let mut after = text.as_bytes().to_vec();
        if let Some(byte) = after.last_mut() {
            // No byte of UTF-8 is 255, so the next one exists and bounds all that begins with the text.
            *byte += 1;
        }
        self.ranks(text.as_bytes(), &after)
    }

    /// The ranks of the terms from `start` up to but without `end`.
    fn ranks(&self, start: &[u8], end: &[u8]) -> Range<usize> {
        let rank_of = |key: &[u8]| {
            let first = self
                .terms
                .range()
                .ge(key)
                .into_stream()
                .next()
                .map(|(_, rank)| rank as usize);
            first.unwrap_or(self.chars.len())
        };
        rank_of(start)..rank_of(end)
    }
}

/// How well a term of `length` letters fits a beginning of `chars` letters.
fn begun_fit(chars: usize, length: usize) -> u16 {
    let share = BEGUN_CLOSE as usize * chars / length.max(1);
    BEGUN + u16::try_from(share).unwrap_or(BEGUN_CLOSE)
}

/// How much it says that a document matches a word that `matching` of `all` documents match, as in BM25.
fn rarity(all: usize, matching: usize) -> f32 {
    let (all, matching) = (all as f32, matching as f32);
    (1.0 + (all - matching + 0.5) / (matching + 0.5))
        .ln()
        .max(RARITY_MIN)
}

/// How many words of a query of so many a document need not match.
fn words_spared(words: usize) -> usize {
    usize::from(words > STRICT_WORDS)
}

/// Which words of the query a document must match.
struct Sufficient {
    all: u16,
    /// The words of which one may be missing.
    dispensable: u16,
}

impl Sufficient {
    /// The one word that may be missing is the one that nothing matches, where there is such a word.
    fn new(taken: &[Taken]) -> Self {
        let mask = |is: &dyn Fn(f32) -> bool| {
            (taken.iter().enumerate()).fold(0, |mask, (at, word)| mask | u16::from(is(word.weight)) << at)
        };
        let all = mask(&|weight| weight > 0.0);
        if words_spared(taken.len()) == taken.len() - all.count_ones() as usize {
            return Self { all, dispensable: 0 };
        }
        // What is left without the word must say at least as much as the word.
        let total: f32 = taken.iter().map(|word| word.weight).sum();
        let dispensable = mask(&|weight| weight * 2.0 <= total);
        Self { all, dispensable }
    }

    fn contains(&self, matched: u16) -> bool {
        let missing = self.all & !matched;
        missing == 0 || (missing.is_power_of_two() && missing & self.dispensable != 0)
    }
}
