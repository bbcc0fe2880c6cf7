//! Organisations as CSV. A column that the file does not have is left as it is.

use std::path::Path;

use csv::StringRecord;
use firstline_domain::hours::SupportHours;
use firstline_domain::id::OrganisationId;
use firstline_domain::offer::{Contact, ServiceTarget, Severity as CaseSeverity};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::PartyKind;
use firstline_domain::readiness::contact_findings;
use firstline_store::{Change, StoreError, organisation};

use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::problem::{Found, Object, doubt_key};
use super::table::{Check, Table};
use crate::HubError;

const REQUIRED: [&str; 3] = ["handle", "name", "kinds"];
const COLUMNS: [&str; 18] = [
    "handle",
    "name",
    "kinds",
    "country",
    "tenant_id",
    "mpn_id",
    "publisher_id",
    "desk_name",
    "desk_email",
    "desk_phone",
    "desk_url",
    "desk_hours",
    "desk_languages",
    "price",
    "first_response_a_minutes",
    "first_response_b_minutes",
    "first_response_c_minutes",
    "orphaned",
];
/// Columns with what other systems call an organisation, and the scheme of each.
const ALIASES: [(&str, &str); 3] = [
    ("tenant_id", "tenant"),
    ("mpn_id", "mpn"),
    ("publisher_id", "publisher-id"),
];
const RESPONSES: [(&str, CaseSeverity); 3] = [
    ("first_response_a_minutes", CaseSeverity::A),
    ("first_response_b_minutes", CaseSeverity::B),
    ("first_response_c_minutes", CaseSeverity::C),
];
const MINUTES_MAX: i64 = 366 * 24 * 60;

pub(super) const NAME_CHARS_MAX: usize = 200;
pub(super) const EMAIL_CHARS_MAX: usize = 320;
pub(super) const PHONE_CHARS_MAX: usize = 80;
pub(super) const URL_CHARS_MAX: usize = 2_000;
pub(super) const ALIAS_CHARS_MAX: usize = 100;

pub(super) struct Organisations {
    table: Table,
    record: StringRecord,
    /// What was wrong with the columns, until the first row is read.
    about_columns: Found,
    /// Which groups of columns the file has.
    has: Has,
    /// What the file calls the operator, once a row has said it.
    operator: Option<String>,
}

#[derive(Debug, Clone, Copy)]
struct Has {
    country: bool,
    desk: bool,
    price: bool,
    promises: bool,
    orphaned: bool,
}

#[derive(Default)]
pub(super) struct Row {
    line: u64,
    handle: String,
    name: String,
    kinds: Vec<PartyKind>,
    country: Option<String>,
    desk: Contact,
    price: Option<String>,
    promises: Vec<ServiceTarget>,
    orphaned: bool,
    aliases: Vec<(&'static str, &'static str, String)>,
}

impl Organisations {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let mut about_columns = Found::default();
        let table = Table::open_with(path, &REQUIRED, &COLUMNS, &mut about_columns)?;
        let has = |name: &str| table.header().position(name).is_some();
        let has = Has {
            country: has("country"),
            desk: COLUMNS.iter().any(|name| name.starts_with("desk_") && has(name)),
            price: has("price"),
            promises: RESPONSES.iter().any(|(name, _)| has(name)),
            orphaned: has("orphaned"),
        };
        Ok(Organisations {
            table,
            record: StringRecord::new(),
            about_columns,
            has,
            operator: None,
        })
    }
}

impl Intake for Organisations {
    type Row = Row;
    const BATCH_ROWS: usize = 1_000;

    fn read(&mut self, slot: &mut Row, found: &mut Found) -> Result<Read, ImportError> {
        found.append(&mut self.about_columns);
        let read = self.table.read(&mut self.record, found)?;
        if read != Read::Row {
            return Ok(read);
        }
        let mut check = Check::new(&self.table, &self.record, found);
        *slot = check_row(&mut check);
        Ok(if check.is_sound() { Read::Row } else { Read::Bad })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Row]) -> Result<(), HubError> {
        for row in rows {
            if row.kinds.contains(&PartyKind::Operator) && !self.is_operator(desk, row)? {
                desk.found
                    .error(row.line, "kinds", &row.handle, "import-operator-twice");
                continue;
            }
            put(desk, row, self.has)?;
        }
        Ok(())
    }

    fn forget(&mut self) {}

    fn bytes_done(&self) -> u64 {
        self.table.bytes_done()
    }
}

impl Organisations {
    /// Whether a row that says so is the operator's. The hub has one operator, which a set-up or an earlier import may have
    /// named otherwise: the file's handle takes the place of the one before, because its other rows go by it.
    fn is_operator(&mut self, desk: &mut Desk<'_, '_>, row: &Row) -> Result<bool, StoreError> {
        if *self.operator.get_or_insert_with(|| row.handle.clone()) != row.handle {
            return Ok(false);
        }
        let Some(operator) = organisation::sole(desk.tx, desk.scope, PartyKind::Operator)? else {
            return Ok(true);
        };
        if operator.handle == row.handle {
            return Ok(true);
        }
        if organisation::id_of_handle(desk.tx, desk.scope, &row.handle)?.is_some() {
            return Ok(false);
        }
        organisation::set_handle(desk.tx, desk.scope, operator.id, &row.handle)?;
        Ok(true)
    }
}

fn check_row(check: &mut Check<'_>) -> Row {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let kinds: Vec<PartyKind> = check.words("kinds");
    if check.given("kinds").is_none() {
        check.error("kinds", "", "import-required", "");
    }
    let row = Row {
        line: check.line(),
        handle: check.required_handle("handle").to_owned(),
        name: check.required("name", NAME_CHARS_MAX).to_owned(),
        kinds,
        country: check.parsed("country", "import-country", country),
        desk: Contact {
            kind: None,
            name: owned(check.text("desk_name", NAME_CHARS_MAX)),
            email: owned(check.text("desk_email", EMAIL_CHARS_MAX)),
            phone: owned(check.text("desk_phone", PHONE_CHARS_MAX)),
            url: owned(check.text("desk_url", URL_CHARS_MAX)),
            hours: check.parsed("desk_hours", "import-hours", |field| {
                field.parse::<SupportHours>().ok()
            }),
            languages: check
                .parsed("desk_languages", "import-language", |field| {
                    field
                        .split(';')
                        .map(str::trim)
                        .filter(|tag| !tag.is_empty())
                        .map(language_tag)
                        .collect()
                })
                .unwrap_or_default(),
        },
        price: owned(check.text("price", 1_000)),
        promises: RESPONSES
            .iter()
            .filter_map(|(column, severity)| {
                let minutes = check.whole(column, MINUTES_MAX)?;
                Some(ServiceTarget {
                    severity: *severity,
                    first_response_minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
                    update_interval_minutes: None,
                    target_minutes: None,
                })
            })
            .collect(),
        orphaned: check.flag("orphaned"),
        aliases: ALIASES
            .iter()
            .filter_map(|(column, scheme)| {
                let value = check.text(column, ALIAS_CHARS_MAX)?;
                Some((*column, *scheme, alias(scheme, value)))
            })
            .collect(),
    };
    for finding in contact_findings(&row.desk) {
        check.doubt(
            "desk",
            finding.value.as_deref().unwrap_or_default(),
            doubt_key(finding.problem),
        );
    }
    row
}

/// A country's code, in capitals.
pub(super) fn country(text: &str) -> Option<String> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .then(|| text.to_ascii_uppercase())
}

/// A language's tag, as far as its shape tells.
pub(super) fn language_tag(text: &str) -> Option<String> {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let primary = text.split('-').next().unwrap_or_default();
    let is_tag = (2..=3).contains(&primary.len())
        && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
        && text.len() <= 35
        && text.split('-').all(is_part);
    is_tag.then(|| text.to_owned())
}

/// What another system calls an organisation, as it is kept: tenants are UUIDs, whose letters come in either case.
pub(super) fn alias(scheme: &str, value: &str) -> String {
    if scheme == "tenant" {
        value.to_ascii_lowercase()
    } else {
        value.to_owned()
    }
}

fn put(desk: &mut Desk<'_, '_>, row: &Row, has: Has) -> Result<(), StoreError> {
    let before = organisation::by_handle(desk.tx, desk.scope, &row.handle)?;
    let kept = before.unwrap_or_else(|| Organisation {
        id: OrganisationId(desk.hub.new_id()),
        handle: row.handle.clone(),
        name: String::new(),
        kinds: Vec::new(),
        country: None,
        desk: Contact::default(),
        promises: Vec::new(),
        price: None,
        orphaned: false,
        version: 0,
    });
    let mut new = Organisation {
        name: row.name.clone(),
        kinds: row.kinds.clone(),
        ..kept
    };
    if has.country {
        new.country.clone_from(&row.country);
    }
    if has.desk {
        new.desk = row.desk.clone();
    }
    if has.price {
        new.price.clone_from(&row.price);
    }
    if has.promises {
        new.promises.clone_from(&row.promises);
    }
    if has.orphaned {
        new.orphaned = row.orphaned;
    }
    let (id, mut change) = organisation::put(desk.tx, desk.scope, &new, desk.now)?;
    for (column, scheme, value) in &row.aliases {
        match organisation::by_alias(desk.tx, desk.scope, scheme, value)? {
            Some(owner) if owner == id => {}
            Some(_) => desk.found.doubt(row.line, column, value, "import-alias-taken"),
            None => {
                organisation::add_alias(desk.tx, desk.scope, scheme, value, id)?;
                if change == Change::Unchanged {
                    change = Change::Updated;
                }
            }
        }
    }
    desk.tally.count(Object::Organisation, change);
    Ok(())
}
