//! `firstline understand`: what a question in somebody's own words is about, and whose that usually is.

use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

use firstline_domain::lang::Lang;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::PolicyFile;
use firstline_hub::t;
use firstline_hub::understand::{Hints, Model, Reader, Reading};
use firstline_server::api::body::{rounded, says, topic_texts};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::ask::lines;
use crate::cli::{Format, UnderstandArgs};
use crate::open;
use crate::say::{self, Ink};

pub fn understand(args: &UnderstandArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let policy = open::policy(&args.policy)?;
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let reader = Reader {
        model: Model::committed(),
        edition: policy.edition_on(today),
    };
    if let Some(file) = &args.batch {
        return batch(reader, file);
    }
    let text = args.text.as_deref().unwrap_or_default();
    let hints = Hints {
        asker: args.asker,
        channel: args.channel,
        lang: None,
    };
    let reading = reader.read(text, &hints);
    match args.format {
        Format::Json => say::line(&serde_json::to_string_pretty(&Understood::new(None, &reading))?),
        Format::Text => told(policy.file(), text, &reading, lang),
    }
    Ok(ExitCode::SUCCESS)
}

/// A text on a line of a batch.
#[derive(Debug, Deserialize)]
struct Line {
    /// Given back with what was understood.
    id: Option<serde_json::Value>,
    text: String,
    asker: Option<PartyKind>,
    channel: Option<Channel>,
    /// Its language; one that is none of the hub's is found out.
    lang: Option<String>,
}

#[derive(Debug, Serialize)]
struct Topic<'a> {
    topic: &'a str,
    confidence: f32,
}

/// What was understood of a line.
#[derive(Debug, Serialize)]
struct Understood<'a> {
    id: Option<serde_json::Value>,
    lang: &'static str,
    topics: Vec<Topic<'a>>,
    /// Absent for what is none of the programme's.
    responsible: Option<&'static str>,
    first_contact: Option<&'static str>,
    sure: bool,
}

impl<'a> Understood<'a> {
    fn new(id: Option<serde_json::Value>, reading: &'a Reading) -> Self {
        let owners = reading.first().and_then(|first| first.owners);
        Understood {
            id,
            lang: reading.lang.tag(),
            topics: reading
                .topics
                .iter()
                .map(|topic| Topic {
                    topic: &topic.topic,
                    confidence: rounded(topic.certainty),
                })
                .collect(),
            responsible: owners.map(|owners| owners.responsible.as_str()),
            first_contact: owners.map(|owners| owners.first_contact.as_str()),
            sure: reading.sure,
        }
    }
}

/// Reads a file line by line; a line that is none gets one that says so, and the others go on.
fn batch(reader: Reader<'_>, file: &Path) -> anyhow::Result<ExitCode> {
    let mut failed = false;
    let mut lines = lines(file)?;
    let mut bytes = Vec::new();
    for number in 1_usize.. {
        bytes.clear();
        if lines.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&bytes) {
            Ok(line) => {
                let hints = Hints {
                    asker: line.asker,
                    channel: line.channel,
                    lang: line.lang.and_then(|lang| lang.parse().ok()),
                };
                let reading = reader.read(&line.text, &hints);
                say::line(&serde_json::to_string(&Understood::new(line.id, &reading))?);
            }
            Err(error) => {
                failed = true;
                let id = serde_json::from_slice::<serde_json::Value>(&bytes)
                    .ok()
                    .and_then(|line| line.get("id").cloned());
                say::line(
                    &serde_json::json!({ "id": id, "line": number, "error": error.to_string() }).to_string(),
                );
            }
        }
    }
    Ok(if failed {
        ExitCode::from(say::FAILED)
    } else {
        ExitCode::SUCCESS
    })
}

/// What a text was read as, for whoever sits at the terminal.
pub fn told(policy: &PolicyFile, text: &str, reading: &Reading, lang: Lang) {
    let ink = Ink::stdout();
    let part = |kind: PartyKind| {
        policy
            .party
            .get(&kind)
            .map_or(kind.as_str(), |texts| texts.get(lang))
    };
    say::line(&format!("  {}", ink.bold(&says(policy, reading, lang))));
    for topic in &reading.topics {
        let texts = topic_texts(policy, &topic.topic, lang);
        let share = t!(
            lang,
            "cli-share",
            percent = i64::from((topic.certainty * 100.0).round() as i32)
        );
        let owner = topic.owners.map(|owners| part(owners.responsible));
        let whose = owner.map(|owner| format!(" → {owner}")).unwrap_or_default();
        say::line(&format!("    {}{whose} {}", texts.name, ink.faint(&share)));
        if !reading.sure {
            say::line(&format!("      {}", ink.faint(&texts.difference)));
        }
    }
    let words: Vec<&str> = reading
        .led
        .iter()
        .filter_map(|span| text.get(span.clone()))
        .collect();
    if !words.is_empty() {
        say::line(&format!(
            "  {}",
            ink.faint(&t!(lang, "cli-led", words = words.join(" · ")))
        ));
    }
}
