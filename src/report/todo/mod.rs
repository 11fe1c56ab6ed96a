//! What is left to do in a locale: for people, for machines, and as a table to be filled in.

mod csv;
mod json;
mod markdown;
mod text;

use crate::change::Change;
use crate::text::counted;
use crate::todo::{Left, Todo, sizes};

pub use csv::todo_csv;
pub use json::todo_json;
pub use markdown::todo_markdown;
pub use text::todo_text;

/// Parts that follow each other in one file: its path, and the parts.
fn by_file<'a>(parts: impl Iterator<Item = &'a Left>) -> Vec<(&'a str, Vec<&'a Left>)> {
    let mut files: Vec<(&str, Vec<&Left>)> = Vec::new();
    for part in parts {
        match files.last_mut() {
            Some((path, parts)) if *path == part.path => parts.push(part),
            _ => files.push((&part.path, vec![part])),
        }
    }
    files
}

/// `2 parts, 17 words`.
fn size<'a>(parts: impl Iterator<Item = &'a Left>) -> String {
    let (parts, words) = sizes(parts);
    format!("{}, {}", counted(parts, "part"), counted(words, "word"))
}

/// Stale parts by how their source changed, the heaviest last: kinds that there are none of are left
/// out.
fn by_change(todo: &Todo) -> Vec<(Change, Vec<&Left>)> {
    let of = |change| (change, todo.stale().filter(|part| part.change() == Some(change)).collect());
    let all: Vec<(Change, Vec<&Left>)> = Change::ALL.into_iter().map(of).collect();
    all.into_iter().filter(|(_, parts)| !parts.is_empty()).collect()
}

/// That some translations are of nobody knows what, if there are any.
fn unknown(todo: &Todo) -> Option<String> {
    (todo.unknown > 0).then(|| {
        let parts = counted(todo.unknown, "translation");
        let is = if todo.unknown == 1 { "is" } else { "are" };
        format!("{parts} {is} unknown: nobody recorded what the source said")
    })
}
