//! Letters of a script the language is not written in. The page beside this file says the rest.

use std::ops::Range;

use memchr::memmem;

use super::super::prose::prose;
use super::super::rule::{Check, Findings, Holds, Rule};
use super::super::view::PartView;
use crate::diagnostic::Severity;
use crate::evaluate::Path;
use crate::locale::written::{Features, Letter, Written};

pub(super) static RULE: Rule = Rule {
    id: "wrong-script",
    summary: "letters of a script that the language is not written in",
    severity: Some(Severity::Warning),
    page: include_str!("wrong_script.md"),
    check: Check::PartWith(Holds::own(Features::LETTER), check),
};

/// Letters that look the same in Latin, Cyrillic and Greek, taken from Unicode's confusables.
const LOOKALIKES: [&str; 41] = [
    "aа", "cс", "eе", "hһ", "iіι", "jј", "oоο", "pрρ", "qԛ", "sѕ", "vν", "wԝ", "xхχ", "yу", "æӕ",
    "ëё", "ïї", "əә", "AАΑ", "BВΒ", "CС", "EЕΕ", "HНΗ", "IІΙ", "JЈ", "KКΚ", "MМΜ", "NΝ", "OОΟ",
    "PРΡ", "QԚ", "SЅ", "TТΤ", "WԜ", "XХΧ", "YУΥ", "ZΖ", "ÆӔ", "ËЁ", "ÏЇ", "ƏӘ",
];

/// Stretches of letters of one script each: looked up once, then known. The first two are ASCII.
const STRETCHES: [(char, char); 20] = [
    ('A', 'Z'),
    ('a', 'z'),
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{24F}'),
    ('\u{3A3}', '\u{3CE}'),
    ('\u{400}', '\u{481}'),
    ('\u{48A}', '\u{52F}'),
    ('\u{5D0}', '\u{5EA}'),
    ('\u{620}', '\u{63F}'),
    ('\u{641}', '\u{64A}'),
    ('\u{671}', '\u{6D3}'),
    ('\u{904}', '\u{939}'),
    ('\u{E01}', '\u{E30}'),
    ('\u{10D0}', '\u{10FA}'),
    ('\u{1200}', '\u{1248}'),
    ('\u{3041}', '\u{3096}'),
    ('\u{30A1}', '\u{30FA}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{AC00}', '\u{D7A3}'),
];

/// So many words in Latin letters are no longer names and abbreviations.
const LATIN_WORDS: usize = 3;
/// So many letters of any other script are no longer a sign or a unit.
const LETTERS: usize = 5;

fn check(part: &PartView<'_>, findings: &mut Findings<'_>) {
    let written = part.written();
    let others = part.own.features.without(written.letters());
    if !others.has(Features::LETTER) || !part.has_own_words() {
        return;
    }
    let mut alphabet = Alphabet { written, known: [None; STRETCHES.len()], last: 0 };
    for path in part.paths() {
        let prose = prose(part.own, path);
        let (mut own, mut foreign, mut words) = (0, 0, Vec::new());
        let mut at = 0;
        while let Some(word) = next_word(prose, at, &mut alphabet) {
            at = word.range.end;
            let text = &prose[word.range.clone()];
            own += (word.own + word.possible) * weight(text);
            if word.foreign == 0 && (word.own == 0 || word.possible == 0) {
                continue;
            }
            let strays = stray(prose, &word, &mut alphabet)
                .or_else(|| stray_in_name(part, prose, &word, &mut alphabet));
            match strays {
                Some(_) if is_in_source(part, text) => {}
                Some(stray) => report_stray(part, path, prose, &word, &stray, findings),
                None if word.foreign == 0 => {}
                None => {
                    foreign += word.foreign;
                    words.push(word);
                }
            }
        }
        // Nearly everywhere there is too little of it to ask which words are names.
        if foreign > own {
            let count = Count::of(part, prose, own, &words);
            if count.is_foreign() {
                report_most(part, path, &count, findings);
            }
        }
    }
}

/// The letters of a locale.
struct Alphabet<'w> {
    written: &'w Written,
    /// What the letters of each stretch are, once one was asked for.
    known: [Option<Letter>; STRETCHES.len()],
    /// The stretch of the last letter; the next one is most likely of the same.
    last: usize,
}

impl Alphabet<'_> {
    /// What a letter is to the locale; `None` for what is no letter.
    fn letter(&mut self, c: char) -> Option<Letter> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then(|| self.of_stretch(usize::from(c >= 'a')));
        }
        let covers = |index: usize| (STRETCHES[index].0..=STRETCHES[index].1).contains(&c);
        if !covers(self.last) {
            let index = STRETCHES.partition_point(|(start, _)| *start <= c).saturating_sub(1);
            if !covers(index) {
                return c.is_alphabetic().then(|| self.written.letter(c));
            }
            self.last = index;
        }
        Some(self.of_stretch(self.last))
    }

    fn of_stretch(&mut self, index: usize) -> Letter {
        *self.known[index].get_or_insert_with(|| self.written.letter(STRETCHES[index].0))
    }

    /// The letter of the same look that is this to the locale.
    fn lookalike(&mut self, c: char, wanted: Letter) -> Option<char> {
        let same = LOOKALIKES.iter().find(|same| same.contains(c))?;
        same.chars().find(|&other| other != c && self.letter(other) == Some(wanted))
    }
}

/// A run of letters, and how many are of which kind.
#[derive(Default)]
struct Word {
    range: Range<usize>,
    own: usize,
    possible: usize,
    foreign: usize,
}

/// The next word. Letters that look alike are those of Latin, Greek and Cyrillic: other scripts
/// stand beside them without a space (`AndroidのPlay`).
fn next_word(prose: &str, from: usize, alphabet: &mut Alphabet<'_>) -> Option<Word> {
    let start = from + prose[from..].find(|c| alphabet.letter(c).is_some())?;
    let mut word = Word { range: start..prose.len(), ..Word::default() };
    let is_kin = |c: char| c < '\u{530}' || matches!(c, '\u{1E00}'..='\u{1FFF}');
    let first = prose[start..].chars().next().is_some_and(is_kin);
    for (at, c) in prose[start..].char_indices() {
        match alphabet.letter(c).filter(|_| is_kin(c) == first) {
            Some(Letter::Own) => word.own += 1,
            Some(Letter::Possible) => word.possible += 1,
            Some(Letter::Foreign) => word.foreign += 1,
            Some(Letter::Neutral) => {}
            None => {
                word.range.end = start + at;
                break;
            }
        }
    }
    Some(word)
}

/// A name, or a word that the text is about.
fn is_in_source(part: &PartView<'_>, word: &str) -> bool {
    let is_whole = |text: &str, at: usize| {
        let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    };
    part.original.is_some_and(|original| {
        original.paths.iter().any(|path| {
            let text = path.text();
            memmem::find_iter(text.as_bytes(), word).any(|at| word.len() > 3 || is_whole(text, at))
                || word.len() > 3 && has_in_any_case(text, word)
        })
    })
}

/// Whether a text holds a word of Latin letters, be it with other capitals: `Web Worker` for `web
/// workers`.
fn has_in_any_case(text: &str, word: &str) -> bool {
    word.is_ascii()
        && text
            .as_bytes()
            .windows(word.len())
            .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The letters of a word that look like those it should have: where they stand, they, and those.
type Stray = Vec<(usize, char, char)>;

fn stray(prose: &str, word: &Word, alphabet: &mut Alphabet<'_>) -> Option<Stray> {
    let text = &prose[word.range.clone()];
    if word.own + word.possible == 0 {
        return stray_alone(prose, word, alphabet);
    }
    let (most, count) = match word.own >= word.possible {
        true => (Letter::Own, word.own),
        false => (Letter::Possible, word.possible),
    };
    if word.own + word.possible + word.foreign >= 2 * count {
        return None;
    }
    let mut stray = Vec::new();
    for (at, c) in text.char_indices() {
        let letter = alphabet.letter(c)?;
        if letter != most && letter != Letter::Neutral {
            stray.push((word.range.start + at, c, alphabet.lookalike(c, most)?));
        }
    }
    Some(stray)
}

/// The letters of the locale in a name of the source, which has others that look the same there.
fn stray_in_name(
    part: &PartView<'_>,
    prose: &str,
    word: &Word,
    alphabet: &mut Alphabet<'_>,
) -> Option<Stray> {
    if word.own == 0 || word.foreign <= word.own {
        return None;
    }
    let (mut stray, mut name) = (Vec::new(), String::new());
    for (at, c) in prose[word.range.clone()].char_indices() {
        let meant = match alphabet.letter(c)? {
            Letter::Own => {
                let meant = alphabet.lookalike(c, Letter::Foreign)?;
                stray.push((word.range.start + at, c, meant));
                meant
            }
            _ => c,
        };
        name.push(meant);
    }
    is_in_source(part, &name).then_some(stray)
}

/// A word of one small letter, within a sentence: a Latin `c` for the Russian word `с`.
fn stray_alone(prose: &str, word: &Word, alphabet: &mut Alphabet<'_>) -> Option<Stray> {
    let mut letters = prose[word.range.clone()].chars();
    let c = letters.next().filter(|c| c.is_lowercase())?;
    let own = alphabet.lookalike(c, Letter::Own).filter(|_| letters.next().is_none())?;
    let before = &prose[..word.range.start];
    let behind = prose[word.range.end..].strip_prefix(' ')?;
    let is_own = |c: Option<char>, alphabet: &mut Alphabet<'_>| {
        c.and_then(|c| alphabet.letter(c)) == Some(Letter::Own)
    };
    let is_within = is_own(behind.chars().next(), alphabet)
        && before
            .strip_suffix(' ')
            .is_some_and(|before| is_own(before.chars().next_back(), alphabet));
    is_within.then(|| vec![(word.range.start, c, own)])
}

/// How many letters of an alphabet say as much as one of a word: a Chinese character is half a word,
/// and a kana or a Korean letter a syllable.
fn weight(word: &str) -> usize {
    match word.chars().next() {
        Some('\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}') => 3,
        Some('\u{3041}'..='\u{30FF}' | '\u{AC00}'..='\u{D7A3}') => 2,
        _ => 1,
    }
}

/// What a path holds of own and of foreign letters.
#[derive(Default)]
struct Count {
    own: usize,
    foreign: usize,
    latin_words: usize,
    other_letters: usize,
    /// From the first to the last foreign word.
    range: Option<Range<usize>>,
}

impl Count {
    /// What foreign words come to, of which the source has some, and some are names.
    fn of(part: &PartView<'_>, prose: &str, own: usize, words: &[Word]) -> Self {
        let mut count = Self { own, ..Self::default() };
        for word in words {
            let text = &prose[word.range.clone()];
            if is_in_source(part, text) || is_name(prose, word) || is_in_brackets(prose, word) {
                continue;
            }
            count.foreign += word.foreign;
            match text.chars().all(|c| c <= '\u{24F}') {
                true => count.latin_words += 1,
                false => count.other_letters += word.foreign,
            }
            let start = count.range.as_ref().map_or(word.range.start, |range| range.start);
            count.range = Some(start..word.range.end);
        }
        count
    }

    fn is_foreign(&self) -> bool {
        self.foreign > self.own
            && (self.latin_words >= LATIN_WORDS || self.other_letters >= LETTERS)
    }
}

/// Whether a word stands in brackets behind others: what is meant is named in English there.
fn is_in_brackets(prose: &str, word: &Word) -> bool {
    let before = &prose[..word.range.start];
    let opened = before.rfind(['(', ')', '（', '）']).map(|at| &before[at..]);
    opened.is_some_and(|rest| rest.starts_with(['(', '（'])) && before.trim_start().len() > 1
}

/// Capitals are an abbreviation, and what stands beside a figure or a sign is part of a name or of
/// code.
fn is_name(prose: &str, word: &Word) -> bool {
    let is_sign = |c: char| c.is_numeric() || "_/\\=@#$%&+*~^|<>".contains(c);
    let before = prose[..word.range.start].chars().next_back();
    let mut behind = prose[word.range.end..].chars();
    let next = behind.next();
    let is_dotted = next == Some('.') && behind.next().is_some_and(char::is_alphanumeric);
    let is_joined = matches!(before, Some('-' | '.' | ':')) || is_dotted;
    let is_capital = prose[word.range.clone()].chars().all(char::is_uppercase);
    is_capital || is_joined || before.is_some_and(is_sign) || next.is_some_and(is_sign)
}

fn report_stray(
    part: &PartView<'_>,
    path: &Path<'_>,
    prose: &str,
    word: &Word,
    stray: &Stray,
    findings: &mut Findings<'_>,
) {
    let (at, c, own) = stray[0];
    let which = match &prose[word.range.clone()] {
        text if text.chars().nth(1).is_none() => format!("`{c}`"),
        text => format!("the `{c}` of `{text}`"),
    };
    let (code, expected) = (u32::from(c), u32::from(own));
    let message = format!("{which} is U+{code:04X}, which only looks like U+{expected:04X}");
    let mut finding = part
        .finding(RULE.id, path.span(at..at + c.len_utf8()), message)
        .label("it is of another script: searching misses the word, and speech spells it out")
        .help(match part.written().letter(own) {
            Letter::Foreign => "write the name as the source does".to_owned(),
            _ => format!("write the letter of `{}`", part.entry.locale.catalog.locale()),
        })
        .datum("character", format!("U+{code:04X}"))
        .datum("expected", format!("U+{expected:04X}"));
    for &(at, c, own) in stray {
        if let Some(span) = path.written(part.text(), at..at + c.len_utf8()) {
            finding = finding.fix(span, own);
        }
    }
    findings.push(finding);
}

fn report_most(part: &PartView<'_>, path: &Path<'_>, count: &Count, findings: &mut Findings<'_>) {
    let Some(range) = count.range.clone() else { return };
    let locale = part.entry.locale.catalog.locale();
    let share = 100 * count.foreign / (count.foreign + count.own);
    let message = format!("`{}` is mostly written in another script than `{locale}`", part.name());
    findings.push(
        part.finding(RULE.id, path.span(range), message)
            .label("readers may not be able to read it")
            .help("translate it, or see whether it belongs to another locale")
            .datum("share", format!("{share}%")),
    );
}
