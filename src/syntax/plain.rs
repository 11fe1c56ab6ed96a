//! Reads what most files are full of: messages of one line of text, with arguments and references
//! in it, and their comments. It takes nothing that needs a second thought: that is left to
//! `fluent-syntax`.

use super::parse::line_start;
use super::{Arguments, Body, Comment, Element, Entry, Expression, Message, Pattern, Placeable};
use crate::text::Span;

/// The message or term that starts at the start of a line, comment included, and where the next entry
/// starts. `None` for anything else, and wherever it is not sure where it ends. The text has no
/// carriage returns.
pub(super) fn message(text: &str, start: usize) -> Option<(Entry, usize)> {
    let bytes = text.as_bytes();
    let (comment, at) = comment(bytes, start)?;
    let is_term = bytes.get(at) == Some(&b'-');
    let id = identifier(bytes, at + usize::from(is_term))?;
    let equals = behind(bytes, id.end as usize, is_blank);
    if bytes.get(equals) != Some(&b'=') {
        return None;
    }
    let first = behind(bytes, equals + 1, is_blank);
    let (value, end) = value(text, first)?;
    let next = behind(bytes, end, |byte| *byte == b'\n');
    // What is indented, or starts with a sign, may belong to the message.
    let is_over = bytes.get(next).is_none_or(|b| b.is_ascii_alphabetic() || b"#-".contains(b));
    if value.span.range().is_empty() || !is_over {
        return None;
    }
    let (attributes, sorted) = (Vec::new(), Vec::new());
    let message = Message { is_term, id, comment, value: Some(value), attributes, sorted };
    let core = Span::at(line_start(text, start));
    Some((Entry { span: core, core, body: Body::Message(message) }, next))
}

/// A value that ends with its line, and where that is.
fn value(text: &str, first: usize) -> Option<(Pattern, usize)> {
    let bytes = text.as_bytes();
    let (mut elements, mut at) = (Vec::with_capacity(1), first);
    loop {
        let length = memchr::memchr3(b'\n', b'{', b'}', &bytes[at..]);
        let end = length.map_or(bytes.len(), |length| at + length);
        let is_last = bytes.get(end).is_none_or(|byte| *byte == b'\n');
        let shown = match is_last {
            true => text[at..end].trim_end_matches(' ').len(),
            false => end - at,
        };
        if shown > 0 {
            elements.push(Element::Text(Span::new(at, at + shown)));
        }
        if is_last {
            let behind = elements.last().map_or(first, |last| last.span().end as usize);
            return Some((Pattern { span: Span::new(first, behind), elements }, end));
        }
        let placeable = placeable(bytes, end)?;
        at = placeable.span.end as usize;
        elements.push(Element::Placeable(placeable));
    }
}

/// An argument or a reference alone in its braces, of which the first stands at `start`.
fn placeable(bytes: &[u8], start: usize) -> Option<Placeable> {
    if bytes[start] != b'{' {
        return None;
    }
    let at = behind(bytes, start + 1, is_blank);
    let (expression, end) = match bytes.get(at)? {
        b'$' => {
            let name = identifier(bytes, at + 1)?;
            (Expression::Variable(name), name.end)
        }
        b'-' => {
            let id = identifier(bytes, at + 1)?;
            let arguments = Arguments::default();
            (Expression::Term { id, attribute: None, arguments }, id.end)
        }
        _ => {
            let id = identifier(bytes, at)?;
            (Expression::Message { id, attribute: None }, id.end)
        }
    };
    let close = behind(bytes, end as usize, is_blank);
    let span = Span::new(start, close + 1);
    (bytes.get(close) == Some(&b'}')).then_some(Placeable { span, expression })
}

/// The identifier that starts here.
fn identifier(bytes: &[u8], start: usize) -> Option<Span> {
    let is_part_of_id = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    bytes
        .get(start)?
        .is_ascii_alphabetic()
        .then(|| Span::new(start, behind(bytes, start, is_part_of_id)))
}

/// A comment of a message, if there is one, and where the message starts: on the next line.
fn comment(bytes: &[u8], start: usize) -> Option<(Option<Comment>, usize)> {
    let (mut lines, mut at) = (Vec::new(), start);
    while bytes.get(at) == Some(&b'#') {
        let end = at + memchr::memchr(b'\n', &bytes[at..])?;
        lines.push(match bytes[at + 1] {
            b' ' => Span::new(at + 2, end),
            b'\n' => Span::at(end),
            _ => return None,
        });
        at = end + 1;
    }
    let comment = (!lines.is_empty()).then_some(Comment { level: 1, lines });
    Some((comment, at))
}

/// Behind the bytes like this.
fn behind(bytes: &[u8], start: usize, is_like: impl Fn(&u8) -> bool) -> usize {
    let rest = &bytes[start..];
    start + rest.iter().position(|byte| !is_like(byte)).unwrap_or(rest.len())
}

fn is_blank(byte: &u8) -> bool {
    *byte == b' '
}
