//! A finding as plain data: what is wrong, where, why it matters and what to do.
//!
//! Findings are about the user's files and are returned beside a result, never instead of it.
//! How they are printed is `report`'s business.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::text::{Position, SourceText, Span};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A reader may notice.
    Warning,
    /// A reader will notice, or nothing can be shown.
    Error,
}

impl Severity {
    /// The word used in every output: `error`, `warning`, `note`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A span of a file, with its lines and columns worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Relative to the project, with `/`.
    pub path: Arc<str>,
    /// Byte offsets in the file.
    pub span: Span,
    /// Where the span starts.
    pub start: Position,
    /// Behind its last character.
    pub end: Position,
}

impl Place {
    /// The place of a span in a text.
    pub fn new(source: &SourceText, span: Span) -> Self {
        Self {
            path: source.path.clone(),
            span,
            start: source.position(span.start as usize),
            end: source.position(span.end as usize),
        }
    }

    /// The start of a file, or a file that could not be read.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        let start = Position { line: 1, column: 1 };
        Self { path: path.into(), span: Span::at(0), start, end: start }
    }
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is to be seen there.
    pub message: String,
}

/// A change of the file a finding stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What to replace; empty to insert.
    pub span: Span,
    /// What to write there; empty to remove.
    pub replacement: String,
}

/// What a finding is about, in the project's own terms. All empty for a whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The locale's code as written in the project.
    pub locale: Option<Arc<str>>,
    /// The resource path, the same in every locale.
    pub resource: Option<Arc<str>>,
    /// The message id, or `-term`.
    pub message: Option<Arc<str>>,
    /// The attribute, if the finding is about one.
    pub attribute: Option<Box<str>>,
}

/// One finding. A project may have tens of thousands, which are sorted and handed on, so that one
/// is no wider than a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic(Box<Finding>);

impl Deref for Diagnostic {
    type Target = Finding;

    fn deref(&self) -> &Finding {
        &self.0
    }
}

impl DerefMut for Diagnostic {
    fn deref_mut(&mut self) -> &mut Finding {
        &mut self.0
    }
}

/// What there is to know of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule, such as `missing-message`.
    pub rule: &'static str,
    /// The rule's level until the project's levels are applied.
    pub severity: Severity,
    /// Where to look.
    pub place: Place,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: Arc<str>,
    /// Why it matters to a reader, shown at the place. Empty where the message says it all.
    pub label: Arc<str>,
    /// What to do.
    pub help: Option<Arc<str>>,
    /// What only some findings have; `None` where there is nothing of it.
    more: Option<Box<More>>,
}

/// What only some findings have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct More {
    related: Vec<Related>,
    data: Vec<(&'static str, String)>,
    edits: Vec<Edit>,
    texts: Option<String>,
}

impl Finding {
    /// Further places.
    pub fn related(&self) -> &[Related] {
        self.more.as_ref().map_or(&[], |more| &more.related)
    }

    /// Facts for machines, by name.
    pub fn data(&self) -> &[(&'static str, String)] {
        self.more.as_ref().map_or(&[], |more| &more.data)
    }

    /// What mends it where that cannot be wrong: changes of the file it stands in, made together.
    pub fn edits(&self) -> &[Edit] {
        self.more.as_ref().map_or(&[], |more| &more.edits)
    }

    /// A hash of its message as the source and the locale write it, where a baseline asked for it.
    pub fn texts(&self) -> Option<&str> {
        self.more.as_ref()?.texts.as_deref()
    }

    fn more(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }
}

impl Diagnostic {
    /// A finding of a rule at a place. The level comes from the rule.
    pub fn new(rule: &'static str, place: Place, message: impl Into<Arc<str>>) -> Self {
        Self(Box::new(Finding {
            rule,
            severity: Severity::Error,
            place,
            subject: Subject::default(),
            message: message.into(),
            label: Arc::default(),
            help: None,
            more: None,
        }))
    }

    /// Makes it milder than its rule.
    #[must_use]
    pub fn milder(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }

    /// Adds why it matters, shown at the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<Arc<str>>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<Arc<str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what to do, if it is known.
    #[must_use]
    pub fn help_if(mut self, help: Option<String>) -> Self {
        if let Some(help) = help {
            self.help = Some(help.into());
        }
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn relate(mut self, place: Place, message: impl Into<String>) -> Self {
        self.more().related.push(Related { place, message: message.into() });
        self
    }

    /// Says what the finding is about.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = subject;
        self
    }

    /// Offers a change that mends it, in the same file. Only where it cannot be wrong.
    #[must_use]
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.more().edits.push(Edit { span, replacement: replacement.into() });
        self
    }

    /// Takes back what was offered to mend it.
    pub fn offer_nothing(&mut self) {
        if let Some(more) = &mut self.more {
            more.edits.clear();
        }
    }

    /// Notes what its message says in the source and the locale, for a baseline.
    pub fn note_texts(&mut self, texts: String) {
        self.more().texts = Some(texts);
    }

    /// Adds a fact for machines.
    #[must_use]
    pub fn datum(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.more().data.push((name, value.into()));
        self
    }

    /// Names the finding stably across lines: 16 hexadecimal digits.
    ///
    /// Two runs agree on it as long as rule, locale, resource, message, attribute and wording do.
    pub fn identity(&self) -> String {
        let mut hash = Sha256::new();
        let subject = &self.subject;
        let named = [
            Some(self.rule),
            subject.locale.as_deref(),
            subject.resource.as_deref().or(Some(&self.place.path)),
            subject.message.as_deref(),
            subject.attribute.as_deref(),
            Some(&*self.message),
        ];
        for field in named {
            hash.update(field.unwrap_or("\0"));
            hash.update([0x1F]);
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What findings are ordered by wherever they are seen: path, offset, rule, message.
    pub fn order(&self) -> (&str, u32, &str, &str) {
        (&self.place.path, self.place.span.start, self.rule, &self.message)
    }
}

/// What the findings at one place are ordered by.
struct Key<'f> {
    rule: &'static str,
    message: &'f str,
}

impl<'f> Key<'f> {
    fn new(finding: &'f Diagnostic) -> Self {
        Self { rule: finding.rule, message: &finding.message }
    }

    fn compare(&self, other: &Self) -> Ordering {
        // What is missing in many locales is said by one rule in the very same words.
        let by_text = |own: &str, other: &str| match std::ptr::eq(own, other) {
            true => Ordering::Equal,
            false => own.cmp(other),
        };
        by_text(self.rule, other.rule).then_with(|| by_text(self.message, other.message))
    }
}

/// Puts findings into the order in which they are shown.
pub fn sort(findings: &mut [Diagnostic]) {
    // Findings are far apart in memory: each is looked at as seldom as can be, by all cores.
    let paths: Vec<&str> = findings.par_iter().map(|finding| &*finding.place.path).collect();
    let mut files = by_file(&paths);
    files.par_iter_mut().for_each(|file| {
        // Where each starts, and in the lower half its index.
        let start = |index: u32| u64::from(findings[index as usize].place.span.start) << 32;
        let mut keys: Vec<u64> =
            file.iter().map(|&index| start(index) | u64::from(index)).collect();
        keys.sort_unstable();
        for (place, key) in file.iter_mut().zip(&keys) {
            *place = *key as u32;
        }
        // What starts at one place is mostly the same, told of one locale after the other.
        let mut rest = file.as_mut_slice();
        for same in keys.chunk_by(|one, other| one >> 32 == other >> 32) {
            let (same, behind) = rest.split_at_mut(same.len());
            let key = |index: &u32| Key::new(&findings[*index as usize]);
            same.sort_by(|one, other| key(one).compare(&key(other)));
            rest = behind;
        }
    });
    // Where each finding belongs; then each is put there, in turn.
    let mut places = vec![0_u32; findings.len()];
    for (place, index) in (0..).zip(files.into_iter().flatten()) {
        places[index as usize] = place;
    }
    for index in 0..places.len() {
        while places[index] as usize != index {
            let place = places[index] as usize;
            findings.swap(index, place);
            places.swap(index, place);
        }
    }
}

/// The findings of each file, by their index, in the order of the files.
fn by_file(paths: &[&str]) -> Vec<Vec<u32>> {
    // Most stand beside another one of the same file, which has the very same path.
    let is_same = |one: &&str, other: &&str| std::ptr::eq(*one, *other);
    let mut files: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    let mut index = 0;
    for same in paths.chunk_by(is_same) {
        let end = index + same.len() as u32;
        files.entry(same[0]).or_default().extend(index..end);
        index = end;
    }
    let mut files: Vec<(&str, Vec<u32>)> = files.into_iter().collect();
    files.sort_unstable_by_key(|(path, _)| *path);
    files.into_iter().map(|(_, findings)| findings).collect()
}
