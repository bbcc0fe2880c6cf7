//! `firstline import`: a file's rows into the hub, with a bar on a terminal and every problem named.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::process::ExitCode;

use firstline_domain::lang::Lang;
use firstline_hub::import::{Progress, Report, Request};
use firstline_hub::t;
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::ImportArgs;
use crate::{open, say};

/// Problems shown on the terminal; a file takes all of them.
const SHOWN_MAX: usize = 20;

pub fn import(args: &ImportArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(&args.hub, true, lang)?;
    let scope = hub.own_scope("operator", "Operator")?;
    let request = Request {
        publisher: args.publisher.clone(),
        seller: args.seller.clone(),
        mapping: args.mapping.clone(),
        dry_run: args.dry_run,
        problems: args.problems.clone(),
        lang,
        ..Request::new(args.form, &args.file)
    };
    let bar = bar();
    let report = hub.import(
        &scope,
        &request,
        &mut |Progress {
                  bytes_done,
                  bytes_total,
                  rows,
              }| {
            bar.set_length(bytes_total);
            bar.set_position(bytes_done);
            bar.set_message(rows.to_string());
            ControlFlow::Continue(())
        },
    );
    bar.finish_and_clear();
    let report = report?;
    said(&report, args, lang);
    Ok(if report.errors > 0 {
        ExitCode::from(say::ROWS_REFUSED)
    } else {
        ExitCode::SUCCESS
    })
}

fn bar() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{wide_bar} {percent:>3} %  {msg}  {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn said(report: &Report, args: &ImportArgs, lang: Lang) {
    for problem in report.problems.iter().take(SHOWN_MAX) {
        say::note(&problem.text(lang));
    }
    let all = report.errors + report.doubts;
    if all > SHOWN_MAX as u64 {
        let more = all - SHOWN_MAX as u64;
        match &args.problems {
            Some(file) => say::note(&t!(
                lang,
                "cli-import-more-in",
                count = more,
                file = file.display().to_string()
            )),
            None => say::note(&t!(lang, "cli-import-more", count = more)),
        }
    }
    report.summary(lang).iter().for_each(|line| say::line(line));
}
