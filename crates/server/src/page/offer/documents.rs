//! The documents of an offer: those for this reader, and those that say the same in other languages.

use std::borrow::Cow;

use firstline_domain::offer::{Resource, ResourceKind};
use firstline_domain::reading::Text;
use firstline_hub::locale;
use firstline_hub::offer::OfferPage;

use crate::page::Words;
use crate::page::discover::other_language;

/// A document or page that comes with the offer.
pub(in crate::page) struct Document {
    pub title: String,
    pub url: Option<String>,
    /// What it is, where the title does not say it already.
    pub kind: Option<Cow<'static, str>>,
    pub icon: &'static str,
    pub lang: Option<String>,
    /// The tag of its title's language where that is not the reader's.
    pub title_lang: Option<String>,
    /// Whether a machine translated its title.
    pub is_translated: bool,
}

/// The documents for this reader, and those that say the same in other languages; with their titles as they are to be read.
pub(super) fn documents(
    words: &Words,
    page: &OfferPage,
    titles: &[Option<Text>],
) -> (Vec<Document>, Vec<Document>) {
    let resources = &page.offer.resources;
    let readable = |resource: &Resource| resource.lang.is_none_or(|lang| lang == words.lang);
    let (near, far): (Vec<_>, Vec<_>) = resources.iter().zip(titles).partition(|(resource, _)| {
        readable(resource)
            || !resources
                .iter()
                .any(|other| other.kind == resource.kind && readable(other))
    });
    let view = |all: Vec<(&Resource, &Option<Text>)>| {
        all.into_iter()
            .map(|(resource, title)| document(words, resource, title.as_ref()))
            .collect()
    };
    (view(near), view(far))
}

fn document(words: &Words, resource: &Resource, title: Option<&Text>) -> Document {
    let kind = words.of("resource", resource.kind);
    let shown = title.map_or(resource.title.trim(), |title| &title.text);
    Document {
        title: if shown.is_empty() {
            kind.clone().into_owned()
        } else {
            shown.to_owned()
        },
        url: firstline_domain::readiness::is_web_url(&resource.url).then(|| resource.url.clone()),
        kind: (!shown.is_empty()).then_some(kind),
        icon: match resource.kind {
            ResourceKind::Documentation | ResourceKind::Training | ResourceKind::GettingStarted => "book",
            _ => "external",
        },
        lang: resource
            .lang
            .filter(|lang| *lang != words.lang)
            .map(|lang| locale::language_name(words.lang, lang.tag()).into_owned()),
        title_lang: title
            .filter(|title| !title.text.is_empty())
            .and_then(|title| other_language(words.lang, &title.lang)),
        is_translated: title.is_some_and(|title| title.machine().is_some()),
    }
}
