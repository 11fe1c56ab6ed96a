//! The baseline: findings that a project knows of and lives with for now, so that only new ones
//! count.
//!
//! A finding is known by its identity and by the texts of its message in the source and in the
//! locale. When one of them changes, the entry no longer fits: whoever touches a text mends it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Place};
use crate::project::{Catalog, Found};
use crate::text::{SourceText, Span, counted};

/// The file of the baseline, below the folder of records.
pub const FILE: &str = "baseline.txt";

const HEAD: &str = "\
# Findings that were known when this was made; new ones count. Made by `isogloss check --write-baseline`.
# identity, texts, and for people: rule, locale, resource, message
";

/// Findings that are known.
#[derive(Debug)]
pub struct Baseline {
    file: SourceText,
    /// Identity and texts, with the line they stand in.
    entries: BTreeMap<(String, String), Span>,
}

impl Baseline {
    /// Reads a baseline: a finding a line. What is no entry is passed over, so that both sides of a
    /// merge conflict count.
    pub fn read(file: SourceText) -> Self {
        let mut entries = BTreeMap::new();
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let mut words = line.split_whitespace();
            if let (Some(identity), Some(texts)) = (words.next(), words.next())
                && is_hash(identity)
                && is_hash(texts)
            {
                let span = Span::new(start, start + line.trim_end().len());
                entries.insert((identity.to_owned(), texts.to_owned()), span);
            }
            start += line.len();
        }
        Self { file, entries }
    }

    /// Drops the findings that are known; how many, and a finding about entries that fit nothing
    /// any more.
    pub(super) fn apply(&self, findings: &mut Vec<Diagnostic>) -> (usize, Option<Diagnostic>) {
        let count = findings.len();
        let mut used = BTreeSet::new();
        findings.retain(|finding| {
            let known = self.entries.get_key_value(&key(finding));
            known.is_none_or(|(_, span)| {
                used.insert(*span);
                false
            })
        });
        let left: Vec<Span> =
            self.entries.values().filter(|span| !used.contains(span)).copied().collect();
        let unused = left.iter().min().map(|first| {
            let message = match left.len() {
                1 => "an entry of the baseline fits nothing any more".to_owned(),
                many => format!("{} of the baseline fit nothing any more", entries(many)),
            };
            Diagnostic::new("unused-allowance", Place::new(&self.file, *first), message)
                .help("run `isogloss check --write-baseline` to let go of what is mended")
        });
        (count - findings.len(), unused)
    }
}

fn entries(count: usize) -> String {
    format!("{count} entries")
}

/// Writes the baseline of findings, in their order by locale, resource and message.
pub fn write_baseline(findings: &[Diagnostic]) -> String {
    let mut lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            let (identity, texts) = key(finding);
            let mut place = format!(
                "{} {}",
                finding.locale.as_deref().unwrap_or("-"),
                finding.resource.as_deref().unwrap_or(&finding.place.path),
            );
            if let Some(message) = &finding.id {
                let _ = write!(place, " {message}");
            }
            (place, finding.rule, identity, texts)
        })
        .map(|(place, rule, identity, texts)| format!("{identity} {texts} {rule} {place}"))
        .collect();
    lines.sort_by(|a, b| described(a).cmp(described(b)).then_with(|| a.cmp(b)));
    lines.dedup();
    let mut text = HEAD.to_owned();
    for line in lines {
        let _ = writeln!(text, "{line}");
    }
    text
}

/// What a line says for people.
fn described(line: &str) -> &str {
    line.splitn(3, ' ').nth(2).unwrap_or_default()
}

fn key(finding: &Diagnostic) -> (String, String) {
    (finding.identity(), finding.texts().map_or_else(|| texts(None, None), str::to_owned))
}

fn is_hash(word: &str) -> bool {
    word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Notes in each finding the texts of its message.
pub(super) fn note_texts<'f>(
    findings: impl Iterator<Item = &'f mut Diagnostic>,
    source: &Catalog,
    own: &Catalog,
) {
    for finding in findings {
        let (Some(resource), Some(name)) = (&finding.resource, &finding.id) else {
            continue;
        };
        let (is_term, id) = match name.strip_prefix('-') {
            Some(id) => (true, id),
            None => (false, &**name),
        };
        let find = |catalog: &'_ Catalog| text(catalog.in_resource(resource, is_term, id)?);
        finding.note_texts(texts(find(source).as_deref(), find(own).as_deref()));
    }
}

/// A message as it is written, without its comment.
fn text(found: Found<'_>) -> Option<String> {
    let entry = found.resource.tree.entries.get(found.entry)?;
    let span = Span { start: found.message.name().start, end: entry.core.end };
    Some(span.of(found.resource.text()).trim_end().to_owned())
}

fn texts(source: Option<&str>, own: Option<&str>) -> String {
    let mut hash = Sha256::new();
    for text in [source, own] {
        hash.update(text.unwrap_or("\0"));
        hash.update([0x1F]);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `3 findings of the baseline are not shown`.
pub fn hidden(count: usize) -> String {
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} of the baseline {verb} not shown", counted(count, "finding"))
}
