//! A message that the source no longer has. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::EntryView;
use crate::config::Groups;
use crate::diagnostic::{Diagnostic, Severity};
use crate::resolve::is_junk;

pub(super) static RULE: Rule = Rule {
    id: "obsolete-message",
    summary: "a message that the source no longer has",
    severity: Some(Severity::Warning),
    page: include_str!("obsolete_message.md"),
    check: Check::Entry(check),
};

fn check(entry: &EntryView<'_>, findings: &mut Findings<'_>) {
    let resource = &entry.found.resource.name;
    if !entry.is_obsolete() || entry.locale.source.resource(resource).is_none() {
        return;
    }
    let name = entry.found.name();
    let is_duplicate = entry.locale.catalog.has_duplicates()
        && entry.shown().is_some_and(|shown| !std::ptr::eq(shown.message, entry.found.message));
    if is_duplicate || is_junk(entry.locale.source, resource, name) || entry.is_referenced() {
        return;
    }
    // What can follow is told where it is missing; an overlay misses nothing.
    let follows = entry.locale.follows(resource, name);
    if follows.is_some() && !entry.locale.is_overlay() {
        return;
    }
    let (message, help) = match (follows, elsewhere(entry)) {
        (Some(rename), _) => (
            format!("the source calls the message `{name}` `{}` now", rename.to.name),
            Some("run `isogloss sync --renames`".to_owned()),
        ),
        (None, Some(file)) => (
            format!("the source has the message `{name}` in `{file}`, not here"),
            Some(format!("move it to `{}`", entry.locale.path_of(file))),
        ),
        (None, None) => (format!("the source has no message `{name}`"), guess(entry)),
    };
    let finding = Diagnostic::new(RULE.id, entry.found.place(entry.found.message.name()), message)
        .label("never shown")
        .about(entry.found.subject(None));
    findings.push(match help {
        Some(help) => finding.help(help),
        // Nothing that somebody may want to keep under another name.
        None => {
            let whole = entry.found.resource.tree.entries[entry.found.entry].span;
            finding.help("remove it").fix(whole, "")
        }
    });
}

/// The resource of its bundle group in which the source has it.
fn elsewhere<'a>(entry: &EntryView<'a>) -> Option<&'a str> {
    if entry.locale.project.config.groups == Groups::Unknown {
        return None;
    }
    let id = entry.found.message.id.of(entry.text());
    let source = entry.locale.source.in_group(&entry.found.resource.name, false, id)?;
    Some(&source.resource.name)
}

fn guess(entry: &EntryView<'_>) -> Option<String> {
    let (resource, name) = (&entry.found.resource.name, entry.found.name());
    if let Some(unclear) = entry.locale.unclear(resource, name) {
        let names: Vec<String> = unclear.to.iter().map(|to| format!("`{}`", to.name)).collect();
        return Some(format!("it may be {} now: rename it by hand", names.join(" or ")));
    }
    let meant = entry.locale.renamed(&entry.found.resource.name, entry.found.name());
    meant.map(|meant| format!("was it renamed to `{meant}`?"))
}
