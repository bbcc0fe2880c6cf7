//! Real input: each form of file, what is wrong in files, files that come again, and imports that are cut off.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test says what it wanted by failing"
)]

use std::cell::Cell;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use firstline_domain::lang::Lang;
use firstline_domain::offer::{Contact, ContactKind, Offer, OfferState, OptIn, ResourceKind, SupportedBy};
use firstline_domain::organisation::Organisation;
use firstline_domain::party::{Channel, PartyKind};
use firstline_domain::policy::Policy;
use firstline_domain::scope::Scope;
use firstline_domain::subscription::Term;
use firstline_hub::import::{Form, ImportError, MAPPINGS, Object, Report, Request, Severity};
use firstline_hub::{Hub, POLICIES};
use firstline_store::db::Db;
use firstline_store::testing::on_each_engine;
use firstline_store::{offer, organisation, subscription};
use proptest::prelude::*;
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
        let hub = Hub::new(db, Policy::parse(POLICIES[0].1).unwrap());
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
fn relationships_fit_the_parts_that_organisations_play() {
    world(|w| {
        w.settle();
        let report = w.import(
            Form::Relationships,
            "kind,organisation,other,since,until\n\
             provider-reseller,koru,bayi,2024-01-01,\n\
             partner-customer,bayi,bayi,2024-01-01,\n\
             partner-customer,nobody,kunde,2024-01-01,\n\
             partner-customer,bayi,cliente,2024-02-01,2024-01-01\n\
             marriage,bayi,cliente,soon,\n\
             partner-customer,otro,cliente,2024-01-01,2025-01-01\n",
        );
        assert_eq!(
            errors(&report),
            [
                (3, "other", "bayi", "import-related-to-itself"),
                (5, "until", "2024-01-01", "import-until-before-since"),
                (6, "kind", "marriage", "import-word"),
                (6, "since", "soon", "import-date"),
                (2, "organisation", "koru", "import-not-of-this-kind"),
                (4, "organisation", "nobody", "import-no-organisation"),
            ]
        );
        assert_eq!(created(&report, Object::Relationship), 1);
        assert!(!w.import(Form::Relationships, RELATIONSHIPS).changed());
    });
}

#[test]
fn people_stay_with_their_organisation() {
    world(|w| {
        w.settle();
        let people = "handle,organisation,name,email,roles,language\nayse,pinar,Ayşe,ayse@pinar.example,owner;manager,tr\n";
        assert_eq!(created(&w.import(Form::People, people), Object::Person), 1);
        assert!(!w.import(Form::People, people).changed());
        let moved = w.import(Form::People, &people.replace("pinar,Ayşe", "koru,Ayşe"));
        assert_eq!(errors(&moved), [(2, "handle", "ayse", "import-person-elsewhere")]);
    });
}

#[test]
fn subscriptions_fit_their_channel() {
    world(|w| {
        w.settle();
        w.listings("pinar", LISTING);
        let head = "handle,seller,reseller,customer,publisher,offer,plan,channel,state,quantity,term,purchased_at,renewed_at,support_contact\n";
        let good = format!(
            "{head}s1,koru,,cliente,pinar,pinar-backup,team,direct-bill,active,5,annual,2024-03-01,2025-03-01T00:00:00Z,\n\
             s2,dagitim,bayi,kunde,pinar,pinar-backup,,indirect,,,,,,reseller\n\
             s3,operator,,cliente,pinar,pinar-backup,,direct,trial,,,,,\n"
        );
        let report = w.import(Form::Subscriptions, &good);
        assert_eq!(errors(&report), []);
        assert_eq!(created(&report, Object::Subscription), 3);
        assert!(!w.import(Form::Subscriptions, &good).changed());
        // A support contact that stands is not taken back by a file that does not say.
        let silent = good.replace("reseller\n", "\n");
        assert!(!w.import(Form::Subscriptions, &silent).changed());

        let report = w.import(
            Form::Subscriptions,
            &format!(
                "{head}a,koru,,cliente,pinar,pinar-backup,,indirect,,,,,,\n\
                 b,koru,bayi,kunde,pinar,pinar-backup,,indirect,,,,,,\n\
                 c,dagitim,otro,cliente,pinar,pinar-backup,,indirect,,,,,,\n\
                 d,dagitim,bayi,cliente,pinar,pinar-backup,,indirect,,,,,,reseller\n\
                 e,koru,,cliente,pinar,nothing,,direct-bill,,,,,,\n\
                 f,koru,,cliente,pinar,pinar-backup,,direct-bill,asleep,-3,,2025-01-01,2024-01-01,provider\n"
            ),
        );
        assert_eq!(
            errors(&report),
            [
                (2, "reseller", "", "import-indirect-needs-reseller"),
                (7, "state", "asleep", "import-word"),
                (7, "quantity", "-3", "import-whole"),
                (
                    7,
                    "renewed_at",
                    "2024-01-01T00:00:00Z",
                    "import-renewed-before-purchase"
                ),
                (7, "support_contact", "provider", "import-support-contact"),
                (3, "seller", "koru", "import-not-of-this-kind"),
                (3, "reseller", "bayi", "import-not-related-to-provider"),
                (4, "reseller", "otro", "import-not-related-to-provider"),
                (5, "support_contact", "bayi", "import-not-related-to-customer"),
                (6, "offer", "nothing", "import-no-offer"),
            ]
        );
    });
}

#[test]
fn a_resource_tree_becomes_one_offer_in_all_its_languages() {
    world(|w| {
        w.settle();
        let report = w.listings("pinar", LISTING);
        assert_eq!(errors(&report), []);
        assert_eq!(
            (
                created(&report, Object::Offer),
                created(&report, Object::Authorisation)
            ),
            (1, 2)
        );
        assert!(
            report
                .problems
                .iter()
                .any(|it| it.value == "nobody" && it.severity == Severity::Doubt)
        );
        let offer = w.offer("pinar", "pinar-backup");
        assert_eq!(
            (offer.kind.as_str(), offer.state, offer.opt_in),
            ("saas-licence", OfferState::Live, OptIn::Selected)
        );
        assert_eq!(offer.listings.keys().collect::<Vec<_>>(), ["en", "tr"]);
        assert_eq!(offer.listings["tr"].description, "Bulutta yedek.\n\nKolay.");
        let support = offer.contact(ContactKind::CustomerSupport).unwrap();
        assert_eq!(support.email.as_deref(), Some("support@pinar.example"));
        assert_eq!(support.url.as_deref(), Some("https://pinar.example/support"));
        assert_eq!(support.languages, ["tr", "en"]);
        assert!(
            offer.contact(ContactKind::Programme).is_some()
                && offer.contact(ContactKind::Engineering).is_some()
        );
        let kinds: Vec<ResourceKind> = offer.resources.iter().map(|resource| resource.kind).collect();
        assert_eq!(
            kinds,
            [
                ResourceKind::Documentation,
                ResourceKind::ProgrammeMarketing,
                ResourceKind::Privacy
            ]
        );
        assert_eq!(
            (offer.plans[0].handle.as_str(), offer.plans[0].price_minor),
            ("team", Some(1999))
        );
        assert_eq!(offer.markets, ["ES", "TR"]);
        assert_eq!(offer.categories, ["it-management"]);
        assert_eq!(offer.agreement.unwrap().targets[0].first_response_minutes, 60);
        assert!(!w.listings("pinar", LISTING).changed());
    });
}

#[test]
fn one_listing_alone_changes_only_what_it_says() {
    world(|w| {
        w.settle();
        w.listings("pinar", LISTING);
        let one = r#"{"$schema":"https://schema.mp.microsoft.com/schema/listing/2022-03-01-preview5","product":"product/0b1","kind":"softwareAsAService","languageId":"ko-kr","title":"백업","supportContact":{"name":"지원","email":"ko@gmail.com"}}"#;
        let report = w.listings("pinar", one);
        assert_eq!(report.counts(Object::Offer).updated, 1, "{report:?}");
        assert!(
            report
                .problems
                .iter()
                .any(|it| it.key == "import-doubt-personal-mailbox" && it.value == "ko@gmail.com")
        );
        let offer = w.offer("pinar", "pinar-backup");
        assert_eq!(offer.listings.len(), 3);
        assert_eq!((offer.opt_in, offer.plans.len()), (OptIn::Selected, 1));
        // The form says no hours: those that stand stay.
        assert!(
            offer
                .contact(ContactKind::CustomerSupport)
                .unwrap()
                .hours
                .is_some()
        );
        // JSON lines and arrays of new products.
        let two = r#"{"product":{"externalId":"Second Thing"},"kind":"azureContainer","languageId":"en-us","title":"Second"}
                     {"product":{"externalId":"third"},"kind":"rocket","languageId":"en-us","title":"Third"} 5"#;
        let report = w.listings("pinar", two);
        assert_eq!(
            errors(&report),
            [
                (3, "", "", "import-not-a-resource"),
                (2, "/type", "rocket", "import-word")
            ]
        );
        assert_eq!(w.offer("pinar", "second-thing").kind, "container");
        assert!(
            report
                .problems
                .iter()
                .any(|it| it.key == "import-doubt-no-contact")
        );
    });
}

#[test]
fn a_plan_may_say_its_name_term_and_price_itself() {
    world(|w| {
        w.settle();
        let plan = r#"[
          {"kind":"product","id":"product/meter","identity":{"externalId":"meter"},"type":"softwareAsAService"},
          {"kind":"listing","product":"product/meter","languageId":"en-us","title":"Meter"},
          {"kind":"plan","id":"plan/meter/use","product":"product/meter","identity":{"externalId":"use"},
           "displayName":"Pay as you go","term":"metered","price":{"amount":"1200","currency":"KRW"}}]"#;
        let report = w.listings("pinar", plan);
        assert_eq!(errors(&report), [], "{report:?}");
        let offer = w.offer("pinar", "meter");
        assert_eq!(offer.kind, "saas-metered");
        let plan = &offer.plans[0];
        assert_eq!(
            (plan.name.as_str(), plan.term, plan.price_minor),
            ("Pay as you go", Some(Term::Metered), Some(1200))
        );
        let wrong = plan_with(r#""price":{"amount":"12.345","currency":"USD"}"#);
        assert_eq!(
            errors(&w.listings("pinar", &wrong)),
            [(3, "/price/amount", "12.345", "import-decimal")]
        );
    });
}

fn plan_with(field: &str) -> String {
    format!(
        r#"[{{"kind":"product","id":"product/m","identity":{{"externalId":"m"}},"type":"softwareAsAService"}},
            {{"kind":"listing","product":"product/m","languageId":"en-us","title":"M"}},
            {{"kind":"plan","id":"plan/m/p","product":"product/m","identity":{{"externalId":"p"}},{field}}}]"#
    )
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
        let line = "CustomerId,CustomerName,InvoiceNumber,ProductId,ProductName,PublisherId,SubscriptionId,Subtotal\n\
            t-1,Delta,G1,DZH1,Pinar Backup Pro,pinar1580,s-1,5.00\n";
        let report = w.lines("koru", line).unwrap();
        assert_eq!(report.errors, 0, "{report:?}");
        assert_eq!(
            w.offers().len(),
            before,
            "no second offer is made of the same product"
        );
    });
}

#[test]
fn authorisations_name_sellers() {
    world(|w| {
        w.settle();
        w.listings("pinar", LISTING);
        let rows =
            "publisher,offer,seller\npinar,pinar-backup,dagitim\npinar,pinar-backup,kunde\npinar,none,koru\n";
        let report = w.import(Form::Authorisations, rows);
        assert_eq!(
            errors(&report),
            [
                (3, "seller", "kunde", "import-not-of-this-kind"),
                (4, "offer", "none", "import-no-offer")
            ]
        );
        assert_eq!(created(&report, Object::Authorisation), 1);
        assert!(!w.import(Form::Authorisations, rows).changed());
    });
}

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

#[test]
fn a_mapping_reads_a_catalogue() {
    world(|w| {
        let mapping = w.file(
            "mapping.toml",
            r#"
            name = "Test"
            publisher = { id = "vendor", name = "vendor_name", unknown = { handle = "nobody", name = "Not stated", orphaned = true } }
            offer.handle = "sku"
            offer.title = ["title", "sku"]
            offer.kind = { column = "type", words = { vm = "virtual-machine" }, default = "saas-licence" }
            offer.state = { rules = [{ column = "stopped", is = "true", gives = "stop-sell" }], default = "live" }
            offer.categories = { column = "tags", split = ";", without = ["x"] }
            contact = [{ kind = "customer-support", email = "mail" }]
            resource = [{ kind = "privacy", url = "privacy" }]
            "#,
        );
        let file = w.file(
            "catalogue.csv",
            "vendor,vendor_name,sku,title,type,stopped,tags,mail,privacy\n\
             v1,Vendor One,a,Alpha,vm,true,x;b;b;c,support@one.example,https://one.example\n\
             v1,,b,,,,,two@a.example; three@b.example,one.example/privacy\n\
             ,,c,Gamma,,,,,\n\
             v1,,a,Again,,,,,\n\
             v1,,d,Delta,rocket,,,,\n",
        );
        let mapping = mapping.to_str().unwrap();
        let report = w.catalogue(mapping, &file);
        assert_eq!(
            errors(&report),
            [
                (5, "sku", "a", "import-offer-twice"),
                (6, "type", "rocket", "import-word")
            ]
        );
        let alpha = w.offer("v1", "a");
        assert_eq!(
            (alpha.kind.as_str(), alpha.state),
            ("virtual-machine", OfferState::StopSell)
        );
        assert_eq!(alpha.categories, ["b", "c"]);
        assert_eq!(w.organisation("v1").name, "Vendor One");
        assert!(w.organisation("nobody").orphaned);
        let doubts: Vec<_> = report
            .problems
            .iter()
            .filter(|it| it.severity == Severity::Doubt)
            .map(|it| (it.line, it.key))
            .collect();
        assert!(
            doubts.contains(&(3, "import-doubt-malformed-email")),
            "{doubts:?}"
        );
        assert!(
            doubts.contains(&(3, "import-doubt-resource-url"))
                && doubts.contains(&(4, "import-doubt-no-contact"))
        );
        let again = w.catalogue(mapping, &file);
        assert!(!again.changed(), "{again:?}");

        let other = w.file("other.csv", "vendor,sku\nv1,a\n");
        let request = Request {
            mapping: Some(mapping.into()),
            ..Request::new(Form::Catalogue, other)
        };
        assert!(
            matches!(w.run(&request), Err(ImportError::Columns(columns)) if columns.contains("vendor_name"))
        );
        let broken = w.file("broken.toml", "name = 5");
        let request = Request {
            mapping: Some(broken),
            ..request
        };
        assert!(matches!(w.run(&request), Err(ImportError::Mapping { .. })));
    });
}

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

#[test]
fn the_real_catalogues_load_whole() {
    world(|w| {
        let tries = [
            ("sentinel-solutions", "offers/azure_sentinel_solutions.csv", 544),
            (
                "powerplatform-connectors",
                "offers/powerplatform_connectors.csv",
                608,
            ),
        ];
        let mut total = 0;
        for (mapping, name, rows) in tries {
            assert!(MAPPINGS.iter().any(|(own, _)| *own == mapping));
            let Some(file) = data(name) else { continue };
            let report = w.catalogue(mapping, &file);
            assert_eq!(errors(&report), [], "{name}");
            assert_eq!(
                (report.rows, created(&report, Object::Offer)),
                (rows, rows),
                "{name}"
            );
            let again = w.catalogue(mapping, &file);
            assert!(!again.changed(), "{name}: {:?}", again.changes);
            total += rows;
        }
        let offers = w.offers();
        assert_eq!(offers.len() as u64, total);
        if total == 1_152 {
            // The tier decides who supports it, whoever the publisher of record is.
            let cortex = w.offer("defendlimited1682894612656", "cortex-xdr-connector");
            assert_eq!(cortex.supported_by, SupportedBy::Operator);
            assert_eq!(
                w.organisation("defendlimited1682894612656").name,
                "DEFEND Limited"
            );
            assert_eq!(
                w.offer("azuresentinel", "azure-sentinel-solution-isvtesting12")
                    .supported_by,
                SupportedBy::Publisher
            );
            let unreachable = |offer: &&Offer| {
                offer.kind == "connector" && !offer.contacts.iter().any(Contact::is_reachable)
            };
            assert_eq!(offers.iter().filter(unreachable).count(), 37);
            assert!(w.organisation("sentinel-publisher-not-stated").orphaned);
        }
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
        let mut scope = w.scope.clone();
        scope.kinds = vec![PartyKind::Partner];
        let refused = w.hub.import(&scope, &request, &mut |_| ControlFlow::Continue(()));
        assert_eq!(refused.unwrap_err().key(), "error-not-allowed");
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
