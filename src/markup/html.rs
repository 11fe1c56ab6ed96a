//! Tags, their attributes and entities, as the HTML standard's tokenizer finds them in a text.
//!
//! Unlike a browser it repairs nothing: what is broken stays to be seen, and where a text goes on
//! after a broken tag it is read on. A `<` that starts no tag is text, such as in `a < b`.

use std::borrow::Cow;
use std::ops::Range;

use super::INSERTED;

/// `<a href="…">` or `</a>`, where it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'t> {
    /// From its `<` to behind its `>`.
    pub range: Range<usize>,
    /// As it is written.
    pub name: &'t str,
    /// Whether it is `</…>`.
    pub is_end: bool,
    /// Whether it is `<…/>`.
    pub is_self_closing: bool,
    /// Whether it has its `>`.
    pub is_complete: bool,
    /// What stands behind the name, and where.
    rest: &'t str,
    offset: usize,
}

/// An attribute of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute<'t> {
    /// In the text of the tag: name and value.
    pub range: Range<usize>,
    /// As it is written.
    pub name: &'t str,
    /// Without its quotation marks, entities still in it. `None` without `=`.
    pub value: Option<&'t str>,
}

impl<'t> Tag<'t> {
    /// Whether its name is this one, in small letters.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Its attributes, in order.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'t>> + use<'t> {
        let (rest, offset) = (self.rest, self.offset);
        let mut at = 0;
        std::iter::from_fn(move || {
            let mut found = attribute(rest, at)?;
            at = found.range.end;
            found.range = offset + found.range.start..offset + found.range.end;
            Some(found)
        })
    }

    /// An attribute by name, in small letters.
    pub fn attribute(&self, name: &str) -> Option<Attribute<'t>> {
        self.attributes().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
    }
}

/// The tags of a text, in order. Comments are passed over.
pub fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    // Behind the last comment; searched for once, not at every `<!--` that nothing ends.
    let comments_end = text.rfind("-->").unwrap_or(0);
    std::iter::from_fn(move || {
        loop {
            let start = at + memchr::memchr(b'<', text.as_bytes().get(at..)?)?;
            at = start + 1;
            if start < comments_end
                && let Some(inner) = text[start..].strip_prefix("<!--")
                && let Some(length) = inner.find("-->")
            {
                at = start + "<!--".len() + length + "-->".len();
            } else if let Some(tag) = tag(text, start) {
                at = tag.range.end;
                return Some(tag);
            }
        }
    })
}

fn tag(text: &str, start: usize) -> Option<Tag<'_>> {
    let inner = &text[start + 1..];
    let (is_end, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != ':');
    let (name, rest) = inner.split_at(length.unwrap_or(inner.len()));
    // What a program puts in right behind a name becomes a part of it.
    let is_joined = rest.starts_with(INSERTED);
    let ends_name =
        |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<') || c == INSERTED;
    // `<bug@example.org>` and `<file_name>` are no tags, nor is `<https://…>`.
    if !name.starts_with(|c: char| c.is_ascii_alphabetic())
        || !rest.chars().next().is_none_or(ends_name)
        || (name.ends_with(':') && rest.starts_with('/'))
    {
        return None;
    }
    let offset = text.len() - rest.len();
    let (length, is_closed, is_complete) = end_of_tag(rest);
    let rest = &rest[..length];
    let range = start..offset + length + usize::from(is_closed);
    let is_complete = is_complete && !is_joined;
    let is_self_closing = is_complete && rest.ends_with('/');
    Some(Tag { range, name, is_end, is_self_closing, is_complete, rest, offset })
}

/// How long what stands between a tag's name and its `>` is, whether there is a `>`, and whether a
/// browser would see it. Without one the tag reaches to the next `<`.
fn end_of_tag(rest: &str) -> (usize, bool, bool) {
    let mut at = 0;
    while let Some(found) = attribute(rest, at) {
        at = found.range.end;
    }
    let tail = &rest[at..];
    let Some(length) = tail.find(['<', '>']) else { return (rest.len(), false, false) };
    let is_closed = tail.as_bytes()[length] == b'>';
    // Anything left over is a value whose quotation mark is never closed.
    let is_blank = tail[..length].trim_start_matches(is_blank).is_empty();
    (at + length, is_closed, is_closed && is_blank)
}

fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace() || c == '/'
}

/// The attribute at or behind `at`, up to the end of the tag.
fn attribute(rest: &str, at: usize) -> Option<Attribute<'_>> {
    let start = rest.len() - rest[at..].trim_start_matches(is_blank).len();
    let ends = |c: char| is_blank(c) || matches!(c, '=' | '<' | '>');
    let name_end = position(rest, start, ends);
    let name = &rest[start..name_end];
    if name.is_empty() {
        // A lone `=` is passed over, so that reading goes on.
        let is_lone = rest[start..].starts_with('=');
        return is_lone.then(|| Attribute { range: start..start + 1, name, value: None });
    }
    let behind = rest[name_end..].trim_start_matches(|c: char| c.is_ascii_whitespace());
    let Some(behind) = behind.strip_prefix('=') else {
        return Some(Attribute { range: start..name_end, name, value: None });
    };
    let value = behind.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let from = rest.len() - value.len();
    for quote in ['"', '\''] {
        let Some(quoted) = value.strip_prefix(quote) else { continue };
        let length = quoted.find(quote)?;
        let end = from + 1 + length + 1;
        return Some(Attribute { range: start..end, name, value: Some(&quoted[..length]) });
    }
    let bare = |c: char| c.is_ascii_whitespace() || matches!(c, '<' | '>');
    let end = position(rest, from, bare);
    Some(Attribute { range: start..end, name, value: Some(&rest[from..end]) })
}

fn position(text: &str, from: usize, ends: impl Fn(char) -> bool) -> usize {
    text[from..].find(ends).map_or(text.len(), |length| from + length)
}

/// `&name;` or `&#8239;` in a text, or what was meant to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity<'t> {
    /// From `&` to behind its `;`.
    pub range: Range<usize>,
    /// Between `&` and `;`, with any space there is.
    pub name: &'t str,
}

/// Whatever stands between `&` and `;` and may be meant for an entity, in order.
pub fn entities(text: &str) -> impl Iterator<Item = Entity<'_>> {
    memchr::memchr_iter(b'&', text.as_bytes()).filter_map(|start| {
        let inner = &text[start + 1..];
        let length = inner.bytes().take(MAX_ENTITY).position(|byte| byte == b';')?;
        let name = &inner[..length];
        let bare = name.trim_matches(' ');
        let is_name = !bare.is_empty()
            && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        is_name.then(|| Entity { range: start..start + 1 + name.len() + 1, name })
    })
}

/// Longer than the longest name of an entity.
const MAX_ENTITY: usize = 40;

impl Entity<'_> {
    /// Whether it stands for a character as it is written.
    pub fn is_known(&self) -> bool {
        let written = format!("&{};", self.name);
        !self.name.contains(' ') && *decoded(&written) != *written
    }

    /// What it was meant to be, if a space got into it.
    pub fn without_space(&self) -> Option<String> {
        let name = self.name.trim_matches(' ');
        let mended = Entity { range: self.range.clone(), name };
        (name != self.name && mended.is_known()).then(|| format!("&{name};"))
    }
}

/// A text with its entities read as a browser reads them in an attribute, `;` forgotten or not.
pub fn decoded(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match numeric(rest) {
            Some((c, length)) => {
                decoded.push(c);
                length
            }
            None => named(rest, &mut decoded),
        };
        rest = &rest[length..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// The character that `&#…` at the start of a text stands for, and how long that is.
fn numeric(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("&#")?;
    let (digits, radix) = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (digits, 10),
    };
    let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let digits = &digits[..length];
    let number = u32::from_str_radix(digits, radix).ok()?;
    let end = digits.as_ptr() as usize - text.as_ptr() as usize + length;
    let end = end + usize::from(text[end..].starts_with(';'));
    Some((char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER), end))
}

/// Writes what `&name;` at the start of a text stands for, or the `&`, and says how long it is.
///
/// CommonMark has the entities of HTML, so its parser, which carries them, is asked.
fn named(text: &str, decoded: &mut String) -> usize {
    let length = text[1..].find(|c: char| !c.is_ascii_alphanumeric()).map(|length| length + 1);
    if let Some(length) = length
        && length <= MAX_ENTITY
        && text[length..].starts_with(';')
        && let entity = &text[..length + 1]
        && let Some(character) = super::markdown::entity(entity)
    {
        decoded.push_str(&character);
        return entity.len();
    }
    decoded.push('&');
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        tags(text).map(|tag| &text[tag.range]).collect()
    }

    #[test]
    fn tags_are_told_from_what_only_looks_like_them() {
        assert_eq!(names("a <b>c</b> <br/>"), ["<b>", "</b>", "<br/>"]);
        assert_eq!(names("a < b, x <3, <\u{FFFC}>, <a@b.c>, <https://a.b>, </>"), [""; 0]);
        assert_eq!(names("<!-- <b> --> <i>"), ["<i>"]);
        assert_eq!(names("<dosya_adı> <file>"), ["<file>"]);
        assert!(tags("<a\u{FFFC}>").all(|tag| !tag.is_complete));
    }

    #[test]
    fn a_tag_ends_behind_its_quoted_values() {
        assert_eq!(
            names(r#"<a title="x > y" b='<'>z</a>"#),
            [r#"<a title="x > y" b='<'>"#, "</a>"]
        );
        assert_eq!(names("<b <i>x"), ["<b ", "<i>"]);
        assert_eq!(names(r#"<a href="x>y</a>"#), [r#"<a href="x>"#, "</a>"]);
    }

    #[test]
    fn attributes_stand_where_they_are_found() {
        let text = r#"x <a  href="/x" b=c d = 'e' hidden>"#;
        let tag = tags(text).next().expect("a tag");
        let found: Vec<_> = tag.attributes().map(|a| (&text[a.range], a.name, a.value)).collect();
        let expected = [
            (r#"href="/x""#, "href", Some("/x")),
            ("b=c", "b", Some("c")),
            ("d = 'e'", "d", Some("e")),
            ("hidden", "hidden", None),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn entities_are_read_like_a_browser_reads_them() {
        assert_eq!(decoded("java&#x73;cript&colon;a&amp;b & c"), "javascript:a&b & c");
        assert_eq!(decoded("&#106avascript"), "javascript");
        assert_eq!(decoded("AT&T; &nope;"), "AT&T; &nope;");
    }

    #[test]
    fn an_entity_with_a_space_in_it_is_seen() {
        let found: Vec<_> = entities("a & nbsp;b &nbsp; R & D; x &").collect();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].without_space().as_deref(), Some("&nbsp;"));
        assert!(found[1].is_known() && !found[2].is_known());
        assert_eq!(found[2].without_space(), None);
    }
}
