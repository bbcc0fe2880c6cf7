//! Migrations, and the two engines' catalogues side by side.

use std::collections::BTreeSet;
use std::thread;

use firstline_store::rights::RIGHTS;
use firstline_store::testing::{Place, on_each_engine, on_each_place};
use firstline_store::{Db, Engine, MIGRATIONS, Migration, OpenError, StoreError, Tx};
use uuid::Uuid;

use crate::{SAMPLE, add_item, count_in, options};

const SECOND: Migration = ("0002_colour", "alter table item add column colour text;");
const BOTH: &[Migration] = &[SAMPLE[0], SECOND];

#[test]
fn migrating_again_changes_nothing_and_going_on_keeps_the_rows() {
    on_each_place(&[], |place| {
        for _ in 0..2 {
            let db = Db::open(&place.url, &options(SAMPLE)).unwrap();
            db.write_blocking(|tx| tx.execute("delete from item", &[]).and_then(|_| add_item(tx, 1)))
                .unwrap();
        }
        for _ in 0..2 {
            let db = Db::open(&place.url, &options(BOTH)).unwrap();
            let colours = db.read_blocking(|tx| {
                tx.query("select colour from item", &[], |row| row.get::<Option<String>>(0))
            });
            assert_eq!(colours.unwrap(), [None]);
        }
    });
}

#[test]
fn a_newer_or_another_schema_is_left_alone() {
    const EDITED: &[Migration] = &[(
        "0001_sample",
        "create table other (id {int} not null primary key);",
    )];
    const RENAMED: &[Migration] = &[("0001_other", SAMPLE[0].1), SECOND];
    on_each_place(&[], |place| {
        drop(Db::open(&place.url, &options(BOTH)).unwrap());
        for (known, expected) in [
            (SAMPLE, "NewerSchema 0002_colour"),
            (&[], "NewerSchema 0001_sample"),
            (EDITED, "ChangedSchema 0001_sample"),
            (RENAMED, "ChangedSchema 0001_sample"),
        ] {
            let found = match Db::open(&place.url, &options(known)).err() {
                Some(OpenError::NewerSchema { migration }) => format!("NewerSchema {migration}"),
                Some(OpenError::ChangedSchema { migration }) => format!("ChangedSchema {migration}"),
                other => panic!("{other:?}"),
            };
            assert_eq!(found, expected);
        }
        drop(Db::open(&place.url, &options(BOTH)).unwrap());
    });
}

#[test]
fn a_migration_that_fails_half_way_leaves_nothing() {
    const BROKEN: &[Migration] = &[
        SAMPLE[0],
        (
            "0002_colour",
            "create table colour (id {int} not null primary key);\ninsert into nowhere values (1);",
        ),
    ];
    on_each_place(&[], |place| {
        let error = Db::open(&place.url, &options(BROKEN)).err().unwrap();
        assert!(
            matches!(&error, OpenError::Migration { migration, .. } if migration == "0002_colour"),
            "{error:?}"
        );
        let db = Db::open(&place.url, &options(SAMPLE)).unwrap();
        assert!(
            db.read_blocking(|tx| tx.query("select * from colour", &[], |_| Ok(())))
                .is_err()
        );
    });
}

#[test]
fn many_processes_may_start_at_once() {
    on_each_place(&[], |place| {
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| Db::open(&place.url, &options(BOTH)).map(drop).unwrap());
            }
        });
        assert_eq!(
            count_in(&Db::open(&place.url, &options(BOTH)).unwrap(), "item"),
            0
        );
    });
}

/// Table, column and whether it may be null, in order.
fn catalogue(tx: &mut Tx<'_>) -> Result<BTreeSet<(String, String, bool)>, StoreError> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "select l.name, c.name, c.\"notnull\" = 0 from pragma_table_list l, pragma_table_info(l.name) c
             where l.schema = 'main' and l.type in ('table', 'virtual') and l.name not like 'sqlite\\_%' escape '\\'"
        }
        Engine::Postgres => {
            "select cast(table_name as text), cast(column_name as text), is_nullable = 'YES'
             from information_schema.columns where table_schema = current_schema()"
        }
    };
    Ok(tx
        .query(sql, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .into_iter()
        .collect())
}

/// Tables that only one engine can have alike, such as full-text indexes.
fn virtual_tables(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    tx.query(
        "select name from pragma_table_list where type = 'virtual'",
        &[],
        |row| row.get(0),
    )
}

#[test]
fn whoever_serves_has_a_line_for_every_table() {
    let place = Place::sqlite();
    let found = place.open().read_blocking(catalogue).unwrap();
    let tables: BTreeSet<&str> = found.iter().map(|(table, ..)| table.as_str()).collect();
    let with_rights: Vec<&str> = RIGHTS.iter().map(|(table, _)| *table).collect();
    assert_eq!(with_rights, Vec::from_iter(tables));
}

#[test]
fn both_engines_have_the_same_tables_and_columns() {
    let seen = std::cell::RefCell::new(None);
    on_each_engine(|db| {
        let found = db.read_blocking(catalogue).unwrap();
        match db.engine() {
            Engine::Sqlite => {
                let own = db.read_blocking(virtual_tables).unwrap();
                let lax = "select name from pragma_table_list
                     where schema = 'main' and type = 'table' and strict = 0
                     and name not like 'sqlite\\_%' escape '\\' and name <> 'migration'";
                let lax = db
                    .read_blocking(|tx| tx.query(lax, &[], |row| row.get::<String>(0)))
                    .unwrap();
                assert!(
                    lax.is_empty(),
                    "a line `);` of its own must end these tables: {lax:?}"
                );
                seen.replace(Some((found, own)));
            }
            Engine::Postgres => {
                let (mut sqlite, own) = seen.take().expect("SQLite comes first");
                let mut postgres = found;
                for set in [&mut sqlite, &mut postgres] {
                    set.retain(|(table, ..)| !own.contains(table));
                }
                let only_sqlite: Vec<_> = sqlite.difference(&postgres).collect();
                let only_postgres: Vec<_> = postgres.difference(&sqlite).collect();
                assert!(
                    only_sqlite.is_empty() && only_postgres.is_empty(),
                    "(table, column, may be null; a primary key needs `not null` in SQLite)\n\
                     only SQLite: {only_sqlite:#?}\nonly PostgreSQL: {only_postgres:#?}"
                );
                assert!(!postgres.is_empty());
            }
        }
    });
}

/// Somebody with a session, a token and recovery codes, whose digests are these bytes alone.
fn digests_without_a_form(tx: &mut Tx<'_>, digest: &[u8]) -> Result<(), StoreError> {
    let id = Uuid::from_u128(7);
    let codes = |codes: &str| {
        format!(
            "insert into credential (person, id, kind, name, secret, made_at) values ($1, $2, {codes}, 0)"
        )
    };
    tx.execute(
        "insert into organisation (id, handle, name, desk, promises, orphaned, version, changed_at)
         values ($1, 'altan', 'Altan', '{}', '[]', false, 0, 0)",
        &[&id],
    )?;
    tx.execute(
        "insert into person (id, handle, name, email, email_key) values ($1, 'elif', 'Elif', 'e@x.example', 'e@x.example')",
        &[&id],
    )?;
    tx.execute(
        "insert into session (digest, id, person, organisation, agent, made_at, seen_at, proved_at)
         values ($1, $2, $2, $2, '', 0, 0, 0)",
        &[&digest, &id],
    )?;
    tx.execute(
        "insert into token (organisation, id, kind, name, digest, roles, made_at, expires_at)
         values ($1, $1, 'token', '', $2, '[]', 0, 0)",
        &[&id, &digest],
    )?;
    tx.execute(
        &codes("'recovery', '', '[[9,8],[7,6]]'"),
        &[&id, &Uuid::from_u128(1)],
    )?;
    tx.execute(&codes("'recovery', '', '[]'"), &[&id, &Uuid::from_u128(2)])?;
    tx.execute(&codes("'passkey', '', '[[9,8]]'"), &[&id, &Uuid::from_u128(3)])?;
    Ok(())
}

#[test]
fn digests_from_before_they_named_their_function_are_taken_for_what_they_are() {
    let at = MIGRATIONS
        .iter()
        .position(|(name, _)| *name == "0028_keys")
        .unwrap();
    let (before, after) = (&MIGRATIONS[..at], &MIGRATIONS[..=at]);
    let digest = [0, 7, 255, 39];
    on_each_place(&[], |place| {
        let db = Db::open(&place.url, &options(before)).unwrap();
        db.write_blocking(|tx| digests_without_a_form(tx, &digest))
            .unwrap();
        drop(db);
        let db = Db::open(&place.url, &options(after)).unwrap();
        for table in ["session", "token"] {
            let sql = format!("select digest from {table}");
            let kept: Vec<u8> = db
                .read_blocking(|tx| tx.query_one(&sql, &[], |row| row.get(0)))
                .unwrap();
            assert_eq!(kept, [1, 0, 7, 255, 39], "{table}");
        }
        let sql = "select secret from credential order by id";
        let kept: Vec<String> = db
            .read_blocking(|tx| tx.query(sql, &[], |row| row.get(0)))
            .unwrap();
        assert_eq!(kept, ["[[1,9,8],[1,7,6]]", "[]", "[[9,8]]"]);
    });
}
