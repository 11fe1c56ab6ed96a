//! One line per finding: `path:line:column: severity[rule] locale: message`.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;

/// How many findings are written in one go.
const PIECE: usize = 1 << 10;
/// How many bytes most lines have at most.
const LINE: usize = 160;

/// Findings, a line each.
pub fn concise(findings: &[Diagnostic]) -> String {
    concise_pieces(findings).concat()
}

/// The same in pieces that follow each other: there may be too many lines to put them together.
pub fn concise_pieces(findings: &[Diagnostic]) -> Vec<String> {
    findings.par_chunks(PIECE).map(lines).collect()
}

fn lines(findings: &[Diagnostic]) -> String {
    let mut text = String::with_capacity(findings.len() * LINE);
    for finding in findings {
        let place = &finding.place;
        text.push_str(&place.path);
        text.push(':');
        push_number(&mut text, place.start.line);
        text.push(':');
        push_number(&mut text, place.start.column);
        text.extend([": ", finding.severity.word(), "[", finding.rule, "] "]);
        if let Some(locale) = &finding.subject.locale {
            text.extend([locale, ": "]);
        }
        text.extend([&*finding.message, "\n"]);
    }
    text
}

/// There may be very many lines: this takes a fifth of the time of formatting.
fn push_number(text: &mut String, number: u32) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push((b'0' + (number % 10) as u8) as char);
}
