//! The direction of imports: a module imports only from lines above its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The lines, top to bottom. Modules of one line do not see each other.
const LINES: [&[&str]; 17] = [
    &["align", "failure", "locale", "text"],
    &["diagnostic", "files", "format", "markup", "syntax"],
    &["change", "sheet", "table"],
    &["argument", "config", "limit", "record"],
    &["content", "layout", "usage"],
    &["project"],
    &["evaluate", "load", "provenance"],
    &["history", "resolve"],
    &["coverage"],
    &["check"],
    &["todo"],
    &["edit", "emit", "report"],
    &["git", "session"],
    &["cli"],
    &["lib"],
    &["main"],
    &[],
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn violations(line_of: &BTreeMap<&str, usize>) -> Vec<String> {
    let root = crate::sample::root();
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let path = file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let module = path.split(['/', '.']).nth(1).unwrap().to_owned();
        let Some(own) = line_of.get(module.as_str()) else {
            found.push(format!("{path}: {module} is on no line"));
            continue;
        };
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            for import in line.split("crate::").skip(1) {
                let name: String =
                    import.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(other) = line_of.get(name.as_str()) else { continue };
                if name != module && other >= own {
                    found.push(format!("{path}:{}: {module} may not import {name}", number + 1));
                }
            }
        }
    }
    found
}

#[test]
fn modules_import_only_from_lines_above_their_own() {
    let lines = LINES.iter().enumerate();
    let line_of: BTreeMap<&str, usize> =
        lines.flat_map(|(line, names)| names.iter().map(move |name| (*name, line))).collect();
    assert_eq!(violations(&line_of), Vec::<String>::new());
}

#[test]
fn the_library_declares_its_modules_in_the_order_of_the_lines() {
    let text = fs::read_to_string(crate::sample::root().join("src/lib.rs")).unwrap();
    let declared: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let expected: Vec<&str> = LINES
        .iter()
        .flat_map(|line| line.iter().copied())
        .filter(|name| !["lib", "main"].contains(name))
        .collect();
    assert_eq!(declared, expected);
}
