//! `firstline understand` and `firstline train`, as programs call them.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn firstline(words: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_firstline"));
    program
        .args(["--lang", "en"])
        .args(words)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("FIRSTLINE_")) {
        program.env_remove(name);
    }
    let mut running = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(input).unwrap();
    running.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_batch_gives_a_line_for_each_line_and_needs_no_database() {
    let input = concat!(
        "{\"id\":1,\"text\":\"hemos cancelado y nos siguen cobrando, queremos la devolución\",\"asker\":\"customer\"}\n",
        "{\"id\":\"two\",\"text\":\"라이선스 활성화 링크를 못 받았어요\",\"lang\":\"ko\",\"note\":\"not looked at\"}\n",
        "not a line\n",
        "\n",
        "{\"id\":4,\"asker\":\"customer\"}\n",
        "{\"id\":5,\"text\":\"our offer failed certification\",\"asker\":\"publisher\"}\n",
        "{\"id\":6,\"text\":\"What is this charge on our invoice?\",\"asker\":\"customer\",\"channel\":\"direct\"}\n",
        "{\"id\":7,\"text\":\"thank you, it is solved\"}\n",
        "{\"id\":8,\"text\":\"x\",\"asker\":\"nobody\"}"
    );
    let output = firstline(&["understand", "--batch", "-"], input.as_bytes());
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = lines(&output);
    assert_eq!(lines.len(), 8);
    let keys = |line: &Value| {
        let mut keys: Vec<String> = line.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys.join(" ")
    };
    for at in [0, 1, 4, 5, 6] {
        assert_eq!(
            keys(&lines[at]),
            "first_contact id lang responsible sure topics",
            "{}",
            lines[at]
        );
        for topic in lines[at]["topics"].as_array().unwrap() {
            assert_eq!(keys(topic), "confidence topic");
        }
    }
    let told = |at: usize| {
        let line: &Value = &lines[at];
        json!([
            line["id"],
            line["lang"],
            line["topics"][0]["topic"],
            line["responsible"],
            line["first_contact"],
            line["sure"]
        ])
    };
    assert_eq!(
        told(0),
        json!([1, "es", "commercial.refund", "partner", "partner", true])
    );
    assert_eq!(
        told(1),
        json!([
            "two",
            "ko",
            "commercial.account-setup",
            "partner",
            "partner",
            true
        ])
    );
    assert_eq!(
        told(4),
        json!([5, "en", "commerce.offer-management", "operator", "operator", true])
    );
    assert_eq!(
        told(5),
        json!([6, "en", "commercial.billing", "operator", "operator", true])
    );
    assert_eq!(told(6), json!([7, "en", "none.not-support", null, null, true]));
    for (at, id, number) in [(2, json!(null), 3), (3, json!(4), 5), (7, json!(8), 9)] {
        assert_eq!(lines[at]["id"], id);
        assert_eq!(lines[at]["line"], number);
        assert!(lines[at]["error"].is_string());
    }
}

#[test]
fn a_text_on_the_command_line_says_what_it_was_read_as() {
    let output = firstline(&["understand", "we were charged twice on the May invoice"], b"");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && said.contains("This reads as: A charge on the bill"),
        "{said}"
    );
    assert!(
        said.contains("Read from:") && said.contains("Direct-bill partner"),
        "{said}"
    );
}

#[test]
fn training_says_which_line_is_no_example_and_writes_nothing() {
    let place = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(uuid::Uuid::now_v7().to_string());
    std::fs::create_dir_all(place.join("en")).unwrap();
    std::fs::write(
        place.join("en/technical.break-fix.jsonl"),
        "{\"text\":\"it fails\",\"asker\":\"customer\"}\n{\"text\":1}\n",
    )
    .unwrap();
    let examples = place.to_str().unwrap().to_owned();
    let model = place.join("model.bin").to_str().unwrap().to_owned();
    let output = firstline(
        &["train", "--examples", &examples, "--model", &model, "--install"],
        b"",
    );
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("technical.break-fix.jsonl") && said.contains("line 2"),
        "{said}"
    );
    assert!(!place.join("model.bin").exists());
    std::fs::remove_dir_all(place).unwrap();
}

/// A few of the committed examples of each topic, enough to learn a model from.
fn few_examples(place: &std::path::Path) {
    let committed = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../understanding/examples/en");
    std::fs::create_dir_all(place.join("en")).unwrap();
    for entry in std::fs::read_dir(committed).unwrap() {
        let file = entry.unwrap().path();
        let lines = std::fs::read_to_string(&file).unwrap();
        let few: Vec<&str> = lines.lines().take(6).collect();
        std::fs::write(place.join("en").join(file.file_name().unwrap()), few.join("\n")).unwrap();
    }
}

#[test]
fn who_installed_a_model_and_its_figures_are_on_record_beside_it() {
    let place = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(uuid::Uuid::now_v7().to_string());
    few_examples(&place);
    let path = |name: &str| place.join(name).to_str().unwrap().to_owned();
    let (examples, model, forum) = (path(""), path("own.bin"), path("none.jsonl"));
    for by in ["ada", "grace"] {
        let args = [
            "train",
            "--examples",
            &examples,
            "--model",
            &model,
            "--forum",
            &forum,
            "--install",
            "--by",
            by,
        ];
        let output = firstline(&args, b"");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let record = std::fs::read_to_string(place.join("own.bin.record.jsonl")).unwrap();
    let lines: Vec<serde_json::Value> = record
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [first, second] = lines.as_slice() else {
        panic!("two lines: {record}")
    };
    assert_eq!((&first["by"], &second["by"]), (&"ada".into(), &"grace".into()));
    assert_eq!(first["replaced"], serde_json::Value::Null);
    assert_eq!(second["replaced"], first["model"]);
    assert_eq!(
        second["model"], first["model"],
        "the same examples give the same file"
    );
    assert!(first["at"].is_string() && first["party_when_sure"].as_str().unwrap().ends_with('%'));
    std::fs::remove_dir_all(place).unwrap();
}
