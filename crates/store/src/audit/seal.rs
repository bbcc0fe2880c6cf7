//! Words about people in a line of the log: the chain holds a seal of each, and the word stands beside it until its person is
//! forgotten. A seal is a hash of the word and a salt; without the salt, which goes with the word, nobody can tell what it was.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// What a seal begins with. Whatever else begins so is sealed too, so that nothing passes for a seal that is none.
const MARK: char = '~';
const HEX_CHARS: usize = 32;

/// The names under which a detail speaks of people.
const PERSONAL: [&str; 13] = [
    "account",
    "address",
    "display_name",
    "email",
    "emails",
    "family_name",
    "given_name",
    "handle",
    "name",
    "person",
    "phone",
    "recipient",
    "user_name",
];

/// A word that stands behind a seal, with what it takes to check that it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    pub salt: String,
    pub text: String,
}

/// The words of one line, by their seals.
pub type Words = BTreeMap<String, Word>;

/// Whether a text is the seal of a word, known or forgotten.
pub fn is_seal(text: &str) -> bool {
    text.strip_prefix(MARK)
        .is_some_and(|hex| hex.len() == HEX_CHARS && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn seal_of(salt: &str, text: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(salt.as_bytes()).update(text.as_bytes());
    format!("{MARK}{}", &hasher.finalize().to_hex()[..HEX_CHARS])
}

impl Word {
    /// Whether this is the word that was sealed so.
    pub fn fits(&self, seal: &str) -> bool {
        seal_of(&self.salt, &self.text) == seal
    }
}

/// Seals the words of one line, each with a salt of its own: the others must not give away one that is forgotten.
pub struct Sealer<'s> {
    secret: &'s [u8; 32],
    pub words: Words,
}

impl<'s> Sealer<'s> {
    pub fn new(secret: &'s [u8; 32]) -> Self {
        Sealer {
            secret,
            words: Words::new(),
        }
    }

    pub fn seal(&mut self, text: &str) -> String {
        let number = self.words.len() as u64;
        let salt = blake3::keyed_hash(self.secret, &number.to_le_bytes());
        let salt = salt.to_hex()[..HEX_CHARS].to_owned();
        let seal = seal_of(&salt, text);
        let text = text.to_owned();
        self.words.insert(seal.clone(), Word { salt, text });
        seal
    }

    /// What an act was done to: the id of it, or whatever else it goes by, sealed.
    pub fn object(&mut self, object: &str) -> String {
        if object.is_empty() || Uuid::parse_str(object).is_ok() {
            object.to_owned()
        } else {
            self.seal(object)
        }
    }

    /// A detail with its words about people sealed.
    pub fn detail(&mut self, detail: &Value) -> Value {
        self.within(detail, false)
    }

    fn within(&mut self, value: &Value, personal: bool) -> Value {
        match value {
            Value::String(text) if personal && !text.is_empty() || text.starts_with(MARK) => {
                Value::String(self.seal(text))
            }
            Value::Array(items) => items.iter().map(|item| self.within(item, personal)).collect(),
            Value::Object(fields) => fields
                .iter()
                .map(|(key, value)| {
                    let personal = personal || PERSONAL.contains(&key.as_str());
                    (key.clone(), self.within(value, personal))
                })
                .collect(),
            other => other.clone(),
        }
    }
}

/// A detail with the words that are known in the place of their seals.
pub fn opened(detail: &mut Value, words: &Words) {
    match detail {
        Value::String(text) => {
            if let Some(word) = words.get(text.as_str()) {
                text.clone_from(&word.text);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| opened(item, words)),
        Value::Object(fields) => fields.values_mut().for_each(|value| opened(value, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_about_people_are_sealed_and_open_again() {
        let detail = json!({
            "before": { "contacts": [{ "email": "elif@pinar.example", "url": "https://pinar.example", "name": null }] },
            "roles": ["owner"],
            "emails": ["a@pinar.example", ""],
            "note": "~looks like a seal",
            "count": 3,
        });
        let mut sealer = Sealer::new(&[7; 32]);
        let sealed = sealer.detail(&detail);
        let text = sealed.to_string();
        for word in ["elif@", "a@pinar", "looks like"] {
            assert!(!text.contains(word), "{text}");
        }
        assert!(
            text.contains("https://pinar.example") && text.contains("owner"),
            "{text}"
        );
        assert_eq!(sealer.words.len(), 3);
        assert!(
            sealer
                .words
                .iter()
                .all(|(seal, word)| is_seal(seal) && word.fits(seal))
        );

        let mut known = sealed.clone();
        opened(&mut known, &sealer.words);
        assert_eq!(known, detail);

        let mut forgotten = sealed;
        opened(&mut forgotten, &Words::new());
        assert!(is_seal(forgotten["note"].as_str().unwrap()));
        assert!(!is_seal("~looks like a seal"));
    }

    #[test]
    fn equal_words_have_unequal_seals() {
        let mut sealer = Sealer::new(&[7; 32]);
        assert_ne!(sealer.seal("Elif"), sealer.seal("Elif"));
        let other = Sealer::new(&[8; 32]).seal("Elif");
        assert!(!sealer.words.contains_key(&other));
    }
}
