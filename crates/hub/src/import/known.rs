//! What an import has looked up already: bounded, so that memory stays flat however many names a file has.

use std::collections::HashMap;

use firstline_domain::id::OrganisationId;
use firstline_domain::organisation::Organisation;
use firstline_store::StoreError;
use firstline_store::organisation;

use super::engine::Desk;

/// Names remembered before all are forgotten and looked up anew.
const NAMES_MAX: usize = 50_000;

/// Names and what they stand for.
#[derive(Debug)]
pub(super) struct Known<T>(HashMap<Box<str>, T>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Known(HashMap::new())
    }
}

impl<T> Known<T> {
    pub(super) fn get(&self, name: &str) -> Option<&T> {
        self.0.get(name)
    }

    pub(super) fn insert(&mut self, name: &str, value: T) {
        if self.0.len() >= NAMES_MAX {
            self.0.clear();
        }
        self.0.insert(name.into(), value);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// Organisations by handle; what is not there is remembered too.
#[derive(Debug, Default)]
pub(super) struct KnownOrganisations(Known<Option<Organisation>>);

impl KnownOrganisations {
    /// The organisation with this handle. Where there is none, `line` is told so.
    pub(super) fn find(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: u64,
        column: &str,
        handle: &str,
    ) -> Result<Option<Organisation>, StoreError> {
        if self.0.get(handle).is_none() {
            let found = organisation::by_handle(desk.tx, desk.scope, handle)?;
            self.0.insert(handle, found);
        }
        let found = self.0.get(handle).and_then(Clone::clone);
        if found.is_none() {
            desk.found.error(line, column, handle, "import-no-organisation");
        }
        Ok(found)
    }

    /// The same, when only its id is of interest.
    pub(super) fn id(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: u64,
        column: &str,
        handle: &str,
    ) -> Result<Option<OrganisationId>, StoreError> {
        Ok(self
            .find(desk, line, column, handle)?
            .map(|organisation| organisation.id))
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}
