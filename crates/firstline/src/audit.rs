//! `firstline audit verify`: whether the logs are as they were written; and `firstline sweep`.

use std::process::ExitCode;

use firstline_domain::id::OrganisationId;
use firstline_domain::lang::Lang;
use firstline_domain::scope::Scope;
use firstline_hub::locale::{self, Args};
use firstline_hub::store::audit::{Fault, Hash, Verified, hex};
use firstline_hub::{Hub, t};
use tokio::runtime::Builder;
use uuid::Uuid;

use crate::cli::{AuditArgs, AuditCommand, HubArgs};
use crate::{open, say};

pub fn audit(args: &AuditArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    match &args.command {
        AuditCommand::Verify {
            hub,
            organisation,
            head,
        } => {
            let hub = open::hub(hub, false, lang)?;
            verify(&hub, organisation.as_deref(), head.as_ref(), lang)
        }
    }
}

fn verify(
    hub: &Hub,
    organisation: Option<&str>,
    head: Option<&Hash>,
    lang: Lang,
) -> anyhow::Result<ExitCode> {
    let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
    let logs = hub.verify_audit(&hand, organisation, head)?;
    if logs.is_empty() {
        say::line(&locale::text(lang, "cli-audit-none"));
    }
    let mut broken = false;
    for (handle, verified) in &logs {
        match verified {
            Ok(verified) => sound(handle, verified, lang),
            Err(fault) => {
                broken = true;
                say::line(&told(handle, *fault, lang));
            }
        }
    }
    Ok(if broken {
        ExitCode::from(say::LOG_BROKEN)
    } else {
        ExitCode::SUCCESS
    })
}

fn sound(handle: &str, verified: &Verified, lang: Lang) {
    let head = &verified.head;
    let lines = verified.lines;
    say::line(&if head.start_number == 0 {
        t!(lang, "cli-audit-sound", organisation = handle, lines = lines)
    } else {
        let first = (head.start_number + 1).to_string();
        t!(
            lang,
            "cli-audit-sound-from",
            organisation = handle,
            lines = lines,
            first = first
        )
    });
    say::line(&format!("  {} {}", head.number, hex(&head.hash)));
}

fn told(handle: &str, fault: Fault, lang: Lang) -> String {
    let line = fault.line().map(|line| line.to_string()).unwrap_or_default();
    let fault = locale::format(lang, fault.key(), &Args::new().set("line", line));
    format!("{handle}: {fault}")
}

pub fn sweep(args: &HubArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let hub = open::hub(args, false, lang)?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let swept = runtime.block_on(hub.sweep())?;
    say::line(&t!(
        lang,
        "cli-swept",
        lines = swept.audit_lines,
        decisions = swept.decisions,
        invoices = swept.invoice_lines,
        corrections = swept.corrections
    ));
    if swept.refused > 0 {
        say::note(&t!(lang, "cli-sweep-refused", logs = swept.refused));
        return Ok(ExitCode::from(say::LOG_BROKEN));
    }
    Ok(ExitCode::SUCCESS)
}
