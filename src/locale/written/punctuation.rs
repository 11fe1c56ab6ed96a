//! The end of a sentence, the space before tall marks, and brackets.
//!
//! What ends a sentence is Unicode's `Sentence_Terminal`, sorted into classes by hand after the
//! Unicode Standard's chapters on each script. The spaces of French follow the *Lexique des règles
//! typographiques en usage à l'Imprimerie nationale*; those of Canadian French the *Banque de
//! dépannage linguistique* of the Office québécois de la langue française.

use std::ops::Range;

use icu_locale::LanguageIdentifier;
use icu_properties::props::{
    BidiMirroringGlyph, BidiPairedBracketType, GeneralCategory, SentenceTerminal,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::{Features, Written, is_invisible};

/// What a sentence ends in, whatever the language writes for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing: a label, a title.
    Nothing,
    /// `.` `。` `।` `۔` `։`
    Stop,
    /// `?` `？` `؟`, Greek `;`
    Question,
    /// `!` `！`
    Exclamation,
    /// `:` `：`
    Colon,
    /// `;` `؛`
    Semicolon,
    /// `,` `،` `、`
    Comma,
    /// `…` `...` `……`
    Ellipsis,
}

/// The marks an end may stand for: several where it cannot be told (`etc.` ends a sentence or not;
/// `?!` asks and exclaims). Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks(u8);

impl Marks {
    const fn of(marks: &[Mark]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < marks.len() {
            bits |= 1 << marks[index] as u8;
            index += 1;
        }
        Self(bits)
    }

    /// Whether one of them is this mark.
    pub fn contains(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Whether both may stand for the same.
    pub fn agree(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// How a text ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// What it may stand for.
    pub marks: Marks,
    /// Where it is written; empty, behind the last word, where nothing is.
    pub range: Range<usize>,
}

/// The space that stands before a tall mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// None: any space is wrong.
    No,
    /// U+202F or U+00A0: an ordinary space is wrong, and so is none, though many leave it out.
    NoBreak,
    /// U+202F, U+00A0 or none: an ordinary space is wrong.
    NoBreakOrNo,
}

/// A character of a pair of brackets. Full-width brackets are taken for the ordinary ones, which
/// they are mixed with; quotation marks are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bracket {
    /// Opens, and what will close it.
    Open(char),
    /// Closes.
    Close(char),
}

/// Whether a character is a bracket. `1)` and `:)` use one alone.
pub fn bracket(c: char) -> Option<Bracket> {
    if c.is_ascii_alphanumeric() || c == ' ' {
        return None;
    }
    let glyph = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
    let partner = halfwidth(glyph.mirroring_glyph?);
    match glyph.paired_bracket_type {
        BidiPairedBracketType::Open => Some(Bracket::Open(partner)),
        BidiPairedBracketType::Close => Some(Bracket::Close(halfwidth(c))),
        _ => None,
    }
}

fn halfwidth(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '｛' => '{',
        '｝' => '}',
        _ => c,
    }
}

/// Scripts of languages that end sentences with a space or with nothing, or whose marks divide
/// phrases as well: nothing can be said of the end of a text.
const WITHOUT_ENDS: &[&str] = &[
    "Bali", "Cham", "Java", "Khmr", "Lana", "Laoo", "Mymr", "Tale", "Talu", "Tavt", "Thai", "Tibt",
];

/// Languages that write ordinal numbers with a stop (`am 31.`).
const DOTTED_ORDINALS: &[&str] = &[
    "bs", "cs", "da", "de", "dsb", "et", "fi", "fo", "gsw", "hr", "hsb", "hu", "is", "lb", "lv",
    "nb", "nds", "nn", "no", "pl", "sk", "sl", "sr", "tr",
];

/// Words that are written with a stop wherever they stand, so that at the end it may be theirs.
const ABBREVIATIONS: &[&str] = &[
    "abs", "approx", "art", "atd", "bzw", "ca", "co", "corp", "dgl", "dr", "etc", "ex", "ext",
    "fig", "hr", "hrs", "inc", "itd", "itp", "jr", "ltd", "max", "min", "mo", "mos", "mr", "mrs",
    "ms", "mio", "mm", "mrd", "no", "np", "nr", "num", "op", "osv", "p", "pág", "pp", "prof",
    "resp", "sec", "sr", "st", "stk", "std", "str", "tj", "tlf", "tel", "tzn", "ud", "uds", "usw",
    "uvm", "vgl", "vs", "wk", "yr", "yrs", "zb", "стр", "др", "пр", "мин", "сек", "руб", "млн",
    "млрд", "тыс", "напр", "см",
];

impl Written {
    /// How a text ends: behind its last word, closing quotation marks and brackets left aside.
    /// `None` where the language does not mark the ends of sentences, or the text has no end to
    /// speak of (it is empty).
    pub fn end(&self, text: &str) -> Option<End> {
        if !self.marks_ends {
            return None;
        }
        let body = before_closers(text);
        if body.is_empty() {
            return None;
        }
        let last_word = body.trim_end_matches(|c| self.mark(c).is_some() || c.is_whitespace());
        // A space between marks is not the end (French `Quoi ?!`), one before the last mark is
        // French or a slip.
        let run = &body[last_word.len()..];
        let written = run.trim_start();
        let start = body.len() - written.len();
        if written.is_empty() {
            let marks = match self.asks_within(last_word) {
                true => Marks::of(&[Mark::Nothing, Mark::Question, Mark::Exclamation]),
                // A visarga at the end may be meant for a colon.
                false if last_word.ends_with(['\u{903}', '\u{983}']) => {
                    Marks::of(&[Mark::Nothing, Mark::Colon])
                }
                false => Marks::of(&[Mark::Nothing]),
            };
            return Some(End { marks, range: last_word.len()..last_word.len() });
        }
        let has_space = run.len() > written.len();
        Some(End { marks: self.marks(last_word, written, has_space), range: start..body.len() })
    }

    /// The space the locale wants before a mark, or before the mark that closes a quotation
    /// (`»`); `None` where nothing is known.
    pub fn space_before(&self, mark: char) -> Option<Space> {
        if self.language() != "fr" {
            return None;
        }
        match (self.region(), mark) {
            ("CA", '!' | '?' | ';') => Some(Space::No),
            // Romandy writes both ways.
            ("CH" | "LI", '!' | '?' | ';' | ':' | '»') => Some(Space::NoBreakOrNo),
            (_, '!' | '?' | ';' | ':' | '»') => Some(Space::NoBreak),
            _ => None,
        }
    }

    /// The space the locale wants after the mark that opens a quotation (`«`).
    pub fn space_after(&self, mark: char) -> Option<Space> {
        if mark == '«' { self.space_before('»') } else { None }
    }

    fn marks(&self, last_word: &str, written: &str, has_space: bool) -> Marks {
        let mut last = written.chars().rev().filter(|c| !c.is_whitespace());
        let (last, before) = (last.next().unwrap_or('.'), last.next());
        let mark = self.mark(last).unwrap_or(Mark::Nothing);
        let mark_before = before.and_then(|c| self.mark(c));
        if mark == Mark::Stop && mark_before == Some(Mark::Stop) {
            return Marks::of(&[Mark::Ellipsis]);
        }
        match (mark, mark_before) {
            (Mark::Question, Some(Mark::Exclamation))
            | (Mark::Exclamation, Some(Mark::Question)) => {
                return Marks::of(&[Mark::Question, Mark::Exclamation]);
            }
            // `etc.…`, `so.)`, `yes!.`: the last mark is what is seen.
            _ => {}
        }
        if self.language() == "hy" {
            return self.armenian(last, last_word);
        }
        // A mark after a space is spoken of (`+, - or ?`), but in French.
        let is_spoken_of = last_word.is_empty() || self.space_before(last).is_none() && has_space;
        if is_spoken_of || mark == Mark::Stop && self.is_stop_of_word(last, last_word) {
            return Marks(1 << mark as u8 | 1 << Mark::Nothing as u8);
        }
        Marks(1 << mark as u8)
    }

    /// Armenian asks and exclaims with a mark on the stressed vowel, ends with `։` (for which many
    /// type a colon), and has a lone stop or `՝` where others have a colon.
    fn armenian(&self, last: char, last_word: &str) -> Marks {
        match (last, self.asks_within(last_word)) {
            ('։' | ':', true) => Marks::of(&[Mark::Stop, Mark::Question, Mark::Exclamation]),
            ('։', false) => Marks::of(&[Mark::Stop]),
            (':', false) => Marks::of(&[Mark::Stop, Mark::Colon]),
            // The leader of one dot is typed for it.
            ('.' | '\u{2024}', _) => Marks::of(&[Mark::Colon, Mark::Stop]),
            ('՝', _) => Marks::of(&[Mark::Colon, Mark::Comma]),
            _ => Marks(1 << self.mark(last).unwrap_or(Mark::Nothing) as u8),
        }
    }

    fn asks_within(&self, last_word: &str) -> bool {
        self.language() == "hy" && last_word.contains(['՞', '՜'])
    }

    /// Whether a stop may belong to an abbreviation or an ordinal number.
    fn is_stop_of_word(&self, stop: char, text: &str) -> bool {
        let word = text.rsplit(|c: char| c.is_whitespace() || ".(/".contains(c)).next();
        let word = word.unwrap_or_default();
        if stop != '.' || word.is_empty() {
            return false;
        }
        let is_single_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        let is_ordinal = word.ends_with(|c: char| c.is_ascii_digit())
            && DOTTED_ORDINALS.contains(&self.language());
        // A short word alone may be a heading that was shortened (`Dostup.`).
        let is_cased = |c: char| c.is_lowercase() || c.is_uppercase();
        let is_heading = (2..=6).contains(&text.chars().count()) && text.chars().all(is_cased);
        is_single_letter
            || is_ordinal
            || is_heading
            || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
    }

    /// What a single character says at the end of a sentence.
    fn mark(&self, c: char) -> Option<Mark> {
        if c.is_ascii_alphanumeric() {
            return None;
        }
        let mark = match c {
            ';' | '\u{37E}' if self.language() == "el" => Mark::Question,
            // An Ethiopic stop is often typed as two colons of the script.
            // A danda is often typed as the Bengali numerator that looks like it.
            '.' | '。' | '｡' | '．' | '։' | '።' | '৷' => Mark::Stop,
            '?' | '？' | '؟' | '՞' | '፧' | '⸮' | '꘏' | '‽' | '⁇' | '꛷' | '𑅃' | '﹖' => {
                Mark::Question
            }
            '!' | '！' | '՜' | '߹' | '‼' | '﹗' | '᥄' => Mark::Exclamation,
            '⁈' | '⁉' => Mark::Question,
            ':' | '：' | '՝' | '፦' | '፥' | '᠄' | '﹕' => Mark::Colon,
            ';' | '；' | '؛' | '፤' | '⁏' | '\u{37E}' | '﹔' => Mark::Semicolon,
            ',' | '，' | '、' | '､' | '،' | '፣' | '߸' | '᠂' | '﹐' | '﹑' => {
                Mark::Comma
            }
            '…' | '⋯' | '᠁' | '︙' => Mark::Ellipsis,
            _ if CodePointSetData::new::<SentenceTerminal>().contains(c) => Mark::Stop,
            _ => return None,
        };
        Some(mark)
    }
}

/// Whether the ends of sentences are marked in the script of a language, and by nothing else.
pub(super) fn marks_ends(likely: &LanguageIdentifier) -> bool {
    !likely.script.is_some_and(|script| WITHOUT_ENDS.contains(&script.as_str()))
}

/// The text without what may stand behind its end: white space, invisible characters, quotation
/// marks, Markdown's stars, brackets that were opened in it, and a letter that is a key (`保存…(S)`).
fn before_closers(text: &str) -> &str {
    let mut body = text;
    if let [.., b'(', b'A'..=b'Z' | b'a'..=b'z', b')'] = text.as_bytes()
        && !text.is_ascii()
    {
        body = &text[..text.len() - 3];
    }
    while let Some(last) = body.chars().next_back() {
        let is_bracket = match bracket(last) {
            Some(Bracket::Close(own)) => body.chars().any(|c| {
                let may_open = Features::of_char(c).has(Features::BRACKET);
                may_open && bracket(c) == Some(Bracket::Open(own))
            }),
            _ => false,
        };
        if !is_bracket && !is_closing_mark(last) {
            break;
        }
        body = &body[..body.len() - last.len_utf8()];
    }
    body
}

fn is_closing_mark(c: char) -> bool {
    use GeneralCategory::{FinalPunctuation, InitialPunctuation};
    // `„` and `‚` only open, but may stand before their closing mark with nothing between.
    if c.is_whitespace() || is_invisible(c) || matches!(c, '"' | '\'' | '*' | '_' | '`' | '„' | '‚')
    {
        return true;
    }
    // German closes with `“`, Danish with `«`.
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    [FinalPunctuation, InitialPunctuation].contains(&category)
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use super::*;

    #[test]
    fn texts_end_in_the_marks_of_their_language() {
        use Mark::{Colon, Comma, Ellipsis, Exclamation, Nothing, Question, Semicolon, Stop};
        let rows: &[(&str, &str, &[Mark])] = &[
            ("en", "Save changes", &[Nothing]),
            ("en", "Save changes.", &[Stop]),
            ("en", "Save changes?", &[Question]),
            ("en", "Really?!", &[Question, Exclamation]),
            ("en", "Saving...", &[Ellipsis]),
            ("en", "Saving…", &[Ellipsis]),
            ("en", "Name:", &[Colon]),
            ("en", "one;", &[Semicolon]),
            ("en", "He said “yes.”", &[Stop]),
            ("en", "He said “yes”.", &[Stop]),
            ("en", "(See below.)", &[Stop]),
            ("en", "Saved (recommended)", &[Nothing]),
            ("en", "**Bold.**", &[Stop]),
            ("en", "Thanks :)", &[Nothing]),
            ("en", "cats, dogs, etc.", &[Stop, Nothing]),
            ("en", "+, - or ?", &[Question, Nothing]),
            ("en", "Name: ''", &[Colon]),
            ("cs", "Jméno: „“", &[Colon]),
            ("cs", "Dostup.", &[Stop, Nothing]),
            ("en", "at 5 p.m.", &[Stop, Nothing]),
            ("de", "bis zum 31.", &[Stop, Nothing]),
            ("en", "in 2024.", &[Stop]),
            ("fr", "Quoi\u{202F}?", &[Question]),
            ("fr", "Dit « oui. »", &[Stop]),
            ("de", "Sagte „ja.“", &[Stop]),
            ("el", "Τι κάνεις;", &[Question]),
            ("el", "Τι κάνεις\u{37E}", &[Question]),
            ("hy", "Ո՞վ է", &[Nothing, Question, Exclamation]),
            ("hy", "Ո՞վ է։", &[Stop, Question, Exclamation]),
            ("hy", "Պահպանել։", &[Stop]),
            ("hy", "Պահպանել:", &[Stop, Colon]),
            ("hi", "सहेजें.", &[Stop]),
            ("hi", "सहेजें.", &[Stop]),
            ("bn", "সংরক্ষণ।", &[Stop]),
            ("ur", "محفوظ کریں۔", &[Stop]),
            ("ar", "هل تريد؟", &[Question]),
            ("ar", "أولا،", &[Comma]),
            ("am", "ነው።", &[Stop]),
            ("am", "ነው፧", &[Question]),
            ("zh-Hans", "保存。", &[Stop]),
            ("zh-Hans", "保存？", &[Question]),
            ("zh-Hans", "保存……", &[Ellipsis]),
            ("zh-Hans", "（见下文。）", &[Stop]),
            ("ja", "名前：", &[Colon]),
            ("ja", "「はい。」", &[Stop]),
            ("ko", "저장합니다.", &[Stop]),
        ];
        for &(code, text, expected) in rows {
            let end = written(code).end(text).expect("an end");
            assert_eq!(end.marks, Marks::of(expected), "{code} {text} {end:?}");
        }
    }

    #[test]
    fn ends_agree_across_languages() {
        let agree = |code: &str, source: &str, target: &str| {
            let one = written("en").end(source).expect("an end");
            one.marks.agree(written(code).end(target).expect("an end").marks)
        };
        assert!(agree("hi", "Saved.", "सहेजा गया।"));
        assert!(agree("zh-Hans", "Loading...", "正在加载…"));
        assert!(agree("hy", "Who is it?", "Ո՞վ է"));
        assert!(!agree("fr", "It is saved.", "Enregistré"));
        assert!(!agree("el", "Who is it?", "Ποιος είναι."));
    }

    #[test]
    fn the_place_of_an_end_is_that_of_its_marks() {
        let end = |code: &str, text: &str| written(code).end(text).map(|end| end.range);
        assert_eq!(end("en", "Saving... "), Some(6..9));
        assert_eq!(end("en", "Saving"), Some(6..6));
        assert_eq!(end("fr", "Quoi ?"), Some(5..6));
        assert_eq!(end("en", "“Yes.”"), Some(6..7));
    }

    #[test]
    fn languages_without_stops_are_left_alone() {
        for (code, text) in [("th", "บันทึก"), ("lo", "ບັນທຶກ."), ("km", "រក្សាទុក។"), ("my", "သိမ်းသည်။")]
        {
            assert_eq!(written(code).end(text), None, "{code}");
        }
        assert_eq!(written("en").end("  "), None);
    }

    #[test]
    fn french_wants_a_space_that_does_not_break() {
        let before = |code: &str, mark: char| written(code).space_before(mark);
        assert_eq!(before("fr", '!'), Some(Space::NoBreak));
        assert_eq!(before("fr-BE", ':'), Some(Space::NoBreak));
        assert_eq!(before("fr-CA", '!'), Some(Space::No));
        assert_eq!(before("fr-CA", '?'), Some(Space::No));
        assert_eq!(before("fr-CA", ':'), Some(Space::NoBreak));
        assert_eq!(before("fr-CH", ';'), Some(Space::NoBreakOrNo));
        assert_eq!(before("fr", ','), None);
        assert_eq!(before("en", '!'), None);
        assert_eq!(written("fr").space_after('«'), Some(Space::NoBreak));
    }

    #[test]
    fn brackets_come_in_pairs() {
        assert_eq!(bracket('('), Some(Bracket::Open(')')));
        assert_eq!(bracket('（'), Some(Bracket::Open(')')));
        assert_eq!(bracket('）'), Some(Bracket::Close(')')));
        assert_eq!(bracket(']'), Some(Bracket::Close(']')));
        for (open, close) in ["「」", "『』", "【】", "《》", "〈〉", "［］", "｛｝"].map(|pair| {
            let mut pair = pair.chars();
            (pair.next().unwrap_or_default(), pair.next().unwrap_or_default())
        }) {
            assert_eq!(bracket(open), Some(Bracket::Open(halfwidth(close))), "{open}");
            assert_eq!(bracket(close), Some(Bracket::Close(halfwidth(close))), "{close}");
        }
        for c in "„“”«»<>'a".chars() {
            assert_eq!(bracket(c), None, "{c}");
        }
    }
}
