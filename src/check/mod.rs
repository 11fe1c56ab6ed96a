//! The checker: runs every rule over a project and gives findings at their levels.
//!
//! A rule is a file in `rules/` and its page; this module walks the project for them. What a
//! finding looks like in an output is `report`'s business.

mod allow;
mod rule;
mod rules;
mod view;

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::config::Stage;
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::project::{Catalog, Project};
use crate::resolve::Basis;

pub use rule::{Check, Findings, Rule};
pub use rules::{ALL, find, ids};
pub use view::{EntryView, LocaleView, PartView};

/// Rules that keep their level in a draft: what they find is dangerous anywhere.
const SECURITY: [&str; 2] = ["unsafe-markup", "bidi-control"];

/// Runs every rule. `loading` is what was found while loading.
pub fn check(project: &Project, loading: &[Diagnostic]) -> Vec<Diagnostic> {
    let basis = Basis::new(project);
    let mut findings: Vec<Diagnostic> = loading
        .iter()
        .cloned()
        .map(|mut finding| {
            finding.severity =
                find(finding.rule).and_then(|rule| rule.severity).unwrap_or(Severity::Error);
            finding
        })
        .collect();
    findings.extend(check_project(project, loading));
    let catalogs: Vec<&Catalog> = project.catalogs().collect();
    let by_locale: Vec<Vec<Diagnostic>> = catalogs
        .into_par_iter()
        .map(|catalog| {
            let chain = Basis::chain(&basis, catalog);
            check_locale(&LocaleView::new(project, &chain))
        })
        .collect();
    findings.extend(by_locale.into_iter().flatten());
    let mut findings = level(project, findings);
    allow::apply(project, &mut findings);
    sort(&mut findings);
    findings
}

fn check_project(project: &Project, loading: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for rule in ALL {
        if let Check::Project(check) = rule.check {
            let mut findings = Findings::new(rule);
            check(project, loading, &mut findings);
            all.extend(findings.list);
        }
    }
    all
}

fn check_locale(locale: &LocaleView<'_>) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = locale
        .catalog
        .resources
        .par_iter()
        .flat_map_iter(|resource| {
            let mut all = Vec::new();
            for (entry, message) in resource.tree.messages() {
                let entry = EntryView::new(locale, resource, entry, message);
                check_entry(&entry, &mut all);
            }
            all
        })
        .collect();
    for rule in ALL {
        if let Check::Locale(check) = rule.check {
            let mut findings = Findings::new(rule);
            check(locale, &mut findings);
            all.extend(findings.list);
        }
    }
    all
}

fn check_entry(entry: &EntryView<'_>, all: &mut Vec<Diagnostic>) {
    for rule in ALL {
        if let Check::Entry(check) = rule.check {
            let mut findings = Findings::new(rule);
            check(entry, &mut findings);
            all.extend(findings.list);
        }
    }
    if entry.is_obsolete() {
        return;
    }
    for (attribute, pattern) in entry.found.parts() {
        let part = PartView {
            entry,
            attribute,
            pattern,
            source: entry.source.and_then(|source| source.pattern(attribute)),
            paths: OnceCell::new(),
            unknown: OnceCell::new(),
        };
        for rule in ALL {
            if let Check::Part(check) = rule.check {
                let mut findings = Findings::new(rule);
                check(&part, &mut findings);
                all.extend(findings.list);
            }
        }
    }
}

/// Gives findings the level the project wants, and drops those it does not.
fn level(project: &Project, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept = Vec::with_capacity(findings.len());
    for mut finding in findings {
        let locale = finding.subject.locale.as_deref();
        let default = find(finding.rule).map_or(Some(finding.severity), |rule| rule.severity);
        let wanted = project.config.level(finding.rule, default, locale, &finding.place.path);
        let Some(severity) = wanted else { continue };
        let is_draft = locale.and_then(|code| project.catalog(code)).is_some_and(|catalog| {
            catalog.config.stage == Stage::Draft && !SECURITY.contains(&finding.rule)
        });
        finding.severity = if is_draft { Severity::Note } else { severity };
        kept.push(finding);
    }
    kept
}
