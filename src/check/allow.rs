//! `# isogloss: allow(rule) reason`: a finding that somebody looked at and decided about.
//!
//! In a message's comment it covers that message, in the source for every locale. In a comment that
//! stands by itself it covers the resource.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::project::{Project, Resource};
use crate::syntax::{Body, Comment};
use crate::text::{Span, nearest};

const RULE: &str = "unused-allowance";
const MARK: &str = "isogloss: allow(";

/// One allowance.
struct Allowance<'a> {
    locale: &'a str,
    resource: &'a Resource,
    rule: &'a str,
    span: Span,
    /// What it covers: the bytes of an entry, or all of the file.
    covers: Option<Span>,
    /// The message it stands on, for findings in other locales.
    message: Option<&'a str>,
    has_reason: bool,
    is_used: bool,
}

/// Drops the findings that are allowed, and reports allowances that allow nothing.
pub(super) fn apply(project: &Project, findings: &mut Vec<Diagnostic>) {
    let mut allowances: BTreeMap<&str, Vec<Allowance<'_>>> = BTreeMap::new();
    for catalog in project.catalogs() {
        for resource in &catalog.resources {
            for allowance in allowances_in(&catalog.locale().code, resource) {
                allowances.entry(allowance.rule).or_default().push(allowance);
            }
        }
    }
    if allowances.is_empty() {
        return;
    }
    let source = &*project.source.locale().code;
    findings.retain(|finding| {
        let Some(candidates) = allowances.get_mut(finding.rule) else { return true };
        let covering = candidates.iter_mut().find(|allowance| covers(allowance, finding, source));
        covering.map(|allowance| allowance.is_used = true).is_none()
    });
    let unused = allowances.into_values().flatten().filter(|allowance| !allowance.is_used);
    let unused = unused.map(|allowance| unused_finding(&allowance)).collect();
    findings.extend(super::level(project, unused));
}

fn covers(allowance: &Allowance<'_>, finding: &Diagnostic, source: &str) -> bool {
    if !allowance.has_reason {
        return false;
    }
    if *finding.place.path == *allowance.resource.file.path {
        return allowance.covers.is_none_or(|entry| entry.covers(finding.place.span));
    }
    let same_resource = finding.subject.resource.as_deref() == Some(&allowance.resource.name);
    let same_message =
        allowance.message.is_none() || finding.subject.message.as_deref() == allowance.message;
    // What is missing from a locale's file is found in the source.
    let same_locale = finding.subject.locale.as_deref() == Some(allowance.locale);
    (allowance.locale == source || same_locale) && same_resource && same_message
}

fn allowances_in<'a>(locale: &'a str, resource: &'a Resource) -> Vec<Allowance<'a>> {
    let mut found = Vec::new();
    if !resource.text().contains(MARK) {
        return found;
    }
    for entry in &resource.tree.entries {
        let (comment, covers, message): (&Comment, _, _) = match &entry.body {
            Body::Message(message) => match &message.comment {
                Some(comment) => {
                    (comment, Some(entry.span), Some(message.name().of(resource.text())))
                }
                None => continue,
            },
            Body::Comment(comment) => (comment, None, None),
            Body::Junk(_) => continue,
        };
        for line in &comment.lines {
            let text = line.of(resource.text());
            let Some(at) = text.find(MARK) else { continue };
            let rest = &text[at + MARK.len()..];
            let Some((rule, reason)) = rest.split_once(')') else { continue };
            let start = line.start as usize + at;
            found.push(Allowance {
                locale,
                resource,
                rule: rule.trim(),
                span: Span::new(start, line.end as usize),
                covers,
                message,
                has_reason: !reason.trim().is_empty(),
                is_used: false,
            });
        }
    }
    found
}

fn unused_finding(allowance: &Allowance<'_>) -> Diagnostic {
    let (message, help) = if super::find(allowance.rule).is_none() {
        let meant = nearest(allowance.rule, super::ids().iter().copied());
        let help = meant.map(|meant| format!("did you mean `{meant}`?"));
        (format!("there is no rule `{}` to allow", allowance.rule), help)
    } else if !allowance.has_reason {
        let help = format!("write why: `isogloss: allow({}) the reason`", allowance.rule);
        ("an allowance needs a reason".to_owned(), Some(help))
    } else {
        let message = format!("nothing is left for `allow({})` to allow", allowance.rule);
        (message, Some("remove the line".to_owned()))
    };
    let mut finding =
        Diagnostic::new(RULE, Place::new(&allowance.resource.file, allowance.span), message)
            .help_if(help);
    finding.severity = Severity::Warning;
    finding.subject = Subject {
        locale: Some(allowance.locale.into()),
        resource: Some(allowance.resource.name.clone()),
        message: allowance.message.map(str::to_owned),
        attribute: None,
    };
    finding
}
