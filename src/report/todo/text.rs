//! The list for a terminal.

use std::fmt::Write as _;

use anstyle::Style;

use super::{by_change, by_file, size, unknown};
use crate::report::{Summary, concise, visible};
use crate::text::counted;
use crate::todo::{Left, Todo, sizes};

/// What is left, for people: what is missing, what is stale, what was found.
pub fn todo_text(todo: &Todo) -> String {
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let mut text = heading(todo);
    for (title, parts) in [
        ("missing", todo.missing().collect::<Vec<_>>()),
        ("stale", todo.stale().collect::<Vec<_>>()),
    ] {
        if parts.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{bold}{title}{bold:#}: {}", size(parts.iter().copied()));
        for (path, parts) in by_file(parts.into_iter()) {
            let words = counted(sizes(parts.iter().copied()).1, "word");
            let _ = writeln!(text, "\n{bold}{path}{bold:#} {dim}{words}{dim:#}");
            parts.into_iter().for_each(|part| text.push_str(&entry(part)));
        }
    }
    if !todo.findings.is_empty() {
        let count = counted(todo.findings.len(), "finding");
        let _ = write!(text, "\n{bold}found{bold:#}: {count}\n\n{}", concise(&todo.findings));
    }
    if let Some(unknown) = unknown(todo) {
        let _ = writeln!(text, "\n{unknown}");
    }
    text
}

/// `sw: 12 parts are missing, 45 words; 3 are stale (2 wording, 1 interface), 20 words; 1 warning`.
fn heading(todo: &Todo) -> String {
    let bold = Style::new().bold();
    let locale = &todo.locale;
    let mut left: Vec<String> = Vec::new();
    let (missing, words) = sizes(todo.missing());
    if missing > 0 {
        left.push(format!("{} missing, {}", counted(missing, "part"), counted(words, "word")));
    }
    let (stale, words) = sizes(todo.stale());
    if stale > 0 {
        let kinds = by_change(todo).into_iter();
        let kinds: Vec<String> =
            kinds.map(|(change, parts)| format!("{} {}", parts.len(), change.word())).collect();
        let kinds = kinds.join(", ");
        left.push(format!("{stale} stale ({kinds}), {}", counted(words, "word")));
    }
    if left.is_empty() {
        left.push("nothing is left to translate".to_owned());
    }
    if !todo.findings.is_empty() {
        left.push(Summary::of(&todo.findings).words());
    }
    match todo.parts.is_empty() && todo.findings.is_empty() {
        true => format!("{locale}: {}\n", left.join("; ")),
        false => format!("{bold}{locale}{bold:#}: {}\n", left.join("; ")),
    }
}

fn entry(part: &Left) -> String {
    let dim = Style::new().dimmed();
    let state = part.state();
    let note = if state == "missing" { String::new() } else { format!(" ({state})") };
    let mut text = format!("\n  {}{note}\n", part.name());
    for line in part.comment.lines() {
        let _ = writeln!(text, "    {dim}# {line}{dim:#}");
    }
    let now = part.diff.as_ref().unwrap_or(&part.source);
    push_lines(&mut text, "    ", now);
    if let Some(translation) = part.change().and(part.translation.as_ref()) {
        let _ = writeln!(text, "    {dim}translated as{dim:#}");
        push_lines(&mut text, "      ", translation);
    }
    text
}

fn push_lines(text: &mut String, indent: &str, lines: &str) {
    for line in visible(lines).lines() {
        let _ = writeln!(text, "{indent}{line}");
    }
}
