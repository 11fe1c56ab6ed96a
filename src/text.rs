//! Texts with a path: byte spans, and where a span lies in lines and columns.
//!
//! A span is a pair of byte offsets; positions are only worked out for what is reported.
//! This module knows nothing of Fluent, TOML or Markdown.

use std::cmp::Reverse;
use std::fmt;
use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxBuildHasher, FxHashMap};

/// A half-open range of byte offsets into one [`SourceText`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte; equal to `start` for an empty span.
    pub end: u32,
}

impl Span {
    /// A span from two offsets. Texts over 4 GiB are refused when they are read.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: offset(start), end: offset(end) }
    }

    /// The empty span at `at`.
    pub fn at(at: usize) -> Self {
        Self::new(at, at)
    }

    /// The same range as `usize` offsets, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text the span covers. Empty if the span does not lie in `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within this span.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two have a place in common, be it only where one ends and the other starts.
    pub fn touches(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A line and a column, both from 1. Columns count Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode scalar values.
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// A text and the path it came from, relative to the project, with `/`.
///
/// A byte order mark stays part of `text`, so offsets are those of the file; it has no column.
#[derive(Debug)]
pub struct SourceText {
    /// Relative to the project root, with `/` on every system.
    pub path: Arc<str>,
    /// The whole text of the file.
    pub text: String,
    lines: OnceLock<Lines>,
}

/// Where lines start, and landmarks in long ones, so that no position is counted out from afar.
#[derive(Debug)]
struct Lines {
    starts: Vec<u32>,
    /// Offsets within long lines and how many columns lie before them, in order.
    marks: Vec<(u32, u32)>,
}

/// How many bytes of a line lie between two landmarks.
const STRIDE: usize = 4096;

impl SourceText {
    /// Puts a text and its path together.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The position of a byte offset; offsets past the end give the position of the end.
    pub fn position(&self, offset: usize) -> Position {
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        let offset = self.text.floor_char_boundary(offset);
        let line = lines.starts.partition_point(|&start| start as usize <= offset);
        let start = lines.starts[line - 1] as usize;
        let marks = lines.marks.partition_point(|&(mark, _)| mark as usize <= offset);
        let column = match lines.marks[..marks].last() {
            Some(&(mark, before)) if mark as usize > start => {
                before + columns(&self.text[mark as usize..offset])
            }
            _ => columns(self.text[start..offset].trim_start_matches(BOM)),
        };
        Position { line: line as u32, column: column + 1 }
    }
}

impl Lines {
    fn of(text: &str) -> Self {
        let starts = line_starts(text);
        let mut marks = Vec::new();
        let ends = starts.iter().skip(1).map(|&start| start as usize).chain([text.len()]);
        for (&start, end) in starts.iter().zip(ends) {
            let start = start as usize;
            let (mut at, mut before) = (start, 0);
            while end - at > STRIDE {
                let next = text.floor_char_boundary(at + STRIDE);
                let stretch = &text[at..next];
                before += match at == start {
                    true => columns(stretch.trim_start_matches(BOM)),
                    false => columns(stretch),
                };
                marks.push((offset(next), before));
                at = next;
            }
        }
        Self { starts, marks }
    }
}

fn columns(text: &str) -> u32 {
    text.chars().count() as u32
}

/// The byte order mark, which some editors write at the start of a file.
pub const BOM: char = '\u{FEFF}';

fn line_starts(text: &str) -> Vec<u32> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes());
    std::iter::once(0).chain(ends.map(|end| offset(end + 1))).collect()
}

/// Bytes as text, if they are UTF-8: looked at many at a time, for whole files are.
pub fn utf8(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

/// A text put together from stretches of a file, which remembers where each came from.
///
/// Unescaped strings, joined lines and patterns made of them all point back to the file this way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    /// The text itself.
    pub text: String,
    /// (offset in `text`, offset in the file) at the start of each stretch, in order.
    stretches: Vec<(u32, u32)>,
}

impl Mapped {
    /// A stretch of a file as it stands.
    pub fn new(text: &str, offset: usize) -> Self {
        let mut mapped = Self::default();
        mapped.push(text, offset);
        mapped
    }

    /// Adds text that starts at `offset` in the file.
    pub fn push(&mut self, text: &str, offset: usize) {
        self.stretches.push((self::offset(self.text.len()), self::offset(offset)));
        self.text.push_str(text);
    }

    /// Where a byte of the text came from in the file.
    pub fn offset(&self, at: usize) -> usize {
        let index = self.stretches.partition_point(|(start, _)| *start as usize <= at);
        match index.checked_sub(1).map(|index| self.stretches[index]) {
            Some((start, offset)) => offset as usize + (at - start as usize),
            None => at,
        }
    }

    /// A part of the text, still pointing to the file.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let mut slice = Self::new(&self.text[range.clone()], self.offset(range.start));
        let inner = self
            .stretches
            .iter()
            .filter(|(start, _)| range.start < *start as usize && (*start as usize) < range.end);
        slice.stretches.extend(inner.map(|(at, from)| (at - self::offset(range.start), *from)));
        slice
    }

    /// The stretches it is made of: start and end in the text, offset in the file.
    pub fn stretches(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let ends = self.stretches.iter().skip(1).map(|(start, _)| *start as usize);
        self.stretches
            .iter()
            .zip(ends.chain([self.text.len()]))
            .map(|(&(start, offset), end)| (start as usize, end, offset as usize))
    }

    /// Without white space at its ends.
    #[must_use]
    pub fn trimmed(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        let end = start + self.text.trim().len();
        self.slice(start..end)
    }

    /// The stretch of the file it was made from.
    pub fn span(&self) -> Span {
        let last = self.text.char_indices().next_back();
        let end = last.map_or(self.offset(0), |(at, c)| self.offset(at) + c.len_utf8());
        Span::new(self.offset(0), end.max(self.offset(0)))
    }
}

/// How many candidates for what was meant are looked at.
const MAX_CANDIDATES: usize = 10_000;

/// The candidate most like `word`, if one of the first `MAX_CANDIDATES` is near enough to be what
/// was meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).clamp(1, 3);
    let counts = counts(word);
    // A letter of ASCII is a byte, another has up to four.
    let is_ascii = word.is_ascii();
    let bytes =
        |candidate: &str| if is_ascii && candidate.is_ascii() { allowed } else { 4 * allowed };
    candidates
        .into_iter()
        .take(MAX_CANDIDATES)
        .filter(|candidate| word.len().abs_diff(candidate.len()) <= bytes(candidate))
        .filter(|candidate| *candidate != word && apart(&counts, candidate) <= bytes(candidate))
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// How often each byte stands in a word, those that are equal modulo 64 taken together.
fn counts(word: &str) -> [u8; 64] {
    let mut counts = [0_u8; 64];
    for byte in word.bytes() {
        let count = &mut counts[usize::from(byte % 64)];
        *count = count.saturating_add(1);
    }
    counts
}

/// How many bytes one word has that the other lacks, the larger of both ways. An edit changes those of
/// one letter at most: words that are further apart need not be compared.
fn apart(one: &[u8; 64], other: &str) -> usize {
    let other = counts(other);
    let more = |one: &[u8; 64], other: &[u8; 64]| -> u16 {
        one.iter().zip(other).map(|(one, other)| u16::from(one.saturating_sub(*other))).sum()
    };
    more(one, &other).max(more(&other, one)).into()
}

/// Words to guess among, found by pieces of themselves: a guess costs the same among ten thousand.
#[derive(Debug, Default)]
pub struct Candidates {
    words: Vec<String>,
    /// The words that a piece is of, by [`key`].
    by_piece: FxHashMap<u64, Vec<u32>>,
}

/// Up to so many words are compared one by one, and as many for each guess among more.
const FEW: usize = 64;

/// A piece that more words share does not tell them apart.
const MANY: usize = 256;

/// [`nearest`] allows three changes; they leave one piece of four as it was, though it may have
/// moved.
const PIECES: usize = 4;

impl Candidates {
    /// Gets words ready to guess among.
    pub fn new(words: Vec<String>) -> Self {
        let mut by_piece: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        if words.len() > FEW {
            for (word, index) in words.iter().zip(0..) {
                for number in 0..PIECES {
                    let piece = &word.as_bytes()[place(word.len(), number)];
                    by_piece.entry(key(word.len(), number, piece)).or_default().push(index);
                }
            }
        }
        Self { words, by_piece }
    }

    /// The word most like this one, if one is near enough to be what was meant.
    pub fn nearest(&self, word: &str) -> Option<&str> {
        if self.words.len() <= FEW {
            return nearest(word, self.words.iter().map(String::as_str));
        }
        let alike = self.alike(word.as_bytes());
        nearest(word, alike.into_iter().map(|index| self.words[index as usize].as_str()))
    }

    /// Words that have a piece in common with this one, a few at most.
    fn alike(&self, word: &[u8]) -> Vec<u32> {
        let mut alike = Vec::new();
        let moves = PIECES - 1;
        for length in word.len().saturating_sub(moves)..=word.len() + moves {
            for number in 0..PIECES {
                let place = place(length, number);
                for start in place.start.saturating_sub(moves)..=place.start + moves {
                    let Some(piece) = word.get(start..start + place.len()) else { break };
                    let found = self.by_piece.get(&key(length, number, piece));
                    alike.extend(found.filter(|words| words.len() <= MANY).into_iter().flatten());
                }
            }
        }
        alike.sort_unstable();
        // The more pieces a word shares, the likelier it is the one.
        let mut ranked: Vec<(Reverse<usize>, u32)> = alike
            .chunk_by(|one, next| one == next)
            .map(|same| (Reverse(same.len()), same[0]))
            .collect();
        ranked.sort_unstable();
        ranked.into_iter().take(FEW).map(|(_, index)| index).collect()
    }
}

/// Where a numbered piece stands in a word of some length.
fn place(length: usize, number: usize) -> Range<usize> {
    length * number / PIECES..length * (number + 1) / PIECES
}

/// Two pieces may share a key: whatever they find is compared as a whole.
fn key(length: usize, number: usize, piece: &[u8]) -> u64 {
    FxBuildHasher.hash_one((length, number, piece))
}

/// Reads a number of one to sixteen hexadecimal digits, letters small, and nothing else.
pub fn hexadecimal(digits: &str) -> Option<u64> {
    if !(1..=16).contains(&digits.len()) {
        return None;
    }
    let (mut number, mut seen) = (0, 0);
    for byte in digits.bytes() {
        let digit = HEXADECIMAL[usize::from(byte)];
        seen |= digit;
        number = (number << 4) | u64::from(digit & 0xF);
    }
    (seen <= 0xF).then_some(number)
}

/// What a byte is as a digit; more than 15 if it is none.
static HEXADECIMAL: [u8; 256] = {
    let (mut digits, mut value) = ([0xFF; 256], 0);
    while value < 16 {
        digits[b"0123456789abcdef"[value] as usize] = value as u8;
        value += 1;
    }
    digits
};

/// `1 message`, `2 messages`: a number with its noun, for what the tool says in English.
pub fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

/// `a story`, `an indicator`: a noun with its article, for what the tool says in English.
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// `a, b and c`, each in backticks, for what the tool says in English.
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let source = SourceText::new("a.ftl", "é = ü\nb = c\n");
        assert_eq!(source.position(0).to_string(), "1:1");
        assert_eq!(source.position("é = ".len()).to_string(), "1:5");
        assert_eq!(source.position("é = ü\n".len()).to_string(), "2:1");
        assert_eq!(source.position(usize::MAX).to_string(), "3:1");
    }

    #[test]
    fn columns_of_a_long_line_are_counted_from_its_start() {
        let text = format!("\u{FEFF}{}\n{}", "é".repeat(5000), "x".repeat(9000));
        let source = SourceText::new("a.ftl", text);
        assert_eq!(source.position(3 + 2 * 4500).to_string(), "1:4501");
        assert_eq!(source.position(3 + 2 * 5000).to_string(), "1:5001");
        assert_eq!(source.position(3 + 2 * 5000 + 1 + 8500).to_string(), "2:8501");
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let source = SourceText::new("a.ftl", "\u{FEFF}a = b");
        assert_eq!(source.position(3).to_string(), "1:1");
        assert_eq!(source.position(4).to_string(), "1:2");
    }

    #[test]
    fn nearest_is_silent_when_nothing_is_near() {
        assert_eq!(nearest("cuont", ["count", "name"]), Some("count"));
        assert_eq!(nearest("titel-page", ["title-page"]), Some("title-page"));
        assert_eq!(nearest("name", ["nome", "nam"]), Some("nam"));
        assert_eq!(nearest("x", ["count", "name"]), None);
    }

    #[test]
    fn a_guess_among_many_is_as_near_as_one_among_few() {
        let places = ["harbour", "market", "library", "school", "station", "museum"];
        let words: Vec<String> = (0..500)
            .map(|number| format!("{}-{}-{number}", places[number % 6], places[number / 7 % 6]))
            .collect();
        let candidates = Candidates::new(words.clone());
        for word in words.iter().step_by(9) {
            for at in [0, word.len() / 2, word.len() - 1] {
                let dropped = [&word[..at], &word[at + 1..]].concat();
                let added = [&word[..at], "x", &word[at..]].concat();
                let changed = [&word[..at], "xy", &word[at + 1..]].concat();
                for misspelt in [dropped, added, changed] {
                    let changes = |guess: &str| strsim::damerau_levenshtein(&misspelt, guess);
                    let among_all = nearest(&misspelt, words.iter().map(String::as_str));
                    let found = candidates.nearest(&misspelt).map(changes);
                    assert_eq!(found, among_all.map(changes), "{misspelt}");
                }
            }
        }
        assert_eq!(candidates.nearest("nothing-like-them"), None);
    }
}
