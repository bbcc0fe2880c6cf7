//! Any CSV catalogue of offers, through a [`Mapping`].
//!
//! A row is the whole truth for what its mapping can say of an offer; the rest (plans, agreement, hours of a contact,
//! and contacts and resources of kinds that the mapping does not have) is left as it is.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use csv::StringRecord;
use firstline_domain::id::{OfferId, OrganisationId};
use firstline_domain::offer::{
    Contact, Listing, Offer, OfferState, OptIn, Resource, ResourceKind, SupportedBy,
};
use firstline_domain::organisation::{Organisation, handle_of};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::Policy;
use firstline_domain::readiness::is_web_url;
use firstline_domain::wire::UnknownWord;
use firstline_store::{Change, StoreError, offer, organisation};

use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::known::Known;
use super::mapping::{MappedRow, Mapping, Markup, Source};
use super::organisations::{
    ALIAS_CHARS_MAX, EMAIL_CHARS_MAX, NAME_CHARS_MAX, PHONE_CHARS_MAX, URL_CHARS_MAX, country,
};
use super::plain;
use super::problem::{Found, Object, Severity};
use super::resource;
use super::table::Table;
use crate::HubError;

const SUMMARY_CHARS_MAX: usize = 1_000;
pub(super) const DESCRIPTION_CHARS_MAX: usize = 20_000;
pub(super) const CATEGORIES_MAX: usize = 50;
/// Offers of one file: their handles are remembered, to tell those that come twice.
const OFFERS_MAX: usize = 500_000;
const PUBLISHER_SCHEME: &str = "publisher-id";

pub(super) struct Catalogue {
    table: Table,
    record: StringRecord,
    mapping: Arc<Mapping>,
    kinds: Vec<String>,
    /// The line that each handle of each publisher was first seen in.
    lines: HashMap<(String, String), u64>,
    /// Id and handle of each publisher, by the handle that its rows have.
    publishers: Known<(OrganisationId, String)>,
}

/// A row as an offer: what the mapping can say of it.
#[derive(Default)]
pub(super) struct Row {
    line: u64,
    publisher: Publisher,
    handle: String,
    listing: Listing,
    kind: String,
    state: Option<OfferState>,
    opt_in: Option<OptIn>,
    supported_by: Option<SupportedBy>,
    categories: Vec<String>,
    markets: Vec<String>,
    contacts: Vec<Contact>,
    resources: Vec<Resource>,
}

/// Whose it is, as the row has it.
#[derive(Default)]
struct Publisher {
    handle: String,
    /// Where the catalogue has an id of its own for it.
    id: Option<String>,
    /// What it calls itself; absent where only the id is known.
    name: Option<String>,
    orphaned: bool,
}

impl Catalogue {
    pub(super) fn open(path: &Path, policy: &Policy, mapping: Arc<Mapping>) -> Result<Self, ImportError> {
        let table = Table::open(path)?;
        let missing = mapping.missing(table.header());
        if !missing.is_empty() {
            return Err(ImportError::Columns(missing.join(", ")));
        }
        Ok(Catalogue {
            table,
            record: StringRecord::new(),
            mapping,
            kinds: policy.file().kind.keys().cloned().collect(),
            lines: HashMap::new(),
            publishers: Known::default(),
        })
    }
}

impl Intake for Catalogue {
    type Row = Row;
    const BATCH_ROWS: usize = 500;

    fn read(&mut self, slot: &mut Row, found: &mut Found) -> Result<Read, ImportError> {
        let read = self.table.read(&mut self.record, found)?;
        if read != Read::Row {
            return Ok(read);
        }
        let row = MappedRow {
            header: self.table.header(),
            record: &self.record,
        };
        let mut reading = Reading {
            mapping: &self.mapping,
            row,
            line: self.table.line(),
            found,
            sound: true,
        };
        *slot = reading.row(&self.kinds);
        reading.handle(slot, &mut self.lines);
        Ok(if reading.sound { Read::Row } else { Read::Bad })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Row]) -> Result<(), HubError> {
        for row in rows {
            self.put(desk, row)?;
        }
        Ok(())
    }

    fn forget(&mut self) {
        self.publishers.clear();
    }

    fn bytes_done(&self) -> u64 {
        self.table.bytes_done()
    }
}

/// One row being read through the mapping.
struct Reading<'r> {
    mapping: &'r Mapping,
    row: MappedRow<'r>,
    line: u64,
    found: &'r mut Found,
    sound: bool,
}

impl<'r> Reading<'r> {
    fn error(&mut self, source: &Source, value: &str, key: &'static str, detail: &str) {
        self.found
            .add(self.line, source.column(), value, key, detail, Severity::Error);
        self.sound = false;
    }

    fn text(&mut self, source: Option<&'r Source>, chars_max: usize) -> Option<String> {
        let source = source?;
        let text = source.read(self.row)?;
        if text.chars().count() > chars_max {
            self.error(source, text, "import-text-too-long", &chars_max.to_string());
            return None;
        }
        Some(text.to_owned())
    }

    fn word<T: FromStr<Err = UnknownWord>>(&mut self, source: Option<&'r Source>) -> Option<T> {
        let source = source?;
        let word = source.read(self.row)?;
        word.parse()
            .map_err(|unknown: UnknownWord| self.error(source, word, "import-word", &unknown.known))
            .ok()
    }

    fn row(&mut self, kinds: &[String]) -> Row {
        let offer = &self.mapping.offer;
        let title = self.text(Some(&offer.title), NAME_CHARS_MAX).unwrap_or_default();
        if title.is_empty() {
            self.error(&offer.title, "", "import-required", "");
        }
        let kind = self.text(Some(&offer.kind), NAME_CHARS_MAX).unwrap_or_default();
        if !kinds.contains(&kind) {
            self.error(&offer.kind, &kind, "import-word", &kinds.join(", "));
        }
        Row {
            line: self.line,
            publisher: self.publisher(),
            handle: String::new(),
            listing: Listing {
                title,
                summary: self
                    .text(offer.summary.as_ref(), SUMMARY_CHARS_MAX)
                    .unwrap_or_default(),
                description: self.description(),
            },
            kind,
            state: self.word(offer.state.as_ref()),
            opt_in: self.word(offer.opt_in.as_ref()),
            supported_by: self.word(offer.supported_by.as_ref()),
            categories: self.categories(),
            markets: self.markets(),
            contacts: self.contacts(),
            resources: self.resources(),
        }
    }

    fn publisher(&mut self) -> Publisher {
        let mapping = &self.mapping.publisher;
        let name = self.text(Some(&mapping.name), NAME_CHARS_MAX);
        let id = self.text(mapping.id.as_ref(), ALIAS_CHARS_MAX);
        let identity = if mapping.id.is_some() {
            id.as_deref()
        } else {
            name.as_deref()
        };
        let handle = identity.map(handle_of).filter(|handle| !handle.is_empty());
        match handle {
            Some(handle) => Publisher {
                handle,
                id,
                name,
                orphaned: false,
            },
            None => Publisher {
                handle: mapping.unknown.handle.clone(),
                id: None,
                name: Some(mapping.unknown.name.clone()),
                orphaned: mapping.unknown.orphaned,
            },
        }
    }

    fn description(&mut self) -> String {
        let Some(source) = &self.mapping.offer.description else {
            return String::new();
        };
        let text = source.read(self.row).unwrap_or_default();
        if text.chars().count() > DESCRIPTION_CHARS_MAX {
            self.error(
                source,
                text,
                "import-text-too-long",
                &DESCRIPTION_CHARS_MAX.to_string(),
            );
            return String::new();
        }
        match self.mapping.offer.markup {
            Markup::Plain => text.to_owned(),
            Markup::Html => plain::from_html(text),
            Markup::Markdown => plain::from_markdown(text),
        }
    }

    fn categories(&mut self) -> Vec<String> {
        let Some(source) = &self.mapping.offer.categories else {
            return Vec::new();
        };
        let list = source.read_list(self.row);
        if list.len() > CATEGORIES_MAX {
            self.error(source, "", "import-too-many", &CATEGORIES_MAX.to_string());
        }
        list.into_iter().take(CATEGORIES_MAX).map(str::to_owned).collect()
    }

    fn markets(&mut self) -> Vec<String> {
        let Some(source) = &self.mapping.offer.markets else {
            return Vec::new();
        };
        let mut markets = Vec::new();
        for market in source.read_list(self.row) {
            match country(market) {
                Some(market) => markets.push(market),
                None => self.error(source, market, "import-country", ""),
            }
        }
        markets
    }

    /// Contacts as they are given; what is doubtful about them is for the publisher to put right.
    fn contacts(&mut self) -> Vec<Contact> {
        let mut contacts = Vec::new();
        for mapped in &self.mapping.contact {
            let contact = Contact {
                kind: Some(mapped.kind),
                name: self.text(mapped.name.as_ref(), NAME_CHARS_MAX),
                email: self.text(mapped.email.as_ref(), EMAIL_CHARS_MAX),
                phone: self.text(mapped.phone.as_ref(), PHONE_CHARS_MAX),
                url: self.text(mapped.url.as_ref(), URL_CHARS_MAX),
                ..Contact::default()
            };
            if contact.name.is_some() || contact.is_reachable() {
                contacts.push(contact);
            }
        }
        contacts
    }

    fn resources(&mut self) -> Vec<Resource> {
        let mut resources = Vec::new();
        let lang = self.mapping.language.parse().ok();
        for mapped in &self.mapping.resource {
            let Some(url) = self.text(Some(&mapped.url), URL_CHARS_MAX) else {
                continue;
            };
            if !is_web_url(&url) {
                self.found
                    .doubt(self.line, mapped.url.column(), &url, "import-doubt-resource-url");
            }
            let title = self
                .text(mapped.title.as_ref(), NAME_CHARS_MAX)
                .unwrap_or_default();
            resource::add(
                &mut resources,
                Resource {
                    kind: mapped.kind,
                    lang,
                    title,
                    url,
                },
            );
        }
        resources
    }

    /// The offer's handle, another one where an earlier row has it.
    fn handle(&mut self, row: &mut Row, lines: &mut HashMap<(String, String), u64>) {
        if !self.sound {
            return;
        }
        let offer = &self.mapping.offer;
        if lines.len() >= OFFERS_MAX {
            self.error(&offer.handle, "", "import-too-many", &OFFERS_MAX.to_string());
            return;
        }
        let given = offer.handle.read(self.row).unwrap_or_default();
        let mut handle = handle_of(given);
        if handle.is_empty() {
            self.error(&offer.handle, given, "import-handle", "");
            return;
        }
        if let Some(earlier) = lines.get(&(row.publisher.handle.clone(), handle.clone())) {
            let earlier = earlier.to_string();
            let other = offer
                .handle_when_taken
                .as_ref()
                .and_then(|source| source.read(self.row))
                .map(handle_of);
            let is_free = |handle: &String| {
                !handle.is_empty() && !lines.contains_key(&(row.publisher.handle.clone(), handle.clone()))
            };
            match other.filter(is_free) {
                None => {
                    self.error(&offer.handle, given, "import-offer-twice", &earlier);
                    return;
                }
                Some(other) => {
                    let column = offer.handle.column();
                    self.found.add(
                        self.line,
                        column,
                        given,
                        "import-doubt-offer-twice",
                        &earlier,
                        Severity::Doubt,
                    );
                    handle = other;
                }
            }
        }
        lines.insert((row.publisher.handle.clone(), handle.clone()), self.line);
        row.handle = handle;
    }
}

impl Catalogue {
    fn put(&mut self, desk: &mut Desk<'_, '_>, row: &Row) -> Result<(), StoreError> {
        let (publisher, handle) = match self.publishers.get(&row.publisher.handle) {
            Some(known) => known.clone(),
            None => {
                let publisher = put_publisher(desk, &row.publisher)?;
                self.publishers.insert(&row.publisher.handle, publisher.clone());
                publisher
            }
        };
        let before = offer::by_handle(desk.tx, desk.scope, &handle, &row.handle)?;
        let new = self.merged(
            before.unwrap_or_else(|| blank_offer(desk, publisher, &row.handle, &row.kind)),
            row,
        );
        let (_, change) = offer::put(desk.tx, desk.scope, &new, desk.now)?;
        desk.tally.count(Object::Offer, change);
        desk.found.doubt_contacts(row.line, &new, desk.tally);
        Ok(())
    }

    /// An offer with everything that the row says of it.
    fn merged(&self, mut offer: Offer, row: &Row) -> Offer {
        let mapping = &self.mapping;
        offer.kind.clone_from(&row.kind);
        offer.state = row.state.unwrap_or(offer.state);
        offer.opt_in = row.opt_in.unwrap_or(offer.opt_in);
        offer.supported_by = row.supported_by.unwrap_or(offer.supported_by);
        if mapping.offer.categories.is_some() {
            offer.categories.clone_from(&row.categories);
        }
        if mapping.offer.markets.is_some() {
            offer.markets.clone_from(&row.markets);
        }
        offer
            .listings
            .insert(mapping.language.clone(), row.listing.clone());
        let mut contacts = row.contacts.clone();
        for contact in &mut contacts {
            if let Some(before) = offer.contacts.iter().find(|before| before.kind == contact.kind) {
                contact.hours.clone_from(&before.hours);
                contact.languages.clone_from(&before.languages);
            }
        }
        let is_mapped = |contact: &Contact| {
            mapping
                .contact
                .iter()
                .any(|mapped| Some(mapped.kind) == contact.kind)
        };
        contacts.extend(offer.contacts.drain(..).filter(|contact| !is_mapped(contact)));
        contacts.sort_by_key(|contact| contact.kind);
        offer.contacts = contacts;
        let mut resources = row.resources.clone();
        let is_mapped = |kind: ResourceKind| mapping.resource.iter().any(|mapped| mapped.kind == kind);
        resources.extend(
            offer
                .resources
                .drain(..)
                .filter(|resource| !is_mapped(resource.kind)),
        );
        offer.resources = resources;
        offer
    }
}

/// An offer of which nothing more is known.
pub(super) fn blank_offer(desk: &Desk<'_, '_>, publisher: OrganisationId, handle: &str, kind: &str) -> Offer {
    Offer {
        id: OfferId(desk.hub.new_id()),
        publisher,
        handle: handle.to_owned(),
        kind: kind.to_owned(),
        state: OfferState::Live,
        opt_in: OptIn::None,
        supported_by: SupportedBy::Publisher,
        categories: Vec::new(),
        markets: Vec::new(),
        listings: BTreeMap::new(),
        plans: Vec::new(),
        contacts: Vec::new(),
        resources: Vec::new(),
        agreement: None,
        version: 0,
    }
}

/// The publisher of a row: found by the catalogue's id of it, else by its handle, else made. A catalogue changes nothing
/// of a publisher that is there but its name.
fn put_publisher(desk: &mut Desk<'_, '_>, new: &Publisher) -> Result<(OrganisationId, String), StoreError> {
    let by_alias = match &new.id {
        Some(id) => organisation::by_alias(desk.tx, desk.scope, PUBLISHER_SCHEME, id)?,
        None => None,
    };
    let before = match by_alias {
        Some(id) => organisation::by_id(desk.tx, desk.scope, id)?,
        None => organisation::by_handle(desk.tx, desk.scope, &new.handle)?,
    };
    let organisation = match before {
        None => publisher_of(
            desk,
            &new.handle,
            new.name.as_deref().or(new.id.as_deref()),
            new.orphaned,
        ),
        Some(before) => {
            let name = match (&new.name, &new.id) {
                // Where the name itself is what a publisher is known by, its spelling says nothing new.
                (Some(name), Some(_)) => name.clone(),
                _ => before.name.clone(),
            };
            Organisation {
                name,
                kinds: vec![PartyKind::Publisher],
                ..before
            }
        }
    };
    let (id, mut change) = organisation::put(desk.tx, desk.scope, &organisation, desk.now)?;
    if let (Some(alias), None) = (&new.id, by_alias)
        && organisation::add_alias(desk.tx, desk.scope, PUBLISHER_SCHEME, alias, id)?
        && change == Change::Unchanged
    {
        change = Change::Updated;
    }
    desk.tally.count(Object::Organisation, change);
    Ok((id, organisation.handle))
}

/// A publisher of which nothing more is known.
pub(super) fn publisher_of(
    desk: &Desk<'_, '_>,
    handle: &str,
    name: Option<&str>,
    orphaned: bool,
) -> Organisation {
    Organisation {
        id: OrganisationId(desk.hub.new_id()),
        handle: handle.to_owned(),
        name: name.unwrap_or(handle).to_owned(),
        kinds: vec![PartyKind::Publisher],
        country: None,
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned,
        version: 0,
    }
}
