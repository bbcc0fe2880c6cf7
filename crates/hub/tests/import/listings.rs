//! Listings, as publishers ingest them.

use firstline_domain::offer::{ContactKind, OfferState, OptIn, ResourceKind};
use firstline_domain::subscription::Term;
use firstline_hub::import::{Object, Severity};

use crate::{LISTING, created, errors, world};

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
