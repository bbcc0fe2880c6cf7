//! What becomes of a sign-in under way, a client secret and a domain when the hub's keys are renewed, retired or lost.

use std::sync::atomic::{AtomicI64, Ordering};

use firstline_hub::Keys;
use firstline_hub::keys::{COUNTS_AFTER, Written};
use firstline_hub::sign_on::NewProvider;
use firstline_hub::store::testing::{Place, on_each_engine};
use jiff::{SignedDuration, Timestamp};

use crate::world::{now, run};
use crate::{DOMAIN, Stage, nora, refused};

#[test]
fn a_provider_lets_people_in_while_keys_come_and_go_and_no_longer_once_they_are_lost() {
    static AHEAD: AtomicI64 = AtomicI64::new(0);
    fn clock() -> Timestamp {
        now() + SignedDuration::from_secs(AHEAD.load(Ordering::SeqCst))
    }
    on_each_engine(|db| {
        // What the provider says is dated now.
        AHEAD.store(-COUNTS_AFTER.as_secs(), Ordering::SeqCst);
        let (place, other) = (Place::sqlite(), Place::sqlite());
        let [keys, others] = [&place, &other].map(|it| Keys::beside(&it.directory().unwrap().join("hub.db")));
        let stage = Stage::at(db, clock).with_keys(keys, clock);
        stage.gets_ready();
        let hub = stage.hub();
        let verified = || refused(run(hub.verify_domain(&stage.admin, DOMAIN)));
        let line = || run(hub.sign_on(&stage.admin)).unwrap().line.unwrap();
        let before = line();

        let begun = stage.begin(&format!("nora@{DOMAIN}")).unwrap();
        run(hub.renew_keys(Written::InPlace)).unwrap();
        AHEAD.store(0, Ordering::SeqCst);
        let answered = stage.provider.lets_in(&begun.url, &nora());
        assert_eq!(
            refused(stage.finish(&begun.held, &answered)),
            "done",
            "under way meanwhile"
        );
        assert_ne!(line(), before);
        assert_eq!(verified(), "done", "the line of the older key");

        let retired = run(hub.retire_keys(Written::InPlace)).unwrap();
        assert_eq!(retired.done.sealed, 1);
        assert_eq!(refused(stage.signs_in(&nora())), "done");
        assert_eq!(verified(), "error-domain-silent");
        stage.provider.says_of_its_domain(&line());
        assert_eq!(verified(), "done");

        let stage = stage.with_keys(others, clock);
        assert_eq!(refused(stage.signs_in(&nora())), "error-sign-on-unusable");
        let again = NewProvider {
            version: run(stage.hub().sign_on(&stage.admin)).unwrap().provider.version,
            ..stage.settings()
        };
        run(stage.hub().set_sign_on(&stage.admin, again)).unwrap();
        assert_eq!(
            refused(stage.signs_in(&nora())),
            "done",
            "the secret was entered again"
        );
    });
}
