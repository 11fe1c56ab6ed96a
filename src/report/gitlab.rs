//! Findings as a GitLab Code Quality report: the part of Code Climate's format that GitLab reads.

use serde_json::{Value, json};

use super::{Array, Repository, document, fingerprints, title, told};
use crate::diagnostic::{Diagnostic, Severity};

/// A JSON array of findings. GitLab takes findings with one fingerprint for one, so no two share it.
pub fn gitlab(findings: &[Diagnostic], repository: &Repository) -> String {
    let names = fingerprints(findings);
    let entry = |index: usize, finding: &Diagnostic| entry(finding, &names[index], repository);
    document(&Array { findings, entry: &entry })
}

fn entry(finding: &Diagnostic, fingerprint: &str, repository: &Repository) -> Value {
    json!({
        "description": told(title(finding), finding).join("; "),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": severity(finding.severity),
        "location": {
            "path": repository.path(&finding.place.path),
            "lines": { "begin": finding.place.start.line },
        },
    })
}

/// GitLab has `info`, `minor`, `major`, `critical` and `blocker`.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
