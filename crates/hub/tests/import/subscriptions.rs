//! Subscriptions, by the channel they were bought through.

use firstline_hub::import::{Form, Object};

use crate::{LISTING, created, errors, world};

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
