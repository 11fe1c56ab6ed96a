//! Markdown blocks as sanitised HTML.
//!
//! A translated text may hold emphasis, links and code; whatever else it holds is shown as text.
//! Arguments are data and never become markup.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use crate::content::{Block, Leaf};
use crate::evaluate::{PieceKind, Rendered};

/// Stands before every line, so that nothing in a text starts a block of its own. It is white space
/// (Ogham's, which no page needs), so that emphasis may begin and end beside it as in a line.
const GUARD: char = '\u{1680}';
/// The first of the characters that stand for an argument until the markup is made.
const ARGUMENT: u32 = 0xE100;

/// A document: `text` gives each leaf as it is shown.
pub(super) fn document(blocks: &[Block], text: &dyn Fn(&Leaf) -> Rendered) -> String {
    let mut html = String::new();
    write_blocks(blocks, text, &mut html);
    html
}

fn write_blocks(blocks: &[Block], text: &dyn Fn(&Leaf) -> Rendered, html: &mut String) {
    for block in blocks {
        write_block(block, text, html);
    }
}

fn write_block(block: &Block, text: &dyn Fn(&Leaf) -> Rendered, out: &mut String) {
    let inline = |leaf: &Leaf| inline(&text(leaf));
    match block {
        Block::Paragraph(leaf) => {
            let _ = writeln!(out, "<p>{}</p>", inline(leaf));
        }
        Block::Heading(level, leaf) => {
            let _ = writeln!(out, "<h{level}>{}</h{level}>", inline(leaf));
        }
        Block::Quote(blocks) => {
            out.push_str("<blockquote>\n");
            write_blocks(blocks, text, out);
            out.push_str("</blockquote>\n");
        }
        Block::List(start, items) => {
            let (open, close) = match start {
                None => ("<ul>".to_owned(), "</ul>"),
                Some(1) => ("<ol>".to_owned(), "</ol>"),
                Some(start) => (format!("<ol start=\"{start}\">"), "</ol>"),
            };
            let _ = writeln!(out, "{open}");
            for item in items {
                match item.as_slice() {
                    [Block::Paragraph(leaf)] => {
                        let _ = writeln!(out, "<li>{}</li>", inline(leaf));
                    }
                    blocks => {
                        out.push_str("<li>\n");
                        write_blocks(blocks, text, out);
                        out.push_str("</li>\n");
                    }
                }
            }
            let _ = writeln!(out, "{close}");
        }
        Block::Code(language, code) => {
            let class = match language.is_empty() {
                true => String::new(),
                false => format!(" class=\"language-{}\"", escaped(language)),
            };
            let _ = writeln!(out, "<pre><code{class}>{}</code></pre>", escaped(code));
        }
        Block::Table(alignments, rows) => write_table(alignments, rows, &inline, out),
        Block::Image(source, leaf) => {
            let alt = without_tags(&inline(leaf));
            if is_safe(source) {
                let _ = writeln!(out, "<p><img src=\"{}\" alt=\"{alt}\"></p>", escaped(source));
            }
        }
        Block::Rule => out.push_str("<hr>\n"),
    }
}

fn write_table(
    alignments: &[&str],
    rows: &[Vec<Leaf>],
    inline: &dyn Fn(&Leaf) -> String,
    out: &mut String,
) {
    let cell = |tag: &str, column: usize, leaf: &Leaf| {
        let style = match alignments.get(column) {
            Some(&side) if !side.is_empty() => format!(" style=\"text-align: {side}\""),
            _ => String::new(),
        };
        let scope = if tag == "th" { " scope=\"col\"" } else { "" };
        let text = if leaf.part == usize::MAX { String::new() } else { inline(leaf) };
        format!("<{tag}{scope}{style}>{text}</{tag}>")
    };
    out.push_str("<table>\n");
    for (number, row) in rows.iter().enumerate() {
        let tag = if number == 0 { "th" } else { "td" };
        let cells: String =
            row.iter().enumerate().map(|(column, leaf)| cell(tag, column, leaf)).collect();
        match number {
            0 => {
                let _ = writeln!(out, "<thead><tr>{cells}</tr></thead>\n<tbody>");
            }
            _ => {
                let _ = writeln!(out, "<tr>{cells}</tr>");
            }
        }
    }
    out.push_str("</tbody>\n</table>\n");
}

/// The inline Markdown of one text as HTML.
pub(super) fn inline(rendered: &Rendered) -> String {
    let mut markdown = String::from(GUARD);
    let mut arguments = Vec::new();
    for piece in &rendered.pieces {
        match piece.kind {
            PieceKind::Text => {
                let clean: String = piece.text.chars().filter(|c| !is_ours(*c)).collect();
                markdown.push_str(&clean.replace('\n', &format!("\n{GUARD}")));
            }
            PieceKind::Argument | PieceKind::Missing => {
                let number = ARGUMENT + arguments.len() as u32;
                markdown.extend(char::from_u32(number));
                arguments.push(escaped(&piece.text));
            }
            PieceKind::Open | PieceKind::Close => {}
        }
    }
    let mut unsafe_links = Vec::new();
    let events = Parser::new_ext(&markdown, Options::ENABLE_STRIKETHROUGH)
        .filter_map(|event| sanitised(event, &mut unsafe_links));
    let mut shown = String::new();
    html::push_html(&mut shown, events);
    let mut filled = String::with_capacity(shown.len());
    for c in shown.trim_end().chars() {
        match (c as u32).checked_sub(ARGUMENT).and_then(|index| arguments.get(index as usize)) {
            Some(argument) => filled.push_str(argument),
            None if c == GUARD => {}
            None => filled.push(c),
        }
    }
    filled
}

/// The text of inline HTML, for an attribute. It holds no `<` but those of its tags.
fn without_tags(html: &str) -> String {
    let pieces = html.split('<').enumerate();
    let text = pieces.map(|(index, piece)| match index {
        0 => piece,
        _ => piece.split_once('>').map_or("", |(_, text)| text),
    });
    text.collect::<String>().replace('"', "&quot;")
}

/// Characters that this module uses for itself.
fn is_ours(c: char) -> bool {
    c == GUARD || ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// Keeps inline markup, turns HTML into text, and takes links off that lead to code.
fn sanitised<'e>(event: Event<'e>, unsafe_links: &mut Vec<bool>) -> Option<Event<'e>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Paragraph | Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::End(TagEnd::Paragraph) => None,
        Event::Start(Tag::Link { ref dest_url, .. } | Tag::Image { ref dest_url, .. }) => {
            let is_unsafe = !is_safe(dest_url);
            unsafe_links.push(is_unsafe);
            (!is_unsafe).then_some(event)
        }
        Event::End(TagEnd::Link | TagEnd::Image) => {
            let is_unsafe = unsafe_links.pop().unwrap_or(false);
            (!is_unsafe).then_some(event)
        }
        event => Some(event),
    }
}

/// Addresses of the web, of mail, and of the same site.
fn is_safe(address: &str) -> bool {
    match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            ["http", "https", "mailto", "tel"]
                .contains(&scheme.trim().to_ascii_lowercase().as_str())
        }
        _ => true,
    }
}

/// Text as it stands in HTML, in elements and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::Piece;
    use crate::text::Span;

    fn piece(kind: PieceKind, text: &str) -> Piece {
        Piece { kind, text: text.to_owned(), span: Span::default(), locale: "en".into() }
    }

    fn shown(text: &str) -> String {
        inline(&Rendered { pieces: vec![piece(PieceKind::Text, text)], errors: Vec::new() })
    }

    #[test]
    fn inline_markup_is_kept_and_nothing_starts_a_block() {
        assert_eq!(
            shown("a *b* **c** [d](https://e.org)"),
            "a <em>b</em> <strong>c</strong> <a href=\"https://e.org\">d</a>"
        );
        assert_eq!(shown("1. Januar"), "1. Januar");
        assert_eq!(shown("# no heading"), "# no heading");
        assert_eq!(shown("a\\\nb"), "a<br />\nb");
        assert_eq!(shown("**“b”** c\\\n_d_"), "<strong>“b”</strong> c<br />\n<em>d</em>");
    }

    #[test]
    fn the_text_of_a_picture_has_no_markup() {
        assert_eq!(
            without_tags(&shown("The *Emma* \\* sails & \"sings\"")),
            "The Emma * sails &amp; &quot;sings&quot;"
        );
    }

    #[test]
    fn active_content_and_arguments_stay_text() {
        assert_eq!(shown("<script>x</script>"), "&lt;script&gt;x&lt;/script&gt;");
        assert_eq!(shown("[a](javascript:alert(1))"), "a");
        assert_eq!(shown("[a]( JavaScript:x)"), "a");
        let rendered = Rendered {
            pieces: vec![piece(PieceKind::Text, "by "), piece(PieceKind::Argument, "*<b>*")],
            errors: Vec::new(),
        };
        assert_eq!(inline(&rendered), "by *&lt;b&gt;*");
    }
}
