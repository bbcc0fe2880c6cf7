//! Real input: each form of file, what is wrong in files, files that come again, and imports that are cut off.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test says what it wanted by failing"
)]

mod authorisations;
mod catalogue;
mod every_form;
mod listings;
mod organisations;
mod people;
mod reconciliation;
mod relationships;
mod subscriptions;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use firstline_domain::offer::Offer;
use firstline_domain::organisation::Organisation;
use firstline_domain::policy::Policy;
use firstline_domain::scope::Scope;
use firstline_hub::import::{Form, ImportError, Object, Report, Request, Severity};
use firstline_hub::{Hub, Keys, POLICIES};
use firstline_store::db::Db;
use firstline_store::testing::on_each_engine;
use firstline_store::{offer, organisation};
use uuid::Uuid;

/// A hub with an operator, a place for files, and who imports.
struct World {
    hub: Hub,
    scope: Scope,
    directory: PathBuf,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

impl World {
    fn new(db: Db) -> Self {
        let hub = Hub::new(db, Policy::parse(POLICIES[0].1).unwrap(), Keys::in_memory());
        let scope = hub.own_scope("operator", "Microsoft").unwrap();
        let directory = std::env::temp_dir().join(format!("firstline-import-{}", Uuid::now_v7().simple()));
        std::fs::create_dir(&directory).unwrap();
        World {
            hub,
            scope,
            directory,
        }
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.directory.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn run(&self, request: &Request) -> Result<Report, ImportError> {
        self.hub
            .import(&self.scope, request, &mut |_| ControlFlow::Continue(()))
    }

    fn import(&self, form: Form, content: &str) -> Report {
        let request = Request::new(form, self.file(&format!("{}.in", form.as_str()), content));
        self.run(&request).unwrap()
    }

    fn listings(&self, publisher: &str, content: &str) -> Report {
        let file = self.file("listings.json", content);
        let request = Request {
            publisher: Some(publisher.to_owned()),
            ..Request::new(Form::Listings, file)
        };
        self.run(&request).unwrap()
    }

    fn lines(&self, seller: &str, content: &str) -> Result<Report, ImportError> {
        let file = self.file("lines.in", content);
        self.run(&Request {
            seller: Some(seller.to_owned()),
            ..Request::new(Form::Reconciliation, file)
        })
    }

    fn catalogue(&self, mapping: &str, file: &Path) -> Report {
        let request = Request {
            mapping: Some(mapping.into()),
            ..Request::new(Form::Catalogue, file)
        };
        self.run(&request).unwrap()
    }

    fn organisation(&self, handle: &str) -> Organisation {
        let found = self
            .hub
            .db()
            .read_blocking(|tx| organisation::by_handle(tx, &self.scope, handle))
            .unwrap();
        found.unwrap_or_else(|| panic!("no organisation {handle}"))
    }

    fn offer(&self, publisher: &str, handle: &str) -> Offer {
        let found = self
            .hub
            .db()
            .read_blocking(|tx| offer::by_handle(tx, &self.scope, publisher, handle))
            .unwrap();
        found.unwrap_or_else(|| panic!("no offer {publisher}/{handle}"))
    }

    fn offers(&self) -> Vec<Offer> {
        let mut all = Vec::new();
        self.hub
            .db()
            .read_blocking(|tx| {
                all.clear();
                offer::for_each(tx, |found| {
                    all.push(found.offer);
                    Ok(())
                })
            })
            .unwrap();
        all
    }

    fn count(&self, table: &str) -> i64 {
        let sql = format!("select count(*) from {table}");
        self.hub
            .db()
            .read_blocking(|tx| tx.query_one(&sql, &[], |row| row.get(0)))
            .unwrap()
    }

    /// How many rows everything that an import writes has, but for the imports themselves.
    fn counts(&self) -> Vec<i64> {
        [
            "organisation",
            "relationship",
            "person",
            "offer",
            "offer_authorisation",
            "subscription",
            "invoice_line",
        ]
        .iter()
        .map(|table| self.count(table))
        .collect()
    }

    /// The parties that most stories need.
    fn settle(&self) {
        let report = self.import(Form::Organisations, ORGANISATIONS);
        assert_eq!(report.errors, 0, "{:?}", report.problems);
        let report = self.import(Form::Relationships, RELATIONSHIPS);
        assert_eq!(report.errors, 0, "{:?}", report.problems);
    }
}

fn world(test: impl Fn(&World)) {
    on_each_engine(|db| test(&World::new(db)));
}

/// Line, column, value and reason of each problem that left something out.
fn errors(report: &Report) -> Vec<(u64, &str, &str, &str)> {
    report
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| {
            (
                problem.line,
                problem.column.as_str(),
                problem.value.as_str(),
                problem.key,
            )
        })
        .collect()
}

fn created(report: &Report, object: Object) -> u64 {
    report.counts(object).created
}

const ORGANISATIONS: &str = "\
handle,name,kinds,country,tenant_id,mpn_id,publisher_id,desk_name,desk_email,desk_hours,desk_languages,first_response_a_minutes,price,orphaned
pinar,Pınar Yazılım,publisher,TR,,,pinar1580,Destek,destek@pinar.example,Mon-Fri 09:00-18:00 Europe/Istanbul,tr;en,,,
hanbit,한빛소프트,publisher,KR,,,,,,,,,,yes
koru,Koru Bilişim,partner,TR,11111111-AAAA-4aaa-8aaa-111111111111,1000001,,Koru,destek@koru.example,24x7,tr,60,\"Included, always\",
dagitim,Dağıtım A.Ş.,provider,TR,,1000002,,,,,,,,
bayi,Bayi Ltd,reseller,TR,,1000003,,,,,,,,
otro,Otro Revendedor,reseller,ES,,,,,,,,,,
kunde,Künde GmbH,customer,de,22222222-2222-4222-8222-222222222222,,,,,,,,,
cliente,Cliente S.A.,customer,ES,,,,,,,,,,
";

const RELATIONSHIPS: &str = "\
kind,organisation,other,since,until
provider-reseller,dagitim,bayi,2024-01-01,
partner-customer,bayi,kunde,2024-02-01,
partner-customer,koru,cliente,,
";

const LISTING: &str = r#"{"$schema":"https://schema.mp.microsoft.com/schema/resource-tree/2022-03-01-preview5","root":"product/0b1","target":{"targetType":"live"},"resources":[
 {"$schema":"https://schema.mp.microsoft.com/schema/listing/2022-03-01-preview5","id":"listing/0b1/public/main/default/tr-tr","product":"product/0b1","languageId":"tr-tr","title":"Pınar Yedek","description":"<p>Bulutta <b>yedek</b>.</p><script>alert(1)</script><p>Kolay.</p>","supportContact":{"name":"Destek","email":"destek@pinar.example"}},
 {"$schema":"https://schema.mp.microsoft.com/schema/listing/2022-03-01-preview5","product":"product/0b1","languageID":"en-us","title":"Pınar Backup","searchResultSummary":"Backup in the cloud","description":"<div>Backup</div>","privacyPolicyLink":"https://pinar.example/privacy","globalSupportWebsite":"https://pinar.example/support","generalLinks":[{"displayText":"Administrator guide","link":"https://pinar.example/docs"}],"supportContact":{"name":"Support","email":"support@pinar.example","phone":"+90 212 000 00 00","hours":"Mon-Fri 09:00-18:00 Europe/Istanbul","languages":["tr","en"]},"engineeringContact":{"name":"Engineering","email":"eng@pinar.example"},"cloudSolutionProviderContact":{"name":"CSP","email":"csp@pinar.example"},"cloudSolutionProviderMarketingMaterials":"https://pinar.example/csp","lifecycleState":"generallyAvailable"},
 {"$schema":"https://schema.mp.microsoft.com/schema/product/2022-03-01-preview5","id":"product/0b1","identity":{"externalId":"pinar-backup"},"type":"softwareAsAService","alias":"Backup"},
 {"$schema":"https://schema.mp.microsoft.com/schema/reseller/2022-03-01-preview5","product":"product/0b1","resellerChannelState":"some","audiences":[{"type":"tenant","id":"11111111-aaaa-4aaa-8aaa-111111111111"},"bayi","nobody"]},
 {"$schema":"https://schema.mp.microsoft.com/schema/plan/2022-03-01-preview5","id":"plan/0b1/p1","product":"product/0b1","identity":{"externalId":"team"},"alias":"Team"},
 {"$schema":"https://schema.mp.microsoft.com/schema/price-and-availability-plan/2022-03-01-preview5","product":"product/0b1","plan":"plan/0b1/p1","markets":["tr","es"],"pricing":{"recurrentPrice":{"prices":[{"pricePerPaymentInUsd":19.99,"billingTerm":{"type":"month","value":1}}]}}},
 {"$schema":"https://schema.mp.microsoft.com/schema/property/2022-03-01-preview5","product":"product/0b1","categories":{"it-management":["backup"]}},
 {"$schema":"https://firstline.example/schema/firstline-agreement/1","product":"product/0b1","title":"Customer agreement","url":"https://pinar.example/terms","hours":"24x7","targets":[{"severity":"A","first_response_minutes":60}]}
]}"#;

const LINES: &str = "\u{feff}PartnerId,CustomerId,CustomerName,CustomerCountry,InvoiceNumber,ResellerMpnId,OrderId,OrderDate,ProductId,SkuId,ProductName,SkuName,ChargeType,UnitPrice,Quantity,Subtotal,TaxTotal,TotalForCustomer,Currency,PublisherName,PublisherId,SubscriptionId,ChargeStartDate,ChargeEndDate,TermAndBillingCycle
p,22222222-2222-4222-8222-222222222222,Künde GmbH,DE,G1,,o1,2024-03-01T00:00:00Z,DZH1,0001,Backup,Team,new,19.990,3,59.970,0,59.97,USD,Pınar Yazılım,pinar1580,sub-1,2024-03-01T00:00:00Z,2024-03-31T00:00:00Z,1 Month
p,22222222-2222-4222-8222-222222222222,Künde GmbH,DE,G1,,o1,2024-03-01T00:00:00Z,DZH1,0001,Backup,Team,new,19.990,3,59.970,0,59.97,USD,Pınar Yazılım,pinar1580,sub-1,2024-03-01T00:00:00Z,2024-03-31T00:00:00Z,1 Month
p,33333333-3333-4333-8333-333333333333,\"New
Customer\",KR,G1,-1,o2,3/1/2024,DZH2,0001,Firewall,Big,new,1E-05,1,0.00001,0,0.00001,USD,Nginx Works,999,sub-2,3/1/2024,3/31/2024,1 Year
p,33333333-3333-4333-8333-333333333333,New Customer,KR,G1,,o3,2024-03-01,CFQ7,0001,Office,E3,new,9,1,9,0,9,USD,Microsoft Corporation,1,sub-3,2024-03-01,2024-03-31,
p,33333333-3333-4333-8333-333333333333,New Customer,KR,G1,,o4,2024-03-01,,,,,credit,,,-1.5,0,-1.5,USD,,,,2024-03-01,2024-03-31,
";

/// Data that is not part of the project; absent in most places.
fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data")
        .join(name);
    if !path.exists() {
        eprintln!("not tried: {} is absent", path.display());
        return None;
    }
    Some(path)
}
