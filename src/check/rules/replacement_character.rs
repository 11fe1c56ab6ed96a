//! A U+FFFD where a character was lost. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "replacement-character",
    summary: "a U+FFFD where a character was lost",
    severity: Some(Severity::Error),
    page: include_str!("replacement_character.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    // A file that is not UTF-8 is reported as such; there the mark is the tool's own.
    if part.entry.found.resource.is_damaged {
        return;
    }
    let lost = char::REPLACEMENT_CHARACTER;
    let written = part.pattern().span.of(part.text());
    let Some(at) = written.find(lost) else { return };
    let start = part.pattern().span.start as usize + at;
    let count = written.matches(lost).count();
    let message = match count {
        1 => format!("a character is lost in `{}`", part.name()),
        _ => format!("{count} characters are lost in `{}`", part.name()),
    };
    findings.push(
        part.finding(RULE.id, Span::new(start, start + lost.len_utf8()), message)
            .label(format!("readers see {lost}"))
            .help("write what stood there before the file was saved in another encoding"),
    );
}
