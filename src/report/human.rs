//! Findings for people: an excerpt with a caret, why it matters and what to do. What repeats is
//! told once.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use memchr::{memchr, memchr_iter, memrchr};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Summary;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::counted;

/// How much of one rule is shown in full, for each locale.
const SHOWN: usize = 8;

/// Rules whose findings are told together, per locale and resource, and what of.
const TOGETHER: [(&str, &str, &str); 5] = [
    ("missing-message", "message", "not translated"),
    ("missing-attribute", "attribute", "not translated"),
    ("obsolete-message", "message", "gone from the source"),
    ("obsolete-attribute", "attribute", "gone from the source"),
    ("missing-resource", "file", "not translated"),
];

/// Findings with excerpts, coloured or plain. `read` gives the text of a file, if it can still be
/// read.
pub fn human(findings: &[Diagnostic], read: &Read, is_coloured: bool) -> String {
    let mut counts: BTreeMap<(&str, Option<&str>), Count> = BTreeMap::new();
    let mut blocks = blocks(findings);
    blocks.retain(|block| {
        let (rule, locale) = (block[0].rule, block[0].locale.as_deref());
        counts.entry((rule, locale)).or_default().shows(block.len())
    });
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
    let printer = Printer { renderer, files: files(&blocks, read) };
    let blocks: Vec<String> = blocks.par_iter().map(|block| printer.block(block)).collect();
    let mut text = blocks.concat();
    for ((rule, locale), count) in counts.into_iter().filter(|(_, count)| count.left_out > 0) {
        let more = counted(count.left_out, "more finding");
        let place = locale.map(|locale| format!(" in `{locale}`")).unwrap_or_default();
        let filter = locale.map(|locale| format!(" --locale {locale}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "… and {more} of {rule}{place}: isogloss check --rule {rule}{filter} --format concise\n"
        );
    }
    let _ = writeln!(text, "{}", Summary::of(findings).words());
    text
}

/// Gives the text of a file, if it can still be read.
type Read<'r> = dyn Fn(&str) -> Option<String> + Sync + 'r;

/// What was shown of one rule in one locale.
#[derive(Default)]
struct Count {
    shown: usize,
    /// Findings that were not.
    left_out: usize,
}

impl Count {
    /// Whether so many findings that are told in one go are still shown.
    fn shows(&mut self, told: usize) -> bool {
        let is_shown = self.shown < SHOWN;
        match is_shown {
            true => self.shown += 1,
            false => self.left_out += told,
        }
        is_shown
    }
}

/// Findings that are told in one go: one, or several of one kinship.
type Block<'a> = Vec<&'a Diagnostic>;

/// Findings as they are told, in order: what is told together stands where the first of it does.
fn blocks(findings: &[Diagnostic]) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut known: FxHashMap<Kinship<'_>, FxHashMap<Kin<'_>, usize>> = FxHashMap::default();
    for alike in findings.chunk_by(|one, other| one.shares_claim_with(other)) {
        if !is_told_together(&alike[0]) {
            blocks.extend(alike.iter().map(|finding| vec![finding]));
            continue;
        }
        let known = known.entry(kinship(&alike[0])).or_default();
        for finding in alike {
            match known.entry((finding.locale.as_deref(), finding.severity)) {
                Entry::Occupied(entry) => blocks[*entry.get()].push(finding),
                Entry::Vacant(entry) => {
                    entry.insert(blocks.len());
                    blocks.push(vec![finding]);
                }
            }
        }
    }
    blocks
}

/// The texts that excerpts are taken from, by path.
fn files<'a>(blocks: &[Block<'a>], read: &Read) -> FxHashMap<&'a str, String> {
    let alone = blocks.iter().filter(|block| block.len() == 1).map(|block| block[0]);
    let paths: FxHashSet<&str> = alone
        .flat_map(|finding| {
            let related = finding.related().iter().map(|related| &related.place);
            related.chain([&finding.place]).map(|place| &*place.path)
        })
        .collect();
    let texts = paths.into_par_iter().filter_map(|path| {
        let text = read(path).filter(|text| !text.is_empty())?;
        Some((path, text))
    });
    texts.collect()
}

/// What findings have in common that may be told together: the rule and the resource.
type Kinship<'a> = (&'static str, Option<&'a str>);

/// Which of these are: those of one locale and severity.
type Kin<'a> = (Option<&'a str>, Severity);

fn kinship(finding: &Diagnostic) -> Kinship<'_> {
    match finding.rule {
        "missing-resource" => (finding.rule, None),
        rule => (rule, finding.resource.as_deref()),
    }
}

fn is_told_together(finding: &Diagnostic) -> bool {
    TOGETHER.iter().any(|(rule, ..)| *rule == finding.rule)
}

struct Printer<'a> {
    renderer: Renderer,
    /// The texts of files, by path.
    files: FxHashMap<&'a str, String>,
}

impl Printer<'_> {
    fn block(&self, block: &[&Diagnostic]) -> String {
        let group = match block {
            [finding] => self.finding(finding),
            kin => together(kin),
        };
        self.renderer.render(&[group]) + "\n\n"
    }

    fn finding<'g>(&'g self, finding: &'g Diagnostic) -> Group<'g> {
        let title = match &finding.locale {
            Some(locale) => format!("{} ({locale})", finding.message),
            None => finding.message.to_string(),
        };
        let group = level(finding.severity)
            .primary_title(title)
            .id(finding.rule)
            .elements(Vec::<Snippet<'_, Annotation<'_>>>::new());
        let group = self.excerpt(group, finding);
        match &finding.help {
            Some(help) => group.element(Level::HELP.message(&**help)),
            None => group,
        }
    }

    fn excerpt<'g>(&'g self, group: Group<'g>, finding: &'g Diagnostic) -> Group<'g> {
        let place = &finding.place;
        let own = Mark { kind: AnnotationKind::Primary, place, label: finding.label.as_deref() };
        let related = finding.related().iter().map(|related| Mark {
            kind: AnnotationKind::Context,
            place: &related.place,
            label: Some(&related.message),
        });
        let (same, others): (Vec<_>, Vec<_>) =
            related.partition(|related| related.place.path == place.path);
        let Some(snippet) = self.snippet(&[vec![own], same].concat()) else {
            let group = group.element(Origin::path(&*place.path));
            return match &finding.label {
                Some(label) => group.element(Level::NOTE.message(&**label)),
                None => group,
            };
        };
        let others = others.into_iter().filter_map(|other| self.snippet(&[other]));
        group.element(snippet).elements(others)
    }

    /// The lines around marks in one file; `None` if it cannot be read.
    fn snippet<'g>(&'g self, marks: &[Mark<'g>]) -> Option<Snippet<'g, Annotation<'g>>> {
        let path = &*marks.first()?.place.path;
        let text = self.files.get(path)?;
        let spans = marks.iter().map(|mark| within(text, mark.place.span.range()));
        let spans: Vec<Range<usize>> = spans.collect();
        let first = spans.iter().map(|span| span.start).min()?;
        let last = spans.iter().map(|span| span.end).max()?;
        // The renderer goes over all it is given.
        let start = start_of_line(text, first);
        let end = memchr(b'\n', &text.as_bytes()[last..]).map_or(text.len(), |at| last + at + 1);
        let line = 1 + memchr_iter(b'\n', &text.as_bytes()[..start]).count();
        let annotations = marks.iter().zip(spans).map(|(mark, span)| {
            mark.kind.span(span.start - start..span.end - start).label(mark.label)
        });
        let snippet = Snippet::source(&text[start..end]).line_start(line).path(path);
        Some(snippet.annotations(annotations))
    }
}

/// Something to point at in an excerpt.
#[derive(Clone, Copy)]
struct Mark<'a> {
    kind: AnnotationKind,
    place: &'a Place,
    label: Option<&'a str>,
}

/// Where the line begins that a place stands in. Behind the last line break, that is the last line.
fn start_of_line(text: &str, at: usize) -> usize {
    let at = at.min(text.len().saturating_sub(1));
    memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |at| at + 1)
}

/// Findings of one kinship.
fn together<'a>(kin: &[&'a Diagnostic]) -> Group<'a> {
    let finding = kin[0];
    let (_, noun, what) =
        TOGETHER.iter().find(|(rule, ..)| *rule == finding.rule).copied().unwrap_or_default();
    let locale = finding.locale.as_deref().unwrap_or_default();
    let of = match (finding.rule, &finding.resource) {
        ("missing-resource", _) | (_, None) => String::new(),
        (_, Some(resource)) => format!(" of `{resource}`"),
    };
    let title = format!("{}{of} are {what} ({locale})", counted(kin.len(), noun));
    let names: Vec<String> = kin.iter().take(4).map(|finding| name(finding)).collect();
    let rest = match kin.len().saturating_sub(4) {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let mut group = level(finding.severity)
        .primary_title(title)
        .id(finding.rule)
        .element(Origin::path(&*finding.place.path));
    group = group.element(Level::NOTE.message(format!("{}{rest}", names.join(", "))));
    if let Some(label) = &finding.label {
        group = group.element(Level::NOTE.message(&**label));
    }
    let help = match finding.rule.starts_with("missing") {
        true => Some(format!("`isogloss todo {locale}` lists them with their source")),
        false => None,
    };
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    group
}

fn name(finding: &Diagnostic) -> String {
    match (&finding.id, &finding.attribute) {
        (Some(message), Some(attribute)) => format!("`{message}.{attribute}`"),
        (Some(message), None) => format!("`{message}`"),
        _ => format!("`{}`", finding.resource.as_deref().unwrap_or(&finding.place.path)),
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// A range that lies in the text and on its character boundaries, whatever was asked for.
fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let boundary = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    boundary(range.start)..boundary(range.end)
}
