//! Importing 1,000,000 reconciliation lines, beside `csv` and `rusqlite` inserting the same rows bare.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::common::{Chance, Place, hub, memory_kilobytes, say, timed};
use firstline_hub::import::{Form, Request};
use rusqlite::Connection;
use uuid::Uuid;

const LINES: u64 = 1_000_000;
/// Rows in a transaction, as many as the hub takes.
const BATCH: i64 = 20_000;
/// The columns that are kept of a line, as they stand in the file and as the hub's table calls them.
const KEPT: [(&str, &str); 16] = [
    ("InvoiceNumber", "invoice"),
    ("SubscriptionId", "subscription"),
    ("PublisherName", "publisher_name"),
    ("ProductName", "product"),
    ("SkuName", "sku"),
    ("OrderId", "order_id"),
    ("ChargeType", "charge_type"),
    ("ChargeStartDate", "charged_from"),
    ("ChargeEndDate", "charged_until"),
    ("Quantity", "quantity"),
    ("UnitPrice", "unit_price"),
    ("Subtotal", "subtotal"),
    ("TaxTotal", "tax"),
    ("TotalForCustomer", "total"),
    ("Currency", "currency"),
    ("CustomerId", "customer"),
];

pub fn run() {
    let place = Place::new("import");
    let file = place.path("lines.csv");
    write_lines(&file);
    let megabytes = std::fs::metadata(&file).map_or(0, |meta| meta.len() >> 20);
    let (_, floor) = timed(|| bare(&place.path("bare.db"), &file));
    let own = std::env::current_exe().expect("this program");
    // A process of its own, so that the memory is the import's alone.
    let output = Command::new(own)
        .args([
            "import-file".as_ref(),
            place.path("hub.db").as_os_str(),
            file.as_os_str(),
        ])
        .output()
        .expect("the import runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let mut figures = said
        .split_whitespace()
        .filter_map(|word| word.parse::<f64>().ok());
    let (Some(seconds), Some(kilobytes)) = (figures.next(), figures.next()) else {
        say(&format!(
            "import failed: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        ));
        std::process::exit(1);
    };
    let whole = Duration::from_secs_f64(seconds);
    say(&format!(
        "import of {LINES} lines ({megabytes} MB): {whole:.1?}, {:.0} lines a second, {:.0} MB at most; floor, csv and rusqlite \
         bare: {floor:.1?}; ratio {:.0} % of the floor's speed",
        LINES as f64 / seconds,
        kilobytes / 1024.0,
        100.0 * floor.as_secs_f64() / seconds
    ));
}

/// The import itself: prints its seconds and the most memory it had, in kilobytes.
pub fn import(database: &Path, file: &Path) {
    let (hub, scope) = hub(database);
    let sellers = database.with_file_name("sellers.csv");
    std::fs::write(&sellers, "handle,name,kinds\nseller,Seller,partner\n").expect("a file");
    let quiet = &mut |_| ControlFlow::Continue(());
    hub.import(&scope, &Request::new(Form::Organisations, sellers), quiet)
        .expect("a seller");
    let request = Request {
        seller: Some("seller".to_owned()),
        ..Request::new(Form::Reconciliation, file)
    };
    let (report, time) = timed(|| hub.import(&scope, &request, quiet).expect("the lines"));
    assert_eq!(
        (report.rows, report.errors),
        (LINES, 0),
        "{:?}",
        report.problems.first()
    );
    let memory = memory_kilobytes(std::process::id(), "VmHWM").unwrap_or(0);
    say(&format!("{} {memory}", time.as_secs_f64()));
}

/// The same rows into the same table with its key and index, a batch a transaction, as durable as the hub's. It knows nothing
/// of customers, products and subscriptions, which the hub also records.
fn bare(database: &Path, file: &Path) {
    drop(hub(database));
    let connection = Connection::open(database).expect("the hub's tables");
    connection
        .execute_batch("pragma synchronous = full; pragma foreign_keys = off;")
        .expect("the hub's durability");
    let columns: Vec<&str> = KEPT.iter().map(|(_, column)| *column).collect();
    let marks: Vec<String> = (1..=KEPT.len()).map(|number| format!("?{number}")).collect();
    let sql = format!(
        "insert into invoice_line (seller, run, ordinal, digest, line, {}) values (zeroblob(16), zeroblob(16), 0, ?17, ?18, {})",
        columns.join(", "),
        marks.join(", ")
    );
    let mut insert = connection.prepare(&sql).expect("a statement");
    let mut reader = csv::Reader::from_path(file).expect("the file");
    let headers = reader.headers().expect("a header").clone();
    let at: Vec<usize> = KEPT
        .iter()
        .filter_map(|(name, _)| headers.iter().position(|header| header == *name))
        .collect();
    let mut record = csv::StringRecord::new();
    let mut rows = 0_i64;
    connection.execute_batch("begin").expect("a transaction");
    while reader.read_record(&mut record).expect("a record") {
        for (index, &column) in at.iter().enumerate() {
            let value = &record[column];
            if KEPT[index].1 == "customer" {
                let id = Uuid::parse_str(value).expect("a customer's id");
                insert
                    .raw_bind_parameter(index + 1, id.as_bytes().as_slice())
                    .expect("a value");
            } else {
                insert.raw_bind_parameter(index + 1, value).expect("a value");
            }
        }
        let digest = blake3::hash(record.as_slice().as_bytes());
        insert
            .raw_bind_parameter(17, &digest.as_bytes()[..16])
            .expect("a value");
        insert.raw_bind_parameter(18, rows).expect("a value");
        insert.raw_execute().expect("a row");
        rows += 1;
        if rows % BATCH == 0 {
            connection.execute_batch("commit; begin").expect("a commit");
        }
    }
    connection.execute_batch("commit").expect("a commit");
}

fn write_lines(file: &Path) {
    let mut out = BufWriter::new(File::create(file).expect("a file"));
    let mut chance = Chance::new(7);
    writeln!(
        out,
        "PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MpnId,ResellerMpnId,OrderId,OrderDate,\
         ProductId,SkuId,AvailabilityId,ProductName,SkuName,ChargeType,UnitPrice,EffectiveUnitPrice,UnitType,Quantity,Subtotal,\
         TaxTotal,TotalForCustomer,Currency,PublisherName,PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,\
         ChargeEndDate,TermAndBillingCycle"
    )
    .expect("a header");
    for line in 0..LINES {
        // Each customer has a few subscriptions, and a line for each in every month.
        let customer = chance.below(2000);
        let product = (customer * 7 + chance.below(25)) % 300;
        let quantity = 1 + chance.below(50);
        let cents = quantity * (500 + product);
        writeln!(
            out,
            "5b1c7a52-0000-4000-8000-000000000001,5b1c7a52-0000-4000-8000-{customer:012},Customer {customer},c{customer}.example,TR,\
             G{:06},6104117,,{line:012x},2026-08-01T00:00:00Z,DZH318Z{product:05},0001,DZH318Z{product:05}-A,Product {product},\
             \"Standard, monthly\",cycleCharge,{}.{:02},{}.{:02},,{quantity},{}.{:02},0.00,{}.{:02},USD,Publisher {},pub{},\
             \"Product {product}, Standard\",5b1c7a52-0000-4000-9000-{:012},2026-08-01T00:00:00Z,2026-08-31T23:59:59Z,\
             One-Month commitment for monthly billing",
            line / 10_000,
            (500 + product) / 100,
            (500 + product) % 100,
            (500 + product) / 100,
            (500 + product) % 100,
            cents / 100,
            cents % 100,
            cents / 100,
            cents % 100,
            product % 40,
            product % 40,
            customer * 300 + product
        )
        .expect("a line");
    }
}
