//! Findings as SARIF 2.1.0, the OASIS format for results of static analysis.
//!
//! Of the rules only those that found something are described. There is no record of the run
//! itself: the report of the same findings is the same file.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Array, Repository, document, fingerprints, title, told};
use crate::check;
use crate::diagnostic::{Diagnostic, Place, Severity};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths are relative to: the root of the repository, wherever it lies.
const ROOT: &str = "SRCROOT";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    column_kind: &'static str,
    original_uri_base_ids: Value,
    results: Array<'a>,
}

/// One log with one run.
pub fn sarif(findings: &[Diagnostic], repository: &Repository) -> String {
    let mut rules: BTreeMap<&str, usize> = findings.iter().map(|f| (f.rule, 0)).collect();
    rules.values_mut().enumerate().for_each(|(number, index)| *index = number);
    let names = fingerprints(findings);
    let result = |index: usize, finding: &Diagnostic| {
        result(finding, rules[finding.rule], &names[index], repository)
    };
    let run = Run {
        tool: json!({ "driver": {
            "name": "isogloss",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "shortDescription": { "text": env!("CARGO_PKG_DESCRIPTION") },
            "rules": rules.keys().map(|id| rule(id)).collect::<Vec<_>>(),
        } }),
        column_kind: "unicodeCodePoints",
        original_uri_base_ids: json!({
            ROOT: { "description": { "text": "The root of the repository." } },
        }),
        results: Array { findings, entry: &result },
    };
    document(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

/// A rule as its page describes it.
fn rule(id: &str) -> Value {
    let Some(rule) = check::find(id) else { return json!({ "id": id }) };
    let prose = rule.page.split("\n## ").next().unwrap_or_default();
    let prose = prose.split_once('\n').map_or(prose, |(_, behind_heading)| behind_heading).trim();
    json!({
        "id": id,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": prose },
        "help": { "text": prose, "markdown": rule.page },
        "defaultConfiguration": {
            "enabled": rule.severity.is_some(),
            "level": rule.severity.unwrap_or(Severity::Warning).word(),
        },
        "properties": { "tags": ["localization"] },
    })
}

fn result(finding: &Diagnostic, rule: usize, name: &str, repository: &Repository) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.word(),
        "message": { "text": told(title(finding), finding).join("\n") },
        "locations": [{ "physicalLocation": physical(&finding.place, repository) }],
        "partialFingerprints": { "isogloss/v1": name },
        "properties": properties(finding),
    });
    if !finding.related().is_empty() {
        let related = finding.related().iter().enumerate().map(|(index, related)| {
            json!({
                "id": index + 1,
                "message": { "text": related.message },
                "physicalLocation": physical(&related.place, repository),
            })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn physical(place: &Place, repository: &Repository) -> Value {
    json!({
        "artifactLocation": { "uri": repository.uri(&place.path), "uriBaseId": ROOT },
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        },
    })
}

/// What the finding is about, as far as it is about something.
fn properties(finding: &Diagnostic) -> Map<String, Value> {
    let named = [
        ("locale", finding.locale.as_deref()),
        ("resource", finding.resource.as_deref()),
        ("messageId", finding.id.as_deref()),
        ("attribute", finding.attribute.as_deref()),
    ];
    let named = named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), json!(value?))));
    named.collect()
}
