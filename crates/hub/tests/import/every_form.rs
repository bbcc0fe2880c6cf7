//! What holds for every form: who may import, rehearsals, imports that are cut off, files that are none.

use std::cell::Cell;
use std::fmt::Write as _;
use std::ops::ControlFlow;

use firstline_domain::lang::Lang;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_hub::import::{Form, ImportError, Object, Report, Request};
use proptest::prelude::*;

use crate::{LINES, LISTING, ORGANISATIONS, RELATIONSHIPS, created, world};

#[test]
fn only_the_operator_imports_and_parameters_are_asked_for() {
    world(|w| {
        w.settle();
        let file = w.file("x.csv", LINES);
        let request = Request::new(Form::Reconciliation, &file);
        assert!(matches!(w.run(&request), Err(ImportError::Needed("seller"))));
        for (handle, key) in [
            ("nobody", "import-failed-no-seller"),
            ("kunde", "import-failed-no-seller"),
        ] {
            let request = Request {
                seller: Some(handle.to_owned()),
                ..request.clone()
            };
            assert_eq!(w.run(&request).unwrap_err().key(), key);
        }
        assert!(matches!(
            w.run(&Request::new(Form::Listings, &file)),
            Err(ImportError::Needed("publisher"))
        ));
        assert!(matches!(
            w.run(&Request::new(Form::Catalogue, &file)),
            Err(ImportError::Needed("mapping"))
        ));
        let absent = Request::new(Form::People, w.directory.join("absent"));
        assert!(matches!(w.run(&absent), Err(ImportError::Unreadable { .. })));
        let koru = w.organisation("koru");
        let scope = Scope::new(
            w.hub.edition(),
            None,
            koru.id,
            koru.kinds,
            vec![Role::GlobalAdmin],
        );
        let refused = w.hub.import(&scope, &request, &mut |_| ControlFlow::Continue(()));
        assert_eq!(refused.unwrap_err().key(), "error-not-allowed");
    });
}

#[test]
fn every_problem_goes_into_a_file_in_the_readers_language() {
    world(|w| {
        let file = w.file(
            "people.csv",
            "handle,organisation,name,email,roles,language\nayse,nobody,Ayşe,=cmd,owner;king,xx\n",
        );
        let problems = w.directory.join("problems.csv");
        let request = Request {
            problems: Some(problems.clone()),
            lang: Lang::Tr,
            ..Request::new(Form::People, file)
        };
        let report = w.run(&request).unwrap();
        let written = std::fs::read_to_string(problems).unwrap();
        let lines: Vec<&str> = written.lines().collect();
        assert_eq!(lines[0], "line,column,value,reason,severity");
        assert_eq!(lines.len() as u64, 1 + report.errors);
        assert!(
            written.contains("2,email,'=cmd,Bir e-posta adresi değil.,error"),
            "{written}"
        );
        assert!(
            report.problems[0].text(Lang::Ko).starts_with("2행"),
            "{:?}",
            report.problems[0].text(Lang::Ko)
        );
    });
}

#[test]
fn a_rehearsal_says_the_same_and_changes_nothing() {
    world(|w| {
        w.settle();
        let before = (w.counts(), w.count("import_run"), w.count("audit"));
        let file = w.file("lines.csv", LINES);
        let request = Request {
            seller: Some("koru".to_owned()),
            ..Request::new(Form::Reconciliation, file)
        };
        let rehearsed = w
            .run(&Request {
                dry_run: true,
                ..request.clone()
            })
            .unwrap();
        assert_eq!((w.counts(), w.count("import_run"), w.count("audit")), before);
        let report = w.run(&request).unwrap();
        assert_eq!(
            Report {
                dry_run: false,
                ..rehearsed
            },
            report
        );
        assert_eq!(w.count("audit"), before.2 + 1, "one record for an import");
    });
}

/// Lines in which every third says the same as others further up and down.
fn many_lines(count: usize) -> String {
    let mut text =
        "CustomerId,CustomerName,InvoiceNumber,ProductId,ProductName,PublisherName,SubscriptionId,Subtotal\n"
            .to_owned();
    for n in 0..count {
        let n = if n % 3 == 0 { n % 7 } else { n };
        writeln!(
            text,
            "tenant-{},Customer {},G7,P{},Product {},Publisher,sub-{},{}.5",
            n % 50,
            n % 50,
            n % 5,
            n % 5,
            n % 500,
            n
        )
        .unwrap();
    }
    text
}

#[test]
fn an_import_that_is_cut_off_goes_on_when_it_is_repeated() {
    world(|w| {
        w.settle();
        let content = many_lines(50_000);
        let file = w.file("many.csv", &content);
        let request = Request {
            seller: Some("koru".to_owned()),
            ..Request::new(Form::Reconciliation, &file)
        };
        let mut cuts = 0;
        let report = loop {
            let batches = Cell::new(0);
            let result = w.hub.import(&w.scope, &request, &mut |progress| {
                assert!(progress.bytes_done <= progress.bytes_total);
                batches.set(batches.get() + 1);
                if batches.get() == 1 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            match result {
                Err(ImportError::Stopped) => cuts += 1,
                result => break result.unwrap(),
            }
        };
        assert_eq!(cuts, 2);
        assert_eq!((report.rows, report.rows_before), (50_000, 40_000));
        assert_eq!(w.count("invoice_line"), 50_000, "equal lines count each");
        assert_eq!(w.count("import_run"), 3, "organisations, relationships, lines");

        // The same lines in another file, the other way round: all are known.
        let mut lines: Vec<&str> = content.lines().collect();
        lines[1..].reverse();
        let report = w.lines("koru", &lines.join("\n")).unwrap();
        let counts = report.counts(Object::InvoiceLine);
        assert_eq!((counts.created, counts.unchanged), (0, 50_000));
    });
}

#[test]
fn other_forms_go_on_too_and_begin_anew_when_they_are_through() {
    world(|w| {
        let mut content = "handle,name,kinds\n".to_owned();
        for n in 0..2_500 {
            writeln!(content, "org-{n},Organisation {n},customer").unwrap();
        }
        let request = Request::new(Form::Organisations, w.file("many.csv", &content));
        let cut = w.hub.import(&w.scope, &request, &mut |_| ControlFlow::Break(()));
        assert!(matches!(cut, Err(ImportError::Stopped)));
        assert_eq!(w.count("organisation"), 1_001);
        let report = w.run(&request).unwrap();
        assert_eq!(
            (report.rows_before, created(&report, Object::Organisation)),
            (1_000, 1_500)
        );
        w.import(Form::Organisations, "handle,name,kinds\norg-7,Renamed,customer\n");
        let report = w.run(&request).unwrap();
        let counts = report.counts(Object::Organisation);
        assert_eq!((counts.created, counts.updated, counts.unchanged), (0, 1, 2_499));
    });
}

/// Files that are cut, mixed and garbled.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let seeds = [ORGANISATIONS, RELATIONSHIPS, LINES, LISTING];
    (
        0..seeds.len(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        proptest::collection::vec(any::<u8>(), 0..40),
    )
        .prop_map(move |(seed, from, to, noise)| {
            let mut bytes = seeds[seed].as_bytes().to_vec();
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            bytes.splice(
                from.min(to)..(from.min(to) + noise.len() / 2).min(bytes.len()),
                noise,
            );
            bytes.truncate(from.max(to) + 200);
            bytes
        })
}

#[test]
fn garbage_gives_problems_and_no_panic() {
    world(|w| {
        w.settle();
        let mapping = w.file(
            "m.toml",
            "name = 'x'\npublisher = { name = 'name', unknown = { handle = 'u', name = 'u' } }\n\
             offer = { handle = 'handle', title = 'name', kind = { value = 'connector' } }\n",
        );
        let runs = Cell::new(0);
        let config = ProptestConfig {
            cases: 60,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        proptest!(config, |(bytes in garbage())| {
            for form in Form::ALL {
                runs.set(runs.get() + 1);
                let file = w.file(&format!("garbage-{}", runs.get()), &bytes);
                let request = Request {
                    publisher: Some("pinar".to_owned()),
                    seller: Some("koru".to_owned()),
                    mapping: Some(mapping.clone()),
                    ..Request::new(form, file)
                };
                match w.run(&request) {
                    Ok(report) => report.problems.iter().for_each(|problem| assert!(!problem.text(Lang::Es).contains('⟦'))),
                    Err(ImportError::Hub(error)) => panic!("{form:?}: {error:?}\n{}", String::from_utf8_lossy(&bytes)),
                    Err(error) => assert!(!error.text(Lang::Tr).contains('⟦')),
                }
            }
        });
    });
}
