//! Kinds of characters, and which of them a text holds: one look at every character, so that what
//! is about a few kinds need not look again.

use std::ops::{BitAnd, BitOr, BitOrAssign};

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{Alphabetic, GeneralCategory, GeneralCategoryGroup, Script};
use icu_properties::script::ScriptWithExtensions;
use icu_properties::{CodePointMapData, CodePointSetData};

use super::kinds::{BLOCKS, KINDS, STARTS};
use super::stride::{STRIDE, Stride};
use super::{bracket, is_invisible};

/// Kinds of characters that a text holds. A rule passes over texts without those it is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Features(u64);

/// Scripts whose letters are a kind of their own. Japanese syllables are of one kind.
const SCRIPTS: [&[Script]; 27] = [
    &[Script::Latin],
    &[Script::Greek],
    &[Script::Cyrillic],
    &[Script::Armenian],
    &[Script::Hebrew],
    &[Script::Arabic],
    &[Script::Ethiopic],
    &[Script::Devanagari],
    &[Script::Bengali],
    &[Script::Gurmukhi],
    &[Script::Gujarati],
    &[Script::Oriya],
    &[Script::Tamil],
    &[Script::Telugu],
    &[Script::Kannada],
    &[Script::Malayalam],
    &[Script::Sinhala],
    &[Script::Thai],
    &[Script::Lao],
    &[Script::Tibetan],
    &[Script::Myanmar],
    &[Script::Khmer],
    &[Script::Georgian],
    &[Script::Hangul],
    &[Script::Han],
    &[Script::Hiragana, Script::Katakana],
    &[Script::Tifinagh],
];

/// The first bit of the scripts; the one behind theirs is for letters of all others.
const FIRST_SCRIPT: usize = 36;

/// The kinds of the characters that come most often, one step away.
static ASCII: [u64; 128] = {
    let (mut kinds, mut code) = ([0; 128], 0);
    while code < kinds.len() {
        kinds[code] = KINDS[BLOCKS[STARTS[code >> 6] as usize][code & 63] as usize];
        code += 1;
    }
    kinds
};

impl Features {
    /// A digit, or another number in figures: `7`, `٧`, `½`.
    pub const DIGIT: Self = Self(1);
    /// Anything outside ASCII.
    pub const NON_ASCII: Self = Self(1 << 1);
    /// `<` or `>`.
    pub const ANGLE: Self = Self(1 << 2);
    /// `&`.
    pub const AMPERSAND: Self = Self(1 << 3);
    /// `@`.
    pub const AT: Self = Self(1 << 4);
    /// `/`.
    pub const SLASH: Self = Self(1 << 5);
    /// A bracket of any script.
    pub const BRACKET: Self = Self(1 << 6);
    /// `"` or `'`.
    pub const QUOTE: Self = Self(1 << 7);
    /// `*`, `_`, `` ` `` or `#`.
    pub const MARKDOWN: Self = Self(1 << 8);
    /// White space.
    pub const SPACE: Self = Self(1 << 9);
    /// A control character but for line breaks and tabs.
    pub const CONTROL: Self = Self(1 << 10);
    /// One of `. ! ? : ; ,`.
    pub const STOP: Self = Self(1 << 11);
    /// A character that shows nothing.
    pub const INVISIBLE: Self = Self(1 << 12);
    /// A control of direction: an embedding, an override, an isolate, or the end of one.
    pub const DIRECTION: Self = Self(1 << 13);
    /// A letter that may be written otherwise in Unicode's form C, by itself or with its neighbour.
    pub const COMPOSABLE: Self = Self(1 << 14);
    /// U+FFFD, or what begins a character that was read in a wrong encoding: `Ã`, the `€` of `â€™`.
    pub const LOST: Self = Self(1 << 15);
    /// An ordinary space, or one at which no line breaks.
    const GAP: Self = Self(1 << 16);
    /// Two such spaces side by side.
    pub const DOUBLED_GAP: Self = Self(1 << 17);
    /// Text that is written as a literal, and so may begin or end in a space.
    pub const LITERAL: Self = Self(1 << 18);
    /// `www.`; only looked for in the source, once for all locales.
    pub const WWW: Self = Self(1 << 19);
    /// `$name`, shown or not.
    pub const VARIABLE: Self = Self(1 << 20);
    /// A message or term that is referred to.
    pub const REFERENCE: Self = Self(1 << 21);
    /// The call of a function.
    pub const CALL: Self = Self(1 << 22);
    /// A choice between variants.
    pub const CHOICE: Self = Self(1 << 23);
    /// Every text has this, be it empty.
    const TEXT: Self = Self(1 << 24);
    /// What is another character as a small letter.
    pub const CAPITAL: Self = Self(1 << 25);
    /// What every text has any of.
    pub const ANYTHING: Self = Self(u64::MAX);
    /// What no text has any of.
    pub const NOTHING: Self = Self(0);
    /// A letter, of whatever script.
    pub const LETTER: Self = Self(((2 << SCRIPTS.len()) - 1) << FIRST_SCRIPT);

    /// What a text holds.
    pub fn of(text: &str) -> Self {
        let mut scan = Scan::default();
        scan.text(text);
        scan.found
    }

    /// The kinds of one character, looked up in blocks of 64.
    pub fn of_char(c: char) -> Self {
        let code = c as usize;
        if let Some(kinds) = ASCII.get(code) {
            return Self(*kinds);
        }
        match STARTS.get(code >> 6) {
            Some(&block) => Self(KINDS[BLOCKS[block as usize][code & 63] as usize]),
            None => Self::by_unicode(c),
        }
    }

    /// The kinds of one character, by what Unicode knows of it: the table is made of this.
    pub fn by_unicode(c: char) -> Self {
        let is = |is: bool, kind: Self| if is { kind } else { Self(0) };
        let is_gap = matches!(c, ' ' | '\u{A0}' | '\u{202F}');
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        let is_lost = matches!(c, char::REPLACEMENT_CHARACTER | 'Ã' | '€');
        // The braille pattern without dots shows nothing, nor does what stands for a picture.
        let is_blank = matches!(c, '\u{2800}' | '\u{FFFC}') || is_invisible(c);
        let direction = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        is(c.is_numeric(), Self::DIGIT)
            | is(!c.is_ascii(), Self::NON_ASCII)
            | is(matches!(c, '<' | '>'), Self::ANGLE)
            | is(c == '&', Self::AMPERSAND)
            | is(c == '@', Self::AT)
            | is(c == '/', Self::SLASH)
            | is(bracket(c).is_some(), Self::BRACKET)
            | is(matches!(c, '"' | '\''), Self::QUOTE)
            | is(matches!(c, '*' | '_' | '`' | '#'), Self::MARKDOWN)
            | is(c.is_whitespace(), Self::SPACE)
            | is(is_control, Self::CONTROL)
            | is(matches!(c, '.' | '!' | '?' | ':' | ';' | ','), Self::STOP)
            | is(is_blank && !direction, Self::INVISIBLE)
            | is(direction, Self::DIRECTION)
            | is(may_be_composed(c), Self::COMPOSABLE)
            | is(is_lost, Self::LOST)
            | is(is_gap, Self::GAP)
            | is(!c.to_lowercase().eq([c]), Self::CAPITAL)
            | letter(c)
    }

    /// Letters of these scripts and of no others.
    pub(super) fn letters(scripts: &[Script]) -> Self {
        let own = |kind: &&[Script]| kind.iter().all(|script| scripts.contains(script));
        let kinds = (FIRST_SCRIPT..).zip(SCRIPTS).filter(|(_, kind)| own(kind));
        Self(kinds.fold(0, |found, (bit, _)| found | 1 << bit))
    }

    /// The bits, for the table.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// How many there are.
    pub const COUNT: usize = u64::BITS as usize;

    /// Calls `see` with the number of each.
    pub fn each(self, mut see: impl FnMut(usize)) {
        let mut left = self.0;
        while left != 0 {
            see(left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }

    /// Whether it has any of these.
    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// These and others.
    #[must_use]
    pub const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Those that are none of these.
    #[must_use]
    pub fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }
}

impl BitAnd for Features {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Features {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl BitOrAssign for Features {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

fn letter(c: char) -> Features {
    if !CodePointSetData::new::<Alphabetic>().contains(c) {
        return Features::NOTHING;
    }
    let extensions = ScriptWithExtensions::new();
    let scripts = extensions.get_script_extensions_val(c);
    if scripts.iter().all(|script| [Script::Common, Script::Inherited].contains(&script)) {
        return Features::NOTHING;
    }
    let is_of = |kind: &&[Script]| scripts.iter().all(|script| kind.contains(&script));
    let kind = SCRIPTS.iter().position(is_of).unwrap_or(SCRIPTS.len());
    Features(1 << (FIRST_SCRIPT + kind))
}

fn may_be_composed(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    let is_normalized =
        || ComposingNormalizerBorrowed::new_nfc().is_normalized(c.encode_utf8(&mut [0; 4]));
    GeneralCategoryGroup::Mark.contains(category)
        || matches!(c, '\u{1100}'..='\u{11FF}')
        || !is_normalized()
}

/// What was found so far, and the kinds of the character before.
#[derive(Clone, Copy, Debug)]
pub struct Scan {
    /// What was found.
    pub found: Features,
    last: Features,
}

impl Default for Scan {
    fn default() -> Self {
        Self { found: Features::TEXT, last: Features::NOTHING }
    }
}

impl Scan {
    /// Looks at text as it is shown.
    pub fn text(&mut self, text: &str) {
        let (mut found, mut last, mut gaps) = (self.found.0, self.last.0, 0);
        let mut rest = text;
        loop {
            // Most is ASCII, and taken in strides.
            while let Some((stride, behind)) = rest.as_bytes().split_first_chunk::<STRIDE>()
                && stride.is_ascii()
            {
                gaps |= ASCII[usize::from(stride[0] & 0x7F)] & last;
                for &byte in stride {
                    last = ASCII[usize::from(byte & 0x7F)];
                    found |= last;
                }
                if Stride::new(stride).has_two_spaces() {
                    gaps |= Features::GAP.0;
                }
                rest = &rest[rest.len() - behind.len()..];
            }
            if rest.is_empty() {
                break;
            }
            // What is not goes up to the next character that is.
            let mut characters = rest.chars();
            for c in characters.by_ref() {
                let kinds = Features::of_char(c).0;
                found |= kinds;
                gaps |= kinds & last;
                last = kinds;
                if c.is_ascii() {
                    break;
                }
            }
            rest = characters.as_str();
        }
        *self = Self { found: Features(found), last: Features(last) };
        if Features(gaps).has(Features::GAP) {
            self.found |= Features::DOUBLED_GAP;
        }
    }

    /// Looks at a literal, given what its escapes stand for.
    pub fn literal(&mut self, text: &str) {
        self.text(text);
        self.found |= Features::LITERAL;
    }

    /// Notes something that only running it would tell more of.
    pub fn unknown(&mut self, kind: Features) {
        self.found |= kind;
        self.last = Features::NOTHING;
    }

    /// Notes something that shows nothing by itself.
    pub fn note(&mut self, kind: Features) {
        self.found |= kind;
    }

    /// Joins what was found on two ways.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { found: self.found | other.found, last: self.last | other.last }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_unicode_says() {
        for c in '\0'..='\u{FFFF}' {
            let expected = Features::by_unicode(c);
            assert_eq!(Features::of_char(c), expected, "{c:?}: run `cargo xtask codegen`");
        }
    }

    #[test]
    fn features_are_those_of_all_characters() {
        let rows = [
            ("1 <b>é</b>", Features::DIGIT | Features::ANGLE | Features::NON_ASCII, Features::AT),
            ("a  b", Features::DOUBLED_GAP, Features::DIGIT),
            ("a \u{A0}b", Features::DOUBLED_GAP, Features::CONTROL),
            ("a b c", Features::SPACE, Features::DOUBLED_GAP),
            (" a b c d e f g", Features::SPACE, Features::DOUBLED_GAP),
            ("seven c  more", Features::DOUBLED_GAP, Features::DIGIT),
            ("eight ch  more", Features::DOUBLED_GAP, Features::DIGIT),
            ("six ch  more", Features::DOUBLED_GAP, Features::DIGIT),
            ("（注）", Features::BRACKET, Features::STOP),
            ("e\u{301}", Features::COMPOSABLE, Features::INVISIBLE),
            ("الصفحة ٧", Features::DIGIT, Features::COMPOSABLE),
        ];
        for (text, held, not_held) in rows {
            let features = Features::of(text);
            assert!(held.without(features) == Features::NOTHING, "{text}");
            assert!(!features.has(not_held), "{text}");
        }
    }

    #[test]
    fn letters_are_told_by_script() {
        let latin = Features::letters(&[Script::Latin]);
        assert!(!Features::of("Grüße 7!").without(latin).has(Features::LETTER));
        assert!(Features::of("о́кно").without(latin).has(Features::LETTER));
        let japanese =
            Features::letters(&[Script::Han, Script::Hiragana, Script::Katakana, Script::Latin]);
        assert!(!Features::of("ユーザーの設定 OK").without(japanese).has(Features::LETTER));
    }
}
