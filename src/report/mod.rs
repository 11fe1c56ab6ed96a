//! What the tool prints: findings and coverage, for people and for machines.
//!
//! Every format is a function from data to text. Printing is `cli`'s business, judging `check`'s.

mod badge;
mod checkstyle;
mod concise;
mod coverage;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markdown;
mod page;
mod part;
mod sarif;
mod todo;
mod xml;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::Hash;

use rayon::prelude::*;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::counted;

pub use badge::badge;
pub use checkstyle::checkstyle;
pub use concise::{concise, write_concise};
pub use coverage::{LocaleCoverage, coverage_json, coverage_table};
pub use github::github;
pub use gitlab::gitlab;
pub use human::human;
pub use json::json;
pub use junit::junit;
pub use markdown::{coverage_markdown, markdown};
pub use page::page;
pub use part::{PartReport, VariantReport, part};
pub use sarif::sarif;
pub use todo::{todo_csv, todo_json, todo_markdown, todo_text};

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Summary {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoParallelIterator<Item = &'a Diagnostic>) -> Self {
        let count = |mut counted: Self, finding: &Diagnostic| {
            match finding.severity {
                Severity::Error => counted.errors += 1,
                Severity::Warning => counted.warnings += 1,
                Severity::Note => counted.notes += 1,
            }
            counted
        };
        findings.into_par_iter().fold(Self::default, count).reduce(Self::default, Self::plus)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            notes: self.notes + other.notes,
        }
    }

    /// `2 errors, 1 warning`, without what there is none of; `no findings` if there is none.
    pub fn words(self) -> String {
        let all = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let words: Vec<String> = all
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| counted(count, noun))
            .collect();
        if words.is_empty() { "no findings".to_owned() } else { words.join(", ") }
    }
}

/// `98.5 %`, rounded down so that only all is 100 %.
fn percent(share: f64) -> String {
    let tenths = (share * 1000.0).floor() / 10.0;
    match tenths.fract() == 0.0 {
        true => format!("{tenths:.0} %"),
        false => format!("{tenths:.1} %"),
    }
}

/// Where the project lies, for formats that are read by whoever knows the whole repository.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repository {
    /// The project's folder in its repository: empty, or with a closing `/`.
    pub folder: String,
    /// Where the repository's files can be read on the web, with a closing `/`.
    pub web: Option<String>,
}

impl Repository {
    /// The path of a project's file in the repository.
    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    /// The address of a project's file relative to the repository's root (RFC 3986).
    fn uri(&self, path: &str) -> String {
        let mut uri = String::new();
        for byte in self.path(path).bytes() {
            match byte {
                b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
                _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
                _ => _ = write!(uri, "%{byte:02X}"),
            }
        }
        uri
    }
}

/// What is wrong, and in which locale.
fn title(finding: &Diagnostic) -> String {
    match &finding.locale {
        Some(locale) => format!("{} ({locale})", finding.message),
        None => finding.message.to_string(),
    }
}

/// All that a finding says, in lines: what is wrong, then why it matters and what to do.
fn told(wrong: String, finding: &Diagnostic) -> Vec<String> {
    let label = finding.label.as_deref().map(str::to_owned);
    let help = finding.help.as_ref().map(|help| format!("help: {help}"));
    [Some(wrong), label, help].into_iter().flatten().collect()
}

/// Control characters become visible, but for tabs and line breaks: terminals obey them, and XML
/// forbids most of them.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' => shown.push(c),
            '\0'..='\x1F' => shown.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or(c)),
            '\x7F' => shown.push('␡'),
            '\u{80}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(shown, "<U+{:04X}>", u32::from(c));
            }
            _ => shown.push(c),
        }
    }
    shown
}

/// Names for findings that no two of a run share, and that two runs agree on: the identity, and
/// which of those with this identity it is.
fn fingerprints(findings: &[Diagnostic]) -> Vec<String> {
    let identities = findings.iter().map(Diagnostic::identity);
    numbered(identities).map(|(number, identity)| format!("{identity}:{}", number + 1)).collect()
}

/// How many equal ones came before each.
fn numbered<K: Hash + Eq + Clone>(
    keys: impl Iterator<Item = K>,
) -> impl Iterator<Item = (usize, K)> {
    let mut counts: HashMap<K, usize> = HashMap::new();
    keys.map(move |key| {
        let count = counts.entry(key.clone()).or_default();
        *count += 1;
        (*count - 1, key)
    })
}

/// Findings as a JSON array that is written one by one: a tree of all of them would take a multiple
/// of what the findings take.
struct Array<'a> {
    findings: &'a [Diagnostic],
    /// What a finding becomes, by its index.
    entry: &'a dyn Fn(usize, &Diagnostic) -> Value,
}

impl Serialize for Array<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let findings = self.findings.iter().enumerate();
        serializer.collect_seq(findings.map(|(index, finding)| (self.entry)(index, finding)))
    }
}

/// A JSON document that ends in a line break. Nothing that is written here can fail to be JSON.
fn document(content: &impl Serialize) -> String {
    serde_json::to_string_pretty(content).unwrap_or_default() + "\n"
}

/// Findings in rounds: the first of each key, then the second of each, so that those cut off at
/// any length are the ones whose like was shown.
fn in_rounds<'a, K: Hash + Eq + Clone>(
    findings: impl IntoIterator<Item = &'a Diagnostic>,
    key: impl Fn(&'a Diagnostic) -> K,
) -> Vec<&'a Diagnostic> {
    let findings: Vec<&Diagnostic> = findings.into_iter().collect();
    let rounds = numbered(findings.iter().map(|finding| key(finding))).map(|(number, _)| number);
    let mut rounds: Vec<(usize, &Diagnostic)> = rounds.zip(findings.iter().copied()).collect();
    rounds.sort_by_key(|(round, _)| *round);
    rounds.into_iter().map(|(_, finding)| finding).collect()
}
