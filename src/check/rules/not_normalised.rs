//! Letters that are not in Unicode's composed form. The page beside this file says the rest.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::Features;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "not-normalised",
    summary: "letters that are not in Unicode's composed form, NFC",
    severity: Some(Severity::Warning),
    page: include_str!("not_normalised.md"),
    check: Check::PartWith(Holds::own(Features::COMPOSABLE), check),
};

static NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();

/// Looks at the file, not at what each path shows: what an escape stands for was chosen, and only
/// what is written can be written otherwise.
fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let written = part.pattern().span.of(part.text());
    if NFC.is_normalized(written) {
        return;
    }
    let words: Vec<(Span, &str, Cow<'_, str>)> = words(written)
        .filter_map(|range| {
            let word = &written[range.clone()];
            let composed = composed(word)?;
            let start = part.pattern().span.start as usize;
            Some((Span::new(start + range.start, start + range.end), word, composed))
        })
        .collect();
    let Some((span, word, composed)) = words.first() else { return };
    let message = match words.len() {
        1 => format!("`{word}` is not in normalisation form C"),
        count => format!("`{word}` and {} more are not in normalisation form C", count - 1),
    };
    let mut finding = part
        .finding(RULE.id, *span, message)
        .label("it looks right, but searching and comparing miss it")
        .help(format!("write `{composed}` with the characters a keyboard gives"))
        .datum("normalised", composed.as_ref());
    for (span, _, composed) in &words {
        finding = finding.fix(*span, composed.as_ref());
    }
    findings.push(finding);
}

/// A word in form C, where that is another one that anybody would want.
///
/// Form C also puts marks into an order (`شدّة` is typed otherwise), takes some letters apart that
/// Indian and Hebrew keyboards give whole, and puts common ideographs in the place of those a name
/// may insist on. These are left as they are.
fn composed(word: &str) -> Option<Cow<'_, str>> {
    if NFC.is_normalized(word) || word.contains(is_ideograph_of_its_own) {
        return None;
    }
    let composed = NFC.normalize(word);
    match composed.chars().count().cmp(&word.chars().count()) {
        Ordering::Less => Some(composed),
        Ordering::Equal if !is_reordered(word, &composed) => Some(composed),
        _ => None,
    }
}

fn is_ideograph_of_its_own(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

fn is_reordered(word: &str, composed: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(word) == sorted(composed)
}

/// The stretches between white space and the punctuation of ASCII.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    let start = text.as_ptr() as usize;
    text.split(ends).filter(|word| !word.is_empty()).map(move |word| {
        let at = word.as_ptr() as usize - start;
        at..at + word.len()
    })
}
