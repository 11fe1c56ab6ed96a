//! What the tool prints: findings and coverage, for people and for machines.
//!
//! Every format is a function from data to text. Printing is `cli`'s business, judging `check`'s.

mod concise;
mod coverage;
mod human;
mod json;
mod page;
mod part;
mod todo;

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::counted;

pub use concise::concise;
pub use coverage::{LocaleCoverage, coverage_json, coverage_table};
pub use human::human;
pub use json::json;
pub use page::page;
pub use part::{PartReport, VariantReport, part};
pub use todo::{Todo, todo};

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
    pub fn of(findings: &[Diagnostic]) -> Self {
        let count =
            |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
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
