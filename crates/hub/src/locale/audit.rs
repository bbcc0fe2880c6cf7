//! What is wrong with the locale files: entries that cannot be read, keys that stand twice, references to
//! nothing, and differences between the languages. The answers name file and line, which Fluent's own
//! syntax tree does not keep, so the files are read here by the outer shape of the format: an entry begins
//! in the first column, and everything that is not plain text stands in braces.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use firstline_domain::lang::Lang;
use fluent_bundle::FluentResource;

use super::sources;

/// Every key that can be asked for, as English has them.
pub fn keys() -> &'static BTreeSet<String> {
    static KEYS: OnceLock<BTreeSet<String>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let entries = entries(sources(Lang::En));
        entries
            .into_iter()
            .filter(|entry| !entry.is_term())
            .map(|entry| entry.key)
            .collect()
    })
}

/// Entries that cannot be read, keys that stand twice in a language, and references to keys or terms that
/// do not exist, each with file and line.
pub fn faults() -> Vec<(Lang, String)> {
    Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            faults_of(sources(lang).collect())
                .into_iter()
                .map(move |fault| (lang, fault))
        })
        .collect()
}

/// Keys that English has and another language lacks, keys that only another language has, and texts whose
/// variables differ from those of the English text.
pub fn missing() -> Vec<(Lang, String)> {
    let english = entries(sources(Lang::En));
    Lang::ALL
        .into_iter()
        .filter(|lang| *lang != Lang::En)
        .flat_map(|lang| {
            let differences = differences(&english, &entries(sources(lang)));
            differences.into_iter().map(move |difference| (lang, difference))
        })
        .collect()
}

/// A message, or a term when the key begins with a hyphen.
#[derive(Debug)]
struct Entry {
    key: String,
    place: String,
    body: String,
}

impl Entry {
    fn is_term(&self) -> bool {
        self.key.starts_with('-')
    }

    fn variables(&self) -> BTreeSet<&str> {
        let sigils = self.placeables().flat_map(|code| code.split('$').skip(1));
        sigils.map(leading_name).collect()
    }

    /// The messages and terms that the text is made of.
    fn references(&self) -> impl Iterator<Item = &str> {
        self.placeables().filter_map(|code| {
            let name = leading_name(code);
            let is_call = !name.starts_with('-') && code[name.len()..].starts_with('(');
            let is_number = name.starts_with(|first: char| first.is_ascii_digit());
            (!name.is_empty() && !is_call && !is_number).then_some(name)
        })
    }

    /// What each pair of braces begins with: all of a plain placeable, or the selector of one with variants.
    fn placeables(&self) -> impl Iterator<Item = &str> {
        self.body.split('{').skip(1).map(|rest| {
            let code = rest.split(['}', '"']).next().unwrap_or_default();
            code.split("->").next().unwrap_or_default().trim()
        })
    }
}

fn leading_name(text: &str) -> &str {
    let is_part = |part: char| part.is_ascii_alphanumeric() || part == '-' || part == '_';
    &text[..text.find(|part| !is_part(part)).unwrap_or(text.len())]
}

fn entries(sources: impl Iterator<Item = (String, String)>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (path, source) in sources {
        let mut open = false;
        for (index, line) in source.lines().enumerate() {
            if let Some((key, body)) = opening(line) {
                let place = format!("{path}:{}", index + 1);
                entries.push(Entry {
                    key: key.to_owned(),
                    place,
                    body: body.to_owned(),
                });
                open = true;
            } else if line.starts_with('#') {
                open = false;
            } else if open && let Some(entry) = entries.last_mut() {
                entry.body.push('\n');
                entry.body.push_str(line);
            }
        }
    }
    entries
}

/// The key and the first line of a text, where a line begins an entry.
fn opening(line: &str) -> Option<(&str, &str)> {
    let (key, body) = line.split_once('=')?;
    let name = key.trim_end();
    let bare = name.strip_prefix('-').unwrap_or(name);
    let is_key = bare.starts_with(|first: char| first.is_ascii_alphabetic()) && leading_name(bare) == bare;
    is_key.then_some((name, body))
}

fn faults_of(sources: Vec<(String, String)>) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, source) in &sources {
        if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
            faults.extend(errors.iter().map(|error| {
                // The parser stumbles after the fault; the entry that it gives up is where to look.
                let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
                let line = source.as_bytes()[..start.min(source.len())]
                    .split(|byte| *byte == b'\n')
                    .count();
                format!("{path}:{line}: {error}")
            }));
        }
    }
    let entries = entries(sources.into_iter());
    let mut places: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in &entries {
        if let Some(first) = places.insert(&entry.key, &entry.place) {
            faults.push(format!(
                "{}: {} stands already at {first}",
                entry.place, entry.key
            ));
        }
    }
    for entry in &entries {
        let unknown = entry.references().filter(|name| !places.contains_key(name));
        faults.extend(unknown.map(|name| {
            format!(
                "{}: {} refers to {name}, which does not exist",
                entry.place, entry.key
            )
        }));
    }
    faults
}

fn differences(english: &[Entry], other: &[Entry]) -> Vec<String> {
    let (english, other) = (messages(english), messages(other));
    let mut differences = Vec::new();
    for (key, original) in &english {
        match other.get(key) {
            None => differences.push(format!("{key} is absent; English has it at {}", original.place)),
            Some(entry) if entry.variables() != original.variables() => {
                let (here, there) = (entry.variables(), original.variables());
                let place = &entry.place;
                differences.push(format!(
                    "{place}: {key} has the variables {here:?}, English has {there:?}"
                ));
            }
            Some(_) => {}
        }
    }
    let only_here = other.iter().filter(|(key, _)| !english.contains_key(*key));
    differences.extend(only_here.map(|(key, entry)| format!("{}: English has no {key}", entry.place)));
    differences
}

fn messages(entries: &[Entry]) -> BTreeMap<&str, &Entry> {
    let messages = entries.iter().filter(|entry| !entry.is_term());
    messages.map(|entry| (entry.key.as_str(), entry)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, content: &str) -> Vec<(String, String)> {
        vec![(path.to_owned(), content.to_owned())]
    }

    #[test]
    fn faults_name_file_and_line() {
        let content =
            "a = One\nb = { $x\n\nc = { -brand } of { a }\n\na = Two\nd = { NUMBER($x) } { 5 } { \"{\" }\n";
        let faults = faults_of(source("en/x.ftl", content));
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].starts_with("en/x.ftl:2: "), "{faults:?}");
        assert_eq!(faults[1], "en/x.ftl:6: a stands already at en/x.ftl:1");
        assert_eq!(faults[2], "en/x.ftl:4: c refers to -brand, which does not exist");
    }

    #[test]
    fn differences_name_what_each_side_lacks() {
        let english = entries(
            source(
                "en/x.ftl",
                "a = { $x }\nb = Hello\nc = { $n ->\n    [one] { $n } by { $who }\n   *[other] none\n}\n",
            )
            .into_iter(),
        );
        let turkish = entries(
            source(
                "tr/x.ftl",
                "a = { $y }\nc = { $who }: { NUMBER($n) }\ne = Fazla\n-t = Terim\n",
            )
            .into_iter(),
        );
        assert_eq!(
            differences(&english, &turkish),
            [
                "tr/x.ftl:1: a has the variables {\"y\"}, English has {\"x\"}",
                "b is absent; English has it at en/x.ftl:2",
                "tr/x.ftl:3: English has no e",
            ]
        );
    }
}
