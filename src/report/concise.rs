//! One line per finding: `path:line:column: severity[rule] locale: message`.

use std::fmt::Write as _;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;

/// How many findings are written in one go.
const PIECE: usize = 1 << 10;
/// How many bytes most lines have at most.
const LINE: usize = 160;

/// Findings, a line each.
pub fn concise(findings: &[Diagnostic]) -> String {
    findings.par_chunks(PIECE).map(lines).collect()
}

fn lines(findings: &[Diagnostic]) -> String {
    let mut text = String::with_capacity(findings.len() * LINE);
    for finding in findings {
        let place = &finding.place;
        let (severity, rule) = (finding.severity.word(), finding.rule);
        let _ = write!(text, "{}:{}: {severity}[{rule}] ", place.path, place.start);
        if let Some(locale) = &finding.subject.locale {
            text.extend([locale, ": "]);
        }
        text.extend([&*finding.message, "\n"]);
    }
    text
}
