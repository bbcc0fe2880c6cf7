//! What keeps a database from being opened, each by its name.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use firstline_store::testing::{Place, on_each_place};
use firstline_store::{DatabaseUrl, Db, OpenError, Options};
use rusqlite::Connection;

use crate::{SAMPLE, add_item, options};

fn refusal(url: &DatabaseUrl) -> OpenError {
    let hasty = Options {
        patience: Duration::from_millis(100),
        ..options(SAMPLE)
    };
    Db::open(url, &hasty).err().expect("it cannot be opened")
}

fn path(place: &Place) -> PathBuf {
    place.directory().unwrap().join("firstline.db")
}

#[test]
fn an_address_is_a_file_or_a_server() {
    for (text, file) in [
        ("hub.db", "hub.db"),
        ("/var/lib/firstline/hub.db", "/var/lib/firstline/hub.db"),
        ("sqlite:hub.db", "hub.db"),
        ("sqlite:/var/hub.db", "/var/hub.db"),
        ("sqlite:///var/hub.db", "/var/hub.db"),
    ] {
        assert_eq!(
            DatabaseUrl::parse(text).unwrap(),
            DatabaseUrl::Sqlite(file.into())
        );
    }
    for text in [
        "postgres://hub@db/firstline",
        "postgresql:///firstline?host=/run/postgresql",
    ] {
        assert_eq!(
            DatabaseUrl::parse(text).unwrap(),
            DatabaseUrl::Postgres(text.to_owned())
        );
    }
    for text in [
        "",
        "sqlite:",
        ":memory:",
        "sqlite::memory:",
        "mysql://hub:secret@db/firstline",
        "http://db?password=secret",
    ] {
        let error = DatabaseUrl::parse(text).unwrap_err();
        assert_eq!(error.key(), "database-url-unknown");
        assert!(!format!("{error} {:?}", error.args()).contains("secret"));
    }
    let error = refusal(&DatabaseUrl::Postgres(
        "postgres://hub:secret@db/x?port=none".to_owned(),
    ));
    assert!(matches!(&error, OpenError::Url { .. }), "{error:?}");
    assert!(!format!("{error} {:?}", error.args()).contains("secret"));
}

#[test]
fn a_file_that_is_not_there_is_made_only_when_wanted() {
    let place = Place::sqlite();
    let error = Db::open(
        &place.url,
        &Options {
            create: false,
            ..options(SAMPLE)
        },
    )
    .err()
    .unwrap();
    assert!(matches!(error, OpenError::Missing { .. }), "{error:?}");
    assert!(!path(&place).exists());

    drop(Db::open(&place.url, &options(SAMPLE)).unwrap());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path(&place)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only its owner may read it");
    }
    drop(
        Db::open(
            &place.url,
            &Options {
                create: false,
                ..options(SAMPLE)
            },
        )
        .unwrap(),
    );
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let place = Place::sqlite();
    let directory = place.directory().unwrap();
    let text = directory.join("text");
    fs::write(
        &text,
        "not a database, but long enough to have a header of one hundred bytes ".repeat(4),
    )
    .unwrap();
    let foreign = directory.join("foreign");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("create table other (id integer)")
        .unwrap();

    let found = |path: PathBuf| refusal(&DatabaseUrl::Sqlite(path)).key();
    assert_eq!(found(text.clone()), "database-not-one");
    assert_eq!(found(foreign), "database-foreign");
    assert_eq!(found(directory.to_owned()), "database-unwritable");
    assert_eq!(found(directory.join("none/firstline.db")), "database-unwritable");
    assert_eq!(found(text.join("firstline.db")), "database-unwritable");
    // Root may write where the mode forbids it, but not here.
    #[cfg(target_os = "linux")]
    assert_eq!(found(PathBuf::from("/sys/firstline.db")), "database-unwritable");
}

#[test]
fn a_file_another_process_keeps_to_itself_is_locked() {
    let place = Place::sqlite();
    drop(Db::open(&place.url, &options(SAMPLE)).unwrap());
    let other = Connection::open(path(&place)).unwrap();
    other
        .execute_batch("pragma locking_mode = exclusive; begin exclusive")
        .unwrap();
    let error = refusal(&place.url);
    assert!(matches!(error, OpenError::Locked { .. }), "{error:?}");
    drop(other);
    drop(Db::open(&place.url, &options(SAMPLE)).unwrap());
}

#[test]
fn a_second_process_opens_beside_the_first() {
    on_each_place(SAMPLE, |place| {
        let [one, two] = [(); 2].map(|()| Db::open(&place.url, &options(SAMPLE)).unwrap());
        one.write_blocking(|tx| add_item(tx, 1)).unwrap();
        two.write_blocking(|tx| add_item(tx, 2)).unwrap();
    });
}

#[test]
fn a_server_that_does_not_answer_is_unreachable() {
    // A port that was free a moment ago, and one that accepts and says nothing.
    let refused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    for address in [refused, silent.local_addr().unwrap()] {
        let started = Instant::now();
        let error = refusal(&DatabaseUrl::Postgres(format!(
            "postgres://hub:secret@{address}/x?connect_timeout=1"
        )));
        assert!(
            matches!(&error, OpenError::Unreachable { server, .. } if *server == address.to_string()),
            "{error:?}"
        );
        assert!(started.elapsed() < Duration::from_secs(20));
    }
    let error = refusal(&DatabaseUrl::Postgres(
        "postgres://hub@/x?host=/nowhere".to_owned(),
    ));
    assert!(matches!(error, OpenError::Unreachable { .. }), "{error:?}");
}

#[test]
fn a_server_without_encryption_is_not_spoken_to_in_clear() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = server.local_addr().unwrap();
    thread::spawn(move || {
        for line in server.incoming() {
            let mut line = line.unwrap();
            let mut request = [0; 8];
            line.read_exact(&mut request).unwrap();
            assert_eq!(
                request,
                [0, 0, 0, 8, 4, 210, 22, 47],
                "the request for encryption, and nothing before it"
            );
            line.write_all(b"N").unwrap();
        }
    });
    for mode in ["require", "verify-full"] {
        let url = format!("postgres://hub:secret@{address}/x?sslmode={mode}");
        let error = refusal(&DatabaseUrl::Postgres(url));
        assert!(matches!(error, OpenError::Tls { .. }), "{mode}: {error:?}");
    }
}

#[test]
fn a_server_says_what_it_lacks() {
    on_each_place(SAMPLE, |place| {
        let DatabaseUrl::Postgres(address) = &place.url else {
            return;
        };
        let changed = |find: &str, put: &str| {
            assert!(address.contains(find), "{address}");
            refusal(&DatabaseUrl::Postgres(address.replacen(find, put, 1)))
        };
        let error = changed("firstline_test_", "no_such_");
        assert!(
            matches!(&error, OpenError::NoDatabase { database, .. } if database.starts_with("no_such_")),
            "{error:?}"
        );
        let error = changed("firstline@", "nobody_we_know@");
        assert!(matches!(error, OpenError::Login { .. }), "{error:?}");
    });
}
