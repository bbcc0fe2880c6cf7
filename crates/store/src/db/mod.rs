//! [`Db`]: the handle on the database, and the one way into it.
//!
//! A closure is given a [`Tx`] and runs as one transaction: it sees one state of the database, and either all it wrote
//! is kept or nothing. It can be run again, and will be when others got in the way, so it must be repeatable: whatever
//! it does besides statements on its `Tx` (ids, times, messages) comes from outside or is overwritten by the next run.
//!
//! | | SQLite | PostgreSQL |
//! |---|---|---|
//! | [`Db::read`] | deferred, cannot write | repeatable read, read only |
//! | [`Db::read_one`] | one statement, cannot write | the same without `begin` and `commit`: a third of the round trips |
//! | [`Db::write`] | immediate; one at a time, first come first served | serializable |
//!
//! The `async` forms run the closure on the runtime's threads for blocking work, never more of them at a time than
//! there are connections. The `_blocking` forms are for the command line and must not be called from async code. When
//! a waiting caller is dropped its closure still runs to the end, as one transaction.

mod postgres;
mod sqlite;
mod tx;
mod value;

use std::hash::{BuildHasher, RandomState};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

pub(crate) use self::tx::Mode;
pub use self::tx::{Engine, Tx};
use self::tx::{Fate, Link};
pub use self::value::{FromValue, Param, Row, Value};
use crate::error::{OpenError, StoreError};
use crate::migrate::{self, MIGRATIONS, Migration};

/// A transaction is tried this often before its caller is told that others are in the way.
const ATTEMPTS_MAX: u32 = 10;
const PAUSE_FIRST: Duration = Duration::from_millis(2);
const PAUSE_MAX: Duration = Duration::from_millis(250);

/// Where a database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(PathBuf),
    /// An address that starts with `postgres://` or `postgresql://`.
    Postgres(String),
}

impl DatabaseUrl {
    /// A file path, `sqlite:` and a file path, or a PostgreSQL address.
    ///
    /// # Errors
    /// [`OpenError::Url`] when it is the address of something else, or of a database in memory: such a one would be
    /// gone with its connection.
    pub fn parse(text: &str) -> Result<Self, OpenError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = match text.strip_prefix("sqlite:") {
            Some(rest) => rest.strip_prefix("//").unwrap_or(rest),
            None => text,
        };
        if path.is_empty() || path == ":memory:" || path.contains("://") || path.contains('\0') {
            return Err(OpenError::Url {
                url: postgres::redacted(text),
                source: None,
            });
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }

    /// Whether it is an address with a password in it.
    pub fn has_password(&self) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(url) => postgres::has_password(url),
        }
    }
}

/// How to open a database; [`Options::default`] suits `serve`.
#[derive(Clone, Debug)]
pub struct Options {
    /// How this process is called in the server's list of sessions.
    pub application_name: String,
    /// How long a caller waits for a connection, or for others to finish writing.
    pub patience: Duration,
    /// Connections to PostgreSQL, or readers of the SQLite file (its writer comes on top).
    pub connections: usize,
    /// Whether to make the SQLite file when it is not there.
    pub create: bool,
    /// The migrations to bring the database to; all of them, but for tests of migrating itself.
    pub migrations: &'static [Migration],
}

impl Default for Options {
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        Self {
            application_name: "firstline".to_owned(),
            patience: Duration::from_secs(10),
            connections: (cores * 2).clamp(4, 16),
            create: true,
            migrations: MIGRATIONS,
        }
    }
}

/// The handle. Clones share its connections; it is closed with the last of them.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    backend: Backend,
    patience: Duration,
    /// Callers wait here, in order and without holding a thread.
    readers: Arc<Semaphore>,
    writers: Arc<Semaphore>,
    /// Held by the one transaction of this process that is being run again: many who write to the same rows would otherwise be in
    /// each other's way over and over.
    again: Mutex<()>,
}

enum Backend {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

/// A closure as the handle sees it, which keeps what it returns: whether that was `Ok`.
type Work<'f> = &'f mut dyn FnMut(&mut Tx<'_>) -> bool;

/// Whose the result is.
enum End {
    Closure,
    Handle(StoreError),
}

impl Db {
    /// Opens the database and migrates it to this version's schema, where the user may: one that only serves finds it done.
    /// Any number of processes may do so at once.
    ///
    /// Blocks; call it before the runtime starts or on a thread for blocking work.
    ///
    /// # Errors
    /// See [`OpenError`]; a schema newer than this version's is left alone.
    pub fn open(url: &DatabaseUrl, options: &Options) -> Result<Self, OpenError> {
        let connections = Arc::new(Semaphore::new(options.connections.max(1)));
        let (backend, writers) = match url {
            DatabaseUrl::Sqlite(path) => (
                Backend::Sqlite(sqlite::Sqlite::open(path, options)?),
                Arc::new(Semaphore::new(1)),
            ),
            DatabaseUrl::Postgres(url) => (
                Backend::Postgres(postgres::Postgres::open(url, options)?),
                Arc::clone(&connections),
            ),
        };
        let inner = Inner {
            backend,
            patience: options.patience,
            readers: connections,
            writers,
            again: Mutex::new(()),
        };
        let db = Self {
            inner: Arc::new(inner),
        };
        migrate::migrate(&db, options.migrations)?;
        Ok(db)
    }

    /// The engine below.
    pub fn engine(&self) -> Engine {
        match self.inner.backend {
            Backend::Sqlite(_) => Engine::Sqlite,
            Backend::Postgres(_) => Engine::Postgres,
        }
    }

    /// The file, or server and port: for messages.
    pub fn place(&self) -> String {
        match &self.inner.backend {
            Backend::Sqlite(sqlite) => sqlite.place(),
            Backend::Postgres(postgres) => postgres.place(),
        }
    }

    /// Reads one state of the database.
    ///
    /// # Errors
    /// What `f` returns, or a [`StoreError`] of the handle itself.
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.spawn(Mode::Read, f).await
    }

    /// Reads with a single statement; a second one is refused with [`StoreError::SecondStatement`].
    ///
    /// # Errors
    /// As for [`Db::read`].
    pub async fn read_one<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.spawn(Mode::ReadOne, f).await
    }

    /// Writes, and commits when `f` returns `Ok`. An `Err` of `f` rolls everything back and is passed on.
    ///
    /// # Errors
    /// What `f` returns, or a [`StoreError`] of the handle itself: [`StoreError::Busy`] when others were in the way
    /// each time, [`StoreError::OutcomeUnknown`] when the line went dead during the commit.
    pub async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.spawn(Mode::Write, f).await
    }

    /// [`Db::read`] on this thread.
    ///
    /// # Errors
    /// As for [`Db::read`].
    pub fn read_blocking<T, E: From<StoreError>>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.run(Mode::Read, f)
    }

    /// [`Db::write`] on this thread.
    ///
    /// # Errors
    /// As for [`Db::write`].
    pub fn write_blocking<T, E: From<StoreError>>(
        &self,
        f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.run(Mode::Write, f)
    }

    async fn spawn<T, E, F>(&self, mode: Mode, f: F) -> Result<T, E>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let result = Arc::new(Mutex::new(None));
        let (db, kept) = (self.clone(), Arc::clone(&result));
        let work = Box::new(move || *lock(&kept) = Some(db.run(mode, f)));
        self.queue(mode, work).await?;
        let result = lock(&result).take();
        result.expect("work that ended without a panic kept what came of it")
    }

    /// Waits for a turn and does the work on one of the runtime's threads for blocking work.
    async fn queue(&self, mode: Mode, work: Box<dyn FnOnce() + Send>) -> Result<(), StoreError> {
        let queue = if mode == Mode::Write {
            &self.inner.writers
        } else {
            &self.inner.readers
        };
        let Ok(turn) = timeout(self.inner.patience, Arc::clone(queue).acquire_owned()).await else {
            return Err(StoreError::Busy { source: None });
        };
        let done = spawn_blocking(move || {
            let _turn = turn;
            work();
        });
        done.await.map_err(|error| match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(_) => StoreError::Stopping,
        })
    }

    /// Runs the closure until it is through, others have been in the way too often, or patience ends.
    ///
    /// Only this much is compiled for each closure there is: hundreds, so that it counts.
    pub(crate) fn run<T, E: From<StoreError>>(
        &self,
        mode: Mode,
        mut f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut result = None;
        let ended = self.run_until_through(mode, &mut |tx| result.insert(f(tx)).is_ok());
        match (ended, result) {
            (End::Closure, Some(result)) => result,
            (End::Closure, None) => unreachable!("a closure that ended had run"),
            (End::Handle(error), _) => Err(error.into()),
        }
    }

    fn run_until_through(&self, mode: Mode, f: Work<'_>) -> End {
        let started = Instant::now();
        let mut attempt = 1;
        let mut turn = None;
        loop {
            let (end, fate) = self.run_once(mode, f);
            let is_last = attempt == ATTEMPTS_MAX || started.elapsed() >= self.inner.patience;
            if is_last || !matches!(fate, Fate::Again) {
                return end;
            }
            tracing::debug!(
                attempt,
                ?mode,
                "others were in the way; the transaction is run again"
            );
            if turn.is_none() {
                turn = Some(lock(&self.inner.again));
            } else {
                thread::sleep(pause(attempt));
            }
            attempt += 1;
        }
    }

    fn run_once(&self, mode: Mode, f: Work<'_>) -> (End, Fate) {
        let done = match &self.inner.backend {
            Backend::Sqlite(sqlite) => match mode {
                Mode::Read | Mode::ReadOne => {
                    sqlite.with_reader(|conn| run_in(Tx::begin(Link::Sqlite(conn), mode), f))
                }
                Mode::Write | Mode::Migrate => Ok(run_in(Tx::begin(Link::Sqlite(&sqlite.writer()), mode), f)),
            },
            Backend::Postgres(postgres) => postgres
                .session()
                .map(|mut session| run_in(Tx::begin(Link::Postgres(&mut session), mode), f)),
        };
        done.unwrap_or_else(|error| (End::Handle(error), Fate::Doomed))
    }
}

fn run_in(begun: Result<Tx<'_>, (StoreError, Fate)>, f: Work<'_>) -> (End, Fate) {
    let handled = |(error, fate)| (End::Handle(error), fate);
    let mut tx = match begun {
        Ok(tx) => tx,
        Err(failed) => return handled(failed),
    };
    match (f(&mut tx), tx.fate()) {
        (true, Fate::Sound) => tx.commit().map_or_else(handled, |()| (End::Closure, Fate::Sound)),
        (true, fate) => (End::Handle(StoreError::Doomed), fate),
        (false, fate) => (End::Closure, fate),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Doubles with each attempt; a random half of it keeps two that collided from colliding again.
fn pause(attempt: u32) -> Duration {
    let full = PAUSE_FIRST.saturating_mul(1 << attempt.min(16)).min(PAUSE_MAX);
    let random = RandomState::new().hash_one(attempt) % 1024;
    full / 2 + full.mul_f64(random as f64 / 2048.0)
}
