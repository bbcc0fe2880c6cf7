//! A place to run the program in, and the program while it runs.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// After this, what did not come will not come.
const PATIENCE: Duration = Duration::from_secs(30);
/// Where the link that a browser opened last is shown and used.
const OPEN: &str = "/link/open";
pub const QUESTION: &str = r#"{"topic":"technical.break-fix","offer":"pinar/insight"}"#;

/// A directory of a test's own, gone with it.
pub struct Place(pub PathBuf);

impl Place {
    pub fn new() -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(uuid::Uuid::now_v7().to_string());
        fs::create_dir_all(&path).unwrap();
        Place(path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The program with the words of a command line, run in this directory.
    pub fn program(&self, words: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_firstline"));
        program.current_dir(&self.0).args(["--lang", "en"]).args(words);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("FIRSTLINE_")) {
            program.env_remove(name);
        }
        program
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.program(words).output().unwrap()
    }

    /// Starts a hub at a free port, and waits until it answers.
    pub fn start(&self, words: &[&str]) -> Running {
        Running::answering(self.program(words))
    }

    /// Starts one that writes all that it can say of itself to the file `log`.
    pub fn start_talkative(&self, words: &[&str]) -> Running {
        let mut program = self.program(words);
        let log = fs::File::create(self.path("log")).unwrap();
        program.env("RUST_LOG", "trace").stderr(log);
        Running::answering(program)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A hub that runs, and what it has said so far. It is killed with the test.
pub struct Running {
    pub child: Child,
    lines: Receiver<String>,
    pub said: Vec<String>,
    pub address: SocketAddr,
}

impl Running {
    pub fn new(mut program: Command) -> Self {
        let mut child = program.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (line, lines) = channel();
        thread::spawn(move || {
            out.lines()
                .map_while(Result::ok)
                .try_for_each(|said| line.send(said))
        });
        Running {
            child,
            lines,
            said: Vec::new(),
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        }
    }

    /// A hub at a free port, once it answers.
    pub fn answering(mut program: Command) -> Self {
        program.args(["--listen", "127.0.0.1:0"]);
        let mut running = Running::new(program);
        let address = running.line_with("://127.0.0.1:");
        running.address = address.rsplit("://").next().unwrap().parse().unwrap();
        running
    }

    /// Reads on until a line holds this.
    pub fn line_with(&mut self, text: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| {
                panic!("nothing said {text:?}: {:#?}", self.said);
            });
            self.said.push(line.clone());
            if line.contains(text) {
                return line;
            }
        }
    }

    /// Whether it has said nothing further by when it answers.
    pub fn is_quiet(&self) -> bool {
        self.get("/health", "");
        self.lines.try_recv().is_err()
    }

    /// The token that the demo shows to whoever wants to try its API.
    pub fn token(&mut self) -> String {
        let line = self.line_with("Bearer ");
        let (_, rest) = line.split_once("Bearer ").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// What is answered to a request: the status, and what was said in JSON.
    pub fn ask(&self, token: &str, method: &str, path: &str, body: &str) -> (u16, Value) {
        let mut stream = self.connect();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        answer(&mut stream)
    }

    /// All that is answered on one connection to these bytes, until the other side closes it.
    pub fn raw(&self, bytes: &str) -> String {
        let mut stream = self.connect();
        // It may be closed on us while we still speak.
        let _ = stream.write_all(bytes.as_bytes());
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        String::from_utf8_lossy(&said).into_owned()
    }

    pub fn get(&self, path: &str, headers: &str) -> Said {
        Said(self.raw(&format!(
            "GET {path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n{headers}\r\n"
        )))
    }

    /// Sends a form as a browser does.
    pub fn form(&self, path: &str, cookie: &str, form: &str) -> Said {
        let length = form.len();
        Said(self.raw(&format!(
            "POST {path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        )))
    }

    /// Opens a link as somebody does whose browser runs no script: pasted whole into the page for it.
    pub fn open(&self, link: &str) -> Said {
        let pasted = link.replace(':', "%3A").replace('/', "%2F").replace('#', "%23");
        self.form("/link", "", &format!("link={pasted}"))
    }

    /// The page of a link that opens, as whoever has this session sees it, and the cookies of the browser then.
    pub fn see(&self, link: &str, session: &str) -> (String, Said) {
        let opened = self.open(link);
        assert_eq!(opened.header("location"), Some(OPEN), "{}", opened.0);
        let cookie = format!("{}; {session}", opened.cookie());
        let page = self.get(OPEN, &format!("Cookie: {cookie}\r\n"));
        assert_eq!(page.status(), 200, "{}", page.0);
        (cookie, page)
    }

    /// Opens a link, and sends the form of its page.
    pub fn act(&self, link: &str, session: &str, form: &str) -> Said {
        let (cookie, page) = self.see(link, session);
        let (_, rest) = page.0.split_once("name=\"link\" value=\"").unwrap();
        let id = rest.split('"').next().unwrap();
        self.form(OPEN, &cookie, &format!("link={id}&{form}"))
    }

    pub fn keep_decision(&self, token: &str) -> Value {
        let (status, decision) = self.ask(token, "POST", "/api/v1/decisions", QUESTION);
        assert_eq!(status, 201, "{decision}");
        decision
    }

    pub fn kept_decision(&self, token: &str, decision: &Value) -> Value {
        let path = format!("/api/v1/decisions/{}", decision["id"].as_str().unwrap());
        let (status, kept) = self.ask(token, "GET", &path, "");
        assert_eq!(status, 200, "{kept}");
        kept
    }

    /// SIGTERM: what an operator's tools send.
    pub fn tell_to_stop(&self) {
        let kill = format!("kill -TERM {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    pub fn ended(mut self) -> ExitStatus {
        let child = &mut self.child;
        eventually("it ends", || child.try_wait().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer as it came.
pub struct Said(pub String);

impl Said {
    pub fn status(&self) -> u16 {
        self.0
            .get(9..12)
            .and_then(|status| status.parse().ok())
            .unwrap_or_else(|| panic!("no answer: {:?}", self.0))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let (head, _) = self.0.split_once("\r\n\r\n")?;
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
            .next()
    }

    /// The cookie that was set.
    pub fn cookie(&self) -> &str {
        let set = self.header("set-cookie").unwrap_or_else(|| panic!("{}", self.0));
        set.split(';').next().unwrap()
    }

    /// What was answered, but for what differs from one answer to the next.
    pub fn constant(&self) -> String {
        let lines = self.0.lines().filter(|line| {
            let line = line.to_ascii_lowercase();
            !line.starts_with("date: ") && !line.starts_with("ratelimit")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Looks again and again until there is something.
pub fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "{what}: not within {PATIENCE:?}");
        thread::sleep(Duration::from_millis(2));
    }
}

/// The whole of an answer, after which the connection is closed.
pub fn answer(stream: &mut TcpStream) -> (u16, Value) {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{text:?}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}
