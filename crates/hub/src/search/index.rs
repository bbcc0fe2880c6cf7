//! The finished index: the dictionary of terms, the lists of documents per term, and how a query is answered
//! from them.

use std::ops::Range;

use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::analyse::{Asked, Letters, QUERY_WORDS_MAX, Syllables, asked};
use super::fuzzy::Misspelt;
use super::hangul::{begun_by, grown_from};

/// The offers that answer a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// How many documents match and were accepted, also beyond the limit.
    pub total: usize,
    /// The best of them, best first.
    pub ordinals: Vec<u32>,
}

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

/// Per term a list of (ordinal, impact): the distance to the ordinal before in 7-bit groups, then the impact.
#[derive(Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    /// Where the list of each term ends.
    ends: Vec<usize>,
}

impl Postings {
    /// Appends an entry to the bytes of one list.
    pub(super) fn append(list: &mut Vec<u8>, mut distance: u32, impact: u8) {
        while distance >= 0x80 {
            list.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        list.extend([distance as u8, impact]);
    }

    /// Appends an entry to the list at hand.
    pub(super) fn push(&mut self, distance: u32, impact: u8) {
        Self::append(&mut self.bytes, distance, impact);
    }

    /// Ends the list at hand; the next one is that of the next term.
    pub(super) fn finish_list(&mut self) {
        self.ends.push(self.bytes.len());
    }

    /// Reads the entries of one list.
    pub(super) fn each(list: &[u8], mut entry: impl FnMut(u32, u8)) {
        let mut bytes = list.iter().copied();
        while let Some(first) = bytes.next() {
            let mut distance = u32::from(first & 0x7F);
            let mut shift = 7;
            let mut more = first >= 0x80;
            while more && let Some(byte) = bytes.next() {
                distance |= u32::from(byte & 0x7F) << shift;
                shift += 7;
                more = byte >= 0x80;
            }
            entry(distance, bytes.next().unwrap_or(0));
        }
    }

    pub(super) fn packed(mut self) -> Self {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    fn list(&self, rank: usize) -> &[u8] {
        let start = if rank == 0 { 0 } else { self.ends[rank - 1] };
        &self.bytes[start..self.ends[rank]]
    }
}

/// What the documents earned for one word of the query, each for its best term.
struct Tally {
    best: Vec<u16>,
    /// The documents whose `best` is not zero.
    touched: Vec<u32>,
}

impl Tally {
    fn new(documents: usize) -> Self {
        Self {
            best: vec![0; documents],
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
        let lists = |postings: &Postings| postings.bytes.len() + postings.ends.len() * size_of::<usize>();
        self.terms.as_fst().size() + self.chars.len() + lists(&self.head) + lists(&self.body)
    }

    /// The documents that match `query`, best first, `limit` of them at most; `None` if the query asks for
    /// nothing.
    ///
    /// `accept` sees each matching document once, in the order of the ordinals; those it refuses do not
    /// count.
    pub fn search(&self, query: &str, accept: &mut dyn FnMut(u32) -> bool, limit: usize) -> Option<Hits> {
        let words = asked(query);
        if words.is_empty() {
            return None;
        }
        Some(self.rank(&self.resolved(words), accept, limit))
    }

    fn rank(&self, words: &[Asked], accept: &mut dyn FnMut(u32) -> bool, limit: usize) -> Hits {
        let mut tally = Tally::new(self.len());
        let mut score = vec![0_f32; self.len()];
        // One bit per word of the query; there are at most sixteen.
        let mut matched = vec![0_u16; self.len()];
        let mut rarities = Vec::new();
        let mut unknown = 0;
        let mut misspelt_left = MISSPELT_WORDS_MAX;
        for at in 0..words.len() {
            self.tally_word(words, at, &mut misspelt_left, &mut tally);
            if tally.touched.is_empty() {
                unknown += 1;
                if unknown > words_spared(words.len()) {
                    return Hits::default();
                }
                continue;
            }
            let (bit, rarity) = (1 << rarities.len(), self.rarity(tally.touched.len()));
            rarities.push(rarity);
            tally.drain(|ordinal, earned| {
                score[ordinal as usize] += rarity * f32::from(earned);
                matched[ordinal as usize] |= bit;
            });
        }
        let sets = Sufficient::new(words_spared(words.len()) - unknown, &rarities);

        let mut hits = Hits::default();
        let mut keys = Vec::new();
        for ordinal in 0..self.documents {
            let of_document = matched[ordinal as usize];
            if of_document != 0 && sets.contains(of_document) && accept(ordinal) {
                hits.total += 1;
                // Positive floats order like their bits, and leave the sign bit for "matches every word".
                let complete = u32::from(of_document == sets.all) << 31;
                let rank = complete | score[ordinal as usize].to_bits();
                keys.push(u64::from(rank) << 32 | u64::from(!ordinal));
            }
        }
        if limit < keys.len() {
            keys.select_nth_unstable_by(limit, |a, b| b.cmp(a));
            keys.truncate(limit);
        }
        keys.sort_unstable_by(|a, b| b.cmp(a));
        hits.ordinals = keys.into_iter().map(|key| !(key as u32)).collect();
        hits
    }

    /// How much it says that a document matches a word that `matching` documents match, as in BM25.
    fn rarity(&self, matching: usize) -> f32 {
        let (all, matching) = (self.documents as f32, matching as f32);
        (1.0 + (all - matching + 0.5) / (matching + 0.5))
            .ln()
            .max(RARITY_MIN)
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

    fn tally_word(&self, words: &[Asked], at: usize, misspelt_left: &mut usize, tally: &mut Tally) {
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
                if tally.touched.len() < FEW_DOCUMENTS && letters.typos() > 0 && *misspelt_left > 0 {
                    *misspelt_left -= 1;
                    self.tally_misspelt(letters, last, tally);
                }
            }
            Asked::Syllables(word) => {
                self.tally_syllables(word, last, tally);
                if last
                    && tally.touched.is_empty()
                    && let Some(word) = word.reopened()
                {
                    self.tally_syllables(&word, last, tally);
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

    /// Tallies the terms that are `word` with a few mistakes, the closest and most frequent ones.
    ///
    /// Two mistakes are looked for only where one explains nothing. The walk leaves out the pairs of
    /// syllables, which are no misspelling of letters.
    fn tally_misspelt(&self, word: &Letters, last: bool, tally: &mut Tally) {
        let mut close = Vec::new();
        for typos in 1..=word.typos() {
            let Some(automaton) = Misspelt::new(&word.text, typos, last) else {
                return;
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
    }

    fn tally_syllables(&self, word: &Syllables, last: bool, tally: &mut Tally) {
        let pairs = self.pairs(word, last);
        if let [only] = &pairs[..] {
            only.iter()
                .for_each(|(ranks, fit)| ranks.clone().for_each(|rank| self.tally_rank(rank, *fit, tally)));
            return;
        }
        let mut of_pair = Tally::new(self.len());
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
    /// `rarities` are those of the words that anything matches; `spared` of them may be missing.
    fn new(spared: usize, rarities: &[f32]) -> Self {
        let all = ((1_u32 << rarities.len()) - 1) as u16;
        if spared == 0 {
            return Self { all, dispensable: 0 };
        }
        // What is left without the word must say at least as much as the word.
        let total: f32 = rarities.iter().sum();
        let dispensable = (rarities.iter().enumerate()).fold(0, |mask, (at, &rarity)| {
            mask | u16::from(rarity * 2.0 <= total) << at
        });
        Self { all, dispensable }
    }

    fn contains(&self, matched: u16) -> bool {
        let missing = self.all & !matched;
        missing == 0 || (missing.is_power_of_two() && missing & self.dispensable != 0)
    }
}
