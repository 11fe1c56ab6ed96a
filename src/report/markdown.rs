//! A summary in Markdown for the page of a CI job: coverage by locale, then findings by rule.
//!
//! It is cut to a size that a job page takes (GitHub refuses more than 1 MiB) and says what it left
//! out.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{LocaleCoverage, Repository, Summary, in_rounds, percent, visible};
use crate::check;
use crate::config::Stage;
use crate::coverage::Counts;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::counted;

/// How many findings of a rule are listed.
const SHOWN: usize = 10;

/// How much of a message is shown, in characters.
const LONGEST: usize = 300;

/// Coverage of every locale and what was found, worst first.
pub fn markdown(
    findings: &[Diagnostic],
    coverage: &[LocaleCoverage],
    repository: &Repository,
) -> String {
    let mut text = format!("## Isogloss: {}\n", Summary::of(findings).words());
    if !coverage.is_empty() {
        let _ = write!(text, "\n{}", locales(findings, coverage));
    }
    let mut rules: BTreeMap<(Reverse<Severity>, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        rules.entry((Reverse(finding.severity), finding.rule)).or_default().push(finding);
    }
    for ((Reverse(severity), rule), findings) in rules {
        let _ = write!(text, "\n{}", section(severity, rule, &findings, repository));
    }
    text
}

/// A row for each locale: what is translated and what was found.
fn locales(findings: &[Diagnostic], coverage: &[LocaleCoverage]) -> String {
    let mut text =
        "| locale | translated | missing | invalid | stale | errors | warnings | notes |\n\
                    |---|---:|---:|---:|---:|---:|---:|---:|\n"
            .to_owned();
    let mut by_locale: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        let locale = finding.locale.as_deref().unwrap_or_default();
        by_locale.entry(locale).or_default().push(finding);
    }
    for locale in coverage {
        let own = by_locale.remove(&*locale.locale).unwrap_or_default();
        let Summary { errors, warnings, notes } = Summary::of(own);
        let counts = locale.total();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {errors} | {warnings} | {notes} |",
            name(locale),
            share(locale, &counts),
            counts.missing,
            counts.invalid,
            counts.stale.total()
        );
    }
    text
}

fn name(locale: &LocaleCoverage) -> String {
    match locale.stage {
        Stage::Released => escaped(&locale.locale),
        Stage::Draft => format!("{} (draft)", escaped(&locale.locale)),
    }
}

/// The covered share, with the share that is required where it is not reached.
fn share(locale: &LocaleCoverage, counts: &Counts) -> String {
    let covered = percent(counts.coverage());
    match locale.required.filter(|required| counts.coverage() < *required) {
        Some(required) => format!("**{covered}** of {}", percent(required)),
        None => covered,
    }
}

fn section(
    severity: Severity,
    rule: &str,
    findings: &[&Diagnostic],
    repository: &Repository,
) -> String {
    let mut text = format!("### {}: `{rule}`\n\n", counted(findings.len(), severity.word()));
    if let Some(rule) = check::find(rule) {
        let _ = writeln!(text, "{}\n", marked(rule.summary));
    }
    // Of every locale some, rather than all of the first.
    let locale = |finding: &Diagnostic| finding.locale.clone();
    let mut shown = in_rounds(findings.iter().copied(), locale);
    shown.truncate(SHOWN);
    shown.sort_by(|one, other| one.compare(other));
    shown.iter().for_each(|finding| text.push_str(&item(finding, repository)));
    if findings.len() > shown.len() {
        let more = findings.len() - shown.len();
        let _ =
            writeln!(text, "- … and {more} more: `isogloss check --rule {rule} --format concise`");
    }
    text
}

fn item(finding: &Diagnostic, repository: &Repository) -> String {
    let locale = match &finding.locale {
        Some(locale) => format!("**{}** ", escaped(locale)),
        None => String::new(),
    };
    let mut text =
        format!("- {locale}{} {}", link(&finding.place, repository), marked(&finding.message));
    if let Some(label) = &finding.label {
        let _ = write!(text, ": {}", marked(label));
    }
    if let Some(help) = &finding.help {
        let _ = write!(text, "; {}", marked(help));
    }
    text.push('\n');
    text
}

/// Path and line, which lead to the file where it is known how it can be read on the web.
fn link(place: &Place, repository: &Repository) -> String {
    let shown = escaped(&format!("{}:{}", repository.path(&place.path), place.start.line));
    match &repository.web {
        Some(web) => {
            format!("[{shown}]({web}{}#L{})", repository.uri(&place.path), place.start.line)
        }
        None => shown,
    }
}

/// A message, whose backticks are Markdown's own. Everything else in it stands for itself.
pub(super) fn marked(message: &str) -> String {
    let message = shortened(message);
    let parts: Vec<&str> = message.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(&message);
    }
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        match index % 2 {
            0 => text.push_str(&escaped(part)),
            _ if part.is_empty() => text.push_str("\\`\\`"),
            _ => _ = write!(text, "`{}`", visible(part).replace(['\n', '\t'], " ")),
        }
    }
    text
}

fn shortened(message: &str) -> String {
    match message.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message.to_owned(),
    }
}

/// Text in which nothing is markup: every punctuation mark of ASCII may stand behind a backslash
/// (CommonMark 2.4).
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in visible(text).chars() {
        match c {
            '\n' | '\t' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '@' | '!' | '&'
            | '$' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// The coverage of every locale as a table; with `by_resource`, one more for each locale.
pub fn coverage_markdown(source: &str, locales: &[LocaleCoverage], by_resource: bool) -> String {
    let head = "translated | parts | words | missing | invalid | stale | unknown |\n\
                |---|---:|---:|---:|---:|---:|---:|---:|";
    let mut text = format!("Translated from {}.\n\n| locale | {head}\n", escaped(source));
    for locale in locales {
        let counts = locale.total();
        text.push_str(&row(&name(locale), &share(locale, &counts), &counts));
    }
    for locale in locales.iter().filter(|_| by_resource) {
        let _ = writeln!(text, "\n### {}\n\n| resource | {head}", name(locale));
        for (resource, counts) in &locale.resources {
            text.push_str(&row(&escaped(resource), &percent(counts.coverage()), counts));
        }
    }
    text
}

fn row(name: &str, share: &str, counts: &Counts) -> String {
    format!(
        "| {name} | {share} | {}/{} | {}/{} | {} | {} | {} | {} |\n",
        counts.covered(),
        counts.total(),
        counts.covered_words,
        counts.words,
        counts.missing,
        counts.invalid,
        counts.stale.total(),
        counts.unknown
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_no_markup_outside_its_backticks() {
        assert_eq!(marked("`a*b` is *not* <b>|"), "`a*b` is \\*not\\* \\<b\\>\\|");
        assert_eq!(marked("one ` too many"), "one \\` too many");
        assert_eq!(marked("two\nlines `of\n\u{1B}code`"), "two lines `of ␛code`");
    }

    #[test]
    fn a_message_is_cut_before_it_fills_the_page() {
        let shown = marked(&"é".repeat(100_000));
        assert_eq!(shown.chars().count(), LONGEST + 1);
    }
}
