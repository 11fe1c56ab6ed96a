//! Locales: the code as a project writes it, its canonical BCP 47 tag, and what CLDR knows of it.
//!
//! Numbers and dates are formatted in `format`; which locales a project has is in `config`.

mod cldr;
pub mod plural;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use icu_locale::names::{DisplayNamesPreferences, LanguageIdentifierDisplayName};
use icu_locale::{
    Direction, LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander,
    LocaleFallbacker,
};

pub use cldr::{PERCENT, Percent, VERSION as CLDR_VERSION};

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
    /// Beyond BCP 47 it takes `_` for `-`, Android's `zh-rCN`, a POSIX `@variant`, and
    /// Mozilla's `ja-JP-mac`. The language must be one CLDR knows of.
    pub fn parse(code: &str) -> Option<Self> {
        let (tag, _) = code.split_once('@').unwrap_or((code, ""));
        let subtags: Vec<&str> = tag
            .split(['-', '_'])
            .enumerate()
            .filter(|(index, subtag)| *index == 0 || *subtag != "mac")
            .map(|(index, subtag)| android_region(index, subtag))
            .collect();
        let mut locale: icu_locale::Locale = subtags.join("-").parse().ok()?;
        if !(2..=3).contains(&locale.id.language.as_str().len()) {
            return None;
        }
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let mut likely = locale.id.clone();
        LocaleExpander::new_extended().maximize(&mut likely);
        likely.script?;
        Some(Self { code: code.into(), tag: locale.id })
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
}

fn is_right_to_left(tag: &LanguageIdentifier) -> bool {
    matches!(LocaleDirectionality::new_extended().get(tag), Some(Direction::RightToLeft))
}

fn maximized(tag: &LanguageIdentifier) -> LanguageIdentifier {
    let mut tag = tag.clone();
    LocaleExpander::new_extended().maximize(&mut tag);
    tag
}

/// Android writes `zh-rCN`: an `r` before the region.
fn android_region(index: usize, subtag: &str) -> &str {
    match subtag.strip_prefix('r') {
        Some(region) if index > 0 && region.len() == 2 && region == region.to_uppercase() => region,
        _ => subtag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(code: &str) -> String {
        Locale::parse(code).map(|locale| locale.tag.to_string()).unwrap_or_default()
    }

    #[test]
    fn codes_found_in_the_wild_are_understood() {
        assert_eq!(tag("ja-JP-mac"), "ja-JP");
        assert_eq!(tag("es_AR"), "es-AR");
        assert_eq!(tag("zh-rTW"), "zh-TW");
        assert_eq!(tag("iw"), "he");
        assert_eq!(tag("skr"), "skr");
        assert_eq!(tag("crh"), "crh");
        assert_eq!(tag("hy-AM"), "hy-AM");
        assert_eq!(tag("ca-valencia"), "ca-valencia");
        assert_eq!(tag("sr@latin"), "sr");
    }

    #[test]
    fn folders_that_are_no_locale_are_refused() {
        for code in ["templates", "images", "en-USA", "", "-", "common", "a", ".git"] {
            assert!(Locale::parse(code).is_none(), "{code}");
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
