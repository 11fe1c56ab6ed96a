//! What cannot be read, and why, in words for somebody who writes messages.

use super::Junk;
use super::parse::{MAX_DEPTH, MAX_SIZE, is_identifier_part};
use crate::text::Span;

/// Where an entry stops being one.
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) reason: Reason,
}

/// Why it is none.
pub(super) enum Reason {
    /// Something else was expected: lower case, no full stop.
    Expected(&'static str),
    /// An identifier was.
    NoIdentifier,
    /// A named argument is given twice.
    Twice(Span),
    /// It passes [`MAX_DEPTH`].
    TooDeep,
    /// It passes [`MAX_SIZE`].
    TooLarge,
}

impl Fault {
    pub(super) fn at(at: usize, expected: &'static str) -> Self {
        Self { at, reason: Reason::Expected(expected) }
    }

    /// Whether the entry passes a limit.
    pub(super) fn is_excess(&self) -> bool {
        matches!(self.reason, Reason::TooDeep | Reason::TooLarge)
    }

    fn expected(&self, text: &str, content: &str) -> String {
        match &self.reason {
            Reason::Expected(words) => (*words).to_owned(),
            Reason::NoIdentifier if content.starts_with(char::is_whitespace) => {
                "expected an attribute `.name = value`, or text that belongs to the message above"
                    .to_owned()
            }
            Reason::NoIdentifier => {
                "expected an identifier, which starts with a letter a to z".to_owned()
            }
            Reason::Twice(name) => format!("the argument `{}` stands twice", name.of(text)),
            Reason::TooDeep => format!("nests deeper than {MAX_DEPTH} levels"),
            Reason::TooLarge => {
                format!("has more than {MAX_SIZE} placeables, variants and attributes")
            }
        }
    }
}

/// What is said of a stretch of text that is no entry.
pub(super) fn junk(text: &str, span: Span, fault: &Fault) -> Junk {
    let content = span.of(text);
    let too_deep = fault.is_excess();
    let start = span.start as usize;
    let at = match too_deep {
        true => {
            let brace = content.find(['{', '.']).map_or(start, |brace| start + brace);
            Span::new(brace, brace + 1)
        }
        false => place_of_error(text, span, fault.at),
    };
    Junk {
        at,
        expected: fault.expected(text, content),
        id: leading_id(content, span),
        swallowed: if too_deep { None } else { swallowed_id(content, span) },
        too_deep,
    }
}

/// The character at which the parser gave up. At the end of a line or behind the junk, the end of
/// the text before it; at the indentation of a line, its first character.
fn place_of_error(text: &str, junk: Span, at: usize) -> Span {
    let content = junk.of(text);
    let first = junk.start as usize + content.len() - content.trim_start().len();
    let last = first + content.trim().len();
    let mut at = at.clamp(first, last);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    match text[at..last].chars().next() {
        Some(c) if !c.is_whitespace() => Span::new(at, at + c.len_utf8()),
        _ => {
            let end = first + text[first..at].trim_end().len();
            let start = text[first..end].chars().next_back().map_or(end, |c| end - c.len_utf8());
            Span::new(start, end)
        }
    }
}

fn leading_id(content: &str, core: Span) -> Option<Span> {
    let dash = usize::from(content.starts_with('-'));
    let name = &content[dash..];
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let length = dash + name.bytes().take_while(|byte| is_identifier_part(*byte)).count();
    Some(Span::new(core.start as usize, core.start as usize + length))
}

/// The first entry that starts on a later line of the junk and is lost with it.
fn swallowed_id(content: &str, core: Span) -> Option<Span> {
    let lines = memchr::memchr_iter(b'\n', content.as_bytes()).map(|newline| newline + 1);
    let starts = lines.filter(|&line| starts_entry(&content.as_bytes()[line..]));
    let at = starts.into_iter().find(|&line| !content[line..].starts_with('#'))?;
    leading_id(&content[at..], Span::at(core.start as usize + at))
}

/// Whether a line starts an entry: `#`, or `id =`.
fn starts_entry(line: &[u8]) -> bool {
    if line.first() == Some(&b'#') {
        return true;
    }
    let line = line.strip_prefix(b"-").unwrap_or(line);
    if !line.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let id = line.iter().take_while(|byte| is_identifier_part(**byte)).count();
    let blank = line[id..].iter().take_while(|&&b| b == b' ').count();
    line.get(id + blank) == Some(&b'=')
}
