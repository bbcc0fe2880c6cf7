//! `firstline policy check` says what is wrong with a programme's file, in the words of whoever asks.

#![allow(clippy::unwrap_used, reason = "a test that cannot run fails")]

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

const POLICY: &str = include_str!("../../../policy/csp-marketplace.toml");

/// What the check of a policy says in a language, and whether it found nothing wrong.
fn check(name: &str, text: &str, lang: &str) -> (bool, String) {
    let file = std::env::temp_dir().join(format!("firstline-policy-{}-{name}.toml", std::process::id()));
    fs::write(&file, text).unwrap();
    let said = Command::new(env!("CARGO_BIN_EXE_firstline"))
        .args(["--lang", lang, "policy", "check"])
        .arg(&file)
        .output()
        .unwrap();
    fs::remove_file(&file).unwrap();
    let words = [said.stdout, said.stderr].concat();
    (said.status.success(), String::from_utf8(words).unwrap())
}

#[test]
fn what_is_wrong_with_the_grants_is_said_in_every_language() {
    let powerless = POLICY.replace("\"support-request-admin\",", "");
    let nobody = POLICY.replace("change = [\"support-contact\"]", "change = [\"split\"]");
    let impossible = POLICY.replace("change = [\"support-contact\"]", "erase = [\"support-contact\"]");
    let empty = POLICY.replace("of = [\"channel\"]", "of = []");
    let mut seen = BTreeSet::new();
    for (lang, role) in [
        ("en", "Support request admin"),
        ("tr", "Destek talebi yöneticisi"),
        ("ko", "지원 요청 관리자"),
        ("es", "Administrador de solicitudes de soporte"),
    ] {
        let (fine, said) = check(&format!("whole-{lang}"), POLICY, lang);
        assert!(fine && said.lines().count() == 2, "{said}");
        for (name, text, words) in [
            ("powerless", &powerless, ["2019-11-20", role]),
            ("nobody", &nobody, ["support-contact", "change"]),
            ("impossible", &impossible, ["support-contact", "erase"]),
            ("empty", &empty, ["", ""]),
        ] {
            let (fine, said) = check(&format!("{name}-{lang}"), text, lang);
            assert!(!fine, "{name} in {lang} is accepted");
            assert!(
                words.iter().all(|word| said.contains(word)),
                "{name} in {lang}: {said}"
            );
            assert!(
                seen.insert(said.clone()),
                "{name} in {lang} is said as before: {said}"
            );
        }
    }
}
