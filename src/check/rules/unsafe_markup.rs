//! Markup that runs code, or an element that the source does not have. The page beside this file says the rest.

use std::ops::Range;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::Features;
use crate::markup::{
    Attribute, Danger, Element, Markdown, Outline, Tag, danger_of, dangerous_scheme, is_active,
    is_html, is_text_level,
};

pub(super) static RULE: Rule = Rule {
    id: "unsafe-markup",
    summary: "markup that runs code, or an element that the source does not have",
    severity: Some(Severity::Error),
    page: include_str!("unsafe_markup.md"),
    check: Check::PartWith(Holds::own(Features::ANGLE.or(Features::BRACKET)), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    // What the source does is its author's own decision.
    if part.entry.locale.is_source() {
        return;
    }
    if part.own.features.has(Features::ANGLE) && !part.repeats_markup() {
        check_html(part, findings);
    }
    if part.own.features.has(Features::BRACKET) && part.is_markdown() {
        check_markdown(part, findings);
    }
}

fn check_html(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let source = part.original_outlines();
    for (path, outline) in part.paths().iter().zip(part.outlines()) {
        let text = path.text();
        let code = match part.is_markdown() {
            true => Markdown::new(text).code.into_iter().map(|(_, range)| range).collect(),
            false => Vec::new(),
        };
        let is_code = |tag: &Tag<'_>| code.iter().any(|code| code.contains(&tag.range.start));
        for element in outline.elements.iter().filter(|element| !is_code(&element.tag)) {
            if let Some((range, message, label)) = danger(element, source, part) {
                tell(part, path, range, message, label, findings);
            }
        }
    }
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    range: Range<usize>,
    message: String,
    label: &'static str,
    findings: &mut Findings<'_>,
) {
    let finding = part.finding(RULE.id, path.span(range), message).label(label);
    findings.push(finding.help("take it out: a translation may not add it"));
}

/// What is dangerous about an element: where, what, and why it matters.
fn danger(
    element: &Element<'_>,
    source: &[Outline<'_>],
    part: &PartView<'_>,
) -> Option<(Range<usize>, String, &'static str)> {
    let tag = &element.tag;
    if let Some((attribute, what)) =
        tag.attributes().find_map(|found| Some((found.clone(), danger_of(&found)?)))
        && !source.iter().any(|like| has_same(like, tag, &attribute))
    {
        let what = match what {
            Danger::Event => "runs code when something happens",
            Danger::Style => "loads or runs something",
            Danger::Code => "leads to code",
            Danger::Document => "brings a document of its own",
        };
        let message = format!("`{}` {what}", attribute.name);
        return Some((attribute.range, message, "it would act in readers’ browsers"));
    }
    let is_like = source.iter().flat_map(|like| &like.elements).any(|like| like.tag.is(tag.name));
    // A name in angle brackets alone does nothing: `<base>` may stand for a thing.
    let acts = tag.is("script") || tag.is("style") || element.is_meant();
    if is_like || !acts || !is_html(tag.name) {
        return None;
    }
    if is_active(tag.name) {
        let message = format!("`<{}>` is active content that the source does not have", tag.name);
        return Some((tag.range.clone(), message, "it would act in readers’ browsers"));
    }
    // A term of the locale’s own has no source to be compared with.
    let is_added = part.original.is_some() && !is_text_level(tag.name);
    is_added.then(|| {
        let message = format!("the source has no element `<{}>`", tag.name);
        (tag.range.clone(), message, "it changes the page, or leads readers away")
    })
}

/// Whether the source has the same attribute with the same value in an element of this name.
fn has_same(source: &Outline<'_>, tag: &Tag<'_>, attribute: &Attribute<'_>) -> bool {
    source.elements.iter().filter(|element| element.tag.is(tag.name)).any(|element| {
        let same = element.tag.attributes().find(|found| {
            found.name.eq_ignore_ascii_case(attribute.name) && found.value == attribute.value
        });
        same.is_some()
    })
}

fn check_markdown(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let source: Vec<Markdown> =
        part.original_paths().iter().map(|path| Markdown::new(path.text())).collect();
    for path in part.paths() {
        let markdown = Markdown::new(path.text());
        let code = markdown.links.iter().chain(&markdown.images).find_map(|(address, range)| {
            dangerous_scheme(address).map(|scheme| (scheme, range.clone()))
        });
        if let Some((scheme, range)) = code {
            let message = format!("a link leads to `{scheme}:`");
            tell(part, path, range, message, "it would act in readers’ browsers", findings);
            continue;
        }
        let has = |kind: fn(&Markdown) -> usize| source.iter().any(|like| kind(like) > 0);
        let added = match (markdown.links.first(), markdown.images.first()) {
            (_, Some((_, range))) if !has(|like| like.images.len()) => Some((range, "picture")),
            (Some((_, range)), _) if !has(|like| like.links.len()) => Some((range, "link")),
            _ => None,
        };
        if let (Some((range, what)), Some(_)) = (added, part.original) {
            let message = format!("the source has no {what}");
            tell(part, path, range.clone(), message, "it leads readers away", findings);
        }
    }
}
