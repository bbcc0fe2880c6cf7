//! The line: the way of a question from party to party, as stations.
//!
//! It is built from a decision alone, so that an answer, the table of an offer and the preview of a split show the same thing
//! in the same way.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::decision::{Decision, PromiseSource, ServiceLevel, Station};
use firstline_domain::hours::SupportHours;
use firstline_domain::offer::Contact;
use firstline_domain::party::{Party, PartyKind};
use firstline_domain::policy::PolicyFile;
use firstline_hub::t;
use jiff::Timestamp;

use crate::verdict::called_in_sentence;

use super::part::{HoursNow, Markup, Reaches, Words, letter, part_name, promise_hours};

/// A promise at a station: in how long, until when that is, and by whose clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Promise {
    pub within: String,
    pub until: Option<String>,
    pub due: Option<Timestamp>,
    /// Who promises it and when its times run, where the hours beside it do not say that.
    pub clock: Option<String>,
}

/// What to do where the way is not agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    pub title: Cow<'static, str>,
    pub text: String,
}

/// One station of the line.
#[derive(Debug, Clone)]
pub(crate) struct Stop {
    pub kind: PartyKind,
    pub class: String,
    /// What this station is to the reader; empty for the others.
    pub flag: String,
    pub name: String,
    /// What the programme calls such a party; absent where the name says it already.
    pub part: Option<String>,
    pub reaches: Option<Reaches>,
    pub hours: Option<HoursNow>,
    pub promise: Option<Promise>,
    pub note: Option<Note>,
    /// Said where a station gives no contact that the reader could use.
    pub unreached: Option<Cow<'static, str>>,
}

/// The line of a question.
#[derive(Debug, Clone, Template)]
#[template(path = "part/line.html")]
pub(crate) struct Line {
    pub words: Words,
    pub stops: Vec<Stop>,
}

impl HtmlSafe for Line {}

/// The line in one row, for tables: discs, and the owner's name.
#[derive(Debug, Clone, Template)]
#[template(path = "part/line_mini.html")]
pub(crate) struct LineMini {
    pub words: Words,
    pub stops: Vec<MiniStop>,
}

impl HtmlSafe for LineMini {}

/// One station of the small line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MiniStop {
    pub kind: PartyKind,
    pub class: String,
    pub name: String,
    /// Whether its name is shown; the others' are for screen readers.
    pub named: bool,
}

/// How a party is called: by its name where an organisation is known, else as the programme calls its part.
pub(crate) fn called(words: &Words, policy: &PolicyFile, kind: PartyKind, name: Option<&str>) -> String {
    match (name, policy.party.get(&kind)) {
        (Some(name), _) => name.to_owned(),
        (None, Some(texts)) => texts.get(words.lang).to_owned(),
        (None, None) => part_name(words, kind).into_owned(),
    }
}

/// The line of a decision. `behind` are parties that the question came from before it reached the asker, the first one first.
pub(crate) fn line(words: &Words, policy: &PolicyFile, decision: &Decision<'_>, behind: &[Party]) -> Line {
    let mut stops: Vec<Stop> = behind
        .iter()
        .map(|party| Stop {
            class: "is-behind".to_owned(),
            ..plain(words, policy, party.kind, party.name.as_deref())
        })
        .collect();
    let last = decision.path.len() - 1;
    for (index, station) in decision.path.iter().enumerate() {
        let mut stop = on_the_way(words, policy, decision, index, station);
        if let Some(next) = decision.path.get(index + 1).filter(|next| !next.agreed) {
            stop.class.push_str(" to-gap");
            stop.note = Some(gap(words, decision.path[0].kind, next));
        } else if index == 0 && last > 0 {
            stop.class.push_str(" to-first");
        }
        if index == last && !decision.escalation.is_empty() {
            stop.class.push_str(" to-escalation");
        }
        stops.push(stop);
    }
    for (index, station) in decision.escalation.iter().enumerate() {
        let mut stop = plain(words, policy, station.kind, station.name);
        stop.reaches = station.contact.map(|contact| Reaches::of(words, contact));
        stop.hours = station
            .contact
            .and_then(|contact| contact.hours.as_ref())
            .map(|hours| HoursNow::of(words, hours));
        stop.class = "is-escalation".to_owned();
        if index + 1 < decision.escalation.len() {
            stop.class.push_str(" to-escalation");
        }
        stop.flag = if index == 0 {
            words.t("line-escalation").into_owned()
        } else {
            String::new()
        };
        stops.push(stop);
    }
    Line {
        words: words.clone(),
        stops,
    }
}

fn plain(words: &Words, policy: &PolicyFile, kind: PartyKind, name: Option<&str>) -> Stop {
    Stop {
        kind,
        class: String::new(),
        flag: String::new(),
        name: called(words, policy, kind, name),
        part: name.map(|_| called(words, policy, kind, None)),
        reaches: None,
        hours: None,
        promise: None,
        note: None,
        unreached: None,
    }
}

fn on_the_way(
    words: &Words,
    policy: &PolicyFile,
    decision: &Decision<'_>,
    index: usize,
    station: &Station<'_>,
) -> Stop {
    let mut stop = plain(words, policy, station.kind, station.name);
    let owns = index == decision.owner;
    let mut classes = Vec::new();
    let mut flags = Vec::new();
    for (holds, class, flag) in [
        (index == 0, "is-you", "line-you"),
        (index == 1, "is-first", "line-first"),
        (
            owns,
            "is-owner",
            if index == 0 { "line-yours" } else { "line-owner" },
        ),
    ] {
        if holds {
            classes.push(class);
            flags.push(words.t(flag));
        }
    }
    stop.class = classes.join(" ");
    stop.flag = flags.join(" · ");
    if let Some(contact) = contact_at(decision, index, station) {
        stop.reaches = Some(Reaches::of(words, contact));
        stop.hours = contact.hours.as_ref().map(|hours| HoursNow::of(words, hours));
        if let Some(kind) = contact.kind {
            stop.part = stop
                .part
                .map(|part| format!("{part} · {}", words.of("contact-short", kind)));
        }
    } else if index == 1 {
        stop.unreached = Some(words.t("line-unreached"));
    }
    if owns && index > 0 {
        let beside = contact_at(decision, index, station).and_then(|contact| contact.hours.as_ref());
        stop.promise = decision
            .service_level
            .as_ref()
            .and_then(|level| promise(words, level, beside));
    }
    stop
}

/// How the reader reaches a station: by its own contact, or, where the next stop is a publisher whose best contact the reader may
/// not see, by the best of those it may.
pub(crate) fn contact_at<'f>(
    decision: &Decision<'f>,
    index: usize,
    station: &Station<'f>,
) -> Option<&'f Contact> {
    let seen = decision
        .contacts
        .first()
        .copied()
        .filter(|_| index == 1 && station.kind == PartyKind::Publisher);
    station.contact.or(seen).filter(|contact| contact.is_reachable())
}

/// The hours in which the times of a promise run, where that is known.
pub(crate) fn level_hours(level: &ServiceLevel<'_>) -> Option<SupportHours> {
    let written = level
        .hours
        .as_ref()
        .and_then(|hours| hours.parse::<SupportHours>().ok());
    match level.source {
        PromiseSource::Agreement => Some(promise_hours(written.as_ref())),
        PromiseSource::Desk | PromiseSource::Programme => written,
    }
}

/// By whose clock a promise runs: said unless it is that of the hours shown beside it, which are a contact's and may be closed
/// while the promise runs, or the reverse.
fn clock(
    words: &Words,
    source: PromiseSource,
    hours: Option<&SupportHours>,
    beside: Option<&SupportHours>,
) -> Option<String> {
    match hours {
        Some(hours) if beside == Some(hours) => None,
        Some(hours) => Some(t!(
            words.lang,
            &format!("line-clock-{source}"),
            hours = words.weekly(hours)
        )),
        None => Some(words.of("line-clock-unsaid", source).into_owned()),
    }
}

/// What is promised in one line: exact where all severities have the same time, a range otherwise. `beside` are the hours
/// that the station shows of its contact.
fn promise(words: &Words, level: &ServiceLevel<'_>, beside: Option<&SupportHours>) -> Option<Promise> {
    let times = level.targets.iter().map(|target| target.first_response_minutes);
    let (soonest, latest) = (times.clone().min()?, times.max()?);
    let hours = level_hours(level);
    let clock = clock(words, level.source, hours.as_ref(), beside);
    if soonest < latest {
        let [soonest, latest] = [soonest, latest].map(|minutes| words.span(minutes, hours.as_ref()));
        let range = t!(
            words.lang,
            "line-promise-range",
            soonest = soonest,
            latest = latest
        );
        return Some(Promise {
            within: range,
            until: None,
            due: None,
            clock,
        });
    }
    let due = hours
        .as_ref()
        .map(|hours| super::part::due(hours, words.now, soonest));
    Some(Promise {
        within: t!(
            words.lang,
            "line-promise",
            span = words.span(soonest, hours.as_ref())
        ),
        until: due.map(|due| t!(words.lang, "line-promise-until", time = words.soon(due))),
        due,
        clock,
    })
}

fn gap(words: &Words, asker: PartyKind, next: &Station<'_>) -> Note {
    let provider = called_in_sentence(words.lang, next.kind, next.name);
    let key = if asker == PartyKind::Reseller {
        "line-gap"
    } else {
        "line-gap-others"
    };
    Note {
        title: words.t("line-gap-title"),
        text: t!(words.lang, key, provider = provider),
    }
}

/// The small line of a decision.
pub(crate) fn line_mini(words: &Words, policy: &PolicyFile, decision: &Decision<'_>) -> LineMini {
    let stops = decision
        .path
        .iter()
        .enumerate()
        .map(|(index, station)| {
            let owns = index == decision.owner;
            let classes = [
                (index == 0, "is-you"),
                (owns, "is-owner"),
                (!station.agreed, "from-gap"),
            ];
            MiniStop {
                kind: station.kind,
                class: classes
                    .iter()
                    .filter(|(holds, _)| *holds)
                    .map(|(_, class)| *class)
                    .collect::<Vec<_>>()
                    .join(" "),
                name: called(words, policy, station.kind, station.name),
                named: owns,
            }
        })
        .collect();
    LineMini {
        words: words.clone(),
        stops,
    }
}

impl Stop {
    /// The letter of its part.
    pub fn letter(&self) -> &'static str {
        letter(self.kind)
    }

    /// The glyph of its part.
    pub fn glyph(&self, words: &Words) -> Markup {
        words.icon(&format!("p-{}", self.kind))
    }
}

#[cfg(test)]
mod tests {
    use firstline_domain::lang::Lang;
    use firstline_domain::offer::{ServiceTarget, Severity};

    use super::super::tests::words;
    use super::PromiseSource::{Agreement, Desk, Programme};
    use super::*;

    const ALWAYS: &str = "24x7";
    const MADRID: &str = "Mon-Fri 09:00-18:00 Europe/Madrid";
    const SEOUL: &str = "Mon-Fri 09:00-18:00 Asia/Seoul";

    #[test]
    fn a_promise_says_whose_clock_it_follows_where_the_hours_beside_it_do_not() {
        let table = [
            // who promises it, its hours, those beside it, what is said
            (Agreement, None, Some(MADRID), "agreement. Times count: around"),
            (Agreement, None, None, "agreement. Times count: around"),
            (Agreement, None, Some(ALWAYS), ""),
            (
                Agreement,
                Some(MADRID),
                Some(ALWAYS),
                "agreement. Times count: Mon",
            ),
            (Agreement, Some(MADRID), Some(SEOUL), "Madrid"),
            (Agreement, Some(MADRID), Some(MADRID), ""),
            (Desk, Some(SEOUL), Some(SEOUL), ""),
            (Desk, Some(SEOUL), None, "desk. Times count: Mon"),
            (Desk, None, None, "desk, which does not say"),
            (Programme, None, Some(ALWAYS), "programme, which do not say"),
            (Programme, Some(MADRID), None, "programme. Times count: Mon"),
        ];
        let targets = [ServiceTarget {
            severity: Severity::A,
            first_response_minutes: 60,
            update_interval_minutes: None,
            target_minutes: None,
        }];
        for (source, hours, beside, said) in table {
            let level = ServiceLevel {
                by: PartyKind::Publisher,
                source,
                title: None,
                url: None,
                hours: hours.map(str::to_owned),
                targets: &targets,
                otherwise_business_days: None,
            };
            let beside = beside.map(|hours| hours.parse::<SupportHours>().unwrap());
            for lang in Lang::ALL {
                let promise = promise(&words(lang), &level, beside.as_ref()).unwrap();
                let at = format!("{source} {hours:?} beside {beside:?} in {lang}: {promise:?}");
                assert_eq!(promise.clock.is_none(), said.is_empty(), "{at}");
                let clock = promise.clock.unwrap_or_default();
                assert!(!clock.contains('⟦'), "{at}");
                assert!(lang != Lang::En || clock.contains(said), "{at}");
            }
        }
    }
}
