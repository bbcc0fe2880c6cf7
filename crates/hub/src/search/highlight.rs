//! Where the words of a query stand in a text that is shown.

use super::analyse::{Asked, Letters, Splitter, Syllables, Word, asked};
use super::fuzzy::Misspelt;
use super::hangul::{begun_by, grown_from};

/// Cuts `text` into pieces, each with whether it answers `query`; put together again they are `text`.
///
/// Matches are found as the index finds them: without regard to case and accents, at the beginning of a word
/// or of a part of it, across a space, and, where nothing else is found, with a few mistakes.
pub fn highlight<'a>(text: &'a str, query: &str) -> Vec<(bool, &'a str)> {
    let mut words = Vec::new();
    Splitter::default().split(text, &mut |word| words.push(word.clone()));
    let mut marks = Vec::new();
    let asked = asked(query);
    for (at, word) in asked.iter().enumerate() {
        match word {
            Asked::Letters(letters) => {
                let next = match asked.get(at + 1) {
                    Some(Asked::Letters(next)) => Some(next),
                    _ => None,
                };
                mark_letters(&words, letters, next, at + 1 == asked.len(), &mut marks);
            }
            Asked::Syllables(syllables) => {
                let before = marks.len();
                mark_syllables(&words, syllables, &mut marks);
                if marks.len() == before
                    && let Some(syllables) = syllables.reopened()
                {
                    mark_syllables(&words, &syllables, &mut marks);
                }
            }
        }
    }
    pieces(text, marks)
}

fn mark_letters(
    words: &[Word],
    asked: &Letters,
    next: Option<&Letters>,
    last: bool,
    marks: &mut Vec<(usize, usize)>,
) {
    let before = marks.len();
    mark_beginnings(words, &asked.text, marks);
    if let Some(next) = next {
        mark_beginnings(words, &format!("{}{}", asked.text, next.text), marks);
    }
    mark_apart(words, &asked.text, marks);
    if marks.len() == before && asked.typos() > 0 {
        mark_misspelt(words, asked, last, marks);
    }
    if marks.len() == before {
        asked
            .parts
            .iter()
            .for_each(|part| mark_beginnings(words, part, marks));
    }
}

/// Marks the words, or else the parts of them, that are `asked` with a few mistakes.
fn mark_misspelt(words: &[Word], asked: &Letters, last: bool, marks: &mut Vec<(usize, usize)>) {
    let Some(automaton) = Misspelt::new(&asked.text, asked.typos(), last) else {
        return;
    };
    for word in words.iter().filter(|word| !word.syllabic) {
        let whole = [(0, &*word.text)].into_iter();
        let misspelt = whole
            .chain(word.parts())
            .find(|(_, text)| automaton.typos_in(text).is_some());
        marks.extend(misspelt.and_then(|(start, text)| span(word, start, start + text.len())));
    }
}

/// Marks `asked` where a word or a part of one begins with it.
fn mark_beginnings(words: &[Word], asked: &str, marks: &mut Vec<(usize, usize)>) {
    for word in words.iter().filter(|word| !word.syllabic) {
        let starts = [0].into_iter().chain(word.parts().map(|(start, _)| start));
        for start in starts.filter(|&start| word.text[start..].starts_with(asked)) {
            marks.extend(span(word, start, start + asked.len()));
        }
    }
}

/// Marks two neighbouring words that are `asked` when written together.
fn mark_apart(words: &[Word], asked: &str, marks: &mut Vec<(usize, usize)>) {
    for pair in words.windows(2) {
        let rest = asked.strip_prefix(&*pair[0].text).filter(|rest| !rest.is_empty());
        if let Some(rest) = rest
            && pair[1].text.starts_with(rest)
        {
            marks.extend(span(&pair[0], 0, pair[0].text.len()));
            marks.extend(span(&pair[1], 0, rest.len()));
        }
    }
}

/// Marks the whole word where it stands, spaced or not; elsewhere the pairs of syllables it was found by.
fn mark_syllables(words: &[Word], asked: &Syllables, marks: &mut Vec<(usize, usize)>) {
    let mut steps: Vec<std::ops::Range<char>> = Vec::new();
    for &syllable in &asked.syllables {
        steps.push(syllable..char::from_u32(u32::from(syllable) + 1).unwrap_or(char::MAX));
    }
    match asked.begun.and_then(begun_by) {
        Some(begun) => steps.push(begun),
        None => {
            if let (Some(last), Some(&syllable)) = (steps.last_mut(), asked.syllables.last())
                && let Some(grown) = grown_from(syllable)
            {
                *last = grown;
            }
        }
    }
    let runs: Vec<Vec<(char, (usize, usize))>> = (words.chunk_by(|a, b| a.syllabic && b.syllabic))
        .filter(|run| run[0].syllabic)
        .map(|run| {
            run.iter()
                .flat_map(|word| word.text.chars().zip(word.spans.iter().copied()))
                .collect()
        })
        .collect();
    let before = marks.len();
    runs.iter().for_each(|run| mark_sequence(run, &steps, marks));
    if marks.len() == before {
        for pair in steps.windows(2) {
            runs.iter().for_each(|run| mark_sequence(run, pair, marks));
        }
    }
}

fn mark_sequence(
    syllables: &[(char, (usize, usize))],
    steps: &[std::ops::Range<char>],
    marks: &mut Vec<(usize, usize)>,
) {
    for window in syllables.windows(steps.len().max(1)) {
        if window.iter().zip(steps).all(|((c, _), step)| step.contains(c)) {
            marks.extend(window.iter().map(|&(_, span)| span));
        }
    }
}

/// The bytes of the source that the bytes `start..end` of the folded word came from.
fn span(word: &Word, start: usize, end: usize) -> Option<(usize, usize)> {
    let index = |at: usize| word.text[..at].chars().count();
    let (first, last) = (
        word.spans.get(index(start))?,
        word.spans.get(index(end).checked_sub(1)?)?,
    );
    Some((first.0, last.1))
}

fn pieces(text: &str, mut marks: Vec<(usize, usize)>) -> Vec<(bool, &str)> {
    marks.sort_unstable();
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut marks = marks.into_iter().peekable();
    while let Some((start, mut end)) = marks.next() {
        while let Some((_, further)) = marks.next_if(|&(next, _)| next <= end) {
            end = end.max(further);
        }
        if start > done {
            pieces.push((false, &text[done..start]));
        }
        pieces.push((true, &text[start..end]));
        done = end;
    }
    if done < text.len() {
        pieces.push((false, &text[done..]));
    }
    pieces
}
