//! Real Fluent projects. They are no part of this repository; where they are absent, the tests say
//! that they were skipped.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;

use isogloss::diagnostic::Diagnostic;
use isogloss::files::Memory;
use isogloss::layout;
use isogloss::session::Session;
use isogloss::syntax;

/// The files of a project, or `None` with a word on standard error.
pub(crate) fn corpus(name: &str) -> Option<Memory> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let path = shared.join(format!("{name}.tar.gz"));
    let Ok(file) = File::open(&path) else {
        use std::io::Write as _;
        // Past the test's own capture, so that nobody takes this for a pass.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {name} is not here");
        return None;
    };
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(file));
    let mut files = HashMap::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_string_lossy().into_owned();
        if path.ends_with(".ftl") || path.ends_with("l10n.toml") {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            files.insert(path.split_once('/').unwrap().1.to_owned(), bytes);
        }
    }
    Some(Memory::new(files))
}

fn check(files: &Memory, source: &str) -> Vec<Diagnostic> {
    let layout = layout::find(files, "", Some(source)).unwrap();
    Session::with(files, layout.config()).check()
}

fn has_place(finding: &Diagnostic, files: &Memory) -> bool {
    let Some(bytes) = files.0.get(&*finding.place.path) else { return false };
    let lines = bytes.split(|byte| *byte == b'\n').count();
    (1..=lines).contains(&(finding.place.start.line as usize)) && finding.place.start.column >= 1
}

const PROJECTS: [(&str, &str); 2] = [("coreutils-l10n", "en-US"), ("relay-l10n", "en")];

#[test]
fn every_finding_in_a_real_project_has_a_place() {
    for (name, source) in PROJECTS {
        let Some(files) = corpus(name) else { continue };
        let findings = check(&files, source);
        assert!(findings.len() > 1000, "{name}: {}", findings.len());
        let lost: Vec<&Diagnostic> =
            findings.iter().filter(|finding| !has_place(finding, &files)).collect();
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}

/// Every Fluent file of the real projects: its path and text.
fn fluent_files() -> Vec<(String, String)> {
    let projects = PROJECTS.iter().filter_map(|(name, _)| corpus(name));
    let files = projects.flat_map(|files| files.0);
    let fluent = files.filter(|(path, _)| path.ends_with(".ftl"));
    fluent.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// Whatever is broken in a file is left to the parser as a whole, together with the rest.
#[test]
fn sound_entries_are_the_same_beside_a_broken_one() {
    for (path, text) in fluent_files() {
        let (sound, broken) = (syntax::parse(&text), syntax::parse(&format!("{text}\n}}\n")));
        assert_eq!(broken.entries.len(), sound.entries.len() + 1, "{path}");
        for (one, other) in sound.entries.iter().zip(&broken.entries) {
            assert_eq!(format!("{:?}", one.body), format!("{:?}", other.body), "{path}");
        }
    }
}

#[test]
fn entries_tile_every_file_and_editing_one_leaves_all_other_bytes() {
    for (path, text) in fluent_files() {
        let tree = syntax::parse(&text);
        let mut end = 0;
        for entry in &tree.entries {
            assert_eq!(entry.span.start, end, "{path}: a gap before {}", entry.core.of(&text));
            assert!(entry.span.covers(entry.core), "{path}");
            end = entry.span.end;
        }
        assert_eq!(end as usize, text.len(), "{path}");
        edit_each_entry(&path, &text, &tree);
    }
}

/// Replaces every entry in turn by another message; the others read as before.
fn edit_each_entry(path: &str, text: &str, tree: &syntax::Resource) {
    for (index, entry) in tree.entries.iter().enumerate() {
        let range = entry.core.range();
        let edited = format!("{}edited = entry{}", &text[..range.start], &text[range.end..]);
        let again = syntax::parse(&edited);
        assert_eq!(again.entries.len(), tree.entries.len(), "{path}");
        for (other, (old, new)) in tree.entries.iter().zip(&again.entries).enumerate() {
            if other != index {
                assert_eq!(old.core.of(text), new.core.of(&edited), "{path}");
            }
        }
    }
}

#[test]
fn cutting_files_off_at_every_byte_gives_findings_and_never_a_panic() {
    let Some(files) = corpus("relay-l10n") else { return };
    let chosen: Vec<(&String, &Vec<u8>)> =
        files.0.iter().filter(|(_, bytes)| (400..2500).contains(&bytes.len())).take(10).collect();
    assert_eq!(chosen.len(), 10);
    for (path, bytes) in chosen {
        for end in 0..bytes.len() {
            let cut =
                Memory::new([("en/a.ftl", bytes.clone()), ("fr/a.ftl", bytes[..end].to_vec())]);
            let findings = check(&cut, "en");
            assert!(findings.iter().all(|finding| has_place(finding, &cut)), "{path} at {end}");
        }
    }
}
