//! The same question gets the same answer and the same citation wherever it is asked: through the API, on the page that keeps
//! the answer, and on the command line. People of the demo's marketplace ask about every topic, in all four languages.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use std::{fs, process, thread};

use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::{Policy, PolicyFile};
use firstline_hub::{POLICIES, t};
use serde_json::{Value, json};

/// Who asks about what, as what the command line asks the same, and what is special about it.
///
/// The command line asks for the operator, to whom every contact is shown and who has no usual provider; so whoever is shown
/// less, or is known by whom it deals with, has nobody to ask the same there.
const ASKS: &str = "
aylin.kose@ege-dokuma.example    | subscription=1ac4a971-2628-4a0e-aa7e-5d2a614e5d9a | customer  | is sent on to the publisher
sora.yun@gaonnuri.example        | subscription=406ecbb1-6bc7-40e7-821c-58b64d7487f9 | customer  | half of it is agreed
renata.ochoa@nogal.example       | subscription=e70d58eb-1ae2-4ed5-9029-1230a2a023bb | customer  | nothing is agreed
sora.yun@gaonnuri.example        | subscription=58305e79-5841-4c9e-9960-8a346d6e3dcf | customer  | the provider is named
dana.whitlock@copperline.example | subscription=084126c4-03ee-482e-8c23-7ea93796f264 | customer  | bought it itself
defne.acar@altan.example         | subscription=b12e3fd7-21ad-44ac-9e1d-acf8e773d021 | partner   | nobody answers at the publisher
defne.acar@altan.example         | subscription=162c1036-c08d-4323-b1f7-fd2072faf252 | partner   | the operator's own product
jiwoo.seo@byeolbit.example       | subscription=406ecbb1-6bc7-40e7-821c-58b64d7487f9 | reseller  | half of it is agreed
lucia.ferrer@estelar.example     | subscription=d3bab924-d5f7-4b9f-a8cf-03d1c0b1f63b | provider  | nothing is agreed
selin.uzunoglu@pinar.example     | subscription=1ac4a971-2628-4a0e-aa7e-5d2a614e5d9a | publisher | sold by a partner
niamh.keane@meridian.example     | subscription=e70d58eb-1ae2-4ed5-9029-1230a2a023bb | operator  | nothing is agreed
selin.uzunoglu@pinar.example     | offer=pinar/connect                               | publisher | no sale is known
emre.tunali@altan.example        | subscription=5e5cb773-9bd0-468c-bd35-f63b7f2726e1 | -         | runs in the customer's cloud; the role does not show the contacts
ximena.luna@tepetlan.example     | offer=pinar/insight                               | -         | the one provider is known
";

/// A line of [`ASKS`].
struct Asks {
    email: &'static str,
    /// `subscription` or `offer`.
    about: &'static str,
    which: &'static str,
    stand_in: Option<&'static str>,
}

impl Asks {
    fn read(line: &'static str) -> Self {
        let mut cells = line.split('|').map(str::trim);
        let mut next = || cells.next().expect("a line has four cells");
        let email = next();
        let (about, which) = next().split_once('=').expect("an offer or a subscription");
        let stand_in = Some(next()).filter(|kind| *kind != "-");
        Asks {
            email,
            about,
            which,
            stand_in,
        }
    }
}

#[test]
fn api_page_and_command_line_say_the_same() {
    let demo = Demo::start();
    let everybody: Vec<Asks> = ASKS.trim().lines().map(Asks::read).collect();
    let said: Vec<Compared> = thread::scope(|scope| {
        let each = everybody.iter().enumerate().map(|(index, asks)| {
            let demo = &demo;
            scope.spawn(move || demo.compare(asks, index))
        });
        let all: Vec<_> = each.collect();
        all.into_iter()
            .flat_map(|one| one.join().expect("everybody gets through all topics"))
            .collect()
    });
    let differences: Vec<&String> = said.iter().flat_map(|said| &said.differences).collect();
    assert!(differences.is_empty(), "{differences:#?}");
    // What could be said differently was said at all.
    assert_eq!(said.len(), everybody.len() * policy().topic_order.len());
    assert!(said.iter().any(|said| !said.answer.agreed));
    assert!(said.iter().any(|said| !said.answer.beyond.is_empty()));
    let owners: BTreeSet<&str> = said.iter().map(|said| &*said.answer.responsible).collect();
    assert!(owners.len() >= 8, "{owners:?}");
}

/// One question: what the API answered, and what was said otherwise elsewhere.
struct Compared {
    answer: Answer,
    differences: Vec<String>,
}

/// What every surface says of a question; whoever asks is `you`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Answer {
    responsible: String,
    first_contact: String,
    /// From the first contact on; `?` before somebody on whom nobody agreed.
    way: Vec<String>,
    /// Where it goes on when the responsible party cannot be reached.
    beyond: Vec<String>,
    /// Ids and words, in order.
    clauses: Vec<(String, String)>,
    agreed: bool,
}

const YOU: &str = "you";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
/// The cookie that keeps the language one reads.
const LANGUAGE: &str = "firstline_language";

fn policy() -> &'static PolicyFile {
    static POLICY: LazyLock<Policy> = LazyLock::new(|| {
        let (_, text) = POLICIES
            .iter()
            .find(|(name, _)| *name == "csp-marketplace")
            .expect("the demo's programme comes with the hub");
        Policy::parse(text).expect("it is checked")
    });
    POLICY.file()
}

/// A demo that runs, and the file it keeps.
struct Demo {
    program: Child,
    /// What it says is left unread, but a program that nobody listens to ends.
    _said: BufReader<ChildStdout>,
    address: String,
    folder: PathBuf,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn firstline(lang: Lang) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firstline"));
    command.env_clear().args(["--lang", lang.tag()]);
    command
}

impl Demo {
    fn start() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("same-answer-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder for the demo");
        let mut program = firstline(Lang::En)
            .args(["demo", "--listen", "127.0.0.1:0", "--database"])
            .arg(folder.join("demo.db"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut said = BufReader::new(program.stdout.take().expect("it was piped"));
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            let read = said.read_line(&mut line).expect("the demo says where it answers");
            assert!(read > 0, "the demo ended before it answered");
        }
        let (_, address) = line.trim_end().split_once("http://").expect("just found");
        Demo {
            program,
            _said: said,
            address: address.to_owned(),
            folder,
        }
    }

    /// Asks about every topic on every surface, each topic in another language than its neighbours.
    fn compare(&self, asks: &Asks, index: usize) -> Vec<Compared> {
        let signed_in = self.sign_in(asks.email);
        let topics = policy().topic_order.iter().enumerate();
        topics
            .map(|(nth, topic)| {
                let lang = Lang::ALL[(index + nth) % Lang::ALL.len()];
                self.compare_one(asks, &signed_in, topic, lang)
            })
            .collect()
    }

    /// The cookie of a browser in which somebody signed in with the password that the demo shows.
    fn sign_in(&self, email: &str) -> String {
        let page = self.send("GET /sign-in HTTP/1.0", "").body;
        let password = between(&page, "name=\"password\" value=\"", "\"").expect("the demo shows a password");
        let form = format!("email={email}&password={}", words(password).replace(' ', "+"));
        let reply = self.send(&format!("POST /sign-in HTTP/1.0\r\n{FORM}"), &form);
        let cookie = between(&reply.head, "\r\nset-cookie: ", ";").expect("who signs in gets a session");
        cookie.to_owned()
    }

    fn compare_one(&self, asks: &Asks, signed_in: &str, topic: &str, lang: Lang) -> Compared {
        let reader = format!("Cookie: {LANGUAGE}={lang}; {signed_in}");
        let (answer, edition) = self.by_api(&reader, asks, topic, lang);
        let (on_page, headline) = self.by_page(&reader, asks, topic, lang);
        let mut differences = Vec::new();
        let asked = format!("{} asks {topic} about {} in {lang}", asks.email, asks.which);
        if on_page != answer {
            differences.push(format!("{asked}; page: {on_page:?}; API: {answer:?}"));
        }
        if let Some(kind) = asks.stand_in {
            let (in_terminal, said) = self.by_command_line(kind, asks, topic, lang, &edition);
            if in_terminal != answer {
                differences.push(format!("{asked}; command line: {in_terminal:?}; API: {answer:?}"));
            }
            if said != headline {
                differences.push(format!("{asked}; command line: {said}; page: {headline}"));
            }
        }
        Compared { answer, differences }
    }

    fn by_api(
        &self,
        reader: &str,
        Asks { about, which, .. }: &Asks,
        topic: &str,
        lang: Lang,
    ) -> (Answer, String) {
        let question = json!({ "topic": topic, *about: which }).to_string();
        let head = format!("POST /api/v1/ask HTTP/1.0\r\n{reader}\r\nContent-Type: application/json");
        let reply = self.send(&head, &question);
        let body: Value = serde_json::from_str(&reply.body).expect("an answer in JSON");
        let list = |name: &str| body[name].as_array().expect("a list").clone();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let path = list("path");
        let party = |party: &Value| {
            if party["kind"] == path[0]["kind"] {
                YOU.to_owned()
            } else {
                called(party, lang)
            }
        };
        let station = |station: &Value| {
            let open = if station["agreed"] == true { "" } else { "?" };
            format!("{open}{}", called(station, lang))
        };
        let answer = Answer {
            responsible: party(&body["responsible"]),
            first_contact: party(&body["first_contact"]),
            way: path.iter().skip(1).map(station).collect(),
            beyond: list("escalation").iter().map(station).collect(),
            clauses: list("clauses")
                .iter()
                .map(|clause| (text(&clause["id"]), text(&clause["text"])))
                .collect(),
            agreed: body["agreed"] == true,
        };
        (answer, text(&body["edition"]))
    }

    /// The answer as its page shows it, and its headline.
    fn by_page(
        &self,
        reader: &str,
        Asks { about, which, .. }: &Asks,
        topic: &str,
        lang: Lang,
    ) -> (Answer, String) {
        let head = format!("POST /ask HTTP/1.0\r\n{reader}\r\n{FORM}");
        let kept = self.send(&head, &format!("topic={topic}&{about}={which}"));
        let place = between(&kept.head, "\r\nlocation: ", "\r\n").expect("the answer has an address");
        let page = self.send(&format!("GET {place} HTTP/1.0\r\n{reader}"), "").body;

        let (mut responsible, mut first_contact) = (YOU.to_owned(), YOU.to_owned());
        let (mut way, mut beyond, mut open) = (Vec::new(), Vec::new(), false);
        for stop in page.split("<li class=\"stop ").skip(1) {
            let (classes, _) = stop.split_once('"').expect("classes end");
            let is = |class: &str| classes.split(' ').any(|one| one == class);
            let name = words(between(stop, "<b class=\"stop-name\">", "</b>").expect("a stop has a name"));
            if is("is-escalation") {
                beyond.push(name);
            } else if !is("is-you") && !is("is-behind") {
                if is("is-owner") {
                    responsible.clone_from(&name);
                }
                if is("is-first") {
                    first_contact.clone_from(&name);
                }
                way.push(if open { format!("?{name}") } else { name });
            }
            open = is("to-gap");
        }
        // What is not agreed stands on the line, or among what is missing.
        let agreed = !page.contains("to-gap") && !page.contains(&*t!(lang, "lack-split"));
        let clause = |clause: &str| {
            let id = between(clause, "href=\"#", "\"").expect("a clause has an id");
            let text = between(clause, "<p class=\"clause-text\">", "</p>").expect("a clause has words");
            (id.to_owned(), words(text))
        };
        let answer = Answer {
            responsible,
            first_contact,
            way,
            beyond,
            clauses: page
                .split("<article class=\"clause\"")
                .skip(1)
                .map(clause)
                .collect(),
            agreed,
        };
        let headline = between(&page, "<h1 class=\"verdict\">", "</h1>").expect("a page has a headline");
        (answer, words(headline))
    }

    /// The answer as a terminal shows it, and its headline.
    fn by_command_line(
        &self,
        kind: &str,
        Asks { about, which, .. }: &Asks,
        topic: &str,
        lang: Lang,
        edition: &str,
    ) -> (Answer, String) {
        let output = firstline(lang)
            .args(["ask", "--topic", topic, "--asker", kind])
            .arg(format!("--{about}={which}"))
            .arg("--database")
            .arg(self.folder.join("demo.db"))
            .output()
            .expect("the program starts");
        let said = String::from_utf8(output.stdout).expect("words");
        let trouble = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<&str> = said.lines().collect();
        let ["", headline, "", marks, names, ..] = lines[..] else {
            panic!("{kind} asks {topic}: {said}{trouble}");
        };

        let (mut responsible, mut first_contact) = (YOU.to_owned(), YOU.to_owned());
        let (mut way, mut beyond) = (Vec::new(), Vec::new());
        let mut names = names.trim_start().split("     ").skip(1);
        let marks: Vec<&str> = marks.split_whitespace().skip(1).collect();
        for step in marks.chunks(2) {
            let name = names.next().expect("a name below each mark").to_owned();
            if step[0] == "┄┄▷" {
                beyond.push(name);
                continue;
            }
            if step[1] == "●" {
                responsible.clone_from(&name);
            }
            if way.is_empty() {
                first_contact.clone_from(&name);
            }
            way.push(match step[0] {
                "━━▶" => name,
                _ => format!("?{name}"),
            });
        }
        let why = format!("  {}", t!(lang, "cli-why", edition = edition));
        let clauses = lines.iter().skip_while(|line| **line != why).skip(1);
        let clause = |line: &&str| {
            let (id, text) = line.trim_start().split_once(' ').expect("an id and words");
            (id.to_owned(), text.trim_start().to_owned())
        };
        let answer = Answer {
            responsible,
            first_contact,
            way,
            beyond,
            clauses: clauses.take_while(|line| !line.is_empty()).map(clause).collect(),
            agreed: output.status.success(),
        };
        (answer, headline.trim_start().to_owned())
    }

    /// Sends a request that begins with `head`, and reads the reply to its end.
    fn send(&self, head: &str, body: &str) -> Reply {
        let mut stream = TcpStream::connect(&self.address).expect("the demo answers");
        let request = format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        stream.write_all(request.as_bytes()).expect("a request is taken");
        let mut reply = String::new();
        stream.read_to_string(&mut reply).expect("a reply in words");
        let (head, body) = reply.split_once("\r\n\r\n").expect("a head and a body");
        assert!(
            head.contains(" 200 ") || head.contains(" 303 "),
            "{request}\n{reply}"
        );
        Reply {
            head: format!("{head}\r\n"),
            body: body.to_owned(),
        }
    }
}

struct Reply {
    head: String,
    body: String,
}

/// How people are told of a party of the API: by its name, or by the programme's word for its part.
fn called(party: &Value, lang: Lang) -> String {
    let kind: PartyKind = party["kind"]
        .as_str()
        .and_then(|kind| kind.parse().ok())
        .expect("a kind of party");
    let name = party["name"].as_str();
    name.unwrap_or_else(|| policy().party[&kind].get(lang)).to_owned()
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(found, _)| found)
}

/// The words of a piece of a page that has no elements in it.
fn words(html: &str) -> String {
    [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
    ]
    .iter()
    .fold(html.to_owned(), |text, (escaped, plain)| {
        text.replace(escaped, plain)
    })
}
