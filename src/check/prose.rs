//! What of a text people read as language: markup, code and addresses are masked.
//!
//! A mask is as long as what it covers, so that places in the prose are places in the text. Masking
//! is generous, for a rule that passes over a few words is better than one that reads code. How a
//! text ends is asked here too; whether its markup is well formed is not.

use std::ops::Range;
use std::sync::OnceLock;

use super::reading::Reading;
use crate::evaluate::{HOLE, Path};
use crate::locale::written::{Bracket, End, Features, Marks, Written, bracket};

/// Covers markup that shows nothing: a vertical tab, which counts as white space.
pub(super) const TAG: char = '\u{B}';
/// Covers what is shown but is no language: code, an address, an entity.
pub(super) const CODE: char = '\u{1A}';

/// Whether a character stands for something that is not known to be language.
pub(super) fn is_unknown(c: char) -> bool {
    matches!(c, HOLE | CODE)
}

/// The prose of a path of a reading.
pub(super) fn prose<'r>(reading: &'r Reading<'_>, path: &'r Path<'_>) -> &'r str {
    let marks = Features::ANGLE | Features::AMPERSAND | Features::AT | Features::SLASH;
    if !reading.features.has(marks | Features::MARKDOWN) {
        return path.text();
    }
    let paths = &reading.paths;
    let masked =
        reading.masked.get_or_init(|| paths.iter().map(|path| masked(path.text())).collect());
    let masked = paths.iter().position(|own| std::ptr::eq(own, path)).map(|index| &masked[index]);
    masked.and_then(Option::as_deref).unwrap_or(path.text())
}

/// A text with its masks; `None` if it has none.
fn masked(text: &str) -> Option<String> {
    let mut masked: Option<Vec<u8>> = None;
    // Behind the last mask, and where to look for the next one.
    let (mut from, mut at) = (0, 0);
    while let Some(length) = text.as_bytes()[at..].iter().position(|&byte| may_start(byte)) {
        at += length;
        let Some((range, mask)) = mask_at(text, from, at) else {
            at += 1;
            continue;
        };
        (from, at) = (range.end, range.end);
        let bytes = masked.get_or_insert_with(|| text.as_bytes().to_vec());
        bytes[range].fill(mask as u8);
    }
    masked.and_then(|masked| String::from_utf8(masked).ok())
}

fn may_start(byte: u8) -> bool {
    matches!(byte, b'`' | b'<' | b'&' | b'@' | b':' | b'w' | b']')
}

/// What to mask because of the character at `at`, no further back than `from`.
fn mask_at(text: &str, from: usize, at: usize) -> Option<(Range<usize>, char)> {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'`' => Some((at..at + code_span(rest)?, CODE)),
        b'<' => {
            let (length, is_markup) = tag(text, rest)?;
            Some((at..at + length, if is_markup { TAG } else { CODE }))
        }
        b'&' => Some((at..at + entity(rest)?, CODE)),
        b'@' => {
            let start =
                behind(&text[from..at], |c| c.is_ascii_alphanumeric() || "._%+-".contains(c));
            let host = &rest[1..];
            let host = &host[..reach(host, |c| c.is_ascii_alphanumeric() || ".-_".contains(c))];
            let length = host.trim_end_matches(['.', '-', '_']).len();
            (length > 0).then(|| (at - start..at + 1 + length, CODE))
        }
        b':' if rest.starts_with("://") => {
            let start = behind(&text[from..at], |c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            Some((at - start..at + address(rest), CODE))
        }
        b'w' if rest.starts_with("www.") => Some((at..at + address(rest), CODE)),
        // The address of a link in Markdown; its words stand before.
        b']' if rest.starts_with("](") => {
            let length = rest.find(')').filter(|&length| !rest[..length].contains(' '))?;
            Some((at + 1..at + length + 1, TAG))
        }
        _ => None,
    }
}

/// How long a span of code is: from a run of backticks to the next one as long.
fn code_span(rest: &str) -> Option<usize> {
    let inner = rest.trim_start_matches('`');
    let ticks = &rest[..rest.len() - inner.len()];
    let mut at = ticks.len();
    loop {
        at += rest[at..].find(ticks)?;
        let run = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        at += run;
        if run == ticks.len() {
            return Some(at);
        }
    }
}

/// How long a tag is, and whether it is one of markup rather than a word such as `<file>`.
fn tag(text: &str, rest: &str) -> Option<(usize, bool)> {
    let inner = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    if !inner.starts_with(|c: char| c.is_alphabetic() || c == HOLE) {
        return None;
    }
    let length = inner.find(['<', '>']).filter(|&end| inner.as_bytes()[end] == b'>')?;
    let name = &inner[..reach(inner, |c| c.is_ascii_alphanumeric() || c == '-')];
    let is_closed = || {
        let mut ends = text.match_indices("</");
        ends.any(|(at, _)| !name.is_empty() && text[at + 2..].starts_with(name))
    };
    let is_void = matches!(name, "br" | "hr" | "img" | "input" | "wbr");
    let is_end = inner.len() + 1 < rest.len();
    let length = rest.len() - inner.len() + length + 1;
    Some((length, is_end || is_void || rest[..length].ends_with("/>") || is_closed()))
}

/// How long `&nbsp;` or `&#8239;` is.
fn entity(rest: &str) -> Option<usize> {
    let length = 1 + reach(&rest[1..], |c| c.is_ascii_alphanumeric() || c == '#');
    (length > 1 && rest[length..].starts_with(';')).then_some(length + 1)
}

/// How far an address reaches; the mark that ends its sentence is none of it.
fn address(rest: &str) -> usize {
    let is_part = |c: char| {
        c == HOLE || c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|')
    };
    let mut end = &rest[..reach(rest, is_part)];
    let closes_nothing = |end: &str| end.matches(')').count() > end.matches('(').count();
    loop {
        end = end.trim_end_matches(['.', ',', ';', ':', '!', '?', ']', '\'', '*', '_']);
        match end.strip_suffix(')').filter(|_| closes_nothing(end)) {
            Some(shorter) => end = shorter,
            None => break,
        }
    }
    end.len()
}

/// How many bytes at the start of a text are of characters like these.
fn reach(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_part(c)).unwrap_or(text.len())
}

/// How many bytes at the end of a text are of characters like these.
fn behind(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_end_matches(is_part).len()
}

/// How a path ends.
#[derive(Debug)]
pub(super) struct Ending {
    /// In what.
    pub(super) marks: Marks,
    /// Its index.
    path: usize,
    /// How many words it has, once that was asked for.
    words: OnceLock<usize>,
    /// Its last byte; 0 if that is not the end of a sentence in one mark.
    pub(super) last: u8,
}

/// How the paths of a reading end; `None` if any ends in something that is not known.
pub(super) fn endings(original: &Reading<'_>, written: &Written) -> Option<Vec<Ending>> {
    let endings = original.paths.iter().enumerate().map(|(index, path)| {
        let marks = known_end(prose(original, path), written)?.marks;
        let last = path.text().as_bytes().last().filter(|_| !path.text().ends_with("..")).copied();
        Some(Ending { marks, path: index, words: OnceLock::new(), last: last.unwrap_or(0) })
    });
    endings.collect()
}

impl Ending {
    /// How many words the path has, of the reading whose ending this is.
    pub(super) fn words(&self, original: &Reading<'_>) -> usize {
        *self.words.get_or_init(|| words(prose(original, &original.paths[self.path])))
    }
}

/// How a text ends, if that is known: not in a value, in code, or in a mark that is spoken of.
pub(super) fn known_end(prose: &str, written: &Written) -> Option<End> {
    let end = written.end(prose)?;
    let (before, mark) = (&prose[..end.range.start], &prose[end.range.clone()]);
    let is_known = match mark.chars().next() {
        None => !before.ends_with(is_unknown),
        Some(mark) => ends_words(before, written.space_before(mark).is_some()),
    };
    (is_known && !is_empty_quotation(&prose[end.range.end..])).then_some(end)
}

/// Whether a mark behind this text ends it, rather than being named by it (`+, - or ?`, `"."`).
fn ends_words(before: &str, may_be_spaced: bool) -> bool {
    let word = match may_be_spaced {
        true => before.trim_end(),
        false => before.trim_end_matches(TAG),
    };
    let mut last = word.chars().rev();
    match last.next() {
        None => false,
        Some('"' | '\'') => last.next().is_some_and(|c| !c.is_whitespace()),
        Some(c) => {
            !c.is_whitespace()
                && !matches!(bracket(c), Some(Bracket::Open(_)))
                && !"“‘„«¿¡".contains(c)
        }
    }
}

/// Whether nothing but a pair of quotation marks stands behind the end: `invalid name: ''`.
fn is_empty_quotation(tail: &str) -> bool {
    tail.starts_with(' ') && tail.chars().filter(|c| !c.is_whitespace()).count() > 1
}

/// How many words a text has; in a script without spaces two letters count as one.
fn words(prose: &str) -> usize {
    let has_letter = |word: &&str| word.contains(char::is_alphabetic);
    let count = prose.split_whitespace().filter(has_letter).count();
    match count {
        0 | 1 if !prose.is_ascii() => prose.chars().count() / 2,
        _ => count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Masks are told as `·` for markup and `#` for code, one for each byte.
    fn shown(text: &str) -> String {
        let masked = masked(text).unwrap_or(text.to_owned());
        assert_eq!(masked.len(), text.len());
        masked.replace(TAG, "·").replace(CODE, "#")
    }

    #[test]
    fn markup_shows_nothing_and_code_is_no_language() {
        let rows = [
            ("plain, 10:30 & more @ home", "plain, 10:30 & more @ home"),
            ("<b>bold</b>!", "···bold····!"),
            ("<a href=\"/x?y\">go</a>", "···············go····"),
            ("a<br>b <br/> c", "a····b ····· c"),
            ("copy <from> <to>", "copy ###### ####"),
            ("a < b and c > d", "a < b and c > d"),
            ("run `ls -l`.", "run #######."),
            ("``a ` b`` c", "######### c"),
            ("one ` alone", "one ` alone"),
            ("Tom&nbsp;!", "Tom######!"),
            ("see https://a.example/b?c.", "see #####################."),
            ("(www.example.org)", "(###############)"),
            ("(www.example.org/a_(b)).", "(#####################)."),
            ("访问https://a.example。", "访问#################。"),
            ("write to me@a.example.", "write to ############."),
            ("by @name", "by #####"),
            ("[words](https://a.example/x_(y)) go", "[words]························) go"),
        ];
        for (text, expected) in rows {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
