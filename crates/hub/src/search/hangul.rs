//! Hangul arithmetic for words that are still being typed.
//!
//! An input method shows a syllable before it is finished: on the way to 보안 the box holds 보아, on the way to
//! 클라우드 it holds 클랑. Unicode lays the syllables out by initial, vowel and final, so "every syllable this one
//! may become" is a range of code points.

use std::ops::Range;

const FIRST_SYLLABLE: u32 = 0xAC00;
const LAST_SYLLABLE: u32 = 0xD7A3;
const FIRST_INITIAL: u32 = 0x1100;
const FINALS: u32 = 28;
const VOWELS: u32 = 21;
const VOWELS_AND_FINALS: u32 = VOWELS * FINALS;

/// What is left of a syllable when its final (1 to 27) moves on, and the initial the final becomes: 닭 gives 달
/// and ㄱ.
const MOVED_FINALS: [(u8, u8); 27] = [
    (0, 0),
    (0, 1),
    (1, 9),
    (0, 2),
    (4, 12),
    (4, 18),
    (0, 3),
    (0, 5),
    (8, 0),
    (8, 6),
    (8, 7),
    (8, 9),
    (8, 16),
    (8, 17),
    (8, 18),
    (0, 6),
    (0, 7),
    (17, 9),
    (0, 9),
    (0, 10),
    (0, 11),
    (0, 12),
    (0, 14),
    (0, 15),
    (0, 16),
    (0, 17),
    (0, 18),
];

/// Whether `c` belongs to a script that is searched by pairs of characters, since its words are not reliably
/// spaced.
pub(super) fn is_syllabic(c: char) -> bool {
    matches!(u32::from(c),
        FIRST_SYLLABLE..=LAST_SYLLABLE | 0x1100..=0x11FF | 0x3040..=0x30FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0x20000..=0x323AF)
}

/// Whether `c` is a jamo, a piece of a syllable.
pub(super) fn is_jamo(c: char) -> bool {
    ('\u{1100}'..='\u{11FF}').contains(&c)
}

/// The syllables that begin with the modern initial `jamo`; `None` for any other character.
pub(super) fn begun_by(jamo: char) -> Option<Range<char>> {
    let initial = u32::from(jamo)
        .checked_sub(FIRST_INITIAL)
        .filter(|&initial| initial < 19)?;
    let first = FIRST_SYLLABLE + initial * VOWELS_AND_FINALS;
    Some(char::from_u32(first)?..char::from_u32(first + VOWELS_AND_FINALS)?)
}

/// The syllables that `syllable` may become by further keystrokes, itself among them: 보 may become 봐 and 봤, 달
/// may become 닭. `None` if it is complete.
pub(super) fn grown_from(syllable: char) -> Option<Range<char>> {
    let offset = offset(syllable)?;
    let (vowel, last) = (offset / FINALS % VOWELS, offset % FINALS);
    // Compound vowels and finals follow right after what they begin with.
    let further = match (vowel, last) {
        (8 | 13, 0) => 4 * FINALS,
        (18, 0) => 2 * FINALS,
        (_, 0) => FINALS,
        (_, 1 | 4) => 3,
        (_, 8) => 8,
        (_, 17) => 2,
        _ => return None,
    };
    Some(syllable..char::from_u32(u32::from(syllable) + further)?)
}

/// `syllable` read as the moment before its final becomes the next initial: 랑 as 라 and ㅇ.
pub(super) fn reopened(syllable: char) -> Option<(char, char)> {
    let offset = offset(syllable)?;
    let last = offset % FINALS;
    let (rest, initial) = *MOVED_FINALS.get(usize::try_from(last).ok()?.checked_sub(1)?)?;
    let open = char::from_u32(u32::from(syllable) - last + u32::from(rest))?;
    Some((open, char::from_u32(FIRST_INITIAL + u32::from(initial))?))
}

fn offset(syllable: char) -> Option<u32> {
    let code = u32::from(syllable);
    (FIRST_SYLLABLE..=LAST_SYLLABLE)
        .contains(&code)
        .then(|| code - FIRST_SYLLABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_in_the_making_knows_what_it_may_become() {
        for (typed, may_become, never) in [
            ('아', '안', '애'),
            ('고', '관', '구'),
            ('달', '닭', '담'),
            ('으', '의', '이'),
        ] {
            let grown = grown_from(typed).expect("open");
            assert!(
                grown.contains(&typed) && grown.contains(&may_become) && !grown.contains(&never),
                "{typed}"
            );
        }
        assert_eq!(grown_from('강'), None);
        assert!(begun_by('\u{1105}').is_some_and(|range| range.contains(&'리') && !range.contains(&'마')));
        for (typed, open, initial) in [
            ('랑', '라', '\u{110B}'),
            ('닭', '달', '\u{1100}'),
            ('앉', '안', '\u{110C}'),
            ('없', '업', '\u{1109}'),
        ] {
            assert_eq!(reopened(typed), Some((open, initial)), "{typed}");
        }
        assert_eq!(reopened('라'), None);
        assert_eq!(reopened('a'), None);
        assert!(grown_from('\u{D788}').is_some_and(|range| range.contains(&'\u{D7A3}')));
    }
}
