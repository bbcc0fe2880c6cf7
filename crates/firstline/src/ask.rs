//! `firstline ask`: the answer as a line of stations, or as JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::ExitCode;

use firstline_domain::decision::{Decision, Station};
use firstline_domain::hours::Openness;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, ServiceTarget};
use firstline_domain::party::PartyKind;
use firstline_domain::scope::Scope;
use firstline_hub::ask::{Answer, Question};
use firstline_hub::locale::{self, Args};
use firstline_hub::{Hub, HubError, t};
use firstline_server::api::body::{DecisionBody, HeardBody, UnderstandingBody};
use firstline_server::verdict::verdict;
use jiff::tz::TimeZone;
use serde::Deserialize;
use tokio::runtime::Builder;

use crate::cli::{AskArgs, Format};
use crate::open;
use crate::say::{self, Ink};

pub fn ask(args: &AskArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&args.hub, false, lang)?;
    let scope = hub.own_scope("operator", "Operator")?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    if let Some(file) = &args.batch {
        return runtime.block_on(batch(&hub, &scope, file, lang));
    }
    if let Some(text) = &args.text {
        return runtime.block_on(in_words(&hub, &scope, args, text, lang));
    }
    let question = Question {
        asker: args.asker,
        channel: args.channel,
        topic: args.topic.clone().unwrap_or_default(),
        offer: args.offer.clone(),
        subscription: args.subscription.clone(),
    };
    let answer = runtime.block_on(hub.ask(&scope, &question))?;
    let decision = answer.decision(&hub)?;
    match args.format {
        Format::Json => say::line(&serde_json::to_string_pretty(&DecisionBody::new(
            &hub, &answer, &decision, lang,
        ))?),
        Format::Text => text(&hub, &answer, &decision, lang),
    }
    Ok(if decision.agreed {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(say::OPEN)
    })
}

/// Answers a question in somebody's own words: one answer for each thing it surely asks, or what it may ask.
async fn in_words(
    hub: &Hub,
    scope: &Scope,
    args: &AskArgs,
    words: &str,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let question = Question {
        asker: args.asker,
        channel: args.channel,
        topic: String::new(),
        offer: args.offer.clone(),
        subscription: args.subscription.clone(),
    };
    let heard = hub.ask_in_words(scope, words, &question).await?;
    let mut decisions = Vec::with_capacity(heard.answers.len());
    for answer in &heard.answers {
        decisions.push((answer, answer.decision(hub)?));
    }
    match args.format {
        Format::Json => say::line(&serde_json::to_string_pretty(&HeardBody {
            understood: UnderstandingBody::new(hub, words, &heard.understanding, lang),
            decisions: decisions
                .iter()
                .map(|(answer, decision)| DecisionBody::new(hub, answer, decision, lang))
                .collect(),
        })?),
        Format::Text => {
            crate::understand::told(hub.policy().file(), words, &heard.understanding.reading, lang);
            decisions
                .iter()
                .for_each(|(answer, decision)| text(hub, answer, decision, lang));
        }
    }
    Ok(if !heard.understanding.reading.sure {
        ExitCode::from(say::UNSURE)
    } else if decisions.iter().all(|(_, decision)| decision.agreed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(say::OPEN)
    })
}

/// A question on a line of a batch.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// Given back with the answer.
    id: Option<serde_json::Value>,
    asker: PartyKind,
    channel: Option<firstline_domain::party::Channel>,
    topic: String,
    offer: Option<String>,
    subscription: Option<String>,
    lang: Option<Lang>,
}

/// The lines of a batch, from a file or from standard input.
pub fn lines(file: &Path) -> anyhow::Result<Box<dyn BufRead>> {
    use anyhow::Context;
    if file == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::new(
        File::open(file).with_context(|| file.display().to_string())?,
    )))
}

async fn batch(hub: &Hub, scope: &Scope, file: &Path, lang: Lang) -> anyhow::Result<ExitCode> {
    let mut failed = false;
    for (index, line) in lines(file)?.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let said = match serde_json::from_str::<Line>(&line) {
            Ok(line) => one(hub, scope, line, lang).await?,
            Err(error) => Err((None, error.to_string())),
        };
        match said {
            Ok(said) => say::line(&said),
            Err((id, error)) => {
                failed = true;
                say::line(&serde_json::json!({ "id": id, "line": index + 1, "error": error }).to_string());
            }
        }
    }
    Ok(if failed {
        ExitCode::from(say::FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

/// The answer to one line, or its id and what was wrong with it.
async fn one(
    hub: &Hub,
    scope: &Scope,
    line: Line,
    lang: Lang,
) -> anyhow::Result<Result<String, (Option<serde_json::Value>, String)>> {
    let lang = line.lang.unwrap_or(lang);
    let question = Question {
        asker: Some(line.asker),
        channel: line.channel,
        topic: line.topic,
        offer: line.offer,
        subscription: line.subscription,
    };
    match hub.ask(scope, &question).await {
        Ok(answer) => {
            let decision = answer.decision(hub)?;
            let mut body = serde_json::to_value(DecisionBody::new(hub, &answer, &decision, lang))?;
            if let (Some(id), Some(body)) = (line.id, body.as_object_mut()) {
                body.insert("id".to_owned(), id);
            }
            Ok(Ok(body.to_string()))
        }
        Err(HubError::Invalid(fields)) => {
            let why: Vec<String> = fields.iter().map(|field| field.text(lang)).collect();
            Ok(Err((line.id, why.join(" "))))
        }
        Err(error) => Err(error.into()),
    }
}

/// Who stands at a station, in words: the organisation, or the programme's word for the part.
pub fn name_of(hub: &Hub, station: &Station<'_>, lang: Lang) -> String {
    station
        .name
        .map_or_else(|| part(hub, station.kind, lang), ToOwned::to_owned)
}

fn part(hub: &Hub, kind: PartyKind, lang: Lang) -> String {
    hub.policy()
        .file()
        .party
        .get(&kind)
        .map_or(kind.as_str(), |texts| texts.get(lang))
        .to_owned()
}

fn text(hub: &Hub, answer: &Answer, decision: &Decision<'_>, lang: Lang) {
    let ink = Ink::stdout();
    say::line("");
    say::line(&format!("  {}", ink.bold(&verdict(decision, lang))));
    say::line("");
    for row in line(hub, decision, ink, lang) {
        say::line(&format!("  {row}"));
    }
    for station in decision.path.iter().skip(1).chain(&decision.escalation) {
        if let Some(contact) = station.contact {
            say::line("");
            contact_lines(hub, &name_of(hub, station, lang), contact, ink, lang);
        }
    }
    if let Some(level) = &decision.service_level {
        let by = part(hub, level.by, lang);
        section(ink, &t!(lang, "cli-promise", by = by));
        level
            .targets
            .iter()
            .for_each(|target| say::line(&format!("    {}", promise(target, lang))));
        if let Some(days) = level.otherwise_business_days {
            say::line(&format!(
                "    {}",
                t!(lang, "cli-promise-otherwise", days = i64::from(days))
            ));
        }
    }
    let edition = answer.edition(hub);
    section(ink, &t!(lang, "cli-why", edition = decision.edition));
    for id in &decision.clauses {
        if let Some(texts) = edition.clause(id) {
            say::line(&format!("    {:<4} {}", id, texts.get(lang)));
        }
    }
    if !decision.missing.is_empty() {
        section(ink, &locale::text(lang, "cli-missing"));
        for missing in &decision.missing {
            let who = part(hub, missing.who, lang);
            let what = locale::text(
                lang,
                &format!("cli-lack-{}", missing.what.as_str().replace('.', "-")),
            );
            say::line(&format!(
                "    {}",
                ink.warn(&t!(lang, "cli-missing-from", what = &*what, who = who))
            ));
        }
    }
    say::line("");
}

fn section(ink: Ink, title: &str) {
    say::line("");
    say::line(&format!("  {}", ink.faint(title)));
}

/// The line of stations, as two rows that stand below each other: marks and names.
fn line(hub: &Hub, decision: &Decision<'_>, ink: Ink, lang: Lang) -> [String; 2] {
    let (mut marks, mut names) = (String::new(), String::new());
    for (index, station) in decision.path.iter().enumerate() {
        let known = name_of(hub, station, lang);
        let label = match index {
            0 => t!(lang, "cli-you", part = part(hub, station.kind, lang)),
            _ => known,
        };
        let mark = if index == 0 {
            "◉"
        } else if index == decision.owner {
            "●"
        } else {
            "○"
        };
        if index > 0 {
            let arrow = if station.agreed {
                " ━━▶ "
            } else {
                " ╌╌▷ "
            };
            marks.push_str(&if station.agreed {
                ink.faint(arrow)
            } else {
                ink.warn(arrow)
            });
            names.push_str("     ");
        }
        let room = say::width(&label).max(1);
        let pad = " ".repeat(room - 1);
        marks.push_str(&if index == decision.owner {
            ink.accent(mark)
        } else {
            mark.to_owned()
        });
        marks.push_str(&pad);
        names.push_str(&if index == decision.owner {
            ink.accent(&label)
        } else {
            label
        });
    }
    for station in &decision.escalation {
        marks.push_str(&ink.faint(" ┄┄▷ ○"));
        names.push_str(&ink.faint(&format!("     {}", name_of(hub, station, lang))));
    }
    [marks.trim_end().to_owned(), names.trim_end().to_owned()]
}

/// How somebody is reached, a way a line.
pub fn contact_lines(hub: &Hub, name: &str, contact: &Contact, ink: Ink, lang: Lang) {
    let of = contact
        .name
        .as_deref()
        .filter(|of| *of != name)
        .map(|of| format!(" · {of}"))
        .unwrap_or_default();
    say::line(&format!("  {}{of}", ink.bold(name)));
    for way in [&contact.email, &contact.phone, &contact.url]
        .into_iter()
        .flatten()
    {
        say::line(&format!("    {way}"));
    }
    if let Some(hours) = &contact.hours {
        let now = hub.now();
        let state = match hours.openness(now) {
            Openness::Always => locale::text(lang, "cli-open-always").into_owned(),
            Openness::OpenUntil(until) => {
                t!(
                    lang,
                    "cli-open-until",
                    time = locale::date_time(lang, until, &TimeZone::system())
                )
            }
            Openness::ClosedUntil(opens) => {
                t!(
                    lang,
                    "cli-closed-until",
                    time = locale::date_time(lang, opens, &TimeZone::system())
                )
            }
        };
        say::line(&format!("    {}", ink.faint(&state)));
    }
}

pub fn promise(target: &ServiceTarget, lang: Lang) -> String {
    let within = locale::duration_minutes(lang, target.first_response_minutes);
    locale::format(
        lang,
        "cli-promise-target",
        &Args::new()
            .set("severity", target.severity.as_str())
            .set("within", within),
    )
}
