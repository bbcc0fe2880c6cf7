//! What of the words is weighed: the words, their neighbours, and the letters they are made of, each as a hash.

use super::concepts::concepts_of;
use super::words::{Kind, Word, Words};

/// How much a whole word weighs against a few of its letters.
const WORD_WEIGHT: f32 = 3.0;
/// How much it weighs whose products are named.
const NAMED_WEIGHT: f32 = 6.0;
/// Lengths of the runs of letters that are weighed, the edges of the word counting as letters.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
/// The same in Korean, in syllables and in the letters they are made of.
const SYLLABLES: std::ops::RangeInclusive<usize> = 1..=4;
const JAMO: std::ops::RangeInclusive<usize> = 3..=5;

/// How far apart two concepts may stand, in words, to be weighed together.
const TOGETHER_WORDS: u16 = 12;
/// Concepts of a text that are weighed together.
const TOGETHER_MAX: usize = 48;

/// What kind of feature a hash stands for, as the start of the hash.
#[derive(Clone, Copy)]
enum Space {
    Word = 1,
    Letters = 2,
    Jamo = 3,
    Pair = 4,
    Apart = 5,
    Named = 6,
    Concept = 7,
    Together = 8,
    Shape = 9,
}

/// One thing that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub hash: u32,
    /// The word it was found in.
    pub word: u16,
    /// Whole words weigh more than letters: the index into what they weigh.
    class: u8,
}

impl Found {
    /// Whether it is a run of a word's letters.
    pub(super) const fn is_letters(&self) -> bool {
        self.class == 0
    }

    /// How much it weighs by itself.
    pub(super) const fn weight(&self) -> f32 {
        weight(self.class)
    }
}

const fn weight(class: u8) -> f32 {
    match class {
        0 => 1.0,
        1 => WORD_WEIGHT,
        _ => NAMED_WEIGHT,
    }
}

/// A feature of a text and how much it weighs there, before it is known how rare it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Feature {
    pub hash: u32,
    pub weight: f32,
}

/// The operator's own products, as a concept beside others.
const OWN_PRODUCT: u64 = 0x51_7c_c1_b7_27_22_0a_95;
/// A product that is named within so many words is what the text begins with.
const FIRST_WORDS: usize = 5;

const FNV: u64 = 0xcbf2_9ce4_8422_2325;

const fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x100_0000_01b3)
}

fn mix_str(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, mix)
}

/// Spreads the bits of a hash, so that any of them may be taken.
pub(super) const fn spread(mut hash: u64) -> u64 {
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

/// A hash of a name that never changes.
pub(super) fn hash_of(name: &str) -> u64 {
    spread(mix_str(FNV, name))
}

/// What a whole word is known by.
pub(super) fn word_hash(word: &str) -> u32 {
    (spread(mix_str(begin(Space::Word), word)) >> 32) as u32
}

/// Everything that is found in some of the words, in their order, with the word it was found in, counted from the first.
pub(super) fn found(words: &Words, part: &[Word]) -> Vec<Found> {
    let mut all = Vec::with_capacity(part.len() * 24);
    let mut letters = Vec::new();
    for (at, word) in part.iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        let text = words.text(word);
        let mut add = |hash: u64, class: u8| {
            all.push(Found {
                hash: (spread(hash) >> 32) as u32,
                word: at,
                class,
            })
        };
        add(mix_str(begin(Space::Word), text), 1);
        if word.kind != Kind::Token {
            letters_of(word, text, &mut letters, &mut |hash| add(hash, 0));
        }
        let next = part.get(usize::from(at) + 1);
        let over = part.get(usize::from(at) + 2);
        for (space, other) in [(Space::Pair, next), (Space::Apart, over)] {
            if let Some(other) = other {
                let first = mix(mix_str(begin(space), words.standing(word)), b' ');
                add(mix_str(first, words.standing(other)), 1);
            }
        }
    }
    let concepts = concepts(words, part, &mut all);
    shape(part, concepts, &mut all);
    let has = |kind| u8::from(part.iter().any(|word| word.kind == kind));
    let named = has(Kind::Name) | has(Kind::OwnProduct) << 1;
    all.push(Found {
        hash: (spread(mix(begin(Space::Named), named)) >> 32) as u32,
        word: u16::MAX,
        class: 2,
    });
    all
}

/// The concepts that the words stand for, each by itself and with those near it in any order.
fn concepts(words: &Words, part: &[Word], all: &mut Vec<Found>) -> usize {
    let mut near: Vec<(u16, u64)> = Vec::new();
    for (at, word) in part
        .iter()
        .enumerate()
        .filter(|(_, word)| word.kind != Kind::Token)
    {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        if word.kind == Kind::OwnProduct {
            near.push((at, OWN_PRODUCT));
        }
        concepts_of(word, words.text(word), &mut |concept| near.push((at, concept)));
    }
    let count = near.len();
    let mut add = |hash: u64, word: u16| {
        all.push(Found {
            hash: (spread(hash) >> 32) as u32,
            word,
            class: 1,
        })
    };
    for (word, concept) in &near {
        add(begin(Space::Concept) ^ concept, *word);
    }
    near.truncate(TOGETHER_MAX);
    for (at, (word, concept)) in near.iter().enumerate() {
        let after = near[at + 1..].iter();
        for (_, other) in after.take_while(|(other, _)| other - word <= TOGETHER_WORDS) {
            if other != concept {
                let pair = concept.min(other).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ concept.max(other);
                add(begin(Space::Together).wrapping_add(pair), *word);
            }
        }
    }
    count
}

/// How long a text is, how much of it is of this field, and whose product it names first: a text of which nothing is known
/// says something too.
fn shape(part: &[Word], concepts: usize, all: &mut Vec<Found>) {
    let size = |count: usize| (usize::BITS - count.leading_zeros()).min(7) as u8;
    let named = part
        .iter()
        .position(|word| matches!(word.kind, Kind::Name | Kind::OwnProduct));
    let first = named.map_or(0, |at| match (part[at].kind, at < FIRST_WORDS) {
        (Kind::OwnProduct, true) => 1,
        (Kind::OwnProduct, false) => 2,
        (_, true) => 3,
        (_, false) => 4,
    });
    let share = (concepts * 4 / part.len().max(1)).min(7) as u8;
    for (kind, value) in [(0, size(part.len())), (1, size(concepts)), (2, first), (3, share)] {
        all.push(Found {
            hash: (spread(mix(mix(begin(Space::Shape), kind), value)) >> 32) as u32,
            word: u16::MAX,
            class: 1,
        });
    }
}

const fn begin(space: Space) -> u64 {
    mix(FNV, space as u8)
}

fn letters_of(word: &Word, text: &str, letters: &mut Vec<char>, add: &mut impl FnMut(u64)) {
    let mut windows = |letters: &[char], space: Space, lengths: std::ops::RangeInclusive<usize>| {
        for length in lengths {
            for run in letters.windows(length) {
                if run == [' '] {
                    continue;
                }
                let hash = run
                    .iter()
                    .fold(begin(space), |hash, c| mix_str(hash, c.encode_utf8(&mut [0; 4])));
                add(hash);
            }
        }
    };
    letters.clear();
    letters.push(' ');
    letters.extend(text.chars());
    letters.push(' ');
    windows(
        letters,
        Space::Letters,
        if word.hangul { SYLLABLES } else { LETTERS },
    );
    if word.hangul {
        letters.clear();
        letters.push(' ');
        for c in text.chars() {
            push_jamo(c, letters);
        }
        letters.push(' ');
        windows(letters, Space::Jamo, JAMO);
    }
}

/// The letters a Korean syllable is made of: endings are told by them, not by whole syllables.
fn push_jamo(c: char, letters: &mut Vec<char>) {
    let Some(offset) = u32::from(c).checked_sub(0xAC00).filter(|offset| *offset < 11_172) else {
        return letters.push(c);
    };
    let parts = [
        Some(0x1100 + offset / 588),
        Some(0x1161 + offset / 28 % 21),
        (offset % 28 > 0).then_some(0x11A7 + offset % 28),
    ];
    letters.extend(parts.into_iter().flatten().filter_map(char::from_u32));
}

/// How much each thing that was found weighs: what comes often weighs little more than what comes once.
pub(super) fn features(found: &[Found]) -> Vec<Feature> {
    let mut sorted: Vec<(u32, u8)> = found.iter().map(|found| (found.hash, found.class)).collect();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| Feature {
            hash: same[0].0,
            weight: (1.0 + (same.len() as f32).ln()) * weight(same[0].1),
        })
        .collect()
}
