//! Words that rightly stand twice in a row.
//!
//! Languages that build plurals, intensity or distribution by saying a word twice are taken from the
//! World Atlas of Language Structures, feature 27A ("productive full reduplication"), completed by
//! their relatives. Elsewhere a few words meet themselves by grammar: a pronoun or article beside a
//! pronoun of the same form (German "die, die", French "nous nous", Greek "σας σας").

use super::Written;

/// Where any word may be said twice.
const REDUPLICATING: &[&str] = &[
    // Austronesian.
    "ace", "ban", "bjn", "bug", "ceb", "fil", "fj", "haw", "hil", "id", "ilo", "jv", "mad", "mg",
    "mi", "min", "ms", "pam", "pau", "sm", "su", "tet", "tl", "to", "ty", "war",
    // Mainland and East Asia.
    "bo", "cdo", "dz", "gan", "hak", "hmn", "ii", "ja", "km", "ko", "lo", "lzh", "my", "nan", "shn",
    "th", "vi", "wuu", "yue", "za", "zh", // South Asia.
    "as", "awa", "bho", "bn", "brx", "doi", "dv", "gu", "hi", "hif", "hne", "kn", "kok", "ks",
    "mag", "mai", "ml", "mni", "mr", "ne", "new", "or", "pa", "rhg", "sa", "sat", "sd", "si",
    "skr", "ta", "tcy", "te", "ur", // Turkic, Iranian, Caucasian and their neighbours.
    "az", "ba", "ckb", "crh", "cv", "fa", "hy", "ka", "kaa", "kk", "kmr", "ku", "ky", "mn", "prs",
    "ps", "sah", "tg", "tk", "tr", "tt", "ug", "uz", // Africa.
    "af", "ak", "am", "bem", "ee", "ff", "gaa", "ha", "ig", "kg", "ki", "ln", "lg", "lua", "mfe",
    "nd", "nr", "nso", "ny", "om", "rn", "rw", "sn", "so", "ss", "st", "sw", "swc", "ti", "tn",
    "ts", "tum", "ve", "wo", "xh", "yo", "zu", // The Americas, creoles, and Basque.
    "ay", "bi", "eu", "gn", "ht", "jam", "nah", "pap", "pcm", "qu", "srn", "tpi",
    // Hebrew: יום יום, לאט לאט.
    "he",
];

/// Where only certain words do. Words that are doubled by mistake more often than by grammar (`to`,
/// `in`, articles) are left out.
const TWICE: &[(&str, &str)] = &[
    ("ar", "جدا جداً كثيرا كثيراً دكا من صفا صفاً شيئا شيئاً يوما يوماً"),
    ("bg", "се си го му едва"),
    ("bs", "da je se su"),
    ("cs", "se to"),
    ("cy", "yn i"),
    ("da", "af de den der det er i om på som"),
    ("de", "das dem den der die er es ihm ihn ihnen ihr sehr sie so was"),
    ("el", "γύρω καλά κάτω λίγο μας πάνω πρώτα σας σιγά της του τους"),
    ("en", "had her long many so that very"),
    ("es", "bien casi muy sí"),
    ("et", "on see"),
    ("fi", "on se"),
    ("fr", "bien nous petit très vous"),
    ("fy", "der jo se"),
    ("ga", "a do"),
    ("hr", "da je se su"),
    ("hu", "alig az már"),
    ("is", "er það"),
    ("it", "così man mano pian piano quasi via"),
    ("mk", "да го му се си"),
    ("nb", "av de den der det er i om på som"),
    ("nl", "dat die er had het je u we ze zijn"),
    ("nn", "av dei den der det er i om på som"),
    ("no", "av de den der det er i om på som"),
    ("oc", "nos vos"),
    ("pl", "co tak to"),
    ("pt", "já logo nos quase se"),
    ("ro", "o"),
    ("ru", "вот да едва еле чуть"),
    ("sk", "to"),
    ("sl", "da ga je se so"),
    ("sq", "e i së të"),
    ("sr", "da je se su да је се су"),
    ("sv", "av de den der det i om på som är"),
    ("uk", "ледве так"),
];

/// Sounds, and words that are called out, are doubled everywhere.
const CALLED_OUT: &[&str] =
    &["bla", "blah", "bye", "cha", "ha", "he", "ho", "knock", "la", "no", "tut"];

impl Written {
    /// Whether saying this word twice in a row can be right.
    pub fn may_repeat(&self, word: &str) -> bool {
        let language = self.language();
        if REDUPLICATING.contains(&language) {
            return true;
        }
        let word = word.to_lowercase();
        if CALLED_OUT.contains(&word.as_str()) {
            return true;
        }
        TWICE
            .iter()
            .filter(|(listed, _)| *listed == language)
            .any(|(_, words)| words.split_whitespace().any(|twice| twice == word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;

    #[test]
    fn some_words_stand_twice_rightly() {
        let rows = [
            ("id", "anak", true),
            ("hi", "धीरे", true),
            ("sw", "sana", true),
            ("zh-Hans", "看", true),
            ("fr", "Nous", true),
            ("fr-CA", "vous", true),
            ("fr", "le", false),
            ("de", "die", true),
            ("de", "Haus", false),
            ("en", "had", true),
            ("en", "the", false),
            ("es", "los", false),
            ("ru", "на", false),
            ("ar", "في", false),
            ("el", "σας", true),
        ];
        for (code, word, expected) in rows {
            assert_eq!(written(code).may_repeat(word), expected, "{code} {word}");
        }
    }
}
