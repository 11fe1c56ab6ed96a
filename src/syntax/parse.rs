//! Reading a resource: its entries, and the cursor that goes through them.
//!
//! The grammar is read as `fluent-syntax` reads it, so that what is checked is what is shown; where
//! that takes what is no Fluent (`*` without a key, `\{` in a string), it is refused here.

use super::junk::{Fault, Reason, junk};
use super::{Attribute, Body, Comment, Element, Entry, Message, Resource, sorted};
use crate::text::{BOM, Span};

/// How deep braces and calls may nest. Real messages stay under ten.
pub const MAX_DEPTH: usize = 100;

/// How many placeables, variants, arguments and attributes an entry may have together: looking at
/// each beside each would take hours. Run times show no more than a hundred placeables of a pattern.
pub const MAX_SIZE: usize = 5000;

/// For so many entries room is made at once, if there may be as many.
const MAX_ROOM: usize = 1000;

/// Reads a whole file. Never fails: what cannot be read becomes [`Junk`](super::Junk).
pub fn parse(text: &str) -> Resource {
    let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let bytes = text.as_bytes();
    let mut parser = Parser { text, bytes, at: start, depth: 0, size: 0, elements: Vec::new() };
    let messages = memchr::memchr_iter(b'=', bytes).count();
    let mut entries = Vec::with_capacity(messages.min(MAX_ROOM));
    parser.skip_blank_lines();
    while parser.at < text.len() {
        parser.entry(&mut entries);
        parser.skip_blank_lines();
    }
    tile(text, &mut entries);
    Resource::new(entries, text)
}

/// Stretches each entry to the start of the next, so that they cover the file.
pub(super) fn tile(text: &str, entries: &mut [Entry]) {
    let mut end = text.len();
    for entry in entries.iter_mut().rev() {
        let start = entry.core.start as usize;
        let core = text[start..end].trim_end_matches(['\n', '\r', ' ']);
        (entry.span, entry.core) = (Span::new(start, end), Span::new(start, start + core.len()));
        end = start;
    }
    if let Some(first) = entries.first_mut() {
        first.span.start = 0;
    }
}

/// The start of the line that `offset` lies in.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr(b'\n', &text.as_bytes()[..offset]).map_or(0, |newline| newline + 1)
}

/// Where the reading is.
pub(super) struct Parser<'s> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    /// The next byte to read.
    pub(super) at: usize,
    /// How many braces and calls are open.
    depth: usize,
    /// How many pieces the entry has so far.
    size: usize,
    /// The elements of the patterns that are being read, the innermost last.
    pub(super) elements: Vec<Element>,
}

impl Parser<'_> {
    fn entry(&mut self, entries: &mut Vec<Entry>) {
        let start = self.at;
        let mut comment = None;
        if self.is_at(b'#') {
            match self.comment() {
                Ok(read) if read.level == 1 && self.starts_message() => comment = Some(read),
                Ok(read) => return entries.push(entry(start, Body::Comment(read))),
                Err(fault) => return entries.push(self.junk(start, &fault)),
            }
        }
        let first = self.at;
        match self.message() {
            Ok(message) => {
                entries.push(entry(start, Body::Message(Message { comment, ..message })));
            }
            Err(fault) => {
                entries.extend(comment.map(|comment| entry(start, Body::Comment(comment))));
                entries.push(self.junk(first, &fault));
            }
        }
    }

    /// Whether a message or a term may start here (production `Entry`).
    fn starts_message(&self) -> bool {
        self.peek().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'-')
    }

    /// Lines that begin with as many `#` (productions `CommentLine` and its like).
    fn comment(&mut self) -> Result<Comment, Fault> {
        let hashes = |bytes: &[u8]| bytes.iter().take(3).take_while(|&&b| b == b'#').count();
        let level = hashes(&self.bytes[self.at..]);
        let mut lines = Vec::new();
        while hashes(&self.bytes[self.at..]) == level {
            let (line, next) = self.line(self.at + level);
            let start = match self.bytes[line.range()].first() {
                None => line.start as usize,
                Some(b' ') => line.start as usize + 1,
                Some(_) if lines.is_empty() => {
                    self.at += level;
                    return Err(self.fault("expected a space after `#`"));
                }
                Some(_) => break,
            };
            lines.push(Span::new(start, line.end as usize));
            self.at = next;
        }
        Ok(Comment { level: level as u8, lines })
    }

    /// The rest of a line, without the break, and where the next line starts.
    fn line(&self, start: usize) -> (Span, usize) {
        let Some(length) = memchr::memchr(b'\n', &self.bytes[start..]) else {
            return (Span::new(start, self.bytes.len()), self.bytes.len());
        };
        let end = start + length;
        let is_crlf = length > 0 && self.bytes[end - 1] == b'\r';
        (Span::new(start, end - usize::from(is_crlf)), end + 1)
    }

    /// Productions `Message` and `Term`, without the comment.
    fn message(&mut self) -> Result<Message, Fault> {
        (self.depth, self.size) = (0, 0);
        self.elements.clear();
        let start = self.at;
        let is_term = self.take(b'-');
        let id = self.identifier()?;
        self.skip_blanks();
        self.expect(b'=', "expected `=` after the identifier")?;
        let value = self.pattern()?;
        self.skip_blank_lines();
        let attributes = self.attributes()?;
        if value.is_none() && (is_term || attributes.is_empty()) {
            return Err(Fault::at(
                start,
                match is_term {
                    true => "expected a value: a term always has one",
                    false => "expected a value or an attribute",
                },
            ));
        }
        let sorted = sorted(&attributes, self.text);
        Ok(Message { is_term, id, comment: None, value, attributes, sorted })
    }

    /// Those that can be read: a broken one is junk from its line on.
    fn attributes(&mut self) -> Result<Vec<Attribute>, Fault> {
        let mut attributes = Vec::new();
        loop {
            let line = self.at;
            self.skip_blanks();
            let read = self.take(b'.').then(|| self.attribute()).transpose();
            match read {
                Ok(Some(attribute)) => attributes.push(attribute),
                Err(fault) if fault.is_excess() => return Err(fault),
                Ok(None) | Err(_) => {
                    self.at = line;
                    return Ok(attributes);
                }
            }
        }
    }

    fn attribute(&mut self) -> Result<Attribute, Fault> {
        self.count()?;
        let id = self.identifier()?;
        self.skip_blanks();
        self.expect(b'=', "expected `=` after the identifier")?;
        let pattern = self.pattern()?.ok_or_else(|| self.fault("expected a value"))?;
        Ok(Attribute { id, pattern })
    }

    /// Gives up on an entry: goes on to the next line that may start one (production `Junk`).
    fn junk(&mut self, start: usize, fault: &Fault) -> Entry {
        let bytes = self.bytes;
        let is_start = |at: usize| {
            at > 0
                && bytes[at - 1] == b'\n'
                && (bytes[at].is_ascii_alphabetic() || b"-#".contains(&bytes[at]))
        };
        while self.at < self.bytes.len() && !is_start(self.at) {
            self.at = self.line(self.at).1;
        }
        let span = Span::new(start, self.at);
        entry(start, Body::Junk(junk(self.text, span, fault)))
    }

    // The cursor.

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn is_at(&self, byte: u8) -> bool {
        self.peek() == Some(byte)
    }

    pub(super) fn take(&mut self, byte: u8) -> bool {
        let is_there = self.is_at(byte);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), Fault> {
        if self.take(byte) { Ok(()) } else { Err(self.fault(expected)) }
    }

    /// A fault at what comes next.
    pub(super) fn fault(&self, expected: &'static str) -> Fault {
        Fault::at(self.at, expected)
    }

    /// Behind the bytes like this.
    pub(super) fn behind(&self, start: usize, is_like: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[start..];
        start + rest.iter().position(|byte| !is_like(*byte)).unwrap_or(rest.len())
    }

    /// Production `Identifier`.
    pub(super) fn identifier(&mut self) -> Result<Span, Fault> {
        let start = self.at;
        if !self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            return Err(Fault { at: start, reason: Reason::NoIdentifier });
        }
        self.at = self.behind(start, is_identifier_part);
        Ok(Span::new(start, self.at))
    }

    /// Production `blank_inline`.
    pub(super) fn skip_blanks(&mut self) {
        self.at = self.behind(self.at, |byte| byte == b' ');
    }

    /// Production `blank`.
    pub(super) fn skip_blank(&mut self) {
        loop {
            self.skip_blanks();
            if self.at == self.bytes.len() || !self.take_line_end() {
                return;
            }
        }
    }

    /// Production `blank_block`.
    pub(super) fn skip_blank_lines(&mut self) {
        loop {
            let line = self.at;
            self.skip_blanks();
            if self.at == self.bytes.len() {
                return;
            }
            if !self.take_line_end() {
                self.at = line;
                return;
            }
        }
    }

    /// Production `line_end`, but for the end of the file.
    pub(super) fn take_line_end(&mut self) -> bool {
        let length = match self.bytes[self.at..] {
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => return false,
        };
        self.at += length;
        true
    }

    /// Counts a piece of the entry.
    pub(super) fn count(&mut self) -> Result<(), Fault> {
        self.size += 1;
        match self.size > MAX_SIZE {
            true => Err(Fault { at: self.at, reason: Reason::TooLarge }),
            false => Ok(()),
        }
    }

    /// Reads what stands in braces or parentheses.
    pub(super) fn within<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Fault { at: self.at, reason: Reason::TooDeep });
        }
        let inner = read(self)?;
        self.depth -= 1;
        Ok(inner)
    }
}

/// Whether a byte goes on with an identifier.
pub(super) fn is_identifier_part(byte: u8) -> bool {
    static PARTS: [bool; 256] = {
        let (mut parts, mut byte) = ([false; 256], 0);
        while byte < parts.len() {
            parts[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'-' | b'_');
            byte += 1;
        }
        parts
    };
    PARTS[usize::from(byte)]
}

/// An entry that starts here. Where it ends is known when entries are laid side by side.
fn entry(start: usize, body: Body) -> Entry {
    Entry { span: Span::at(start), core: Span::at(start), body }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{Element, Expression, MAX_DEPTH, MAX_SIZE};

    fn cores(text: &str) -> Vec<&str> {
        parse(text).entries.iter().map(|entry| entry.core.of(text)).collect()
    }

    #[test]
    fn entries_tile_the_file_and_cores_leave_out_blank_lines() {
        let text = "\u{FEFF}\n### file\n\n# about a\na = b\n    .c = d\n\n\n-t = { $x }\nbad = {\nlast = e\n";
        let resource = parse(text);
        let mut end = 0;
        for entry in &resource.entries {
            assert_eq!(entry.span.start, end);
            end = entry.span.end;
        }
        assert_eq!(end as usize, text.len());
        assert_eq!(
            cores(text),
            ["### file", "# about a\na = b\n    .c = d", "-t = { $x }", "bad = {\nlast = e"]
        );
    }

    #[test]
    fn a_default_without_a_key_is_junk() {
        for text in ["a = { $n ->\n * }\n", "a = { $n ->\n [one] x\n * }\n"] {
            let Body::Junk(junk) = &parse(text).entries[0].body else { unreachable!() };
            assert_eq!(junk.expected, "expected a key `[…]` behind `*`");
        }
    }

    #[test]
    fn a_comment_cut_off_at_the_end_keeps_its_place() {
        assert_eq!(cores("a = b\n#"), ["a = b", "#"]);
        assert_eq!(cores("##"), ["##"]);
    }

    #[test]
    fn spans_take_in_sigils_quotes_braces_and_parentheses() {
        let text =
            "a = x { NUMBER($n, style: \"percent\") } { \"q\" }{ -t.x ->\n *[b] { -u(c: 1) }\n} y";
        let resource = parse(text);
        let message = resource.message(0).expect("a message");
        let pattern = message.value.as_ref().expect("a value");
        let spans: Vec<&str> = pattern.elements.iter().map(|e| e.span().of(text)).collect();
        assert_eq!(
            spans,
            [
                "x ",
                "{ NUMBER($n, style: \"percent\") }",
                " ",
                "{ \"q\" }",
                "{ -t.x ->\n *[b] { -u(c: 1) }\n}",
                " y"
            ]
        );
        let Element::Placeable(select) = &pattern.elements[4] else { unreachable!() };
        let Expression::Select(select) = &select.expression else { unreachable!() };
        assert_eq!(select.selector_span.of(text), "-t.x");
        assert_eq!(select.variants[0].pattern.span.of(text), "{ -u(c: 1) }");
    }

    #[test]
    fn nesting_past_the_limit_is_junk_and_the_rest_is_read() {
        let deep = "{".repeat(1_000_000);
        let text = format!("a = b\ndeep = {deep}\nlast = c\n");
        let resource = parse(&text);
        assert_eq!(resource.entries.len(), 3);
        assert!(matches!(&resource.entries[1].body, Body::Junk(junk) if junk.too_deep));
        assert_eq!(resource.entries[2].core.of(&text), "last = c");
    }

    #[test]
    fn entries_of_too_many_pieces_are_junk_and_the_rest_is_read() {
        let many = |piece: &str| piece.repeat(MAX_SIZE + 1);
        let attributes = format!("x\n{}", many("    .a = b\n"));
        let arguments = format!("{{ NUMBER({}1) }}", many("1,"));
        let variants = format!("{{ $n ->\n{} *[o] x\n}}", many(" [a] x\n"));
        for large in [many("{\"\"}"), attributes, arguments, variants] {
            let text = format!("a = b\nlarge = {large}\nlast = c\n");
            let resource = parse(&text);
            let junk = resource.entries.iter().map(|entry| match &entry.body {
                Body::Junk(junk) => Some(junk.expected.as_str()),
                _ => None,
            });
            let expected = Some("has more than 5000 placeables, variants and attributes");
            assert_eq!(junk.collect::<Vec<_>>(), [None, expected, None]);
        }
    }

    #[test]
    fn long_texts_are_no_excess() {
        let text = format!("a = {}\n", "so on, and so on. [1] (2), ".repeat(10_000));
        assert!(matches!(parse(&text).entries[0].body, Body::Message(_)));
    }

    #[test]
    fn nesting_up_to_the_limit_is_read() {
        let select = |inner: String| format!("{{ $n ->\n *[other] {inner}\n}}");
        let deep = (0..MAX_DEPTH).fold("x".to_owned(), |inner, _| select(inner));
        let resource = parse(&format!("a = {deep}\n"));
        assert!(matches!(resource.entries[0].body, Body::Message(_)));
    }

    #[test]
    fn junk_says_what_was_expected_and_what_is_lost_with_it() {
        let text = "a = b\nbroken = {\nc = d\n";
        let Body::Junk(junk) = &parse(text).entries[1].body else { unreachable!() };
        assert_eq!(junk.swallowed.map(|id| id.of(text)), Some("c"));
        let text = "a = b\nbroken = { $n\nc = d\n";
        let Body::Junk(junk) = &parse(text).entries[1].body else { unreachable!() };
        assert_eq!(junk.expected, "expected `}` to close the placeable");
        assert_eq!(junk.id.map(|id| id.of(text).to_owned()).as_deref(), Some("broken"));
    }
}
