//! All or nothing, one state at a time, and others in the way.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use firstline_store::testing::{Place, on_each_place};
use firstline_store::{DatabaseUrl, Db, Engine, Options, StoreError, Tx};

use crate::{SAMPLE, add_item, count, count_in, on_each, open, options};

#[derive(Debug)]
enum Refusal {
    NotYours,
    Store,
}

impl From<StoreError> for Refusal {
    fn from(_: StoreError) -> Self {
        Refusal::Store
    }
}

#[test]
fn an_error_of_the_closure_rolls_back_and_travels_through() {
    on_each(|db| {
        let result: Result<(), Refusal> = db.write_blocking(|tx| {
            add_item(tx, 1)?;
            Err(Refusal::NotYours)
        });
        assert!(matches!(result, Err(Refusal::NotYours)));
        assert_eq!(count_in(&db, "item"), 0);
    });
}

#[test]
fn a_failed_statement_dooms_its_transaction_even_when_it_is_overlooked() {
    on_each(|db| {
        let mut next = None;
        let result = db.write_blocking(|tx| {
            add_item(tx, 1)?;
            let _overlooked = add_item(tx, 1);
            next = Some(add_item(tx, 2));
            Ok::<_, StoreError>(())
        });
        assert!(matches!(result, Err(StoreError::Doomed)), "{result:?}");
        assert!(matches!(next, Some(Err(StoreError::Doomed))), "{next:?}");
        assert_eq!(count_in(&db, "item"), 0);
    });
}

#[test]
fn a_panic_rolls_back_and_leaves_the_handle_usable() {
    on_each(|db| {
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            db.write_blocking::<(), StoreError>(|tx| {
                add_item(tx, 1)?;
                panic!("on purpose")
            })
        }));
        assert!(outcome.is_err());
        assert_eq!(count_in(&db, "item"), 0);
        db.write_blocking(|tx| add_item(tx, 1)).unwrap();
        assert_eq!(count_in(&db, "item"), 1);
    });
}

#[test]
fn a_read_sees_one_state_while_others_write() {
    on_each(|db| {
        db.read_blocking(|tx| {
            assert_eq!(count(tx, "item")?, 0);
            thread::scope(|scope| {
                scope
                    .spawn(|| db.write_blocking(|tx| add_item(tx, 1)))
                    .join()
                    .unwrap()
            })?;
            assert_eq!(count(tx, "item")?, 0);
            Ok::<_, StoreError>(())
        })
        .unwrap();
        assert_eq!(count_in(&db, "item"), 1);
    });
}

#[test]
fn reading_cannot_write_and_read_one_takes_one_statement() {
    on_each(|db| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            assert!(db.read(|tx| add_item(tx, 1)).await.is_err());
            assert!(db.read_one(|tx| add_item(tx, 1)).await.is_err());
            let two = db
                .read_one(|tx| Ok::<_, StoreError>((count(tx, "item")?, count(tx, "item")?)))
                .await;
            assert!(matches!(two, Err(StoreError::SecondStatement { .. })), "{two:?}");
            assert_eq!(db.read_one(|tx| count(tx, "item")).await.unwrap(), 0);
        });
    });
}

#[test]
fn concurrent_read_and_write_loses_no_update() {
    on_each(|db| {
        db.write_blocking(|tx| add_item(tx, 1)).unwrap();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        db.write_blocking(increase).unwrap();
                    }
                });
            }
        });
        assert_eq!(amount(&db), 100);
    });
}

fn increase(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    let now: i64 = tx.query_one("select amount from item where id = 1", &[], |row| row.get(0))?;
    tx.execute("update item set amount = $1 where id = 1", &[&(now + 1)])
}

fn amount(db: &Db) -> i64 {
    db.read_blocking(|tx| {
        tx.query_one("select amount from item where id = 1", &[], |row| {
            row.get::<i64>(0)
        })
    })
    .unwrap()
}

#[test]
fn two_processes_on_one_database_take_turns() {
    on_each_place(SAMPLE, |place| {
        // Two handles share nothing but the database, as two processes do.
        let handles = [open(place), open(place)];
        handles[0].write_blocking(|tx| add_item(tx, 1)).unwrap();
        thread::scope(|scope| {
            for db in &handles {
                scope.spawn(|| {
                    for _ in 0..50 {
                        db.write_blocking(increase).unwrap();
                    }
                });
            }
        });
        assert_eq!(amount(&handles[0]), 100);
    });
}

#[test]
fn a_write_that_others_got_in_the_way_of_is_run_again() {
    on_each_place(SAMPLE, |place| {
        let (db, other) = (open(place), open(place));
        db.write_blocking(|tx| add_item(tx, 1)).unwrap();
        if db.engine() == Engine::Sqlite {
            // There, a writer keeps others out from the start: see the test of patience below.
            return;
        }
        let mut runs = 0;
        db.write_blocking(|tx| {
            runs += 1;
            let now: i64 = tx.query_one("select amount from item where id = 1", &[], |row| row.get(0))?;
            if runs < 3 {
                other.write_blocking(increase)?;
            }
            tx.execute("update item set amount = $1 where id = 1", &[&(now + 10)])
        })
        .unwrap();
        assert_eq!((runs, amount(&db)), (3, 12));
    });
}

#[test]
fn patience_ends_with_busy_and_nothing_is_written() {
    let place = Place::sqlite();
    let (db, hasty) = (
        open(&place),
        Db::open(
            &place.url,
            &Options {
                patience: Duration::from_millis(20),
                ..options(SAMPLE)
            },
        )
        .unwrap(),
    );
    db.write_blocking(|tx| {
        add_item(tx, 1)?;
        let result = hasty.write_blocking(|tx| add_item(tx, 2));
        assert!(matches!(result, Err(StoreError::Busy { .. })), "{result:?}");
        assert!(result.is_err_and(|error| error.is_passing()));
        Ok::<_, StoreError>(())
    })
    .unwrap();
    assert_eq!(count_in(&db, "item"), 1);
    hasty.write_blocking(|tx| add_item(tx, 2)).unwrap();
}

#[test]
fn a_lost_connection_is_replaced() {
    on_each(|db| {
        if db.engine() == Engine::Sqlite {
            return;
        }
        let kill = "select count(pg_terminate_backend(pid)) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()";
        let runs = AtomicU32::new(0);
        db.write_blocking(|tx| {
            let run = runs.fetch_add(1, Ordering::Relaxed);
            add_item(tx, 1)?;
            if run == 0 {
                db.read_blocking(|tx| tx.query_one(kill, &[], |row| row.get::<i64>(0)))?;
            }
            add_item(tx, 2)
        })
        .unwrap();
        assert_eq!((runs.into_inner(), count_in(&db, "item")), (2, 2));
    });
}

#[test]
fn tables_changed_under_prepared_statements_are_no_error() {
    on_each(|db| {
        let read =
            |db: &Db| db.read_blocking(|tx| tx.query("select * from item", &[], |row| row.get::<i64>(0)));
        read(&db).unwrap();
        db.write_blocking(|tx| tx.execute("alter table item add column colour text", &[]))
            .unwrap();
        read(&db).unwrap();
    });
}

#[test]
fn the_async_forms_serve_many_callers_and_pass_panics_on() {
    on_each(|db| {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let tasks: Vec<_> = (0..64_i64)
                .map(|id| {
                    let db = db.clone();
                    tokio::spawn(async move {
                        db.write(move |tx| add_item(tx, id)).await.unwrap();
                        db.read(move |tx| {
                            tx.query_one("select id from item where id = $1", &[&id], |row| {
                                row.get::<i64>(0)
                            })
                        })
                        .await
                        .unwrap()
                    })
                })
                .collect();
            let mut sum = 0;
            for task in tasks {
                sum += task.await.unwrap();
            }
            assert_eq!(sum, 63 * 64 / 2);

            let other = db.clone();
            let panic =
                tokio::spawn(async move { other.write::<(), StoreError, _>(|_| panic!("on purpose")).await });
            assert!(panic.await.unwrap_err().is_panic());
            assert_eq!(db.read(|tx| count(tx, "item")).await.unwrap(), 64);
        });
    });
}

const CHILD: &str = "FIRSTLINE_TEST_CHILD";

#[test]
fn a_killed_process_leaves_whole_transactions_only() {
    if let Ok(address) = std::env::var(CHILD) {
        let db = Db::open(&DatabaseUrl::parse(&address).unwrap(), &options(SAMPLE)).unwrap();
        db.write_blocking(|tx| add_item(tx, 1)).unwrap();
        let _never: Result<(), StoreError> = db.write_blocking(|tx| {
            add_item(tx, 2)?;
            std::process::abort()
        });
    }
    on_each_place(SAMPLE, |place| {
        let address = match &place.url {
            DatabaseUrl::Sqlite(path) => path.to_str().unwrap(),
            DatabaseUrl::Postgres(address) => address,
        };
        let name = "transactions::a_killed_process_leaves_whole_transactions_only";
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name])
            .env(CHILD, address)
            .output();
        assert!(!child.unwrap().status.success());
        assert_eq!(count_in(&open(place), "item"), 1);
    });
}
