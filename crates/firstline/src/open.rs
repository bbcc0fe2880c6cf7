//! Opening a hub for a command.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use firstline_domain::lang::Lang;
use firstline_domain::policy::Policy;
use firstline_hub::store::{DatabaseUrl, Db, Options};
use firstline_hub::understand::Model;
use firstline_hub::{Hub, Keys, POLICIES, t};

use crate::cli::HubArgs;

/// The database of a hub, and of the demo, where none is named.
pub const FILE: &str = "firstline.db";
pub const DEMO_FILE: &str = "firstline-demo.db";

/// A policy that comes with the program, or that of a file.
pub fn policy(name: &str) -> anyhow::Result<Policy> {
    let text = match POLICIES.iter().find(|(known, _)| *known == name) {
        Some((_, text)) => (*text).to_owned(),
        None => fs::read_to_string(name).with_context(|| name.to_owned())?,
    };
    Policy::parse(&text).with_context(|| name.to_owned())
}

/// The model in a file.
pub fn model(file: &Path) -> anyhow::Result<Model> {
    let named = || file.display().to_string();
    Model::read(fs::read(file).with_context(named)?.into()).with_context(named)
}

/// The keys of a file, or those beside a database that is a file.
pub fn keys(named: Option<&Path>, database: &DatabaseUrl) -> Keys {
    match (named, database) {
        (Some(file), _) => Keys::at(file),
        (None, DatabaseUrl::Sqlite(file)) => Keys::beside(file),
        (None, DatabaseUrl::Postgres(_)) => Keys::unnamed(),
    }
}

/// Where the database is that a command is about.
pub fn place(named: Option<&str>, create: bool, lang: Lang) -> anyhow::Result<DatabaseUrl> {
    let place = match named {
        Some(place) => place,
        None if create || Path::new(FILE).exists() => FILE,
        None if Path::new(DEMO_FILE).exists() => DEMO_FILE,
        None => bail!(t!(lang, "cli-no-database", file = FILE)),
    };
    Ok(DatabaseUrl::parse(place)?)
}

/// Opens the hub that a command is about; one that is not there is made only where `create` says so.
pub fn hub(args: &HubArgs, create: bool, lang: Lang) -> anyhow::Result<Hub> {
    let options = Options {
        create,
        ..Options::default()
    };
    let url = place(args.database.as_deref(), create, lang)?;
    let hub = Hub::new(
        Db::open(&url, &options)?,
        policy(&args.policy)?,
        keys(args.keys.as_deref(), &url),
    );
    if let Some(file) = &args.model {
        hub.read_by(model(file)?);
    }
    Ok(hub)
}
