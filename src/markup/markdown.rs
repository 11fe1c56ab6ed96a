//! Inline Markdown: what a reader sees as a link, a picture, code or emphasis, and the signs that
//! were meant for one of these and are shown instead.
//!
//! A text is one block of a document, so nothing in it starts a block of its own.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::INSERTED;
use super::element::is_text_level;
use super::html::tags;

/// Stands before every line of a text, so that `1.` and `#` start no block. It is white space
/// (Ogham's, which no page needs), so that emphasis may begin beside it as in a line.
pub(super) const GUARD: char = '\u{1680}';

/// Stands for what a program puts into a text: a letter to Markdown, and as long.
const LETTER: char = '\u{E100}';

/// The inline Markdown of a text.
#[derive(Clone, Debug, Default)]
pub struct Markdown {
    /// Addresses of links, and where each link stands.
    pub links: Vec<(String, Range<usize>)>,
    /// Addresses of pictures, and where each stands.
    pub images: Vec<(String, Range<usize>)>,
    /// What code spans hold, and where each stands.
    pub code: Vec<(String, Range<usize>)>,
    /// Names of the tags of HTML, and where each stands.
    pub html: Vec<(String, Range<usize>)>,
    /// How many stretches are emphasised.
    pub emphasis: usize,
    /// Unescaped `*`, `_`, `` ` ``, `[` and `](` that are shown as they stand.
    shown: Vec<(&'static str, Range<usize>)>,
}

/// What a sign of Markdown was meant for that marks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkdownFault {
    /// Emphasis.
    Emphasis,
    /// Code.
    Code,
    /// A link or a picture.
    Link,
    /// An element of HTML, which is shown as it stands.
    Html,
}

impl Markdown {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let mut markdown = Self::default();
        // Without any of these there is nothing to read.
        if !text.contains(['*', '_', '`', '[', '<']) {
            return markdown;
        }
        read(text, |event, range| markdown.take(event, range, text));
        markdown
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>, text: &str) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.links.push((inserted(&dest_url), range));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.images.push((inserted(&dest_url), range));
            }
            Event::Start(Tag::Emphasis | Tag::Strong) => self.emphasis += 1,
            Event::Code(code) => self.code.push((inserted(&code), range)),
            Event::InlineHtml(tag) => {
                let name = tags(&tag).next().map(|tag| tag.name.to_owned());
                self.html.extend(name.map(|name| (name, range)));
            }
            Event::Text(_) => self.find_shown(range, text),
            _ => {}
        }
    }

    fn find_shown(&mut self, range: Range<usize>, text: &str) {
        let bytes = text.as_bytes();
        for at in range {
            // An event does not cover the backslash that escapes its first character.
            if at > 0 && bytes[at - 1] == b'\\' {
                continue;
            }
            let sign = match bytes.get(at) {
                Some(b'*') => "*",
                Some(b'_') if !is_within_word(text, at) => "_",
                Some(b'`') => "`",
                Some(b'[') => "[",
                Some(b']') if bytes.get(at + 1) == Some(&b'(') => "](",
                _ => continue,
            };
            self.shown.push((sign, at..at + sign.len()));
        }
    }

    /// The first sign that marks nothing although it was meant to, given the texts that this one is
    /// to be like. What one of those shows too is meant as it stands.
    pub fn fault(&self, like: &[Self]) -> Option<(Range<usize>, MarkdownFault)> {
        let lacks = |count: fn(&Self) -> usize| {
            like.iter().map(count).min().is_some_and(|least| count(self) < least)
        };
        let shown = |sign: &str| self.shows_beyond(sign, like);
        let strong = || {
            let is_like = like.iter().any(|like| like.shown_strong().is_some());
            self.shown_strong().filter(|_| !is_like)
        };
        let emphasis = || shown("*").or_else(|| shown("_")).filter(|_| lacks(|own| own.emphasis));
        let code = || shown("`").filter(|_| lacks(|own| own.code.len()));
        let link = || shown("[").filter(|_| lacks(|own| own.links.len() + own.images.len()));
        let html = || {
            let is_like = like.is_empty() || like.iter().any(|like| !like.html.is_empty());
            let (_, range) = self.html.iter().find(|(name, _)| is_text_level(name))?;
            (!is_like).then(|| range.clone())
        };
        let emphasis = strong().or_else(emphasis).map(|range| (range, MarkdownFault::Emphasis));
        emphasis
            .or_else(|| code().map(|range| (range, MarkdownFault::Code)))
            .or_else(|| {
                let link = link().or_else(|| shown("]("));
                link.map(|range| (range, MarkdownFault::Link))
            })
            .or_else(|| html().map(|range| (range, MarkdownFault::Html)))
    }

    /// Where a sign is shown that is shown in none of the others.
    fn shows_beyond(&self, sign: &str, others: &[Self]) -> Option<Range<usize>> {
        let first = |markdown: &Self| {
            let found = markdown.shown.iter().find(|(shown, _)| *shown == sign)?;
            Some(found.1.clone())
        };
        first(self).filter(|_| others.iter().all(|other| first(other).is_none()))
    }

    /// Where two `*` are shown beside each other.
    fn shown_strong(&self) -> Option<Range<usize>> {
        let stars: Vec<&Range<usize>> =
            self.shown.iter().filter(|(sign, _)| *sign == "*").map(|(_, range)| range).collect();
        let pair = stars.windows(2).find(|pair| pair[0].end == pair[1].start)?;
        Some(pair[0].start..pair[1].end)
    }
}

/// Calls `take` with every event of a text's inline Markdown, and where it stands in the text. In what
/// an event holds, a letter of private use stands for what a program puts in: see [`inserted`].
pub(super) fn read(text: &str, mut take: impl FnMut(Event<'_>, Range<usize>)) {
    let mut guarded = String::with_capacity(text.len() + GUARD.len_utf8());
    let mut starts = Vec::new();
    for line in text.split_inclusive('\n') {
        starts.push(guarded.len());
        guarded.push(GUARD);
        guarded.extend(line.chars().map(|c| if c == INSERTED { LETTER } else { c }));
    }
    let place = |at: usize| {
        let lines = starts.partition_point(|&start| start < at);
        at.saturating_sub(lines * GUARD.len_utf8())
    };
    for (event, range) in
        Parser::new_ext(&guarded, Options::ENABLE_STRIKETHROUGH).into_offset_iter()
    {
        take(event, place(range.start)..place(range.end));
    }
}

/// What an event holds, with the object replacement character for what a program puts in.
pub(super) fn inserted(text: &str) -> String {
    text.replace(LETTER, INSERTED.encode_utf8(&mut [0; 3]))
}

/// Whether a `_` stands between letters, where it never marks emphasis.
fn is_within_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + 1..].chars().next();
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    is_word(before) && is_word(behind)
}

/// What `&name;` stands for; `None` if there is no such entity.
pub(super) fn entity(entity: &str) -> Option<String> {
    let mut text = String::new();
    for event in Parser::new(entity) {
        if let Event::Text(part) = event {
            text.push_str(&part);
        }
    }
    (text != entity).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_one_block() {
        let text = "1. [a](b) *c*\n# `d` ![e](f)";
        let markdown = Markdown::new(text);
        let places = |found: &[(String, Range<usize>)]| -> Vec<(String, String)> {
            found.iter().map(|(what, at)| (what.clone(), text[at.clone()].to_owned())).collect()
        };
        assert_eq!(places(&markdown.links), [("b".to_owned(), "[a](b)".to_owned())]);
        assert_eq!(places(&markdown.code), [("d".to_owned(), "`d`".to_owned())]);
        assert_eq!(places(&markdown.images), [("f".to_owned(), "![e](f)".to_owned())]);
        assert_eq!(markdown.emphasis, 1);
        assert!(markdown.shown.is_empty());
    }

    #[test]
    fn signs_that_mark_nothing_are_seen() {
        let shown = |text: &str| -> Vec<String> {
            let markdown = Markdown::new(text);
            markdown.shown.iter().map(|(_, at)| text[at.clone()].to_owned()).collect()
        };
        assert_eq!(shown("**「a」**b"), ["*", "*", "*", "*"]);
        assert_eq!(shown(r"2 \* 3, a_b, \[x\], [y\](z)"), ["["]);
        assert_eq!(shown("[a](b c)"), ["[", "]("]);
        assert_eq!(shown("[\u{FFFC}](https://a.b/\u{FFFC})"), [""; 0]);
    }

    #[test]
    fn a_sign_is_wrong_where_the_source_shows_none() {
        let fault = |text: &str, like: &str| {
            Markdown::new(text).fault(&[Markdown::new(like)]).map(|(_, fault)| fault)
        };
        assert_eq!(fault("**「重要」**です", "**important**"), Some(MarkdownFault::Emphasis));
        assert_eq!(fault("un *mot", "a *word*"), Some(MarkdownFault::Emphasis));
        assert_eq!(fault("le `code", "the `code`"), Some(MarkdownFault::Code));
        assert_eq!(fault("[un lien] (x)", "[a link](x)"), Some(MarkdownFault::Link));
        assert_eq!(fault("un <b>mot</b>", "a word"), Some(MarkdownFault::Html));
        assert_eq!(fault("重要です", "**important**"), None);
        assert_eq!(fault("2 * 3 [sic]", "2 * 3"), None);
        assert_eq!(fault("Ce [mot]", "This word"), None);
    }

    #[test]
    fn an_entity_is_asked_for_by_name() {
        assert_eq!(entity("&nbsp;").as_deref(), Some("\u{A0}"));
        assert_eq!(entity("&Tab;").as_deref(), Some("\t"));
        assert_eq!(entity("&espace;"), None);
    }
}
