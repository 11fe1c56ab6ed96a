//! Characters that show nothing, and where they are right.
//!
//! Which scripts need joiners and zero-width spaces follows the Unicode Standard's chapters on them
//! (9.2 Arabic, 12 South Asia, 16 Southeast Asia, 13.5 Mongolian, 23.2 Layout Controls), joined
//! emoji follow UTS #51, variation selectors UTS #37 and Unicode's StandardizedVariants.

use icu_properties::props::{
    BidiClass, DefaultIgnorableCodePoint, EmojiComponent, ExtendedPictographic,
    NamedEnumeratedProperty, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::Written;

/// Scripts whose letters take a zero-width joiner or non-joiner to choose their shape.
const JOINING: &[&str] = &[
    "Adlm", "Arab", "Aran", "Beng", "Cakm", "Deva", "Gujr", "Guru", "Knda", "Khmr", "Limb", "Mand",
    "Mlym", "Modi", "Mong", "Mtei", "Mymr", "Newa", "Nkoo", "Orya", "Phag", "Rohg", "Sinh", "Sylo",
    "Syrc", "Taml", "Telu", "Tibt", "Tirh", "Java", "Bali", "Sund",
];

/// Scripts written without spaces, where a zero-width one says that a line may break.
const SPACELESS: &[&str] = &[
    "Bali", "Cham", "Hans", "Hant", "Java", "Jpan", "Khmr", "Lana", "Laoo", "Mymr", "Tale", "Talu",
    "Tavt", "Thai", "Tibt",
];

/// Whether a character shows nothing by itself: Unicode's default ignorables (zero-width spaces
/// and joiners, direction marks and controls, variation selectors, soft hyphen, tags …), the byte
/// order mark, and the separators of lines and paragraphs.
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}')
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

impl Written {
    /// Whether the invisible character at `offset` is one that the language or its neighbours give
    /// a use: a non-joiner in Persian, a joiner within an emoji, a mark of direction beside text of
    /// the other. Embeddings, overrides and isolates count as useful; whether they are balanced is
    /// another question. False too if there is no invisible character at `offset`.
    pub fn has_use_for(&self, text: &str, offset: usize) -> bool {
        let Some((before, rest)) = text.split_at_checked(offset) else { return false };
        let mut rest = rest.chars();
        let Some(c) = rest.next() else { return false };
        let (before, after) = (before.chars().next_back(), rest.next());
        match c {
            // A soft hyphen and a word joiner say where a line may break and where not.
            '\u{AD}' | '\u{2060}' => true,
            '\u{200B}' => SPACELESS.contains(&self.script()),
            '\u{200C}' => {
                self.joins() || is_in_joining_script(before) || is_in_joining_script(after)
            }
            '\u{200D}' => {
                self.joins()
                    || is_in_joining_script(before)
                    || is_in_joining_script(after)
                    || is_emoji(before) && is_emoji(after)
            }
            '\u{200E}' | '\u{200F}' | '\u{061C}' => self.is_written_leftwards() || has_rtl(text),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
                before.is_some_and(|base| !base.is_whitespace() && !base.is_control())
            }
            '\u{E0020}'..='\u{E007F}' => is_emoji(before) || is_tag(before),
            // Mongolian's selectors and vowel separator; Hebrew's accents need the grapheme joiner.
            '\u{180B}'..='\u{180F}' => self.script() == "Mong",
            '\u{034F}' => ["Hebr", "Latn", "Grek"].contains(&self.script()),
            // Old Korean syllables are spelt with fillers for the parts they lack.
            '\u{115F}' | '\u{1160}' => is_jamo(before) || is_jamo(after),
            _ => false,
        }
    }

    fn joins(&self) -> bool {
        JOINING.contains(&self.script())
    }

    fn is_written_leftwards(&self) -> bool {
        crate::locale::is_right_to_left(&self.likely)
    }
}

fn is_in_joining_script(c: Option<char>) -> bool {
    let scripts = CodePointMapData::<Script>::new();
    c.is_some_and(|c| {
        !c.is_ascii() && {
            let script = scripts.get(c);
            JOINING.iter().any(|code| script.short_name() == *code)
        }
    })
}

fn is_emoji(c: Option<char>) -> bool {
    let pictures = CodePointSetData::new::<ExtendedPictographic>();
    let parts = CodePointSetData::new::<EmojiComponent>();
    c.is_some_and(|c| !c.is_ascii() && (pictures.contains(c) || parts.contains(c)))
}

fn is_tag(c: Option<char>) -> bool {
    matches!(c, Some('\u{E0020}'..='\u{E007F}'))
}

fn is_jamo(c: Option<char>) -> bool {
    matches!(c, Some('\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}'))
}

fn has_rtl(text: &str) -> bool {
    let classes = CodePointMapData::<BidiClass>::new();
    text.chars().any(|c| {
        !c.is_ascii()
            && !is_invisible(c)
            && [BidiClass::RightToLeft, BidiClass::ArabicLetter].contains(&classes.get(c))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use super::*;

    #[test]
    fn invisible_characters_are_known() {
        for c in "\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{2060}\u{FEFF}\u{3164}\u{E0041}".chars() {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in " a\u{A0}\u{202F}\u{301}é中".chars() {
            assert!(!is_invisible(c), "{c:?}");
        }
    }

    #[test]
    fn each_invisible_character_is_right_where_it_is_needed() {
        // The first invisible character of the text is asked for.
        let rows = [
            ("fa", "می\u{200C}خواهم", true),
            ("en", "a\u{200C}b", false),
            ("en", "the word می\u{200C}خواهم", true),
            ("hi", "क्\u{200D}ष", true),
            ("si", "ක්\u{200D}ර", true),
            ("ml", "ന്\u{200D}", true),
            ("fr", "fa\u{200D}ux", false),
            ("fr", "👩\u{200D}💻", true),
            ("fr", "❤\u{FE0F}", true),
            ("fr", "👩🏽\u{200D}🚀", true),
            ("km", "កម្ពុជា\u{200B}ជា", true),
            ("lo", "ລາວ\u{200B}ແມ່ນ", true),
            ("my", "မြန်မာ\u{200B}စာ", true),
            ("th", "ภาษา\u{200B}ไทย", true),
            ("es", "ca\u{200B}sa", false),
            ("he", "ABC\u{200F}!", true),
            ("ar", "\u{200E}+1 555", true),
            ("en", "\u{200E}plain", false),
            ("en", "the Hebrew שלום\u{200E}!", true),
            ("de", "Donau\u{AD}dampf", true),
            ("en", "\u{FEFF}text", false),
            ("ja", "葛\u{E0100}城", true),
            ("ko", "가\u{3164}나", false),
            ("mn-Mong", "ᠭ\u{180E}ᠠ", true),
        ];
        for (code, text, expected) in rows {
            let offset = text.find(is_invisible).expect("an invisible character");
            assert_eq!(written(code).has_use_for(text, offset), expected, "{code} {text:?}");
        }
        assert!(!written("fa").has_use_for("abc", 9));
    }
}
