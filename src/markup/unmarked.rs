//! A text without its markup: neither tags, nor addresses, nor what a program puts in.

use std::borrow::Cow;
use std::ops::Range;

use super::INSERTED;
use super::html::{Entity, entities, tags};
use super::link::{emails, links};
use super::markdown::Markdown;

/// A text with spaces in place of its markup; every word stays where it is.
pub fn unmarked(text: &str, is_markdown: bool) -> Cow<'_, str> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    if text.contains('<') {
        ranges.extend(tags(text).map(|tag| tag.range));
    }
    if text.contains('&') {
        ranges.extend(entities(text).filter(Entity::is_known).map(|entity| entity.range));
    }
    if text.contains(['/', '.']) {
        ranges.extend(links(text).chain(emails(text)).map(|link| link.range));
    }
    if is_markdown {
        let markdown = Markdown::new(text);
        ranges.extend(markdown.links.iter().chain(&markdown.images).map(|(_, range)| {
            let shown = text[range.clone()].rfind("](").unwrap_or(0);
            range.start + shown..range.end
        }));
    }
    let inserted = text.match_indices(INSERTED);
    ranges.extend(inserted.map(|(start, it)| start..start + it.len()));
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    ranges.sort_by_key(|range| range.start);
    let mut plain = String::with_capacity(text.len());
    for range in ranges {
        let start = range.start.max(plain.len());
        plain.push_str(&text[plain.len()..start]);
        plain.extend(std::iter::repeat_n(' ', range.end.saturating_sub(start)));
    }
    plain.push_str(&text[plain.len()..]);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_where_they_are() {
        let text = "<h1>1</h1> a&#160;2 https://a.example/3 \u{FFFC}é";
        assert_eq!(unmarked(text, false), "    1      a      2                        é");
        assert_eq!(unmarked("[4](/5) `6`", true), "[4      `6`");
        assert_eq!(unmarked("plain 7", false), "plain 7");
    }
}
