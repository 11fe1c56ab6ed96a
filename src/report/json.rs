//! Findings as JSON: stable, versioned, described by `schema/check.schema.json` beside this file.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Array, Summary, document};
use crate::diagnostic::{Diagnostic, Place};

/// The version of the format.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    findings: Array<'a>,
    schema: u32,
    summary: Value,
}

/// Findings and their counts, as one JSON document that ends in a line break.
pub fn json(findings: &[Diagnostic]) -> String {
    let Summary { errors, warnings, notes } = Summary::of(findings);
    document(&Document {
        findings: Array { findings, entry: &|_, finding| entry(finding) },
        schema: SCHEMA,
        summary: json!({ "errors": errors, "warnings": warnings, "notes": notes }),
    })
}

/// A finding as an entry of a list.
pub(super) fn entry(finding: &Diagnostic) -> Value {
    let data: Map<String, Value> =
        finding.data().iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let related: Vec<Value> = finding
        .related()
        .iter()
        .map(|related| {
            json!({
                "path": related.place.path,
                "line": related.place.start.line,
                "column": related.place.start.column,
                "message": related.message,
            })
        })
        .collect();
    let Place { path, start, end, .. } = &finding.place;
    json!({
        "rule": finding.rule,
        "severity": finding.severity.word(),
        "locale": finding.locale,
        "resource": finding.resource,
        "path": path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message_id": finding.id,
        "attribute": finding.attribute,
        "identity": finding.identity(),
        "message": finding.message,
        "help": finding.help,
        "related": related,
        "data": data,
    })
}
