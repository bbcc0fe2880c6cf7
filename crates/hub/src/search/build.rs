//! Collects documents, one after the other, into the lists an [`Index`] is made of.

use std::collections::HashMap;

use super::analyse::{Splitter, WORD_CHARS_MAX, Word};
use super::hangul::is_jamo;
use super::index::Index;
use super::postings::Postings;

/// What an offer can be found by. Each slice may be empty and its order does not matter.
#[derive(Debug, Clone, Copy, Default)]
pub struct Document<'a> {
    /// The offer's name in each language it has one in.
    pub names: &'a [&'a str],
    pub publisher: &'a str,
    /// Keywords and identifiers.
    pub keywords: &'a [&'a str],
    pub summaries: &'a [&'a str],
    /// Descriptions as plain text, without markup.
    pub texts: &'a [&'a str],
}

/// Bytes of one string that are indexed; the rest cannot be found.
const STRING_BYTES_MAX: usize = 2048;
/// Strings per field that are indexed.
const STRINGS_MAX: usize = 64;

/// The most a word can earn in each field. They add up, with the lead of a name's first word, to what a byte
/// holds.
const NAME: f32 = 120.0;
const PUBLISHER: f32 = 50.0;
const KEYWORD: f32 = 30.0;
const SUMMARY: f32 = 20.0;
const TEXT: f32 = 15.0;
/// A name that begins with the word goes before one that has it later.
const FIRST_WORD: f32 = 1.15;
/// How much of a name's weight each further word of it takes, so that shorter names go first.
const NAME_DILUTION: f32 = 0.06;
/// A part of a compound counts a little less than the word by itself.
const PART: f32 = 0.7;
/// Saturation (k1), length correction (b) and usual length in words of a text, as in BM25.
const SATURATION: f32 = 0.9;
const LENGTH_CORRECTION: f32 = 0.6;
const TEXT_WORDS_USUAL: f32 = 90.0;

const FIELDS: usize = 5;

#[derive(Clone, Copy)]
enum Field {
    Name,
    Publisher,
    Keyword,
    Summary,
    Text,
}

impl Field {
    fn is_head(self) -> bool {
        !matches!(self, Self::Summary | Self::Text)
    }
}

/// Builds an [`Index`]: add the offers in the order of their ordinals, then build.
#[derive(Default)]
pub struct IndexBuilder {
    terms: HashMap<Box<str>, u32>,
    lists: Vec<List>,
    documents: u32,
    splitter: Splitter,
    /// The words of the document at hand.
    found: Vec<Found>,
    /// Where in `found` a term was put last; stale entries point elsewhere.
    found_at: Vec<u32>,
    previous: Previous,
    joined: String,
}

/// What the word before leaves behind for the next one of the same string to be joined with.
#[derive(Default)]
struct Previous {
    letters: String,
    chars: usize,
    weight: f32,
    syllable: Option<char>,
}

impl Previous {
    fn clear(&mut self) {
        self.letters.clear();
        self.syllable = None;
    }
}

/// The documents of one term so far, packed like a list of [`Postings`] but with twice the distance, plus one
/// where the document has the term in its head.
#[derive(Default)]
struct List {
    bytes: Vec<u8>,
    last: u32,
}

/// What a term earned in the document at hand: the best string of each field counts.
struct Found {
    term: u32,
    earned: [f32; FIELDS],
    /// Occurrences in the string at hand, with the weight of the best one.
    count: f32,
    weight: f32,
    string: u32,
}

impl IndexBuilder {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a document and returns its ordinal: 0 for the first, then one more each time.
    pub fn add(&mut self, document: &Document<'_>) -> u32 {
        let mut string = 0;
        let mut field = |field, strings: &[&str]| {
            for text in strings.iter().take(STRINGS_MAX) {
                string += 1;
                self.add_string(field, string, text);
            }
        };
        field(Field::Name, document.names);
        field(Field::Publisher, &[document.publisher]);
        field(Field::Keyword, document.keywords);
        field(Field::Summary, document.summaries);
        field(Field::Text, document.texts);

        let ordinal = self.documents;
        for found in self.found.drain(..) {
            let impact = found.earned.iter().sum::<f32>().clamp(1.0, 255.0) as u8;
            let in_head = found.earned[..=Field::Keyword as usize]
                .iter()
                .any(|&earned| earned > 0.0);
            let list = &mut self.lists[found.term as usize];
            Postings::append(
                &mut list.bytes,
                (ordinal - list.last) << 1 | u32::from(in_head),
                impact,
            );
            list.last = ordinal;
        }
        self.documents += 1;
        ordinal
    }

    /// Puts the lists in the order of the terms and packs them.
    pub fn build(self) -> Index {
        let Self {
            terms,
            mut lists,
            documents,
            ..
        } = self;
        let mut terms: Vec<(Box<str>, u32)> = terms.into_iter().collect();
        terms.sort_unstable();
        let (mut head, mut body) = (Postings::default(), Postings::default());
        for (_, term) in &terms {
            let list = std::mem::take(&mut lists[*term as usize]);
            // The first distance of a list counts from the first document, so each of the two starts over.
            let (mut ordinal, mut last_head, mut last_body) = (0, 0, 0);
            Postings::each(&list.bytes, |distance, impact| {
                ordinal += distance >> 1;
                let (postings, last) = if distance & 1 == 1 {
                    (&mut head, &mut last_head)
                } else {
                    (&mut body, &mut last_body)
                };
                postings.push(ordinal - std::mem::replace(last, ordinal), impact);
            });
            head.finish_list();
            body.finish_list();
        }
        Index::new(
            terms.iter().map(|(term, _)| &**term),
            documents,
            head.packed(),
            body.packed(),
        )
    }

    fn add_string(&mut self, field: Field, string: u32, text: &str) {
        let text = &text[..text.floor_char_boundary(STRING_BYTES_MAX)];
        let first_found = self.found.len();
        let mut touched_before = Vec::new();
        let mut words = 0_u32;
        let mut splitter = std::mem::take(&mut self.splitter);
        splitter.split(text, &mut |word| {
            self.add_word(word, field, string, words == 0, &mut touched_before);
            words += 1;
        });
        self.splitter = splitter;
        self.previous.clear();

        let words = words as f32;
        for at in touched_before.into_iter().chain(first_found..self.found.len()) {
            let found = &mut self.found[at];
            let earned = found.weight * worth(field, found.count, words);
            let slot = &mut found.earned[field as usize];
            *slot = slot.max(earned);
        }
    }

    fn add_word(&mut self, word: &Word, field: Field, string: u32, first: bool, again: &mut Vec<usize>) {
        let weight = if first && matches!(field, Field::Name) {
            FIRST_WORD
        } else {
            1.0
        };
        let mut joined = std::mem::take(&mut self.joined);
        if word.syllabic {
            self.add_pairs(word, field, string, weight, &mut joined, again);
        } else {
            self.add_term(&word.text, weight, string, again);
            for (_, part) in word.parts() {
                self.add_term(part, weight * PART, string, again);
            }
            self.previous.syllable = None;
            if matches!(field, Field::Name | Field::Publisher) {
                let chars = word.spans.len();
                if !self.previous.letters.is_empty() && self.previous.chars + chars <= WORD_CHARS_MAX {
                    joined.clear();
                    joined.push_str(&self.previous.letters);
                    joined.push_str(&word.text);
                    self.add_term(&joined, self.previous.weight, string, again);
                }
                self.previous.letters.clone_from(&word.text);
                self.previous.chars = chars;
                self.previous.weight = weight;
            }
        }
        self.joined = joined;
    }

    /// Adds each pair of neighbouring syllables, also across a space, since the space may be left out in a
    /// query. Single syllables are terms where they are words, and in names always.
    fn add_pairs(
        &mut self,
        word: &Word,
        field: Field,
        string: u32,
        weight: f32,
        pair: &mut String,
        again: &mut Vec<usize>,
    ) {
        self.previous.letters.clear();
        let alone = word.spans.len() == 1;
        for right in word.text.chars().filter(|&c| !is_jamo(c)) {
            if alone || field.is_head() {
                pair.clear();
                pair.push(right);
                self.add_term(pair, if alone { weight } else { weight * PART }, string, again);
            }
            if let Some(left) = self.previous.syllable {
                pair.clear();
                pair.extend([left, right]);
                self.add_term(pair, weight, string, again);
            }
            self.previous.syllable = Some(right);
        }
    }

    fn add_term(&mut self, text: &str, weight: f32, string: u32, again: &mut Vec<usize>) {
        let term = match self.terms.get(text) {
            Some(&term) => term,
            None => {
                let term = self.lists.len() as u32;
                self.terms.insert(text.into(), term);
                self.lists.push(List::default());
                self.found_at.push(0);
                term
            }
        };
        let at = self.found_at[term as usize] as usize;
        match self.found.get_mut(at).filter(|found| found.term == term) {
            Some(found) if found.string == string => {
                found.count += 1.0;
                found.weight = found.weight.max(weight);
            }
            Some(found) => {
                (found.string, found.count, found.weight) = (string, 1.0, weight);
                again.push(at);
            }
            None => {
                self.found_at[term as usize] = self.found.len() as u32;
                self.found.push(Found {
                    term,
                    earned: [0.0; FIELDS],
                    count: 1.0,
                    weight,
                    string,
                });
            }
        }
    }
}

/// What `count` occurrences of a word earn in a string of `words` words.
fn worth(field: Field, count: f32, words: f32) -> f32 {
    match field {
        Field::Name => NAME / (1.0 + NAME_DILUTION * (words - 1.0)),
        Field::Publisher => PUBLISHER,
        Field::Keyword => KEYWORD,
        Field::Summary => SUMMARY,
        Field::Text => {
            let length = 1.0 - LENGTH_CORRECTION + LENGTH_CORRECTION * words / TEXT_WORDS_USUAL;
            TEXT * count / (count + SATURATION * length)
        }
    }
}
