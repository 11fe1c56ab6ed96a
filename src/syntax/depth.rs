//! Finds entries that nest too deeply for the parser, which recurses without limit.

use std::ops::Range;

use super::scan::Scanner;

/// How deep braces and calls may nest. Real messages stay under ten.
pub const MAX_DEPTH: usize = 100;

/// The entries whose nesting passes [`MAX_DEPTH`]: each from its first line to behind its last.
///
/// An entry starts where a line starts with `#` or with `id =`; nothing else can, for the parser
/// gives up on a placeable before either of them.
pub(super) fn too_deep(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    if memchr::memchr2_iter(b'{', b'(', bytes).nth(MAX_DEPTH).is_none() {
        return found;
    }
    let mut start = 0;
    while start < text.len() {
        let end = next_entry(bytes, start);
        if nests_too_deep(&bytes[start..end]) {
            found.push(start..end);
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

fn nests_too_deep(entry: &[u8]) -> bool {
    if memchr::memchr2_iter(b'{', b'(', entry).nth(MAX_DEPTH).is_none() {
        return false;
    }
    let mut scanner = Scanner::new(entry);
    let mut at = 0;
    while at < entry.len() {
        at = scanner.step(at);
        if scanner.depth() > MAX_DEPTH {
            return true;
        }
    }
    false
}
