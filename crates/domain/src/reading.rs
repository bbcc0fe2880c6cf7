//! Reading across languages: every text says which language it is in and how it came to be in it, and which texts may be
//! handed to a service that translates.
//!
//! What a publisher wrote for a reader's language is shown as it is; what a machine put into it is marked as that, with the
//! original beside it. A name stays as it was given, whatever the language.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::lang::Lang;
use crate::offer::{Listing, Offer, OfferState, Resource};
use crate::party::PartyKind;
use crate::wire::wire_enum;

/// The longest text that is translated, in characters. Listings break at empty lines, so this is a paragraph.
pub const PUBLIC_CHARS_MAX: usize = 10_000;
/// Most texts of one offer that are translated.
pub const PUBLIC_TEXTS_MAX: usize = 400;

/// How a text came to be in its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Somebody wrote it so.
    Written,
    MachineTranslated(Machine),
}

/// Which machine translated a text, from which language (a BCP 47 tag), and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Machine {
    pub from: String,
    /// The name of the service's host.
    pub by: String,
    pub at: Timestamp,
}

/// A text, the language it is in (a BCP 47 tag), and how it came to be in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<T = String> {
    pub lang: String,
    pub origin: Origin,
    pub text: T,
}

impl<T> Text<T> {
    fn written(lang: &str, text: T) -> Self {
        Text {
            lang: lang.to_owned(),
            origin: Origin::Written,
            text,
        }
    }

    /// The machine that translated it, where one did.
    pub fn machine(&self) -> Option<&Machine> {
        match &self.origin {
            Origin::Written => None,
            Origin::MachineTranslated(machine) => Some(machine),
        }
    }
}

/// What a listing says beneath the offer's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    pub summary: String,
    pub paragraphs: Vec<String>,
}

impl Body {
    fn of(listing: &Listing) -> Self {
        Body {
            summary: listing.summary.clone(),
            paragraphs: paragraphs(&listing.description).map(str::to_owned).collect(),
        }
    }

    /// As one plain text, with empty lines between the paragraphs.
    pub fn description(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.summary)
            .chain(&self.paragraphs)
            .filter(|text| !text.is_empty())
    }
}

fn paragraphs(description: &str) -> impl Iterator<Item = &str> {
    description
        .split("\n\n")
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

/// A text that everyone sees who sees the offer it is of, with the language it was written in. A translation service is given
/// nothing else, and there is no way to make one but [`Offer::public_texts`]: no note, no question, no draft and no document
/// that is for sellers alone becomes one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Public {
    lang: String,
    text: String,
}

impl Public {
    /// The BCP 47 tag of its language.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    fn of(lang: &str, text: &str) -> Option<Self> {
        let fits = text.chars().count() <= PUBLIC_CHARS_MAX;
        (fits && text.chars().any(char::is_alphabetic)).then(|| Public {
            lang: lang.to_owned(),
            text: text.to_owned(),
        })
    }
}

/// What a machine made of a public text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    pub text: String,
    pub by: String,
    pub at: Timestamp,
}

wire_enum! {
    /// Why a service translated nothing.
    pub enum Failure("failure") {
        /// The hub may not ask at this address.
        Closed = "closed",
        Unreachable = "unreachable",
        Slow = "slow",
        /// It answered more than belongs to what was asked.
        Large = "large",
        /// It answers, but not as the interface says.
        Strange = "strange",
        /// It wants a key, or another one.
        Key = "key",
        /// It wants to be asked less.
        Busy = "busy",
        /// It says that it is broken.
        Broken = "broken",
        /// It does not translate this.
        Refused = "refused",
    }
}

impl Failure {
    /// Whether it is about the text that was sent, so that asking again is in vain.
    pub const fn is_final(self) -> bool {
        matches!(self, Failure::Refused)
    }
}

/// What of an offer one reader reads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Absent where the offer has no listing at all.
    pub listing: Option<Text<Body>>,
    /// As its publisher wrote it, where the listing is a machine's.
    pub original: Option<Text<Body>>,
    /// The title of each resource of the offer, in their order; absent where its language is not said.
    pub titles: Vec<Option<Text>>,
    /// What would have to be translated before all of it is in the reader's language.
    pub missing: Vec<Public>,
}

impl Reading {
    /// The same as it was written: what a reader who wants the original is shown.
    #[must_use]
    pub fn originals(self, offer: &Offer) -> Self {
        Reading {
            listing: self.original.or(self.listing),
            original: None,
            titles: offer.resources.iter().map(title).collect(),
            missing: self.missing,
        }
    }
}

fn speaks(lang: Lang, tag: &str) -> bool {
    tag.parse() == Ok(lang)
}

/// The title of a resource as it was written.
fn title(resource: &Resource) -> Option<Text> {
    let lang = resource.lang?;
    Some(Text::written(lang.tag(), resource.title.trim().to_owned()))
}

impl Offer {
    /// What everyone sees of it and a reader of this language cannot read: of a draft nothing.
    pub fn public_texts(&self, reader: Lang) -> Vec<Public> {
        if self.state == OfferState::Draft {
            return Vec::new();
        }
        let mut texts = Vec::new();
        if let Some((tag, listing)) = self.listing(reader).filter(|(tag, _)| !speaks(reader, tag)) {
            let body = Body::of(listing);
            texts.extend(body.texts().filter_map(|text| Public::of(tag, text)));
        }
        let for_everyone = |resource: &&Resource| resource.kind.visible_to(PartyKind::Customer);
        for resource in self.resources.iter().filter(for_everyone) {
            let lang = resource.lang.filter(|lang| *lang != reader);
            texts.extend(lang.and_then(|lang| Public::of(lang.tag(), resource.title.trim())));
        }
        let mut seen = BTreeSet::new();
        texts.retain(|text| seen.insert(text.clone()));
        texts.truncate(PUBLIC_TEXTS_MAX);
        texts
    }

    /// What a reader of this language reads of it, with what machines made of its public texts. A listing is a machine's as a
    /// whole or not at all: half of it in another language would read as neither.
    pub fn reading(&self, reader: Lang, made: impl Fn(&Public) -> Option<Translated>) -> Reading {
        let public = self.public_texts(reader);
        let made_of = |lang: &str, text: &str| {
            let public = public
                .iter()
                .find(|public| public.lang == lang && public.text == text);
            made(public?)
        };
        let original = self
            .listing(reader)
            .map(|(tag, listing)| Text::written(tag, Body::of(listing)));
        let translated = original
            .as_ref()
            .filter(|original| !speaks(reader, &original.lang))
            .and_then(|original| translated_body(reader, original, made_of));
        let titles = self.resources.iter().map(|resource| {
            let written = title(resource)?;
            let translated = made_of(&written.lang, &written.text);
            Some(match translated {
                Some(translated) => Text {
                    origin: Origin::MachineTranslated(Machine {
                        from: written.lang,
                        by: translated.by,
                        at: translated.at,
                    }),
                    lang: reader.tag().to_owned(),
                    text: translated.text,
                },
                None => written,
            })
        });
        let titles = titles.collect();
        let missing = public
            .iter()
            .filter(|public| made(public).is_none())
            .cloned()
            .collect();
        match translated {
            Some(translated) => Reading {
                listing: Some(translated),
                original,
                titles,
                missing,
            },
            None => Reading {
                listing: original,
                original: None,
                titles,
                missing,
            },
        }
    }
}

/// A listing put together from what a machine made of each of its texts; nothing where one of them is lacking.
fn translated_body(
    reader: Lang,
    original: &Text<Body>,
    made_of: impl Fn(&str, &str) -> Option<Translated>,
) -> Option<Text<Body>> {
    let mut last: Option<Translated> = None;
    let mut each = |text: &String| {
        // What has no words is the same in every language.
        if !text.chars().any(char::is_alphabetic) {
            return Some(text.clone());
        }
        let made = made_of(&original.lang, text)?;
        let said = made.text.clone();
        if last.as_ref().is_none_or(|last| last.at < made.at) {
            last = Some(made);
        }
        Some(said)
    };
    let summary = each(&original.text.summary)?;
    let paragraphs = original
        .text
        .paragraphs
        .iter()
        .map(&mut each)
        .collect::<Option<_>>()?;
    let Translated { by, at, .. } = last?;
    Some(Text {
        lang: reader.tag().to_owned(),
        origin: Origin::MachineTranslated(Machine {
            from: original.lang.clone(),
            by,
            at,
        }),
        text: Body { summary, paragraphs },
    })
}
