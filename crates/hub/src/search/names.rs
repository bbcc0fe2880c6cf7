//! Names that are spoken of in a text: the other way round from a search, where a text is looked through for any of many
//! names.
//!
//! Each word of the text is looked up once among the words that names are made of; those that few names have are where a name
//! is tried, word for word. A word that is nobody's is tried with a mistake or two, a few of them in each text. So the cost
//! grows with the text and hardly with the number of names.

use std::collections::BTreeMap;
use std::ops::Range;

use fst::{Automaton, IntoStreamer, Map, MapBuilder, Streamer};

use super::fold::{compose_last, fold_char};
use super::fuzzy::{Misspelt, typos_allowed};
use super::hangul::is_syllabic;

/// A word that more names have than this says too little to try them all.
const NAMES_OF_WORD_MAX: usize = 48;
/// A beginning of a name stands for the whole name where at most so many begin so.
const NAMES_BEGUN_MAX: usize = 2;
/// Words of a name that are looked at.
const NAME_WORDS_MAX: usize = 8;
/// Words of a text that are looked up.
const TEXT_WORDS_MAX: usize = 400;
/// Misspelt words that are tried in one text.
const MISSPELT_MAX: usize = 4;
/// The shortest word that may be misspelt, and the shortest that may stand for a name alone.
const LETTERS_MIN: usize = 4;

/// A name found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// What the name was added as.
    pub ordinal: u32,
    /// Where it stands in the text.
    pub span: Range<usize>,
    /// Whether it stands there as it is written, whole.
    pub exact: bool,
    words: usize,
}

/// The names, by the words they are made of.
pub struct Names {
    words: Map<Vec<u8>>,
    /// For each word, where its names begin in `of_word`.
    starts: Vec<u32>,
    of_word: Vec<u32>,
    /// For each name, what it was added as, and where its words begin in `spelt`.
    names: Vec<(u32, u32)>,
    spelt: Vec<u32>,
}

/// Collects names.
#[derive(Default)]
pub struct NamesBuilder {
    words: BTreeMap<String, Vec<u32>>,
    names: Vec<(u32, Vec<String>)>,
}

impl NamesBuilder {
    /// Adds one of the names of what is known as `ordinal`.
    pub fn add(&mut self, ordinal: u32, name: &str) {
        let words: Vec<String> = spell(name)
            .into_iter()
            .map(|word| word.text)
            .take(NAME_WORDS_MAX)
            .collect();
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        if letters < LETTERS_MIN && !words.iter().any(|word| word.chars().any(is_syllabic)) {
            return;
        }
        if self
            .names
            .last()
            .is_some_and(|(before, known)| *before == ordinal && *known == words)
        {
            return;
        }
        let name = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        for word in &words {
            let names = self.words.entry(word.clone()).or_default();
            if names.last() != Some(&name) {
                names.push(name);
            }
        }
        self.names.push((ordinal, words));
    }

    pub fn build(self) -> Names {
        let mut map = MapBuilder::memory();
        let (mut starts, mut of_word) = (vec![0], Vec::new());
        let mut ranks: BTreeMap<&str, u32> = BTreeMap::new();
        for (rank, (word, names)) in (0_u32..).zip(&self.words) {
            map.insert(word, u64::from(rank))
                .expect("a tree gives its keys sorted and each once");
            ranks.insert(word, rank);
            of_word.extend_from_slice(names);
            starts.push(u32::try_from(of_word.len()).unwrap_or(u32::MAX));
        }
        let (mut names, mut spelt) = (Vec::with_capacity(self.names.len() + 1), Vec::new());
        for (ordinal, words) in &self.names {
            names.push((*ordinal, u32::try_from(spelt.len()).unwrap_or(u32::MAX)));
            spelt.extend(words.iter().map(|word| ranks[word.as_str()]));
        }
        names.push((u32::MAX, u32::try_from(spelt.len()).unwrap_or(u32::MAX)));
        Names {
            words: map.into_map(),
            starts,
            of_word,
            names,
            spelt,
        }
    }
}

/// A folded word of a text.
struct Spelt {
    text: String,
    span: Range<usize>,
}

impl Names {
    /// The names spoken of in `text`, the longest first where several stand in the same place. `common` says whether a folded
    /// word is one that everybody uses: such a word alone is no name, and no misspelt one. Names that are not accepted do not
    /// exist.
    pub fn spoken_in(
        &self,
        text: &str,
        common: &dyn Fn(&str) -> bool,
        accept: &mut dyn FnMut(u32) -> bool,
    ) -> Vec<Spoken> {
        let mut words = spell(text);
        words.truncate(TEXT_WORDS_MAX);
        let ranks: Vec<Option<u32>> = words.iter().map(|word| self.rank(&word.text)).collect();
        let mut all = Vec::new();
        let mut misspelt_left = MISSPELT_MAX;
        for at in 0..words.len() {
            match ranks[at] {
                Some(rank) => self.try_names(&words, &ranks, at, rank, true, common, accept, &mut all),
                None if misspelt_left > 0 && may_be_misspelt(&words[at].text) && !common(&words[at].text) => {
                    misspelt_left -= 1;
                    for rank in self.close(&words[at].text) {
                        let mut ranks = ranks.clone();
                        ranks[at] = Some(rank);
                        self.try_names(&words, &ranks, at, rank, false, common, accept, &mut all);
                    }
                }
                None => {}
            }
        }
        best(all)
    }

    fn rank(&self, word: &str) -> Option<u32> {
        self.words.get(word).and_then(|rank| u32::try_from(rank).ok())
    }

    fn names_of(&self, rank: u32) -> &[u32] {
        let rank = rank as usize;
        &self.of_word[self.starts[rank] as usize..self.starts[rank + 1] as usize]
    }

    fn spelling(&self, name: u32) -> &[u32] {
        let name = name as usize;
        &self.spelt[self.names[name].1 as usize..self.names[name + 1].1 as usize]
    }

    /// Words a mistake or two away, the closest.
    fn close(&self, word: &str) -> Vec<u32> {
        for typos in 1..=typos_allowed(word.chars().count()) {
            let Some(automaton) = Misspelt::new(word, typos, false) else {
                return Vec::new();
            };
            let mut close = Vec::new();
            // A slip in the first letter is rare, and to look for it is to look through all words.
            let first = word.chars().next().map(String::from).unwrap_or_default();
            let begun = fst::automaton::Str::new(&first).starts_with();
            let mut stream = self.words.search(Both(begun, &automaton)).into_stream();
            while let Some((_, rank)) = stream.next() {
                close.extend(u32::try_from(rank).ok());
            }
            close.retain(|rank| self.names_of(*rank).len() <= NAMES_OF_WORD_MAX);
            if !close.is_empty() {
                close.truncate(MISSPELT_MAX);
                return close;
            }
        }
        Vec::new()
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one step of the loop in spoken_in, which holds all of these"
    )]
    fn try_names(
        &self,
        words: &[Spelt],
        ranks: &[Option<u32>],
        at: usize,
        rank: u32,
        exact: bool,
        common: &dyn Fn(&str) -> bool,
        accept: &mut dyn FnMut(u32) -> bool,
        all: &mut Vec<Spoken>,
    ) {
        let names = self.names_of(rank);
        if names.len() > NAMES_OF_WORD_MAX {
            return;
        }
        let begun = names
            .iter()
            .filter(|name| self.spelling(**name).first() == Some(&rank))
            .count();
        for &name in names {
            let spelling = self.spelling(name);
            let ordinal = self.names[name as usize].0;
            let Some(place) = spelling.iter().position(|own| *own == rank) else {
                continue;
            };
            let Some(start) = at.checked_sub(place) else {
                continue;
            };
            let same = ranks[start..]
                .iter()
                .zip(spelling)
                .take_while(|(own, name)| **own == Some(**name))
                .count();
            let whole = same == spelling.len();
            let first = &words[at].text;
            let stands_alone = place == 0
                && begun <= NAMES_BEGUN_MAX
                && first.chars().count() >= LETTERS_MIN
                && !common(first);
            let fits = whole && (same > 1 || !common(first)) || same > 0 && stands_alone;
            if fits && accept(ordinal) {
                all.push(Spoken {
                    ordinal,
                    span: words[start].span.start..words[start + same - 1].span.end,
                    exact: exact && whole,
                    words: same,
                });
            }
        }
    }
}

/// Of names that overlap, the longest, and those that are whole before others.
fn best(mut all: Vec<Spoken>) -> Vec<Spoken> {
    all.sort_by(|a, b| (b.words, b.exact, a.span.start).cmp(&(a.words, a.exact, b.span.start)));
    let mut kept: Vec<Spoken> = Vec::new();
    for spoken in all {
        let inside = kept.iter().any(|longer| {
            spoken.span.start < longer.span.end
                && longer.span.start < spoken.span.end
                && (longer.words > spoken.words
                    || longer.exact && !spoken.exact
                    || longer.ordinal == spoken.ordinal)
        });
        if !inside && !kept.iter().any(|known| known.ordinal == spoken.ordinal) {
            kept.push(spoken);
        }
    }
    kept.sort_by_key(|spoken| (!spoken.exact, spoken.span.start, spoken.ordinal));
    kept
}

fn may_be_misspelt(word: &str) -> bool {
    word.chars().count() > LETTERS_MIN && word.chars().all(|c| c.is_alphabetic() && !is_syllabic(c))
}

/// The words of a name or a text, folded: letters and digits together, other scripts apart from them.
fn spell(text: &str) -> Vec<Spelt> {
    let mut all: Vec<Spelt> = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if !c.is_alphanumeric() {
            // A mark that follows its letter ends no word.
            let mut folds_to_nothing = true;
            fold_char(c, &mut |_| folds_to_nothing = false);
            if !folds_to_nothing {
                open = None;
            }
            continue;
        }
        let syllabic = is_syllabic(c);
        if open != Some(syllabic) {
            all.push(Spelt {
                text: String::new(),
                span: at..end,
            });
            open = Some(syllabic);
        }
        if let Some(word) = all.last_mut() {
            word.span.end = end;
            fold_char(c, &mut |c| {
                if !compose_last(&mut word.text, c) {
                    word.text.push(c);
                }
            });
        }
    }
    all.retain(|word| !word.text.is_empty());
    all
}

/// Accepts what two automata accept.
struct Both<A, B>(A, B);

impl<A: Automaton, B: Automaton> Automaton for Both<A, &B> {
    type State = (A::State, B::State);

    fn start(&self) -> Self::State {
        (self.0.start(), self.1.start())
    }

    fn is_match(&self, state: &Self::State) -> bool {
        self.0.is_match(&state.0) && self.1.is_match(&state.1)
    }

    fn can_match(&self, state: &Self::State) -> bool {
        self.0.can_match(&state.0) && self.1.can_match(&state.1)
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        (self.0.accept(&state.0, byte), self.1.accept(&state.1, byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(text: &str) -> Vec<(u32, String, bool)> {
        let mut names = NamesBuilder::default();
        for (ordinal, name) in (0..).zip([
            "Veltis Backup for Microsoft 365",
            "Veltis Archive",
            "Support",
            "클라우드백업",
            "Çağrı Merkezi Pro",
            "Quellmark Cloud Backup",
        ]) {
            names.add(ordinal, name);
        }
        let common = |word: &str| {
            matches!(
                word,
                "support" | "backup" | "cloud" | "archive" | "pro" | "merkezi"
            )
        };
        names
            .build()
            .spoken_in(text, &common, &mut |ordinal| ordinal != 5)
            .into_iter()
            .map(|spoken| (spoken.ordinal, text[spoken.span].to_owned(), spoken.exact))
            .collect()
    }

    #[test]
    fn a_name_is_found_whole_begun_and_misspelt() {
        type Case = (&'static str, &'static [(u32, &'static str, bool)]);
        let cases: [Case; 9] = [
            (
                "our VELTIS backup, for Microsoft 365 is down",
                &[(0, "VELTIS backup, for Microsoft 365", true)],
            ),
            ("veltis archive export?", &[(1, "veltis archive", true)]),
            ("veltsi archive export?", &[(1, "veltsi archive", false)]),
            ("cagri merkezi pro acilmiyor", &[(4, "cagri merkezi pro", true)]),
            ("Cagri çalışmıyor", &[(4, "Cagri", false)]),
            ("클라우드백업이 안 됩니다", &[]),
            ("클라우드백업 장애", &[(3, "클라우드백업", true)]),
            ("I need support with a backup in the cloud", &[]),
            ("Quellmark Cloud Backup", &[]),
        ];
        for (text, found) in cases {
            let found: Vec<(u32, String, bool)> = found
                .iter()
                .map(|(ordinal, text, exact)| (*ordinal, (*text).to_owned(), *exact))
                .collect();
            assert_eq!(spoken(text), found, "{text}");
        }
    }
}
