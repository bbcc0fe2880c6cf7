//! One spelling for everything that reads the same: case, accents and width are folded away.
//!
//! The folding is the same on both sides (what is indexed and what is asked), needs no knowledge of the
//! language a text is in, and is stable: folding twice changes nothing. Every Turkish i (`I İ ı i`) becomes
//! `i`; Hangul stays in whole syllables, also where the source spells it in single jamo.

use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

/// Folds `text` for comparing names: case, accents, width and runs of white space no longer matter.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut |c| {
            if c.is_whitespace() {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            } else if !compose_last(&mut folded, c) {
                folded.push(c);
            }
        });
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Emits what `c` folds to: nothing for a mark or an invisible joiner, several characters for a ligature.
pub(crate) fn fold_char(c: char, emit: &mut impl FnMut(char)) {
    match c {
        _ if c.is_ascii() => emit(c.to_ascii_lowercase()),
        '\u{AC00}'..='\u{D7A3}' => emit(c),
        // Trademark signs decompose to letters, which would become part of the name they follow.
        '\u{2120}' | '\u{2122}' => emit(' '),
        '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
        _ => decompose_compatible(c, |part| {
            for lower in part.to_lowercase().filter(|&lower| !is_combining_mark(lower)) {
                match plain_letters(lower) {
                    Some(letters) => letters.chars().for_each(&mut *emit),
                    None => emit(lower),
                }
            }
        }),
    }
}

/// Letters that no decomposition reaches, as a keyboard without them writes them.
fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ł' => "l",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}

/// Grows the last character of `text` by the jamo `c` if the two make a Hangul syllable.
pub(crate) fn compose_last(text: &mut String, c: char) -> bool {
    if !('\u{1161}'..='\u{11C2}').contains(&c) {
        return false;
    }
    let Some(syllable) = text.chars().next_back().and_then(|last| compose(last, c)) else {
        return false;
    };
    text.pop();
    text.push(syllable);
    true
}
