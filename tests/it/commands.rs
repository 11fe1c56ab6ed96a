//! The commands as people run them, and what they print.

use std::fs;
use std::path::Path;

use crate::build::{contents, isogloss, sample_folder};
use crate::sample;

/// Runs a command and gives its exit code and all it printed.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let ran = isogloss(folder, arguments, &[]);
    let text = [ran.stdout, ran.stderr].concat();
    (ran.status.code().unwrap(), String::from_utf8(text).unwrap())
}

#[test]
fn the_sample_has_no_errors_and_no_warnings() {
    let (code, text) = run(&sample::root(), &["check", "--fail-on", "warning"]);
    assert_eq!(code, 0, "{text}");
    let ran = isogloss(&sample::root(), &["check", "--format", "concise"], &[]);
    let text = String::from_utf8(ran.stdout).unwrap();
    assert!(text.lines().all(|line| line.contains(" note[") && line.contains(" sw: ")), "{text}");
}

#[test]
fn the_sample_is_in_sync() {
    let (code, text) = run(&sample::root(), &["sync", "--check"]);
    assert_eq!((code, text.as_str()), (0, "in sync: nothing to write\n"));
}

#[test]
fn renames_wait_until_somebody_asks_for_them_and_can_be_seen_before() {
    let folder = sample_folder();
    let path = folder.path().join("locales/en/site.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("nav-impact =", "nav-influence =", 1)).unwrap();
    let (code, text) = run(folder.path(), &["sync"]);
    assert_eq!(code, 0);
    assert!(text.ends_with("\n1 rename is waiting: run `isogloss sync --renames`\n"), "{text}");
    let before = contents(folder.path());
    let (code, text) = run(folder.path(), &["sync", "--renames", "--diff"]);
    assert_eq!(code, 1);
    assert!(text.contains("move nav-impact of site.ftl to nav-influence: fr, es"), "{text}");
    assert!(text.contains("\n-nav-impact = ") && text.contains("\n+nav-influence = "), "{text}");
    assert_eq!(run(folder.path(), &["sync", "--renames", "--check"]).0, 1);
    assert_eq!(contents(folder.path()), before);
    assert_eq!(run(folder.path(), &["sync", "--renames"]).0, 0);
    assert_eq!(run(folder.path(), &["check", "--fail-on", "warning"]).0, 0);
    let (code, text) = run(folder.path(), &["sync", "--renames"]);
    assert_eq!((code, text.as_str()), (0, "in sync: nothing to write\n"));
}

#[test]
fn a_finding_shows_the_line_why_it_matters_and_what_to_do() {
    let folder = sample_folder();
    let path = folder.path().join("locales/fr/site.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("{ $date }", "{ $dat }", 1)).unwrap();
    let (code, text) = run(folder.path(), &["check", "--locale", "fr"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!(text);
}

#[test]
fn json_findings_have_every_documented_field() {
    let (code, text) = run(&sample::root(), &["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, json["schema"].as_u64()), (0, Some(1)));
    let finding = json["findings"][0].as_object().unwrap();
    let mut keys: Vec<&str> = finding.keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "attribute",
            "column",
            "data",
            "end_column",
            "end_line",
            "help",
            "identity",
            "line",
            "locale",
            "message",
            "message_id",
            "path",
            "related",
            "resource",
            "rule",
            "severity",
        ]
    );
    let notes = json["summary"]["notes"].as_u64().unwrap() as usize;
    assert_eq!(notes, json["findings"].as_array().unwrap().len());
}

#[test]
fn status_counts_every_part_in_exactly_one_state() {
    let (code, text) = run(&sample::root(), &["status", "--format", "json"]);
    assert_eq!(code, 0);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let locales = json["locales"].as_array().unwrap();
    assert_eq!(locales.len(), 7);
    for locale in locales {
        let parts = locale["parts"].as_object().unwrap();
        let count = |state: &str| parts[state].as_u64().unwrap();
        let states =
            ["current", "unknown", "stale", "identical", "inherited", "missing", "invalid"];
        assert_eq!(states.iter().map(|state| count(state)).sum::<u64>(), count("total"));
    }
}

#[test]
fn status_draws_a_row_for_each_locale() {
    let (_, text) = run(&sample::root(), &["status"]);
    insta::assert_snapshot!(text);
}

#[test]
fn status_suggests_to_release_a_draft_that_covers_enough_and_check_does_not() {
    let folder = sample_folder();
    let suggestion = "take `stage = \"draft\"` out of [locales.sw] to release it";
    let rows = [("release-at = 0.95", false), ("release-at = 0.1", true)];
    for (share, is_ready) in rows {
        let path = folder.path().join("isogloss.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("release-at = 0.95", share)).unwrap();
        let (code, text) = run(folder.path(), &["status"]);
        assert_eq!((code, text.contains(suggestion)), (0, is_ready), "{text}");
        let (_, text) = run(folder.path(), &["status", "sw", "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["locales"][0]["ready"], is_ready);
        let (code, text) = run(folder.path(), &["check", "--fail-on", "warning"]);
        assert_eq!((code, text.contains("release")), (0, false), "{text}");
    }
}

#[test]
fn todo_lists_what_is_left_in_page_order() {
    let (code, text) = run(&sample::root(), &["todo", "sw"]);
    assert_eq!(code, 0);
    let position =
        |words: &str| text.find(words).unwrap_or_else(|| panic!("no `{words}` in {text}"));
    assert!(position("section-numbers-title") < position("testimonial-advisor-moldova"));
    assert!(position("testimonial-advisor-moldova") < position("locales/sw/site.ftl"));
    let (_, done) = run(&sample::root(), &["todo", "fr"]);
    assert_eq!(done, "fr: nothing is left to translate\n");
}

#[test]
fn why_shows_source_translation_chain_and_every_form() {
    let (code, text) = run(&sample::root(), &["why", "ru", "stories-count"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(text);
}

#[test]
fn an_added_locale_is_a_draft_that_checks_without_errors() {
    let folder = sample_folder();
    let (code, text) = run(folder.path(), &["add-locale", "pt-BR"]);
    assert_eq!(code, 0, "{text}");
    let (code, text) = run(folder.path(), &["check"]);
    assert_eq!(code, 0, "{text}");
    let (_, text) = run(folder.path(), &["status", "pt-BR", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["locales"][0]["parts"]["missing"], json["locales"][0]["parts"]["total"]);
    for code in ["pt-BR", "pt_BR", "pt-rBR"] {
        let (failed, text) = run(folder.path(), &["add-locale", code]);
        assert_eq!((failed, text.contains("already has `pt-BR`")), (2, true), "{text}");
    }
    let (code, text) = run(folder.path(), &["add-locale", "sr@latin"]);
    assert_eq!(code, 0, "{text}");
    let (code, text) = run(folder.path(), &["check"]);
    assert_eq!(code, 0, "{text}");
}

#[test]
fn patterns_that_no_source_file_matches_are_an_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("l10n/en-US")).unwrap();
    fs::write(folder.path().join("l10n/en-US/a.ftl"), "a = b\n").unwrap();
    let config = "source = \"en\"\npaths = [\"l10n/{locale}/*.ftl\"]\n[locales.de]\n";
    fs::write(folder.path().join("isogloss.toml"), config).unwrap();
    let (code, text) = run(folder.path(), &["check", "--format", "concise"]);
    assert_eq!(code, 1);
    assert!(text.contains("no file of the source `en` matches `l10n/{locale}/*.ftl`"), "{text}");
}

#[test]
fn what_cannot_be_done_exits_with_two_and_says_what_to_do() {
    let empty = tempfile::tempdir().unwrap();
    let (code, text) = run(empty.path(), &["check"]);
    assert_eq!(code, 2);
    assert!(text.contains("run `isogloss init`"), "{text}");
    let (code, text) = run(&sample::root(), &["why", "fr", "stories-cuont"]);
    assert_eq!((code, text.contains("did you mean `stories-count`?")), (2, true), "{text}");
    let (code, text) = run(&sample::root(), &["todo", "de"]);
    assert_eq!((code, text.contains("its targets are")), (2, true), "{text}");
    let (code, text) = run(&sample::root(), &["explain", "missing-mesage"]);
    assert_eq!((code, text.contains("did you mean `missing-message`?")), (2, true), "{text}");
}

#[test]
fn explain_knows_every_rule() {
    let (code, list) = run(&sample::root(), &["explain"]);
    assert_eq!(code, 0);
    for rule in isogloss::check::ALL {
        assert!(list.contains(rule.id));
        let (code, page) = run(&sample::root(), &["explain", rule.id]);
        assert_eq!(code, 0);
        assert!(page.starts_with(rule.id), "{page}");
    }
}

/// Every `cargo run` or `isogloss` line that the README shows in a `sh` fence.
fn readme_commands() -> Vec<String> {
    let readme = fs::read_to_string(sample::root().join("README.md")).unwrap();
    let fences = readme.split("```sh\n").skip(1);
    let lines = fences.flat_map(|fence| fence.split("```").next().unwrap().lines());
    lines
        .map(|line| line.split('#').next().unwrap().trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

#[test]
fn every_command_the_readme_shows_works() {
    let commands = readme_commands();
    assert_eq!(commands[0], "cargo run --release -- build");
    assert_eq!(commands[1], "cargo xtask ci");
    let folder = sample_folder();
    let mut ran = 0;
    for command in &commands {
        let words: Vec<&str> = command.split_whitespace().collect();
        let arguments = match words.as_slice() {
            ["cargo", "run", "--release", "--", rest @ ..] => rest,
            ["isogloss", rest @ ..] => rest,
            // What runs this test, and what installs the tool.
            ["cargo", "xtask", ..] | ["cargo", "install", ..] => continue,
            other => panic!("the README shows something else: {other:?}"),
        };
        let (code, text) = run(folder.path(), arguments);
        assert_eq!(code, 0, "{command}: {text}");
        ran += 1;
    }
    assert!(ran >= 5, "{commands:?}");
    assert!(contents(&folder.path().join("dist")).len() > 10);
}

#[test]
fn every_path_that_architecture_names_exists() {
    let text = fs::read_to_string(sample::root().join("ARCHITECTURE.md")).unwrap();
    let named: Vec<&str> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.contains('/') && !word.contains([' ', '<', '*', '{', '…']))
        .collect();
    assert!(named.len() > 10, "{named:?}");
    for path in named {
        assert!(sample::root().join(path).exists(), "ARCHITECTURE.md names `{path}`");
    }
}
