//! A source catalog that does not match content. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use crate::content;
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::load::is_generated;
use crate::project::Origin;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "out-of-sync",
    summary: "a source catalog that does not match content",
    severity: Some(Severity::Error),
    page: include_str!("out_of_sync.md"),
    check: Check::Origin(check),
};

fn check(origin: &Origin, loading: &[Diagnostic], findings: &mut Findings<'_>) {
    if origin.config.content.is_none() {
        return;
    }
    // Until all of it can be read, nobody knows what content wants, and `sync` does nothing.
    let stands_in_the_way = [content::RULE, "invalid-config"];
    if loading.iter().any(|finding| stands_in_the_way.contains(&finding.rule)) {
        return;
    }
    for catalog in &origin.expected {
        match origin.source.resource(&catalog.resource) {
            None => {
                let message = format!("`{}` has no catalog yet", catalog.content);
                let place = Place::file(catalog.content.as_str());
                findings.push(about(origin, &catalog.resource, place, message));
            }
            Some(resource) if !catalog.is_held_by(resource.text()) => {
                let at = first_difference(resource.text(), &catalog.text);
                let message = format!("this catalog does not match `{}`", catalog.content);
                let place = Place::new(&resource.file, at);
                findings.push(about(origin, &catalog.resource, place, message));
            }
            Some(_) => {}
        }
    }
    let left = origin.source.resources.iter().filter(|resource| {
        is_generated(resource)
            && !origin.expected.iter().any(|catalog| catalog.resource == *resource.name)
    });
    for resource in left {
        let place = Place::file(resource.file.path.clone());
        let message = "the content of this catalog is gone".to_owned();
        findings.push(about(origin, &resource.name, place, message));
    }
}

fn about(origin: &Origin, resource: &str, place: Place, message: String) -> Diagnostic {
    Diagnostic::new(RULE.id, place, message).help("run `isogloss sync`").about(Subject {
        locale: Some(origin.config.source.code.clone()),
        resource: Some(resource.into()),
        ..Subject::default()
    })
}

/// The first line that differs.
fn first_difference(text: &str, wanted: &str) -> Span {
    let mut at = 0;
    let mut wanted = wanted.lines();
    for line in text.split_inclusive('\n') {
        if wanted.next() != line.lines().next() {
            return Span::new(at, at + line.trim_end().len());
        }
        at += line.len();
    }
    Span::at(at)
}
