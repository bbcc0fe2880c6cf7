//! A translation service on loopback, with LibreTranslate's interface, that behaves as a story wants it to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};

use serde_json::{Value, json};

/// How the service answers when it is asked for a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// With the target's tag before each text.
    Good,
    /// With this status, and an error as the interface has it.
    Refuses(u16),
    HangsUp,
    /// With what is no JSON.
    Mumbles,
    /// With one text fewer than it was asked for.
    Forgets,
    /// With nothing for each text.
    Empties,
    /// With more than may be read at all.
    Floods,
    /// With far more than belongs to the text.
    Rambles,
    /// With an address elsewhere.
    SendsAway,
}

struct State {
    manner: Manner,
    targets: Vec<&'static str>,
    /// What was asked for, each with its path.
    asked: Vec<(String, Value)>,
}

#[derive(Clone)]
pub struct Service {
    pub address: String,
    /// As `--allow-fetch` takes it.
    pub host: String,
    state: Arc<Mutex<State>>,
}

impl Service {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = format!("translate.localhost:{}", listener.local_addr().unwrap().port());
        let state = Arc::new(Mutex::new(State {
            manner: Manner::Good,
            targets: vec!["en", "es", "ko", "tr"],
            asked: Vec::new(),
        }));
        let kept = state.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up is nobody's concern.
                let _ = serve(&stream, &kept);
            }
        });
        Service {
            address: format!("http://{host}"),
            host,
            state,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    pub fn behaves(&self, manner: Manner) {
        self.state().manner = manner;
    }

    pub fn translates_into(&self, targets: &[&'static str]) {
        self.state().targets = targets.to_vec();
    }

    /// The translations that were asked for until now, and forgets them.
    pub fn asked(&self) -> Vec<Value> {
        let asked = std::mem::take(&mut self.state().asked);
        let translations = asked.into_iter().filter(|(path, _)| path == "/translate");
        translations.map(|(_, body)| body).collect()
    }
}

fn serve(stream: &TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let (mut length, mut kind) = (0, String::new());
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        match name.to_lowercase().as_str() {
            "content-length" => length = value.parse().unwrap_or_default(),
            "content-type" => value.clone_into(&mut kind),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let mut state = state.lock().unwrap();
    let asked = match &*kind {
        "application/json" => serde_json::from_slice(&body)?,
        _ => Value::Null,
    };
    state.asked.push((path.clone(), asked.clone()));
    let (status, body) = match &*path {
        "/languages" => (200, languages(&state.targets).to_string()),
        "/translate" if state.manner == Manner::HangsUp => return Ok(()),
        "/translate" => translated(state.manner, &asked),
        _ => (404, "{}".to_owned()),
    };
    let more = match status {
        302 => "location: http://127.0.0.1:1/\r\n",
        _ => "",
    };
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {}\r\n{more}connection: close\r\n\r\n",
        body.len()
    );
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())
}

fn languages(targets: &[&str]) -> Value {
    let language = |code: &str| json!({ "code": code, "name": code, "targets": targets });
    json!([language("en"), language("de"), language("ko")])
}

fn translated(manner: Manner, asked: &Value) -> (u16, String) {
    let target = asked["target"].as_str().unwrap_or_default();
    let texts: Vec<&str> = asked["q"]
        .as_array()
        .map(|texts| texts.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let made = |make: &dyn Fn(&&str) -> String| {
        let texts: Vec<String> = texts.iter().map(make).collect();
        json!({ "translatedText": texts }).to_string()
    };
    match manner {
        Manner::Good | Manner::HangsUp => (200, made(&|text| format!("[{target}] {text}"))),
        Manner::Refuses(status) => (status, json!({ "error": "not so" }).to_string()),
        Manner::Mumbles => (200, "<html>".to_owned()),
        Manner::Forgets => (200, json!({ "translatedText": texts[1..] }).to_string()),
        Manner::Empties => (200, made(&|_| " ".to_owned())),
        Manner::Floods => (200, made(&|_| "x".repeat(400_000))),
        Manner::Rambles => (200, made(&|text| text.repeat(100))),
        Manner::SendsAway => (302, String::new()),
    }
}
