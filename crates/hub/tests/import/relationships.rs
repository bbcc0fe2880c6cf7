//! Who sells to whom, and through whom.

use firstline_hub::import::{Form, Object};

use crate::{RELATIONSHIPS, created, errors, world};

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
