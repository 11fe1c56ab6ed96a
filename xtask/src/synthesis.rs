//! Projects made up to show how cost grows: any number of locales and messages, the same on every
//! machine.
//!
//! A message is a function of its number, and a translation a function of the source's words, so
//! that equal texts have equal translations. Of the messages 70 % are short texts; the others have
//! variables, plural forms, terms, attributes, markup, or are long. Of every hundred a target lacks
//! two, and has two that the source no longer has.

use std::fmt::Write as _;
use std::path::Path;

use isogloss::locale::Locale;
use isogloss::locale::plural::{Kind, Plurals, keyword};
use rayon::prelude::*;

use crate::Outcome;
use crate::random::{Random, hash};

/// How many messages a file has.
const FILE: usize = 250;

/// How many words a language has: three syllables of twenty.
const WORDS: usize = SYLLABLES * SYLLABLES * SYLLABLES;
const SYLLABLES: usize = 20;

/// How a language is written.
struct Script {
    syllables: [&'static str; SYLLABLES],
    between_words: &'static str,
    stop: &'static str,
}

static LATIN: Script = Script {
    syllables: [
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "da", "fe", "gi", "lo", "mu", "na",
        "pe", "ri", "so", "tu", "la",
    ],
    between_words: " ",
    stop: ".",
};

static CYRILLIC: Script = Script {
    syllables: [
        "ба", "ке", "ли", "мо", "ну", "ра", "се", "ти", "во", "да", "фе", "ги", "ло", "му", "на",
        "пе", "ри", "со", "ту", "ла",
    ],
    between_words: " ",
    stop: ".",
};

static GREEK: Script = Script {
    syllables: [
        "βα", "κε", "λι", "μο", "νυ", "ρα", "σε", "τι", "γο", "δα", "φε", "γι", "λο", "μυ", "να",
        "πε", "ρι", "σο", "τυ", "λα",
    ],
    between_words: " ",
    stop: ".",
};

static ARABIC: Script = Script {
    syllables: [
        "با", "كر", "لي", "مو", "نو", "را", "سي", "تي", "فو", "دا", "في", "جي", "لو", "مر", "نا",
        "بي", "ري", "سو", "تو", "لا",
    ],
    between_words: " ",
    stop: ".",
};

static HEBREW: Script = Script {
    syllables: [
        "בא", "כל", "לי", "מו", "נו", "רא", "סי", "תי", "וו", "דא", "פי", "גי", "לו", "מר", "נא",
        "פר", "רי", "סו", "תו", "לא",
    ],
    between_words: " ",
    stop: ".",
};

static DEVANAGARI: Script = Script {
    syllables: [
        "बा", "के", "लि", "मो", "नु", "रा", "से", "ति", "वो", "दा", "फे", "गि", "लो", "मु", "ना", "पे",
        "रि", "सो", "तु", "ला",
    ],
    between_words: " ",
    stop: "।",
};

static GEORGIAN: Script = Script {
    syllables: [
        "ბა", "კე", "ლი", "მო", "ნუ", "რა", "სე", "ტი", "ვო", "და", "ფე", "გი", "ლო", "მუ", "ნა",
        "პე", "რი", "სო", "ტუ", "ლა",
    ],
    between_words: " ",
    stop: ".",
};

static HAN: Script = Script {
    syllables: [
        "山", "水", "火", "木", "金", "土", "日", "月", "人", "口", "手", "足", "目", "耳", "上",
        "下", "大", "小", "中", "天",
    ],
    between_words: "",
    stop: "。",
};

static HANGUL: Script = Script {
    syllables: [
        "바", "케", "리", "모", "누", "라", "세", "티", "보", "다", "페", "기", "로", "무", "나",
        "피", "레", "소", "투", "마",
    ],
    between_words: " ",
    stop: ".",
};

/// The locales of a project, the source first, and how each is written.
static LOCALES: [(&str, &Script); 100] = [
    ("en", &LATIN),
    ("fr", &LATIN),
    ("ru", &CYRILLIC),
    ("ar", &ARABIC),
    ("zh-CN", &HAN),
    ("de", &LATIN),
    ("pl", &LATIN),
    ("hi", &DEVANAGARI),
    ("es", &LATIN),
    ("ja", &HAN),
    ("uk", &CYRILLIC),
    ("it", &LATIN),
    ("he", &HEBREW),
    ("el", &GREEK),
    ("ko", &HANGUL),
    ("pt-BR", &LATIN),
    ("cs", &LATIN),
    ("lt", &LATIN),
    ("ka", &GEORGIAN),
    ("fa", &ARABIC),
    ("nl", &LATIN),
    ("sv", &LATIN),
    ("da", &LATIN),
    ("nb", &LATIN),
    ("fi", &LATIN),
    ("et", &LATIN),
    ("lv", &LATIN),
    ("sk", &LATIN),
    ("sl", &LATIN),
    ("hr", &LATIN),
    ("hu", &LATIN),
    ("ro", &LATIN),
    ("sq", &LATIN),
    ("tr", &LATIN),
    ("az", &LATIN),
    ("uz", &LATIN),
    ("ca", &LATIN),
    ("gl", &LATIN),
    ("eu", &LATIN),
    ("ga", &LATIN),
    ("gd", &LATIN),
    ("cy", &LATIN),
    ("br", &LATIN),
    ("is", &LATIN),
    ("fo", &LATIN),
    ("fy", &LATIN),
    ("af", &LATIN),
    ("sw", &LATIN),
    ("zu", &LATIN),
    ("xh", &LATIN),
    ("id", &LATIN),
    ("ms", &LATIN),
    ("jv", &LATIN),
    ("fil", &LATIN),
    ("vi", &LATIN),
    ("mt", &LATIN),
    ("lb", &LATIN),
    ("ast", &LATIN),
    ("eo", &LATIN),
    ("ia", &LATIN),
    ("sc", &LATIN),
    ("wo", &LATIN),
    ("yo", &LATIN),
    ("ig", &LATIN),
    ("ha", &LATIN),
    ("so", &LATIN),
    ("rw", &LATIN),
    ("ln", &LATIN),
    ("nn", &LATIN),
    ("bs", &LATIN),
    ("pt-PT", &LATIN),
    ("es-MX", &LATIN),
    ("fr-CA", &LATIN),
    ("de-AT", &LATIN),
    ("nl-BE", &LATIN),
    ("qu", &LATIN),
    ("om", &LATIN),
    ("mg", &LATIN),
    ("sn", &LATIN),
    ("tk", &LATIN),
    ("be", &CYRILLIC),
    ("bg", &CYRILLIC),
    ("sr", &CYRILLIC),
    ("mk", &CYRILLIC),
    ("kk", &CYRILLIC),
    ("ky", &CYRILLIC),
    ("mn", &CYRILLIC),
    ("tg", &CYRILLIC),
    ("tt", &CYRILLIC),
    ("ur", &ARABIC),
    ("ps", &ARABIC),
    ("ug", &ARABIC),
    ("ckb", &ARABIC),
    ("sd", &ARABIC),
    ("yi", &HEBREW),
    ("mr", &DEVANAGARI),
    ("ne", &DEVANAGARI),
    ("kok", &DEVANAGARI),
    ("zh-TW", &HAN),
    ("yue", &HAN),
];

/// Writes a project of so many locales, with so many messages each, below a folder.
pub(crate) fn write(locales: usize, messages: usize, folder: &Path) -> Outcome {
    let locales = LOCALES
        .get(..locales)
        .filter(|locales| !locales.is_empty())
        .ok_or_else(|| format!("1 to {} locales", LOCALES.len()))?;
    locales.iter().try_for_each(|(code, script)| {
        let language = Language::new(code, script)?;
        let folder = folder.join("locales").join(code);
        (0..messages.div_ceil(FILE)).into_par_iter().try_for_each(|file| {
            let numbers = file * FILE..messages.min((file + 1) * FILE);
            let folder = folder.join(format!("area{:02}", file % 20));
            let path = folder.join(format!("page{file}.ftl"));
            let failed = |error: std::io::Error| format!("{}: {error}", path.display());
            std::fs::create_dir_all(&folder).map_err(failed)?;
            std::fs::write(&path, language.file(file, numbers)).map_err(failed)
        })
    })
}

struct Language {
    code: &'static str,
    script: &'static Script,
    is_source: bool,
    /// The plural forms that whole numbers take, `other` among them.
    forms: Vec<&'static str>,
    /// Words of the source are moved by this much.
    shift: usize,
}

impl Language {
    fn new(code: &'static str, script: &'static Script) -> Result<Self, String> {
        let locale = Locale::parse(code).ok_or_else(|| format!("`{code}` is no locale"))?;
        let plurals = Plurals::new(&locale.tag);
        let mut forms: Vec<&str> = Vec::new();
        for category in plurals.counts(Kind::Cardinal) {
            if !forms.contains(&keyword(*category)) {
                forms.push(keyword(*category));
            }
        }
        forms.retain(|form| *form != "other");
        forms.push("other");
        let shift = hash(code) as usize % WORDS;
        Ok(Self { code, script, is_source: code == LOCALES[0].0, forms, shift })
    }

    fn file(&self, file: usize, numbers: std::ops::Range<usize>) -> String {
        let mut text = format!("### Page {file}\n\n-brand{file} = {}\n\n", self.brand(file));
        for number in numbers {
            let is_missing = hash(&format!("{} {number}", self.code)).is_multiple_of(50);
            if !self.is_source && is_missing {
                let _ = write!(text, "old-{number} = {}\n\n", self.words(&mut Random::new(7), 3));
                continue;
            }
            self.message(file, number, &mut text);
        }
        text
    }

    fn brand(&self, file: usize) -> String {
        capitalised(&self.word(file * 31 % WORDS))
    }

    fn message(&self, file: usize, number: usize, text: &mut String) {
        let mut random = Random::new(number as u64);
        let kind = random.below(100);
        let length = 2 + random.below(7);
        if number.is_multiple_of(10) {
            text.push_str("# Shown on this page\n");
        }
        let _ = write!(text, "m{number} = ");
        let _ = match kind {
            0..70 => writeln!(text, "{}", self.sentence(&mut random, length)),
            70..80 => {
                let (before, after) = (self.words(&mut random, 2), self.words(&mut random, length));
                writeln!(text, "{} {{ $name }} {after}", capitalised(&before))
            }
            80..86 => {
                let noun = self.words(&mut random, 2);
                text.push_str("{ $count ->\n");
                for form in &self.forms {
                    let mark = if *form == "other" { "   *" } else { "    " };
                    let _ = writeln!(text, "{mark}[{form}] {{ $count }} {noun}");
                }
                writeln!(text, "}}")
            }
            86..92 => {
                let words = self.words(&mut random, length);
                writeln!(text, "{{ -brand{file} }} {words}{}", self.script.stop)
            }
            92..96 => {
                let value = self.sentence(&mut random, length);
                writeln!(text, "{value}\n    .title = {}", self.sentence(&mut random, 4))
            }
            96..98 => {
                let (link, words) = (self.words(&mut random, 2), self.words(&mut random, length));
                let target = format!("https://example.org/page{file}");
                writeln!(text, "<a href=\"{target}\">{}</a> {words}", capitalised(&link))
            }
            _ => {
                text.push('\n');
                for _ in 0..5 {
                    let _ = writeln!(text, "    {}", self.sentence(&mut random, 10));
                }
                Ok(())
            }
        };
        text.push('\n');
    }

    fn sentence(&self, random: &mut Random, length: usize) -> String {
        let has_stop = random.below(10) < 4;
        let stop = if has_stop { self.script.stop } else { "" };
        capitalised(&self.words(random, length)) + stop
    }

    /// So many words, no two alike side by side.
    fn words(&self, random: &mut Random, count: usize) -> String {
        let mut words = Vec::with_capacity(count);
        let mut last = WORDS;
        for _ in 0..count {
            let mut word = random.below(WORDS);
            while word == last {
                word = random.below(WORDS);
            }
            last = word;
            words.push(self.word(word));
        }
        words.join(self.script.between_words)
    }

    /// The word that means what a word of the source means.
    fn word(&self, source: usize) -> String {
        // 7 has no factor in common with the number of words, so each has its own.
        let word = (source * 7 + self.shift) % WORDS;
        let digits = [word / SYLLABLES / SYLLABLES, word / SYLLABLES % SYLLABLES, word % SYLLABLES];
        digits.iter().map(|digit| self.script.syllables[*digit]).collect()
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        // Georgian has capitals, and never begins a sentence with one.
        Some(first) if !('ა'..='ჿ').contains(&first) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}
