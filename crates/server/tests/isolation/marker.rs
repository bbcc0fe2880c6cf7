//! Words that stand for secrets: each is there once in a world, so wherever one shows up it is known whose secret got out.

use std::collections::{BTreeSet, HashMap};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

/// What a word stands for, by its place in the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Secret {
    /// That an organisation is there: its name, handle and id.
    Name(usize),
    /// How it is reached, and what its support costs.
    Desk(usize),
    /// An offer with what everyone sees of it, customer support included.
    Offer(usize),
    /// What helps to sell it.
    Marketing(usize),
    /// Its contacts for sellers.
    Contacts(usize),
    Sale(usize),
    Split(usize),
    /// That two organisations deal, or dealt, with each other.
    Relation(usize),
    /// A person: name, address, handle and id.
    Person(usize),
    /// Where a person is signed in.
    Session(usize),
    Invitation(usize),
    Token(usize),
    Decision(usize),
    /// The lines of a seller's invoices.
    Invoice(usize),
}

/// The number of a secret among all of its world.
pub type Number = usize;

const BEGINNING: &str = "zqx";
const LETTERS: usize = 10;
const SPACE: u64 = 1 << (4 * LETTERS);
const HALF: usize = 2 * LETTERS;
/// Odd, so that each number has a word of its own, and words of neighbours are not alike.
const SPREAD: u64 = 0x9e_3779_b97f;
/// Numbers from here on are nobody's.
const MADE_UP: usize = 1 << 30;

/// The word of a number: letters alone, in no language, and far from every other word however words are compared.
pub fn word(number: Number) -> String {
    let first = (number as u64).wrapping_mul(SPREAD) % SPACE;
    let mut spread = (first ^ (first >> HALF)).wrapping_mul(SPREAD) % SPACE;
    let mut word = BEGINNING.to_owned();
    for _ in 0..LETTERS {
        word.push(char::from(b'a' + (spread % 16) as u8));
        spread /= 16;
    }
    word
}

/// A word that stands for nothing.
pub fn made_up(turn: usize) -> String {
    word(MADE_UP + turn)
}

fn number_of(letters: &[u8]) -> Option<Number> {
    let mut spread = 0_u64;
    for letter in letters.iter().rev() {
        let digit = letter.checked_sub(b'a').filter(|digit| *digit < 16)?;
        spread = spread * 16 + u64::from(digit);
    }
    let first = spread.wrapping_mul(inverse(SPREAD)) % SPACE;
    let number = (first ^ (first >> HALF)).wrapping_mul(inverse(SPREAD)) % SPACE;
    usize::try_from(number).ok()
}

/// What an odd number is to be multiplied by to give 1, modulo 2^64.
const fn inverse(odd: u64) -> u64 {
    let mut found = odd;
    let mut round = 0;
    while round < 6 {
        found = found.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(found)));
        round += 1;
    }
    found
}

/// All secrets of a world, and how they are known again.
#[derive(Default)]
pub struct Markers {
    pub secrets: Vec<Secret>,
    numbers: HashMap<Secret, Number>,
    ids: HashMap<Uuid, Number>,
}

impl Markers {
    /// Gives a secret its number.
    pub fn keep(&mut self, secret: Secret) -> Number {
        if let Some(known) = self.numbers.get(&secret) {
            return *known;
        }
        self.secrets.push(secret);
        let number = self.secrets.len() - 1;
        self.numbers.insert(secret, number);
        number
    }

    pub fn number(&self, secret: Secret) -> Number {
        self.numbers[&secret]
    }

    /// The word of a secret.
    pub fn word(&self, secret: Secret) -> String {
        word(self.number(secret))
    }

    /// An id that gives a secret away as its word does.
    pub fn keep_id(&mut self, id: Uuid, secret: Secret) {
        let number = self.keep(secret);
        self.ids.insert(id, number);
    }

    /// The id of a secret that has one.
    pub fn id(&self, number: Number) -> Option<Uuid> {
        let known = self.ids.iter().find(|(_, of)| **of == number);
        known.map(|(id, _)| *id)
    }

    /// The secrets that a text holds, by word or by id.
    pub fn found(&self, text: &str) -> BTreeSet<Number> {
        let mut found = BTreeSet::new();
        // What a search points out stands between marks, which may part a word.
        let bare = text
            .contains("<mark>")
            .then(|| text.replace("<mark>", "").replace("</mark>", ""));
        self.words(bare.as_deref().unwrap_or(text), &mut found);
        self.known_ids(text, &mut found);
        // Places in lists travel as base64 in the addresses of the next page.
        for place in after_each(text, '=', "after") {
            let is_of_place = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_".contains(byte);
            let place: Vec<u8> = place.bytes().take_while(is_of_place).collect();
            if let Ok(decoded) = URL_SAFE_NO_PAD.decode(place) {
                self.words(&String::from_utf8_lossy(&decoded), &mut found);
                for id in decoded.windows(16).filter_map(|id| Uuid::from_slice(id).ok()) {
                    found.extend(self.ids.get(&id));
                }
            }
        }
        found
    }

    fn words(&self, text: &str, found: &mut BTreeSet<Number>) {
        for first in [BEGINNING, &BEGINNING.to_uppercase()] {
            let (before, last) = first.split_at(BEGINNING.len() - 1);
            for rest in after_each(text, last.chars().next().unwrap_or('x'), before) {
                let letters = rest.as_bytes().get(..LETTERS).map(<[u8]>::to_ascii_lowercase);
                let number = letters.and_then(|letters| number_of(&letters));
                found.extend(number.filter(|number| *number < self.secrets.len()));
            }
        }
    }

    fn known_ids(&self, text: &str, found: &mut BTreeSet<Number>) {
        for (dash, _) in text.match_indices('-') {
            let id = dash.checked_sub(8).and_then(|from| text.get(from..from + 36));
            let id = id.filter(|id| [13, 18, 23].iter().all(|at| id.as_bytes()[*at] == b'-'));
            let id = id.and_then(|id| id.parse().ok());
            found.extend(id.and_then(|id: Uuid| self.ids.get(&id)));
        }
    }
}

/// What follows each occurrence of a letter that has this before it, in whatever case.
fn after_each<'t>(text: &'t str, last: char, before: &str) -> Vec<&'t str> {
    let hits = text.match_indices(last).filter(|(at, _)| {
        let from = at.checked_sub(before.len());
        let stands = from.and_then(|from| text.get(from..*at));
        stands.is_some_and(|stands| stands.eq_ignore_ascii_case(before))
    });
    hits.map(|(at, last)| &text[at + last.len()..]).collect()
}

#[test]
fn a_secret_is_found_however_it_is_dressed() {
    let mut markers = Markers::default();
    let id = Uuid::from_u128(0x0192_f3a4_5b6c_7d8e_9f10_1112_1314_1516);
    for place in 0..300 {
        markers.keep(Secret::Name(place));
    }
    markers.keep_id(id, Secret::Split(0));
    let word = markers.word(Secret::Name(217));
    let cursor = URL_SAFE_NO_PAD.encode(format!("[\"{word}\"]"));
    let in_bytes = URL_SAFE_NO_PAD.encode([&[1, 2, 3], &id.as_bytes()[..]].concat());
    for dressed in [
        format!("<b>{}</b>", word.to_uppercase()),
        format!("mailto:{word}@desk.example"),
        format!("<mark>{}</mark>{}", &word[..6], &word[6..]),
        format!("</offers?after={cursor}>; rel=\"next\""),
    ] {
        let found = markers.found(&dressed);
        assert_eq!(found, BTreeSet::from([217]), "{dressed}");
    }
    for dressed in [format!("/splits/{id}"), format!("?after={in_bytes}&x")] {
        let found = markers.found(&dressed);
        assert_eq!(found, BTreeSet::from([300]), "{dressed}");
    }
    assert!(markers.found(&made_up(7)).is_empty());
}
