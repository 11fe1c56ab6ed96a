//! Finds entries that are no messages any more: that nest too deeply for the parser, which recurses
//! without limit, or are made of so many pieces that looking at each beside each would take hours.

use std::ops::Range;

use super::scan::Scanner;

/// How deep braces and calls may nest. Real messages stay under ten.
pub const MAX_DEPTH: usize = 100;

/// How many placeables, variants, arguments and attributes an entry may have together. Run times
/// show no more than a hundred placeables of a pattern.
pub const MAX_SIZE: usize = 5000;

/// An entry past one of the limits: from its first line to behind its last.
pub(super) struct Excess {
    pub(super) range: Range<usize>,
    pub(super) limit: Limit,
}

/// What an entry can pass.
#[derive(Clone, Copy)]
pub(super) enum Limit {
    /// [`MAX_DEPTH`].
    Depth,
    /// [`MAX_SIZE`].
    Size,
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Depth => write!(f, "nests deeper than {MAX_DEPTH} levels"),
            Self::Size => {
                write!(f, "has more than {MAX_SIZE} placeables, variants and attributes")
            }
        }
    }
}

/// The entries that pass a limit.
///
/// An entry starts where a line starts with `#` or with `id =`; nothing else can, for the parser
/// gives up on a placeable before either of them.
pub(super) fn excesses(text: &str) -> Vec<Excess> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    if !may_nest(bytes) && !may_be_large(bytes) {
        return found;
    }
    let mut start = 0;
    while start < text.len() {
        let end = next_entry(bytes, start);
        if let Some(limit) = passed(&bytes[start..end]) {
            found.push(Excess { range: start..end, limit });
        }
        start = end;
    }
    found
}

/// The start of the first line behind `start` that starts an entry.
fn next_entry(bytes: &[u8], start: usize) -> usize {
    memchr::memchr_iter(b'\n', &bytes[start..])
        .map(|newline| start + newline + 1)
        .find(|&line| starts_entry(&bytes[line..]))
        .unwrap_or(bytes.len())
}

/// Whether a line starts an entry: `#`, or `id =`.
pub(super) fn starts_entry(line: &[u8]) -> bool {
    if line.first() == Some(&b'#') {
        return true;
    }
    let line = line.strip_prefix(b"-").unwrap_or(line);
    if !line.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let id = line.iter().take_while(|b| b.is_ascii_alphanumeric() || b"-_".contains(b)).count();
    let blank = line[id..].iter().take_while(|&&b| b == b' ').count();
    line.get(id + blank) == Some(&b'=')
}

/// Whether there are enough braces and parentheses to nest too deep.
fn may_nest(text: &[u8]) -> bool {
    memchr::memchr2_iter(b'{', b'(', text).nth(MAX_DEPTH).is_some()
}

/// Whether there is room for too many pieces, of which none has under two bytes.
fn may_be_large(text: &[u8]) -> bool {
    text.len() > 2 * MAX_SIZE
}

/// The limit that an entry passes first.
fn passed(entry: &[u8]) -> Option<Limit> {
    if !may_nest(entry) && !may_be_large(entry) {
        return None;
    }
    let mut scanner = Scanner::new(entry);
    let (mut at, mut size) = (0, 0);
    while at < entry.len() {
        if scanner.is_outside() {
            let Some(next) = memchr::memchr2(b'{', b'\n', &entry[at..]) else { break };
            at += next;
            size += usize::from(starts_attribute(&entry[at..]));
        }
        size += usize::from(scanner.starts_piece(at));
        at = scanner.step(at);
        if scanner.depth() > MAX_DEPTH {
            return Some(Limit::Depth);
        }
        if size > MAX_SIZE {
            return Some(Limit::Size);
        }
    }
    None
}

/// Whether the line behind a line break starts with a dot.
fn starts_attribute(text: &[u8]) -> bool {
    let Some((b'\n', line)) = text.split_first() else { return false };
    line.iter().find(|byte| **byte != b' ') == Some(&b'.')
}
