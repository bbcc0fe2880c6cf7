//! Discovering offers: a search that answers as one types, with filters that live in the address.

use std::fmt::Write as _;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::Router;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use firstline_domain::lang::Lang;
use firstline_domain::policy::PolicyFile;
use firstline_domain::readiness::Readiness;
use firstline_hub::catalogue::{Facets, Found, Results, Search, Start};
use firstline_hub::locale;
use firstline_hub::search::highlight;
use firstline_hub::t;
use serde::Deserialize;

use super::frame::{Frame, Here, Place};
use super::part::{Markup, Words};
use super::{encode, html};
use crate::App;
use crate::failure::Failure;

/// Offers on one page of results.
const PAGE_OFFERS: usize = 20;
/// Offers that the palette shows.
const PALETTE_OFFERS: usize = 8;
/// The furthest page that can be asked for.
const PAGES_MAX: usize = 5_000;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/", get(discover))
        .route("/discover", get(discover))
        .route("/search", get(search))
}

/// What stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filters {
    pub q: String,
    pub kind: String,
    pub category: String,
    pub market: String,
    /// `yes` or `no`.
    pub available: String,
    pub readiness: String,
    pub publisher: String,
    /// Counts from 1.
    pub page: Option<usize>,
}

impl Filters {
    fn search(&self, lang: Lang) -> Search {
        let given = |value: &String| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        Search {
            query: self.q.clone(),
            lang,
            kind: given(&self.kind),
            category: given(&self.category),
            market: given(&self.market),
            available: match self.available.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            readiness: self.readiness.parse().ok(),
            publisher: given(&self.publisher),
            start: Start::Skip((self.page() - 1) * PAGE_OFFERS),
            limit: PAGE_OFFERS,
        }
    }

    fn page(&self) -> usize {
        self.page.unwrap_or(1).clamp(1, PAGES_MAX)
    }

    const NAMES: [&str; 6] = [
        "kind",
        "category",
        "market",
        "available",
        "readiness",
        "publisher",
    ];

    fn value(&self, name: &str) -> &str {
        match name {
            "kind" => &self.kind,
            "category" => &self.category,
            "market" => &self.market,
            "available" => &self.available,
            "readiness" => &self.readiness,
            "publisher" => &self.publisher,
            _ => "",
        }
    }

    /// The address of these filters without one of them, on a page.
    fn address(&self, without: &str, page: usize) -> String {
        let mut address = String::from("/discover");
        let mut separator = '?';
        let pairs =
            std::iter::once(("q", self.q.as_str())).chain(Self::NAMES.map(|name| (name, self.value(name))));
        for (name, value) in pairs.filter(|(name, value)| *name != without && !value.is_empty()) {
            let _ = write!(address, "{separator}{name}={}", encode(value));
            separator = '&';
        }
        if page > 1 {
            let _ = write!(address, "{separator}page={page}");
        }
        address
    }

    fn is_empty(&self) -> bool {
        self.q.trim().is_empty() && Self::NAMES.iter().all(|name| self.value(name).is_empty())
    }
}

/// A value that a filter can be set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub value: String,
    pub text: String,
    pub count: String,
    pub none: bool,
    pub chosen: bool,
}

/// A filter with its values: radio buttons where there are few of them, a list where there are many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facet {
    pub name: &'static str,
    /// The key of its title.
    pub title: &'static str,
    pub choices: Vec<Choice>,
    pub listed: bool,
    /// Whether none of the values is set.
    pub any: bool,
}

/// A filter that is set, with the address that takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chip {
    pub text: String,
    pub address: String,
}

/// Why an offer cannot be bought, in a word and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reason {
    pub name: String,
    pub help: String,
}

/// One offer found.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub address: String,
    pub title: Markup,
    pub text: Markup,
    /// The language of title and text where it is not the reader's.
    pub lang: Option<String>,
    pub publisher: Markup,
    pub meta: Vec<String>,
    /// Absent for those who do not buy.
    pub can_buy: Option<bool>,
    pub reasons: Vec<Reason>,
    pub readiness: Readiness,
}

/// What was found, and the filters with what each would leave.
#[derive(Debug, Clone, Template)]
#[template(path = "part/results.html")]
pub(super) struct ResultsPart {
    pub words: Words,
    pub said: String,
    pub facets: Vec<Facet>,
    pub chips: Vec<Chip>,
    pub rows: Vec<Row>,
    pub newer: Option<String>,
    pub older: Option<String>,
    /// Whether the catalogue itself has nothing for this reader.
    pub bare: bool,
}

impl HtmlSafe for ResultsPart {}

/// The page on which offers are discovered.
#[derive(Template)]
#[template(path = "discover.html")]
pub(super) struct DiscoverPage {
    pub frame: Frame,
    pub q: String,
    pub results: ResultsPart,
}

async fn discover(here: Here, Query(filters): Query<Filters>) -> Result<Response, Failure> {
    let found = here
        .hub
        .search_offers(here.scope(), &filters.search(here.reader.lang))
        .await?;
    let sells = here.scope().sells();
    let results = results(here.words(), here.hub.policy().file(), &filters, found, sells);
    if here.wants("results") {
        return Ok(html(&results));
    }
    let title = here.words().t("discover-title");
    Ok(html(&DiscoverPage {
        frame: here.frame(Place::Discover, title),
        q: filters.q,
        results,
    }))
}

/// The results of a search as they are shown.
pub(super) fn results(
    words: Words,
    policy: &PolicyFile,
    filters: &Filters,
    found: Results,
    sells: bool,
) -> ResultsPart {
    let total = found.total;
    let page = filters.page();
    let last = page * PAGE_OFFERS >= total;
    let facets = facets(&words, policy, filters, &found.facets, sells);
    let chips = chips(&words, filters, &facets);
    let rows: Vec<Row> = found
        .found
        .iter()
        .map(|found| row(&words, policy, &filters.q, found, sells))
        .collect();
    let said = if page == 1 && last {
        t!(words.lang, "discover-found", count = total)
    } else {
        let from = (page - 1) * PAGE_OFFERS + 1;
        t!(
            words.lang,
            "discover-found-page",
            from = from,
            to = from + rows.len().max(1) - 1,
            count = total
        )
    };
    ResultsPart {
        said,
        facets,
        chips,
        newer: (page > 1).then(|| filters.address("", page - 1)),
        older: (!last).then(|| filters.address("", page + 1)),
        bare: rows.is_empty() && filters.is_empty(),
        rows,
        words,
    }
}

fn row(words: &Words, policy: &PolicyFile, query: &str, found: &Found, sells: bool) -> Row {
    let entry = &found.entry;
    let (title, summary, tag) = entry.text(words.lang);
    let kind = policy
        .kind
        .get(&*entry.kind)
        .map_or(&*entry.kind, |kind| kind.name.get(words.lang));
    let mut meta = vec![kind.to_owned()];
    meta.extend(
        entry
            .categories
            .iter()
            .take(2)
            .map(|category| category_name(words.lang, category)),
    );
    meta.push(match entry.markets.len() {
        0 => words.t("markets-all").into_owned(),
        count => t!(words.lang, "markets-count", count = count),
    });
    Row {
        address: format!(
            "/offers/{}/{}",
            encode(&entry.publisher_handle),
            encode(&entry.handle)
        ),
        title: marked(title, query),
        text: marked(&shorten(summary), query),
        lang: other_language(words.lang, tag),
        publisher: marked(&entry.publisher_name, query),
        meta,
        can_buy: sells.then_some(found.unavailable.is_empty()),
        reasons: reasons(words, &found.unavailable),
        readiness: entry.readiness,
    }
}

/// The reasons why an offer cannot be bought, in words.
pub(super) fn reasons(words: &Words, unavailable: &[firstline_domain::offer::Unavailable]) -> Vec<Reason> {
    unavailable
        .iter()
        .map(|reason| Reason {
            name: words.of("unavailable", reason.as_str()).into_owned(),
            help: words
                .t(&format!("unavailable-{}-help", reason.as_str()))
                .into_owned(),
        })
        .collect()
}

/// The tag of a text's language where it is not the reader's.
pub(super) fn other_language(lang: Lang, tag: &str) -> Option<String> {
    (tag.parse() != Ok(lang)).then(|| tag.to_owned())
}

/// A category by name; as its publisher wrote it where it has none.
pub(super) fn category_name(lang: Lang, category: &str) -> String {
    let known = locale::find(lang, &format!("category-{category}"));
    known.map_or_else(|| category.replace('-', " "), std::borrow::Cow::into_owned)
}

/// The most characters of a summary that a result shows.
const SUMMARY_CHARS: usize = 240;

fn shorten(text: &str) -> String {
    match text.char_indices().nth(SUMMARY_CHARS) {
        None => text.to_owned(),
        Some((cut, _)) => {
            let end = text[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", &text[..end])
        }
    }
}

/// A text in which what answers the query is marked.
fn marked(text: &str, query: &str) -> Markup {
    let mut markup = String::with_capacity(text.len() + 32);
    for (hit, piece) in highlight(text, query) {
        let piece = escape(piece);
        if hit {
            let _ = write!(markup, "<mark>{piece}</mark>");
        } else {
            markup.push_str(&piece);
        }
    }
    Markup(markup)
}

/// A text as it may stand between tags and in an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn facets(words: &Words, policy: &PolicyFile, filters: &Filters, counts: &Facets, sells: bool) -> Vec<Facet> {
    /// More values than this are a list.
    const BUTTONS_MAX: usize = 8;
    let facet = |name: &'static str, title, values: Vec<(String, String, usize)>| {
        let set = filters.value(name);
        let choices: Vec<Choice> = values
            .into_iter()
            .map(|(value, text, count)| Choice {
                chosen: value == set,
                none: count == 0,
                count: words.number(count),
                value,
                text,
            })
            .collect();
        Facet {
            name,
            title,
            listed: choices.len() > BUTTONS_MAX,
            any: !choices.iter().any(|c| c.chosen),
            choices,
        }
    };
    let sorted = |mut values: Vec<(String, String, usize)>| {
        values.sort_by(|(_, left, _), (_, right, _)| locale::compare(words.lang, left, right));
        values
    };
    let mut all = Vec::new();
    if sells {
        let [can, cannot] = counts.available;
        let yes = (
            "yes".to_owned(),
            words.t("discover-available-yes").into_owned(),
            can,
        );
        let no = (
            "no".to_owned(),
            words.t("discover-available-no").into_owned(),
            cannot,
        );
        all.push(facet("available", "discover-available", vec![yes, no]));
    }
    let kinds = policy.kind.iter().map(|(id, kind)| {
        (
            id.clone(),
            kind.name.get(words.lang).to_owned(),
            counts.kind.get(id).copied().unwrap_or(0),
        )
    });
    all.push(facet(
        "kind",
        "discover-kind",
        sorted(
            kinds
                .filter(|(id, _, count)| *count > 0 || *id == filters.kind)
                .collect(),
        ),
    ));
    let categories = counts
        .category
        .iter()
        .map(|(id, count)| (id.clone(), category_name(words.lang, id), *count));
    all.push(facet(
        "category",
        "discover-category",
        sorted(categories.collect()),
    ));
    let ready = Readiness::ALL.iter().map(|readiness| {
        let count = counts.readiness.get(readiness).copied().unwrap_or(0);
        (
            readiness.to_string(),
            words.of("readiness", readiness).into_owned(),
            count,
        )
    });
    all.push(facet("readiness", "discover-readiness", ready.collect()));
    let markets = counts.market.iter().map(|(code, count)| {
        (
            code.clone(),
            locale::country_name(words.lang, code).into_owned(),
            *count,
        )
    });
    all.push(Facet {
        listed: true,
        ..facet("market", "discover-market", sorted(markets.collect()))
    });
    all.retain(|facet| !facet.choices.is_empty());
    all
}

fn chips(words: &Words, filters: &Filters, facets: &[Facet]) -> Vec<Chip> {
    Filters::NAMES
        .iter()
        .filter(|name| !filters.value(name).is_empty())
        .map(|name| {
            let value = filters.value(name);
            let known = facets
                .iter()
                .filter(|facet| facet.name == *name)
                .flat_map(|facet| &facet.choices);
            let text = known
                .into_iter()
                .find(|choice| choice.value == value)
                .map_or(value, |choice| &choice.text);
            Chip {
                text: t!(words.lang, "discover-chip", text = text),
                address: filters.address(name, 1),
            }
        })
        .collect()
}

/// What the palette found.
#[derive(Template)]
#[template(path = "part/found.html")]
pub(super) struct FoundPart {
    pub words: Words,
    pub rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    q: String,
}

/// What the search field of every page finds; without script it leads to the page that shows more.
async fn search(here: Here, Query(Typed { q }): Query<Typed>) -> Result<Response, Failure> {
    if !here.wants("palette") {
        return Ok(Redirect::to(&format!("/discover?q={}", encode(&q))).into_response());
    }
    let search = Search {
        query: q,
        limit: PALETTE_OFFERS,
        ..Search::default()
    };
    let found = here.hub.search_offers(here.scope(), &search).await?;
    let (words, policy) = (here.words(), here.hub.policy().file());
    let rows = found
        .found
        .iter()
        .map(|found| row(&words, policy, &search.query, found, false))
        .collect();
    Ok(html(&FoundPart { words, rows }))
}
