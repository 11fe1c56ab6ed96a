//! `file(s)` where a form for each number belongs. The page beside this file says the rest.

use std::ops::Range;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use super::super::words;
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "plural-in-parentheses",
    summary: "`file(s)` in the source, where a form for each number belongs",
    severity: None,
    page: include_str!("plural_in_parentheses.md"),
    check: Check::PartWith(Holds::own(Features::BRACKET), check),
};

/// Endings are no longer; what is longer is a word of its own.
const ENDING: usize = 3;

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.entry.locale.is_source() {
        return;
    }
    for path in part.paths() {
        let text = path.text();
        for range in text.match_indices('(').filter_map(|(at, _)| word_with_ending(text, at)) {
            let word = &text[range.clone()];
            findings.push(
                part.finding(RULE.id, path.span(range), format!("`{word}` leaves the number open"))
                    .label("many languages cannot write a plural like this")
                    .help("select by the number: `{ $count -> [one] … *[other] … }`"),
            );
        }
    }
}

/// A word that goes on in parentheses, where it ends in them.
fn word_with_ending(text: &str, open: usize) -> Option<Range<usize>> {
    let ending = text[open + 1..].split(')').next()?;
    let close = open + 1 + ending.len();
    let is_ending = (1..=ENDING).contains(&ending.chars().count())
        && ending.chars().all(char::is_lowercase)
        && text[close..].starts_with(')')
        && !text[close + 1..].starts_with(char::is_alphanumeric);
    let start = text[..open].trim_end_matches(char::is_alphabetic).len();
    let range = start..close + 1;
    // A letter by itself is a name of a function: `f(x)`.
    let is_word = text[start..open].chars().nth(1).is_some();
    (is_ending && is_word && !words::is_in_code(text, &range)).then_some(range)
}
