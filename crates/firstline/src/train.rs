//! `firstline train`: learning to understand questions from examples, and measuring how well.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use firstline_domain::lang::Lang;
use firstline_domain::policy::EditionRef;
use firstline_hub::t;
use firstline_hub::understand::{self, Example, Figures, Model, Report, is_held_out, read_examples};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cli::TrainArgs;
use crate::open;
use crate::say;

/// Confusions that are shown.
const CONFUSIONS_SHOWN: usize = 5;

pub fn train(args: &TrainArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let policy = open::policy(&args.policy)?;
    let edition = policy.edition_on(Timestamp::now().to_zoned(TimeZone::UTC).date());
    let committed = examples(&args.examples)?;
    let local = args
        .local
        .as_deref()
        .map(examples)
        .transpose()?
        .unwrap_or_default();
    let held_out: Vec<&Example> = committed
        .iter()
        .chain(&local)
        .filter(|example| is_held_out(&example.text))
        .collect();
    let known = model(&args.model)?;
    if args.evaluate {
        let known = known.with_context(|| args.model.display().to_string())?;
        table(&understand::evaluate(&known, edition, &held_out), lang);
        return Ok(ExitCode::SUCCESS);
    }
    say::note(&t!(
        lang,
        "cli-train-begins",
        count = committed.len() + local.len() - held_out.len(),
        held_out = held_out.len()
    ));
    let learned = understand::train(edition, &committed, &local)?.model;
    let report = understand::evaluate(&learned, edition, &held_out);
    table(&report, lang);
    if !args.install {
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(known) = known
        && is_worse(report.all.figures(), before(&known, edition, &held_out))
    {
        say::note(&t!(
            lang,
            "cli-train-worse",
            file = args.model.display().to_string()
        ));
        return Ok(ExitCode::from(say::FAILED));
    }
    fs::write(&args.model, learned.bytes()).with_context(|| args.model.display().to_string())?;
    say::note(&t!(
        lang,
        "cli-train-installed",
        file = args.model.display().to_string(),
        features = learned.features()
    ));
    Ok(ExitCode::SUCCESS)
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

fn model(file: &Path) -> anyhow::Result<Option<Model>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(
            Model::read(bytes.into()).with_context(|| file.display().to_string())?,
        )),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| file.display().to_string()),
    }
}

/// The figures as a table that reads well in a terminal and in a page.
fn table(report: &Report, lang: Lang) {
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
