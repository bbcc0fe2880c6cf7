//! From start to the first answer, memory at rest and size of the program, beside a server that only says hello.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{Place, memory_kilobytes, quantile, say};
use axum::routing::get;

const RUNS: usize = 7;

pub fn run() {
    let own = std::env::current_exe().expect("this program");
    let program = own.with_file_name("firstline");
    assert!(program.exists(), "build it first: cargo build --release");
    let place = Place::new("start");
    let database = place.path("hub.db").display().to_string();
    let (mut whole, mut floor, mut rest, mut bare) = (Vec::new(), Vec::new(), 0, 0);
    for _ in 0..RUNS {
        let listen = free();
        let arguments = ["serve", "--database", &database, "--listen", &listen.to_string()];
        let (time, memory) = answer_time(Command::new(&program).args(arguments), listen, "/sign-in");
        whole.push(time);
        rest = rest.max(memory);
        let listen = free();
        let (time, memory) = answer_time(
            Command::new(&own).args(["hello", &listen.to_string()]),
            listen,
            "/",
        );
        floor.push(time);
        bare = bare.max(memory);
    }
    let size = |path: &std::path::Path| std::fs::metadata(path).map_or(0, |meta| meta.len() / (1 << 20));
    say(&format!(
        "start to first answer: {:?}; floor, a bare axum server: {:?}",
        quantile(&mut whole, 0.5),
        quantile(&mut floor, 0.5)
    ));
    say(&format!(
        "memory at rest: {} MB; floor: {} MB",
        rest / 1024,
        bare / 1024
    ));
    say(&format!("program: {} MB", size(&program)));
}

/// The floor: a server that only says hello.
pub fn hello(listen: SocketAddr) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::bind(listen).await.expect("the port");
        axum::serve(listener, axum::Router::new().route("/", get(async || "hello")))
            .await
            .expect("a server");
    });
}

/// An address that was free a moment ago.
fn free() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address")
}

/// Starts a server and asks until it answers; the time that took, and its memory a second later in kilobytes.
fn answer_time(command: &mut Command, address: SocketAddr, path: &str) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let time = loop {
        if answers(address, path) {
            break start.elapsed();
        }
        assert!(start.elapsed() < Duration::from_secs(20), "no answer");
        thread::sleep(Duration::from_millis(1));
    };
    thread::sleep(Duration::from_secs(1));
    let memory = memory_kilobytes(child.id(), "VmRSS").unwrap_or(0);
    stop(&mut child);
    (time, memory)
}

fn stop(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

fn answers(address: SocketAddr, path: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else {
        return false;
    };
    let request = format!("GET {path} HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200")
}
