//! Relations between organisations as CSV.

use std::path::Path;

use csv::StringRecord;
use firstline_domain::id::RelationshipId;
use firstline_domain::party::RelationshipKind;
use firstline_domain::relationship::Relationship;
use firstline_store::relationship;
use jiff::civil::Date;
use uuid::Uuid;

use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::known::KnownOrganisations;
use super::problem::{Found, Object};
use super::table::{Check, Table};
use crate::HubError;

const REQUIRED: [&str; 3] = ["kind", "organisation", "other"];
const COLUMNS: [&str; 5] = ["kind", "organisation", "other", "since", "until"];

pub(super) struct Relationships {
    table: Table,
    record: StringRecord,
    about_columns: Found,
    organisations: KnownOrganisations,
}

#[derive(Default)]
pub(super) struct Row {
    line: u64,
    kind: Option<RelationshipKind>,
    organisation: String,
    other: String,
    since: Option<Date>,
    until: Option<Date>,
}

impl Relationships {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let mut about_columns = Found::default();
        let table = Table::open_with(path, &REQUIRED, &COLUMNS, &mut about_columns)?;
        Ok(Relationships {
            table,
            record: StringRecord::new(),
            about_columns,
            organisations: KnownOrganisations::default(),
        })
    }
}

impl Intake for Relationships {
    type Row = Row;
    const BATCH_ROWS: usize = 2_000;

    fn read(&mut self, slot: &mut Row, found: &mut Found) -> Result<Read, ImportError> {
        found.append(&mut self.about_columns);
        let read = self.table.read(&mut self.record, found)?;
        if read != Read::Row {
            return Ok(read);
        }
        let mut check = Check::new(&self.table, &self.record, found);
        *slot = Row {
            line: check.line(),
            kind: check.required_word("kind"),
            organisation: check.required_handle("organisation").to_owned(),
            other: check.required_handle("other").to_owned(),
            since: check.date("since"),
            until: check.date("until"),
        };
        if let (Some(since), Some(until)) = (slot.since, slot.until)
            && until < since
        {
            check.error("until", &until.to_string(), "import-until-before-since", "");
        }
        if slot.organisation == slot.other && !slot.other.is_empty() {
            check.error("other", &slot.other, "import-related-to-itself", "");
        }
        Ok(if check.is_sound() { Read::Row } else { Read::Bad })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Row]) -> Result<(), HubError> {
        for row in rows {
            self.put(desk, row)?;
        }
        Ok(())
    }

    fn forget(&mut self) {
        self.organisations.clear();
    }

    fn bytes_done(&self) -> u64 {
        self.table.bytes_done()
    }
}

impl Relationships {
    fn put(&mut self, desk: &mut Desk<'_, '_>, row: &Row) -> Result<(), HubError> {
        let Some(kind) = row.kind else { return Ok(()) };
        let organisation = self
            .organisations
            .find(desk, row.line, "organisation", &row.organisation)?;
        let other = self.organisations.find(desk, row.line, "other", &row.other)?;
        let (Some(organisation), Some(other)) = (organisation, other) else {
            return Ok(());
        };
        if !kind.begins_at().iter().any(|kind| organisation.is(*kind)) {
            desk.found.error(
                row.line,
                "organisation",
                &row.organisation,
                "import-not-of-this-kind",
            );
            return Ok(());
        }
        if !other.is(kind.reaches()) {
            desk.found
                .error(row.line, "other", &row.other, "import-not-of-this-kind");
            return Ok(());
        }
        let since = row
            .since
            .unwrap_or_else(|| desk.now.to_zoned(jiff::tz::TimeZone::UTC).date());
        if row.since.is_none()
            && row.until.is_none()
            && relationship::are_related(desk.tx, desk.scope, kind, organisation.id, other.id)?
        {
            desk.tally
                .count(Object::Relationship, firstline_store::Change::Unchanged);
            return Ok(());
        }
        let id = RelationshipId(Uuid::now_v7());
        let new = Relationship::brought_in(id, kind, (organisation.id, other.id), since, row.until);
        let change = relationship::put(desk.tx, desk.scope, &new)?;
        desk.tally.count(Object::Relationship, change);
        Ok(())
    }
}
