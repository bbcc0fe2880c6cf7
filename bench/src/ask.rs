//! `POST /api/v1/ask` with a topic, beside the same server's empty JSON reply, in turns in the same run.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Place, hub, say};
use firstline_hub::Hub;
use firstline_hub::import::{Form, Request};
use firstline_server::Options;

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
    let address = serve(hub);
    let empty = "GET /health HTTP/1.1\r\nhost: bench\r\n\r\n".to_owned();
    let body = r#"{"topic":"technical.break-fix","offer":"pub/offer"}"#;
    let ask = format!(
        "POST /api/v1/ask HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer agent\r\ncontent-type: application/json\r\n\
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
                api_calls_a_minute: u32::MAX,
            };
            axum::serve(listener, firstline_server::router(hub, options))
                .await
                .expect("a server");
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

fn client(address: SocketAddr, request: &str, start: Instant) -> u64 {
    let stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("no delay");
    let mut writer = stream.try_clone().expect("a second hand on the connection");
    let mut reader = BufReader::new(stream);
    let (mut line, mut body, mut count) = (String::new(), Vec::new(), 0);
    while start.elapsed() < ROUND {
        writer.write_all(request.as_bytes()).expect("a request");
        let mut length = 0;
        line.clear();
        reader.read_line(&mut line).expect("a status");
        assert!(line.contains(" 200 "), "{line}");
        loop {
            line.clear();
            reader.read_line(&mut line).expect("a header");
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
        }
        body.resize(length, 0);
        reader.read_exact(&mut body).expect("a body");
        count += 1;
    }
    count
}
