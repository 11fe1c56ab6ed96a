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
}

impl Findings {
    pub(super) fn new(rule: &Rule) -> Self {
        Self { severity: rule.severity.unwrap_or(Severity::Warning), list: Vec::new() }
    }

    /// Adds a finding at the rule's level.
    pub fn push(&mut self, mut finding: Diagnostic) {
        finding.severity = self.severity;
        self.list.push(finding);
    }
}
