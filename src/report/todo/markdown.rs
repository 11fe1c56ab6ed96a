//! The list in Markdown, with boxes to tick: for an issue or a mail.

use std::fmt::Write as _;

use super::{by_change, by_file, size, unknown};
use crate::report::markdown::{escaped, marked};
use crate::report::visible;
use crate::text::counted;
use crate::todo::{Left, Todo, sizes};

/// What is left, in Markdown: counts, then what is missing, what is stale, what was found.
pub fn todo_markdown(todo: &Todo) -> String {
    let mut text = format!("# {}: what is left\n\n", escaped(&todo.locale));
    if todo.parts.is_empty() && todo.findings.is_empty() {
        text.push_str("Nothing is left to translate.\n");
    } else {
        text.push_str(&counts(todo));
    }
    for (title, parts) in [
        ("Missing", todo.missing().collect::<Vec<_>>()),
        ("Stale", todo.stale().collect::<Vec<_>>()),
    ] {
        if parts.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n## {title}: {}", size(parts.iter().copied()));
        for (path, parts) in by_file(parts.into_iter()) {
            let words = counted(sizes(parts.iter().copied()).1, "word");
            let _ = writeln!(text, "\n### {} ({words})\n", escaped(path));
            parts.into_iter().for_each(|part| text.push_str(&entry(part)));
        }
    }
    if !todo.findings.is_empty() {
        let _ = writeln!(text, "\n## Found: {}\n", counted(todo.findings.len(), "finding"));
    }
    for finding in &todo.findings {
        let place = format!("{}:{}", finding.place.path, finding.place.start);
        let severity = finding.severity.word();
        let (place, message) = (escaped(&place), marked(&finding.message));
        let _ = writeln!(text, "- [ ] {place}: {severity}: {message}");
    }
    if let Some(unknown) = unknown(todo) {
        let _ = writeln!(text, "\n{unknown}.");
    }
    text
}

fn counts(todo: &Todo) -> String {
    let mut text = "| | parts | words |\n|---|---:|---:|\n".to_owned();
    let mut row = |name: &str, (parts, words): (usize, usize)| {
        if parts > 0 {
            let _ = writeln!(text, "| {name} | {parts} | {words} |");
        }
    };
    row("missing", sizes(todo.missing()));
    for (change, parts) in by_change(todo) {
        row(&format!("stale: {}", change.word()), sizes(parts.into_iter()));
    }
    if !todo.findings.is_empty() {
        let _ = writeln!(text, "| findings | {} | |", todo.findings.len());
    }
    text
}

fn entry(part: &Left) -> String {
    let state = part.state();
    let note = if state == "missing" { String::new() } else { format!(" ({state})") };
    let mut text = format!("- [ ] `{}`{note}", part.name());
    let comment: Vec<&str> = part.comment.lines().map(str::trim).collect();
    if !part.comment.is_empty() {
        let _ = write!(text, ": {}", escaped(&comment.join(" ")));
    }
    text.push('\n');
    text.push_str(&fenced(part.diff.as_ref().unwrap_or(&part.source)));
    if let Some(translation) = part.change().and(part.translation.as_ref()) {
        let _ = write!(text, "\n  translated as\n{}", fenced(translation));
    }
    text
}

/// A text in a fence that nothing in it closes, below an item of a list.
fn fenced(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let mut out = format!("\n  {fence}\n");
    for line in visible(text).lines() {
        let _ = writeln!(out, "  {line}");
    }
    let _ = writeln!(out, "  {fence}");
    out
}
