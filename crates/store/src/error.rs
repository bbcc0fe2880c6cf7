//! What can go wrong: [`OpenError`] before there is a database to talk to, [`StoreError`] afterwards.
//!
//! Both wrap the driver's error as their source. The sentences a person reads stand in the locale files, under the
//! stable [`OpenError::key`] and [`StoreError::key`]; the messages here are for logs and developers. No message holds
//! a value of a row or a password.

use std::path::PathBuf;

/// The driver's own error.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why a database could not be opened. Each variant is one thing to do about it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither a file path nor a `sqlite:`, `postgres:` or `postgresql:` address.
    #[error("the database address {url} is not understood")]
    Url { url: String, source: Option<Cause> },
    /// The file is not there and should not be made.
    #[error("there is no database at {}", path.display())]
    Missing { path: PathBuf },
    /// The file or its directory cannot be read and written.
    #[error("{} cannot be opened for reading and writing", path.display())]
    Unwritable { path: PathBuf, source: Cause },
    /// Another process keeps the file to itself for longer than [`Options::patience`](crate::db::Options).
    #[error("{} is held by another process", path.display())]
    Locked { path: PathBuf, source: Cause },
    /// The file is something else, or damaged.
    #[error("{} is not a database", path.display())]
    NotADatabase { path: PathBuf, source: Cause },
    /// The file is a database, but another program's.
    #[error("{} is a database of another program", path.display())]
    Foreign { path: PathBuf },
    /// The disk is full.
    #[error("no space is left for {place}")]
    Full { place: String, source: Cause },
    /// Nobody answers at this address, or the answer took too long.
    #[error("no database server answers at {server}")]
    Unreachable { server: String, source: Cause },
    /// The server does not accept the user, the password or the address we come from.
    #[error("{server} refused the login")]
    Login { server: String, source: Cause },
    /// The file with the certificate that is shown to the server, or with its key, cannot be read.
    #[error("{} cannot be read as PEM", file.display())]
    Certificate { file: PathBuf, source: Cause },
    /// The key is not the certificate's.
    #[error("{} and {} cannot be used together", certificate.display(), key.display())]
    CertificatePair {
        certificate: PathBuf,
        key: PathBuf,
        source: Cause,
    },
    /// The server has no database of this name.
    #[error("{server} has no database {database}")]
    NoDatabase {
        server: String,
        database: String,
        source: Cause,
    },
    /// The connection cannot be encrypted, or the server's certificate is not trusted.
    #[error("no trusted encrypted connection to {server}")]
    Tls { server: String, source: Cause },
    /// A newer version of this program has already been here.
    #[error("the database was migrated by a newer version ({migration})")]
    NewerSchema { migration: String },
    /// A migration that was applied differs from the one this version knows by that name.
    #[error("migration {migration} was applied in another wording")]
    ChangedSchema { migration: String },
    /// A migration failed; nothing of it remains.
    #[error("migration {migration} failed")]
    Migration { migration: String, source: Cause },
    /// Migrations are to be applied, and this user may not: it only serves.
    #[error("migrations from {migration} on wait for the tables' owner, and {user} is not")]
    MigrationsWaiting { migration: String, user: String },
    /// The user lacks a right that a hub needs to serve.
    #[error("{user} lacks rights on the table {table}")]
    RightMissing { table: String, user: String },
    /// Anything else.
    #[error("{place} could not be opened")]
    Other { place: String, source: Cause },
}

impl OpenError {
    /// The key of the sentence for people.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Url { .. } => "database-url-unknown",
            Self::Missing { .. } => "database-missing",
            Self::Unwritable { .. } => "database-unwritable",
            Self::Locked { .. } => "database-locked",
            Self::NotADatabase { .. } => "database-not-one",
            Self::Foreign { .. } => "database-foreign",
            Self::Full { .. } => "database-disk-full",
            Self::Unreachable { .. } => "database-unreachable",
            Self::Login { .. } => "database-login-refused",
            Self::Certificate { .. } => "database-certificate-unreadable",
            Self::CertificatePair { .. } => "database-certificate-unfit",
            Self::NoDatabase { .. } => "database-name-unknown",
            Self::Tls { .. } => "database-tls",
            Self::NewerSchema { .. } => "database-schema-newer",
            Self::ChangedSchema { .. } => "database-schema-changed",
            Self::Migration { .. } => "database-migration-failed",
            Self::MigrationsWaiting { .. } => "database-migrations-waiting",
            Self::RightMissing { .. } => "database-right-missing",
            Self::Other { .. } => "database-open-failed",
        }
    }

    /// The arguments of that sentence: `place` wherever there is one, and `migration`, `database`, `key`, `table` or `user`.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Url { url, .. } => vec![("place", url.clone())],
            Self::Missing { path }
            | Self::Foreign { path }
            | Self::Unwritable { path, .. }
            | Self::Locked { path, .. }
            | Self::NotADatabase { path, .. } => vec![("place", path.display().to_string())],
            Self::Certificate { file, .. } => vec![("place", file.display().to_string())],
            Self::CertificatePair { certificate, key, .. } => vec![
                ("place", certificate.display().to_string()),
                ("key", key.display().to_string()),
            ],
            Self::MigrationsWaiting { migration, user } => {
                vec![("migration", migration.clone()), ("user", user.clone())]
            }
            Self::RightMissing { table, user } => vec![("table", table.clone()), ("user", user.clone())],
            Self::Full { place, .. } | Self::Other { place, .. } => vec![("place", place.clone())],
            Self::Unreachable { server, .. } | Self::Login { server, .. } | Self::Tls { server, .. } => {
                vec![("place", server.clone())]
            }
            Self::NoDatabase { server, database, .. } => {
                vec![("place", server.clone()), ("database", database.clone())]
            }
            Self::NewerSchema { migration }
            | Self::ChangedSchema { migration }
            | Self::Migration { migration, .. } => vec![("migration", migration.clone())],
        }
    }
}

/// Which rule of a table a statement ran against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Unique,
    ForeignKey,
    NotNull,
    Check,
}

/// Why a statement or a transaction did not go through. Nothing of the transaction remains, except where
/// [`StoreError::OutcomeUnknown`] says that this cannot be known.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The scope does not reach what was to be written.
    #[error("the scope does not reach this row")]
    NotAllowed,
    /// A column holds something else than what it was read as.
    #[error("column {column}: wanted {wanted}, found {found}")]
    Column {
        column: String,
        wanted: &'static str,
        found: String,
    },
    /// One row was wanted and there was none, or more than one.
    #[error("wanted one row, found {found}: {sql}")]
    RowCount { sql: String, found: &'static str },
    /// A rule of the table forbids it.
    #[error("{rule:?} forbids: {sql}")]
    Rule { rule: Rule, sql: String, source: Cause },
    /// The statement itself is wrong, or the engine failed at it.
    #[error("statement failed: {sql}")]
    Statement { sql: String, source: Cause },
    /// Others wrote the same things at the same time, again and again, or held the database all the while.
    #[error("others kept the database busy")]
    Busy { source: Option<Cause> },
    /// The database cannot be reached (any more).
    #[error("the database cannot be reached")]
    Unavailable { source: Cause },
    /// The connection was lost while the transaction was being committed: it may have happened or not.
    #[error("the connection was lost during commit")]
    OutcomeUnknown { source: Cause },
    /// The statement took longer than it may.
    #[error("statement took too long: {sql}")]
    TooSlow { sql: String, source: Cause },
    /// The disk is full.
    #[error("no space is left for the database")]
    Full { source: Cause },
    /// A statement had failed, and the closure went on or returned `Ok` all the same.
    #[error("the transaction went on after a failed statement")]
    Doomed,
    /// A second statement in [`Db::read_one`](crate::db::Db::read_one).
    #[error("read_one runs one statement: {sql}")]
    SecondStatement { sql: String },
    /// The process is shutting down.
    #[error("the process is shutting down")]
    Stopping,
}

impl StoreError {
    /// The key of the sentence for people.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Busy { .. } => "store-busy",
            Self::Unavailable { .. } | Self::Stopping => "store-unavailable",
            Self::NotAllowed => "error-not-allowed",
            Self::OutcomeUnknown { .. } => "store-outcome-unknown",
            Self::TooSlow { .. } => "store-too-slow",
            Self::Full { .. } => "store-disk-full",
            Self::Column { .. }
            | Self::RowCount { .. }
            | Self::Rule { .. }
            | Self::Statement { .. }
            | Self::Doomed
            | Self::SecondStatement { .. } => "store-failed",
        }
    }

    /// Whether the same call may well succeed a little later: worth a `Retry-After`.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Busy { .. } | Self::Unavailable { .. } | Self::TooSlow { .. } | Self::Stopping
        )
    }

    /// Whether a row with that key was there already.
    pub fn is_duplicate(&self) -> bool {
        matches!(
            self,
            Self::Rule {
                rule: Rule::Unique,
                ..
            }
        )
    }
}
