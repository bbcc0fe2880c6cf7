//! What words of different languages have in common: "refund", "iade", "환불" and "reembolso" are one concept, so that what is
//! learned of it in one language helps in the others.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::Word;
use crate::search::fold;

/// A concept a line: its name, and the beginnings of the words that stand for it, in any language.
static CONCEPTS: &str = include_str!("../../../../understanding/concepts.txt");

/// A shorter beginning than this counts only as a whole word.
const BEGINNING_BYTES_MIN: usize = 4;
/// No beginning has more letters.
const BEGINNING_CHARS_MAX: usize = 16;

/// The concepts that a word stands for, each as a hash of its name.
pub(super) fn concepts_of(word: &Word, text: &str, each: &mut dyn FnMut(u64)) {
    let known = known();
    let mut told: Vec<u64> = Vec::new();
    // A Korean word may have others before it without a space; all others are told by how they begin.
    let starts = text.char_indices().take(if word.hangul { usize::MAX } else { 1 });
    for (start, _) in starts {
        let rest = &text[start..];
        let mut longest: &[u64] = &[];
        let ends = rest.char_indices().skip(1).map(|(at, _)| at).chain([rest.len()]);
        for end in ends.take(BEGINNING_CHARS_MAX) {
            if let Some(concepts) = known.get(&rest[..end])
                && (word.hangul || end == rest.len() || end >= BEGINNING_BYTES_MIN)
            {
                longest = concepts;
            }
        }
        for concept in longest {
            if !told.contains(concept) {
                told.push(*concept);
                each(*concept);
            }
        }
    }
}

fn known() -> &'static HashMap<String, Vec<u64>> {
    static KNOWN: OnceLock<HashMap<String, Vec<u64>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known: HashMap<String, Vec<u64>> = HashMap::new();
        for line in CONCEPTS.lines().filter(|line| !line.starts_with('#')) {
            let (name, beginnings) = line.split_once(':').unwrap_or((line, ""));
            for beginning in beginnings.split_whitespace() {
                let concepts = known.entry(fold(beginning)).or_default();
                let concept = super::features::hash_of(name);
                if !concepts.contains(&concept) {
                    concepts.push(concept);
                }
            }
        }
        known
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;

    #[test]
    fn the_same_concept_is_told_in_every_language() {
        for text in ["refunded", "iadesini", "환불해주세요", "reembolsarnos"] {
            let words = Words::read(text);
            let mut told = Vec::new();
            concepts_of(&words.all[0], words.text(&words.all[0]), &mut |concept| {
                told.push(concept)
            });
            assert!(
                told.contains(&super::super::features::hash_of("refund")),
                "{text}"
            );
        }
    }

    #[test]
    fn every_line_names_a_concept_once() {
        let mut names: Vec<&str> = CONCEPTS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once(':').expect("a name and its words").0)
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
