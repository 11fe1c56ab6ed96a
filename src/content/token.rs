//! Ids of blocks: given once, kept for as long as the block lives, never used again.
//!
//! A block's id ends in a short token made from its first text. When the text changes, the block
//! is found again in the committed catalog and keeps its id; its place does not matter.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::Known;
use crate::syntax::{Element, Pattern};

/// Two texts are the same block if at least this share of their words is common.
const SAME_BLOCK: f32 = 0.5;

/// A pattern as one line for comparison: texts as they are, placeables as they are written, runs of
/// white space within them folded.
pub fn flatten(text: &str, pattern: &Pattern) -> String {
    let mut flat = String::new();
    for element in &pattern.elements {
        match element {
            Element::Text(span) => flat.push_str(span.of(text)),
            Element::Placeable(placeable) => {
                let words = placeable.span.of(text).split_whitespace();
                flat.push_str(&words.collect::<Vec<_>>().join(" "));
            }
        }
    }
    flat
}

/// Gives each of `texts`, in order, an id that starts with `prefix`.
///
/// Ids of the committed catalog are matched first by equal text, then by likeness.
pub(super) fn assign(
    prefix: &str,
    texts: &[String],
    resource: &str,
    known: &Known,
    used: &mut BTreeSet<String>,
) -> Vec<String> {
    let committed: Vec<(&str, &str)> = known
        .messages
        .get(resource)
        .into_iter()
        .flatten()
        .filter(|(id, _)| is_token_of(id, prefix))
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect();
    let mut ids: Vec<Option<String>> = vec![None; texts.len()];
    match_equal(texts, &committed, &mut ids, used);
    match_alike(texts, &committed, &mut ids, used);
    ids.into_iter()
        .zip(texts)
        .map(|(id, text)| id.unwrap_or_else(|| fresh(prefix, text, known, used)))
        .collect()
}

fn is_token_of(id: &str, prefix: &str) -> bool {
    let token = id.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
    token.is_some_and(|token| !token.is_empty() && !token.contains('-'))
}

fn match_equal(
    texts: &[String],
    committed: &[(&str, &str)],
    ids: &mut [Option<String>],
    used: &mut BTreeSet<String>,
) {
    for (text, id) in texts.iter().zip(ids) {
        let same =
            committed.iter().find(|(old, old_text)| old_text == text && !used.contains(*old));
        if let Some((old, _)) = same {
            used.insert((*old).to_owned());
            *id = Some((*old).to_owned());
        }
    }
}

fn match_alike(
    texts: &[String],
    committed: &[(&str, &str)],
    ids: &mut [Option<String>],
    used: &mut BTreeSet<String>,
) {
    let mut pairs = Vec::new();
    for (new, text) in texts.iter().enumerate().filter(|(new, _)| ids[*new].is_none()) {
        let words = words(text);
        for (old, (id, old_text)) in committed.iter().enumerate() {
            if used.contains(*id) {
                continue;
            }
            let likeness = likeness(&words, &self::words(old_text));
            if likeness >= SAME_BLOCK {
                pairs.push((likeness, old, new));
            }
        }
    }
    // The most alike first; among equals, in order.
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (_, old, new) in pairs {
        let id = committed[old].0;
        if ids[new].is_none() && used.insert(id.to_owned()) {
            ids[new] = Some(id.to_owned());
        }
    }
}

/// Words; where a script writes no spaces, characters.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for chunk in text.split_whitespace() {
        match chunk.chars().any(|c| c >= '\u{0E00}' && c.is_alphabetic()) {
            true => words.extend(chunk.char_indices().map(|(at, c)| &chunk[at..at + c.len_utf8()])),
            false => words.push(chunk),
        }
    }
    words
}

fn likeness(one: &[&str], other: &[&str]) -> f32 {
    let common: usize = similar::capture_diff_slices(similar::Algorithm::Myers, one, other)
        .iter()
        .filter(|op| op.tag() == similar::DiffTag::Equal)
        .map(|op| op.old_range().len())
        .sum();
    match one.len() + other.len() {
        0 => 0.0,
        total => 2.0 * common as f32 / total as f32,
    }
}

/// A token that was never used: from the text, with a counter until it is new.
fn fresh(prefix: &str, text: &str, known: &Known, used: &mut BTreeSet<String>) -> String {
    (0_u32..)
        .map(|attempt| format!("{prefix}-{}", token(text, attempt)))
        .find(|id| !known.retired.contains(id) && used.insert(id.clone()))
        .unwrap_or_default()
}

/// Four of the letters and digits that are hard to take for one another.
fn token(text: &str, attempt: u32) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut hash = Sha256::new();
    hash.update(attempt.to_le_bytes());
    hash.update(text);
    hash.finalize().iter().take(4).map(|byte| ALPHABET[(byte % 32) as usize] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(texts: &[&str], committed: &[(&str, &str)], retired: &[&str]) -> Vec<String> {
        let messages = committed.iter().map(|(id, text)| ((*id).into(), (*text).into())).collect();
        let known = Known {
            messages: [("a.ftl".to_owned(), messages)].into(),
            retired: retired.iter().map(|id| (*id).to_owned()).collect(),
        };
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        assign("p", &texts, "a.ftl", &known, &mut BTreeSet::new())
    }

    #[test]
    fn moving_changes_nothing_and_editing_keeps_the_id() {
        let committed = [("p-aaaa", "one two three four"), ("p-bbbb", "five six seven eight")];
        assert_eq!(
            ids(&["five six seven eight", "one two three four"], &committed, &[]),
            ["p-bbbb", "p-aaaa"]
        );
        assert_eq!(
            ids(&["one two three more", "five six seven eight"], &committed, &[]),
            ["p-aaaa", "p-bbbb"]
        );
    }

    #[test]
    fn a_retired_token_never_comes_back() {
        let first = ids(&["some text"], &[], &[]);
        let again = ids(&["some text"], &[], &[&first[0]]);
        assert_ne!(first, again);
    }
}
