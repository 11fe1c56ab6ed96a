//! Words of two texts side by side: which stayed, for people to see, and how many, for the class of a
//! change.

use std::ops::Range;

use super::Language;
use super::fold::{END, MARK, WORD, is_sign};
use super::reading::Reading;
use crate::align::{DiffOp, DiffTag, align};
use crate::markup;

/// A stretch of two texts. Those that are the same or added make up the new text in order; those that
/// are the same or removed the old one, but for the kind of its white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// In both, as the new one has it.
    Same(&'t str),
    /// In the old one.
    Removed(&'t str),
    /// In the new one. It follows what it replaces.
    Added(&'t str),
}

/// How one text became the other, word by word. A placeable without variants, a tag and an address are
/// a word each. A few words that stayed between longer changes are shown as changed.
pub fn diff<'t>(old: &'t str, new: &'t str, language: &Language) -> Vec<Piece<'t>> {
    let (before, after) = (tokens(old, language), tokens(new, language));
    let keys = |text: &'t str, tokens: &[Range<usize>]| -> Vec<&'t str> {
        let key = |token: &Range<usize>| &text[token.clone()];
        tokens.iter().map(key).map(|token| if is_blank(token) { " " } else { token }).collect()
    };
    let (before_keys, after_keys) = (keys(old, &before), keys(new, &after));
    let ops = align(before_keys.iter().copied(), after_keys.iter().copied());
    let mut pieces = Vec::new();
    for step in steps(&ops, &before_keys, &after_keys) {
        let (removed, added) = (stretch(old, &before, &step.old), stretch(new, &after, &step.new));
        if step.is_same {
            pieces.push(Piece::Same(added));
            continue;
        }
        pieces.extend((!removed.is_empty()).then_some(Piece::Removed(removed)));
        pieces.extend((!added.is_empty()).then_some(Piece::Added(added)));
    }
    pieces
}

/// Tokens of both texts that are the same, or stand for each other.
#[derive(Clone, Debug)]
struct Step {
    is_same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// More words that stayed are always shown as such.
const FEW: usize = 2;

/// Changes and what is the same between them, by turns; changes that hardly anything parts are one.
fn steps(ops: &[DiffOp], old: &[&str], new: &[&str]) -> Vec<Step> {
    let all = ops.iter().map(|op| {
        let is_same = op.tag() == DiffTag::Equal;
        Step { is_same, old: op.old_range(), new: op.new_range() }
    });
    let words =
        |step: &Step| words_in(&old[step.old.clone()]).max(words_in(&new[step.new.clone()]));
    // First over signs and spaces, so that the length of a change is known when it comes to words.
    let changes = joined(all, |_, island, _| words(island) == 0);
    joined(changes.into_iter(), |before, island, after| {
        words(island) <= FEW && words(island) < words(before).min(words(after))
    })
}

/// Joins changes that are parted by nothing, or by an island that may be lost.
fn joined(
    steps: impl Iterator<Item = Step>,
    may_be_lost: impl Fn(&Step, &Step, &Step) -> bool,
) -> Vec<Step> {
    let mut joined: Vec<Step> = Vec::new();
    for step in steps {
        let length = joined.len();
        match joined.as_mut_slice() {
            [.., last] if last.is_same == step.is_same => join(last, &step),
            [.., before, island] if !step.is_same && may_be_lost(before, island, &step) => {
                join(before, &step);
                joined.truncate(length - 1);
            }
            _ => joined.push(step),
        }
    }
    joined
}

fn join(first: &mut Step, last: &Step) {
    first.old.end = last.old.end;
    first.new.end = last.new.end;
}

fn words_in(tokens: &[&str]) -> usize {
    tokens.iter().filter(|token| token.contains(|c: char| c.is_alphanumeric())).count()
}

fn stretch<'t>(text: &'t str, tokens: &[Range<usize>], range: &Range<usize>) -> &'t str {
    match &tokens[range.clone()] {
        [] => "",
        [only] => &text[only.clone()],
        [first, .., last] => &text[first.start..last.end],
    }
}

fn is_blank(token: &str) -> bool {
    token.chars().all(char::is_whitespace)
}

/// Words, white space and signs, which tile the text.
fn tokens(text: &str, language: &Language) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = placeables(text);
    if text.contains('<') {
        whole.extend(markup::tags(text).map(|tag| tag.range));
    }
    whole.extend(markup::links(text).chain(markup::emails(text)).map(|link| link.range));
    whole.sort_by_key(|range| (range.start, usize::MAX - range.end));
    let mut tokens = Vec::new();
    let mut at = 0;
    for range in whole {
        if range.start >= at {
            segment(text, at..range.start, language, &mut tokens);
            at = range.end;
            tokens.push(range);
        }
    }
    segment(text, at..text.len(), language, &mut tokens);
    tokens
}

/// Braces with no other braces and no line break in them.
fn placeables(text: &str) -> Vec<Range<usize>> {
    let mut open = None;
    let mut found = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open = Some(at),
            b'\n' => open = None,
            b'}' => found.extend(open.take().map(|start| start..at + 1)),
            _ => {}
        }
    }
    found
}

fn segment(text: &str, range: Range<usize>, language: &Language, tokens: &mut Vec<Range<usize>>) {
    if range.is_empty() {
        return;
    }
    let (mut start, mut is_behind_blank) = (range.start, false);
    for end in language.segmenter.segment_str(&text[range.clone()]).skip(1) {
        let token = start..range.start + end;
        start = token.end;
        let is_blank = is_blank(&text[token.clone()]);
        match tokens.last_mut() {
            Some(last) if is_blank && is_behind_blank => last.end = token.end,
            _ => tokens.push(token),
        }
        is_behind_blank = is_blank;
    }
}

/// Whether most words of two readings are the same: at least half of both together, in order. A word
/// with a letter or two exchanged is the same; so are words of which only the case differs. The same
/// words in another order are kept, and so are the same letters with other spaces or vowel signs.
pub(super) fn keeps_words(old: &Reading, new: &Reading, language: &Language) -> bool {
    let (mut before, mut after) = (words(old, language), words(new, language));
    // Of several ways to align them one is taken, which must be the same for an edit and its undoing.
    if before > after {
        std::mem::swap(&mut before, &mut after);
    }
    let ops = align(before.iter().map(String::as_str), after.iter().map(String::as_str));
    let kept: usize = ops.iter().map(|op| kept(op, &before, &after)).sum();
    if 4 * kept >= before.len() + after.len() || letters(&before).eq(letters(&after)) {
        return true;
    }
    before.sort_unstable();
    after.sort_unstable();
    before == after
}

/// What words are made of, without marks on letters.
fn letters(words: &[String]) -> impl Iterator<Item = char> {
    words.iter().flat_map(|word| word.chars()).filter(|&c| !is_sign(c))
}

/// Whether the words of two readings are the same, in order.
pub(super) fn has_same_words(old: &Reading, new: &Reading, language: &Language) -> bool {
    words(old, language) == words(new, language)
}

fn kept(op: &DiffOp, old: &[String], new: &[String]) -> usize {
    let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
    match op.tag() {
        DiffTag::Equal => old.len(),
        DiffTag::Replace => old.iter().zip(new).filter(|(one, two)| is_mended(one, two)).count(),
        DiffTag::Delete | DiffTag::Insert => 0,
    }
}

/// Longer words are not compared letter by letter.
const LONG: usize = 64;

/// Whether two words are as near as a word is to its misspelling: a letter for each four.
fn is_mended(one: &str, two: &str) -> bool {
    let (letters, others) = (one.chars().count(), two.chars().count());
    let allowed = letters.min(others) / 4;
    letters.max(others) <= LONG
        && letters.abs_diff(others) <= allowed
        && !one.starts_with(WORD)
        && strsim::damerau_levenshtein(one, two) <= allowed
}

/// The words of a reading, and what stands like words, in small letters.
fn words(reading: &Reading, language: &Language) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = reading.meaning.as_str();
    while let Some(start) = rest.find([WORD, MARK]) {
        plain_words(&rest[..start], language, &mut words);
        let end = rest[start..].find(END).map_or(rest.len(), |end| start + end);
        if rest[start..].starts_with(WORD) {
            words.push(rest[start..end].to_owned());
        }
        rest = rest.get(end + END.len_utf8()..).unwrap_or_default();
    }
    plain_words(rest, language, &mut words);
    words
}

fn plain_words(text: &str, language: &Language, words: &mut Vec<String>) {
    let mut start = 0;
    for (end, kind) in language.segmenter.segment_str(text).iter_with_word_type().skip(1) {
        if kind.is_word_like() {
            words.push(text[start..end].to_lowercase());
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn language(code: &str) -> Language {
        Language::new(&Locale::parse(code).expect("a locale").tag)
    }

    fn shown(pieces: &[Piece<'_>]) -> String {
        let shown = pieces.iter().map(|piece| match piece {
            Piece::Same(text) => (*text).to_owned(),
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("{{+{text}+}}"),
        });
        shown.collect()
    }

    #[test]
    fn a_diff_shows_whole_words() {
        let rows = [
            ("en", "Save the file", "Save this file", "Save [-the-]{+this+} file"),
            ("en", "Delete it", "Delete it now", "Delete it{+ now+}"),
            ("en", "same", "same", "same"),
            ("en", "", "new", "{+new+}"),
            ("en", "old", "", "[-old-]"),
            ("en", "a  b\nc", "a b d", "a b [-c-]{+d+}"),
            ("en", "Don't go", "Do not go", "[-Don't-]{+Do not+} go"),
            ("en", "Hi { $name }!", "Hi { $user }!", "Hi [-{ $name }-]{+{ $user }+}!"),
            (
                "en",
                "<a href=\"/x\">Go</a>",
                "<a href=\"/y\">Go</a>",
                "[-<a href=\"/x\">-]{+<a href=\"/y\">+}Go</a>",
            ),
            (
                "en",
                "See https://a.example/b.",
                "See https://a.example/c.",
                "See [-https://a.example/b-]{+https://a.example/c+}.",
            ),
            // What stayed between longer changes is hard to read.
            (
                "en",
                "Large brown dogs and small white cats sleep.",
                "Tiny grey birds and quick red foxes sleep.",
                "[-Large brown dogs and small white cats-]{+Tiny grey birds and quick red foxes+} sleep.",
            ),
            ("en", "the cat sat", "a cat stood", "[-the-]{+a+} cat [-sat-]{+stood+}"),
            ("zh", "打开设置页面", "打开帮助页面", "打开[-设置-]{+帮助+}页面"),
            ("ja", "設定を開く", "設定を閉じる", "設定を[-開く-]{+閉じる+}"),
            ("th", "เปิดหน้าต่าง", "ปิดหน้าต่าง", "[-เปิด-]{+ปิด+}หน้าต่าง"),
            ("ar", "افتح الملف الآن", "أغلق الملف الآن", "[-افتح-]{+أغلق+} الملف الآن"),
            ("he", "פתח את הקובץ", "סגור את הקובץ", "[-פתח-]{+סגור+} את הקובץ"),
            (
                "en",
                "{ $n ->\n [one] a file\n *[other] { $n } files\n }",
                "{ $n ->\n [one] one file\n *[other] { $n } files\n }",
                "{ $n ->\n [one] [-a-]{+one+} file\n *[other] { $n } files\n }",
            ),
        ];
        for (code, old, new, expected) in rows {
            assert_eq!(shown(&diff(old, new, &language(code))), expected, "{code}: {old} → {new}");
        }
    }

    #[test]
    fn long_texts_are_compared_in_a_moment() {
        let english = language("en");
        let words = |seed: usize| -> String {
            (0..30_000).map(|at| format!("w{} ", (at * at + seed * at) % 9_973)).collect()
        };
        let (old, new) = (words(1), words(7));
        let pieces = diff(&old, &new, &english);
        let rebuilt = pieces.iter().filter_map(|piece| match piece {
            Piece::Same(text) | Piece::Added(text) => Some(*text),
            Piece::Removed(_) => None,
        });
        assert_eq!(rebuilt.collect::<String>(), new);
    }
}
