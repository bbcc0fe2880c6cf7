//! The record of an organisation: who did what, who looked at whose contacts, and that nobody can change it unseen; on both
//! engines.

#![allow(clippy::unwrap_used, reason = "a story that cannot be told fails")]

mod changes;
mod looks;
mod reading;
#[path = "../records/mod.rs"]
mod records;
mod secrets;
mod seeking;
mod whole;
#[path = "../world/mod.rs"]
mod world;

use std::collections::BTreeSet;

use firstline_domain::lang::Lang;
use firstline_hub::audit::ACTS;
use firstline_hub::locale;
use firstline_hub::store::audit::Fault;

#[test]
fn every_act_and_every_fault_has_words_in_every_language() {
    for lang in Lang::ALL {
        for (act, object) in ACTS {
            for key in [format!("audit-act-{act}"), format!("object-{object}")] {
                assert!(locale::exists(lang, &key), "{key} in {lang}");
            }
        }
        for fault in [
            Fault::Altered(1),
            Fault::Reworded(1),
            Fault::Missing(1),
            Fault::Unchained(1),
            Fault::Cut(1),
            Fault::Beheaded(1),
            Fault::Headless,
            Fault::Rewritten,
        ] {
            assert!(locale::exists(lang, fault.key()), "{} in {lang}", fault.key());
        }
    }
    let names: BTreeSet<&str> = ACTS.iter().map(|(act, _)| *act).collect();
    assert_eq!(names.len(), ACTS.len(), "each stands once");
}
