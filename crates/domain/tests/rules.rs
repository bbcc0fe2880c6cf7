//! The rules of each programme, tested in a table that looks like them.
//!
//! `csp-marketplace.table` and `aws-channel.table` say, line by line, whose a question is. They are written from what the
//! programmes publish, not from the code: where the two differ, the code is wrong. Each table opens with how it is read.

mod given;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::str::FromStr;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::decision::{Decision, Facts, Lack, Missing, decide};
use firstline_domain::lang::Lang;
use firstline_domain::offer::{ContactKind, SupportedBy};
use firstline_domain::party::PartyKind;
use firstline_domain::policy::{EditionRef, Policy};
use firstline_domain::role::Role;
use firstline_domain::subscription::{RefundWindow, Term, refund_window};
use given::{PROGRAMMES, contact, offer, programme, question};
use jiff::Timestamp;
use jiff::civil::{Date, date};

#[test]
fn every_policy_loads() {
    for (name, _) in PROGRAMMES {
        let policy = programme(name);
        assert_eq!(policy.programme(), name);
        assert_eq!(
            policy.file().topic_order.len(),
            policy.file().topic.len(),
            "{name}"
        );
    }
}

#[test]
fn csp_marketplace() {
    Table::read("csp-marketplace", include_str!("csp-marketplace.table")).check(120);
}

#[test]
fn aws_channel() {
    Table::read("aws-channel", include_str!("aws-channel.table")).check(30);
}

/// A clause that no decision can ever cite, and that grants nothing, explains nothing to anybody.
#[test]
fn every_clause_is_cited_by_some_line_of_its_table_or_grants_something() {
    for (name, text) in [
        ("csp-marketplace", include_str!("csp-marketplace.table")),
        ("aws-channel", include_str!("aws-channel.table")),
    ] {
        let table = Table::read(name, text);
        let cited: BTreeSet<&str> = table
            .lines
            .iter()
            .flat_map(|line| line.clauses.iter().copied())
            .collect();
        let file = table.policy.file();
        let granted: BTreeSet<&str> = file.grant.iter().map(|grant| &*grant.rule).collect();
        let left: Vec<&String> = file
            .clause
            .keys()
            .filter(|id| !cited.contains(id.as_str()) && !granted.contains(id.as_str()))
            .collect();
        assert!(left.is_empty(), "{name}: no line of the table cites {left:?}");
    }
}

/// Every topic is asked by everyone, and through every channel.
#[test]
fn the_tables_cover_every_topic_asker_and_channel() {
    let table = Table::read("csp-marketplace", include_str!("csp-marketplace.table"));
    let mut askers: BTreeMap<&str, BTreeSet<PartyKind>> = BTreeMap::new();
    let mut channels: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in &table.lines {
        askers
            .entry(&line.facts.topic)
            .or_default()
            .insert(line.facts.asker);
        channels
            .entry(&line.facts.topic)
            .or_default()
            .insert(line.facts.channel.as_str());
    }
    for topic in table.policy.file().topic.keys() {
        let asked = askers.get(topic.as_str()).cloned().unwrap_or_default();
        let left: Vec<&PartyKind> = PartyKind::ALL
            .iter()
            .filter(|kind| !asked.contains(kind))
            .collect();
        assert!(left.is_empty(), "{topic} is never asked by {left:?}");
        assert_eq!(
            channels.get(topic.as_str()).map_or(0, BTreeSet::len),
            3,
            "channels of {topic}"
        );
    }
}

/// S6 and S13: the wording and the roles are those of the edition.
#[test]
fn an_edition_has_its_own_words() {
    let policy = programme("csp-marketplace");
    let words = |day: Date, clause: &str| {
        policy
            .edition_on(day)
            .clause(clause)
            .map(|texts| texts.get(Lang::En).to_owned())
    };
    let (first, second, newest) = (date(2019, 12, 1), date(2020, 6, 1), date(2024, 1, 1));
    assert_ne!(words(first, "S6"), words(second, "S6"));
    assert_eq!(words(second, "S6"), words(newest, "S6"));
    assert_eq!(words(first, "S13"), words(second, "S13"));
    assert_ne!(words(second, "S13"), words(newest, "S13"));
    assert_eq!(words(first, "S1"), words(newest, "S1"));
}

/// N6: the window that holds is the one of the day of purchase.
#[test]
fn refund_windows_follow_the_day_of_purchase() {
    let policy = programme("csp-marketplace");
    let at = |text: &str| Timestamp::from_str(text).expect("a timestamp");
    for (term, bought, asked, expected) in [
        (
            Term::Monthly,
            "2021-06-30T12:00:00Z",
            "2021-07-01T11:00:00Z",
            RefundWindow::Within,
        ),
        (
            Term::Monthly,
            "2021-06-29T12:00:00Z",
            "2021-06-30T13:00:00Z",
            RefundWindow::After,
        ),
        (
            Term::Annual,
            "2021-06-20T12:00:00Z",
            "2021-07-04T12:00:00Z",
            RefundWindow::Within,
        ),
        (
            Term::Annual,
            "2021-06-20T12:00:00Z",
            "2021-07-04T12:00:01Z",
            RefundWindow::After,
        ),
        (
            Term::Monthly,
            "2021-07-01T12:00:00Z",
            "2021-07-04T12:00:00Z",
            RefundWindow::Within,
        ),
        (
            Term::Annual,
            "2021-07-01T12:00:00Z",
            "2021-07-04T12:00:01Z",
            RefundWindow::After,
        ),
        (
            Term::Metered,
            "2021-07-01T12:00:00Z",
            "2021-07-01T12:00:01Z",
            RefundWindow::After,
        ),
    ] {
        let bought = at(bought);
        let day = bought.to_zoned(jiff::tz::TimeZone::UTC).date();
        let hours = policy.edition_on(day).refund_hours(day);
        assert_eq!(
            refund_window(hours, term, Some(bought), at(asked)),
            expected,
            "{term} bought {bought} asked {asked}"
        );
    }
}

// ---------------------------------------------------------------- the table

struct Table<'t> {
    name: &'t str,
    policy: Policy,
    lines: Vec<Line<'t>>,
}

/// One situation and what it comes to.
struct Line<'t> {
    number: usize,
    text: &'t str,
    edition: String,
    facts: Facts,
    path: String,
    responsible: PartyKind,
    agreed: bool,
    clauses: Vec<&'t str>,
}

impl<'t> Table<'t> {
    fn read(name: &'t str, text: &'t str) -> Self {
        let policy = programme(name);
        let mut edition = policy
            .editions()
            .next_back()
            .expect("a policy has an edition")
            .edition
            .id
            .clone();
        let mut lines = Vec::new();
        for (index, text) in text.lines().enumerate() {
            let number = index + 1;
            if let Some(id) = text.strip_prefix("@ ") {
                assert!(
                    policy.edition(id).is_some(),
                    "{name}.table:{number}: no edition '{id}'"
                );
                edition = id.to_owned();
            } else if !text.trim().is_empty() && !text.starts_with('#') {
                let of = policy
                    .edition(&edition)
                    .expect("checked where the table names it");
                let line = Line::read(of, text, number);
                lines.push(
                    line.unwrap_or_else(|reason| panic!("{name}.table:{number}: {reason}\n    {text}")),
                );
            }
        }
        Table { name, policy, lines }
    }

    /// Checks every line and fails with all that differ.
    fn check(&self, at_least: usize) {
        assert!(
            self.lines.len() >= at_least,
            "{}.table has only {} lines",
            self.name,
            self.lines.len()
        );
        let mut failures = String::new();
        let mut failed = 0;
        for line in &self.lines {
            let edition = self
                .policy
                .edition(&line.edition)
                .expect("checked when the table was read");
            let differences = match decide(edition, &line.facts) {
                Ok(decision) => line.differences(&decision),
                Err(unknown) => vec![unknown.to_string()],
            };
            if !differences.is_empty() {
                failed += 1;
                let _ = writeln!(failures, "{}.table:{}: {}", self.name, line.number, line.text);
                for difference in differences {
                    let _ = writeln!(failures, "    {difference}");
                }
            }
        }
        assert!(
            failures.is_empty(),
            "{failed} of {} lines differ:\n{failures}",
            self.lines.len()
        );
    }
}

impl<'t> Line<'t> {
    fn read(edition: EditionRef<'_>, text: &'t str, number: usize) -> Result<Self, String> {
        let (given, expected) = text.split_once('→').ok_or("no '→'")?;
        let given: Vec<&str> = given.split('|').map(str::trim).collect();
        let [
            asker,
            channel,
            topic,
            product,
            split,
            choice,
            refund,
            support_contact,
        ] = given[..]
        else {
            return Err(format!("{} columns before the arrow, not 8", given.len()));
        };
        let expected: Vec<&str> = expected.split('|').map(str::trim).collect();
        let [path, responsible, agreed, clauses, _comment] = expected[..] else {
            return Err(format!("{} columns after the arrow, not 5", expected.len()));
        };
        let (asker, role) = match asker.split_once(" as ") {
            Some((asker, role)) => (word(asker)?, word(role)?),
            None => {
                let asker = word(asker)?;
                (asker, usual_role(asker))
            }
        };
        let mut facts = question(asker, word(channel)?, topic);
        let access = edition.access(&[asker], &[role]);
        facts.sees_offer_contacts = [Relation::Own, Relation::Offered]
            .iter()
            .any(|relation| access.may(Act::See, Object::OfferContacts, *relation));
        read_product(edition, product, &mut facts)?;
        facts.share = if split == "none" { None } else { optional(split)? };
        facts.choice = optional(choice)?;
        facts.refund = optional(refund)?.unwrap_or(RefundWindow::Unknown);
        facts.support_contact = optional(support_contact)?;
        let agreed = match agreed {
            "yes" => true,
            "no" => false,
            other => return Err(format!("agreed is yes or no, not '{other}'")),
        };
        let clauses: Vec<&str> = clauses.split_whitespace().collect();
        if let Some(unknown) = clauses.iter().find(|id| edition.clause(id).is_none()) {
            return Err(format!("no clause '{unknown}'"));
        }
        Ok(Line {
            number,
            text,
            edition: edition.edition.id.clone(),
            facts,
            path: path.to_owned(),
            responsible: word(responsible)?,
            agreed,
            clauses,
        })
    }

    fn differences(&self, decision: &Decision<'_>) -> Vec<String> {
        let mut differences = Vec::new();
        let mut differs = |what: &str, expected: &str, found: &str| {
            if expected != found {
                differences.push(format!("{what}: the table says '{expected}', the code '{found}'"));
            }
        };
        differs("path", &self.path, &path(decision));
        differs(
            "responsible",
            self.responsible.as_str(),
            decision.responsible().kind.as_str(),
        );
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        differs("agreed", yes(self.agreed), yes(decision.agreed));
        let asks_for_split = decision.missing.contains(&Missing {
            what: Lack::Split,
            who: PartyKind::Provider,
        });
        differs(
            "the provider is asked to agree",
            yes(!self.agreed),
            yes(asks_for_split),
        );
        let uncited: Vec<&str> = self
            .clauses
            .iter()
            .copied()
            .filter(|id| !decision.clauses.contains(id))
            .collect();
        differs("clauses not cited", "", &uncited.join(" "));
        differences
    }
}

/// The path as the table writes it: `?>` leads to a station that nobody agreed on, `>>` to where the question goes on when
/// the responsible party cannot be reached.
fn path(decision: &Decision<'_>) -> String {
    let mut path = String::new();
    for (index, station) in decision.path.iter().enumerate() {
        if index > 0 {
            path.push_str(if station.agreed { " > " } else { " ?> " });
        }
        path.push_str(station.kind.as_str());
    }
    for station in &decision.escalation {
        let _ = write!(path, " >> {}", station.kind);
    }
    path
}

/// The role in which somebody of such a party asks where the table names none.
const fn usual_role(asker: PartyKind) -> Role {
    match asker {
        PartyKind::Customer => Role::CustomerAdmin,
        PartyKind::Reseller | PartyKind::Provider | PartyKind::Partner => Role::AdminAgent,
        PartyKind::Publisher => Role::Owner,
        PartyKind::Operator => Role::OperatorAgent,
    }
}

/// Reads `kind` and what is said of the offer; `-` is a question about no known offer.
fn read_product(edition: EditionRef<'_>, text: &str, facts: &mut Facts) -> Result<(), String> {
    let mut words = text.split_whitespace();
    let kind = words.next().unwrap_or("-");
    if kind == "-" {
        return Ok(());
    }
    facts.deployed = edition
        .policy
        .kind
        .get(kind)
        .ok_or_else(|| format!("no kind '{kind}'"))?
        .deployed;
    let mut offer = offer(kind);
    for word in words {
        match word {
            "first-party" => offer.supported_by = SupportedBy::Operator,
            "community" => offer.supported_by = SupportedBy::Community,
            "orphaned" => offer.orphaned = true,
            "no-contact" => offer.contacts.clear(),
            "partner-contacts" => {
                offer.contacts = [ContactKind::Programme, ContactKind::Engineering]
                    .map(contact)
                    .into()
            }
            other => return Err(format!("'{other}' is nothing that an offer can be")),
        }
    }
    facts.offer = Some(offer);
    Ok(())
}

fn word<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn optional<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<Option<T>, String> {
    if text == "-" {
        Ok(None)
    } else {
        word(text).map(Some)
    }
}
