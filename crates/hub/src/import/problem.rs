//! What an import found and did: problems of single rows, counts, and the sentences for both.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use firstline_domain::lang::Lang;
use firstline_domain::offer::Offer;
use firstline_domain::readiness::{self, Weight};
use firstline_store::Change;

use super::{Form, ImportError};
use crate::locale::{self, Args};

/// As much of a value as a problem quotes.
const QUOTED_CHARS_MAX: usize = 120;
/// Problems kept in memory for the report; the file has them all.
const KEPT_MAX: usize = 100;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The row, or the part of it that is named, was left out.
    Error,
    /// It was taken as it stands, but somebody should look at it.
    Doubt,
}

/// One thing that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line of the file, counted from 1; the number of the item in JSON.
    pub line: u64,
    /// The column, or the way to the field in JSON; empty where it is about the whole row.
    pub column: String,
    pub value: String,
    /// Message key of the reason.
    pub key: &'static str,
    /// What else the reason says, such as the words that would have been understood.
    pub detail: String,
    pub severity: Severity,
}

impl Problem {
    /// The reason, for a person.
    pub fn reason(&self, lang: Lang) -> String {
        let args = Args::new()
            .set("value", self.value.as_str())
            .set("detail", self.detail.as_str());
        locale::format(lang, self.key, &args)
    }

    /// Line, column, value and reason in one sentence.
    pub fn text(&self, lang: Lang) -> String {
        let key = match (self.column.is_empty(), self.value.is_empty()) {
            (true, _) => "import-problem-row",
            (false, true) => "import-problem-column",
            (false, false) => "import-problem",
        };
        let args = Args::new()
            .set("line", self.line.to_string())
            .set("column", self.column.as_str())
            .set("value", self.value.as_str())
            .set("reason", self.reason(lang));
        locale::format(lang, key, &args)
    }
}

/// The problems of a batch.
#[derive(Debug, Default)]
pub(super) struct Found(Vec<Problem>);

impl Found {
    pub(super) fn error(&mut self, line: u64, column: &str, value: &str, key: &'static str) {
        self.add(line, column, value, key, "", Severity::Error);
    }

    pub(super) fn doubt(&mut self, line: u64, column: &str, value: &str, key: &'static str) {
        self.add(line, column, value, key, "", Severity::Doubt);
    }

    pub(super) fn add(
        &mut self,
        line: u64,
        column: &str,
        value: &str,
        key: &'static str,
        detail: &str,
        severity: Severity,
    ) {
        let mut quoted: String = value.chars().take(QUOTED_CHARS_MAX).collect();
        if quoted.len() < value.len() {
            quoted.push('…');
        }
        self.0.push(Problem {
            line,
            column: column.to_owned(),
            value: quoted,
            key,
            detail: detail.to_owned(),
            severity,
        });
    }

    /// What keeps people from reaching an offer's publisher, as far as it stands in this row.
    pub(super) fn doubt_contacts(&mut self, line: u64, offer: &Offer, tally: &mut Tally) {
        for finding in offer.findings() {
            *tally.findings.entry(finding.problem).or_default() += 1;
            if finding.problem.weight() == Weight::Advice {
                continue;
            }
            let column = finding
                .contact
                .map_or_else(String::new, |kind| format!("contacts.{kind}"));
            self.doubt(
                line,
                &column,
                finding.value.as_deref().unwrap_or_default(),
                doubt_key(finding.problem),
            );
        }
    }

    pub(super) fn append(&mut self, other: &mut Found) {
        self.0.append(&mut other.0);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> &[Problem] {
        &self.0
    }
}

/// The reason for a finding of a contact.
pub(super) const fn doubt_key(problem: readiness::Problem) -> &'static str {
    use readiness::Problem as P;
    match problem {
        P::NoContact => "import-doubt-no-contact",
        P::NoCustomerSupport => "import-doubt-no-customer-support",
        P::NoEngineering => "import-doubt-no-engineering",
        P::NoProgrammeContact => "import-doubt-no-programme-contact",
        P::MalformedEmail => "import-doubt-malformed-email",
        P::PersonalMailbox => "import-doubt-personal-mailbox",
        P::BadUrl => "import-doubt-bad-url",
        P::BadPhone => "import-doubt-bad-phone",
        P::NoHours => "import-doubt-no-hours",
        P::NoDocumentation => "import-doubt-no-documentation",
        P::NoAgreement => "import-doubt-no-agreement",
    }
}

/// A kind of thing that an import records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object {
    Organisation,
    Relationship,
    Person,
    Offer,
    Authorisation,
    Subscription,
    InvoiceLine,
}

impl Object {
    pub const fn as_str(self) -> &'static str {
        match self {
            Object::Organisation => "organisations",
            Object::Relationship => "relationships",
            Object::Person => "people",
            Object::Offer => "offers",
            Object::Authorisation => "authorisations",
            Object::Subscription => "subscriptions",
            Object::InvoiceLine => "invoice-lines",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Object::Organisation => "import-did-organisations",
            Object::Relationship => "import-did-relationships",
            Object::Person => "import-did-people",
            Object::Offer => "import-did-offers",
            Object::Authorisation => "import-did-authorisations",
            Object::Subscription => "import-did-subscriptions",
            Object::InvoiceLine => "import-did-invoice-lines",
        }
    }
}

/// How many things of one kind were recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
}

/// What a batch, and then the whole import, did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tally {
    changes: BTreeMap<Object, Counts>,
    /// Rows, or parts of them, that are kept without being acted upon, by the message key of the reason.
    noted: BTreeMap<&'static str, u64>,
    findings: BTreeMap<readiness::Problem, u64>,
}

impl Tally {
    pub(super) fn count(&mut self, object: Object, change: Change) {
        let counts = self.changes.entry(object).or_default();
        match change {
            Change::Created => counts.created += 1,
            Change::Updated => counts.updated += 1,
            Change::Unchanged => counts.unchanged += 1,
        }
    }

    pub(super) fn count_many(&mut self, object: Object, created: u64, unchanged: u64) {
        let counts = self.changes.entry(object).or_default();
        counts.created += created;
        counts.unchanged += unchanged;
    }

    pub(super) fn note(&mut self, key: &'static str) {
        *self.noted.entry(key).or_default() += 1;
    }

    /// Whether anything that the catalogue shows has changed.
    pub(super) fn changes_catalogue(&self) -> bool {
        [Object::Offer, Object::Authorisation, Object::Organisation]
            .iter()
            .filter_map(|object| self.changes.get(object))
            .any(|counts| counts.created + counts.updated > 0)
    }
}

/// What an import did and found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub form: Form,
    pub dry_run: bool,
    /// Rows of the file, bad ones too.
    pub rows: u64,
    /// So many of them were in already from an import of this file that was cut off.
    pub rows_before: u64,
    /// The whole file was in already.
    pub seen_before: bool,
    pub changes: BTreeMap<Object, Counts>,
    /// Rows, or parts of them, that are kept without being acted upon, by the message key of the reason.
    pub noted: BTreeMap<&'static str, u64>,
    /// What is missing or doubtful in the contacts of the offers in the file.
    pub findings: BTreeMap<readiness::Problem, u64>,
    pub errors: u64,
    pub doubts: u64,
    /// The first of them.
    pub problems: Vec<Problem>,
}

impl Report {
    fn new(form: Form, dry_run: bool) -> Self {
        Report {
            form,
            dry_run,
            rows: 0,
            rows_before: 0,
            seen_before: false,
            changes: BTreeMap::new(),
            noted: BTreeMap::new(),
            findings: BTreeMap::new(),
            errors: 0,
            doubts: 0,
            problems: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, tally: &Tally) {
        for (object, counts) in &tally.changes {
            let sum = self.changes.entry(*object).or_default();
            sum.created += counts.created;
            sum.updated += counts.updated;
            sum.unchanged += counts.unchanged;
        }
        for (key, count) in &tally.noted {
            *self.noted.entry(key).or_default() += count;
        }
        for (problem, count) in &tally.findings {
            *self.findings.entry(*problem).or_default() += count;
        }
    }

    pub(super) fn add_problems(&mut self, found: &Found) {
        let errors = found
            .0
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .count();
        self.errors += errors as u64;
        self.doubts += (found.0.len() - errors) as u64;
    }

    /// The counts of one kind of thing; zeros where the file has none.
    pub fn counts(&self, object: Object) -> Counts {
        self.changes.get(&object).copied().unwrap_or_default()
    }

    /// Whether anything on the hub is other than before (or would be, in a rehearsal).
    pub fn changed(&self) -> bool {
        self.changes
            .values()
            .any(|counts| counts.created + counts.updated > 0)
    }

    /// The report as sentences, without the single problems.
    pub fn summary(&self, lang: Lang) -> Vec<String> {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let mut lines = Vec::new();
        if self.seen_before {
            lines.push(locale::text(lang, "import-seen-before").into_owned());
            return lines;
        }
        if self.dry_run {
            lines.push(locale::text(lang, "import-dry-run").into_owned());
        }
        lines.push(locale::format(
            lang,
            "import-rows",
            &Args::new().set("count", number(self.rows)),
        ));
        if self.rows_before > 0 {
            lines.push(locale::format(
                lang,
                "import-resumed",
                &Args::new().set("count", number(self.rows_before)),
            ));
        }
        for (object, counts) in &self.changes {
            let args = Args::new()
                .set("created", number(counts.created))
                .set("updated", number(counts.updated))
                .set("unchanged", number(counts.unchanged));
            lines.push(locale::format(lang, object.key(), &args));
        }
        for (key, count) in &self.noted {
            lines.push(locale::format(
                lang,
                key,
                &Args::new().set("count", number(*count)),
            ));
        }
        if self.errors > 0 {
            lines.push(locale::format(
                lang,
                "import-errors",
                &Args::new().set("count", number(self.errors)),
            ));
        }
        if self.doubts > 0 {
            lines.push(locale::format(
                lang,
                "import-doubts",
                &Args::new().set("count", number(self.doubts)),
            ));
        }
        lines
    }

    /// The counts, for the record of the import.
    pub(super) fn detail(&self, file: &str) -> serde_json::Value {
        let changes: serde_json::Map<String, serde_json::Value> = self
            .changes
            .iter()
            .map(|(object, counts)| {
                let counts = serde_json::json!({
                    "created": counts.created, "updated": counts.updated, "unchanged": counts.unchanged,
                });
                (object.as_str().to_owned(), counts)
            })
            .collect();
        serde_json::json!({
            "file": file, "form": self.form.as_str(), "rows": self.rows, "changes": changes,
            "errors": self.errors, "doubts": self.doubts,
        })
    }
}

/// Gathers the report and writes the problems to their file as they come.
pub(super) struct Ledger {
    pub(super) report: Report,
    lang: Lang,
    file: Option<(csv::Writer<File>, PathBuf)>,
}

impl Ledger {
    pub(super) fn open(
        form: Form,
        dry_run: bool,
        problems: Option<&Path>,
        lang: Lang,
    ) -> Result<Self, ImportError> {
        let mut ledger = Ledger {
            report: Report::new(form, dry_run),
            lang,
            file: None,
        };
        if let Some(path) = problems {
            let writer = csv::Writer::from_path(path).map_err(|error| unwritable(path, error))?;
            ledger.file = Some((writer, path.to_owned()));
            let head = ["line", "column", "value", "reason", "severity"];
            ledger.write(&head.map(str::to_owned))?;
        }
        Ok(ledger)
    }

    /// Takes in what a batch did and found.
    pub(super) fn add(&mut self, tally: &Tally, found: &mut Found) -> Result<(), ImportError> {
        self.report.add(tally);
        self.report.add_problems(found);
        for problem in found.0.drain(..) {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Doubt => "doubt",
            };
            if self.file.is_some() {
                let reason = problem.reason(self.lang);
                let row = [
                    problem.line.to_string(),
                    harmless(&problem.column),
                    harmless(&problem.value),
                    reason,
                    severity.to_owned(),
                ];
                self.write(&row)?;
            }
            if self.report.problems.len() < KEPT_MAX {
                self.report.problems.push(problem);
            }
        }
        match &mut self.file {
            Some((writer, path)) => writer.flush().map_err(|error| unwritable(path, error)),
            None => Ok(()),
        }
    }

    fn write(&mut self, row: &[String]) -> Result<(), ImportError> {
        match &mut self.file {
            Some((writer, path)) => writer.write_record(row).map_err(|error| unwritable(path, error)),
            None => Ok(()),
        }
    }
}

fn unwritable(path: &Path, error: impl Into<std::io::Error>) -> ImportError {
    ImportError::Unwritable {
        path: path.to_owned(),
        source: error.into(),
    }
}

/// Spreadsheets take a cell that begins so for a formula.
fn harmless(value: &str) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{value}")
    } else {
        value.to_owned()
    }
}
