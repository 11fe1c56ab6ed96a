//! Controls that turn around the order in which text is read. The page beside this file says the rest.

use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::Features;

pub(super) static RULE: Rule = Rule {
    id: "bidi-control",
    summary: "a control that turns around the order in which text is read",
    severity: Some(Severity::Error),
    page: include_str!("bidi_control.md"),
    check: Check::PartWith(Holds::own(Features::DIRECTION), check),
};

const POP_EMBEDDING: char = '\u{202C}';
const POP_ISOLATE: char = '\u{2069}';

/// So many of one path are enough to see that it is broken.
const MOST: usize = 20;

/// What a control does, by UAX #9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Control {
    Embedding,
    Override,
    Isolate,
    PopEmbedding,
    PopIsolate,
}

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    for path in part.paths() {
        check_path(part, path, findings);
    }
}

fn check_path(part: &PartView<'_>, path: &Path<'_>, findings: &mut Findings<'_>) {
    let mut told = 0;
    let mut report = |at: usize, c: char, what: &str, help: &str| {
        told += 1;
        if told > MOST {
            return;
        }
        let message = format!("U+{:04X} ({}) {what}", u32::from(c), name(c));
        let span = path.span(at..at + c.len_utf8());
        findings.push(
            part.finding(RULE.id, span, message)
                .label("readers may see other words than those that are written")
                .help(help)
                .datum("character", format!("U+{:04X}", u32::from(c))),
        );
    };
    let mut open: Vec<(usize, char, Control)> = Vec::new();
    for (at, c) in path.text().char_indices() {
        let Some(control) = control(c) else { continue };
        match control {
            Control::Embedding | Control::Isolate => open.push((at, c, control)),
            Control::Override => {
                report(at, c, "overrides the order of letters", "remove it");
                open.push((at, c, control));
            }
            // It closes nothing that was opened outside the isolate it stands in.
            Control::PopEmbedding => match open.pop_if(|(.., last)| *last != Control::Isolate) {
                Some(_) => {}
                None => report(at, c, "closes nothing", "remove it"),
            },
            Control::PopIsolate => {
                let isolate = open.iter().rposition(|(.., last)| *last == Control::Isolate);
                let Some(isolate) = isolate else {
                    report(at, c, "closes nothing", "remove it");
                    continue;
                };
                for (at, c, control) in open.drain(isolate..).skip(1) {
                    report_open(at, c, control, &mut report);
                }
            }
        }
    }
    for (at, c, control) in open {
        report_open(at, c, control, &mut report);
    }
}

/// An override is reported where it stands, closed or not.
fn report_open(
    at: usize,
    c: char,
    control: Control,
    report: &mut impl FnMut(usize, char, &str, &str),
) {
    let closing = match control {
        Control::Embedding => POP_EMBEDDING,
        Control::Isolate => POP_ISOLATE,
        Control::Override | Control::PopEmbedding | Control::PopIsolate => return,
    };
    let help = format!("close it with U+{:04X}, or remove it", u32::from(closing));
    report(at, c, "is never closed", &help);
}

fn control(c: char) -> Option<Control> {
    Some(match c {
        '\u{202A}' | '\u{202B}' => Control::Embedding,
        '\u{202D}' | '\u{202E}' => Control::Override,
        '\u{2066}'..='\u{2068}' => Control::Isolate,
        POP_EMBEDDING => Control::PopEmbedding,
        POP_ISOLATE => Control::PopIsolate,
        _ => return None,
    })
}

fn name(c: char) -> &'static str {
    match c {
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        POP_EMBEDDING => "end of an embedding",
        _ => "end of an isolate",
    }
}
