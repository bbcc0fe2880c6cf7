//! `POST /api/v1/ask` with a topic, beside the same server's empty JSON reply, in turns in the same run.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Place, hub, say};
use firstline_hub::Hub;
use firstline_hub::import::{Form, Request};
use firstline_hub::token::NewToken;
use firstline_server::{Options, connections};

const CLIENTS: usize = 8;
const ROUND: Duration = Duration::from_secs(3);
const ROUNDS: usize = 5;

pub fn run() {
    let place = Place::new("ask");
    let (hub, scope) = hub(&place.path("hub.db"));
    let import = |form, name: &str, text: &str| {
        let file = place.path(name);
        std::fs::write(&file, text).expect("a file to import");
        let request = Request {
            publisher: Some("pub".to_owned()),
            ..Request::new(form, file)
        };
        let report = hub
            .import(&scope, &request, &mut |_| std::ops::ControlFlow::Continue(()))
            .expect("an import");
        assert_eq!(report.errors, 0, "{:?}", report.problems);
    };
    import(
        Form::Organisations,
        "organisations.csv",
        "handle,name,kinds,desk_email\npub,Publisher,publisher,support@pub.example\npartner,Partner,partner,desk@partner.example\n",
    );
    import(
        Form::People,
        "people.csv",
        "handle,organisation,name,email,roles\nagent,partner,Agent,agent@partner.example,admin-agent\n",
    );
    import(
        Form::Listings,
        "listings.json",
        r#"[{"kind":"product","id":"product/offer","identity":{"externalId":"offer"},"type":"softwareAsAService"},
            {"kind":"listing","product":"product/offer","languageId":"en-us","title":"Offer",
             "supportContact":{"name":"Support","email":"support@pub.example"},
             "engineeringContact":{"name":"Engineering","email":"eng@pub.example"}}]"#,
    );
    let token = token(&hub);
    let address = serve(hub);
    let empty = "GET /health HTTP/1.1\r\nhost: bench\r\n\r\n".to_owned();
    let body = r#"{"topic":"technical.break-fix","offer":"pub/offer"}"#;
    let ask = format!(
        "POST /api/v1/ask HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    let (mut floor, mut whole) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floor.push(load(address, &empty));
        whole.push(load(address, &ask));
    }
    floor.sort_unstable();
    whole.sort_unstable();
    let (floor, whole) = (floor[ROUNDS / 2], whole[ROUNDS / 2]);
    say(&format!(
        "ask: {whole} answers a second; floor, the same server's empty JSON reply: {floor}; ratio {:.0} %",
        100.0 * whole as f64 / floor as f64
    ));
}

/// A token of the agent's.
fn token(hub: &Hub) -> String {
    let made = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(async {
            let agent = hub.personas().await?.remove(0);
            let new = NewToken {
                name: "bench".to_owned(),
                roles: agent.scope.roles().to_vec(),
                days: 1,
            };
            hub.make_token(&agent.scope, new).await
        });
    made.expect("a token").1
}

/// Serves the hub on a thread of its own.
fn serve(hub: Hub) -> SocketAddr {
    let (told, heard) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                .await
                .expect("a port");
            told.send(listener.local_addr().expect("an address"))
                .expect("somebody listens");
            let options = Options {
                requests_a_minute: u32::MAX,
                ..Options::default()
            };
            let (_plain, tls) = tokio::sync::watch::channel(None);
            let router = firstline_server::router(hub, options);
            connections::answer(listener, router, tls, std::future::pending()).await;
        });
    });
    heard.recv().expect("an address")
}

/// Sends a request over and over on a few connections; answers a second.
fn load(address: SocketAddr, request: &str) -> u64 {
    let start = Instant::now();
    let counts: Vec<u64> = thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|_| scope.spawn(|| client(address, request, start)))
            .collect();
        clients
            .into_iter()
            .map(|client| client.join().expect("a client"))
            .collect()
    });
    let total: u64 = counts.iter().sum();
    (total as f64 / start.elapsed().as_secs_f64()) as u64
}

/// One connection: sends the request and reads its answer, over and over. It shares the machine with the server, so it reads
/// no more closely than it must.
fn client(address: SocketAddr, request: &str, start: Instant) -> u64 {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let (mut room, mut count) = ([0; 16 * 1024], 0);
    while start.elapsed() < ROUND {
        stream.write_all(request.as_bytes()).expect("a request");
        let (mut filled, mut wanted) = (0, usize::MAX);
        while filled < wanted {
            let read = stream.read(&mut room[filled..]).expect("an answer");
            assert!(read > 0, "the server hung up, or answered more than fits");
            filled += read;
            if wanted == usize::MAX {
                wanted = answer_bytes(&room[..filled]).unwrap_or(wanted);
            }
        }
        count += 1;
    }
    count
}

/// How long an answer is with its head, once the head is there.
fn answer_bytes(read: &[u8]) -> Option<usize> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut answer = httparse::Response::new(&mut headers);
    let head = answer.parse(read).expect("an answer in HTTP");
    let httparse::Status::Complete(head) = head else {
        return None;
    };
    assert_eq!(answer.code, Some(200));
    let length = answer
        .headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("content-length"))
        .and_then(|header| std::str::from_utf8(header.value).ok())
        .and_then(|value| value.parse::<usize>().ok())
        .expect("a length");
    Some(head + length)
}
