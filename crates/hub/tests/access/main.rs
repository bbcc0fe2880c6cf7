//! Who may do what, found out by trying it: everyone tries every act on every object there is in a small world, on both
//! engines. What came of it is the file `access.matrix`, so that whoever reviews a change sees what it opens or closes.
//!
//! After an intended change, `FIRSTLINE_UPDATE=1` writes the file anew.

#![allow(clippy::unwrap_used, reason = "a stage that cannot be set fails the test")]

mod attempts;
mod authorisations;
mod people;
mod record;
mod relationships;
mod stage;
#[path = "../world/mod.rs"]
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::party::PartyKind;
use firstline_domain::role::Role;
use firstline_hub::store::testing::on_each_engine;

use attempts::attempts;
use stage::Stage;

/// Where the matrix is kept.
fn file() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/access.matrix")
}

/// What came of the tries of one role at one party on one object: for each act, in which relations it was tried, and in
/// which of them it could be done.
#[derive(Default, Clone, PartialEq, Eq)]
struct Cells(BTreeMap<Act, BTreeMap<Relation, bool>>);

impl Cells {
    fn note(&mut self, act: Act, relation: Relation, done: bool) {
        self.0.entry(act).or_default().insert(relation, done);
    }

    /// What a cell says: in which relations the act can be done, `-` where in none, nothing where it was not tried.
    fn cell(&self, act: Act) -> String {
        let Some(tried) = self.0.get(&act) else {
            return String::new();
        };
        let done: Vec<&str> = tried
            .iter()
            .filter(|(_, done)| **done)
            .map(|(relation, _)| relation.as_str())
            .collect();
        if done.is_empty() {
            "-".to_owned()
        } else {
            done.join(" ")
        }
    }
}

type Matrix = BTreeMap<(PartyKind, Object), BTreeMap<Role, Cells>>;

/// Tries everything as everyone, and holds each outcome against what the policy grants.
fn try_all(stage: &Stage) -> Matrix {
    let mut matrix = Matrix::new();
    for (kind, asker) in stage::ASKERS {
        let attempts = attempts(stage, asker);
        for &role in Role::ALL {
            let scope = stage.person(asker, role);
            for attempt in &attempts {
                let done = (attempt.run)(stage, &scope);
                let at = || {
                    format!(
                        "{role} of {asker}: {} {} of {}",
                        attempt.act, attempt.object, attempt.what
                    )
                };
                let may = |relation| scope.may(attempt.act, attempt.object, relation);
                let granted = attempt.relations.iter().any(|relation| may(*relation));
                assert_eq!(
                    done,
                    granted,
                    "{}: done and granted as {:?}",
                    at(),
                    attempt.relations
                );
                if attempt.relations.is_empty() {
                    continue;
                }
                let cells = matrix
                    .entry((kind, attempt.object))
                    .or_default()
                    .entry(role)
                    .or_default();
                // Who may do it to anyone's needs no other reason.
                let any = attempt.relations.contains(&Relation::Any) && may(Relation::Any);
                for &relation in &attempt.relations {
                    if !any || relation == Relation::Any {
                        cells.note(attempt.act, relation, may(relation));
                    }
                }
            }
        }
    }
    matrix
}

/// Every act that was tried by somebody.
fn tried(matrix: &Matrix) -> BTreeSet<(Object, Act)> {
    matrix
        .iter()
        .flat_map(|((_, object), lines)| lines.values().map(move |cells| (*object, cells)))
        .flat_map(|(object, cells)| cells.0.keys().map(move |act| (object, *act)))
        .collect()
}

/// Roles that belong to no such party, where all of them may the same.
fn outsiders(kind: PartyKind, lines: &BTreeMap<Role, Cells>) -> Option<&Cells> {
    let mut strange = lines
        .iter()
        .filter(|(role, _)| !role.is_held_at(&[kind]))
        .map(|(_, cells)| cells);
    let first = strange.next()?;
    assert!(
        strange.all(|cells| cells == first),
        "roles from elsewhere differ at {kind}"
    );
    Some(first)
}

fn write(matrix: &Matrix, tried: &BTreeSet<(Object, Act)>) -> String {
    let mut text = String::from(
        "# Who may do what, found out by trying it: crates/hub/tests/access writes this file with FIRSTLINE_UPDATE=1.\n\
         #\n\
         # A cell says to whose things the act can be done, \"-\" where to none of those tried, and nothing where it was not tried.\n\
         # Strangers' things were tried everywhere, and nothing could be done to them.\n",
    );
    for object in Object::ALL {
        let acts: Vec<&str> = object
            .acts()
            .iter()
            .filter(|act| tried.contains(&(*object, **act)))
            .map(|act| act.as_str())
            .collect();
        if !acts.is_empty() {
            let _ = write!(text, "\ntried {object} {}", acts.join(" "));
        }
    }
    text.push('\n');
    for ((kind, object), lines) in matrix {
        let acts: Vec<Act> = object
            .acts()
            .iter()
            .copied()
            .filter(|act| lines.values().any(|cells| cells.0.contains_key(act)))
            .collect();
        let mut row = |name: &str, cells: &[String]| {
            let cells: String = cells.iter().map(|cell| format!(" {cell:<30}")).collect();
            let _ = writeln!(text, "{}", format!("{name:<26}{cells}").trim_end());
        };
        row("", &[]);
        let heads: Vec<String> = acts.iter().map(|act| act.to_string()).collect();
        row(&format!("{kind} {object}"), &heads);
        let line = |cells: &Cells| -> Vec<String> { acts.iter().map(|act| cells.cell(*act)).collect() };
        for (role, cells) in lines.iter().filter(|(role, _)| role.is_held_at(&[*kind])) {
            row(&format!("  {role}"), &line(cells));
        }
        if let Some(cells) = outsiders(*kind, lines) {
            row("  a role from elsewhere", &line(cells));
        }
    }
    text
}

#[test]
fn everyone_may_what_the_matrix_says() {
    let update = std::env::var("FIRSTLINE_UPDATE").is_ok_and(|it| it == "1");
    on_each_engine(|db| {
        let matrix = try_all(&Stage::new(db));
        let tried = tried(&matrix);
        for (object, act) in Object::all_acts() {
            assert!(
                tried.contains(&(object, act)),
                "{act} {object} is tried by nobody"
            );
        }
        let found = write(&matrix, &tried);
        if update {
            std::fs::write(file(), &found).unwrap();
        }
        let kept = std::fs::read_to_string(file()).unwrap_or_default();
        let differs: Vec<(usize, &str, &str)> = kept
            .lines()
            .zip(found.lines())
            .enumerate()
            .filter(|(_, (kept, found))| kept != found)
            .map(|(line, (kept, found))| (line + 1, kept, found))
            .collect();
        assert!(
            differs.is_empty(),
            "access.matrix differs from what was found: {differs:#?}"
        );
        assert_eq!(
            kept.lines().count(),
            found.lines().count(),
            "access.matrix is of another length"
        );
    });
}
