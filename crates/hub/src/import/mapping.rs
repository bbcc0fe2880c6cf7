//! Mapping files: how the columns of somebody's catalogue say what an offer is.
//!
//! ```toml
//! name = "Example"
//! language = "en"
//!
//! [publisher]
//! id = "vendor_id"                       # a column
//! name = ["vendor_name", "vendor_id"]    # the first of these columns that is not empty
//! unknown = { handle = "unknown-vendor", name = "Vendor not stated" }
//!
//! [offer]
//! handle = "sku"
//! title = "title"
//! kind = { value = "saas-licence" }      # the same for all
//! supported_by = { column = "tier", words = { Partner = "publisher", Microsoft = "operator" }, default = "publisher" }
//! state = { rules = [{ column = "stopped", is = "true", gives = "stop-sell" }], default = "live" }
//! categories = { column = "categories", split = ";" }
//!
//! [[contact]]
//! kind = "customer-support"
//! email = "support_mail"
//!
//! [[resource]]
//! kind = "privacy"
//! url = "privacy_link"
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use csv::StringRecord;
use firstline_domain::offer::{ContactKind, ResourceKind};
use firstline_domain::organisation::is_handle;
use serde::Deserialize;

use super::ImportError;
use super::table::Header;

/// Mappings that come with the program, by the name one can give instead of a file.
pub const MAPPINGS: [(&str, &str); 2] = [
    (
        "sentinel-solutions",
        include_str!("../../../../mappings/sentinel-solutions.toml"),
    ),
    (
        "powerplatform-connectors",
        include_str!("../../../../mappings/powerplatform-connectors.toml"),
    ),
];

const MAPPING_BYTES_MAX: u64 = 1 << 20;

/// How the columns of a catalogue say what an offer is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    #[serde(skip)]
    text: String,
    pub name: String,
    /// The language the texts are written in.
    #[serde(default = "english")]
    pub language: String,
    pub(super) publisher: PublisherMapping,
    pub(super) offer: OfferMapping,
    #[serde(default)]
    pub(super) contact: Vec<ContactMapping>,
    #[serde(default)]
    pub(super) resource: Vec<ResourceMapping>,
}

fn english() -> String {
    "en".to_owned()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublisherMapping {
    /// What identifies it; its name where there is no such column.
    pub(super) id: Option<Source>,
    pub(super) name: Source,
    /// Whose offers those are that name no publisher.
    pub(super) unknown: UnknownPublisher,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnknownPublisher {
    pub(super) handle: String,
    pub(super) name: String,
    /// Nobody answers for it.
    #[serde(default)]
    pub(super) orphaned: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfferMapping {
    pub(super) handle: Source,
    /// What to take instead where an earlier row of the file has the handle already.
    pub(super) handle_when_taken: Option<Source>,
    pub(super) title: Source,
    pub(super) summary: Option<Source>,
    pub(super) description: Option<Source>,
    #[serde(default)]
    pub(super) markup: Markup,
    pub(super) kind: Source,
    pub(super) state: Option<Source>,
    pub(super) opt_in: Option<Source>,
    pub(super) supported_by: Option<Source>,
    pub(super) categories: Option<Source>,
    pub(super) markets: Option<Source>,
}

/// How descriptions are written.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Markup {
    #[default]
    Plain,
    Html,
    Markdown,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactMapping {
    pub(super) kind: ContactKind,
    pub(super) name: Option<Source>,
    pub(super) email: Option<Source>,
    pub(super) phone: Option<Source>,
    pub(super) url: Option<Source>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResourceMapping {
    pub(super) kind: ResourceKind,
    pub(super) url: Source,
    pub(super) title: Option<Source>,
}

/// Where a value comes from: a column, the first of several, or more than that.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Source {
    Column(String),
    FirstOf(Vec<String>),
    Full(Box<FullSource>),
}

/// The first rule that holds decides; else the first column that is not empty, in the words given for its content;
/// else the default. `value` is the same for all rows.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FullSource {
    value: Option<String>,
    rules: Vec<SourceRule>,
    column: Option<String>,
    columns: Vec<String>,
    words: BTreeMap<String, String>,
    default: Option<String>,
    /// What stands between the parts of a list.
    split: Option<String>,
    /// Parts of a list that mean nothing to people.
    without: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceRule {
    column: String,
    is: OneOrMore,
    gives: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn holds(&self, field: &str) -> bool {
        match self {
            OneOrMore::One(word) => word.eq_ignore_ascii_case(field),
            OneOrMore::More(words) => words.iter().any(|word| word.eq_ignore_ascii_case(field)),
        }
    }
}

impl Mapping {
    /// Reads a mapping from a file, or takes the one of this name that comes with the program.
    pub(super) fn load(path: &Path) -> Result<Mapping, ImportError> {
        let name = path.display().to_string();
        let own = MAPPINGS
            .iter()
            .find(|(own, _)| *own == name)
            .filter(|_| !path.exists());
        let text = match own {
            Some((_, text)) => (*text).to_owned(),
            None => {
                let unreadable = |source| ImportError::Unreadable {
                    path: path.to_owned(),
                    source,
                };
                if std::fs::metadata(path).map_err(unreadable)?.len() > MAPPING_BYTES_MAX {
                    return Err(ImportError::TooLarge {
                        bytes_max: MAPPING_BYTES_MAX,
                    });
                }
                std::fs::read_to_string(path).map_err(unreadable)?
            }
        };
        Mapping::parse(&name, text)
    }

    /// Reads a mapping from its text; `name` is for messages.
    pub(super) fn parse(name: &str, text: String) -> Result<Mapping, ImportError> {
        let unusable = |reason: String| ImportError::Mapping {
            name: name.to_owned(),
            reason,
        };
        let mut mapping: Mapping = toml::from_str(&text).map_err(|error| unusable(error.to_string()))?;
        if !is_handle(&mapping.publisher.unknown.handle) {
            return Err(unusable(format!(
                "publisher.unknown.handle: {}",
                mapping.publisher.unknown.handle
            )));
        }
        mapping.text = text;
        Ok(mapping)
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Columns that the mapping reads and the file does not have.
    pub(super) fn missing(&self, header: &Header) -> Vec<String> {
        let mut missing: Vec<String> = self
            .sources()
            .flat_map(Source::columns)
            .filter(|column| header.position(column).is_none())
            .map(str::to_owned)
            .collect();
        missing.sort();
        missing.dedup();
        missing
    }

    fn sources(&self) -> impl Iterator<Item = &Source> {
        let offer = &self.offer;
        let always = [&self.publisher.name, &offer.handle, &offer.title, &offer.kind];
        let sometimes = [
            &self.publisher.id,
            &offer.handle_when_taken,
            &offer.summary,
            &offer.description,
            &offer.state,
            &offer.opt_in,
            &offer.supported_by,
            &offer.categories,
            &offer.markets,
        ];
        let contacts = self
            .contact
            .iter()
            .flat_map(|contact| [&contact.name, &contact.email, &contact.phone, &contact.url])
            .flatten();
        let resources = self
            .resource
            .iter()
            .flat_map(|resource| [Some(&resource.url), resource.title.as_ref()])
            .flatten();
        always
            .into_iter()
            .chain(sometimes.into_iter().flatten())
            .chain(contacts)
            .chain(resources)
    }
}

/// A row read through a mapping.
#[derive(Clone, Copy)]
pub(super) struct MappedRow<'r> {
    pub(super) header: &'r Header,
    pub(super) record: &'r StringRecord,
}

impl<'r> MappedRow<'r> {
    fn field(self, column: &str) -> &'r str {
        self.header
            .position(column)
            .and_then(|index| self.record.get(index))
            .unwrap_or_default()
            .trim()
    }
}

impl Source {
    fn columns(&self) -> Vec<&str> {
        match self {
            Source::Column(column) => vec![column],
            Source::FirstOf(columns) => columns.iter().map(String::as_str).collect(),
            Source::Full(full) => {
                let rules = full.rules.iter().map(|rule| rule.column.as_str());
                full.column
                    .iter()
                    .chain(&full.columns)
                    .map(String::as_str)
                    .chain(rules)
                    .collect()
            }
        }
    }

    /// The first column it reads, for naming a problem.
    pub(super) fn column(&self) -> &str {
        self.columns().first().copied().unwrap_or_default()
    }

    /// What it gives for a row; absent when that is nothing.
    pub(super) fn read<'r>(&'r self, row: MappedRow<'r>) -> Option<&'r str> {
        let given = |column: &String| Some(row.field(column)).filter(|field| !field.is_empty());
        match self {
            Source::Column(column) => given(column),
            Source::FirstOf(columns) => columns.iter().find_map(given),
            Source::Full(full) => {
                if full.value.is_some() {
                    return full.value.as_deref();
                }
                if let Some(rule) = full
                    .rules
                    .iter()
                    .find(|rule| rule.is.holds(row.field(&rule.column)))
                {
                    return Some(&rule.gives);
                }
                let word = full.column.iter().chain(&full.columns).find_map(given);
                match word {
                    Some(word) => Some(full.words.get(word).map_or(word, String::as_str)),
                    None => full.default.as_deref(),
                }
            }
        }
    }

    /// The parts of the list that it gives for a row.
    pub(super) fn read_list<'r>(&'r self, row: MappedRow<'r>) -> Vec<&'r str> {
        let Some(text) = self.read(row) else {
            return Vec::new();
        };
        let Source::Full(full) = self else {
            return vec![text];
        };
        let parts: Vec<&str> = match full.split.as_deref() {
            Some(sign) if !sign.is_empty() => text.split(sign).collect(),
            _ => vec![text],
        };
        let mut kept: Vec<&str> = Vec::new();
        for part in parts.into_iter().map(str::trim) {
            if !part.is_empty() && !full.without.iter().any(|word| word == part) && !kept.contains(&part) {
                kept.push(part);
            }
        }
        kept
    }
}
