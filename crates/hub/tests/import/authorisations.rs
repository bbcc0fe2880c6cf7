//! Who may buy an exclusive offer.

use firstline_hub::import::{Form, Object};

use crate::{LISTING, created, errors, world};

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
