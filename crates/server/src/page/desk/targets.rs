//! Promised times as a form: for each severity the first response, the interval of updates and the time to the target, in
//! minutes, hours and days as people write them.

use askama::Template;
use askama::filters::HtmlSafe;
use firstline_domain::lang::Lang;
use firstline_domain::offer::{ServiceTarget, Severity};
use firstline_hub::{Field, locale, t};

use super::form::{Input, Refusals, Typed};
use crate::page::Words;

/// How the units are written in the languages of the hub, with their minutes.
const UNITS: [(&[&str], u32); 3] = [
    (
        &[
            "", "m", "min", "mins", "minute", "minutes", "dk", "dakika", "분", "minuto", "minutos",
        ],
        1,
    ),
    (
        &[
            "h", "hr", "hrs", "hour", "hours", "sa", "saat", "시간", "hora", "horas",
        ],
        60,
    ),
    (
        &["d", "day", "days", "gün", "g", "일", "día", "días", "dia", "dias"],
        1440,
    ),
];

/// A length of time as people write it, such as `30 min`, `4 h` or `1 gün 2 saat`, in minutes; a bare number is minutes.
pub(in crate::page) fn read_span(text: &str) -> Option<u32> {
    let mut rest = text.trim();
    let mut minutes = 0_u32;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (count, after) = rest.split_at(digits);
        let after = after.trim_start();
        let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        // A bare number is all there is: what follows it is no further part, as in `1.5`.
        if unit.is_empty() && !after.trim().is_empty() {
            return None;
        }
        let unit = unit.to_lowercase();
        let (_, size) = UNITS.iter().find(|(names, _)| names.contains(&unit.as_str()))?;
        minutes = minutes.checked_add(count.parse::<u32>().ok()?.checked_mul(*size)?)?;
        rest = after.trim_start_matches('.').trim_start();
    }
    (minutes > 0).then_some(minutes)
}

/// A length of time as the reader would write it: without loss.
fn written(lang: Lang, minutes: u32) -> String {
    let span = locale::duration_minutes(lang, minutes);
    if read_span(&span) == Some(minutes) {
        span
    } else {
        t!(lang, "duration-minutes", count = minutes.to_string())
    }
}

/// The promised times as they were typed, for each severity in order: first response, updates, target.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::page) struct TargetsTyped([[String; 3]; 3]);

/// The names of the three times, and the keys of their labels.
const TIMES: [(&str, &str); 3] = [
    ("first-response", "first-response"),
    ("update-interval", "update-interval"),
    ("target", "target"),
];

impl TargetsTyped {
    pub fn of(words: &Words, targets: &[ServiceTarget]) -> Self {
        let mut typed = TargetsTyped::default();
        for (row, severity) in typed.0.iter_mut().zip(Severity::ALL) {
            if let Some(target) = targets.iter().find(|target| target.severity == *severity) {
                let times = [
                    Some(target.first_response_minutes),
                    target.update_interval_minutes,
                    target.target_minutes,
                ];
                *row = times.map(|time| {
                    time.map(|minutes| written(words.lang, minutes))
                        .unwrap_or_default()
                });
            }
        }
        typed
    }

    pub fn typed(typed: &Typed, place: &str) -> Self {
        let mut read = TargetsTyped::default();
        for (row, severity) in read.0.iter_mut().zip(Severity::ALL) {
            for (cell, (name, _)) in row.iter_mut().zip(TIMES) {
                typed.get(&format!("{place}.{severity}.{name}")).clone_into(cell);
            }
        }
        read
    }

    /// The promises; what cannot be accepted goes to `wrong`.
    pub fn read(&self, place: &str, wrong: &mut Vec<Field>) -> Vec<ServiceTarget> {
        let mut targets = Vec::new();
        for (row, &severity) in self.0.iter().zip(Severity::ALL) {
            let mut times = [None; 3];
            for ((time, cell), (name, _)) in times.iter_mut().zip(row).zip(TIMES) {
                *time = read_span(cell);
                if !cell.is_empty() && time.is_none() {
                    wrong.push(Field::quoting(
                        format!("{place}.{severity}.{name}"),
                        "error-span",
                        cell,
                    ));
                }
            }
            match times {
                [
                    Some(first_response_minutes),
                    update_interval_minutes,
                    target_minutes,
                ] => targets.push(ServiceTarget {
                    severity,
                    first_response_minutes,
                    update_interval_minutes,
                    target_minutes,
                }),
                [None, None, None] => {}
                [None, ..] if row[0].is_empty() => {
                    wrong.push(Field::new(
                        format!("{place}.{severity}.{}", TIMES[0].0),
                        "error-first-response",
                    ));
                }
                [None, ..] => {}
            }
        }
        targets
    }

    /// Everything that was typed, in one line.
    pub fn line(&self) -> String {
        let rows = self
            .0
            .iter()
            .zip(Severity::ALL)
            .filter(|(row, _)| row.iter().any(|cell| !cell.is_empty()));
        rows.map(|(row, severity)| format!("{severity}: {}", row.join(" / ")))
            .collect::<Vec<_>>()
            .join("; ")
    }
}

/// The fields of promised times.
#[derive(Debug, Clone, Template)]
#[template(path = "work/targets.html")]
pub(in crate::page) struct TargetsFields {
    words: Words,
    id: String,
    rows: Vec<(Severity, Vec<Input>)>,
}

impl HtmlSafe for TargetsFields {}

impl TargetsFields {
    pub fn new(words: &Words, place: &str, typed: &TargetsTyped, refusals: &Refusals) -> Self {
        let rows = typed.0.iter().zip(Severity::ALL).map(|(row, &severity)| {
            let cells = row.iter().zip(TIMES).map(|(value, (name, label))| {
                let spoken = format!("{}: {}", severity_name(words, severity), words.t(label));
                Input::new(
                    words,
                    &format!("{place}.{severity}.{name}"),
                    label,
                    value,
                    refusals,
                )
                .bare(spoken)
            });
            (severity, cells.collect())
        });
        TargetsFields {
            rows: rows.collect(),
            words: words.clone(),
            id: super::form::anchor(place),
        }
    }

    pub fn severity(&self, severity: &Severity) -> String {
        severity_name(&self.words, *severity)
    }

    /// The label of a time by its column.
    pub fn time(&self, column: &usize) -> String {
        TIMES
            .get(*column)
            .map(|(_, label)| self.words.t(label).into_owned())
            .unwrap_or_default()
    }
}

fn severity_name(words: &Words, severity: Severity) -> String {
    words
        .of("severity", severity.as_str().to_ascii_lowercase())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_as_people_write_them() {
        for (text, minutes) in [
            ("30", 30),
            ("30 min", 30),
            ("4h", 240),
            ("1 h 30 min", 90),
            ("2 gün", 2880),
            ("1시간 30분", 90),
            ("30 dk.", 30),
            ("2 Días", 2880),
        ] {
            assert_eq!(read_span(text), Some(minutes), "{text}");
        }
        for text in [
            "",
            "soon",
            "0",
            "-4 h",
            "4 parsecs",
            "h",
            "99999999999 d",
            "1.5 h",
            "1,5 h",
        ] {
            assert_eq!(read_span(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_shown_in_a_field_is_read_again_without_loss() {
        for lang in Lang::ALL {
            for minutes in [1, 15, 60, 90, 480, 1440, 1500, 1505, 12_345, 200_000] {
                assert_eq!(
                    read_span(&written(lang, minutes)),
                    Some(minutes),
                    "{lang} {minutes}"
                );
            }
        }
    }
}
