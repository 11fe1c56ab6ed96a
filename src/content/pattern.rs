//! From text as an author writes it to a pattern as a catalog shows it: soft-wrapped lines joined,
//! hard breaks kept, braces that are meant literally escaped.

use std::ops::Range;

use crate::syntax::{escape_text, segments};
use crate::text::Mapped;

/// A Markdown hard break, as catalogs write it.
const HARD_BREAK: &str = "\\\n";

/// Joins the lines of a text, but not those within placeables.
///
/// # Errors
/// The offset of a brace that has no partner.
pub(super) fn joined(text: &Mapped, hard_breaks: bool) -> Result<Mapped, usize> {
    let mut joined = Mapped::default();
    for segment in segments(&text.text)? {
        let range = segment.range;
        match segment.is_placeable {
            true => push(&mut joined, text, range),
            false => join_text(&mut joined, text, range, hard_breaks),
        }
    }
    Ok(joined.trimmed())
}

fn push(joined: &mut Mapped, text: &Mapped, range: Range<usize>) {
    let part = text.slice(range);
    for (start, end, offset) in part.stretches() {
        joined.push(&part.text[start..end], offset);
    }
}

fn join_text(joined: &mut Mapped, text: &Mapped, range: Range<usize>, hard_breaks: bool) {
    let mut at = range.start;
    for (index, line) in text.text[range.clone()].split('\n').enumerate() {
        let start = at;
        at += line.len() + 1;
        let is_last = at > range.end;
        let (lead, keep) = (line.len() - line.trim_start().len(), line.trim_end());
        if index > 0 && keep.is_empty() {
            continue;
        }
        let from = if index == 0 { start } else { start + lead };
        let is_hard = hard_breaks && !is_last && (line.ends_with("  ") || keep.ends_with('\\'));
        let to = if is_last { range.end } else { start + keep.len() };
        let to = if is_hard { to - usize::from(keep.ends_with('\\')) } else { to };
        push(joined, text, from..to.max(from));
        if !is_last {
            let offset = text.offset(to.min(text.text.len()));
            joined.push(if is_hard { HARD_BREAK } else { " " }, offset);
        }
    }
}

/// Makes the braces of Markdown code spans and `\{` literal.
///
/// `code` are the code spans, as offsets in the file.
pub(super) fn literal_braces(text: &Mapped, code: &[Range<usize>]) -> Mapped {
    let mut literal = Mapped::default();
    let mut kept = 0;
    for (at, _) in text.text.match_indices(['{', '}']) {
        let offset = text.offset(at);
        let is_escaped = text.text[..at].ends_with('\\') && !text.text[..at].ends_with("\\\\");
        if !is_escaped && !code.iter().any(|span| span.contains(&offset)) {
            continue;
        }
        push(&mut literal, text, kept..at - usize::from(is_escaped));
        literal.push(&escape_text(&text.text[at..=at]), offset);
        kept = at + 1;
    }
    push(&mut literal, text, kept..text.text.len());
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(text: &str) -> String {
        joined(&Mapped::new(text, 0), true).expect("balanced").text
    }

    #[test]
    fn soft_wraps_are_joined_and_hard_breaks_kept() {
        assert_eq!(join("a\n  b\nc"), "a b c");
        assert_eq!(join("a  \nb\\\nc"), "a\\\nb\\\nc");
        assert_eq!(
            join("{ $n ->\n  [one] x\n *[other] y\n}\nz"),
            "{ $n ->\n  [one] x\n *[other] y\n} z"
        );
    }

    #[test]
    fn joined_text_points_back_to_its_lines() {
        let mapped = joined(&Mapped::new("ab\n  cd", 10), true).expect("balanced");
        assert_eq!(mapped.text, "ab cd");
        assert_eq!(mapped.offset(3), 15);
    }

    #[test]
    fn braces_in_code_are_literal() {
        let text = Mapped::new("a `{x}` { $y } \\{", 0);
        let literal = literal_braces(&text, std::slice::from_ref(&(2..7)));
        assert_eq!(literal.text, "a `{\"{\"}x{\"}\"}` { $y } {\"{\"}");
        assert_eq!(literal.offset(literal.text.find("$y").expect("there")), 10);
    }
}
