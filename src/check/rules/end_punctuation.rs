//! A text that ends in another mark than its source. The page beside this file says the rest.

use super::super::prose::{Ending, known_end, prose};
use super::super::reading::Reading;
use super::super::rule::{Check, Findings, Rule};
use super::super::view::{LocaleView, PartView};
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::{End, Features, Mark, Marks};
use crate::project::{Found, Resource};
use crate::syntax::Pattern;

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
/// A source of no more words is a label, and needs no mark in any language: three may be a sentence
/// elsewhere (`No updates found`).
const LABEL: usize = 2;
/// Words that begin English questions after a thing.
const ASKING: [&str; 8] = ["how", "what", "when", "where", "which", "who", "whose", "why"];
/// A question of so many words may be a heading.
const SHORT_QUESTION: usize = 6;
/// What Korean sentences end in.
const KOREAN_ENDS: [char; 6] = ['다', '요', '오', '까', '죠', '라'];
/// Full stops of other scripts.
const STOPS: [char; 6] = ['。', '।', '۔', '።', '։', '។'];

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.has_own_words() || part.entry.may_be_cut_off() {
        return;
    }
    let written = part.written();
    // Languages that open a question with a mark of its own.
    let has_openers = matches!(part.language(), "ast" | "es");
    let source = part.entry.locale.source_facts().written();
    let theirs = part.original.and_then(|original| original.endings(source)).unwrap_or_default();
    let may_be_heading = || part.original.is_some_and(|original| may_be_heading(part, original));
    if !has_openers && theirs.is_empty() {
        return;
    }
    let is_other = |their: &Ending, prose: &str, end: &End| {
        part.original.is_some_and(|original| is_other(original, their, prose, end))
    };
    for path in part.paths() {
        if theirs.iter().any(|their| !has_openers && ends_alike(their.last, path.text())) {
            continue;
        }
        let prose = prose(part.own, path);
        let Some(end) = known_end(prose, written) else { continue };
        if !theirs.is_empty() && theirs.iter().all(|their| is_other(their, prose, &end)) {
            if end.marks.contains(Mark::Nothing)
                && (may_be_heading()
                    || theirs[0].marks.contains(Mark::Stop) && leaves_stops_out(part))
            {
                continue;
            }
            report(part, path, &end, theirs[0].marks, findings);
        } else if has_openers && let Some(opener) = missing_opener(prose, &end) {
            let message = format!("`{}` is closed by a mark that nothing opens", part.name());
            findings.push(
                part.finding(RULE.id, path.span(end.range), message)
                    .help(format!("write `{opener}` where it begins")),
            );
        }
    }
}

/// So many sentences without a full stop may be how a file is written.
const HABIT: usize = 8;

/// Whether half of the sentences of the part's file, and many, leave out the full stop of the source:
/// descriptions and notes are often written so.
fn leaves_stops_out(part: &PartView<'_>) -> bool {
    let (locale, resource) = (part.entry.locale, part.entry.found.resource);
    locale.is_stopless(resource, || {
        let (mut with, mut without) = (0, 0);
        for (entry, message) in resource.tree.messages() {
            let found = Found { catalog: locale.catalog, resource, entry, message };
            let Some(source) = locale.counterpart(&found) else { continue };
            for (attribute, pattern) in found.parts() {
                let original = locale.readings.part(&source, attribute);
                match original.and_then(|original| stops(locale, original, resource, pattern)) {
                    Some(true) => with += 1,
                    Some(false) => without += 1,
                    None => {}
                }
            }
        }
        without >= HABIT && without >= with
    })
}

/// Whether the translation of a sentence has the full stop of its source; `None` if the source has
/// none, or there is another mark.
fn stops(
    locale: &LocaleView<'_>,
    original: &Reading<'_>,
    resource: &Resource,
    pattern: &Pattern,
) -> Option<bool> {
    let written = locale.source_facts().written();
    let is_sentence =
        |their: &Ending| their.marks.contains(Mark::Stop) && their.words(original) >= SENTENCE;
    if !original.endings(written)?.iter().all(is_sentence) {
        return None;
    }
    let written = pattern.span.of(resource.text());
    if written == original.written() {
        return None;
    }
    if pattern.is_text() && ends_alike(b'.', written) {
        return Some(true);
    }
    let own = Reading::new(resource.text(), pattern);
    let marks = known_end(prose(&own, own.paths.first()?), locale.facts().written())?.marks;
    match (marks.contains(Mark::Stop), marks.contains(Mark::Nothing)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// Whether two texts surely end in the same mark, or in none, as most do. `last` is the last byte
/// of one.
fn ends_alike(last: u8, text: &str) -> bool {
    match (last, text.as_bytes()) {
        (b'.', [.., before, b'.']) => before.is_ascii_alphanumeric() || !before.is_ascii(),
        (b'.', _) => text.strip_suffix(STOPS).is_some_and(ends_in_letter),
        (b':', [.., b':']) => true,
        (last, _) => last.is_ascii_alphanumeric() && ends_in_letter(text),
    }
}

fn ends_in_letter(text: &str) -> bool {
    let last = text.chars().next_back();
    last.is_some_and(|c| c.is_ascii_digit() || Features::of_char(c).has(Features::LETTER))
}

/// Whether an English text is a short question after a thing, which other languages head with a
/// noun: `What’s new?` is `Neuerungen`, `How does it work?` is `Fonctionnement`.
fn may_be_heading(part: &PartView<'_>, original: &Reading<'_>) -> bool {
    let source = part.entry.locale.project.source.locale().tag.language.as_str();
    source == "en"
        && original.paths.iter().all(|path| {
            let words = path.text().split_whitespace();
            let asks = |word: &str| {
                let word = word.split(['’', '\'']).next().unwrap_or_default();
                ASKING.iter().any(|asking| word.eq_ignore_ascii_case(asking))
            };
            words.clone().next().is_some_and(asks) && words.count() <= SHORT_QUESTION
        })
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

/// Whether a translation ends in another mark than a path of the source, and not in one that its
/// language may well prefer.
fn is_other(original: &Reading<'_>, ending: &Ending, prose: &str, end: &End) -> bool {
    let (their, own, words) = (ending.marks, end.marks, || ending.words(original));
    let is_closed = |marks: Marks| marks.contains(Mark::Stop) || marks.contains(Mark::Exclamation);
    if their.agree(own)
        || is_closed(their) && is_closed(own)
        // `please wait…` may be asked for in a whole sentence.
        || their.contains(Mark::Ellipsis) && own.contains(Mark::Stop)
        // What goes on behind the text may go on otherwise.
        || their.contains(Mark::Comma)
        || their.contains(Mark::Semicolon)
    {
        return false;
    }
    if own.contains(Mark::Nothing) {
        return match their.contains(Mark::Colon) {
            // Where verbs stand last, what leads to a list need not stop before it, and labels in
            // Chinese, Japanese and Korean do without.
            true => !prose.contains(is_east_asian),
            // `Search…` in a field may be `検索`.
            false if their.contains(Mark::Ellipsis) => words() > 1,
            // English cries out where others state.
            false if their.contains(Mark::Exclamation) => words() >= 2 * SENTENCE,
            false => words() >= SENTENCE && !ends_in_noun(prose),
        };
    }
    if their.contains(Mark::Nothing) && is_closed(own) {
        return words() <= LABEL && own.contains(Mark::Stop) && !may_be_abbreviated(prose, end);
    }
    if is_closed(their) && own.contains(Mark::Question) {
        // What a longer text tells may well be asked: `ask what it means`, `ask: what does it mean?`
        return words() <= SENTENCES;
    }
    // `How it works` is a question in languages that ask for the way, and a label may have a colon.
    let may_be_added = own.contains(Mark::Question) || own.contains(Mark::Colon);
    !(their.contains(Mark::Nothing) && may_be_added)
}

/// Whether the stop may be that of a short word: `Disp.`
fn may_be_abbreviated(prose: &str, end: &End) -> bool {
    let last = prose[..end.range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
    prose[end.range.clone()].starts_with('.') && last.chars().count() < 7
}

/// Whether a Japanese or Korean text breaks off at a noun, as instructions and labels do, and then
/// takes no mark: `クリックしてコピー`, `클릭하여 복사`. A Japanese verb ends in hiragana, and a Korean
/// sentence in one of a few syllables.
fn ends_in_noun(prose: &str) -> bool {
    let is_hiragana = |c| matches!(c, '\u{3040}'..='\u{309F}');
    match prose.chars().rev().find(|c| c.is_alphabetic()) {
        Some('\u{AC00}'..='\u{D7A3}') => !prose.trim_end().ends_with(KOREAN_ENDS),
        Some('\u{30A0}'..='\u{30FF}') => true,
        Some('\u{3400}'..='\u{9FFF}') => prose.contains(is_hiragana),
        _ => false,
    }
}

/// A letter of Chinese, Japanese or Korean.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
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
