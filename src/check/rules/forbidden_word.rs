//! A word that the project does not use. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use super::super::words;
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    id: "forbidden-word",
    summary: "a word in the source that the project does not use",
    severity: Some(Severity::Warning),
    page: include_str!("forbidden_word.md"),
    check: Check::Part(check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let forbidden = &part.entry.locale.project.config.forbidden;
    if forbidden.is_empty() || !part.entry.locale.is_source() {
        return;
    }
    for path in part.paths() {
        let text = path.text();
        for entry in forbidden {
            let found = words::find_in_any_case(text, &entry.word);
            for range in found.filter(|range| !words::is_in_code(text, range)) {
                let message = format!("this project does not say “{}”", &text[range.clone()]);
                let help = match &entry.instead {
                    Some(instead) => format!("write “{instead}”"),
                    None => "write it in other words".to_owned(),
                };
                findings.push(part.finding(RULE.id, path.span(range), message).help(help));
            }
        }
    }
}
