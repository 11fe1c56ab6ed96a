//! What a rule is: data and a plain function. A rule cannot fail.

use super::reading::Reading;
use super::view::{EntryView, LocaleView, PartView};
use crate::config::{Asked, Stage};
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::written::Features;
use crate::project::Origin;

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

/// Looks at the source side, given what was found while loading.
pub(super) type OriginCheck = fn(&Origin, &[Diagnostic], &mut Findings<'_>);
/// Looks at a locale.
pub(super) type LocaleCheck = fn(&LocaleView<'_>, &mut Findings<'_>);
/// Looks at a message or term.
pub(super) type EntryCheck = fn(&EntryView<'_>, &mut Findings<'_>);
/// Looks at a value or attribute.
pub(super) type PartCheck = fn(&PartView<'_>, &mut Findings<'_>);

/// What a rule looks at, and the function that looks.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Nothing by itself: its findings come from loading or from the checker.
    Elsewhere,
    /// The source side as a whole, and what was found while loading.
    Origin(OriginCheck),
    /// A locale as a whole; the source locale too.
    Locale(LocaleCheck),
    /// A message or term.
    Entry(EntryCheck),
    /// A value or attribute that is not obsolete.
    Part(PartCheck),
    /// Likewise, if it holds what the rule is about: most parts do not.
    PartWith(Holds, PartCheck),
}

/// What a part or its counterpart in the source has to hold for a rule to look at it: any of these.
#[derive(Clone, Copy, Debug)]
pub struct Holds {
    pub(super) own: Features,
    pub(super) original: Features,
}

impl Holds {
    /// Anything, be it nothing.
    pub(super) const ANYTHING: Self = Self::own(Features::ANYTHING);

    /// The part itself any of these.
    pub(super) const fn own(own: Features) -> Self {
        Self { own, original: Features::NOTHING }
    }

    /// Its counterpart in the source any of these.
    pub(super) const fn original(original: Features) -> Self {
        Self { own: Features::NOTHING, original }
    }

    /// One of the two any of these.
    pub(super) const fn either(any: Features) -> Self {
        Self { own: any, original: any }
    }
}

/// So far back it is looked whether a finding was told before: variant paths follow each other.
const MAX_FINDINGS_ALIKE: usize = 32;

/// Where a rule puts what it finds. It knows the level the project wants of the rule, and drops what
/// it does not want.
#[derive(Debug)]
pub struct Findings<'a> {
    origin: &'a Origin,
    /// Its own level; `None` is off.
    severity: Option<Severity>,
    /// What was found.
    pub(super) list: Vec<Diagnostic>,
    /// What was found and may be the source's doing.
    pub(super) doubts: Vec<Doubt>,
    /// How much the lists held before the rule came to the part it looks at now; `None` if it looks
    /// at more than a part, and so tells nothing twice.
    start: Option<(usize, usize)>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(origin: &'a Origin) -> Self {
        let (list, doubts) = (Vec::new(), Vec::new());
        Self { origin, severity: None, list, doubts, start: None }
    }

    /// Goes on to another rule.
    pub(super) fn turn_to(&mut self, rule: &Rule) {
        self.severity = rule.severity;
        self.start = None;
    }

    /// Goes on to another rule that looks at a part.
    pub(super) fn turn_to_part(&mut self, rule: &Rule) {
        self.severity = rule.severity;
        self.start = Some((self.list.len(), self.doubts.len()));
    }

    /// Adds a finding at the rule's level, or at its own where that is milder. What several variant
    /// paths show is told once.
    pub fn push(&mut self, finding: Diagnostic) {
        let is_same = |told: &Diagnostic| {
            told.place.span == finding.place.span && told.message == finding.message
        };
        let told = &self.list[self.start.map_or(self.list.len(), |start| start.0)..];
        if told.iter().rev().take(MAX_FINDINGS_ALIKE).any(is_same) {
            return;
        }
        self.list.extend(leveled(self.origin, self.severity, finding));
    }

    /// Adds a finding unless most locales have it too: then the source is what differs from them,
    /// and one finding on the source says so. `what` continues "54 of 65 locales": `lack 13`.
    pub fn push_unless_most(&mut self, part: &PartView<'_>, finding: Diagnostic, what: String) {
        let (Some(source), Some(original)) = (part.entry.source, part.original) else {
            return self.push(finding);
        };
        let place = source.place(original.pattern.span);
        let on_source = Diagnostic::new(finding.rule, place, what.as_str())
            .label("the source seems to have changed after it was translated")
            .about(source.subject(part.attribute));
        self.push_unless_shared(original, finding, what, Shared::ByMost(Box::new(on_source)));
    }

    /// Adds a finding about a part of the source unless other locales have it too: then it is no
    /// fault. `what` tells findings of one rule about one part apart.
    pub fn push_unless_shared(
        &mut self,
        original: &Reading<'_>,
        finding: Diagnostic,
        what: String,
        shared: Shared,
    ) {
        let is_same = |told: &Doubt| {
            told.finding.place.span == finding.place.span && told.finding.message == finding.message
        };
        let told = &self.doubts[self.start.map_or(self.doubts.len(), |start| start.1)..];
        if told.iter().rev().take(MAX_FINDINGS_ALIKE).any(is_same) {
            return;
        }
        let finding = leveled(self.origin, self.severity, finding);
        let part = original.number;
        self.doubts.extend(finding.map(|finding| Doubt { finding, part, what, shared }));
    }
}

/// Rules that keep their level in a draft: what they find is dangerous anywhere.
const SECURITY: [&str; 2] = ["unsafe-markup", "bidi-control"];

/// Gives a finding the level the project wants, given the rule's own; `None` where it wants none.
pub(super) fn leveled(
    origin: &Origin,
    own: Option<Severity>,
    mut finding: Diagnostic,
) -> Option<Diagnostic> {
    let locale = finding.locale.as_deref();
    // A finding may be milder than its rule.
    let own = own.map(|severity| severity.min(finding.severity));
    let wanted = origin.config.level(finding.rule, own, locale, &finding.place.path)?;
    let is_draft = locale.is_some_and(|code| origin.config.stage(code) == Stage::Draft);
    let is_lenient = is_draft && !SECURITY.contains(&finding.rule);
    finding.severity = match asked(origin, &finding) {
        Asked::No => return None,
        _ if is_lenient => Severity::Note,
        Asked::Optional => wanted.min(Severity::Warning),
        Asked::Yes => wanted,
    };
    Some(finding)
}

/// Rules about what a locale lacks or has too much of. What it has must be right, asked for or not.
const GAPS: [&str; 4] =
    ["missing-resource", "missing-message", "obsolete-resource", "obsolete-message"];

/// How much the project asks for what a finding says is missing or too much.
fn asked(origin: &Origin, finding: &Diagnostic) -> Asked {
    match (&finding.locale, &finding.resource) {
        _ if !origin.config.has_filters() => Asked::Yes,
        (Some(locale), Some(resource)) if GAPS.contains(&finding.rule) => {
            origin.asked(locale, resource, finding.id.as_deref())
        }
        _ => Asked::Yes,
    }
}

/// How many locales must share a finding before it is none of theirs.
#[derive(Debug)]
pub enum Shared {
    /// More than half of those that translate the part. Then this is said of the source; its message
    /// lacks how many they are.
    ByMost(Box<Diagnostic>),
    /// Half of those that translate the part.
    ByHalf,
    /// Two.
    ByTwo,
}

/// A finding that other locales may share.
#[derive(Debug)]
pub(super) struct Doubt {
    /// The finding if they do not.
    pub(super) finding: Diagnostic,
    /// The number of the source part.
    pub(super) part: u32,
    /// What is the same in those that share it.
    pub(super) what: String,
    /// How many those must be.
    pub(super) shared: Shared,
}
