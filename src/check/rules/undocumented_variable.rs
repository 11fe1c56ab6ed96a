//! A variable that no comment describes. The page beside this file says the rest.

use std::ops::Range;

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use super::super::words;
use crate::diagnostic::Diagnostic;
use crate::syntax::{Body, Comment, Reference, walk_references};

pub(super) static RULE: Rule = Rule {
    id: "undocumented-variable",
    summary: "a variable of the source that no comment describes",
    severity: None,
    page: include_str!("undocumented_variable.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    if !entry.locale.is_source() || entry.found.message.is_term {
        return;
    }
    let text = entry.text();
    let mut seen = Vec::new();
    for (attribute, pattern) in entry.found.parts() {
        walk_references(pattern, &mut |reference| {
            let Reference::Variable { name, .. } = reference else { return };
            let written = reference.name();
            if seen.contains(&name.of(text)) {
                return;
            }
            seen.push(name.of(text));
            if !is_described(entry, written.of(text)) {
                let message = format!("no comment says what `{}` is", written.of(text));
                findings.push(
                    Diagnostic::new(RULE.id, entry.found.place(written), message)
                        .label("translators have to guess what will stand here")
                        .help(format!(
                            "write a comment: `# {} (text) - what it is`",
                            written.of(text)
                        ))
                        .about(entry.found.subject(attribute)),
                );
            }
        });
    }
}

/// Whether the message's comment, its group's or its file's names the variable.
fn is_described(entry: &EntryView<'_>, name: &str) -> bool {
    let resource = entry.found.resource;
    let above = resource.tree.entries[..entry.found.entry].iter();
    let standing = above.filter_map(|entry| match &entry.body {
        Body::Comment(comment) if comment.level > 1 => Some(comment),
        _ => None,
    });
    // A group ends where the next one begins.
    let group = standing.clone().rev().find(|comment| comment.level == 2);
    let file = standing.filter(|comment| comment.level == 3);
    let comments = entry.found.message.comment.iter().chain(group).chain(file);
    comments.into_iter().any(|comment| names(comment, entry.text(), name))
}

fn names(comment: &Comment, text: &str, name: &str) -> bool {
    comment.lines.iter().any(|line| {
        let is_whole = |range: &Range<usize>| {
            let behind = line.of(text)[range.end..].chars().next();
            !behind.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        words::find(line.of(text), name).any(|range| is_whole(&range))
    })
}
