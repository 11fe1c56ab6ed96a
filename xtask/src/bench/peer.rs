//! Other checkers of Fluent, each run as its own documentation says, on the same files.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::measure::measure;
use super::{Cost, Row};
use crate::corpus::{self, Corpus, fluent_files};
use crate::{Outcome, program};

/// A row for each peer.
pub(super) fn rows(corpus: &Corpus, folder: &Path) -> Result<Vec<Row>, String> {
    let programs = program::peers()?;
    let program = |name: &str| programs.join(name).display().to_string();
    let is_relay = corpus.name == corpus::RELAY.name;
    if !is_relay {
        write_l10n_toml(corpus, folder)?;
    }
    Ok(vec![
        compare_locales(&program("compare-locales"), is_relay, folder)?,
        lint(&program("moz-l10n"), folder)?,
        compare(&program("moz-l10n"), corpus, is_relay, folder)?,
        ftl_check(&program("ftl"), corpus, is_relay, folder)?,
    ])
}

fn row(command: &str, measured: (Cost, Vec<u8>), outcome: impl Fn(&[u8]) -> String) -> Row {
    let (cost, printed) = measured;
    Row { command: command.to_owned(), cost: Ok(cost), outcome: outcome(&printed) }
}

fn unable(command: &str, why: &str) -> Row {
    Row { command: command.to_owned(), cost: Err(why.to_owned()), outcome: String::new() }
}

fn compare_locales(program: &str, is_relay: bool, folder: &Path) -> Result<Row, String> {
    let measured = measure(&[program, "--json", "-", "l10n.toml", "."], folder)?;
    let of = if is_relay { "; its l10n.toml names 27 of the 31 targets" } else { "" };
    Ok(row("compare-locales 9.0.5", measured, |printed| {
        let found = program::compared(printed).unwrap_or_default().len();
        format!("{found} findings{of}")
    }))
}

/// It says of itself that it only checks whether files can be parsed.
fn lint(program: &str, folder: &Path) -> Result<Row, String> {
    let measured = measure(&[program, "lint", "**/*.ftl"], folder)?;
    Ok(row("moz.l10n 0.15.0 `lint`", measured, |_| "parses each file; no findings".to_owned()))
}

fn compare(program: &str, corpus: &Corpus, is_relay: bool, folder: &Path) -> Result<Row, String> {
    let command = "moz.l10n 0.15.0 `compare`";
    if !is_relay {
        return Ok(unable(command, "wants a folder for each locale"));
    }
    let locales = locales(folder, corpus)?;
    let mut words = vec![program, "compare", "--json", "--source", "l10n.toml"];
    words.extend(locales.iter().map(String::as_str));
    Ok(row(command, measure(&words, folder)?, |printed| {
        let document: Value = serde_json::from_slice(printed).unwrap_or_default();
        let locales = document.as_object().into_iter().flat_map(|locales| locales.values());
        let files = locales.filter_map(|locale| locale["missing"].as_object());
        let messages = files.flat_map(|files| files.values().filter_map(Value::as_array));
        let count: usize = messages.map(Vec::len).sum();
        format!("{count} missing messages; nothing else is looked for")
    }))
}

/// Its other checks ask the Python code of a project, which these have none of.
fn ftl_check(program: &str, corpus: &Corpus, is_relay: bool, folder: &Path) -> Result<Row, String> {
    let command = "FTL-Extract 0.12.3 `ftl check`";
    if !is_relay {
        return Ok(unable(command, "wants a folder for each locale"));
    }
    let report = program::target().join("bench/ftl-check.json").display().to_string();
    let mut words =
        vec![program, "check", ".", "--report-path", &report, "--report-format", "json"];
    for check in ["syntax", "references", "untranslated"] {
        words.extend(["--check", check]);
    }
    let locales = locales(folder, corpus)?;
    for locale in &locales {
        words.extend(["-l", locale]);
    }
    Ok(row(command, measure(&words, folder)?, |_| {
        let report = std::fs::read(&report).unwrap_or_default();
        let document: Value = serde_json::from_slice(&report).unwrap_or_default();
        let count = document["diagnostics"].as_array().map_or(0, Vec::len);
        format!(
            "{count} findings of `syntax`, `references`, `untranslated`; the rest asks Python code"
        )
    }))
}

/// The folders of the locales, the source's left out.
fn locales(folder: &Path, corpus: &Corpus) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != corpus.source)
        .collect();
    names.sort();
    Ok(names)
}

/// A project file for a project that has none: every file that is named after a locale.
fn write_l10n_toml(corpus: &Corpus, folder: &Path) -> Outcome {
    let files = fluent_files(folder);
    let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let locales: BTreeSet<&str> = stems.filter(|stem| *stem != corpus.source).collect();
    let locales: Vec<&str> = locales.into_iter().collect();
    let mut text = format!("basepath = \".\"\nlocales = {locales:?}\n");
    for place in ["src/uu/*/locales", "src/uucore/locales"] {
        text.push_str(&format!(
            "[[paths]]\nreference = \"{place}/{}.ftl\"\nl10n = \"{place}/{{locale}}.ftl\"\n",
            corpus.source
        ));
    }
    std::fs::write(folder.join("l10n.toml"), text).map_err(|error| error.to_string())
}
