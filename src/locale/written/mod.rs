//! How a language is written: what CLDR and Unicode know of it, and the little grammar beyond.
//!
//! Quotation marks and number symbols are here; letters are in `script`, the ends of sentences,
//! spaces and brackets in `punctuation`, zero-width characters in `invisible`, words that stand
//! twice in `repetition`; `stride` looks at eight bytes in one go. Nothing here judges a text: rules
//! do, and stay silent where this is `None`.

mod digit;
mod features;
mod invisible;
mod kinds;
mod punctuation;
mod repetition;
mod script;
mod stride;

use std::sync::OnceLock;

use icu_locale::{LanguageIdentifier, LocaleFallbacker};

pub use digit::{digit, has_digit};
pub use features::{Features, Scan};
pub use invisible::is_invisible;
pub use punctuation::{Bracket, End, Mark, Marks, Space, bracket};
pub use script::Letter;
pub use stride::{Marked, Stride, find_marked};

use super::quantity::Spoken;
use super::{cldr, maximized};
use script::Scripts;

/// The facts of one locale's writing.
#[derive(Clone, Debug)]
pub struct Written {
    /// With the script and region it most likely has.
    likely: LanguageIdentifier,
    scripts: Scripts,
    letters: Features,
    marks_ends: bool,
    quotes: Option<Quotes>,
    numbers: Numbers,
    multipliers: Vec<(i16, &'static str)>,
    number_words: Option<&'static str>,
    /// Found when first asked for.
    spoken: OnceLock<Spoken>,
}

/// CLDR's quotation marks of a language, each a start and an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotes {
    /// Around what is quoted.
    pub outer: (&'static str, &'static str),
    /// Around what is quoted inside of a quotation.
    pub inner: (&'static str, &'static str),
}

/// CLDR's number symbols of a language. People also write the others: `quantity` reads them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Before the fraction: `.`, `,` or `٫`.
    pub decimal: char,
    /// Between thousands: `,`, `.`, `’`, U+00A0, U+202F, `٬` …
    pub group: char,
    /// The zero of the digits it usually takes; the other nine follow it.
    pub zero: char,
    /// The zero of its own script's digits; the same where it has no others.
    pub native_zero: char,
}

impl Written {
    /// The facts of a locale by its canonical tag, inherited along CLDR's parents.
    pub fn new(tag: &LanguageIdentifier) -> Self {
        let quotes = inherited(cldr::QUOTES, tag).map(|[start, end, inner_start, inner_end]| {
            Quotes { outer: (start, end), inner: (inner_start, inner_end) }
        });
        let [decimal, group, zero, native_zero] =
            inherited(cldr::NUMBERS, tag).copied().unwrap_or(['.', ',', '0', '0']);
        let (scripts, likely) = (Scripts::new(tag), maximized(tag));
        Self {
            marks_ends: punctuation::marks_ends(&likely),
            likely,
            letters: scripts.letters(),
            scripts,
            quotes,
            numbers: Numbers { decimal, group, zero, native_zero },
            multipliers: multipliers(
                inherited(cldr::MULTIPLIERS, tag).copied().unwrap_or_default(),
            ),
            number_words: number_words(tag),
            spoken: OnceLock::new(),
        }
    }

    /// Its quotation marks; `None` if CLDR does not know the language.
    pub fn quotes(&self) -> Option<Quotes> {
        self.quotes
    }

    /// Its number symbols; those of CLDR's root if CLDR does not know the language.
    pub fn numbers(&self) -> Numbers {
        self.numbers
    }

    /// Whether a character is a letter of its scripts, or of another.
    pub fn letter(&self, c: char) -> Letter {
        self.scripts.letter(c)
    }

    /// Letters of its own scripts, and of no other; all letters if its script is not known.
    pub fn letters(&self) -> Features {
        self.letters
    }

    /// Words that multiply a number, with the power of ten: `million`, 6.
    pub(super) fn multipliers(&self) -> impl Iterator<Item = (i16, &'static str)> {
        self.multipliers.iter().copied()
    }

    /// CLDR's number words, `2=two|second;3=three`; `None` where it has none.
    pub(super) fn number_words(&self) -> Option<&'static str> {
        self.number_words
    }

    /// What it says for numbers, made when first asked for.
    pub(super) fn spoken(&self, make: impl FnOnce() -> Spoken) -> &Spoken {
        self.spoken.get_or_init(make)
    }

    /// The language subtag: `fr`.
    pub(super) fn language(&self) -> &str {
        self.likely.language.as_str()
    }

    /// The script, given or likely: `Latn`.
    pub(super) fn script(&self) -> &str {
        self.likely.script.as_ref().map_or("", |script| script.as_str())
    }

    /// The region, given or likely: `FR`.
    fn region(&self) -> &str {
        self.likely.region.as_ref().map_or("", |region| region.as_str())
    }
}

fn number_words(tag: &LanguageIdentifier) -> Option<&'static str> {
    let find = |key: &str| {
        let index = cldr::NUMBER_WORDS.binary_search_by_key(&key, |(code, _)| code).ok()?;
        Some(cldr::NUMBER_WORDS[index].1)
    };
    let likely = maximized(tag);
    let language = match likely.language.as_str() {
        "nb" => "no",
        "tl" => "fil",
        language => language,
    };
    let with_script = format!("{language}-{}", likely.script?.as_str());
    find(&with_script).or_else(|| find(language))
}

/// Reads a row of CLDR's words that multiply: `3=thousand;6=million|millions`.
fn multipliers(row: &'static str) -> Vec<(i16, &'static str)> {
    let powers = row.split(';').filter_map(|row| row.split_once('='));
    let words = powers.flat_map(|(power, words)| {
        let power = power.parse().unwrap_or(0);
        words.split('|').map(move |word| (power, word))
    });
    words.collect()
}

/// What a table says of a locale or of the nearest of its parents, the root excepted.
pub(super) fn inherited<T>(
    table: &'static [(T, &str)],
    tag: &LanguageIdentifier,
) -> Option<&'static T> {
    let fallbacker = LocaleFallbacker::new();
    let mut steps = fallbacker.for_config(Default::default()).fallback_for(tag.into());
    while !steps.get().is_unknown() {
        let step = steps.get().into_locale().id;
        // The chain leaves out a script that is likely (`zh-HK`), which CLDR's codes spell out.
        let spelt_out = maximized(&step).to_string();
        let code = step.to_string();
        if let Some(fact) = listed(table, &code).or_else(|| listed(table, &spelt_out)) {
            return Some(fact);
        }
        steps.step();
    }
    None
}

fn listed<T>(table: &'static [(T, &str)], code: &str) -> Option<&'static T> {
    let row = table.iter().find(|(_, codes)| codes.split(' ').any(|listed| listed == code));
    row.map(|(fact, _)| fact)
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn written(code: &str) -> Written {
        Written::new(&crate::locale::Locale::parse(code).expect("a locale").tag)
    }

    #[test]
    fn quotation_marks_are_those_of_the_locale_or_its_parent() {
        let outer = |code| written(code).quotes().map(|quotes| quotes.outer);
        assert_eq!(outer("en-GB"), Some(("“", "”")));
        assert_eq!(outer("fr"), Some(("«", "»")));
        assert_eq!(outer("fr-BE"), Some(("«", "»")));
        assert_eq!(outer("de-AT"), Some(("„", "“")));
        assert_eq!(outer("zh-CN"), Some(("“", "”")));
        assert_eq!(outer("zh-TW"), Some(("「", "」")));
        assert_eq!(outer("zh-HK"), Some(("「", "」")));
        assert_eq!(outer("sr-Latn"), Some(("„", "”")));
        assert_eq!(outer("nb"), Some(("«", "»")));
        assert_eq!(outer("skr"), None);
        assert_eq!(written("fr-CH").quotes().map(|quotes| quotes.inner), Some(("‹", "›")));
    }

    #[test]
    fn number_symbols_are_those_of_the_locale_or_its_parent() {
        let symbols = |code| {
            let Numbers { decimal, group, zero, native_zero } = written(code).numbers();
            [decimal, group, zero, native_zero]
        };
        assert_eq!(symbols("en"), ['.', ',', '0', '0']);
        assert_eq!(symbols("fr"), [',', '\u{202F}', '0', '0']);
        assert_eq!(symbols("de-CH"), ['.', '\'', '0', '0']);
        assert_eq!(symbols("ar-EG"), ['٫', '٬', '٠', '٠']);
        assert_eq!(symbols("ar"), ['.', ',', '0', '٠']);
        assert_eq!(symbols("fa"), ['٫', '٬', '۰', '۰']);
        assert_eq!(symbols("es-MX"), ['.', ',', '0', '0']);
        assert_eq!(symbols("pt-AO"), [',', '\u{A0}', '0', '0']);
        assert_eq!(symbols("skr"), ['.', ',', '0', '0']);
    }
}
