//! `firstline train`: learning to understand questions from examples, and measuring how well.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use firstline_domain::lang::Lang;
use firstline_domain::party::PartyKind;
use firstline_domain::policy::EditionRef;
use firstline_domain::scope::Scope;
use firstline_hub::understand::{
    self, Example, Figures, Installed, Model, Report, is_held_out, read_examples,
};
use firstline_hub::{Hub, t};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;
use tokio::runtime::{Builder, Runtime};

use crate::cli::{HubArgs, TrainArgs};
use crate::open;
use crate::say;

/// Confusions that are shown.
const CONFUSIONS_SHOWN: usize = 5;

pub fn train(args: &TrainArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let policy = open::policy(&args.policy)?;
    let edition = policy.edition_on(Timestamp::now().to_zoned(TimeZone::UTC).date());
    let committed = examples(&args.examples)?;
    let hub = args
        .database
        .as_ref()
        .map(|place| LocalHub::open(place, args, lang))
        .transpose()?;
    let mut local = args
        .local
        .as_deref()
        .map(examples)
        .transpose()?
        .unwrap_or_default();
    if let Some(hub) = &hub {
        local.extend(hub.corrections()?);
    }
    let held_out: Vec<&Example> = committed
        .iter()
        .chain(&local)
        .filter(|example| is_held_out(&example.text))
        .collect();
    let forum = forum(&args.forum)?;
    let forum: Vec<&Example> = forum.iter().collect();
    let shown = |model: &Model| {
        let report = understand::evaluate(model, edition, &held_out);
        table(&report, &understand::evaluate(model, edition, &forum), lang);
        report.all.figures()
    };
    let known = model(&args.model)?;
    if args.evaluate {
        shown(&known.with_context(|| args.model.display().to_string())?);
        return Ok(ExitCode::SUCCESS);
    }
    say::note(&t!(
        lang,
        "cli-train-begins",
        count = committed.len() + local.len() - held_out.len(),
        held_out = held_out.len()
    ));
    let learned = understand::train(edition, &committed, &local)?.model;
    let figures = shown(&learned);
    if !args.install {
        return Ok(ExitCode::SUCCESS);
    }
    let file = args.model.display().to_string();
    if let Some(known) = &known
        && is_worse(figures, before(known, edition, &held_out))
    {
        say::note(&t!(lang, "cli-train-worse", file = file));
        return Ok(ExitCode::from(say::FAILED));
    }
    let installed = Installed {
        by: &args.by,
        model: &learned,
        replaced: known.as_ref().map(Model::digest),
    };
    fs::write(&args.model, learned.bytes()).with_context(|| file.clone())?;
    record(&args.model, &installed)?;
    if let Some(hub) = &hub {
        hub.record(&installed)?;
    }
    say::note(&t!(
        lang,
        "cli-train-installed",
        file = file,
        features = learned.features()
    ));
    Ok(ExitCode::SUCCESS)
}

/// The hub whose corrections are learned from.
struct LocalHub {
    hub: Hub,
    scope: Scope,
    runtime: Runtime,
}

impl LocalHub {
    fn open(place: &str, args: &TrainArgs, lang: Lang) -> anyhow::Result<Self> {
        let args = HubArgs {
            database: Some(place.to_owned()),
            policy: args.policy.clone(),
            model: None,
            keys: None,
        };
        let hub = open::hub(&args, false, lang)?;
        Ok(LocalHub {
            scope: hub.own_scope("operator", "Operator")?,
            runtime: Builder::new_current_thread().enable_all().build()?,
            hub,
        })
    }

    fn corrections(&self) -> anyhow::Result<Vec<Example>> {
        Ok(self.runtime.block_on(self.hub.corrections(&self.scope))?)
    }

    fn record(&self, installed: &Installed<'_>) -> anyhow::Result<()> {
        Ok(self
            .runtime
            .block_on(self.hub.record_training(&self.scope, installed))?)
    }
}

/// Adds a line to the record beside a model's file: who installed which model when, what it replaced, and its figures.
fn record(model: &Path, installed: &Installed<'_>) -> anyhow::Result<()> {
    let mut record = model.as_os_str().to_owned();
    record.push(".record.jsonl");
    let mut line = installed.detail();
    line.insert("at".to_owned(), Timestamp::now().to_string().into());
    let line = serde_json::to_string(&line)?;
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .open(&record)
        .with_context(|| record.to_string_lossy().into_owned())?;
    Ok(writeln!(file, "{line}")?)
}

fn before(known: &Model, edition: EditionRef<'_>, held_out: &[&Example]) -> Figures {
    understand::evaluate(known, edition, held_out).all.figures()
}

/// Whether a model is right less often, or sure of less, or wrong more often when it is sure: by more than a question in two
/// hundred, which is chance.
fn is_worse(learned: Figures, known: Figures) -> bool {
    const CHANCE: f32 = 0.005;
    learned.party + CHANCE < known.party
        || learned.sure * learned.party_when_sure + CHANCE < known.sure * known.party_when_sure
        || learned.party_when_sure + CHANCE < known.party_when_sure.min(0.955)
}

/// The examples below a folder: `LANG/TOPIC.jsonl`, in the order of their names, so that the same files give the same model.
fn examples(folder: &Path) -> anyhow::Result<Vec<Example>> {
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let of_lang = folder.join(lang.tag());
        if !of_lang.is_dir() {
            continue;
        }
        let mut files: Vec<_> = fs::read_dir(&of_lang)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .with_context(|| of_lang.display().to_string())?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
            .collect();
        files.sort();
        for file in files {
            let topic = file.file_stem().unwrap_or_default().to_string_lossy();
            let lines = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
            all.extend(read_examples(lang, &topic, &lines).with_context(|| file.display().to_string())?);
        }
    }
    Ok(all)
}

/// The model in a file, if that is there.
fn model(file: &Path) -> anyhow::Result<Option<Model>> {
    file.exists().then(|| open::model(file)).transpose()
}

/// A question to measure by, with what it is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measured {
    #[serde(default)]
    lang: Lang,
    topic: String,
    asker: PartyKind,
    text: String,
}

/// Questions that are measured by and never learned from; none where the file is not there.
fn forum(file: &Path) -> anyhow::Result<Vec<Example>> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let lines = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    lines
        .lines()
        .map(|line| {
            let asked: Measured = serde_json::from_str(line).with_context(|| file.display().to_string())?;
            Ok(Example {
                lang: asked.lang,
                topic: asked.topic,
                text: asked.text,
                asker: asked.asker,
                also: Vec::new(),
            })
        })
        .collect()
}

/// The figures as a table that reads well in a terminal and in a page.
fn table(report: &Report, forum: &Report, lang: Lang) {
    let row = |name: &str, figures: Figures, count: usize| {
        let percent = |share: f32| format!("{:.1} %", share * 100.0);
        say::line(&format!(
            "| {name} | {count} | {} | {} | {} | {} |",
            percent(figures.topic),
            percent(figures.party),
            percent(figures.sure),
            percent(figures.party_when_sure)
        ));
    };
    say::line(&t!(lang, "cli-train-head"));
    say::line("|---|---:|---:|---:|---:|---:|");
    row(
        &t!(lang, "cli-train-all"),
        report.all.figures(),
        report.all.questions,
    );
    for (of, counts) in &report.by_lang {
        row(of.own_name(), counts.figures(), counts.questions);
    }
    if forum.all.questions > 0 {
        row(
            &t!(lang, "cli-train-forum"),
            forum.all.figures(),
            forum.all.questions,
        );
    }
    let untold = report.asker_not_told;
    row(&t!(lang, "cli-train-untold"), untold.figures(), untold.questions);
    for (topic, counts) in &report.by_topic {
        row(&format!("`{topic}`"), counts.figures(), counts.questions);
    }
    say::line("");
    say::line(&t!(
        lang,
        "cli-train-calibration",
        percent = format!("{:.1}", report.calibration_error() * 100.0),
        lang_right = format!(
            "{:.1}",
            report.lang_right as f32 * 100.0 / report.all.questions.max(1) as f32
        )
    ));
    say::line("");
    say::line(&t!(lang, "cli-train-certainty-head"));
    say::line("|---|---:|---:|---:|");
    for (count, certainty, right) in report.calibration.iter().filter(|(count, ..)| *count > 0) {
        let count_of = *count as f32;
        say::line(&format!(
            "| {:.0} % | {count} | {:.1} % | {:.1} % |",
            (certainty * 10.0).floor() * 10.0,
            certainty * 100.0,
            *right as f32 * 100.0 / count_of
        ));
    }
    say::line("");
    for confusion in report.confusions.iter().take(CONFUSIONS_SHOWN) {
        say::line(&t!(
            lang,
            "cli-train-confusion",
            meant = confusion.meant.as_str(),
            read = confusion.read.as_str(),
            count = confusion.count,
            sure = confusion.sure
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_worse_that_is_right_less_often_or_silent_more_often_or_wrong_when_sure() {
        let known = Figures {
            party: 0.91,
            sure: 0.86,
            party_when_sure: 0.953,
            topic: 0.85,
        };
        assert!(!is_worse(known, known));
        let chance = Figures {
            party: 0.907,
            topic: 0.5,
            ..known
        };
        assert!(!is_worse(chance, known), "a topic of the same party does no harm");
        for learned in [
            Figures { party: 0.90, ..known },
            Figures { sure: 0.84, ..known },
            Figures {
                sure: 0.95,
                party_when_sure: 0.94,
                ..known
            },
        ] {
            assert!(is_worse(learned, known), "{learned:?}");
        }
    }
}
