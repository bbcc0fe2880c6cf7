//! Reconciliation lines, and what follows from them.

use std::path::PathBuf;

use firstline_domain::offer::SupportedBy;
use firstline_domain::party::Channel;
use firstline_hub::import::{Form, ImportError, Object, Request};
use firstline_store::{organisation, subscription};

use crate::{LINES, created, data, errors, world};

#[test]
fn reconciliation_lines_bring_what_they_tell() {
    world(|w| {
        w.settle();
        let report = w.lines("koru", LINES).unwrap();
        assert_eq!(errors(&report), []);
        assert_eq!(report.counts(Object::InvoiceLine).created, 5);
        assert_eq!(
            created(&report, Object::Organisation),
            2,
            "a customer and a publisher"
        );
        assert_eq!(created(&report, Object::Offer), 2);
        assert_eq!(created(&report, Object::Subscription), 2);
        assert_eq!(report.noted["import-noted-no-publisher"], 1);
        assert_eq!(report.noted["import-noted-own-product"], 1);
        let sold = w
            .hub
            .db()
            .read_blocking(|tx| subscription::by_handle(tx, &w.scope, "sub-1"))
            .unwrap()
            .unwrap();
        assert_eq!((sold.channel, sold.quantity), (Channel::DirectBill, Some(3)));
        assert_eq!(sold.customer, w.organisation("kunde").id);
        assert_eq!(sold.publisher, w.organisation("pinar").id, "found by its id");
        assert_eq!(w.organisation("new-customer").name, "New\nCustomer");
        assert_eq!(w.offer("pinar", "backup").supported_by, SupportedBy::Publisher);
        let price: String = w
            .hub
            .db()
            .read_blocking(|tx| {
                tx.query_one(
                    "select unit_price from invoice_line where subscription = $1",
                    &[&"sub-2"],
                    |row| row.get(0),
                )
            })
            .unwrap();
        assert_eq!(price, "1E-05", "not a digit is lost");

        let before = w.counts();
        let again = w.lines("koru", LINES).unwrap();
        assert!(again.seen_before && !again.changed());
        // Another file with the same lines and one more.
        let more = format!(
            "{LINES}{}\n",
            LINES.lines().nth(1).unwrap().replace("59.970", "60")
        );
        let report = w.lines("koru", &more).unwrap();
        let counts = report.counts(Object::InvoiceLine);
        assert_eq!((counts.created, counts.unchanged), (1, 5));
        assert_eq!(w.counts().iter().sum::<i64>(), before.iter().sum::<i64>() + 1);
    });
}

#[test]
fn a_line_finds_the_offer_whose_name_it_says() {
    world(|w| {
        w.settle();
        let listing = r#"[
          {"kind":"product","id":"product/x","identity":{"externalId":"quite-another-handle"},"type":"softwareAsAService"},
          {"kind":"listing","product":"product/x","languageId":"en-us","title":"Pınar Backup Pro"}]"#;
        w.listings("pinar", listing);
        let before = w.offers().len();
        let line = "CustomerId,CustomerName,InvoiceNumber,ProductId,ProductName,PublisherName,PublisherId,SubscriptionId,Subtotal\n\
            t-1,Delta,G1,DZH1,Pinar Backup Pro,Pınar Yazılım,pinar1580,s-1,5.00\n";
        let report = w.lines("koru", line).unwrap();
        assert_eq!(report.errors, 0, "{report:?}");
        assert_eq!(
            w.offers().len(),
            before,
            "no second offer is made of the same product"
        );
    });
}

const NAMED: &str = "\
CustomerId,CustomerName,InvoiceNumber,ProductId,ProductName,PublisherName,PublisherId,SubscriptionId,Subtotal
t-1,Delta,G1,DZH1,Backup,\"  PINAR YAZILIM \",,s-1,5.00
t-1,Delta,G1,DZH2,Vault,한빛소프트,hanbit77,s-2,5.00
t-1,Delta,G1,DZH3,Shield,Nobody Yet,,s-3,5.00
t-1,Delta,G1,DZH4,Sword,nobody  yet,,s-4,5.00
";

#[test]
fn a_line_finds_the_publisher_whose_name_it_says() {
    world(|w| {
        w.settle();
        let report = w.lines("koru", NAMED).unwrap();
        assert_eq!(errors(&report), []);
        assert_eq!(
            created(&report, Object::Organisation),
            2,
            "the customer, and the publisher that was not there"
        );
        for (publisher, offer) in [
            ("pinar", "backup"),
            ("hanbit", "vault"),
            ("nobody-yet", "shield"),
            ("nobody-yet", "sword"),
        ] {
            assert_eq!(w.offer(publisher, offer).publisher, w.organisation(publisher).id);
        }
        let by_id = w
            .hub
            .db()
            .read_blocking(|tx| organisation::by_alias(tx, &w.scope, "publisher-id", "hanbit77"))
            .unwrap();
        assert_eq!(
            by_id,
            Some(w.organisation("hanbit").id),
            "found by its id from now on"
        );
    });
}

#[test]
fn a_name_that_several_publishers_have_chooses_none_of_them() {
    world(|w| {
        w.settle();
        w.import(
            Form::Organisations,
            "handle,name,kinds\nother,pınar yazılım,publisher\n",
        );
        let lines = "CustomerId,CustomerName,InvoiceNumber,ProductId,ProductName,PublisherName,PublisherId,SubscriptionId,Subtotal\n\
            t-1,Delta,G1,DZH1,Backup,Pınar Yazılım,p-9,s-1,5.00\n\
            t-1,Delta,G1,DZH1,Backup,Pınar Yazılım,p-9,s-1,6.00\n";
        let report = w.lines("koru", lines).unwrap();
        assert_eq!(
            errors(&report),
            [(2, "PublisherName", "Pınar Yazılım", "import-publisher-ambiguous")],
            "said once for each product"
        );
        assert_eq!(created(&report, Object::InvoiceLine), 2, "the lines are kept");
        assert_eq!(created(&report, Object::Organisation), 1, "the customer");
        assert_eq!((w.count("offer"), w.count("subscription")), (0, 0));

        // What the problem says to do.
        let meant = "handle,name,kinds,publisher_id\nother,pınar yazılım,publisher,p-9\n";
        assert_eq!(errors(&w.import(Form::Organisations, meant)), []);
        let report = w.lines("koru", &lines.replace("G1", "G2")).unwrap();
        assert_eq!(errors(&report), []);
        assert_eq!(w.offer("other", "backup").publisher, w.organisation("other").id);
        assert_eq!(created(&report, Object::Subscription), 1);
    });
}

#[test]
fn a_provider_sells_through_the_reseller_that_a_line_names() {
    world(|w| {
        w.settle();
        let lines = LINES
            .replace("G1,,o1", "G1,1000003,o1")
            .replace("G1,-1,o2", "G1,777,o2");
        let report = w.lines("dagitim", &lines).unwrap();
        let sold = w
            .hub
            .db()
            .read_blocking(|tx| subscription::by_handle(tx, &w.scope, "sub-1"))
            .unwrap()
            .unwrap();
        assert_eq!(
            (sold.channel, sold.reseller),
            (Channel::Indirect, Some(w.organisation("bayi").id))
        );
        assert!(
            report
                .problems
                .iter()
                .any(|it| it.value == "777" && it.key == "import-doubt-reseller-unknown")
        );
    });
}

#[test]
fn lines_in_json_come_as_pages_arrays_and_lines() {
    world(|w| {
        w.settle();
        let item = |n: u32| {
            format!(
                r#"{{"customerId":"22222222-2222-4222-8222-222222222222","invoiceNumber":"G9","productName":"Backup {n}","publisherName":"Test","publisherId":"","subscriptionId":"u{n}","usageDate":"2024-03-0{n}T00:00:00Z","unitPrice":0.0209496384791679,"quantity":23.2,"billingPreTaxTotal":0.5,"links":{{"x":[1,{{}}]}}}}"#
            )
        };
        let page = format!(
            "{{\"totalCount\":2,\"items\":[{},{}],\"links\":{{}}}}\n",
            item(1),
            item(2)
        );
        let report = w.lines("koru", &page).unwrap();
        assert_eq!(report.counts(Object::InvoiceLine).created, 2, "{report:?}");
        let report = w
            .lines(
                "koru",
                &format!("[{}, {}, {{\"quantity\": \"many\"}}, 7, {{}}]", item(2), item(3)),
            )
            .unwrap();
        let counts = report.counts(Object::InvoiceLine);
        assert_eq!((counts.created, counts.unchanged), (1, 1));
        assert_eq!(
            errors(&report)
                .iter()
                .map(|it| (it.0, it.1, it.3))
                .collect::<Vec<_>>(),
            [
                (3, "quantity", "import-decimal"),
                (4, "", "import-json"),
                (5, "", "import-not-a-line")
            ]
        );
        let report = w.lines("koru", &format!("{}\n{}\n", item(4), item(5))).unwrap();
        assert_eq!(report.counts(Object::InvoiceLine).created, 2);
        assert!(matches!(
            w.lines("koru", &format!("[{}", item(6))),
            Err(ImportError::Json { item: 2 })
        ));
    });
}

#[test]
fn real_billing_samples_load() {
    world(|w| {
        w.settle();
        let Some(directory) = data("billing") else { return };
        let mut files: Vec<PathBuf> = std::fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|it| it == "json"))
            .collect();
        files.sort();
        let mut lines = 0;
        for file in &files {
            let request = Request {
                seller: Some("koru".to_owned()),
                ..Request::new(Form::Reconciliation, file)
            };
            let report = w.run(&request).unwrap();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let counts = report.counts(Object::InvoiceLine);
            if name.contains("lineitems") || name.contains("line-items") || name.contains("invoiceline") {
                assert_eq!(report.errors, 0, "{name}: {:?}", report.problems);
                assert_eq!(counts.created + counts.unchanged, report.rows, "{name}");
                lines += report.rows;
            }
            assert!(w.run(&request).unwrap().seen_before);
        }
        assert!(lines >= 14, "{lines}");
        assert_eq!(w.offer("nginx-inc", "nginx-plus").kind, "saas-licence");
    });
}
