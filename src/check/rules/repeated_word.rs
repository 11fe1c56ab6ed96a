//! A word that stands twice in a row. The page beside this file says the rest.

use std::ops::Range;

use super::super::prose::prose;
use super::super::reading::Reading;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::locale::written::{Features, Stride, find_marked};

pub(super) static RULE: Rule = Rule {
    id: "repeated-word",
    summary: "a word that stands twice in a row",
    severity: Some(Severity::Warning),
    page: include_str!("repeated_word.md"),
    check: Check::PartWith(Holds::own(Features::SPACE), check),
};

/// Marks that end a word.
const ENDS: [char; 13] = ['.', ',', ';', ':', '!', '?', ')', '…', '。', '،', '؛', '؟', '।'];

/// Words of so many letters that begin alike are forms of one.
const STEM: usize = 4;

/// Particles of verbs, which may stand before the same word as a preposition: `Schakel dit in in de
/// instellingen`.
const PARTICLES: [(&str, &str); 3] = [
    ("de", "ab an auf aus durch mit um vor zu"),
    ("fy", "del mei oan oer om op troch út yn"),
    ("nl", "aan af door in om onder op over toe uit voor"),
];

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    if !part.has_own_words() {
        return;
    }
    let written = part.written();
    for path in part.paths() {
        // Masks take words away and add none.
        if repeated(path.text()).next().is_none() {
            continue;
        }
        let prose = prose(part.own, path);
        for (word, range) in repeated(prose) {
            let is_right = written.may_repeat(word) || is_particle(part.language(), word);
            if is_right || part.original.is_some_and(|original| repeats(original, word)) {
                continue;
            }
            let message = format!("`{word}` stands twice");
            findings.push(
                part.finding(RULE.id, path.span(range), message)
                    .help("remove one, or write the word that was meant"),
            );
        }
    }
}

fn is_particle(language: &str, word: &str) -> bool {
    let of_language = PARTICLES.iter().find(|(listed, _)| *listed == language);
    of_language.is_some_and(|(_, words)| words.split(' ').any(|particle| particle == word))
}

fn repeats(original: &Reading<'_>, word: &str) -> bool {
    let mut paths = original.paths.iter();
    let is_long = word.chars().count() >= STEM;
    paths.any(|path| {
        repeated(path.text()).next().is_some()
            || repeats_a_name(path.text())
            || is_long && nearly_repeats(path.text())
    })
}

/// Whether a word with a capital stands twice, as in a title: `About About`.
fn repeats_a_name(text: &str) -> bool {
    let mut words = text.split(' ').map(|word| word.trim_end_matches(ENDS));
    let mut last = words.next();
    words.any(|word| last.replace(word) == Some(word) && is_word(word))
}

/// Whether a word stands beside another form of itself, as a thing beside a value that is named
/// after it: `in COLUMN columns`, `the user user's home`. Translated both may be the same word.
fn nearly_repeats(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let [one, other] =
            [pair[0], pair[1]].map(|word| word.trim_matches(|c: char| !c.is_alphabetic()));
        let length = one.len().min(other.len());
        length >= STEM && one.as_bytes()[..length].eq_ignore_ascii_case(&other.as_bytes()[..length])
    })
}

/// Words with nothing but space between them and the same word before, and where both stand.
fn repeated(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let bytes = text.as_bytes();
    let (mut before, mut start) = (0..0, 0);
    std::iter::from_fn(move || {
        while start < bytes.len() {
            let token = start..end_of_token(bytes, start);
            start = token.end + 1;
            if token.is_empty() {
                continue;
            }
            let previous = std::mem::replace(&mut before, token.clone());
            if may_be_same(&bytes[previous.clone()], &bytes[token.clone()])
                && let Some(word) = again(text, &previous, &token)
            {
                return Some((word, previous.start..token.start + word.len()));
            }
        }
        None
    })
}

/// Where the token that starts here ends: at a space or a control character.
fn end_of_token(bytes: &[u8], start: usize) -> usize {
    find_marked(&bytes[start..], Stride::blanks).map_or(bytes.len(), |length| start + length)
}

/// The word of a token, if it is the one before once more.
fn again<'t>(text: &'t str, previous: &Range<usize>, token: &Range<usize>) -> Option<&'t str> {
    // A mark ends a word; what stands before the mark still follows the word before it.
    let word = text[token.clone()].trim_end_matches(ENDS);
    let is_same = word.len() == previous.len()
        && is_again(&text[previous.clone()], word)
        && is_word(word)
        && is_same_line(&text[previous.end..token.start]);
    is_same.then_some(word)
}

/// Whether their lengths and last bytes allow it: only the first letter may differ in case.
fn may_be_same(previous: &[u8], token: &[u8]) -> bool {
    previous.len() > 1 && previous.last() == token.get(previous.len() - 1)
}

/// Whether what stands between two words lets them be read together: a line may end there, but
/// what is indented or stands behind an empty line or a tab is another thing.
fn is_same_line(between: &str) -> bool {
    match between.split_once('\n') {
        None => !between.contains('\t'),
        Some((_, indent)) => indent.is_empty(),
    }
}

fn is_word(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(is_part_of_word)
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’' | '\u{200C}' | '\u{200D}') || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}')
}

/// Whether a word is the one before it again, be it at the start of a sentence. Two with capitals
/// are a name (`Bora Bora`), and one in capitals stands for something else (`BYTES bytes`).
fn is_again(previous: &str, word: &str) -> bool {
    let mut letters = previous.chars();
    let first = letters.next().filter(|c| c.is_uppercase());
    match first {
        None => previous == word,
        Some(first) => first.to_lowercase().chain(letters).eq(word.chars()),
    }
}
