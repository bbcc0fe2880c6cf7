//! Drives the import of a file, whatever its form: batches, going on after a cut, rehearsal, report.

use std::fs::File;
use std::ops::ControlFlow;
use std::sync::Arc;

use firstline_domain::scope::Scope;
use firstline_store::StoreError;
use firstline_store::db::Tx;
use firstline_store::{import_run, offer};
use jiff::Timestamp;
use uuid::Uuid;

use super::mapping::Mapping;
use super::problem::{Found, Ledger, Report, Tally};
use super::{Form, ImportError, Progress, Request};
use crate::{Hub, HubError};

/// What reading one row came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// The slot holds a row to write.
    Row,
    /// There was a row, and it cannot be taken.
    Bad,
    End,
}

/// One form at work on one file.
pub(super) trait Intake {
    type Row: Default;
    /// Rows read before they are written together.
    const BATCH_ROWS: usize;

    /// Reads the next row into the slot, which holds an earlier one, and checks everything about it that needs no
    /// records. What is wrong with it is added to `found`.
    fn read(&mut self, slot: &mut Self::Row, found: &mut Found) -> Result<Read, ImportError>;

    /// Records the rows. May be called again with the same rows, when the transaction has to be repeated.
    fn write(&mut self, desk: &mut Desk<'_, '_>, rows: &[Self::Row]) -> Result<(), HubError>;

    /// Forgets what was learned from records: the transaction it was learned in did not last.
    fn forget(&mut self);

    /// How much of the file has been read.
    fn bytes_done(&self) -> u64;
}

/// What writing rows needs, and where it says what it did.
pub(super) struct Desk<'d, 'tx> {
    pub(super) tx: &'d mut Tx<'tx>,
    pub(super) hub: &'d Hub,
    pub(super) scope: &'d Scope,
    pub(super) now: Timestamp,
    /// The import that the rows come with.
    pub(super) run: Uuid,
    pub(super) found: &'d mut Found,
    pub(super) tally: &'d mut Tally,
}

/// An import that is about to begin.
pub(super) struct Job<'j> {
    hub: &'j Hub,
    scope: &'j Scope,
    request: &'j Request,
    pub(super) mapping: Option<Arc<Mapping>>,
    /// Of the file's content and everything that bears on what becomes of it.
    fingerprint: String,
    bytes_total: u64,
}

impl<'j> Job<'j> {
    pub(super) fn new(hub: &'j Hub, scope: &'j Scope, request: &'j Request) -> Result<Self, ImportError> {
        let mapping = request.mapping.as_deref().map(Mapping::load).transpose()?;
        let unreadable = |source| ImportError::Unreadable {
            path: request.file.clone(),
            source,
        };
        let file = File::open(&request.file).map_err(unreadable)?;
        let bytes_total = file.metadata().map_err(unreadable)?.len();
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(file).map_err(unreadable)?;
        let mapping_text = mapping.as_ref().map_or("", |mapping| mapping.text());
        for part in [
            request.form.as_str(),
            request.publisher.as_deref().unwrap_or_default(),
            request.seller.as_deref().unwrap_or_default(),
            mapping_text,
        ] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let fingerprint = hasher.finalize().to_hex().to_string();
        Ok(Job {
            hub,
            scope,
            request,
            mapping: mapping.map(Arc::new),
            fingerprint,
            bytes_total,
        })
    }

    /// Does it, with whatever reads this form.
    pub(super) fn run<I: Intake>(
        &self,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
        open: impl Fn() -> Result<I, ImportError>,
    ) -> Result<Report, ImportError> {
        if self.request.dry_run {
            self.rehearse(watch, open)
        } else {
            self.perform(watch, open)
        }
    }

    fn ledger(&self) -> Result<Ledger, ImportError> {
        let Request {
            form,
            dry_run,
            problems,
            lang,
            ..
        } = self.request;
        Ledger::open(*form, *dry_run, problems.as_deref(), *lang)
    }

    fn perform<I: Intake>(
        &self,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
        open: impl Fn() -> Result<I, ImportError>,
    ) -> Result<Report, ImportError> {
        let mut ledger = self.ledger()?;
        let mut intake = open()?;
        let new_id = self.hub.new_id();
        let (run, mut rows_done) = self.hub.db().write_blocking(|tx| self.begin(tx, new_id, None))?;
        let Some(run) = run else {
            ledger.report.seen_before = true;
            return Ok(ledger.report);
        };
        ledger.report.rows_before = rows_done;

        let mut batch = Batch::<I>::default();
        loop {
            let at_end = batch.fill(&mut intake, rows_done)?;
            let (mut found, mut tally) = (Found::default(), Tally::default());
            let mut attempts = 0;
            self.hub.db().write_blocking(|tx| -> Result<(), ImportError> {
                if attempts > 0 {
                    intake.forget();
                }
                attempts += 1;
                found.clear();
                tally = Tally::default();
                self.begin(tx, new_id, Some(rows_done))?;
                self.write(tx, &mut intake, batch.rows(), run, &mut found, &mut tally)?;
                let done = i64::try_from(batch.read_total).unwrap_or(i64::MAX);
                import_run::advance(tx, self.scope, run, done, at_end)?;
                if at_end {
                    let mut report = ledger.report.clone();
                    report.rows = batch.read_total;
                    report.add(&tally);
                    report.add_problems(&batch.found);
                    report.add_problems(&found);
                    self.record(tx, run, &report)?;
                }
                Ok(())
            })?;
            ledger.add(&Tally::default(), &mut batch.found)?;
            ledger.add(&tally, &mut found)?;
            rows_done = rows_done.max(batch.read_total);
            ledger.report.rows = batch.read_total;
            let progress = Progress {
                bytes_done: intake.bytes_done(),
                bytes_total: self.bytes_total,
                rows: batch.read_total,
            };
            if watch(progress).is_break() && !at_end {
                return Err(ImportError::Stopped);
            }
            if at_end {
                return Ok(ledger.report);
            }
        }
    }

    /// Everything in one transaction that is taken back. A row may rest on any before it, so that taking it back sooner, or only
    /// reading, would give another report than the import. Meanwhile nobody else writes to a SQLite file.
    fn rehearse<I: Intake>(
        &self,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
        open: impl Fn() -> Result<I, ImportError>,
    ) -> Result<Report, ImportError> {
        let run = self.hub.new_id();
        let rehearsed = self.hub.db().write_blocking(|tx| -> Result<(), Rehearsal> {
            let mut ledger = self.ledger()?;
            let mut intake = open()?;
            let mut batch = Batch::<I>::default();
            loop {
                let at_end = batch.fill(&mut intake, 0)?;
                let (mut found, mut tally) = (Found::default(), Tally::default());
                self.write(tx, &mut intake, batch.rows(), run, &mut found, &mut tally)?;
                ledger.add(&Tally::default(), &mut batch.found)?;
                ledger.add(&tally, &mut found)?;
                ledger.report.rows = batch.read_total;
                let progress = Progress {
                    bytes_done: intake.bytes_done(),
                    bytes_total: self.bytes_total,
                    rows: batch.read_total,
                };
                if watch(progress).is_break() && !at_end {
                    return Err(ImportError::Stopped.into());
                }
                if at_end {
                    return Err(Rehearsal::Through(Box::new(ledger.report)));
                }
            }
        });
        match rehearsed {
            Err(Rehearsal::Through(report)) => Ok(*report),
            Err(Rehearsal::Failed(error)) => Err(error),
            Ok(()) => Err(ImportError::Stopped),
        }
    }

    /// The run of this file and how many of its rows are in. A finished file begins anew, since what it says may have been
    /// changed since; but not reconciliation lines, which nothing else changes.
    fn begin(
        &self,
        tx: &mut Tx<'_>,
        new_id: Uuid,
        expected: Option<u64>,
    ) -> Result<(Option<Uuid>, u64), ImportError> {
        let Request { form, file, .. } = self.request;
        let name = file
            .file_name()
            .map(|name| name.to_string_lossy())
            .unwrap_or_default();
        let run = import_run::begin(
            tx,
            self.scope,
            new_id,
            &self.fingerprint,
            form.as_str(),
            &name,
            self.hub.now(),
        )?;
        let mut rows_done = u64::try_from(run.rows_done).unwrap_or(0);
        if let Some(expected) = expected {
            if rows_done != expected || run.finished {
                return Err(ImportError::Elsewhere);
            }
            return Ok((Some(run.id), rows_done));
        }
        if run.finished {
            if *form == Form::Reconciliation {
                return Ok((None, rows_done));
            }
            rows_done = 0;
            import_run::advance(tx, self.scope, run.id, 0, false)?;
        }
        Ok((Some(run.id), rows_done))
    }

    fn write<I: Intake>(
        &self,
        tx: &mut Tx<'_>,
        intake: &mut I,
        rows: &[I::Row],
        run: Uuid,
        found: &mut Found,
        tally: &mut Tally,
    ) -> Result<(), ImportError> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut desk = Desk {
            tx,
            hub: self.hub,
            scope: self.scope,
            now: self.hub.now(),
            run,
            found,
            tally,
        };
        intake.write(&mut desk, rows)?;
        if tally.changes_catalogue() {
            offer::bump_catalogue(tx, self.scope)?;
        }
        Ok(())
    }

    fn record(&self, tx: &mut Tx<'_>, run: Uuid, report: &Report) -> Result<(), ImportError> {
        let name = self
            .request
            .file
            .file_name()
            .map(|name| name.to_string_lossy())
            .unwrap_or_default();
        self.hub
            .record(tx, self.scope, "import", &run.to_string(), &report.detail(&name))?;
        Ok(())
    }
}

/// How a rehearsal ends: never with `Ok`, so that nothing of it stays.
enum Rehearsal {
    Through(Box<Report>),
    Failed(ImportError),
}

impl From<ImportError> for Rehearsal {
    fn from(error: ImportError) -> Self {
        Rehearsal::Failed(error)
    }
}

impl From<StoreError> for Rehearsal {
    fn from(error: StoreError) -> Self {
        Rehearsal::Failed(error.into())
    }
}

/// Rows that are written together. Its slots are used again and again.
struct Batch<I: Intake> {
    slots: Vec<I::Row>,
    filled: usize,
    found: Found,
    /// Rows read since the beginning of the file.
    read_total: u64,
}

impl<I: Intake> Default for Batch<I> {
    fn default() -> Self {
        Batch {
            slots: Vec::new(),
            filled: 0,
            found: Found::default(),
            read_total: 0,
        }
    }
}

impl<I: Intake> Batch<I> {
    fn rows(&self) -> &[I::Row] {
        &self.slots[..self.filled]
    }

    /// Reads the next rows, passing over the first `rows_done` of the file; says whether that was the end of it.
    fn fill(&mut self, intake: &mut I, rows_done: u64) -> Result<bool, ImportError> {
        self.filled = 0;
        let mut read_here = 0;
        while read_here < I::BATCH_ROWS {
            if self.filled == self.slots.len() {
                self.slots.push(I::Row::default());
            }
            let read = intake.read(&mut self.slots[self.filled], &mut self.found)?;
            if read == Read::End {
                return Ok(true);
            }
            self.read_total += 1;
            if self.read_total <= rows_done {
                continue;
            }
            read_here += 1;
            if read == Read::Row {
                self.filled += 1;
            }
        }
        Ok(false)
    }
}
