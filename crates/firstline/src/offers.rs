//! `firstline offers`: finding offers, and showing one.

use std::path::Path;
use std::process::ExitCode;

use firstline_domain::lang::Lang;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::reading::{Machine, Reading};
use firstline_domain::scope::Scope;
use firstline_hub::catalogue::{RESULTS_MAX, Search};
use firstline_hub::offer::OfferPage;
use firstline_hub::{Hub, HubError, locale, t};
use firstline_server::api::body::{OfferBody, OfferLine, OfferList};
use serde::Deserialize;
use tokio::runtime::{Builder, Runtime};

use crate::ask::{contact_lines, lines, name_of, promise};
use crate::cli::{Format, HubArgs, OffersArgs, OffersCommand};
use crate::open;
use crate::say::{self, Ink};

pub fn offers(args: &OffersArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    match &args.command {
        OffersCommand::Search {
            hub,
            words,
            limit,
            format,
            batch,
        } => {
            let (hub, scope) = opened(hub, lang)?;
            match batch {
                Some(file) => search_batch(&runtime, &hub, &scope, file, lang),
                None => search(&runtime, &hub, &scope, &words.join(" "), *limit, *format, lang),
            }
        }
        OffersCommand::Show {
            hub,
            offer,
            format,
            batch,
        } => {
            let (hub, scope) = opened(hub, lang)?;
            match batch {
                Some(file) => show_batch(&runtime, &hub, &scope, file, lang),
                None => show(
                    &runtime,
                    &hub,
                    &scope,
                    offer.as_deref().unwrap_or_default(),
                    *format,
                    lang,
                ),
            }
        }
    }
}

fn opened(args: &HubArgs, lang: Lang) -> anyhow::Result<(Hub, Scope)> {
    let hub = open::hub(args, false, lang)?;
    let scope = hub.own_scope("operator", "Operator")?;
    Ok((hub, scope))
}

fn search(
    runtime: &Runtime,
    hub: &Hub,
    scope: &Scope,
    query: &str,
    limit: usize,
    format: Format,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let search = Search {
        query: query.to_owned(),
        lang,
        limit: limit.min(RESULTS_MAX),
        ..Search::default()
    };
    let results = runtime.block_on(hub.search_offers(scope, &search))?;
    let items: Vec<OfferLine<'_>> = results
        .found
        .iter()
        .map(|found| OfferLine::new(found, lang))
        .collect();
    if format == Format::Json {
        say::line(&serde_json::to_string_pretty(&OfferList {
            total: results.total,
            items,
        })?);
    } else {
        let ink = Ink::stdout();
        for item in &items {
            say::line(&format!(
                "{}  {}",
                ink.bold(item.name),
                ink.faint(item.publisher_name)
            ));
            say::line(&format!("  {}", item.offer));
        }
        say::note(&t!(lang, "cli-found", count = results.total));
    }
    Ok(if results.total == 0 {
        ExitCode::from(say::UNKNOWN)
    } else {
        ExitCode::SUCCESS
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchLine {
    id: Option<serde_json::Value>,
    q: String,
    limit: Option<usize>,
}

fn search_batch(
    runtime: &Runtime,
    hub: &Hub,
    scope: &Scope,
    file: &Path,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    each_line(file, |line: SearchLine| {
        let limit = line.limit.unwrap_or(20).min(RESULTS_MAX);
        let search = Search {
            query: line.q,
            lang,
            limit,
            ..Search::default()
        };
        let results = runtime.block_on(hub.search_offers(scope, &search))?;
        let items: Vec<OfferLine<'_>> = results
            .found
            .iter()
            .map(|found| OfferLine::new(found, lang))
            .collect();
        Ok((
            line.id,
            Ok(serde_json::to_value(OfferList {
                total: results.total,
                items,
            })?),
        ))
    })
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShowLine {
    id: Option<serde_json::Value>,
    offer: String,
}

fn show_batch(
    runtime: &Runtime,
    hub: &Hub,
    scope: &Scope,
    file: &Path,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    each_line(file, |line: ShowLine| {
        match runtime.block_on(hub.offer(scope, &line.offer)) {
            Ok(page) => {
                let reading = read(runtime, hub, &page, lang)?;
                let body = serde_json::to_value(OfferBody::new(&page, &reading, lang))?;
                Ok((line.id, Ok(body)))
            }
            Err(HubError::NotFound(_)) => Ok((line.id, Err(unknown(&line.offer, lang)))),
            Err(error) => Err(error.into()),
        }
    })
}

fn unknown(offer: &str, lang: Lang) -> String {
    t!(lang, "error-offer-unknown", value = offer)
}

type Said = (Option<serde_json::Value>, Result<serde_json::Value, String>);

/// Answers each line of a batch with a line of JSON; a line that cannot be answered says why and stops nothing.
fn each_line<L: serde::de::DeserializeOwned>(
    file: &Path,
    mut answer: impl FnMut(L) -> anyhow::Result<Said>,
) -> anyhow::Result<ExitCode> {
    use std::io::BufRead;
    let mut failed = false;
    for (index, line) in lines(file)?.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let (id, said) = match serde_json::from_str(&line) {
            Ok(line) => answer(line)?,
            Err(error) => (None, Err(error.to_string())),
        };
        let mut body = said.unwrap_or_else(|error| {
            failed = true;
            serde_json::json!({ "line": index + 1, "error": error })
        });
        if let (Some(id), Some(body)) = (id, body.as_object_mut()) {
            body.insert("id".to_owned(), id);
        }
        say::line(&body.to_string());
    }
    Ok(if failed {
        ExitCode::from(say::FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

fn show(
    runtime: &Runtime,
    hub: &Hub,
    scope: &Scope,
    offer: &str,
    format: Format,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let page = match runtime.block_on(hub.offer(scope, offer)) {
        Ok(page) => page,
        Err(HubError::NotFound(_)) => {
            say::note(&unknown(offer, lang));
            return Ok(ExitCode::from(say::UNKNOWN));
        }
        Err(error) => return Err(error.into()),
    };
    let reading = read(runtime, hub, &page, lang)?;
    match format {
        Format::Json => {
            let body = OfferBody::new(&page, &reading, lang);
            say::line(&serde_json::to_string_pretty(&body)?);
        }
        Format::Text => text(hub, &page, &reading, lang),
    }
    Ok(ExitCode::SUCCESS)
}

/// What is read of an offer: written, or translated before by a hub that serves.
fn read(runtime: &Runtime, hub: &Hub, page: &OfferPage, lang: Lang) -> Result<Reading, HubError> {
    let mut readings = runtime.block_on(hub.read_offers(std::slice::from_ref(page), lang))?;
    Ok(readings.pop().unwrap_or_default())
}

fn text(hub: &Hub, page: &OfferPage, reading: &Reading, lang: Lang) {
    let ink = Ink::stdout();
    let OfferPage { offer, publisher, .. } = page;
    let policy = hub.policy().file();
    say::line("");
    say::line(&format!(
        "  {}  {}",
        ink.bold(offer.name(lang)),
        ink.faint(&publisher.name)
    ));
    if let Some(listing) = &reading.listing {
        say::line(&format!("  {}", listing.text.summary));
        if let Some(Machine { from, by, .. }) = listing.machine() {
            let language = locale::language_name(lang, from);
            let marked = t!(
                lang,
                "offer-translated",
                language = language,
                service = by.as_str()
            );
            say::line(&format!("  {}", ink.faint(&marked)));
        }
    }
    let kind = policy
        .kind
        .get(&offer.kind)
        .map_or(offer.kind.as_str(), |kind| kind.name.get(lang));
    say::line(&format!("  {}", ink.faint(kind)));
    for contact in &offer.contacts {
        say::line("");
        let of = contact
            .kind
            .map(|kind| locale::text(lang, &format!("cli-contact-{kind}")))
            .unwrap_or_default();
        contact_lines(hub, &of, contact, ink, lang);
    }
    if let Some(agreement) = &offer.agreement {
        say::line("");
        say::line(&format!("  {}", ink.bold(&agreement.title)));
        agreement
            .targets
            .iter()
            .for_each(|target| say::line(&format!("    {}", promise(target, lang))));
    }
    say::line("");
    say::line(&format!(
        "  {}",
        ink.faint(&locale::text(lang, "cli-who-supports-what"))
    ));
    let rows = hub.who_supports_what(
        page,
        PartyKind::Customer,
        Channel::DirectBill,
        |topic, decision| {
            let name = policy
                .topic
                .get(topic)
                .map_or(topic, |topic| topic.name.get(lang))
                .to_owned();
            (
                name,
                name_of(hub, decision.first_contact(), lang),
                name_of(hub, decision.responsible(), lang),
            )
        },
    );
    let widest = rows
        .iter()
        .map(|(topic, ..)| say::width(topic))
        .max()
        .unwrap_or(0);
    for (topic, first, owner) in rows {
        let gap = " ".repeat(widest - say::width(&topic));
        let way = if first == owner {
            owner
        } else {
            format!("{first} → {owner}")
        };
        say::line(&format!("    {topic}{gap}  {way}"));
    }
    say::line("");
}
