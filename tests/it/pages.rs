//! The page of a rule is its documentation, what `isogloss explain` prints, and its test.
//!
//! Each section of a page is a project: its fences name files. What the checker finds in them
//! stands in a fence `findings` behind them; a section without one asserts silence. A fence
//! `fixed <path>` at the end shows that file once the edits that findings offer are made. Fences
//! `before <path>` are files as they were when `isogloss sync` recorded what translations were made
//! from; what is named again was changed since.
//! With `UPDATE_PAGES=1` in the environment these fences are rewritten; read the difference.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test, about files")]

use std::path::PathBuf;

use isogloss::check::{ALL, Rule};
use isogloss::diagnostic::{Diagnostic, Edit};
use isogloss::edit;
use isogloss::files::Memory;
use isogloss::report::concise;
use isogloss::session::{Opened, Session};

use crate::sample;

/// Rules whose pages have no section that reports, and why.
const NOT_SHOWN: [(&str, &str); 2] = [
    ("length-outlier", "what is usual takes more texts than a page should hold"),
    ("unreadable-file", "files in memory can always be read"),
];

fn sync(files: &mut Memory) {
    let session = sample::open(files);
    for output in edit::sync(&session.project).outputs {
        files.0.insert(output.path, output.bytes.unwrap());
    }
}

/// A heading and what follows it, without the fences that are told.
#[derive(Default)]
struct Section {
    text: String,
    files: Memory,
    /// Files when translations were recorded.
    before: Memory,
    /// The files that are shown with their edits made.
    fixed: Vec<String>,
}

impl Section {
    /// What the checker finds. Prose without files has no findings.
    fn findings(&self) -> Vec<Diagnostic> {
        if self.files.0.is_empty() {
            return Vec::new();
        }
        let mut files = self.recorded();
        files.0.extend(self.files.0.clone());
        let config = files.0.entry("isogloss.toml".to_owned());
        config.or_insert_with(|| b"source = \"en\"\n".to_vec());
        match Session::open(&files).unwrap() {
            Opened::Project(session) => session.check(),
            Opened::Broken(findings) => findings,
        }
    }

    /// The files of `before`, with records: each translation was made from the source that is there.
    fn recorded(&self) -> Memory {
        let mut files = Memory::default();
        if self.before.0.is_empty() {
            return files;
        }
        files.0.insert("isogloss.toml".to_owned(), b"source = \"en\"\n".to_vec());
        let is_source = |path: &&String| path.starts_with("locales/en/");
        files.0.extend(self.before.0.iter().map(|(path, text)| {
            let text = if is_source(&path) { text.clone() } else { Vec::new() };
            (path.clone(), text)
        }));
        sync(&mut files);
        files.0.extend(self.before.0.clone());
        sync(&mut files);
        files
    }

    fn close_fence(&mut self, info: &str, body: &str) {
        if let Some(path) = info.strip_prefix("fixed ") {
            return self.fixed.push(path.to_owned());
        }
        if info != "findings" {
            self.text.push_str(&format!("```{info}\n{body}```\n"));
        }
        if let Some(path) = info.strip_prefix("before ") {
            self.before.0.insert(path.to_owned(), body.into());
            return;
        }
        if let Some((language, path)) = info.split_once(' ') {
            let byte = |hex| u8::from_str_radix(hex, 16).unwrap();
            let bytes = body.split_whitespace().map(byte);
            let bytes = if language == "hex" { bytes.collect() } else { body.into() };
            self.files.0.insert(path.to_owned(), bytes);
        }
    }

    /// The section with today's findings, and what becomes of its files.
    fn told(&self) -> String {
        let findings = self.findings();
        let mut told = format!("{}\n", self.text.trim_end());
        if !findings.is_empty() {
            told.push_str(&format!("```findings\n{}```\n", concise(&findings)));
        }
        for path in &self.fixed {
            told.push_str(&format!("```fixed {path}\n{}```\n", self.with_edits(path, &findings)));
        }
        told
    }

    /// A file with all edits made that the findings in it offer.
    fn with_edits(&self, path: &str, findings: &[Diagnostic]) -> String {
        let here = findings.iter().filter(|finding| &*finding.place.path == path);
        let mut edits: Vec<&Edit> = here.flat_map(|finding| finding.edits()).collect();
        assert!(!edits.is_empty(), "no finding offers to mend {path}:\n{}", self.text);
        edits.sort_by_key(|edit| edit.span);
        edits.dedup();
        let overlaps = edits.windows(2).any(|pair| pair[0].span.end > pair[1].span.start);
        assert!(!overlaps, "two edits of {path} overlap:\n{}", self.text);
        let mut text = sample::text(&self.files, path);
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.range(), &edit.replacement);
        }
        text
    }
}

/// The head of a page, then its sections. A heading within a fence belongs to a file.
fn sections(page: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut fence: Option<(&str, String)> = None;
    for line in page.lines() {
        if line.starts_with("## ") && fence.is_none() {
            sections.push(Section::default());
        }
        let section = sections.last_mut().unwrap();
        match (&mut fence, line.strip_prefix("```")) {
            (None, Some(info)) => fence = Some((info, String::new())),
            (None, None) => section.text.push_str(&format!("{line}\n")),
            (Some((info, body)), Some("")) => {
                section.close_fence(info, body);
                fence = None;
            }
            (Some((_, body)), _) => body.push_str(&format!("{line}\n")),
        }
    }
    assert!(fence.is_none(), "a fence is never closed");
    sections
}

fn path(rule: &Rule) -> PathBuf {
    let stem = rule.id.replace('-', "_");
    sample::root().join(format!("src/check/rules/{stem}.md"))
}

fn page(rule: &Rule) -> String {
    std::fs::read_to_string(path(rule)).unwrap()
}

#[test]
fn every_section_of_a_page_tells_what_the_checker_finds() {
    let is_update = std::env::var_os("UPDATE_PAGES").is_some();
    let mut stale = Vec::new();
    for rule in ALL {
        let page = page(rule);
        let told = sections(&page).iter().map(Section::told).collect::<Vec<_>>().join("\n");
        if told != page && is_update {
            std::fs::write(path(rule), told).unwrap();
        } else if told != page {
            stale.push(format!("{}", similar::TextDiff::from_lines(&page, &told).unified_diff()));
        }
    }
    assert!(stale.is_empty(), "UPDATE_PAGES=1 rewrites these pages:\n{}", stale.join("\n"));
}

#[test]
fn every_page_reports_its_rule_and_shows_where_it_stays_silent() {
    for rule in ALL {
        let sections = sections(&page(rule));
        let projects = sections.iter().filter(|section| !section.files.0.is_empty());
        let findings: Vec<String> = projects.map(|section| concise(&section.findings())).collect();
        let reports = findings.iter().any(|found| found.contains(&format!("[{}]", rule.id)));
        let is_exempt = NOT_SHOWN.iter().any(|(id, _)| *id == rule.id);
        assert_ne!(reports, is_exempt, "a section reports, or the rule is exempt: {}", rule.id);
        assert!(findings.iter().any(String::is_empty), "no section of {} is silent", rule.id);
    }
}

#[test]
fn a_rule_is_named_like_its_file_and_begins_its_page() {
    let folder = std::fs::read_dir(sample::root().join("src/check/rules")).unwrap();
    let mut pages: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().unwrap() == "md" && !path.ends_with("README.md"));
    pages.sort();
    assert_eq!(pages, ALL.iter().map(|rule| path(rule)).collect::<Vec<_>>());
    for rule in ALL {
        let code = std::fs::read_to_string(path(rule).with_extension("rs")).unwrap();
        assert!(code.contains(&format!("id: \"{}\"", rule.id)), "{}", rule.id);
        assert!(rule.page.starts_with(&format!("# {}\n\n", rule.id)), "{}", rule.id);
    }
}

#[test]
fn rules_stand_in_order_of_their_ids_each_once() {
    assert!(ALL.is_sorted_by(|one, next| one.id < next.id));
}

#[test]
fn a_summary_is_one_line_without_a_full_stop() {
    for rule in ALL {
        let is_line = rule.summary.lines().count() == 1 && !rule.summary.ends_with('.');
        assert!(is_line, "{}: {}", rule.id, rule.summary);
    }
}
