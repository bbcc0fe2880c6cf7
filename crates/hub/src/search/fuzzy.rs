//! Words within a few typing mistakes of a word, as an automaton that walks the term dictionary.
//!
//! A mistake is a letter too many, one missing, one wrong, or two neighbours swapped. The automaton follows
//! all ways to spell the word at once, one bit per position (Wu and Manber, with swaps), so it costs nothing
//! to set up and a few machine instructions per letter; a table-driven automaton takes longer to build than a
//! whole query may last.

use fst::Automaton;

/// The most mistakes a word may have.
pub(super) const TYPOS_MAX: usize = 2;

/// How many mistakes a word of `chars` letters may have.
pub(super) fn typos_allowed(chars: usize) -> usize {
    match chars {
        0..=3 => 0,
        4..=7 => 1,
        _ => TYPOS_MAX,
    }
}

/// Accepts the words that differ from `pattern` by at most `typos` mistakes, or begin with such a word.
pub(super) struct Misspelt {
    pattern: Vec<char>,
    ascii: [u64; 128],
    typos: usize,
    as_prefix: bool,
}

/// Where the automaton stands after some bytes of a word.
#[derive(Clone)]
pub(super) struct Standing {
    /// Per number of mistakes, the positions of the pattern that can have been reached.
    reached: [u64; TYPOS_MAX + 1],
    /// Per number of mistakes made before, the positions where the second of two swapped letters was just
    /// read.
    swapping: [u64; TYPOS_MAX],
    /// The bits so far of a character of several bytes, and how many bytes are still to come.
    code: u32,
    bytes_missing: u8,
    /// Fewest mistakes with which the pattern was complete after some beginning of the word.
    complete: Option<u8>,
}

impl Misspelt {
    /// An automaton for `pattern`, or `None` if it is longer than the automaton can follow (63 letters).
    pub(super) fn new(pattern: &str, typos: usize, as_prefix: bool) -> Option<Self> {
        let pattern: Vec<char> = pattern.chars().collect();
        if pattern.len() > 63 {
            return None;
        }
        let mut ascii = [0; 128];
        for (position, &c) in pattern.iter().enumerate() {
            if let Some(mask) = ascii.get_mut(c as usize) {
                *mask |= 1 << position;
            }
        }
        Some(Self {
            pattern,
            ascii,
            typos: typos.min(TYPOS_MAX),
            as_prefix,
        })
    }

    /// The mistakes in `word`, if they are few enough.
    pub(super) fn typos_in(&self, word: &str) -> Option<usize> {
        let end = word
            .bytes()
            .fold(self.start(), |standing, byte| self.accept(&standing, byte));
        self.typos(&end)
    }

    /// The mistakes made on the way to `standing`, if it is an accepted one.
    pub(super) fn typos(&self, standing: &Standing) -> Option<usize> {
        if standing.bytes_missing > 0 {
            return None;
        }
        if self.as_prefix {
            standing.complete.map(usize::from)
        } else {
            self.typos_at_end(&standing.reached)
        }
    }

    fn typos_at_end(&self, reached: &[u64; TYPOS_MAX + 1]) -> Option<usize> {
        (0..=self.typos).find(|&typos| reached[typos] >> self.pattern.len() & 1 == 1)
    }

    fn positions_of(&self, c: u32) -> u64 {
        match self.ascii.get(c as usize) {
            Some(&mask) => mask,
            None => (self.pattern.iter().enumerate()).fold(0, |mask, (position, &own)| {
                mask | u64::from(u32::from(own) == c) << position
            }),
        }
    }

    fn read(&self, from: &Standing, c: u32) -> Standing {
        let here = self.positions_of(c);
        let within = u64::MAX >> (63 - self.pattern.len());
        let mut to = Standing {
            reached: [0; 3],
            swapping: [0; 2],
            code: 0,
            bytes_missing: 0,
            complete: from.complete,
        };
        to.reached[0] = (from.reached[0] & here) << 1;
        for typos in 1..=self.typos {
            let fewer = from.reached[typos - 1];
            let right = (from.reached[typos] & here) << 1;
            let (extra, wrong, missing) = (fewer, fewer << 1, to.reached[typos - 1] << 1);
            let swapped = (from.swapping[typos - 1] & here) << 2;
            to.reached[typos] = (right | extra | wrong | missing | swapped) & within;
            to.swapping[typos - 1] = fewer & here >> 1;
        }
        if self.as_prefix
            && let Some(typos) = self.typos_at_end(&to.reached)
        {
            let typos = u8::try_from(typos).unwrap_or(u8::MAX);
            to.complete = Some(to.complete.map_or(typos, |before| before.min(typos)));
        }
        to
    }
}

impl Automaton for Misspelt {
    type State = Standing;

    fn start(&self) -> Standing {
        Standing {
            reached: [0b1, 0b11, 0b111],
            swapping: [0; 2],
            code: 0,
            bytes_missing: 0,
            complete: None,
        }
    }

    fn is_match(&self, standing: &Standing) -> bool {
        self.typos(standing).is_some()
    }

    fn can_match(&self, standing: &Standing) -> bool {
        standing.reached[self.typos] != 0 || (self.as_prefix && standing.complete.is_some())
    }

    fn accept(&self, standing: &Standing, byte: u8) -> Standing {
        let (code, bytes_missing) = match byte {
            0..0x80 => return self.read(standing, u32::from(byte)),
            0x80..0xC0 => (
                standing.code << 6 | u32::from(byte & 0x3F),
                standing.bytes_missing.saturating_sub(1),
            ),
            0xC0..0xE0 => (u32::from(byte & 0x1F), 1),
            0xE0..0xF0 => (u32::from(byte & 0x0F), 2),
            0xF0.. => (u32::from(byte & 0x07), 3),
        };
        if bytes_missing == 0 {
            self.read(standing, code)
        } else {
            Standing {
                code,
                bytes_missing,
                ..standing.clone()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_counted_as_a_typist_would() {
        let cases = [
            ("crowdstrike", "crowdstrike", Some(0)),
            ("crowdstrike", "crowdstrik", Some(1)),
            ("crowdstrike", "crowdstirke", Some(1)),
            ("crowdstrike", "corwdstirke", Some(2)),
            ("crowdstrike", "krowdztrike", Some(2)),
            ("crowdstrike", "crrowdstrikee", Some(2)),
            ("crowdstrike", "krowdztriqe", None),
            ("σύννεφο", "σύνεφο", Some(1)),
            ("", "ab", Some(2)),
        ];
        for (pattern, word, typos) in cases {
            assert_eq!(
                Misspelt::new(pattern, 2, false).and_then(|a| a.typos_in(word)),
                typos,
                "{pattern} {word}"
            );
        }
    }

    #[test]
    fn a_word_may_go_on_after_the_mistake() {
        let begun = Misspelt::new("crwod", 1, true).expect("short");
        assert_eq!(begun.typos_in("crowdstrike"), Some(1));
        assert_eq!(begun.typos_in("cloud"), None);
        assert!(
            Misspelt::new(&"a".repeat(63), 2, true).is_some_and(|a| a.typos_in(&"a".repeat(62)) == Some(1))
        );
        assert!(Misspelt::new(&"a".repeat(64), 2, true).is_none());
    }
}
