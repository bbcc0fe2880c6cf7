//! The storage handle, on each engine: what it promises about values, transactions, migrations and opening.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod migrating;
mod opening;
mod statements;
mod transactions;

use firstline_store::testing::{Place, on_each_place};
use firstline_store::{Db, Migration, Options, StoreError, Tx, Value};

/// A table with a column of each kind, and one with a rule of each kind.
const SAMPLE: &[Migration] = &[(
    "0001_sample",
    "create table sample (
  id {int} not null primary key,
  whole {int},
  yes {bool},
  fraction {float},
  words text,
  key {id},
  bytes {bytes}
);
create table item (
  id {int} not null primary key,
  name text not null unique,
  amount {int} not null default 0 check (amount >= 0),
  sample {int} references sample (id)
);
",
)];

fn options(migrations: &'static [Migration]) -> Options {
    Options {
        migrations,
        connections: 4,
        ..Options::default()
    }
}

fn open(place: &Place) -> Db {
    Db::open(&place.url, &options(SAMPLE)).unwrap()
}

/// Runs a test on an open database with the tables above, on each engine.
fn on_each(test: impl Fn(Db)) {
    on_each_place(SAMPLE, |place| test(open(place)));
}

fn count(tx: &mut Tx<'_>, table: &str) -> Result<i64, StoreError> {
    tx.query_one(&format!("select count(*) from {table}"), &[], |row| row.get(0))
}

fn count_in(db: &Db, table: &str) -> i64 {
    db.read_blocking(|tx| count(tx, table)).unwrap()
}

fn item(id: i64) -> [Value<'static>; 2] {
    [
        Value::Int(id),
        Value::Text(Box::leak(format!("item {id}").into_boxed_str())),
    ]
}

fn add_item(tx: &mut Tx<'_>, id: i64) -> Result<u64, StoreError> {
    tx.execute(
        "insert into item (id, name) values ($1, $2)",
        &[&id, &format!("item {id}")],
    )
}
