//! Words of shown texts: which of them a translator would write otherwise, and where one begins and
//! ends. Lists of words are rules' and projects' business.

use std::collections::HashSet;
use std::ops::Range;

use crate::evaluate::HOLE;

/// The words of a text that are words of its language: no markup, code, addresses, numbers, names in
/// capitals, nor names within a sentence. Each once, in order.
///
/// Scripts that write no spaces give two characters at a time, about as much as a word.
pub(super) fn plain(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let mut is_start = true;
    for (token, index) in tokens(text).zip(0..) {
        if token.bytes().all(|byte| byte == b'=') {
            // What stands before it was a name for a program.
            words.pop();
            continue;
        }
        if index == 0 && token.ends_with(':') && token.starts_with(char::is_lowercase) {
            // The program that speaks: `mv: extra operand`.
            continue;
        }
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if is_word(token, word)
            && (is_start || !is_capitalised(word))
            && known.insert(word.to_lowercase())
        {
            words.extend(pieces(word));
        }
        is_start = ends_sentence(token) || (is_start && word.is_empty());
    }
    words
}

/// How many words a text has, names and repetitions included.
pub(super) fn count(text: &str) -> usize {
    let words = tokens(text).filter_map(|token| {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        word.contains(char::is_alphabetic).then(|| pieces(word).count())
    });
    words.sum()
}

/// What stands between spaces, tags, code and placeables.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == HOLE);
            let closing = match rest.chars().next()? {
                '<' => '>',
                '`' => '`',
                _ => break,
            };
            match rest[1..].find(closing) {
                Some(end) => rest = &rest[1 + end + 1..],
                None => rest = &rest[1..],
            }
        }
        let ends = |c: char| c.is_whitespace() || c == HOLE || c == '<' || c == '`';
        let (token, behind) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = behind;
        Some(token)
    })
}

/// Whether the word of a token is written for people: `--help`, `[file]`, `a/b`, `v2`, `UTF` are
/// not, nor is a letter by itself.
fn is_word(token: &str, word: &str) -> bool {
    let inner = |c: char| matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '\u{AD}');
    let is_spelt = word.chars().all(|c| is_letter(c) || inner(c));
    let is_option = token.trim_start_matches(['[', '(']).starts_with('-');
    let is_bracketed = token.starts_with('[') && token.trim_end_matches('.').ends_with(']');
    let is_code = token.contains(['/', '\\', '_', '=', '$', '@', '|']) || token.contains("](");
    let mut letters = word.chars().skip(1).filter(|&c| is_letter(c)).peekable();
    let is_letter_alone = letters.peek().is_none() && !word.contains(is_unspaced);
    let has_inner_capital = letters.any(char::is_uppercase);
    is_spelt && !is_option && !is_bracketed && !is_code && !is_letter_alone && !has_inner_capital
}

/// A letter, or a mark on one.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_joining(c)
}

/// Marks that stand within words: combining accents, vowel signs, viramas, joiners.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}'
        | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{93C}' | '\u{94D}' | '\u{9BC}' | '\u{9CD}'
        | '\u{A3C}' | '\u{A4D}' | '\u{ABC}' | '\u{ACD}' | '\u{B3C}' | '\u{B4D}' | '\u{BCD}'
        | '\u{C4D}' | '\u{CCD}' | '\u{D4D}' | '\u{DCA}' | '\u{E47}'..='\u{E4E}'
        | '\u{EC8}'..='\u{ECE}' | '\u{1039}' | '\u{103A}' | '\u{17C9}'..='\u{17D3}'
        | '\u{200C}' | '\u{200D}')
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn ends_sentence(token: &str) -> bool {
    let token = token.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*']);
    token.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '।', '؟', '۔'])
}

/// A word as one, or where its script writes no spaces, in pairs of characters.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let step = if word.contains(is_unspaced) { 2 } else { usize::MAX };
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.char_indices().nth(step).map_or(rest.len(), |(end, _)| end);
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

/// Whether a character is of a script that writes no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Where a text stands in another as words of their own, its case as given.
pub(super) fn find(text: &str, words: &str) -> impl Iterator<Item = Range<usize>> {
    let found = text.match_indices(words).map(|(start, words)| start..start + words.len());
    found.filter(move |range| is_apart(text, range))
}

/// The same, but in any case.
pub(super) fn find_in_any_case(text: &str, words: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = text.char_indices().filter_map(move |(start, _)| {
        let end = start + same_start(&text[start..], words)?;
        Some(start..end)
    });
    ends.filter(move |range| is_apart(text, range))
}

/// How much of a text is the given words in whatever case, if it starts with them.
fn same_start(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    let mut wanted = words.chars().flat_map(char::to_lowercase).peekable();
    let mut end = 0;
    while wanted.peek().is_some() {
        let (at, c) = rest.next()?;
        if !c.to_lowercase().all(|c| wanted.next() == Some(c)) {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(end)
}

/// Whether a stretch of a text does not begin or end within a word.
pub(super) fn is_apart(text: &str, range: &Range<usize>) -> bool {
    let ends = |one: Option<char>, other: Option<char>| {
        let (Some(one), Some(other)) = (one, other) else { return true };
        let is_inner = |c: char| c.is_alphanumeric() || is_joining(c) || c == '_';
        !(is_inner(one) && is_inner(other)) || is_unspaced(one) || is_unspaced(other)
    };
    let inside = &text[range.clone()];
    ends(text[..range.start].chars().next_back(), inside.chars().next())
        && ends(inside.chars().next_back(), text[range.end..].chars().next())
}

/// Whether a stretch of a text lies in a tag, in code, or in an address.
pub(super) fn is_in_code(text: &str, range: &Range<usize>) -> bool {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let is_open = |open: char, close: char| {
        before.rfind(open).is_some_and(|at| !before[at..].contains(close)) && behind.contains(close)
    };
    let is_quoted = before.matches('`').count() % 2 == 1 && behind.contains('`');
    let start = before.rfind(|c: char| c.is_whitespace()).map_or(0, |space| space + 1);
    let end = behind.find(|c: char| c.is_whitespace()).unwrap_or(behind.len());
    let token = &text[start..range.end + end];
    let is_address = token.contains("://") || token.contains("www.") || token.contains('@');
    is_open('<', '>') || is_quoted || is_address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_are_what_a_translator_would_write_otherwise() {
        assert_eq!(plain("Made by \u{FFFC}"), ["Made", "by"]);
        assert_eq!(plain("printf FORMAT [ARGUMENT]... printf OPTION"), ["printf"]);
        assert_eq!(
            plain("See <b>the docs</b> at https://a.org or a@b.org"),
            ["See", "the", "docs", "at", "or"]
        );
        assert_eq!(plain("mv [-T] [file]... a missing operand"), ["mv", "missing", "operand"]);
        assert_eq!(plain("mv: missing operand"), ["missing", "operand"]);
        assert_eq!(plain("min = \u{FFFC}; time = \u{FFFC};"), [""; 0]);
        assert_eq!(
            plain("Open Firefox. Then wait, ask iOS, run `make it` --now"),
            ["Open", "Then", "wait", "ask", "run"]
        );
        assert_eq!(plain("设置语言"), ["设置", "语言"]);
        assert_eq!(plain("“Hello”"), ["Hello"]);
    }

    #[test]
    fn counted_words_include_names_and_repetitions() {
        assert_eq!(count("New York, New York 2024"), 4);
        assert_eq!(count("設定を開く"), 3);
    }

    #[test]
    fn words_are_found_apart() {
        let starts = |text, words| find(text, words).map(|range| range.start).collect::<Vec<_>>();
        assert_eq!(starts("Relays and Relay", "Relay"), [11]);
        assert_eq!(starts("使用Relay打开", "Relay"), ["使用".len()]);
        assert_eq!(starts("打开邮箱", "邮箱"), ["打开".len()]);
        assert_eq!(starts("l’Relay-a", "Relay"), ["l’".len()]);
        let any: Vec<_> = find_in_any_case("Ünder ÜND und Und", "und").collect();
        assert_eq!(any, [12..15, 16..19]);
    }
}
