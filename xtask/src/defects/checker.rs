//! What each checker says of a project, in a form in which it can be told whether it means a defect.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::base::Tree;
use crate::corpus::RELAY;
use crate::program;

/// The checkers, in the order of the table.
pub(super) const COLUMNS: [&str; 3] =
    ["Isogloss", "compare-locales 9.0.5", "FTL-Extract 0.12.3 `ftl check`"];

/// What all checkers say of one project.
pub(super) struct Reports {
    pub(super) isogloss: Vec<Value>,
    /// Of each peer.
    peers: [Vec<Told>; COLUMNS.len() - 1],
}

/// What a peer says, as far as it says where.
#[derive(Debug)]
pub(super) struct Told {
    path: String,
    line: Option<usize>,
    pub(super) name: Option<String>,
}

/// Where a defect lies.
pub(super) struct Place<'a> {
    pub(super) locale: &'a str,
    pub(super) file: &'a str,
    /// The path of the file or folder.
    pub(super) path: &'a str,
    pub(super) names: &'a [String],
    /// From the first to the last line of the entry.
    pub(super) lines: RangeInclusive<usize>,
}

/// Runs every checker on a project.
pub(super) fn run(folder: &Path, tree: &Tree) -> Result<Reports, String> {
    let isogloss = program::findings(folder, &["--source", RELAY.source, "."])?;
    let compared = program::compare_locales(folder, "l10n.toml")?;
    let compared =
        compared.into_iter().map(|(path, finding)| told_by_compare_locales(path, &finding));
    Ok(Reports { isogloss, peers: [compared.collect(), ftl_check(folder, tree)?] })
}

impl Reports {
    /// Which checkers find a defect: Isogloss by a rule that tells of it, a peer by anything that it
    /// says of the entry.
    pub(super) fn find(&self, place: &Place, rules: &[&str]) -> [bool; COLUMNS.len()] {
        let mut found = [false; COLUMNS.len()];
        found[0] = self.isogloss.iter().any(|finding| is_meant(finding, place, rules));
        for (column, told) in self.peers.iter().enumerate() {
            found[column + 1] = told.iter().any(|told| told.is_about(place));
        }
        found
    }
}

fn is_meant(finding: &Value, place: &Place, rules: &[&str]) -> bool {
    let word = |key: &str| finding[key].as_str().unwrap_or_default();
    let line = finding["line"].as_u64().unwrap_or_default() as usize;
    let name = word("message_id");
    let is_named = place.names.iter().any(|other| other == name);
    let is_in_file =
        word("path") == place.path || word("path").starts_with(&format!("{}/", place.path));
    let is_of_file = word("locale") == place.locale && word("resource") == place.file;
    let is_whole = place.names.is_empty();
    rules.contains(&word("rule"))
        && (is_in_file && (is_whole || is_named || place.lines.contains(&line))
            || is_of_file && (is_named || is_whole && name.is_empty()))
}

impl Told {
    fn is_about(&self, place: &Place) -> bool {
        let is_in_entry = || {
            self.name.as_ref().is_some_and(|name| place.names.contains(name))
                || self.line.is_some_and(|line| place.lines.contains(&line))
        };
        self.path == place.path && (place.names.is_empty() || is_in_entry())
    }
}

/// `{"missingEntity": "id"}`, or `{"error": "… at line 3, column 1 for id"}` and its like.
pub(super) fn told_by_compare_locales(path: String, finding: &Value) -> Told {
    let fields = finding.as_object();
    let (key, text) = fields
        .and_then(|fields| fields.iter().next())
        .map_or(("", ""), |(key, text)| (key.as_str(), text.as_str().unwrap_or_default()));
    let name = match key {
        "missingEntity" | "obsoleteEntity" => Some(text),
        _ => text
            .split_once(" occurs ")
            .map(|(name, _)| name)
            .or_else(|| text.rsplit_once(" for ").map(|(_, name)| name)),
    };
    Told { path, line: number_after(text, "line "), name: name.map(str::to_owned) }
}

/// Its checks that need no Python code.
fn ftl_check(folder: &Path, tree: &Tree) -> Result<Vec<Told>, String> {
    let report = program::target().join("defects/ftl-check.json");
    let mut command = Command::new(program::peers()?.join("ftl"));
    command.args(["check", ".", "--report-format", "json", "--report-path"]).arg(&report);
    for check in ["syntax", "references", "untranslated"] {
        command.args(["--check", check]);
    }
    let locales: BTreeSet<&String> = tree.keys().map(|(locale, _)| locale).collect();
    for locale in locales.into_iter().filter(|locale| *locale != RELAY.source) {
        command.args(["-l", locale]);
    }
    if report.exists() {
        std::fs::remove_file(&report).map_err(|error| error.to_string())?;
    }
    let ran = command.current_dir(folder).output().map_err(|error| error.to_string())?;
    if !report.exists() {
        // It ends at the first file that it cannot read.
        let printed = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
        let (_, path) = printed
            .split_once("Failed to read FTL file: ./")
            .ok_or_else(|| format!("ftl check: {printed}"))?;
        let path = path.lines().next().unwrap_or_default().to_owned();
        return Ok(vec![Told { path, line: None, name: None }]);
    }
    let failed = |error: String| format!("{}: {error}", report.display());
    let text = std::fs::read(&report).map_err(|error| failed(error.to_string()))?;
    let document: Value =
        serde_json::from_slice(&text).map_err(|error| failed(error.to_string()))?;
    let diagnostics = document["diagnostics"].as_array().into_iter().flatten();
    Ok(diagnostics
        .map(|diagnostic| Told {
            path: diagnostic["ftl_location"]["path"].as_str().unwrap_or_default().to_owned(),
            line: diagnostic["ftl_location"]["line"].as_u64().map(|line| line as usize),
            name: diagnostic["key"].as_str().map(str::to_owned),
        })
        .collect())
}

/// The number that stands behind a word.
fn number_after(text: &str, word: &str) -> Option<usize> {
    let (_, rest) = text.split_once(word)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// Whether Isogloss says that a key of the project file is none. Where too little is left to go on,
/// it says so and ends.
pub(super) fn isogloss_names(folder: &Path, key: &str) -> Result<bool, String> {
    let ran = Command::new(program::target().join("release/isogloss"))
        .args(["check", "--l10n-toml", "l10n.toml"])
        .current_dir(folder)
        .output()
        .map_err(|error| error.to_string())?;
    let printed = String::from_utf8_lossy(&ran.stdout);
    let key = key.trim_matches(|c: char| "[]= ".contains(c));
    Ok(printed.contains(&format!("error[invalid-config]: `{key}` is not a key")))
}

/// Whether compare-locales refuses a project, or says anything of it.
pub(super) fn compare_locales_refuses(folder: &Path) -> Result<bool, String> {
    let ran = Command::new(program::peers()?.join("compare-locales"))
        .args(["--json", "-", "l10n.toml", "."])
        .current_dir(folder)
        .output()
        .map_err(|error| error.to_string())?;
    let told = program::compared(&ran.stdout);
    Ok(!ran.status.success() || told.is_none_or(|told| !told.is_empty()))
}
