//! Findings for people: an excerpt with a caret, why it matters and what to do. What repeats is
//! told once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Summary;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::counted;

/// How many findings of one rule are shown in full, for each locale.
const SHOWN: usize = 8;

/// Rules whose findings are told together, per locale and resource, and what of.
const TOGETHER: [(&str, &str, &str); 5] = [
    ("missing-message", "message", "not translated"),
    ("missing-attribute", "attribute", "not translated"),
    ("obsolete-message", "message", "gone from the source"),
    ("obsolete-attribute", "attribute", "gone from the source"),
    ("missing-resource", "file", "not translated"),
];

/// Findings with excerpts. `read` gives the text of a file, if it can still be read.
pub fn human(findings: &[Diagnostic], read: &dyn Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    let mut printer = Printer { read, renderer: Renderer::styled(), files: BTreeMap::new() };
    let mut kin: BTreeMap<Kinship<'_>, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| is_told_together(finding)) {
        kin.entry(kinship(finding)).or_default().push(finding);
    }
    let mut shown: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    for finding in findings {
        if let Some(kin) = kin.get(&kinship(finding)).filter(|kin| kin.len() > 1) {
            if std::ptr::eq(kin[0], finding) {
                text.push_str(&printer.together(finding, kin));
            }
            continue;
        }
        let count = shown.entry((finding.rule, finding.locale.as_deref())).or_default();
        *count += 1;
        if *count <= SHOWN {
            text.push_str(&printer.finding(finding));
        }
    }
    for ((rule, locale), count) in shown.into_iter().filter(|(_, count)| *count > SHOWN) {
        let more = counted(count - SHOWN, "more finding");
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

/// What findings have in common that are told together.
type Kinship<'a> = (&'static str, Option<&'a str>, Option<&'a str>, Severity);

fn kinship(finding: &Diagnostic) -> Kinship<'_> {
    let resource = match finding.rule {
        "missing-resource" => None,
        _ => finding.resource.as_deref(),
    };
    (finding.rule, finding.locale.as_deref(), resource, finding.severity)
}

fn is_told_together(finding: &Diagnostic) -> bool {
    TOGETHER.iter().any(|(rule, ..)| *rule == finding.rule)
}

struct Printer<'r> {
    read: &'r dyn Fn(&str) -> Option<String>,
    renderer: Renderer,
    files: BTreeMap<String, Option<String>>,
}

impl Printer<'_> {
    fn finding(&mut self, finding: &Diagnostic) -> String {
        let title = match &finding.locale {
            Some(locale) => format!("{} ({locale})", finding.message),
            None => finding.message.to_string(),
        };
        let mut group = level(finding.severity)
            .primary_title(title)
            .id(finding.rule)
            .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
        group = self.excerpt(group, finding);
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(help.to_string()));
        }
        format!("{}\n\n", self.renderer.render(&[group]))
    }

    fn excerpt<'g>(&mut self, group: Group<'g>, finding: &Diagnostic) -> Group<'g> {
        let label = finding.label.as_deref().map(str::to_owned);
        let place = &finding.place;
        let Some(text) = self.file(&place.path) else {
            let group = group.element(annotate_snippets::Origin::path(place.path.to_string()));
            return match label {
                Some(label) => group.element(Level::NOTE.message(label)),
                None => group,
            };
        };
        let primary = AnnotationKind::Primary.span(within(&text, place.span.range())).label(label);
        let same = finding.related().iter().filter(|related| related.place.path == place.path);
        let context: Vec<_> = same
            .map(|related| {
                AnnotationKind::Context
                    .span(within(&text, related.place.span.range()))
                    .label(related.message.clone())
            })
            .collect();
        let snippet = Snippet::source(text)
            .path(place.path.to_string())
            .annotation(primary)
            .annotations(context);
        let mut group = group.element(snippet);
        for related in finding.related().iter().filter(|related| related.place.path != place.path) {
            let Some(text) = self.file(&related.place.path) else { continue };
            let annotation = AnnotationKind::Context
                .span(within(&text, related.place.span.range()))
                .label(related.message.clone());
            let snippet =
                Snippet::source(text).path(related.place.path.to_string()).annotation(annotation);
            group = group.element(snippet);
        }
        group
    }

    fn together(&self, finding: &Diagnostic, kin: &[&Diagnostic]) -> String {
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
        let path = finding.place.path.to_string();
        let mut group = level(finding.severity)
            .primary_title(title)
            .id(finding.rule)
            .element(annotate_snippets::Origin::path(path));
        group = group.element(Level::NOTE.message(format!("{}{rest}", names.join(", "))));
        if let Some(label) = &finding.label {
            group = group.element(Level::NOTE.message(label.to_string()));
        }
        let help = match finding.rule.starts_with("missing") {
            true => Some(format!("`isogloss todo {locale}` lists them with their source")),
            false => None,
        };
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        format!("{}\n\n", self.renderer.render(&[group]))
    }

    fn file(&mut self, path: &str) -> Option<String> {
        if !self.files.contains_key(path) {
            let text = (self.read)(path).filter(|text| !text.is_empty());
            self.files.insert(path.to_owned(), text);
        }
        self.files.get(path).cloned().flatten()
    }
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
fn within(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let boundary = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    boundary(range.start)..boundary(range.end)
}
