//! Follows the modes of the grammar over raw text, without recursion: where placeables start and
//! end, whatever stands in them.

use std::ops::Range;

/// What the scanner is in the middle of.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// A pattern. In a variant, `}` ends the select expression around it.
    Text,
    /// Between braces or parentheses.
    Expression,
}

/// The modes that are open at a point of a pattern.
struct Scanner<'s> {
    text: &'s [u8],
    modes: Vec<Mode>,
    depth: usize,
}

impl<'s> Scanner<'s> {
    /// Starts in the text of a pattern.
    fn new(text: &'s [u8]) -> Self {
        Self { text, modes: vec![Mode::Text], depth: 0 }
    }

    /// How many braces and calls are open.
    fn depth(&self) -> usize {
        self.depth
    }

    /// Takes the byte at `at` and gives the offset of the next one to take.
    fn step(&mut self, at: usize) -> usize {
        let mode = self.modes.last().copied().unwrap_or(Mode::Text);
        match (mode, self.text[at]) {
            (_, b'{') | (Mode::Expression, b'(') => {
                self.modes.push(Mode::Expression);
                self.depth += 1;
            }
            (Mode::Expression, b'"') => return self.string_end(at),
            (Mode::Expression, b']') => self.modes.push(Mode::Text),
            (Mode::Expression, b'}' | b')') => self.close(),
            (Mode::Text, b'}') if self.modes.len() > 1 => {
                self.modes.pop();
                self.close();
            }
            (Mode::Text, b'[') if self.modes.len() > 1 && self.starts_line(at) => {
                self.modes.pop();
            }
            _ => {}
        }
        at + 1
    }

    fn close(&mut self) {
        self.modes.pop();
        self.depth = self.depth.saturating_sub(1);
    }

    /// Behind the closing quote of a string literal, which cannot pass the end of its line.
    fn string_end(&self, quote: usize) -> usize {
        let mut at = quote + 1;
        while at < self.text.len() {
            match self.text[at] {
                b'\\' => at += 2,
                b'"' => return at + 1,
                b'\n' => return at,
                _ => at += 1,
            }
        }
        self.text.len()
    }

    /// Whether only blanks (and the default variant's `*`) stand before `at` on its line.
    fn starts_line(&self, at: usize) -> bool {
        let before = self.text[..at].iter().rev().find(|b| !matches!(b, b' ' | b'*'));
        before.is_none_or(|&b| b == b'\n')
    }
}

/// A stretch of a pattern's source: text, or one whole placeable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Byte offsets in the pattern's source.
    pub range: Range<usize>,
    /// Whether it is a placeable, braces included.
    pub is_placeable: bool,
}

/// Splits a pattern's source into text and placeables, in order and without gaps.
///
/// # Errors
/// The offset of a brace that has no partner.
pub fn segments(pattern: &str) -> Result<Vec<Segment>, usize> {
    let bytes = pattern.as_bytes();
    let mut segments = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let open = memchr::memchr2(b'{', b'}', &bytes[start..]).map(|found| start + found);
        let text_end = open.unwrap_or(bytes.len());
        if text_end > start {
            segments.push(Segment { range: start..text_end, is_placeable: false });
        }
        let Some(open) = open else { break };
        if bytes[open] == b'}' {
            return Err(open);
        }
        let end = placeable_end(bytes, open).ok_or(open)?;
        segments.push(Segment { range: open..end, is_placeable: true });
        start = end;
    }
    Ok(segments)
}

fn placeable_end(pattern: &[u8], open: usize) -> Option<usize> {
    let mut scanner = Scanner::new(&pattern[open..]);
    let mut at = 0;
    while open + at < pattern.len() {
        at = scanner.step(at);
        if scanner.depth() == 0 {
            return Some(open + at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(pattern: &str) -> Vec<&str> {
        segments(pattern).expect("balanced").into_iter().map(|s| &pattern[s.range]).collect()
    }

    #[test]
    fn placeables_are_whole_however_they_nest() {
        assert_eq!(split("a { $b } c"), ["a ", "{ $b }", " c"]);
        assert_eq!(split(r#"{"}"}x"#), [r#"{"}"}"#, "x"]);
        let select = "{ $n ->\n  [one] 5\" { $x }\n *[other] } \n";
        assert_eq!(split(select), ["{ $n ->\n  [one] 5\" { $x }\n *[other] }", " \n"]);
    }

    #[test]
    fn a_brace_without_a_partner_is_named() {
        assert_eq!(segments("a } b"), Err(2));
        assert_eq!(segments("a { b"), Err(2));
    }
}
