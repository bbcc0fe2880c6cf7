//! `firstline demo`: a lively fictional marketplace, made by the hub's own imports and acts, then served.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::{Context, bail};
use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::lang::Lang;
use firstline_domain::party::RelationshipKind;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::{Share, TechnicalChoice};
use firstline_hub::import::{Form, Request};
use firstline_hub::invitation::NewInvitation;
use firstline_hub::relationship::NewRelationship;
use firstline_hub::sign_in::Visitor;
use firstline_hub::split::{Counterpart, NewSplit};
use firstline_hub::store::{DatabaseUrl, Db, OpenError, Options};
use firstline_hub::token::NewToken;
use firstline_hub::{Hub, HubError, Keys, locale, t};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rust_embed::RustEmbed;
use serde::Deserialize;
use tokio::runtime::Builder;

use crate::cli::DemoArgs;
use crate::{open, say, serve};

/// The fictional marketplace, as files that `firstline import` reads.
#[derive(RustEmbed)]
#[folder = "../../demo"]
struct World;

const OPERATOR: (&str, &str) = ("meridian", "Meridian Marketplace");
/// Everyone's password in the demo.
const PASSWORD: &str = "four calm ferries";
/// How long the demo's tokens live.
const TOKEN_DAYS: i64 = 366;
/// An offer that every question can be tried on.
const OFFER: &str = "pinar/insight";

pub fn demo(args: &DemoArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let DatabaseUrl::Sqlite(file) = DatabaseUrl::parse(&args.database)? else {
        bail!(t!(lang, "cli-demo-other", file = args.database.as_str()));
    };
    if !file.exists() {
        say::line(&locale::text(lang, "cli-demo-building"));
        build(&file).with_context(|| file.display().to_string())?;
    }
    let hub = hub(&args.database)?;
    let own = hub.own_scope(OPERATOR.0, OPERATOR.1)?;
    let (personas, operator) = Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async { Ok::<_, HubError>((hub.personas().await?, hub.operator(&own).await?)) })?;
    if operator.handle != OPERATOR.0 {
        bail!(t!(lang, "cli-demo-other", file = args.database.as_str()));
    }
    serve::run(hub, &args.web, Some(PASSWORD), lang, |_, address, _| {
        welcome(&args.web.url_at(address), &personas, &args.database, lang);
        Ok(())
    })
}

fn hub(place: &str) -> anyhow::Result<Hub> {
    let url = DatabaseUrl::parse(place)?;
    let db = Db::open(&url, &Options::default())?;
    Ok(Hub::new(
        db,
        open::policy("csp-marketplace")?,
        open::keys(None, &url),
    ))
}

fn welcome(address: &str, personas: &[Visitor], file: &str, lang: Lang) {
    say::line(&t!(lang, "cli-demo-ready", address = address));
    say::line("");
    say::line(&locale::text(lang, "cli-demo-sign-in"));
    let widest = personas
        .iter()
        .map(|persona| persona.person.handle.len())
        .max()
        .unwrap_or(0);
    for Visitor {
        person,
        organisation,
        scope,
        ..
    } in personas
    {
        let handle = &person.handle;
        let roles: Vec<String> = scope
            .roles()
            .iter()
            .map(|role| locale::text(lang, &format!("role-{role}")).into_owned())
            .collect();
        say::line(&format!(
            "  {handle:widest$}  {}, {} ({})",
            person.name,
            organisation.name,
            roles.join(", ")
        ));
    }
    say::line("");
    let handle = personas
        .iter()
        .find(|persona| persona.organisation.handle == "altan")
        .or(personas.first());
    let token = token(handle.map_or("", |persona| persona.person.handle.as_str()));
    say::line(&t!(lang, "cli-demo-api", token = token, address = address));
    say::line(&t!(lang, "cli-demo-cli", offer = OFFER));
    say::line(&t!(lang, "cli-demo-stop", file = file));
}

/// When what is told of the demo's past happens, in microseconds; 0 for what happens now.
static STORY: AtomicI64 = AtomicI64::new(0);

/// The time while the demo is made: an agreement is accepted on the day from which on it holds.
fn story_time() -> Timestamp {
    match STORY.load(Ordering::Relaxed) {
        0 => Timestamp::now(),
        past => Timestamp::from_microsecond(past).unwrap_or_else(|_| Timestamp::now()),
    }
}

/// Makes the demo's file: beside its place first, and moved there when it is whole, so that a demo that was stopped while it
/// was being made leaves nothing half-made.
fn build(file: &Path) -> anyhow::Result<()> {
    let building = with_ending(file, ".building");
    let sources = with_ending(file, ".sources");
    remove(&building);
    let _ = fs::remove_dir_all(&sources);
    fs::create_dir_all(&sources).map_err(|source| OpenError::Unwritable {
        path: file.to_owned(),
        source: source.into(),
    })?;
    write_sources(&sources)?;
    {
        let db = Db::open(
            &DatabaseUrl::parse(&building.display().to_string())?,
            &Options::default(),
        )?;
        // The keys are there for good at once, and those of a demo that was before are taken on.
        let keys = Keys::beside(file);
        let hub = Hub::with_clock(db, open::policy("csp-marketplace")?, keys, story_time);
        let scope = hub.own_scope(OPERATOR.0, OPERATOR.1)?;
        populate(&hub, &scope, &sources)?;
    }
    fs::remove_dir_all(&sources)?;
    // The last connection to a database folds its log into the file when it closes.
    for ending in ["-wal", "-shm"] {
        let _ = fs::remove_file(with_ending(&building, ending));
    }
    fs::rename(&building, file)?;
    Ok(())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn remove(database: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(with_ending(database, ending));
    }
}

fn write_sources(folder: &Path) -> anyhow::Result<()> {
    let now = Timestamp::now();
    for name in World::iter() {
        let Some(source) = World::get(&name) else { continue };
        let place = folder.join(&*name);
        fs::create_dir_all(place.parent().unwrap_or(folder))?;
        let text = String::from_utf8(source.data.into_owned()).with_context(|| name.to_string())?;
        fs::write(place, dated(&text, now))?;
    }
    Ok(())
}

/// Puts instants for `today-40d` and `today-1h`, so that the marketplace is always as old as its story says.
fn dated(text: &str, now: Timestamp) -> String {
    let mut parts = text.split("today-");
    let mut dated = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let hours = match (part[..digits].parse::<i64>(), part[digits..].chars().next()) {
            (Ok(days), Some('d')) => days * 24,
            (Ok(hours), Some('h')) => hours,
            _ => {
                dated.push_str("today-");
                dated.push_str(part);
                continue;
            }
        };
        let at = now - SignedDuration::from_hours(hours);
        dated.push_str(&format!("{at:.0}"));
        dated.push_str(&part[digits + 1..]);
    }
    dated
}

/// What the demo's parties did by hand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Acts {
    split: Vec<SplitAct>,
    proposal: Vec<ProposalAct>,
    request: Vec<RequestAct>,
    authorisation: Vec<AuthorisationAct>,
    choice: Vec<ChoiceAct>,
    invitation: Vec<InvitationAct>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitAct {
    provider: String,
    reseller: String,
    from: Date,
    until: Option<Date>,
    profile: Option<String>,
    #[serde(default)]
    shares: BTreeMap<String, Share>,
    provider_meets_customers: Option<bool>,
}

/// A split that a reseller proposes and its provider has not answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProposalAct {
    provider: String,
    reseller: String,
    from: Date,
    shares: BTreeMap<String, Share>,
}

/// A request for a customer that has not answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestAct {
    seller: String,
    customer: String,
}

/// A partner that may buy an exclusive offer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthorisationAct {
    /// Whoever authorises, by handle.
    by: String,
    offer: String,
    seller: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceAct {
    seller: String,
    offer: Option<String>,
    choice: TechnicalChoice,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InvitationAct {
    /// Whoever invites, by handle.
    by: String,
    email: String,
    roles: Vec<Role>,
}

fn populate(hub: &Hub, scope: &Scope, sources: &Path) -> anyhow::Result<()> {
    let take = |request: Request| -> anyhow::Result<()> {
        let name = request.file.display().to_string();
        let report = hub
            .import(scope, &request, &mut |_| ControlFlow::Continue(()))
            .with_context(|| name.clone())?;
        if report.errors > 0 {
            let first = report
                .problems
                .first()
                .map(|problem| problem.text(Lang::En))
                .unwrap_or_default();
            bail!("{name}: {first}");
        }
        Ok(())
    };
    let file = |form: Form, name: &str| Request::new(form, sources.join(name));
    take(file(Form::Organisations, "organisations.csv"))?;
    take(file(Form::Relationships, "relationships.csv"))?;
    take(file(Form::People, "people.csv"))?;
    for (folder, form) in [
        ("listings", Form::Listings),
        ("reconciliation", Form::Reconciliation),
    ] {
        if form == Form::Reconciliation {
            take(file(Form::Subscriptions, "subscriptions.csv"))?;
        }
        let mut names: Vec<PathBuf> = fs::read_dir(sources.join(folder))?
            .map(|entry| Ok(entry?.path()))
            .collect::<anyhow::Result<_>>()?;
        names.sort();
        for path in names {
            let whose = path
                .file_stem()
                .and_then(|stem| stem.to_str())
                .map(ToOwned::to_owned);
            let mut request = Request::new(form, path);
            match form {
                Form::Listings => request.publisher = whose,
                _ => request.seller = whose,
            }
            take(request)?;
        }
    }
    let acts: Acts = toml::from_str(&fs::read_to_string(sources.join("world.toml"))?)?;
    Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(act(hub, &acts))
}

/// What a persona's programs sign in with.
fn token(handle: &str) -> String {
    format!("firstline_demo_{handle}")
}

/// Agreements and choices are made by the people whose they are, who all have a password and a token.
async fn act(hub: &Hub, acts: &Acts) -> anyhow::Result<()> {
    let personas = hub.personas().await?;
    agree(hub, acts, &personas).await?;
    for Visitor { person, scope, .. } in &personas {
        hub.set_password(&person.handle, PASSWORD).await?;
        let new = NewToken {
            name: person.name.clone(),
            roles: scope.roles().to_vec(),
            days: TOKEN_DAYS,
        };
        hub.keep_token(scope, new, token(&person.handle)).await?;
    }
    for choice in &acts.choice {
        let scope = seller(&personas, &choice.seller)?;
        hub.choose_technical(scope, choice.offer.clone(), Some(choice.choice))
            .await?;
    }
    for invitation in &acts.invitation {
        let new = NewInvitation {
            organisation: None,
            email: invitation.email.clone(),
            roles: invitation.roles.clone(),
        };
        hub.invite(called(&personas, &invitation.by)?, new).await?;
    }
    for authorisation in &acts.authorisation {
        let by = called(&personas, &authorisation.by)?;
        hub.authorise(by, &authorisation.offer, &authorisation.seller)
            .await?;
    }
    for request in &acts.request {
        let new = NewRelationship {
            kind: RelationshipKind::PartnerCustomer,
            to: request.customer.clone(),
        };
        hub.ask_relationship(seller(&personas, &request.seller)?, new)
            .await?;
    }
    for proposal in &acts.proposal {
        let new = NewSplit {
            with: Counterpart::Provider(proposal.provider.clone()),
            from: proposal.from,
            until: None,
            provider_meets_customers: false,
            shares: proposal.shares.clone(),
        };
        hub.propose_split(seller(&personas, &proposal.reseller)?, new)
            .await?;
    }
    Ok(())
}

/// Somebody who decides how a seller supports.
fn seller<'p>(personas: &'p [Visitor], handle: &str) -> anyhow::Result<&'p Scope> {
    let decides = |persona: &&Visitor| {
        let scope = &persona.scope;
        persona.organisation.handle == handle
            && scope.may(Act::Change, Object::TechnicalChoice, Relation::Own)
    };
    let found = personas.iter().find(decides);
    let found = found.with_context(|| format!("nobody of {handle} may do this"))?;
    Ok(&found.scope)
}

/// Somebody by their handle.
fn called<'p>(personas: &'p [Visitor], handle: &str) -> anyhow::Result<&'p Scope> {
    let found = personas.iter().find(|persona| persona.person.handle == handle);
    let found = found.with_context(|| format!("there is no {handle}"))?;
    Ok(&found.scope)
}

/// Providers and resellers agree, on the days from which on they do.
async fn agree(hub: &Hub, acts: &Acts, personas: &[Visitor]) -> anyhow::Result<()> {
    for split in &acts.split {
        let file = hub.policy().file();
        let profile = split.profile.as_ref().and_then(|name| file.profile.get(name));
        let of_profile = profile.into_iter().flat_map(|profile| {
            let split = file.topic.iter().filter(|(_, topic)| topic.split);
            split.filter_map(|(id, _)| profile.share(id).map(|share| (id.clone(), share)))
        });
        let new = NewSplit {
            with: Counterpart::Reseller(split.reseller.clone()),
            from: split.from,
            until: split.until,
            provider_meets_customers: split
                .provider_meets_customers
                .unwrap_or(profile.is_some_and(|profile| profile.provider_meets_customers)),
            shares: of_profile.chain(split.shares.clone()).collect(),
        };
        let day = split.from.at(10, 0, 0, 0).to_zoned(TimeZone::UTC)?;
        STORY.store(day.timestamp().as_microsecond(), Ordering::Relaxed);
        let proposed = hub.propose_split(seller(personas, &split.provider)?, new).await?;
        let id = proposed.split.id.to_string();
        hub.answer_split(seller(personas, &split.reseller)?, &id, true)
            .await?;
    }
    STORY.store(0, Ordering::Relaxed);
    Ok(())
}
