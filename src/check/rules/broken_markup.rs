//! Markup that a browser reads otherwise than it is meant. The page beside this file says the rest.

use std::ops::Range;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::Features;
use crate::markup::{Entity, Fault, FaultKind, Markdown, MarkdownFault, Outline, entities};
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    id: "broken-markup",
    summary: "HTML or Markdown that is not well formed",
    severity: Some(Severity::Error),
    page: include_str!("broken_markup.md"),
    check: Check::PartWith(Holds::own(MARKDOWN.or(HTML)), check),
};

/// What Markdown is written with.
const MARKDOWN: Features = Features::MARKDOWN.or(Features::BRACKET).or(Features::ANGLE);
/// What HTML is written with.
const HTML: Features = Features::ANGLE.or(Features::AMPERSAND);

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let features = part.own.features;
    if features.has(MARKDOWN) && part.is_markdown() {
        return check_markdown(part, findings);
    }
    // Entities are no elements.
    let is_like_source = || !features.has(Features::AMPERSAND) && part.repeats_markup();
    if !features.has(HTML) || is_like_source() {
        return;
    }
    let source = part.original_outlines();
    for (path, outline) in part.paths().iter().zip(part.outlines()) {
        if let Some(fault) = outline.fault(source) {
            tell(part, path, fault.range.clone(), described(&fault, source), findings);
        } else if let Some((entity, meant)) = broken_entity(part, path, source) {
            let message = format!("`&{};` is no character of HTML", entity.name);
            let help = format!("did you mean `{meant}`?");
            let told = Told { message, label: "readers see it as it stands", help };
            tell(part, path, entity.range, told, findings);
        }
    }
}

/// How a fault is put into words.
struct Told {
    message: String,
    label: &'static str,
    help: String,
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    range: Range<usize>,
    told: Told,
    findings: &mut Findings<'_>,
) {
    let finding = part.finding(RULE.id, path.span(range), told.message);
    findings.push(finding.label(told.label).help(told.help));
}

fn described(fault: &Fault<'_>, source: &[Outline<'_>]) -> Told {
    let name = fault.name;
    let (message, label, help) = match fault.kind {
        FaultKind::Unfinished => (
            format!("the tag `<{name}` is not finished"),
            "the text behind it is lost in the tag",
            "write a space behind its name, close its quotation marks, and end it with `>`"
                .to_owned(),
        ),
        FaultKind::Unclosed => (
            format!("`<{name}>` is never closed"),
            "it goes on to the end of the text and beyond",
            format!("write `</{name}>` where it ends"),
        ),
        FaultKind::Stray => (
            format!("`</{name}>` closes nothing"),
            "what it should close does not begin",
            format!("write `<{name}>` where it begins"),
        ),
        FaultKind::Crossed => (
            format!("`</{name}>` stands behind the end of what is around it"),
            "each browser mends this in its own way",
            format!("close `<{name}>` before the element that it stands in"),
        ),
        FaultKind::Unknown => (
            format!("there is no element `<{name}>`"),
            "readers see no markup here",
            guess(name, source),
        ),
        FaultKind::Quoted(mark) => (
            format!("`{mark}` is no quotation mark of HTML"),
            "a browser takes it for a part of the value",
            "write `\"` around the value".to_owned(),
        ),
    };
    Told { message, label, help }
}

fn guess(name: &str, source: &[Outline<'_>]) -> String {
    let names: Vec<&str> =
        source.iter().flat_map(Outline::meant).map(|element| element.tag.name).collect();
    match (nearest(name, names.iter().copied()), names.first()) {
        (Some(meant), _) => format!("did you mean `<{meant}>`?"),
        (None, Some(first)) => format!("names of elements are not translated: `<{first}>`"),
        (None, None) => "write an element of HTML".to_owned(),
    }
}

/// An entity that is none, with what was meant, where the source shows that the text is HTML.
fn broken_entity<'p>(
    part: &PartView<'_>,
    path: &'p Path<'_>,
    source: &[Outline<'_>],
) -> Option<(Entity<'p>, String)> {
    let mut known = Vec::new();
    for path in part.original_paths() {
        known.extend(entities(path.text()).filter(Entity::is_known).map(|entity| entity.name));
    }
    let is_html = !known.is_empty() || source.iter().any(|like| like.meant().next().is_some());
    entities(path.text()).filter(|entity| is_html && !entity.is_known()).find_map(|entity| {
        let near = || nearest(entity.name, known.iter().chain(&USUAL).copied());
        let meant = entity.without_space().or_else(|| Some(format!("&{};", near()?)))?;
        Some((entity, meant))
    })
}

/// The entities that translators write most.
const USUAL: [&str; 8] = ["nbsp", "shy", "lrm", "rlm", "zwnj", "laquo", "raquo", "hellip"];

fn check_markdown(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let source: Vec<Markdown> =
        part.original_paths().iter().map(|path| Markdown::new(path.text())).collect();
    for path in part.paths() {
        let fault = Markdown::new(path.text()).fault(&source);
        let Some((range, kind)) = fault else { continue };
        let sign = &path.text()[range.clone()];
        let (what, help) = match kind {
            MarkdownFault::Emphasis => (
                "emphasises nothing",
                "emphasis begins before a letter and ends behind one: put punctuation outside, or \
                 a space beside it",
            ),
            MarkdownFault::Code => ("begins no code", "close it with as many of the same sign"),
            MarkdownFault::Link => {
                ("is part of no link", "write `[text](address)` without a space between the two")
            }
            MarkdownFault::Html => ("is HTML in a text of Markdown", "write it in Markdown"),
        };
        let sign = if sign == "`" { "`` ` ``".to_owned() } else { format!("`{sign}`") };
        let message = format!("{sign} {what}");
        let told = Told { message, label: "readers see it as it stands", help: help.to_owned() };
        tell(part, path, range, told, findings);
    }
}
