//! Reconciliation lines of Partner Center, as CSV (one-time and daily rated) or JSON (pages, an array, or JSON lines).
//!
//! Every line is kept as it came. From the lines of third-party products come, where they are not known yet, the
//! customer, the publisher, the offer and the subscription; what is known already is left as it is, since a line says
//! less about it than whoever keeps it. A line without those facts is kept all the same, and counted by the reason.

mod facts;
mod line;
mod publishers;

use std::path::Path;

use firstline_domain::organisation::Organisation;
use firstline_domain::policy::Policy;
use firstline_store::invoice_line;

use self::facts::Facts;
use self::line::{Columns, Line};
use super::ImportError;
use super::engine::{Desk, Intake, Read};
use super::items::{Item, Items};
use super::problem::{Found, Object, Severity};
use super::table::Table;
use crate::HubError;

pub(super) struct Reconciliation {
    source: Source,
    columns: Columns,
    facts: Facts,
    /// Room for what a line says, while its digest is taken.
    said: Vec<u8>,
}

enum Source {
    Csv(Table),
    Json { items: Items, text: Vec<u8> },
}

impl Reconciliation {
    pub(super) fn open(path: &Path, policy: &Policy, seller: &Organisation) -> Result<Self, ImportError> {
        let (source, columns) = if is_json(path)? {
            (
                Source::Json {
                    items: Items::open(path, "items")?,
                    text: Vec::new(),
                },
                Columns::of_items(),
            )
        } else {
            let table = Table::open(path)?;
            let columns = Columns::of_header(table.header())?;
            (Source::Csv(table), columns)
        };
        Ok(Reconciliation {
            source,
            columns,
            facts: Facts::new(policy, seller),
            said: Vec::new(),
        })
    }
}

impl Intake for Reconciliation {
    type Row = Line;
    const BATCH_ROWS: usize = 20_000;

    fn read(&mut self, slot: &mut Line, found: &mut Found) -> Result<Read, ImportError> {
        let line = match &mut self.source {
            Source::Csv(table) => {
                let read = table.read(&mut slot.record, found)?;
                if read != Read::Row {
                    return Ok(read);
                }
                table.line()
            }
            Source::Json { items, text } => match items.read(text)? {
                Item::End => return Ok(Read::End),
                Item::TooLong => {
                    found.error(items.number(), "", "", "import-item-too-long");
                    return Ok(Read::Bad);
                }
                Item::Whole => {
                    if let Err((key, detail)) = line::read_item(text, &mut slot.record) {
                        found.add(items.number(), "", "", key, &detail, Severity::Error);
                        return Ok(Read::Bad);
                    }
                    items.number()
                }
            },
        };
        slot.line = line;
        Ok(if slot.check(&self.columns, &mut self.said, found) {
            Read::Row
        } else {
            Read::Bad
        })
    }

    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Line]) -> Result<(), HubError> {
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let customer = self.facts.settle(desk, row, &self.columns)?;
            lines.push(row.kept(&self.columns, customer));
        }
        let kept = invoice_line::keep(desk.tx, desk.scope, self.facts.seller(), desk.run, &lines)?;
        desk.tally.count_many(Object::InvoiceLine, kept.added, kept.known);
        Ok(())
    }

    fn forget(&mut self) {
        self.facts.forget();
    }

    fn bytes_done(&self) -> u64 {
        match &self.source {
            Source::Csv(table) => table.bytes_done(),
            Source::Json { items, .. } => items.bytes_done(),
        }
    }
}

/// JSON begins with a bracket.
fn is_json(path: &Path) -> Result<bool, ImportError> {
    use std::io::Read as _;
    let unreadable = |source| ImportError::Unreadable {
        path: path.to_owned(),
        source,
    };
    let mut start = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(1024).read_to_end(&mut start).map_err(unreadable)?;
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    Ok(matches!(
        text.iter().find(|byte| !byte.is_ascii_whitespace()),
        Some(b'{' | b'[')
    ))
}
