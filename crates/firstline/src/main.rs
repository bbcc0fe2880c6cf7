//! The one program: the hub, its demo, and its commands.

mod ask;
mod audit;
mod cli;
mod demo;
mod import;
mod keys;
mod migrate;
mod offers;
mod open;
mod policy;
mod say;
mod serve;
mod train;
mod understand;
mod user;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang();
    let done = match cli.command {
        Command::Serve(args) => serve::serve(&args, lang),
        Command::Demo(args) => demo::demo(&args, lang),
        Command::Ask(args) => ask::ask(&args, lang),
        Command::Understand(args) => understand::understand(&args, lang),
        Command::Train(args) => train::train(&args, lang),
        Command::Offers(args) => offers::offers(&args, lang),
        Command::Import(args) => import::import(&args, lang),
        Command::Policy(args) => policy::policy(&args, lang),
        Command::User(args) => user::user(&args, lang),
        Command::Keys(args) => keys::keys(&args, lang),
        Command::Audit(args) => audit::audit(&args, lang),
        Command::Sweep(args) => audit::sweep(&args, lang),
        Command::Migrate(args) => migrate::migrate(&args, lang),
        Command::Completions { shell } => cli::completions(shell),
        Command::Man => cli::man(),
    };
    match done {
        Ok(code) => code,
        Err(error) => say::failure(&error, lang),
    }
}
