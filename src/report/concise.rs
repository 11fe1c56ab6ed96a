//! One line per finding: `path:line:column: severity[rule] locale: message`.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;

/// How many findings are put into words in one go.
const PIECE: usize = 1 << 9;
/// How many pieces are put into words while others are written.
const PIECES: usize = 1 << 3;
/// How many bytes most lines have at most.
const LINE: usize = 160;

/// Findings, a line each.
pub fn concise(findings: &[Diagnostic]) -> String {
    findings.par_chunks(PIECE).map(lines).collect()
}

/// Writes findings, a line each, without holding all lines at once: there may be very many.
///
/// # Errors
/// As the writer has it.
pub fn write_concise(findings: &[Diagnostic], out: &mut (dyn Write + Send)) -> io::Result<()> {
    let pieces = |findings: &[Diagnostic]| -> Vec<String> {
        findings.par_chunks(PIECE).map(lines).collect()
    };
    let mut batches = findings.chunks(PIECE * PIECES);
    let mut ready = batches.next().map(pieces);
    while let Some(texts) = ready {
        let mut write = || texts.iter().try_for_each(|text| out.write_all(text.as_bytes()));
        let (written, next) = rayon::join(&mut write, || batches.next().map(pieces));
        written?;
        ready = next;
    }
    out.flush()
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
        if let Some(locale) = &finding.locale {
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
