//! Who may buy which exclusive offer, as CSV.

use std::path::Path;

use csv::StringRecord;
use firstline_store::{authorisation, offer};

use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::known::KnownOrganisations;
use super::problem::{Found, Object};
use super::table::{Check, Table};
use crate::HubError;

const COLUMNS: [&str; 3] = ["publisher", "offer", "seller"];

pub(super) struct Authorisations {
    table: Table,
    record: StringRecord,
    about_columns: Found,
    organisations: KnownOrganisations,
}

#[derive(Default)]
pub(super) struct Row {
    line: u64,
    publisher: String,
    offer: String,
    seller: String,
}

impl Authorisations {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let mut about_columns = Found::default();
        let table = Table::open_with(path, &COLUMNS, &COLUMNS, &mut about_columns)?;
        let (record, organisations) = (StringRecord::new(), KnownOrganisations::default());
        Ok(Authorisations {
            table,
            record,
            about_columns,
            organisations,
        })
    }
}

impl Intake for Authorisations {
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
            publisher: check.required_handle("publisher").to_owned(),
            offer: check.required_handle("offer").to_owned(),
            seller: check.required_handle("seller").to_owned(),
        };
        Ok(if check.is_sound() { Read::Row } else { Read::Bad })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Row]) -> Result<(), HubError> {
        for row in rows {
            let Some(seller) = self.organisations.find(desk, row.line, "seller", &row.seller)? else {
                continue;
            };
            if !seller.kinds.iter().any(|kind| kind.sells()) {
                desk.found
                    .error(row.line, "seller", &row.seller, "import-not-of-this-kind");
                continue;
            }
            let Some(offer) = offer::by_handle(desk.tx, desk.scope, &row.publisher, &row.offer)? else {
                desk.found.error(row.line, "offer", &row.offer, "import-no-offer");
                continue;
            };
            let change = authorisation::put(desk.tx, desk.scope, (offer.publisher, offer.id), seller.id)?;
            desk.tally.count(Object::Authorisation, change);
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
