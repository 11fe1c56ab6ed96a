//! What a rule is: data and a plain function. A rule cannot fail.

use super::view::{EntryView, LocaleView, PartView};
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Project;

/// A rule of the checker.
#[derive(Debug)]
pub struct Rule {
    /// Names the defect, and reads well after "allow".
    pub id: &'static str,
    /// What it reports, in one line.
    pub summary: &'static str,
    /// Its level unless the project says otherwise; `None` is off.
    pub severity: Option<Severity>,
    /// Its page: documentation, `explain` and test at once.
    pub page: &'static str,
    /// What it looks at.
    pub check: Check,
}

/// What a rule looks at, and the function that looks.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Nothing by itself: its findings come from loading or from the checker.
    Elsewhere,
    /// The project as a whole, and what was found while loading it.
    Project(fn(&Project, &[Diagnostic], &mut Findings)),
    /// A locale as a whole; the source locale too.
    Locale(fn(&LocaleView<'_>, &mut Findings)),
    /// A message or term.
    Entry(fn(&EntryView<'_>, &mut Findings)),
    /// A value or attribute that is not obsolete.
    Part(fn(&PartView<'_>, &mut Findings)),
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Findings {
    /// The level of the rule; one that is off still collects, for a project may turn it on.
    severity: Severity,
    /// What was found.
    pub(super) list: Vec<Diagnostic>,
    /// What was found and may be the source's doing.
    pub(super) doubts: Vec<Doubt>,
}

impl Findings {
    pub(super) fn new(rule: &Rule) -> Self {
        let severity = rule.severity.unwrap_or(Severity::Warning);
        Self { severity, list: Vec::new(), doubts: Vec::new() }
    }

    /// Adds a finding at the rule's level. What several variant paths show is told once.
    pub fn push(&mut self, mut finding: Diagnostic) {
        finding.severity = self.severity;
        let is_same = |told: &Diagnostic| {
            told.place.span == finding.place.span && told.message == finding.message
        };
        if !self.list.iter().any(is_same) {
            self.list.push(finding);
        }
    }

    /// Adds a finding unless most locales have it too: then the source is what differs from them,
    /// and one finding on the source says so. `what` continues "54 of 65 locales": `lack 13`.
    pub fn push_unless_most(&mut self, part: &PartView<'_>, finding: Diagnostic, what: String) {
        let (Some(source), Some(original)) = (part.entry.source, part.original) else {
            return self.push(finding);
        };
        let place = source.place(original.pattern.span);
        let on_source = Diagnostic::new(finding.rule, place, what)
            .label("the source seems to have changed after it was translated")
            .about(source.subject(part.attribute));
        self.push(finding);
        if let Some(finding) = self.list.pop() {
            self.doubts.push(Doubt { finding, on_source, part: original.number });
        }
    }
}

/// A finding that most locales may share.
#[derive(Debug)]
pub(super) struct Doubt {
    /// The finding if they do not.
    pub(super) finding: Diagnostic,
    /// The finding if they do; its message lacks how many.
    pub(super) on_source: Diagnostic,
    /// The number of the source part.
    pub(super) part: u32,
}
