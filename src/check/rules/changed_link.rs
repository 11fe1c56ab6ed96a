//! A link that leads elsewhere than in the source. The page beside this file says the rest.

use std::ops::Range;

use super::super::difference::difference;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{HOLE, Path};
use crate::locale::written::Features;
use crate::markup::{Attribute, Markdown, Outline, dangerous_scheme, decoded, lead_alike, links};

pub(super) static RULE: Rule = Rule {
    id: "changed-link",
    summary: "a link that leads elsewhere than in the source",
    severity: Some(Severity::Warning),
    page: include_str!("changed_link.md"),
    check: Check::PartWith(Holds::either(HTML.or(Features::MARKDOWN)), check),
};

/// A text with more links is no text for people.
const MANY: usize = 200;

/// Where a link leads, and where that stands.
#[derive(Debug)]
struct Target {
    address: String,
    range: Range<usize>,
}

/// The links of a path: those that stand in its words, and those of its elements.
#[derive(Debug, Default)]
struct Targets {
    written: Vec<Target>,
    marked: Vec<Target>,
    is_markdown: bool,
}

/// What links are written with, but for those of Markdown.
const HTML: Features = Features::SLASH.or(Features::WWW).or(Features::ANGLE);

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let is_markdown = part.is_markdown();
    let has_links = || part.may_have(HTML) && !part.repeats_markup();
    if part.original.is_none() || !is_markdown && !has_links() {
        return;
    }
    let read = |path: &Path<'_>, outline: &Outline<'_>| match is_markdown {
        true => Targets::of_markdown(path.text()),
        false => Targets::of_html(path.text(), outline),
    };
    let source = part.original_paths().iter().zip(part.original_outlines());
    let source: Vec<Targets> = source.map(|(path, outline)| read(path, outline)).collect();
    let paths = part.paths().iter().zip(part.outlines());
    for (path, outline) in paths.filter(|(path, _)| !path.is_empty()) {
        let own = read(path, outline);
        if own.written.len().max(own.marked.len()) <= MANY {
            compare(part, path, &own, &source, findings);
        }
    }
}

/// Compares a path with those of the source, and tells of the first link that differs.
fn compare(
    part: &PartView<'_>,
    path: &Path<'_>,
    own: &Targets,
    source: &[Targets],
    findings: &mut Findings<'_>,
) {
    let tag = &part.entry.locale.catalog.locale().tag;
    let alike =
        |from: &Target, to: &Target| lead_alike(&from.address, &to.address, tag.language.as_str());
    let written: Vec<&[Target]> = source.iter().map(|source| &source.written[..]).collect();
    let found = difference(&own.written, &written, alike);
    // An address may be written out here and stand in an element there.
    let lost = found.lost.into_iter().find(|lost| !own.marked.iter().any(|to| alike(lost, to)));
    let added = found.added.into_iter().find(|added| {
        !source.iter().flat_map(|source| &source.marked).any(|from| alike(from, added))
    });
    tell(part, path, lost, added, findings);
    // Where elements are too few or too many, `changed-markup` or `unsafe-markup` say so.
    let is_comparable = source.iter().any(|source| own.may_be_compared(source));
    if !is_comparable {
        return;
    }
    let marked: Vec<&[Target]> = source.iter().map(|source| &source.marked[..]).collect();
    let found = difference(&own.marked, &marked, alike);
    tell(part, path, found.lost.first().copied(), found.added.first().copied(), findings);
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    lost: Option<&Target>,
    added: Option<&Target>,
    findings: &mut Findings<'_>,
) {
    let shown = |target: &Target| target.address.replace(HOLE, "{ … }");
    let place = added.map_or(part.place_of(path), |added| path.span(added.range.clone()));
    let (message, label, help, what) = match (lost, added) {
        (None, None) => return,
        (Some(lost), Some(added)) => (
            format!("`{}` is not where the source leads, `{}`", shown(added), shown(lost)),
            "readers end up elsewhere",
            format!("write `{}`, or the same page in this language", shown(lost)),
            format!("do not lead to `{}`", shown(lost)),
        ),
        (Some(lost), None) => (
            format!("the link to `{}` is missing", shown(lost)),
            "readers cannot follow it",
            format!("write `{}` where it belongs", shown(lost)),
            format!("do not lead to `{}`", shown(lost)),
        ),
        (None, Some(added)) => (
            format!("the source has no link to `{}`", shown(added)),
            "readers are led where the source does not lead them",
            "take it out, or add it to the source".to_owned(),
            format!("lead to `{}`", shown(added)),
        ),
    };
    let finding = part.finding(RULE.id, place, message).label(label).help(help);
    findings.push_unless_most(part, finding, what);
}

impl Targets {
    fn of_markdown(text: &str) -> Self {
        let (mut within, mut marked) = (Vec::new(), Vec::new());
        let markdown = Markdown::new(text);
        for (address, range) in markdown.links.into_iter().chain(markdown.images) {
            let shown = text[range.clone()].rfind("](").unwrap_or(0);
            within.push(range.start + shown..range.end);
            marked.push(Target { address, range });
        }
        Self { is_markdown: true, ..Self::new(text, marked, &within) }
    }

    fn of_html(text: &str, outline: &Outline<'_>) -> Self {
        let (mut within, mut marked) = (Vec::new(), Vec::new());
        for element in &outline.elements {
            within.push(element.tag.range.clone());
            marked.extend(element.tag.attributes().filter(leads).filter_map(|attribute| {
                let address = decoded(attribute.value?).trim().to_owned();
                Some(Target { address, range: attribute.range })
            }));
        }
        Self::new(text, marked, &within)
    }

    /// Those of markup, and those that are written out elsewhere than within it.
    fn new(text: &str, mut marked: Vec<Target>, within: &[Range<usize>]) -> Self {
        marked.retain(|target| is_link(&target.address));
        let is_written = |start: usize| !within.iter().any(|range| range.contains(&start));
        let written = links(text)
            .filter(|link| is_written(link.range.start))
            .map(|link| Target { address: link.address.to_owned(), range: link.range })
            .collect();
        Self { written, marked, is_markdown: false }
    }

    /// Whether what its elements lead to can be held against the source's.
    fn may_be_compared(&self, source: &Self) -> bool {
        let (own, source) = (self.marked.len(), source.marked.len());
        own == source || (self.is_markdown && own > source && source > 0)
    }
}

/// Attributes that lead readers somewhere, or fetch a picture.
fn leads(attribute: &Attribute<'_>) -> bool {
    ["action", "cite", "href", "poster", "src"]
        .iter()
        .any(|name| attribute.name.eq_ignore_ascii_case(name))
}

/// Whether an address says where it leads. One that is put in whole says nothing, mail is
/// `changed-email`’s business and code `unsafe-markup`’s.
fn is_link(address: &str) -> bool {
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    !address.trim_matches(HOLE).is_empty()
        // Quotation marks of prose are `broken-markup`’s business.
        && address.starts_with(|c: char| c.is_ascii_graphic() || c == HOLE)
        && !scheme.eq_ignore_ascii_case("mailto")
        && dangerous_scheme(address).is_none()
}
