//! A crate knows only those above it: domain, store, hub, server, firstline.

use std::process::Command;

const LAYERS: [&str; 5] = [
    "firstline-domain",
    "firstline-store",
    "firstline-hub",
    "firstline-server",
    "firstline",
];

#[test]
fn a_crate_knows_only_those_above_it() {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let rank = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let mut seen = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let Some(own) = rank(package["name"].as_str().unwrap()) else {
            continue;
        };
        seen += 1;
        for dependency in package["dependencies"].as_array().unwrap() {
            let name = dependency["name"].as_str().unwrap();
            if let Some(other) = rank(name) {
                assert!(
                    other < own || name == package["name"],
                    "{} knows {name}",
                    package["name"]
                );
            }
        }
    }
    assert_eq!(seen, LAYERS.len());
}
