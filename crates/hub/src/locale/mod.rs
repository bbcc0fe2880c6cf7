//! The language layer: every text a person reads, in the four languages of the hub, and the numbers,
//! dates, names and order that belong to each of them.
//!
//! Texts stand in `locales/<lang>/*.ftl` (Fluent) and are compiled into the binary. A language is
//! parsed when its first text is asked for, and kept. What this layer promises:
//!
//! - It never fails. A key that a language lacks is answered in English; a key that English lacks too
//!   comes back as `⟦key⟧` with a warning in the log.
//! - A number put into a text is printed by the language's rules and still chooses its plural form.
//!   Years, case numbers and codes are therefore passed as text.
//! - Nothing is escaped and no isolation mark is added: what goes into HTML is escaped by the template.
//!
//! [`faults`] and [`missing`] say what is wrong with the files themselves; both are empty on a sound build.

mod audit;
mod names;
mod negotiate;
mod number;
mod order;
mod time;

use std::borrow::Cow;
use std::sync::OnceLock;

use firstline_domain::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

pub use audit::{faults, keys, missing};
pub use names::{Joint, capital, countries, country_name, language_name, languages, list, lower, upper};
pub use negotiate::negotiate;
pub use number::{decimal, minor_digits, money, number, percent};
pub use order::{collator, compare, sort_key};
pub use time::{
    Width, date, date_time, duration_minutes, relative, time, weekday_name, weekday_names, zone_name,
};

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

type Bundle = FluentBundle<FluentResource>;

/// The values that a text's variables stand for.
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value: text as it is, a number to be printed by the language's rules.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<FluentValue<'a>>) -> Self {
        self.0.set(name, value);
        self
    }
}

/// A text with its variables: `t!(lang, "case-count", count = 3, publisher = &name)`.
#[macro_export]
macro_rules! t {
    ($lang:expr, $key:expr $(,)?) => {
        $crate::locale::text($lang, $key)
    };
    ($lang:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::locale::format(
            $lang,
            $key,
            &$crate::locale::Args::new()$(.set(stringify!($name), $value))+,
        )
    };
}

/// The text of a key that has no variables.
pub fn text(lang: Lang, key: &str) -> Cow<'static, str> {
    resolve(lang, key, None).unwrap_or_else(|| unknown(key))
}

/// The text of a key with its variables filled in.
pub fn format(lang: Lang, key: &str, args: &Args<'_>) -> String {
    resolve(lang, key, Some(&args.0))
        .unwrap_or_else(|| unknown(key))
        .into_owned()
}

/// The text of a key that may well not exist, as the name of a country among all codes there are.
pub fn find(lang: Lang, key: &str) -> Option<Cow<'static, str>> {
    resolve(lang, key, None)
}

/// Whether there is a text for a key, whatever has to be filled in.
pub fn exists(lang: Lang, key: &str) -> bool {
    bundle(lang).has_message(key) || bundle(Lang::En).has_message(key)
}

fn unknown(key: &str) -> Cow<'static, str> {
    tracing::warn!(key, "no text for this key in any language");
    Cow::Owned(format!("⟦{key}⟧"))
}

fn resolve(lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
    resolve_in(bundle(lang), key, args).or_else(|| match lang {
        Lang::En => None,
        _ => resolve_in(bundle(Lang::En), key, args),
    })
}

fn resolve_in(
    bundle: &'static Bundle,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<Cow<'static, str>> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    // Borrowed when the pattern is plain text; only then may it outlive the arguments.
    let text = match args {
        None => bundle.format_pattern(pattern, None, &mut errors),
        Some(args) => Cow::Owned(
            bundle
                .format_pattern(pattern, Some(args), &mut errors)
                .into_owned(),
        ),
    };
    warn_of(key, &errors);
    Some(text)
}

fn warn_of(key: &str, errors: &[FluentError]) {
    for error in errors {
        tracing::warn!(key, %error, "a text could not be filled in completely");
    }
}

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    BUNDLES[lang as usize].get_or_init(|| build(lang, sources(lang)))
}

/// The Fluent files of a language: path below `locales/` and content, in the order of their paths.
fn sources(lang: Lang) -> impl Iterator<Item = (String, String)> {
    let folder = format!("{}/", lang.tag());
    Files::iter()
        .filter(move |path| path.starts_with(&folder) && path.ends_with(".ftl"))
        .filter_map(|path| {
            let content = Files::get(&path)?.data;
            Some((path.into_owned(), String::from_utf8_lossy(&content).into_owned()))
        })
}

/// Takes what is sound of each file and logs the rest; [`faults`] names it with file and line.
fn build(lang: Lang, sources: impl Iterator<Item = (String, String)>) -> Bundle {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| number::in_text(Lang::En, value),
        Lang::Tr => |value, _| number::in_text(Lang::Tr, value),
        Lang::Ko => |value, _| number::in_text(Lang::Ko, value),
        Lang::Es => |value, _| number::in_text(Lang::Es, value),
    }));
    if let Err(error) = bundle.add_builtins() {
        tracing::warn!(%lang, %error, "the functions of Fluent could not be added");
    }
    for (path, source) in sources {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(rest, errors)| {
            tracing::warn!(
                path,
                errors = errors.len(),
                "a locale file has entries that cannot be read"
            );
            rest
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::warn!(
                path,
                errors = errors.len(),
                "a locale file repeats keys of another"
            );
        }
    }
    bundle
}

#[cfg(test)]
mod tests;
