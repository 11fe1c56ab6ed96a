//! Which letters belong to a locale: Unicode's `Script` and `Script_Extensions` of a character
//! against the scripts of the locale.

use icu_locale::LanguageIdentifier;
use icu_properties::CodePointSetData;
use icu_properties::props::{Alphabetic, NamedEnumeratedProperty, Script};
use icu_properties::script::ScriptWithExtensions;

use super::Features;
use crate::locale::{cldr, maximized};

/// Languages that are written in a script beside those CLDR lists, and the scripts. Crimean Tatar:
/// the Latin alphabet of 1992, which its publishers and software use, beside the Cyrillic one. The
/// others have literatures in two scripts, or projects that write them so under the bare code:
/// Azerbaijani in Iran, Kazakh in China, Sorani under `ku`, Ladino and Rohingya in Latin letters,
/// Min Nan in Pe̍h-ōe-jī, Fula in Adlam, Meitei in its own script.
const ALSO_WRITTEN_IN: &[(&str, &str)] = &[
    ("az", "Arab Cyrl Latn"),
    ("crh", "Cyrl Latn"),
    ("ff", "Adlm Latn"),
    ("kk", "Arab Cyrl"),
    ("ku", "Arab Latn"),
    ("lad", "Hebr Latn"),
    ("mn", "Cyrl Mong"),
    ("mni", "Beng Mtei"),
    ("nan", "Hans Hant Latn"),
    ("rhg", "Arab Latn Rohg"),
];

/// What a character is to a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    /// A letter of its script, or of one of them (Japanese has three).
    Own,
    /// A letter of another script the language is customarily written in, where the tag names
    /// none: Latin in `sr`. In `sr-Cyrl` it is foreign.
    Possible,
    /// A letter of another script.
    Foreign,
    /// No letter, or one that scripts share.
    Neutral,
}

/// The scripts of one locale.
#[derive(Clone, Debug)]
pub(super) struct Scripts {
    own: Vec<Script>,
    possible: Vec<Script>,
}

impl Scripts {
    pub(super) fn new(tag: &LanguageIdentifier) -> Self {
        let mut own = Vec::new();
        if let Some(script) = maximized(tag).script {
            add_letters_of(script.as_str(), &mut own);
        }
        let mut possible = Vec::new();
        if tag.script.is_none() {
            let names = [cldr::LANGUAGE_SCRIPTS, ALSO_WRITTEN_IN]
                .iter()
                .filter_map(|table| find(table, tag.language.as_str()))
                .flat_map(|names| names.split(' '));
            names.for_each(|name| add_letters_of(name, &mut possible));
        }
        Self { own, possible }
    }

    pub(super) fn letters(&self) -> Features {
        match self.own.is_empty() {
            true => Features::LETTER,
            false => Features::letters(&self.own),
        }
    }

    pub(super) fn letter(&self, c: char) -> Letter {
        if c.is_ascii() {
            return match c.is_ascii_alphabetic() {
                true => self.standing(|script| script == Script::Latin),
                false => Letter::Neutral,
            };
        }
        if !CodePointSetData::new::<Alphabetic>().contains(c) {
            return Letter::Neutral;
        }
        let scripts = ScriptWithExtensions::new();
        let extensions = scripts.get_script_extensions_val(c);
        if extensions.iter().all(|script| [Script::Common, Script::Inherited].contains(&script)) {
            return Letter::Neutral;
        }
        self.standing(|script| extensions.contains(&script))
    }

    fn standing(&self, has_letter: impl Fn(Script) -> bool) -> Letter {
        if self.own.is_empty() {
            return Letter::Neutral;
        }
        if self.own.iter().any(|&script| has_letter(script)) {
            return Letter::Own;
        }
        match self.possible.iter().any(|&script| has_letter(script)) {
            true => Letter::Possible,
            false => Letter::Foreign,
        }
    }
}

/// Resolves a code such as `Jpan` into the scripts its letters have.
fn add_letters_of(code: &str, scripts: &mut Vec<Script>) {
    match find(cldr::SCRIPT_BASES, code) {
        Some(bases) => bases.split(' ').for_each(|base| add_letters_of(base, scripts)),
        None => scripts.extend(Script::try_from_str(code)),
    }
}

fn find(table: &'static [(&str, &str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(listed, _)| *listed == key).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use super::*;

    #[test]
    fn letters_belong_to_the_scripts_of_the_locale() {
        use Letter::{Foreign, Neutral, Own, Possible};
        let rows = [
            ("fr", 'é', Own),
            ("fr", 'd', Own),
            ("fr", 'д', Foreign),
            ("ru", 'д', Own),
            ("ru", 'd', Foreign),
            ("ru", '7', Neutral),
            ("ru", '\u{301}', Neutral),
            ("ru", '–', Neutral),
            ("ja", '東', Own),
            ("ja", 'の', Own),
            ("ja", 'ー', Own),
            ("ja", 'カ', Own),
            ("ja", '한', Foreign),
            ("ko", '한', Own),
            ("ko", '漢', Own),
            ("zh-Hans", '汉', Own),
            ("zh-TW", '漢', Own),
            ("zh-TW", 'の', Foreign),
            ("sr", 'ж', Own),
            ("sr", 'ž', Possible),
            ("sr-Latn", 'ž', Own),
            ("sr-Latn", 'ж', Foreign),
            ("sr-Cyrl", 'ž', Foreign),
            ("sr-ME", 'ž', Own),
            ("crh", 'ç', Possible),
            ("az", 'ə', Own),
            ("fa", 'پ', Own),
            ("fa", 'ـ', Own),
            ("hi", 'क', Own),
            ("hi", 'ि', Own),
            ("hi-Latn", 'a', Own),
            ("pa-PK", 'ب', Own),
            ("am", 'ሀ', Own),
            ("el", 'Ω', Own),
            ("el", 'µ', Neutral),
        ];
        for (code, c, expected) in rows {
            assert_eq!(written(code).letter(c), expected, "{code} {c}");
        }
    }
}
