//! The list as one JSON document, described by `report/schema/todo.schema.json`.

use serde_json::{Value, json};

use crate::change::Change;
use crate::report::json::entry;
use crate::todo::{Left, Todo, sizes};

/// What is left, for machines.
pub fn todo_json(todo: &Todo) -> String {
    let parts = |parts: Vec<&Left>| parts.into_iter().map(part).collect::<Vec<_>>();
    let ((missing, missing_words), (stale, stale_words)) =
        (sizes(todo.missing()), sizes(todo.stale()));
    let document = json!({
        "schema": 1,
        "source": todo.source,
        "locale": todo.locale,
        "parts": {
            "missing": missing,
            "stale": stale,
            "unknown": todo.unknown,
        },
        "words": { "missing": missing_words, "stale": stale_words },
        "missing": parts(todo.missing().collect()),
        "stale": parts(todo.stale().collect()),
        "findings": todo.findings.iter().map(entry).collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}

fn part(part: &Left) -> Value {
    json!({
        "resource": part.resource,
        "path": part.path,
        "message_id": part.message,
        "attribute": part.attribute,
        "place": (!part.place.is_empty()).then_some(&part.place),
        "state": part.state.word(),
        "change": part.change().map(Change::word),
        "words": part.words,
        "comment": (!part.comment.is_empty()).then_some(&part.comment),
        "source": part.source,
        "was": part.was,
        "diff": part.diff,
        "translation": part.translation,
        "made_from": part.fingerprint.to_string(),
    })
}
