//! [`Tx`]: one transaction, and the statements run in it.

use std::borrow::Cow;

use postgres::fallible_iterator::FallibleIterator;
use rusqlite::{CachedStatement, Connection};

use super::postgres::{self as pg, Session};
use super::sqlite;
use super::value::{Param, Row, RowKind, Value};
use crate::error::{Rule, StoreError};

/// Rows sent to PostgreSQL in one statement by [`Tx::insert_many`].
const CHUNK_ROWS: usize = 1000;

/// For the few lines that differ: full-text search, claiming work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    ReadOne,
    Write,
    Migrate,
}

/// Where a transaction stands, whatever the closure makes of the errors it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Sound,
    /// A statement failed: it can only be rolled back.
    Doomed,
    /// As above, and running it again may well succeed.
    Again,
}

/// One transaction on either engine. Statements are written once, with parameters `$1`, `$2` … and lists as
/// `= any($1)`, and prepared once per connection.
///
/// A statement that fails dooms its transaction, on both engines alike: later statements fail with
/// [`StoreError::Doomed`], and it is rolled back even if the closure returns `Ok`. Whoever expects a conflict says so
/// in the statement (`on conflict do nothing`) and looks at the number of rows changed.
pub struct Tx<'c> {
    link: Link<'c>,
    mode: Mode,
    fate: Fate,
    open: bool,
    statements: u64,
}

pub(super) enum Link<'c> {
    Sqlite(&'c Connection),
    Postgres(&'c mut Session),
}

/// Why a statement did not run to its end.
enum Failure<E> {
    Sqlite(rusqlite::Error),
    Postgres(postgres::Error),
    /// The closure that looks at the rows said no; the transaction itself is sound.
    Closure(E),
}

impl<E> From<rusqlite::Error> for Failure<E> {
    fn from(error: rusqlite::Error) -> Self {
        Failure::Sqlite(error)
    }
}

impl<E> From<postgres::Error> for Failure<E> {
    fn from(error: postgres::Error) -> Self {
        Failure::Postgres(error)
    }
}

impl<'c> Tx<'c> {
    pub(super) fn begin(link: Link<'c>, mode: Mode) -> Result<Self, (StoreError, Fate)> {
        let mut tx = Tx {
            link,
            mode,
            fate: Fate::Sound,
            open: false,
            statements: 0,
        };
        let begun = match (&mut tx.link, mode) {
            (_, Mode::ReadOne) => return Ok(tx),
            (Link::Sqlite(conn), Mode::Read) => sqlite::run(conn, "begin").map_err(Failure::Sqlite),
            (Link::Sqlite(conn), _) => sqlite::run(conn, "begin immediate").map_err(Failure::Sqlite),
            (Link::Postgres(session), mode) => session.begin(mode).map_err(Failure::Postgres),
        };
        match begun {
            Ok(()) => tx.open = true,
            Err(failure) => {
                let error = tx.settle::<StoreError>("begin", failure);
                return Err((error, tx.fate));
            }
        }
        Ok(tx)
    }

    pub(super) fn fate(&self) -> Fate {
        self.fate
    }

    /// Commits; the second part of the error says whether running it again may help.
    pub(super) fn commit(mut self) -> Result<(), (StoreError, Fate)> {
        if !self.open {
            return Ok(());
        }
        let committed = match &mut self.link {
            Link::Sqlite(conn) => sqlite::run(conn, "commit").map_err(Failure::Sqlite),
            Link::Postgres(session) => session.end("commit").map_err(Failure::Postgres),
        };
        match committed {
            Ok(()) => {
                self.open = false;
                Ok(())
            }
            Err(failure) => match self.settle("commit", failure) {
                // The server may have committed before the line went dead: running it again could do it twice.
                StoreError::Unavailable { source } if self.mode != Mode::Read => {
                    Err((StoreError::OutcomeUnknown { source }, Fate::Doomed))
                }
                error => Err((error, self.fate)),
            },
        }
    }

    /// The engine below.
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement that gives no rows; returns how many it changed.
    ///
    /// # Errors
    /// [`StoreError::Rule`] when a rule of the table forbids it; others as for any statement.
    pub fn execute(&mut self, sql: &str, params: &[&dyn Param]) -> Result<u64, StoreError> {
        self.enter(sql)?;
        let done = match &mut self.link {
            Link::Sqlite(conn) => sqlite_execute(conn, sql, params).map_err(Failure::Sqlite),
            Link::Postgres(session) => session.execute(sql, &values(params)).map_err(Failure::Postgres),
        };
        done.map_err(|failure| self.settle(sql, failure))
    }

    /// All rows, each made into a `T`. For answers of bounded size; see [`Tx::for_each`] for others.
    ///
    /// # Errors
    /// Those of the statement, and what `each` returns.
    pub fn query<T>(
        &mut self,
        sql: &str,
        params: &[&dyn Param],
        mut each: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.enter(sql)?;
        let done = match &mut self.link {
            Link::Sqlite(conn) => sqlite_rows(conn, sql, params, |row| {
                all.push(each(row)?);
                Ok(true)
            }),
            Link::Postgres(session) => session
                .query(sql, &values(params))
                .map_err(Failure::Postgres)
                .and_then(|rows| {
                    all.reserve_exact(rows.len());
                    rows.iter().try_for_each(|row| {
                        all.push(each(&Row(RowKind::Postgres(row))).map_err(Failure::Closure)?);
                        Ok(())
                    })
                }),
        };
        match done {
            Ok(()) => Ok(all),
            Err(failure) => Err(self.settle(sql, failure)),
        }
    }

    /// The row, or `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::RowCount`] when there is more than one.
    pub fn query_opt<T>(
        &mut self,
        sql: &str,
        params: &[&dyn Param],
        each: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut rows = self.query(sql, params, each)?;
        match rows.len() {
            0 | 1 => Ok(rows.pop()),
            _ => Err(StoreError::RowCount {
                sql: excerpt(sql),
                found: "more",
            }),
        }
    }

    /// The one row.
    ///
    /// # Errors
    /// [`StoreError::RowCount`] when there is none or more than one.
    pub fn query_one<T>(
        &mut self,
        sql: &str,
        params: &[&dyn Param],
        each: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.query_opt(sql, params, each)?
            .ok_or_else(|| StoreError::RowCount {
                sql: excerpt(sql),
                found: "none",
            })
    }

    /// Looks at one row after the other without keeping them: memory stays flat however many there are.
    ///
    /// # Errors
    /// Those of the statement; an error of `each` ends the walk and is passed on.
    pub fn for_each<E: From<StoreError>>(
        &mut self,
        sql: &str,
        params: &[&dyn Param],
        mut each: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.enter(sql)?;
        let done = match &mut self.link {
            Link::Sqlite(conn) => sqlite_rows(conn, sql, params, |row| each(row).map(|()| true)),
            Link::Postgres(session) => postgres_rows(session, sql, params, |row| each(row)),
        };
        done.map_err(|failure| self.settle(sql, failure))
    }

    /// Inserts many rows; returns how many rows were changed. `on_conflict` is empty or a whole
    /// `on conflict …` clause; with `do update`, no two rows of a call may have the same key.
    ///
    /// SQLite runs one prepared statement per row, PostgreSQL one statement per thousand rows. Rows are taken
    /// from the iterator as they are needed.
    ///
    /// # Errors
    /// As for [`Tx::execute`].
    pub fn insert_many<'r, const N: usize>(
        &mut self,
        table: &str,
        columns: [&str; N],
        on_conflict: &str,
        rows: impl IntoIterator<Item = [Value<'r>; N]>,
    ) -> Result<u64, StoreError> {
        let head = format!("insert into {table} ({})", columns.join(", "));
        self.enter(&head)?;
        let done = match &mut self.link {
            Link::Sqlite(conn) => sqlite_insert_many(conn, &head, on_conflict, rows).map_err(Failure::Sqlite),
            Link::Postgres(session) => {
                postgres_insert_many(session, table, columns, &head, on_conflict, rows)
                    .map_err(Failure::Postgres)
            }
        };
        done.map_err(|failure| self.settle(&head, failure))
    }

    /// Runs several statements without parameters, as migrations have them.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        self.enter(sql)?;
        let done = match &mut self.link {
            Link::Sqlite(conn) => conn.execute_batch(sql).map_err(Failure::Sqlite),
            Link::Postgres(session) => session.batch(sql).map_err(Failure::Postgres),
        };
        done.map_err(|failure| self.settle(sql, failure))
    }

    /// Before each statement: the promises made above.
    fn enter(&mut self, sql: &str) -> Result<(), StoreError> {
        if self.fate != Fate::Sound {
            return Err(StoreError::Doomed);
        }
        if self.mode == Mode::ReadOne && self.statements > 0 {
            return Err(StoreError::SecondStatement { sql: excerpt(sql) });
        }
        self.statements += 1;
        Ok(())
    }

    /// After a failure: what it means for the transaction, and for the caller.
    fn settle<E: From<StoreError>>(&mut self, sql: &str, failure: Failure<E>) -> E {
        let (error, fate) = match failure {
            Failure::Closure(error) => return error,
            Failure::Sqlite(error) => sqlite::explain(sql, error),
            Failure::Postgres(error) => pg::explain(sql, error),
        };
        if let (Link::Postgres(session), Fate::Again) = (&mut self.link, fate) {
            session.distrust(&error);
        }
        self.fate = fate;
        error.into()
    }
}

/// Rolls back what was not committed, also when a closure panics.
impl Drop for Tx<'_> {
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        let ended = match &mut self.link {
            // A full disk or an I/O error has rolled back already.
            Link::Sqlite(conn) if conn.is_autocommit() => Ok(()),
            Link::Sqlite(conn) => sqlite::run(conn, "rollback").map_err(|error| error.to_string()),
            Link::Postgres(session) => session.end("rollback").map_err(|error| error.to_string()),
        };
        if let Err(error) = ended {
            tracing::warn!(error, "could not roll back; the connection is given up");
        }
    }
}

/// The beginning of a statement, for errors.
pub(super) fn excerpt(sql: &str) -> String {
    sql.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(200)
        .collect()
}

fn values<'p>(params: &'p [&'p dyn Param]) -> Vec<Value<'p>> {
    params.iter().map(|param| param.value()).collect()
}

/// Prepares and binds. To SQLite `$2` is a *name*, numbered by where it first appears: each is bound by its name,
/// so that the text needs no translation.
fn sqlite_statement<'c>(
    conn: &'c Connection,
    sql: &str,
    params: &[&dyn Param],
) -> rusqlite::Result<CachedStatement<'c>> {
    let mut statement = conn.prepare_cached(&sqlite_lists(sql))?;
    let wanted = statement.parameter_count();
    if wanted != params.len() {
        return Err(rusqlite::Error::InvalidParameterCount(params.len(), wanted));
    }
    for index in 1..=wanted {
        let param = statement
            .parameter_name(index)
            .and_then(|name| name.strip_prefix('$')?.parse::<usize>().ok())
            .and_then(|number| params.get(number.checked_sub(1)?))
            .ok_or(rusqlite::Error::InvalidParameterCount(params.len(), wanted))?;
        statement.raw_bind_parameter(index, param.value())?;
    }
    Ok(statement)
}

/// `= any($1)` is PostgreSQL's word for a list; SQLite reads a list as a table.
fn sqlite_lists(sql: &str) -> Cow<'_, str> {
    const LIST: &str = "= any($";
    if !sql.contains(LIST) {
        return Cow::Borrowed(sql);
    }
    let mut parts = sql.split(LIST);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("in (select value from rarray($");
        let (number, rest) = part.split_once(')').unwrap_or((part, ""));
        out.push_str(number);
        out.push_str("))");
        out.push_str(rest);
    }
    Cow::Owned(out)
}

fn sqlite_execute(conn: &Connection, sql: &str, params: &[&dyn Param]) -> rusqlite::Result<u64> {
    Ok(sqlite_statement(conn, sql, params)?.raw_execute()? as u64)
}

/// Steps through the rows as long as `each` says `true`.
fn sqlite_rows<E>(
    conn: &Connection,
    sql: &str,
    params: &[&dyn Param],
    mut each: impl FnMut(&Row<'_>) -> Result<bool, E>,
) -> Result<(), Failure<E>> {
    let mut statement = sqlite_statement(conn, sql, params)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        if !each(&Row(RowKind::Sqlite(row))).map_err(Failure::Closure)? {
            break;
        }
    }
    Ok(())
}

fn sqlite_insert_many<'r, const N: usize>(
    conn: &Connection,
    head: &str,
    on_conflict: &str,
    rows: impl IntoIterator<Item = [Value<'r>; N]>,
) -> rusqlite::Result<u64> {
    let marks = vec!["?"; N].join(", ");
    let mut statement = conn.prepare_cached(&format!("{head} values ({marks}) {on_conflict}"))?;
    let mut changed = 0;
    for row in rows {
        for (index, value) in row.into_iter().enumerate() {
            statement.raw_bind_parameter(index + 1, value)?;
        }
        changed += statement.raw_execute()? as u64;
    }
    Ok(changed)
}

fn postgres_rows<E>(
    session: &mut Session,
    sql: &str,
    params: &[&dyn Param],
    mut each: impl FnMut(&Row<'_>) -> Result<(), E>,
) -> Result<(), Failure<E>> {
    let mut rows = session.stream(sql, values(params))?;
    while let Some(row) = rows.next()? {
        each(&Row(RowKind::Postgres(&row))).map_err(Failure::Closure)?;
    }
    Ok(())
}

/// One array per column and one `unnest`: the statement is the same for any number of rows.
fn postgres_insert_many<'r, const N: usize>(
    session: &mut Session,
    table: &str,
    columns: [&str; N],
    head: &str,
    on_conflict: &str,
    rows: impl IntoIterator<Item = [Value<'r>; N]>,
) -> Result<u64, postgres::Error> {
    let types = session.column_types(&format!("select {} from {table} where false", columns.join(", ")))?;
    let arrays: Vec<String> = types
        .iter()
        .enumerate()
        .map(|(index, name)| format!("${}::{name}[]", index + 1))
        .collect();
    let sql = format!("{head} select * from unnest({}) {on_conflict}", arrays.join(", "));

    let mut rows = rows.into_iter();
    let mut changed = 0;
    loop {
        let mut lists: [Vec<Value<'r>>; N] = std::array::from_fn(|_| Vec::new());
        for row in rows.by_ref().take(CHUNK_ROWS) {
            for (list, value) in lists.iter_mut().zip(row) {
                list.push(value);
            }
        }
        let taken = lists.first().map_or(0, Vec::len);
        if taken > 0 {
            changed += session.execute(&sql, &lists.map(Value::List))?;
        }
        if taken < CHUNK_ROWS {
            return Ok(changed);
        }
    }
}

/// The rule behind a SQLSTATE of class 23.
pub(super) fn rule_of(state: &str) -> Option<Rule> {
    match state {
        "23505" => Some(Rule::Unique),
        "23503" => Some(Rule::ForeignKey),
        "23502" => Some(Rule::NotNull),
        "23514" => Some(Rule::Check),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::sqlite_lists;

    #[test]
    fn lists_become_tables_for_sqlite() {
        assert_eq!(
            sqlite_lists("select 1 from t where a = any($2) and b = $1 and c = any($13)"),
            "select 1 from t where a in (select value from rarray($2)) and b = $1 \
             and c in (select value from rarray($13))"
        );
        assert_eq!(sqlite_lists("select $1"), "select $1");
    }
}
