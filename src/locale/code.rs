//! Locale codes as projects write them, and the BCP 47 tags they mean.

use icu_locale::{Locale, LocaleCanonicalizer, LocaleExpander};

/// What POSIX modifiers mean: a script (UTS #35 names it), a variant, or nothing.
const MODIFIERS: [(&str, Modifier); 8] = [
    ("latin", Modifier::Script("Latn")),
    ("cyrillic", Modifier::Script("Cyrl")),
    ("arabic", Modifier::Script("Arab")),
    ("devanagari", Modifier::Script("Deva")),
    ("iqtelif", Modifier::Script("Latn")),
    ("shaw", Modifier::Script("Shaw")),
    ("valencia", Modifier::Variant("valencia")),
    // The currency is no matter of language.
    ("euro", Modifier::Nothing),
];

#[derive(Clone, Copy)]
enum Modifier {
    Script(&'static str),
    Variant(&'static str),
    Nothing,
}

/// Languages that Android still knows by their old codes, with the new ones.
const ANDROID: [(&str, &str); 3] = [("iw", "he"), ("in", "id"), ("ji", "yi")];

/// Codes of ISO 639-2 for groups of languages that projects translate into all the same: Berber,
/// Nahuatl, Songhay. CLDR knows only their members.
const GROUPS: [&str; 3] = ["ber", "nah", "son"];

/// The canonical tag of a code, as in UTS #35 (`iw` becomes `he`), with what the code says beyond
/// language, script, region and variants in a private use subtag (`ja-JP-mac` is `ja-JP-x-mac`).
pub(super) fn canonical(code: &str) -> Option<Locale> {
    let mut locale: Locale = bcp47(code)?.parse().ok()?;
    let language = locale.id.language.as_str();
    let is_language = (2..=3).contains(&language.len()) && !locale.id.language.is_unknown();
    // Codes of ISO 639 that stand for no language: many, none, uncoded.
    if !is_language || ["mul", "zxx", "mis"].contains(&language) {
        return None;
    }
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    let mut likely = locale.id.clone();
    LocaleExpander::new_extended().maximize(&mut likely);
    if likely.script.is_none() && !GROUPS.contains(&likely.language.as_str()) {
        return None;
    }
    Some(locale)
}

/// A code in the spelling of BCP 47, for all that can be spelt in it.
fn bcp47(code: &str) -> Option<String> {
    if let Some(tag) = code.strip_prefix("b+") {
        return Some(tag.replace('+', "-"));
    }
    let (code, modifier) = match code.split_once('@') {
        Some((code, modifier)) => (code, Some(modifier)),
        None => (code, None),
    };
    let code =
        [".UTF-8", ".utf-8", ".utf8"].iter().find_map(|end| code.strip_suffix(end)).unwrap_or(code);
    let mut subtags = code.split(['-', '_']);
    let mut tag = subtags.next()?.to_owned();
    let mut last = Vec::new();
    if let Some(modifier) = modifier {
        match MODIFIERS.iter().find(|(word, _)| *word == modifier)?.1 {
            Modifier::Script(script) => tag = format!("{tag}-{script}"),
            Modifier::Variant(variant) => last.push(variant),
            Modifier::Nothing => {}
        }
    }
    for subtag in subtags {
        match subtag {
            "mac" => last.push("x-mac"),
            _ => {
                tag.push('-');
                tag.push_str(android_region(subtag));
            }
        }
    }
    last.iter().for_each(|subtag| tag = format!("{tag}-{subtag}"));
    Some(tag)
}

/// Android writes `zh-rCN`: an `r` before the region.
fn android_region(subtag: &str) -> &str {
    match subtag.strip_prefix('r') {
        Some(region) if region.len() == 2 && region == region.to_uppercase() => region,
        _ => subtag,
    }
}

/// The code that Android's resource folders have for a locale: `pt-BR` is `pt-rBR`, `sr-Latn` is
/// `b+sr+Latn`, `he` is `iw`.
pub fn to_android(code: &str) -> String {
    let mut subtags: Vec<&str> = code.split('-').collect();
    if let Some((old, _)) = ANDROID.iter().find(|(_, new)| *new == subtags[0]) {
        subtags[0] = old;
    }
    match subtags.as_slice() {
        [language] => (*language).to_owned(),
        [language, region] if region.len() == 2 && *region == region.to_uppercase() => {
            format!("{language}-r{region}")
        }
        _ => format!("b+{}", subtags.join("+")),
    }
}

/// The locale that one of Android's resource folders is for.
pub fn from_android(code: &str) -> String {
    let plain = code.strip_prefix("b+").unwrap_or(code).replace('+', "-");
    let mut subtags: Vec<&str> = plain.split('-').collect();
    if let Some((_, new)) = ANDROID.iter().find(|(old, _)| *old == subtags[0]) {
        subtags[0] = new;
    }
    subtags.into_iter().map(android_region).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn tag(code: &str) -> String {
        Locale::parse(code).map(|locale| locale.tag.to_string()).unwrap_or_default()
    }

    #[test]
    fn codes_found_in_the_wild_are_understood() {
        for (code, meant) in [
            ("ja-JP-mac", "ja-JP"),
            ("es_AR", "es-AR"),
            ("ES_ar", "es-AR"),
            ("hy-AM", "hy-AM"),
            ("zh-CN", "zh-CN"),
            ("zh-rTW", "zh-TW"),
            ("zh_Hant_TW", "zh-Hant-TW"),
            ("b+sr+Latn", "sr-Latn"),
            ("b+es+419", "es-419"),
            ("es-419", "es-419"),
            ("sr@latin", "sr-Latn"),
            ("sr_RS@latin", "sr-Latn-RS"),
            ("ca@valencia", "ca-valencia"),
            ("ca-valencia", "ca-valencia"),
            ("de_DE.UTF-8", "de-DE"),
            ("de_DE@euro", "de-DE"),
            ("skr", "skr"),
            ("son", "son"),
            ("crh", "crh"),
            ("mai", "mai"),
            ("fil", "fil"),
            ("nb-NO", "nb-NO"),
            ("en-x-pseudo", "en"),
            ("iw", "he"),
            ("in", "id"),
        ] {
            assert_eq!(tag(code), meant, "{code}");
        }
    }

    #[test]
    fn folders_that_are_no_locale_are_refused() {
        for code in [
            "templates",
            "images",
            "en-USA",
            "",
            "-",
            "common",
            "a",
            ".git",
            "und",
            "mul",
            "b+",
            "@latin",
            "fr@klingon",
            "english",
            "x-pseudo",
        ] {
            assert!(Locale::parse(code).is_none(), "{code}");
        }
    }

    #[test]
    fn android_has_its_own_spelling() {
        for (code, android) in [
            ("fr", "fr"),
            ("he", "iw"),
            ("id", "in"),
            ("pt-BR", "pt-rBR"),
            ("sr-Latn", "b+sr+Latn"),
            ("es-419", "b+es+419"),
        ] {
            assert_eq!(to_android(code), android);
            assert_eq!(from_android(android), code);
        }
    }
}
