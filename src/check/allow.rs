//! `# isogloss: allow(rule) reason`: a finding that somebody looked at and decided about.
//!
//! In a message's comment it covers that message, in the source for every locale. In a comment that
//! stands by itself it covers the resource.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use memchr::memmem::Finder;

use crate::diagnostic::{Diagnostic, Place, Subject};
use crate::project::{Catalog, Resource};
use crate::syntax::{Body, Comment};
use crate::text::{Span, nearest};

const RULE: &str = "unused-allowance";
const MARK: &str = "isogloss: allow(";
static FINDER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(MARK));

/// One allowance.
#[derive(Debug)]
pub(super) struct Allowance {
    subject: Subject,
    rule: String,
    /// Where it stands.
    place: Place,
    /// What it covers of its file: the bytes of an entry, or all of it.
    covers: Option<Span>,
    has_reason: bool,
    is_used: bool,
}

/// Drops the findings that are allowed, and gives findings about allowances that allow nothing.
/// What the source allows is allowed in every locale.
pub(super) fn apply(
    source: &str,
    allowances: Vec<Allowance>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut by_rule: BTreeMap<String, Vec<Allowance>> = BTreeMap::new();
    for allowance in allowances {
        by_rule.entry(allowance.rule.clone()).or_default().push(allowance);
    }
    if by_rule.is_empty() {
        return Vec::new();
    }
    findings.retain(|finding| {
        let Some(candidates) = by_rule.get_mut(finding.rule) else { return true };
        let covering = candidates.iter_mut().find(|allowance| covers(allowance, finding, source));
        covering.map(|allowance| allowance.is_used = true).is_none()
    });
    let unused = by_rule.into_values().flatten().filter(|allowance| !allowance.is_used);
    unused.map(|allowance| unused_finding(&allowance)).collect()
}

fn covers(allowance: &Allowance, finding: &Diagnostic, source: &str) -> bool {
    if !allowance.has_reason {
        return false;
    }
    if finding.place.path == allowance.place.path {
        return allowance.covers.is_none_or(|entry| entry.covers(finding.place.span));
    }
    let own = &allowance.subject;
    let same_message = own.message.is_none() || finding.id == own.message;
    // What is missing from a locale's file is found in the source.
    let same_locale = own.locale.as_deref() == Some(source) || finding.locale == own.locale;
    same_locale && finding.resource == own.resource && same_message
}

/// The allowances that stand in the files of a locale.
pub(super) fn allowances(catalog: &Catalog) -> Vec<Allowance> {
    let code = &catalog.locale().code;
    catalog.resources.iter().flat_map(|resource| allowances_in(code, resource)).collect()
}

fn allowances_in(locale: &Arc<str>, resource: &Resource) -> Vec<Allowance> {
    let mut found = Vec::new();
    if FINDER.find(resource.text().as_bytes()).is_none() {
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
            let span = Span::new(line.start as usize + at, line.end as usize);
            let subject = Subject {
                locale: Some(locale.clone()),
                resource: Some(resource.name.clone()),
                message: message.map(Arc::from),
                attribute: None,
            };
            found.push(Allowance {
                subject,
                rule: rule.trim().to_owned(),
                place: Place::new(&resource.file, span),
                covers,
                has_reason: !reason.trim().is_empty(),
                is_used: false,
            });
        }
    }
    found
}

fn unused_finding(allowance: &Allowance) -> Diagnostic {
    let (message, help) = if super::find(&allowance.rule).is_none() {
        let meant = nearest(&allowance.rule, super::ids().iter().copied());
        let help = meant.map(|meant| format!("did you mean `{meant}`?"));
        (format!("there is no rule `{}` to allow", allowance.rule), help)
    } else if !allowance.has_reason {
        let help = format!("write why: `isogloss: allow({}) the reason`", allowance.rule);
        ("an allowance needs a reason".to_owned(), Some(help))
    } else {
        let message = format!("nothing is left for `allow({})` to allow", allowance.rule);
        (message, Some("remove the line".to_owned()))
    };
    let finding = Diagnostic::new(RULE, allowance.place.clone(), message).help_if(help);
    finding.about(allowance.subject.clone())
}
