//! Catalogues of other systems, read by a mapping.

use firstline_domain::offer::{Contact, Offer, OfferState, SupportedBy};
use firstline_hub::import::{Form, ImportError, MAPPINGS, Object, Request, Severity};

use crate::{created, data, errors, world};

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
