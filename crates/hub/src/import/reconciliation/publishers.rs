//! Which publisher a line means.

use std::collections::HashMap;

use firstline_domain::id::OrganisationId;
use firstline_domain::organisation::{Organisation, handle_of};
use firstline_domain::party::PartyKind;
use firstline_store::{StoreError, organisation};

use super::super::catalogue::publisher_of;
use super::super::engine::Desk;
use super::super::problem::Object;
use super::facts::free_handle;
use super::line::{Columns, Field, Line};
use crate::search::fold;

const PUBLISHER_SCHEME: &str = "publisher-id";

/// The publishers of the hub by folded name, read when first needed.
#[derive(Default)]
pub(super) struct Publishers(Option<HashMap<String, Namesake>>);

/// Whose a name is.
#[derive(Clone, Copy)]
enum Namesake {
    One(OrganisationId),
    Several,
}

impl Publishers {
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }

    /// The publisher that a line names: by its id, else by the handle that its name makes, else by its name, else made.
    /// Where the name alone could be several, the line is told so, and nobody is chosen.
    pub(super) fn of(
        &mut self,
        desk: &mut Desk<'_, '_>,
        line: &Line,
        columns: &Columns,
    ) -> Result<Option<Organisation>, StoreError> {
        let (id, name) = (
            line.get(columns, Field::PublisherId),
            line.get(columns, Field::PublisherName),
        );
        if !id.is_empty()
            && let Some(found) = organisation::by_alias(desk.tx, desk.scope, PUBLISHER_SCHEME, id)?
            && let Some(found) = organisation::by_id(desk.tx, desk.scope, found)?
        {
            return Ok(Some(found));
        }
        let mut wanted = handle_of(name);
        if wanted.is_empty() {
            wanted = handle_of(&format!("publisher-{id}"));
        }
        let by_handle = organisation::by_handle(desk.tx, desk.scope, &wanted)?;
        let known = match by_handle.filter(|organisation| organisation.is(PartyKind::Publisher)) {
            Some(found) => Some(found),
            None => match self.named(desk, name)? {
                Some(Namesake::One(found)) => organisation::by_id(desk.tx, desk.scope, found)?,
                Some(Namesake::Several) => {
                    let key = "import-publisher-ambiguous";
                    desk.found.error(line.line, "PublisherName", name, key);
                    return Ok(None);
                }
                None => None,
            },
        };
        let found = match known {
            Some(found) => found,
            None => self.make(desk, &wanted, name)?,
        };
        if !id.is_empty() {
            organisation::add_alias(desk.tx, desk.scope, PUBLISHER_SCHEME, id, found.id)?;
        }
        Ok(Some(found))
    }

    /// Whose name this is, however it is written.
    fn named(&mut self, desk: &mut Desk<'_, '_>, name: &str) -> Result<Option<Namesake>, StoreError> {
        let names = match &mut self.0 {
            Some(names) => names,
            none => {
                let mut names = HashMap::new();
                organisation::each_name(desk.tx, desk.scope, PartyKind::Publisher, |id, name| {
                    names
                        .entry(fold(name))
                        .and_modify(|namesake| *namesake = Namesake::Several)
                        .or_insert(Namesake::One(id));
                })?;
                none.insert(names)
            }
        };
        Ok(names.get(&fold(name)).copied())
    }

    fn make(
        &mut self,
        desk: &mut Desk<'_, '_>,
        wanted: &str,
        name: &str,
    ) -> Result<Organisation, StoreError> {
        let handle = free_handle(desk, wanted, "publisher")?;
        let new = publisher_of(desk, &handle, Some(name), false);
        let (id, change) = organisation::put(desk.tx, desk.scope, &new, desk.now)?;
        desk.tally.count(Object::Organisation, change);
        if let Some(names) = &mut self.0 {
            names.insert(fold(name), Namesake::One(id));
        }
        Ok(Organisation { id, ..new })
    }
}
