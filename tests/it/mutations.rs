//! Mutations of the sample: one thing is broken at a time, and exactly that must be reported, where
//! a person would look for it, and nothing else. What is harmless must stay silent.

mod across;
mod allowances;
mod configuration;
mod content;
mod harmless;
mod messages;
mod numbers;
mod syntax;
mod truth;
mod written;

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use isogloss::diagnostic::{Diagnostic, Severity};
use isogloss::files::Memory;
use isogloss::report;
use isogloss::session::{Opened, Session};

use crate::sample;

/// A behaviour, what is done to a fresh copy of the sample, and all that must be found in it.
struct Mutation(&'static str, &'static [Edit], &'static [Expected]);

/// A change to the sample.
enum Edit {
    /// In a file, the one place where the first text stands gets the second.
    Replace(&'static str, &'static str, &'static str),
    /// The same, with bytes that need not be UTF-8.
    Bytes(&'static str, &'static str, &'static [u8]),
    /// A text is put behind all that a file holds.
    Append(&'static str, &'static str),
    /// A new file.
    Add(&'static str, &'static str),
    /// A file is gone.
    Delete(&'static str),
    /// A file is made anew from its text.
    Rewrite(&'static str, fn(String) -> String),
}

/// A finding that must be there.
#[derive(Clone, Copy)]
struct Expected {
    severity: Severity,
    rule: &'static str,
    /// Empty for a finding in no locale.
    locale: &'static str,
    path: &'static str,
    /// A text that stands once in the mutated file: the finding starts at `▸` in it, or where it
    /// starts. `{locale}` is the locale. Empty for a finding about the whole file.
    at: &'static str,
    /// What its message or its help must say.
    says: &'static str,
}

const fn error(
    rule: &'static str,
    locale: &'static str,
    path: &'static str,
    at: &'static str,
) -> Expected {
    Expected { severity: Severity::Error, rule, locale, path, at, says: "" }
}

const fn warning(
    rule: &'static str,
    locale: &'static str,
    path: &'static str,
    at: &'static str,
) -> Expected {
    Expected { severity: Severity::Warning, ..error(rule, locale, path, at) }
}

const fn note(
    rule: &'static str,
    locale: &'static str,
    path: &'static str,
    at: &'static str,
) -> Expected {
    Expected { severity: Severity::Note, ..error(rule, locale, path, at) }
}

impl Expected {
    const fn says(self, says: &'static str) -> Self {
        Self { says, ..self }
    }

    /// The finding as a line, its place worked out in the mutated files.
    fn line(&self, files: &Memory) -> Result<String, String> {
        let place = match self.at {
            "" => "1:1".to_owned(),
            at => place_of(&at.replace("{locale}", self.locale), self.path, files)?,
        };
        Ok(line(self.path, &place, self.severity, self.rule, self.locale))
    }

    fn is_said_by(&self, finding: &Diagnostic) -> bool {
        finding.message.contains(self.says)
            || finding.help.as_deref().is_some_and(|help| help.contains(self.says))
    }
}

/// Line and column of the `▸` in `at`, or of its start, in a file where it stands once.
fn place_of(at: &str, path: &str, files: &Memory) -> Result<String, String> {
    let (before, behind) = at.split_once('▸').unwrap_or(("", at));
    let bytes = files.0.get(path).ok_or_else(|| format!("there is no {path}"))?;
    let text = String::from_utf8_lossy(bytes);
    let whole = format!("{before}{behind}");
    let places: Vec<usize> = text.match_indices(&whole).map(|(start, _)| start).collect();
    let [start] = places.as_slice() else {
        return Err(format!("`{whole}` must stand once in {path}, not {} times", places.len()));
    };
    let above = &text[..start + before.len()];
    let lines = above.matches('\n').count();
    let column = above.rsplit('\n').next().unwrap_or_default().chars().count();
    Ok(format!("{}:{}", lines + 1, column + 1))
}

fn line(path: &str, place: &str, severity: Severity, rule: &str, locale: &str) -> String {
    format!("{path}:{place}: {severity}[{rule}] {locale}")
}

fn line_of(finding: &Diagnostic) -> String {
    let place = &finding.place;
    let locale = finding.locale.as_deref().unwrap_or_default();
    line(&place.path, &place.start.to_string(), finding.severity, finding.rule, locale)
}

impl Edit {
    fn apply(&self, files: &mut Memory) {
        match *self {
            Self::Replace(path, old, new) => sample::replace(files, path, old, new),
            Self::Bytes(path, old, new) => {
                sample::replace(files, path, old, "\0");
                let text = sample::text(files, path);
                let (before, behind) = text.split_once('\0').unwrap();
                let bytes = [before.as_bytes(), new, behind.as_bytes()].concat();
                files.0.insert(path.to_owned(), bytes);
            }
            Self::Append(path, text) => {
                let text = sample::text(files, path) + text;
                files.0.insert(path.to_owned(), text.into_bytes());
            }
            Self::Add(path, text) => {
                let there = files.0.insert(path.to_owned(), text.as_bytes().to_vec());
                assert_eq!(there, None, "{path} is there already");
            }
            Self::Delete(path) => assert!(files.0.remove(path).is_some(), "there is no {path}"),
            Self::Rewrite(path, rewrite) => {
                let text = rewrite(sample::text(files, path));
                files.0.insert(path.to_owned(), text.into_bytes());
            }
        }
    }
}

/// What is found in the sample as it is: its Swahili is a draft with gaps.
static BASELINE: LazyLock<Vec<Diagnostic>> = LazyLock::new(|| sample::check(&sample::files()));

/// What of a finding stays the same when lines shift.
fn identity(finding: &Diagnostic) -> (&str, Option<&str>, &str) {
    (finding.rule, finding.locale.as_deref(), &finding.message)
}

/// Findings that are not in the baseline, and those of the baseline that are gone.
fn beyond_baseline(found: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<&'static Diagnostic>) {
    let mut gone: Vec<&Diagnostic> = BASELINE.iter().collect();
    let mut new = Vec::new();
    for finding in found {
        let same = |old: &&Diagnostic| {
            identity(old) == identity(&finding) && old.severity == finding.severity
        };
        match gone.iter().position(same) {
            Some(index) => drop(gone.remove(index)),
            None => new.push(finding),
        }
    }
    (new, gone)
}

/// All that is found, and whether the project could be opened at all.
fn check(files: &Memory) -> (Vec<Diagnostic>, bool) {
    match Session::open(files).unwrap() {
        Opened::Project(session) => (session.check(), true),
        Opened::Broken(findings) => (findings, false),
    }
}

/// Every format must get along with whatever was found.
fn render(findings: &[Diagnostic], files: &Memory) {
    let read = |path: &str| String::from_utf8(files.0.get(path)?.clone()).ok();
    assert!(!report::human(findings, &read, false).is_empty());
    assert!(!report::json(findings).is_empty());
    assert_eq!(report::concise(findings).lines().count(), findings.len());
    let here = report::Repository::default();
    let commands = report::github(findings, &here);
    assert_eq!(commands.lines().count(), findings.len() + 1);
    assert_eq!(report::sarif(findings, &here).matches("\"ruleId\"").count(), findings.len());
    assert_eq!(report::gitlab(findings, &here).matches("\"fingerprint\"").count(), findings.len());
    let junit = report::junit(findings, &here, &|_| true);
    assert_eq!(junit.matches("<failure ").count(), findings.len());
    let checkstyle = report::checkstyle(findings, &here);
    assert_eq!(checkstyle.matches("<error ").count(), findings.len());
    assert!(!report::markdown(findings, &[], &here).is_empty());
}

/// Rules that find what changed since `sync` was last run, whatever it is.
const OF_EDITS: [&str; 2] = ["stale-translation", "unrecorded-translation"];

/// What went otherwise than expected; empty if nothing did.
fn complaint(Mutation(_, edits, expected): &Mutation) -> String {
    let mut files = sample::files();
    edits.iter().for_each(|edit| edit.apply(&mut files));
    let (found, is_open) = check(&files);
    render(&found, &files);
    let (new, gone) = beyond_baseline(found);
    // Every edit of a translation is unrecorded, and every edit of a source makes translations stale;
    // `provenance` tests that.
    let is_of_edit = |finding: &&Diagnostic| OF_EDITS.contains(&finding.rule);
    let mut left: Vec<&Diagnostic> = new.iter().filter(|it| !is_of_edit(it)).collect();
    let mut complaint = String::new();
    for wanted in *expected {
        let line = match wanted.line(&files) {
            Ok(line) => line,
            Err(error) => {
                let _ = writeln!(complaint, "  the row is wrong: {error}");
                continue;
            }
        };
        let same = |finding: &&Diagnostic| line_of(finding) == line && wanted.is_said_by(finding);
        match left.iter().position(same) {
            Some(index) => drop(left.remove(index)),
            None => {
                let _ = writeln!(complaint, "  missing: {line} …{}…", wanted.says);
            }
        }
    }
    for finding in left {
        let help = finding.help.as_deref().unwrap_or_default();
        let line = line_of(finding);
        let _ = writeln!(complaint, "  too much: {line}: {} ({help})", finding.message);
    }
    for finding in gone.iter().filter(|_| is_open) {
        let _ = writeln!(complaint, "  gone: {}: {}", line_of(finding), finding.message);
    }
    complaint
}

/// Checks every mutation of a table, and tells of all that went wrong at once.
fn verify(table: &[Mutation]) {
    let mut complaints = String::new();
    for mutation in table {
        let complaint = catch_unwind(AssertUnwindSafe(|| complaint(mutation)))
            .unwrap_or_else(|_| "  it panicked\n".to_owned());
        if !complaint.is_empty() {
            let _ = writeln!(complaints, "{}\n{complaint}", mutation.0);
        }
    }
    assert!(complaints.is_empty(), "\n{complaints}");
}

#[test]
fn a_broken_message_is_reported_exactly() {
    verify(messages::TABLE);
}

#[test]
fn a_broken_number_or_variable_is_reported_exactly() {
    verify(numbers::TABLE);
}

#[test]
fn a_file_that_cannot_be_read_is_reported_exactly() {
    verify(syntax::TABLE);
}

#[test]
fn broken_content_is_reported_exactly() {
    verify(content::TABLE);
}

#[test]
fn a_broken_configuration_is_reported_exactly() {
    verify(configuration::TABLE);
}

#[test]
fn what_shows_across_texts_and_locales_is_reported_exactly() {
    verify(across::TABLE);
}

#[test]
fn an_allowance_covers_what_it_says_and_no_more() {
    verify(allowances::TABLE);
}

#[test]
fn a_text_that_is_not_written_as_its_language_is_is_reported_exactly() {
    verify(written::TABLE);
}

#[test]
fn what_is_not_true_to_the_source_is_reported_exactly() {
    verify(truth::TABLE);
}

#[test]
fn what_is_harmless_stays_silent() {
    verify(harmless::TABLE);
}

#[test]
fn the_places_of_a_table_are_worked_out_as_lines_and_columns() {
    let files = Memory::new([("a.ftl", "é = ü\nb = { $c }\n")]);
    assert_eq!(place_of("{ ▸$c }", "a.ftl", &files).as_deref(), Ok("2:7"));
    assert_eq!(place_of("ü", "a.ftl", &files).as_deref(), Ok("1:5"));
    assert!(place_of("=", "a.ftl", &files).is_err());
}
