//! From text to words: where a word begins and ends, what its parts are, and what a query asks for.

use super::fold::{compose_last, fold_char};
use super::fuzzy::typos_allowed;
use super::hangul::{begun_by, is_jamo, is_syllabic, reopened};

/// Letters of a word that are looked at; what follows is ignored on both sides.
pub(super) const WORD_CHARS_MAX: usize = 40;
/// Characters of a query that are looked at.
pub(super) const QUERY_CHARS_MAX: usize = 200;
/// Words of a query that are looked at.
pub(super) const QUERY_WORDS_MAX: usize = 16;
/// A word that falls into more parts than this is an identifier, and its parts mean nothing.
const PARTS_MAX: usize = 4;

/// A folded word and where it stands in the text it came from.
#[derive(Default, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    /// For each character of `text`, the bytes of the source it was folded from.
    pub(super) spans: Vec<(usize, usize)>,
    /// Byte offsets in `text` where a part begins (`CrowdStrike`, `365Training`), the first excepted.
    cuts: Vec<usize>,
    /// Whether the word is of a script that is searched by pairs of characters.
    pub(super) syllabic: bool,
}

impl Word {
    /// Offsets and spellings of the parts of a compound, none if it is not one.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, &str)> {
        let cuts: &[usize] = if self.cuts.len() < PARTS_MAX {
            &self.cuts
        } else {
            &[]
        };
        let starts = (!cuts.is_empty())
            .then_some(0)
            .into_iter()
            .chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain([self.text.len()]);
        starts
            .zip(ends)
            .map(|(start, end)| (start, &self.text[start..end]))
            .filter(|(_, part)| {
                // A single letter cut off a compound ("3E", "eBay") says nothing by itself; a digit may be a
                // version.
                part.len() > 1 || part.as_bytes().first().is_some_and(u8::is_ascii_digit)
            })
    }

    fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.cuts.clear();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lower,
    Upper,
    Digit,
    Uncased,
}

impl Kind {
    fn of(c: char) -> Self {
        if c.is_lowercase() {
            Self::Lower
        } else if c.is_uppercase() {
            Self::Upper
        } else if c.is_numeric() {
            Self::Digit
        } else {
            Self::Uncased
        }
    }
}

/// Splits text into words, one after the other into the same memory.
#[derive(Default)]
pub(super) struct Splitter {
    word: Word,
    /// Kind and start in `word.text` of the last three letters, the newest first.
    recent: [Option<(Kind, usize)>; 3],
}

impl Splitter {
    /// Calls `each` with the words of `text` in their order.
    pub(super) fn split(&mut self, text: &str, each: &mut impl FnMut(&Word)) {
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            if c.is_ascii() {
                if c.is_ascii_alphanumeric() {
                    self.begin_letter(c, false, each);
                    self.push(c.to_ascii_lowercase(), at, end);
                } else {
                    self.finish(each);
                }
                continue;
            }
            let mut visible = false;
            fold_char(c, &mut |folded| {
                if folded.is_alphanumeric() {
                    if !std::mem::replace(&mut visible, true) || is_syllabic(folded) != self.word.syllabic {
                        self.begin_letter(c, is_syllabic(folded), each);
                    }
                    self.push(folded, at, end);
                } else {
                    visible = true;
                    self.finish(each);
                }
            });
            if !visible && let Some(last) = self.word.spans.last_mut() {
                last.1 = end;
            }
        }
        self.finish(each);
    }

    /// Prepares for the letter `c`: ends the word if the letter is of another script, cuts it if a part
    /// begins here.
    fn begin_letter(&mut self, c: char, syllabic: bool, each: &mut impl FnMut(&Word)) {
        let full = syllabic && self.word.spans.len() >= WORD_CHARS_MAX;
        if self.word.syllabic != syllabic || full {
            self.finish(each);
            self.word.syllabic = syllabic;
        }
        if syllabic || self.word.spans.len() >= WORD_CHARS_MAX {
            return;
        }
        let (kind, here) = (Kind::of(c), self.word.text.len());
        match (self.recent, kind) {
            ([Some((Kind::Lower, _)), ..], Kind::Upper) => self.word.cuts.push(here),
            ([Some((before, _)), ..], _) if (before == Kind::Digit) != (kind == Kind::Digit) => {
                self.word.cuts.push(here)
            }
            // "AIForged": the last capital belongs to the word that follows; "APIs" is no such case.
            (
                [
                    Some((Kind::Lower, _)),
                    Some((Kind::Upper, start)),
                    Some((Kind::Upper, _)),
                ],
                Kind::Lower,
            ) => {
                self.word.cuts.push(start);
            }
            _ => {}
        }
        self.recent = [Some((kind, here)), self.recent[0], self.recent[1]];
    }

    fn push(&mut self, folded: char, at: usize, end: usize) {
        let Word {
            text,
            spans,
            syllabic,
            ..
        } = &mut self.word;
        if *syllabic && compose_last(text, folded) {
            if let Some(last) = spans.last_mut() {
                last.1 = end;
            }
        } else if spans.len() < WORD_CHARS_MAX {
            text.push(folded);
            spans.push((at, end));
        }
    }

    fn finish(&mut self, each: &mut impl FnMut(&Word)) {
        if !self.word.text.is_empty() {
            each(&self.word);
            self.word.clear();
        }
        self.recent = [None; 3];
    }
}

/// One word of a query.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Asked {
    Letters(Letters),
    Syllables(Syllables),
}

/// A word of an alphabet, found whole, as a beginning or misspelt.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) chars: usize,
    /// What a word of letters and digits falls into, for offers that write it apart.
    pub(super) parts: Vec<String>,
}

/// A word of a script that is searched by pairs, perhaps with a syllable that is still being typed.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Syllables {
    pub(super) syllables: Vec<char>,
    /// The initial of the next syllable, as an input method shows it before the vowel.
    pub(super) begun: Option<char>,
}

impl Syllables {
    /// The word as it was meant if its last syllable has taken the initial of the next one: 클랑 on the way to
    /// 클라우드.
    pub(super) fn reopened(&self) -> Option<Self> {
        let (&last, before) = self.syllables.split_last().filter(|_| self.begun.is_none())?;
        let (open, initial) = reopened(last)?;
        Some(Self {
            syllables: before.iter().copied().chain([open]).collect(),
            begun: Some(initial),
        })
    }
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            chars: text.chars().count(),
            parts: Vec::new(),
        }
    }

    /// The mistakes the word may have: none in a number or a code, where each digit counts.
    pub(super) fn typos(&self) -> usize {
        if self.text.bytes().any(|byte| byte.is_ascii_digit()) {
            0
        } else {
            typos_allowed(self.chars)
        }
    }
}

/// The words of `query` in their order, each once; empty if it asks for nothing.
pub(super) fn asked(query: &str) -> Vec<Asked> {
    let end = query
        .char_indices()
        .nth(QUERY_CHARS_MAX)
        .map_or(query.len(), |(at, _)| at);
    let mut words: Vec<Asked> = Vec::new();
    Splitter::default().split(&query[..end], &mut |word| {
        let Some(asked) = asked_by(word) else { return };
        if words.len() < QUERY_WORDS_MAX {
            // A repeated word keeps its last place, where it may be a beginning.
            words.retain(|before| *before != asked);
            words.push(asked);
        }
    });
    // Only the end of a query is still being typed; a lone initial before it is a slip.
    if let Some((_, before)) = words.split_last_mut() {
        for word in before {
            if let Asked::Syllables(word) = word {
                word.begun = None;
            }
        }
    }
    words.retain(
        |word| !matches!(word, Asked::Syllables(word) if word.syllables.is_empty() && word.begun.is_none()),
    );
    words
}

fn asked_by(word: &Word) -> Option<Asked> {
    if !word.syllabic {
        let mut letters = Letters::new(&word.text);
        if word.text.bytes().any(|byte| byte.is_ascii_digit()) {
            letters.parts = word.parts().map(|(_, part)| part.to_owned()).collect();
        }
        return Some(Asked::Letters(letters));
    }
    let syllables: Vec<char> = word.text.chars().filter(|&c| !is_jamo(c)).collect();
    let begun = word.text.chars().next_back().filter(|&c| begun_by(c).is_some());
    (!syllables.is_empty() || begun.is_some()).then_some(Asked::Syllables(Syllables { syllables, begun }))
}
