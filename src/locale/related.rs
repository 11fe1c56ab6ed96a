//! Which languages are so alike that a sentence may read the same in both.

use icu_locale::LanguageIdentifier;

use super::maximized;

/// Languages that differ little in writing, a group a line: mutually intelligible by the accounts of
/// Ethnologue and Glottolog, and near in CLDR's `languageMatching`. A language may be in several.
const GROUPS: &[&[&str]] = &[
    &["bs", "cnr", "hr", "sh", "sr"],
    &["hr", "sl"],
    &["cs", "sk"],
    &["be", "ru", "uk"],
    &["rue", "uk"],
    &["bg", "mk"],
    &["dsb", "hsb"],
    &["csb", "pl", "szl"],
    &["da", "nb", "nn", "no", "sv"],
    &["fo", "is"],
    &["en", "sco"],
    &["de", "gsw", "lb", "nds", "pfl", "bar", "ksh"],
    &["af", "fy", "li", "nds", "nl", "vls", "zea"],
    &["an", "ast", "es", "ext", "gl", "lad", "mwl", "pt"],
    &["ca", "es", "oc"],
    &["co", "fur", "it", "lij", "lld", "lmo", "nap", "pms", "sc", "scn", "vec"],
    &["gsc", "oc", "prv"],
    &["rm", "fur", "lld"],
    &["mo", "ro", "rup"],
    &["eo", "ia", "ie", "io", "lfn"],
    &["br", "kw"],
    &["ga", "gd", "gv"],
    &["et", "fi", "krl", "vro"],
    &["lt", "ltg", "lv", "sgs"],
    &["bjn", "id", "ind", "min", "ms", "zlm", "zsm"],
    &["jv", "su"],
    &["fil", "tl"],
    &["ceb", "hil", "war"],
    &["az", "gag", "tk", "tr"],
    &["crh", "gag", "tr"],
    &["ba", "crh", "kk", "kaa", "ky", "tt"],
    &["ug", "uz"],
    &["fa", "prs", "tg"],
    &["ckb", "kmr", "ku", "sdh"],
    &["bho", "hi", "hne", "mag", "mai", "ur"],
    &["gom", "kok", "mr"],
    &["as", "bn"],
    &["pa", "pnb", "skr"],
    &["zh", "yue", "wuu", "lzh", "nan", "hak", "gan", "cdo", "cjy"],
    &["lo", "th"],
    &["nr", "ss", "xh", "zu", "nd"],
    &["nso", "st", "tn"],
    &["rn", "rw"],
    &["ki", "kam", "mer"],
    &["sw", "swc"],
    &["fj", "haw", "mi", "sm", "to", "ty"],
    &["ay", "qu"],
];

/// Whether two locales are one language, or two that read much alike in the same script.
pub fn are_close(one: &LanguageIdentifier, two: &LanguageIdentifier) -> bool {
    let (one, two) = (maximized(one), maximized(two));
    if one.script != two.script {
        return false;
    }
    let (one, two) = (one.language, two.language);
    one == two
        || GROUPS
            .iter()
            .any(|group| [one, two].iter().all(|language| group.contains(&language.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_languages_share_sentences() {
        let rows = [
            ("en", "en-GB", true),
            ("en-US", "en", true),
            ("pt-PT", "pt-BR", true),
            ("nb", "da", true),
            ("hr", "sr-Latn", true),
            ("hr", "sr", false),
            ("id", "ms", true),
            ("cs", "sk", true),
            ("zh-Hans", "zh-Hant", false),
            ("en", "fr", false),
            ("en", "de", false),
            ("es", "gl", true),
        ];
        for (one, two, expected) in rows {
            let tag = |code: &str| code.parse().expect("a tag");
            assert_eq!(are_close(&tag(one), &tag(two)), expected, "{one} {two}");
        }
    }
}
