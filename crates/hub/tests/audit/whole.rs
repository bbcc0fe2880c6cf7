//! A record that cannot be changed unseen, here and elsewhere.

use firstline_domain::id::OrganisationId;
use firstline_domain::role::Role;
use firstline_domain::scope::Scope;
use firstline_domain::split::TechnicalChoice;
use firstline_hub::HubError;
use firstline_hub::audit::Format;
use firstline_hub::store::audit::Fault;
use firstline_hub::store::testing::{as_owner, on_each_engine};
use firstline_hub::token::NewToken;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::reading::{taken_out, verify};
use crate::records::tamper;
use crate::world::{World, run};

#[test]
fn nothing_of_a_record_can_be_changed_unseen() {
    type Story = (&'static str, fn(i64) -> Fault);
    let stories: [Story; 4] = [
        ("update audit set act = 'ask' where number = 2", Fault::Altered),
        ("delete from audit where number = 2", Fault::Missing),
        ("update audit set number = -number where number in (2, 3)", |_| {
            Fault::Missing(2)
        }),
        ("delete from audit where number > 3", |_| Fault::Cut(4)),
    ];
    on_each_engine(|db| {
        let world = World::new(db);
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        for choice in [TechnicalChoice::SendOn, TechnicalChoice::Coordinate].repeat(3) {
            run(world.hub.choose_technical(&defne, None, Some(choice))).unwrap();
        }
        let head = verify(&world.hub, "altan", None).unwrap().head.hash;
        assert!(verify(&world.hub, "altan", Some(&head)).is_ok());
        for (sql, fault) in stories {
            tamper(world.hub.db(), "create table kept as select * from audit limit 6");
            tamper(world.hub.db(), sql);
            if sql.contains("-number") {
                tamper(
                    world.hub.db(),
                    "update audit set number = 5 + number where number < 0",
                );
            }
            let found = verify(&world.hub, "altan", None);
            let expected = match fault(2) {
                // Two lines that change places are each where the other's number says it is not.
                Fault::Missing(2) if sql.contains("-number") => Fault::Altered(2),
                other => other,
            };
            assert_eq!(found, Err(expected), "{sql}");
            tamper(world.hub.db(), "delete from audit");
            tamper(world.hub.db(), "insert into audit select * from kept");
            world
                .hub
                .db()
                .write_blocking(|tx| as_owner(tx).and_then(|()| tx.execute("drop table kept", &[])))
                .unwrap();
        }
        verify(&world.hub, "altan", None).unwrap();
        assert_eq!(verify(&world.hub, "altan", Some(&[7; 32])), Err(Fault::Rewritten));
        let hand = Scope::own_hand(OrganisationId(Uuid::nil()));
        assert!(matches!(
            world.hub.verify_audit(&hand, Some("nobody"), None),
            Err(HubError::NotFound(_))
        ));
    });
}

#[test]
fn a_record_that_was_taken_out_can_be_verified_elsewhere() {
    on_each_engine(|db| {
        let world = World::new(db);
        let hub = &world.hub;
        let defne = world.settled("defne", "Defne Acar", "altan", Role::GlobalAdmin);
        let token = NewToken {
            name: "=1+1, \"quoted\"".to_owned(),
            roles: vec![Role::GlobalAdmin],
            days: 30,
        };
        run(hub.make_token(&defne, token)).unwrap();
        for choice in [Some(TechnicalChoice::SendOn), None].repeat(300) {
            run(hub.choose_technical(&defne, None, choice)).unwrap();
        }
        let out = taken_out(run(hub.export_audit(&defne, Format::JsonLines)).unwrap());
        let lines: Vec<Value> = out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines.len() as u64, verify(hub, "altan", None).unwrap().lines);
        assert_eq!(
            lines.last().unwrap()["act"],
            "export-audit",
            "taking it out is on record"
        );

        // As the documentation of the store says, with nothing of the hub's own.
        let mut previous = "0".repeat(64);
        for (line, raw) in lines.iter().zip(out.lines()) {
            let detail = &raw[raw.find("\"detail\":").unwrap() + 9..raw.find(",\"address\":").unwrap()];
            let canonical = json!([
                "firstline-audit-1",
                previous,
                line["organisation"],
                line["number"],
                line["who"],
                line["acting_for"],
                line["act"],
                line["object"],
                detail,
                line["address"],
                line["time_micros"],
            ]);
            let hash = blake3::hash(canonical.to_string().as_bytes())
                .to_hex()
                .to_string();
            assert_eq!(line["hash"], hash, "{raw}");
            assert_eq!(line["previous"], previous);
            previous = hash;
        }

        let csv = taken_out(run(hub.export_audit(&defne, Format::Csv)).unwrap());
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let head: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(head[0], "number");
        let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), lines.len() + 1);
        let formulas = rows
            .iter()
            .flatten()
            .filter(|field| field.starts_with(['=', '+', '-', '@']));
        assert_eq!(formulas.count(), 0);
        let name = head.iter().position(|name| name == "who_name").unwrap();
        assert_eq!(&rows[0][name], "Defne Acar");
    });
}
