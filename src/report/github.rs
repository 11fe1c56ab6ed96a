//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use std::cmp::Reverse;
use std::fmt::Write as _;

use super::{Repository, Summary, in_rounds, told, visible};
use crate::diagnostic::{Diagnostic, Severity};

/// How many annotations of each kind GitHub shows for one step. What is beyond is only in the log.
const SHOWN: usize = 10;

/// A command for each finding, and their counts.
///
/// The worst come first, and among those the first of each rule, so that GitHub shows one of
/// everything rather than ten of the same.
pub fn github(findings: &[Diagnostic], repository: &Repository) -> String {
    let mut ordered = in_rounds(findings, |finding| finding.rule);
    ordered.sort_by_key(|finding| Reverse(finding.severity));
    let mut text: String =
        ordered.into_iter().map(|finding| command(finding, repository)).collect();
    let summary = Summary::of(findings);
    let beyond: usize = [summary.errors, summary.warnings, summary.notes]
        .iter()
        .map(|count| count.saturating_sub(SHOWN))
        .sum();
    text.push_str(&summary.words());
    if beyond > 0 {
        let _ = write!(
            text,
            ": GitHub shows {SHOWN} of each beside the code, {beyond} more are only in this log"
        );
    }
    text.push('\n');
    text
}

/// The log shows nothing but the message, so it names the place too.
fn command(finding: &Diagnostic, repository: &Repository) -> String {
    let place = &finding.place;
    let path = repository.path(&place.path);
    let first = format!("{path}:{}: {}", place.start, finding.message);
    let message = told(first, finding).join("\n");
    let title = match &finding.locale {
        Some(locale) => format!("{} ({locale})", finding.rule),
        None => finding.rule.to_owned(),
    };
    let mut properties = format!("file={},line={}", property(&path), place.start.line);
    // GitHub drops columns of what spans several lines.
    if place.start.line == place.end.line {
        let (start, end) = (place.start.column, place.end.column.max(place.start.column));
        let _ = write!(properties, ",col={start},endColumn={end}");
    } else {
        let _ = write!(properties, ",endLine={}", place.end.line);
    }
    format!(
        "::{} {properties},title={}::{}\n",
        kind(finding.severity),
        property(&title),
        data(&message)
    )
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// What stands behind the second `::`.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
