//! Names of languages and countries, lists of words, and capitals.

use std::borrow::Cow;

use firstline_domain::lang::Lang;

use super::{compare, find, keys};

/// The name of a language by its BCP 47 tag, with the country where the tag has one; the tag itself where
/// the language has no name here.
pub fn language_name(lang: Lang, tag: &str) -> Cow<'static, str> {
    let mut subtags = tag.split(['-', '_']);
    let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
    let Some(language) = find(lang, &format!("language-{primary}")) else {
        return Cow::Owned(tag.to_owned());
    };
    let country = subtags
        .find(|subtag| subtag.len() == 2)
        .and_then(|code| find(lang, &format!("country-{}", code.to_ascii_uppercase())));
    match country {
        Some(country) => Cow::Owned(crate::t!(
            lang,
            "language-in-country",
            language = language,
            country = country
        )),
        None => language,
    }
}

/// The name of a country by its ISO 3166-1 code; the code itself where the country has no name here.
pub fn country_name(lang: Lang, code: &str) -> Cow<'static, str> {
    find(lang, &format!("country-{}", code.to_ascii_uppercase()))
        .unwrap_or_else(|| Cow::Owned(code.to_owned()))
}

/// Code and name of the countries to choose from, in the order of the language.
pub fn countries(lang: Lang) -> Vec<(&'static str, Cow<'static, str>)> {
    named(lang, "country-", |code| code.len() == 2)
}

/// Tag and name of the languages to choose from, in the order of the language.
pub fn languages(lang: Lang) -> Vec<(&'static str, Cow<'static, str>)> {
    named(lang, "language-", |tag| (2..=3).contains(&tag.len()))
}

fn named(lang: Lang, prefix: &str, is_code: fn(&str) -> bool) -> Vec<(&'static str, Cow<'static, str>)> {
    let codes = keys()
        .iter()
        .filter_map(|key| key.strip_prefix(prefix))
        .filter(|code| is_code(code));
    let mut names: Vec<_> = codes
        .filter_map(|code| Some((code, find(lang, &format!("{prefix}{code}"))?)))
        .collect();
    names.sort_by(|(_, left), (_, right)| compare(lang, left, right));
    names
}

/// How the last two items of a list are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    And,
    Or,
}

/// Joins words to "A, B and C".
pub fn list(lang: Lang, items: &[impl AsRef<str>], joint: Joint) -> String {
    let Some((last, rest)) = items.split_last() else {
        return String::new();
    };
    let last = last.as_ref();
    let Some((first, middle)) = rest.split_first() else {
        return last.to_owned();
    };
    let head = middle.iter().fold(first.as_ref().to_owned(), |head, next| {
        crate::t!(lang, "list-comma", head = head, next = next.as_ref())
    });
    let key = match (joint, begins_with_sound_of(joint, last)) {
        (Joint::And, false) => "list-and",
        (Joint::And, true) => "list-and-shifted",
        (Joint::Or, false) => "list-or",
        (Joint::Or, true) => "list-or-shifted",
    };
    crate::t!(lang, key, head = head, last = last)
}

/// Whether a Spanish word begins with the sound of *y* or *o*, before which these become *e* and *u*. The other
/// languages have the same text for both.
fn begins_with_sound_of(joint: Joint, word: &str) -> bool {
    let word = word.to_lowercase();
    let is_before_vowel = |rest: &str| rest.starts_with(['a', 'e', 'o', 'á', 'é', 'ó', 'u']);
    let sounding = word.strip_prefix('h').unwrap_or(&word);
    match joint {
        // Before a glide as in "hielo" the conjunction stays.
        Joint::And => sounding
            .strip_prefix(['i', 'í'])
            .is_some_and(|rest| !is_before_vowel(rest)),
        Joint::Or => sounding.starts_with(['o', 'ó', '8']) || word == "11",
    }
}

/// A text in capitals: in Turkish the dotted and the dotless i each have their own.
pub fn upper(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Tr => text.replace('i', "İ").to_uppercase(),
        _ => text.to_uppercase(),
    }
}

/// A text that begins with a capital.
pub fn capital(lang: Lang, text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        upper(lang, first.encode_utf8(&mut [0; 4])) + chars.as_str()
    })
}

/// A text in small letters: in Turkish the dotted and the dotless I each have their own.
pub fn lower(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Tr => text
            .replace("I\u{307}", "i")
            .replace('İ', "i")
            .replace('I', "ı")
            .to_lowercase(),
        _ => text.to_lowercase(),
    }
}
