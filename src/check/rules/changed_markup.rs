//! Other elements or attributes than the source has. The page beside this file says the rest.

use std::ops::Range;

use super::super::difference::difference;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{HOLE, Path};
use crate::locale::written::Features;
use crate::markup::{
    Attribute, Element, End, Markdown, Outline, danger_of, decoded, is_text_level, only_sets_words,
};
use crate::text::{Span, counted};

pub(super) static RULE: Rule = Rule {
    id: "changed-markup",
    summary: "other elements or attributes than the source has",
    severity: Some(Severity::Warning),
    page: include_str!("changed_markup.md"),
    check: Check::PartWith(Holds::either(MARKDOWN.or(Features::ANGLE)), check),
};

/// What Markdown is written with.
const MARKDOWN: Features = Features::MARKDOWN.or(Features::BRACKET);

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if part.original.is_none() {
        return;
    }
    if part.may_have(MARKDOWN) && part.is_markdown() {
        return check_markdown(part, findings);
    }
    if part.may_have(Features::ANGLE) && !part.repeats_markup() {
        check_html(part, findings);
    }
}

/// A text with more elements is no text for people.
const MANY: usize = 1000;

fn check_html(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let outlines = part.original_outlines();
    let marked: Vec<Vec<Mark>> = outlines.iter().map(marks).collect();
    let source: Vec<&[Mark]> = marked.iter().map(Vec::as_slice).collect();
    // What several variants lack is told once.
    let mut told: Vec<String> = Vec::new();
    for (path, outline) in part.paths().iter().zip(part.outlines()) {
        // Broken markup may hide the rest.
        let is_comparable = outline.elements.len() <= MANY && !path.is_empty();
        if !is_comparable || outline.fault(outlines).is_some() {
            continue;
        }
        let own = marks(outline);
        let found = difference(&own, &source, Mark::is_like);
        let has = |name: &str| outlines.iter().any(|like| like.has(name));
        let added = found.added.into_iter().find(|mark| !is_tolerated(mark, has(&mark.name)));
        let in_words = says_in_words(part, path);
        let lost = found
            .lost
            .into_iter()
            .find(|mark| !(in_words && mark.only_sets_off() || is_marked_elsewhere(part, mark)));
        if let (Some(lost), None) = (lost, added) {
            let shown = lost.shown();
            if told.contains(&shown) {
                continue;
            }
            told.push(shown);
        }
        tell(part, path, lost, added, findings);
    }
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    lost: Option<&Mark>,
    added: Option<&Mark>,
    findings: &mut Findings<'_>,
) {
    let place = added.map_or(part.place_of(path), |mark| path.span(mark.range.clone()));
    match (lost, added) {
        (None, None) => {}
        (Some(lost), Some(added)) => changed(part, place, lost, added, findings),
        (Some(lost), None) => {
            let message = format!("`{}` is missing", lost.shown());
            let finding = part
                .finding(RULE.id, place, message)
                .label("what it marks or leads to is lost to readers")
                .help(format!("put `{}` around the words that it is about", lost.shown()));
            findings.push_unless_most(part, finding, format!("lack `{}`", lost.shown()));
        }
        (None, Some(added)) => {
            let message = format!("the source has no `{}` here", added.shown());
            let finding = part
                .finding(RULE.id, place, message)
                .label("readers see more markup than is meant, or the tag itself")
                .help("take it out, or add it to the source");
            findings.push_unless_most(part, finding, format!("have `{}`", added.shown()));
        }
    }
}

fn changed(
    part: &PartView<'_>,
    place: Span,
    lost: &Mark,
    added: &Mark,
    findings: &mut Findings<'_>,
) {
    let message = format!("`{}` stands where the source has `{}`", added.shown(), lost.shown());
    let finding = part
        .finding(RULE.id, place, message)
        .label("a program or style that looks for it finds something else")
        .help(format!("write `{}`", lost.shown()));
    findings.push_unless_most(part, finding, format!("lack `{}`", lost.shown()));
}

/// Whether an element only sets off, one more time, what every path of the source says and sets off
/// twice: the translation may say it once.
fn is_marked_elsewhere(part: &PartView<'_>, mark: &Mark) -> bool {
    mark.number > 0
        && mark.only_sets_off()
        && part.original_paths().iter().zip(part.original_outlines()).all(|(path, outline)| {
            let mut contents = outline.elements.iter().filter_map(|element| match &element.end {
                End::Closed(end) if element.tag.name.eq_ignore_ascii_case(&mark.name) => {
                    path.text().get(element.tag.range.end..end.range.start)
                }
                _ => None,
            });
            let first = contents.next();
            first.is_some() && contents.all(|content| Some(content) == first)
        })
}

/// Whether a path is for some values of a variable and shows fewer values than any path of the
/// source: what marked the value has nothing to mark.
fn says_in_words(part: &PartView<'_>, path: &Path<'_>) -> bool {
    let values = |path: &Path<'_>| path.text().matches(HOLE).count();
    let fewest = part.original_paths().iter().map(values).min().unwrap_or_default();
    !path.choices.is_empty() && values(path) < fewest
}

/// An element with what matters of it.
#[derive(Debug)]
struct Mark {
    /// In small letters.
    name: String,
    /// In order of their names. Of an address only that there is one.
    attributes: Vec<(String, Option<String>)>,
    /// Which of several that are the same.
    number: usize,
    /// Its start tag.
    range: Range<usize>,
}

impl Mark {
    fn new(element: &Element<'_>) -> Self {
        let mut attributes: Vec<_> =
            element.tag.attributes().filter_map(|found| essential(&found)).collect();
        attributes.sort();
        let name = element.tag.name.to_ascii_lowercase();
        Self { name, attributes, number: 0, range: element.tag.range.clone() }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.name == other.name && self.attributes == other.attributes
    }

    fn is_like(&self, other: &Self) -> bool {
        self.is_same(other) && self.number == other.number
    }

    /// Whether it sets words off and does nothing else.
    fn only_sets_off(&self) -> bool {
        self.attributes.is_empty() && is_text_level(&self.name)
    }

    /// The start tag, for people.
    fn shown(&self) -> String {
        let mut shown = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            shown.push(' ');
            shown.push_str(name);
            if let Some(value) = value {
                shown.push_str(&format!("=\"{value}\""));
            }
        }
        shown.push('>');
        shown.replace(HOLE, "{ … }")
    }
}

/// Attributes whose text is for readers, or for the language alone.
const FREE: [&str; 12] = [
    "abbr",
    "alt",
    "content",
    "dir",
    "hreflang",
    "label",
    "lang",
    "placeholder",
    "summary",
    "title",
    "translate",
    "xml:lang",
];

/// Attributes that hold an address, which is `changed-link`'s business.
const ADDRESSES: [&str; 6] = ["action", "cite", "href", "poster", "src", "srcset"];

fn essential(attribute: &Attribute<'_>) -> Option<(String, Option<String>)> {
    let name = attribute.name.to_ascii_lowercase();
    if ADDRESSES.contains(&name.as_str()) {
        return Some((name, None));
    }
    // What runs code is `unsafe-markup`’s business.
    let is_free = FREE.contains(&name.as_str()) || name.starts_with("aria-");
    if is_free || danger_of(attribute).is_some() {
        return None;
    }
    let value = attribute.value.map(|value| decoded(value).trim().to_owned());
    Some((name, value))
}

/// The elements of a path that every language should have.
fn marks(outline: &Outline<'_>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for element in outline.meant() {
        let mut mark = Mark::new(element);
        if mark.attributes.is_empty() && only_sets_words(&mark.name) {
            continue;
        }
        mark.number = marks.iter().filter(|other| other.is_same(&mark)).count();
        marks.push(mark);
    }
    marks
}

/// Whether an element may be more than the source has. One that the source has may mark two words
/// where their order puts them apart; others are `unsafe-markup`'s business.
fn is_tolerated(mark: &Mark, is_in_source: bool) -> bool {
    match (is_in_source, is_text_level(&mark.name)) {
        (true, is_text_level) => is_text_level && mark.attributes.is_empty(),
        (false, is_text_level) => !is_text_level,
    }
}

fn check_markdown(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let source: Vec<Markdown> =
        part.original_paths().iter().map(|path| Markdown::new(path.text())).collect();
    for path in part.paths() {
        let own = Markdown::new(path.text());
        if path.is_empty() || own.fault(&source).is_some() {
            continue;
        }
        if let Some(lost) = lost_code(&own, &source) {
            let finding = part
                .finding(RULE.id, part.place_of(path), format!("the code `{lost}` is missing"))
                .label("code is the same in every language")
                .help(format!("write `` `{lost}` `` as the source does"));
            findings.push_unless_most(part, finding, format!("lack the code `{lost}`"));
            continue;
        }
        let counts: [(&str, Count); 3] = [
            ("link", |markdown| markdown.links.len()),
            ("picture", |markdown| markdown.images.len()),
            ("code span", |markdown| markdown.code.len()),
        ];
        // Where there are more, `changed-link` and `unsafe-markup` say where they lead.
        let fewer = counts.into_iter().find_map(|(what, count)| {
            let least = source.iter().map(count).min()?;
            (count(&own) < least).then(|| (what, count(&own), least))
        });
        if let Some((what, count, least)) = fewer {
            tell_fewer(part, path, what, count, least, findings);
        }
    }
}

type Count = fn(&Markdown) -> usize;

fn tell_fewer(
    part: &PartView<'_>,
    path: &Path<'_>,
    what: &str,
    count: usize,
    least: usize,
    findings: &mut Findings<'_>,
) {
    let message = match (count, least) {
        (0, 1) => format!("the {what} of the source is missing"),
        (0, _) => format!("the {} of the source are missing", counted(least, what)),
        _ => format!("there is only {} of the source’s {least}", counted(count, what)),
    };
    let finding = part
        .finding(RULE.id, part.place_of(path), message)
        .label("what it marks or leads to is lost to readers")
        .help("mark the same things as the source");
    findings.push_unless_most(part, finding, format!("lack a {what}"));
}

/// Code that is no words, such as `--help` or `a.b`, which the source shows and the path does not.
fn lost_code<'s>(own: &Markdown, source: &'s [Markdown]) -> Option<&'s str> {
    let is_code = |code: &str| {
        !code.contains(' ') && !code.contains(HOLE) && code.contains(|c: char| !c.is_alphabetic())
    };
    let has = |markdown: &Markdown, code: &str| markdown.code.iter().any(|(own, _)| own == code);
    let (first, rest) = source.split_first()?;
    let mut codes = first.code.iter().map(|(code, _)| code.as_str());
    codes.find(|code| is_code(code) && !has(own, code) && rest.iter().all(|path| has(path, code)))
}
