//! The list as a table that a translator fills in with a spreadsheet, and `import` takes back.

use crate::sheet::{self, Separator};
use crate::todo::{Left, Todo, column};

/// Reads one column of a row; given the locale's code.
type Read = fn(&str, &Left) -> String;

/// The columns in order, what is to be filled in beside what it is made from.
const COLUMNS: [(&str, Read); 15] = [
    (column::LOCALE, |locale, _| locale.to_owned()),
    (column::RESOURCE, |_, part| part.resource.clone()),
    (column::ID, |_, part| part.name()),
    (column::PLACE, |_, part| part.place.clone()),
    (column::STATE, |_, part| part.state()),
    (column::WORDS, |_, part| part.words.to_string()),
    (column::COMMENT, |_, part| part.comment.clone()),
    (column::FINDINGS, |_, part| part.findings.join("\n")),
    (column::CHANGED, |_, part| part.diff.clone().unwrap_or_default()),
    (column::BEFORE, |_, part| part.was.clone().unwrap_or_default()),
    (column::SOURCE, |_, part| part.source.clone()),
    (column::PRESENT, |_, part| part.translation.clone().unwrap_or_default()),
    (column::TRANSLATION, |_, _| String::new()),
    (column::STILL_RIGHT, |_, _| String::new()),
    (column::MADE_FROM, |_, part| part.fingerprint.to_string()),
];

/// What is left, a row for each part: what is missing, what is stale, what something was found about.
/// What was found about no part of the source cannot be mended in a table, and is left out.
pub fn todo_csv(todo: &Todo, separator: Separator) -> String {
    let head = COLUMNS.map(|(name, _)| name.to_owned()).to_vec();
    let parts = todo.missing().chain(todo.stale()).chain(todo.doubtful());
    let row = |part| COLUMNS.map(|(_, read)| read(&todo.locale, part)).to_vec();
    sheet::write([head].into_iter().chain(parts.map(row)), separator)
}
