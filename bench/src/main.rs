//! Measures the numbers of the README, each beside the floor under it, in the same run.
//!
//! `cargo run --release -p bench` measures all of them; a name (`decision`, `ask`, `search`, `understand`, `import`, `start`) only that one.

mod ask;
mod common;
mod decision;
mod import;
mod search;
mod start;
mod understand;

use std::path::Path;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["hello", listen] => start::hello(listen.parse().expect("an address")),
        ["import-file", database, file] => import::import(Path::new(database), Path::new(file)),
        _ => {
            for (name, run) in [
                ("decision", decision::run as fn()),
                ("ask", ask::run),
                ("search", search::run),
                ("understand", understand::run),
                ("start", start::run),
                ("import", import::run),
            ] {
                if args.is_empty() || args.contains(&name) {
                    run();
                }
            }
        }
    }
}
