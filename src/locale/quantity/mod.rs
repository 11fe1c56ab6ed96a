//! Numbers in a text, by value: what a translation lost of its source's numbers, and what it added.
//!
//! A number in figures is read in all digits and with all groupings, and may have several readings
//! (`1.250` is 1250 or 1.25; `10:30` is half past ten or half past twenty-two). Numbers in words only
//! ever excuse: `two files` may be `2 fichiers`, but a missing word is no finding. Where a language's
//! words are not known, small numbers are not asked for. What is told across locales is a rule's.

mod figure;
mod value;
mod word;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

pub use value::Value;

use super::written::{Features, Stride, Written, find_marked, has_digit};
pub(in crate::locale) use word::Spoken;
use word::Words;

/// A number written in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Where it is written: figures, grouping and decimal signs, no unit.
    pub range: Range<usize>,
    /// Whether it is part of a name (`utf8`, `H2O`, `MP3`, `24/7`) or of a month (`8月`), which other
    /// languages may say without a number. It may be another's counterpart, but is never missed.
    pub is_name: bool,
    /// Each reading is all the values that make it up: two for `10:30`, three for a date.
    readings: Vec<Vec<Value>>,
}

impl Quantity {
    /// Whether it may say this value, alone or among others.
    pub fn may_be(&self, value: Value) -> bool {
        self.values().any(|own| own == value)
    }

    /// The value of its likeliest reading; `None` where that has several (a date, a time).
    pub fn value(&self) -> Option<Value> {
        match self.likeliest() {
            [value] => Some(*value),
            _ => None,
        }
    }

    /// The values of its likeliest reading: several in a date or a time.
    pub fn likeliest(&self) -> &[Value] {
        self.readings.first().map_or(&[], Vec::as_slice)
    }

    /// Whether one of its readings has all its values accepted.
    pub fn is_read(&self, mut accepts: impl FnMut(Value) -> bool) -> bool {
        self.readings.iter().any(|reading| reading.iter().all(|&value| accepts(value)))
    }

    fn values(&self) -> impl Iterator<Item = Value> {
        self.readings.iter().flatten().copied()
    }
}

/// The numbers written in figures, in order. Costs a glance where there are none.
pub fn quantities(text: &str, written: &Written) -> Vec<Quantity> {
    figure::scan(text, written)
}

/// The numbers of a text. They are looked for when they are first asked for, and its words only
/// when figures have no counterpart. What is not the translator's (arguments, references) should be
/// blanked out before; markup and addresses as well.
#[derive(Debug)]
pub struct Numbers<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    quantities: OnceLock<Vec<Quantity>>,
    words: OnceLock<Words>,
}

impl<'a> Numbers<'a> {
    /// Those of a text.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), quantities: OnceLock::new(), words: OnceLock::new() }
    }
}

/// The numbers of a text and the language it is written in.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The numbers.
    pub numbers: &'a Numbers<'a>,
    /// How the language is written.
    pub written: &'a Written,
}

/// Numbers without a counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The source's, which the translation says neither in figures nor in words.
    pub lost: Vec<Quantity>,
    /// The translation's, of which the source says nothing.
    pub added: Vec<Quantity>,
}

/// The numbers in which a translation differs from its source by value, under every reading.
///
/// `None` where they agree or nothing can be said. Zero and one are never asked for (`no files`, `a
/// file`), nor two where the language has a dual.
pub fn differ(source: Side<'_>, target: Side<'_>) -> Option<Difference> {
    let (from, to) = (&source.numbers.text, &target.numbers.text);
    if !has_digit(from) && !has_digit(to) || has_same_figures(from, to) {
        return None;
    }
    let difference = Difference { lost: source.unsaid_by(target), added: target.unsaid_by(source) };
    (!difference.lost.is_empty() || !difference.added.is_empty()).then_some(difference)
}

/// Whether two texts write the same digits, part by part, be it in another order, as sentences of
/// other languages have it, or one of them more often. A cheap glance at what is so nearly
/// everywhere; digits beyond ASCII it leaves alone.
fn has_same_figures(one: &str, other: &str) -> bool {
    fn runs(text: &str) -> impl Iterator<Item = &[u8]> {
        let mut rest = text.as_bytes();
        std::iter::from_fn(move || {
            rest = &rest[find_marked(rest, Stride::digits)?..];
            let length = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(length);
            rest = behind;
            Some(run)
        })
    }
    let is_other = |c: char| !c.is_ascii() && Features::of_char(c).has(Features::DIGIT);
    let is_ascii = |text: &str| text.is_ascii() || !text.chars().any(is_other);
    let distinct = |text| {
        let mut runs: Vec<&[u8]> = runs(text).collect();
        runs.sort_unstable();
        runs.dedup();
        runs
    };
    let is_same = runs(one).eq(runs(other)) || distinct(one) == distinct(other);
    is_same && is_ascii(one) && is_ascii(other)
}

impl Side<'_> {
    fn quantities(&self) -> &[Quantity] {
        let Self { numbers, written } = self;
        numbers.quantities.get_or_init(|| quantities(&numbers.text, written))
    }

    fn unsaid_by(self, other: Side<'_>) -> Vec<Quantity> {
        let is_unsaid = |quantity: &&Quantity| {
            !quantity.is_name && !quantity.is_read(|value| other.says(value, self.written))
        };
        self.quantities().iter().filter(is_unsaid).cloned().collect()
    }

    /// Whether a value that a text of another language says is said here.
    fn says(&self, value: Value, theirs: &Written) -> bool {
        is_unspoken(value)
            || self.has(value)
            || years(theirs, self.written, value).any(|year| self.has(year))
            || says_in_roman(&self.numbers.text, value)
            || self.words().say(value, self.written)
    }

    fn has(&self, value: Value) -> bool {
        self.quantities().iter().any(|quantity| quantity.may_be(value))
    }

    fn words(&self) -> &Words {
        let Self { numbers, written } = self;
        numbers.words.get_or_init(|| Words::of(&numbers.text, written.language()))
    }
}

/// Whether a value stands in Roman numerals, as centuries do in half of Europe: `le XXIe siècle`. A
/// single letter is more often one.
fn says_in_roman(text: &str, value: Value) -> bool {
    const LETTERS: [(u64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let Some(mut left) = value.whole().filter(|whole| *whole < 4000) else { return false };
    let mut numeral = String::new();
    for (worth, letters) in LETTERS {
        while left >= worth {
            numeral.push_str(letters);
            left -= worth;
        }
    }
    // Small letters behind it make it an ordinal.
    if memchr::memmem::find(text.as_bytes(), numeral.as_bytes()).is_none() {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let is_numeral = |word: &str| {
        word.strip_prefix(&numeral).is_some_and(|ending| ending.chars().all(char::is_lowercase))
    };
    numeral.len() > 1 && words.any(is_numeral)
}

/// Articles, singulars and negations say one and zero.
fn is_unspoken(value: Value) -> bool {
    value == Value::ZERO || value == Value::from(1)
}

/// Languages that count years otherwise, and by how much: the Buddhist, Solar Hijri and Bikram
/// Sambat eras, as CLDR's calendars have them. Two are near where the year begins in another month.
const ERAS: &[(&str, &[i64])] = &[
    ("fa", &[-622, -621]),
    ("ne", &[56, 57]),
    ("prs", &[-622, -621]),
    ("ps", &[-622, -621]),
    ("th", &[543]),
];

/// The same year as the other language counts it.
fn years(from: &Written, to: &Written, value: Value) -> impl Iterator<Item = Value> {
    let offsets = |language: &str| {
        let row = ERAS.iter().find(|(listed, _)| *listed == language);
        row.map_or(&[][..], |(_, offsets)| *offsets)
    };
    let there = offsets(to.language()).iter().copied();
    let back = offsets(from.language()).iter().map(|offset| -offset);
    let year = value.whole().and_then(|year| i64::try_from(year).ok());
    let year = year.filter(|year| (1200..=2700).contains(year));
    there.chain(back).filter_map(move |offset| u64::try_from(year? + offset).ok()).map(Value::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(code: &str) -> Written {
        Written::new(&crate::locale::Locale::parse(code).expect("a locale").tag)
    }

    /// All numbers: readings parted by `/`, the values of one by `+`, names in brackets.
    fn read(code: &str, text: &str) -> String {
        let reading = |values: &Vec<Value>| {
            values.iter().map(ToString::to_string).collect::<Vec<_>>().join("+")
        };
        let shown = |quantity: &Quantity| {
            let readings = quantity.readings.iter().map(reading).collect::<Vec<_>>().join("/");
            if quantity.is_name { format!("[{readings}]") } else { readings }
        };
        quantities(text, &written(code)).iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn figures_are_read_by_value() {
        let rows = [
            // Groupings.
            ("en", "1,250 people", "1250/1.25/1+250"),
            ("de", "1.250 Menschen", "1250/1.25/1+250"),
            ("en", "1.250 m", "1.25/1250/1+250"),
            ("en", "1,234,567.89", "1234567.89"),
            ("en", "1,234,567", "1234567/1+234+567"),
            ("de", "1.234.567,89", "1234567.89"),
            ("fr", "1\u{202F}234\u{202F}567,5", "1234567.5"),
            ("fr", "1 234 personnes", "1234/1+234"),
            ("en", "5 100 m runs", "5+100/5100"),
            ("en", "in 2024 100 people", "2024 100"),
            ("de-CH", "12'500", "12500"),
            ("it-CH", "12’500.5", "12500.5"),
            ("hi", "12,50,000", "1250000/12+50+0"),
            ("hi", "१२,५०,०००", "1250000/12+50+0"),
            ("ar-EG", "١٬٢٥٠", "1250"),
            ("ar-EG", "١٬٢٥٠٫٥", "1250.5"),
            ("ar", "١٫٥", "1.5"),
            ("fa", "۱۲۵۰", "1250"),
            ("bn", "১২৫", "125"),
            ("th", "๒๕", "25"),
            ("my", "၂၅", "25"),
            ("ja", "１２０円", "120"),
            ("ff-Adlm", "𞥑⹁𞥒𞥕𞥐", "1250/1.25/1+250"),
            // Decimals and fractions.
            ("en", "2.5 kg", "2.5/2+5"),
            ("fr", "2,5 kg", "2.5/2+5"),
            ("en", "0.125 mm", "0.125/0+125"),
            ("en", "½ cup", "0.5/1+2"),
            ("en", "1½ cups", "1.5/1+0.5/1+1+2"),
            ("en", "1 1/2 cups", "1.5/1+0.5/1+1+2"),
            ("en", "2/3 of all", "2+3"),
            ("en", "pages 1,2,3", "1+2+3"),
            ("en", "step ②", "2"),
            // Multiplied.
            ("en", "1.2 million", "1200000/1.2/1+2"),
            ("en", "10K users", "10000/10/10240"),
            ("en", "3 thousand", "3000/3"),
            ("fr", "1,2 million", "1200000/1.2/1+2"),
            ("es", "1200 millones", "1200000000/1200"),
            ("es", "3 mil millones", "3000000000/3"),
            ("ru", "1,2 млн", "1200000/1.2/1+2"),
            ("ru", "5 миллионами", "5000000/5"),
            ("zh-Hans", "120万人", "1200000/120"),
            ("zh-Hans", "1.2亿", "120000000/1.2/1+2"),
            ("ja", "3億円", "300000000/3"),
            ("ko", "5만 명", "50000/5"),
            ("hi", "12 लाख", "1200000/12"),
            ("sw", "milioni 5", "5000000/5"),
            // Shares, ranges, signs.
            ("en", "50%", "50/0.5"),
            ("fr", "50\u{A0}%", "50/0.5"),
            ("tr", "%50", "[50]"),
            ("ar-EG", "٥٠٪", "50/0.5"),
            ("en", "10–12", "10 12"),
            ("en", "10-12 years", "10 12"),
            ("en", "-5 degrees", "5"),
            ("en", "$1,250", "1250/1.25/1+250"),
            ("en", "+1 (555) 123-4567", "1 555 123 4567"),
            // Times, dates, versions.
            ("en", "at 10:30", "10+30/22+30"),
            ("en", "at 5 p.m.", "5/17"),
            ("de", "um 17 Uhr", "17/5"),
            ("en", "2024-01-31", "2024+1+31/2024+31"),
            ("de", "31.1.2024", "2024+1+31/2024+31"),
            ("en", "1/31/2024", "2024+1+31/2024+31"),
            ("zh-Hans", "2024 年 8 月 26 日", "2024 [8] 26"),
            ("ja", "16進数", "[16]"),
            ("zh-Hans", "8.5折", "8.5/8+5/15"),
            ("de", "31.12.24", "24+12+31/24+31/2024+31"),
            ("en", "version 1.2.24", "1+2+24"),
            ("en", "version 1.2.3", "1+2+3"),
            ("en", "127.0.0.1", "127+0+0+1"),
            ("en", "the 90s", "90/1990"),
            // Endings, units, names.
            ("en", "the 1st and 22nd", "1 22"),
            ("fr", "le 1er", "1"),
            ("ru", "2-й", "2"),
            ("de", "am 3. Mai", "3"),
            ("en", "64GB, 10px, 2x, ×3", "64 10 2 3"),
            ("en", "x2", "2"),
            ("en", "64-bit", "64"),
            ("en", "1920x1080", "1920 1080"),
            ("en", "utf8 UTF-8 H2O MP3 A4", "[8] [8] [2] [3] [4]"),
            ("en", "3D, 2FA, 5G, 1Password, 7zip", "[3] [2] [5] [1] 7"),
            ("en", "24/7", "[24+7]"),
            ("ar", "و5 أشخاص", "5"),
            ("zh-Hans", "共5个", "5"),
            ("he", "ב-5 ימים", "5"),
            ("en", "no numbers", ""),
            ("en", "m² and a₁", "[2] [1]"),
        ];
        let wrong = rows.map(|(code, text, expected)| (code, text, expected, read(code, text)));
        let wrong = wrong.iter().filter(|(_, _, expected, read)| expected != read);
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&_>::new());
    }

    /// What `differ` says of English and a translation: `-` what was lost, `+` what was added.
    fn told(source: &str, code: &str, target: &str) -> String {
        let (english, other) = (written("en"), written(code));
        let sides = [(source, &english), (target, &other)];
        let numbers = sides.map(|(text, _)| Numbers::new(text));
        let side = |index: usize| Side { numbers: &numbers[index], written: sides[index].1 };
        let Some(difference) = differ(side(0), side(1)) else { return String::new() };
        let lost =
            difference.lost.iter().map(|lost| format!("-{}", &sides[0].0[lost.range.clone()]));
        let added =
            difference.added.iter().map(|more| format!("+{}", &sides[1].0[more.range.clone()]));
        lost.chain(added).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_says_the_same_in_another_language_is_left_alone() {
        let rows = [
            // Digits and groupings.
            ("1,250 people", "ar-EG", "١٬٢٥٠ شخصًا"),
            ("1,250,000 people", "hi", "12,50,000 लोग"),
            ("1,250,000 people", "hi", "१२.५ लाख लोग"),
            ("12,500 francs", "de-CH", "12'500 Franken"),
            ("1,250 people", "fr", "1 250 personnes"),
            ("1,250 people", "fr", "1250 personnes"),
            ("10 000 m", "fr", "10\u{202F}000 m"),
            ("1.5 GB", "de", "1,5 GB"),
            ("1.5 GB", "de", "1.5 GB"),
            ("1.2 million", "zh-Hans", "120万"),
            ("1.2 million", "ru", "1,2 миллиона"),
            ("1,200,000", "fr", "1,2 million"),
            ("3 billion", "es", "3000 millones"),
            ("50%", "tr", "%50"),
            ("50%", "fr", "la moitié"),
            ("half of them", "fr", "50\u{A0}% d’entre eux"),
            ("½", "fr", "un demi"),
            ("1½ hours", "fr", "1 heure et demie"),
            // Words.
            ("2 files", "fr", "deux fichiers"),
            ("two files", "fr", "2 fichiers"),
            ("1 file", "es", "un archivo"),
            ("a file", "es", "1 archivo"),
            ("no files", "es", "0 archivos"),
            ("2x faster", "es", "el doble de rápido"),
            ("2x", "ru", "вдвое"),
            ("2x", "zh-Hans", "两倍"),
            ("2 files", "ar", "ملفان"),
            ("3 files", "ar", "ثلاثة ملفات"),
            ("10 days", "ar", "عشرة أيام"),
            ("11 members", "ar", "أحد عشر عضوا"),
            ("12 members", "ar", "اثني عشر عضوا"),
            ("15 days", "ar", "خمسة عشر يوما"),
            ("25 days", "ar", "خمسة وعشرين يوما"),
            ("2 people", "ru", "двух человек"),
            ("5 people", "ru", "пятеро"),
            ("12 months", "ru", "двенадцати месяцев"),
            ("21 days", "ru", "двадцать один день"),
            ("21 days", "fr", "vingt et un jours"),
            ("75 days", "fr", "soixante-quinze jours"),
            ("80 days", "fr", "quatre-vingts jours"),
            ("97 days", "fr", "quatre-vingt-dix-sept jours"),
            ("16 days", "es", "dieciséis días"),
            ("45 days", "es", "cuarenta y cinco días"),
            ("250 days", "es", "doscientos cincuenta días"),
            ("2 people", "sw", "watu wawili"),
            ("3 things", "sw", "vitu vitatu"),
            ("24 hours", "sw", "saa ishirini na nne"),
            ("25", "zh-Hans", "二十五"),
            ("250", "zh-Hans", "二百五十"),
            ("120,000", "zh-Hans", "十二万"),
            ("3 steps", "ja", "三つの手順"),
            ("2,000", "de", "zweitausend"),
            ("2-step verification", "de", "Zwei-Faktor-Prüfung"),
            ("3-digit code", "de", "dreistelliger Code"),
            ("2 apples", "it", "due mele"),
            ("3 apples", "pl", "trzy jabłka"),
            ("4 apples", "pt-BR", "quatro maçãs"),
            ("5 apples", "nl", "vijf appels"),
            ("6 apples", "sv", "sex äpplen"),
            ("7 apples", "tr", "yedisi elma"),
            ("2 apples", "nb", "to epler"),
            ("2 apples", "fil", "dalawang mansanas"),
            ("2 apples", "eu", "bi sagar"),
            ("two to five", "ru", "2–5"),
            ("twenty-one", "ru", "21"),
            ("a dozen", "fr", "12"),
            ("the first step", "fr", "la 1re étape"),
            ("1st step", "ru", "первый шаг"),
            ("2nd step", "ru", "второго шага"),
            ("3rd step", "zh-Hans", "第三步"),
            // Times, dates, names.
            ("5 PM", "fr", "17 h"),
            ("5:30 PM", "de", "17:30 Uhr"),
            ("at 10:30", "fr", "à 10h30"),
            ("January 31, 2024", "zh-Hans", "2024年1月31日"),
            ("January 31, 2024", "de", "31.01.2024"),
            ("2024-01-31", "fr", "31 janvier 2024"),
            ("in 2024", "th", "ในปี 2567"),
            ("in 2024", "fa", "در سال ۱۴۰۳"),
            ("1K blocks", "eo", "1024-bajtaj blokoj"),
            ("20% off", "zh-Hans", "八折"),
            ("15% off", "zh-Hans", "85 折"),
            ("more than one", "ja", "2 個以上"),
            ("octal units", "ja", "8進数"),
            ("1000^2", "eo", "1000²"),
            ("sha{224,256}sum", "ca", "sha224sum, sha256sum"),
            ("UTF-8", "ru", "кодировка UTF‑8"),
            ("3D model", "ru", "объёмная модель"),
            ("24/7 support", "ru", "круглосуточная поддержка"),
            ("2FA", "fr", "vérification en 2 étapes"),
            ("64-bit", "ru", "64-разрядный"),
            ("version 1.2.3", "fr", "version 1.2.3"),
            ("10-12 years", "fr", "de 10 à 12 ans"),
        ];
        let wrong = rows.map(|(source, code, target)| (code, target, told(source, code, target)));
        let wrong = wrong.iter().filter(|(_, _, told)| !told.is_empty());
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&_>::new());
    }

    #[test]
    fn numbers_that_differ_are_told() {
        let rows = [
            ("12 files", "fr", "13 fichiers", "-12 +13"),
            ("12 files", "fr", "des fichiers", "-12"),
            ("files", "fr", "12 fichiers", "+12"),
            ("1,250 people", "ar-EG", "١٬٣٥٠ شخصًا", "-1,250 +١٬٣٥٠"),
            ("1.2 million", "zh-Hans", "12万", "-1.2 +12"),
            ("50%", "es", "15 %", "-50 +15"),
            ("in 2023", "ru", "в 2024 году", "-2023 +2024"),
            ("version 1.2.3", "de", "Version 1.2.4", "-1.2.3 +1.2.4"),
            ("up to 5 files", "es", "hasta siete archivos", "-5"),
            ("10:30", "de", "10:45", "-10:30 +10:45"),
            ("three files", "fr", "4 fichiers", "+4"),
            ("5 files and 7 folders", "fr", "5 fichiers et 8 dossiers", "-7 +8"),
            ("40 files", "eu", "fitxategiak", ""),
            ("43 files", "eu", "fitxategiak", "-43"),
        ];
        for (source, code, target, expected) in rows {
            assert_eq!(told(source, code, target), expected, "{source} | {code} {target}");
        }
    }

    #[test]
    fn texts_without_figures_differ_in_nothing() {
        assert_eq!(told("two files", "fr", "trois fichiers"), "");
    }

    #[test]
    fn no_text_of_figures_and_signs_is_too_odd_to_read() {
        let english = written("en");
        let signs = ["1", "23", ".", ",", "/", ":", "-", " ", "'", "½", "x", "٤", "%", "1e9", "K"];
        for first in signs {
            for second in signs {
                for third in signs {
                    let text = format!("{first}{second}{third}9{first}{third}");
                    for quantity in quantities(&text, &english) {
                        assert!(text.get(quantity.range.clone()).is_some(), "{text}");
                    }
                }
            }
        }
        assert_eq!(quantities(&"9".repeat(60), &english), []);
    }
}
