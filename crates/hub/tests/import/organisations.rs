//! Organisations, and what is wrong in a row.

use firstline_domain::party::PartyKind;
use firstline_hub::import::{Form, Object, Severity};
use firstline_store::organisation;

use crate::{ORGANISATIONS, created, errors, world};

#[test]
fn organisations_come_with_desk_promises_and_aliases() {
    world(|w| {
        let report = w.import(Form::Organisations, ORGANISATIONS);
        assert_eq!(errors(&report), []);
        assert_eq!(created(&report, Object::Organisation), 8);
        let koru = w.organisation("koru");
        assert_eq!(koru.price.as_deref(), Some("Included, always"));
        assert_eq!(koru.promises[0].first_response_minutes, 60);
        assert!(koru.desk.hours.unwrap().is_always());
        assert!(w.organisation("hanbit").orphaned);
        assert_eq!(w.organisation("kunde").country.as_deref(), Some("DE"));
        let tenant = "11111111-aaaa-4aaa-8aaa-111111111111";
        let by_tenant = w
            .hub
            .db()
            .read_blocking(|tx| organisation::by_alias(tx, &w.scope, "tenant", tenant))
            .unwrap();
        assert_eq!(by_tenant, Some(koru.id));

        let again = w.import(Form::Organisations, ORGANISATIONS);
        assert!(!again.changed(), "{again:?}");
        // A file without a column leaves what stands there.
        let shorter = w.import(Form::Organisations, "kinds,name,handle\npartner,Koru,koru\n");
        assert_eq!(shorter.counts(Object::Organisation).updated, 1);
        let koru = w.organisation("koru");
        assert_eq!(
            (koru.name.as_str(), koru.price.as_deref()),
            ("Koru", Some("Included, always"))
        );
    });
}

#[test]
fn a_bad_row_is_named_and_loses_no_other() {
    world(|w| {
        let report = w.import(
            Form::Organisations,
            "handle,name,kinds,country,desk_email,desk_hours,colour\n\
             good,Good,customer,TR,,,\n\
             Bad Handle,Bad,customer,TR,,,\n\
             x,,customer;emperor,Turkey,not an address,whenever,red\n\
             short,row\n\
             other,Other,publisher,,not an address,,\n",
        );
        assert_eq!(
            errors(&report),
            [
                (3, "handle", "Bad Handle", "import-handle"),
                (4, "kinds", "emperor", "import-word"),
                (4, "name", "", "import-required"),
                (4, "country", "Turkey", "import-country"),
                (4, "desk_hours", "whenever", "import-hours"),
                (5, "", "", "import-field-count"),
            ]
        );
        let doubts: Vec<_> = report
            .problems
            .iter()
            .filter(|it| it.severity == Severity::Doubt)
            .collect();
        assert_eq!(
            (doubts[0].line, doubts[0].column.as_str(), doubts[0].key),
            (1, "colour", "import-column-unknown")
        );
        assert!(
            doubts
                .iter()
                .any(|it| (it.line, it.key) == (6, "import-doubt-malformed-email"))
        );
        assert_eq!(created(&report, Object::Organisation), 2);
        assert_eq!(
            w.organisation("other").desk.email.as_deref(),
            Some("not an address")
        );
        assert_eq!(report.rows, 5);
    });
}

#[test]
fn the_operators_row_finds_the_operator_whatever_it_was_called() {
    world(|w| {
        let before = w.organisation("operator");
        let rows = "handle,name,kinds,country\nmeridian,Meridian,operator;publisher,IE\n";
        let report = w.import(Form::Organisations, rows);
        assert_eq!(errors(&report), []);
        assert_eq!(created(&report, Object::Organisation), 0);
        let after = w.organisation("meridian");
        assert_eq!((after.id, &*after.name), (before.id, "Meridian"));
        assert!(after.is(PartyKind::Operator) && after.is(PartyKind::Publisher));
        assert!(!w.import(Form::Organisations, rows).changed());

        // One organisation runs the marketplace: not a second of the file, and not one that is something else.
        let report = w.import(
            Form::Organisations,
            "handle,name,kinds\nkoru,Koru,partner\nmeridian,Meridian,operator\nother,Other,operator\n",
        );
        assert_eq!(errors(&report), [(4, "kinds", "other", "import-operator-twice")]);
        let report = w.import(Form::Organisations, "handle,name,kinds\nkoru,Koru,operator\n");
        assert_eq!(errors(&report), [(2, "kinds", "koru", "import-operator-twice")]);
        assert_eq!(w.organisation("koru").kinds, [PartyKind::Partner]);
    });
}
