//! Findings as Checkstyle's XML report, which many tools for reviews read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::xml::attribute;
use super::{Repository, title, told};
use crate::diagnostic::{Diagnostic, Severity};

/// The version of Checkstyle whose report this is like.
const VERSION: &str = "10.0";

/// Findings by file.
pub fn checkstyle(findings: &[Diagnostic], repository: &Repository) -> String {
    let mut files: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        files.entry(&finding.place.path).or_default().push(finding);
    }
    let mut text =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"{VERSION}\">\n");
    for (path, findings) in files {
        let _ = writeln!(text, "  <file name={}>", attribute(&repository.path(path)));
        findings.iter().for_each(|finding| text.push_str(&error(finding)));
        text.push_str("  </file>\n");
    }
    text.push_str("</checkstyle>\n");
    text
}

fn error(finding: &Diagnostic) -> String {
    let start = finding.place.start;
    let message = told(title(finding), finding).join("\n");
    format!(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message={} source={}/>\n",
        start.line,
        start.column,
        severity(finding.severity),
        attribute(&message),
        attribute(&format!("isogloss.{}", finding.rule)),
    )
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    }
}
