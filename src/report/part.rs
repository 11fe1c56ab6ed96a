//! One part of a locale, explained: `why`.

use std::fmt::Write as _;

use anstyle::Style;

use super::concise;
use crate::diagnostic::Diagnostic;

/// All there is to know of one part in a locale.
#[derive(Clone, Debug)]
pub struct PartReport {
    /// `id`, `-id` or `id.attribute`.
    pub name: String,
    /// The locale's code.
    pub locale: String,
    /// The resource.
    pub resource: String,
    /// The state, as `status` counts it.
    pub state: String,
    /// The codes of the chain, nearest first.
    pub chain: Vec<String>,
    /// The locale a reader's text comes from, and the place of it.
    pub shown_from: Option<(String, String)>,
    /// The source as it is written, and its place.
    pub source: Option<(String, String)>,
    /// The translation as it is written, and its place.
    pub translation: Option<(String, String)>,
    /// What readers see.
    pub variants: Vec<VariantReport>,
    /// Findings about it.
    pub findings: Vec<Diagnostic>,
}

/// What readers see for given arguments.
#[derive(Clone, Debug)]
pub struct VariantReport {
    /// `$count = 2`; empty without arguments.
    pub arguments: String,
    /// The text.
    pub text: String,
}

/// A part for people.
pub fn part(report: &PartReport) -> String {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let mut text = format!(
        "{bold}{}{bold:#} in {} ({}): {bold}{}{bold:#}\n",
        report.name, report.locale, report.resource, report.state
    );
    let _ = writeln!(text, "chain: {}", report.chain.join(" → "));
    match &report.shown_from {
        Some((locale, place)) => {
            let _ = writeln!(text, "readers get: {locale} {dim}{place}{dim:#}");
        }
        None => text.push_str("readers get: nothing\n"),
    }
    for (title, shown) in [("source", &report.source), ("translation", &report.translation)] {
        let Some((pattern, place)) = shown else { continue };
        let _ = writeln!(text, "\n{title} {dim}{place}{dim:#}");
        for line in pattern.lines() {
            let _ = writeln!(text, "    {line}");
        }
    }
    if !report.variants.is_empty() {
        text.push_str("\nshown\n");
    }
    for variant in &report.variants {
        let arguments = match variant.arguments.is_empty() {
            true => String::new(),
            false => format!("{dim}{}:{dim:#} ", variant.arguments),
        };
        let _ = writeln!(text, "    {arguments}{}", variant.text.replace('\n', "\n    "));
    }
    if !report.findings.is_empty() {
        let _ = write!(text, "\nfindings\n{}", indented(&concise(&report.findings)));
    }
    text
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
