//! What becomes of links, apps and letters when the hub's keys are renewed, retired or lost.

use std::fs;
use std::path::{Path, PathBuf};

use crate::world::run;
use firstline_domain::scope::Scope;
use firstline_hub::audit::Sought;
use firstline_hub::keys::{COUNTS_AFTER, Fault, InUse, KeysError, Retirement, Written};
use firstline_hub::sign_in::Visitor;
use firstline_hub::store::db::Db;
use firstline_hub::store::testing::{Place, on_each_engine};
use firstline_hub::{Hub, HubError, Keys};
use jiff::Timestamp;

use crate::story::*;

fn file(place: &Place) -> PathBuf {
    place.directory().unwrap().join("hub.keys")
}

/// A story on a hub whose keys stand in a file that its first key was put into.
fn story(db: Db, clock: fn() -> Timestamp, file: &Path) -> Story {
    let mut story = Story::new(db, clock);
    story.world.hub = story.world.hub_with(Keys::at(file), clock);
    run(story.hub().renew_keys(Written::InPlace)).unwrap();
    story
}

fn in_use(hub: &Hub) -> InUse {
    run(hub.keys_in_use()).unwrap()
}

/// The key that signs and seals now.
fn current(hub: &Hub) -> String {
    let InUse { keys, .. } = in_use(hub);
    keys.into_iter().find(|key| key.is_current).unwrap().id
}

/// A link for a new password of somebody, and the key that signed it.
fn reset(story: &Story, visitor: &Visitor, handle: &str) -> (String, String) {
    run(story.hub().ask_reset(&email(handle), &here())).unwrap();
    let link = story.letter(visitor, &email(handle));
    let key = link.split('.').nth(1).unwrap().to_owned();
    (link, key)
}

fn opens(hub: &Hub, link: &str) -> bool {
    run(hub.open_link(link)).is_ok()
}

fn unusable<T>(done: Result<T, HubError>) -> KeysError {
    match done.map(drop) {
        Err(HubError::Keys(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_an_older_key_signed_and_sealed_counts_until_it_is_retired() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let place = Place::sqlite();
        let file = file(&place);
        let story = story(db, clock, &file);
        let hub = story.hub();
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let (app, _) = story.add_second_factor(&elif);
        let first = current(hub);
        let (early, key) = reset(&story, &elif, "elif");
        assert_eq!(key, first);
        assert!(matches!(unusable(run(hub.retirement())), KeysError::Alone));

        let renewed = run(hub.renew_keys(Written::InPlace)).unwrap();
        assert_eq!(renewed.since, clock() + COUNTS_AFTER);
        assert_eq!(
            reset(&story, &elif, "elif").1,
            first,
            "not every process knows the new one yet"
        );
        match unusable(run(hub.retire_keys(Written::InPlace))) {
            KeysError::Pending { since } => assert_eq!(since, renewed.since),
            error => panic!("{error}"),
        }

        wait(COUNTS_AFTER.as_secs());
        let (late, key) = reset(&story, &elif, "elif");
        assert_eq!(key, renewed.id);
        assert!(opens(hub, &early) && opens(hub, &late));
        let enter = || {
            wait(30);
            let step = story.as_far_as_the_code("elif");
            run(hub.sign_in_by_code(&step, &story.code(&app), &here())).unwrap()
        };
        let session = enter();
        let sealed: Vec<u64> = in_use(hub).keys.iter().map(|key| key.sealed).collect();
        assert_eq!(sealed, [3, 1], "the app and two letters, and the third letter");

        let plan = run(hub.retirement()).unwrap();
        let expected = Retirement {
            stays: renewed.id.clone(),
            goes: vec![first.clone()],
            sealed: 3,
            links: 2,
            links_until: plan.links_until,
        };
        assert_eq!(plan, expected);
        assert!(plan.links_until.unwrap() > clock());
        assert_eq!(in_use(hub).keys.len(), 2, "nothing was done yet");
        let retired = run(hub.retire_keys(Written::InPlace)).unwrap();
        assert_eq!((retired.done, retired.file), (plan, None));

        assert!(!opens(hub, &early) && opens(hub, &late));
        assert!(
            story.letters(&elif, &email("elif")).contains(&early),
            "letters were sealed anew"
        );
        enter();
        assert_eq!(story.visitor(&session).person.handle, "elif");
        let InUse { keys, lost } = in_use(hub);
        let left: Vec<_> = keys.iter().map(|key| (&*key.id, key.sealed)).collect();
        assert_eq!((left, lost), (vec![(&*renewed.id, 4)], 0));
        assert!(!fs::read_to_string(&file).unwrap().contains(&first));
        assert!(matches!(
            unusable(run(hub.retire_keys(Written::InPlace))),
            KeysError::Alone
        ));

        let operator = Scope::own_hand(story.world.id("meridian"));
        let lines = run(hub.audit(&operator, &Sought::default(), 10)).unwrap();
        let acts: Vec<_> = lines
            .entries
            .iter()
            .map(|line| line.act.as_str())
            .take(2)
            .collect();
        assert_eq!(acts, ["retire-keys", "renew-keys"]);
    });
}

#[test]
fn hubs_that_share_a_file_recognise_each_others_links_and_outlive_a_broken_one() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let place = Place::sqlite();
        let file = file(&place);
        let story = story(db, clock, &file);
        let one = story.hub();
        let two = story.world.hub_with(Keys::at(&file), clock);
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let (link, _) = reset(&story, &elif, "elif");
        assert!(opens(&two, &link));

        let renewed = run(two.renew_keys(Written::InPlace)).unwrap();
        one.keys().read_again().unwrap();
        wait(COUNTS_AFTER.as_secs());
        let (link, key) = reset(&story, &elif, "elif");
        assert_eq!(key, renewed.id);
        assert!(opens(&two, &link));

        let whole = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{whole}and more\n")).unwrap();
        for hub in [one, &two] {
            hub.keys().read_again().unwrap();
            assert!(opens(hub, &link), "it knows the keys from before");
        }
        let three = story.world.hub_with(Keys::at(&file), clock);
        match unusable(run(three.open_link(&link))) {
            KeysError::Broken { line, fault, .. } => assert_eq!((line, fault), (4, Fault::Words)),
            error => panic!("{error}"),
        }
        fs::write(&file, whole).unwrap();
        assert!(opens(&three, &link));
    });
}

#[test]
fn a_file_that_a_secret_store_keeps_is_handed_over_and_left_as_it_is() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let place = Place::sqlite();
        let file = file(&place);
        let story = story(db, clock, &file);
        let hub = story.hub();
        let before = fs::read_to_string(&file).unwrap();
        let renewed = run(hub.renew_keys(Written::HandedOver)).unwrap();
        let handed = renewed.file.unwrap();
        assert!(handed.starts_with(&before) && handed.contains(&renewed.id));
        assert_eq!(fs::read_to_string(&file).unwrap(), before);

        fs::write(&file, &handed).unwrap();
        wait(COUNTS_AFTER.as_secs());
        let retired = run(hub.retire_keys(Written::HandedOver)).unwrap();
        let left = retired.file.unwrap();
        assert!(!left.contains(&retired.done.goes[0]) && left.contains(&renewed.id));
        assert_eq!(fs::read_to_string(&file).unwrap(), handed);
    });
}

#[test]
fn whoever_has_an_app_gets_in_by_a_recovery_code_where_the_keys_were_lost() {
    on_each_engine(|db| {
        let (clock, wait) = clock!();
        let (place, other) = (Place::sqlite(), Place::sqlite());
        let mut story = story(db, clock, &file(&place));
        story.person("elif", &["altan"]);
        let elif = story.signed_in("elif");
        let (app, codes) = story.add_second_factor(&elif);
        let (link, _) = reset(&story, &elif, "elif");
        wait(30);

        story.world.hub = story.world.hub_with(Keys::beside(&file(&other)), clock);
        let hub = story.hub();
        assert_eq!(in_use(hub).lost, 2);
        assert!(!opens(hub, &link));
        let letters = run(hub.letters(&elif.scope, 10)).unwrap();
        assert!(letters.iter().all(|letter| letter.link.is_none()));
        let step = story.as_far_as_the_code("elif");
        let enter = |step: &str, code: &str| run(hub.sign_in_by_code(step, code, &here()));
        let lost = refused(enter(&step, &story.code(&app)));
        assert_eq!(lost, ("code".to_owned(), "error-code-lost"));
        let session = enter(&step, &codes[0]).unwrap();

        let (app, _) = story.add_second_factor(&story.visitor(&session));
        wait(30);
        enter(&story.as_far_as_the_code("elif"), &story.code(&app)).unwrap();
        assert_eq!(in_use(hub).lost, 1, "the letter");
    });
}
