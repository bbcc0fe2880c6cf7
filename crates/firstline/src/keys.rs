//! `firstline keys`: which keys the hub signs and seals with, another one, and taking away those that it replaced; for whoever has
//! the hub's machine.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use firstline_domain::lang::Lang;
use firstline_hub::keys::{InUse, KeyInUse, Retirement, Written};
use firstline_hub::{locale, t};
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::cli::{Format, UserHubArgs};
use crate::say::Ink;
use crate::{open, say};

#[derive(Debug, Args)]
pub struct KeysArgs {
    #[command(subcommand)]
    pub command: KeysCommand,
}

#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// List the keys: which one signs and seals, since when, and how many values are sealed under each.
    List {
        #[command(flatten)]
        at: UserHubArgs,
    },
    /// Add a key, which signs and seals ten minutes later, once every process of the hub has read it. Makes the file where there
    /// is none.
    Renew {
        #[command(flatten)]
        at: UserHubArgs,
        #[command(flatten)]
        written: WrittenArgs,
    },
    /// Seal anew what is under older keys than the newest, and take those out of the file. Links that they signed work no more.
    Retire {
        #[command(flatten)]
        at: UserHubArgs,
        #[command(flatten)]
        written: WrittenArgs,
        /// It cannot be undone: without this it is only said what would happen.
        #[arg(long)]
        yes: bool,
    },
}

/// Where a changed file of keys goes.
#[derive(Debug, Args)]
pub struct WrittenArgs {
    /// Leave the file as it is and print, secrets and all, what it is to hold: for a secret store that puts it there.
    #[arg(long)]
    pub print: bool,
}

impl WrittenArgs {
    fn written(&self) -> Written {
        match self.print {
            true => Written::HandedOver,
            false => Written::InPlace,
        }
    }
}

pub fn keys(args: &KeysArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    match &args.command {
        KeysCommand::List { at } => list(&runtime, at, lang),
        KeysCommand::Renew { at, written } => renew(&runtime, at, written, lang),
        KeysCommand::Retire { at, written, yes } => retire(&runtime, at, written, *yes, lang),
    }
}

fn list(runtime: &Runtime, at: &UserHubArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&at.hub, false, lang)?;
    let InUse { keys, lost } = runtime.block_on(hub.keys_in_use())?;
    if at.format == Format::Json {
        let items: Vec<Value> = keys.iter().map(told).collect();
        let body = json!({ "items": items, "sealed_under_missing_keys": lost });
        say::line(&serde_json::to_string_pretty(&body)?);
        return Ok(ExitCode::SUCCESS);
    }
    if keys.is_empty() {
        say::note(&locale::text(lang, "cli-keys-none"));
    }
    let ink = Ink::stdout();
    for key in &keys {
        let state = match (key.is_current, key.since > hub.now()) {
            (true, _) => "cli-keys-current",
            (false, true) => "cli-keys-coming",
            (false, false) => "cli-keys-older",
        };
        let state = locale::text(lang, state);
        let since = format!("{:.0}", key.since);
        say::line(&format!("{}  {}  {since}  {state}", ink.bold(&key.id), key.form));
        say::line(&format!("  {}", t!(lang, "cli-keys-sealed", count = key.sealed)));
        if key.is_due {
            say::line(&format!("  {}", ink.warn(&locale::text(lang, "cli-keys-due"))));
        }
    }
    if lost > 0 {
        say::note(&t!(lang, "cli-keys-lost", count = lost));
    }
    Ok(ExitCode::SUCCESS)
}

/// A key in JSON.
fn told(key: &KeyInUse) -> Value {
    json!({
        "id": key.id,
        "form": key.form,
        "since": key.since,
        "current": key.is_current,
        "due": key.is_due,
        "sealed": key.sealed,
    })
}

fn renew(runtime: &Runtime, at: &UserHubArgs, written: &WrittenArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&at.hub, false, lang)?;
    let renewed = runtime.block_on(hub.renew_keys(written.written()))?;
    let since = format!("{:.0}", renewed.since);
    let said = match written.print {
        true => t!(
            lang,
            "cli-keys-renewed-printed",
            key = renewed.id.as_str(),
            since = since
        ),
        false => t!(lang, "cli-keys-renewed", key = renewed.id.as_str(), since = since),
    };
    let body = json!({ "id": renewed.id, "since": renewed.since, "file": renewed.file });
    say_done(at, &said, renewed.file.as_deref(), &body)
}

fn retire(
    runtime: &Runtime,
    at: &UserHubArgs,
    written: &WrittenArgs,
    yes: bool,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&at.hub, false, lang)?;
    let (plan, file) = if yes {
        let retired = runtime.block_on(hub.retire_keys(written.written()))?;
        (retired.done, retired.file)
    } else {
        (runtime.block_on(hub.retirement())?, None)
    };
    let body = json!({
        "retired": yes,
        "stays": plan.stays,
        "goes": plan.goes,
        "sealed": plan.sealed,
        "links": plan.links,
        "links_until": plan.links_until,
        "file": file,
    });
    say_done(
        at,
        &said_of(&plan, yes, written.print, lang),
        file.as_deref(),
        &body,
    )
}

/// What becomes, or became, of the older keys.
fn said_of(plan: &Retirement, yes: bool, print: bool, lang: Lang) -> String {
    let keys = plan.goes.join(", ");
    let mut said = vec![match yes {
        true => t!(lang, "cli-keys-retired", keys = keys, count = plan.sealed),
        false => t!(lang, "cli-keys-retire", keys = keys, count = plan.sealed),
    }];
    if let Some(until) = plan.links_until {
        let until = format!("{until:.0}");
        said.push(t!(lang, "cli-keys-links", count = plan.links, until = until));
    }
    said.push(locale::text(lang, "cli-keys-browsers").into_owned());
    match (yes, print) {
        (true, true) => said.push(locale::text(lang, "cli-keys-retired-printed").into_owned()),
        (true, false) => {}
        (false, _) => said.push(locale::text(lang, "cli-keys-yes").into_owned()),
    }
    said.join("\n")
}

/// What was done, in sentences or in JSON. A file that is handed over is all that goes to standard output.
fn say_done(at: &UserHubArgs, said: &str, file: Option<&str>, body: &Value) -> anyhow::Result<ExitCode> {
    match (at.format, file) {
        (Format::Json, _) => say::line(&serde_json::to_string_pretty(body)?),
        (Format::Text, None) => say::line(said),
        (Format::Text, Some(file)) => {
            say::line(file.trim_end());
            say::note(said);
        }
    }
    Ok(ExitCode::SUCCESS)
}
