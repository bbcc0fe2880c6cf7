//! `firstline policy`: checking a programme's rules, and explaining an answer.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use firstline_domain::access::Object;
use firstline_domain::decision::{Facts, decide};
use firstline_domain::id::OfferId;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{OfferFacts, SupportedBy};
use firstline_domain::policy::Way;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::t;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::cli::{ExplainArgs, PolicyArgs, PolicyCommand};
use crate::open;
use crate::say::{self, Ink};

pub fn policy(args: &PolicyArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    match &args.command {
        PolicyCommand::Check { file } => check(file, lang),
        PolicyCommand::Explain(args) => explain(args, lang),
    }
}

fn check(file: &Path, lang: Lang) -> anyhow::Result<ExitCode> {
    let policy = open::policy(&file.display().to_string())?;
    let editions = policy.editions().count();
    let combinations = policy.file().topic.len() * Way::all().count() * editions;
    say::line(&t!(
        lang,
        "cli-policy-ok",
        name = policy.programme(),
        editions = editions,
        rules = policy.file().rule.len(),
        combinations = combinations
    ));
    say::line(&t!(
        lang,
        "cli-policy-access",
        grants = policy.file().grant.len(),
        acts = Object::all_acts().count()
    ));
    Ok(ExitCode::SUCCESS)
}

fn explain(args: &ExplainArgs, lang: Lang) -> anyhow::Result<ExitCode> {
    let policy = open::policy(&args.policy)?;
    let day = args
        .on
        .unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date());
    let edition = policy.edition_on(day);
    let file = policy.file();
    let kind = match &args.kind {
        Some(kind) => Some(file.kind.get_key_value(kind).ok_or_else(|| {
            let known: Vec<&str> = file.kind.keys().map(String::as_str).collect();
            anyhow::anyhow!(t!(
                lang,
                "cli-kind-unknown",
                value = kind.as_str(),
                known = known.join(", ")
            ))
        })?),
        None => file.kind.iter().next(),
    };
    let deployed = kind.is_some_and(|(_, kind)| kind.deployed);
    let choice = args.choice.unwrap_or(TechnicalChoice::Coordinate);
    let way = Way {
        asker: args.asker,
        channel: args.channel,
        deployed,
        first_party: args.first_party,
        choice,
        refund: args.refund,
    };
    let Some(rule) = edition.rules.find(&args.topic, way) else {
        bail!(t!(lang, "error-topic-unknown", value = args.topic.as_str()));
    };
    let reachable = firstline_domain::offer::Contact {
        kind: Some(firstline_domain::offer::ContactKind::CustomerSupport),
        email: Some("-".to_owned()),
        ..Default::default()
    };
    let facts = Facts {
        asker: args.asker,
        channel: args.channel,
        topic: args.topic.clone(),
        offer: Some(OfferFacts {
            id: OfferId(Uuid::nil()),
            name: String::new(),
            kind: kind.map(|(id, _)| id.clone()).unwrap_or_default(),
            supported_by: if args.first_party {
                SupportedBy::Operator
            } else {
                SupportedBy::Publisher
            },
            orphaned: false,
            contacts: vec![reachable],
            agreement: None,
        }),
        deployed,
        parties: Vec::new(),
        share: args.share,
        provider_meets_customers: false,
        choice: args.choice,
        support_contact: args.support_contact,
        refund: args.refund,
        subscription: false,
        sees_offer_contacts: true,
    };
    let decision = decide(edition, &facts)?;
    let ink = Ink::stdout();
    let part = |kind| file.party.get(&kind).map_or("", |texts| texts.get(lang));
    let stops: Vec<&str> = decision.path.iter().map(|station| part(station.kind)).collect();
    let steps: Vec<&str> = file.rule[rule].path.iter().map(|step| step.as_str()).collect();
    say::line(&ink.bold(&stops.join(" → ")));
    say::line(&t!(
        lang,
        "cli-explain-responsible",
        who = part(decision.responsible().kind)
    ));
    if !decision.agreed {
        say::line(&ink.warn(&t!(lang, "cli-explain-open")));
    }
    say::line(&ink.faint(&t!(
        lang,
        "cli-explain-rule",
        rule = rule + 1,
        steps = steps.join(" > "),
        edition = decision.edition
    )));
    for id in &decision.clauses {
        if let Some(texts) = edition.clause(id) {
            say::line(&format!("  {id:<4} {}", texts.get(lang)));
        }
    }
    Ok(if decision.agreed {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(say::OPEN)
    })
}
