//! A text that does not fit where it is shown. The page beside this file says the rest.

use icu_segmenter::GraphemeClusterSegmenter;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{HOLE, Path, Target, paths};
use crate::format::NumberOptions;
use crate::locale::written::Features;
use crate::markup::{Outline, decoded};
use crate::resolve::Reached;
use crate::syntax::Expression;
use crate::text::counted;

pub(super) static RULE: Rule = Rule {
    id: "too-long",
    summary: "a text that does not fit where it is shown",
    severity: Some(Severity::Error),
    page: include_str!("too_long.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = part.limit() else { return };
    for path in part.paths() {
        let length = length(part, path);
        if length <= limit as usize {
            continue;
        }
        let fits = counted(limit as usize, "character");
        let message = format!("`{}` is {length} characters long, {limit} fit", part.name());
        findings.push(
            part.finding(RULE.id, part.place_of(path), message)
                .label("readers see it cut off, or it covers something else")
                .help(format!("say it in {fits}"))
                .datum("length", length.to_string())
                .datum("limit", limit.to_string()),
        );
    }
}

/// How many characters of a path are shown, at least: what is not known counts for nothing.
fn length(part: &PartView<'_>, path: &Path<'_>) -> usize {
    let text = without_tags(part, path.text());
    let resource = &part.entry.found.resource.name;
    let mut measure = Measure { part, left: MOST };
    let placeables = path.placeables.iter();
    let shown = placeables.map(|(expression, _)| measure.least(resource, part.text(), expression));
    characters(&text) + shown.sum::<usize>()
}

/// Text that is HTML shows neither its tags nor the names of its entities.
fn without_tags(part: &PartView<'_>, text: &str) -> String {
    if !part.own.features.has(Features::ANGLE | Features::AMPERSAND) {
        return text.to_owned();
    }
    let outline = Outline::new(text);
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for tag in outline.meant_tags() {
        shown.push_str(&text[at..tag.start]);
        at = tag.end;
    }
    shown.push_str(&text[at..]);
    decoded(&shown).into_owned()
}

fn characters(text: &str) -> usize {
    let segmenter = GraphemeClusterSegmenter::new();
    let holes = text.matches(HOLE).count();
    segmenter.segment_str(text).count().saturating_sub(1 + holes)
}

/// So many references are followed for one path, and no more: they may grow without bound.
const MOST: usize = 1000;

/// Measures what references show.
struct Measure<'m, 'a> {
    part: &'m PartView<'a>,
    /// How many references may still be followed.
    left: usize,
}

impl Measure<'_, '_> {
    /// The least that a placeable of a text in `resource` shows.
    fn least(&mut self, resource: &str, text: &str, expression: &Expression) -> usize {
        let target = match expression {
            Expression::Term { id, .. } => {
                Target { is_term: true, id: id.of(text), attribute: None }
            }
            Expression::Message { id, attribute } => {
                let attribute = attribute.map(|attribute| attribute.of(text));
                Target { is_term: false, id: id.of(text), attribute }
            }
            Expression::Variable(name) => return shortest_value(self.part, name.of(text)),
            _ => return 0,
        };
        let reached = self.part.entry.locale.chain.target(0, resource, target);
        let (Reached::Found(source), 1..) = (reached, self.left) else { return 0 };
        self.left -= 1;
        let (text, resource) = (source.found.resource.text(), &source.found.resource.name);
        let mut least = usize::MAX;
        for path in paths(text, source.pattern).iter() {
            let inner = path.placeables.iter();
            let inner: usize = inner.map(|(inner, _)| self.least(resource, text, inner)).sum();
            least = least.min(characters(path.text()) + inner);
        }
        least
    }
}

/// The least that a value which is published for a variable takes.
fn shortest_value(part: &PartView<'_>, variable: &str) -> usize {
    let arguments = part.arguments();
    let values = arguments.iter().filter(|argument| argument.name == variable);
    let formats = part.facts().formats();
    let shown = values
        .flat_map(|argument| &argument.values)
        .map(|value| characters(&formats.number(value, &NumberOptions::default())));
    shown.min().unwrap_or(0)
}
