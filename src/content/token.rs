//! Ids of blocks: given once, kept for as long as the block lives, never used again.
//!
//! A block's id ends in a short token made from its first text. When the text changes, the block
//! is found again in the committed catalog and keeps its id; its place does not matter.

use std::collections::{BTreeSet, HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::Known;
use crate::align::{DiffOp, DiffTag, align};

/// Two texts are the same block if at least this share of their words is common.
const SAME_BLOCK: f32 = 0.5;

/// The letters and digits of tokens: those that are hard to take for one another.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// How long a token is.
const TOKEN: usize = 4;

/// Gives each of `texts`, in order, an id that starts with `prefix`.
///
/// Ids of the committed catalog are matched first by equal text, then by likeness. Of equal texts,
/// those that stayed in order keep their ids, so that editing one changes that one.
pub(super) fn assign(
    prefix: &str,
    texts: &[String],
    resource: &str,
    known: &Known,
    used: &mut BTreeSet<String>,
) -> Vec<String> {
    // A file that was renamed has no catalog yet; what its item is called may be the same.
    let messages: Vec<&(String, String)> = match known.messages.get(resource) {
        Some(messages) => messages.iter().collect(),
        None => known.messages.values().flatten().collect(),
    };
    let committed: Vec<(&str, &str)> = messages
        .into_iter()
        .filter(|(id, _)| is_token_of(id, prefix))
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect();
    let mut ids: Vec<Option<String>> = vec![None; texts.len()];
    match_equal(texts, &committed, &mut ids, used);
    match_alike(texts, &committed, &mut ids, used);
    let committed: HashSet<&str> = committed.iter().map(|(id, _)| *id).collect();
    let is_new = |id: &str| !known.retired.contains(id) && !committed.contains(id);
    // Equal texts try the same tokens one after the other.
    let mut tried: HashMap<&str, u32> = HashMap::new();
    ids.into_iter()
        .zip(texts)
        .map(|(id, text)| {
            id.unwrap_or_else(|| fresh(prefix, text, tried.entry(text).or_default(), is_new, used))
        })
        .collect()
}

fn is_token_of(id: &str, prefix: &str) -> bool {
    let token = id.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
    token.is_some_and(|token| {
        token.len() == TOKEN && token.bytes().all(|byte| ALPHABET.contains(&byte))
    })
}

fn match_equal(
    texts: &[String],
    committed: &[(&str, &str)],
    ids: &mut [Option<String>],
    used: &mut BTreeSet<String>,
) {
    let old = committed.iter().map(|(_, text)| *text);
    for op in align(old, texts.iter().map(String::as_str)) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        for step in 0..len {
            let id = committed[old_index + step].0.to_owned();
            if used.insert(id.clone()) {
                ids[new_index + step] = Some(id);
            }
        }
    }
    for (text, id) in texts.iter().zip(ids).filter(|(_, id)| id.is_none()) {
        let moved =
            committed.iter().find(|(old, old_text)| old_text == text && !used.contains(*old));
        if let Some((old, _)) = moved {
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
    let left: Vec<(usize, Words<'_>)> = committed
        .iter()
        .enumerate()
        .filter(|(_, (id, _))| !used.contains(*id))
        .map(|(old, (_, text))| (old, Words::new(text)))
        .collect();
    let mut pairs = Vec::new();
    for (new, text) in texts.iter().enumerate().filter(|(new, _)| ids[*new].is_none()) {
        let words = Words::new(text);
        for (old, old_words) in &left {
            let likeness = words.likeness(old_words);
            if likeness >= SAME_BLOCK {
                pairs.push((likeness, *old, new));
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
        match chunk.chars().any(is_unspaced) {
            true => words.extend(chunk.char_indices().map(|(at, c)| &chunk[at..at + c.len_utf8()])),
            false => words.push(chunk),
        }
    }
    words
}

/// Letters of Thai, Lao, Myanmar, Khmer, Chinese and Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// The words of a text.
struct Words<'t> {
    in_order: Vec<&'t str>,
    sorted: Vec<&'t str>,
}

impl<'t> Words<'t> {
    fn new(text: &'t str) -> Self {
        let in_order = words(text);
        let mut sorted = in_order.clone();
        sorted.sort_unstable();
        Self { in_order, sorted }
    }

    /// The share of words that both have in the same order, from 0 to 1.
    fn likeness(&self, other: &Self) -> f32 {
        let share = |common: usize| match self.sorted.len() + other.sorted.len() {
            0 => 0.0,
            total => 2.0 * common as f32 / total as f32,
        };
        // In any order there are never fewer, and they are counted much faster.
        let any_order = share(self.common(other));
        if any_order < SAME_BLOCK {
            return any_order;
        }
        let ops = align(self.in_order.iter().copied(), other.in_order.iter().copied());
        let equal = ops.iter().filter(|op| op.tag() == DiffTag::Equal);
        share(equal.map(|op| op.old_range().len()).sum())
    }

    fn common(&self, other: &Self) -> usize {
        let mut others = other.sorted.iter().peekable();
        let is_common = |word: &&&str| {
            while others.next_if(|other| other < word).is_some() {}
            others.next_if_eq(word).is_some()
        };
        self.sorted.iter().filter(is_common).count()
    }
}

/// A token that was never used: from the text, with a counter until it is new.
fn fresh(
    prefix: &str,
    text: &str,
    tried: &mut u32,
    is_new: impl Fn(&str) -> bool,
    used: &mut BTreeSet<String>,
) -> String {
    loop {
        let id = format!("{prefix}-{}", token(text, *tried));
        *tried += 1;
        if is_new(&id) && used.insert(id.clone()) {
            return id;
        }
    }
}

fn token(text: &str, attempt: u32) -> String {
    let mut hash = Sha256::new();
    hash.update(attempt.to_le_bytes());
    hash.update(text);
    hash.finalize().iter().take(TOKEN).map(|byte| ALPHABET[(byte % 32) as usize] as char).collect()
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
