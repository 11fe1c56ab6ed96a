//! The checker: runs every rule over a project and gives findings at their levels.
//!
//! A rule is a file in `rules/` and its page; this module walks the project for them. What a
//! finding looks like in an output is `report`'s business.

mod allow;
mod quorum;
mod reading;
mod rule;
mod rules;
mod view;

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::config::Stage;
use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::project::{Catalog, Project};
use crate::resolve::Basis;

use quorum::Translated;
use rule::Doubt;

pub use reading::{Reading, Readings};
pub use rule::{Check, Findings, Rule};
pub use rules::{ALL, find, ids};
pub use view::{EntryView, LocaleView, PartView};

/// Rules that keep their level in a draft: what they find is dangerous anywhere.
const SECURITY: [&str; 2] = ["unsafe-markup", "bidi-control"];

/// Runs every rule. `loading` is what was found while loading.
pub fn check(project: &Project, loading: &[Diagnostic]) -> Vec<Diagnostic> {
    let basis = Basis::new(project);
    let readings = Readings::new(&project.source);
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
    let by_locale: Vec<Outcome> = catalogs
        .into_par_iter()
        .map(|catalog| {
            let chain = Basis::chain(&basis, catalog);
            check_locale(&LocaleView::new(project, &chain, &readings))
        })
        .collect();
    let (mut doubts, mut translated) = (Vec::new(), Vec::new());
    for outcome in by_locale {
        findings.extend(outcome.findings);
        doubts.extend(outcome.doubts);
        translated.push(outcome.translated);
    }
    findings.extend(quorum::settle(doubts, &translated));
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

/// What was found in a locale, and what has to be said to settle doubts.
struct Outcome {
    findings: Vec<Diagnostic>,
    doubts: Vec<Doubt>,
    translated: Translated,
}

impl Outcome {
    fn take(&mut self, findings: Findings) {
        self.findings.extend(findings.list);
        self.doubts.extend(findings.doubts);
    }
}

fn check_locale(locale: &LocaleView<'_>) -> Outcome {
    let new = || Outcome {
        findings: Vec::new(),
        doubts: Vec::new(),
        translated: Translated::new(locale.readings.len()),
    };
    let mut all = new();
    for resource in &locale.catalog.resources {
        for (entry, message) in resource.tree.messages() {
            check_entry(&EntryView::new(locale, resource, entry, message), &mut all);
        }
    }
    for rule in ALL {
        if let Check::Locale(check) = rule.check {
            let mut findings = Findings::new(rule);
            check(locale, &mut findings);
            all.take(findings);
        }
    }
    all
}

fn check_entry(entry: &EntryView<'_>, all: &mut Outcome) {
    for rule in ALL {
        if let Check::Entry(check) = rule.check {
            let mut findings = Findings::new(rule);
            check(entry, &mut findings);
            all.take(findings);
        }
    }
    if entry.is_obsolete() {
        return;
    }
    for (attribute, pattern) in entry.found.parts() {
        let own = Reading::new(entry.text(), pattern);
        let original = entry.source.and_then(|source| source.pattern(attribute));
        let original = original.and_then(|original| entry.locale.readings.get(original));
        if let Some(original) = original {
            all.translated.insert(original.number);
        }
        let part = PartView { entry, attribute, own: &own, original, unknown: OnceCell::new() };
        for rule in ALL {
            if let Check::Part(check) = rule.check {
                let mut findings = Findings::new(rule);
                check(&part, &mut findings);
                all.take(findings);
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
