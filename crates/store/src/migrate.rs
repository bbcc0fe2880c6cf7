//! Migrations: `migrations/NNNN_name.sql`, in order, one story for both engines.
//!
//! Each runs in a transaction of its own, which also records its name and the hash of its text in the table
//! `migration`; a process that is killed leaves either all of it or nothing. Processes that start at once take turns.
//! A migration that was applied must never be edited: add another.
//!
//! Where the engines' types differ the file has a word in braces:
//!
//! | word | SQLite | PostgreSQL | for |
//! |---|---|---|---|
//! | `{id}` | `blob` | `uuid` | ids |
//! | `{int}` | `integer` | `bigint` | whole numbers, money |
//! | `{time}` | `integer` | `bigint` | UTC microseconds |
//! | `{bool}` | `integer` | `boolean` | yes or no |
//! | `{float}` | `real` | `double precision` | fractions |
//! | `{bytes}` | `blob` | `bytea` | anything |
//! | `{text}` | `text` | `text` | words |
//! | `{json}` | `text` | `text` | JSON |
//!
//! A line that starts with `{sqlite}` or `{postgres}` is for that engine alone. A line `);` ends a table, which
//! SQLite is told to be `strict` about; a virtual table is therefore written on one line. SQLite allows nulls in a
//! primary key: write `not null` there too.

use std::error::Error;

use crate::db::{Db, Engine, Mode, Tx};
use crate::error::{OpenError, StoreError};
use crate::rights::{self, Server};

/// Name and text of a migration.
pub type Migration = (&'static str, &'static str);

/// All migrations, oldest first. A test compares the list with the directory.
pub const MIGRATIONS: &[Migration] = &[
    ("0001_ground", include_str!("../migrations/0001_ground.sql")),
    ("0002_accounts", include_str!("../migrations/0002_accounts.sql")),
    ("0003_tokens", include_str!("../migrations/0003_tokens.sql")),
    ("0006_audit", include_str!("../migrations/0006_audit.sql")),
    ("0020_sign_on", include_str!("../migrations/0020_sign_on.sql")),
    ("0021_scim", include_str!("../migrations/0021_scim.sql")),
    (
        "0022_relationships",
        include_str!("../migrations/0022_relationships.sql"),
    ),
    (
        "0023_correction",
        include_str!("../migrations/0023_correction.sql"),
    ),
    (
        "0024_organisations",
        include_str!("../migrations/0024_organisations.sql"),
    ),
    (
        "0025_two_factors",
        include_str!("../migrations/0025_two_factors.sql"),
    ),
    (
        "0026_translation",
        include_str!("../migrations/0026_translation.sql"),
    ),
    (
        "0027_asked_words",
        include_str!("../migrations/0027_asked_words.sql"),
    ),
    ("0028_keys", include_str!("../migrations/0028_keys.sql")),
];

/// The table of what was applied.
pub(crate) const LEDGER: &str = "migration";
/// The row that migrating processes lock to take turns; no migration has this name.
const TURN: &str = "";

/// Brings the database to the last of `migrations`. Where the user may not, because it only serves, they must be applied
/// already, and the rights that it needs given.
pub(crate) fn migrate(db: &Db, migrations: &[Migration]) -> Result<(), OpenError> {
    if let Some(server) = rights::who_only_serves(db).map_err(|error| failed(db, "", error))? {
        return find_migrated(db, &server, migrations);
    }
    let applied = match db.run(Mode::Read, ledger) {
        Ok(applied) => applied,
        // Not there yet, or not readable; making it tells which.
        Err(_) => {
            make_ledger(db).map_err(|error| failed(db, "", error))?;
            db.run(Mode::Read, ledger)
                .map_err(|error| failed(db, "", error))?
        }
    };
    check(&applied, migrations)?;
    for (name, text) in &migrations[applied.len()..] {
        db.run(Mode::Migrate, |tx| apply(tx, name, text))
            .map_err(|error| failed(db, name, error))?;
        tracing::info!(migration = name, "migrated");
    }
    Ok(())
}

/// What a user finds that only serves: nothing left to migrate, and every right that it needs.
fn find_migrated(db: &Db, server: &Server, migrations: &[Migration]) -> Result<(), OpenError> {
    let applied = match server.reads_ledger {
        Some(true) => db
            .run(Mode::Read, ledger)
            .map_err(|error| failed(db, "", error))?,
        Some(false) => return Err(server.lacks(LEDGER)),
        None => Vec::new(),
    };
    check(&applied, migrations)?;
    if let Some((name, _)) = migrations.get(applied.len()) {
        return Err(OpenError::MigrationsWaiting {
            migration: (*name).to_owned(),
            user: server.user.clone(),
        });
    }
    match db
        .run(Mode::Read, rights::first_missing)
        .map_err(|error| failed(db, "", error))?
    {
        Some(table) => Err(server.lacks(&table)),
        None => Ok(()),
    }
}

fn make_ledger(db: &Db) -> Result<(), StoreError> {
    let make = |tx: &mut Tx<'_>| {
        tx.batch(
            "create table if not exists migration (name text not null primary key, hash text not null)",
        )?;
        tx.execute(
            "insert into migration (name, hash) values ($1, $2) on conflict (name) do nothing",
            &[&TURN, &""],
        )
        .map(drop)
    };
    // Two processes that make it at once can get into each other's way, also past `if not exists`: the one that lost
    // finds it made the second time.
    db.run(Mode::Migrate, make)
        .or_else(|_| db.run(Mode::Migrate, make))
}

/// Names and hashes of what was applied, oldest first.
fn ledger(tx: &mut Tx<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "select name, hash from migration where name <> '' order by name";
    tx.query(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What was applied must be the beginning of what is known.
fn check(applied: &[(String, String)], known: &[Migration]) -> Result<(), OpenError> {
    for (index, (name, hash)) in applied.iter().enumerate() {
        match known.get(index) {
            Some((known, text)) if known == name && hash_of(text) == *hash => {}
            None => {
                return Err(OpenError::NewerSchema {
                    migration: name.clone(),
                });
            }
            Some(_) => {
                return Err(OpenError::ChangedSchema {
                    migration: name.clone(),
                });
            }
        }
    }
    Ok(())
}

fn apply(tx: &mut Tx<'_>, name: &str, text: &str) -> Result<(), StoreError> {
    if tx.engine() == Engine::Postgres {
        tx.query(
            "select name from migration where name = $1 for update",
            &[&TURN],
            |_| Ok(()),
        )?;
    }
    // Another process may have been faster while this one waited for its turn.
    if tx
        .query_opt("select name from migration where name = $1", &[&name], |_| Ok(()))?
        .is_some()
    {
        return Ok(());
    }
    tx.batch(&expand(text, tx.engine()))?;
    tx.execute(
        "insert into migration (name, hash) values ($1, $2)",
        &[&name, &hash_of(text)],
    )?;
    Ok(())
}

/// The text of a migration for one engine.
pub(crate) fn expand(text: &str, engine: Engine) -> String {
    let (own, other) = match engine {
        Engine::Sqlite => ("{sqlite}", "{postgres}"),
        Engine::Postgres => ("{postgres}", "{sqlite}"),
    };
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.lines().filter(|line| !line.trim_start().starts_with(other)) {
        let line = line.trim_start().strip_prefix(own).unwrap_or(line);
        let ends_table = engine == Engine::Sqlite && line == ");";
        out.push_str(if ends_table { ") strict;" } else { line });
        out.push('\n');
    }
    for (word, sqlite, postgres) in [
        ("{id}", "blob", "uuid"),
        ("{int}", "integer", "bigint"),
        ("{time}", "integer", "bigint"),
        ("{bool}", "integer", "boolean"),
        ("{float}", "real", "double precision"),
        ("{bytes}", "blob", "bytea"),
        ("{text}", "text", "text"),
        ("{json}", "text", "text"),
    ] {
        out = out.replace(
            word,
            if engine == Engine::Sqlite {
                sqlite
            } else {
                postgres
            },
        );
    }
    out
}

/// The same on both engines, and whatever the line ends of a checkout are.
pub(crate) fn hash_of(text: &str) -> String {
    blake3::hash(text.replace("\r\n", "\n").as_bytes()).to_hex()[..32].to_owned()
}

/// What kept a migration from going through, as far as the person opening the database can do something about it.
fn failed(db: &Db, migration: &str, error: StoreError) -> OpenError {
    let place = db.place();
    match (error, db.engine()) {
        (StoreError::Full { source }, _) => OpenError::Full { place, source },
        (StoreError::Busy { source: Some(source) }, Engine::Sqlite) => OpenError::Locked {
            path: place.into(),
            source,
        },
        (StoreError::Unavailable { source }, Engine::Postgres) => OpenError::Unreachable {
            server: place,
            source,
        },
        (error, _) if migration.is_empty() => OpenError::Other {
            place,
            source: error.into(),
        },
        (error, _) => {
            let cause = Error::source(&error).map(ToString::to_string);
            tracing::error!(migration, cause, "migration failed");
            OpenError::Migration {
                migration: migration.to_owned(),
                source: error.into(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_is_worded_for_each_engine() {
        let text = "create table t (\n  id {id} not null primary key,\n  open {bool} not null\n);\n\
                    {sqlite} create virtual table s using fts5(words);\n{postgres} create table s (words text);\n";
        assert_eq!(
            expand(text, Engine::Sqlite),
            "create table t (\n  id blob not null primary key,\n  open integer not null\n) strict;\n \
             create virtual table s using fts5(words);\n"
        );
        assert_eq!(
            expand(text, Engine::Postgres),
            "create table t (\n  id uuid not null primary key,\n  open boolean not null\n);\n \
             create table s (words text);\n"
        );
    }

    #[test]
    fn the_list_is_the_directory() {
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
        let mut files: Vec<String> = std::fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter_map(|name| name.strip_suffix(".sql").map(str::to_owned))
            .collect();
        files.sort();
        let listed: Vec<&str> = MIGRATIONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, files);
        for (name, text) in MIGRATIONS {
            for engine in [Engine::Sqlite, Engine::Postgres] {
                let rest = expand(text, engine);
                let unknown = rest
                    .split('{')
                    .skip(1)
                    .filter_map(|it| it.split_once('}'))
                    .map(|(word, _)| word);
                let unknown: Vec<&str> = unknown
                    .filter(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_lowercase()))
                    .collect();
                assert_eq!(unknown, [""; 0], "{name} for {engine:?}");
            }
        }
    }
}
