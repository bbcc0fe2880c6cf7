use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use firstline_store::testing;
use proptest::prelude::*;

use super::ring::Form;
use super::*;

fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

/// A folder of a test's own, gone with it, and a file in it.
struct Folder(testing::Place);

impl Folder {
    fn new() -> Self {
        Folder(testing::Place::sqlite())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.directory().unwrap().join(name)
    }

    /// A file with this in it that its owner alone reads.
    fn with(&self, name: &str, text: &str) -> PathBuf {
        let path = self.file(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        path
    }
}

fn line(id: &str, since: &str, byte: u8) -> String {
    format!("{id} v1 {since} {}\n", STANDARD.encode([byte; 32]))
}

/// Which line is wrong, and how.
fn fault(text: &str) -> Option<(usize, Fault)> {
    match file::parse(Path::new("keys"), text) {
        Ok(_) => None,
        Err(KeysError::Broken { line, fault, .. }) => Some((line, fault)),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn what_is_sealed_opens_with_its_key_at_its_place_alone() {
    let (key, other) = (Key::fresh(Timestamp::now()), Key::fresh(Timestamp::now()));
    let (ring, others) = (Ring::of(key), Ring::of(other));
    let key = ring.newest().unwrap();
    let sealed = key.seal("totp of Elif", b"a key");
    assert!(sealed.starts_with(&format!("{}.", key.id)));
    assert_eq!(
        ring.unseal("totp of Elif", &sealed).as_deref(),
        Some(&b"a key"[..])
    );
    assert_ne!(sealed, key.seal("totp of Elif", b"a key"));
    assert_eq!(ring.unseal("totp of Defne", &sealed), None);
    assert_eq!(
        others.unseal("totp of Elif", &sealed),
        None,
        "its id is not there"
    );
    let (_, bare) = sealed.split_once('.').unwrap();
    let claimed = format!("{}.{bare}", others.newest().unwrap().id);
    assert_eq!(
        others.unseal("totp of Elif", &claimed),
        None,
        "it claims another's id"
    );
    let mut altered = sealed.clone().into_bytes();
    altered[20] ^= 1;
    let altered = String::from_utf8(altered).unwrap();
    assert_eq!(ring.unseal("totp of Elif", &altered), None);
    for short in [
        "",
        ".",
        "AAAA",
        &format!("{}.", key.id),
        &format!("{}.AAAA", key.id),
        bare,
    ] {
        assert_eq!(ring.unseal("totp of Elif", short), None, "{short:?}");
    }
}

#[test]
fn what_the_hub_did_not_sign_is_not_recognised() {
    let ring = Ring::of(Key::fresh(Timestamp::now()));
    let others = Ring::of(Key::fresh(Timestamp::now()));
    let key = ring.newest().unwrap();
    let shown = key.signed("reset");
    assert!(ring.is_signed(&shown));
    assert!(!others.is_signed(&shown));
    let claimed = shown.replace(&key.id, &others.newest().unwrap().id);
    assert!(!others.is_signed(&claimed), "it claims another's id");
    assert!(!ring.is_signed(&shown.replace("reset_", "set-up_")));
    for made_up in [
        "",
        "reset_without.signature",
        "a.b.c",
        &format!("reset_a.{}.", key.id),
    ] {
        assert!(!ring.is_signed(made_up), "{made_up:?}");
    }
}

#[test]
fn the_newest_key_whose_time_has_come_counts() {
    let text = [
        line("new", "2026-03-01T00:00:00Z", 3),
        line("old", "2026-01-01T00:00:00Z", 1),
        line("same-day", "2026-03-01T00:00:00Z", 4),
    ];
    let ring = file::parse(Path::new("keys"), &text.concat()).unwrap();
    let counts = |now: &str| ring.current(at(now)).unwrap().id.clone();
    assert_eq!(counts("2026-01-01T00:00:00Z"), "old");
    assert_eq!(counts("2026-02-28T23:59:59Z"), "old");
    assert_eq!(
        counts("2026-03-01T00:00:00Z"),
        "same-day",
        "the later in the file"
    );
    assert_eq!(counts("2025-12-31T23:59:59Z"), "old", "none has come: the oldest");
    assert_eq!(ring.newest().unwrap().id, "same-day");
}

#[test]
fn a_line_that_is_wrong_is_named_with_what_is_wrong() {
    let good = line("k1", "2026-01-31T00:00:00Z", 7);
    let secret = STANDARD.encode([7; 32]);
    let longest = "k".repeat(32);
    assert_eq!(fault(""), None);
    assert_eq!(fault(&format!("# a remark\n\n  \n{good}")), None);
    assert_eq!(fault(&good.replace('\n', "\r\n")), None);
    assert_eq!(fault(&good.replace("k1", &longest)), None);
    for (text, wrong) in [
        (good.replace(" v1", ""), Fault::Words),
        (good.replace('\n', " more\n"), Fault::Words),
        (good.replace("k1", &format!("{longest}k")), Fault::Id),
        (good.replace("k1", "K1"), Fault::Id),
        (good.replace("k1", "k.1"), Fault::Id),
        (good.replace("k1", "k%1"), Fault::Id),
        (good.replace("v1", "v2"), Fault::Form),
        (good.replace("2026-01-31", "2026-02-31"), Fault::Since),
        (good.replace("T00:00:00Z", ""), Fault::Since),
        (good.replace(&secret, "no-base64"), Fault::Secret),
        (good.replace(&secret, &STANDARD.encode([7; 31])), Fault::Secret),
        (good.replace(&secret, &STANDARD.encode([7; 33])), Fault::Secret),
    ] {
        let before = line("k0", "2026-01-30T00:00:00Z", 6);
        assert_eq!(
            fault(&format!("# a remark\n{before}{text}")),
            Some((3, wrong)),
            "{text}"
        );
    }
    assert_eq!(fault(&good.repeat(2)), Some((2, Fault::Twice)));
    let many = |count: usize| -> String {
        let ids = (0..count).map(|number| format!("k{number}"));
        ids.map(|id| line(&id, "2026-01-31T00:00:00Z", 7)).collect()
    };
    assert_eq!(fault(&many(KEYS_MAX)), None);
    assert_eq!(fault(&many(KEYS_MAX + 1)), Some((KEYS_MAX + 1, Fault::Many)));
}

proptest! {
    #[test]
    fn a_key_is_read_as_it_was_written(
        id in "[a-z0-9-]{1,32}",
        second in 0_i64..4_102_444_800,
        secret in any::<[u8; 32]>(),
        remark in "(# [a-zé ]{0,20}\n)?",
    ) {
        let since = Timestamp::from_second(second).unwrap();
        let text = file::with(&remark, &Key::new(&id, Form::V1, since, secret));
        let ring = file::parse(Path::new("keys"), &text).unwrap();
        let [key] = ring.keys() else { panic!("{text}") };
        prop_assert_eq!((&key.id, key.since, key.secret()), (&id, since, &secret));
        prop_assert_eq!(file::without(&text, &[id]), remark);
    }

    #[test]
    fn whatever_stands_in_a_file_is_read_or_refused_by_line(text in "[a-z0-9 #\nA-Z=:.+é-]{0,200}") {
        match file::parse(Path::new("keys"), &text) {
            Ok(_) => {}
            Err(KeysError::Broken { line, .. }) => prop_assert!((1..=text.lines().count()).contains(&line)),
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn the_hubs_own_file_is_made_for_its_owner_alone_when_the_first_key_is_wanted() {
    let folder = Folder::new();
    let (database, file) = (folder.file("hub.db"), folder.file("hub.db.keys"));
    let keys = Keys::beside(&database);
    assert!(keys.ring().unwrap().is_empty());
    assert!(!file.exists(), "nothing was signed or sealed yet");
    // What a killed process left behind is in nobody's way.
    folder.with("hub.db.keys.new", "half a ke");
    let now = at("2026-11-20T07:00:00.5Z");
    let made = keys.current(now).unwrap();
    assert_eq!(made.since, at("2026-11-20T07:00:00Z"));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!folder.file("hub.db.keys.new").exists());
    assert_eq!(
        Keys::beside(&database).current(now).unwrap().id,
        made.id,
        "after a restart"
    );
}

#[test]
fn processes_that_want_the_first_key_at_once_agree_on_one() {
    let folder = Folder::new();
    let database = folder.file("hub.db");
    let ids: Vec<String> = thread::scope(|scope| {
        let wants = || {
            scope.spawn(|| {
                Keys::beside(&database)
                    .current(Timestamp::now())
                    .unwrap()
                    .id
                    .clone()
            })
        };
        let all: Vec<_> = (0..8).map(|_| wants()).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn a_file_that_was_named_is_not_made_and_none_that_was_not_is_used() {
    let folder = Folder::new();
    let named = Keys::at(&folder.file("keys"));
    assert!(matches!(
        named.current(Timestamp::now()),
        Err(KeysError::Missing { .. })
    ));
    assert!(matches!(named.ring(), Err(KeysError::Missing { .. })));
    let unnamed = Keys::unnamed();
    assert!(matches!(
        unnamed.current(Timestamp::now()),
        Err(KeysError::Unnamed)
    ));
    assert!(matches!(unnamed.ring(), Err(KeysError::Unnamed)));
    let empty = Keys::at(&folder.with("empty", "# nothing yet\n"));
    assert!(matches!(empty.ring(), Err(KeysError::Empty { .. })));
    let large = "#".repeat(usize::try_from(file::BYTES_MAX).unwrap() + 1);
    let large = Keys::at(&folder.with("large", &large));
    assert!(matches!(large.ring(), Err(KeysError::Large { .. })));
}

#[test]
fn a_file_that_others_can_read_is_refused() {
    for (mode, owner, is_exposed) in [
        (0o600, 1000, false),
        (0o400, 1000, false),
        (0o640, 1000, true),
        (0o660, 1000, true),
        (0o604, 1000, true),
        (0o602, 1000, true),
        (0o440, 0, false),
        (0o640, 0, false),
        (0o660, 0, true),
        (0o444, 0, true),
    ] {
        assert_eq!(file::is_exposed(mode, owner), is_exposed, "{mode:o} of {owner}");
    }
    let folder = Folder::new();
    let path = folder.with("keys", &line("k1", "2026-01-31T00:00:00Z", 7));
    fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
    let refused = Keys::at(&path).ring();
    assert!(matches!(refused, Err(KeysError::Exposed { mode: 0o644, .. })));
}

#[test]
fn a_changed_file_is_read_again_and_one_that_broke_leaves_the_keys_that_were_known() {
    let folder = Folder::new();
    let (one, two) = (
        line("k1", "2026-01-01T00:00:00Z", 1),
        line("k2", "2026-02-01T00:00:00Z", 2),
    );
    let path = folder.with("keys", &one);
    let keys = Keys::at(&path);
    let ids = || -> Vec<String> {
        // As if the last look had been a while ago.
        keys.kept().looked = None;
        let ring = keys.ring().unwrap();
        ring.keys().iter().map(|key| key.id.clone()).collect()
    };
    assert_eq!(ids(), ["k1"]);
    file::replace(&path, |text| Ok(text.unwrap() + &two)).unwrap();
    assert_eq!(
        keys.ring().unwrap().keys().len(),
        1,
        "it was looked at a moment ago"
    );
    assert_eq!(ids(), ["k1", "k2"]);
    for broken in ["k3\n", "", "\u{fffd}"] {
        folder.with("keys", broken);
        assert_eq!(ids(), ["k1", "k2"], "{broken:?}");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(ids(), ["k1", "k2"]);
    folder.with("keys", &two);
    assert_eq!(ids(), ["k2"]);
}

#[test]
fn what_a_link_leads_to_is_replaced_and_keeps_its_mode() {
    let folder = Folder::new();
    let path = folder.with("keys", &line("k1", "2026-01-01T00:00:00Z", 1));
    fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
    let link = folder.file("link");
    symlink(&path, &link).unwrap();
    let changed = file::with("", &Key::fresh(Timestamp::now()));
    file::replace(&link, |_| Ok(changed.clone())).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), changed);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o400);
}
