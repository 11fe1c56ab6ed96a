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

/// What is said of a place: by which rule, of what, in which words. Locales that lack the same
/// message share one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The id of the rule, such as `missing-message`.
    pub rule: &'static str,
    /// Where to look.
    pub place: Place,
    /// The path of the resource it is about, the same in every locale.
    pub resource: Option<Arc<str>>,
    /// The message it is about: its id, or `-term`.
    pub id: Option<Arc<str>>,
    /// The attribute, if it is about one.
    pub attribute: Option<Box<str>>,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: Arc<str>,
}

impl Claim {
    /// What a rule says of a place.
    pub fn new(rule: &'static str, place: Place, message: impl Into<Arc<str>>) -> Self {
        let message = message.into();
        Self { rule, place, resource: None, id: None, attribute: None, message }
    }

    /// How findings are ordered wherever they are seen: by path, offset, rule, message.
    pub fn compare(&self, other: &Self) -> Ordering {
        // Most paths that are compared are the very same.
        let by_path = match Arc::ptr_eq(&self.place.path, &other.place.path) {
            true => Ordering::Equal,
            false => self.place.path.cmp(&other.place.path),
        };
        by_path
            .then_with(|| (self.place.span.start).cmp(&other.place.span.start))
            .then_with(|| (self.rule, &*self.message).cmp(&(other.rule, &*other.message)))
    }
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

/// What there is to know of a finding: a claim, and what is not the same in every locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    claim: Arc<Claim>,
    /// The code of the locale it is about, as written in the project.
    pub locale: Option<Arc<str>>,
    /// The rule's level until the project's levels are applied.
    pub severity: Severity,
    /// Why it matters to a reader, shown at the place. `None` where the message says it all.
    pub label: Option<Arc<str>>,
    /// What to do.
    pub help: Option<Arc<str>>,
    /// What only some findings have; `None` where there is nothing of it.
    more: Option<Box<More>>,
}

impl Deref for Finding {
    type Target = Claim;

    fn deref(&self) -> &Claim {
        &self.claim
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Claim {
        Arc::make_mut(&mut self.claim)
    }
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

    /// Whether another finding makes the very same claim, of another locale.
    pub fn shares_claim_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.claim, &other.claim)
    }

    fn more(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }
}

impl Diagnostic {
    /// A finding of a rule at a place. The level comes from the rule.
    pub fn new(rule: &'static str, place: Place, message: impl Into<Arc<str>>) -> Self {
        Self::of(Arc::new(Claim::new(rule, place, message)))
    }

    /// A finding that says what others say too.
    pub fn of(claim: Arc<Claim>) -> Self {
        Self(Box::new(Finding {
            claim,
            locale: None,
            severity: Severity::Error,
            label: None,
            help: None,
            more: None,
        }))
    }

    /// Says which locale it is about.
    #[must_use]
    pub fn of_locale(mut self, code: Arc<str>) -> Self {
        self.locale = Some(code);
        self
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
        self.label = Some(label.into()).filter(|label| !label.is_empty());
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
        let Subject { locale, resource, message, attribute } = subject;
        self.locale = locale;
        let claim: &mut Claim = &mut self;
        (claim.resource, claim.id, claim.attribute) = (resource, message, attribute);
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
        let named = [
            Some(self.rule),
            self.locale.as_deref(),
            self.resource.as_deref().or(Some(&self.place.path)),
            self.id.as_deref(),
            self.attribute.as_deref(),
            Some(&*self.message),
        ];
        for field in named {
            hash.update(field.unwrap_or("\0"));
            hash.update([0x1F]);
        }
        hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Puts findings into the order in which they are shown. Those that compare equal stay as they were.
pub fn sort(findings: &mut [Diagnostic]) {
    let mut places = places(findings);
    for index in 0..places.len() {
        while places[index] as usize != index {
            let place = places[index] as usize;
            findings.swap(index, place);
            places.swap(index, place);
        }
    }
}

/// Where each finding belongs. Many may make one claim: claims are sorted, and findings counted.
fn places(findings: &[Diagnostic]) -> Vec<u32> {
    // They are far apart in memory: each is looked at once, by all cores.
    let claims: Vec<&Claim> = findings.par_iter().map(|finding| &*finding.claim).collect();
    let mut numbers: FxHashMap<*const Claim, usize> = FxHashMap::default();
    let mut distinct: Vec<(usize, &Claim)> = Vec::new();
    let of: Vec<usize> = claims
        .into_iter()
        .map(|claim| {
            let number = numbers.len();
            let known = numbers.entry(std::ptr::from_ref(claim));
            *known.or_insert_with(|| {
                distinct.push((number, claim));
                number
            })
        })
        .collect();
    distinct.par_sort_unstable_by(|(_, one), (_, other)| one.compare(other));
    let mut ranks = vec![0; distinct.len()];
    let is_same = |(_, one): &(_, &Claim), (_, other): &(_, &Claim)| one.compare(other).is_eq();
    for (rank, same) in distinct.chunk_by(is_same).enumerate() {
        for (number, _) in same {
            ranks[*number] = rank;
        }
    }
    // Where the findings of a rank begin, then where its next one goes.
    let mut next = vec![0_u32; distinct.len() + 1];
    for number in &of {
        next[ranks[*number] + 1] += 1;
    }
    for rank in 1..next.len() {
        next[rank] += next[rank - 1];
    }
    let place = |number: usize| {
        let next = &mut next[ranks[number]];
        *next += 1;
        *next - 1
    };
    of.into_iter().map(place).collect()
}
