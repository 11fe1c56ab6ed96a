//! Locales: the code as a project writes it, its canonical BCP 47 tag, and what CLDR knows of it.
//!
//! Numbers and dates are formatted in `format`; which locales a project has is in `config`.

mod cldr;
mod code;
pub mod plural;
pub mod quantity;
mod related;
pub mod written;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use icu_locale::names::{DisplayNamesPreferences, LanguageIdentifierDisplayName};
use icu_locale::{
    Direction, LanguageIdentifier, LocaleDirectionality, LocaleExpander, LocaleFallbacker,
};

pub use cldr::{PERCENT, Percent, VERSION as CLDR_VERSION};
pub use code::{from_android, to_android};
pub use related::are_close;

/// A locale of a project: its code as written and its canonical tag.
#[derive(Clone, Debug)]
pub struct Locale {
    /// As written in the project: `ja-JP-mac`, `es_AR`, `zh-rCN`, `fr`.
    pub code: Arc<str>,
    /// Canonical, as in UTS #35 (`iw` becomes `he`).
    pub tag: LanguageIdentifier,
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Locale {}

impl PartialOrd for Locale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locale {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

impl Locale {
    /// Reads a locale code in any of the forms found in projects, or `None` if it is none.
    ///
    /// Beyond BCP 47 it takes `_` for `-`, Android's `zh-rCN` and `b+sr+Latn`, a POSIX `@modifier`
    /// and Mozilla's `ja-JP-mac`. The language must be one CLDR knows of.
    pub fn parse(code: &str) -> Option<Self> {
        Some(Self { code: code.into(), tag: code::canonical(code)?.id })
    }

    /// Whether a folder of this name is a locale even if nothing else says so: the code has two
    /// letters, CLDR has rules for the language, or a script or region is named. `lib` is a
    /// language too, and `src` another code of one, but they are hardly meant.
    pub fn is_well_known(&self) -> bool {
        let written = self.code.strip_prefix("b+").unwrap_or(&self.code);
        let is_end = |c: char| !c.is_ascii_alphanumeric();
        let language = written.split(is_end).next().unwrap_or(written).to_ascii_lowercase();
        self.tag.region.is_some()
            || self.tag.script.is_some()
            || language.len() == 2
            || plural::is_known(&language)
    }

    /// Whether two codes are two spellings of one locale: `es_AR` and `es-AR`, `iw` and `he`.
    /// `ja-JP` and `ja-JP-mac` are not.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.code == other.code
            || (self.tag == other.tag
                && code::canonical(&self.code) == code::canonical(&other.code))
    }

    /// The direction its script is written in.
    pub fn is_right_to_left(&self) -> bool {
        is_right_to_left(&self.tag)
    }

    /// `ltr` or `rtl`, as HTML's `dir` wants it.
    pub fn direction(&self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// The language's name in itself, such as `français`; `None` where CLDR has none.
    pub fn endonym(&self) -> Option<String> {
        let preferences = DisplayNamesPreferences::from(&self.tag);
        let name = LanguageIdentifierDisplayName::try_new_heavy(
            preferences,
            self.tag.clone(),
            Default::default(),
        )
        .ok()?;
        let name = name.as_borrowed();
        let text = writeable::TryWriteable::try_write_to_string(&name).ok()?.into_owned();
        (!text.eq_ignore_ascii_case(self.tag.language.as_str())).then_some(text)
    }

    /// The tags to fall back to, nearest first, by CLDR's parent locales. Without the root.
    pub fn parents(&self) -> Vec<LanguageIdentifier> {
        let fallbacker = LocaleFallbacker::new();
        let mut steps = fallbacker.for_config(Default::default()).fallback_for((&self.tag).into());
        let mut parents = Vec::new();
        while !steps.get().is_unknown() {
            let tag = steps.get().into_locale().id;
            if tag != self.tag {
                parents.push(tag);
            }
            steps.step();
        }
        parents
    }

    /// Whether two codes mean the same language, script and region (`zh-CN` and `zh-Hans`).
    pub fn means(&self, tag: &LanguageIdentifier) -> bool {
        maximized(&self.tag) == maximized(tag)
    }

    /// The same language and script in another region, or with none given.
    pub fn is_related_to(&self, other: &Self) -> bool {
        let (one, two) = (maximized(&self.tag), maximized(&other.tag));
        one.language == two.language && one.script == two.script
    }

    /// Whether both are written in the same script.
    pub fn shares_script_with(&self, other: &Self) -> bool {
        maximized(&self.tag).script == maximized(&other.tag).script
    }
}

fn is_right_to_left(tag: &LanguageIdentifier) -> bool {
    matches!(LocaleDirectionality::new_extended().get(tag), Some(Direction::RightToLeft))
}

fn maximized(tag: &LanguageIdentifier) -> LanguageIdentifier {
    let mut tag = tag.clone();
    LocaleExpander::new_extended().maximize(&mut tag);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_one_locale_are_the_same() {
        let same = |one: &str, other: &str| {
            let parse = |code| Locale::parse(code).expect("a locale");
            parse(one).is_same_as(&parse(other))
        };
        for (one, other) in [
            ("es_AR", "es-AR"),
            ("es-ar", "es-AR"),
            ("iw", "he"),
            ("zh-rTW", "zh_TW"),
            ("sr@latin", "sr-Latn"),
            ("b+sr+Latn", "sr_Latn"),
            ("ca@valencia", "ca-valencia"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("ja", "ja-JP"),
            ("ja-JP", "ja-JP-mac"),
            ("en", "en-x-pseudo"),
            ("sr", "sr@latin"),
            ("zh-CN", "zh-Hans"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_word_that_happens_to_be_a_language_is_not_well_known() {
        let is_well_known = |code: &str| Locale::parse(code).is_some_and(|l| l.is_well_known());
        for code in ["fr", "FR", "kab", "fil", "skr-Arab", "zh-rTW", "b+sr", "ca@valencia", "ast"] {
            assert!(is_well_known(code), "{code}");
        }
        for code in ["app", "lib", "src", "run", "cat", "skr"] {
            assert!(Locale::parse(code).is_some() && !is_well_known(code), "{code}");
        }
    }

    #[test]
    fn parents_follow_cldr() {
        let parents = |code: &str| {
            let locale = Locale::parse(code).expect("a locale");
            locale.parents().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(parents("fr-CA"), ["fr"]);
        assert_eq!(parents("pt-AO"), ["pt-PT", "pt"]);
        assert_eq!(parents("es-MX"), ["es-419", "es"]);
    }

    #[test]
    fn direction_and_endonym_come_from_cldr() {
        let arabic = Locale::parse("ar").expect("a locale");
        assert_eq!((arabic.direction(), arabic.endonym().as_deref()), ("rtl", Some("العربية")));
        let chinese = Locale::parse("zh-Hans").expect("a locale");
        assert_eq!(chinese.endonym().as_deref(), Some("简体中文"));
        assert!(chinese.means(&"zh-CN".parse().expect("a tag")));
    }
}
