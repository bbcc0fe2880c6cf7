//! What a reader should know of the language of an offer: that a machine translated it and from what, that this is the original,
//! or that a translation is being made; and the way to the other one.

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::reading::{Machine, Text};
use firstline_hub::t;
use firstline_hub::translation::Progress;

use super::{Shows, address};
use crate::page::Words;
use crate::page::discover::other_language;
use firstline_hub::locale;

/// The note above an offer.
#[derive(Debug, Clone, Template)]
#[template(path = "part/reading.html")]
pub(in crate::page) struct Note {
    words: Words,
    /// Empty where there is nothing to say.
    said: String,
    /// Where the other one is shown, and the key of what that is.
    other: Option<(String, &'static str)>,
    /// Whether a translation is being made.
    pub underway: bool,
}

impl HtmlSafe for Note {}

impl Note {
    pub fn new(words: &Words, shows: &Shows<'_>) -> Self {
        let (reading, progress) = (&shows.read.reading, shows.read.progress);
        let here = address(shows.page);
        let machine = |text: &Text| text.machine().cloned();
        let listing = reading.listing.as_ref().and_then(|listing| listing.machine());
        let titles = reading.titles.iter().flatten().find_map(machine);
        let is_translated = listing.is_some() || titles.is_some();
        let mut said = Vec::new();
        match (listing, &titles) {
            (Some(Machine { from, .. }), _) if shows.originals => {
                let language = locale::language_name(words.lang, from);
                said.push(t!(words.lang, "offer-original", language = language));
            }
            (None, Some(_)) if shows.originals => said.push(words.t("offer-originals").into_owned()),
            (Some(Machine { from, by, .. }), _) => {
                let language = locale::language_name(words.lang, from);
                let service = by.as_str();
                said.push(t!(
                    words.lang,
                    "offer-translated",
                    language = language,
                    service = service
                ));
            }
            (None, Some(Machine { by, .. })) => {
                said.push(t!(words.lang, "offer-translated-titles", service = by.as_str()));
            }
            (None, None) => {}
        }
        if listing.is_none() {
            let lang = reading.listing.as_ref().map(|listing| &listing.lang);
            if let Some(tag) = lang.and_then(|tag| other_language(words.lang, tag)) {
                let language = locale::language_name(words.lang, &tag);
                said.push(t!(words.lang, "offer-foreign", language = language));
            }
        }
        match progress {
            Progress::Settled => {}
            Progress::Underway => said.push(words.t("offer-translation-underway").into_owned()),
            Progress::GivenUp => said.push(words.t("offer-translation-failed").into_owned()),
        }
        let underway = progress == Progress::Underway;
        Note {
            said: said.join(" "),
            other: match (underway, is_translated, shows.originals) {
                (true, ..) => Some((here, "offer-reload")),
                (false, true, false) => Some((format!("{here}?original"), "offer-show-original")),
                (false, true, true) => Some((here, "offer-show-translation")),
                (false, false, _) => None,
            },
            underway,
            words: words.clone(),
        }
    }

    /// For whoever waited and asks whether it is there: what they read meanwhile stays until they want to see the other one.
    pub fn asked_again(self) -> Self {
        match self.other {
            Some((href, _)) if !self.underway => Note {
                said: self.words.t("offer-translation-ready").into_owned(),
                other: Some((href.replace("?original", ""), "offer-show-translation")),
                ..self
            },
            other => Note { other, ..self },
        }
    }

    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }
}
