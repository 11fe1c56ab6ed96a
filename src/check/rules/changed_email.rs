//! An e-mail address that is not the source's. The page beside this file says the rest.

use super::super::difference::difference;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::Features;
use crate::markup::{Link, emails};

pub(super) static RULE: Rule = Rule {
    id: "changed-email",
    summary: "an e-mail address that is not the source’s",
    severity: Some(Severity::Warning),
    page: include_str!("changed_email.md"),
    check: Check::PartWith(Holds::either(Features::AT), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if part.original.is_none() {
        return;
    }
    let read: Vec<Vec<String>> = part.original_paths().iter().map(addresses).collect();
    let source: Vec<&[String]> = read.iter().map(Vec::as_slice).collect();
    let has_example =
        part.original_paths().iter().any(|path| !emails(path.text()).all(|email| is_real(&email)));
    for path in part.paths().iter().filter(|path| !path.is_empty()) {
        let own = addresses(path);
        let found = difference(&own, &source, |one, other| one == other);
        // An example may be anything in another language.
        let added = found.added.first().copied().filter(|_| !has_example);
        tell(part, path, found.lost.first().copied(), added, findings);
    }
}

/// The addresses that a path shows, in small letters.
fn addresses(path: &Path<'_>) -> Vec<String> {
    emails(path.text()).filter(is_real).map(|email| email.address.to_lowercase()).collect()
}

fn tell(
    part: &PartView<'_>,
    path: &Path<'_>,
    lost: Option<&String>,
    added: Option<&String>,
    findings: &mut Findings<'_>,
) {
    let place = added.and_then(|added| {
        let written = emails(path.text()).find(|email| email.address.to_lowercase() == *added);
        Some(path.span(written?.range))
    });
    let place = place.unwrap_or(part.place_of(path));
    let (message, label, help, what) = match (lost, added) {
        (None, None) => return,
        (Some(lost), Some(added)) => (
            format!("`{added}` is not the address of the source, `{lost}`"),
            "readers write to somebody else, or to nobody",
            format!("write `{lost}`"),
            format!("lack `{lost}`"),
        ),
        (Some(lost), None) => (
            format!("the address `{lost}` is missing"),
            "readers do not learn where to write",
            format!("write `{lost}` where it belongs"),
            format!("lack `{lost}`"),
        ),
        (None, Some(added)) => (
            format!("the source has no address `{added}`"),
            "readers write to somebody whom the source does not name",
            "take it out, or add it to the source".to_owned(),
            format!("have `{added}`"),
        ),
    };
    let finding = part.finding(RULE.id, place, message).label(label).help(help);
    findings.push_unless_most(part, finding, what);
}

/// Whether an address is somebody’s, not an example: those may be translated.
fn is_real(email: &Link<'_>) -> bool {
    let address = email.address.to_ascii_lowercase();
    let Some((local, domain)) = address.split_once('@') else { return false };
    let is_nobodys = RESERVED.iter().any(|name| {
        domain.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    match is_nobodys {
        true => MAILBOXES.contains(&local),
        false => !EXAMPLES.iter().any(|word| address.contains(word)),
    }
}

/// Domains that are nobody's, by RFC 2606 and RFC 6761.
const RESERVED: [&str; 7] =
    ["example.com", "example.net", "example.org", "example", "invalid", "localhost", "test"];

/// Mailboxes of an organisation, those of RFC 2142 among them. At a domain that is nobody's they
/// stand for its own; other names there are examples.
const MAILBOXES: [&str; 14] = [
    "abuse",
    "admin",
    "contact",
    "donate",
    "help",
    "hello",
    "info",
    "marketing",
    "office",
    "press",
    "privacy",
    "sales",
    "security",
    "support",
];

/// What English sources write where readers are to think of their own name or domain.
const EXAMPLES: [&str; 5] = ["custom", "domain", "example", "user", "your"];
