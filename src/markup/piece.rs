//! A text as pieces: what is read, and the markup around it, whichever way it is written.
//!
//! Everything comes in the order of the text, so that what a program puts in can be counted along.
//! Which piece matters to whom is not decided here.

use pulldown_cmark::{Event, LinkType, Tag as Start, TagEnd};

use super::html::{Tag, decoded, tags};
use super::markdown::{GUARD, inserted, read};
use super::outline::Outline;

/// A piece of a text. What a program puts in is the object replacement character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as it is shown: entities and escapes are read.
    Text(String),
    /// Code of Markdown, which is shown as it stands.
    Code(String),
    /// A start tag: its name in small letters, its attributes in order, names in small letters.
    Start(String, Vec<(String, String)>),
    /// An end tag.
    End(String),
    /// The start of something that Markdown marks: `*`, `**`, `~~`, `[`, `![`.
    Marked(&'static str),
    /// Its end; of a link or a picture with its address and its title.
    Unmarked(Option<(String, String)>),
    /// A line of Markdown that is broken for good.
    Break,
}

/// Calls `take` with each piece of a text, in order. A comment of HTML is text.
pub fn pieces(text: &str, is_markdown: bool, mut take: impl FnMut(Piece)) {
    match is_markdown && (text.contains(MARKS) || text.contains("  \n")) {
        true => of_markdown(text, take),
        false => of_html(text, &mut take),
    }
}

/// Without any of these a text says in Markdown what it says without.
const MARKS: [char; 8] = ['*', '_', '`', '[', '<', '&', '\\', '~'];

fn of_html(text: &str, take: &mut impl FnMut(Piece)) {
    let mut at = 0;
    let shown = |shown: &str, take: &mut dyn FnMut(Piece)| {
        if !shown.is_empty() {
            take(Piece::Text(decoded(shown).into_owned()));
        }
    };
    if text.contains('<') {
        let meant = Outline::new(text).meant_tags();
        let is_meant =
            |tag: &Tag<'_>| meant.binary_search_by_key(&tag.range.start, |it| it.start).is_ok();
        for tag in tags(text).filter(is_meant) {
            shown(&text[at..tag.range.start], take);
            take(of_tag(&tag));
            at = tag.range.end;
        }
    }
    shown(&text[at..], take);
}

fn of_tag(tag: &Tag<'_>) -> Piece {
    let name = tag.name.to_ascii_lowercase();
    if tag.is_end {
        return Piece::End(name);
    }
    let attributes = tag.attributes().map(|attribute| {
        let value = decoded(attribute.value.unwrap_or_default()).into_owned();
        (attribute.name.to_ascii_lowercase(), value)
    });
    Piece::Start(name, attributes.collect())
}

fn of_markdown(text: &str, mut take: impl FnMut(Piece)) {
    // The parser cuts a text at each escape and entity.
    let mut shown = String::new();
    // The addresses and titles of what is open; they stand behind its text.
    let mut open = Vec::new();
    read(text, |event, _| {
        match &event {
            Event::Text(text) => return shown.push_str(inserted(text).trim_start_matches(GUARD)),
            Event::SoftBreak => return shown.push('\n'),
            _ => {}
        }
        let Some(piece) = of_event(event, &mut open) else { return };
        if !shown.is_empty() {
            take(Piece::Text(std::mem::take(&mut shown)));
        }
        take(piece);
    });
    if !shown.is_empty() {
        take(Piece::Text(shown));
    }
}

fn of_event(event: Event<'_>, open: &mut Vec<Option<(String, String)>>) -> Option<Piece> {
    let piece = match event {
        Event::Code(code) => Piece::Code(inserted(&code)),
        Event::HardBreak => Piece::Break,
        Event::InlineHtml(html) | Event::Html(html) => {
            let html = inserted(&html);
            tags(&html).next().map_or_else(|| Piece::Text(html.clone()), |tag| of_tag(&tag))
        }
        Event::Start(Start::Emphasis) => Piece::Marked("*"),
        Event::Start(Start::Strong) => Piece::Marked("**"),
        Event::Start(Start::Strikethrough) => Piece::Marked("~~"),
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
            Piece::Unmarked(None)
        }
        Event::Start(Start::Link { link_type, dest_url, title, .. }) => {
            // What `<https://…>` leads to is what it shows.
            let is_shown = matches!(link_type, LinkType::Autolink | LinkType::Email);
            open.push((!is_shown).then(|| (inserted(&dest_url), inserted(&title))));
            Piece::Marked("[")
        }
        Event::Start(Start::Image { dest_url, title, .. }) => {
            open.push(Some((inserted(&dest_url), inserted(&title))));
            Piece::Marked("![")
        }
        Event::End(TagEnd::Link | TagEnd::Image) => Piece::Unmarked(open.pop().flatten()),
        _ => return None,
    };
    Some(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, is_markdown: bool) -> Vec<Piece> {
        let mut found = Vec::new();
        pieces(text, is_markdown, |piece| found.push(piece));
        found
    }

    #[test]
    fn a_tag_is_read_whichever_way_it_is_written() {
        let link = Piece::Start("a".into(), vec![("href".into(), "/x?a&b".into())]);
        let end = Piece::End("a".into());
        let text = |text: &str| Piece::Text(text.into());
        let expected = [text("see "), link, text("R&D"), end, text("!")];
        assert_eq!(read("see <A HREF='/x?a&amp;b'>R&amp;D</A>!", false), expected);
        assert_eq!(read("see <a href=\"/x?a&b\">R&amp;D</a>!", true), expected);
        assert_eq!(read("cp <file> <dir>", false), [text("cp <file> <dir>")]);
    }

    #[test]
    fn markdown_gives_addresses_behind_what_leads_there() {
        let text = |text: &str| Piece::Text(text.into());
        let expected = [
            text("a "),
            Piece::Marked("["),
            text("b\u{FFFC}"),
            Piece::Unmarked(Some(("/\u{FFFC}".into(), "t".into()))),
            text(" *c&d"),
            Piece::Break,
            Piece::Code("e".into()),
        ];
        assert_eq!(read("a [b\u{FFFC}](/\u{FFFC} \"t\") \\*c&amp;d\\\n`e`", true), expected);
    }
}
