//! A translation whose length is out of proportion. The page beside this file says the rest.

use super::super::reading::PartAt;
use super::super::rule::{Check, Findings, Rule};
use super::super::view::LocaleView;
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Found;
use crate::syntax::{Element, Expression, Pattern};

pub(super) static RULE: Rule = Rule {
    id: "length-outlier",
    summary: "a translation much shorter or longer than others of its language",
    severity: Some(Severity::Note),
    page: include_str!("length_outlier.md"),
    check: Check::Locale(check),
};

/// Shorter texts of the source say little about proportions.
const MIN_LENGTH: usize = 60;
/// So many translations make a locale's proportions known.
const MIN_SAMPLE: usize = 30;
/// What is within this factor of the usual is never out of proportion.
const FACTOR: f64 = 2.5;
/// How many times the usual spread a length may be off. Where lengths are spread as a bell curve,
/// the spread is its standard deviation.
const SPREADS: f64 = 6.0;
/// A standard deviation in median deviations of a bell curve.
const DEVIATION: f64 = 1.4826;

/// A translation and its length, beside the length of its source.
struct Pair<'a> {
    found: Found<'a>,
    attribute: Option<&'a str>,
    pattern: &'a Pattern,
    original: usize,
    own: usize,
    log_ratio: f64,
}

fn check(locale: &LocaleView<'_>, findings: &mut Findings<'_>) {
    if locale.is_source() {
        return;
    }
    let pairs = pairs(locale);
    if pairs.len() < MIN_SAMPLE {
        return;
    }
    let usual = median(pairs.iter().map(|pair| pair.log_ratio).collect());
    let off = |pair: &Pair<'_>| (pair.log_ratio - usual).abs();
    let spread = DEVIATION * median(pairs.iter().map(off).collect());
    let bound = FACTOR.ln().max(SPREADS * spread);
    for pair in pairs.iter().filter(|pair| off(pair) > bound) {
        findings.push(finding(pair, usual.exp()));
    }
}

fn finding(pair: &Pair<'_>, usual: f64) -> Diagnostic {
    let expected = (pair.original as f64 * usual).round() as usize;
    let name = match pair.attribute {
        Some(attribute) => format!("{}.{attribute}", pair.found.name()),
        None => pair.found.name().to_owned(),
    };
    let (own, locale) = (pair.own, pair.found.catalog.locale());
    let message =
        format!("`{name}` has {own} characters where about {expected} are usual in `{locale}`");
    let (label, help) = match own < expected {
        true => ("something may be missing", "see whether it says all that the source says"),
        false => ("more may be said than in the source", "see whether it is the right text"),
    };
    Diagnostic::new(RULE.id, pair.found.place(pair.pattern.span), message)
        .about(pair.found.subject(pair.attribute))
        .label(label)
        .help(help)
        .datum("characters", own.to_string())
        .datum("usual", expected.to_string())
}

/// The translations of longer texts. What only repeats the source has no proportion of its own.
fn pairs<'a>(locale: &LocaleView<'a>) -> Vec<Pair<'a>> {
    let pair = |(part, original): &(PartAt, usize)| {
        let (source, attribute, pattern) = part.find(locale.source)?;
        let written = pattern.span.of(source.resource.text());
        let found = locale.translation(&source)?;
        let pattern = found.pattern(attribute)?;
        let (text, original) = (found.resource.text(), *original);
        let own = length(pattern, text);
        let log_ratio = (own as f64 / original as f64).ln();
        let is_its_own = own > 0 && pattern.span.of(text) != written;
        is_its_own.then_some(Pair { found, attribute, pattern, original, own, log_ratio })
    };
    locale.readings.measured(measure).iter().filter_map(pair).collect()
}

/// The length that translations are held against, if the text says anything about proportions.
fn measure(original: &Pattern, text: &str) -> Option<usize> {
    let written = original.span.of(text);
    let length = if written.len() > MIN_LENGTH { length(original, text) } else { 0 };
    (length > MIN_LENGTH && !is_list(written)).then_some(length)
}

/// So many commas make a list of words, of which every language has its own.
const COMMAS: usize = 4;

/// Whether a text is a list of words, such as what is searched for.
fn is_list(written: &str) -> bool {
    let words = written.split_whitespace().count();
    let commas = written.matches(',').count();
    commas >= COMMAS && words <= 3 * (commas + 1) && !written.contains(['.', '{'])
}

/// How many characters the longest way through a pattern shows, without what only running it would
/// tell.
fn length(pattern: &Pattern, text: &str) -> usize {
    let shown = pattern.elements.iter().map(|element| match element {
        Element::Text(span) => span.of(text).chars().count(),
        Element::Placeable(placeable) => expression_length(&placeable.expression, text),
    });
    shown.sum()
}

fn expression_length(expression: &Expression, text: &str) -> usize {
    match expression {
        Expression::String(span) | Expression::Number(span) => span.of(text).chars().count(),
        Expression::Placeable(inner) => expression_length(&inner.expression, text),
        Expression::Select(select) => {
            let forms = select.variants.iter().map(|variant| length(&variant.pattern, text));
            forms.max().unwrap_or(0)
        }
        _ => 0,
    }
}

/// The median of at least one number.
fn median(mut numbers: Vec<f64>) -> f64 {
    let middle = numbers.len() / 2;
    *numbers.select_nth_unstable_by(middle, f64::total_cmp).1
}
