//! Folding: what of a text's letters, spaces and punctuation is meaning, put into one line.
//!
//! In what comes out, things of the interface and marks stand between control characters, which no
//! text has. White space is kept only between words, so that neither a lacking space beside
//! punctuation nor a line broken between Chinese characters is a change.

use std::borrow::Cow;
use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::Casing;

/// Before something that stands in the text like a word: an argument, a number, an address.
pub(super) const WORD: char = '\u{1}';
/// Before a mark: a tag, emphasis, a variant.
pub(super) const MARK: char = '\u{2}';
/// Behind either.
pub(super) const END: char = '\u{3}';

/// A text in composed letters of one width, as NFC and, for forms that only differ in width or in how
/// letters join, NFKC have it. What is not shown is left out.
pub(super) fn normal(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return Cow::Borrowed(text);
    }
    let composing = ComposingNormalizerBorrowed::new_nfc();
    let has_odd = text.chars().any(|c| is_form(c) || is_ignored(c));
    if !has_odd {
        return composing.normalize(text);
    }
    let compatible = ComposingNormalizerBorrowed::new_nfkc();
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| !is_ignored(c)) {
        match is_form(c) {
            true => plain.push_str(&compatible.normalize(c.encode_utf8(&mut [0; 4]))),
            false => plain.push(c),
        }
    }
    Cow::Owned(composing.normalize(&plain).into_owned())
}

/// Forms of other letters: ligatures, Arabic letters as they join, vertical, small, full and half
/// width. Raised and circled ones mean something else.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FDFF}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6F}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{FF01}'..='\u{FFEE}')
}

/// What readers do not see, or see as the same letters: tatweel, soft hyphens, places where a line may
/// break, directions, the choice between a sign and its picture, control characters.
fn is_ignored(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FE0E}' | '\u{FE0F}'
        | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// The line, as far as it goes.
#[derive(Debug)]
pub(super) struct Folded {
    line: String,
    casing: Casing,
    last: Last,
    /// Whether there was white space since then.
    is_spaced: bool,
    /// How many lines ended in it.
    line_ends: u8,
    sentence: Sentence,
    /// Where the last full stop stands, if only quotation marks, brackets and tags stand behind it.
    stop: Option<usize>,
}

/// What the line ends in, marks aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    /// A letter, or what stands like a word.
    Word(char),
    Number,
    Opening,
    /// Punctuation, or nothing.
    Other,
}

/// Where in a sentence the line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sentence {
    /// No word of it has come yet.
    Start,
    Within,
    /// Its last mark has come; it is over if white space follows.
    End,
}

impl Folded {
    pub(super) fn new(casing: Casing) -> Self {
        Self {
            line: String::new(),
            casing,
            last: Last::Other,
            is_spaced: false,
            line_ends: 0,
            sentence: Sentence::Start,
            stop: None,
        }
    }

    pub(super) fn done(self) -> String {
        self.line
    }

    /// Takes out the full stop that the line ends with.
    pub(super) fn drop_stop(&mut self) {
        if let Some(at) = self.stop.take() {
            self.line.remove(at);
        }
    }

    /// A mark, which is neither a word nor takes space.
    pub(super) fn mark(&mut self, name: &str) {
        self.special(MARK, name);
    }

    /// Something that stands like a word.
    pub(super) fn word(&mut self, name: &str) {
        self.space_before(WORD);
        self.special(WORD, name);
        self.goes_on(Last::Word(WORD));
    }

    /// A number, which may stand beside a letter with or without a space.
    pub(super) fn number(&mut self, name: &str) {
        self.special(WORD, name);
        self.goes_on(Last::Number);
    }

    /// Something with variants begins, which stands like a word. Gives what [`Self::variant`] wants.
    pub(super) fn open(&mut self, name: &str) -> Sentence {
        self.space_before(WORD);
        self.mark(name);
        if self.sentence == Sentence::End && self.is_spaced {
            self.sentence = Sentence::Start;
        }
        self.sentence
    }

    /// A variant begins, at this place in its sentence.
    pub(super) fn variant(&mut self, key: &str, sentence: Sentence) {
        self.mark(key);
        self.goes_on(Last::Other);
        self.sentence = sentence;
    }

    /// The variants are over.
    pub(super) fn close(&mut self) {
        self.mark("");
        self.goes_on(Last::Word(WORD));
    }

    fn special(&mut self, kind: char, name: &str) {
        self.line.push(kind);
        self.line.extend(name.chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.line.push(END);
    }

    fn goes_on(&mut self, last: Last) {
        self.last = last;
        self.is_spaced = false;
        self.line_ends = 0;
        self.sentence = Sentence::Within;
        self.stop = None;
    }

    /// A stretch of a text, which has been made [`normal`].
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        let mut at = range.start;
        while let Some(c) = text[at..range.end].chars().next() {
            let next = text[at + c.len_utf8()..].chars().next();
            match Kind::of(c) {
                Kind::Space => self.space(c),
                Kind::Letter => self.letter(c, next),
                Kind::Punctuation('-') => {
                    let run = &text[at..range.end];
                    let length = run.len() - run.trim_start_matches(is_dash).len();
                    self.dash(&run[..length], run[length..].chars().next());
                    at += length;
                    continue;
                }
                Kind::Punctuation(mark) => self.punctuation(mark, next),
            }
            at += c.len_utf8();
        }
    }

    fn space(&mut self, c: char) {
        self.is_spaced = true;
        self.line_ends = self.line_ends.saturating_add(u8::from(c == '\n'));
        // A sentence starts behind the end of another, and in a paragraph of its own.
        if self.sentence == Sentence::End || self.line_ends > 1 {
            self.sentence = Sentence::Start;
        }
    }

    fn space_before(&mut self, next: char) {
        if let Last::Word(last) = self.last
            && self.is_spaced
            && !is_unspaced(last)
            && !is_unspaced(next)
        {
            self.line.push(' ');
        }
    }

    fn letter(&mut self, c: char, next: Option<char>) {
        self.space_before(c);
        if self.sentence != Sentence::Start {
            self.line.push(c);
            return self.goes_on(Last::Word(c));
        }
        match (self.casing, c) {
            (Casing::Dotless, 'I') => self.line.push('ı'),
            (Casing::Dotless, 'İ') => self.line.push('i'),
            _ => self.line.extend(c.to_lowercase()),
        }
        self.goes_on(Last::Word(c));
        if (self.casing, c, next) == (Casing::Digraph, 'I', Some('J')) {
            self.sentence = Sentence::Start;
        }
    }

    /// One dash, of whatever kind and made of how many, unless it starts an option: `--all`.
    fn dash(&mut self, run: &str, next: Option<char>) {
        let is_apart = self.is_spaced || matches!(self.last, Last::Opening | Last::Other);
        let is_option =
            run == "--" && is_apart && next.is_some_and(|c| Kind::of(c) == Kind::Letter);
        self.line.push_str(if is_option { "--" } else { "-" });
        let starts = self.sentence == Sentence::Start && !is_option;
        self.goes_on(Last::Other);
        if starts {
            self.sentence = Sentence::Start;
        }
    }

    fn punctuation(&mut self, mark: char, next: Option<char>) {
        let (sentence, stop) = (self.sentence, self.stop);
        let mark = match mark {
            '\'' | '"' => self.quotation(mark, next),
            mark => mark,
        };
        let at = self.line.len();
        self.line.push(mark);
        let last = if matches!(mark, '(' | '[' | '{') { Last::Opening } else { Last::Other };
        self.goes_on(last);
        match mark {
            // A sentence goes on around these as it was.
            '"' | '(' | ')' | '[' | ']' => (self.sentence, self.stop) = (sentence, stop),
            '¿' | '¡' | '•' | '*' => self.sentence = sentence,
            '.' => (self.sentence, self.stop) = (Sentence::End, Some(at)),
            '!' | '?' | '…' => self.sentence = Sentence::End,
            _ => {}
        }
        self.join_dots();
    }

    /// An apostrophe, the sign of feet or inches, or a quotation mark of any kind.
    fn quotation(&self, mark: char, next: Option<char>) -> char {
        let is_letter = |c: char| Kind::of(c) == Kind::Letter;
        match self.last {
            Last::Number => {
                if mark == '"' {
                    '″'
                } else {
                    '′'
                }
            }
            Last::Word(_) if !self.is_spaced && next.is_some_and(is_letter) => mark,
            _ => '"',
        }
    }

    /// Three dots or more are one sign, and so are several ellipses.
    fn join_dots(&mut self) {
        let dots = ["...", "……", "….", ".…"];
        let Some(run) = dots.iter().find(|dots| self.line.ends_with(**dots)) else { return };
        self.line.truncate(self.line.len() - run.len());
        self.line.push('…');
        self.stop = None;
    }
}

/// What a character is to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    /// Punctuation or a sign, all that are written for one another the same.
    Punctuation(char),
}

impl Kind {
    fn of(c: char) -> Self {
        if c.is_whitespace() {
            return Self::Space;
        }
        if c.is_ascii() {
            return match c.is_ascii_alphanumeric() || c == '_' {
                true => Self::Letter,
                false => Self::Punctuation(folded(c)),
            };
        }
        let folded = folded(c);
        if folded != c {
            return Self::Punctuation(folded);
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(c);
        let signs = GeneralCategoryGroup::Punctuation.union(GeneralCategoryGroup::Symbol);
        if signs.contains(category) { Self::Punctuation(c) } else { Self::Letter }
    }
}

/// The sign that stands for all that differ from it by language or by taste.
fn folded(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '‹' | '›' | '`' | '´' | '′' | '‵' | '׳' => {
            '\''
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '‶' | '〝' | '〞' | '〟' | '״' => {
            '"'
        }
        '「' | '」' | '『' | '』' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' => '-',
        '⋯' => '…',
        '。' | '।' | '۔' => '.',
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '٪' => '%',
        '〜' => '~',
        _ => c,
    }
}

/// Whether a character only stands on or between letters: accents, vowel signs, joiners.
pub(super) fn is_sign(c: char) -> bool {
    let category = || CodePointMapData::<GeneralCategory>::new().get(c);
    !c.is_ascii()
        && (matches!(c, '\u{200C}' | '\u{200D}') || GeneralCategoryGroup::Mark.contains(category()))
}

fn is_dash(c: char) -> bool {
    folded(c) == '-'
}

/// Letters between which Chinese and Japanese write no space.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3031}'..='\u{3035}' | '\u{303B}' | '\u{3040}'..='\u{312F}' | '\u{31A0}'..='\u{31BF}'
        | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, casing: Casing) -> String {
        let text = normal(text);
        let mut folded = Folded::new(casing);
        folded.text(&text, 0..text.len());
        folded.drop_stop();
        folded.done()
    }

    #[test]
    fn what_is_only_typography_is_folded() {
        let rows = [
            ("“Don’t”  worry…", "\"don't\"worry…"),
            ("\"Don't\"\u{A0}worry. . .", "\"don't\"worry…"),
            ("« Non », dit-il — vite !", "\"non\",dit-il-vite!"),
            ("One. Two.\n\nThree", "one.two.three"),
            ("see --all -- or —", "see--all-or-"),
            ("ｶﾞｲﾄﾞ、ＡＢ！", "ガイド、AB!"),
            ("说：“好吗？”", "说:\"好吗?\""),
            ("使用 Firefox 浏\n览器", "使用Firefox浏览器"),
            ("مرحـــبا؟", "مرحبا?"),
            ("صہ ﷲ", "صہ الله"),
            ("5'10\" tall", "5'10\"tall"),
            ("a\u{AD}b\u{200B}c e\u{301}", "abc é"),
        ];
        for (text, expected) in rows {
            assert_eq!(line(text, Casing::Common), expected, "{text}");
        }
    }

    #[test]
    fn the_first_letter_of_a_sentence_is_small_as_its_language_has_it() {
        assert_eq!(line("Isparta. İzmir", Casing::Dotless), "ısparta.izmir");
        assert_eq!(line("IJsland. Is", Casing::Digraph), "ijsland.is");
        assert_eq!(line("Das Essen. „Gut“, sagt er", Casing::Common), "das Essen.\"gut\",sagt er");
        assert_eq!(line("ΌΣΑ. 3 days", Casing::Common), "όΣΑ.3 days");
    }
}
