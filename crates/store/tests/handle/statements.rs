//! Values, statements, streams and many rows at once.

use firstline_store::{Param, Rule, StoreError, Value};
use uuid::Uuid;

use crate::{add_item, count_in, item, on_each};

const PUT: &str = "insert into sample (id, whole, yes, fraction, words, key, bytes)
     values ($1, $2, $3, $4, $5, $6, $7)";
const GET: &str = "select whole, yes, fraction, words, key, bytes from sample where id = $1";

type Sample = (
    Option<i64>,
    Option<bool>,
    Option<f64>,
    Option<String>,
    Option<Uuid>,
    Option<Vec<u8>>,
);

#[test]
fn every_kind_of_value_comes_back_as_it_went_in() {
    let samples: [Sample; 5] = [
        (None, None, None, None, None, None),
        (
            Some(0),
            Some(false),
            Some(0.0),
            Some(String::new()),
            Some(Uuid::nil()),
            Some(Vec::new()),
        ),
        (
            Some(i64::MAX),
            Some(true),
            Some(0.1),
            Some("ıŞğ 한국어 $1 ' \"".into()),
            Some(Uuid::max()),
            Some(vec![0, 255]),
        ),
        (
            Some(i64::MIN),
            Some(true),
            Some(f64::MIN_POSITIVE),
            Some("x".repeat(100_000)),
            None,
            Some(vec![7; 100_000]),
        ),
        (None, Some(false), Some(-1e300), None, Some(Uuid::now_v7()), None),
    ];
    on_each(|db| {
        for (id, sample) in (0_i64..).zip(&samples) {
            let (whole, yes, fraction, words, key, bytes) = sample;
            let back: Sample = db
                .write_blocking(|tx| {
                    assert_eq!(
                        tx.execute(PUT, &[&id, whole, yes, fraction, words, key, bytes])?,
                        1
                    );
                    tx.query_one(GET, &[&id], |row| {
                        Ok((
                            row.get(0)?,
                            row.get(1)?,
                            row.get(2)?,
                            row.get(3)?,
                            row.get(4)?,
                            row.get(5)?,
                        ))
                    })
                })
                .map_err(|error: StoreError| format!("{error:?}"))
                .unwrap();
            assert_eq!(&back, sample);
        }
    });
}

#[test]
fn borrowed_and_narrow_forms_serve_too() {
    on_each(|db| {
        db.write_blocking(|tx| {
            let (words, bytes): (&str, &[u8]) = ("words", b"bytes");
            tx.execute(PUT, &[&1_i32, &7_u32, &true, &1.5, &words, &Uuid::nil(), &bytes])?;
            tx.query_one(GET, &[&1_i64], |row| {
                assert_eq!((row.get::<i32>(0)?, row.get::<u32>(0)?), (7, 7));
                assert_eq!((row.get::<&str>(3)?, row.get::<&[u8]>(5)?), (words, bytes));
                assert_eq!(row.parse(3, |it: &str| it.strip_prefix("wor").map(str::len))?, 2);
                Ok::<_, StoreError>(())
            })?;
            // System tables and literals have narrower numbers than ours.
            let narrow: i64 = tx.query_one("select cast(7 as integer)", &[], |row| row.get(0))?;
            assert_eq!(narrow, 7);
            // A yes or no that is worked out is one as well.
            let is: bool = tx.query_one("select exists (select 1 from sample where yes)", &[], |row| {
                row.get(0)
            })?;
            assert!(is);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    });
}

#[test]
fn a_column_of_another_kind_is_an_error_that_names_it() {
    on_each(|db| {
        db.write_blocking(|tx| {
            let none: Option<i64> = None;
            tx.execute(
                PUT,
                &[&1_i64, &(1_i64 << 40), &none, &none, &"open", &none, &none],
            )?;
            tx.query_one(GET, &[&1_i64], |row| {
                let errors = [
                    (row.get::<String>(0).unwrap_err(), "whole", "text"),
                    (
                        row.get::<i32>(0).unwrap_err(),
                        "whole",
                        "a whole number of 32 bits",
                    ),
                    (row.get::<bool>(0).unwrap_err(), "whole", "a boolean"),
                    (row.get::<i64>(1).unwrap_err(), "yes", "a whole number"),
                    (row.get::<Uuid>(3).unwrap_err(), "words", "a uuid"),
                    (
                        row.parse(3, |_: &str| None::<()>).unwrap_err(),
                        "words",
                        "a value this version knows",
                    ),
                    (row.get::<i64>(6).unwrap_err(), "#6", "a column"),
                ];
                for (error, name, kind) in errors {
                    let StoreError::Column {
                        column,
                        wanted,
                        found,
                    } = error
                    else {
                        panic!("{error:?}")
                    };
                    assert_eq!((column.as_str(), &wanted[..kind.len()]), (name, kind));
                    assert!(!found.contains("open"), "content in an error: {found}");
                }
                Ok(())
            })
        })
        .map_err(|error: StoreError| format!("{error:?}"))
        .unwrap();
    });
}

#[test]
fn parameters_are_bound_by_number_not_by_appearance() {
    on_each(|db| {
        let found: (String, String, String) = db
            .read_blocking(|tx| {
                tx.query_one(
                    "select cast($2 as text), cast($1 as text), cast($2 as text) || '$1'",
                    &[&"first", &"second"],
                    |row| Ok::<_, StoreError>((row.get(0)?, row.get(1)?, row.get(2)?)),
                )
            })
            .unwrap();
        assert_eq!(found, ("second".into(), "first".into(), "second$1".into()));
    });
}

#[test]
fn too_few_and_too_many_parameters_are_errors() {
    on_each(|db| {
        for params in [&[] as &[&dyn Param], &[&1_i64, &2_i64]] {
            let error = db
                .read_blocking(|tx| tx.query(GET, params, |_| Ok(())))
                .unwrap_err();
            assert!(matches!(error, StoreError::Statement { .. }), "{error:?}");
        }
    });
}

#[test]
fn a_list_is_one_parameter() {
    on_each(|db| {
        db.write_blocking(|tx| {
            tx.insert_many("item", ["id", "name"], "", (1..=5).map(item))?;
            let keys: Vec<Uuid> = (1..=3).map(Uuid::from_u128).collect();
            for (id, key) in (1_i64..).zip(&keys) {
                tx.execute("insert into sample (id, key) values ($1, $2)", &[&id, key])?;
            }
            let ids = |tx: &mut firstline_store::Tx<'_>, sql: &str, params: &[&dyn Param]| {
                tx.query(sql, params, |row| row.get::<i64>(0))
            };
            let by_id = "select id from item where id = any($1) and id > $2 order by id";
            assert_eq!(ids(tx, by_id, &[&vec![5_i64, 2, 9], &1_i64])?, [2, 5]);
            assert_eq!(ids(tx, by_id, &[&Vec::<i64>::new(), &1_i64])?, [0; 0]);
            let by_name = "select id from item where name = any($1)";
            assert_eq!(ids(tx, by_name, &[&["item 4", "item 7"].as_slice()])?, [4]);
            let by_key = "select id from sample where key = any($1) order by id";
            assert_eq!(ids(tx, by_key, &[&&keys[1..]])?, [2, 3]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    });
}

#[test]
fn a_rule_of_a_table_is_told_apart() {
    on_each(|db| {
        db.write_blocking(|tx| add_item(tx, 1)).unwrap();
        for (sql, rule) in [
            ("insert into item (id, name) values (2, 'item 1')", Rule::Unique),
            ("insert into item (id, name) values (1, 'other')", Rule::Unique),
            (
                "insert into item (id, name, sample) values (2, 'other', 99)",
                Rule::ForeignKey,
            ),
            ("insert into item (id, name) values (2, null)", Rule::NotNull),
            (
                "insert into item (id, name, amount) values (2, 'other', -1)",
                Rule::Check,
            ),
        ] {
            let error = db.write_blocking(|tx| tx.execute(sql, &[])).unwrap_err();
            assert!(
                matches!(&error, StoreError::Rule { rule: it, .. } if *it == rule),
                "{sql}: {error:?}"
            );
            assert_eq!(error.is_duplicate(), rule == Rule::Unique);
        }
        assert_eq!(count_in(&db, "item"), 1);
    });
}

#[test]
fn one_row_means_one_row() {
    on_each(|db| {
        db.write_blocking(|tx| tx.insert_many("item", ["id", "name"], "", (1..=2).map(item)))
            .unwrap();
        db.read_blocking(|tx| {
            let (one, all) = (
                "select id from item where id = $1",
                "select id from item where id >= $1",
            );
            assert_eq!(tx.query_opt(one, &[&1_i64], |row| row.get::<i64>(0))?, Some(1));
            assert_eq!(tx.query_opt(one, &[&9_i64], |row| row.get::<i64>(0))?, None);
            let none = tx.query_one(one, &[&9_i64], |row| row.get::<i64>(0)).unwrap_err();
            let more = tx.query_opt(all, &[&1_i64], |row| row.get::<i64>(0)).unwrap_err();
            assert!(
                matches!(none, StoreError::RowCount { found: "none", .. }),
                "{none:?}"
            );
            assert!(
                matches!(more, StoreError::RowCount { found: "more", .. }),
                "{more:?}"
            );
            Ok::<_, StoreError>(())
        })
        .unwrap();
    });
}

#[test]
fn many_rows_go_in_and_the_changed_ones_are_counted() {
    on_each(|db| {
        let put = |rows: std::ops::Range<i64>, on_conflict: &str| {
            db.write_blocking(|tx| {
                tx.insert_many("item", ["id", "name"], on_conflict, rows.clone().map(item))
            })
            .map_err(|error: StoreError| format!("{error:?}"))
            .unwrap()
        };
        assert_eq!(put(0..0, ""), 0);
        assert_eq!(put(0..1, ""), 1);
        assert_eq!(put(1..1001, ""), 1000);
        assert_eq!(put(0..2500, "on conflict (id) do nothing"), 1499);
        assert_eq!(
            put(
                2499..2501,
                "on conflict (id) do update set amount = item.amount + 1"
            ),
            2
        );
        assert_eq!(count_in(&db, "item"), 2501);

        let error = db
            .write_blocking(|tx| tx.insert_many("item", ["id", "name"], "", (2000..5000).map(item)))
            .unwrap_err();
        assert!(error.is_duplicate(), "{error:?}");
        assert_eq!(count_in(&db, "item"), 2501);

        let nulls = (0_i64..3).map(|id| {
            [
                Value::Int(id),
                Value::Null,
                Value::Uuid(Uuid::nil()),
                Value::Bool(true),
            ]
        });
        db.write_blocking(|tx| tx.insert_many("sample", ["id", "words", "key", "yes"], "", nulls.clone()))
            .unwrap();
        let set = db.read_blocking(|tx| {
            tx.query_one(
                "select count(*), count(words) from sample where yes",
                &[],
                |row| Ok::<_, StoreError>((row.get::<i64>(0)?, row.get::<i64>(1)?)),
            )
        });
        assert_eq!(set.unwrap(), (3, 0));
    });
}

#[test]
fn a_stream_passes_rows_one_by_one_and_can_be_left() {
    #[derive(Debug)]
    enum Stop {
        Enough,
        Store,
    }
    impl From<StoreError> for Stop {
        fn from(_: StoreError) -> Self {
            Stop::Store
        }
    }
    on_each(|db| {
        db.write_blocking(|tx| tx.insert_many("item", ["id", "name"], "", (0..20_000).map(item)))
            .unwrap();
        let sql = "select id from item where id >= $1 order by id";
        let result = db.read_blocking(|tx| {
            let mut sum = 0;
            tx.for_each(sql, &[&0_i64], |row| {
                sum += row.get::<i64>(0)?;
                Ok::<_, StoreError>(())
            })?;
            assert_eq!(sum, 19_999 * 20_000 / 2);

            let mut seen = 0;
            let left = tx.for_each(sql, &[&0_i64], |row| {
                seen = row.get::<i64>(0)?;
                if seen == 10 { Err(Stop::Enough) } else { Ok(()) }
            });
            assert!(matches!(left, Err(Stop::Enough)) && seen == 10, "{left:?}");
            // Leaving a stream is no failed statement: the transaction goes on.
            assert_eq!(
                tx.query_opt(sql, &[&19_999_i64], |row| row.get::<i64>(0))?,
                Some(19_999)
            );
            left
        });
        assert!(matches!(result, Err(Stop::Enough)), "{result:?}");
        assert_eq!(count_in(&db, "item"), 20_000);
    });
}
