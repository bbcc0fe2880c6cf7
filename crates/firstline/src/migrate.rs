//! `firstline migrate`: what the owner of the tables does before others serve them.

use std::process::ExitCode;

use anyhow::anyhow;
use firstline_domain::lang::Lang;
use firstline_hub::store::rights::{self, RoleError};
use firstline_hub::store::{Db, MIGRATIONS, Options};
use firstline_hub::{HubError, t};

use crate::cli::MigrateArgs;
use crate::{open, say};

pub fn migrate(args: &MigrateArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let place = open::place(args.database.as_deref(), false, lang)?;
    let db = Db::open(&place, &Options::default())?;
    let last = MIGRATIONS.last().map_or("", |(name, _)| *name);
    say::line(&t!(lang, "cli-migrated", place = db.place(), migration = last));
    if let Some(role) = &args.serving_role {
        rights::let_serve(&db, role).map_err(|error| match error {
            RoleError::Store(error) => HubError::Store(error).into(),
            error => anyhow!(t!(lang, error.key(), role = role.as_str())),
        })?;
        say::line(&t!(lang, "cli-serving-role", role = role.as_str()));
    }
    Ok(ExitCode::SUCCESS)
}
