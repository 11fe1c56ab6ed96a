//! A character that was lost in a wrong encoding. The page beside this file says the rest.

use std::ops::Range;

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::Features;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: "replacement-character",
    summary: "a character that was lost in a wrong encoding: U+FFFD, or `Ã©` for `é`",
    severity: Some(Severity::Error),
    page: include_str!("replacement_character.md"),
    check: Check::PartWith(Holds::own(Features::LOST), check),
};

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    // A file that is not UTF-8 is reported as such; there the mark is the tool's own.
    if part.entry.found.resource.is_damaged {
        return;
    }
    let pattern = part.pattern().span;
    let written = pattern.of(part.text());
    let lost: Vec<Range<usize>> = lost(written).collect();
    let Some(first) = lost.first() else { return };
    let message = match lost.len() {
        1 => format!("a character is lost in `{}`", part.name()),
        count => format!("{count} characters are lost in `{}`", part.name()),
    };
    let start = pattern.start as usize;
    let place = Span::new(start + first.start, start + first.end);
    findings.push(
        part.finding(RULE.id, place, message)
            .label(format!("readers see {}", &written[first.clone()]))
            .help("write what stood there before the file was read or saved in another encoding"),
    );
}

/// Where characters were lost: each U+FFFD, and each two or three characters that are one in UTF-8
/// when their bytes are read as Latin-1 or Windows-1252.
fn lost(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.char_indices().filter_map(|(start, first)| {
        let mut rest = text[start + first.len_utf8()..].chars();
        let more = match (first, rest.next()) {
            (char::REPLACEMENT_CHARACTER, _) => 0,
            ('Ã', Some(second)) if HALVES.contains(second) => second.len_utf8(),
            ('â', Some('€')) => {
                let third = rest.next().filter(|third| THIRDS.contains(*third))?;
                '€'.len_utf8() + third.len_utf8()
            }
            _ => return None,
        };
        Some(start..start + first.len_utf8() + more)
    })
}

/// What stands behind `Ã` for `é ü ö ä ó ç á å ñ ã õ ê è ô â ø ï ú æ í`. Quotation marks, which
/// stand for letters too, may follow a word that ends in `Ã`.
const HALVES: &str = "©¼¶¤³§¡¥±£µª¨´¢¸¯º¦\u{AD}";
/// What stands behind `â€` for quotation marks, dashes and the ellipsis.
const THIRDS: &str = "™œ˜“”¦\u{9D}";
