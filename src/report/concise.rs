//! One line per finding: `path:line:column: severity[rule] locale: message`.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;

/// Findings, a line each.
pub fn concise(findings: &[Diagnostic]) -> String {
    let mut text = String::new();
    for finding in findings {
        let place = &finding.place;
        let locale = match &finding.subject.locale {
            Some(locale) => format!("{locale}: "),
            None => String::new(),
        };
        let _ = writeln!(
            text,
            "{}:{}: {}[{}] {locale}{}",
            place.path, place.start, finding.severity, finding.rule, finding.message
        );
    }
    text
}
