//! Findings as JUnit's XML report: a suite for each locale, a test for each finding.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::xml::{attribute, text};
use super::{Repository, numbered, told};
use crate::diagnostic::{Diagnostic, Severity};

/// The suite of what concerns no locale, or every one.
const PROJECT: &str = "project";

/// Findings by locale. What makes the check fail is a failed test; what does not, a skipped one, so
/// that the report and the exit code agree. Without findings there is one test, which passed: some
/// readers refuse a report without tests.
///
/// No test took any time: the report of the same findings is the same file.
pub fn junit(
    findings: &[Diagnostic],
    repository: &Repository,
    fails: &dyn Fn(Severity) -> bool,
) -> String {
    let mut suites: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        let locale = finding.locale.as_deref().unwrap_or(PROJECT);
        suites.entry(locale).or_default().push(finding);
    }
    let failed = findings.iter().filter(|finding| fails(finding.severity)).count();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"isogloss\" tests=\"{}\" failures=\"{failed}\" errors=\"0\" time=\"0\">\n",
        findings.len().max(1),
    );
    for (name, findings) in &suites {
        text.push_str(&suite(name, findings, repository, fails));
    }
    if findings.is_empty() {
        text.push_str(&head(PROJECT, 1, 0, 0));
        let _ = writeln!(
            text,
            "    <testcase classname=\"{PROJECT}\" name=\"no findings\" time=\"0\"/>"
        );
        text.push_str("  </testsuite>\n");
    }
    text.push_str("</testsuites>\n");
    text
}

fn suite(
    name: &str,
    findings: &[&Diagnostic],
    repository: &Repository,
    fails: &dyn Fn(Severity) -> bool,
) -> String {
    let failed = findings.iter().filter(|finding| fails(finding.severity)).count();
    let mut text = head(name, findings.len(), failed, findings.len() - failed);
    // Readers know a test again by its names, so no line is in them; what repeats is numbered.
    let names = findings
        .iter()
        .map(|finding| format!("{}: {}", repository.path(&finding.place.path), finding.message));
    for (finding, (number, test)) in findings.iter().zip(numbered(names)) {
        let test = if number == 0 { test } else { format!("{test} ({})", number + 1) };
        let _ = writeln!(
            text,
            "    <testcase classname={} name={} time=\"0\">",
            attribute(&format!("{name}.{}", finding.rule)),
            attribute(&test)
        );
        let outcome = if fails(finding.severity) { "failure" } else { "skipped" };
        text.push_str(&outcome_of(finding, outcome, repository));
        text.push_str("    </testcase>\n");
    }
    text.push_str("  </testsuite>\n");
    text
}

fn head(name: &str, tests: usize, failed: usize, skipped: usize) -> String {
    format!(
        "  <testsuite name={} tests=\"{tests}\" failures=\"{failed}\" errors=\"0\" \
         skipped=\"{skipped}\" time=\"0\">\n",
        attribute(name)
    )
}

fn outcome_of(finding: &Diagnostic, outcome: &str, repository: &Repository) -> String {
    let place = format!("{}:{}", repository.path(&finding.place.path), finding.place.start);
    let body = told(place, finding).join("\n");
    format!(
        "      <{outcome} type=\"{}\" message={}>{}</{outcome}>\n",
        finding.severity,
        attribute(&finding.message),
        text(&body)
    )
}
