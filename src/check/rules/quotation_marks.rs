//! Quotation marks of another language. The page beside this file says the rest.

use super::super::prose::prose;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::locale::written::{Features, Quotes};

pub(super) static RULE: Rule = Rule {
    id: "quotation-marks",
    summary: "quotation marks of another language",
    severity: None,
    page: include_str!("quotation_marks.md"),
    check: Check::PartWith(Holds::own(Features::QUOTE.or(Features::NON_ASCII)), check),
};

/// Marks that are nothing but quotation marks. Single ones are apostrophes as well.
const MARKS: &str = "\"“”„‟«»「」『』〝〞〟";

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.has_own_words() {
        return;
    }
    let Some(quotes) = part.written().quotes() else { return };
    for path in part.paths() {
        let prose = prose(part.own, path);
        let mut marks = prose.char_indices().filter(|(_, c)| MARKS.contains(*c));
        let is_other = |&(at, c): &(usize, char)| {
            let is_inch = c == '"' && prose[..at].ends_with(|c: char| c.is_numeric());
            !is_of(quotes, c) && !is_inch
        };
        let Some((at, c)) = marks.find(is_other) else { continue };
        let locale = part.entry.locale.catalog.locale();
        let (start, end) = quotes.outer;
        let message = format!("`{}` quotes with {c}", part.name());
        findings.push(
            part.finding(RULE.id, path.span(at..at + c.len_utf8()), message)
                .help(format!("`{locale}` quotes {start}so{end}"))
                .datum("start", start)
                .datum("end", end),
        );
    }
}

fn is_of(quotes: Quotes, c: char) -> bool {
    let (start, end) = quotes.outer;
    let (inner_start, inner_end) = quotes.inner;
    [start, end, inner_start, inner_end].iter().any(|mark| mark.contains(c))
}
