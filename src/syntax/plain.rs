//! Reads what most files are full of: messages of one line of plain text, with their comments. It
//! takes nothing that needs a second thought: that is left to `fluent-syntax`.

use super::parse::line_start;
use super::{Body, Comment, Element, Entry, Message, Pattern};
use crate::text::Span;

/// The message that starts at the start of a line, comment included, and where the next entry
/// starts. `None` for anything else, and wherever it is not sure where the message ends. The text has
/// no carriage returns.
pub(super) fn message(text: &str, start: usize) -> Option<(Entry, usize)> {
    let bytes = text.as_bytes();
    let (comment, at) = comment(bytes, start)?;
    if !bytes.get(at)?.is_ascii_alphabetic() {
        return None;
    }
    let is_part_of_id = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let id = Span::new(at, behind(bytes, at, is_part_of_id));
    let equals = behind(bytes, id.end as usize, is_blank);
    if bytes.get(equals) != Some(&b'=') {
        return None;
    }
    let first = behind(bytes, equals + 1, is_blank);
    let end = match memchr::memchr3(b'\n', b'{', b'}', &bytes[first..]) {
        Some(length) if bytes[first + length] == b'\n' => first + length,
        Some(_) => return None,
        None => bytes.len(),
    };
    let value = Span::new(first, first + text[first..end].trim_end_matches(' ').len());
    let next = behind(bytes, end, |byte| *byte == b'\n');
    // What is indented, or starts with a sign, may belong to the message.
    let is_over = bytes.get(next).is_none_or(|b| b.is_ascii_alphabetic() || b"#-".contains(b));
    if value.range().is_empty() || !is_over {
        return None;
    }
    let value = Some(Pattern { span: value, elements: vec![Element::Text(value)] });
    let (attributes, sorted) = (Vec::new(), Vec::new());
    let message = Message { is_term: false, id, comment, value, attributes, sorted };
    let core = Span::at(line_start(text, start));
    Some((Entry { span: core, core, body: Body::Message(message) }, next))
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
