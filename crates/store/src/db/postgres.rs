//! PostgreSQL: a pool of connections, each with the statements it has prepared.
//!
//! Every session speaks UTC, reads unless told otherwise, and gives up on a statement, a lock or an idle transaction
//! after a time. Connections idle for a while are checked before they are lent out.
//!
//! Encryption follows `sslmode` in the address: `disable` or `require`. Whenever a connection is encrypted, the
//! certificate and the host name are checked, so `verify-ca` and `verify-full` are taken as `require`. Without `sslmode`,
//! and with `prefer`, it is `require`, but for a server on this machine `disable`: nothing falls back. Trusted roots are
//! the system's; `SSL_CERT_FILE` names others. Where the address names a certificate (`sslcert`, `sslkey`) it is shown, and
//! read anew for each connection.

mod address;
mod tls;

use std::collections::HashMap;
use std::io;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use postgres::config::SslMode;
use postgres::error::SqlState;
use postgres::types::ToSql;
use postgres::{Client, Config, Error, NoTls, RowIter, Statement};
use r2d2::{HandleError, ManageConnection, Pool, PooledConnection};
use tokio_rustls::rustls;

use self::address::Address;
pub(super) use self::address::{has_password, redacted};
use self::tls::{Tls, Unfit};
use super::Options;
use super::tx::{Fate, Mode, excerpt, rule_of};
use super::value::Value;
use crate::error::{Cause, OpenError, StoreError};

const STATEMENT_SECONDS_MAX: u64 = 30;
const CONNECT_SECONDS_MAX: u64 = 10;
/// A connection used this recently is lent out unchecked.
const TRUSTED: Duration = Duration::from_secs(5);
/// Statements prepared per connection before it starts afresh.
const STATEMENTS_MAX: usize = 512;

pub(super) struct Postgres {
    pool: Pool<Manager>,
    place: String,
}

impl Postgres {
    /// Connects once, so that whatever is wrong shows now and by its name; the pool opens more when they are needed.
    pub(super) fn open(url: &str, options: &Options) -> Result<Self, OpenError> {
        let manager = Manager::new(url, options)?;
        let place = manager.place.clone();
        manager.try_out()?;
        let pool = Pool::builder()
            .max_size(u32::try_from(options.connections.max(1)).unwrap_or(u32::MAX))
            .min_idle(Some(0))
            .idle_timeout(Some(Duration::from_secs(300)))
            .max_lifetime(Some(Duration::from_secs(1800)))
            .connection_timeout(options.patience)
            .error_handler(Box::new(LogErrors))
            .build_unchecked(manager);
        Ok(Self { pool, place })
    }

    pub(super) fn place(&self) -> String {
        self.place.clone()
    }

    pub(super) fn session(&self) -> Result<PooledConnection<Manager>, StoreError> {
        self.pool.get().map_err(|source| StoreError::Unavailable {
            source: source.into(),
        })
    }
}

#[derive(Clone)]
pub(super) struct Manager {
    config: Config,
    tls: Option<Tls>,
    patience: Duration,
    place: String,
}

impl Manager {
    fn new(url: &str, options: &Options) -> Result<Self, OpenError> {
        let address = Address::read(url)?;
        let place = address.place();
        let Address {
            mut config,
            certificate,
        } = address;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(CONNECT_SECONDS_MAX));
        }
        // A server that vanished without a word is noticed in about a minute, also in the middle of a statement.
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(Duration::from_secs(30));
        }
        config
            .keepalives_idle(Duration::from_secs(30))
            .keepalives_interval(Duration::from_secs(10));
        config.application_name(&options.application_name);
        let tls = if config.get_ssl_mode() == SslMode::Disable {
            None
        } else {
            let tls = Tls::new(certificate).map_err(|source| OpenError::Tls {
                server: place.clone(),
                source,
            })?;
            Some(tls)
        };
        Ok(Self {
            config,
            tls,
            patience: options.patience,
            place,
        })
    }

    /// Connects once. The driver's time-out ends when the line is open; whoever then says nothing, as a server of
    /// another kind may, would be waited for without end, hence the thread.
    fn try_out(&self) -> Result<(), OpenError> {
        let once = self.config.get_connect_timeout().copied().unwrap_or_default();
        let hosts = u32::try_from(self.config.get_hosts().len()).unwrap_or(1);
        let (done, result) = mpsc::channel();
        let manager = self.clone();
        thread::spawn(move || done.send(manager.connect().map(drop)));
        match result.recv_timeout(once.saturating_mul(hosts.saturating_add(1))) {
            Ok(connected) => connected.map_err(|error| refused(self, error)),
            Err(_) => {
                let source = io::Error::from(io::ErrorKind::TimedOut).into();
                Err(OpenError::Unreachable {
                    server: self.place.clone(),
                    source,
                })
            }
        }
    }
}

/// What keeps a connection from being made, or from being lent out.
#[derive(Debug, thiserror::Error)]
pub(super) enum ConnectError {
    #[error(transparent)]
    Server(#[from] Error),
    #[error(transparent)]
    Certificate(#[from] Unfit),
}

impl ManageConnection for Manager {
    type Connection = Session;
    type Error = ConnectError;

    fn connect(&self) -> Result<Session, ConnectError> {
        let mut client = match &self.tls {
            Some(tls) => self.config.connect(tls.connector()?)?,
            None => self.config.connect(NoTls)?,
        };
        client.batch_execute(&format!(
            "set timezone = 'UTC';
             set default_transaction_read_only = on;
             set statement_timeout = '{STATEMENT_SECONDS_MAX}s';
             set lock_timeout = '{}ms';
             set idle_in_transaction_session_timeout = '60s'",
            self.patience.as_millis().max(1)
        ))?;
        Ok(Session {
            client,
            statements: HashMap::new(),
            in_transaction: false,
            broken: false,
            used_at: Instant::now(),
        })
    }

    fn is_valid(&self, session: &mut Session) -> Result<(), ConnectError> {
        if session.used_at.elapsed() >= TRUSTED {
            session.client.is_valid(Duration::from_secs(2))?;
        }
        Ok(())
    }

    fn has_broken(&self, session: &mut Session) -> bool {
        session.used_at = Instant::now();
        session.broken || session.in_transaction || session.client.is_closed()
    }
}

#[derive(Debug)]
struct LogErrors;

impl HandleError<ConnectError> for LogErrors {
    fn handle_error(&self, error: ConnectError) {
        tracing::warn!(error = %chain(&error), "no connection to the database server");
    }
}

/// One connection and the statements it has prepared.
pub(super) struct Session {
    client: Client,
    statements: HashMap<String, Statement>,
    /// Stays set when a transaction could not be ended: the pool then throws the connection away.
    in_transaction: bool,
    broken: bool,
    used_at: Instant,
}

impl Session {
    /// Writes are serializable, as they are in SQLite: a closure reads and decides as if it were alone. A migration
    /// waits for others and must then see what they did, hence each of its statements looks anew.
    pub(super) fn begin(&mut self, mode: Mode) -> Result<(), Error> {
        self.client.batch_execute(match mode {
            Mode::Read | Mode::ReadOne => "begin isolation level repeatable read read only",
            Mode::Write => "begin isolation level serializable read write",
            Mode::Migrate => {
                "begin isolation level read committed read write;
                 set local statement_timeout = 0; set local lock_timeout = 0"
            }
        })?;
        self.in_transaction = true;
        Ok(())
    }

    pub(super) fn end(&mut self, how: &str) -> Result<(), Error> {
        self.client.batch_execute(how)?;
        self.in_transaction = false;
        Ok(())
    }

    pub(super) fn batch(&mut self, sql: &str) -> Result<(), Error> {
        self.client.batch_execute(sql)
    }

    pub(super) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, Error> {
        let statement = self.prepared(sql)?;
        self.client.execute(&statement, &bound(values))
    }

    pub(super) fn query(&mut self, sql: &str, values: &[Value<'_>]) -> Result<Vec<postgres::Row>, Error> {
        let statement = self.prepared(sql)?;
        self.client.query(&statement, &bound(values))
    }

    pub(super) fn stream(&mut self, sql: &str, values: Vec<Value<'_>>) -> Result<RowIter<'_>, Error> {
        let statement = self.prepared(sql)?;
        self.client.query_raw(&statement, values)
    }

    pub(super) fn column_types(&mut self, sql: &str) -> Result<Vec<String>, Error> {
        Ok(self
            .prepared(sql)?
            .columns()
            .iter()
            .map(|column| column.type_().name().to_owned())
            .collect())
    }

    /// Given up when an error says that the connection is gone, or that its statements no longer fit the tables.
    pub(super) fn distrust(&mut self, error: &StoreError) {
        match error {
            StoreError::Unavailable { .. } => self.broken = true,
            StoreError::Statement { .. } => self.statements.clear(),
            _ => {}
        }
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        if self.statements.len() >= STATEMENTS_MAX {
            self.statements.clear();
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

fn bound<'v>(values: &'v [Value<'_>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

/// An error with what is behind it: the driver's own message says little.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

fn refused(manager: &Manager, error: ConnectError) -> OpenError {
    let server = manager.place.clone();
    let error = match error {
        ConnectError::Server(error) => error,
        ConnectError::Certificate(unfit) => return unfit.refused(&server),
    };
    let database = || {
        manager
            .config
            .get_dbname()
            .or(manager.config.get_user())
            .unwrap_or_default()
            .to_owned()
    };
    let state = error.code().cloned();
    let message = error.to_string();
    let line = std::error::Error::source(&error).and_then(|it| it.downcast_ref::<io::Error>());
    let timed_out = line.is_some();
    // A server may find fault with our certificate when the line is encrypted already.
    let certificate_refused = line
        .and_then(|it| it.get_ref()?.downcast_ref())
        .is_some_and(is_about_certificate);
    let source: Cause = if certificate_refused {
        chain(&error).into()
    } else {
        error.into()
    };
    match state {
        Some(SqlState::INVALID_CATALOG_NAME) => OpenError::NoDatabase {
            server,
            database: database(),
            source,
        },
        Some(state) if state.code().starts_with("28") => OpenError::Login { server, source },
        Some(SqlState::DISK_FULL) => OpenError::Full {
            place: server,
            source,
        },
        Some(state) if is_gone(&state) => OpenError::Unreachable { server, source },
        None if certificate_refused => OpenError::Login { server, source },
        // The driver tells these apart only in its message.
        None if message.contains("authentication error") || message.contains("invalid configuration") => {
            OpenError::Login { server, source }
        }
        None if message.contains("TLS handshake") => OpenError::Tls { server, source },
        None if timed_out || message.contains("connect") || message.contains("timeout") => {
            OpenError::Unreachable { server, source }
        }
        _ => OpenError::Other {
            place: server,
            source,
        },
    }
}

/// Whether the server says that it does not take our certificate, or wants one.
fn is_about_certificate(error: &rustls::Error) -> bool {
    use rustls::AlertDescription as Alert;
    matches!(
        error,
        rustls::Error::AlertReceived(
            Alert::BadCertificate
                | Alert::UnsupportedCertificate
                | Alert::CertificateRevoked
                | Alert::CertificateExpired
                | Alert::CertificateUnknown
                | Alert::CertificateRequired
                | Alert::UnknownCA
                | Alert::AccessDenied
        )
    )
}

/// The server is shutting down, starting up, out of connections, or the line is dead.
fn is_gone(state: &SqlState) -> bool {
    state.code().starts_with("08")
        || matches!(
            *state,
            SqlState::ADMIN_SHUTDOWN
                | SqlState::CRASH_SHUTDOWN
                | SqlState::CANNOT_CONNECT_NOW
                | SqlState::TOO_MANY_CONNECTIONS
                | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        )
}

/// What the server said, but for its sentences: they quote what stands in rows, and this goes into logs.
fn without_values(error: &Error) -> Cause {
    let Some(said) = error.as_db_error() else {
        return chain(error).into();
    };
    let at = [said.table(), said.column(), said.constraint()];
    let at: Vec<&str> = at.into_iter().flatten().collect();
    format!("SQLSTATE {} at {at:?}", said.code().code()).into()
}

/// What a failed statement means.
pub(super) fn explain(sql: &str, error: Error) -> (StoreError, Fate) {
    let state = error.code().cloned();
    let lost = error.is_closed() || error.to_string().contains("communicating with the server");
    let stale = error
        .as_db_error()
        .is_some_and(|it| it.message().contains("cached plan must not change"));
    let sql = excerpt(sql);
    // The driver's message is "db error": the server's own words are one step behind it.
    tracing::debug!(sql, error = %chain(&error), "statement failed");
    let source = without_values(&error);
    let Some(state) = state else {
        return if lost {
            (StoreError::Unavailable { source }, Fate::Again)
        } else {
            (StoreError::Statement { sql, source }, Fate::Doomed)
        };
    };
    if let Some(rule) = rule_of(state.code()) {
        return (StoreError::Rule { rule, sql, source }, Fate::Doomed);
    }
    match state {
        SqlState::T_R_SERIALIZATION_FAILURE
        | SqlState::T_R_DEADLOCK_DETECTED
        | SqlState::LOCK_NOT_AVAILABLE => (StoreError::Busy { source: Some(source) }, Fate::Again),
        SqlState::QUERY_CANCELED => (StoreError::TooSlow { sql, source }, Fate::Doomed),
        SqlState::DISK_FULL => (StoreError::Full { source }, Fate::Doomed),
        state if is_gone(&state) => (StoreError::Unavailable { source }, Fate::Again),
        // Another process migrated the tables: what was prepared before no longer fits. Prepared anew it will.
        _ if stale || state == SqlState::INVALID_SQL_STATEMENT_NAME => {
            (StoreError::Statement { sql, source }, Fate::Again)
        }
        _ => (StoreError::Statement { sql, source }, Fate::Doomed),
    }
}
