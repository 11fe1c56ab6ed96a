//! Coverage: a table with bars for people, JSON for machines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use serde_json::json;

use super::percent;
use crate::change::Change;
use crate::config::Stage;
use crate::coverage::{Counts, Staleness};

/// The coverage of one locale.
#[derive(Clone, Debug)]
pub struct LocaleCoverage {
    /// Its code as written in the project.
    pub locale: String,
    /// Its stage.
    pub stage: Stage,
    /// The share it must have, if one is set.
    pub required: Option<f64>,
    /// The share at which it may be released, if it is a draft and one is set.
    pub release_at: Option<f64>,
    /// Counts by resource.
    pub resources: BTreeMap<String, Counts>,
}

impl LocaleCoverage {
    /// The sum over all resources.
    pub fn total(&self) -> Counts {
        let mut sum = Counts::default();
        self.resources.values().for_each(|counts| sum += *counts);
        sum
    }

    /// Whether it is a draft that covers as much as it takes to release it.
    pub fn is_ready(&self) -> bool {
        let is_reached = |share: f64| self.total().coverage() >= share;
        self.stage == Stage::Draft && self.release_at.is_some_and(is_reached)
    }
}

const BAR: usize = 20;
const HEAD: [&str; 9] =
    ["", "covered", "", "parts", "words", "missing", "stale", "unknown", "other"];

/// A table of locales; with `by_resource`, a row for each resource below its locale.
pub fn coverage_table(source: &str, locales: &[LocaleCoverage], by_resource: bool) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for locale in locales {
        let name = match locale.stage {
            Stage::Released => locale.locale.clone(),
            Stage::Draft => format!("{} (draft)", locale.locale),
        };
        rows.push(row(name, &locale.total()));
        if by_resource {
            rows.extend(
                locale.resources.iter().map(|(name, counts)| row(format!("  {name}"), counts)),
            );
        }
    }
    let mut text = format!("source: {source}\n\n");
    let widths: Vec<usize> = (0..HEAD.len())
        .map(|column| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells.chain([HEAD[column].chars().count()]).max().unwrap_or(0)
        })
        .collect();
    let dim = Style::new().dimmed();
    let head: Vec<String> = HEAD.iter().map(|&word| word.to_owned()).collect();
    let _ = writeln!(text, "{dim}{}{dim:#}", line(&head, &widths));
    for row in &rows {
        let _ = writeln!(text, "{}", line(row, &widths));
    }
    for locale in locales.iter().filter(|locale| locale.is_ready()) {
        let (code, covered) = (&locale.locale, percent(locale.total().coverage()));
        let _ = write!(
            text,
            "\n`{code}` covers {covered} and may be ready for readers: \
             take `stage = \"draft\"` out of [locales.{code}] to release it\n"
        );
    }
    text
}

fn row(name: String, counts: &Counts) -> Vec<String> {
    let other = counts.identical + counts.inherited + counts.invalid + counts.obsolete;
    let detail = [
        (counts.identical, "identical"),
        (counts.inherited, "inherited"),
        (counts.invalid, "invalid"),
        (counts.obsolete, "obsolete"),
    ];
    let detail: Vec<String> = detail
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    vec![
        name,
        bar(counts.coverage()),
        percent(counts.coverage()),
        format!("{}/{}", counts.covered(), counts.total()),
        format!("{}/{}", counts.covered_words, counts.words),
        counts.missing.to_string(),
        stale(counts.stale),
        counts.unknown.to_string(),
        if other == 0 { String::new() } else { detail.join(", ") },
    ]
}

/// `3 (2 wording, 1 interface)`.
fn stale(stale: Staleness) -> String {
    let kinds = [
        (stale.wording, Change::Wording),
        (stale.rewrite, Change::Rewrite),
        (stale.interface, Change::Interface),
    ];
    let kinds: Vec<String> = kinds
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, change)| format!("{count} {}", change.word()))
        .collect();
    match kinds.is_empty() {
        true => "0".to_owned(),
        false => format!("{} ({})", stale.total(), kinds.join(", ")),
    }
}

fn bar(share: f64) -> String {
    let full = (share * BAR as f64).floor() as usize;
    format!("{}{}", "█".repeat(full), "░".repeat(BAR - full))
}

/// Cells side by side; the first two and the last to the left, numbers to the right.
fn line(cells: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    for (column, cell) in cells.iter().enumerate() {
        let space = " ".repeat(widths[column] - cell.chars().count());
        let is_left = column < 2 || column == cells.len() - 1;
        let cell = if column == 1 { colored(cell) } else { cell.clone() };
        line.push_str(&if is_left { format!("{cell}{space}") } else { format!("{space}{cell}") });
        line.push_str("  ");
    }
    line.trim_end().to_owned()
}

fn colored(bar: &str) -> String {
    let color = match bar.contains('░') {
        true => AnsiColor::Yellow,
        false => AnsiColor::Green,
    };
    let style = color.on_default();
    format!("{style}{bar}{style:#}")
}

/// The coverage of every locale as one JSON document, described by `schema/status.schema.json`.
pub fn coverage_json(source: &str, locales: &[LocaleCoverage]) -> String {
    let locales: Vec<serde_json::Value> = locales
        .iter()
        .map(|locale| {
            let counts = locale.total();
            json!({
                "locale": locale.locale,
                "stage": locale.stage.word(),
                "parts": parts(&counts),
                "stale": {
                    "wording": counts.stale.wording,
                    "rewrite": counts.stale.rewrite,
                    "interface": counts.stale.interface,
                },
                "words": { "total": counts.words, "covered": counts.covered_words },
                "coverage": counts.coverage(),
                "fresh": counts.fresh(),
                "required": locale.required,
                "release_at": locale.release_at,
                "ready": locale.is_ready(),
                "resources": locale.resources.iter().map(|(name, counts)| json!({
                    "resource": name,
                    "parts": parts(counts),
                    "words": { "total": counts.words, "covered": counts.covered_words },
                    "coverage": counts.coverage(),
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    let document = json!({ "schema": 1, "source": source, "locales": locales });
    format!("{document:#}\n")
}

fn parts(counts: &Counts) -> serde_json::Value {
    json!({
        "total": counts.total(),
        "current": counts.current,
        "unknown": counts.unknown,
        "stale": counts.stale.total(),
        "identical": counts.identical,
        "inherited": counts.inherited,
        "missing": counts.missing,
        "invalid": counts.invalid,
        "obsolete": counts.obsolete,
    })
}
