//! A bracket that is never closed, or closes nothing. The page beside this file says the rest.

use super::super::prose::prose;
use super::super::reading::Reading;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::{HOLE, Path};
use crate::locale::written::{Bracket, Features, bracket};

pub(super) static RULE: Rule = Rule {
    id: "unbalanced-brackets",
    summary: "a bracket that is never closed, or closes nothing",
    severity: Some(Severity::Warning),
    page: include_str!("unbalanced_brackets.md"),
    check: Check::PartWith(Holds::own(Features::BRACKET), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.has_own_words() {
        return;
    }
    // Where all have partners nothing is told, be it that a mask would hide one of a pair.
    for path in part.paths().iter().filter(|path| !without_partner(path.text()).is_empty()) {
        let lone = lone(part.own, path);
        // Where the source has a lone one too, the text is about it, or goes on elsewhere.
        if lone.is_empty() || part.original.is_some_and(has_lone) {
            continue;
        }
        // Once it is mended, the next one shows.
        if let Some(&(at, c)) = lone.first() {
            let message = match bracket(c) {
                Some(Bracket::Open(_)) => format!("`{c}` is never closed"),
                _ => format!("`{c}` closes nothing"),
            };
            findings.push(part.finding(RULE.id, path.span(at..at + c.len_utf8()), message));
        }
    }
}

/// Where it is worth asking for a bracket, told by the first bytes of a character: those of most
/// scripts have none of their own.
fn possible_brackets(text: &str) -> impl Iterator<Item = (usize, char)> {
    static BEGINS: [bool; 256] = {
        let (mut begins, mut byte) = ([false; 256], 0);
        while byte < begins.len() {
            begins[byte] =
                matches!(byte as u8, b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0xE0..=0xE3 | 0xEF);
            byte += 1;
        }
        begins
    };
    let bytes = text.as_bytes();
    let may_begin = |at: usize| match (bytes[at], bytes.get(at + 1)) {
        (0xE0, second) => second == Some(&0xBC),
        (0xE1, second) => second == Some(&0x9A),
        (0xE3, second) => second == Some(&0x80),
        (0xEF, second) => matches!(second, Some(0xB4..=0xBF)),
        _ => true,
    };
    let mut from = 0;
    let places = std::iter::from_fn(move || {
        let at = from + bytes[from..].iter().position(|byte| BEGINS[usize::from(*byte)])?;
        from = at + 1;
        Some(at)
    });
    places.filter(move |&at| may_begin(at)).filter_map(|at| Some((at, text[at..].chars().next()?)))
}

fn has_lone(original: &Reading<'_>) -> bool {
    original.paths.iter().any(|path| !without_partner(prose(original, path)).is_empty())
}

/// The brackets of a path that have no partner and want one, with where they stand.
fn lone(reading: &Reading<'_>, path: &Path<'_>) -> Vec<(usize, char)> {
    let prose = prose(reading, path);
    let mut lone = without_partner(prose);
    lone.retain(|&(at, c)| !is_named(prose, at, c) && !is_marker(&prose[..at], c));
    lone.retain(|&(at, c)| !is_emoticon(&prose[..at]) && !is_cut_off(prose, c));
    drop_intervals(prose, &mut lone);
    lone
}

fn without_partner(prose: &str) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    let mut lone = Vec::new();
    for (at, c) in possible_brackets(prose) {
        match bracket(c) {
            Some(Bracket::Open(closing)) => open.push((at, c, closing)),
            Some(Bracket::Close(own)) => {
                if open.last().is_some_and(|&(start, c, closing)| {
                    closing != own && is_interval(&prose[start + c.len_utf8()..at])
                }) {
                    open.pop();
                    continue;
                }
                match open.iter().rposition(|(.., closing)| *closing == own) {
                    Some(partner) => {
                        lone.extend(open.drain(partner..).skip(1).map(|(at, c, _)| (at, c)));
                    }
                    None => lone.push((at, c)),
                }
            }
            None => {}
        }
    }
    lone.extend(open.into_iter().map(|(at, c, _)| (at, c)));
    lone.sort_unstable();
    lone
}

/// `a missing ')'`, `\(`: the text speaks of the bracket.
fn is_named(prose: &str, at: usize, c: char) -> bool {
    let is_apart = |c: char| c.is_whitespace() || "'\"“”„‘’«»".contains(c);
    let before = prose[..at].chars().next_back();
    let behind = prose[at + c.len_utf8()..].chars().next();
    before == Some('\\')
        || before.is_none_or(is_apart) && behind.is_none_or(|c| is_apart(c) || ".,;:!?".contains(c))
}

/// `1)` or `b)` at the head of a point.
fn is_marker(before: &str, c: char) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 2;
    let is_letter = word.chars().count() == 1;
    let is_head = before[..before.len() - word.len()]
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '*' | '_'));
    matches!(c, ')' | '）') && !word.is_empty() && (is_number || is_letter) && is_head
}

/// `:)`, `;-)`, `:(`.
fn is_emoticon(before: &str) -> bool {
    let eyes = before.strip_suffix('-').unwrap_or(before);
    let face = eyes.strip_suffix([':', ';', '=']);
    face.is_some_and(|face| face.chars().next_back().is_none_or(|c| !c.is_alphanumeric()))
}

/// The end that would close it is left out: `attachments (pictures…`.
fn is_cut_off(prose: &str, c: char) -> bool {
    let is_cut = || prose.trim_end().ends_with(['…', '⋯']) || prose.trim_end().ends_with("...");
    matches!(bracket(c), Some(Bracket::Open(_))) && is_cut()
}

/// In many countries half-open intervals are written `[0, 1[` and `]0, 1]`.
fn drop_intervals(prose: &str, lone: &mut Vec<(usize, char)>) {
    let mut index = 0;
    while let [(start, c), (end, _), ..] = lone[index..] {
        match is_interval(&prose[start + c.len_utf8()..end]) {
            true => drop(lone.drain(index..index + 2)),
            false => index += 1,
        }
    }
}

/// Whether two brackets that are no pair hold an interval: `[0, 1)`.
fn is_interval(inner: &str) -> bool {
    let is_part =
        |c: char| c.is_numeric() || c.is_whitespace() || c == HOLE || ",;.-−+∞".contains(c);
    !inner.is_empty() && inner.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bracket_is_possible() {
        for c in ('\0'..=char::MAX).filter(|c| bracket(*c).is_some()) {
            assert_eq!(possible_brackets(&c.to_string()).collect::<Vec<_>>(), [(0, c)], "{c}");
        }
    }
}
