//! Which messages a program asks for: the ids that stand in its files.
//!
//! A program is not understood, only read. An id counts wherever it stands as a word, in code or in
//! a comment: what this module calls unused is unused. Ids that a program puts together are known by
//! the piece that is written out: `"topic-" + name`, `` `${page}-title` ``.

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;

use crate::config::{FILE, UsedIn};
use crate::diagnostic::{Diagnostic, Place};
use crate::files::{Files, Walk};

/// What a program asks for.
#[derive(Debug, Default)]
pub struct Usage {
    /// Ids that it names.
    ids: BTreeSet<String>,
    /// What ids begin with that it puts together.
    starts: BTreeSet<String>,
    /// What they end with.
    ends: BTreeSet<String>,
}

/// Pieces of ids shorter than this stand everywhere.
const PIECE: usize = 4;

impl Usage {
    /// Whether the program names the id, or may put it together.
    pub fn asks_for(&self, id: &str) -> bool {
        self.ids.contains(id)
            || self.starts.iter().any(|start| id.starts_with(start.as_str()))
            || self.ends.iter().any(|end| id.ends_with(end.as_str()))
    }

    fn add(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.starts.extend(other.starts);
        self.ends.extend(other.ends);
    }
}

/// Looks for `ids` in the files of a program, and reports what cannot be read and patterns that no
/// file matches. Then nothing is known of its usage: what is not found may stand in what is lacking.
pub fn read(
    files: &dyn Files,
    used_in: &[UsedIn],
    ids: &HashSet<&str>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Usage> {
    let known = findings.len();
    let mut paths = BTreeSet::new();
    for UsedIn { glob, place } in used_in {
        let Walk { files: mut matching, unreadable } = files.walk(glob.folder());
        // Translations name every id there is.
        matching
            .retain(|path| !path.ends_with(".ftl") && path != FILE && glob.matches(path).is_some());
        if matching.is_empty() {
            let message = format!("no file matches `{}`", glob.pattern);
            findings.push(Diagnostic::new("invalid-config", place.clone(), message));
        }
        paths.extend(matching);
        findings.extend(unreadable.iter().map(|(path, reason)| unread(path, reason)));
    }
    let read = paths.into_par_iter().map(|path| match files.read(&path) {
        Ok(bytes) => Ok(usage(&bytes, ids)),
        Err(error) => Err((path, error)),
    });
    let mut all = Usage::default();
    for outcome in read.collect::<Vec<_>>() {
        match outcome {
            Ok(usage) => all.add(usage),
            Err((path, error)) => findings.push(unread(&path, &error)),
        }
    }
    (findings.len() == known).then_some(all)
}

fn unread(path: &str, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new("unreadable-file", Place::file(path), format!("cannot be read: {reason}"))
}

/// What one file asks for.
fn usage(text: &[u8], ids: &HashSet<&str>) -> Usage {
    let mut usage = Usage::default();
    let is_inner = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut at = 0;
    while let Some(start) = text[at..].iter().position(is_inner).map(|start| at + start) {
        let end = text[start..].iter().position(|byte| !is_inner(byte));
        let end = end.map_or(text.len(), |end| start + end);
        at = end;
        // Bytes of an id are ASCII.
        let Ok(word) = str::from_utf8(&text[start..end]) else { continue };
        let id = word.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let dashed = id.replace('_', "-");
        for id in [id, &dashed] {
            if ids.contains(id) && !usage.ids.contains(id) {
                usage.ids.insert(id.to_owned());
            }
        }
        let behind = text.get(end);
        let before = start.checked_sub(1).and_then(|before| text.get(before));
        if id.len() >= PIECE
            && word.ends_with(['-', '_'])
            && matches!(behind, Some(b'"' | b'\'' | b'`' | b'{' | b'$' | b'%' | b'#' | b'<'))
        {
            usage.starts.insert(id.to_owned());
        }
        if word.len() >= PIECE
            && word.starts_with(['-', '_'])
            && matches!(before, Some(b'"' | b'\'' | b'`' | b'}' | b'>'))
        {
            usage.ends.insert(word.to_owned());
        }
    }
    usage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_as_words_and_pieces_of_them_in_quotes() {
        let all = ["save", "saved", "topic-sea", "home-title", "sign-in", "sign-out", "foot"];
        let ids: HashSet<&str> = all.into();
        let asked = |code: &str| {
            let usage = usage(code.as_bytes(), &ids);
            all.into_iter().filter(|id| usage.asks_for(id)).collect::<Vec<_>>()
        };
        assert_eq!(asked("<p data-l10n-id=\"save\">"), ["save"]);
        assert_eq!(asked("t(\"topic-\" + name)"), ["topic-sea"]);
        assert_eq!(asked("t(`${page}-title`)"), ["home-title"]);
        assert_eq!(asked("t.sign_in()"), ["sign-in"]);
        assert_eq!(asked("--foot: 1px"), ["foot"]);
        assert_eq!(asked("sign- in"), [""; 0]);
    }
}
