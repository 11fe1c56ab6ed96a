//! A text that ends in another mark than its source. The page beside this file says the rest.

use super::super::prose::{TAG, is_unknown, prose};
use super::super::reading::Reading;
use super::super::rule::{Check, Findings, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::{Bracket, End, Mark, Marks, Written, bracket};

pub(super) static RULE: Rule = Rule {
    id: "end-punctuation",
    summary: "a text that ends in another mark than its source",
    severity: Some(Severity::Warning),
    page: include_str!("end_punctuation.md"),
    check: Check::Part(check),
};

/// A source of so many words is a sentence, and its mark is missed.
const SENTENCE: usize = 4;
/// A source of more words is more than a plain sentence.
const SENTENCES: usize = 12;
/// A source of no more words is a label, and needs no mark in any language.
const LABEL: usize = 3;
/// Languages that open a question with a mark of its own.
const OPENING: [&str; 2] = ["ast", "es"];

/// How a path of the source ends.
struct Ending {
    marks: Marks,
    words: usize,
}

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if part.repeats_source() || part.entry.may_be_cut_off() {
        return;
    }
    let written = part.written();
    let has_openers = OPENING.contains(&part.language());
    let source = part.entry.locale.source_facts().written();
    let theirs = part.original.and_then(|original| endings(original, source));
    if !has_openers && theirs.is_none() {
        return;
    }
    for path in part.paths() {
        let prose = prose(part.own, path);
        let Some(end) = known_end(&prose, written) else { continue };
        let theirs = theirs.as_deref().unwrap_or_default();
        if !theirs.is_empty() && theirs.iter().all(|their| is_other(their, &prose, &end)) {
            report(part, path, &end, theirs[0].marks, findings);
        } else if has_openers && let Some(opener) = missing_opener(&prose, &end) {
            let message = format!("`{}` is closed by a mark that nothing opens", part.name());
            findings.push(
                part.finding(RULE.id, path.span(end.range), message)
                    .help(format!("write `{opener}` where it begins")),
            );
        }
    }
}

/// The mark that a question or exclamation of a Spanish text should begin with, if it has none.
fn missing_opener(prose: &str, end: &End) -> Option<char> {
    let is_missing = |mark| end.marks.contains(mark) && !prose.contains(['¿', '¡']);
    match () {
        () if is_missing(Mark::Question) => Some('¿'),
        () if is_missing(Mark::Exclamation) => Some('¡'),
        () => None,
    }
}

fn report(
    part: &PartView<'_>,
    path: &Path<'_>,
    end: &End,
    theirs: Marks,
    findings: &mut Findings<'_>,
) {
    let (own, theirs) = (name(end.marks), name(theirs));
    // Where no mark is, the last letter is pointed at.
    let last = path.text()[..end.range.start].chars().next_back();
    let start = match end.range.is_empty() {
        true => end.range.start - last.map_or(0, char::len_utf8),
        false => end.range.start,
    };
    let message = format!("`{}` ends in {own}, its source in {theirs}", part.name());
    let finding = part
        .finding(RULE.id, path.span(start..end.range.end), message)
        .datum("own", own)
        .datum("source", theirs);
    let what = format!("end in {own} where the source ends in {theirs}");
    findings.push_unless_most(part, finding, what);
}

/// How the paths of the source end; `None` if any ends in something that is not known.
fn endings(original: &Reading<'_>, written: &Written) -> Option<Vec<Ending>> {
    let endings = original.paths.paths.iter().map(|path| {
        let prose = prose(original, path);
        let marks = known_end(&prose, written)?.marks;
        Some(Ending { marks, words: words(&prose) })
    });
    endings.collect()
}

/// How a text ends, if that is known: not in a value, in code, or in a mark that is spoken of.
fn known_end(prose: &str, written: &Written) -> Option<End> {
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

/// Whether a translation ends in another mark than a path of the source, and not in one that its
/// language may well prefer.
fn is_other(their: &Ending, prose: &str, end: &End) -> bool {
    let (their, own, words) = (their.marks, end.marks, their.words);
    let is_closed = |marks: Marks| marks.contains(Mark::Stop) || marks.contains(Mark::Exclamation);
    if their.agree(own)
        || is_closed(their) && is_closed(own)
        // What goes on behind the text may go on otherwise.
        || their.contains(Mark::Comma)
        || their.contains(Mark::Semicolon)
    {
        return false;
    }
    if own.contains(Mark::Nothing) {
        return match their.contains(Mark::Colon) {
            // Where verbs stand last, what leads to a list need not stop before it.
            true => words < SENTENCE || !prose.contains(is_east_asian),
            false => words >= SENTENCE || their.contains(Mark::Ellipsis),
        };
    }
    if their.contains(Mark::Nothing) && is_closed(own) {
        return words <= LABEL && own.contains(Mark::Stop) && !may_be_abbreviated(prose, end);
    }
    if is_closed(their) && own.contains(Mark::Question) {
        // What a longer text tells may well be asked: `ask what it means`, `ask: what does it mean?`
        return words <= SENTENCES;
    }
    // `How it works` is a question in languages that ask for the way.
    !(their.contains(Mark::Nothing) && own.contains(Mark::Question))
}

/// Whether the stop may be that of a short word: `Disp.`
fn may_be_abbreviated(prose: &str, end: &End) -> bool {
    let last = prose[..end.range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    prose[end.range.clone()].starts_with('.') && last.chars().count() < 7
}

/// A letter of Chinese, Japanese or Korean.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
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

fn name(marks: Marks) -> &'static str {
    let names = [
        (Mark::Stop, "a full stop"),
        (Mark::Question, "a question mark"),
        (Mark::Exclamation, "an exclamation mark"),
        (Mark::Colon, "a colon"),
        (Mark::Semicolon, "a semicolon"),
        (Mark::Comma, "a comma"),
        (Mark::Ellipsis, "an ellipsis"),
    ];
    names.iter().find(|(mark, _)| marks.contains(*mark)).map_or("no mark", |(_, name)| name)
}
