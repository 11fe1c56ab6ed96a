//! Reading figures: digits of all scripts, groupings, fractions, times, dates, and the words that
//! multiply them (`1.2 million`, `120万`).

use std::ops::Range;

use crate::locale::written::{Features, Stride, Written, digit, find_marked};

use super::{Quantity, Value};

/// All numbers of a text that has some.
pub(super) fn scan(text: &str, written: &Written) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some((start, c)) = next_figure(text, at) {
        let quantity = match digit(c) {
            Some(_) => number(text, start, written),
            None => single_sign(text, start, c),
        };
        at = quantity.range.end;
        let mixed = found.last().and_then(|last| mixed(text, last, &quantity));
        if mixed.is_some() {
            found.pop();
        }
        let quantity = mixed.unwrap_or(quantity);
        if !quantity.readings.is_empty() {
            found.push(quantity);
        }
    }
    found
}

fn next_figure(text: &str, from: usize) -> Option<(usize, char)> {
    let mut from = from;
    loop {
        let (start, c) = any_figure(text, from)?;
        let end = start + c.len_utf8();
        // The Burmese word for `the same` is often typed with a four.
        if c != '၄' || !text[end..].starts_with("င်း") {
            return Some((start, c));
        }
        from = end;
    }
}

fn any_figure(text: &str, from: usize) -> Option<(usize, char)> {
    let is_figure = |c: char| {
        digit(c).is_some() || fraction(c).is_some() || circled(c).is_some() || raised(c).is_some()
    };
    let mut at = from;
    loop {
        let may_be = |stride: Stride| stride.digits().or(stride.beyond_ascii());
        at += find_marked(&text.as_bytes()[at..], may_be)?;
        let c = text[at..].chars().next()?;
        if c.is_ascii() || Features::of_char(c).has(Features::DIGIT) && is_figure(c) {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
}

/// `½`: numerator and denominator. Unicode has no others in use.
fn fraction(c: char) -> Option<(u64, u64)> {
    let fraction = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(fraction)
}

/// `²` and `₂`, which belong to the unit or formula before them.
fn raised(c: char) -> Option<u64> {
    let value = match c {
        '²' => 2,
        '³' => 3,
        '¹' => 1,
        '⁰' | '⁴'..='⁹' => u32::from(c) - u32::from('⁰'),
        '₀'..='₉' => u32::from(c) - u32::from('₀'),
        _ => return None,
    };
    Some(value.into())
}

/// `①` to `⑳`.
fn circled(c: char) -> Option<u64> {
    matches!(c, '①'..='⑳').then(|| u64::from(u32::from(c) - u32::from('①') + 1))
}

fn single_sign(text: &str, start: usize, c: char) -> Quantity {
    let readings = match fraction(c) {
        Some((over, under)) => fraction_readings(over, under),
        None => {
            circled(c).or(raised(c)).map(|value| vec![Value::from(value)]).into_iter().collect()
        }
    };
    let range = start..start + text[start..].chars().next().map_or(1, char::len_utf8);
    Quantity { range, is_name: raised(c).is_some(), readings }
}

fn fraction_readings(over: u64, under: u64) -> Vec<Vec<Value>> {
    let apart = vec![Value::from(over), Value::from(under)];
    Value::ratio(over, under).map(|value| vec![value]).into_iter().chain([apart]).collect()
}

/// `1½` and `1 1/2` are one number.
fn mixed(text: &str, last: &Quantity, fraction: &Quantity) -> Option<Quantity> {
    let between = text.get(last.range.end..fraction.range.start)?;
    let written = &text[fraction.range.clone()];
    let is_fraction = written.contains(['/', '⁄']) || written.chars().all(|c| digit(c).is_none());
    let (Some(whole), Some(part)) = (last.value(), fraction.value()) else { return None };
    let is_mixed = is_fraction
        && whole.whole().is_some()
        && part.whole().is_none()
        && (between.is_empty() || matches!(between, " " | "\u{A0}" | "\u{2009}" | "\u{202F}"));
    let sum = whole.plus(part).filter(|_| is_mixed)?;
    let mut readings = vec![vec![sum]];
    let apart = fraction.readings.iter();
    readings.extend(apart.map(|values| [&[whole], values.as_slice()].concat()));
    Some(Quantity { range: last.range.start..fraction.range.end, is_name: last.is_name, readings })
}

/// The number that begins at `start`, as far as its figures belong together.
fn number(text: &str, start: usize, written: &Written) -> Quantity {
    let run = Run::at(text, start).whole();
    let mut readings = run.readings(written);
    let range = start..run.end();
    let after = &text[range.end..];
    let letters = attached_letters(after);
    let is_name = follows_name(&text[..start])
        || is_name_with(&text[range.clone()], letters, after)
        || is_named_by(after, &readings)
        || &text[range.clone()] == "24/7";
    add_readings(&mut readings, &text[..start], after, written);
    Quantity { range, is_name, readings }
}

/// Digits and the signs between them, as they stand together in the text.
struct Run<'t> {
    text: &'t str,
    groups: Vec<Range<usize>>,
    signs: Vec<char>,
}

/// What a sign between digits does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// Grouping or decimal.
    Mark,
    Slash,
    Colon,
    Dash,
}

fn sign(c: char) -> Option<Sign> {
    let sign = match c {
        '.' | ',' | '\u{66B}' | '\u{66C}' | '،' | '·' => Sign::Mark,
        '\'' | '’' | 'ʼ' | ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' => Sign::Mark,
        '⹁' | '，' | '．' => Sign::Mark,
        '/' | '⁄' => Sign::Slash,
        ':' | '：' => Sign::Colon,
        '-' | '\u{2010}' | '\u{2011}' => Sign::Dash,
        _ => return None,
    };
    Some(sign)
}

/// Signs that only ever group thousands.
fn only_groups(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’' | 'ʼ' | '\u{66C}')
}

impl<'t> Run<'t> {
    fn at(text: &'t str, start: usize) -> Self {
        let mut groups = vec![digits_at(text, start)];
        let mut signs = Vec::new();
        loop {
            let last = groups[groups.len() - 1].clone();
            let Some(c) = text[last.end..].chars().next() else { break };
            let next = digits_at(text, last.end + c.len_utf8());
            if sign(c).is_none() || next.is_empty() {
                break;
            }
            let is_thousands = count(text, &next) == 3
                && match groups.len() {
                    1 => (1..=3).contains(&count(text, &last)),
                    _ => count(text, &last) == 3,
                };
            if only_groups(c) && !is_thousands {
                break;
            }
            groups.push(next);
            signs.push(c);
        }
        Self { text, groups, signs }
    }

    fn end(&self) -> usize {
        self.groups[self.groups.len() - 1].end
    }

    /// The part that is one number: a range (`10-12`) is two, and so is what has signs of several
    /// kinds, but for a date.
    fn whole(mut self) -> Self {
        if self.date().is_some() {
            return self;
        }
        let kept = match self.signs.first().and_then(|&c| sign(c)) {
            Some(Sign::Dash) => 0,
            Some(first) => {
                let others = self.signs.iter().position(|&c| sign(c) != Some(first));
                others.unwrap_or(self.signs.len())
            }
            None => 0,
        };
        self.signs.truncate(kept);
        self.groups.truncate(kept + 1);
        self
    }

    fn readings(&self, written: &Written) -> Vec<Vec<Value>> {
        if let Some(date) = self.date() {
            return date;
        }
        let readings = match self.signs.first().and_then(|&c| sign(c)) {
            None => self.together().map(|value| vec![value]).into_iter().collect(),
            Some(Sign::Colon) => self.time(),
            Some(Sign::Slash) => match self.apart().as_slice() {
                [over, under] => match (over.whole(), under.whole()) {
                    (Some(over), Some(under)) => fraction_readings(over, under),
                    _ => vec![self.apart()],
                },
                _ => vec![self.apart()],
            },
            Some(_) => self.marked(written),
        };
        readings.into_iter().filter(|reading| !reading.is_empty()).collect()
    }

    /// Grouping and decimal signs only.
    fn marked(&self, written: &Written) -> Vec<Vec<Value>> {
        let one = |value: Option<Value>| value.map(|value| vec![value]);
        let last = self.signs[self.signs.len() - 1];
        let is_uniform = self.signs.iter().all(|&c| c == self.signs[0]);
        if is_uniform && self.signs.len() > 1 {
            return match self.is_grouped(self.groups.len()) && last != '\u{66B}' {
                // `{224,256,384}` is a list.
                true => one(self.together()).into_iter().chain([self.apart()]).collect(),
                false => vec![self.apart()],
            };
        }
        if !is_uniform {
            let grouping = &self.signs[..self.signs.len() - 1];
            let is_decimal = !only_groups(last)
                && grouping.iter().all(|&c| c == grouping[0] && c != last)
                && self.is_grouped(self.groups.len() - 1);
            return match is_decimal {
                true => one(self.decimal()).into_iter().collect(),
                false => vec![self.apart()],
            };
        }
        let grouped = one(self.together()).filter(|_| self.is_grouped(2) && last != '\u{66B}');
        let decimal = one(self.decimal()).filter(|_| !only_groups(last));
        // `pages 1,2`, `31.12.` and `table 5 100 rows` have two numbers.
        let is_one = last != ' ' && only_groups(last) || last == '\u{66B}';
        let apart = (!is_one).then(|| self.apart());
        let group = written.numbers().group;
        let in_order = match (last == group, last == ' ' && !group.is_whitespace()) {
            (true, _) => [grouped, decimal, apart],
            (_, true) => [apart, grouped, decimal],
            _ => [decimal, grouped, apart],
        };
        in_order.into_iter().flatten().collect()
    }

    /// Whether the first groups are of three digits, or of two with three at the end as in India.
    fn is_grouped(&self, groups: usize) -> bool {
        let sizes: Vec<usize> =
            self.groups[..groups].iter().map(|group| count(self.text, group)).collect();
        let [first, middle @ .., last] = sizes.as_slice() else { return false };
        let leads_with_zero = self.text[self.groups[0].clone()].chars().next().and_then(digit);
        *last == 3
            && (1..=3).contains(first)
            && !(leads_with_zero == Some(0) && *first == 1)
            && (middle.iter().all(|&size| size == 3)
                || *first <= 2 && middle.iter().all(|&size| size == 2))
    }

    fn digits(&self, groups: Range<usize>) -> impl Iterator<Item = u8> {
        self.groups[groups]
            .iter()
            .flat_map(|group| self.text[group.clone()].chars().filter_map(digit))
    }

    fn together(&self) -> Option<Value> {
        Value::new(self.digits(0..self.groups.len()), 0)
    }

    fn decimal(&self) -> Option<Value> {
        let fraction = &self.groups[self.groups.len() - 1];
        Value::new(self.digits(0..self.groups.len()), count(self.text, fraction))
    }

    fn apart(&self) -> Vec<Value> {
        let groups = 0..self.groups.len();
        groups.filter_map(|group| Value::new(self.digits(group..group + 1), 0)).collect()
    }

    /// `10:30`, of twelve hours or of twenty-four; also a ratio, a verse.
    fn time(&self) -> Vec<Vec<Value>> {
        let parts = self.apart();
        let mut readings = vec![parts.clone()];
        let hour = parts[0].whole().filter(|&hour| hour <= 24);
        let other = hour.map(|hour| if hour < 12 { hour + 12 } else { hour - 12 });
        if let Some(other) = other {
            let mut parts = parts;
            parts[0] = Value::from(other);
            readings.push(parts);
        }
        readings
    }

    /// `2024-01-31`, `31.1.2024`, `1/31/24`, whose month may be a word elsewhere.
    fn date(&self) -> Option<Vec<Vec<Value>>> {
        let [first, second, third] = self.groups.as_slice() else { return None };
        let [one, two] = self.signs.as_slice() else { return None };
        let is_parted =
            one == two && matches!(sign(*one), Some(Sign::Dash | Sign::Slash | Sign::Mark));
        if !is_parted || only_groups(*one) || *one == ',' {
            return None;
        }
        let values = self.apart();
        let size = |group: &Range<usize>| count(self.text, group);
        let is = |value: Value, most: u64| {
            value.whole().is_some_and(|value| (1..=most).contains(&value))
        };
        let [a, b, c] = values.as_slice() else { return None };
        let is_year_first = size(first) == 4 && size(second) <= 2 && size(third) <= 2;
        let is_year_last = matches!(size(third), 2 | 4)
            && size(first) <= 2
            && size(second) <= 2
            && (size(third) == 4 || *one == '/' || size(first) == 2 && size(second) == 2);
        let (year, day, month) = match (is_year_first, is_year_last) {
            (true, _) if is(*b, 12) && is(*c, 31) => (*a, *c, *b),
            (_, true) if is(*b, 12) && is(*a, 31) => (*c, *a, *b),
            (_, true) if is(*a, 12) && is(*b, 31) => (*c, *b, *a),
            _ => return None,
        };
        let mut readings = vec![vec![year, month, day], vec![year, day]];
        if let Some(short) = year.whole().filter(|&short| short < 100) {
            readings.push(vec![Value::from(2000 + short), day]);
        }
        Some(readings)
    }
}

/// The digits from an offset on, empty if there are none.
fn digits_at(text: &str, start: usize) -> Range<usize> {
    let rest = &text[start..];
    start..start + rest.find(|c| digit(c).is_none()).unwrap_or(rest.len())
}

fn count(text: &str, group: &Range<usize>) -> usize {
    text[group.clone()].chars().count()
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Whether what stands before a number makes it part of a name: `utf8`, `UTF-8`, `HTTP/2`, `%1`. A
/// letter without case (Han, Arabic, Thai) does not, nor does a sign of multiplication (`x2`).
fn follows_name(before: &str) -> bool {
    let mut back = before.chars().rev();
    let (last, previous) = (back.next(), back.next());
    match last {
        Some('x' | 'X') => previous.is_some_and(is_cased),
        Some('%' | '_' | '\\') => true,
        Some('-' | '\u{2011}' | '/') => previous.is_some_and(is_cased),
        Some(c) => is_cased(c),
        None => false,
    }
}

fn attached_letters(after: &str) -> &str {
    &after[..after.find(|c| !is_cased(c)).unwrap_or(after.len())]
}

/// Units that are written in capitals right behind a number, and letters that multiply it.
const UNITS: &[&str] = &[
    "AM", "B", "C", "CHF", "EUR", "F", "GB", "GBP", "GHz", "GW", "Gb", "Gbps", "GiB", "Go", "Hz",
    "K", "KB", "Kb", "KiB", "Ko", "L", "M", "MB", "MHz", "MP", "MW", "Mb", "Mbps", "MiB", "Mo",
    "PB", "PM", "TB", "TiB", "To", "USD", "V", "W", "X", "ГБ", "КБ", "МБ", "ТБ",
];

/// Whether letters right behind the digits make a name of them (`3D`, `2FA`, `7zip`) rather than
/// being an ending or a unit (`2nd`, `10px`, `64GB`).
fn is_name_with(figures: &str, letters: &str, after: &str) -> bool {
    if letters.is_empty() {
        return false;
    }
    let goes_on = after[letters.len()..].starts_with(|c| digit(c).is_some() || c == '_');
    if goes_on {
        return !["x", "h", "X"].contains(&letters);
    }
    let is_ending = letters.chars().all(char::is_lowercase) && letters.chars().count() <= 3;
    // A hexadecimal number is a name; `0x1F` has a value to nobody.
    figures == "0" && letters == "x" || !is_ending && !UNITS.contains(&letters)
}

/// `8月` is August elsewhere, and `16進` hexadecimal.
fn is_named_by(after: &str, readings: &[Vec<Value>]) -> bool {
    let after = after.trim_start_matches(' ');
    let value = readings.first().and_then(|reading| reading.first()?.whole());
    let is_month = value.is_some_and(|month| (1..=12).contains(&month));
    is_month && after.starts_with(['月', '월']) || after.starts_with(['進', '进', '진'])
}

/// What stands around a single number gives it another value.
fn add_readings(readings: &mut Vec<Vec<Value>>, before: &str, after: &str, written: &Written) {
    let Some(&[value]) = readings.first().map(Vec::as_slice) else { return };
    let own = readings.clone();
    let rest = after.trim_start_matches([' ', '\u{A0}', '\u{202F}', '\u{2009}']);
    if let Some(power) = multiplier(before, rest, written) {
        let scaled = own.iter().filter_map(|reading| match reading.as_slice() {
            [value] => Some(vec![value.times_power_of_ten(power)]),
            _ => None,
        });
        readings.splice(0..0, scaled);
    }
    // A kilobyte has 1024 bytes.
    if rest.starts_with('K') {
        readings.extend(
            value.whole().and_then(|whole| whole.checked_mul(1024)).map(|bytes| vec![bytes.into()]),
        );
    }
    // `8折`, eight tenths of the price, is 20 % off, and so is `80折`.
    if rest.starts_with('折') {
        let left = match value.whole() {
            Some(10..) => value,
            _ => value.times_power_of_ten(1),
        };
        let off = left.whole().and_then(|left| 100_u64.checked_sub(left));
        readings.extend(off.map(|off| vec![off.into()]));
    }
    // Half is fifty per cent.
    if rest.starts_with(['%', '٪', '％', '﹪']) {
        readings.push(vec![value.times_power_of_ten(-2)]);
    }
    let Some(whole) = value.whole() else { return };
    if whole <= 12 && is_afternoon(rest) {
        readings.push(vec![Value::from(whole + 12)]);
    }
    if whole <= 24 && is_hour(rest) {
        readings.push(vec![Value::from(if whole < 12 { whole + 12 } else { whole - 12 })]);
    }
    // The 90s.
    if (10..100).contains(&whole) && after.trim_start_matches(['\'', '’']).starts_with('s') {
        readings.push(vec![Value::from(1900 + whole)]);
    }
}

fn is_afternoon(rest: &str) -> bool {
    let letters: String = rest.chars().filter(|c| *c != '.').take(2).collect();
    letters.eq_ignore_ascii_case("pm")
}

/// `17h`, `17 Uhr`, `17 ч`, `下午5点`.
fn is_hour(rest: &str) -> bool {
    const HOURS: &[&str] = &["Uhr", "h", "ч", "点", "點", "時", "시", "hod", "godz"];
    HOURS.iter().any(|word| {
        let follows = rest.strip_prefix(word);
        follows.is_some_and(|rest| !word.is_ascii() || !rest.starts_with(char::is_alphabetic))
    })
}

/// The power of ten said by the word behind a number, or before it (`milioni 5`).
fn multiplier(before: &str, after: &str, written: &Written) -> Option<i16> {
    let after = after.trim_start_matches(['-', '\u{2011}']);
    let before = before.trim_end();
    // Most numbers stand beside no word at all.
    if !after.starts_with(char::is_alphabetic) && !before.ends_with(char::is_alphabetic) {
        return None;
    }
    let words = written.multipliers().chain([(3, "k"), (3, "K")]);
    let said =
        words.filter(|(_, word)| begins_with_word(after, word) || ends_with_word(before, word));
    said.max_by_key(|(_, word)| word.len()).map(|(power, _)| power)
}

/// Whether a text begins with a word, which may have an ending if it is long (`миллионами`), or any
/// letter behind it if its script has no spaces (`万人`).
fn begins_with_word(text: &str, word: &str) -> bool {
    let is_long = word.chars().count() >= 4;
    let mut rest = text.chars();
    let is_one = |own: char, other: char| match own.is_ascii() && other.is_ascii() {
        true => own.eq_ignore_ascii_case(&other),
        false => own.to_lowercase().eq(other.to_lowercase()),
    };
    // `M` is a million, `m` a metre or a minute.
    let is_same = |own: char, other: char| own == other || is_long && is_one(own, other);
    if !word.chars().all(|c| rest.next().is_some_and(|other| is_same(c, other))) {
        return false;
    }
    is_long || !word.chars().all(is_cased) || !rest.next().is_some_and(char::is_alphabetic)
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let is_whole = || !text[..start].ends_with(char::is_alphabetic);
    word.chars().count() >= 4 && text.get(start..) == Some(word) && is_whole()
}
