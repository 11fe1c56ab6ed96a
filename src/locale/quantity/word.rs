//! Numbers said in words, looked for only where figures have no counterpart.
//!
//! The words are CLDR's (its rule-based formats spell numbers in some seventy languages). Beside them
//! stand the words no rule spells: halves, doubles, pairs, dozens, and the inflected forms of Arabic.
//! It is enough that a text may say a value: a false word silences, it never reports.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::locale::written::Written;

use super::Value;

/// The words of a text that may be numbers.
#[derive(Debug)]
pub(super) struct Words {
    text: String,
    /// Where words stand. In Arabic and Hebrew each stands again without the particles written onto
    /// it.
    tokens: Vec<Token>,
}

/// A word, and what is left of it without its particles.
type Token = (Range<usize>, Vec<Range<usize>>);

/// Languages written without spaces: a number word is looked for anywhere.
const WITHOUT_SPACES: &[&str] =
    &["bo", "dz", "ja", "km", "lo", "lzh", "my", "th", "wuu", "yue", "zh"];

/// Languages whose endings may follow even a short word.
const WITH_ENDINGS: &[&str] = &[
    "az", "ba", "eo", "et", "eu", "fi", "hu", "hy", "ka", "kk", "kn", "ko", "ky", "ml", "mn", "qu",
    "ta", "te", "tk", "tr", "tt", "ug", "uz",
];

/// Languages that put a prefix of agreement before a number: Swahili `watu wawili`, `vitu viwili`.
const WITH_PREFIXES: &[&str] = &["lg", "ln", "ny", "rn", "rw", "sn", "ss", "sw", "ts", "xh", "zu"];

/// Languages whose nouns have a dual: `ملفان` is two files.
const WITH_DUAL: &[&str] = &["ar", "arz", "dsb", "he", "hsb", "mt", "se", "sl"];

/// What CLDR does not spell, by language and value.
const MORE_WORDS: &[(&str, &str)] = &[
    (
        "ar",
        "0.25=ربع;0.5=نصف;1=أحد|إحدى;2=ضعف|مرتين|مرتان|مضاعف|مزدوج|اثنين|اثنتين|كلا|كلتا|ثنائي|زوج|توأم|اثنا|اثني|اثنتا|اثنتي;3=ثلاث|ثلاثي|ثالث;\
         4=أربع|رباعي|رابع;5=خمس|خماسي;6=ست;7=سبع;8=ثمان|ثماني;9=تسع;10=عشر|عقد;12=دزينة;20=عشرين;30=ثلاثين;\
         40=أربعين;50=خمسين;60=ستين;70=سبعين;80=ثمانين;90=تسعين;100=مئة|مائة|مئات|قرن;200=مئتين|مئتان|مائتين;\
         1000=ألف|آلاف;2000=ألفين|ألفان;1000000=مليون|ملايين;1000000000=مليار",
    ),
    ("bg", "0.5=половин;2=двойн|двама|двата|двете|двукратн;3=тройн|трима;12=дузин"),
    ("ca", "0.5=mig|mitja|meitat;2=doble|dobl|ambdós|parell|dues;3=triple;12=dotzena"),
    (
        "cs",
        "0.25=čtvrt;0.5=půl|polovi;2=dvojit|dvojnás|dvojí|oba|obě|obou|dvakrát|dvou|dvěma|pár;3=trojit|trojnás|třikrát;12=tucet",
    ),
    ("da", "0.25=kvart;0.5=halv;2=dobbelt|begge|par;3=tredobbelt;12=dusin"),
    (
        "de",
        "0.25=viertel;0.5=halb|hälfte;1.5=anderthalb|eineinhalb;2=doppel|verdoppel|beid|paar|zwo;3=dreifach|drittel;\
         10=jahrzehnt;12=dutzend;100=jahrhundert;1000=jahrtausend",
    ),
    (
        "el",
        "0.25=τέταρτ;0.5=μισό|μισή|μισά;2=διπλ|δυο|ζευγ;3=τριπλ|τρία|τρεις;4=τέσσερα|τέσσερις;12=ντουζίν",
    ),
    (
        "en",
        "0.25=quarter;0.5=half|halve|semi;2=both|double|twice|couple|pair|dual|twin|duo|bi|more than one|multiple|several;3=triple|thrice|trio|tri;\
         4=quadruple|quad;5=quintuple;10=decade;12=dozen;100=century|centuries;1000=millenni",
    ),
    (
        "es",
        "0.25=cuarto|cuarta;0.5=medio|media|mitad;2=doble|dobl|ambos|ambas|par|pareja|duplic;3=triple|triplic|tercio;\
         10=década|decena;12=docena;100=ciento|centenar|siglo;1000=millar|milenio;1000000=millones",
    ),
    ("et", "0.5=pool;2=topelt|kahe|kaks|mõlema;3=kolme"),
    ("fa", "0.5=نیم|نصف;2=دوبرابر|جفت|دوتا|دومین;3=سومین;12=دوجین"),
    (
        "fi",
        "0.5=puoli|puole|puolta;2=kaksinkert|tupla|kaksois|molem|kumpi|pari;3=kolminkert;12=tusina",
    ),
    (
        "fr",
        "0.25=quart;0.5=demi|moitié|mi;2=double|doubl|paire|couple|second|bis;3=triple|tripl|tiers|tierce;8=huitaine;\
         10=dizaine|décennie;12=douzaine;15=quinzaine;20=vingtaine;30=trentaine;40=quarantaine;50=cinquantaine;\
         70=septante;80=huitante|octante|quatre vingt;90=nonante;100=centaine|siècle;1000=millier|millénaire",
    ),
    (
        "ga",
        "0.5=leath;2=dhá|beirt|dúbailt|dó;3=trí|triúr;4=ceithre|ceathrar;5=cúig;6=sé;7=seacht;8=ocht;9=naoi;10=deich;12=dosaen",
    ),
    (
        "gd",
        "0.5=leth;2=dà|dithis|dùbailte;3=trì;4=ceithir;5=còig;6=sia;7=seachd;8=ochd;9=naoi;10=deich;12=dusan",
    ),
    (
        "he",
        "0.25=רבע;0.5=חצי|מחצית;2=שני|שתי|כפול|פעמיים|זוג|כפל;3=שלוש|שלושת|משולש;4=ארבעת;5=חמשת|חמשה;6=ששת;7=שבעת;8=שמונת;9=תשעת;10=עשרת;12=תריסר",
    ),
    (
        "hi",
        "0.25=चौथाई;0.5=आधा|आधी|आधे;1.5=डेढ़;2=दोगुना|दुगुना|दोनों|दोहरा|दोहरी|जोड़ी;3=तिगुना|तीनों;12=दर्जन",
    ),
    ("hr", "0.5=pola|polovi;2=dvostruk|dvoje|oba|obje|par|dvaput;3=trostruk|troje;12=tucet"),
    ("hu", "0.25=negyed;0.5=fél|fele;2=dupla|kétszer|két|mindkét|pár;3=háromszor;12=tucat"),
    (
        "id",
        "0.25=seperempat;0.5=setengah|separuh;2=ganda|kedua|sepasang|dobel;3=ketiga;4=keempat;5=kelima;12=lusin;100=seratus;1000=seribu",
    ),
    (
        "it",
        "0.25=quarto;0.5=mezzo|mezza|metà;2=doppi|raddoppi|entrambi|entrambe|coppia|paio;3=tripl|terzo;10=decennio|decina;12=dozzina;100=centinaio|secolo;1000=mila|migliaio",
    ),
    (
        "ja",
        "0.5=半;1=ひとつ;2=ふたつ|両|双|倍|ダブル|ペア|2つ;3=みっつ|トリプル;4=よっつ;5=いつつ;6=むっつ;7=ななつ;8=やっつ;9=ここのつ;10=とお;12=ダース",
    ),
    ("ka", "0.5=ნახევ;2=ორ|ორმაგ;3=სამ;4=ოთხ;5=ხუთ;6=ექვს;7=შვიდ;8=რვა;9=ცხრა;10=ათ;100=ას"),
    ("ko", "0.5=반|절반;2=두배|이중|쌍|양쪽|더블;3=삼중|트리플;12=다스"),
    ("ms", "0.5=setengah|separuh;2=ganda|kedua|sepasang;3=ketiga;12=dozen;100=seratus;1000=seribu"),
    (
        "nl",
        "0.25=kwart;0.5=half|halve|helft;1.5=anderhalf|anderhalve;2=dubbel|verdubbel|beide|paar;3=drievoudig;12=dozijn",
    ),
    ("no", "0.25=kvart;0.5=halv;2=dobbel|begge|par;3=trippel|tredobbel;12=dusin"),
    (
        "pl",
        "0.25=ćwierć;0.5=pół|połow;1.5=półtora;2=podwój|podwaja|dwukrot|dwuetap|dwustopn|dwuskładn|dwustron|dwójka|oba|obie|obydw|obu|dwoje|dwojga|dwóm|dwoma|dwiema|dwu|para|pary|parę;3=potrój|trzykrot|troje|trójka;12=tuzin",
    ),
    (
        "pt",
        "0.25=quarto;0.5=meio|meia|metade;2=dobro|dobr|dupl|ambos|ambas|par;3=tripl|terço;10=década|dezena;12=dúzia;100=cem|centena|século;1000=milhar;1000000=milhões",
    ),
    ("ro", "0.25=sfert;0.5=jumăt;2=dublu|dubl|ambele|ambii|pereche;3=triplu|tripl;12=duzin"),
    (
        "ru",
        "0.25=четверть;0.5=половин|пол|полу;1.5=полтора|полторы;2=вдвое|дважды|двойн|двукрат|двою|удво|удваи|двоих|двое|вдвоем|оба|обе|обеих|обоих|обеими|обоими|пара|пары|пару|парой;\
         3=втрое|трижды|тройн|троих|трое|утро;4=вчетверо|четверо|четверых;5=впятеро|пятеро|пятью;6=шестеро|шестью;7=семеро|семью;\
         10=десятилет|десяток|десятк;12=дюжин;100=сотня|сотни|сотню|сотен|ста|столет;1000=тыс|тысячелет;1000000=млн;1000000000=млрд",
    ),
    (
        "sk",
        "0.5=pol|polovi;2=dvojit|dvojnás|oba|obe|obi|obo|pár|dvoch|dvom;3=trojit|trojnás;12=tucet",
    ),
    ("sl", "0.5=pol|polovi;2=dvojn|oba|obe|podvoj|par|dveh;3=trojn|treh;12=ducat"),
    ("sr", "0.5=пола|полови;2=двострук|двоје|оба|обе|пар;3=трострук|троје;12=туце"),
    (
        "sv",
        "0.25=kvart;0.5=halv|hälft;2=dubbel|dubbl|båda|bägge|par|tvåa;3=trippel|tredubbel;12=dussin",
    ),
    (
        "sw",
        "0.25=robo;0.5=nusu;2=wili|maradufu|jozi|pacha;3=theluthi;10=muongo|miongo;12=dazeni;100=karne",
    ),
    ("tr", "0.25=çeyrek;0.5=yarım|yarı|buçuk;2=çift|her ikisi;3=üçlü;12=düzine"),
    (
        "uk",
        "0.25=чверть;0.5=половин|пів;1.5=півтора|півтори;2=подвій|подвою|двічі|вдвічі|удвічі|обидв|двома|двом|двоє|двох|пара|пари|пару;3=потрій|тричі|втричі|троє;4=четверо;12=дюжин",
    ),
    ("vi", "0.5=nửa|rưỡi;2=đôi|cả hai|kép|nhì;3=gấp ba;12=tá"),
    ("yue", "0.5=半;2=兩|雙|倍|對"),
    ("zh", "0.5=半;2=两|兩|双|雙|俩|倍|对|對;3=仨|叁"),
];

/// Number systems, by words that languages share: a Japanese translation of `octal` says 8.
const NUMBER_SYSTEMS: &str = "2=binar|binär|binair|binær|двоичн;8=octal|oktal|восьмерич;\
     10=decim|décim|dezim|desim|десятич;16=hex|heks|шестнадцатерич";

/// Values that a word of almost any language may say, asked for only where its words are known.
const SMALL: u64 = 20;

impl Words {
    pub(super) fn of(text: &str, language: &str) -> Self {
        let text = folded(text);
        let start = text.as_ptr() as usize;
        let tokens = text.split(is_boundary).filter(|token| !token.is_empty());
        let tokens = tokens.map(|token| {
            let at = token.as_ptr() as usize - start;
            (at..at + token.len(), shorter(token, at, language))
        });
        Self { tokens: tokens.collect(), text }
    }

    /// Whether a value may be said in words here.
    pub(super) fn say(&self, value: Value, written: &Written) -> bool {
        let language = written.language();
        if WITH_DUAL.contains(&language) && value == Value::from(2) {
            return true;
        }
        let is_known = written.number_words().is_some() || is_han(language);
        if !is_known && value.whole().is_some_and(is_small_or_round) {
            return true;
        }
        let Some(whole) = value.whole() else { return self.has(value, written) };
        let is_written_in_han = || {
            han_numbers(&self.text).contains(&whole) || han_discounts(&self.text).contains(&whole)
        };
        is_han(language) && is_written_in_han() || self.tell(whole, written, 3)
    }

    /// A whole number, as one word or put together: `twenty-one`, `two thousand`.
    fn tell(&self, number: u64, written: &Written, depth: usize) -> bool {
        if self.has(Value::from(number), written) {
            return true;
        }
        if depth == 0 {
            return false;
        }
        let told = |number| self.tell(number, written, depth - 1);
        let sums = [10, 20, 100, 1000].into_iter().filter(|unit| number > *unit);
        let mut parts = sums.map(|unit| number % unit).filter(|&rest| rest > 0);
        if parts.any(|rest| told(rest) && told(number - rest)) {
            return true;
        }
        let mut units = [1_000_000_000, 1_000_000, 1000, 100].into_iter();
        units.any(|unit| {
            number > unit && number.is_multiple_of(unit) && told(number / unit) && told(unit)
        })
    }

    fn has(&self, value: Value, written: &Written) -> bool {
        let phrases = written.spoken(|| Spoken::new(written)).phrases(value);
        phrases.iter().any(|phrase| self.has_phrase(phrase, value, written.language()))
    }

    fn has_phrase(&self, phrase: &str, value: Value, language: &str) -> bool {
        let phrase = folded(phrase);
        if WITHOUT_SPACES.contains(&language) {
            return self.text.contains(&phrase);
        }
        let is_large = value.whole().is_some_and(|whole| whole >= 100);
        let words: Vec<Word<'_>> =
            phrase.split(' ').map(|word| Word::new(word, is_large, language)).collect();
        let is_at = |word: &Word<'_>, (whole, shorter): &Token| {
            word.is(&self.text[whole.clone()])
                || shorter.iter().any(|form| word.is(&self.text[form.clone()]))
        };
        match words.as_slice() {
            [only] => self.tokens.iter().any(|token| is_at(only, token)),
            words => self
                .tokens
                .windows(words.len())
                .any(|tokens| words.iter().zip(tokens).all(|(word, token)| is_at(word, token))),
        }
    }
}

/// A word that is looked for.
struct Word<'w> {
    text: &'w str,
    /// Endings change the last letter of a long word; `None` where the word is short.
    stem: Option<&'w str>,
    is_large: bool,
    takes_endings: bool,
    takes_prefixes: bool,
}

impl<'w> Word<'w> {
    fn new(text: &'w str, is_large: bool, language: &str) -> Self {
        let length = text.chars().count();
        let stem = match text.char_indices().next_back() {
            Some((end, _)) if length >= 6 => Some(&text[..end]),
            _ => (length >= 4).then_some(text),
        };
        let takes_prefixes = length >= 3 && WITH_PREFIXES.contains(&language);
        let takes_endings = WITH_ENDINGS.contains(&language);
        Self { text, stem, is_large, takes_endings, takes_prefixes }
    }

    fn is(&self, form: &str) -> bool {
        form == self.text
            || self
                .stem
                .is_some_and(|stem| form.starts_with(stem) || self.is_large && form.contains(stem))
            || self.takes_endings && form.starts_with(self.text)
            || self.takes_prefixes && form.ends_with(self.text)
    }
}

/// What a language says for numbers: phrases by value.
#[derive(Clone, Debug)]
pub(in crate::locale) struct Spoken(FxHashMap<Value, Vec<&'static str>>);

impl Spoken {
    fn new(written: &Written) -> Self {
        let more = MORE_WORDS.iter().find(|(listed, _)| *listed == more_language(written));
        let more = more.map(|(_, words)| *words);
        let tables = [written.number_words(), more, Some(NUMBER_SYSTEMS)];
        let mut spoken: FxHashMap<Value, Vec<&str>> = FxHashMap::default();
        for row in tables.into_iter().flatten().flat_map(|table| table.split(';')) {
            let Some((value, words)) = row.trim_start().split_once('=') else { continue };
            let Ok(value) = value.parse() else { continue };
            spoken.entry(value).or_default().extend(words.split('|'));
        }
        Self(spoken)
    }

    fn phrases(&self, value: Value) -> &[&'static str] {
        self.0.get(&value).map_or(&[], Vec::as_slice)
    }
}

/// Norwegian in both its forms; Serbian, Bosnian and Croatian by their letters.
fn more_language(written: &Written) -> &str {
    match (written.language(), written.script()) {
        ("nb" | "nn", _) => "no",
        ("bs" | "sr", "Latn") => "hr",
        (language, _) => language,
    }
}

fn is_small_or_round(number: u64) -> bool {
    number <= SMALL || [30, 40, 50, 60, 70, 80, 90, 100, 1000, 1_000_000].contains(&number)
}

/// In small letters, without what may be left out in writing: Arabic and Hebrew vowel signs, the
/// dots of `ё`, the hamza of an alef, joiners.
fn folded(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    let kept = letters.filter(|c| {
        !matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}' | '\u{AD}')
    });
    let same = kept.map(|c| match c {
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ك' => 'ک',
        'ى' | 'ي' => 'ی',
        _ => c,
    });
    same.collect()
}

fn is_boundary(c: char) -> bool {
    let is_punctuation = matches!(c, '\u{A1}'..='\u{BF}' | '\u{2010}'..='\u{205E}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '،' | '؛' | '؟' | '।' | '۔' | '：' | '，' | '；' | '！' | '？' | '（' | '）');
    match c.is_ascii() {
        true => !c.is_ascii_alphanumeric(),
        false => c.is_whitespace() || is_punctuation,
    }
}

/// What is left of a word that stands at `at` without the particles that Arabic and Hebrew write onto
/// it.
fn shorter(token: &str, at: usize, language: &str) -> Vec<Range<usize>> {
    let particles: &[&str] = match language {
        "ar" | "arz" | "ckb" => &["ال", "لل", "و", "ف", "ب", "ل", "ک"],
        "he" | "yi" => &["ו", "ה", "ב", "ל", "מ", "ש", "כ"],
        _ => return Vec::new(),
    };
    let mut forms = vec![token];
    let mut index = 0;
    while index < forms.len() {
        let form = forms[index];
        let shorter = particles.iter().filter_map(|particle| form.strip_prefix(particle));
        forms.extend(shorter.filter(|rest| rest.chars().nth(1).is_some()));
        index += 1;
    }
    let end = at + token.len();
    forms[1..].iter().map(|form| end - form.len()..end).collect()
}

fn is_han(language: &str) -> bool {
    ["ja", "lzh", "wuu", "yue", "zh"].contains(&language)
}

/// The numbers written in Chinese characters: `二百五十`, `十二万`, `二〇二四`; each character by itself
/// as well.
fn han_numbers(text: &str) -> Vec<u64> {
    let mut numbers = Vec::new();
    for run in text.split(|c| han(c).is_none()).filter(|run| !run.is_empty()) {
        let characters: Vec<Han> = run.chars().filter_map(han).collect();
        numbers.push(han_value(&characters));
        let digits = characters.iter().filter_map(|character| match character {
            Han::Digit(digit) => Some(*digit),
            Han::Unit(_) => None,
        });
        let is_positional = characters.iter().all(|character| matches!(character, Han::Digit(_)));
        if is_positional {
            let positional = digits
                .clone()
                .try_fold(0_u64, |sum, digit| sum.checked_mul(10)?.checked_add(digit));
            numbers.extend(positional);
        }
        numbers.extend(digits);
        numbers.extend(characters.iter().filter_map(|character| match character {
            Han::Unit(unit) => Some(*unit),
            Han::Digit(_) => None,
        }));
    }
    numbers
}

/// Chinese names what is left of a price: `八折`, eight tenths, is 20 % off, and `八五折` 15 %.
fn han_discounts(text: &str) -> Vec<u64> {
    let mut discounts = Vec::new();
    for (end, _) in text.match_indices('折') {
        let run = text[..end].trim_end();
        let start = run.char_indices().rev().take_while(|(_, c)| han(*c).is_some()).last();
        let Some((start, _)) = start else { continue };
        let digits = run[start..].chars().filter_map(han).filter_map(|character| match character {
            Han::Digit(digit) => Some(digit),
            Han::Unit(_) => None,
        });
        match digits.collect::<Vec<_>>().as_slice() {
            [tenths] => discounts.push(100 - tenths * 10),
            [tenths, hundredths] => discounts.push((100 - tenths * 10).saturating_sub(*hundredths)),
            _ => {}
        }
    }
    discounts
}

#[derive(Clone, Copy)]
enum Han {
    Digit(u64),
    Unit(u64),
}

fn han(c: char) -> Option<Han> {
    let character = match c {
        '〇' | '零' => Han::Digit(0),
        '一' | '壹' | '壱' => Han::Digit(1),
        '二' | '贰' | '貳' | '弐' | '两' | '兩' | '俩' => Han::Digit(2),
        '三' | '叁' | '參' | '参' => Han::Digit(3),
        '四' | '肆' => Han::Digit(4),
        '五' | '伍' => Han::Digit(5),
        '六' | '陆' | '陸' => Han::Digit(6),
        '七' | '柒' => Han::Digit(7),
        '八' | '捌' => Han::Digit(8),
        '九' | '玖' => Han::Digit(9),
        '十' | '拾' => Han::Unit(10),
        '廿' => Han::Digit(20),
        '百' | '佰' => Han::Unit(100),
        '千' | '仟' => Han::Unit(1000),
        '万' | '萬' => Han::Unit(10_000),
        '亿' | '億' => Han::Unit(100_000_000),
        '兆' => Han::Unit(1_000_000_000_000),
        _ => return None,
    };
    Some(character)
}

/// Small units multiply the digit before them, large ones all that was said since the last.
fn han_value(characters: &[Han]) -> u64 {
    let (mut total, mut section, mut digit): (u64, u64, Option<u64>) = (0, 0, None);
    for &character in characters {
        match character {
            Han::Digit(value) => digit = Some(value),
            Han::Unit(unit) if unit < 10_000 => {
                section = section.saturating_add(digit.take().unwrap_or(1).saturating_mul(unit));
            }
            Han::Unit(unit) => {
                section = section.saturating_add(digit.take().unwrap_or(0)).max(1);
                total = total.saturating_add(section.saturating_mul(unit));
                section = 0;
            }
        }
    }
    total.saturating_add(section).saturating_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_can_be_read() {
        let spelt = crate::locale::cldr::NUMBER_WORDS.iter().map(|(_, words)| *words);
        let tables =
            spelt.chain(MORE_WORDS.iter().map(|(_, words)| *words)).chain([NUMBER_SYSTEMS]);
        for row in tables.flat_map(|table| table.split(';')) {
            let (value, words) = row.split_once('=').expect(row);
            assert!(value.trim().parse::<Value>().is_ok(), "{row}");
            assert!(words.split('|').all(|word| !word.is_empty()), "{row}");
        }
        for (words, _) in crate::locale::cldr::MULTIPLIERS {
            for row in words.split(';') {
                let (power, _) = row.split_once('=').expect(row);
                assert!(power.parse::<i16>().is_ok(), "{row}");
            }
        }
    }

    #[test]
    fn chinese_numerals_are_read_by_their_units() {
        let first = |text: &str| han_numbers(text)[0];
        assert_eq!(first("二百五十"), 250);
        assert_eq!(first("十二万"), 120_000);
        assert_eq!(first("一千零五"), 1005);
        assert_eq!(first("三亿两千万"), 320_000_000);
        assert!(han_numbers("二〇二四年").contains(&2024));
        assert_eq!(han_discounts("享八五折优惠"), [15]);
        assert!(han_numbers("没有").is_empty());
    }
}
