//! The program as a process: how it starts, stops and comes back, what it says when it cannot, and how it stands up to those
//! who mean it ill.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod attacks;
mod audit;
mod harness;
mod keys;
mod links;
mod postgres;
mod strict;
mod tls;
mod user;

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use firstline_hub::store::{DatabaseUrl, Db, MIGRATIONS, Options};

use harness::{Place, QUESTION, Running, answer, eventually};

/// Stops a hub while it is read half a question: it takes no other, answers this one, and ends well.
fn stop_amid_a_question(hub: Running, token: &str) {
    // Those that say nothing, as browsers keep them open, hold nothing up.
    let (_silent, mut idle) = (hub.connect(), hub.connect());
    write!(idle, "GET /health HTTP/1.1\r\nHost: hub\r\n\r\n").unwrap();
    idle.read_exact(&mut [0; 12]).unwrap();

    let (first, rest) = QUESTION.split_at(QUESTION.len() / 2);
    let mut asking = hub.connect();
    let length = QUESTION.len();
    write!(
        asking,
        "POST /api/v1/ask HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\nExpect: 100-continue\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    )
    .unwrap();
    // Said when the body is wanted: the request is under way.
    let mut go_on = [0; 25];
    asking.read_exact(&mut go_on).unwrap();
    assert_eq!(go_on, *b"HTTP/1.1 100 Continue\r\n\r\n");
    asking.write_all(first.as_bytes()).unwrap();

    hub.tell_to_stop();
    eventually("new connections are refused", || {
        TcpStream::connect(hub.address).is_err().then_some(())
    });
    asking.write_all(rest.as_bytes()).unwrap();
    let (status, decision) = answer(&mut asking);
    assert_eq!(status, 200, "{decision}");
    assert_eq!(decision["topic"], "technical.break-fix");
    assert_eq!(hub.ended().code(), Some(0));
}

#[test]
fn a_hub_that_stops_answers_what_it_was_asked_and_comes_back_with_all_it_kept() {
    let place = Place::new();
    let demo = ["demo", "--database", "demo.db"];
    let making = |hub: &Running| hub.said.iter().any(|line| line.starts_with("Making"));
    let people = |hub: &Running| -> Vec<String> {
        let people = hub.said.iter().filter(|line| line.starts_with("  "));
        people.cloned().collect()
    };

    let mut hub = place.start(&["demo", "--database", "sqlite:demo.db"]);
    let token = hub.token();
    assert!(making(&hub), "{:#?}", hub.said);
    let met = people(&hub);
    assert!(met.len() > 10, "{met:#?}");
    let first = hub.keep_decision(&token);
    stop_amid_a_question(hub, &token);

    let mut hub = place.start(&demo);
    assert_eq!(hub.token(), token);
    assert!(!making(&hub), "the world is made once");
    assert_eq!(people(&hub), met);
    assert_eq!(hub.kept_decision(&token, &first), first);
    // Killed with no time to clean up, it has lost nothing of what it had answered for.
    let second = hub.keep_decision(&token);
    drop(hub);

    let hub = place.start(&["serve", "--database", "demo.db"]);
    for decision in [&first, &second] {
        assert_eq!(hub.kept_decision(&token, decision), *decision);
    }
    stop_amid_a_question(hub, &token);
}

#[test]
fn a_demo_killed_while_it_is_made_is_made_whole_the_next_time() {
    let place = Place::new();
    let demo = ["demo", "--database", "demo.db"];
    let mut words = demo.to_vec();
    words.extend(["--listen", "127.0.0.1:0"]);
    let log = place.path("demo.db.building-wal");
    let making = Running::new(place.program(&words));
    eventually("it is being made", || {
        fs::metadata(&log).ok().filter(|log| log.len() > 64 * 1024)
    });
    drop(making);
    assert!(log.exists() && !place.path("demo.db").exists());

    let mut hub = place.start(&demo);
    let token = hub.token();
    let decision = hub.keep_decision(&token);
    assert_eq!(hub.kept_decision(&token, &decision), decision);
    drop(hub);
    let mut left: Vec<_> = fs::read_dir(&place.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with("-wal") && !name.ends_with("-shm"))
        .collect();
    left.sort();
    assert_eq!(left, ["demo.db", "demo.db.keys"]);
}

#[test]
fn completions_and_the_manual_name_every_command() {
    let place = Place::new();
    let printed = |words: &[&str]| {
        let output = place.run(words);
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let help = printed(&["--help"]);
    let commands: Vec<&str> = help
        .split("Commands:\n")
        .nth(1)
        .unwrap()
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect();
    for known in ["serve", "demo", "ask", "import", "completions", "man"] {
        assert!(commands.contains(&known), "{known}: {help}");
    }
    let bash = printed(&["completions", "bash"]);
    let zsh = printed(&["completions", "zsh"]);
    let fish = printed(&["completions", "fish"]);
    let manual = printed(&["man"]);
    for name in commands {
        assert!(bash.contains(&format!("firstline,{name})")), "bash: {name}");
        assert!(zsh.contains(&format!("'{name}:")), "zsh: {name}");
        assert!(fish.contains(&format!("-a \"{name}\"")), "fish: {name}");
        assert!(manual.contains(&format!("firstline\\-{name}(1)")), "man: {name}");
    }
}

#[test]
fn an_import_shows_its_progress_on_a_terminal_alone() {
    let place = Place::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/organisations.csv");
    let file = file.to_str().unwrap();
    let import = ["import", "organisations", file, "--database", "hub.db"];

    let piped = place.run(&import);
    assert!(piped.status.success(), "{piped:?}");
    assert_eq!(String::from_utf8(piped.stderr).unwrap(), "");
    let summary = String::from_utf8(piped.stdout).unwrap();
    assert!(
        summary.contains("rows read") && !summary.contains('\u{1b}'),
        "{summary:?}"
    );

    // `script` gives a command a terminal and passes on what that shows.
    let command = format!(
        "{} --lang en {}",
        env!("CARGO_BIN_EXE_firstline"),
        import.join(" ")
    );
    let shown = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .current_dir(&place.0)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let screen = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.status.success(), "{screen}");
    let (progress, summary) = screen.rsplit_once('\u{1b}').unwrap();
    assert!(progress.contains("100 %"), "{screen:?}");
    assert!(
        summary.contains("rows read") && !summary.contains('%'),
        "{screen:?}"
    );
}

/// A database that a version after this one has used.
fn of_a_later_version(path: PathBuf) {
    let mut migrations = MIGRATIONS.to_vec();
    migrations.push((
        "9999_later",
        "create table later (id {int} not null primary key);\n",
    ));
    let options = Options {
        migrations: migrations.leak(),
        ..Options::default()
    };
    drop(Db::open(&DatabaseUrl::Sqlite(path), &options).unwrap());
}

#[test]
fn a_database_that_cannot_be_used_says_what_to_do() {
    let place = Place::new();
    fs::write(place.path("words.db"), "not a database, but a letter ".repeat(20)).unwrap();
    of_a_later_version(place.path("later.db"));
    // A port that was free a moment ago.
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let server = format!("postgres://hub:secret@{nobody}/hub?connect_timeout=5");
    let place_of_the_system = "/sys/firstline.db"; // where not even root may write
    let table = [
        (
            "mysql://hub@db/hub",
            "is not understood",
            "Give the path of a file",
        ),
        (
            &*server,
            "No database server answers at 127.0.0.1",
            "Check host and port",
        ),
        (
            "words.db",
            "words.db is not a database",
            "restore the file from a backup",
        ),
        ("later.db", "it knows 9999_later", "Start that newer version"),
        (
            place_of_the_system,
            "opened for reading and writing",
            "Let the user that runs the hub",
        ),
        (
            "no/such/place.db",
            "opened for reading and writing",
            "choose another place",
        ),
    ];
    for (database, what, help) in table {
        for command in [
            &["serve", "--listen", "127.0.0.1:0"][..],
            &["import", "organisations", "organisations.csv"],
            &["offers", "search", "insight"],
        ] {
            let output = place.run(&[command, &["--database", database]].concat());
            let said = String::from_utf8(output.stderr).unwrap();
            let mut lines = said.lines();
            let at = format!("{command:?} with {database}: {said}");
            assert_eq!(output.status.code(), Some(1), "{at}");
            assert!(output.stdout.is_empty(), "{at}");
            // Searching makes no database, so what is not there is simply not there.
            if command[0] == "offers" && what.ends_with("reading and writing") {
                assert!(lines.next().unwrap().contains("There is no database at"), "{at}");
                assert!(lines.next().unwrap().contains("Check the path."), "{at}");
                continue;
            }
            assert!(lines.next().unwrap().contains(what), "{at}");
            assert!(lines.next().unwrap().contains(help), "{at}");
            assert!(!said.contains("secret"), "{at}");
        }
    }
}

#[test]
fn a_demo_that_has_no_room_says_what_to_do() {
    let output = Place::new().run(&["demo", "--database", "/sys/demo.db"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.starts_with("/sys/demo.db cannot be opened for reading and writing\nLet the user"),
        "{said}"
    );
}

#[test]
fn a_command_that_fails_at_its_database_says_at_what() {
    let place = Place::new();
    let path = place.path("hub.db");
    let db = Db::open(&DatabaseUrl::Sqlite(path), &Options::default()).unwrap();
    db.write_blocking(|tx| tx.execute("alter table organisation rename to elsewhere", &[]))
        .unwrap();
    let output = place.run(&["offers", "search", "insight", "--database", "hub.db"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("The hub failed at this\n"), "{said}");
    assert!(said.contains("no such table: organisation"), "{said}");
}
