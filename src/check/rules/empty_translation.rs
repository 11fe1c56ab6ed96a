//! A translation that shows nothing. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule, Shared};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::HOLE;
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "empty-translation",
    summary: "a translation that shows nothing",
    severity: Some(Severity::Error),
    page: include_str!("empty_translation.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(original) = part.original else { return };
    // Without a choice what shows anything is not empty. No access key is a choice of the locale.
    let is_word =
        part.own.features.has(Features::LETTER) && !part.own.features.has(Features::CHOICE);
    if is_word || part.is_setting() {
        return;
    }
    let text = part.text();
    let Some(empty) = part.paths().iter().find(|path| path.is_empty()) else { return };
    if original.paths.iter().any(|path| path.is_empty() || may_be_left_out(path.text())) {
        return;
    }
    let message = match empty.choices.last() {
        Some(_) => format!("`{}` shows nothing for [{}]", part.name(), empty.label(text)),
        None => format!("`{}` shows nothing", part.name()),
    };
    let span = match empty.choices.last() {
        Some(choice) => choice.key().span(),
        None => part.pattern().span,
    };
    let finding = part
        .finding(RULE.id, span, message)
        .label("readers see an empty place")
        .help("translate it, or remove it so that readers get the fallback");
    // What most locales leave empty is not needed in them: a remark on an English name.
    findings.push_unless_shared(original, finding, "show nothing".to_owned(), Shared::ByHalf);
}

/// A word of a sentence that is put together from several messages, which not every language needs:
/// `by`, `of`, `—`.
const WORD_BETWEEN: usize = 4;

/// Whether a text is a short word between others, or no word at all, or stands beside another text:
/// `for ` before a field.
fn may_be_left_out(text: &str) -> bool {
    if text.starts_with(' ') || text.ends_with(' ') {
        return true;
    }
    text.chars().count() <= WORD_BETWEEN
        && !text.contains(|c: char| c.is_uppercase() || is_caseless(c) || c == HOLE)
}

/// A letter of a script without capitals, whose labels begin like any word.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}
