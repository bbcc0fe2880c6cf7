//! The record of changes from the command line: it is verified, swept, and loses nothing when the hub is told to stop.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests too")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use firstline_hub::store::{DatabaseUrl, Db, Options, Param};

/// After this, what did not come will not come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A directory of a test's own, gone with it.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(uuid::Uuid::now_v7().to_string());
        fs::create_dir_all(&path).unwrap();
        Place(path)
    }

    fn program(&self, words: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_firstline"));
        program.current_dir(&self.0).args(["--lang", "en"]).args(words);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("FIRSTLINE_")) {
            program.env_remove(name);
        }
        program
    }

    fn run(&self, words: &[&str]) -> Output {
        self.program(words).output().unwrap()
    }

    fn db(&self) -> Db {
        let url = DatabaseUrl::Sqlite(self.0.join("demo.db"));
        Db::open(&url, &Options::default()).unwrap()
    }

    fn tamper(&self, sql: &str) {
        let changed = self.db().write_blocking(|tx| tx.execute(sql, &[])).unwrap();
        assert!(changed > 0, "{sql}");
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A demo that is killed with the test.
struct Demo(Child);

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn line_with(lines: &mut impl Iterator<Item = std::io::Result<String>>, text: &str) -> String {
    lines
        .map(Result::unwrap)
        .find(|line| line.contains(text))
        .unwrap()
}

/// Looks at an offer as a program of Altan's, and tells the hub to stop before it is a second older.
fn look_and_stop(place: &Place) {
    let words = ["demo", "--database", "demo.db", "--listen", "127.0.0.1:0"];
    let mut demo = Demo(place.program(&words).stdout(Stdio::piped()).spawn().unwrap());
    let mut lines = BufReader::new(demo.0.stdout.take().unwrap()).lines();
    let address = line_with(&mut lines, "http://127.0.0.1:");
    let address = address.rsplit("http://").next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(
        stream,
        "GET /api/v1/offers/pinar/insight HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer firstline_demo_defne-acar\r\n\
         Connection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("engineering"),
        "{answer}"
    );
    let kill = format!("kill -TERM {}", demo.0.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    assert!(demo.0.wait().unwrap().success());
}

fn lines_of(db: &Db, organisation: &str, act: &str) -> i64 {
    let params: [&dyn Param; 2] = [&organisation, &act];
    db.read_blocking(|tx| {
        tx.query_one(
            "select count(*) from audit a join organisation o on o.id = a.organisation where o.handle = $1 and a.act = $2",
            &params,
            |row| row.get(0),
        )
    })
    .unwrap()
}

#[test]
fn the_record_outlives_a_stop_and_tells_what_was_done_to_it() {
    let place = Place::new();
    look_and_stop(&place);
    for organisation in ["altan", "pinar"] {
        assert_eq!(
            lines_of(&place.db(), organisation, "see-offer-contacts"),
            1,
            "{organisation}"
        );
    }
    let verify = |words: &[&str]| place.run(&[&["audit", "verify", "--database", "demo.db"], words].concat());

    let all = verify(&[]);
    assert_eq!(all.status.code(), Some(0), "{}", said(&all));
    assert!(said(&all).contains("altan: "));
    let one = said(&verify(&["--organisation", "altan"]));
    let head = one
        .lines()
        .nth(1)
        .unwrap()
        .trim()
        .split(' ')
        .next_back()
        .unwrap()
        .to_owned();
    assert_eq!(head.len(), 64, "{one}");
    let known = verify(&["--organisation", "altan", "--head", &head]);
    assert_eq!(known.status.code(), Some(0));
    let other = verify(&["--organisation", "altan", "--head", &"0f".repeat(32)]);
    assert_eq!(other.status.code(), Some(6), "{}", said(&other));

    let erase = |words: &[&str]| place.run(&[&["user", "erase", "--database", "demo.db"], words].concat());
    assert!(said(&erase(&["emre-tunali"])).contains("--yes"));
    assert!(said(&place.run(&["user", "list", "--database", "demo.db"])).contains("emre-tunali"));
    assert_eq!(erase(&["emre-tunali", "--yes"]).status.code(), Some(0));
    assert!(!said(&place.run(&["user", "list", "--database", "demo.db"])).contains("emre-tunali"));
    assert_eq!(
        verify(&["--organisation", "altan", "--head", &head])
            .status
            .code(),
        Some(0)
    );
    let swept = place.run(&["sweep", "--database", "demo.db"]);
    assert_eq!(swept.status.code(), Some(0), "{}", said(&swept));

    place.tamper(
        "update audit set act = 'ask' where act = 'make-token'
           and organisation = (select id from organisation where handle = 'altan')",
    );
    let broken = verify(&[]);
    assert_eq!(broken.status.code(), Some(6));
    assert!(said(&broken).contains("altan: Line "), "{}", said(&broken));
    assert_eq!(verify(&["--organisation", "pinar"]).status.code(), Some(0));
}

#[test]
fn what_cannot_be_verified_is_said() {
    let place = Place::new();
    let import = place.0.join("organisations.csv");
    fs::write(&import, "handle,name,kinds\npinar,Pinar,publisher\n").unwrap();
    assert!(
        place
            .run(&[
                "import",
                "--database",
                "hub.db",
                "organisations",
                "organisations.csv"
            ])
            .status
            .success()
    );
    let verify = |words: &[&str]| place.run(&[&["audit", "verify", "--database", "hub.db"], words].concat());
    assert_eq!(verify(&["--organisation", "nobody"]).status.code(), Some(4));
    for wrong in [
        ["--head", "0f"].as_slice(),
        &["--organisation", "pinar", "--head", "not a hash"],
    ] {
        assert_eq!(verify(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(
        verify(&["--organisation", "pinar"]).status.code(),
        Some(0),
        "nothing was done there yet"
    );
    assert_eq!(
        place
            .run(&["audit", "verify", "--database", "none.db"])
            .status
            .code(),
        Some(1)
    );
}
