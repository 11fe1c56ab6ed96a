//! Input of any kind gives findings, never a panic.

use std::fs;

use isogloss::diagnostic::Diagnostic;
use isogloss::files::Memory;
use isogloss::layout;
use isogloss::session::Session;
use proptest::prelude::*;

use crate::build::{isogloss, sample_folder};
use crate::sample;

const SOURCE: &str = "# About\nhello = Hello, { $name }!\n    .title = Title\n-brand = Acme\ncount = { $n ->\n    [one] { $n } thing\n   *[other] { $n } things of { -brand }\n}\n";

/// The findings for a translation of a small source file.
fn check(translation: impl Into<Vec<u8>>) -> Vec<Diagnostic> {
    let files =
        Memory::new([("en/a.ftl", SOURCE.as_bytes().to_vec()), ("fr/a.ftl", translation.into())]);
    let layout = layout::find(&files, "", Some("en")).unwrap();
    Session::with(&files, layout.config()).check()
}

fn rules(findings: &[Diagnostic]) -> Vec<&str> {
    let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    rules
}

#[test]
fn a_million_nested_braces_are_one_finding() {
    for open in ["{", "{ ", "{\n", "{ $n ->\n *[a] ", "{ F("] {
        let text = format!("{SOURCE}deep = {}\n", open.repeat(1_000_000));
        let findings = check(text);
        assert!(rules(&findings).contains(&"too-deep"), "{open:?}: {:?}", rules(&findings));
        assert!(findings.len() < 5, "{open:?}");
    }
}

#[test]
fn closing_braces_and_text_braces_without_end_are_findings() {
    for text in [
        "}".repeat(1_000_000),
        "a = }".repeat(200_000),
        "{".repeat(1_000_000),
        "a = {\n".repeat(100_000),
    ] {
        assert!(!check(text).is_empty());
    }
}

#[test]
fn bytes_that_are_no_text_are_findings_at_their_offset() {
    let mut bytes = b"hello = Bonjour\n".to_vec();
    bytes.push(0xFF);
    let findings = check(bytes);
    let encoding = findings.iter().find(|finding| finding.rule == "invalid-encoding").unwrap();
    assert_eq!(encoding.message, "not UTF-8: byte 16 is 0xFF");
    assert_eq!(encoding.place.start.to_string(), "2:1");
    let nul = check(b"hello = a\0b { $name }\n    .title = \0\0\n".to_vec());
    assert!(rules(&nul).contains(&"missing-message"));
}

#[test]
fn references_that_grow_without_bound_are_a_finding() {
    let mut text = String::from("t0 = x\n");
    for level in 1..40 {
        text.push_str(&format!("t{level} = {{ t{0} }}{{ t{0} }}{{ t{0} }}\n", level - 1));
    }
    let files = Memory::new([("en/a.ftl", text.clone()), ("fr/a.ftl", text)]);
    let layout = layout::find(&files, "", Some("en")).unwrap();
    let findings = Session::with(&files, layout.config()).check();
    assert!(rules(&findings).contains(&"too-deep"), "{:?}", rules(&findings));
}

#[test]
fn a_message_with_a_hundred_thousand_attributes_is_read() {
    let attributes: String = (0..100_000).map(|n| format!("    .a{n} = x\n")).collect();

    let findings = check(format!("hello = Bonjour {{ $name }}\n{attributes}"));
    assert!(rules(&findings).contains(&"obsolete-attribute"));
}

#[test]
fn a_symbolic_link_that_leads_back_is_a_finding() {
    #[cfg(unix)]
    {
        let folder = sample_folder();
        let link = folder.path().join("locales/fr/again");
        std::os::unix::fs::symlink(folder.path().join("locales/fr"), link).unwrap();
        let content = folder.path().join("content/again");
        std::os::unix::fs::symlink(folder.path().join("content"), content).unwrap();
        let ran = isogloss(folder.path(), &["check", "--format", "concise"], &[]);
        let text = String::from_utf8(ran.stdout).unwrap();
        assert_eq!(ran.status.code(), Some(1));
        assert!(text.contains("locales/fr/again:1:1: error[unreadable-file]"), "{text}");
        assert!(text.contains("content/again:1:1: error[invalid-content]"), "{text}");
        let ran = isogloss(folder.path(), &["sync"], &[]);
        assert_eq!(ran.status.code(), Some(1), "bad content writes nothing");
    }
}

#[test]
fn markdown_that_nests_without_end_is_a_finding() {
    for mark in [">", "- ", "1. "] {
        let mut files = sample::files();
        let text = format!("+++\ntitle = \"Deep\"\n+++\n\n{}deep\n", mark.repeat(20_000));
        files.0.insert("content/sections/deep.md".to_owned(), text.into_bytes());
        let findings = sample::check(&files);
        let deep =
            findings.iter().filter(|finding| &*finding.place.path == "content/sections/deep.md");
        assert_eq!(
            deep.map(|finding| finding.rule).collect::<Vec<_>>(),
            ["invalid-content"],
            "{mark}"
        );
    }
}

#[test]
fn a_content_file_of_fifty_megabytes_is_refused_by_its_size() {
    let folder = sample_folder();
    let path = folder.path().join("content/stories/huge.md");
    fs::write(path, vec![b'a'; 50 * 1024 * 1024]).unwrap();
    let ran = isogloss(folder.path(), &["sync"], &[]);
    let text = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(text.contains("this file has 50 MiB; content files may have 4"), "{text}");
    assert!(text.contains("nothing was written"), "{text}");
}

#[test]
fn content_that_is_not_utf_8_is_a_finding_at_its_place() {
    let mut files = sample::files();
    let path = "content/stories/one-hundred-organisations.md";
    let mut bytes = files.0[path].clone();
    let at = bytes.iter().position(|byte| *byte == b'=').unwrap();
    bytes.insert(at, 0xE9);
    files.0.insert(path.to_owned(), bytes);
    let findings = sample::check(&files);
    let finding = findings.iter().find(|finding| &*finding.place.path == path).unwrap();
    assert_eq!(
        (finding.rule, finding.place.start.to_string().as_str()),
        ("invalid-content", "2:7")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn random_changes_to_a_file_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = SOURCE.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        check(bytes);
    }

    #[test]
    fn random_texts_of_the_grammar_never_panic(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "a", "=", " ", "\n", "    ", "{", "}", "$n", "->", "[one]", "*[other]", "\"", "\\u00E9", ".x",
                "-t", "(", ")", ",", ":", "NUMBER", "#", "é", "\r\n", "1.0", "<<<<<<< x\n",
            ]),
            0..60,
        ),
    ) {
        check(words.concat());
    }
}
