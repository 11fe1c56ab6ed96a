//! The checker: runs every rule over a project and gives findings at their levels.
//!
//! A rule is a file in `rules/` and its page; this module walks the project for them, a locale at a
//! time, so that a locale need not be in memory when another is looked at. What a finding looks
//! like in an output is `report`'s business.

mod allow;
mod baseline;
mod difference;
mod figure;
mod mentions;
mod prose;
mod quorum;
mod reading;
mod rule;
mod rules;
mod since;
mod view;
mod words;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity, sort};
use crate::locale::written::Features;
use crate::project::{Catalog, Origin, Project};
use crate::provenance::Standing;
use crate::resolve::Basis;
use crate::syntax::Pattern;

use allow::Allowance;
use mentions::Mentions;
use quorum::Translated;
use rule::{Doubt, EntryCheck, Holds, LocaleCheck, OriginCheck, PartCheck};

pub use baseline::{Baseline, FILE as BASELINE, hidden, write_baseline};
pub use reading::{Reading, Readings};
pub use rule::{Check, Findings, Rule, Shared};
pub use rules::{ALL, find, ids, refused};
pub use since::Touched;
pub use view::{EntryView, LocaleView, PartView};

/// Runs every rule. `loading` is what was found while loading.
pub fn check(project: &Project, loading: Vec<Diagnostic>) -> Vec<Diagnostic> {
    checked(project, Checker::new(&project.origin, Known::Told), loading)
}

/// Runs every rule over what a build would publish: not over stale translations that readers will
/// not get. That they are stale is no finding here.
pub fn for_build(project: &Project, loading: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let checker = Checker::new(&project.origin, Known::Told);
    checked(project, Checker { purpose: Purpose::Build, ..checker }, loading)
}

fn checked(project: &Project, checker: Checker<'_>, loading: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let targets = project.targets.par_iter().map(|target| checker.target(project, target));
    let (source, targets) = rayon::join(|| checker.source(), || targets.collect());
    checker.finish(source, targets, loading).0
}

/// What is to become of findings that a project may know already.
#[derive(Debug)]
pub enum Known {
    /// Nothing: every finding is told.
    Told,
    /// Those of a baseline are dropped.
    Dropped(Baseline),
    /// All are told with what a baseline needs to know of them.
    Recorded,
}

/// What all locales of a project are checked with.
#[derive(Debug)]
pub struct Checker<'a> {
    origin: &'a Arc<Origin>,
    basis: Arc<Basis<'a>>,
    readings: Readings<'a>,
    rules: Active,
    known: Known,
    purpose: Purpose,
}

/// What a project is checked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Everything that is wrong with it.
    Everything,
    /// What is wrong with what a build would publish.
    Build,
}

/// The rules that a project wants, by what they look at.
#[derive(Debug)]
struct Active {
    origin: Vec<(&'static Rule, OriginCheck)>,
    locale: Vec<(&'static Rule, LocaleCheck)>,
    entry: Vec<(&'static Rule, EntryCheck)>,
    part: Vec<(&'static Rule, PartCheck)>,
    /// For each feature, the rules about parts that want it: a bit for each, by its index.
    wanting: [Wanting; Features::COUNT],
}

/// Rules that want a feature of a part itself, or of its counterpart in the source.
#[derive(Clone, Copy, Debug, Default)]
struct Wanting {
    own: u64,
    original: u64,
}

impl Active {
    fn new(origin: &Origin) -> Self {
        let mut active = Self {
            origin: Vec::new(),
            locale: Vec::new(),
            entry: Vec::new(),
            part: Vec::new(),
            wanting: [Wanting::default(); Features::COUNT],
        };
        for rule in ALL.iter().copied().filter(|rule| origin.config.wants(rule.id, rule.severity)) {
            match rule.check {
                Check::Elsewhere => {}
                Check::Origin(check) => active.origin.push((rule, check)),
                Check::Locale(check) => active.locale.push((rule, check)),
                Check::Entry(check) => active.entry.push((rule, check)),
                Check::Part(check) => active.push(Holds::ANYTHING, rule, check),
                Check::PartWith(holds, check) => active.push(holds, rule, check),
            }
        }
        active
    }

    fn push(&mut self, holds: Holds, rule: &'static Rule, check: PartCheck) {
        let bit = 1 << self.part.len();
        holds.own.each(|feature| self.wanting[feature].own |= bit);
        holds.original.each(|feature| self.wanting[feature].original |= bit);
        self.part.push((rule, check));
    }

    /// The rules about a part with these features, in order.
    fn about(
        &self,
        own: Features,
        original: Features,
    ) -> impl Iterator<Item = &(&'static Rule, PartCheck)> {
        let mut rules = 0;
        own.each(|feature| rules |= self.wanting[feature].own);
        original.each(|feature| rules |= self.wanting[feature].original);
        std::iter::from_fn(move || {
            let index = rules.trailing_zeros() as usize;
            let rule = self.part.get(index)?;
            rules &= rules - 1;
            Some(rule)
        })
    }
}

/// What was found in a locale, and what has to be said to settle doubts.
#[derive(Debug)]
pub struct Outcome {
    findings: Vec<Diagnostic>,
    doubts: Vec<Doubt>,
    translated: Translated,
    allowances: Vec<Allowance>,
    mentions: Mentions,
}

/// How much of a locale is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    All,
    /// Its messages, one by one.
    Texts,
    /// What it is as a whole.
    Whole,
}

impl Outcome {
    fn new(parts: usize) -> Self {
        Self {
            findings: Vec::new(),
            doubts: Vec::new(),
            translated: Translated::new(parts),
            allowances: Vec::new(),
            mentions: Mentions::default(),
        }
    }
}

impl<'a> Checker<'a> {
    /// Finds out about the source what all locales are checked with.
    pub fn new(origin: &'a Arc<Origin>, known: Known) -> Self {
        let (basis, readings) =
            rayon::join(|| Basis::new(origin), || Readings::new(&origin.source));
        let (rules, purpose) = (Active::new(origin), Purpose::Everything);
        Self { origin, basis, readings, rules, known, purpose }
    }

    /// Checks a target. The project need not hold more than what the target falls back to.
    pub fn target(&self, project: &Project, catalog: &Catalog) -> Outcome {
        let outcome = self.look(project, catalog, &Mentions::default(), Look::All);
        Outcome { mentions: Mentions::of(catalog), ..outcome }
    }

    /// Checks what the source says, text by text. What it is as a whole is looked at when all
    /// targets are known.
    pub fn source(&self) -> Outcome {
        let alone = Project { origin: self.origin.clone(), targets: Vec::new() };
        self.look(&alone, &self.origin.source, &Mentions::default(), Look::Texts)
    }

    fn look(
        &self,
        project: &Project,
        catalog: &Catalog,
        mentions: &Mentions,
        look: Look,
    ) -> Outcome {
        let chain = Basis::chain(&self.basis, project, catalog);
        let view = LocaleView::new(project, &chain, &self.readings, mentions);
        let mut findings = Findings::new(self.origin);
        let mut outcome = Outcome::new(self.readings.len());
        if look != Look::Whole {
            for resource in &catalog.resources {
                for (entry, message) in resource.tree.messages() {
                    let entry = EntryView::new(&view, resource, entry, message);
                    self.entry(&entry, &mut findings, &mut outcome.translated);
                }
            }
            outcome.allowances = allow::allowances(catalog);
        }
        if look != Look::Texts {
            for (rule, check) in &self.rules.locale {
                findings.turn_to(rule);
                check(&view, &mut findings);
            }
        }
        let Findings { mut list, mut doubts, .. } = findings;
        if !matches!(self.known, Known::Told) {
            let doubtful = doubts.iter_mut().map(|doubt| &mut doubt.finding);
            baseline::note_texts(list.iter_mut().chain(doubtful), &self.origin.source, catalog);
        }
        Outcome { findings: list, doubts, ..outcome }
    }

    fn entry(
        &self,
        entry: &EntryView<'_>,
        findings: &mut Findings<'_>,
        translated: &mut Translated,
    ) {
        for (rule, check) in &self.rules.entry {
            findings.turn_to(rule);
            check(entry, findings);
        }
        if entry.is_obsolete() {
            return;
        }
        for (attribute, pattern) in entry.found.parts() {
            if self.purpose == Purpose::Build && is_passed_over(entry, pattern) {
                continue;
            }
            let own = Reading::new(entry.text(), pattern);
            let original = entry.source.and_then(|source| self.readings.part(&source, attribute));
            if let Some(original) = original {
                translated.insert(original.number);
            }
            let part = PartView::new(entry, attribute, &own, original);
            let theirs = original.map_or(Features::NOTHING, |original| original.features);
            for (rule, check) in self.rules.about(own.features, theirs) {
                findings.turn_to_part(rule);
                check(&part, findings);
            }
        }
    }

    /// Puts together what was found everywhere, in order, and tells how many findings the baseline
    /// hides.
    pub fn finish(
        self,
        source: Outcome,
        mut targets: Vec<Outcome>,
        loading: Vec<Diagnostic>,
    ) -> (Vec<Diagnostic>, usize) {
        let origin = self.origin;
        let mut findings = Findings::new(origin);
        for (rule, check) in &self.rules.origin {
            findings.turn_to(rule);
            check(origin, &loading, &mut findings);
        }
        let mut all = findings.list;
        all.reserve(loading.len() + targets.iter().map(|one| one.findings.len()).sum::<usize>());
        let own_level = |rule| find(rule).map_or(Some(Severity::Error), |rule| rule.severity);
        let level = |finding: Diagnostic| rule::leveled(origin, own_level(finding.rule), finding);
        all.extend(loading.into_iter().filter_map(level));
        let alone = Project { origin: origin.clone(), targets: Vec::new() };
        let mut mentions = Mentions::default();
        for outcome in &mut targets {
            mentions.extend(std::mem::take(&mut outcome.mentions));
        }
        targets.push(source);
        targets.push(self.look(&alone, &origin.source, &mentions, Look::Whole));
        let (mut doubts, mut translated, mut allowances) = (Vec::new(), Vec::new(), Vec::new());
        for outcome in targets {
            all.extend(outcome.findings);
            doubts.extend(outcome.doubts);
            translated.push(outcome.translated);
            allowances.extend(outcome.allowances);
        }
        all.extend(quorum::settle(doubts, &translated));
        let source = &origin.source.locale().code;
        let unused = allow::apply(source, allowances, &mut all);
        if self.purpose == Purpose::Everything {
            all.extend(unused.into_iter().filter_map(level));
        }
        let mut hidden = 0;
        if let Known::Dropped(baseline) = &self.known {
            let (dropped, unused) = baseline.apply(&mut all);
            hidden = dropped;
            all.extend(unused.into_iter().filter_map(level));
        }
        // What was needed for it is let go of meanwhile.
        rayon::join(|| sort(&mut all), || drop(self));
        (all, hidden)
    }
}

/// Whether readers of a build get something else, since the source changed and the project does not
/// keep what was made from the old one.
fn is_passed_over(entry: &EntryView<'_>, pattern: &Pattern) -> bool {
    let chain = entry.locale.chain;
    match chain.standing(pattern) {
        Standing::Stale(stale) => chain.is_refused(&stale),
        Standing::Current | Standing::Unknown => false,
    }
}
