//! The order of names in a list, by the collation rules of the language (CLDR). Digits inside a name count
//! as a number, so that "Plan 2" stands before "Plan 10".

use std::cmp::Ordering;
use std::sync::OnceLock;

use firstline_domain::lang::Lang;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use super::number::conventions;

/// The collator of a language, or that of the root of all languages for lists that everyone shares.
///
/// # Panics
/// Never: the rules of every language asked for here are part of the binary, as the tests prove.
pub fn collator(lang: Option<Lang>) -> &'static CollatorBorrowed<'static> {
    const COUNT: usize = Lang::ALL.len() + 1;
    static COLLATORS: [OnceLock<CollatorBorrowed<'static>>; COUNT] = [const { OnceLock::new() }; COUNT];
    COLLATORS[lang.map_or(Lang::ALL.len(), |lang| lang as usize)].get_or_init(|| {
        let mut preferences = match lang {
            Some(lang) => CollatorPreferences::from(&conventions(lang)),
            None => CollatorPreferences::default(),
        };
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Collator::try_new(preferences, CollatorOptions::default())
            .expect("compiled data holds the collation of each language")
    })
}

/// Which of two names stands first in a list read in this language.
pub fn compare(lang: Lang, left: &str, right: &str) -> Ordering {
    collator(Some(lang)).compare(left, right)
}

/// Bytes that sort as the names do, for an order kept in a database. They hold as long as the collation data
/// stays the same: an upgrade of it means writing stored keys anew.
pub fn sort_key(lang: Option<Lang>, name: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len() * 2 + 8);
    let Ok(()) = collator(lang).write_sort_key_to(name, &mut key);
    key
}
