//! A hub on PostgreSQL as it is meant for keeps: served by a role that owns nothing and shows a certificate.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

use firstline_hub::store::{DatabaseUrl, Db, MIGRATIONS, Options};

use crate::harness::{Place, Running, eventually};

/// Certificates of `hub_serving` with the numbers 101 and 102, and one of somebody else, all by the authority `ca.pem`; made for these
/// tests by `openssl`, and their keys are nobody's.
const FIRST: [&str; 2] = [
    include_str!("postgres/first.pem"),
    include_str!("postgres/first.key.pem"),
];
const SECOND: [&str; 2] = [
    include_str!("postgres/second.pem"),
    include_str!("postgres/second.key.pem"),
];
const OTHER: [&str; 2] = [
    include_str!("postgres/other.pem"),
    include_str!("postgres/other.key.pem"),
];

/// A server of its own with an empty database `hub`, whose owner is `hub_owner`.
struct Server {
    place: Place,
    directory: String,
    port: u16,
}

fn script(words: &[&str]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/postgres.sh");
    let done = Command::new(script).args(words).output().unwrap();
    assert!(done.status.success(), "{done:?}");
}

impl Server {
    /// Nothing where no PostgreSQL is tried.
    fn start() -> Option<Self> {
        std::env::var_os("FIRSTLINE_TEST_PG")?;
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let directory = format!("/tmp/firstline-pg-{port}");
        let certificates = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/process/postgres");
        let owner = std::process::id().to_string();
        script(&[
            "start",
            &directory,
            &owner,
            &port.to_string(),
            certificates.to_str().unwrap(),
        ]);
        let server = Server {
            place: Place::new(),
            directory,
            port,
        };
        for sql in [
            "create role hub_owner login",
            "create role hub_serving login",
            "create database hub owner hub_owner",
            "revoke all on database hub from public",
            "grant connect on database hub to hub_serving",
        ] {
            server.administer("postgres", sql);
        }
        Some(server)
    }

    /// What `psql` says as the server's administrator.
    fn administer(&self, database: &str, sql: &str) -> String {
        let at = format!(
            "host={} port={} user=firstline dbname={database}",
            self.directory, self.port
        );
        let done = Command::new("psql")
            .args(["-X", "-A", "-t", "-c", sql, &at])
            .output()
            .unwrap();
        assert!(done.status.success(), "{sql}: {done:?}");
        String::from_utf8(done.stdout).unwrap().trim().to_owned()
    }

    /// The database by the machine's own socket.
    fn by_socket(&self, user: &str) -> String {
        format!(
            "postgres://{user}@/hub?host={}&port={}",
            self.directory, self.port
        )
    }

    /// The database over TLS.
    fn by_tls(&self, query: &str) -> String {
        format!("postgres://hub_serving@127.0.0.1:{}/hub{query}", self.port)
    }

    fn program(&self, words: &[&str]) -> Command {
        let mut program = self.place.program(words);
        let authority = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/process/postgres/ca.pem");
        program
            .env("SSL_CERT_FILE", authority)
            .env("FIRSTLINE_KEYS", self.place.path("hub.keys"));
        program
    }

    /// Runs a command that has to end like this, and gives what it says.
    fn said(&self, words: &[&str], code: i32) -> String {
        let Output {
            status,
            stdout,
            stderr,
        } = self.program(words).output().unwrap();
        let said = String::from_utf8([stdout, stderr].concat()).unwrap();
        assert_eq!(status.code(), Some(code), "{words:?}: {said}");
        said
    }

    /// The database as a program that holds this role's address.
    fn db(&self, user: &str, migrations: usize) -> Db {
        let options = Options {
            migrations: &MIGRATIONS[..migrations],
            ..Options::default()
        };
        Db::open(&DatabaseUrl::parse(&self.by_socket(user)).unwrap(), &options).unwrap()
    }

    fn install(&self, [certificate, key]: [&str; 2]) {
        fs::write(self.place.path("hub.pem"), certificate).unwrap();
        fs::write(self.place.path("hub.key.pem"), key).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        script(&["stop", &self.directory]);
    }
}

fn demo(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo")
        .join(file);
    path.to_str().unwrap().to_owned()
}

#[test]
fn whoever_serves_owns_nothing_and_finds_everything_migrated() {
    let Some(server) = Server::start() else { return };
    let (owner, serving) = (server.by_socket("hub_owner"), server.by_socket("hub_serving"));
    let search = ["offers", "search", "insight", "--database", &serving];
    let migrate = |words: &[&str], code| server.said(&[&["migrate", "--database"], words].concat(), code);

    let waiting = server.said(&search, 1);
    assert!(
        waiting.contains("the steps from 0001_ground on, and hub_serving may not"),
        "{waiting}"
    );
    assert!(
        waiting.contains("firstline migrate --serving-role hub_serving"),
        "{waiting}"
    );
    drop(server.db("hub_owner", MIGRATIONS.len() - 1));
    server.administer("hub", "grant select on migration to hub_serving");
    let (last, _) = MIGRATIONS.last().unwrap();
    let waiting = server.said(&search, 1);
    assert!(
        waiting.contains(&format!("the steps from {last} on")),
        "{waiting}"
    );

    let migrated = migrate(&[&owner], 0);
    assert!(
        migrated.contains(&format!("the last step is {last}")),
        "{migrated}"
    );
    let lacking = server.said(&search, 1);
    assert!(
        lacking.contains("hub_serving lacks rights on the table asked_words"),
        "{lacking}"
    );

    for (address, role, said) in [
        (&owner, "nobody", "The server has no role nobody"),
        (
            &owner,
            "hub_owner",
            "hub_owner may do everything with these tables already",
        ),
        (
            &owner,
            "firstline",
            "firstline may do everything with these tables already",
        ),
    ] {
        let refused = migrate(&[address, "--serving-role", role], 1);
        assert!(refused.contains(said), "{refused}");
    }
    let file = server.place.path("hub.db").to_str().unwrap().to_owned();
    assert!(
        server
            .said(
                &[
                    "import",
                    "organisations",
                    &demo("organisations.csv"),
                    "--database",
                    &file
                ],
                0
            )
            .contains("rows")
    );
    let no_roles = migrate(&[&file, "--serving-role", "hub_serving"], 1);
    assert!(no_roles.contains("A file has no roles"), "{no_roles}");

    server.administer("hub", "grant truncate on audit to hub_serving");
    let granted = migrate(&[&owner, "--serving-role", "hub_serving"], 0);
    assert!(
        granted.contains("hub_serving may now read and write rows"),
        "{granted}"
    );
    let refused = migrate(&[&serving, "--serving-role", "hub_serving"], 1);
    assert!(
        refused.contains("Only the user that owns the tables"),
        "{refused}"
    );

    serve_a_day(&server, &serving);
    let db = server.db("hub_serving", MIGRATIONS.len());
    for beyond in [
        "create table mine (id bigint)",
        "alter table audit disable trigger all",
        "truncate audit",
        "drop table audit",
        "update audit set act = 'ask'",
        "update audit set hash = previous",
        "delete from audit_head",
        "update decision set facts = '{}'",
        "delete from organisation",
        "insert into migration (name, hash) values ('9999', '')",
        "copy audit to program 'cat'",
    ] {
        let refused = db.write_blocking(|tx| tx.execute(beyond, &[]));
        assert!(format!("{refused:?}").contains("42501"), "{beyond}: {refused:?}");
    }
}

/// What a hub does in a day: files come in, people are let in, it serves, is looked over, and removes what is old.
fn serve_a_day(server: &Server, serving: &str) {
    let at = ["--database", serving];
    let run = |words: &[&str]| server.said(&[words, &at].concat(), 0);
    run(&["keys", "renew"]);
    run(&["import", "organisations", &demo("organisations.csv")]);
    run(&["import", "organisations", &demo("organisations.csv")]);
    let add = |email: &str, name: &str, role: &str| {
        let who = ["user", "add", "--email", email, "--name", name];
        run(&[&who[..], &["--organisation", "meridian", "--roles", role]].concat());
    };
    add("ada@meridian.example", "Ada Lind", "operator-admin");
    add("bo@meridian.example", "Bo Lind", "operator-agent");
    let mut hub = Running::answering(server.program(&[&["serve"], &at[..]].concat()));
    let answer = hub.get("/sign-in", "");
    assert_eq!(answer.status(), 200, "{}", answer.0);
    hub.tell_to_stop();
    assert!(hub.child.wait().unwrap().success());
    let bo = "bo@meridian.example";
    run(&[
        "user",
        "roles",
        bo,
        "--organisation",
        "meridian",
        "--roles",
        "operator-admin",
    ]);
    run(&["user", "erase", bo, "--yes"]);
    run(&["sweep"]);
    run(&["audit", "verify"]);
}

#[test]
fn a_hub_shows_a_certificate_and_takes_a_new_one_while_it_runs() {
    let Some(server) = Server::start() else { return };
    server.said(
        &[
            "migrate",
            "--serving-role",
            "hub_serving",
            "--database",
            &server.by_socket("hub_owner"),
        ],
        0,
    );
    server.said(
        &["keys", "renew", "--database", &server.by_socket("hub_serving")],
        0,
    );
    let address = server.by_tls("?sslcert=hub.pem&sslkey=hub.key.pem");
    let search = ["offers", "search", "insight", "--database", &address];
    let refused = |what: &str| {
        let said = server.said(&search, 1);
        assert!(said.contains(what) && !said.contains("secret"), "{said}");
    };
    refused("hub.pem cannot be read as PEM\nsslcert in the address names the certificate");
    server.install([FIRST[0], "no key"]);
    refused("hub.key.pem cannot be read as PEM");
    server.install([FIRST[0], SECOND[1]]);
    refused("hub.pem and hub.key.pem cannot be used together\nLet sslkey in the address");
    server.install(OTHER);
    refused("refused the sign-in\nCheck user and password or certificate");
    // One that nobody vouches for.
    let tls = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/process/tls");
    let read = |file| fs::read_to_string(tls.join(file)).unwrap();
    server.install([&read("first.pem"), &read("first.key.pem")]);
    refused("refused the sign-in");
    let bare = server.by_tls("?sslmode=require");
    let said = server.said(&["offers", "search", "insight", "--database", &bare], 1);
    assert!(said.contains("refused the sign-in"), "{said}");

    server.install(FIRST);
    let hub = Running::answering(server.program(&["serve", "--database", &address]));
    let shown = "select string_agg(distinct client_serial::text, ' ') from pg_stat_ssl where client_serial is not null";
    assert_eq!(server.administer("hub", shown), "101");
    server.install(SECOND);
    let end = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hub_serving'";
    server.administer("hub", end);
    eventually("the new one is shown", || {
        hub.ask("firstline_unknown", "GET", "/api/v1/offers", "");
        (server.administer("hub", shown) == "102").then_some(())
    });
}

#[test]
fn a_password_for_the_database_is_mentioned_once() {
    let Some(server) = Server::start() else { return };
    let said = |user: &str| {
        let errors = server.place.path("errors");
        let mut program = server.program(&["serve", "--database", &server.by_socket(user)]);
        program.stderr(File::create(&errors).unwrap());
        // Whatever is said at the start is said before it answers.
        Running::answering(program).get("/health", "");
        fs::read_to_string(errors).unwrap()
    };
    server.said(
        &["keys", "renew", "--database", &server.by_socket("hub_owner")],
        0,
    );
    let mentioned = |said: &str| said.matches("signs in to its database by a password").count();
    assert_eq!(mentioned(&said("hub_owner:secret")), 1);
    assert_eq!(mentioned(&said("hub_owner")), 0);
}
