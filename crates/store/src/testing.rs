//! Databases for tests: each test has its own, on each engine, and it is gone afterwards.
//!
//! SQLite is always tried. PostgreSQL is tried when `FIRSTLINE_TEST_PG` holds the address of a database on a server
//! where databases may be made and dropped; `FIRSTLINE_REQUIRE_PG=1` makes its absence a failure. There a database is
//! copied from a template that is migrated once for each wording of the migrations, whichever process comes first. Stories are
//! told there as a role that only serves, so that whatever it lacks shows; [`as_owner`] is for those that reach past the hub.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use postgres::error::SqlState;
use postgres::{Client, NoTls};
use uuid::Uuid;

use crate::db::{DatabaseUrl, Db, Engine, Options, Tx};
use crate::error::StoreError;
use crate::migrate::{MIGRATIONS, Migration, hash_of};
use crate::rights::{self, RIGHTS};

/// The role that serves in tests.
const SERVING: &str = "firstline_serving";

/// Runs a test on a new database of each engine, migrated to this version, with the rights of whoever serves a hub.
pub fn on_each_engine(test: impl Fn(Db)) {
    on_each_place(MIGRATIONS, |place| test(place.serve()));
}

/// Lets the rest of a transaction do what only the owner of the tables may, as somebody does who tampers with them.
///
/// # Errors
/// As for any statement.
pub fn as_owner(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    match tx.engine() {
        Engine::Sqlite => Ok(()),
        Engine::Postgres => tx.execute("set local role none", &[]).map(drop),
    }
}

/// Runs a test on a place for a database of each engine, brought to `migrations`; none leaves it empty.
pub fn on_each_place(migrations: &'static [Migration], test: impl Fn(&Place)) {
    test(&Place::sqlite());
    match env::var("FIRSTLINE_TEST_PG") {
        Ok(server) => test(&Place::postgres(&server, migrations)),
        Err(_) if env::var("FIRSTLINE_REQUIRE_PG").is_ok_and(|it| it == "1") => {
            panic!("FIRSTLINE_REQUIRE_PG is set, but FIRSTLINE_TEST_PG is not")
        }
        Err(_) => say("PostgreSQL was not tried: FIRSTLINE_TEST_PG is not set"),
    }
}

#[allow(clippy::print_stderr)]
fn say(line: &str) {
    eprintln!("{line}");
}

/// Where a test's database is. Whatever is there goes when this goes, open or not.
pub struct Place {
    pub url: DatabaseUrl,
    leftover: Leftover,
}

enum Leftover {
    Directory(PathBuf),
    Database { server: String, name: String },
}

impl Place {
    /// A file in a new directory; the file itself is made when it is opened.
    pub fn sqlite() -> Self {
        let directory = env::temp_dir().join(format!("firstline-test-{}", Uuid::now_v7().simple()));
        fs::create_dir(&directory).expect("a directory for the test's database");
        Self {
            url: DatabaseUrl::Sqlite(directory.join("firstline.db")),
            leftover: Leftover::Directory(directory),
        }
    }

    fn postgres(server: &str, migrations: &'static [Migration]) -> Self {
        let name = format!("firstline_test_{}", Uuid::now_v7().simple());
        let mut client = connect(server);
        if migrations.is_empty() {
            run(&mut client, &format!("create database {name}"));
        } else {
            let template = template(server, &mut client, migrations);
            run(
                &mut client,
                &format!("create database {name} template {template}"),
            );
        }
        Self {
            url: DatabaseUrl::Postgres(with_database(server, &name)),
            leftover: Leftover::Database {
                server: server.to_owned(),
                name,
            },
        }
    }

    /// Opens the database as the program would, with few connections.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub fn open(&self) -> Db {
        open(&self.url)
    }

    /// Opens the database as a user that only serves.
    fn serve(&self) -> Db {
        open(&match &self.url {
            DatabaseUrl::Postgres(url) => {
                let mark = if url.contains('?') { '&' } else { '?' };
                DatabaseUrl::Postgres(format!("{url}{mark}options=-c%20role%3D{SERVING}"))
            }
            file @ DatabaseUrl::Sqlite(_) => file.clone(),
        })
    }

    /// The directory of a SQLite file.
    pub fn directory(&self) -> Option<&Path> {
        match &self.leftover {
            Leftover::Directory(directory) => Some(directory),
            Leftover::Database { .. } => None,
        }
    }
}

fn open(url: &DatabaseUrl) -> Db {
    let options = Options {
        connections: 4,
        ..Options::default()
    };
    Db::open(url, &options).expect("the test's database opens")
}

impl Drop for Place {
    fn drop(&mut self) {
        match &self.leftover {
            Leftover::Directory(directory) => drop(fs::remove_dir_all(directory)),
            Leftover::Database { server, name } => {
                // A panic while a failed test unwinds would hide why it failed.
                if let Ok(mut client) = Client::connect(server, NoTls) {
                    drop(client.batch_execute(&format!("drop database if exists {name} with (force)")));
                }
            }
        }
    }
}

/// The template for these migrations, made if there is none. It gets its name when it is finished: one that was cut
/// off half-way is never taken for it.
fn template(server: &str, client: &mut Client, migrations: &'static [Migration]) -> String {
    let wording: String = migrations
        .iter()
        .map(|(name, text)| format!("{name} {}\n", hash_of(text)))
        .chain(RIGHTS.iter().map(|right| format!("{right:?}\n")))
        .collect();
    let name = format!("firstline_template_{}", &hash_of(&wording)[..16]);
    let found = |client: &mut Client| {
        let row = client.query_opt("select 1 from pg_database where datname = $1", &[&name]);
        row.expect("the list of databases").is_some()
    };
    if found(client) {
        return name;
    }
    run(client, "select pg_advisory_lock(7091)");
    if !found(client) {
        let unfinished = format!("{name}_unfinished");
        run(
            client,
            &format!("drop database if exists {unfinished} with (force)"),
        );
        run(client, &format!("create database {unfinished}"));
        let url = DatabaseUrl::Postgres(with_database(server, &unfinished));
        let db = Db::open(
            &url,
            &Options {
                migrations,
                ..Options::default()
            },
        )
        .expect("the template opens");
        if migrations == MIGRATIONS {
            let missing = format!("not exists (select from pg_roles where rolname = '{SERVING}')");
            run(
                client,
                &format!("do $$ begin if {missing} then create role {SERVING}; end if; end $$"),
            );
            rights::let_serve(&db, SERVING).expect("whoever serves is given what it takes");
        }
        drop(db);
        run(client, &format!("alter database {unfinished} rename to {name}"));
    }
    run(client, "select pg_advisory_unlock(7091)");
    name
}

fn connect(server: &str) -> Client {
    Client::connect(server, NoTls).expect("FIRSTLINE_TEST_PG names a server that can be reached")
}

/// Runs a statement about databases; waits a little for connections that are just being closed.
fn run(client: &mut Client, sql: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while let Err(error) = client.batch_execute(sql) {
        let passing = error.code() == Some(&SqlState::OBJECT_IN_USE) && Instant::now() < deadline;
        assert!(passing, "{sql}: {error:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// The same server's address with another database.
fn with_database(server: &str, name: &str) -> String {
    let (scheme, rest) = server.split_once("://").expect("FIRSTLINE_TEST_PG is an address");
    let (rest, query) = rest
        .split_once('?')
        .map_or((rest, String::new()), |(it, query)| (it, format!("?{query}")));
    let authority = rest.split('/').next().unwrap_or_default();
    format!("{scheme}://{authority}/{name}{query}")
}
