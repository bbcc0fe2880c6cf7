//! People and their roles as CSV.

use std::path::Path;

use csv::StringRecord;
use firstline_domain::id::PersonId;
use firstline_domain::lang::Lang;
use firstline_domain::readiness::is_email;
use firstline_domain::role::Role;
use firstline_store::person::{self, Member, Person};

use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::known::KnownOrganisations;
use super::organisations::{EMAIL_CHARS_MAX, NAME_CHARS_MAX};
use super::problem::{Found, Object};
use super::table::{Check, Table};
use crate::HubError;

const REQUIRED: [&str; 5] = ["handle", "organisation", "name", "email", "roles"];
const COLUMNS: [&str; 6] = ["handle", "organisation", "name", "email", "roles", "language"];

pub(super) struct People {
    table: Table,
    record: StringRecord,
    about_columns: Found,
    organisations: KnownOrganisations,
}

#[derive(Default)]
pub(super) struct Row {
    line: u64,
    handle: String,
    organisation: String,
    name: String,
    email: String,
    roles: Vec<Role>,
    language: Option<Lang>,
}

impl People {
    pub(super) fn open(path: &Path) -> Result<Self, ImportError> {
        let mut about_columns = Found::default();
        let table = Table::open_with(path, &REQUIRED, &COLUMNS, &mut about_columns)?;
        let (record, organisations) = (StringRecord::new(), KnownOrganisations::default());
        Ok(People {
            table,
            record,
            about_columns,
            organisations,
        })
    }
}

impl Intake for People {
    type Row = Row;
    const BATCH_ROWS: usize = 2_000;

    fn read(&mut self, slot: &mut Row, found: &mut Found) -> Result<Read, ImportError> {
        found.append(&mut self.about_columns);
        let read = self.table.read(&mut self.record, found)?;
        if read != Read::Row {
            return Ok(read);
        }
        let mut check = Check::new(&self.table, &self.record, found);
        let known = Lang::ALL.map(Lang::tag).join(", ");
        let language = check.given("language").and_then(|tag| {
            tag.parse()
                .map_err(|_| check.error("language", tag, "import-word", &known))
                .ok()
        });
        *slot = Row {
            line: check.line(),
            handle: check.required_handle("handle").to_owned(),
            organisation: check.required_handle("organisation").to_owned(),
            name: check.required("name", NAME_CHARS_MAX).to_owned(),
            email: check.required("email", EMAIL_CHARS_MAX).to_owned(),
            roles: check.words("roles"),
            language,
        };
        if !slot.email.is_empty() && !is_email(&slot.email) {
            check.error("email", &slot.email, "import-email", "");
        }
        Ok(if check.is_sound() { Read::Row } else { Read::Bad })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Row]) -> Result<(), HubError> {
        for row in rows {
            let Some(organisation) =
                self.organisations
                    .id(desk, row.line, "organisation", &row.organisation)?
            else {
                continue;
            };
            if let Some(other) = person::by_email(desk.tx, &row.email)?
                && other.handle != row.handle
            {
                desk.found
                    .error(row.line, "email", &row.email, "import-email-taken");
                continue;
            }
            let member = Member {
                person: Person {
                    id: PersonId(desk.hub.new_id()),
                    handle: row.handle.clone(),
                    name: row.name.clone(),
                    email: row.email.clone(),
                    language: row.language,
                },
                organisation,
                roles: row.roles.clone(),
                active: true,
            };
            let change = person::put(desk.tx, desk.scope, &member, desk.hub.now())?;
            desk.tally.count(Object::Person, change);
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
