//! SQLite: one file, one writer, a few readers.
//!
//! Write-ahead log, so that readers never wait for the writer; `synchronous = full`, so that what was committed is on
//! the disk, also after a power cut. Memory is bounded by the page caches below; the file is not mapped into memory,
//! because a failing disk would then kill the process instead of failing one statement.
//!
//! Several processes may work on one file at a time (`firstline import` beside `firstline serve`): SQLite lets them
//! take turns, and whoever waits longer than the options' patience gets [`StoreError::Busy`].

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, Error, ErrorCode, OpenFlags, ffi};

use super::Options;
use super::tx::{Fate, excerpt};
use crate::error::{Cause, OpenError, Rule, StoreError};

/// In the file's header: the letters `Flin`. Tells our file from another program's.
const APPLICATION_ID: i32 = 0x466c_696e;

pub(super) struct Sqlite {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Readers,
    patience: Duration,
}

/// Connections are opened when first needed and kept.
struct Readers {
    shelf: Mutex<Shelf>,
    returned: Condvar,
}

struct Shelf {
    idle: Vec<Connection>,
    unopened: usize,
}

impl Sqlite {
    pub(super) fn open(path: &Path, options: &Options) -> Result<Self, OpenError> {
        create_file(path, options.create)?;
        let writer = connect(path, options.patience, 8, false).map_err(|error| refused(path, error))?;
        claim(&writer, path)?;
        let shelf = Shelf {
            idle: Vec::new(),
            unopened: options.connections.max(1),
        };
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers: Readers {
                shelf: Mutex::new(shelf),
                returned: Condvar::new(),
            },
            patience: options.patience,
        })
    }

    pub(super) fn place(&self) -> String {
        self.path.display().to_string()
    }

    /// The writer, when it is free. A closure that panicked has been rolled back: the lock is not poisoned by it.
    pub(super) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends a reader to `f`.
    pub(super) fn with_reader<T>(&self, f: impl FnOnce(&Connection) -> T) -> Result<T, StoreError> {
        let loan = Loan {
            conn: Some(self.take_reader()?),
            readers: &self.readers,
        };
        Ok(f(loan.conn.as_ref().expect("taken out only when dropped")))
    }

    fn take_reader(&self) -> Result<Connection, StoreError> {
        let deadline = Instant::now() + self.patience;
        let mut shelf = self.readers.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(conn) = shelf.idle.pop() {
                return Ok(conn);
            }
            if shelf.unopened > 0 {
                let conn = connect(&self.path, self.patience, 4, true).map_err(|source| {
                    StoreError::Unavailable {
                        source: source.into(),
                    }
                })?;
                shelf.unopened -= 1;
                return Ok(conn);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(StoreError::Busy { source: None });
            }
            shelf = self
                .readers
                .returned
                .wait_timeout(shelf, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }
}

/// Brings the connection back, also when the closure panics.
struct Loan<'a> {
    conn: Option<Connection>,
    readers: &'a Readers,
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let mut shelf = self.readers.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.idle.extend(self.conn.take());
        self.readers.returned.notify_one();
    }
}

/// Makes the file readable by its owner alone, before SQLite would make it readable by all; the log beside it
/// inherits that.
fn create_file(path: &Path, create: bool) -> Result<(), OpenError> {
    if !create && !path.exists() {
        return Err(OpenError::Missing {
            path: path.to_owned(),
        });
    }
    let mut how = OpenOptions::new();
    how.read(true).write(true).create(create);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    how.open(path).map(drop).map_err(|source| match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OpenError::Full {
            place: path.display().to_string(),
            source: source.into(),
        },
        _ => OpenError::Unwritable {
            path: path.to_owned(),
            source: source.into(),
        },
    })
}

fn connect(path: &Path, patience: Duration, cache_mb: u32, reader: bool) -> Result<Connection, Error> {
    let conn = Connection::open_with_flags(
        path,
        // Each connection is used by one thread at a time: SQLite need not lock as well.
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(patience)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.execute_batch(&format!(
        "pragma journal_mode = wal;
         pragma synchronous = full;
         pragma foreign_keys = on;
         pragma trusted_schema = off;
         pragma journal_size_limit = 67108864;
         pragma cache_size = -{};
         pragma query_only = {};",
        cache_mb * 1024,
        if reader { "on" } else { "off" },
    ))?;
    rusqlite::vtab::array::load_module(&conn)?;
    Ok(conn)
}

/// Marks a new file as ours; refuses one that another program filled.
fn claim(conn: &Connection, path: &Path) -> Result<(), OpenError> {
    let read = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0));
    let look = || -> Result<bool, Error> {
        if read("pragma application_id")? == i64::from(APPLICATION_ID) {
            return Ok(true);
        }
        if read("select count(*) from sqlite_schema")? > 0 {
            return Ok(false);
        }
        conn.execute_batch(&format!("pragma application_id = {APPLICATION_ID}"))?;
        Ok(true)
    };
    match look() {
        Ok(true) => Ok(()),
        Ok(false) => Err(OpenError::Foreign {
            path: path.to_owned(),
        }),
        Err(error) => Err(refused(path, error)),
    }
}

/// `begin`, `commit` and `rollback` without parsing them each time.
pub(super) fn run(conn: &Connection, sql: &str) -> Result<(), Error> {
    conn.prepare_cached(sql)?.raw_execute().map(drop)
}

fn refused(path: &Path, error: Error) -> OpenError {
    let path = path.to_owned();
    let code = error.sqlite_error_code();
    let source: Cause = error.into();
    match code {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => OpenError::Locked { path, source },
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            OpenError::NotADatabase { path, source }
        }
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            OpenError::Unwritable { path, source }
        }
        Some(ErrorCode::DiskFull) => OpenError::Full {
            place: path.display().to_string(),
            source,
        },
        _ => OpenError::Other {
            place: path.display().to_string(),
            source,
        },
    }
}

/// What a failed statement means.
pub(super) fn explain(sql: &str, error: Error) -> (StoreError, Fate) {
    let extended = error.sqlite_error().map_or(0, |it| it.extended_code);
    let code = error.sqlite_error_code();
    let source: Cause = error.into();
    let sql = excerpt(sql);
    let rule = match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Some(Rule::Unique)
        }
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Some(Rule::ForeignKey),
        ffi::SQLITE_CONSTRAINT_NOTNULL => Some(Rule::NotNull),
        ffi::SQLITE_CONSTRAINT_CHECK => Some(Rule::Check),
        _ => None,
    };
    match (rule, code) {
        (Some(rule), _) => (StoreError::Rule { rule, sql, source }, Fate::Doomed),
        (_, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)) => {
            (StoreError::Busy { source: Some(source) }, Fate::Again)
        }
        (_, Some(ErrorCode::DiskFull)) => (StoreError::Full { source }, Fate::Doomed),
        (_, Some(ErrorCode::OperationInterrupted)) => (StoreError::TooSlow { sql, source }, Fate::Doomed),
        _ => (StoreError::Statement { sql, source }, Fate::Doomed),
    }
}
