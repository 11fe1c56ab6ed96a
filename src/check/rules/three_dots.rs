//! Three full stops for an ellipsis. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use super::super::words;
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "three-dots",
    summary: "three full stops for an ellipsis in the source",
    severity: None,
    page: include_str!("three_dots.md"),
    check: Check::PartWith(Holds::own(Features::STOP), check),
};

const DOTS: &str = "...";

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let locale = part.entry.locale;
    // Chinese and Japanese write six dots, as two characters.
    let is_six = matches!(locale.source.locale().tag.language.as_str(), "zh" | "yue" | "ja");
    if !locale.is_source() || is_six {
        return;
    }
    for path in part.paths() {
        let text = path.text();
        let ellipses =
            text.match_indices(DOTS).map(|(at, _)| at).filter(|&at| is_ellipsis(text, at));
        for at in ellipses {
            let span = path.span(at..at + DOTS.len());
            let finding = part
                .finding(RULE.id, span, "three full stops stand for an ellipsis".to_owned())
                .help("write `…`");
            findings.push(match span.of(part.text()) == DOTS {
                true => finding.fix(span, "…"),
                false => finding,
            });
        }
    }
}

/// Not more dots, no path, no range, and no `FILE...` of a command line.
fn is_ellipsis(text: &str, at: usize) -> bool {
    let (before, behind) = (&text[..at], &text[at + DOTS.len()..]);
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_metavariable = word.ends_with([']', '>', '}'])
        || (word.chars().nth(1).is_some()
            && !word.contains(char::is_lowercase)
            && word.contains(char::is_alphabetic));
    let is_joined = !word.is_empty() && behind.starts_with(char::is_alphanumeric);
    !before.ends_with(['.', '/'])
        && !behind.starts_with(['.', '/'])
        && !is_metavariable
        && !is_joined
        && !words::is_in_code(text, &(at..at + DOTS.len()))
}
