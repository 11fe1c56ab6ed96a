//! A character that shows nothing and has no use where it stands. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::{Features, is_invisible};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "invisible-character",
    summary: "a character that shows nothing and has no use where it stands",
    severity: Some(Severity::Warning),
    page: include_str!("invisible_character.md"),
    check: Check::PartWith(Holds::own(Features::CONTROL.or(Features::INVISIBLE)), check),
};

/// Looks at what is written in the file: what is escaped there was put there by somebody who knows.
fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.has_own_words() {
        return;
    }
    let written = part.pattern().span.of(part.text());
    let mut told: Vec<char> = Vec::new();
    for (at, c) in written.char_indices() {
        if !is_suspect(c) || told.contains(&c) || is_right(part, written, at, c) {
            continue;
        }
        told.push(c);
        report(part, written, at, c, findings);
    }
}

/// Reports a character once, with every place of it that has no use.
fn report(part: &PartView<'_>, written: &str, at: usize, c: char, findings: &mut Findings<'_>) {
    let places: Vec<Span> = written[at..]
        .match_indices(c)
        .map(|(offset, _)| at + offset)
        .filter(|&at| !is_right(part, written, at, c))
        .map(|at| {
            let start = part.pattern().span.start as usize + at;
            Span::new(start, start + c.len_utf8())
        })
        .collect();
    let code = format!("U+{:04X}", u32::from(c));
    let times = match places.len() {
        1 => String::new(),
        count => format!(" {count} times"),
    };
    let message = format!("`{}` holds {code} ({}){times}", part.name(), name(c));
    let help = match c {
        '\u{80}'..='\u{9F}' => {
            "write what stood there before the file was saved in another encoding"
        }
        '\u{2028}' | '\u{2029}' => "break the line as other lines are broken, or write a space",
        '\u{FFFC}' => "write what stood there: a picture that was not copied",
        _ => "remove it",
    };
    let mut finding = part
        .finding(RULE.id, places[0], message)
        .label("readers do not see it, but searching and copying stumble over it")
        .help(help)
        .datum("character", code);
    if is_invisible(c) && !matches!(c, '\u{2028}' | '\u{2029}') {
        finding = places.iter().fold(finding, |finding, place| finding.fix(*place, ""));
    }
    findings.push(finding);
}

fn is_suspect(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        // The braille pattern without dots, and what stands for a picture.
        '\u{2800}' | '\u{FFFC}' => true,
        // Controls of direction have a rule of their own.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        c => c.is_control() || is_invisible(c),
    }
}

fn is_right(part: &PartView<'_>, written: &str, at: usize, c: char) -> bool {
    // What the source has too is told there.
    if part.original.is_some_and(|original| original.pattern.span.of(original.text).contains(c)) {
        return true;
    }
    let (before, behind) = (&written[..at], &written[at + c.len_utf8()..]);
    match c {
        '\u{2800}' => {
            [before.chars().next_back(), behind.chars().next()].iter().any(|c| is_braille(*c))
        }
        // What a placeable shows may run in the other direction.
        '\u{200E}' | '\u{200F}' | '\u{061C}' if written.contains('{') => true,
        // It keeps letters from being joined in one: `Auf‌lage`.
        '\u{200C}' if before.ends_with(['f', 't']) && behind.starts_with(char::is_alphabetic) => {
            true
        }
        c if c.is_control() || c == '\u{FFFC}' => false,
        _ => part.written().has_use_for(written, at),
    }
}

fn is_braille(c: Option<char>) -> bool {
    matches!(c, Some('\u{2801}'..='\u{28FF}'))
}

fn name(c: char) -> &'static str {
    match c {
        '\u{34F}' => "combining grapheme joiner",
        '\u{61C}' => "arabic letter mark",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "hangul filler",
        '\u{180E}' => "mongolian vowel separator",
        '\u{200B}' => "zero width space",
        '\u{200C}' => "zero width non-joiner",
        '\u{200D}' => "zero width joiner",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{2800}' => "braille pattern blank",
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => "variation selector",
        '\u{FEFF}' => "byte order mark",
        '\u{FFFC}' => "object replacement character",
        '\u{E0000}'..='\u{E007F}' => "tag",
        c if c.is_control() => "control character",
        _ => "invisible character",
    }
}
