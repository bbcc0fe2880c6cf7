//! Lines of the operator's reconciliation files, kept as they came, for questions about a bill.
//!
//! A file may come again, whole or in part, and a line may truly stand in it twice. So a line is known by what it says
//! (its digest) and by how many lines of its file say the same before it (its ordinal): [`keep`] adds only those that
//! are not here yet, in whatever portions a file comes.

use std::collections::HashMap;

use firstline_domain::access::{Act, Object, Relation};
use firstline_domain::id::OrganisationId;
use firstline_domain::scope::Scope;
use uuid::Uuid;

use crate::access::demand_import;
use crate::columns::Columns;
use crate::db::{Tx, Value};
use crate::error::StoreError;

/// A digest of what a line says.
pub type Digest = [u8; 16];

/// A line of a reconciliation file. Amounts and quantities are decimals in the words of the file: nothing is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvoiceLine<'a> {
    /// Empty for charges that are not invoiced yet.
    pub invoice: &'a str,
    pub digest: Digest,
    /// Where it stands in its file.
    pub line: i64,
    pub customer: Option<OrganisationId>,
    /// What the operator's system calls the subscription.
    pub subscription: Option<&'a str>,
    pub publisher_name: Option<&'a str>,
    pub product: Option<&'a str>,
    pub sku: Option<&'a str>,
    pub order_id: Option<&'a str>,
    pub charge_type: Option<&'a str>,
    /// First and last day of what is charged, as ISO dates.
    pub charged_from: Option<&'a str>,
    pub charged_until: Option<&'a str>,
    pub quantity: Option<&'a str>,
    pub unit_price: Option<&'a str>,
    pub subtotal: Option<&'a str>,
    pub tax: Option<&'a str>,
    pub total: Option<&'a str>,
    pub currency: Option<&'a str>,
}

/// A charge for a subscription, in the words of the operator's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Empty where it is not invoiced yet.
    pub invoice: String,
    pub charge_type: Option<String>,
    /// First and last day of what is charged, as ISO dates.
    pub from: Option<String>,
    pub until: Option<String>,
    pub quantity: Option<String>,
    pub subtotal: Option<String>,
    pub tax: Option<String>,
    pub total: Option<String>,
    pub currency: Option<String>,
}

/// The charges for a subscription, newest first, as far as the asker's roles show its seller's; none where they do not.
pub fn of_subscription(
    tx: &mut Tx<'_>,
    scope: &Scope,
    seller: OrganisationId,
    subscription: &str,
    limit: i64,
) -> Result<Vec<Charge>, StoreError> {
    if !scope.may(Act::See, Object::InvoiceLine, scope.stands_to(seller)) {
        return Ok(Vec::new());
    }
    tx.query(
        "select invoice, charge_type, charged_from, charged_until, quantity, subtotal, tax, total, currency
         from invoice_line where seller = $1 and subscription = $2
         order by coalesce(charged_from, '') desc, invoice desc, digest, ordinal limit $3",
        &[&seller, &subscription, &limit],
        |row| {
            Ok(Charge {
                invoice: row.text(0)?,
                charge_type: row.optional_text(1)?,
                from: row.optional_text(2)?,
                until: row.optional_text(3)?,
                quantity: row.optional_text(4)?,
                subtotal: row.optional_text(5)?,
                tax: row.optional_text(6)?,
                total: row.optional_text(7)?,
                currency: row.optional_text(8)?,
            })
        },
    )
}

/// How many of the lines given were not here before, and how many were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    pub added: u64,
    pub known: u64,
}

const COLUMNS: [&str; 21] = [
    "seller",
    "invoice",
    "digest",
    "ordinal",
    "run",
    "line",
    "customer",
    "subscription",
    "publisher_name",
    "product",
    "sku",
    "order_id",
    "charge_type",
    "charged_from",
    "charged_until",
    "quantity",
    "unit_price",
    "subtotal",
    "tax",
    "total",
    "currency",
];

/// Whether an invoice of this number is the asker's own.
pub fn is_own_invoice(tx: &mut Tx<'_>, scope: &Scope, number: &str) -> Result<bool, StoreError> {
    if number.is_empty() || !scope.may(Act::See, Object::InvoiceLine, Relation::Own) {
        return Ok(false);
    }
    let sql = "select 1 from invoice_line where seller = $1 and invoice = $2 limit 1";
    Ok(tx
        .query_opt(sql, &[&scope.organisation, &number], |_| Ok(()))?
        .is_some())
}

/// Keeps a portion of a file, in the order of the file; `run` is the import it comes with. Portions of one run must
/// come one after the other, each once.
///
/// Usually all are new, and one insert does it. Where some are not, those that another file brought are taken over by
/// this run, and those that equal a line further up in this file are added beside it.
pub fn keep(
    tx: &mut Tx<'_>,
    scope: &Scope,
    seller: OrganisationId,
    run: Uuid,
    lines: &[InvoiceLine<'_>],
) -> Result<Kept, StoreError> {
    demand_import(scope, seller)?;
    let Some(first) = lines.first() else {
        return Ok(Kept::default());
    };
    // In the order of the key the insert walks the index once instead of jumping about in it.
    let mut order: Vec<&InvoiceLine<'_>> = lines.iter().collect();
    order.sort_unstable_by_key(|line| (line.invoice, line.digest, line.line));
    let mut rows: Vec<(&InvoiceLine<'_>, i64)> = Vec::with_capacity(order.len());
    for line in order {
        let ordinal = match rows.last() {
            Some((before, ordinal)) if is_same(before, line) => ordinal + 1,
            _ => 0,
        };
        rows.push((line, ordinal));
    }
    let added = insert(tx, seller, run, &rows)?;
    let missing = lines.len() as u64 - added;
    let mut kept = Kept { added, known: 0 };
    if missing > 0 {
        for group in rows.chunk_by(|(before, _), (line, _)| before.invoice == line.invoice) {
            let settled = settle(tx, seller, run, first.line, group)?;
            kept.added += settled.added;
            kept.known += settled.known;
        }
    }
    Ok(kept)
}

fn is_same(one: &InvoiceLine<'_>, other: &InvoiceLine<'_>) -> bool {
    one.digest == other.digest && one.invoice == other.invoice
}

fn insert(
    tx: &mut Tx<'_>,
    seller: OrganisationId,
    run: Uuid,
    rows: &[(&InvoiceLine<'_>, i64)],
) -> Result<u64, StoreError> {
    let text = |value: Option<_>| value.map_or(Value::Null, Value::Text);
    let values = rows.iter().map(|(line, ordinal)| {
        [
            Value::Uuid(seller.0),
            Value::Text(line.invoice),
            Value::Bytes(&line.digest),
            Value::Int(*ordinal),
            Value::Uuid(run),
            Value::Int(line.line),
            line.customer.map_or(Value::Null, |id| Value::Uuid(id.0)),
            text(line.subscription),
            text(line.publisher_name),
            text(line.product),
            text(line.sku),
            text(line.order_id),
            text(line.charge_type),
            text(line.charged_from),
            text(line.charged_until),
            text(line.quantity),
            text(line.unit_price),
            text(line.subtotal),
            text(line.tax),
            text(line.total),
            text(line.currency),
        ]
    });
    tx.insert_many("invoice_line", COLUMNS, "on conflict do nothing", values)
}

/// A line that was here when the insert was through.
struct Stored {
    ordinal: i64,
    run: Uuid,
    line: i64,
}

/// Finds a place for the lines of one invoice that the insert left out because their key was taken.
fn settle(
    tx: &mut Tx<'_>,
    seller: OrganisationId,
    run: Uuid,
    first_line: i64,
    rows: &[(&InvoiceLine<'_>, i64)],
) -> Result<Kept, StoreError> {
    let invoice = rows.first().map_or("", |(line, _)| line.invoice);
    let mut digests: Vec<&[u8]> = rows.iter().map(|(line, _)| line.digest.as_slice()).collect();
    digests.dedup();
    let mut stored: HashMap<Digest, Vec<Stored>> = HashMap::with_capacity(digests.len());
    tx.for_each::<StoreError>(
        "select digest, ordinal, run, line from invoice_line
         where seller = $1 and invoice = $2 and digest = any($3) order by digest, ordinal",
        &[&seller, &invoice, &digests],
        |row| {
            let digest = row.parse(0, |bytes: &[u8]| Digest::try_from(bytes).ok())?;
            let entry = Stored {
                ordinal: row.get(1)?,
                run: row.id(2)?,
                line: row.get(3)?,
            };
            stored.entry(digest).or_default().push(entry);
            Ok(())
        },
    )?;
    let mut kept = Kept::default();
    for equal in rows.chunk_by(|(before, _), (line, _)| before.digest == line.digest) {
        let Some(here) = equal.first().and_then(|(line, _)| stored.get(&line.digest)) else {
            continue;
        };
        let is_of_portion = |entry: &&Stored| entry.run == run && entry.line >= first_line;
        let inserted: Vec<i64> = here
            .iter()
            .filter(is_of_portion)
            .map(|entry| entry.line)
            .collect();
        let mut of_other_runs = here.iter().filter(|entry| entry.run != run);
        let mut next_ordinal = here.last().map_or(0, |entry| entry.ordinal + 1);
        for (line, _) in equal.iter().filter(|(line, _)| !inserted.contains(&line.line)) {
            if let Some(entry) = of_other_runs.next() {
                tx.execute(
                    "update invoice_line set run = $5, line = $6
                     where seller = $1 and invoice = $2 and digest = $3 and ordinal = $4",
                    &[
                        &seller,
                        &invoice,
                        &line.digest.as_slice(),
                        &entry.ordinal,
                        &run,
                        &line.line,
                    ],
                )?;
                kept.known += 1;
            } else {
                kept.added += insert(tx, seller, run, &[(line, next_ordinal)])?;
                next_ordinal += 1;
            }
        }
    }
    Ok(kept)
}
