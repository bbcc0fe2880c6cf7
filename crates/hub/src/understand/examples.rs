//! Examples of questions, as people wrote them down for the model to learn from.

use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use serde::Deserialize;

/// A question with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub lang: Lang,
    pub topic: String,
    pub text: String,
    pub asker: PartyKind,
    /// What it is about besides.
    pub also: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
    asker: PartyKind,
    #[serde(default)]
    also: Vec<String>,
}

/// A line that is no example.
#[derive(Debug, thiserror::Error)]
#[error("line {line} is no example")]
pub struct NoExample {
    pub line: usize,
    #[source]
    source: serde_json::Error,
}

/// Reads the lines of one file, all of one language and topic.
///
/// # Errors
/// Names the first line that is no example.
pub fn read_examples(lang: Lang, topic: &str, lines: &str) -> Result<Vec<Example>, NoExample> {
    lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            let Line { text, asker, also } =
                serde_json::from_str(line).map_err(|source| NoExample { line: at + 1, source })?;
            Ok(Example {
                lang,
                topic: topic.to_owned(),
                text,
                asker,
                also,
            })
        })
        .collect()
}

/// Whether a question is kept apart for measuring and never trained on: one in five, by its text alone, so that it stays
/// apart whatever is added.
pub fn is_held_out(text: &str) -> bool {
    let mut hash = text.trim().bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^= hash >> 32;
    hash.is_multiple_of(5)
}

/// A name for a set of examples that changes when any of them does.
pub fn digest(examples: &[Example]) -> String {
    let mut sum = blake3::Hasher::new();
    for example in examples {
        for part in [
            example.lang.tag(),
            &example.topic,
            example.asker.as_str(),
            &example.also.join(","),
            &example.text,
        ] {
            sum.update(&(part.len() as u64).to_le_bytes());
            sum.update(part.as_bytes());
        }
    }
    sum.finalize().to_hex()[..16].to_owned()
}
