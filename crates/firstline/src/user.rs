//! `firstline user`: letting people in, or shutting them out, for whoever has the hub's machine.

use std::process::ExitCode;

use firstline_domain::lang::Lang;
use firstline_domain::organisation::Organisation;
use firstline_domain::role::Role;
use firstline_hub::locale::{self, Args, Joint};
use firstline_hub::recovery::Added;
use firstline_hub::store::people::Colleague;
use firstline_hub::store::person::Person;
use firstline_hub::{Hub, t};
use firstline_server::api::body::PersonBody;
use firstline_server::{PublicUrl, path_of_link};
use serde::Serialize;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

use crate::cli::{Format, UserArgs, UserCommand, UserHubArgs};
use crate::say::Ink;
use crate::{open, say};

pub fn user(args: &UserArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    match &args.command {
        UserCommand::List { at, organisation } => list(&runtime, at, organisation.as_deref(), lang),
        UserCommand::Add {
            at,
            link,
            email,
            name,
            organisation,
            roles,
        } => {
            let new = Added {
                organisation: organisation.clone(),
                name: name.clone(),
                email: email.clone(),
                roles: roles.clone(),
            };
            add(&runtime, at, &link.public_url, new, lang)
        }
        UserCommand::Reset {
            at,
            link,
            who,
            forget_second_factor,
        } => {
            let hub = open::hub(&at.hub, false, lang)?;
            let (person, secret) = runtime.block_on(hub.reset_link(who, *forget_second_factor))?;
            let link = link.public_url.to(&path_of_link(&secret));
            let said = t!(lang, "cli-user-link", link = link.as_str());
            say_one(at, &said, &json!({ "person": person.handle, "link": link }))
        }
        UserCommand::SignOut { at, who } => {
            let hub = open::hub(&at.hub, false, lang)?;
            let (person, ended) = runtime.block_on(hub.shut_sessions(who))?;
            let said = t!(
                lang,
                "cli-user-signed-out",
                count = ended,
                name = person.name.as_str()
            );
            say_one(at, &said, &json!({ "person": person.handle, "ended": ended }))
        }
        UserCommand::AllowPasswords { at, organisation } => {
            let hub = open::hub(&at.hub, false, lang)?;
            let changed = runtime.block_on(hub.allow_passwords(organisation))?;
            let key = match changed {
                true => "cli-user-passwords-allowed",
                false => "cli-user-passwords-allowed-already",
            };
            let args = Args::new().set("organisation", organisation.as_str());
            let body = json!({ "organisation": organisation, "changed": changed });
            say_one(at, &locale::format(lang, key, &args), &body)
        }
        UserCommand::Erase { at, who, yes } => erase(&runtime, at, who, *yes, lang),
        UserCommand::Roles {
            at,
            who,
            organisation,
            roles,
        } => give_roles(&runtime, at, who, organisation, roles, lang),
    }
}

/// What was done, in a sentence or in JSON.
fn say_one(at: &UserHubArgs, said: &str, body: &impl Serialize) -> anyhow::Result<ExitCode> {
    match at.format {
        Format::Text => say::line(said),
        Format::Json => say::line(&serde_json::to_string_pretty(body)?),
    }
    Ok(ExitCode::SUCCESS)
}

fn names(roles: &[Role], lang: Lang) -> String {
    let names: Vec<String> = roles
        .iter()
        .map(|role| locale::text(lang, &format!("role-{role}")).into_owned())
        .collect();
    locale::list(lang, &names, Joint::And)
}

/// A person as one of an organisation's.
#[derive(Serialize)]
struct MemberBody<'a> {
    organisation: &'a str,
    #[serde(flatten)]
    person: PersonBody<'a>,
}

impl<'a> From<&'a (Organisation, Colleague)> for MemberBody<'a> {
    fn from((organisation, colleague): &'a (Organisation, Colleague)) -> Self {
        MemberBody {
            organisation: &organisation.handle,
            person: PersonBody::from(colleague),
        }
    }
}

fn list(runtime: &Runtime, at: &UserHubArgs, of: Option<&str>, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&at.hub, false, lang)?;
    let all = runtime.block_on(hub.members(of))?;
    if at.format == Format::Json {
        let items: Vec<MemberBody<'_>> = all.iter().map(MemberBody::from).collect();
        say::line(&serde_json::to_string_pretty(&json!({ "items": items }))?);
        return Ok(ExitCode::SUCCESS);
    }
    if all.is_empty() {
        say::note(&locale::text(lang, "cli-user-none"));
    }
    let ink = Ink::stdout();
    for (organisation, colleague) in &all {
        let Person {
            handle, name, email, ..
        } = &colleague.member.person;
        let inactive = match colleague.member.active {
            true => String::new(),
            false => format!(", {}", ink.warn(&locale::text(lang, "cli-user-inactive"))),
        };
        say::line(&format!("{}  {name} <{email}>", ink.bold(handle)));
        let roles = names(&colleague.member.roles, lang);
        say::line(&format!("  {} ({roles}){inactive}", organisation.name));
    }
    Ok(ExitCode::SUCCESS)
}

fn add(
    runtime: &Runtime,
    at: &UserHubArgs,
    url: &PublicUrl,
    new: Added,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&at.hub, false, lang)?;
    let (person, secret) = runtime.block_on(hub.let_in(new.clone()))?;
    let link = secret.map(|secret| url.to(&path_of_link(&secret)));
    if at.format == Format::Text {
        say::line(&t!(
            lang,
            "cli-user-added",
            name = person.name.as_str(),
            person = person.handle.as_str(),
            organisation = new.organisation.as_str(),
            roles = names(&new.roles, lang)
        ));
    }
    let said = match &link {
        Some(link) => t!(lang, "cli-user-link", link = link.as_str()),
        None => t!(lang, "cli-user-account", email = person.email.as_str()),
    };
    say_one(at, &said, &json!({ "person": person.handle, "link": link }))
}

fn give_roles(
    runtime: &Runtime,
    at: &UserHubArgs,
    who: &str,
    organisation: &str,
    roles: &[Role],
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let hub: Hub = open::hub(&at.hub, false, lang)?;
    let colleague = runtime.block_on(hub.give_roles(who, organisation, roles.to_vec()))?;
    let said = t!(
        lang,
        "cli-user-roles",
        name = colleague.member.person.name.as_str(),
        organisation = organisation,
        roles = names(&colleague.member.roles, lang)
    );
    say_one(at, &said, &PersonBody::from(&colleague))
}

fn erase(runtime: &Runtime, at: &UserHubArgs, who: &str, yes: bool, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&at.hub, false, lang)?;
    let person = if yes {
        runtime.block_on(hub.erase_person(who))?
    } else {
        runtime.block_on(hub.person_called(who))?
    };
    let key = if yes { "cli-user-erased" } else { "cli-user-erase" };
    let said = t!(
        lang,
        key,
        name = person.name.as_str(),
        person = person.handle.as_str()
    );
    say_one(at, &said, &json!({ "person": person.handle, "erased": yes }))
}
