//! Quotes and apostrophes of a typewriter. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use super::super::words;
use crate::evaluate::Path;
use crate::locale::written::Features;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "straight-quotes",
    summary: "quotes and apostrophes of a typewriter in the source",
    severity: None,
    page: include_str!("straight_quotes.md"),
    check: Check::PartWith(Holds::own(Features::QUOTE.or(Features::NON_ASCII)), check),
};

/// Languages whose apostrophe is `’` and no letter.
const APOSTROPHES: [&str; 14] =
    ["br", "ca", "cy", "en", "eo", "fr", "ga", "gd", "it", "nl", "oc", "scn", "tr", "uk"];

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.entry.locale.is_source() {
        return;
    }
    for path in part.paths() {
        for (at, _) in path.text().match_indices(['"', '\'']) {
            check_mark(part, path, at, findings);
        }
    }
}

fn check_mark(part: &PartView<'_>, path: &Path<'_>, at: usize, findings: &mut Findings<'_>) {
    let (text, range) = (path.text(), at..at + 1);
    let before = text[..at].chars().next_back();
    // Feet, inches, minutes and seconds.
    if before.is_some_and(char::is_numeric) || words::is_in_code(text, &range) {
        return;
    }
    let (span, mark) = (path.span(range), &text[at..=at]);
    let is_inner = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_apostrophe = mark == "'" && is_inner(before) && is_inner(text[at + 1..].chars().next());
    let finding = part.finding(RULE.id, span, format!("`{mark}` is the mark of a typewriter"));
    findings.push(match is_apostrophe {
        true if may_be_mended(part, span) => finding.help("write `’`").fix(span, "’"),
        true => finding.help("write the apostrophe of the language"),
        false => finding.help("write the quotation marks of the language"),
    });
}

fn may_be_mended(part: &PartView<'_>, span: Span) -> bool {
    let language = part.entry.locale.source.locale().tag.language;
    APOSTROPHES.contains(&language.as_str()) && span.of(part.text()) == "'"
}
