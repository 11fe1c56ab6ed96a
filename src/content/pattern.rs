//! From text as an author writes it to a pattern as a catalog shows it: soft-wrapped lines joined,
//! hard breaks kept, braces that are meant literally escaped.

use std::ops::Range;

use crate::syntax::{escape_text, segments};
use crate::text::Mapped;

/// A Markdown hard break, as catalogs write it.
const HARD_BREAK: &str = "\\\n";

/// Joins the lines of a text, but not those within placeables, nor where one of `breaks` (stretches
/// of the file) ends a line for good.
///
/// # Errors
/// The offset of a brace that has no partner.
pub(super) fn joined(text: &Mapped, breaks: &[Range<usize>]) -> Result<Mapped, usize> {
    let mut joined = Mapped::default();
    for segment in segments(&text.text)? {
        let range = segment.range;
        match segment.is_placeable {
            true => push(&mut joined, text, range),
            false => join_text(&mut joined, text, range, breaks),
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

fn join_text(joined: &mut Mapped, text: &Mapped, range: Range<usize>, breaks: &[Range<usize>]) {
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
        let end = text.offset(start + line.len());
        let is_hard = !is_last && breaks.iter().any(|stretch| stretch.contains(&end));
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
        let is_code = code.iter().any(|span| span.contains(&offset));
        let before = &text.text[..at];
        let is_escaped = !is_code && (at - before.trim_end_matches('\\').len()) % 2 == 1;
        if !is_code && !is_escaped {
            continue;
        }
        push(&mut literal, text, kept..at - usize::from(is_escaped));
        literal.push(&escape_text(&text.text[at..=at]), offset);
        kept = at + 1;
    }
    push(&mut literal, text, kept..text.text.len());
    literal
}

/// Takes the backslash from every `\|`: it keeps a bar from ending a table cell, nothing else.
pub(super) fn literal_bars(text: &Mapped) -> Mapped {
    let mut literal = Mapped::default();
    let mut kept = 0;
    for (at, _) in text.text.match_indices(r"\|") {
        push(&mut literal, text, kept..at);
        kept = at + 1;
    }
    push(&mut literal, text, kept..text.text.len());
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(text: &str, breaks: &[Range<usize>]) -> String {
        joined(&Mapped::new(text, 0), breaks).expect("balanced").text
    }

    #[test]
    fn soft_wraps_are_joined_and_hard_breaks_kept() {
        assert_eq!(join("a\n  b\nc", &[]), "a b c");
        assert_eq!(join("a  \nb\\\nc", &[1..4, 5..7]), "a\\\nb\\\nc");
        assert_eq!(
            join("{ $n ->\n  [one] x\n *[other] y\n}\nz", &[]),
            "{ $n ->\n  [one] x\n *[other] y\n} z"
        );
    }

    #[test]
    fn joined_text_points_back_to_its_lines() {
        let mapped = joined(&Mapped::new("ab\n  cd", 10), &[]).expect("balanced");
        assert_eq!(mapped.text, "ab cd");
        assert_eq!(mapped.offset(3), 15);
    }

    #[test]
    fn braces_in_code_are_literal() {
        let text = Mapped::new(r"a `{x}` { $y } \{", 0);
        let literal = literal_braces(&text, std::slice::from_ref(&(2..7)));
        assert_eq!(literal.text, "a `{\"{\"}x{\"}\"}` { $y } {\"{\"}");
        assert_eq!(literal.offset(literal.text.find("$y").expect("there")), 10);
    }

    #[test]
    fn a_backslash_escapes_a_brace_unless_it_is_code_or_escaped_itself() {
        let text = Mapped::new(r"`\{` \\{ $y } \\\{", 0);
        let literal = literal_braces(&text, std::slice::from_ref(&(0..4)));
        assert_eq!(literal.text, r#"`\{"{"}` \\{ $y } \\{"{"}"#);
    }
}
